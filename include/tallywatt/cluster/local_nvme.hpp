#pragma once
// Flash drives in the accelerators' own servers: no server or network of their own, at most as many as a host has slots, and
// gone with their host unless another holds a copy.
//
//   rates of a host = min(drives x one drive's, what the host's lanes and software reach)
//   users' write    = that/(copies)          usable = capacity x filled/(copies)
//
// Reference: drives as catalog/storage.hpp; hosts: Azure AI benchmarking guide (fio, 1 MB blocks): 55.3 GB/s read and 33.9 GB/s
// written by eight drives of a host of H100, 9.3 and 8.2 GB/s by those of an older host.
//
//   storage_plan const p = plan_storage(local_nvme(catalog::local_nvme_gen5), {.hold = 10.0 * PB, .hosts = 2048});

#include <tallywatt/cluster/storage_tier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_local_nvme {
    char const* name = "";
    basic_storage_device<T> device{};
    int slots = 8; ///< of a host
    byte_rate<T> host_read = 55.3 * GB_per_second, host_write = 33.9 * GB_per_second;
    duration<T> latency = 80.0 * microsecond;
    redundancy kept{};                 ///< copies on other hosts, or shares; none: as good as its host
    basic_fraction<T> filled{T(0.90)}; ///< of the capacity, at most

    static constexpr char const* kind = "local_nvme";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source azure{
            "Azure AI benchmarking guide, per-SKU results: H100 host, fio, 1 MB blocks", "2024", confidence::high};
        visit(field{"name"}, self.name...);
        visit(field{"device"}, self.device...);
        visit(
            field{"slots", between(1, 64), {"DGX H100: eight drives for data", "2023", confidence::high}}, self.slots...
        );
        visit(field{"host_read", positive, azure}, self.host_read...);
        visit(field{"host_write", positive, azure}, self.host_write...);
        visit(
            field{
                "latency",
                non_negative,
                {"60 us typical of the drive (Micron 9550), rest assumed for the file system", "2025",
                 confidence::low}},
            self.latency...
        );
        visit(field{"kept"}, self.kept...);
        visit(
            field{
                "filled",
                positive,
                {"assumed: room for the next checkpoint and the drive's own work", "2026", confidence::assumed}},
            self.filled...
        );
    }
    constexpr operator basic_local_nvme<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_storage_block<T> block() const {
        T const each = T(1.0 / kept.overhead());
        basic_storage_block<T> b;
        b.usable = device.capacity * filled * each;
        b.read = device.read;
        b.write = device.write * each;
        b.endurance = device.endurance() * each;
        b.rated_life = device.rated_life;
        b.device_price = device.capacity * device.price;
        b.device_idle = device.idle;
        b.device_busy = device.busy;
        b.device_failures = device.failures;
        b.device_embodied = device.capacity * device.embodied;
        b.server_read = host_read;
        b.server_write = host_write * each;
        b.latency = latency;
        b.slots = slots;
        b.width = kept.width();
        b.in_hosts = true;
        return b;
    }
};
using local_nvme = basic_local_nvme<>;

} // namespace tallywatt

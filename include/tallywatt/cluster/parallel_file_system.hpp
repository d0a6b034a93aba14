#pragma once
// A parallel file system on flash, shared by the whole cluster over its network (Lustre, WEKA, VAST and their like): servers with
// drives, stripes over servers, and a licence.
//
//   usable = capacity x filled k/(k+m)      write = min(drives' x k/(k+m), servers') x reached      read = min(...) x reached
//
// A server's rates are at its interfaces; what is written passes them once, and k+m over k times on its way to the drives.
// Reference: The Llama 3 Herd of Models (arXiv 2407.21783), section 3.3: 240 PB on 7,500 servers, 2 TB/s sustained, 7 TB/s at peak;
// NVIDIA DGX SuperPOD reference architecture (H100), storage.
//
//   storage_plan const p = plan_storage(parallel_file_system(catalog::flash_file_system), {.hold = 10.0 * PB, .write = 1.0 * TB_per_second});

#include <tallywatt/cluster/storage_tier.hpp>

namespace tallywatt {

namespace detail {
/// What tiers with servers of their own share; each: users' bytes per raw byte of capacity and of what is written.
template <class T>
constexpr basic_storage_block<T> block_of_servers(
    basic_storage_device<T> const& device, basic_storage_server<T> const& server, redundancy const& kept,
    basic_fraction<T> const& filled, basic_fraction<T> const& reached
) {
    T const each = T(1.0 / kept.overhead());
    basic_storage_block<T> b;
    b.usable = device.capacity * filled * each;
    b.read = device.read * reached;
    b.write = device.write * reached * each;
    b.endurance = device.endurance() * each;
    b.rated_life = device.rated_life;
    b.device_price = device.capacity * device.price;
    b.device_idle = device.idle;
    b.device_busy = device.busy;
    b.device_failures = device.failures;
    b.device_embodied = device.capacity * device.embodied;
    b.server_read = server.read * reached;
    b.server_write = server.write * reached;
    b.server_price = server.price;
    b.server_idle = server.idle;
    b.server_busy = server.busy;
    b.server_failures = server.failures;
    b.server_embodied = server.embodied;
    b.slots = server.slots;
    b.width = kept.width();
    return b;
}
} // namespace detail

template <class T = double>
struct basic_parallel_file_system {
    char const* name = "";
    basic_storage_device<T> device{};
    basic_storage_server<T> server{};
    redundancy kept{8, 2};
    basic_fraction<T> filled{T(0.85)};
    basic_fraction<T> reached{T(0.75)}; ///< of the sum of devices and servers, over the whole system
    duration<T> latency = 300.0 * microsecond;
    money_per_data<T> software{}; ///< licence and support for the life, per usable capacity

    static constexpr char const* kind = "parallel_file_system";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"device"}, self.device...);
        visit(field{"server"}, self.server...);
        visit(field{"kept"}, self.kept...);
        visit(
            field{
                "filled",
                positive,
                {"planning practice: flash file systems slow down when fuller than 80 to 90 %", "2026",
                 confidence::low}},
            self.filled...
        );
        visit(
            field{
                "reached",
                positive,
                {"assumed between the 0.6 and 0.9 of many clients that write large files", "2026",
                 confidence::assumed}},
            self.reached...
        );
        visit(
            field{
                "latency",
                non_negative,
                {"assumed: 150 to 500 us over the network, vendors' figures", "2026", confidence::low}},
            self.latency...
        );
        visit(field{"software", non_negative}, self.software...);
    }
    constexpr operator basic_parallel_file_system<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    [[nodiscard]] constexpr basic_storage_block<T> block() const {
        basic_storage_block<T> b = detail::block_of_servers(device, server, kept, filled, reached);
        b.software = software;
        b.latency = latency;
        return b;
    }
};
using parallel_file_system = basic_parallel_file_system<>;

} // namespace tallywatt

#pragma once
// An object store on disks: wide erasure codes, whole objects by request.
//
//   a server's rate = min(its interfaces and disks, streams x object/latency)       the latter: requests under way, each of which
//   waits for its first byte
//
// Reference: Backblaze vaults: 17 data and 3 parity shares over 20 servers of 60 disks (Backblaze, 2015 and 2024).
//
//   storage_plan const p = plan_storage(object_store(catalog::disk_object_store), {.hold = 100.0 * PB, .read = 100.0 * GB_per_second});

#include <tallywatt/cluster/parallel_file_system.hpp>

namespace tallywatt {

template <class T = double>
struct basic_object_store {
    char const* name = "";
    basic_storage_device<T> device{};
    basic_storage_server<T> server{.slots = 60};
    redundancy kept{17, 3};
    basic_fraction<T> filled{T(0.85)};
    basic_fraction<T> reached{T(0.60)};
    duration<T> latency = 30.0 * millisecond;
    data_size<T> object = 64.0 * MB; ///< of a request
    int streams = 128;               ///< requests that a server has under way
    money_per_data<T> software{};

    static constexpr char const* kind = "object_store";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"device"}, self.device...);
        visit(field{"server"}, self.server...);
        visit(field{"kept"}, self.kept...);
        visit(field{"filled", positive, {"planning practice, 80 to 90 %", "2026", confidence::low}}, self.filled...);
        visit(
            field{
                "reached",
                positive,
                {"assumed: disks seek between requests; of their sequential rate", "2026", confidence::assumed}},
            self.reached...
        );
        visit(
            field{
                "latency",
                positive,
                {"assumed: 10 to 100 ms to the first byte of an object on disks", "2026", confidence::assumed}},
            self.latency...
        );
        visit(
            field{"object", positive, {"assumed: shards of a data set", "2026", confidence::assumed}}, self.object...
        );
        visit(
            field{"streams", between(1, 1 << 20), {"assumed, two for each disk", "2026", confidence::assumed}},
            self.streams...
        );
        visit(field{"software", non_negative}, self.software...);
    }
    constexpr operator basic_object_store<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    [[nodiscard]] constexpr basic_storage_block<T> block() const {
        basic_storage_block<T> b = detail::block_of_servers(device, server, kept, filled, reached);
        byte_rate<T> const asked = T(double(streams)) * object / latency;
        b.server_read = math::min(b.server_read, asked);
        b.server_write = math::min(b.server_write, asked);
        b.software = software;
        b.latency = latency;
        return b;
    }
};
using object_store = basic_object_store<>;

} // namespace tallywatt

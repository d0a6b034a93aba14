#pragma once
// Computational storage: drives that compress what they are given and pass on only what is asked of it.
//
//   usable    = capacity x compression k/(k+m) x filled
//   rates     = min(interface, flash x compression) of a drive, in users' bytes
//   a server's = interfaces' in bytes sent; of what is read only the share `passed` is
//   endurance = capacity x drive writes x compression
//
// Compression is a property of the data: text and tables 2 to 4, bf16 weights about 1.3 to 1.5 (their exponents), moments of Adam
// and data that is compressed already about 1.
// Reference: ScaleFlux CSD 3000 data sheet (up to 4:1 of capacity); ZipNN (arXiv 2411.05239) for weights.
//
//   computational_storage const c = catalog::compressing_file_system;

#include <tallywatt/cluster/parallel_file_system.hpp>

namespace tallywatt {

template <class T = double>
struct basic_computational_storage {
    char const* name = "";
    basic_storage_device<T> device{};                 ///< rates of its flash, uncompressed
    byte_rate<T> interface_read{}, interface_write{}; ///< of a drive's engines and interface, in users' bytes
    basic_storage_server<T> server{};
    redundancy kept{8, 2};
    basic_fraction<T> filled{T(0.85)};
    basic_fraction<T> reached{T(0.75)};
    basic_ratio<T> compression{T(1.3)}; ///< users' bytes per byte of flash
    basic_fraction<T> passed{T(1.0)};   ///< of what is read, that leaves the drive; below one where it selects
    duration<T> latency = 300.0 * microsecond;
    money_per_data<T> software{};

    static constexpr char const* kind = "computational_storage";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"device"}, self.device...);
        visit(field{"interface_read", positive}, self.interface_read...);
        visit(field{"interface_write", positive}, self.interface_write...);
        visit(field{"server"}, self.server...);
        visit(field{"kept"}, self.kept...);
        visit(field{"filled", positive, {"planning practice, 80 to 90 %", "2026", confidence::low}}, self.filled...);
        visit(
            field{"reached", positive, {"assumed as of a parallel file system", "2026", confidence::assumed}},
            self.reached...
        );
        visit(
            field{
                "compression",
                at_least(1.0),
                {"ZipNN (arXiv 2411.05239): bf16 weights shrink by a third at best, fp32 moments hardly", "2024-11",
                 confidence::low}},
            self.compression...
        );
        visit(field{"passed", positive}, self.passed...);
        visit(
            field{"latency", non_negative, {"assumed as of a parallel file system", "2026", confidence::low}},
            self.latency...
        );
        visit(field{"software", non_negative}, self.software...);
    }
    constexpr operator basic_computational_storage<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    [[nodiscard]] constexpr basic_storage_block<T> block() const {
        basic_storage_block<T> b = detail::block_of_servers(device, server, kept, filled, reached);
        T const more = compression.value, each = T(1.0 / kept.overhead());
        b.usable = b.usable * more;
        b.endurance = b.endurance * more;
        b.read = math::min(device.read * more, interface_read) * reached;
        b.write = math::min(device.write * more, interface_write) * reached * each;
        b.server_read = b.server_read / passed;
        b.software = software;
        b.latency = latency;
        return b;
    }
};
using computational_storage = basic_computational_storage<>;

} // namespace tallywatt

#pragma once
// What storage is built of: devices (flash drives, disks) and the servers that hold them, per piece.
//
//   rated writes of a device   capacity x drive writes x rated life       (1 drive write per day over 5 years: 1,826 times)
//
// Rates are of long sequential transfers, one way. A device's price and carbon are per its raw capacity.
//
//   storage_device const d = catalog::nvme_gen5;   d.endurance()   // bytes per time it may be written with over its rated life

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// A drive.
template <class T = double>
struct basic_storage_device {
    data_size<T> capacity{}; ///< raw
    byte_rate<T> read{}, write{};
    money_per_data<T> price{}; ///< per raw capacity
    power<T> idle{}, busy{};
    rate<T> failures{};     ///< annual failure rate
    rate<T> drive_writes{}; ///< of the whole capacity per time, over the rated life; zero: not rated
    duration<T> rated_life = 5.0 * year;
    co2e_per_data<T> embodied{}; ///< per raw capacity

    static constexpr char const* kind = "storage_device";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capacity", positive}, self.capacity...);
        visit(field{"read", positive}, self.read...);
        visit(field{"write", positive}, self.write...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"idle", non_negative}, self.idle...);
        visit(field{"busy", non_negative}, self.busy...);
        visit(field{"failures", non_negative}, self.failures...);
        visit(field{"drive_writes", non_negative}, self.drive_writes...);
        visit(
            field{"rated_life", positive, {"warranty of enterprise drives", "2025", confidence::high}},
            self.rated_life...
        );
        visit(field{"embodied", non_negative}, self.embodied...);
    }
    constexpr operator basic_storage_device<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    /// Rate at which it may be written to over its rated life.
    [[nodiscard]] constexpr byte_rate<T> endurance() const { return capacity * drive_writes; }
};
using storage_device = basic_storage_device<>;

/// A server that holds devices, without them.
template <class T = double>
struct basic_storage_server {
    int slots = 24;
    byte_rate<T> read{}, write{}; ///< what its processors and interfaces pass
    money<T> price{};
    power<T> idle{}, busy{};
    rate<T> failures{}; ///< that take it out until it is repaired
    co2e<T> embodied{};

    static constexpr char const* kind = "storage_server";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"slots", between(1, 1000)}, self.slots...);
        visit(field{"read", positive}, self.read...);
        visit(field{"write", positive}, self.write...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"idle", non_negative}, self.idle...);
        visit(field{"busy", non_negative}, self.busy...);
        visit(field{"failures", non_negative}, self.failures...);
        visit(field{"embodied", non_negative}, self.embodied...);
    }
    constexpr operator basic_storage_server<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using storage_server = basic_storage_server<>;

} // namespace tallywatt

#pragma once
// capacity_charge: money per power per time, for a capacity that is held: a demand charge, fixed operation and
// maintenance, staff. Its dimension equals that of a price per energy, so it is a type of its own: 12 USD/kW-month can
// not be passed as 12 USD/kWh, and it applies to a power, never to an energy.
//
//   capacity_charge const c = per_month(12.0 * USD / kilowatt);   money_rate<> m = at_grid<power<>>{100.0 * megawatt} * c;
//
// A month is 730 h and a year 8,760 h.

#include <tallywatt/number/field.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// Money per power per time: one field of a described struct, printed per kW and year.
template <class T = double>
struct basic_capacity_charge {
    using number_type = T;
    using unit_dimension = detail::capacity_charge_units;
    money_per_power_time<T> value{};

    constexpr basic_capacity_charge() = default;
    constexpr explicit basic_capacity_charge(money_per_power_time<T> const& v) : value(v) {}
    template <class U>
        requires(std::same_as<U, double> && !std::same_as<T, double>)
    constexpr basic_capacity_charge(basic_capacity_charge<U> const& o) : value(o.value) {}

    friend constexpr basic_capacity_charge operator+(basic_capacity_charge const& a, basic_capacity_charge const& b) {
        return basic_capacity_charge{a.value + b.value};
    }
};
using capacity_charge = basic_capacity_charge<>;
template <class T>
inline constexpr bool wraps_quantity<basic_capacity_charge<T>> = true;

/// Money per power for each month of 730 h.
template <class T>
constexpr basic_capacity_charge<T> per_month(money_per_power<T> const& m) {
    return basic_capacity_charge<T>{m / month};
}
/// Money per power for each year of 8,760 h.
template <class T>
constexpr basic_capacity_charge<T> per_year(money_per_power<T> const& m) {
    return basic_capacity_charge<T>{m / year};
}

template <class T, class U>
constexpr auto operator*(power<T> const& p, basic_capacity_charge<U> const& c) {
    return p * c.value;
}
template <class B, class T, class U>
constexpr auto operator*(bounded<B, power<T>> const& p, basic_capacity_charge<U> const& c) {
    return p.value * c.value;
}

} // namespace tallywatt

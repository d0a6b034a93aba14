#pragma once
// capacity_charge and demand_charge: money per power per time. A capacity charge is for power that is held (fixed operation
// and maintenance, staff, annualised plant); a demand charge is for the highest power drawn at a utility meter. Their
// dimension equals that of a price per energy, so they are types of their own: 12 USD/kW-month can not be passed as
// 12 USD/kWh, neither applies to an energy, and a demand charge applies at the meter only.
//
//   capacity_charge const c = per_month(12.0 * USD / kilowatt);          money_rate<> m = at_it<power<>>{100.0 * megawatt} * c;
//   demand_charge const d = demand_per_month(14.6 * USD / kilowatt);     money_rate<> n = at_grid<power<>>{110.0 * megawatt} * d;
//
// A month is 730 h and a year 8,760 h.

#include <tallywatt/number/field.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

struct held_power {};
struct metered_power {};

/// Money per power per time, of power that is held or metered: one field of a described struct, printed per kW and year.
template <class Basis, class T = double>
struct power_charge {
    using number_type = T;
    using unit_dimension = detail::capacity_charge_units;
    money_per_power_time<T> value{};

    constexpr power_charge() = default;
    /// So much per power for each `period`; a price per energy is not taken.
    constexpr power_charge(money_per_power<T> const& m, duration<> period) : value(m / period) {}
    template <class U>
        requires(std::same_as<U, double> && !std::same_as<T, double>)
    constexpr power_charge(power_charge<Basis, U> const& o) : value(o.value) {}

    friend constexpr power_charge operator+(power_charge const& a, power_charge const& b) {
        power_charge r;
        r.value = a.value + b.value;
        return r;
    }
};
template <class Basis, class T>
inline constexpr bool wraps_quantity<power_charge<Basis, T>> = true;

template <class T = double>
using basic_capacity_charge = power_charge<held_power, T>;
using capacity_charge = basic_capacity_charge<>;
template <class T = double>
using basic_demand_charge = power_charge<metered_power, T>;
using demand_charge = basic_demand_charge<>;

/// Money per power for each month of 730 h, or year of 8,760 h.
template <class T>
constexpr basic_capacity_charge<T> per_month(money_per_power<T> const& m) {
    return {m, month};
}
template <class T>
constexpr basic_capacity_charge<T> per_year(money_per_power<T> const& m) {
    return {m, year};
}
template <class T>
constexpr basic_demand_charge<T> demand_per_month(money_per_power<T> const& m) {
    return {m, month};
}
/// A yearly payment per power.
template <class T>
constexpr basic_capacity_charge<T> held_at(money_per_power_time<T> const& rate) {
    return {rate * year, year};
}

template <class B, class T, class U>
    requires(!std::same_as<B, grid_boundary>)
constexpr auto operator*(bounded<B, power<T>> const& p, basic_capacity_charge<U> const& c) {
    return p.value * c.value;
}
template <class T, class U>
constexpr auto operator*(at_grid<power<T>> const& p, basic_demand_charge<U> const& c) {
    return p.value * c.value;
}

}  // namespace tallywatt

#pragma once
// storage: a battery, pumped water, hydrogen in a cavern, molten salt. Each hour the stored energy goes
//   e' = e (1 - sigma) + eta_c c - d / eta_d,   0 <= e <= E,   c <= P_c,   d <= P_d
// with charging power c and discharging power d at the busbar. Converters of both directions and the store itself are
// priced apart, so that hydrogen (dear converters, cheap cavern) and lithium (the reverse) are one type; a battery's
// inverter works both ways: its discharging converter costs nothing.
// Reference: PyPSA store and link components; NREL ATB 2024 utility-scale battery storage.
//
//   storage const s = catalog::lithium_battery;   annual_cost_of(s, 40.0 * megawatt, 40.0 * megawatt, 160.0 * megawatt_hour, rate);

#include <tallywatt/energy/levelised.hpp>
#include <tallywatt/energy/power_source.hpp>

namespace tallywatt {

template <class T = double>
struct basic_storage {
    static constexpr char const* kind = "storage";
    char const* name = "";
    money_per_energy<T> store_price{};     ///< per stored energy
    money_per_power<T> charger_price{};    ///< per charging power at the busbar
    money_per_power<T> discharger_price{}; ///< per discharging power at the busbar
    basic_fraction<T> fixed{T(0.025)};     ///< operation and maintenance a year, of the price
    int life_years = 15;
    basic_fraction<T> charging{T(0.92)};    ///< stored per energy taken from the busbar
    basic_fraction<T> discharging{T(0.92)}; ///< given to the busbar per stored energy
    basic_fraction<T> self_discharge{};     ///< per hour, of what is stored
    basic_ratio<T> cycle_life{T(6000.0)};   ///< full cycles to the end of life
    co2e_per_energy<T> building{};          ///< making it, per storable energy
    area_per_power<T> land{};               ///< per discharging power
    duration<T> lead_time{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"store_price", non_negative}, self.store_price...);
        visit(field{"charger_price", non_negative}, self.charger_price...);
        visit(field{"discharger_price", non_negative}, self.discharger_price...);
        visit(field{"fixed", non_negative}, self.fixed...);
        visit(field{"life_years", between(1, 100)}, self.life_years...);
        visit(field{"charging", positive}, self.charging...);
        visit(field{"discharging", positive}, self.discharging...);
        visit(field{"self_discharge", between(0.0, 0.5)}, self.self_discharge...);
        visit(field{"cycle_life", positive}, self.cycle_life...);
        visit(field{"building", non_negative}, self.building...);
        visit(field{"land", non_negative}, self.land...);
        visit(field{"lead_time", non_negative}, self.lead_time...);
    }
    constexpr operator basic_storage<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    [[nodiscard]] constexpr basic_fraction<T> round_trip() const { return charging * discharging; }
};
using storage = basic_storage<>;

/// How much of a storage is built.
template <class T = double>
struct basic_storage_size {
    static constexpr char const* kind = "storage_size";
    energy<T> store{};
    power<T> charger{}, discharger{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"store", non_negative}, self.store...);
        visit(field{"charger", non_negative}, self.charger...);
        visit(field{"discharger", non_negative}, self.discharger...);
    }
};
using storage_size = basic_storage_size<>;

template <class T>
constexpr money<T> price_of(basic_storage<T> const& s, basic_storage_size<T> const& built) {
    return built.store * s.store_price + built.charger * s.charger_price + built.discharger * s.discharger_price;
}

/// Capital recovery a year. A store that is cycled `cycles` times a year wears out before its calendar life where cycle_life /
/// cycles is below it: the store (not the converters) is then recovered over that time, at no interest on the difference:
/// CRF + (1/wear - 1/life) where that is above zero.
template <class T>
constexpr money_rate<T> annual_capital_of(
    basic_storage<T> const& s, basic_storage_size<T> const& built, basic_discount_rate<real_terms, T> const& discount,
    std::type_identity_t<T> const& cycles_a_year = T(0.0)
) {
    T const sooner = math::max(cycles_a_year / s.cycle_life.value - T(1.0 / static_cast<double>(s.life_years)), T(0.0));
    return price_of(s, built) * capital_recovery_factor(discount, s.life_years)
           + built.store * s.store_price * (sooner / year);
}
/// Operation and maintenance a year.
template <class T>
constexpr money_rate<T> annual_upkeep_of(basic_storage<T> const& s, basic_storage_size<T> const& built) {
    return price_of(s, built) * (s.fixed.value / year);
}
/// Both.
template <class T>
constexpr money_rate<T> annual_cost_of(
    basic_storage<T> const& s, basic_storage_size<T> const& built, basic_discount_rate<real_terms, T> const& discount,
    std::type_identity_t<T> const& cycles_a_year = T(0.0)
) {
    return annual_capital_of(s, built, discount, cycles_a_year) + annual_upkeep_of(s, built);
}

} // namespace tallywatt

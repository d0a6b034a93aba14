#pragma once
// variable_generation: solar, wind and run-of-river plants, which run as the weather lets them.
//   LCOE = ((overnight * interest) CRF + fixed) / (8,760 h * CF * f (1 - losses)) + variable / (1 - losses)
// f levelises the yearly fade of the output over the life. As a power source by itself the plant's nameplate equals the
// facility's peak, so the facility runs for the capacity factor of the time only: a mix with firm sources (energy/mix.hpp)
// or a microgrid with storage (energy/microgrid.hpp) makes a supply of it.
// Reference: NREL Annual Technology Baseline 2024, equations and variables.
//
//   variable_generation const s = catalog::solar;   money_per_energy<> c = levelised_cost(s, discount_rate{0.05});

#include <tallywatt/energy/levelised.hpp>
#include <tallywatt/energy/power_source.hpp>
#include <tallywatt/finance/construction.hpp>

namespace tallywatt {

template <class T = double>
struct basic_variable_generation {
    static constexpr char const* kind = "variable_generation";
    char const* name = "";
    money_per_power<T> overnight{}; ///< per nameplate power
    int construction_years = 1;
    int life_years = 30;
    basic_capacity_charge<T> fixed{}; ///< fixed operation and maintenance, per nameplate power
    money_per_energy<T> variable{};
    basic_fraction<T> capacity_factor{T(0.25)}; ///< of the first year, at the plant's terminals
    basic_fraction<T> fade{};                   ///< of the output, lost every year
    co2e_per_energy<T> building{};              ///< the plant's own making, spread over its life
    volume_per_energy<T> water{};
    basic_fraction<T> losses{T(0.020)}; ///< plant to the facility's busbar
    area_per_power<T> land{};           ///< leased site, per nameplate power
    duration<T> lead_time{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"overnight", non_negative}, self.overnight...);
        visit(field{"construction_years", between(1, 30)}, self.construction_years...);
        visit(field{"life_years", between(1, 100)}, self.life_years...);
        visit(field{"fixed", non_negative}, self.fixed...);
        visit(field{"variable", non_negative}, self.variable...);
        visit(field{"capacity_factor", positive}, self.capacity_factor...);
        visit(field{"fade", between(0.0, 0.2)}, self.fade...);
        visit(field{"building", non_negative}, self.building...);
        visit(field{"water", non_negative}, self.water...);
        visit(
            field{
                "losses",
                between(0.0, 0.9),
                {"assumed: collector lines, transformer and a short line to the site", "2026-11", confidence::assumed}},
            self.losses...
        );
        visit(
            field{
                .name = "land",
                .allowed = non_negative,
                .informational = "a report has no line for land off the building's plot; supply_performance has"},
            self.land...
        );
        visit(
            field{
                .name = "lead_time",
                .allowed = non_negative,
                .informational = "a report is of a plant that runs; energy/time_to_power.hpp prices the wait"},
            self.lead_time...
        );
    }
    constexpr operator basic_variable_generation<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    /// Mean power at the busbar per nameplate power, levelised over the life.
    [[nodiscard]] constexpr basic_fraction<T> yield(basic_discount_rate<real_terms, T> const& discount) const {
        return basic_fraction<T>{
            capacity_factor.value * degradation_factor(discount, fade, life_years).value * (T(1.0) - losses.value)};
    }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount
    ) const {
        T const kept = T(1.0) - losses.value;
        basic_prepared_supply<T> r{};
        r.variable = variable / kept;
        r.fixed = fixed;
        r.up_front = construction_interest(discount, 12 * construction_years).value * overnight;
        r.capital = held_at(r.up_front * capital_recovery_factor(discount, life_years));
        r.upstream = building / kept;
        r.water = water / kept;
        r.land = land;
        r.lead_time = lead_time;
        r.availability = basic_availability<T>{yield(discount).value};
        r.clean = basic_fraction<T>{T(1.0)};
        return r;
    }
};
using variable_generation = basic_variable_generation<>;

/// Levelised cost of all the plant can deliver at the busbar.
template <class T>
constexpr money_per_energy<T>
levelised_cost(basic_variable_generation<T> const& g, basic_discount_rate<real_terms, T> const& discount) {
    auto const s = g.prepared(discount);
    return (s.capital.value + s.fixed.value) / s.availability.value + s.variable;
}

} // namespace tallywatt

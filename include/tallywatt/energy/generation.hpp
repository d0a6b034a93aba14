#pragma once
// generation: a firm plant on site, without a grid connection: turbines, engines, fuel cells, reactors, wells. Equal units,
// `units_needed` of which carry the facility's peak; `units_installed` are built and paid for.
//   fuel = heat rate * fuel price,  CO2 = heat rate * combustion factor,  all on the higher heating value (HHV)
//   yearly capital = overnight * construction interest * CRF(r, life) * installed/needed
// Availability is that of k of n units with a common cause. Units are assumed to run at their rated heat rate. A plant
// without a fuel bill (geothermal) has a fuel price of zero; a reactor's fuel is priced per heat.
//
//   generation const g = catalog::combined_cycle;   prepared_supply s = g.prepared(discount_rate{0.07});

#include <tallywatt/energy/levelised.hpp>
#include <tallywatt/energy/power_source.hpp>
#include <tallywatt/finance/construction.hpp>
#include <tallywatt/number/availability.hpp>

namespace tallywatt {

template <class T = double>
struct basic_generation {
    static constexpr char const* kind = "generation";
    char const* name = "combined cycle";
    money_per_power<T> overnight{}; ///< per net power
    int construction_years = 3;
    int life_years = 25;
    basic_capacity_charge<T> fixed{};   ///< fixed operation and maintenance, per installed power
    money_per_energy<T> variable{};     ///< variable operation and maintenance, per net energy
    basic_ratio<T> heat_rate{T(1.867)}; ///< fuel energy (HHV) per net energy
    money_per_energy<T> fuel_price{};   ///< per fuel energy (HHV)
    co2e_per_energy<T> combustion = 53.06 * kgCO2e / million_btu; ///< per fuel energy (HHV)
    co2e_per_energy<T> upstream{};      ///< production, transport and leakage, per fuel energy (HHV)
    co2e_per_energy<T> building{};      ///< the plant's own making, spread over its life, per net energy
    volume_per_energy<T> water{};       ///< consumed, per net energy
    basic_fraction<T> losses{T(0.010)}; ///< generator to the facility's busbar: step-up transformer and lines
    basic_availability<T> unit_availability{T(0.93)};
    basic_fraction<T> common_cause{}; ///< of a unit's unavailability, what takes all units at once
    int units_needed = 4;
    int units_installed = 5;
    area_per_power<T> land{}; ///< fenced site, per installed power
    duration<T> lead_time{};  ///< from order to first power
    basic_fraction<T> clean{}; ///< of the fuel's energy: 1 nuclear, geothermal, hydrogen from clean power

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"overnight", non_negative}, self.overnight...);
        visit(field{"construction_years", between(1, 30)}, self.construction_years...);
        visit(field{"life_years", between(1, 100)}, self.life_years...);
        visit(field{"fixed", non_negative}, self.fixed...);
        visit(field{"variable", non_negative}, self.variable...);
        visit(
            field{
                "heat_rate",
                at_least(1.0),
                {"andrewmccalip/thoughts, 6,370 Btu/kWh (HHV)", "2025-12", confidence::medium}},
            self.heat_rate...
        );
        visit(field{"fuel_price", non_negative}, self.fuel_price...);
        visit(
            field{
                "combustion",
                non_negative,
                {"US EPA, emission factors for greenhouse-gas inventories: natural gas", "2024", confidence::high}},
            self.combustion...
        );
        visit(field{"upstream", non_negative}, self.upstream...);
        visit(field{"building", non_negative}, self.building...);
        visit(field{"water", non_negative}, self.water...);
        visit(
            field{
                "losses",
                between(0.0, 0.9),
                {"assumed: step-up transformer and lines of the site", "2026-11", confidence::assumed}},
            self.losses...
        );
        visit(
            field{
                "unit_availability",
                positive,
                {"assumed: planned and forced outages of frame turbines", "2026-11", confidence::assumed}},
            self.unit_availability...
        );
        visit(field{"common_cause"}, self.common_cause...);
        visit(field{"units_needed", between(1, 500)}, self.units_needed...);
        visit(field{"units_installed", between(1, 1000)}, self.units_installed...);
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
        visit(field{"clean", unit_interval}, self.clean...);
    }
    constexpr operator basic_generation<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount
    ) const {
        T const kept = T(1.0) - losses.value;
        T const built =
            T(static_cast<double>(units_installed) / static_cast<double>(units_needed)) / kept; // per peak power
        T const burnt = heat_rate.value / kept;
        basic_prepared_supply<T> r{};
        r.fuel = burnt * fuel_price;
        r.variable = variable / kept;
        r.fixed = held_at(built * fixed.value);
        r.up_front = (built * construction_interest(discount, 12 * construction_years).value) * overnight;
        r.capital = held_at(r.up_front * capital_recovery_factor(discount, life_years));
        r.location_based = burnt * combustion;
        r.market_based = r.location_based;
        r.marginal = r.location_based;
        r.upstream = (heat_rate.value * upstream + building) / kept;
        r.water = water / kept;
        r.land = built * land;
        r.lead_time = lead_time;
        r.availability = k_of_n(units_needed, units_installed, unit_availability, common_cause);
        r.clean = clean;
        return r;
    }
};
using generation = basic_generation<>;
/// The same plant under the name of its commonest fuel.
template <class T = double>
using basic_gas_generation = basic_generation<T>;
using gas_generation = basic_generation<>;

/// Throws invalid_input where fewer units are installed than needed.
template <class T>
constexpr void check(basic_generation<T> const& g) {
    if (g.units_installed < g.units_needed)
        throw invalid_input("generation.units_installed", g.units_installed, "", "fewer units installed than needed");
}

} // namespace tallywatt

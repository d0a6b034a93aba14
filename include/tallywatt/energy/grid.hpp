#pragma once
// grid: power bought at a utility meter. Energy price and demand charge hold at the meter; what the facility draws at
// its busbar is divided by (1 - losses) first. Emission and water factors are per energy at the meter. Both accounting
// views of the GHG Protocol's scope 2 are kept: location-based (the grid's mix) and market-based (by contract); what
// fuel supply and plant building add is upstream (scope 3); marginal is what one kWh more makes the grid emit.
//
//   grid const g{.energy_price = 0.06 * USD / kilowatt_hour, .demand = demand_per_month(14.6 * USD / kilowatt)};
//
// .demand takes a demand_charge only: 14.6 USD/kW-month has the dimension of a price per energy and would pass for one.

#include <tallywatt/energy/power_source.hpp>

namespace tallywatt {

template <class T = double>
struct basic_grid {
    static constexpr char const* kind = "grid";
    char const* name = "";
    money_per_energy<T> energy_price{};  ///< at the meter
    basic_demand_charge<T> demand{};     ///< at the meter, of the month's highest power
    basic_fraction<T> losses{T(0.010)};  ///< meter to the facility's busbar: substation and own lines
    co2e_per_energy<T> location_based{}; ///< at the meter
    co2e_per_energy<T> market_based{};   ///< at the meter
    co2e_per_energy<T> upstream{};       ///< of fuels and plants, where the factors above leave it out; at the meter
    co2e_per_energy<T> marginal{};       ///< of the plants that follow the load, at the meter
    volume_per_energy<T> water{};        ///< consumed by generation, at the meter
    basic_availability<T> availability{T(0.9997)};
    duration<T> lead_time{}; ///< from request to connection of a large load
    basic_fraction<T> clean{}; ///< renewable and nuclear, of the region's generation

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"energy_price", non_negative}, self.energy_price...);
        visit(field{"demand", non_negative}, self.demand...);
        visit(
            field{
                "losses",
                between(0.0, 0.9),
                {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
            self.losses...
        );
        visit(field{"location_based", non_negative}, self.location_based...);
        visit(field{"market_based", non_negative}, self.market_based...);
        visit(field{"upstream", non_negative}, self.upstream...);
        visit(
            field{
                .name = "marginal",
                .allowed = non_negative,
                .informational = "a report counts average emissions; supply_performance and shifting use the margin"},
            self.marginal...
        );
        visit(field{"water", non_negative}, self.water...);
        visit(
            field{"availability", positive, {"assumed: a few hours of outage a year", "2026-11", confidence::assumed}},
            self.availability...
        );
        visit(
            field{
                .name = "lead_time",
                .allowed = non_negative,
                .informational = "a report is of a site that is connected; energy/time_to_power.hpp prices the wait"},
            self.lead_time...
        );
        visit(field{"clean", unit_interval}, self.clean...);
    }
    constexpr operator basic_grid<double>() const requires std::same_as<T, estimate> { return convert<double>(*this); }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const&) const {
        T const kept = T(1.0) - losses.value;
        basic_prepared_supply<T> r{};
        r.import_share = basic_ratio<T>{T(1.0) / kept};
        r.energy = energy_price / kept;
        r.demand = held_at(demand.value / kept);
        r.location_based = location_based / kept;
        r.market_based = market_based / kept;
        r.upstream = upstream / kept;
        r.marginal = marginal / kept;
        r.water = water / kept;
        r.lead_time = lead_time;
        r.availability = availability;
        r.clean = clean;
        return r;
    }
};
using grid = basic_grid<>;

/// Throws invalid_input where neither energy nor demand has a price: power for nothing is a grid that was never given.
template <class T>
constexpr void check(basic_grid<T> const& g) {
    if (lowest(g.energy_price.base_value) == 0.0 && highest(g.energy_price.base_value) == 0.0
        && highest(g.demand.value.base_value) == 0.0)
        throw invalid_input("energy_price", 0.0, "USD/J", "0 USD/kWh and no demand charge: no supply is given");
}

} // namespace tallywatt

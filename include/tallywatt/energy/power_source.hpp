#pragma once
// power_source: what supplies a facility's busbar. A source is prepared once at a discount rate into levelised prices,
// emission and water factors (prepared_supply), and then evaluated for any mean and peak power of the facility.
//
// A type of your own composes like the built-in ones (basic_grid, basic_generation) by offering
//   s.prepared(basic_discount_rate<real_terms, T>) -> basic_prepared_supply<T>
// Factors are per energy delivered at the facility's busbar, charges per peak power there.
//
//   prepared_supply const s = prepare(supply{catalog::pjm_virginia}, discount_rate{0.07});
//   supply_performance const r = perform(s, at_facility<power<>>{92.0 * megawatt}, at_facility<power<>>{110.0 * megawatt});

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

#include <type_traits>

namespace tallywatt {

inline constexpr auto square_metre_per_kilowatt = square_metre / kilowatt;

/// A source at a discount rate, per energy and per peak power at the facility's busbar.
template <class T = double>
struct basic_prepared_supply {
    basic_ratio<T> import_share{}; ///< energy at the utility meter per energy at the busbar; 0 off grid
    money_per_energy<T> energy{};  ///< bought electricity
    money_per_energy<T> fuel{};
    money_per_energy<T> variable{};      ///< variable operation and maintenance
    basic_capacity_charge<T> demand{};   ///< demand charge, brought to the busbar
    basic_capacity_charge<T> fixed{};    ///< fixed operation and maintenance
    basic_capacity_charge<T> capital{};  ///< annualised
    money_per_power<T> up_front{};       ///< capital at completion
    co2e_per_energy<T> location_based{}; ///< operational: generation's stacks
    co2e_per_energy<T> market_based{};   ///< operational: by contract
    co2e_per_energy<T> upstream{};       ///< fuel production and transport, and the plant's own making
    co2e_per_energy<T> marginal{};       ///< operational, of the plants that follow the load
    volume_per_energy<T> water{};        ///< consumed by generation
    area_per_power<T> land{};            ///< fenced site, per peak power
    duration<T> lead_time{};             ///< from order to first power
    basic_availability<T> availability{T(1.0)};
    basic_fraction<T> clean{}; ///< renewable and nuclear, of the energy at the busbar, counted by the year
};
using prepared_supply = basic_prepared_supply<>;

/// What a supply costs, by line; the lines add up to the total.
template <class T = double>
struct basic_supply_cost {
    money_rate<T> energy{}, demand{}, fuel{}, operation{}, capital{};
    [[nodiscard]] constexpr money_rate<T> total() const { return energy + demand + fuel + operation + capital; }
};
using supply_cost = basic_supply_cost<>;

/// What a supply does for a facility.
template <class T = double>
struct basic_supply_performance {
    at_grid<power<T>> import{}; ///< mean power at the utility meter
    at_grid<power<T>> peak_import{};
    basic_supply_cost<T> cost{};
    money<T> up_front{};           ///< capital at completion (annualised in cost.capital)
    co2e_rate<T> location_based{}; ///< operational
    co2e_rate<T> market_based{};   ///< operational
    co2e_rate<T> upstream{};
    co2e_rate<T> marginal{}; ///< operational, of the plants that follow the load
    volume_rate<T> source_water{};
    area<T> land{};
    duration<T> lead_time{};     ///< from order to first power
    money_per_energy<T> price{}; ///< levelised, per energy at the busbar
    basic_availability<T> availability{};
    basic_fraction<T> clean{}; ///< renewable and nuclear, of the year's energy
};
using supply_performance = basic_supply_performance<>;

template <class S, class T>
concept power_source = described<S> && requires(S const& s, basic_discount_rate<real_terms, T> const& discount) {
    { s.prepared(discount) } -> std::same_as<basic_prepared_supply<T>>;
};

/// The source at this discount rate; of a std::variant of sources, the one it holds.
template <class S, class T>
    requires(power_source<S, T> || detail::is_variant<S>)
constexpr basic_prepared_supply<T>
prepare(S const& source_of_power, basic_discount_rate<real_terms, T> const& discount) {
    if constexpr (detail::is_variant<S>)
        return std::visit([&](auto const& s) { return prepare(s, discount); }, source_of_power);
    else
        return source_of_power.prepared(discount);
}

/// Import, cost, emissions and water for a facility's mean and peak power at its busbar. A price per energy falls as
/// the peak comes down towards the mean.
template <class T>
constexpr basic_supply_performance<T> perform(
    basic_prepared_supply<T> const& s, std::type_identity_t<at_facility<power<T>>> const& mean,
    std::type_identity_t<at_facility<power<T>>> const& peak
) {
    basic_supply_performance<T> r{};
    r.import = at_grid<power<T>>{mean.value * s.import_share.value};
    r.peak_import = at_grid<power<T>>{peak.value * s.import_share.value};
    r.cost = {
        .energy = mean.value * s.energy,
        .demand = peak * s.demand,
        .fuel = mean.value * s.fuel,
        .operation = mean.value * s.variable + peak * s.fixed,
        .capital = peak * s.capital};
    r.up_front = peak.value * s.up_front;
    r.location_based = mean * s.location_based;
    r.market_based = mean * s.market_based;
    r.upstream = mean * s.upstream;
    r.marginal = mean * s.marginal;
    r.source_water = mean * s.water;
    r.land = peak.value * s.land;
    r.lead_time = s.lead_time;
    T const per_mean = peak / mean;
    r.price = s.energy + s.fuel + s.variable + per_mean * (s.demand.value + s.fixed.value + s.capital.value);
    r.availability = s.availability;
    r.clean = s.clean;
    return r;
}

} // namespace tallywatt

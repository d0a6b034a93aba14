#pragma once
// microgrid: sun, wind, a storage, a firm plant and a grid connection that serve one facility, as one power source. It is
// sized per peak power of the facility, dispatched once (operate: hour by hour, in double) and then evaluated in any number
// type at the flows of that year: prices, efficiencies of plants, emission factors and the discount rate may vary.
//   energy lines  = flow per load energy * price of the source       capital, fixed = size per peak power * charge of the source
//   availability  = 1 - unserved - firm flow * (1 - A_firm) - import * (1 - A_grid)
// Sales lower the energy line. The storage's own making counts upstream, spread over its life.
//
//   microgrid m{.solar = catalog::solar, ...};   operate(m, inputs);   prepared_supply s = prepare(m, discount_rate{0.07});

#include <tallywatt/energy/dispatch.hpp>
#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/grid.hpp>
#include <tallywatt/energy/storage.hpp>
#include <tallywatt/energy/variable_generation.hpp>

namespace tallywatt {

/// Flows of a dispatched year per energy of the load.
template <class T = double>
struct basic_microgrid_year {
    static constexpr char const* kind = "microgrid_year";
    basic_ratio<T> load_factor{T(0.0)}; ///< mean over peak load; 0: not dispatched
    basic_ratio<T> solar{}, wind{};     ///< generated at the busbar, curtailed energy included
    basic_ratio<T> firm{}, import{}, sold{};
    basic_fraction<T> unserved{};
    basic_ratio<T> curtailed{};
    basic_ratio<T> cycles{};      ///< full discharges a year
    basic_ratio<T> peak_import{}; ///< mean of the months' peaks per peak load

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"load_factor", non_negative}, self.load_factor...);
        visit(field{"solar", non_negative}, self.solar...);
        visit(field{"wind", non_negative}, self.wind...);
        visit(field{"firm", non_negative}, self.firm...);
        visit(field{"import", non_negative}, self.import ...);
        visit(field{"sold", non_negative}, self.sold...);
        visit(field{"unserved"}, self.unserved...);
        visit(
            field{
                .name = "curtailed",
                .allowed = non_negative,
                .informational = "what is curtailed costs nothing more: the plants are paid for by size"},
            self.curtailed...
        );
        visit(field{"cycles", non_negative}, self.cycles...);
        visit(field{"peak_import", non_negative}, self.peak_import...);
    }
};
using microgrid_year = basic_microgrid_year<>;

template <class T = double>
struct basic_microgrid {
    static constexpr char const* kind = "microgrid";
    char const* name = "";
    basic_variable_generation<T> solar{}, wind{};
    basic_storage<T> store{};
    basic_generation<T> firm{};
    basic_grid<T> grid{};
    // per peak power of the facility, at the busbar
    basic_ratio<T> solar_size{}, wind_size{}, charger_size{}, discharger_size{};
    duration<T> store_size{};           ///< stored energy per peak power
    basic_ratio<T> firm_size{};         ///< what must run; the firm plant's spare units come on top
    basic_ratio<T> grid_size{};         ///< import limit
    basic_ratio<T> export_size{};       ///< export limit
    money_per_energy<T> export_price{}; ///< at the meter
    basic_microgrid_year<T> year{};     ///< by operate

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr char const* by_dispatch = "a limit of the hourly dispatch: it moves the flows that operate() writes";
        visit(field{"name"}, self.name...);
        visit(field{"solar"}, self.solar...);
        visit(field{"wind"}, self.wind...);
        visit(field{"store"}, self.store...);
        visit(field{"firm"}, self.firm...);
        visit(field{"grid"}, self.grid...);
        visit(field{"solar_size", non_negative}, self.solar_size...);
        visit(field{"wind_size", non_negative}, self.wind_size...);
        visit(field{"charger_size", non_negative}, self.charger_size...);
        visit(field{"discharger_size", non_negative}, self.discharger_size...);
        visit(field{"store_size", non_negative}, self.store_size...);
        visit(field{"firm_size", non_negative}, self.firm_size...);
        visit(field{.name = "grid_size", .allowed = non_negative, .informational = by_dispatch}, self.grid_size...);
        visit(field{.name = "export_size", .allowed = non_negative, .informational = by_dispatch}, self.export_size...);
        visit(field{"export_price", non_negative}, self.export_price...);
        visit(field{"year"}, self.year...);
    }
    constexpr operator basic_microgrid<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount
    ) const {
        auto const sun = solar.prepared(discount), air = wind.prepared(discount), plant = firm.prepared(discount);
        auto const meter = grid.prepared(discount);
        T const a = solar_size.value, b = wind_size.value, f = firm_size.value, burnt = year.firm.value,
                bought = year.import.value;
        basic_storage_size<T> const built{store_size * watt, charger_size.value * watt, discharger_size.value * watt};
        money<T> const batteries = price_of(store, built); // per watt of peak power
        basic_prepared_supply<T> r{};
        r.import_share = basic_ratio<T>{bought * meter.import_share.value};
        r.energy = bought * meter.energy - (year.sold.value * (T(1.0) - grid.losses.value)) * export_price;
        r.fuel = burnt * plant.fuel;
        r.variable = burnt * plant.variable + year.solar.value * sun.variable + year.wind.value * air.variable;
        r.demand = held_at(year.peak_import.value * meter.demand.value);
        r.fixed = held_at(
            f * plant.fixed.value + a * sun.fixed.value + b * air.fixed.value + annual_upkeep_of(store, built) / watt
        );
        money_rate<T> const worn = annual_capital_of(store, built, discount, year.cycles.value);
        r.capital = held_at(f * plant.capital.value + a * sun.capital.value + b * air.capital.value + worn / watt);
        r.up_front = f * plant.up_front + a * sun.up_front + b * air.up_front + batteries / watt;
        r.location_based = burnt * plant.location_based + bought * meter.location_based;
        r.market_based = burnt * plant.market_based + bought * meter.market_based;
        r.marginal = burnt * plant.marginal + bought * meter.marginal;
        // the storage is made once in its life, of which a peak watt takes load_factor * life of energy
        T const lifetime = year.load_factor.value * T(static_cast<double>(store.life_years));
        r.upstream = burnt * plant.upstream + bought * meter.upstream + year.solar.value * sun.upstream
                     + year.wind.value * air.upstream + (store_size / tallywatt::year / lifetime) * store.building;
        r.water =
            burnt * plant.water + bought * meter.water + year.solar.value * sun.water + year.wind.value * air.water;
        r.land = f * plant.land + a * sun.land + b * air.land + discharger_size.value * store.land;
        duration<T> const none{};
        T const zero = T(0.0);
        r.lead_time = math::max(
            math::max(math::select(a > zero, sun.lead_time, none), math::select(b > zero, air.lead_time, none)),
            math::max(
                math::max(
                    math::select(f > zero, plant.lead_time, none), math::select(bought > zero, meter.lead_time, none)
                ),
                math::select(store_size.base_value > zero, store.lead_time, none)
            )
        );
        r.availability = basic_availability<T>{
            T(1.0) - year.unserved.value - burnt * (T(1.0) - plant.availability.value)
            - bought * (T(1.0) - meter.availability.value)};
        r.clean = basic_fraction<T>{math::max(
            T(1.0) - burnt * (T(1.0) - plant.clean.value) - bought * (T(1.0) - meter.clean.value), zero
        )};
        return r;
    }
};
using microgrid = basic_microgrid<>;

template <class T>
constexpr void check(basic_microgrid<T> const& m) {
    if (highest(m.firm_size.value) > 0.0)
        check(m.firm);
    if (!(lowest(m.year.load_factor.value) > 0.0))
        throw invalid_input(
            "microgrid.year", 0.0, "", "the year has not been dispatched: call operate(microgrid, inputs)"
        );
}

/// The site that a microgrid is at a facility's peak power. Firm power is what runs; its marginal cost is fuel and variable
/// operation. Variable sources lose their losses on the way to the busbar, the grid its own.
constexpr dispatch_site site_of(microgrid const& m, power<> const& peak) {
    dispatch_site s;
    s.load_peak = peak;
    s.variable = {
        peak * m.solar_size * complement(m.solar.losses), peak * m.wind_size * complement(m.wind.losses), 0.0 * watt};
    s.storage.store = peak * m.store_size;
    s.storage.charger = peak * m.charger_size;
    s.storage.discharger = peak * m.discharger_size;
    s.storage.charging = m.store.charging.value;
    s.storage.discharging = m.store.discharging.value;
    s.storage.self_discharge = m.store.self_discharge.value;
    s.firm_sources = 1;
    s.firm[0] = peak * m.firm_size;
    double const kept = 1.0 - m.firm.losses.value;
    s.firm_cost[0] = (m.firm.heat_rate.value * m.firm.fuel_price + m.firm.variable) / kept;
    s.import = peak * m.grid_size;
    for (auto& p : s.import_price)
        p = m.grid.energy_price / (1.0 - m.grid.losses.value);
    s.export_limit = peak * m.export_size;
    s.export_price = m.export_price * (1.0 - m.grid.losses.value);
    return s;
}

/// A dispatched year as flows per load.
constexpr microgrid_year flows_of(dispatch_result const& r) {
    microgrid_year y;
    auto const per_load = [&](energy<> const& e) { return ratio{e / r.load}; };
    y.load_factor = ratio{r.load / (r.load_peak * (static_cast<double>(r.hours) * hour))};
    y.solar = per_load(r.variable[0]);
    y.wind = per_load(r.variable[1]);
    y.firm = per_load(r.firm[0]);
    y.import = per_load(r.import());
    y.sold = per_load(r.sold);
    y.unserved = fraction{r.unserved / r.load};
    y.curtailed = per_load(r.curtailed);
    y.cycles = ratio{r.cycles * static_cast<double>(hours_a_year) / static_cast<double>(r.hours)};
    double peaks = 0.0;
    std::size_t const months = (static_cast<std::size_t>(r.hours) + hours_a_month - 1) / hours_a_month;
    for (std::size_t m = 0; m < months && m < r.peak_import.size(); ++m)
        peaks += r.peak_import[m] / r.load_peak;
    y.peak_import = ratio{peaks / static_cast<double>(months < 12 ? months : 12)};
    return y;
}

/// Dispatches the microgrid over the inputs (available[0]: sun, available[1]: wind) and writes its year. With room for a
/// reserve and a refill (each one longer than the hours) the storage looks ahead to shortages and ends as it began.
constexpr dispatch_result operate(
    microgrid& m, hourly_inputs const& in, power<> const& peak = 1.0 * megawatt, std::span<double> reserve = {},
    std::span<double> refill = {}
) {
    dispatch_site s = site_of(m, peak);
    if (!reserve.empty() && !refill.empty()) {
        reserve_for_shortage(in, s, reserve, refill, s.storage.start);
        s.reserve = reserve;
        s.refill = refill;
    }
    dispatch_result const r = dispatch(in, s);
    m.year = flows_of(r);
    return r;
}

} // namespace tallywatt

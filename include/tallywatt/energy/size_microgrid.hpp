#pragma once
// size_microgrid: gives a microgrid without a grid the cheapest sizes for its sources' prices, a discount rate and a share of
// energy that may stay unserved, dispatches it at them, and leaves it ready to be a power source. Yearly prices are capital
// recovery and fixed operation (the firm plant with its spare units); fuel and variable operation count by energy.
//
//   microgrid m{.solar = catalog::solar, .store = catalog::lithium_battery, .firm = catalog::reciprocating_engines};
//   sizing_result const r = size_microgrid(m, inputs, 1.0 * gigawatt, discount_rate{0.07}, fraction{1e-4});

#include <tallywatt/energy/microgrid.hpp>
#include <tallywatt/energy/sizing.hpp>

namespace tallywatt {

/// The most of each that may be built, per peak power of the load; 0: none of it.
struct microgrid_limits {
    ratio solar{20.0}, wind{20.0}, firm{1.2};
    duration<> store = 200.0 * hour;
    duration<> discharge_time = 4.0 * hour; ///< store over discharging power
};

inline sizing_result size_microgrid(
    microgrid& m, hourly_inputs const& in, power<> const& peak, discount_rate const& discount, fraction const& unserved,
    microgrid_limits const& most = {}
) {
    sizing_problem p;
    p.hours = in;
    p.load_peak = peak;
    basic_variable_generation<> const* const weather[] = {&m.solar, &m.wind};
    ratio const allowed[] = {most.solar, most.wind};
    for (std::size_t i = 0; i < 2; ++i) { // per nameplate at the busbar
        auto const s = weather[i]->prepared(discount);
        double const kept = 1.0 - weather[i]->losses.value;
        p.variable[i] = {(s.capital.value + s.fixed.value) / kept, peak * allowed[i] * kept};
    }
    auto const plant = m.firm.prepared(discount);
    p.firm = {plant.capital.value + plant.fixed.value, plant.fuel + plant.variable, peak * most.firm};
    storage_size const each{
        1.0 * kilowatt_hour, (1.0 * kilowatt_hour) / most.discharge_time, (1.0 * kilowatt_hour) / most.discharge_time};
    p.storage.yearly = annual_cost_of(m.store, each, discount) / (1.0 * kilowatt_hour);
    p.storage.most = peak * most.store;
    p.storage.discharge_time = most.discharge_time;
    p.storage.charging = m.store.charging;
    p.storage.discharging = m.store.discharging;
    p.storage.self_discharge = m.store.self_discharge;
    p.unserved = unserved;
    sizing_result const r = size_for_least_cost(p);
    m.solar_size = ratio{r.variable[0] / peak / (1.0 - m.solar.losses.value)};
    m.wind_size = ratio{r.variable[1] / peak / (1.0 - m.wind.losses.value)};
    m.store_size = r.store / peak;
    m.charger_size = m.discharger_size = ratio{m.store_size / most.discharge_time};
    m.firm_size = ratio{r.firm / peak};
    m.grid_size = ratio{0.0};
    std::vector<double> reserve(in.hours() + 1), refill(in.hours() + 1);
    operate(m, in, peak, reserve, refill);
    return r;
}

} // namespace tallywatt

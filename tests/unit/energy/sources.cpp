#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/sources.hpp>
#include <tallywatt/energy.hpp>
#include <tallywatt/energy/profile.hpp>
#include <tallywatt/energy/size_microgrid.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr discount_rate seven{0.07};
constexpr at_facility<power<>> mean{80.0 * megawatt}, peak{100.0 * megawatt};
double usd_per_mwh(money_per_energy<> const& p) { return p.in(USD / megawatt_hour); }
} // namespace

TEST_CASE("variable generation: levelised cost by hand") {
    // 1,000 USD/kW over 20 years without interest and 20 USD/kW-year fixed: 70 USD/kW-year over 8,760 h * 0.25 * 0.98
    variable_generation const g{
        .overnight = 1000.0 * USD / kilowatt,
        .construction_years = 1,
        .life_years = 20,
        .fixed = per_year(20.0 * USD / kilowatt),
        .variable = 1.96 * USD / megawatt_hour,
        .capacity_factor = fraction{0.25},
        .losses = fraction{0.02},
        .land = 25.0 * square_metre_per_kilowatt};
    CHECK(usd_per_mwh(levelised_cost(g, discount_rate{0.0})) == near(70.0 / (8.76 * 0.25 * 0.98) + 2.0, 1e-12));
    auto const s = g.prepared(discount_rate{0.0});
    CHECK(s.availability.value == near(0.245, 1e-12));
    CHECK(perform(s, mean, peak).land.in(kilometre * kilometre) == near(2.5, 1e-12));
    // half a per cent of fade a year without interest: mean of 0.995^0..0.995^19 = (1 - 0.995^20)/(20 * 0.005)
    variable_generation fading = g;
    fading.fade = fraction{0.005};
    CHECK(fading.yield(discount_rate{0.0}).value == near(0.245 * 0.9538952, 1e-6));
}

TEST_CASE("catalog: levelised costs lie in published ranges") {
    // Lazard LCOE+ June 2025, unsubsidised: sun 38 to 78, onshore wind 37 to 86, offshore 70 to 157, geothermal 66 to 109, large
    // nuclear 141 to 220 USD/MWh, gas peaking 149 to 251 at a capacity factor of 10 to 15 %. At 7 % real here.
    CHECK(usd_per_mwh(levelised_cost(variable_generation(catalog::solar), seven)) > 38.0);
    CHECK(usd_per_mwh(levelised_cost(variable_generation(catalog::solar), seven)) < 78.0);
    CHECK(usd_per_mwh(levelised_cost(variable_generation(catalog::onshore_wind), seven)) > 37.0);
    CHECK(usd_per_mwh(levelised_cost(variable_generation(catalog::onshore_wind), seven)) < 86.0);
    CHECK(usd_per_mwh(levelised_cost(variable_generation(catalog::offshore_wind), discount_rate{0.05})) < 157.0);
    auto const at_load = [](generation g, double load_factor) {
        g.units_installed = g.units_needed; // a plant on its own, as published: no spare
        return usd_per_mwh(perform(prepare(g, seven), at_facility<power<>>{100.0 * load_factor * megawatt}, peak).price
        );
    };
    CHECK(at_load(catalog::nuclear_large, 0.93) > 125.0);
    CHECK(at_load(catalog::nuclear_large, 0.93) < 220.0);
    CHECK(at_load(catalog::simple_cycle, 0.12) > 149.0);
    CHECK(at_load(catalog::simple_cycle, 0.12) < 251.0);
    CHECK(at_load(catalog::geothermal, 0.90) > 66.0);
    CHECK(at_load(catalog::geothermal, 0.90) < 120.0); // NREL's overnight cost is above Lazard's
    CHECK(at_load(catalog::fusion, 0.75) > 110.0);     // a projection: never cheaper than its proponents' own
}

TEST_CASE("contract: delivered and virtual, by hand") {
    // grid 50 USD/MWh, 400 g/kWh; four fifths at 40 + 5. Delivered: 0.2 * 50 + 0.8 * 45 = 46.
    // Virtual, captured at 0.9 of the grid's price: 50 + 0.8 (45 - 45) = 50.
    contract c{
        .grid =
            {.energy_price = 50.0 * USD / megawatt_hour,
             .losses = fraction{0.0},
             .location_based = 400.0 * gCO2e / kilowatt_hour,
             .market_based = 450.0 * gCO2e / kilowatt_hour,
             .upstream = 60.0 * gCO2e / kilowatt_hour,
             .lead_time = 3.0 * year},
        .share = fraction{0.8},
        .strike = 40.0 * USD / megawatt_hour,
        .carriage = 5.0 * USD / megawatt_hour,
        .capture = ratio{0.9},
        .plant_upstream = 10.0 * gCO2e / kilowatt_hour,
        .lead_time = 2.0 * year};
    auto const delivered = prepare(c, seven);
    CHECK(usd_per_mwh(delivered.energy) == near(46.0, 1e-12));
    CHECK(delivered.location_based.in(gCO2e / kilowatt_hour) == near(400.0, 1e-12));
    CHECK(delivered.market_based.in(gCO2e / kilowatt_hour) == near(90.0, 1e-12));
    CHECK(delivered.upstream.in(gCO2e / kilowatt_hour) == near(20.0, 1e-12));
    CHECK(delivered.lead_time == 3.0 * year);
    c.is_virtual = true;
    CHECK(usd_per_mwh(prepare(c, seven).energy) == near(50.0, 1e-12));
    c.grid.energy_price = 0.0 * USD / megawatt_hour;
    CHECK_THROWS_AS(check(supply{c}), invalid_input);
}

TEST_CASE("mix: shares, capacities and availability by hand") {
    // grid: 60 USD/MWh, A = 0.99; plant: capital only. Three tenths of the energy from the plant, built for half the peak.
    mixed_supply m{
        .first =
            grid{
                .energy_price = 60.0 * USD / megawatt_hour,
                .demand = demand_per_month(10.0 * USD / kilowatt),
                .losses = fraction{0.0},
                .location_based = 400.0 * gCO2e / kilowatt_hour,
                .availability = availability{0.99},
                .lead_time = 3.0 * year},
        .second =
            variable_generation{
                .overnight = 1000.0 * USD / kilowatt,
                .life_years = 20,
                .capacity_factor = fraction{0.6},
                .losses = fraction{0.0},
                .lead_time = 1.0 * year},
        .energy_share = fraction{0.3},
        .first_capacity = ratio{0.8},
        .second_capacity = ratio{0.5}};
    auto const s = prepare(m, discount_rate{0.0});
    CHECK(usd_per_mwh(s.energy) == near(42.0, 1e-12));
    CHECK((s.demand.value * year).in(USD / kilowatt) == near(96.0, 1e-12));
    CHECK((s.capital.value * year).in(USD / kilowatt) == near(25.0, 1e-12));
    CHECK(s.location_based.in(gCO2e / kilowatt_hour) == near(280.0, 1e-12));
    CHECK(s.import_share.value == near(0.7, 1e-12));
    // both 0.99 * 0.6 * 1, grid alone 0.99 * 0.4 * 0.8, plant alone 0.01 * 0.6 * 0.5
    CHECK(s.availability.value == near(0.594 + 0.3168 + 0.003, 1e-12));
    CHECK(s.lead_time == 3.0 * year);
    m.first_capacity = m.second_capacity = ratio{0.0};
    CHECK_THROWS_AS(check(supply{m}), invalid_input);
}

TEST_CASE("interruptible grid: a connection sooner, with backup, by hand") {
    interruptible_grid s{
        .grid =
            {.energy_price = 60.0 * USD / megawatt_hour,
             .demand = demand_per_month(10.0 * USD / kilowatt),
             .losses = fraction{0.0},
             .location_based = 400.0 * gCO2e / kilowatt_hour,
             .availability = availability{0.99},
             .lead_time = 5.0 * year},
        .backup =
            {.overnight = 800.0 * USD / kilowatt,
             .construction_years = 1,
             .life_years = 20,
             .heat_rate = ratio{2.5},
             .fuel_price = 20.0 * USD / megawatt_hour,
             .combustion = 200.0 * gCO2e / kilowatt_hour,
             .losses = fraction{0.0},
             .unit_availability = availability{0.9},
             .units_needed = 1,
             .units_installed = 1,
             .lead_time = 1.0 * year},
        .curtailed = 876.0 * hour,
        .minimum_take = fraction{0.8},
        .contracted = ratio{1.5},
        .earlier = 2.0 * year};
    auto const p = prepare(s, discount_rate{0.0});
    CHECK(usd_per_mwh(p.energy) == near(54.0, 1e-12));                       // nine tenths of the year
    CHECK(usd_per_mwh(p.fuel) == near(5.0, 1e-12));                          // a tenth of 2.5 * 20
    CHECK((p.demand.value * year).in(USD / kilowatt) == near(144.0, 1e-12)); // 0.8 * 1.5 of 120
    CHECK((p.capital.value * year).in(USD / kilowatt) == near(40.0, 1e-12));
    CHECK(p.location_based.in(gCO2e / kilowatt_hour) == near(0.9 * 400.0 + 0.1 * 500.0, 1e-12));
    CHECK(p.availability.value == near(0.9 * (1.0 - 0.01 * 0.1) + 0.1 * 0.9, 1e-12));
    CHECK(p.lead_time == 3.0 * year);
    s.earlier = 6.0 * year;
    CHECK(prepare(s, discount_rate{0.0}).lead_time == 1.0 * year); // the generators come first
    static_assert(power_source<interruptible_grid, double>);
}

TEST_CASE("storage: price and yearly cost by hand") {
    storage s = catalog::lithium_battery;
    s.store_price = 200.0 * USD / kilowatt_hour;
    s.charger_price = 100.0 * USD / kilowatt;
    s.discharger_price = 50.0 * USD / kilowatt;
    s.fixed = fraction{0.02};
    s.life_years = 20;
    s.cycle_life = ratio{5000.0};
    storage_size const size{4.0 * megawatt_hour, 2.0 * megawatt, 1.0 * megawatt};
    CHECK(price_of(s, size).in(1e3 * USD) == near(1050.0, 1e-12)); // 800 + 200 + 50
    CHECK((annual_cost_of(s, size, discount_rate{0.0}) * year).in(1e3 * USD) == near(1050.0 * 0.07, 1e-12));
    // 500 cycles a year wear the store out in 10 years: 800/10 - 800/20 more
    CHECK(
        (annual_cost_of(s, size, discount_rate{0.0}, 500.0) * year).in(1e3 * USD) == near(1050.0 * 0.07 + 40.0, 1e-12)
    );
    CHECK((annual_cost_of(s, size, discount_rate{0.0}, 100.0) * year).in(1e3 * USD) == near(1050.0 * 0.07, 1e-12));
}

TEST_CASE("microgrid: a dispatched year becomes a source") {
    // V17's site: 3.35294 W of sun and 17.35444 Wh per watt, nothing else; 1,000 USD/kW and 200 USD/kWh over 20 years
    std::vector<double> sun(hours_a_year);
    for (std::size_t t = 0; t < sun.size(); ++t)
        sun[t] = t % 24 >= 12 && t % 24 < 20 ? 1.0 : 0.0; // half full at midnight, more or less
    microgrid m{
        .name = "sun and battery",
        .solar =
            {.overnight = 1000.0 * USD / kilowatt,
             .life_years = 20,
             .losses = fraction{0.0},
             .land = 25.0 * square_metre_per_kilowatt,
             .lead_time = 2.0 * year},
        .store =
            {.store_price = 200.0 * USD / kilowatt_hour,
             .fixed = fraction{0.0},
             .life_years = 20,
             .charging = fraction{math::sqrt(0.85)},
             .discharging = fraction{math::sqrt(0.85)},
             .cycle_life = ratio{1e6},
             .building = 100.0 * kgCO2e / kilowatt_hour},
        .firm = {.lead_time = 9.0 * year},
        .solar_size = ratio{3.3529411764705883 * 1.001},
        .charger_size = ratio{10.0},
        .discharger_size = ratio{10.0},
        .store_size = 2.0 * 17.354436625492493 * hour};
    CHECK_THROWS_AS(check(supply{m}), invalid_input); // not dispatched yet
    hourly_inputs in;
    in.available[0] = sun;
    auto const r = operate(m, in, 100.0 * megawatt);
    CHECK_NOTHROW(check(supply{m}));
    CHECK(r.unserved.base_value == 0.0);
    auto const p = perform(prepare(m, discount_rate{0.0}), peak, peak);
    // 335.63 MUSD of sun and 694.18 MUSD of batteries over 20 years, on 876 GWh
    CHECK(p.up_front.in(1e6 * USD) == near(335.6294117647 + 694.1774650197, 1e-9));
    CHECK(usd_per_mwh(p.price) == near((335.6294117647 + 694.1774650197) / 20.0 / 0.876, 1e-9));
    CHECK(p.availability.value == 1.0);
    CHECK(p.lead_time == 2.0 * year); // what is not built does not hold up
    CHECK(p.land.in(kilometre * kilometre) == near(8.39073529411, 1e-9));
    // 34.7 kWh per kW made once for 20 * 8,760 kWh: 100 kg * 34.7089/175,200 = 19.81 g/kWh
    CHECK((p.upstream / peak.value).in(gCO2e / kilowatt_hour) == near(19.8110, 1e-5));
    CHECK(m.year.cycles.value == near(182.5, 2e-3)); // half of the doubled store each day

    // with a grid instead of half the store: imports, their carbon, a demand charge on the mean of the months' peaks
    m.store_size = 8.0 * hour;
    m.grid = catalog::ercot_texas;
    m.grid_size = ratio{1.0};
    auto const g = operate(m, in, 100.0 * megawatt);
    auto const q = perform(prepare(m, discount_rate{0.0}), peak, peak);
    CHECK(g.import_to_load.base_value > 0.0);
    CHECK(q.import.value.base_value == near((g.import() / (year * (1.0 - m.grid.losses.value))).base_value, 1e-12));
    CHECK(
        (q.location_based * year).base_value
        == near((g.import() * m.grid.location_based / (1.0 - m.grid.losses.value)).base_value, 1e-12)
    );
    CHECK(q.lead_time == m.grid.lead_time);
    // sales lower the price
    m.export_size = ratio{5.0};
    m.export_price = 20.0 * USD / megawatt_hour;
    m.solar_size = ratio{5.0};
    operate(m, in, 100.0 * megawatt);
    auto const sold = prepare(m, seven);
    m.export_price = 0.0 * USD / megawatt_hour;
    CHECK(
        usd_per_mwh(prepare(m, seven).energy - sold.energy)
        == near(20.0 * m.year.sold.value * (1.0 - m.grid.losses.value), 1e-12)
    );
}

TEST_CASE("microgrid: sized at least cost, and dispatched at its sizes") {
    std::vector<double> sun(hours_a_year);
    fill_solar({.latitude_degrees = 33.4, .clearness = fraction{0.88}, .day_to_day = fraction{0.12}}, 1, sun);
    microgrid m{.solar = catalog::solar, .store = catalog::lithium_battery, .firm = catalog::reciprocating_engines};
    m.firm.fuel_price = 12.0 * USD / million_btu;
    hourly_inputs in;
    in.available[0] = sun;
    auto const r = size_microgrid(m, in, 100.0 * megawatt, seven, fraction{1e-3});
    REQUIRE(r.feasible);
    CHECK(m.year.unserved.value == within(r.unserved.value, 1e-9));
    CHECK(m.wind_size.value == 0.0); // no wind series, no wind
    // the source's yearly cost is the cost that was minimised; the sizing leaves out what cycling wears off the storage
    auto const p = prepare(m, seven);
    auto const q = perform(p, peak, peak);
    CHECK((q.cost.total() * year).in(1e6 * USD) == near((r.cost * year).in(1e6 * USD), 5e-3));
    CHECK(p.import_share.value == 0.0);
    // cheaper batteries, more sun: a lower price never makes the plant dearer
    microgrid cheap = m;
    cheap.store.store_price *= 0.5;
    auto const less = size_microgrid(cheap, in, 100.0 * megawatt, seven, fraction{1e-3});
    CHECK(less.cost <= r.cost * 1.002);
    CHECK(less.store >= r.store);
    // what cannot be served within the limits is reported
    microgrid dark = m;
    CHECK_FALSE(size_microgrid(
                    dark, in, 100.0 * megawatt, seven, fraction{0.0}, {.solar = ratio{0.5}, .firm = ratio{0.0}}
    ).feasible);
}

TEST_CASE("profiles: means, limits and the same year from the same seed") {
    std::vector<double> a(hours_a_year), b(hours_a_year);
    solar_climate const phoenix{.latitude_degrees = 33.4, .clearness = fraction{0.85}};
    fill_solar(phoenix, 1, a);
    fill_solar(phoenix, 1, b);
    CHECK(a == b);
    fill_solar(phoenix, 2, b);
    CHECK(a != b);
    for (double const x : a)
        REQUIRE((x >= 0.0 && x <= 1.0));
    CHECK(a[0] == 0.0); // midnight
    // NREL ATB 2024: tracking plants of the US south-west run at 0.29 to 0.34, of the north at 0.20 to 0.25
    CHECK(mean_of(a) > 0.28);
    CHECK(mean_of(a) < 0.34);
    fill_solar({.latitude_degrees = 45.0, .clearness = fraction{0.62}}, 1, b);
    CHECK(mean_of(b) > 0.18);
    CHECK(mean_of(b) < 0.25);
    // summer beats winter in the north
    double june = 0.0, december = 0.0;
    for (std::size_t t = 0; t < 720; ++t)
        june += b[151 * 24 + t], december += b[335 * 24 + t];
    CHECK(june > 1.5 * december);

    // a Rayleigh wind of 8 m/s and a turbine rated at 11.5 m/s: 0.30 to 0.45 with 15 % losses; its speeds keep their mean
    fill_wind({.mean_speed = 8.0}, 3, a);
    CHECK(mean_of(a) > 0.30);
    CHECK(mean_of(a) < 0.45);
    fill_wind({.mean_speed = 9.0}, 3, b);
    CHECK(mean_of(b) > mean_of(a));
    // an hour knows the next: correlation about the process' memory
    double const m = mean_of(a);
    double var = 0.0, lag = 0.0;
    for (std::size_t t = 1; t < a.size(); ++t)
        var += (a[t] - m) * (a[t] - m), lag += (a[t] - m) * (a[t - 1] - m);
    CHECK(lag / var > 0.85);
    CHECK(lag / var < 0.97);
    fill_load(fraction{0.2}, fraction{0.1}, a);
    CHECK(*std::max_element(a.begin(), a.end()) == near(1.0, 1e-9));
    CHECK(*std::min_element(a.begin(), a.end()) == near(0.72, 1e-9));
    CHECK_THROWS_AS(fill_solar({.latitude_degrees = 80.0}, 1, a), invalid_input);
    // the first numbers of SplitMix64 from seed 0, as published with it
    profile_random random(0);
    CHECK(random.next() == 0xe220a8397b1dcdafu);
    CHECK(random.next() == 0x6e789e6aa1b965f4u);
}

TEST_CASE("fuel supply: a bound by hand") {
    // 5 t a year at 150 MW d/kg and 40 %: 5,000 * 150 * 0.4 = 300,000 MW d of electricity, 821.9 MW on average
    fuel_supply const f{
        .supply = 5000.0 * kilogram / year,
        .burnup = 150.0 * megawatt * day / kilogram,
        .efficiency = fraction{0.4},
        .capacity_factor = fraction{1.0},
        .first_core = ratio{2.0}};
    CHECK(supported_power(f).in(megawatt) == near(300'000.0 / 365.0, 1e-12));
    CHECK(startable_power(f).in(megawatt) == near(150'000.0 / 365.0, 1e-12));
    // today's HALEU does not feed one campus
    CHECK(supported_power(fuel_supply(catalog::haleu_2026)) < 1.0 * gigawatt);
}

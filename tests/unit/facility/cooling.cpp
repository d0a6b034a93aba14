#include <tallywatt/facility/cold_storage.hpp>
#include <tallywatt/facility/heat_reuse.hpp>
#include <tallywatt/facility/managed_cooling.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"
#include "unit/facility/support.hpp"

using namespace tallywatt;

namespace {
constexpr chiller machine{
    .second_law = fraction{0.45},
    .minimum_lift = 10.0 * kelvin,
    .maximum_cop = ratio{14.0},
    .evaporator_approach = 3.0 * kelvin,
    .condenser_approach = 14.0 * kelvin};
constexpr double exact = 1e-12; // a few roundings
} // namespace

TEST_CASE("chiller: COP by hand") {
    // evaporating 15 C = 288.15 K, condensing 49 C: 0.45 * 288.15/34
    CHECK(
        coefficient_of_performance(machine, celsius(18.0), celsius(35.0)).value
        == near(3.813749999999999, exact)
    );
    // minimum lift: 0.45 * 288.15/10
    CHECK(
        coefficient_of_performance(machine, celsius(18.0), celsius(-5.0)).value
        == near(12.96675, exact)
    );
    // maximum COP: 0.6 * 28.815 is above 14
    chiller better = machine;
    better.second_law = fraction{0.6};
    CHECK(
        coefficient_of_performance(better, celsius(18.0), celsius(-5.0)).value == near(14.0, exact)
    );
}

TEST_CASE("heat rejection: make-up water of a tower by hand") {
    // Air at 20 C, wet bulb 15 C. Water at 25 C and 10 K rise: air leaves saturated at 30 C. Steam tables: 4,246 Pa at 30 C,
    // 1,706 Pa at 15 C; w = 0.62198 e/(101,325 - e) = 0.02720, 0.01065; h = 1.006 t + w (2501 + 1.86 t) = 99.7, 42.0 kJ/kg.
    // Sensible 1.006 * 10/57.7 = 0.174: latent share 0.826 (the saturation formula is within 0.3 % of the tables).
    weather const air{celsius(20.0), celsius(15.0)};
    CHECK(latent_share(celsius(30.0), air).value == near(0.826, 3e-3));
    heat_rejection tower{.sink = heat_sink::evaporative, .cycles_of_concentration = ratio{4.0}, .drift = fraction{0.0}};
    auto const water = [&] { return loop_at(tower, machine, celsius(25.0), 10.0 * kelvin, air).water.in(litre / kilowatt_hour); };
    // 3,600 kJ / 2,430 kJ/L = 1.481481 L per kWh that evaporates; at 4 cycles a third more is blown down
    double const evaporated = latent_share(celsius(30.0), air).value * 1.4814814814814814;
    CHECK(water() == near(evaporated * 4.0 / 3.0, exact));
    tower.cycles_of_concentration = ratio{11.0}; // a tenth more
    CHECK(water() == near(evaporated * 1.1, exact));
    // drift 2e-5 of a flow of 3,600/(4.186 * 10) = 86.0 L per kWh: 0.00172 L
    tower.drift = fraction{0.00002};
    CHECK(water() == near(evaporated * 1.1 + 2e-5 * 3600.0 / 41.86, exact));
    CHECK(loop_at(heat_rejection{}, machine, celsius(25.0), 10.0 * kelvin, air).water.base_value == 0.0);
}

TEST_CASE("heat rejection: cold air takes sensible heat, hot dry air gives it back") {
    auto const share = [](double dry, double wet) { return latent_share(celsius(30.0), weather{celsius(dry), celsius(wet)}).value; };
    CHECK(share(-10.0, -11.0) < 0.7);
    CHECK(share(10.0, 6.0) < share(20.0, 15.0));
    CHECK(share(40.0, 20.0) > 1.0);
    // thin air holds more water per mass
    CHECK(latent_share(celsius(30.0), weather{celsius(20.0), celsius(12.0), ratio{0.8}}).value > share(20.0, 12.0));
}

TEST_CASE("heat rejection: adiabatic coolers wet their air as far as the loop needs") {
    heat_rejection const pads{
        .sink = heat_sink::adiabatic, .approach = 8.0 * kelvin, .cycles_of_concentration = ratio{5.0}, .wetting = fraction{0.8}};
    auto const at = [&](double dry, double wet) { return loop_at(pads, machine, celsius(28.0), 10.0 * kelvin, weather{celsius(dry), celsius(wet)}); };
    CHECK(at(20.0, 12.0).water.base_value == 0.0); // 28 C leaves the cooler dry
    // at 25 C it needs 20 C and the pads reach 25 - 0.8 * 10 = 17 C: 5 K of 10, 0.5 * 1.4815 * 5/4
    CHECK(at(25.0, 15.0).chiller.value == 0.0);
    CHECK(at(25.0, 15.0).water.in(litre / kilowatt_hour) == near(0.5 * 1.4814814814814814 * 1.25, exact));
    // at 36 C they reach 36 - 0.8 * 10 = 28 C: 36 C leaves the cooler, the chiller takes 8 K of 10
    CHECK(at(36.0, 26.0).chiller.value == near(0.8 * 17.0 / (0.45 * 298.15), exact));
}

TEST_CASE("heat rejection: without an economiser the chiller runs all year") {
    heat_rejection const r{.sink = heat_sink::dry, .free_cooling = economiser::none, .fan_power = ratio{0.02}};
    auto const winter = loop_at(r, machine, celsius(28.0), 10.0 * kelvin, weather{celsius(-5.0), celsius(-6.0)});
    CHECK(winter.chiller.value == near(1.0 / 13.41675, exact)); // minimum lift of 10 K: 0.45 * 298.15/10
    CHECK(winter.fans.value == near(0.02 * (1.0 + 1.0 / 13.41675), exact));
}

TEST_CASE("heat rejection: economiser, trim chiller and chiller share the load by temperature") {
    heat_rejection const dry{.sink = heat_sink::dry, .approach = 8.0 * kelvin, .fan_power = ratio{0.02}};
    auto const at = [&](double dry_bulb) {
        return loop_at(dry, machine, celsius(28.0), 10.0 * kelvin, weather{celsius(dry_bulb), celsius(dry_bulb - 5.0)});
    };
    CHECK(at(19.0).chiller.value == 0.0); // 27 C leaves the cooler, 28 C is wanted
    // at 25 C: 33 C leaves, half of the 10 K is left to the chiller; evaporating 298.15, condensing 312.15
    CHECK(at(25.0).chiller.value == near(0.5 * 14.0 / (0.45 * 298.15), exact));
    // at 35 C all of it: condensing 322.15
    CHECK(at(35.0).chiller.value == near(24.0 / (0.45 * 298.15), exact));
    // fans: full flow for the rejected heat at 35 C; at 7 C the driving difference is 26 K for 13 K at design
    CHECK(at(35.0).fans.value == near(0.02 * (1.0 + 24.0 / (0.45 * 298.15)), exact));
    CHECK(at(7.0).fans.value == near(0.02 / 8.0, exact));
}

TEST_CASE("heat rejection: a tower sees the wet bulb and evaporates compressor heat as well") {
    heat_rejection const tower{
        .sink = heat_sink::evaporative,
        .approach = 4.0 * kelvin,
        .cycles_of_concentration = ratio{4.0},
        .drift = fraction{0.0}};
    weather const air{celsius(35.0), celsius(20.0)};
    auto const cool = loop_at(tower, machine, celsius(24.0), 8.0 * kelvin, air);
    CHECK(cool.chiller.value == 0.0); // 20 + 4 = 24 C
    auto const cold = loop_at(tower, machine, celsius(10.0), 8.0 * kelvin, air); // all by chiller; the tower's water is 24 C as well
    CHECK(cold.water.base_value == near(cool.water.base_value * (1.0 + cold.chiller.value), exact));
    CHECK(cold.chiller.value > 0.1);
}

TEST_CASE("air cooling: fan heat goes through the loop") {
    air_cooling const a{
        .supply_air = celsius(24.0),
        .coil_approach = 5.0 * kelvin,
        .loop_rise = 8.0 * kelvin,
        // 300 Pa and 50 % over 12 K: 300/(0.5 * 1.2 * 1006 * 12)
        .airflow = {.server_rise = 12.0 * kelvin, .bypass = fraction{0.0}, .recirculation = fraction{0.0}, .pressure = 300.0 * pascal, .efficiency = fraction{0.5}},
        .pump_power = ratio{0.01},
        .chiller = machine};
    weather const air{celsius(35.0), celsius(25.0)};
    auto const d = a.duty(air);
    // loop at 19 C: evaporating 289.15, condensing 322.15
    double const fans = 300.0 / (0.5 * 1.2 * 1006.0 * 12.0);
    CHECK(a.airflow.fan_power().value == near(fans, exact));
    CHECK(d.chiller.value == near((1.0 + fans) * 33.0 / (0.45 * 289.15), exact));
    CHECK(d.pumps.value == near((1.0 + fans) * 0.01, exact));
    CHECK(d.fans.value > fans);
    CHECK(d.fixed_fans.value == 0.0);
    CHECK(d.water.base_value == 0.0);
    CHECK(a.profile().liquid_captured.value == 0.0);
    CHECK(a.profile().coolant_supply == celsius(24.0));
}

TEST_CASE("direct to chip: the liquid's share and the air's add up") {
    direct_to_chip d{.liquid_captured = fraction{0.75}};
    weather const air{celsius(24.0), celsius(18.0)};
    auto const mixed = d.duty(air);
    d.liquid_captured = fraction{1.0};
    auto const liquid = d.duty(air);
    auto const by_air = d.residual.duty(air);
    CHECK(
        mixed.chiller.value == near(0.75 * liquid.chiller.value + 0.25 * by_air.chiller.value, exact)
    );
    CHECK(mixed.fans.value == near(0.75 * liquid.fans.value + 0.25 * by_air.fans.value, exact));
    CHECK(mixed.pumps.value == near(0.75 * liquid.pumps.value + 0.25 * by_air.pumps.value, exact));
    d.liquid_captured = fraction{0.0};
    CHECK(d.duty(air).chiller.value == by_air.chiller.value);
    // capital: 0.8 * 1.5 + 0.2 * 2.0
    CHECK(direct_to_chip{}.profile().capital.in(USD / watt) == near(1.6, exact));
}

TEST_CASE("direct to chip: a warmer coolant needs no chiller for longer") {
    weather const air{celsius(30.0), celsius(22.0)};
    direct_to_chip d{.coolant_supply = celsius(32.0), .liquid_captured = fraction{1.0}};
    double const at_32 = d.duty(air).chiller.value;
    d.coolant_supply = celsius(45.0);
    CHECK(at_32 > 0.0);
    CHECK(d.duty(air).chiller.value == 0.0); // 30 + 8 < 45 - 4
}

TEST_CASE("airflow: bypass and recirculation by hand") {
    airflow const open{.server_rise = 10.0 * kelvin, .bypass = fraction{0.5}, .recirculation = fraction{0.2}, .pressure = 350.0 * pascal, .efficiency = fraction{0.45}};
    CHECK(open.flow().value == near(1.6, exact));          // 0.8/0.5
    CHECK(open.mixing().in(kelvin) == near(2.5, exact));   // 0.2/0.8 of 10 K
    CHECK(open.fan_power().value == near(1.6 * 350.0 / (0.45 * 1.2 * 1006.0 * 10.0), exact));
    // A closed aisle needs less air and may be supplied warmer; fans of one speed are kept apart from those that slow down.
    air_cooling room{.airflow = open}, aisle{};
    weather const air{celsius(25.0), celsius(20.0)};
    CHECK(aisle.duty(air).fans.value < room.duty(air).fans.value);
    CHECK(aisle.duty(air).chiller.value < room.duty(air).chiller.value);
    room.airflow.variable_speed = false;
    CHECK(room.duty(air).fixed_fans.value == near(open.fan_power().value, exact));
}

TEST_CASE("outdoor air: dry, wetted and closed") {
    outdoor_air o{
        .supply_air = celsius(27.0),
        .most_humid = celsius(23.0),
        .airflow = {.server_rise = 12.0 * kelvin, .bypass = fraction{0.0}, .recirculation = fraction{0.0}},
        .wetting = fraction{0.8},
        .cycles_of_concentration = ratio{5.0},
        .chiller = machine};
    auto const at = [&](double dry, double wet) { return o.duty({celsius(dry), celsius(wet)}); };
    CHECK(at(20.0, 15.0).chiller.value == 0.0);
    CHECK(at(20.0, 15.0).water.base_value == 0.0);
    // 33 C and 20 C: pads reach 22.6 C, 27 C is wanted: 6 K of 12, 0.5 * 1.4815 * 5/4
    CHECK(at(33.0, 20.0).chiller.value == 0.0);
    CHECK(at(33.0, 20.0).water.in(litre / kilowatt_hour) == near(0.5 * 1.4814814814814814 * 1.25, exact));
    // 40 C and 22.5 C: pads reach 26 C; 45 C and 22 C: 26.6 C; 50 C and 22 C: 27.6 C, the chiller takes 0.05
    double const heat = 1.0 + o.airflow.fan_power().value, evaporating = 273.15 + 27.0 - 10.0 - 3.0;
    CHECK(at(50.0, 22.0).chiller.value == near(heat * (0.6 / 12.0) * (50.0 + 14.0 + 273.15 - evaporating) / (0.45 * evaporating), 1e-9)); // 0.6 K is a difference
    // a wet bulb of 23.5 C: half closed
    CHECK(at(25.0, 23.5).chiller.value == near(heat * 0.5 * (25.0 + 14.0 + 273.15 - evaporating) / (0.45 * evaporating), exact));
    CHECK(at(30.0, 28.0).water.base_value == 0.0); // all closed
}

TEST_CASE("rear doors, two-phase plates and immersion: shares and pumps by hand") {
    weather const air{celsius(24.0), celsius(18.0)};
    rear_door r{.captured = fraction{0.9}};
    auto const mixed = r.duty(air);
    r.captured = fraction{1.0};
    auto const door = r.duty(air);
    CHECK(mixed.chiller.value == near(0.9 * door.chiller.value + 0.1 * r.residual.duty(air).chiller.value, exact));
    CHECK(r.profile().liquid_captured.value == 0.0); // the servers keep their fans

    // 120 kPa at 40 %, of 0.6 * 180 kJ/kg * 1,250 kg/m3 = 135 MJ/m3: 0.3 MPa/135 MJ/m3
    CHECK(two_phase_plates{}.pump_power().value == near(0.3 / 135.0, exact));
    // 60 kPa at 50 %, of 810 * 2,200 * 8 K = 14.256 MJ/m3
    CHECK(immersion{}.pump_power().value == near(0.12 / 14.256, exact));
    CHECK(two_phase_plates{}.pump_power().value < direct_to_chip{}.pump_power.value);

    // oil: 8 L/kW * 8 USD/L = 64 USD/kW, 1 % a year; tanks 0.97 * 1.8 + 0.03 * 2.0 = 1.806 USD/W
    auto const p = immersion{}.profile();
    CHECK(p.capital.in(USD / watt) == near(1.870, exact));
    CHECK((p.upkeep.value * year).in(USD / kilowatt) == near(0.64 + 0.97 * 6.0 + 0.03 * 2.0, exact));
    CHECK(p.liquid_captured.value == 1.0);
    // boiling: 4 L/kW * 90 USD/L = 360 USD/kW, 5 % a year
    CHECK((boiling_immersion{}.profile().upkeep.value * year).in(USD / kilowatt) == near(18.0 + 0.98 * 10.0 + 0.02 * 2.0, exact));
    // no chiller where 24 + 8 C is below what the condenser can be fed with (50 - 5 - 8 = 37 C)
    boiling_immersion b{};
    b.captured = fraction{1.0};
    CHECK(b.duty(air).chiller.value == 0.0);
}

TEST_CASE("heat reuse: what others take needs no chiller and no water") {
    heat_reuse<direct_to_chip> h{.from = {.rejection = {.sink = heat_sink::evaporative, .approach = 4.0 * kelvin}}, .available = fraction{0.6}, .demand = 0.02 / kelvin, .balance = celsius(15.0)};
    weather const mild{celsius(5.0), celsius(3.0)}, frost{celsius(-30.0), celsius(-30.5)}, warm{celsius(20.0), celsius(15.0)};
    CHECK(h.duty(mild).reused.value == near(0.2, exact));  // 10 K
    CHECK(h.duty(frost).reused.value == near(0.6, exact)); // no more than leaves warm
    CHECK(h.duty(warm).reused.value == 0.0);
    CHECK(h.duty(mild).water.base_value == near(0.8 * h.from.duty(mild).water.base_value, exact));
    CHECK(h.duty(mild).pumps.value == h.from.duty(mild).pumps.value);
    // over a year of 5 C at 100 MW: 20 MW reused of 100 MW * PUE; ERE = (1 - ERF) PUE = PUE - 0.2
    basic_facility<heat_reuse<direct_to_chip>> const site{.cooling = h, .climate = test::climate_of({{5.0, 3.0, 8760.0}})};
    auto const p = perform(prepare(site), at_it<power<>>{100.0 * megawatt});
    CHECK(p.reused_heat.value.in(megawatt) == near(20.0, exact));
    CHECK(p.energy_reuse_effectiveness().value == near(p.pue.value - 0.2, 1e-9)); // a difference of numbers near 1
    CHECK(h.profile().capital.in(USD / watt) == near(h.from.profile().capital.in(USD / watt) + 0.15, exact));
}

TEST_CASE("cold storage: hot afternoons are cooled at night") {
    cold_storage<air_cooling> s{.capacity = 6.0 * hour, .start = celsius(20.0), .swing = 8.0 * kelvin, .penalty = 3.0 * kelvin, .losses = ratio{0.0}};
    weather const hot{celsius(34.0), celsius(24.0)}, cool{celsius(15.0), celsius(12.0)};
    CHECK(s.duty(cool).chiller.value == s.from.duty(cool).chiller.value);
    // half the heat of the warm half is moved to air 5 K colder
    double const later = s.from.duty({celsius(29.0), celsius(24.5)}).chiller.value;
    CHECK(s.duty(hot).chiller.value == near(0.5 * later + 0.5 * s.from.duty(hot).chiller.value, exact));
    CHECK(s.duty(hot).chiller.value < s.from.duty(hot).chiller.value);
    // 6 h at 40 USD/kWh: 0.24 USD/W
    CHECK(s.profile().capital.in(USD / watt) == near(s.from.profile().capital.in(USD / watt) + 0.24, exact));
}

TEST_CASE("managed cooling: less energy of the plant, fewer staff, a licence") {
    managed_cooling<air_cooling> const m{.saved = fraction{0.2}, .staff_saved = fraction{0.1}};
    weather const air{celsius(25.0), celsius(18.0)};
    CHECK(m.duty(air).chiller.value == near(0.8 * m.from.duty(air).chiller.value, exact));
    CHECK(m.duty(air).fans.value == near(0.8 * m.from.duty(air).fans.value, exact));
    basic_facility<managed_cooling<air_cooling>> const site{.cooling = m, .climate = test::climate_of({{10.0, 8.0, 8760.0}}), .it_capacity = at_it<power<>>{10.0 * megawatt}, .staff = per_year(20.0 * USD / kilowatt)};
    CHECK((facility_staff_of(site) * year).in(USD) == near(180e3, exact));
    // 280 + 2 of the handlers + 2 of the licence, USD/kW
    CHECK((facility_upkeep_of(site) * year).in(USD) == near(2.84e6, exact));
}

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
    // 3,600 kJ / 2,430 kJ/L = 1.481481 L evaporated per kWh; at 4 cycles a third more is blown down
    heat_rejection tower{.sink = heat_sink::evaporative, .cycles_of_concentration = ratio{4.0}, .drift = fraction{0.0}};
    CHECK(
        make_up_water(tower, 10.0 * kelvin).in(litre / kilowatt_hour)
        == near(1.9753086419753085, exact)
    );
    // drift 2e-5 of a flow of 3,600/(4.186 * 10) = 86.0 L per kWh: 0.00172 L
    tower.drift = fraction{0.00002};
    CHECK(make_up_water(tower, 10.0 * kelvin).in(litre / kilowatt_hour) == near(1.9770286621, 1e-9));
    CHECK(make_up_water(heat_rejection{}, 10.0 * kelvin).base_value == 0.0);
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
    CHECK(cool.water.in(litre / kilowatt_hour) == near(1.9753086419753085, exact));
    auto const cold = loop_at(tower, machine, celsius(10.0), 8.0 * kelvin, air); // all by chiller
    CHECK(cold.water.base_value == near(cool.water.base_value * (1.0 + cold.chiller.value), exact));
    CHECK(cold.chiller.value > 0.1);
}

TEST_CASE("air cooling: fan heat goes through the loop") {
    air_cooling const a{
        .supply_air = celsius(24.0),
        .coil_approach = 5.0 * kelvin,
        .loop_rise = 8.0 * kelvin,
        .room_fan_power = ratio{0.04},
        .pump_power = ratio{0.01},
        .chiller = machine};
    weather const air{celsius(35.0), celsius(25.0)};
    auto const d = a.duty(air);
    // loop at 19 C: evaporating 289.15, condensing 322.15
    CHECK(d.chiller.value == near(1.04 * 33.0 / (0.45 * 289.15), exact));
    CHECK(d.pumps.value == near(0.0104, exact));
    CHECK(d.fans.value > 0.04);
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

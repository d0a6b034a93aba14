#include "approx.hpp"

#include <tallywatt/silicon/die.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

TEST_CASE("fab carbon per area is ACT's") {
    // ACT v2.0, Taiwan 583 g/kWh, 97 % abatement (the mean of 95 and 99 %), fab yield 0.875; published to 0.01 g
    auto const act = [](double epa, double gpa) {
        process_node const n{
            .fab_energy = epa * kilowatt_hour / square_centimetre,
            .process_gas = gpa * gCO2e / square_centimetre,
            .material = 500.0 * gCO2e / square_centimetre,
            .fab_grid = 583.0 * gCO2e / kilowatt_hour};
        return (n.carbon_per_area() / 0.875).in(gCO2e / square_centimetre);
    };
    CHECK(std::abs(act(2.75, (430 + 225) / 2.0) - 2778.0) < 0.01);
    CHECK(std::abs(act(2.15, (350 + 200) / 2.0) - 2318.23) < 0.01);
    CHECK(std::abs(act(0.9, (175 + 100) / 2.0) - 1328.23) < 0.01);
}

TEST_CASE("known good die of Chiplet Actuary: 800 mm2, 16,988 USD, raw 288.946 and good 671.592") {
    // their yield at full coverage and no test cost; their dies per wafer are not whole, so the wafer price is scaled
    double const dies = 58.793, whole = 58;
    die const d{
        .size = {math::sqrt(800.0) * millimetre, math::sqrt(800.0) * millimetre},
        .node =
            {.wafer_price = 16'988.0 * USD * (whole / dies),
             .defect_density = 0.11 / square_centimetre,
             .clustering = 10},
        .fault_coverage = fraction{1.0}};
    CHECK(std::abs(known_good_die_cost(d, 58).in(USD)-671.5923) < 0.01); // dies per wafer are printed to five digits
}

TEST_CASE("what a test lets through: by hand at yield 0.8 and coverage 0.9") {
    auto const one = test_dies(fraction{0.8}, fraction{0.9});
    CHECK(one.pass.value == near(0.82, 1e-14)); // 1 - 0.2 * 0.9
    CHECK(one.good.value == near(0.8 / 0.82, 1e-14));
    auto const many = test_dies_many_faults(fraction{0.8}, fraction{0.9});
    CHECK(many.pass.value == near(std::pow(0.8, 0.9), 1e-14));
    CHECK(many.good.value == near(std::pow(0.8, 0.1), 1e-14));
    // both ship all good dies: pass * good is the yield
    CHECK(one.pass.value * one.good.value == near(0.8, 1e-14));
    CHECK(many.pass.value * many.good.value == near(0.8, 1e-14));
}

TEST_CASE("carbon and water of a die, by hand") {
    die const d{
        .node = {
            .fab_energy = 2.0 * kilowatt_hour / square_centimetre,
            .process_gas = 200.0 * gCO2e / square_centimetre,
            .material = 300.0 * gCO2e / square_centimetre,
            .fab_grid = 500.0 * gCO2e / kilowatt_hour,
            .mask_layers = 87,
            .water_per_layer = 137.3 * litre}};
    // wafer 706.858 cm2 at 1.5 kg/cm2 over 60 dies of which half pass
    CHECK(
        die_carbon(d, wafer{}.area(), 60, fraction{0.5}).in(kgCO2e)
        == near(706.858347 * 1.5 / 60 / 0.5, 1e-8)
    );
    CHECK(d.node.water_per_wafer().in(litre) == near(11'945.1, 1e-12)); // N7 as published, 11,945 L
    CHECK(die_water(d, 60, fraction{0.5}).in(litre) == near(11'945.1 / 30, 1e-12));
}

TEST_CASE("invalid dies are named") {
    CHECK_NOTHROW(validate(die{}));
    die d{};
    d.repeated_share = fraction{1.2};
    CHECK_THROWS_WITH_AS(validate(d), "die.repeated_share: 1.2 is above 1", invalid_input);
    d = {.repeated = {10, 12}};
    CHECK_THROWS_AS(check(d), invalid_input);
}

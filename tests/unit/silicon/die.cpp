#include <tallywatt/silicon/die.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {
// A user's own yield model, as a type.
struct half_of {
    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const&, area<T> const&) const {
        return basic_fraction<T>{T(0.5)};
    }
};
} // namespace

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

TEST_CASE("a die takes its yield from the node's clustering, from a model of its own, or from a user's type") {
    die d{
        .size = {10.0 * millimetre, 10.0 * millimetre},
        .node = {.defect_density = 0.5 / square_centimetre, .clustering = 2, .critical_share = fraction{0.67}}};
    CHECK(std::abs(die_yield(d).value - 0.733645) < 6e-7); // CATCH, 5 nm, 100 mm2
    CHECK(node_yield(d.node, d.size.area()).value == die_yield(d).value);
    d.node.critical_share = fraction{1.0};
    d.yield = bose_einstein{3};
    CHECK(die_yield(d).value == near(std::pow(1.5, -3.0), 1e-14));
    d.yield = negative_binomial{ratio{2.5}};
    CHECK(die_yield(d).value == near(std::pow(1.2, -2.5), 1e-14));
    d.yield = poisson{};
    CHECK(die_yield(d).value == near(std::exp(-0.5), 1e-14));
    basic_die<double, half_of> const own{.size = d.size, .node = d.node};
    CHECK(die_yield(own).value == 0.5);
    CHECK(
        known_good_die_cost(
            basic_die<double, half_of>{
                .size = d.size, .node = {.wafer_price = 100.0 * USD}, .fault_coverage = fraction{1.0}},
            10.0
        )
            .in(USD)
        == near(20.0, 1e-14)
    );
    // dies per wafer need not be whole: Chiplet Actuary's are not
    CHECK(
        known_good_die_cost(die{.node = {.wafer_price = 16'988.0 * USD}}, 58.793).in(USD)
        == near(16'988.0 / 58.793, 1e-12)
    );
}

TEST_CASE("a second kind of units with spares") {
    die d{
        .size = {26.0 * millimetre, 31.31 * millimetre},
        .node = {.defect_density = 0.1 / square_centimetre, .clustering = 0},
        .repeated = {144, 132}};
    double const one = die_yield(d).value;
    d.further = repeated_units{{12, 11}, fraction{0.2}};
    double const x = 0.1 * 2.6 * 3.131, q = std::exp(-x * 0.2 / 12);
    // the further kind leaves the core: exp(-0.2 x) becomes q^12 + 12 (1 - q) q^11
    CHECK(
        die_yield(d).value == near(one * (std::pow(q, 12) + 12 * (1 - q) * std::pow(q, 11)) / std::exp(-0.2 * x), 1e-12)
    );
    CHECK_NOTHROW(check(d));
    d.further = repeated_units{{12, 13}, fraction{0.2}};
    CHECK_THROWS_AS(check(d), invalid_input);
    d.further = repeated_units{{12, 11}, fraction{0.5}};
    CHECK_THROWS_WITH_AS(check(d), "die.further.share: with repeated_share above the whole die", invalid_input);
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
    CHECK(die_carbon(d, wafer{}.area(), 60, fraction{0.5}).in(kgCO2e) == near(706.858347 * 1.5 / 60 / 0.5, 1e-8));
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

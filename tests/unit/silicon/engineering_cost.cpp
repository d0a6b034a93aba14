#include "approx.hpp"

#include <tallywatt/silicon/engineering_cost.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("rates from the cost of a whole chip give that cost back") {
    auto const r = rates_from_total(542e6 * USD);
    CHECK(r.masks.in(USD) == near(108.4e6, 1e-12));
    auto const size = 300.0 * square_millimetre;
    CHECK((block_engineering(r, size) + die_engineering(r, size)).in(USD) == near(542e6, 1e-12));
    // half the blocks on a die of its own: design in proportion, masks in full
    CHECK(die_engineering(r, 0.5 * size).in(USD) == near(0.5 * 0.3 * 542e6 + 108.4e6, 1e-12));
}

TEST_CASE("lines add up, per unit too") {
    engineering_cost const once{.blocks = 4e6 * USD, .dies = 3e6 * USD, .interfaces = 2e6 * USD, .package = 1e6 * USD};
    CHECK(once.total().in(USD) == near(10e6, 1e-15));
    CHECK(once.per_unit(1e5).total().in(USD) == near(100.0, 1e-14));
    CHECK(once.per_unit(1e5).dies.in(USD) == near(30.0, 1e-14));
}

TEST_CASE("break-even volume") {
    CHECK(break_even_volume(8.0 * USD, 100.0 * USD, 10.0 * USD, 40.0 * USD) == near(30.0, 1e-14));
    CHECK(break_even_volume(8.0 * USD, 40.0 * USD, 10.0 * USD, 100.0 * USD) < 0.0); // the first is always cheaper
}

TEST_CASE("a package's design, by hand") {
    auto const mm2 = square_millimetre;
    package_engineering_rates const r{
        .per_footprint = 10.0 * USD / mm2, .per_substrate = 2.0 * USD / mm2, .fixed = 500.0 * USD};
    CHECK(package_engineering(r, 100.0 * mm2, 400.0 * mm2).in(USD) == near(1000.0 + 800.0 + 500.0, 1e-14));
}

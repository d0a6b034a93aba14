#include <tallywatt/tco/colocation.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("renting room, by hand") {
    report r;
    r.cost.shell = 600e3 * USD / year;
    r.cost.electrical = 500e3 * USD / year;
    r.cost.cooling = 200e3 * USD / year;
    r.cost.land = 50e3 * USD / year;
    r.cost.building_upkeep = 100e3 * USD / year;
    r.cost.staff = 50e3 * USD / year;
    r.cost.electricity = 900e3 * USD / year; // the tenant's either way
    r.power.provisioned = at_it<power<>>{1.0 * megawatt};
    auto const c = against_colocation(r, per_month(184.06 * USD / kilowatt)); // CBRE, primary US markets, H2 2024
    CHECK((c.owned.value * month).in(USD / kilowatt) == near(125.0, 1e-12));
    CHECK(c.saved_by_renting.in(USD / year) == near(1.5e6 - 12.0 * 184.06 * 1'000.0, 1e-12));
    // at its own rent both tie
    CHECK(within(0.0, 1e-9) == against_colocation(r, c.owned).saved_by_renting.in(USD / year));
}

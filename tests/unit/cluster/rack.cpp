#include "approx.hpp"

#include <tallywatt/cluster/rack.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("height and power both bound a rack") {
    rack const r{.name = "42 U", .rack_units = 42, .price = 5000.0 * USD};
    CHECK(plan_racks(r, 16, 8, 10.0 * kilowatt).servers_per_rack == 5);                  // 42/8
    CHECK(plan_racks(r, 16, 8, 10.0 * kilowatt).racks == 4);                             // 16/5 upwards
    CHECK(plan_racks(r, 16, 8, 10.0 * kilowatt, 44.0 * kilowatt).servers_per_rack == 4); // 44/10
    CHECK(plan_racks(r, 16, 8, 10.0 * kilowatt, 40.0 * kilowatt).servers_per_rack == 4); // exactly
    CHECK(plan_racks(r, 16, 8, 10.0 * kilowatt, 44.0 * kilowatt).fits());
    CHECK(rack_cost(r, plan_racks(r, 16, 8, 10.0 * kilowatt)).in(USD) == near(20'000.0, 1e-12));
    CHECK(plan_racks(r, 0, 8, 10.0 * kilowatt).racks == 0);
}

TEST_CASE("a server beyond the limit takes a rack and the plan says so") {
    rack const r{.rack_units = 42};
    rack_plan const hot = plan_racks(r, 3, 8, 14.0 * kilowatt, 10.0 * kilowatt);
    CHECK(hot.servers_per_rack == 1);
    CHECK(hot.racks == 3);
    CHECK_FALSE(hot.fits());
    CHECK(hot.drawn == 14.0 * kilowatt);
    rack_plan const tall = plan_racks(r, 3, 48, 100.0 * kilowatt);
    CHECK_FALSE(tall.units_fit);
    CHECK_FALSE(tall.fits());
    CHECK(tall.racks == 3);
}

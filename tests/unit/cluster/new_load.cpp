#include <tallywatt/cluster/new_load.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("racks and gigawatts of a year's accelerators, by hand") {
    // 2.9 million in racks of 72 that draw 132 kW: 40,277.8 racks, 5.317 GW of IT load, 6.38 GW at a PUE of 1.2
    per_server<at_it<power<>>> const rack{at_it<power<>>{132.0 * kilowatt}};
    auto const l = load_of<double>(2.9e6 * accelerator_unit, 72, 1.0, rack, pue{1.2});
    CHECK(l.servers == near(2.9e6 / 72.0, 1e-12));
    CHECK(l.racks == near(2.9e6 / 72.0, 1e-12));
    CHECK(l.it.value.in(gigawatt) == near(2.9e6 / 72.0 * 132e3 * 1e-9, 1e-12));
    CHECK(l.facility.value.in(gigawatt) == near(6.38, 1e-12));
    CHECK(power_at_facility<double>(72, rack, pue{1.2}).value.in(kilowatt) == near(2.2, 1e-12));
    // four servers to a rack
    CHECK(load_of<double>(3200.0 * accelerator_unit, 8, 4.0, rack, pue{1.2}).racks == near(100.0, 1e-12));
}

#include "approx.hpp"

#include <tallywatt/catalog/media.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/cluster/cabling.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tallywatt;

TEST_CASE("copper in the rack, optics above; along the row retimed copper ends") {
    std::vector<medium> const media = {
        copper_cable(catalog::dac_100g_lanes), copper_cable(catalog::aec_100g_lanes), pluggable(catalog::dsp_800g)};
    scale_out const base = catalog::roce_800g;
    fabric_plan const p = plan_network(base, 256, 8);
    scale_out const near = cabled(base, media, {}, leaf_place::in_rack);
    CHECK(std::string(near.host_link.name) == "passive copper, 100G lanes");
    CHECK(std::string(near.switch_link.name) == "DSP pluggable, 800G");
    CHECK(near.host_link.distance.in(metre) == near.host_link.reach.in(metre)); // 2 m of 2 m
    CHECK(modules_of(near, p) == 2 * 2048);
    CHECK(reach_used(near, p) <= 1.0);
    CHECK(fabric_cost(near, p).total() < fabric_cost(base, p).total());
    scale_out const row = cabled(base, media, {.row = 6.0 * metre}, leaf_place::in_row);
    CHECK(std::string(row.host_link.name) == "retimed copper, 100G lanes");
    scale_out const far = cabled(base, media, {}, leaf_place::in_row); // 15 m
    CHECK(std::string(far.host_link.name) == "DSP pluggable, 800G");
    CHECK(fabric_power(far, p).total() > fabric_power(near, p).total());
    // what the workload sees stays
    CHECK(near.nic_rate == base.nic_rate);
    CHECK(near.hop == base.hop);
}

TEST_CASE("copper alone cannot cross a hall, and the plan says so") {
    std::vector<medium> const media = {copper_cable(catalog::dac_100g_lanes), copper_cable(catalog::aec_100g_lanes)};
    scale_out const n = cabled(catalog::roce_800g, media, {}, leaf_place::in_rack);
    CHECK(std::string(n.switch_link.name) == "retimed copper, 100G lanes");
    CHECK(reach_used(n, plan_network(n, 256, 8)) == near(60.0 / 7.0, 1e-12));
    CHECK(reach_used(n, plan_network(n, 8, 8)) == near(1.0, 1e-12)); // one switch
    CHECK_THROWS_AS(cabled(catalog::roce_800g, {}, {}, leaf_place::in_rack), invalid_input);
}

#include <tallywatt/cluster/dragonfly.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

// Kim, Dally, Scott, Abts 2008: p = h = 2, a = 4 is the example of 72 nodes in 9 groups
TEST_CASE("the paper's example") {
    dragonfly const d{.terminals = 2, .switches = 4, .global = 2, .groups = 9};
    CHECK(d.radix() == 7);
    CHECK(d.most_groups() == 9);
    fabric_plan const p = plan_dragonfly(d);
    CHECK(p.endpoints == 72);
    CHECK(p.leaves == 36);
    CHECK(p.switch_links == 9 * 6); // four switches, six pairs
    CHECK(p.far_links == 36);       // one for each pair of groups
    CHECK(p.links == 72 + 54 + 36);
    CHECK(p.reached);
    CHECK(p.ports_used() == 36 * 7); // every port is used
}

// the same: radix 64 joins more than 256 thousand nodes with one global hop
TEST_CASE("radix 64 scales beyond 256,000") {
    dragonfly const d = dragonfly_for(262'656, 64);
    CHECK(d.global == 16);
    CHECK(d.switches == 32);
    CHECK(d.terminals == 16);
    CHECK(d.groups == 513);
    CHECK(d.groups == d.most_groups());
    CHECK(plan_dragonfly(262'656, 64).reached);
    CHECK_FALSE(plan_dragonfly(262'657, 64).reached);
}

// A folded Clos of 16k nodes has more cables between switches than the dragonfly: 2 per node against 1.45
TEST_CASE("fewer long cables than a tree") {
    fabric_plan const fly = plan_dragonfly(16'384, 64), tree = plan_fabric(16'384, 64);
    CHECK(fly.far_links < tree.far_links);
    CHECK(fly.switch_links + fly.far_links < tree.switch_links + tree.far_links);
}

TEST_CASE("small ones and bad ones") {
    CHECK(plan_dragonfly(60, 64).switches() == 1);
    fabric_plan const one = plan_dragonfly(100, 64); // one group of 7 switches with 16 endpoints
    CHECK(one.leaves == 7);
    CHECK(one.switch_links == 21);
    CHECK(one.far_links == 0);
    CHECK(one.tiers == 2);
    CHECK_THROWS_AS(plan_dragonfly({.terminals = 0, .switches = 4, .global = 2, .groups = 9}), invalid_input);
    CHECK_THROWS_AS(plan_dragonfly(100, 64, 0), invalid_input);
}

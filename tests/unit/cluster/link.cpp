#include "approx.hpp"

#include <tallywatt/cluster/fabric.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("two ends and a cable") {
    fabric_link const l{
        .end_price = 575.0 * USD,
        .end_power = 9.0 * watt,
        .cable_price = 60.0 * USD,
        .distance = 40.0 * metre,
        .reach = 500.0 * metre,
        .end_failures = 0.003 / year,
        .cable_failures = 0.0005 / year};
    CHECK(link_price(l).in(USD) == near(1210.0, 1e-12));
    CHECK(link_power(l).in(watt) == near(18.0, 1e-12));
    CHECK((link_failures(l) * year) == near(0.0065, 1e-12));
    CHECK(reach_used(l) == near(0.08, 1e-12));
}

TEST_CASE("a link with unlike ends keeps its sums") {
    fabric_link const module{.modules = 2, .end_price = 850.0 * USD, .end_power = 14.0 * watt, .cable_price = 60.0 * USD, .reach = 500.0 * metre};
    fabric_link const engine{.modules = 0, .end_price = 640.0 * USD, .end_power = 4.5 * watt, .reach = 100.0 * metre};
    fabric_link const l = mixed(module, engine);
    CHECK(l.modules == 1);
    CHECK(link_price(l).in(USD) == near(850.0 + 640.0 + 60.0, 1e-12));
    CHECK(link_power(l).in(watt) == near(18.5, 1e-12));
    CHECK(l.reach.in(metre) == near(100.0, 1e-12));
}

TEST_CASE("a link that does not reach is a limit of the planned network") {
    scale_out n{.nic_rate = one_way(50.0 * GB_per_second)};
    n.host_link = {.distance = 2.0 * metre, .reach = 2.0 * metre};
    n.switch_link = {.distance = 40.0 * metre, .reach = 2.0 * metre};
    n.far_link = {.distance = 900.0 * metre, .reach = 2.0 * metre};
    CHECK(reach_used(n, plan_fabric(64, 64)) == near(1.0, 1e-12)); // one switch: only hosts' links are laid
    CHECK(reach_used(n, plan_fabric(2048, 64)) == near(20.0, 1e-12));
    CHECK(reach_used(n, plan_fabric(4096, 64)) == near(450.0, 1e-12));
    CHECK(reach_used(n, plan_fabric(0, 64)) == 0.0);
}

TEST_CASE("money and power by tier of links") {
    scale_out n{.nic_rate = one_way(50.0 * GB_per_second)};
    n.network_switch.price = 1000.0 * USD;
    n.network_switch.draw = 100.0 * watt;
    n.network_switch.latency = 200.0 * nanosecond;
    n.host_link = {.modules = 0, .end_price = 10.0 * USD, .end_power = 0.5 * watt, .cable_price = 5.0 * USD, .latency = 10.0 * nanosecond};
    n.switch_link = {.modules = 2, .end_price = 100.0 * USD, .end_power = 8.0 * watt, .cable_price = 50.0 * USD, .latency = 300.0 * nanosecond};
    n.far_link = {.modules = 1, .end_price = 200.0 * USD, .end_power = 9.0 * watt, .cable_price = 70.0 * USD, .latency = 500.0 * nanosecond};
    fabric_plan const p = plan_fabric(16, 4); // k = 4: 20 switches, 16 links in each of three tiers
    auto const usd = fabric_cost(n, p);
    CHECK(usd.switches.in(USD) == near(20'000.0, 1e-12));
    CHECK(usd.transceivers.in(USD) == near(2 * 16 * (10.0 + 100.0 + 200.0), 1e-12));
    CHECK(usd.cables.in(USD) == near(16 * 125.0, 1e-12));
    CHECK(fabric_power(n, p).total().value.in(watt) == near(2000.0 + 2 * 16 * 17.5, 1e-12));
    CHECK(modules_of(n, p) == 16 * 3);
    // up and down: two links of each tier, five switches
    CHECK(zero_load_latency(n, p).in(nanosecond) == near(2 * 810.0 + 5 * 200.0, 1e-12));
    CHECK(zero_load_latency(n, plan_fabric(4, 4)).in(nanosecond) == near(220.0, 1e-12));
}

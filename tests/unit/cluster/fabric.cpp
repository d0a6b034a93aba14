#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/cluster/fabric.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

// Al-Fares, Loukissas, Vahdat, SIGCOMM 2008: a k-ary fat tree joins k^3/4 endpoints with 5 k^2/4 switches of k ports
TEST_CASE("three tiers: the textbook fat tree") {
    for (int k : {4, 8, 48, 64}) {
        CAPTURE(k);
        fabric_plan const p = plan_fabric(k * k * k / 4, k);
        CHECK(p.tiers == 3);
        CHECK(p.reached);
        CHECK(p.switches() == 5 * k * k / 4);
        CHECK(p.leaves == k * k / 2);
        CHECK(p.spines == k * k / 2);
        CHECK(p.cores == k * k / 4);
        CHECK(p.links == 3 * k * k * k / 4); // each tier of links as wide as the endpoints
        CHECK(p.transceivers == 2 * p.links);
        CHECK_FALSE(plan_fabric(k * k * k / 4 + 1, k).reached);
    }
}

// two tiers of k ports: k leaves of k/2 endpoints, k/2 spines: k^2/2 endpoints (2,048 for 64 ports)
TEST_CASE("two tiers: leaf and spine") {
    fabric_plan const p = plan_fabric(2048, 64);
    CHECK(p.tiers == 2);
    CHECK(p.leaves == 64);
    CHECK(p.spines == 32);
    CHECK(p.cores == 0);
    CHECK(p.links == 4096);
    CHECK(plan_fabric(2049, 64).tiers == 3);
    // 16 nodes of 8: 128 interfaces on 4 leaves and 2 spines
    fabric_plan const small = plan_fabric(128, 64);
    CHECK(small.leaves == 4);
    CHECK(small.spines == 2);
    CHECK(small.links == 256);
}

TEST_CASE("one tier and none") {
    fabric_plan const p = plan_fabric(64, 64);
    CHECK(p.tiers == 1);
    CHECK(p.switches() == 1);
    CHECK(p.links == 64);
    CHECK(plan_fabric(0, 64).switches() == 0);
    CHECK(plan_fabric(65, 64).tiers == 2);
}

TEST_CASE("three to one at the leaves: 48 ports down, 16 up") {
    fabric_plan const p = plan_fabric(960, 64, 3);
    CHECK(p.leaves == 20);
    CHECK(p.spines == 5);
    CHECK(p.links == 960 + 20 * 16);
    CHECK(p.switches() < plan_fabric(960, 64).switches());
}

TEST_CASE("several fabrics side by side") {
    fabric_plan const p = 3 * plan_fabric(2048, 64) + plan_fabric(64, 64);
    CHECK(p.endpoints == 3 * 2048 + 64);
    CHECK(p.switches() == 3 * 96 + 1);
    CHECK(p.tiers == 2);
    CHECK((0 * plan_fabric(2048, 64)).switches() == 0);
}

TEST_CASE("cost and power by hand, and totals are sums") {
    scale_out net{};
    net.network_switch.price = 36'000.0 * USD;
    net.network_switch.draw = 747.0 * watt;
    net.host_link = {.end_price = 500.0 * USD, .end_power = 9.0 * watt, .cable_price = 50.0 * USD};
    net.switch_link = net.host_link;
    fabric_plan const p = plan_fabric(128, 64); // 6 switches, 256 links
    auto const cost = fabric_cost(net, p);
    CHECK(cost.switches.in(USD) == near(216'000.0, 1e-12));
    CHECK(cost.transceivers.in(USD) == near(256'000.0, 1e-12));
    CHECK(cost.cables.in(USD) == near(12'800.0, 1e-12));
    CHECK(cost.total().in(USD) == near(484'800.0, 1e-12));
    auto const draw = fabric_power(net, p);
    CHECK(draw.switches.value.in(watt) == near(4482.0, 1e-12));
    CHECK(draw.total().value.in(watt) == near(4482.0 + 4608.0, 1e-12));
}

// QM9700 with optics in all ports is specified at 1,720 W at most (manual, recalled)
TEST_CASE("a full InfiniBand switch draws less than its rated maximum") {
    scale_out const ndr = catalog::infiniband_ndr;
    power<> const full = ndr.network_switch.draw + 64.0 * ndr.host_link.end_power;
    CHECK(full < 1720.0 * watt);
    CHECK(full > 0.6 * 1720.0 * watt);
}

TEST_CASE("a network is counted, priced and powered") {
    // [count]
    scale_out const network = catalog::infiniband_ndr;
    fabric_plan const p = plan_network(network, 256, 8); // 256 servers of eight interfaces
    int const switches = p.switches(), cables = p.links;  // 64 leaves and 32 spines; 4,096 cables
    money<> const price = fabric_cost(network, p).total();
    at_it<power<>> const drawn = fabric_power(network, p).total();
    // [/count]
    CHECK(switches == 96);
    CHECK(cables == 4096);
    CHECK(price.in(USD) == near(96 * 36'000.0 + 8192 * 575.0 + 4096 * 60.0, 1e-12));
    CHECK(drawn.value.in(watt) == near(96 * 747.0 + 8192 * 9.0, 1e-12));
}

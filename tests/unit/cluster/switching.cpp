#include <tallywatt/catalog/switches.hpp>
#include <tallywatt/cluster/fabric.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
one_way_rate<> gigabits(double x) { return one_way(x * gigabit_per_second); }
} // namespace

// TechInsights on Tomahawk 5: 64 x 800, 128 x 400 or 256 x 200 Gb/s
TEST_CASE("a cage breaks out into several ports, as many as the chip tells apart") {
    network_switch const s = catalog::tomahawk_5;
    CHECK(ports_at(s, gigabits(800.0)) == 64);
    CHECK(ports_at(s, gigabits(400.0)) == 128);
    CHECK(ports_at(s, gigabits(200.0)) == 256);
    CHECK(ports_at(s, gigabits(100.0)) == 256);
    CHECK(ports_at(s, gigabits(300.0)) == 128); // two of 300 in 800
    CHECK(ports_at(s, gigabits(1e-6)) == 256);
}

TEST_CASE("several ports make a faster one; a switch can be too slow") {
    network_switch const s{.ports = 64, .port_rate = gigabits(400.0), .most_ports = 128};
    CHECK(ports_at(s, gigabits(800.0)) == 32);
    CHECK(ports_at(s, gigabits(900.0)) == 21); // three ports each
    CHECK(ports_at(s, gigabits(64 * 400.0)) == 1);
    CHECK(ports_at(s, gigabits(65 * 400.0)) == 0);
    CHECK(ports_at(s, gigabits(400.0 * (1.0 + 1e-12))) == 64); // rounding is no second port
}

TEST_CASE("switches that no network can be made of are invalid, with their field") {
    scale_out n{.nic_rate = gigabits(400.0)};
    CHECK_NOTHROW(check(n));
    n.network_switch = {.ports = 1, .most_ports = 1};
    CHECK_THROWS_WITH_AS(
        check(n), "scale_out.network_switch.ports: 1 at the network's rate, fewer than 2", invalid_input
    );
    n.network_switch = {.ports = 33, .most_ports = 33};
    CHECK_THROWS_WITH_AS(
        check(n),
        "scale_out.network_switch.ports: 33 at the network's rate cannot be halved: a non-blocking tree needs an even number",
        invalid_input
    );
    n.oversubscription = 2; // 11 up, 22 down
    CHECK_NOTHROW(check(n));
    n.oversubscription = 1;
    n.shape = fabric_shape::dragonfly;
    CHECK_NOTHROW(check(n));
    n.oversubscription = -1;
    CHECK_THROWS_AS(plan_network(n, 16, 8), invalid_input);
    CHECK_THROWS_WITH_AS(validate(n), "scale_out.oversubscription: -1 is below 1", invalid_input);
    n.oversubscription = 1;
    n.planes = 0;
    CHECK_THROWS_AS(plan_network(n, 16, 8), invalid_input);
}

TEST_CASE("planes split an interface: twice the ports, twice the fabrics") {
    scale_out n{.nic_rate = gigabits(400.0), .network_switch = {.ports = 64, .port_rate = gigabits(400.0), .most_ports = 128}};
    n.planes = 2;
    CHECK(radix_of(n) == 128);
    fabric_plan const p = plan_network(n, 256, 8); // 2 x (32 leaves, 16 spines)
    CHECK(p.leaves == 64);
    CHECK(p.spines == 32);
    CHECK(p.host_links == 4096);
    CHECK(p.tiers == 2);
}

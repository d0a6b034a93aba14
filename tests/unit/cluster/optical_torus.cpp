#include "approx.hpp"

#include <tallywatt/catalog/scale_up_links.hpp>
#include <tallywatt/cluster/optical_torus.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

// Jouppi et al., ISCA 2023: TPU v4, 4,096 chips in 64 cubes of 4 x 4 x 4, 48 circuit switches of 136 ports, 128 in use
TEST_CASE("TPU v4") {
    optical_torus_plan const p = plan_optical_torus({16, 16, 16}, 4, 136);
    CHECK(p.accelerators == 4096);
    CHECK(p.cubes == 64);
    CHECK(p.circuit_switches == 48);
    CHECK(p.ports_used == 128);
    CHECK(p.face_links == 96 * 64);
    // six links an accelerator, three of its own: half of all face links meet in a circuit switch
    CHECK(p.copper_links + p.face_links / 2 == 3 * 4096);
    CHECK(p.reached);
}

// Ironwood: 9,216 chips in 144 cubes need 288 ports
TEST_CASE("larger pods need larger circuit switches") {
    CHECK_FALSE(plan_optical_torus({16, 24, 24}, 4, 136).reached);
    optical_torus_plan const p = plan_optical_torus({16, 24, 24}, 4, 300);
    CHECK(p.accelerators == 9216);
    CHECK(p.ports_used == 288);
    CHECK(p.circuit_switches == 48);
    CHECK(p.reached);
}

TEST_CASE("cubes fill the torus, or it is invalid") {
    CHECK_THROWS_WITH_AS(plan_optical_torus({16, 16, 10}, 4, 136), "optical_torus.dims: 10 is no multiple of the cube's edge, 4", invalid_input);
    CHECK_THROWS_AS(plan_optical_torus({16, 16, 0}, 4, 136), invalid_input);
    CHECK_THROWS_AS(plan_optical_torus({16, 16, 16}, 1, 136), invalid_input);
}

TEST_CASE("money and power by hand") {
    optical_torus const t{
        .switch_price = 50'000.0 * USD,
        .switch_power = 100.0 * watt,
        .inside = {.end_price = 10.0 * USD, .end_power = 0.5 * watt, .cable_price = 20.0 * USD},
        .across = {.end_price = 300.0 * USD, .end_power = 8.0 * watt, .cable_price = 40.0 * USD}};
    auto const all = optical_torus_total(t, plan_optical_torus({8, 8, 8}, 4, 136)); // 8 cubes
    CHECK(all.circuit_switches.in(USD) == near(48 * 50'000.0, 1e-12));
    CHECK(all.copper.in(USD) == near(8 * 144 * 40.0, 1e-12));
    CHECK(all.optics.in(USD) == near(8 * 96 * 340.0, 1e-12));
    CHECK(all.draw().in(watt) == near(48 * 100.0 + 8 * 144 * 1.0 + 8 * 96 * 8.0, 1e-12));
}

// ISCA 2023: circuit switches are below 5 % of a TPU v4 system's cost and 3 % of its power (4,096 chips, about 200 W each)
TEST_CASE("circuit switches are a small part of a pod") {
    auto const all = optical_torus_total(optical_torus(catalog::tpu_v4_torus), plan_optical_torus({16, 16, 16}, 4, 136));
    CHECK(all.switch_draw < 0.03 * (4096 * 200.0 * watt));
    CHECK(all.circuit_switches < 0.05 * (4096 * 12'000.0 * USD)); // price of a chip with its host assumed
    CHECK(all.circuit_switches > 0.0 * USD);
}

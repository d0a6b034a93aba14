#include "approx.hpp"

#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/facility/chip_temperature.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {
leaky_chip hot(double leakage) {
    return {.dynamic = 600.0 * watt, .leakage = leakage * watt, .reference = celsius(60.0), .growth = 0.02 / kelvin, .resistance = 0.05 * kelvin / watt};
}
} // namespace

TEST_CASE("chip temperature: the point that plain iteration finds") {
    for (double const leakage : {0.0, 10.0, 50.0, 120.0})
        for (double const coolant : {15.0, 32.0, 45.0}) {
            double t = coolant, p = 600.0;
            for (int i = 0; i < 2000; ++i) { // far more than linear convergence at a gain of 0.3 needs
                p = 600.0 + leakage * std::exp(0.02 * (t - 60.0));
                t = coolant + 0.05 * p;
            }
            auto const s = settle(hot(leakage), celsius(coolant));
            CHECK(s.draw.in(watt) == near(p, 1e-9));
            CHECK(s.junction.in_celsius() == near(t, 1e-9));
            CHECK(s.loop_gain.value == near(0.02 * 0.05 * (p - 600.0), 1e-9)); // R dP/dT
            CHECK(s.loop_gain.value < 1.0);
        }
}

TEST_CASE("chip temperature: runaway is a result") {
    // y = k R L exp(k (T_c + R P_d - T_0)) crosses 1/e: at 32 C, exp(0.02 * 2) * 0.001 L = 0.3679: L = 353.5 W
    CHECK(settle(hot(353.0), celsius(32.0)).loop_gain.value < 1.0);
    CHECK(settle(hot(353.0), celsius(32.0)).loop_gain.value > 0.9);
    CHECK(settle(hot(354.0), celsius(32.0)).loop_gain.value == 1.0);
    CHECK(settle(hot(2000.0), celsius(32.0)).loop_gain.value == 1.0);
}

TEST_CASE("chip temperature: warmer coolant draws more, up to the warmest that the limit allows") {
    leaky_chip const c = hot(50.0);
    CHECK(settle(c, celsius(45.0)).draw > settle(c, celsius(32.0)).draw);
    // at 95 C: 600 + 50 exp(0.7) = 700.69 W, times 0.05: 35.03 K
    CHECK(warmest_coolant(c).in_celsius() == near(95.0 - 0.05 * (600.0 + 50.0 * std::exp(0.7)), 1e-12));
    auto const edge = settle(c, warmest_coolant(c));
    CHECK(edge.junction.in_celsius() == near(95.0, 1e-9));
    CHECK(edge.headroom.value == near(1.0, 1e-9));
}

TEST_CASE("chip temperature: an accelerator's leakage is a small loop") {
    accelerator const chip = catalog::h100;
    leaky_chip const c = leaky_chip_of(chip, 500.0 * watt);
    CHECK((c.dynamic + c.leakage).in(watt) == near((chip.idle + 500.0 * watt).in(watt), 1e-12));
    auto const cold = settle(c, celsius(20.0)), warm = settle(c, celsius(45.0));
    CHECK(cold.loop_gain.value < 0.1);
    // published: chips draw a few per cent more in coolant 20 to 25 K warmer
    double const more = (warm.draw - cold.draw) / cold.draw;
    CHECK(more > 0.002);
    CHECK(more < 0.06);
}

#include <tallywatt/silicon/carbon_intensity.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto g_per_EFLOP = gCO2e / EFLOP;
}

TEST_CASE("embodied intensity of HGX H100 as its maker states it: full sparse peak for four years") {
    // 0.66 gCO2e/EFLOP and 1,312 kg are published; life and peak are what fits them: eight times 1,979 TFLOP/s (2:4 sparsity
    // counted, so the rate of work is passed as it is), four years of 8,760 h
    hardware_life const life{
        .peak = dense(8.0 * 1979.0 * TFLOP_per_second),
        .utilisation = fraction{1.0},
        .availability = basic_availability<>{1.0},
        .life = 4.0 * year};
    CHECK(embodied_intensity(1312.0 * kgCO2e, life).in(g_per_EFLOP) == near(0.66, 0.01)); // printed to two digits
}

TEST_CASE("intensity and tokens by hand") {
    // 200 kg; 100 TFLOP/s at 0.4 and 0.9 up for 5 years: 5.6765e21 FLOP; 500 W, PUE 1.2, 400 g/kWh
    hardware_life const life{
        .peak = dense(100.0 * TFLOP_per_second),
        .utilisation = fraction{0.4},
        .availability = basic_availability<>{0.9},
        .life = 5.0 * year};
    operating const run{.draw = at_it<power<>>{500.0 * watt}, .pue = pue{1.2}, .grid = 400.0 * gCO2e / kilowatt_hour};
    double const work = 100e12 * 0.4 * 0.9 * 5 * 8760.0 * 3600.0;
    CHECK(life.work().in(FLOP) == near(work, 1e-14));
    auto const c = compute_carbon_intensity(200.0 * kgCO2e, run, life);
    CHECK(c.embodied.in(g_per_EFLOP) == near(200e3 / (work / 1e18), 1e-13));
    CHECK(c.operational.in(g_per_EFLOP) == near(0.5 * 1.2 * 400.0 * 0.9 * 5 * 8760.0 / (work / 1e18), 1e-13));
    CHECK(c.total().base_value == near((c.embodied + c.operational).base_value, 1e-15));
    CHECK(c.embodied_share().value == near((c.embodied / c.total()), 1e-13));
    CHECK((run.over(life.time_up()) / life.work()).base_value == near(c.operational.base_value, 1e-13));
    auto const t = token_carbon(200.0 * kgCO2e, run, 1000.0 * token / second, life.life, life.availability);
    CHECK(t.embodied.in(gCO2e / megatoken) == near(200e3 / (1000.0 * 0.9 * 5 * 8760.0 * 3600.0 / 1e6), 1e-13));
    CHECK(t.operational.in(gCO2e / megatoken) == near(0.6 * 400.0 / (1000.0 * 3600.0 / 1e6), 1e-13));
}

TEST_CASE("operation dominates a busy accelerator's life, as published of TPUs: 70 to 90 %") {
    // TPU v5e class: 197 TFLOP/s dense; 228 gCO2e/EFLOP in all is published (2026). 100 to 300 kg a chip with its share of a
    // host, 30 to 60 % useful, location-based grid of 300 to 450 g/kWh and 200 W a chip: operation must stay the larger part
    for (double const kg : {100.0, 300.0})
        for (double const grid : {300.0, 450.0}) {
            hardware_life const life{.peak = dense(197.0 * TFLOP_per_second), .utilisation = fraction{0.4}};
            operating const run{.draw = at_it<power<>>{200.0 * watt}, .grid = grid * gCO2e / kilowatt_hour};
            auto const c = compute_carbon_intensity(kg * kgCO2e, run, life);
            CHECK(c.embodied_share().value < 0.3);
            CHECK(c.total().in(g_per_EFLOP) > 100.0); // of the order of the published 228
            CHECK(c.total().in(g_per_EFLOP) < 500.0);
        }
}

TEST_CASE("bad lives are refused") {
    hardware_life life{.peak = dense(1.0 * TFLOP_per_second)};
    CHECK_NOTHROW(validate(life));
    life.utilisation = fraction{0.0};
    CHECK_THROWS_AS(validate(life), invalid_input);
}

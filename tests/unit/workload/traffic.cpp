// Contexts of requests.
#include "approx.hpp"

#include <tallywatt/workload/traffic.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace tallywatt;

TEST_CASE("mean context of a decode step is length-biased") {
    // DeepSeek-V3/R1 Inference System Overview, DeepSeek, 2025-03-01: 608e9 prompt and 168e9 generated tokens a day with a
    // mean cache length of 4,989; at 3,909 and 1,080 a request and exponential output lengths that is exact
    traffic const t{.input = 3909.0 * token, .output = 1080.0 * token};
    CHECK(t.decode_context().in(token) == 4989.0);
    // constant lengths: half of the output on average
    CHECK(traffic{.input = 3909.0 * token, .output = 1080.0 * token, .output_variation = ratio{0.0}}.decode_context().in(token) == 4449.0);
}

TEST_CASE("length-biased context against a simulation") {
    // mean context over all decode steps of requests whose outputs are gamma distributed with cv^2 = 1/2
    std::mt19937_64 random(7);
    std::gamma_distribution<double> length(2.0, 250.0);  // mean 500, cv^2 = 1/2
    double steps = 0.0, sum = 0.0;
    for (int i = 0; i < 400000; ++i) {
        double const n = length(random);
        steps += n;
        sum += n * (1000.0 + 0.5 * n);
    }
    traffic const t{.input = 1000.0 * token, .output = 500.0 * token, .output_variation = ratio{0.5}};
    CHECK(t.decode_context().in(token) == near(sum / steps, 0.002));  // 400,000 draws: 0.1 %
}

TEST_CASE("mean context of a new prompt token") {
    // tokens 1 to n see themselves and all before
    for (int const n : {1, 2, 7, 4096}) {
        double sum = 0.0;
        for (int i = 1; i <= n; ++i) sum += i;
        CHECK(traffic{.input = n * token}.prefill_context().in(token) == near(sum / n, 1e-14));
    }
    // 60 of 100 cached: tokens 61 to 100
    double sum = 0.0;
    for (int i = 61; i <= 100; ++i) sum += i;
    traffic const hit{.input = 100.0 * token, .output = 1.0 * token, .cached = fraction{0.6}};
    CHECK(hit.prefill_context().in(token) == near(sum / 40.0, 1e-14));
    CHECK(hit.fresh().in(token) == near(40.0, 1e-14));
}

// Continuous batching: how often iterations carry prompts, rates, and the wait for a first token.
#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/plan_serving.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace tallywatt;

namespace {

serving llama() {
    return {.model = catalog::llama_3_1_70b,
            .weights = precision::bf16,
            .traffic = {.input = 2000.0 * token, .output = 500.0 * token, .cached = fraction{0.2}},
            .stack = catalog::vllm_2025};
}
cluster h100s() { return {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr}; }
constexpr auto coolant = celsius(30.0);

}  // namespace

TEST_CASE("a chunk of b n_new/n_out makes every iteration mixed") {
    serving const s = llama();  // n_new/n_out = 1600/500 = 3.2: 40 sequences and 128 tokens
    serving_plan const p = plan_choice(s, h100s(), {8, 1}, 40, 128);
    auto const r = perform(p, s, h100s(), coolant);
    CHECK(r.mixed_share.value == 1.0);
    CHECK(r.time_per_output_token.in(second) == near(r.mixed_step.in(second), 1e-15));
    CHECK(r.output.in(token / second) == near(40.0 / r.mixed_step.in(second), 1e-14));       // X n_out = b/t
    CHECK(r.requests.in(1.0 / second) == near(40.0 / (500.0 * r.mixed_step.in(second)), 1e-14));
    CHECK(r.split.total().in(second) == near(r.mixed_step.in(second), 1e-14));  // the clock is not capped here
    CHECK(r.clock.value == 1.0);
    // prompts fill every iteration: the queue is looked at for rho = 0.99
    CHECK(r.wait.value == near(99.0, 1e-12));
}

TEST_CASE("shares of iterations, rates and latencies by hand") {
    serving s = llama();
    s.traffic.arrival_variation = ratio{1.0};
    s.traffic.prompt_variation = ratio{0.5};
    serving_plan const p = plan_choice(s, h100s(), {8, 1}, 40, 512);
    auto const r = perform(p, s, h100s(), coolant);
    double const phi = 40.0 * 1600 / (500.0 * 512), tm = r.mixed_step.in(second), td = r.decode_step.in(second);
    CHECK(phi == 0.25);
    CHECK(tm > td);
    CHECK(r.mixed_share.value == near(phi, 1e-14));
    double const tpot = phi * tm + (1.0 - phi) * td;
    CHECK(r.time_per_output_token.in(second) == near(tpot, 1e-14));
    CHECK(r.output.in(token / second) == near(40.0 / tpot, 1e-14));
    CHECK(r.requests.in(1.0 / second) == near(40.0 / tpot / 500.0, 1e-14));
    // prompts arrive 40/(500 TPOT) a second and take 1600/512 mixed steps each, of which the last is not full
    double const rho = 40.0 / (500.0 * tpot) * (1600.0 / 512.0 * tm);
    CHECK(r.wait.value == near(rho / (1.0 - rho) * 0.75, 1e-12));
    CHECK(p.chunk_slack == near(4.0 - 1600.0 / 512.0, 1e-14));
    CHECK(r.time_to_first_token.in(second) == near(4.0 * tm * (1.0 + r.wait.value), 1e-12));
    CHECK(r.prefill_share.value == near(1.0 - td / tpot, 1e-12));
}

TEST_CASE("the queue against M/M/1 and M/D/1") {
    // one server of prompts at rho = 1/2: exponential service waits rho/(1 - rho) = 1 service, constant service half of that
    serving s = llama();
    serving_plan const p = plan_choice(s, h100s(), {8, 1}, 40, 512);
    auto const r = perform(p, s, h100s(), coolant);
    double const odds = r.mixed_share.value * r.mixed_step.in(second) / ((1.0 - r.mixed_share.value) * r.decode_step.in(second));
    CHECK(r.wait.value == near(odds, 1e-12));
    s.traffic.prompt_variation = ratio{0.0};
    CHECK(perform(p, s, h100s(), coolant).wait.value == near(0.5 * odds, 1e-12));

    // the same by simulation (Lindley), Poisson arrivals and exponential service at that utilisation
    double const rho = odds / (1.0 + odds);
    std::mt19937_64 random(11);
    std::exponential_distribution<double> gap(rho), service(1.0);
    double wait = 0.0, sum = 0.0;
    constexpr int prompts = 2'000'000;
    for (int i = 0; i < prompts; ++i) {
        sum += wait;
        wait = std::max(0.0, wait + service(random) - gap(random));
    }
    CHECK(r.wait.value == near(sum / prompts, 0.03));  // waits are correlated: 2 million give 1 %
}

TEST_CASE("more prompts than iterations slow every token") {
    serving const s = llama();
    serving_plan const p = plan_choice(s, h100s(), {8, 1}, 80, 128);  // phi = 2
    auto const r = perform(p, s, h100s(), coolant);
    CHECK(r.mixed_share.value == 1.0);
    CHECK(r.time_per_output_token.in(second) == near(2.0 * r.mixed_step.in(second), 1e-14));
    // prompt work is done at the rate of one chunk an iteration
    CHECK(r.requests.in(1.0 / second) * 1600.0 == near(128.0 / r.mixed_step.in(second), 1e-14));
    CHECK(fit_of(p, s, h100s(), coolant).feasible() == false);
}

TEST_CASE("power of a service lies between its steps'") {
    serving const s = llama();
    auto const r = perform(plan_choice(s, h100s(), {8, 1}, 40, 512), s, h100s(), coolant);
    CHECK(r.resting < r.busy);
    CHECK(r.busy <= h100s().server.accelerator.tdp);
}

TEST_CASE("a plan is a constant expression") {
    constexpr serving s{.model = catalog::llama_3_1_70b,
                        .weights = precision::bf16,
                        .traffic = {.input = 2000.0 * token, .output = 500.0 * token},
                        .stack = catalog::vllm_2025};
    constexpr cluster on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    constexpr serving_plan p = plan_choice(s, on, {8, 1}, 32, 512);
    constexpr auto r = perform(p, s, on, coolant);
    static_assert(r.output > 0.0 * (token / second));
    auto const again = perform(plan_choice(s, on, {8, 1}, 32, 512), s, on, coolant);
    // sqrt, exp and log are series in a constant expression: 1e-13
    CHECK(r.output.in(token / second) == near(again.output.in(token / second), 1e-12));
    CHECK(r.busy.in(watt) == near(again.busy.in(watt), 1e-12));
}

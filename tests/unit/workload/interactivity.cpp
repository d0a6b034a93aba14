// The frontier of user speed and output, goals of the planner, and load: against brute force.
#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/traffic.hpp>
#include <tallywatt/workload/interactivity.hpp>
#include <tallywatt/workload/provisioning.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {

serving llama() {
    return {.model = catalog::llama_3_1_70b, .weights = precision::fp8, .traffic = catalog::chat, .stack = catalog::sglang_2025};
}
cluster h200s() { return {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr}; }
constexpr auto coolant = celsius(30.0);

/// Calls visit(fit, plan) for every layout of a server, chunk and batch in steps of at most a half.
template <class F>
void every(serving const& s, F const& visit) {
    for (int const t : {1, 2, 4, 8})
        for (int chunk = 128; chunk <= 16384; chunk *= 2)
            for (int b = 1; b <= 4096; b += b > 1 ? b / 2 : 1) {
                auto const p = plan_choice(s, h200s(), {t, 1}, b, chunk);
                visit(fit_of(p, s, h200s(), coolant), p);
            }
}

} // namespace

TEST_CASE("frontier: no point beats another, and none that fits lies beyond by more than a cell") {
    serving const s = llama();
    auto const f = frontier_of(s, h200s(), coolant);
    REQUIRE(f.count > 5);
    for (int i = 1; i < f.count; ++i) {
        auto const &fast = f.points[static_cast<std::size_t>(i - 1)], &slow = f.points[static_cast<std::size_t>(i)];
        CHECK(fast.per_user > slow.per_user);
        CHECK(fast.per_accelerator < slow.per_accelerator);
    }
    every(s, [&](plan_fit const& fit, serving_plan const&) {
        if (fit.memory > 1.0 || fit.mixed_share > 1.0)
            return;
        double const user = 1.0 / (fit.output_token * s.targets.time_per_output_token.in(second));
        double best = 0.0;
        for (int i = 0; i < f.count; ++i) {
            auto const& p = f.points[static_cast<std::size_t>(i)];
            if (p.per_user.in(token / second) * 1.19 >= user) // a quarter of an octave
                best = std::max(best, p.per_accelerator.in(token / second));
        }
        CHECK(best >= fit.output_per_accelerator * (1.0 - 1e-12));
    });
}

TEST_CASE("the planner's goals against every choice") {
    serving const s = llama();
    for (auto const aim : {planning_aim::output, planning_aim::cost, planning_aim::energy, planning_aim::latency}) {
        planning_goal const goal{aim, 2.0 * USD / hour, 0.30 * USD / (kilowatt * hour)};
        auto const score = [&](plan_fit const& f) {
            return aim == planning_aim::latency ? 1.0 / f.output_token : f.output_per_accelerator / goal.divisor(f.busy);
        };
        auto const best = fit_of(plan_serving(s, h200s(), coolant, 4096, goal), s, h200s(), coolant);
        CHECK(best.feasible());
        every(s, [&](plan_fit const& f, serving_plan const&) {
            if (f.feasible())
                CHECK(score(best) >= score(f) * (1.0 - 1e-12));
        });
    }
    // joules are saved by giving up output
    auto const most = fit_of(plan_serving(s, h200s(), coolant), s, h200s(), coolant);
    auto const least = fit_of(plan_serving(s, h200s(), coolant, 4096, {planning_aim::energy}), s, h200s(), coolant);
    CHECK(least.busy / least.output_per_accelerator <= most.busy / most.output_per_accelerator);
    CHECK(least.output_per_accelerator <= most.output_per_accelerator);
    // free electricity: cost is output
    CHECK(plan_serving(s, h200s(), coolant, 4096, {planning_aim::cost, 2.0 * USD / hour, {}}).sequences == plan_serving(s, h200s(), coolant).sequences);
}

TEST_CASE("a load is a smaller batch") {
    serving const s = llama();
    auto const full = plan_serving(s, h200s(), coolant);
    auto const output = [&](serving_plan const& p) { return perform(p, s, h200s(), coolant).output; };
    int last = 0;
    for (double const load : {0.05, 0.3, 0.65, 0.9, 1.0}) {
        auto const p = plan_at_load(full, s, h200s(), coolant, load);
        CHECK(p.instance == full.instance);
        CHECK(p.chunk == full.chunk);
        CHECK(output(p) >= load * output(full));
        if (p.sequences > 1) // the smallest
            CHECK(output(plan_choice(s, h200s(), p.instance, p.sequences - 1, p.chunk)) < load * output(full));
        CHECK(p.sequences >= last);
        last = p.sequences;
    }
    CHECK(last == full.sequences);
    // fewer sequences wait for fewer others
    CHECK(perform(plan_at_load(full, s, h200s(), coolant, 0.3), s, h200s(), coolant).time_per_output_token <
          perform(full, s, h200s(), coolant).time_per_output_token);
}

TEST_CASE("instances for a day by hand") {
    // 226.75 nodes' worth of work, 278 in the busiest hour, no headroom
    demand const d{.mean = 226.75 * 14800.0 * token / second, .peak_to_mean = ratio{278.0 / 226.75}, .headroom = fraction{0.0}};
    auto const p = provision(d, 14800.0 * token / second);
    CHECK(p.instances == 278);
    CHECK(p.load == near(226.75 / 278.0, 1e-12));
    CHECK(p.peak_load == near(1.0, 1e-12));
    CHECK(p.in_use == near(226.75, 1e-12));
    // a tenth kept free: 309 of them
    demand const spare{.mean = d.mean, .peak_to_mean = d.peak_to_mean, .headroom = fraction{0.1}};
    CHECK(provision(spare, 14800.0 * token / second).instances == 309);
    CHECK(mean_load(spare, provision(spare, 14800.0 * token / second), 14800.0 * token / second) == near(226.75 / 309.0, 1e-12));
    // little demand still takes one
    CHECK(provision({.mean = 1.0 * token / second}, 14800.0 * token / second).instances == 1);
}

TEST_CASE("traffic of published traces") {
    CHECK(traffic(catalog::chat).input.in(token) == 1155.0);
    CHECK(traffic(catalog::deepseek_day).decode_context().in(token) == near(4989.0, 1e-12)); // the published mean
    for (traffic const& t : {traffic(catalog::chat), traffic(catalog::code_completion), traffic(catalog::long_input), traffic(catalog::agents), traffic(catalog::reasoning)})
        CHECK_NOTHROW(validate(t));
}

// Every workload composes like the built-in one: colocated serving, disaggregated pools, and one of a user's own.

#include "approx.hpp"
#include "scenarios.hpp"

#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/number/simd.hpp>
#include <tallywatt/tco.hpp>
#include <tallywatt/units.hpp>
#include <tallywatt/workload.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;
using namespace tallywatt::literals;

namespace own {

// A service somebody measured: so many tokens per second and accelerator, at so much power. No model of it is known.
struct measured_plan {
    layout instance{};
    int sequences = 1;
    int chunk = 1 << 20;  // prompts are in the measured rate: next to no iterations are theirs
    bool native_precision = true;
};

template <class T = double>
struct measured_service {
    static constexpr char const* kind = "measured_service";
    using plan_type = measured_plan;
    basic_traffic<T> traffic{};
    basic_targets<T> targets{};
    basic_token_prices<T> prices{};
    token_rate<T> per_accelerator{};  // output tokens, with their prompts
    power<T> draw{};
    duration<T> first_token{}, each_token{};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"traffic"}, self.traffic...);
        visit(field{"targets"}, self.targets...);
        visit(field{"prices"}, self.prices...);
        visit(field{"per_accelerator", positive}, self.per_accelerator...);
        visit(field{"draw", positive}, self.draw...);
        visit(field{"first_token", positive}, self.first_token...);
        visit(field{"each_token", positive}, self.each_token...);
    }
};

constexpr measured_plan plan_workload(measured_service<> const&, cluster const&, temperature<> const&) { return {}; }

// One accelerator, one sequence: an output token takes its share of the measured rate, prompts no iterations of their own.
template <class T>
constexpr serving_performance<T> perform(measured_plan const&, measured_service<T> const& w, basic_cluster<T> const& on, temperature<T> const& coolant) {
    serving_performance<T> r;
    r.output = w.per_accelerator;
    r.requests = w.per_accelerator / w.traffic.output;
    r.decode_step = r.mixed_step = token / w.per_accelerator;
    r.time_per_output_token = w.each_token;
    r.time_to_first_token = w.first_token;
    r.mixed_share = basic_fraction<T>{w.traffic.fresh() / w.traffic.output};
    r.resting = static_power(on.server.accelerator, coolant, on.server.accelerator.idle);
    r.static_part = r.resting;
    r.busy = w.draw;
    r.decode_dynamic = r.mixed_dynamic = (w.draw - r.resting) * r.decode_step;
    r.clock = basic_fraction<T>{T(1.0)};
    r.peak = on.server.accelerator.bf16.peak.value;
    return r;
}

}  // namespace own

static_assert(workload<serving, double> && workload<disaggregated, double> && workload<own::measured_service<>, double>);
static_assert(workload<basic_serving<interval>, interval> && workload<basic_disaggregated<dual>, dual> && workload<own::measured_service<simd>, simd>);

namespace {

using pools = basic_deployment<basic_cooling<>, basic_supply<>, double, disaggregated>;

pools disaggregated_r1() {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    auto const& s = d.service;
    return {.service = {.model = s.model, .weights = s.weights, .cache = s.cache, .traffic = s.traffic, .targets = s.targets, .stack = s.stack, .prices = s.prices},
            .cluster = d.cluster, .site = d.site, .supply = d.supply, .finance = d.finance, .chips = d.chips};
}

}  // namespace

TEST_CASE("disaggregated pools: a chain of hand arithmetic from both units to the fleet") {
    pools const d = disaggregated_r1();
    auto const prepared = prepare(d);
    auto const plan = plan_deployment(prepared);
    report const r = evaluate(prepared, plan);
    CHECK(r.feasible());

    auto const service = d.service.colocated();
    auto const& p = plan.serving;
    temperature<> const coolant = prepared.site.cooling.coolant_supply;
    auto const out = perform_decode(service, d.cluster, {.instance = p.instance, .batch = p.sequences, .length = service.traffic.decode_context(), .variation = ratio{service.traffic.context_variation()}}, coolant);
    auto const in = perform_prefill(
        service, d.cluster, {.instance = p.prefill_unit, .batch = p.prefill_batch, .length = service.traffic.input, .cached = service.traffic.cached}, coolant);
    // accelerator-seconds of an output token: its own, and those of its prompts at 80 % use of the prefill pool
    double const own = 1.0 / out.tokens_per_accelerator.value.in(token / second);
    double const prompts = (3909.0 * (1.0 - 0.563) / 1080.0) / (0.8 * in.tokens_per_accelerator.value.in(token / second));
    double const capacity = plan.cluster.accelerators / (own + prompts);
    CHECK(r.delivery.capacity.value.in(token / second) == near(capacity, 1e-12));
    CHECK(r.delivery.time_per_output_token == out.step);
    CHECK(r.delivery.time_per_output_token <= d.service.targets.time_per_output_token);
    CHECK(r.delivery.time_to_first_token > in.step);
    // a queue at u = 0.8 with Poisson arrivals and exponential prompts waits u/(1 - u) = 4 turns; then the cache of the
    // prompt crosses the interface: 3,909 tokens of 61 layers of 576 elements of 2 bytes over 96 % of 50 GB/s
    double const handed_over = 3909.0 * 61.0 * 576.0 * 2.0 / (0.96 * 50e9);
    CHECK(r.delivery.time_to_first_token.in(second) == near(5.0 * in.step.in(second) + handed_over, 1e-9));
}

TEST_CASE("disaggregated pools pay off where colocation makes outputs wait for prompts") {
    report const together = evaluate(scenarios::deepseek_r1_h200_virginia()), apart = evaluate(disaggregated_r1());
    CHECK(apart.delivery.capacity > together.delivery.capacity);
    CHECK(apart.unit.blended < together.unit.blended);
}

TEST_CASE("disaggregated pools in every arithmetic") {
    pools const d = disaggregated_r1();
    auto const plan = plan_deployment(prepare(d));
    report const point = evaluate(prepare(d), plan);
    auto const bounds = evaluate(prepare(convert<interval>(d)), plan);
    CHECK(bounds.unit.blended.base_value.contains(point.unit.blended.base_value));
    CHECK(evaluate(prepare(convert<dual>(d)), plan).unit.blended.base_value.value == near(point.unit.blended.base_value, 1e-13));
    CHECK(evaluate(prepare(convert<float>(d)), plan).unit.blended.base_value == near(point.unit.blended.base_value, 1e-4));

    // the price of a token by the use of prefill units: derivative against central difference
    auto seeded = convert<dual>(d);
    seeded.service.prefill_utilisation.value.derivative = {1.0};
    double const exact = evaluate(prepare(seeded), plan).unit.blended.base_value.derivative[0];
    auto const at = [&](double u) {
        pools moved = d;
        moved.service.prefill_utilisation = fraction{u};
        return evaluate(prepare(moved), plan).unit.blended.base_value;
    };
    CHECK(exact == near((at(0.8 + 1e-5) - at(0.8 - 1e-5)) / 2e-5, 1e-6));
    CHECK(exact < 0.0);
}

TEST_CASE("targets out of reach leave a plan and an unmet limit") {
    pools d = disaggregated_r1();
    d.service.targets = {.time_to_first_token = 1_ms, .time_per_output_token = 1_ms};
    report const r = evaluate(d);
    CHECK_FALSE(r.feasible());
    CHECK(r.delivery.capacity.value > token_rate<>{});
}

TEST_CASE("a workload of a user's own") {
    deployment const built_in = scenarios::deepseek_r1_h200_virginia();
    basic_deployment<basic_cooling<>, basic_supply<>, double, own::measured_service<>> const d{
        .service = {.traffic = built_in.service.traffic, .per_accelerator = 800.0 * token / second, .draw = 500_W, .first_token = 1_s, .each_token = 40_ms},
        .cluster = built_in.cluster,
        .site = built_in.site,
        .supply = built_in.supply};
    report const r = evaluate(d);
    CHECK(r.feasible());
    double const accelerators = r.delivery.accelerators.in(accelerator_unit);
    CHECK(r.delivery.capacity.value.in(token / second) == near(800.0 * accelerators, 1e-12));
    CHECK(r.delivery.chip_busy.value == 500_W);
    CHECK(r.delivery.time_per_output_token == 40_ms);
    double const load = built_in.service.traffic.load.value;
    double const chips = accelerators * (load * 500.0 + (1.0 - load) * r.delivery.chip_resting.value.in(watt));
    CHECK(r.it.accelerators.value.in(watt) == near(chips * 0.9997 * prepare(d.site).availability.value, 1e-9));  // of the grid and of the chain behind it
}

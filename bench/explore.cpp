// What asks a deployment many times: comparing two, a break-even, sensitivities; and what a training deployment takes.

#include "subject.hpp"

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/explore.hpp>
#include <tallywatt/tco/compare.hpp>

using namespace tallywatt;

namespace {

deployment on_b200() {
    deployment d = subject::quick_start();
    d.cluster.server = catalog::hgx_b200;
    d.finance.discount = discount_rate{0.08};
    return d;
}

/// Four plans: two parts differ.
void attribute_two_parts(benchmark::State& state) {
    auto const a = std::make_unique<deployment>(subject::quick_start()), b = std::make_unique<deployment>(on_b200());
    metric const m("unit.blended");
    for (auto _ : state) benchmark::DoNotOptimize(attribute(std::as_const(*a), std::as_const(*b), m));
}
BENCHMARK(attribute_two_parts)->Unit(benchmark::kMillisecond);

/// Nine points scanned, and what closes in.
void break_even_price(benchmark::State& state) {
    auto const a = std::make_unique<deployment>(subject::quick_start());
    metric const m("unit.blended");
    double const target = 1.1 * m(evaluate(*a)), price = get_field(*a, "cluster.server.accelerator.price");
    for (auto _ : state)
        benchmark::DoNotOptimize(break_even(subject::seen_anew(a.get()), "cluster.server.accelerator.price", {.low = 0.5 * price, .high = 3.0 * price, .points = 9}, m, target));
}
BENCHMARK(break_even_price)->Unit(benchmark::kMillisecond);

void all_sensitivities(benchmark::State& state) {
    auto const a = std::make_unique<deployment>(subject::quick_start());
    metric const m("unit.blended");
    for (auto _ : state) benchmark::DoNotOptimize(sensitivities(subject::seen_anew(a.get()), m));
}
BENCHMARK(all_sensitivities)->Unit(benchmark::kMillisecond);

training_deployment training_subject() {
    training const job{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048, .stack = catalog::llama3_2024};
    deployment const& d = subject::quick_start();
    return {.service = {.job = job, .layout = {.tensor = 8, .pipeline = 16, .interleave = 4, .lean_ends = true, .data = 128, .zero = 2}, .tokens = 15.6e12 * token,
                        .failures = catalog::llama3_cluster, .checkpoints = catalog::file_system_checkpoints},
            .cluster = d.cluster, .site = d.site, .supply = d.supply, .chips = d.chips};
}
void evaluate_planned_training(benchmark::State& state) {
    auto const prepared = std::make_unique<basic_prepared_deployment<double, training_runs>>(prepare(training_subject()));
    auto const plan = std::make_unique<basic_deployment_plan<training_runs_plan>>(plan_deployment(*prepared));
    for (auto _ : state) benchmark::DoNotOptimize(evaluate(subject::seen_anew(prepared.get()), subject::seen_anew(plan.get())));
}
BENCHMARK(evaluate_planned_training);

}  // namespace

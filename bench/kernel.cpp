// A kernel's time, and a step's: one decode step and one step with a chunk of prompts of DeepSeek-R1 on eight H200.

#include "subject.hpp"

using namespace tallywatt;

namespace {

void plan_a_product(benchmark::State& state) {
    double rows = 256.0;
    int units = 132;
    for (auto _ : state) {
        benchmark::DoNotOptimize(rows);
        benchmark::DoNotOptimize(units);
        auto const k = plan_matmul(1, rows, 7168.0, 2048.0, size_of(precision::fp8), size_of(precision::fp8), units);
        benchmark::DoNotOptimize(k);
    }
}
BENCHMARK(plan_a_product);

template <class T>
void time_of_a_product(benchmark::State& state) {
    auto const d = subject::over<T>();
    auto const& chip = d->cluster.server.accelerator;
    auto pace = pace_of(chip.fp8, chip.memory_bandwidth);
    auto plan = plan_matmul(1, 256.0, 7168.0, 2048.0, size_of(precision::fp8), size_of(precision::fp8), chip.compute_units);
    for (auto _ : state) {
        auto const t = matmul_time(subject::seen_anew(&plan), subject::seen_anew(&pace));
        benchmark::DoNotOptimize(t);
    }
}
BENCHMARK(time_of_a_product<double>);
BENCHMARK(time_of_a_product<interval>);

/// chunk: new prompt tokens in the step; 0 is decode alone.
template <class T>
void step(benchmark::State& state, int sequences, int chunk) {
    auto const d = subject::over<T>();
    auto const& now = subject::quick_start();
    auto const plan = std::make_unique<step_plan>(plan_step(now.service.model, {8, 1}, {sequences, chunk}, setting_of(now.service, now.cluster.server)));
    auto const rates = std::make_unique<step_rates<T>>(rates_of(d->cluster, d->service.stack, d->service.weights));
    auto const context = std::make_unique<step_context<T>>(context_of(d->service.traffic));
    for (auto _ : state) {
        auto const r = evaluate_step(subject::seen_anew(plan.get()), subject::seen_anew(rates.get()), subject::seen_anew(context.get()));
        benchmark::DoNotOptimize(r);
    }
}
template <class T>
void decode_step(benchmark::State& state) {
    step<T>(state, 128, 0);
}
template <class T>
void prefill_step(benchmark::State& state) {
    step<T>(state, 0, 8192);
}
template <class T>
void mixed_step(benchmark::State& state) {
    step<T>(state, 128, 2048);
}
BENCHMARK(decode_step<double>);
BENCHMARK(prefill_step<double>);
BENCHMARK(mixed_step<double>);
BENCHMARK(mixed_step<interval>);

}  // namespace

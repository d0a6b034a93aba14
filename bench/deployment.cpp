// The whole: a planned deployment evaluated from wafer to meter, and what comes before it (prepare, plan).

#include "subject.hpp"

#include <tallywatt/number/simd.hpp>

using namespace tallywatt;

namespace {

template <class T>
constexpr std::int64_t lanes() {
    if constexpr (std::same_as<T, simd>)
        return static_cast<std::int64_t>(T::size());
    else
        return 1;
}

/// items_per_second counts deployments: a simd evaluation holds one per lane.
template <class T>
void evaluate_planned(benchmark::State& state) {
    auto const prepared = std::make_unique<basic_prepared_deployment<T>>(prepare(*subject::over<T>()));
    auto const plan = std::make_unique<deployment_plan>(plan_deployment(prepare(subject::quick_start())));
    for (auto _ : state) {
        auto const r = evaluate(subject::seen_anew(prepared.get()), subject::seen_anew(plan.get()));
        benchmark::DoNotOptimize(r);
    }
    state.SetItemsProcessed(state.iterations() * lanes<T>());
}
BENCHMARK(evaluate_planned<double>);
BENCHMARK(evaluate_planned<float>);
BENCHMARK(evaluate_planned<simd>);
BENCHMARK(evaluate_planned<dual>);
BENCHMARK(evaluate_planned<basic_dual<8>>);
BENCHMARK(evaluate_planned<interval>);

void serving_performance_of_a_plan(benchmark::State& state) {
    auto const d = std::make_unique<prepared_deployment>(prepare(subject::quick_start()));
    auto const plan = std::make_unique<serving_plan>(plan_serving(d->service, d->cluster));
    for (auto _ : state) {
        auto const& x = subject::seen_anew(d.get());
        auto const r = perform(*plan, x.service, x.cluster, x.site.cooling.coolant_supply);
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(serving_performance_of_a_plan);

template <class T>
void prepare_deployment(benchmark::State& state) {
    auto const d = subject::over<T>();
    for (auto _ : state) {
        auto const r = prepare(subject::seen_anew(d.get()));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(prepare_deployment<double>);
BENCHMARK(prepare_deployment<interval>);

/// One layout, batch and chunk: two steps planned.
void plan_one_batch(benchmark::State& state) {
    auto const d = std::make_unique<deployment>(subject::quick_start());
    for (auto _ : state) {
        auto const& x = subject::seen_anew(d.get());
        auto const r = plan_choice(x.service, x.cluster, {8, 1}, 64, 2048);
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(plan_one_batch);

void plan_service(benchmark::State& state) {
    auto const d = std::make_unique<deployment>(subject::quick_start());
    for (auto _ : state) {
        auto const& x = subject::seen_anew(d.get());
        auto const r = plan_serving(x.service, x.cluster);
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(plan_service)->Unit(benchmark::kMicrosecond);

void fill_a_site(benchmark::State& state) {
    auto const d = std::make_unique<prepared_deployment>(prepare(subject::quick_start()));
    for (auto _ : state) {
        auto const r = fill_site(subject::seen_anew(d.get()));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(fill_a_site);

void plan_a_deployment(benchmark::State& state) {
    auto const d = std::make_unique<prepared_deployment>(prepare(subject::quick_start()));
    for (auto _ : state) {
        auto const r = plan_deployment(subject::seen_anew(d.get()));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(plan_a_deployment)->Unit(benchmark::kMicrosecond);

void prepare_plan_and_evaluate(benchmark::State& state) {
    auto const d = std::make_unique<deployment>(subject::quick_start());
    for (auto _ : state) {
        auto const r = evaluate(subject::seen_anew(d.get()));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(prepare_plan_and_evaluate)->Unit(benchmark::kMicrosecond);

}  // namespace

// PUE and its parts of a prepared facility at a load, and the year's weather summed up before it.

#include "subject.hpp"

using namespace tallywatt;

namespace {

template <class T>
void pue_of_a_prepared_facility(benchmark::State& state) {
    auto const d = subject::over<T>();
    auto const site = std::make_unique<basic_prepared_facility<T>>(prepare(d->site));
    at_it<power<T>> load = T(0.8) * site->it_capacity;
    for (auto _ : state) {
        auto const r = perform(subject::seen_anew(site.get()), subject::seen_anew(&load));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(pue_of_a_prepared_facility<double>);
BENCHMARK(pue_of_a_prepared_facility<interval>);

/// 8,760 hours in at most 64 bins of weather.
template <class T>
void prepare_facility(benchmark::State& state) {
    auto const d = subject::over<T>();
    for (auto _ : state) {
        auto const r = prepare(subject::seen_anew(&d->site));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(prepare_facility<double>);
BENCHMARK(prepare_facility<interval>);

}  // namespace

// PUE and its parts of a prepared facility at a load, and the year's weather summed up before it.

#include "subject.hpp"

#include <tallywatt/facility/chip_temperature.hpp>
#include <tallywatt/facility/climate_synthesis.hpp>
#include <tallywatt/facility/power_path.hpp>

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

/// The same for a technology on towers, whose water follows wet and dry bulb through the enthalpy of the air.
template <class T>
void prepare_towers(benchmark::State& state) {
    auto site = subject::over<T>()->site;
    site.cooling = convert<T>(direct_to_chip(catalog::direct_to_chip_tower));
    for (auto _ : state) {
        auto const r = prepare(subject::seen_anew(&site));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(prepare_towers<double>);
BENCHMARK(prepare_towers<interval>);

/// PUE alone over the year.
void pue_of_a_year(benchmark::State& state) {
    auto const site = prepare(subject::quick_start().site);
    auto load = 0.8 * site.it_capacity;
    for (auto _ : state) benchmark::DoNotOptimize(detail::pue_at(subject::seen_anew(&site), site.annual, subject::seen_anew(&load) / site.it_capacity));
}
BENCHMARK(pue_of_a_year);

/// A year of bins from twelve monthly means.
void climate_of_monthly_means(benchmark::State& state) {
    monthly_climate m = catalog::golden_monthly;
    for (auto _ : state) benchmark::DoNotOptimize(synthesise(subject::seen_anew(&m)));
}
BENCHMARK(climate_of_monthly_means);

/// Where a chip settles against its leakage.
void chip_settles(benchmark::State& state) {
    leaky_chip c{.dynamic = 600.0 * watt, .leakage = 50.0 * watt};
    for (auto _ : state) benchmark::DoNotOptimize(settle(subject::seen_anew(&c), celsius(32.0)));
}
BENCHMARK(chip_settles);

}  // namespace

// Supply: what a package takes, what a year of ramping capacities brings, how many that allows, and a quantile of it.

#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/supply.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/silicon/chip_supply.hpp>
#include <tallywatt/silicon/supply_uncertainty.hpp>

#include "subject.hpp"

using namespace tallywatt;

namespace {

template <class T>
void needs_of_a_package(benchmark::State& state) {
    auto const p = convert<T>(catalog::b200_package);
    auto const plan = plan_package(catalog::b200_package);
    auto const y = yields(p, plan);
    for (auto _ : state) {
        auto const n = needs_of(subject::seen_anew(&p), plan, y);
        benchmark::DoNotOptimize(n);
    }
}
BENCHMARK(needs_of_a_package<double>);
BENCHMARK(needs_of_a_package<interval>);

template <class T>
void a_year_of_the_industry(benchmark::State& state) {
    auto const o = convert<T>(catalog::industry);
    for (auto _ : state) {
        auto const a = amounts_in(subject::seen_anew(&o), start_of(2026), end_of(2026));
        benchmark::DoNotOptimize(a);
    }
}
BENCHMARK(a_year_of_the_industry<double>);
BENCHMARK(a_year_of_the_industry<interval>);

void what_it_allows(benchmark::State& state) {
    package const p = catalog::b200_package;
    auto const n = needs_of(p, plan_package(p));
    auto const a = amounts_in<double>(catalog::industry, start_of(2026), end_of(2026));
    for (auto _ : state) {
        auto const b = allowed(subject::seen_anew(&a), n);
        benchmark::DoNotOptimize(b);
    }
}
BENCHMARK(what_it_allows);

void a_quantile_of_independent_inputs(benchmark::State& state) {
    auto const p = convert<interval>(catalog::b200_package);
    auto const plan = plan_package(catalog::b200_package);
    auto const r = ranges_of(
        allowed(
            amounts_in<double>(catalog::industry, start_of(2026), end_of(2026)),
            needs_of<double>(catalog::b200_package, plan)
        ),
        allowed(amounts_in(convert<interval>(catalog::industry), start_of(2026), end_of(2026)), needs_of(p, plan))
    );
    for (auto _ : state) {
        auto const q = supply_quantile(subject::seen_anew(&r), 0.1, supply_correlation::independent);
        benchmark::DoNotOptimize(q);
    }
}
BENCHMARK(a_quantile_of_independent_inputs);

} // namespace

// From the wafer: yields, manufacturing cost, embodied carbon and water, and supply of an H200 package; and the packing of
// its dies and interposer on wafers before it.

#include "subject.hpp"

using namespace tallywatt;

namespace {

template <class T>
void package_from_the_wafer(benchmark::State& state) {
    auto const d = subject::over<T>();
    auto const plan = std::make_unique<package_plan>(plan_package(subject::quick_start().cluster.server.accelerator.package));
    for (auto _ : state) {
        auto const& p = subject::seen_anew(&d->cluster.server.accelerator.package);
        auto const y = yields(p, *plan);
        auto const cost = manufacturing_cost(p, *plan, y);
        auto const carbon = embodied(p, *plan, y);
        auto const supply = annual_supply(p, *plan, d->chips, y);
        benchmark::DoNotOptimize(cost);
        benchmark::DoNotOptimize(carbon);
        benchmark::DoNotOptimize(supply);
    }
}
BENCHMARK(package_from_the_wafer<double>);
BENCHMARK(package_from_the_wafer<interval>);

template <class T>
void yields_of_a_package(benchmark::State& state) {
    auto const d = subject::over<T>();
    auto const plan = std::make_unique<package_plan>(plan_package(subject::quick_start().cluster.server.accelerator.package));
    for (auto _ : state) {
        auto const y = yields(subject::seen_anew(&d->cluster.server.accelerator.package), *plan);
        benchmark::DoNotOptimize(y);
    }
}
BENCHMARK(yields_of_a_package<double>);
BENCHMARK(yields_of_a_package<interval>);

void pack_wafers(benchmark::State& state) {
    auto const d = std::make_unique<deployment>(subject::quick_start());
    for (auto _ : state) {
        auto const plan = plan_package(subject::seen_anew(&d->cluster.server.accelerator.package));
        benchmark::DoNotOptimize(plan);
    }
}
BENCHMARK(pack_wafers);

}  // namespace

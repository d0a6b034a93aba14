// What a package costs to make, by carrier and number type: all yields and every line, of a planned package. And its plan:
// exact packing of dies and carrier on wafers.

#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/package_geometry.hpp>

#include <benchmark/benchmark.h>

#include <memory>

using namespace tallywatt;

namespace {

// The compiler may assume nothing of what it points to.
template <class X>
X const& seen_anew(X* p) {
    benchmark::DoNotOptimize(p);
    benchmark::ClobberMemory();
    return *p;
}

basic_package<estimate> const& package_of(int which) {
    static basic_package<estimate> const all[] = {catalog::h200_package, catalog::b200_package, catalog::mi300x_package};
    return all[which];
}

// 0: one die on a silicon interposer, 1: two on layers with bridges, 2: eight stacked on four on silicon
template <class T>
void cost_of_a_package(benchmark::State& state) {
    auto const& stored = package_of(static_cast<int>(state.range(0)));
    auto const p = std::make_unique<basic_package<T>>(convert<T>(stored));
    auto const plan = std::make_unique<package_plan>(plan_package(stored));
    for (auto _ : state) {
        auto const cost = manufacturing_cost(seen_anew(p.get()), *plan);
        benchmark::DoNotOptimize(cost);
    }
}
BENCHMARK(cost_of_a_package<double>)->DenseRange(0, 2);
BENCHMARK(cost_of_a_package<interval>)->DenseRange(0, 2);
BENCHMARK(cost_of_a_package<dual>)->DenseRange(0, 2);

void geometry_of_a_package(benchmark::State& state) {
    auto const p = std::make_unique<package>(convert<double>(package_of(1)));
    for (auto _ : state) {
        auto const g = package_geometry(seen_anew(p.get()));
        benchmark::DoNotOptimize(g);
    }
}
BENCHMARK(geometry_of_a_package);

void plan_of_a_package(benchmark::State& state) {
    auto const p = std::make_unique<package>(convert<double>(package_of(static_cast<int>(state.range(0)))));
    for (auto _ : state) {
        auto const plan = plan_package(seen_anew(p.get()));
        benchmark::DoNotOptimize(plan);
    }
}
BENCHMARK(plan_of_a_package)->DenseRange(0, 2);

}  // namespace

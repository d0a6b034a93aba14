// Quantities against plain doubles: the same formulas over 4,096 designs (sweep.hpp).

#include "sweep.hpp"

#include <benchmark/benchmark.h>

#include <memory>

namespace {

template <class Designs, class Site, class Results>
void run(benchmark::State& state, Designs* in, Site* site, Results* out) {
    benchmark::DoNotOptimize(in);
    benchmark::DoNotOptimize(site);
    benchmark::DoNotOptimize(out);
    for (auto _ : state) {
        benchmark::ClobberMemory();
        sweep::evaluate(*in, *site, *out);
    }
    benchmark::ClobberMemory();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sweep::size));
}

struct both {
    sweep::designs_in_units units;
    sweep::designs_in_doubles doubles;
    sweep::results_in_units units_out;
    sweep::results_in_doubles doubles_out;
    sweep::site_in_units site;
    sweep::site_in_doubles plain_site;
    both() { sweep::fill(units, doubles); }
};

void designs_in_units(benchmark::State& state) {
    auto const b = std::make_unique<both>();
    run(state, &b->units, &b->site, &b->units_out);
}
BENCHMARK(designs_in_units);

void designs_in_doubles(benchmark::State& state) {
    auto const b = std::make_unique<both>();
    run(state, &b->doubles, &b->plain_site, &b->doubles_out);
}
BENCHMARK(designs_in_doubles);

}  // namespace

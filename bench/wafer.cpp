// Wafers and yield: exact packing by die size and kind, and yields with and without harvesting.

#include <tallywatt/silicon/die.hpp>

#include <benchmark/benchmark.h>

using namespace tallywatt;

namespace {

outline of_area(double square_millimetres) {
    auto const side = math::sqrt(square_millimetres) * millimetre;
    return {side, side};
}

// Argument: die area in mm2.
template <packing How>
void pack(benchmark::State& state) {
    wafer const disc{};
    outline size = of_area(static_cast<double>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(size);
        int const n = dies_per_wafer(disc, size, How);
        benchmark::DoNotOptimize(n);
    }
}
BENCHMARK(pack<packing::aligned>)
    ->Arg(50)
    ->Arg(100)
    ->Arg(200)
    ->Arg(250)
    ->Arg(300)
    ->Arg(400)
    ->Arg(600)
    ->Arg(814)
    ->Arg(858)
    ->Arg(1716)
    ->Arg(2831)
    ->Arg(4719);
BENCHMARK(pack<packing::free_rows>)->Arg(100)->Arg(200)->Arg(814)->Arg(2831);

// 64 outlines between 200 and 264 mm2, of aspect 1 to 1.6, in turn.
void pack_many(benchmark::State& state) {
    wafer const disc{};
    int n = 0;
    for (auto _ : state) {
        n = (n + 1) % 64;
        outline size = of_area(200.0 + n);
        double const stretch = 1.0 + 0.3 * (n % 8) / 8.0;
        size = {size.width * stretch, size.height / stretch};
        benchmark::DoNotOptimize(size);
        int const count = dies_per_wafer(disc, size);
        benchmark::DoNotOptimize(count);
    }
}
BENCHMARK(pack_many);

// One more die misses by little over a level maximum: squares of 14.25 to 18.97 mm, which take longest.
void pack_near_miss(benchmark::State& state) {
    constexpr double sides[] = {14.250077, 15.048936, 17.513888, 18.973666};
    wafer const disc{};
    auto const side = sides[state.range(0)] * millimetre;
    outline size{side, side};
    for (auto _ : state) {
        benchmark::DoNotOptimize(size);
        int const n = dies_per_wafer(disc, size);
        benchmark::DoNotOptimize(n);
    }
}
BENCHMARK(pack_near_miss)->DenseRange(0, 3);

void pack_around_a_notch(benchmark::State& state) {
    wafer disc{};
    disc.zones[0] = notch_zone(disc, 5.0 * millimetre, 8.0 * millimetre);
    outline size = of_area(814.0);
    for (auto _ : state) {
        benchmark::DoNotOptimize(size);
        int const n = dies_per_wafer(disc, size);
        benchmark::DoNotOptimize(n);
    }
}
BENCHMARK(pack_around_a_notch);

// Argument: clustering, 0 for none. 132 of 144 units.
void harvested_die(benchmark::State& state) {
    die d{
        .size = {26.0 * millimetre, 31.31 * millimetre},
        .node = {.defect_density = 0.1 / square_centimetre, .clustering = static_cast<int>(state.range(0))},
        .repeated = {144, 132}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(d);
        fraction const y = die_yield(d);
        benchmark::DoNotOptimize(y);
    }
}
BENCHMARK(harvested_die)->Arg(0)->Arg(2)->Arg(10);

void whole_die(benchmark::State& state) {
    die d{
        .size = {26.0 * millimetre, 31.31 * millimetre},
        .node = {.defect_density = 0.1 / square_centimetre, .clustering = static_cast<int>(state.range(0))}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(d);
        fraction const y = die_yield(d);
        benchmark::DoNotOptimize(y);
    }
}
BENCHMARK(whole_die)->Arg(0)->Arg(10);

} // namespace

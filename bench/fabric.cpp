// Fabrics: counting the switches and cables of a network, pricing and powering them, a medium made a link, the cheapest
// medium that reaches. A count takes tens of nanoseconds at most, whatever the number of endpoints.

#include <tallywatt/catalog/find_network.hpp>
#include <tallywatt/number/interval.hpp>

#include <benchmark/benchmark.h>

#include <array>

using namespace tallywatt;

namespace {

void count(benchmark::State& state, fabric_shape shape) {
    scale_out network = catalog::roce_400g;
    network.shape = shape;
    int servers = static_cast<int>(state.range(0)) / 8;
    for (auto _ : state) {
        benchmark::DoNotOptimize(servers);
        benchmark::DoNotOptimize(network);
        fabric_plan const p = plan_network(network, servers, 8);
        benchmark::DoNotOptimize(p);
    }
}
void count_tree(benchmark::State& state) { count(state, fabric_shape::fat_tree); }
void count_rails(benchmark::State& state) { count(state, fabric_shape::rail_optimised); }
void count_dragonfly(benchmark::State& state) { count(state, fabric_shape::dragonfly); }
BENCHMARK(count_tree)->Arg(1024)->Arg(16384)->Arg(100'000);
BENCHMARK(count_rails)->Arg(1024)->Arg(16384)->Arg(100'000);
BENCHMARK(count_dragonfly)->Arg(1024)->Arg(16384)->Arg(100'000);

template <class T>
void money_and_power(benchmark::State& state) {
    auto network = convert<T>(catalog::infiniband_ndr);
    fabric_plan plan = plan_fabric(16'384, 64);
    for (auto _ : state) {
        benchmark::DoNotOptimize(network);
        benchmark::DoNotOptimize(plan);
        auto const cost = fabric_cost(network, plan).total();
        auto const drawn = fabric_power(network, plan).total();
        benchmark::DoNotOptimize(cost);
        benchmark::DoNotOptimize(drawn);
    }
}
BENCHMARK(money_and_power<double>);
BENCHMARK(money_and_power<interval>);

void link_of_a_medium(benchmark::State& state) {
    pluggable m = catalog::dsp_800g;
    auto at = one_way(100.0 * GB_per_second);
    auto distance = 30.0 * metre;
    for (auto _ : state) {
        benchmark::DoNotOptimize(m);
        benchmark::DoNotOptimize(distance);
        fabric_link const l = link_of(m, at, distance);
        benchmark::DoNotOptimize(l);
    }
}
BENCHMARK(link_of_a_medium);

void cheapest_medium_that_reaches(benchmark::State& state) {
    std::array<medium, 4> media{
        copper_cable(catalog::dac_100g_lanes), copper_cable(catalog::aec_100g_lanes), pluggable(catalog::dsp_800g),
        co_packaged(catalog::cpo_1600g)};
    auto at = one_way(100.0 * GB_per_second);
    auto distance = 6.0 * metre;
    for (auto _ : state) {
        benchmark::DoNotOptimize(media);
        benchmark::DoNotOptimize(distance);
        auto const which = choose_medium(media, at, distance);
        benchmark::DoNotOptimize(which);
    }
}
BENCHMARK(cheapest_medium_that_reaches);

void count_scale_up(benchmark::State& state) {
    scale_up_link l = catalog::nvlink5;
    int domain = 72;
    for (auto _ : state) {
        benchmark::DoNotOptimize(domain);
        benchmark::DoNotOptimize(l);
        scale_up_plan const p = plan_scale_up(l, domain);
        benchmark::DoNotOptimize(p);
    }
}
BENCHMARK(count_scale_up);

} // namespace

// Collectives: evaluating one that is planned, and planning one, inside a domain and over 128 nodes of eight H200.

#include "subject.hpp"

#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

using namespace tallywatt;

namespace {

template <class T>
struct fabrics {
    basic_scale_up<T> up;
    basic_scale_out<T> out;
    one_way_rate<T> link;
};
template <class T>
std::unique_ptr<fabrics<T>> over() {
    auto const d = subject::over<T>();
    return std::make_unique<fabrics<T>>(fabrics<T>{d->cluster.server.scale_up, d->cluster.network, d->cluster.server.accelerator.link_rate});
}

template <class T>
void evaluate_a_collective(benchmark::State& state, int ranks, collective_algorithm how) {
    auto const f = over<T>();
    auto const base = over<double>();
    auto plan = plan_collective(base->up, base->out, collective_kind::all_reduce, {ranks, 1}, 256.0 * MB, how);
    for (auto _ : state) {
        auto const& seen = subject::seen_anew(f.get());
        auto const t = collective_time(seen.up, seen.out, subject::seen_anew(&plan));
        benchmark::DoNotOptimize(t);
    }
}
template <class T>
void all_reduce_in_a_domain(benchmark::State& state) {
    evaluate_a_collective<T>(state, 8, collective_algorithm::in_network);
}
template <class T>
void all_reduce_by_ring(benchmark::State& state) {
    evaluate_a_collective<T>(state, 1024, collective_algorithm::ring);
}
template <class T>
void all_reduce_by_tree(benchmark::State& state) {
    evaluate_a_collective<T>(state, 1024, collective_algorithm::tree);
}
BENCHMARK(all_reduce_in_a_domain<double>);
BENCHMARK(all_reduce_by_ring<double>);
BENCHMARK(all_reduce_by_tree<double>);
BENCHMARK(all_reduce_by_ring<interval>);
BENCHMARK(all_reduce_by_tree<interval>);

void expert_exchange(benchmark::State& state) {
    auto const f = over<double>();
    auto plan = plan_exchange(64, f->up, f->out, 128.0, 8, 4, 7168.0 * byte, exchange_mode::normal);
    for (auto _ : state) {
        auto const& seen = subject::seen_anew(f.get());
        auto const t = exchange_time(subject::seen_anew(&plan), seen.link, seen.up, seen.out);
        benchmark::DoNotOptimize(t);
    }
}
BENCHMARK(expert_exchange);

void plan_a_named_collective(benchmark::State& state) {
    auto const f = over<double>();
    int ranks = 1024;
    for (auto _ : state) {
        benchmark::DoNotOptimize(ranks);
        auto const& seen = subject::seen_anew(f.get());
        auto const p = plan_collective(seen.up, seen.out, collective_kind::all_reduce, {ranks, 1}, 256.0 * MB, collective_algorithm::ring);
        benchmark::DoNotOptimize(p);
    }
}
BENCHMARK(plan_a_named_collective);

/// The fastest of ring and tree.
void choose_a_collective(benchmark::State& state) {
    auto const f = over<double>();
    int ranks = 1024;
    for (auto _ : state) {
        benchmark::DoNotOptimize(ranks);
        auto const& seen = subject::seen_anew(f.get());
        auto const p = plan_collective(seen.up, seen.out, collective_kind::all_reduce, {ranks, 1}, 256.0 * MB);
        benchmark::DoNotOptimize(p);
    }
}
BENCHMARK(choose_a_collective);

}  // namespace

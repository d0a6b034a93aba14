// Storage: a tier's plan and evaluation, checkpoints on a tier, a cache hierarchy, a fibre route.

#include <tallywatt/catalog/cache_tiers.hpp>
#include <tallywatt/catalog/models/deepseek.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/storage.hpp>
#include <tallywatt/catalog/wan.hpp>
#include <tallywatt/workload/checkpoint_storage.hpp>

#include "subject.hpp"

using namespace tallywatt;

namespace {

void plan_a_tier(benchmark::State& state) {
    auto const tier = std::make_unique<parallel_file_system>(catalog::flash_file_system);
    auto const ask = std::make_unique<storage_request>(storage_request{
        .hold = 10.0 * PB, .read = 1.0 * TB_per_second, .write = 1.0 * TB_per_second});
    for (auto _ : state) {
        auto const p = plan_storage(subject::seen_anew(tier.get()), subject::seen_anew(ask.get()));
        benchmark::DoNotOptimize(p);
    }
}
BENCHMARK(plan_a_tier);

template <class T>
void evaluate_a_tier(benchmark::State& state) {
    parallel_file_system const likely = catalog::flash_file_system;
    auto const tier = std::make_unique<basic_parallel_file_system<T>>(convert<T>(likely));
    auto const plan = std::make_unique<storage_plan>(plan_storage(likely, {.hold = 10.0 * PB}));
    auto const use = std::make_unique<storage_use<T>>(storage_use<T>{.write = byte_rate<T>(10.0 * GB_per_second)});
    for (auto _ : state) {
        auto const r =
            perform(subject::seen_anew(plan.get()), subject::seen_anew(tier.get()), subject::seen_anew(use.get()));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(evaluate_a_tier<double>);
BENCHMARK(evaluate_a_tier<interval>);

void checkpoints_on_a_tier(benchmark::State& state) {
    auto const tier = std::make_unique<parallel_file_system>(catalog::flash_file_system);
    auto const job = std::make_unique<checkpoint_job>(checkpoint_job{
        .form = catalog::file_system_checkpoints,
        .failures = catalog::llama3_cluster,
        .parameters = 405'853'388'800,
        .accelerators = 16'384});
    job->form.form = checkpoint_form::blocking;
    for (auto _ : state) {
        auto const s =
            plan_checkpoint_storage(subject::seen_anew(tier.get()), subject::seen_anew(job.get()), checkpoint_limits{});
        benchmark::DoNotOptimize(s);
    }
}
BENCHMARK(checkpoints_on_a_tier);

void cache_hierarchy(benchmark::State& state) {
    cache_tier tiers[] = {
        catalog::cache_in_hbm, catalog::cache_in_host, catalog::cache_on_nvme, catalog::cache_on_network};
    auto const load = std::make_unique<cache_load>(cache_load{
        .input = 3'909.0 * token,
        .arriving = 20e3 * token / second,
        .cache = 70'272.0 * byte / token,
        .work = prompt_work_of(transformer(catalog::deepseek_r1), 3.2 * PFLOP_per_second),
        .layers = 61});
    auto const reuse = std::make_unique<prefix_reuse>(catalog::deepseek_reuse);
    for (auto _ : state) {
        auto const r = perform(
            subject::seen_anew(reuse.get()), subject::seen_anew(load.get()), std::span<cache_tier const>(tiers),
            cache_terms{}
        );
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(cache_hierarchy);

void fibre(benchmark::State& state) {
    auto const route = std::make_unique<fibre_route>(catalog::region_route);
    for (auto _ : state) {
        auto const p =
            plan_fibre(subject::seen_anew(route.get()), 130.0 * kilometre, one_way(100.0 * terabit_per_second));
        auto const c = fibre_cost(p, *route, fibre_holding::built, discount_rate{0.07});
        benchmark::DoNotOptimize(c);
    }
}
BENCHMARK(fibre);

} // namespace

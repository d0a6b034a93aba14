// A training step, planned and evaluated: GPT with 530 billion parameters on 2,520 A100 (tensor, pipeline and data parallel,
// recomputation), DeepSeek-V3 on 2,048 H800 (experts, latent attention, fp8, DualPipe); and the searches for their best layouts.

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/number/simd.hpp>
#include <tallywatt/workload/plan_training_layout.hpp>

#include <cstdlib>
#include <new>

#include "subject.hpp"

using namespace tallywatt;

namespace {
std::int64_t allocations = 0;
}

[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* const p = std::malloc(size))
        return p;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }

namespace {

struct subject_of_training {
    training job{};
    cluster on{};
    training_layout layout{};
    training_space space{};
};

/// Narayanan et al., SC 2021: batch of 2,520, tensor 8, pipeline 35, full recomputation.
subject_of_training gpt_530b() {
    return {
        .job = {.model = catalog::mt_nlg_530b, .sequence = 2048, .batch = 2520, .stack = catalog::megatron_2022},
        .on = {.server = catalog::hgx_a100_80gb, .network = catalog::infiniband_hdr},
        .layout = {.tensor = 8, .pipeline = 35, .interleave = 3, .data = 9, .recompute = recompute_kind::selective},
        .space = {.limits = {.accelerators = 2520}}};
}
/// DeepSeek-V3 technical report: 15,360 sequences of 4,096 tokens, 16 stages, experts over 64 ranks, ZeRO 1.
subject_of_training deepseek_v3() {
    subject_of_training s{
        .job = {.model = catalog::deepseek_v3, .sequence = 4096, .batch = 15360, .stack = catalog::dualpipe_2024},
        .on = {.server = catalog::hgx_h800, .network = catalog::infiniband_ndr},
        .layout =
            {.pipeline = 16,
             .schedule = pipeline_schedule::dual_pipe,
             .data = 128,
             .expert = 64,
             .recompute = recompute_kind::selective},
        .space = {.limits = {.accelerators = 2048, .even_stages = false}}};
    s.job.formats = {
        .products = precision::fp8,
        .stored = precision::fp8,
        .exchanged = precision::fp8,
        .optimizer_state = 8.0 * byte};
    return s;
}

template <class T>
constexpr std::int64_t lanes() {
    if constexpr (std::same_as<T, simd>)
        return static_cast<std::int64_t>(T::size());
    else
        return 1;
}

/// Evaluates a plan; items_per_second counts steps, one in each lane.
template <class T, subject_of_training (*Subject)()>
void evaluate_planned(benchmark::State& state) {
    auto const s = Subject();
    auto const job = std::make_unique<basic_training<T>>(convert<T>(s.job));
    auto const on = std::make_unique<basic_cluster<T>>(convert<T>(s.on));
    auto const plan = std::make_unique<training_plan>(plan_training(s.job, s.on, s.layout));
    temperature<T> const coolant = celsius(T(30.0));
    for (auto _ : state) {
        auto const r = perform(subject::seen_anew(plan.get()), *job, *on, coolant);
        benchmark::DoNotOptimize(r);
    }
    state.SetItemsProcessed(state.iterations() * lanes<T>());
}

void plan_and_evaluate(benchmark::State& state, subject_of_training const& s) {
    auto const x = std::make_unique<subject_of_training>(s);
    for (auto _ : state) {
        auto const& y = subject::seen_anew(x.get());
        auto const r = perform(plan_training(y.job, y.on, y.layout), y.job, y.on, celsius(30.0));
        benchmark::DoNotOptimize(r);
    }
    state.SetItemsProcessed(state.iterations());
}

/// Another pipeline, data ranks, sharding or recomputation: kernels and collectives of a layer stay.
void plan_and_evaluate_stages(benchmark::State& state, subject_of_training const& s) {
    auto const x = std::make_unique<subject_of_training>(s);
    auto const costs = costs_of(plan_layers(s.job, s.on, s.layout), s.job, s.on);
    auto const totals = totals_of(s.job);
    for (auto _ : state) {
        auto const& y = subject::seen_anew(x.get());
        auto const r = perform(plan_outline(y.job, totals, y.on, y.layout), costs, y.job, y.on, celsius(30.0));
        benchmark::DoNotOptimize(r);
    }
    state.SetItemsProcessed(state.iterations());
}

void plan_kernels(benchmark::State& state, subject_of_training const& s) {
    auto const x = std::make_unique<subject_of_training>(s);
    for (auto _ : state) {
        auto const& y = subject::seen_anew(x.get());
        auto const r = plan_layers(y.job, y.on, y.layout);
        benchmark::DoNotOptimize(r);
    }
}

void plan_memory(benchmark::State& state, subject_of_training const& s) {
    auto const x = std::make_unique<subject_of_training>(s);
    for (auto _ : state) {
        auto const& y = subject::seen_anew(x.get());
        auto const r = plan_training_memory(y.job, y.layout);
        benchmark::DoNotOptimize(r);
    }
}

/// items_per_second counts legal layouts, all of which are planned and evaluated.
void search(benchmark::State& state, subject_of_training const& s) {
    auto const x = std::make_unique<subject_of_training>(s);
    auto const found = std::make_unique<layout_search>();
    std::int64_t allocated = 0;
    for (auto _ : state) {
        auto const& y = subject::seen_anew(x.get());
        std::int64_t const before = allocations;
        *found = plan_training_layout(y.job, y.on, y.space);
        allocated += allocations - before;
        benchmark::DoNotOptimize(*found);
    }
    auto const count = [&](std::int64_t n) { return static_cast<double>(n); };
    state.SetItemsProcessed(state.iterations() * found->legal);
    state.counters["legal"] = count(found->legal);
    state.counters["feasible"] = count(found->feasible);
    state.counters["elapsed_s"] =
        benchmark::Counter(count(state.iterations()), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["step_s"] = found->step.step.in(second);
    state.counters["mfu"] = found->step.mfu.value;
    state.counters["allocations"] = count(allocated);
    if (allocated > 0)
        state.SkipWithError("a search allocated");
}

BENCHMARK_TEMPLATE(evaluate_planned, double, gpt_530b);
BENCHMARK_TEMPLATE(evaluate_planned, float, gpt_530b);
BENCHMARK_TEMPLATE(evaluate_planned, simd, gpt_530b);
BENCHMARK_TEMPLATE(evaluate_planned, dual, gpt_530b);
BENCHMARK_TEMPLATE(evaluate_planned, interval, gpt_530b);
BENCHMARK_TEMPLATE(evaluate_planned, double, deepseek_v3);
BENCHMARK_TEMPLATE(evaluate_planned, float, deepseek_v3);
BENCHMARK_TEMPLATE(evaluate_planned, simd, deepseek_v3);
BENCHMARK_TEMPLATE(evaluate_planned, dual, deepseek_v3);
BENCHMARK_TEMPLATE(evaluate_planned, interval, deepseek_v3);
BENCHMARK_CAPTURE(plan_and_evaluate, gpt_530b, gpt_530b());
BENCHMARK_CAPTURE(plan_and_evaluate, deepseek_v3, deepseek_v3());
BENCHMARK_CAPTURE(plan_and_evaluate_stages, gpt_530b, gpt_530b());
BENCHMARK_CAPTURE(plan_and_evaluate_stages, deepseek_v3, deepseek_v3());
BENCHMARK_CAPTURE(plan_kernels, gpt_530b, gpt_530b());
BENCHMARK_CAPTURE(plan_kernels, deepseek_v3, deepseek_v3());
BENCHMARK_CAPTURE(plan_memory, gpt_530b, gpt_530b());
BENCHMARK_CAPTURE(plan_memory, deepseek_v3, deepseek_v3());
BENCHMARK_CAPTURE(search, gpt_530b_on_2520_a100, gpt_530b())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, deepseek_v3_on_2048_h800, deepseek_v3())->Unit(benchmark::kMillisecond);

} // namespace

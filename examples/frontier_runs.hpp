#pragma once
// The runs of examples/train_frontier.cpp: from a recipe to days, energy, money and carbon, and the recipes of four models.

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/catalog/v100.hpp>
#include <tallywatt/tallywatt.hpp>
#include <tallywatt/workload/training_run.hpp>
#include <tallywatt/workload/training_step.hpp>

namespace frontier {

using namespace tallywatt;
using namespace tallywatt::literals;

// ---- 1. A run is a job on a cluster in a layout, for so many tokens, on some terms --------------------------------------

struct recipe {
    char const* name = "";
    training job{};
    cluster on{};
    training_layout layout{};
    token_count<> tokens{};
    reliability failures{};
    run_terms terms{};
    grid power{};
};

struct outcome {
    training_performance<> step{};
    goodput kept{};
    training_run run{};
};

inline outcome train(recipe const& r) {
    auto const& [name, job, on, layout, tokens, failures, terms, power] = r;
    // [run]
    // One step: everything discrete is planned once, then time, power and memory follow in closed form.
    training_plan const plan = plan_training(job, on.server, layout);
    training_performance<> const step = perform(plan, job, on, celsius(30.0));

    // Machines fail: checkpoints, lost work, restarts and spare nodes.
    int const accelerators = layout.accelerators();
    checkpoint_cost<> const checkpoint = cost_of(catalog::file_system_checkpoints, total_parameters(job.model), accelerators);
    goodput_plan const spares = plan_goodput(failures, checkpoint, {.accelerators = accelerators, .step = step.step});
    goodput const kept = perform(spares, failures, checkpoint);

    // The run: steps times a step, over the useful share of time; energy at every boundary, money, carbon.
    training_work<> const work =
        work_of(plan_stage({.tokens = tokens, .sequence = job.sequence, .batch = job.batch}), accelerators, step);
    training_run const run = perform(work, kept, spares, terms, prepare(power, discount_rate{0.05}));
    // [/run]
    return {step, kept, run};
}

// What a server draws per accelerator while its job stands still.
inline per_accelerator<power<>> resting(server const& s) {
    auto const all = server_power(s, per_accelerator<power<>>{s.accelerator.idle}, fraction{0.0}).total();
    return per_accelerator<power<>>{per_accelerator_of(all, s.accelerators).value.value};
}

// ---- 2. The four, as their makers or those who estimated them describe them ---------------------------------------------

inline recipe gpt_3() {
    recipe r{.name = "GPT-3 175B", .on = {.server = catalog::hgx_v100, .network = catalog::infiniband_hdr}};
    r.job = {.model = catalog::gpt_3_175b,
             .sequence = 2048,
             .batch = 1560,
             .formats = {.gradients = precision::bf16},
             .stack = catalog::megatron_2021};
    // The layout was not published. This one is of its time: tensor shards in a server, whole layers computed again.
    r.layout = {.tensor = 8, .sequence_parallel = false, .pipeline = 12, .data = 104, .recompute = recompute_kind::full};
    r.tokens = 300e9 * token; // Brown et al. 2020, table 2.1
    r.failures = catalog::rsc1_cluster;
    r.terms = {.rent = 1.22 * USD / accelerator_hour,
               .resting = resting(r.on.server),
               .pue = pue{1.10}}; // Cottier et al. 2024; Patterson et al. 2021
    r.power = {.energy_price = 0.0667_USD_per_kWh,
               .losses = fraction{0.0},
               .location_based = 429_gCO2e_per_kWh,
               .market_based = 429_gCO2e_per_kWh}; // the same two
    return r;
}

inline recipe llama_3_1() {
    recipe r{.name = "Llama 3.1 405B", .on = {.server = catalog::hgx_h100, .network = catalog::roce_400g}};
    r.job = {.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048, .stack = catalog::llama3_2024};
    r.layout = {.tensor = 8,
                .pipeline = 16,
                .interleave = 4,
                .lean_ends = true,
                .data = 128,
                .zero = 2}; // Llama 3 report, table 4; chunks a device assumed
    r.tokens = 15.6e12 * token;
    r.failures = catalog::llama3_cluster;
    r.terms = {.rent = 2.0 * USD / accelerator_hour,
               .resting = resting(r.on.server),
               .pue = pue{1.08}}; // rent assumed as DeepSeek's; PUE: Meta's fleet, 2023
    r.power = {.energy_price = 0.0771_USD_per_kWh,
               .losses = fraction{0.0},
               .location_based = 414_gCO2e_per_kWh,
               .market_based = 0_gCO2e_per_kWh}; // model card: 8,930 t over 21.6 GWh
    return r;
}

inline recipe deepseek_v3() {
    recipe r{.name = "DeepSeek-V3", .on = {.server = catalog::hgx_h800, .network = catalog::infiniband_ndr}};
    // [job]
    r.job = {.model = catalog::deepseek_v3,
             .sequence = 4096,
             .batch = 15'360,
             .formats = {.products = precision::fp8, .stored = precision::fp8, .exchanged = precision::fp8},
             .stack = catalog::dualpipe_2024};
    r.layout = {.pipeline = 16,
                .schedule = pipeline_schedule::dual_pipe,
                .data = 128,
                .expert = 64,
                .recompute = recompute_kind::selective};
    r.tokens = 14.8e12 * token;
    r.failures = catalog::llama3_cluster;
    r.terms = {.rent = 2.0 * USD / accelerator_hour, .resting = resting(r.on.server), .pue = pue{1.2}};
    // [/job]
    r.layout.lean_ends = true;                     // assumed: embedding and logits stand for a layer each
    r.job.formats.optimizer_state = 8.0 * byte;    // moments in bf16 (report, section 3.3.3)
    r.power = {.energy_price = 0.08_USD_per_kWh,
               .losses = fraction{0.0},
               .location_based = 582_gCO2e_per_kWh,
               .market_based = 582_gCO2e_per_kWh}; // China, Ember 2023
    return r;
}

// GPT-4 has no published shape, so there is nothing to plan: operations, accelerators and the share of peak reached give
// the run. All three are third parties' figures, so the run is evaluated over their ranges, in intervals.
struct estimate_of_run {
    training_run likely{};
    basic_training_run<interval> bounds{};
};
template <class T>
basic_training_run<T> gpt_4(operation_count<T> const& operations, T const& utilisation, T const& load) {
    constexpr int accelerators = 25'000; // SemiAnalysis 2023, as quoted
    auto const server = convert<T>(catalog::hgx_a100_40gb);
    auto const drawn =
        server_power(server, per_accelerator<power<T>>{load * server.accelerator.tdp}, basic_fraction<T>{T(0.0)}).total();
    basic_run_terms<T> terms;
    terms.rent = 1.378 * USD / accelerator_hour; // Cottier et al. 2024: 78.56 MUSD for 57.0 M hours
    terms.pue = basic_pue<T>{T(1.12)};
    grid const power{.energy_price = 0.0832_USD_per_kWh,
                     .losses = fraction{0.0},
                     .location_based = 380_gCO2e_per_kWh,
                     .market_based = 380_gCO2e_per_kWh}; // US, 2022
    basic_goodput<T> kept;
    kept.useful.value = T(1.0); // the share of peak is over the whole time
    auto const work = work_of(operations, accelerators, server.accelerator.bf16.peak, basic_fraction<T>{utilisation},
                              per_accelerator<tallywatt::power<T>>{per_accelerator_of(drawn, server.accelerators).value.value});
    return perform(work, kept, {.accelerators = accelerators, .nodes = accelerators / 8}, terms,
                   prepare(convert<T>(power), basic_discount_rate<real_terms, T>{T(0.05)}));
}
inline estimate_of_run gpt_4() {
    auto const& m = catalog::gpt_4;
    return {gpt_4(convert<double>(m).training_operations, 0.34, 0.75),
            gpt_4(convert<interval>(m).training_operations, interval(0.32, 0.36), interval(0.65, 0.85))};
}

} // namespace frontier

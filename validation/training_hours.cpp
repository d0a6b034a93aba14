// Hours of whole runs: steps at the predicted rate, over the share of paid time that trains. Layouts that no source states are
// the planner's, on the accelerators that the source's practice had (one assumption for each source, never for a row).

#include "training_runs.hpp"

#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/workload/plan_training_layout.hpp>
#include <tallywatt/workload/training_run.hpp>
#include <tallywatt/workload/training_stage.hpp>

#include <stdexcept>

namespace validation {

using namespace tallywatt;

namespace {

// Shapes that the catalog lacks.
transformer llama_2_34b() {  // Code Llama 34B's configuration, whose base is Llama 2
    transformer m = catalog::llama_2_70b;
    m.name = "Llama 2 34B";
    m.layers = 48, m.ffn.width = 22016;
    return m;
}
transformer mpt_7b() {  // LLM Foundry: no biases, scores biased by distance
    transformer m = gpt(32, 4096, 32, 50432, 0);
    m.name = "MPT-7B";
    auto& a = m.attention;
    a.query_bias = a.key_bias = a.value_bias = a.out_bias = m.ffn.up_bias = m.ffn.down_bias = false;
    m.norms = norm_form::scale;
    return m;
}
transformer falcon_180b() {
    transformer m = gpt(80, 14848, 232, 65024, 0);
    m.name = "Falcon 180B";
    auto& a = m.attention;
    a.kv_heads = 8;
    a.query_bias = a.key_bias = a.value_bias = a.out_bias = m.ffn.up_bias = m.ffn.down_bias = false;
    m.parallel_blocks = true;
    return m;
}

/// No step is shorter: operations over the peak.
duration<> shortest_step(training_setup const& s, training_prediction const& p) {
    auto const& o = p.plan.outline;
    return o.model_operations * o.tokens / (double(p.layout.accelerators()) * s.on.server.accelerator.engine(s.job.formats.products).peak.value);
}

/// The planner's fastest layout on so many accelerators: tensor shards and data ranks, sharded as the era's software does.
training_prediction planned(training_setup const& s, int accelerators) {
    training_space space{.limits = {.accelerators = accelerators},
                         .context = 1,
                         .pipeline = 1,
                         .whole_tokens = false,
                         .lowest_zero = s.layout.zero,
                         .highest_zero = s.layout.zero,
                         .selective_recompute = s.choose_recompute,
                         .full_recompute = s.choose_recompute,
                         .recompute_steps = 1};
    auto const found = plan_training_layout(s.job, calibrated(s), space);
    training_prediction p;
    p.found = found.found;
    p.reason = "no layout fits in memory";
    if (!p.found) return p;
    p.layout = found.best;
    p.plan = plan_training(s.job, s.on, found.best);
    p.result = found.step;
    p.floor = shortest_step(s, p);
    p.assumptions = s.assumptions;
    auto const& l = p.layout;
    constexpr char const* recomputed[] = {"nothing recomputed", "attention recomputed", "layers recomputed"};
    p.assumptions.push_back(std::to_string(l.tensor) + " tensor shards, " + std::to_string(l.pipeline) + " stages, " + std::to_string(l.data) + " data ranks, micro-batch " + std::to_string(l.micro_batch) + ", " +
                            recomputed[static_cast<int>(l.recompute)] + ": the fastest that fits");
    return p;
}

double hours_of(training_prediction const& p, double tokens, double useful = largest_clean_share) {
    return tokens / p.result.tokens_per_accelerator.value.in(token / second) / 3600.0 / useful;
}
/// No run is shorter than its operations at the peak.
bound fewest_hours(training_prediction const& p, double tokens) {
    return at_least(p.found ? tokens * p.layout.accelerators() * (p.floor.in(second) / p.plan.outline.tokens) / 3600.0 : 0.0);
}
void report_hours(rows& r, published_case const& c, int row, training_prediction const& p, double tokens, std::string const& note, double useful = largest_clean_share) {
    predict_or_omit(r, c, row, "gpu_hours", p, p.found ? hours_of(p, tokens, useful) : 0.0, fewest_hours(p, tokens), note);
}

std::string clean_share() { return assume("training hours", "clean_share"); }

void llama_2(context const& with, rows& r) {
    auto const& c = with.cases.at("T-HOURS-LLAMA2");
    if (!with.wants(c)) return;
    transformer const models[] = {catalog::llama_2_7b, catalog::llama_2_13b, llama_2_34b(), catalog::llama_2_70b};
    int const sequence = static_cast<int>(c.number("inputs.seq_len"));
    for (int i = 0; i < c.rows(); ++i) {
        auto s = setup_of(c.id, models[i], c.text(i, "accelerator"), precision::bf16, &with.fitted);
        s.job.sequence = sequence;
        s.job.batch = static_cast<int>(assumed(c.id, "batch"));
        s.assumptions.insert(s.assumptions.end(), {assume(c.id, "batch"), assume(c.id, "accelerators")});
        report_hours(r, c, i, planned(s, static_cast<int>(assumed(c.id, "accelerators"))), c.number(i, "tokens"), clean_share());
    }
}

void llama_3_1(context const& with, rows& r) {
    auto const& c = with.cases.at("T-HOURS-LLAMA31");
    if (!with.wants(c)) return;
    transformer const models[] = {catalog::llama_3_1_8b, catalog::llama_3_1_70b};
    auto const job = [&](transformer const& m) {
        auto s = setup_of(c.id, m, "H100-SXM", precision::bf16, &with.fitted);
        s.job.sequence = 8192;
        s.job.batch = static_cast<int>(assumed(c.id, "batch"));
        s.assumptions.push_back(assume(c.id, "batch"));
        return s;
    };
    for (int i = 0; i < 2; ++i) {
        auto s = job(models[i]);
        s.assumptions.push_back(assume(c.id, "accelerators"));
        report_hours(r, c, i, planned(s, static_cast<int>(assumed(c.id, "accelerators"))), c.number(i, "tokens"), clean_share());
    }
    // the largest one as its report has it (T-LLAMA3-405B), with its own failures
    auto s = job(catalog::llama_3_1_405b);
    s.layout.tensor = 8, s.layout.pipeline = 16, s.layout.data = 128, s.layout.lean_ends = true;
    s.micro_batches = {1};
    s.choose_recompute = false;
    auto const p = predict(s);
    checkpoint_cost<> const checkpoint = cost_of(catalog::file_system_checkpoints, total_parameters(s.job.model), 16384);
    reliability const failures = catalog::llama3_cluster;
    auto const kept = perform(plan_goodput(failures, checkpoint, {.accelerators = 16384, .step = p.result.step}), failures, checkpoint);
    report_hours(r, c, 2, p, c.number(2, "tokens"), "useful share by its own interruptions (catalog: llama3_cluster)", kept.useful.value);
}

void mpt_7(context const& with, rows& r) {
    auto const& c = with.cases.at("T-HOURS-MPT7B");
    if (!with.wants(c)) return;
    auto s = setup_of(c.id, mpt_7b(), c.text("inputs.accelerator"), precision::bf16, &with.fitted);
    s.job.formats.optimizer_state = 10.0 * byte;  // as the framework's own table
    s.job.sequence = static_cast<int>(c.number("inputs.seq_len"));
    s.job.batch = static_cast<int>(assumed(c.id, "batch"));
    s.layout.data = static_cast<int>(c.number("inputs.gpus"));
    s.interleaves = {1};
    s.assumptions.push_back(assume(c.id, "batch"));
    auto const p = predict(s);
    predict_or_omit(r, c, "outputs.gpu_hours", p, p.found ? hours_of(p, c.number("inputs.tokens")) : 0.0, fewest_hours(p, c.number("inputs.tokens")), clean_share());
}

void falcon_180(context const& with, rows& r) {
    auto const& c = with.cases.at("T-HOURS-FALCON180");
    if (!with.wants(c)) return;
    auto s = setup_of(c.id, falcon_180b(), c.text("inputs.accelerator"), precision::bf16, &with.fitted);
    s.job.sequence = 2048;
    s.job.batch = static_cast<int>(assumed(c.id, "batch"));
    s.layout.tensor = 8, s.layout.pipeline = 8, s.layout.data = static_cast<int>(c.number("inputs.gpus")) / 64;
    s.assumptions.insert(s.assumptions.end(), {assume(c.id, "batch"), assume(c.id, "layout")});
    auto const p = predict(s);
    predict_or_omit(r, c, "outputs.gpu_hours", p, p.found ? hours_of(p, c.number("inputs.tokens")) : 0.0, fewest_hours(p, c.number("inputs.tokens")), clean_share());
}

// DeepSeek-V3: the batch grows over its first tokens; what followed pre-training is as published.
void deepseek_v3(context const& with, rows& r) {
    auto const& c = with.cases.at("T-DSV3");
    if (!with.wants(c)) return;
    auto const at_batch = [&](int batch) { return predict(deepseek_v3_setup(with, batch)); };
    auto const full = at_batch(15360), first = at_batch(3072);
    if (!full.found || !first.found) {
        r.omit(c.id, "outputs.total_gpu_h", full.found ? first.reason : full.reason);
        return;
    }
    training_stage const stage{.tokens = c.number("inputs.tokens") * token, .sequence = 4096, .batch = 15360, .first_batch = 3072, .ramp = 469e9 * token};
    auto const work = work_of(plan_stage(stage), full.layout.accelerators(), full.result, first.result);
    double const after = c.number("outputs.context_ext_gpu_h") + c.number("outputs.posttrain_gpu_h");
    auto notes = with_note(full, "the batch grows from 3,072 to 15,360 over 469 G tokens; context extension and post-training (4 %) as published; no hour lost");
    r.predict(c.id, "outputs.total_gpu_h", work.accelerators.in(accelerator_hour) + after, notes);
}

// Hours of both rollout stages are their wall hours on 512 accelerators: both published.
void deepseek_r1(context const& with, rows& r) {
    auto const& c = with.cases.at("T-DSR1-RL");
    if (!with.wants(c)) return;
    accelerator_count<> const n = c.number("inputs.gpus") * accelerator_unit;
    auto const stages = (c.number("outputs.r1_zero_wall_h") + c.number("outputs.r1_wall_h")) * hour * n + c.number("outputs.sft_data_gpu_h") * accelerator_hour;
    r.predict(c.id, "outputs.total_gpu_h", stages.in(accelerator_hour), {"bookkeeping: wall hours of both stages on 512 accelerators, and the hours of the data"});
}

// Energy of boards, measured on one node and extrapolated: the draw of a step on one node over all tokens.
void olmo_2(context const& with, rows& r) {
    for (char const* id : {"E-OLMO2-7B", "E-OLMO2-13B"}) {
        auto const& c = with.cases.at(id);
        if (!with.wants(c)) continue;
        bool const small = c.id == "E-OLMO2-7B";
        auto s = setup_of(c.id, small ? catalog::olmo_2_7b : catalog::olmo_2_13b, "H100-SXM", precision::bf16, &with.fitted);
        s.job.sequence = 4096;
        s.job.batch = static_cast<int>(assumed("OLMo 2", "batch"));
        s.layout.data = 8;
        s.interleaves = {1};
        s.assumptions.push_back(assume("OLMo 2", "batch"));
        auto const p = predict(s);
        double const tokens = c.number("inputs.tokens");
        energy<> const used = p.found ? hours_times_watts(hours_of(p, tokens, 1.0) * accelerator_hour, per_accelerator<power<>>{p.result.draw}).value : energy<>{};
        predict_or_omit(r, c, "outputs.gpu_energy_mwh", p, used.in(megawatt_hour), {}, "boards alone, no hour lost");
    }
}

}  // namespace

void run_hours(context const& with, rows& r) {
    llama_2(with, r);
    llama_3_1(with, r);
    mpt_7(with, r);
    falcon_180(with, r);
    deepseek_v3(with, r);
    deepseek_r1(with, r);
    olmo_2(with, r);
}

}  // namespace validation

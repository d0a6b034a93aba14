// Megatron-LM on A100: weak and strong scaling, recomputation, a layer by itself, and those who ran it.

#include "training_runs.hpp"

namespace validation {

using namespace tallywatt;

namespace {

/// Megatron's count of operations of a step with full recomputation (Narayanan et al., 2021, equation 3).
double counted_operations(double sequences, double s, double layers, double hidden, double vocabulary) {
    return 96.0 * sequences * s * layers * hidden * hidden * (1.0 + s / (6.0 * hidden) + vocabulary / (16.0 * layers * hidden));
}

constexpr int megatron_vocabulary = 51200;
constexpr double a100_peak = 312.0;  // TFLOP/s

training_setup megatron_setup(context const& with, published_case const& c, int layers, int hidden, int heads, int batch) {
    auto s = setup_of(c.id, gpt(layers, hidden, heads, megatron_vocabulary, 2048), "A100-SXM-80GB", precision::bf16, &with.fitted);
    s.job.sequence = 2048;
    s.job.batch = batch;
    return s;
}

void report_rate(rows& r, published_case const& c, int row, training_setup const& s, int gpus) {
    auto const p = predict(s);
    double const operations = counted_operations(s.job.batch, s.job.sequence, s.job.model.layers, s.job.model.hidden, megatron_vocabulary);
    predict_or_omit(r, c, row, "tflops_per_gpu", p, operations / gpus / 1e12 / seconds(p), at_most(a100_peak));
}

}  // namespace

void run_megatron_2021(context const& with, rows& r) {
    auto const& c = with.cases.at("T-MEG21-T1");
    for (int i = 0; with.wants(c) && i < c.rows(); ++i) {
        int const gpus = whole(c, i, "gpus");
        auto s = megatron_setup(with, c, whole(c, i, "layers"), whole(c, i, "hidden"), whole(c, i, "heads"), whole(c, i, "global_batch_seqs"));
        s.layout.tensor = whole(c, i, "tp");
        s.layout.pipeline = whole(c, i, "pp");
        s.layout.data = gpus / (s.layout.tensor * s.layout.pipeline);
        report_rate(r, c, i, s, gpus);
    }
    auto const& d = with.cases.at("T-MEG21-PTDP");
    for (int i = 0; with.wants(d) && i < d.rows(); ++i) {
        bool const small = d.number(i, "params_b") < 300.0;
        int const gpus = whole(d, i, "gpus");
        auto s = small ? megatron_setup(with, d, 96, 12288, 96, whole(d, i, "global_batch_seqs")) : megatron_setup(with, d, 105, 20480, 128, whole(d, i, "global_batch_seqs"));
        s.layout.tensor = 8;
        s.layout.pipeline = small ? 12 : 35;
        s.layout.data = gpus / (8 * s.layout.pipeline);
        s.micro_batches = {1};
        report_rate(r, d, i, s, gpus);
    }
    auto const& e = with.cases.at("T-MTNLG-530B");
    for (int i = 0; with.wants(e) && i < e.rows(); ++i) {
        auto s = megatron_setup(with, e, 105, 20480, 128, 1920);
        s.layout.tensor = 8;
        s.layout.pipeline = 35;
        s.layout.data = whole(e, i, "gpus") / 280;
        s.interleaves = {1};  // DeepSpeed's pipeline does not interleave
        auto const p = predict(s);
        predict_or_omit(r, e, i, "iter_s", p, seconds(p), at_least(p.floor.in(second)));
    }
    auto const& b = with.cases.at("T-HOURS-BLOOM");
    if (!with.wants(b)) return;
    auto s = setup_of(b.id, catalog::bloom_176b, "A100-SXM-80GB", precision::bf16, &with.fitted);
    s.job.sequence = 2048;
    s.job.batch = 2048;
    s.layout.tensor = 4, s.layout.pipeline = 12, s.layout.data = 8;
    s.interleaves = {1};
    s.assumptions.push_back("batch of 2,048 sequences, as BLOOM's report states; operations counted by Megatron-LM's formula");
    auto const p = predict(s);
    double const operations = counted_operations(2048, 2048, 70, 14336, 250880) / 384 / 1e12;
    predict_or_omit(r, b, "outputs.best_config_tflops", p, operations / seconds(p), at_most(a100_peak));
    double const hours = b.number("inputs.tokens") / p.result.tokens_per_accelerator.value.in(token / second) / 3600.0;
    predict_or_omit(r, b, "outputs.gpu_hours", p, hours / largest_clean_share, at_least(hours / 4.0),
                    "no hour lost to failures and restarts beyond a share of " + std::to_string(1.0 - largest_clean_share).substr(0, 4));
}

void run_megatron_2022(context const& with, rows& r) {
    auto const& c = with.cases.at("T-KOR22-A");
    for (int i = 0; with.wants(c) && i < c.rows(); ++i)
        for (bool const selective : {false, true}) {
            auto s = megatron_setup(with, c, whole(c, i, "layers"), whole(c, i, "hidden"), whole(c, i, "heads"), whole(c, i, "global_batch_seqs"));
            s.layout.tensor = 8;
            s.layout.pipeline = whole(c, i, "pp");
            s.layout.sequence_parallel = selective;
            s.layout.recompute = selective ? recompute_kind::selective : recompute_kind::full;
            s.micro_batches = {whole(c, i, "microbatch")};
            s.interleaves = {c.text(i, "model") == "175B" || c.text(i, "model") == "530B" ? 3 : 1};
            auto const p = predict(s);
            predict_or_omit(r, c, i, selective ? "iter_s_selective_seqpar" : "iter_s_full_recompute", p, seconds(p), at_least(p.floor.in(second)));
        }
    auto const& y = with.cases.at("T-KOR22-LAYER");
    for (int i = 0; with.wants(y) && i < y.rows(); ++i) {
        auto s = megatron_setup(with, y, 48, 6144, 64, 4);
        std::string const& experiment = y.text(i, "experiment");
        auto const says = [&](char const* word) { return experiment.find(word) != std::string::npos; };
        s.layout.tensor = 8, s.layout.micro_batch = 4;
        s.layout.sequence_parallel = says("sequence");
        auto const costs = costs_of(plan_layers(s.job, s.on, s.layout), s.job, calibrated(s));
        auto const slow = s.job.stack.overlap_slowdown;
        duration<> const forward = costs.forward.total(slow);
        duration<> const again = says("full") ? forward : says("selective") ? costs.forward.compute.attention : duration<>{};
        r.predict(y.id, i, "fwd", forward.in(millisecond), s.assumptions);
        r.predict(y.id, i, "bwd", (costs.backward.total(slow) + again).in(millisecond), s.assumptions);
    }
}

void run_megascale(context const& with, rows& r) {
    auto const& c = with.cases.at("T-MEGASCALE-BASE");
    for (int i = 0; with.wants(c) && i < c.rows(); ++i) {
        auto s = setup_of(c.id, gpt(96, 12288, 128, 64000, 2048), "A100-SXM-80GB", precision::bf16, &with.fitted);
        s.job.sequence = 2048;
        s.job.batch = whole(c, i, "global_batch_seqs");
        s.layout.tensor = s.layout.pipeline = 8;
        s.layout.data = whole(c, i, "gpus") / 64;
        s.interleaves = {6};
        auto const p = predict(s);
        predict_or_omit(r, c, i, "iter_s", p, seconds(p), at_least(p.floor.in(second)));
    }
}

}  // namespace validation

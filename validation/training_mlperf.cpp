// Llama 3 405B as its report has it, MLPerf Training's GPT-3, Llama 3.1 405B and low-rank adaptation.

#include "training_runs.hpp"

#include <tallywatt/catalog/fabrics.hpp>

#include <cstdio>

namespace validation {

using namespace tallywatt;

void run_llama3(context const& with, rows& r) {
    auto const& c = with.cases.at("T-LLAMA3-405B");
    for (int i = 0; with.wants(c) && i < c.rows(); ++i) {
        auto s = setup_of(c.id, catalog::llama_3_1_405b, "H100-SXM", precision::bf16, &with.fitted);
        s.on.network = convert<double>(catalog::roce_400g);
        s.job.sequence = whole(c, i, "seq_len");
        auto& l = s.layout;
        l.tensor = whole(c, i, "tp"), l.context = whole(c, i, "cp"), l.pipeline = whole(c, i, "pp"), l.data = whole(c, i, "dp");
        l.lean_ends = true;
        s.job.batch = whole(c, i, "seqs_per_dp") * l.data;
        s.micro_batches = {1};
        auto const p = predict(s);
        predict_or_omit(r, c, i, "tflops_per_gpu", p, p.result.model_rate.in(TFLOP_per_second), at_most(989.4));
    }
}

void run_mlperf_training(context const& with, rows& r) {
    auto const& c = with.cases.at("T-MLPERF40-GPT3-H100");
    for (int i = 0; with.wants(c) && i < c.rows(); ++i) {
        auto s = setup_of(c.id, gpt(96, 12288, 96, 51200, 2048), "H100-SXM", precision::fp8, &with.fitted);
        s.job.sequence = 2048;
        s.job.batch = whole(c, i, "global_batch_seqs");
        s.layout.tensor = whole(c, i, "tp"), s.layout.pipeline = whole(c, i, "pp");
        s.layout.data = whole(c, i, "chips") / (s.layout.tensor * s.layout.pipeline);
        s.micro_batches = {whole(c, i, "microbatch")};
        s.interleaves = {whole(c, i, "vp")};
        auto const p = predict(s);
        predict_or_omit(r, c, i, "tokens_per_s", p, p.result.tokens.in(token / second), most_tokens(p));
    }
    auto const& d = with.cases.at("T-MLPERF50-405B-H100");
    for (int i = 0; with.wants(d) && i < d.rows(); ++i) {
        auto s = setup_of(d.id, catalog::llama_3_1_405b, "H100-SXM", precision::fp8, &with.fitted);
        s.job.sequence = 8192;
        s.job.batch = whole(d, i, "global_batch_seqs");
        auto& l = s.layout;
        l.tensor = whole(d, i, "tp"), l.context = whole(d, i, "cp"), l.pipeline = whole(d, i, "pp"), l.data = whole(d, i, "dp");
        l.lean_ends = true;
        s.micro_batches = {1};
        s.interleaves = {whole(d, i, "vp")};
        auto const p = predict(s);
        predict_or_omit(r, d, i, "median_step_s", p, seconds(p), at_least(p.floor.in(second)));
    }
}

namespace {

training_setup adapted(context const& with, std::string const& of, std::string const& chip, int tensor, int context_ranks, int gpus, int batch) {
    auto s = setup_of(of, catalog::llama_2_70b, chip, precision::fp8, &with.fitted);
    s.job.sequence = 8192;
    s.job.adaptation = adaptation_kind::low_rank;
    s.job.adaptation_rank = 16;
    s.job.formats.weights = precision::fp8;  // frozen
    s.job.batch = batch;
    s.layout.tensor = tensor, s.layout.context = context_ranks;
    s.layout.data = gpus / (tensor * context_ranks);
    s.micro_batches = {1};
    return s;
}

}  // namespace

void run_adapters(context const& with, rows& r) {
    auto const& c = with.cases.at("T-MLPERF-LORA-A");
    for (int i = 0; with.wants(c) && i < c.rows(); ++i) {
        int tensor = 1, pipeline = 1, context_ranks = 1;
        bool const sharded = std::sscanf(c.text(i, "parallelism").c_str(), "tp%d pp%d cp%d", &tensor, &pipeline, &context_ranks) < 3;
        auto s = adapted(with, c.id, c.text(i, "accelerator"), tensor, context_ranks, whole(c, i, "gpus"), whole(c, i, "global_batch_seqs"));
        if (sharded) s.layout.zero = 3;
        auto const p = predict(s);
        predict_or_omit(r, c, i, "sequences_per_s", p, s.job.batch / seconds(p), at_most(s.job.batch / p.floor.in(second)));
    }
    auto const& e = with.cases.at("E-MLPERF40-LORA-POWER");
    for (int i = 0; with.wants(e) && i < e.rows(); ++i) {
        int const gpus = whole(e, i, "gpus"), context_ranks = gpus == 8 ? 1 : 2;
        auto s = adapted(with, e.id, "H100-SXM", 4, context_ranks, gpus, std::max(8, gpus / 8));
        s.assumptions.push_back("layout and batch as the same round's runs of DGX H100 have them; immersion: no server fans");
        auto const p = predict(s);
        predict_or_omit(r, e, i, "sequences_per_s", p, s.job.batch / seconds(p), at_most(s.job.batch / p.floor.in(second)));
        auto const node = server_power(s.on.server, per_accelerator<power<>>{p.result.draw}, fraction{1.0});
        predict_or_omit(r, e, i, "node_median_w", p, node.total().value.value.in(watt), {});
    }
}

}  // namespace validation

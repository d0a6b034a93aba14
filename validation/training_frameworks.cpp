// Frameworks' own tables: LLM Foundry (FSDP), NeMo and Megatron Bridge; DeepSeek-V3 on H800, PaLM on TPU v4.

#include "training_runs.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/scale_out.hpp>

#include <stdexcept>

namespace validation {

using namespace tallywatt;

void run_mosaic(context const& with, rows& r) {
    for (char const* id : {"T-MPT-A100-40GB-WITH-1600-GBPS-NODE", "T-MPT-A100-80GB-WITH-1600-GBPS-NODE", "T-MPT-H100-80GB-BF16"}) {
        auto const& c = with.cases.at(id);
        std::string const chip = c.text("inputs.accelerator");
        for (int i = 0; with.wants(c) && i < c.rows(); ++i) {
            std::string const model = "inputs.models." + c.text(i, "model") + '.';
            auto const size = [&](char const* name) { return static_cast<int>(c.number(model + name)); };
            int const sequence = whole(c, i, "seq_len");
            auto s = setup_of(c.id, gpt(size("layers"), size("hidden"), size("heads"), 50368, sequence), chip, precision::bf16, &with.fitted);
            s.on.network = convert<double>(catalog::roce_200g);  // 1,600 Gb/s per node
            if (chip == "H100-SXM") s.on.network = convert<double>(catalog::infiniband_ndr);  // not stated
            s.job.formats.optimizer_state = 10.0 * byte;  // with 2 bytes of sharded weights and 4 of gradients, FSDP's 16
            s.job.sequence = sequence;
            s.job.batch = whole(c, i, "global_batch_seqs");
            s.job.mask = attention_mask::full;
            s.layout.data = whole(c, i, "gpus");
            s.layout.recompute = c.number(i, "act_ckpt") != 0.0 ? recompute_kind::full : recompute_kind::none;
            s.micro_batches = {whole(c, i, "microbatch")};
            s.interleaves = {1};
            auto const p = predict(s);
            predict_or_omit(r, c, i, "tokens_per_s_per_gpu", p, p.result.tokens_per_accelerator.value.in(token / second), most_tokens_each(p));
        }
    }
}

namespace {

transformer nemo_model(std::string const& name) {
    if (name == "Llama-3-8B") return catalog::llama_3_8b;
    if (name == "Llama-3-70B") return catalog::llama_3_70b;
    if (name == "Llama-3.1-405B") return catalog::llama_3_1_405b;
    if (name == "Qwen3-30B-A3B") return catalog::qwen3_30b_a3b;
    if (name == "DeepSeek-V3/R1") return catalog::deepseek_v3;
    throw std::invalid_argument(name + ": no such model");
}

precision format_of(std::string const& name) { return name == "NVFP4" ? precision::fp4 : name == "BF16" ? precision::bf16 : precision::fp8; }

}  // namespace

void run_nemo(context const& with, rows& r) {
    auto const& c = with.cases.at("T-NEMO-A");
    for (int i = 0; with.wants(c) && i < c.rows(); ++i) {
        bool const later = c.text(i, "release").substr(0, 2) == "26";
        auto s = setup_of(c.id + (later ? " 2026" : " 2025"), nemo_model(c.text(i, "model")), c.text(i, "system"), format_of(c.text(i, "precision")), &with.fitted);
        auto const given = [&](char const* column) { return c.cell(i, column).is_number() ? std::max(1, whole(c, i, column)) : 1; };
        auto& l = s.layout;
        s.job.sequence = whole(c, i, "seq_len");
        s.job.batch = whole(c, i, "gbs");
        l.tensor = given("tp"), l.context = given("cp"), l.pipeline = given("pp");
        l.data = whole(c, i, "gpus") / (l.tensor * l.context * l.pipeline);
        l.expert = given("ep");
        if (given("fsdp") > 1) l.zero = 3;
        s.micro_batches = {whole(c, i, "mbs")};
        s.interleaves = {l.pipeline > 1 ? given("vp") : 1};
        auto const p = predict(s);
        predict_or_omit(r, c, i, "tokens_per_s_per_gpu", p, p.result.tokens_per_accelerator.value.in(token / second), most_tokens_each(p));
    }
}

training_setup deepseek_v3_setup(context const& with, int batch) {
    auto const& c = with.cases.at("T-DSV3");
    auto s = setup_of(c.id, catalog::deepseek_v3, "H800-SXM", precision::fp8, &with.fitted);
    s.job.formats.exchanged = precision::fp8;
    s.job.formats.stored = precision::fp8;
    s.job.formats.optimizer_state = 8.0 * byte;  // moments in bf16 (DeepSeek-V3 technical report, section 3.3.3)
    s.job.memory_reserve = fraction{0.0};  // none is published: what remains of 80 GB is enough
    s.job.sequence = 4096;
    s.job.batch = batch;
    s.layout.pipeline = 16, s.layout.data = 128, s.layout.expert = 64;
    s.layout.schedule = pipeline_schedule::dual_pipe;
    s.layout.lean_ends = true;  // embedding and logits stand for a layer each
    s.interleaves = {1};
    return s;
}

void run_deepseek_v3(context const& with, rows& r) {
    auto const& c = with.cases.at("T-DSV3");
    if (!with.wants(c)) return;
    auto s = deepseek_v3_setup(with, 15360);
    s.assumptions.push_back("the final batch of 15,360 sequences throughout");
    auto const p = predict(s);
    double const hours = 1e12 / p.result.tokens_per_accelerator.value.in(token / second) / 3600.0;
    predict_or_omit(r, c, "outputs.gpu_h_per_trillion_tokens", p, hours, {});
}

void run_palm(context const& with, rows& r) {
    auto const& c = with.cases.at("T-PALM-540B");
    if (!with.wants(c)) return;
    transformer m;
    m.name = "PaLM 540B";
    m.layers = 118, m.hidden = 18432, m.vocabulary = 256000, m.tied_embeddings = true;
    m.attention = {.heads = 48, .kv_heads = 1, .head_size = 256};
    m.ffn = {.width = 73728};
    m.norms_per_layer = 1;
    m.parallel_blocks = true;
    auto s = setup_of(c.id, m, "TPU-v4", precision::bf16, &with.fitted);
    s.job.sequence = 2048;
    s.job.batch = 2048;
    s.layout.tensor = 12, s.layout.data = 512, s.layout.shard_group = 256;
    s.interleaves = {1};
    s.assumptions.push_back("attention and 75 % of the rest recomputed: taken as layers recomputed to 0.75");
    s.layout.recompute = recompute_kind::full, s.layout.recompute_share = 0.75, s.choose_recompute = false;
    auto const p = predict(s);
    predict_or_omit(r, c, "outputs.tokens_per_s", p, p.result.tokens.in(token / second), most_tokens(p));
}

}  // namespace validation

#include "training_setup.hpp"

#include "catalog_names.hpp"

#include <tallywatt/catalog/registry.hpp>
#include <tallywatt/catalog/tpu_network.hpp>
#include <tallywatt/catalog/tpu_v4.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/workload/training_memory.hpp>

#include <stdexcept>

namespace validation {

using namespace tallywatt;

namespace {

template <class S>
training_stack at(S const& s) {
    return convert<double>(s);
}

// Megatron-LM of 2023 on A100: that of 2022 with fused attention, whose rates on this chip the MosaicML preset has.
training_stack megatron_2023() {
    training_stack s = at(catalog::megatron_2022);
    training_stack const fused = at(catalog::mosaic_2023);
    s.fused_attention = true;
    s.attention_share = fused.attention_share, s.half_length = fused.half_length;
    s.backward_attention_share = fused.backward_attention_share, s.backward_half_length = fused.backward_half_length;
    s.data_overlap = at(catalog::megatron_2024).data_overlap;  // its distributed optimiser overlaps since 2023
    return s;
}

std::vector<era> const& eras() {
    using enum recompute_kind;
    static std::vector<era> const all = {
        {"T-MEG21-T1", at(catalog::megatron_2021), precision::bf16, false, 0, full, false, "Megatron-LM 2021: 16-bit gradients, whole replicas, no sequence parallelism, full recompute"},
        {"T-MEG21-PTDP", at(catalog::megatron_2021), precision::bf16, false, 0, full, false, "Megatron-LM 2021: 16-bit gradients, whole replicas, no sequence parallelism, full recompute"},
        {"T-MTNLG-530B", at(catalog::megatron_2021), precision::bf16, false, 0, full, false, "DeepSpeed and Megatron-LM 2021: as Megatron-LM 2021"},
        {"T-HOURS-BLOOM", at(catalog::megatron_2021), precision::bf16, false, 1, full, false, "Megatron-DeepSpeed 2022: ZeRO 1, full recompute"},
        {"T-KOR22-A", at(catalog::megatron_2022), precision::bf16, true, 0, full, false, "Megatron-LM 2022: 16-bit gradients, whole replicas"},
        {"T-KOR22-LAYER", at(catalog::megatron_2022), precision::bf16, true, 0, full, false, "Megatron-LM 2022"},
        {"T-MEGASCALE-BASE", megatron_2023(), precision::fp32, true, 1, selective, true, "Megatron-LM 2023: flash attention 2, distributed optimiser"},
        {"T-LLAMA3-405B", at(catalog::llama3_2024), precision::fp32, true, 2, none, false, "Meta 2024: sharded gradients and optimiser (FSDP), fp32 gradients"},
        {"T-MLPERF40-GPT3-H100", at(catalog::megatron_2024), precision::bf16, true, 1, none, true, "Megatron and Transformer Engine 2024: distributed optimiser, bf16 gradients"},
        {"T-MLPERF50-405B-H100", at(catalog::nemo_2025), precision::bf16, true, 1, none, true, "NeMo 2025: distributed optimiser, bf16 gradients"},
        {"T-MLPERF-LORA-A", at(catalog::nemo_2025), precision::bf16, true, 1, none, true, "NeMo 2024 and 2025"},
        {"E-MLPERF40-LORA-POWER", at(catalog::megatron_2024), precision::bf16, true, 1, none, true, "NeMo 2024"},
        {"T-MPT-A100-40GB-WITH-1600-GBPS-NODE", at(catalog::mosaic_2023), precision::bf16, false, 3, none, false, "LLM Foundry 2023: FSDP, gradients reduced in bf16"},
        {"T-MPT-A100-80GB-WITH-1600-GBPS-NODE", at(catalog::mosaic_2023), precision::bf16, false, 3, none, false, "LLM Foundry 2023: FSDP, gradients reduced in bf16"},
        {"T-MPT-H100-80GB-BF16", at(catalog::mosaic_2024), precision::bf16, false, 3, none, false, "LLM Foundry 2023: FSDP, gradients reduced in bf16"},
        {"T-NEMO-A 2025", at(catalog::nemo_2025), precision::bf16, true, 1, none, true, "NeMo 2025: distributed optimiser, bf16 gradients"},
        {"T-NEMO-A 2026", at(catalog::nemo_2026), precision::bf16, true, 1, none, true, "Megatron Bridge 2026: distributed optimiser, bf16 gradients"},
        {"T-DSV3", at(catalog::dualpipe_2024), precision::fp32, false, 1, selective, false, "DeepSeek HAI-LLM 2024: DualPipe, experts exchanged behind compute, fp32 gradients"},
        {"T-PALM-540B", at(catalog::palm_2022), precision::bf16, true, 3, selective, true, "Pathways and XLA 2022"},
        {"T-HOURS-LLAMA2", megatron_2023(), precision::fp32, true, 3, none, true, "Meta 2023: sharded data parallel (FSDP), flash attention, fp32 gradients"},
        {"T-HOURS-LLAMA31", at(catalog::llama3_2024), precision::fp32, true, 2, none, true, "Meta 2024"},
        {"T-HOURS-MPT7B", at(catalog::mosaic_2023), precision::bf16, false, 3, none, true, "LLM Foundry 2023"},
        {"E-OLMO2-7B", at(catalog::mosaic_2024), precision::bf16, false, 3, none, true, "OLMo-core 2024: FSDP, gradients reduced in bf16"},
        {"E-OLMO2-13B", at(catalog::mosaic_2024), precision::bf16, false, 3, none, true, "OLMo-core 2024: FSDP, gradients reduced in bf16"},
        {"T-HOURS-FALCON180", megatron_2023(), precision::bf16, true, 1, none, true, "Gigatron 2023: flash attention, ZeRO 1"},
    };
    return all;
}

// Names that the sources have for what the catalog finds under another.
cluster cluster_of(std::string_view chip) {
    if (chip == "TPU-v4") {
        cluster c;
        c.server = convert<double>(catalog::tpu_v4_tray);
        c.network = convert<double>(catalog::tpu_network_25g);
        return c;
    }
    std::string_view name = chip;
    if (name.substr(0, 4) == "DGX-") name.remove_prefix(4);
    if (auto const found = find_cluster(name)) return *found;
    if (auto const found = find_cluster(std::string(name) + "-SXM")) return *found;
    throw std::invalid_argument(std::string(chip) + ": no such accelerator in the catalog");
}

bool legal(training_setup const& s, training_layout const& l) {
    auto const& m = s.job.model;
    if (s.job.batch % (l.data * l.micro_batch) != 0) return false;
    int const micro = s.job.batch / (l.data * l.micro_batch);
    if (l.interleave > 1 && (l.pipeline == 1 || micro % l.pipeline != 0 || l.interleave * l.pipeline > m.layers)) return false;
    return true;
}

}  // namespace

era const& era_of(std::string_view of) {
    for (auto const& e : eras())
        if (e.of == of) return e;
    throw std::invalid_argument(std::string(of) + ": no software era");
}

transformer gpt(int layers, int hidden, int heads, int vocabulary, int positions) {
    transformer m;
    m.layers = layers;
    m.hidden = hidden;
    m.vocabulary = vocabulary;
    m.tied_embeddings = true;
    m.attention = {.heads = heads, .kv_heads = heads, .head_size = hidden / heads, .query_bias = true, .key_bias = true, .value_bias = true, .out_bias = true};
    m.ffn = {.width = 4 * hidden, .gated = false, .up_bias = true, .down_bias = true};
    m.norms = norm_form::scale_and_bias;
    m.learned_positions = positions;
    return m;
}

training_setup setup_of(std::string_view of, transformer const& model, std::string_view chip, precision products, calibration const* fitted) {
    era const& e = era_of(of);
    training_setup s;
    s.job.model = model;
    s.job.stack = e.stack;
    s.job.formats.products = products;
    s.job.formats.gradients = e.gradients;
    s.on = cluster_of(chip);
    s.fitted = fitted;
    s.layout.sequence_parallel = e.sequence_parallel;
    s.layout.zero = e.zero;
    s.layout.recompute = e.recompute;
    s.choose_recompute = e.choose_recompute;
    s.assumptions.push_back(e.text);
    return s;
}

cluster calibrated(training_setup const& s) { return s.fitted != nullptr ? calibrated(s.on, *s.fitted) : s.on; }

training_prediction predict(training_setup const& published) {
    training_setup s = published;
    s.on = calibrated(published);
    training_prediction best;
    std::vector<int> const micro = s.micro_batches.empty() ? std::vector<int>{1, 2, 4, 8, 16, 32} : s.micro_batches;
    std::vector<int> const chunks = s.interleaves.empty() ? std::vector<int>{1, 2, 3, 4, 5, 6, 8} : s.interleaves;
    std::vector<recompute_kind> kinds{s.layout.recompute};
    if (s.choose_recompute) kinds = {recompute_kind::none, recompute_kind::selective, recompute_kind::full};
    double least_memory = 0.0;
    for (int const b : micro)
        for (int const v : chunks)
            for (auto const k : kinds) {
                training_layout l = s.layout;
                l.micro_batch = b, l.interleave = v, l.recompute = k;
                bool const whole = (s.job.model.layers % (l.pipeline * v)) == 0, lean = ((s.job.model.layers + 2) % (l.pipeline * v)) == 0;
                if (s.interleaves.empty() && v > 1 && !whole && !lean) continue;
                if (!whole && lean && l.pipeline > 1) l.lean_ends = true;
                if (!legal(s, l)) continue;
                training_plan const p = plan_training(s.job, s.on, l);
                auto const r = perform(p, s.job, s.on, celsius(30.0));
                double const used = r.memory.total() / s.on.server.accelerator.memory_capacity;
                bool const given = !s.micro_batches.empty() && !s.interleaves.empty() && !s.choose_recompute;
                if (used > 1.0 && !given) {
                    if (least_memory == 0.0 || used < least_memory) least_memory = used;
                    continue;
                }
                if (best.found && best.result.step <= r.step) continue;
                best.found = true;
                best.layout = l;
                best.plan = p;
                best.result = r;
            }
    if (!best.found) {
        best.reason = least_memory > 0.0 ? "no choice fits in memory; the least needs " + std::to_string(least_memory) + " of it" : "no legal choice";
        return best;
    }
    best.assumptions = s.assumptions;
    if (s.micro_batches.empty()) best.assumptions.push_back("micro-batch " + std::to_string(best.layout.micro_batch) + ", the fastest that fits");
    if (s.interleaves.empty() && best.layout.pipeline > 1) best.assumptions.push_back(std::to_string(best.layout.interleave) + " stages a device, the fastest that fits");
    if (s.choose_recompute) {
        constexpr char const* names[] = {"no recompute", "attention recomputed", "layers recomputed"};
        best.assumptions.push_back(std::string(names[static_cast<int>(best.layout.recompute)]) + ", the fastest that fits");
    }
    auto const operations = best.plan.outline.model_operations * best.plan.outline.tokens;
    best.floor = operations / (double(best.layout.accelerators()) * s.on.server.accelerator.engine(s.job.formats.products).peak.value);
    return best;
}

}  // namespace validation

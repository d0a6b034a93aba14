// Training jobs that between them use every number format, form of attention, kind of fabric, schedule and axis of
// parallelism that the library knows. None is a published run.
#pragma once

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/tpu_network.hpp>
#include <tallywatt/catalog/tpu_v4.hpp>
#include <tallywatt/catalog/tpu_v5p.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/workload/layout_rules.hpp>
#include <tallywatt/workload/training_step.hpp>

#include <vector>

namespace training_jobs {

using namespace tallywatt;

struct job_case {
    char const* name;
    training job;
    cluster on;
    training_layout layout;
};

inline std::vector<job_case> all() {
    using namespace catalog;
    cluster const a100{.server = hgx_a100_80gb, .network = infiniband_hdr}, h100{.server = hgx_h100, .network = roce_400g},
        h800{.server = hgx_h800, .network = infiniband_ndr}, b200{.server = hgx_b200, .network = infiniband_ndr},
        gb200{.server = gb200_nvl72, .network = infiniband_ndr}, mi300{.server = mi300x_platform, .network = roce_400g},
        tpu4{.server = tpu_v4_tray, .network = tpu_network_25g}, tpu5{.server = tpu_v5p_tray, .network = tpu_network_50g};
    cluster sums = a100;  // a network that adds up
    sums.network.in_network_reduction = true;
    cluster narrow = h100;  // three interfaces to an uplink, and flows that collide on it
    narrow.network.oversubscription = 3, narrow.network.collision_loss = fraction{0.1};
    basic_training_formats<> const fp8{.products = precision::fp8, .stored = precision::fp8, .exchanged = precision::fp8, .gradients = precision::bf16, .wide_layers = fraction{0.1}};
    basic_training_formats<> fp4 = fp8;
    fp4.products = precision::fp4;
    basic_training_formats<> integers;
    integers.products = precision::int8;
    basic_training_formats<> tensor_float;
    tensor_float.products = precision::fp32;
    training gpt{.model = gpt_3_175b, .sequence = 2048, .batch = 512, .dropout = true, .stack = megatron_2021};
    training adapters{.model = llama_3_1_70b, .sequence = 4096, .batch = 64, .adaptation = adaptation_kind::low_rank, .stack = nemo_2025};
    training uneven{.model = deepseek_v3, .sequence = 4096, .batch = 4096, .formats = fp8, .stack = dualpipe_2024, .expert_imbalance = ratio{1.1}};
    uneven.model.attention.kv_heads = 128, uneven.model.attention.head_size = 128;  // what it would be without latent attention
    transformer alternating = llama_4_scout;
    alternating.experts.leading_dense = 1, alternating.experts.every = 2;
    cluster capped = h100;
    capped.server.accelerator.tdp = 350.0 * watt;
    return {
        {"GPT-3 on A100, attention not fused", gpt, a100, {.tensor = 8, .pipeline = 8, .interleave = 3, .data = 4, .recompute = recompute_kind::selective, .recompute_share = 0.5}},
        {"the same, replicas summed up by the network", gpt, sums, {.tensor = 8, .sequence_parallel = false, .pipeline = 8, .data = 16, .zero = 0, .recompute = recompute_kind::full}},
        {"the same in tensor float", {.model = megatron_22b, .sequence = 2048, .batch = 64, .formats = tensor_float, .stack = megatron_2022}, a100, {.tensor = 8, .data = 4}},
        {"Llama 405B on H100, context ranks, lean ends", {.model = llama_3_1_405b, .sequence = 131072, .batch = 128, .stack = llama3_2024}, h100,
         {.tensor = 8, .context = 16, .pipeline = 16, .lean_ends = true, .data = 8}},
        {"Llama 70B in fp8 on H100", {.model = llama_3_1_70b, .sequence = 8192, .batch = 256, .formats = fp8, .stack = megatron_2024}, h100,
         {.tensor = 4, .context = 2, .pipeline = 4, .interleave = 5, .data = 8, .zero = 2, .recompute = recompute_kind::selective}},
        {"DeepSeek-V3 on H800, DualPipe", uneven, h800, {.pipeline = 8, .schedule = pipeline_schedule::dual_pipe, .data = 128, .expert = 64, .recompute = recompute_kind::selective}},
        {"DeepSeek-V3 on H800, zero bubble", uneven, h800, {.tensor = 2, .pipeline = 8, .schedule = pipeline_schedule::zero_bubble, .data = 64, .expert = 32, .expert_tensor = 2, .recompute = recompute_kind::full}},
        {"Llama 8B on capped H100, whole tokens", {.model = llama_3_1_8b, .sequence = 8192, .batch = 64, .stack = nemo_2025}, capped, {.tensor = 8, .sequence_parallel = false, .data = 8}},
        {"GPT-3 in shards over four servers, narrow leaves", {.model = gpt_3_175b, .sequence = 512, .batch = 64, .stack = nemo_2025}, narrow, {.tensor = 32, .sequence_parallel = false, .data = 4}},
        {"Llama 8B in shards too few to add up in the switch", {.model = llama_3_1_8b, .sequence = 8192, .batch = 64, .stack = nemo_2025}, h100, {.tensor = 4, .sequence_parallel = false, .data = 8}},
        {"adapters, sharded within servers", adapters, h100, {.data = 32, .zero = 3, .shard_group = 8}},
        {"offloaded", {.model = llama_2_13b, .sequence = 4096, .batch = 64, .stack = mosaic_2024}, h100, {.data = 8, .zero = 3, .offload = {.weights = true, .activations = true, .optimizer = true}}},
        {"Mixtral in fp4 on GB200", {.model = mixtral_8x22b, .sequence = 8192, .batch = 576, .formats = fp4, .stack = nemo_2026}, gb200, {.data = 72, .expert = 8, .micro_batch = 2}},
        {"Llama 4 Scout on B200", {.model = alternating, .sequence = 16384, .batch = 64, .stack = nemo_2025}, b200, {.tensor = 4, .data = 16, .expert = 16}},
        {"gpt-oss on MI300X", {.model = gpt_oss_20b, .sequence = 4096, .batch = 64, .stack = nemo_2025}, mi300, {.tensor = 2, .data = 8, .expert = 8}},
        {"Gemma 3 on TPU v5p, int8", {.model = gemma_3_27b, .sequence = 8192, .batch = 256, .formats = integers, .stack = palm_2022}, tpu5, {.tensor = 4, .data = 64}},
        {"OLMo 2 on TPU v4", {.model = olmo_2_32b, .sequence = 4096, .batch = 1024, .stack = palm_2022}, tpu4, {.tensor = 8, .data = 512}},
        {"BLOOM on A100", {.model = bloom_176b, .sequence = 2048, .batch = 2048, .stack = megatron_2022}, a100, {.tensor = 4, .pipeline = 10, .data = 8}},
        {"Qwen3 30B on H100", {.model = qwen3_30b_a3b, .sequence = 4096, .batch = 512, .formats = fp8, .stack = nemo_2025}, h100, {.pipeline = 4, .data = 16, .expert = 16}},
    };
}

}  // namespace training_jobs

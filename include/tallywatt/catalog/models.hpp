#pragma once
// Transformer shapes from published configurations. Total parameters match the checkpoints to the last unit.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

inline constexpr transformer deepseek_v3{
    .name = "DeepSeek-V3",
    .layers = 61,
    .hidden = 7168,
    .vocabulary = 129280,
    .attention = {.form = attention_form::latent, .heads = 128, .query_rank = 1536, .kv_rank = 512, .unrotated_size = 128, .rotary_size = 64, .value_size = 128},
    .ffn = {.width = 18432},
    .experts = {.routed = 256, .per_token = 8, .shared = 1, .width = 2048, .leading_dense = 3, .node_limit = 4, .router_bias = true},
    .prediction_modules = 1,
    .context_limit = 131072};
inline constexpr sourced_field deepseek_v3_sources[] = {
    {"", {"DeepSeek-V3 technical report and inference configuration, DeepSeek", "2024-12-27", confidence::high}},
    {"experts.node_limit", {"DeepSeek-V3 technical report: routing limited to 4 nodes", "2024-12-27", confidence::high}}};

/// The same shape as DeepSeek-V3, of which it is a fine-tuning.
inline constexpr transformer deepseek_r1 = [] {
    transformer m = deepseek_v3;
    m.name = "DeepSeek-R1";
    return m;
}();
inline constexpr sourced_field deepseek_r1_sources[] = {{"", {"DeepSeek-R1 README and inference configuration, DeepSeek", "2025-01-20", confidence::high}}};

inline constexpr transformer llama_3_1_70b{
    .name = "Llama 3.1 70B",
    .layers = 80,
    .hidden = 8192,
    .vocabulary = 128256,
    .attention = {.heads = 64, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 28672},
    .context_limit = 131072};
inline constexpr sourced_field llama_3_1_70b_sources[] = {{"", {"Llama 3.1 model card, Meta; published configuration", "2024-07-23", confidence::high}}};

inline constexpr transformer llama_3_1_405b{
    .name = "Llama 3.1 405B",
    .layers = 126,
    .hidden = 16384,
    .vocabulary = 128256,
    .attention = {.heads = 128, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 53248},
    .context_limit = 131072};
inline constexpr sourced_field llama_3_1_405b_sources[] = {{"", {"Llama 3.1 model card, Meta; published configuration", "2024-07-23", confidence::high}}};

inline constexpr transformer mixtral_8x22b{
    .name = "Mixtral 8x22B v0.1",
    .layers = 56,
    .hidden = 6144,
    .vocabulary = 32768,
    .attention = {.heads = 48, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 16384},
    .experts = {.routed = 8, .per_token = 2, .width = 16384},
    .context_limit = 65536};
inline constexpr sourced_field mixtral_8x22b_sources[] = {{"", {"Mixtral 8x22B published configuration, Mistral AI (LitGPT registry)", "2024-04-17", confidence::high}}};

}  // namespace tallywatt::catalog

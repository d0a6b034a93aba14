#pragma once
// DeepSeek-R1's distilled models: shapes of their Qwen and Llama bases. Totals equal those of the published
// checkpoints; names are nominal.

#include <tallywatt/catalog/models/llama.hpp>
#include <tallywatt/catalog/models/qwen.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

namespace detail::deepseek_r1_distill {
inline constexpr source bases{
    "DeepSeek-R1 README (bases of the distilled models); LitGPT model configurations, copies of the published ones, "
    "Lightning AI",
    "2025-01-20", confidence::high};
} // namespace detail::deepseek_r1_distill

/// Named after its base, whose embeddings are tied (1,543,714,304 parameters); the distilled checkpoint holds the
/// head apart.
inline constexpr transformer deepseek_r1_distill_qwen_1_5b{
    .name = "DeepSeek-R1-Distill-Qwen-1.5B",
    .layers = 28,
    .hidden = 1536,
    .vocabulary = 151936,
    .attention =
        {.heads = 12, .kv_heads = 2, .head_size = 128, .query_bias = true, .key_bias = true, .value_bias = true},
    .ffn = {.width = 8960},
    .context_limit = 131072};
inline constexpr sourced_field deepseek_r1_distill_qwen_1_5b_sources[] = {{"", detail::deepseek_r1_distill::bases}};

inline constexpr transformer deepseek_r1_distill_qwen_7b = renamed(qwen2_5_7b, "DeepSeek-R1-Distill-Qwen-7B");
inline constexpr sourced_field deepseek_r1_distill_qwen_7b_sources[] = {{"", detail::deepseek_r1_distill::bases}};

inline constexpr transformer deepseek_r1_distill_llama_8b = renamed(llama_3_1_8b, "DeepSeek-R1-Distill-Llama-8B");
inline constexpr sourced_field deepseek_r1_distill_llama_8b_sources[] = {{"", detail::deepseek_r1_distill::bases}};

inline constexpr transformer deepseek_r1_distill_qwen_14b{
    .name = "DeepSeek-R1-Distill-Qwen-14B",
    .layers = 48,
    .hidden = 5120,
    .vocabulary = 152064,
    .attention =
        {.heads = 40, .kv_heads = 8, .head_size = 128, .query_bias = true, .key_bias = true, .value_bias = true},
    .ffn = {.width = 13824},
    .context_limit = 131072};
inline constexpr sourced_field deepseek_r1_distill_qwen_14b_sources[] = {{"", detail::deepseek_r1_distill::bases}};

inline constexpr transformer deepseek_r1_distill_qwen_32b = renamed(qwen2_5_32b, "DeepSeek-R1-Distill-Qwen-32B");
inline constexpr sourced_field deepseek_r1_distill_qwen_32b_sources[] = {{"", detail::deepseek_r1_distill::bases}};

inline constexpr transformer deepseek_r1_distill_llama_70b = renamed(llama_3_1_70b, "DeepSeek-R1-Distill-Llama-70B");
inline constexpr sourced_field deepseek_r1_distill_llama_70b_sources[] = {{"", detail::deepseek_r1_distill::bases}};

} // namespace tallywatt::catalog

#pragma once
// Alibaba's Qwen models. Totals equal those of the published checkpoints. Vocabularies are padded: 151,643 tokens are
// used. Qwen3 reaches 131,072 tokens with rescaled positions (YaRN); context_limit is without.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

namespace detail::qwen {
inline constexpr source qwen2_5{
    "LitGPT model configurations, copies of the published ones, Lightning AI; Qwen2.5 model cards, Alibaba",
    "2024-09-19", confidence::high};
inline constexpr source qwen3{
    "LitGPT model configurations, copies of the published ones, Lightning AI; Qwen3 technical report, Alibaba",
    "2025-04-29", confidence::high};
} // namespace detail::qwen

inline constexpr transformer qwen2_5_7b{
    .name = "Qwen2.5 7B",
    .layers = 28,
    .hidden = 3584,
    .vocabulary = 152064,
    .attention =
        {.heads = 28, .kv_heads = 4, .head_size = 128, .query_bias = true, .key_bias = true, .value_bias = true},
    .ffn = {.width = 18944},
    .context_limit = 131072};
inline constexpr sourced_field qwen2_5_7b_sources[] = {{"", detail::qwen::qwen2_5}};

/// The card's 32.5B is 0.8 % below the checkpoint's 32.76, its 31.0B without embeddings below 31.21.
inline constexpr transformer qwen2_5_32b{
    .name = "Qwen2.5 32B",
    .layers = 64,
    .hidden = 5120,
    .vocabulary = 152064,
    .attention =
        {.heads = 40, .kv_heads = 8, .head_size = 128, .query_bias = true, .key_bias = true, .value_bias = true},
    .ffn = {.width = 27648},
    .context_limit = 131072};
inline constexpr sourced_field qwen2_5_32b_sources[] = {{"", detail::qwen::qwen2_5}};

inline constexpr transformer qwen2_5_72b{
    .name = "Qwen2.5 72B",
    .layers = 80,
    .hidden = 8192,
    .vocabulary = 152064,
    .attention =
        {.heads = 64, .kv_heads = 8, .head_size = 128, .query_bias = true, .key_bias = true, .value_bias = true},
    .ffn = {.width = 29568},
    .context_limit = 131072};
inline constexpr sourced_field qwen2_5_72b_sources[] = {{"", detail::qwen::qwen2_5}};

inline constexpr transformer qwen3_8b{
    .name = "Qwen3 8B",
    .layers = 36,
    .hidden = 4096,
    .vocabulary = 151936,
    .attention = {.heads = 32, .kv_heads = 8, .head_size = 128, .qk_norm = qk_norm_form::per_head},
    .ffn = {.width = 12288},
    .context_limit = 32768};
inline constexpr sourced_field qwen3_8b_sources[] = {{"", detail::qwen::qwen3}};

/// Its 64 heads of 128 are wider than its 5,120 hidden elements.
inline constexpr transformer qwen3_32b{
    .name = "Qwen3 32B",
    .layers = 64,
    .hidden = 5120,
    .vocabulary = 151936,
    .attention = {.heads = 64, .kv_heads = 8, .head_size = 128, .qk_norm = qk_norm_form::per_head},
    .ffn = {.width = 25600},
    .context_limit = 32768};
inline constexpr sourced_field qwen3_32b_sources[] = {{"", detail::qwen::qwen3}};

/// 3.3B active counts the input embedding. Every layer is a mixture, so ffn.width is unused.
inline constexpr transformer qwen3_30b_a3b{
    .name = "Qwen3 30B-A3B",
    .layers = 48,
    .hidden = 2048,
    .vocabulary = 151936,
    .attention = {.heads = 32, .kv_heads = 4, .head_size = 128, .qk_norm = qk_norm_form::per_head},
    .ffn = {.width = 6144},
    .experts = {.routed = 128, .per_token = 8, .width = 768},
    .context_limit = 32768};
inline constexpr sourced_field qwen3_30b_a3b_sources[] = {{"", detail::qwen::qwen3}};

} // namespace tallywatt::catalog

#pragma once
// DeepSeek's models. Totals equal those of the published checkpoints. Active parameters are published without the
// input embedding (2.4B, 21B, 37B), for DeepSeekMoE 16B with it (2.8B).

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

namespace detail::deepseek {
inline constexpr source inference{
    "DeepSeek inference configurations (16B, 236B, 671B), DeepSeek; DeepSeek-V2 report", "2025-08-27",
    confidence::high};
inline constexpr source four_nodes{
    "DeepSeek-V3 technical report: routing limited to 4 nodes", "2024-12-27", confidence::high};
} // namespace detail::deepseek

/// Published training operations of 4,096 tokens, 74.4 TFLOP, are those of a full mask within 2 %.
inline constexpr transformer deepseek_moe_16b{
    .name = "DeepSeekMoE 16B",
    .layers = 28,
    .hidden = 2048,
    .vocabulary = 102400,
    .attention = {.heads = 16, .kv_heads = 16, .head_size = 128},
    .ffn = {.width = 10944},
    .experts = {.routed = 64, .per_token = 6, .shared = 2, .width = 1408, .leading_dense = 1},
    .context_limit = 4096};
inline constexpr sourced_field deepseek_moe_16b_sources[] = {
    {"",
     {"DeepSeekMoE paper, DeepSeek; copy of the published configuration in a public repository", "2024-01-11",
      confidence::high}}};

/// Queries are not compressed.
inline constexpr transformer deepseek_v2_lite{
    .name = "DeepSeek-V2-Lite",
    .layers = 27,
    .hidden = 2048,
    .vocabulary = 102400,
    .attention =
        {.form = attention_form::latent,
         .heads = 16,
         .kv_rank = 512,
         .unrotated_size = 128,
         .rotary_size = 64,
         .value_size = 128},
    .ffn = {.width = 10944},
    .experts = {.routed = 64, .per_token = 6, .shared = 2, .width = 1408, .leading_dense = 1},
    .context_limit = 32768};
inline constexpr sourced_field deepseek_v2_lite_sources[] = {{"", detail::deepseek::inference}};

inline constexpr transformer deepseek_v2{
    .name = "DeepSeek-V2",
    .layers = 60,
    .hidden = 5120,
    .vocabulary = 102400,
    .attention =
        {.form = attention_form::latent,
         .heads = 128,
         .query_rank = 1536,
         .kv_rank = 512,
         .unrotated_size = 128,
         .rotary_size = 64,
         .value_size = 128},
    .ffn = {.width = 12288},
    .experts = {.routed = 160, .per_token = 6, .shared = 2, .width = 1536, .leading_dense = 1, .node_limit = 3},
    .context_limit = 131072};
inline constexpr sourced_field deepseek_v2_sources[] = {
    {"", detail::deepseek::inference},
    {"experts.node_limit",
     {"DeepSeek inference configurations: experts from 3 of 8 groups", "2025-08-27", confidence::high}}};

/// The download, 684.5 billion elements, holds the prediction module with a copy of embedding and head, and block
/// scales. On active parameters the publisher disagrees with itself: older weight notes say 36.6B with the head
/// alone, which is right; newer text says 36.7B with embedding and head, which would be 37.55.
inline constexpr transformer deepseek_v3{
    .name = "DeepSeek-V3",
    .layers = 61,
    .hidden = 7168,
    .vocabulary = 129280,
    .attention =
        {.form = attention_form::latent,
         .heads = 128,
         .query_rank = 1536,
         .kv_rank = 512,
         .unrotated_size = 128,
         .rotary_size = 64,
         .value_size = 128},
    .ffn = {.width = 18432},
    .experts =
        {.routed = 256,
         .per_token = 8,
         .shared = 1,
         .width = 2048,
         .leading_dense = 3,
         .node_limit = 4,
         .router_bias = true},
    .prediction_modules = 1,
    .context_limit = 131072};
inline constexpr sourced_field deepseek_v3_sources[] = {
    {"", {"DeepSeek-V3 technical report and inference configuration, DeepSeek", "2024-12-27", confidence::high}},
    {"experts.node_limit", detail::deepseek::four_nodes}};

/// The same shape as DeepSeek-V3, of which it is a fine-tuning.
inline constexpr transformer deepseek_r1 = renamed(deepseek_v3, "DeepSeek-R1");
inline constexpr sourced_field deepseek_r1_sources[] = {
    {"", {"DeepSeek-R1 README and inference configuration, DeepSeek", "2025-01-20", confidence::high}},
    {"experts.node_limit", detail::deepseek::four_nodes}};

} // namespace tallywatt::catalog

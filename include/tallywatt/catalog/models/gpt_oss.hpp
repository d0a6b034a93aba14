#pragma once
// OpenAI's open models. The total equals that of the published checkpoint.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// Every second layer, the first one first, sees 128 tokens. 3.61B active counts the head and not the input
/// embedding. Every layer is a mixture, so ffn.width is unused.
inline constexpr transformer gpt_oss_20b{
    .name = "gpt-oss-20b",
    .layers = 24,
    .hidden = 2880,
    .vocabulary = 201088,
    .attention =
        {.heads = 64,
         .kv_heads = 8,
         .head_size = 64,
         .query_bias = true,
         .key_bias = true,
         .value_bias = true,
         .out_bias = true,
         .sinks = true,
         .window = {.size = 128, .period = 2, .local = window_shape::first(1)}},
    .ffn = {.width = 2880, .up_bias = true, .down_bias = true},
    .experts = {.routed = 32, .per_token = 4, .width = 2880, .router_bias = true},
    .context_limit = 131072};
inline constexpr sourced_field gpt_oss_20b_sources[] = {
    {"",
     {"gpt-oss reference implementation and README, OpenAI; model card, arXiv 2508.10925", "2025-08-05",
      confidence::high}}};

} // namespace tallywatt::catalog

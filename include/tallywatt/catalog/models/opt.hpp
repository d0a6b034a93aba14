#pragma once
// Meta's OPT.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// 175B is nominal. Two of the 2,050 position rows are an offset. Its published 4.30e23 training operations count
/// recomputation.
inline constexpr transformer opt_175b{
    .name = "OPT-175B",
    .layers = 96,
    .hidden = 12288,
    .vocabulary = 50272,
    .tied_embeddings = true,
    .attention =
        {.heads = 96,
         .kv_heads = 96,
         .head_size = 128,
         .query_bias = true,
         .key_bias = true,
         .value_bias = true,
         .out_bias = true},
    .ffn = {.width = 49152, .gated = false, .up_bias = true, .down_bias = true},
    .norms = norm_form::scale_and_bias,
    .learned_positions = 2050,
    .context_limit = 2048};
inline constexpr sourced_field opt_175b_sources[] = {
    {"", {"OPT paper and training chronicles, Meta", "2022-05-02", confidence::medium}}};

} // namespace tallywatt::catalog

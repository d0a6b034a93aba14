#pragma once
// BigScience's BLOOM. The total equals that of the published checkpoint.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// Positions are biases of the attention scores (ALiBi). Vocabulary padded from 250,680.
inline constexpr transformer bloom_176b{
    .name = "BLOOM 176B",
    .layers = 70,
    .hidden = 14336,
    .vocabulary = 250880,
    .tied_embeddings = true,
    .attention =
        {.heads = 112,
         .kv_heads = 112,
         .head_size = 128,
         .query_bias = true,
         .key_bias = true,
         .value_bias = true,
         .out_bias = true},
    .ffn = {.width = 57344, .gated = false, .up_bias = true, .down_bias = true},
    .embedding_norms = 1,
    .norms = norm_form::scale_and_bias,
    .context_limit = 2048};
inline constexpr sourced_field bloom_176b_sources[] = {
    {"", {"tr11 176B training README, BigScience", "2022-07", confidence::high}}};

} // namespace tallywatt::catalog

#pragma once
// Mistral AI's models. Totals equal those of the published checkpoints.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// The paper's 7.3B is 7.24 rounded up. v0.2 drops the window; v0.3 has 32,768 tokens in its vocabulary and
/// 7,248,023,552 parameters.
inline constexpr transformer mistral_7b{
    .name = "Mistral 7B v0.1",
    .layers = 32,
    .hidden = 4096,
    .vocabulary = 32000,
    .attention = {.heads = 32, .kv_heads = 8, .head_size = 128, .window = {.size = 4096}},
    .ffn = {.width = 14336},
    .context_limit = 32768};
inline constexpr sourced_field mistral_7b_sources[] = {
    {"",
     {"LitGPT model configurations, copies of the published one, Lightning AI; Mistral 7B paper, Mistral AI",
      "2023-10-10", confidence::high}}};

/// 46.7B with 12.9B active, the input embedding counted.
inline constexpr transformer mixtral_8x7b{
    .name = "Mixtral 8x7B v0.1",
    .layers = 32,
    .hidden = 4096,
    .vocabulary = 32000,
    .attention = {.heads = 32, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 14336},
    .experts = {.routed = 8, .per_token = 2, .width = 14336},
    .context_limit = 32768};
inline constexpr sourced_field mixtral_8x7b_sources[] = {
    {"",
     {"LitGPT model configurations, copies of the published ones, Lightning AI; Mistral AI release posts", "2023-12-11",
      confidence::high}}};

/// 141B with 39B active, either way of counting the embedding. Some base checkpoints have 32,000 tokens in their
/// vocabulary and 140,620,634,112 parameters.
inline constexpr transformer mixtral_8x22b{
    .name = "Mixtral 8x22B v0.1",
    .layers = 56,
    .hidden = 6144,
    .vocabulary = 32768,
    .attention = {.heads = 48, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 16384},
    .experts = {.routed = 8, .per_token = 2, .width = 16384},
    .context_limit = 65536};
inline constexpr sourced_field mixtral_8x22b_sources[] = {
    {"",
     {"LitGPT model configurations, copies of the published ones, Lightning AI; Mistral AI release post", "2024-04-17",
      confidence::high}}};

} // namespace tallywatt::catalog

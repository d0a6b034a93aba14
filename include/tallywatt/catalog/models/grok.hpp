#pragma once
// xAI's open model.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// 314B, as published, is the body without its tied embedding (314.88) truncated. Width of an expert: int(8 x 6144)
/// x 2 / 3. No checkpoint total was found to compare with.
inline constexpr transformer grok_1{
    .name = "Grok-1",
    .layers = 64,
    .hidden = 6144,
    .vocabulary = 131072,
    .tied_embeddings = true,
    .attention = {.heads = 48, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 32768},
    .experts = {.routed = 8, .per_token = 2, .width = 32768},
    .norms_per_layer = 4,
    .context_limit = 8192};
inline constexpr sourced_field grok_1_sources[] = {
    {"", {"Grok-1 reference code and README, xAI", "2024-03-19", confidence::high}}};

} // namespace tallywatt::catalog

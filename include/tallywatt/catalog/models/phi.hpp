#pragma once
// Microsoft's Phi models. The total equals that of the published checkpoint.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// The card's headline is 14B.
inline constexpr transformer phi_4{
    .name = "Phi-4",
    .layers = 40,
    .hidden = 5120,
    .vocabulary = 100352,
    .attention = {.heads = 40, .kv_heads = 10, .head_size = 128},
    .ffn = {.width = 17920},
    .context_limit = 16384};
inline constexpr sourced_field phi_4_sources[] = {
    {"",
     {"LitGPT model configurations and another copy of the published one; Phi-4 model card, Microsoft", "2024-12-12",
      confidence::high}}};

} // namespace tallywatt::catalog

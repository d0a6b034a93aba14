#pragma once
// Meta's Llama models. Totals equal those of the published checkpoints (rotary tables, which some files hold, apart).
// Headline sizes are rounded: Llama 2 7B has 6.74 billion parameters, Llama 3 70B 70.55.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

namespace detail::llama {
inline constexpr source llama_2{
    "Llama 2 model card, Meta; LitGPT model configurations, copies of the published ones, Lightning AI", "2023-07-18",
    confidence::high};
inline constexpr source llama_3{
    "Llama 3 model card, Meta; LitGPT model configurations, copies of the published ones, Lightning AI", "2024-04-18",
    confidence::high};
inline constexpr source llama_3_1{
    "Llama 3.1 model card, Meta; LitGPT model configurations, copies of the published ones, Lightning AI", "2024-07-23",
    confidence::high};
} // namespace detail::llama

inline constexpr transformer llama_2_7b{
    .name = "Llama 2 7B",
    .layers = 32,
    .hidden = 4096,
    .vocabulary = 32000,
    .attention = {.heads = 32, .kv_heads = 32, .head_size = 128},
    .ffn = {.width = 11008},
    .context_limit = 4096};
inline constexpr sourced_field llama_2_7b_sources[] = {{"", detail::llama::llama_2}};

inline constexpr transformer llama_2_13b{
    .name = "Llama 2 13B",
    .layers = 40,
    .hidden = 5120,
    .vocabulary = 32000,
    .attention = {.heads = 40, .kv_heads = 40, .head_size = 128},
    .ffn = {.width = 13824},
    .context_limit = 4096};
inline constexpr sourced_field llama_2_13b_sources[] = {{"", detail::llama::llama_2}};

inline constexpr transformer llama_2_70b{
    .name = "Llama 2 70B",
    .layers = 80,
    .hidden = 8192,
    .vocabulary = 32000,
    .attention = {.heads = 64, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 28672},
    .context_limit = 4096};
inline constexpr sourced_field llama_2_70b_sources[] = {{"", detail::llama::llama_2}};

inline constexpr transformer llama_3_8b{
    .name = "Llama 3 8B",
    .layers = 32,
    .hidden = 4096,
    .vocabulary = 128256,
    .attention = {.heads = 32, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 14336},
    .context_limit = 8192};
inline constexpr sourced_field llama_3_8b_sources[] = {{"", detail::llama::llama_3}};

inline constexpr transformer llama_3_70b{
    .name = "Llama 3 70B",
    .layers = 80,
    .hidden = 8192,
    .vocabulary = 128256,
    .attention = {.heads = 64, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 28672},
    .context_limit = 8192};
inline constexpr sourced_field llama_3_70b_sources[] = {{"", detail::llama::llama_3}};

inline constexpr transformer llama_3_1_8b{
    .name = "Llama 3.1 8B",
    .layers = 32,
    .hidden = 4096,
    .vocabulary = 128256,
    .attention = {.heads = 32, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 14336},
    .context_limit = 131072};
inline constexpr sourced_field llama_3_1_8b_sources[] = {{"", detail::llama::llama_3_1}};

inline constexpr transformer llama_3_1_70b{
    .name = "Llama 3.1 70B",
    .layers = 80,
    .hidden = 8192,
    .vocabulary = 128256,
    .attention = {.heads = 64, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 28672},
    .context_limit = 131072};
inline constexpr sourced_field llama_3_1_70b_sources[] = {{"", detail::llama::llama_3_1}};

/// The card says 405B. Published training operations per token at 4,096 tokens, 2,448 GFLOP, lie between matrix
/// products alone (2,422) and the causal mean (2,473).
inline constexpr transformer llama_3_1_405b{
    .name = "Llama 3.1 405B",
    .layers = 126,
    .hidden = 16384,
    .vocabulary = 128256,
    .attention = {.heads = 128, .kv_heads = 8, .head_size = 128},
    .ffn = {.width = 53248},
    .context_limit = 131072};
inline constexpr sourced_field llama_3_1_405b_sources[] = {{"", detail::llama::llama_3_1}};

/// Three layers of four see their chunk of 8,192 tokens only; each fourth sees all and has no position encoding.
/// The card's 109B is the checkpoint with its vision tower; 17B active counts the input embedding. Every layer is a
/// mixture, so ffn.width is unused.
inline constexpr transformer llama_4_scout{
    .name = "Llama 4 Scout 17B-16E",
    .layers = 48,
    .hidden = 5120,
    .vocabulary = 202048,
    .attention =
        {.heads = 40,
         .kv_heads = 8,
         .head_size = 128,
         .qk_norm = qk_norm_form::unweighted,
         .window = {.size = 8192, .form = window_form::chunked, .period = 4, .local = window_shape::first(3)}},
    .ffn = {.width = 16384},
    .experts = {.routed = 16, .per_token = 1, .shared = 1, .width = 8192},
    .vision_parameters = 871932416,
    .context_limit = 10485760};
inline constexpr sourced_field llama_4_scout_sources[] = {
    {"",
     {"Llama 4 model card, Meta; copies of the published text and vision configuration in public repositories",
      "2025-04-05", confidence::high}},
    {"vision_parameters",
     {"Llama 4 vision configuration: 34 layers of 1408, adapter and projector; total of the checkpoint, "
      "108,641,793,536, holds it",
      "2025", confidence::high}}};

} // namespace tallywatt::catalog

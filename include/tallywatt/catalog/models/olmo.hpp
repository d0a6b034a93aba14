#pragma once
// Ai2's OLMo 2 models. Totals equal those of the published checkpoints. Norms stand after attention and feed-forward;
// queries and keys are normed over all heads at once.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

namespace detail::olmo {
inline constexpr source training{
    "OLMo 2 official training configurations, Ai2; LitGPT model configurations, copies of the published ones, "
    "Lightning AI",
    "2024-11", confidence::high};
inline constexpr source recalled{
    "published configuration, recalled; with it the total equals the checkpoint's", "2025-03-13", confidence::medium};
} // namespace detail::olmo

inline constexpr transformer olmo_2_7b{
    .name = "OLMo 2 7B",
    .layers = 32,
    .hidden = 4096,
    .vocabulary = 100352,
    .attention = {.heads = 32, .kv_heads = 32, .head_size = 128, .qk_norm = qk_norm_form::full_width},
    .ffn = {.width = 11008},
    .context_limit = 4096};
inline constexpr sourced_field olmo_2_7b_sources[] = {{"", detail::olmo::training}};

inline constexpr transformer olmo_2_13b{
    .name = "OLMo 2 13B",
    .layers = 40,
    .hidden = 5120,
    .vocabulary = 100352,
    .attention = {.heads = 40, .kv_heads = 40, .head_size = 128, .qk_norm = qk_norm_form::full_width},
    .ffn = {.width = 13824},
    .context_limit = 4096};
inline constexpr sourced_field olmo_2_13b_sources[] = {{"", detail::olmo::training}};

inline constexpr transformer olmo_2_32b{
    .name = "OLMo 2 32B",
    .layers = 64,
    .hidden = 5120,
    .vocabulary = 100352,
    .attention = {.heads = 40, .kv_heads = 8, .head_size = 128, .qk_norm = qk_norm_form::full_width},
    .ffn = {.width = 27648},
    .context_limit = 4096};
inline constexpr sourced_field olmo_2_32b_sources[] = {
    {"", {"OLMo-core official 32B training script and OLMo 2 32B announcement, Ai2", "2025-03-13", confidence::high}},
    {"attention.kv_heads", detail::olmo::recalled},
    {"ffn.width", detail::olmo::recalled}};

} // namespace tallywatt::catalog

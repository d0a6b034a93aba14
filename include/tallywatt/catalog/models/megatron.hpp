#pragma once
// NVIDIA's Megatron benchmark models. The vocabulary is padded from 50,257.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

namespace detail::megatron {
inline constexpr source recomputation{
    "Reducing Activation Recomputation in Large Transformer Models, NVIDIA, with Calculon's copies of its tables",
    "2022-05-10", confidence::medium};
} // namespace detail::megatron

inline constexpr transformer megatron_22b{
    .name = "Megatron 22B",
    .layers = 48,
    .hidden = 6144,
    .vocabulary = 51200,
    .tied_embeddings = true,
    .attention =
        {.heads = 64,
         .kv_heads = 64,
         .head_size = 96,
         .query_bias = true,
         .key_bias = true,
         .value_bias = true,
         .out_bias = true},
    .ffn = {.width = 24576, .gated = false, .up_bias = true, .down_bias = true},
    .norms = norm_form::scale_and_bias,
    .learned_positions = 2048,
    .context_limit = 2048};
inline constexpr sourced_field megatron_22b_sources[] = {{"", detail::megatron::recomputation}};

inline constexpr transformer megatron_175b{
    .name = "Megatron GPT 175B",
    .layers = 96,
    .hidden = 12288,
    .vocabulary = 51200,
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
    .learned_positions = 2048,
    .context_limit = 2048};
inline constexpr sourced_field megatron_175b_sources[] = {{"", detail::megatron::recomputation}};

/// An earlier paper of the same group says 1,008.0B for this shape.
inline constexpr transformer megatron_1t{
    .name = "Megatron 1T",
    .layers = 128,
    .hidden = 25600,
    .vocabulary = 51200,
    .tied_embeddings = true,
    .attention =
        {.heads = 160,
         .kv_heads = 160,
         .head_size = 160,
         .query_bias = true,
         .key_bias = true,
         .value_bias = true,
         .out_bias = true},
    .ffn = {.width = 102400, .gated = false, .up_bias = true, .down_bias = true},
    .norms = norm_form::scale_and_bias,
    .learned_positions = 2048,
    .context_limit = 2048};
inline constexpr sourced_field megatron_1t_sources[] = {{"", detail::megatron::recomputation}};

/// The paper says 529.6B.
inline constexpr transformer mt_nlg_530b{
    .name = "Megatron-Turing NLG 530B",
    .layers = 105,
    .hidden = 20480,
    .vocabulary = 51200,
    .tied_embeddings = true,
    .attention =
        {.heads = 128,
         .kv_heads = 128,
         .head_size = 160,
         .query_bias = true,
         .key_bias = true,
         .value_bias = true,
         .out_bias = true},
    .ffn = {.width = 81920, .gated = false, .up_bias = true, .down_bias = true},
    .norms = norm_form::scale_and_bias,
    .learned_positions = 2048,
    .context_limit = 2048};
inline constexpr sourced_field mt_nlg_530b_sources[] = {
    {"",
     {"Using DeepSpeed and Megatron to Train Megatron-Turing NLG 530B, NVIDIA and Microsoft, recalled; Calculon's "
      "copies of a later paper's tables",
      "2022-01-28", confidence::medium}}};

} // namespace tallywatt::catalog

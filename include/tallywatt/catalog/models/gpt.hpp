#pragma once
// OpenAI's GPT-2 and GPT-3.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// The paper says 1,542M; the released checkpoint has 1,557.6M.
inline constexpr transformer gpt_2_xl{
    .name = "GPT-2 XL",
    .layers = 48,
    .hidden = 1600,
    .vocabulary = 50257,
    .tied_embeddings = true,
    .attention =
        {.heads = 25,
         .kv_heads = 25,
         .head_size = 64,
         .query_bias = true,
         .key_bias = true,
         .value_bias = true,
         .out_bias = true},
    .ffn = {.width = 6400, .gated = false, .up_bias = true, .down_bias = true},
    .norms = norm_form::scale_and_bias,
    .learned_positions = 1024,
    .context_limit = 1024};
inline constexpr sourced_field gpt_2_xl_sources[] = {
    {"",
     {"Language Models are Unsupervised Multitask Learners, OpenAI, recalled; the total equals the released "
      "checkpoint's",
      "2019-02-14", confidence::medium}}};

/// The paper's appendix lists 174,600M. Its alternating sparse layers, of undisclosed band, are taken as dense.
inline constexpr transformer gpt_3_175b{
    .name = "GPT-3 175B",
    .layers = 96,
    .hidden = 12288,
    .vocabulary = 50257,
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
inline constexpr sourced_field gpt_3_175b_sources[] = {
    {"",
     {"Language Models are Few-Shot Learners, OpenAI, recalled; Calculon model file", "2020-05-28",
      confidence::medium}}};

} // namespace tallywatt::catalog

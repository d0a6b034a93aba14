#pragma once
// Google's Gemma models. The total with the vision tower equals that of the published checkpoint.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt::catalog {

/// Five layers that see 1,024 tokens, then one that sees all; the last two of 62 are windowed.
inline constexpr transformer gemma_3_27b{
    .name = "Gemma 3 27B",
    .layers = 62,
    .hidden = 5376,
    .vocabulary = 262208,
    .tied_embeddings = true,
    .attention =
        {.heads = 32,
         .kv_heads = 16,
         .head_size = 128,
         .qk_norm = qk_norm_form::per_head,
         .window = {.size = 1024, .period = 6, .local = window_shape::first(5)}},
    .ffn = {.width = 21504},
    .norms_per_layer = 4,
    .vision_parameters = 423060336,
    .context_limit = 131072};
inline constexpr sourced_field gemma_3_27b_sources[] = {
    {"",
     {"gemma_pytorch configuration, Google; LitGPT model configurations, copies of the published ones, Lightning AI",
      "2025", confidence::high}},
    {"vocabulary",
     {"rows of the checkpoint's embedding; reference configuration and tokenizer say 262,144 (third-party registry of "
      "checkpoint totals)",
      "2026", confidence::high}},
    {"vision_parameters",
     {"SigLIP tower, 27 layers of 1152 at 896 pixels, with projector; total of the checkpoint, 27,432,406,640, holds "
      "it. The report, recalled, says 417M without the projector",
      "2025-03-25", confidence::medium}}};

} // namespace tallywatt::catalog

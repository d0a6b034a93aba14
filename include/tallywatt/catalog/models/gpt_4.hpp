#pragma once
// GPT-4: estimates only. OpenAI has published no size; every figure is a third party's, so each is a range.
//
// The leaked account: 16 experts of 111B, two per token, and 55B shared: 1,831B in total, 277B active. Pages that quote it
// say 1.76T or 1.8T and 220B or 280B. Some write 560 TFLOP per token where its arithmetic gives 560 GFLOP.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/model_estimate.hpp>

namespace tallywatt::catalog {

/// Training operations: 25,000 A100 for 90 to 100 days at 0.32 to 0.36 of 312 TFLOP/s give 1.94e25 to 2.43e25; 6 x 220B x
/// 13T tokens give 1.7e25. Tokens: 2.1e25 / (6 x 280B) and / (6 x 220B) give 12.5T to 15.9T.
inline constexpr basic_model_estimate<estimate> gpt_4{
    .name = "GPT-4 (estimate)",
    .status = disclosure::leaked,
    .total_parameters = range(1.76e12, 1.8e12, 1.831e12),
    .active_parameters = range(176e9, 280e9, 528e9),
    .training_tokens = range(12.5e12, 13e12, 15.9e12) * token,
    .training_operations = range(1.7e25, 2.1e25, 2.43e25) * FLOP,
    .layers = 120,
    .routed_experts = 16,
    .experts_per_token = 2,
    .context_limit = 8192};
inline constexpr sourced_field gpt_4_sources[] = {
    {"", {"leak analysis by SemiAnalysis, seen in secondary pages", "2023-07-10", confidence::low}},
    {"active_parameters",
     {"the leak, 220B to 280B; EcoLogits model table and methodology, GenAI Impact, 176B to 528B", "2025-11-13",
      confidence::low}},
    {"training_tokens",
     {"the leak, 13T; range derived from operations and active parameters", "2023-07-10", confidence::low}},
    {"training_operations",
     {"Cottier et al., Epoch AI (arXiv 2405.21015), 2.1e25; the leak, 2.15e25; range from its accelerators, days and "
      "utilisation and from 6 N D",
      "2024", confidence::low}},
    {"context_limit",
     {"GPT-4 release, OpenAI, recalled: 8,192 tokens, 32,768 in a second variant", "2023-03-14", confidence::medium}}};

} // namespace tallywatt::catalog

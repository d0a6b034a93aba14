#pragma once
// Google's Gemini: a sparse mixture of experts whose sizes are not disclosed. There is no shape to compute with; asking for
// one is an error that says so.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/model_estimate.hpp>

namespace tallywatt::catalog {

inline constexpr undisclosed_model gemini_1_5_pro{
    .name = "Gemini 1.5 Pro",
    .publisher = "Google DeepMind",
    .context_limit = 1000000,
    .later_context_limit = 2000000,
    .research_context_limit = 10000000};
inline constexpr sourced_field gemini_1_5_pro_sources[] = {
    {"", {"Gemini 1.5 report, Google DeepMind, seen in search excerpts", "2024-02-15", confidence::medium}}};

} // namespace tallywatt::catalog

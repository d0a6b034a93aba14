#pragma once
// What a frontier model costs besides its final run. Two publications of one institute, two years apart, and they differ: of GPT-3,
// OPT-175B, GPT-4 and Gemini Ultra, hardware was 47 to 67 % of development, people 29 to 49 %, energy 2 to 6 % (2024); of a
// laboratory's computing for research in 2024 and 2025 the final runs were only 10 to 30 % (2026).

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/tco/training_budget.hpp>

namespace tallywatt::catalog {

inline constexpr basic_budget_shares<estimate> frontier_shares = {
    .experiments = basic_ratio<estimate>{range(2.0, 3.8, 8.5)},
    .failed_runs = basic_ratio<estimate>{range(0.05, 0.2, 0.5)},
    .data = basic_ratio<estimate>{range(0.01, 0.05, 0.25)},
    .people = share{range(0.29, 0.39, 0.49)}};
inline constexpr sourced_field frontier_shares_sources[] = {
    {"experiments",
     {"Final training runs account for a minority of R&D compute spending, Epoch AI: 10 to 30 % of OpenAI, MiniMax and "
      "Z.ai, so 2.3 to 9 times the final run besides it, less what is taken for failed runs",
      "2026-03", confidence::low}},
    {"failed_runs", {"assumed; not told apart from experiments in any publication", "2026", confidence::assumed}},
    {"data", {"assumed; no split publishes it", "2026", confidence::assumed}},
    {"people",
     {"How much does it cost to train frontier AI models, Epoch AI (arXiv 2405.21015): 29 to 49 % of development, "
      "equity included; likely: the middle",
      "2024-06", confidence::medium}}};

/// Of the amortised cost of a final run: chips, servers, network and energy, means over 45 models.
inline constexpr basic_fraction<estimate> run_cost_chips{known(0.44)}, run_cost_servers{known(0.29)},
    run_cost_network{known(0.17)}, run_cost_energy{known(0.09)};
inline constexpr source run_cost_source{
    "Cottier et al., arXiv 2405.21015, average shares; they add up to 0.99 as rounded", "2024-05", confidence::high};

} // namespace tallywatt::catalog

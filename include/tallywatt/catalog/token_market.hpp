#pragma once
// What is known of the market of tokens: little, and some of it contradictory. All are inputs of tco/market.hpp.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/tco/market.hpp>

namespace tallywatt::catalog {

/// Per cent more tokens per per cent lower price. Between sellers of one open model it is 1.1, which holds switching besides new use;
/// across models usage hardly follows price (0.05 to 0.07); over a year of price cuts one report finds 1.2 to 1.8. None observes how
/// the whole market answers in the long run.
inline constexpr estimate token_price_elasticity = range(0.05, 1.1, 1.8);
inline constexpr source token_price_elasticity_source{
    "The Emerging Market for Intelligence, NBER working paper: 1.11; low end: State of AI, OpenRouter and a16z, "
    "2025-12 (recalled); high end: a report of 2026 as quoted by ai-cost-estimator.com",
    "2026-06", confidence::low};

/// Growth of the price of a token of constant quality per year: 9 to 900 times less, 40 at the median of benchmarks; the average
/// price that is paid per token stayed, as buyers moved to better models.
inline constexpr basic_growth_rate<estimate> token_price_at_constant_quality{range(-0.9989, -0.975, -0.889)};
inline constexpr source token_price_at_constant_quality_source{
    "LLM inference prices have fallen rapidly but unequally, Epoch AI; ten times a year by a16z (LLMflation) lies "
    "between",
    "2025-03", confidence::medium};

/// Growth of what an accelerator does for its price, per year: 0.14 orders of magnitude.
inline constexpr basic_growth_rate<estimate> accelerator_value_growth{range(0.26, 0.38, 0.58)};
inline constexpr source accelerator_value_growth_source{
    "Trends in machine learning hardware, Epoch AI: 0.14 orders of magnitude a year; ends assumed as 0.10 and 0.20",
    "2023-11", confidence::medium};

} // namespace tallywatt::catalog

#pragma once
// What used accelerators bring. Sources contradict each other, so the range of a year spans them:
//
//   H100 at 24 months: 40 to 45 % (one page of a commercial index), 65 to 75 % (another page of the same), 60 % (a valuation file
//   by auction prices), 52 % (0.14 orders of magnitude a year, Epoch AI), "around 45 % in the third year" (Silicon Data, of systems)
//
// Beyond five years there is no market to observe: the likely value follows Epoch AI's rate, the ends are assumed. A rent that
// rises, as in early 2026, lifts them all.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/finance/residual.hpp>

namespace tallywatt::catalog {

inline constexpr basic_residual_curve<estimate> h100_resale = {
    .name = "H100, resale",
    .share = {
        share{known(1.0)}, share{range(0.625, 0.72, 0.78)}, share{range(0.40, 0.525, 0.75)},
        share{range(0.30, 0.45, 0.67)}, share{range(0.175, 0.275, 0.35)}, share{range(0.125, 0.20, 0.27)},
        share{range(0.03, 0.145, 0.20)}, share{range(0.0, 0.105, 0.15)}, share{range(0.0, 0.076, 0.11)}}};
inline constexpr sourced_field h100_resale_sources[] = {
    {"share",
     {"GPU Lease Rate Index (low ends, and 75 % at two years by its sibling page), SpotWire valuations of 2026-06 "
      "(high ends), Silicon Data of systems in their third year, Epoch AI's rate; beyond five years assumed",
      "2026-06", confidence::low}},
    {"share[0]", {"the price when new", "2026", confidence::high}}};

/// Orders of magnitude of value lost per year: growth of price-performance.
inline constexpr basic_ratio<estimate> value_lost_per_year{range(0.10, 0.14, 0.20)};
inline constexpr source value_lost_per_year_source{
    "Cottier et al., The rising costs of training frontier AI models (arXiv 2405.21015): 0.14; ends assumed", "2024-05",
    confidence::medium};

} // namespace tallywatt::catalog

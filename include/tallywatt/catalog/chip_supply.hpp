#pragma once
// What a year of the industry gives one vendor's accelerators. Taking all of it for one product is an upper bound.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/silicon/chip_supply.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt::catalog {

/// NVIDIA's share of N5-class wafers, CoWoS wafers and HBM in 2025.
inline constexpr basic_chip_supply<estimate> nvidia_2025{
    .logic_wafers = range(1.0e6, 1.237e6, 1.8e6) / year,
    .logic_share = basic_fraction<estimate>{range(0.06, 0.08, 0.12)},
    .base_wafers = known(0.0) / year,
    .base_share = basic_fraction<estimate>{known(1.0)},
    .interposer_wafers = range(6.0e5, 6.8e5, 7.5e5) / year,
    .interposer_share = basic_fraction<estimate>{range(0.60, 0.63, 0.63)},
    .hbm = range(15.0e9, 16.97e9, 23.7e9) * (1e9 * bit) / year,
    .hbm_share = basic_fraction<estimate>{range(0.65, 0.70, 0.75)},
    .substrates = known(0.0) / year,
    .substrate_share = basic_fraction<estimate>{known(1.0)}};
inline constexpr sourced_field nvidia_2025_sources[] = {
    {"logic_wafers", {"Princeton ttm-cas, N5 wafers per hour in 2023Q1, as N5-class capacity; growth since then unknown", "2023", confidence::low}},
    {"logic_share", {"Epoch AI, four largest designers take 0.12 of 3 to 5 nm wafers; NVIDIA's part by its CoWoS share", "2026-05-07", confidence::low}},
    {"base_wafers", {"none: NVIDIA's packages have one kind of die", "2025", confidence::high}},
    {"base_share", {"none: NVIDIA's packages have one kind of die", "2025", confidence::high}},
    {"interposer_wafers", {"Morgan Stanley via Reportify, CoWoS demand in 2025", "2025", confidence::medium}},
    {"interposer_share", {"SemiWiki via SMBOM 0.63; Epoch AI 0.60", "2025", confidence::medium}},
    {"hbm", {"TrendForce-style summary via Reportify: consumption 16.97 billion Gb, shipments 23.7", "2025", confidence::medium}},
    {"hbm_share", {"TrendForce-style summary via Reportify; Epoch AI 0.69", "2025", confidence::medium}},
    {"substrates_limited", {"no figure for substrates", "2025", confidence::assumed}},
    {"substrates", {"no figure for substrates", "2025", confidence::assumed}},
    {"substrate_share", {"no figure for substrates", "2025", confidence::assumed}}};

}  // namespace tallywatt::catalog

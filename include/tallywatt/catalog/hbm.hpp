#pragma once
// HBM stacks by generation and height. Prices are press figures. There is no published footprint of HBM: carbon per
// gigabyte ranges from ACT's DDR4 (65 g/GB) times HBM's larger dies (1.4) to 720 g/GB, which an unseen share of a
// product footprint implies; likely is Boavizta's 15.5 mm2/GB at ACT's 10 nm class, 1.777 kg/cm2.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/silicon/hbm.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto hbm_price = USD / GB;
inline constexpr estimate hbm_carbon_g_per_gb = range(91, 275, 720);
inline constexpr auto hbm_carbon = gCO2e / GB;
// 12-high stacks started at 65 to 75 %; DDR5-like 90 % less TrendForce's 20 to 30 points for HBM.
inline constexpr estimate hbm_yield = range(0.6, 0.7, 0.8);
inline constexpr estimate hbm_quality = range(0.98, 0.995, 1.0);
} // namespace detail

inline constexpr basic_hbm_stack<estimate> hbm3_16 = {
    .name = "HBM3 16 GB",
    .capacity = known(16.0) * GB,
    .bandwidth = known(819.0) * GB_per_second,
    .price = range(8.6, 12.5, 16.9) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .yield = basic_fraction<estimate>{detail::hbm_yield},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm3_16_sources[] = {
    {"name", {"JEDEC JESD238", "2022", confidence::high}},
    {"capacity", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"bandwidth", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"price",
     {"HBM3E's price less its launch premium of 20 % (TrendForce); high: AI chip cost bridge, Silicon Analysts",
      "2025-05-22", confidence::low}},
    {"carbon",
     {"ACT DDR4 scaled by die area; Boavizta area rule; implied by a product footprint", "2025-07-21",
      confidence::low}},
    {"yield", {"TrendForce, gap to DDR5; first 12-high yields, Reportify", "2024-03-18", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

inline constexpr basic_hbm_stack<estimate> hbm3_24 = {
    .name = "HBM3 24 GB",
    .capacity = known(24.0) * GB,
    .bandwidth = known(819.0) * GB_per_second,
    .price = range(8.6, 12.5, 15.1) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .yield = basic_fraction<estimate>{detail::hbm_yield},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm3_24_sources[] = {
    {"name", {"JEDEC JESD238", "2022", confidence::high}},
    {"capacity", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"bandwidth", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"price",
     {"HBM3E's price less its launch premium of 20 % (TrendForce); high: AI chip cost bridge, Silicon Analysts",
      "2025-05-22", confidence::low}},
    {"carbon",
     {"ACT DDR4 scaled by die area; Boavizta area rule; implied by a product footprint", "2025-07-21",
      confidence::low}},
    {"yield", {"TrendForce, gap to DDR5; first 12-high yields, Reportify", "2024-03-18", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

inline constexpr basic_hbm_stack<estimate> hbm3e_24 = {
    .name = "HBM3E 24 GB",
    .capacity = known(24.0) * GB,
    .bandwidth = known(1177.6) * GB_per_second,
    .price = range(10.3, 15.0, 18.0) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .yield = basic_fraction<estimate>{detail::hbm_yield},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm3e_24_sources[] = {
    {"name", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"capacity", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"bandwidth", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"price",
     {"Likely: OKX Discover; low: 370 USD per 36 GB, Futu News; high: 20 % contract rise of 2026, Silicon Analysts",
      "2025-11-05", confidence::low}},
    {"carbon",
     {"ACT DDR4 scaled by die area; Boavizta area rule; implied by a product footprint", "2025-07-21",
      confidence::low}},
    {"yield", {"TrendForce, gap to DDR5; first 12-high yields, Reportify", "2024-03-18", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

inline constexpr basic_hbm_stack<estimate> hbm3e_36 = {
    .name = "HBM3E 36 GB",
    .capacity = known(36.0) * GB,
    .bandwidth = known(1177.6) * GB_per_second,
    .price = range(10.3, 12.7, 18.0) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .yield = basic_fraction<estimate>{range(0.6, 0.7, 0.75)},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm3e_36_sources[] = {
    {"name", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"capacity", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"bandwidth", {"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high}},
    {"price",
     {"Low: 370 USD per stack, Futu News; likely: between it and 15 USD/GB, OKX Discover; high: contract rise of 2026",
      "2025-11-05", confidence::low}},
    {"carbon",
     {"ACT DDR4 scaled by die area; Boavizta area rule; implied by a product footprint", "2025-07-21",
      confidence::low}},
    {"yield", {"First 12-high yields of two makers, Reportify", "2025", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

} // namespace tallywatt::catalog

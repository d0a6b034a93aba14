#pragma once
// HBM stacks by generation and height. Prices are press figures; by date they are in hbm_generations.hpp. There is no published
// footprint of HBM: carbon per gigabyte started is the area of its DRAM dies (44.8, 49.9, 55.3 mm2 per GB; low a fifth denser)
// times the carbon of processed wafer before yield: 0.98 (ACT, 14 nm class), 1.309 (ACT, 10 nm class on Korea's grid), 2.20 kg/cm2
// (Green Cloud Computing). Water goes by the same area: mask layers of a DRAM process times litres per layer and wafer.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/silicon/hbm.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto hbm_price = USD / GB;
inline constexpr estimate hbm_carbon_g_per_gb = range(360, 653, 1220);
// dies of 24 Gb are no larger than their stack's footprint of 121 mm2: 40.3 mm2 per GB at most
inline constexpr estimate hbm3e_carbon_g_per_gb = range(320, 480, 890);
inline constexpr auto hbm_carbon = gCO2e / GB;
/// Of so many mm2 of DRAM dies per GB, at 40, 60 and 87 mask layers.
constexpr volume_per_data<estimate> hbm_water_by_area(double low, double likely, double high) {
    constexpr double wafer_mm2 = 70'685.8, litres_per_layer = 137.3;
    constexpr double each = litres_per_layer / wafer_mm2;
    return range(low * 40.0 * each, likely * 60.0 * each, high * 87.0 * each) * (litre / GB);
}
inline constexpr source hbm_water_source{
    "TSMC 2022 ESG report, litres per mask layer; 40, 60 and 87 layers of a DRAM process assumed", "2022",
    confidence::low};
// 12-high stacks started at 65 to 75 %; DDR5-like 90 % less TrendForce's 20 to 30 points for HBM.
inline constexpr estimate hbm_yield = range(0.6, 0.7, 0.8);
inline constexpr estimate hbm_quality = range(0.98, 0.995, 1.0);
inline constexpr source hbm_carbon_source{
    "DRAM die area per GB (TechInsights, ISSCC 2019, TrendForce) by ACT's 14 and 10 nm class and Green Cloud Computing "
    "(UBA)",
    "2025-07-21", confidence::low};
inline constexpr source hbm_yield_source{
    "TrendForce, gap to DDR5; first 12-high yields, Reportify", "2024-03-18", confidence::low};
inline constexpr source hbm_quality_source{"Assumed; no published figure", "2026", confidence::assumed};
inline constexpr source hbm_table_source{"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high};
} // namespace detail

inline constexpr basic_hbm_stack<estimate> hbm2_8 = {
    .name = "HBM2 8 GB",
    .capacity = known(8.0) * GB,
    .bandwidth = known(256.0) * GB_per_second,
    .price = range(15.0, 15.0, 18.75) * detail::hbm_price,
    .carbon = range(686, 1204, 2024) * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(70.0, 92.0, 92.0),
    .yield = basic_fraction<estimate>{detail::hbm_yield},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm2_8_sources[] = {
    {"name", {"JEDEC JESD235A", "2016", confidence::high}},
    {"capacity", detail::hbm_table_source},
    {"bandwidth", detail::hbm_table_source},
    {"price", {"Hardwareluxx (Gamers Nexus): 8 GB at 120 USD, 4 GB at 65 to 75 USD", "2018-03", confidence::low}},
    {"carbon",
     {"DRAM die area by its footprint, 70 to 92 mm2 per GB, as for the later ones", "2025-07-21", confidence::low}},
    {"water", detail::hbm_water_source},
    {"yield", detail::hbm_yield_source},
    {"shipped_quality", detail::hbm_quality_source},
};

inline constexpr basic_hbm_stack<estimate> hbm2e_8 = {
    .name = "HBM2E 8 GB",
    .capacity = known(8.0) * GB,
    .bandwidth = range(410.0, 460.0, 460.0) * GB_per_second,
    .price = range(8.6, 15.0, 25.0) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(44.8, 49.9, 55.3),
    .yield = basic_fraction<estimate>{detail::hbm_yield},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm2e_8_sources[] = {
    {"name", {"JEDEC JESD235C", "2020", confidence::high}},
    {"capacity", detail::hbm_table_source},
    {"bandwidth", detail::hbm_table_source},
    {"price",
     {"SemiconductorX, 200 to 400 USD per stack, undated, taken as 16 GB; low: HBM3's", "2025", confidence::low}},
    {"carbon", detail::hbm_carbon_source},
    {"water", detail::hbm_water_source},
    {"yield", detail::hbm_yield_source},
    {"shipped_quality", detail::hbm_quality_source},
};

inline constexpr basic_hbm_stack<estimate> hbm2e_16 = {
    .name = "HBM2E 16 GB",
    .capacity = known(16.0) * GB,
    .bandwidth = range(410.0, 460.0, 460.0) * GB_per_second,
    .price = range(8.6, 15.0, 25.0) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(44.8, 49.9, 55.3),
    .yield = basic_fraction<estimate>{detail::hbm_yield},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm2e_16_sources[] = {
    {"name", {"JEDEC JESD235C", "2020", confidence::high}},
    {"capacity", detail::hbm_table_source},
    {"bandwidth", detail::hbm_table_source},
    {"price",
     {"SemiconductorX, 200 to 400 USD per stack, undated, taken as 16 GB; low: HBM3's", "2025", confidence::low}},
    {"carbon", detail::hbm_carbon_source},
    {"water", detail::hbm_water_source},
    {"yield", detail::hbm_yield_source},
    {"shipped_quality", detail::hbm_quality_source},
};

inline constexpr basic_hbm_stack<estimate> hbm3_16 = {
    .name = "HBM3 16 GB",
    .capacity = known(16.0) * GB,
    .bandwidth = known(819.0) * GB_per_second,
    .price = range(8.6, 12.5, 16.9) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(44.8, 49.9, 55.3),
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
    {"carbon", detail::hbm_carbon_source},
    {"water", detail::hbm_water_source},
    {"yield", {"TrendForce, gap to DDR5; first 12-high yields, Reportify", "2024-03-18", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

inline constexpr basic_hbm_stack<estimate> hbm3_24 = {
    .name = "HBM3 24 GB",
    .capacity = known(24.0) * GB,
    .bandwidth = known(819.0) * GB_per_second,
    .price = range(8.6, 12.5, 15.1) * detail::hbm_price,
    .carbon = detail::hbm_carbon_g_per_gb * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(44.8, 49.9, 55.3),
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
    {"carbon", detail::hbm_carbon_source},
    {"water", detail::hbm_water_source},
    {"yield", {"TrendForce, gap to DDR5; first 12-high yields, Reportify", "2024-03-18", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

inline constexpr basic_hbm_stack<estimate> hbm3e_24 = {
    .name = "HBM3E 24 GB",
    .capacity = known(24.0) * GB,
    .bandwidth = known(1177.6) * GB_per_second,
    .price = range(10.3, 15.0, 18.0) * detail::hbm_price,
    .carbon = detail::hbm3e_carbon_g_per_gb * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(32.7, 36.7, 40.3),
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
    {"carbon", detail::hbm_carbon_source},
    {"water", detail::hbm_water_source},
    {"yield", {"TrendForce, gap to DDR5; first 12-high yields, Reportify", "2024-03-18", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

inline constexpr basic_hbm_stack<estimate> hbm3e_36 = {
    .name = "HBM3E 36 GB",
    .capacity = known(36.0) * GB,
    .bandwidth = known(1177.6) * GB_per_second,
    .price = range(10.3, 12.7, 18.0) * detail::hbm_price,
    .carbon = detail::hbm3e_carbon_g_per_gb * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(32.7, 36.7, 40.3),
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
    {"carbon", detail::hbm_carbon_source},
    {"water", detail::hbm_water_source},
    {"yield", {"First 12-high yields of two makers, Reportify", "2025", confidence::low}},
    {"shipped_quality", {"Assumed; no published figure", "2026", confidence::assumed}},
};

inline constexpr basic_hbm_stack<estimate> hbm4_36 = {
    .name = "HBM4 36 GB",
    .capacity = known(36.0) * GB,
    .bandwidth = range(2048.0, 2048.0, 2816.0) * GB_per_second,
    .price = range(13.4, 15.6, 19.5) * detail::hbm_price,
    .carbon = detail::hbm3e_carbon_g_per_gb * detail::hbm_carbon,
    .water = detail::hbm_water_by_area(32.7, 36.7, 40.3),
    .height = known(775.0) * micrometre,
    .yield = basic_fraction<estimate>{range(0.5, 0.7, 0.75)},
    .shipped_quality = basic_fraction<estimate>{detail::hbm_quality},
};
inline constexpr sourced_field hbm4_36_sources[] = {
    {"name", {"JEDEC JESD270-4", "2025-04", confidence::high}},
    {"capacity", {"SK hynix at 36 GB, BusinessKorea", "2025-11-05", confidence::medium}},
    {"bandwidth", {"HBM4: Micron vs SK hynix vs Samsung, VLSI Korea; high: Micron", "2026", confidence::medium}},
    {"price",
     {"560 USD per 36 GB, BusinessKorea; ends: 30 % (TrendForce) over 370 USD per 36 GB and over 15 USD/GB of HBM3E",
      "2025-11-05", confidence::low}},
    {"carbon", detail::hbm_carbon_source},
    {"water", detail::hbm_water_source},
    {"height", {"JEDEC, 775 um (ZDNet Korea by DIGITIMES)", "2026-03-06", confidence::high}},
    {"yield",
     {"As 12-high stacks of HBM3E: first yields of two makers, Reportify; low end assumed", "2025", confidence::low}},
    {"shipped_quality", detail::hbm_quality_source},
};

} // namespace tallywatt::catalog

#pragma once
// Process nodes: wafer price, defects, energy, gases, materials, water. Prices are press reports and market research,
// no foundry publishes them; carbon is ACT's data (Meta and Harvard, ISCA 2022), whose material term is flat across
// nodes. Where a range has a stated figure only in the middle, its ends are an assumption and marked so.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/silicon/die.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto kWh_per_cm2 = kilowatt_hour / square_centimetre;
inline constexpr auto g_per_cm2 = gCO2e / square_centimetre;
inline constexpr auto per_cm2 = 1.0 / square_centimetre;
inline constexpr auto g_per_kWh = gCO2e / kilowatt_hour;
} // namespace detail

/// TSMC 4N and 4NP (N5 class): Hopper and Blackwell.
inline constexpr basic_process_node<estimate> tsmc_4n = {
    .name = "TSMC 4N",
    .wafer_price = range(13'495, 16'988, 20'000) * USD,
    .defect_density = range(0.07, 0.10, 0.11) * detail::per_cm2,
    .clustering = 10,
    .fab_energy = range(2.475, 2.75, 3.025) * detail::kWh_per_cm2,
    .process_gas = range(225, 327.5, 430) * detail::g_per_cm2,
    .material = range(300, 500, 700) * detail::g_per_cm2,
    .fab_grid = range(583, 583, 642) * detail::g_per_kWh,
    .mask_layers = 81,
    .water_per_layer = known(137.3) * litre,
};
inline constexpr sourced_field tsmc_4n_sources[] = {
    {"name", {"H100 architecture notes, G. K. Lockwood", "2024", confidence::high}},
    {"wafer_price",
     {"Low: N5 average price 2020, The Information Network; likely: CSET, AI Chips; high: N4 in 2026, OKX Discover",
      "2020/2026", confidence::low}},
    {"defect_density",
     {"0.10 to 0.11 in 2020, TSMC by AnandTech; low end: mature nodes in Chiplet Actuary", "2020-08-25",
      confidence::medium}},
    {"clustering", {"Yinxiao-Feng/chiplet-actuary, parameter file (DAC 2022)", "2024-12-07", confidence::medium}},
    {"fab_energy", {"facebookresearch/ACT v2.0, 5 nm; range of 10 % assumed", "2025-07-21", confidence::medium}},
    {"process_gas",
     {"facebookresearch/ACT v2.0, 5 nm at 95 and 99 % abatement, middle as likely", "2025-07-21", confidence::medium}},
    {"material",
     {"facebookresearch/ACT v2.0, flat across nodes; range of 40 % assumed", "2025-07-21", confidence::low}},
    {"fab_grid", {"facebookresearch/ACT v2.0, Taiwan 2022 and 2023", "2025-07-21", confidence::medium}},
    {"mask_layers", {"Assumed: somewhat fewer than the 87 of N7, by EUV", "2021-08", confidence::assumed}},
    {"water_per_layer", {"TSMC 2022 ESG report, quoted by Scope3 methodology", "2022", confidence::high}},
};

/// TSMC N7 (and the base of N6).
inline constexpr basic_process_node<estimate> tsmc_n7 = {
    .name = "TSMC N7",
    .wafer_price = range(9'346, 9'346, 10'000) * USD,
    .defect_density = range(0.07, 0.09, 0.15) * detail::per_cm2,
    .clustering = 10,
    .fab_energy = range(1.935, 2.15, 2.365) * detail::kWh_per_cm2,
    .process_gas = range(200, 275, 350) * detail::g_per_cm2,
    .material = range(300, 500, 700) * detail::g_per_cm2,
    .fab_grid = range(583, 583, 642) * detail::g_per_kWh,
    .mask_layers = 87,
    .water_per_layer = known(137.3) * litre,
};
inline constexpr sourced_field tsmc_n7_sources[] = {
    {"name", {"TSMC", "2018", confidence::high}},
    {"wafer_price",
     {"Low and likely: CSET, AI Chips; high: Tom's Hardware (China Times, DigiTimes)", "2018/2025",
      confidence::medium}},
    {"defect_density",
     {"0.09, TSMC by AnandTech; high: PrincetonUniversity/ttm-cas; low: mature nodes in Chiplet Actuary", "2020-08-25",
      confidence::high}},
    {"clustering", {"Yinxiao-Feng/chiplet-actuary, parameter file (DAC 2022)", "2024-12-07", confidence::medium}},
    {"fab_energy", {"facebookresearch/ACT v2.0, 7 nm; range of 10 % assumed", "2025-07-21", confidence::medium}},
    {"process_gas",
     {"facebookresearch/ACT v2.0, 7 nm at 95 and 99 % abatement, middle as likely", "2025-07-21", confidence::medium}},
    {"material",
     {"facebookresearch/ACT v2.0, flat across nodes; range of 40 % assumed", "2025-07-21", confidence::low}},
    {"fab_grid", {"facebookresearch/ACT v2.0, Taiwan 2022 and 2023", "2025-07-21", confidence::medium}},
    {"mask_layers",
     {"Sustainability in the semiconductor fab, 3D InCites, quoted by Scope3 methodology", "2021-08",
      confidence::medium}},
    {"water_per_layer", {"TSMC 2022 ESG report, quoted by Scope3 methodology", "2022", confidence::high}},
};

/// TSMC N6: no figures of its own are public, so those of N7 stand in.
inline constexpr basic_process_node<estimate> tsmc_n6 = {
    .name = "TSMC N6",
    .wafer_price = tsmc_n7.wafer_price,
    .defect_density = tsmc_n7.defect_density,
    .clustering = tsmc_n7.clustering,
    .fab_energy = tsmc_n7.fab_energy,
    .process_gas = tsmc_n7.process_gas,
    .material = tsmc_n7.material,
    .fab_grid = tsmc_n7.fab_grid,
    .mask_layers = tsmc_n7.mask_layers,
    .water_per_layer = tsmc_n7.water_per_layer,
};
inline constexpr sourced_field tsmc_n6_sources[] = {
    {"name", {"TSMC", "2020", confidence::high}},
    {"wafer_price", {"As N7, assumed", "2018/2025", confidence::low}},
    {"defect_density", {"As N7, assumed", "2020-08-25", confidence::low}},
    {"clustering", {"Yinxiao-Feng/chiplet-actuary, parameter file (DAC 2022)", "2024-12-07", confidence::medium}},
    {"fab_energy", {"As N7 (facebookresearch/ACT v2.0), assumed", "2025-07-21", confidence::low}},
    {"process_gas", {"As N7 (facebookresearch/ACT v2.0), assumed", "2025-07-21", confidence::low}},
    {"material",
     {"facebookresearch/ACT v2.0, flat across nodes; range of 40 % assumed", "2025-07-21", confidence::low}},
    {"fab_grid", {"facebookresearch/ACT v2.0, Taiwan 2022 and 2023", "2025-07-21", confidence::medium}},
    {"mask_layers", {"As N7, assumed", "2021-08", confidence::low}},
    {"water_per_layer", {"TSMC 2022 ESG report, quoted by Scope3 methodology", "2022", confidence::high}},
};

/// The 65 nm class process of interposers. Price: a processed CoWoS wafer. Defect densities disagree widely: 98 % yield
/// claimed at 5.5 reticles is 0.0004 per cm2, CATCH has 0.001, ECO-CHIP 0.05 over a packaging divisor of 4. Chiplet
/// Actuary's 0.06 would leave 18 % at 5.5 reticles, against production, and is not in the range.
inline constexpr basic_process_node<estimate> interposer_65nm = {
    .name = "CoWoS interposer, 65 nm class",
    .wafer_price = range(8'700, 12'000, 14'400) * USD,
    .defect_density = range(0.0004, 0.001, 0.0125) * detail::per_cm2,
    .clustering = 6,
    .fab_energy = range(0.25, 0.9, 0.9) * detail::kWh_per_cm2,
    .process_gas = range(100, 137.5, 175) * detail::g_per_cm2,
    .material = range(300, 500, 700) * detail::g_per_cm2,
    .fab_grid = range(583, 583, 642) * detail::g_per_kWh,
    .mask_layers = 10,
    .water_per_layer = known(137.3) * litre,
};
inline constexpr sourced_field interposer_65nm_sources[] = {
    {"name", {"ASU-VDA-Lab/ECO-CHIP, technology parameters", "2025-03-02", confidence::medium}},
    {"wafer_price",
     {"Likely: OKX Discover; low: the least packaging cost by Silicon Analysts (300 USD) at 29 per wafer; high: price "
      "rises of 2025 on top",
      "2026", confidence::low}},
    {"defect_density",
     {"Low: claimed 98 % yield at 5.5 reticles; likely: CATCH; high: ECO-CHIP 65 nm over 4", "2025-07-22",
      confidence::low}},
    {"clustering", {"Yinxiao-Feng/chiplet-actuary, silicon interposer (DAC 2022)", "2024-12-07", confidence::medium}},
    {"fab_energy",
     {"facebookresearch/ACT v2.0, 28 nm, its oldest; low end: what ECO-CHIP's 65 nm total implies", "2025-07-21",
      confidence::low}},
    {"process_gas", {"facebookresearch/ACT v2.0, 28 nm at 95 and 99 % abatement", "2025-07-21", confidence::low}},
    {"material",
     {"facebookresearch/ACT v2.0, flat across nodes; range of 40 % assumed", "2025-07-21", confidence::low}},
    {"fab_grid", {"facebookresearch/ACT v2.0, Taiwan 2022 and 2023", "2025-07-21", confidence::medium}},
    {"mask_layers", {"Assumed: vias, four metal layers and their contacts", "2026", confidence::assumed}},
    {"water_per_layer", {"TSMC 2022 ESG report, quoted by Scope3 methodology", "2022", confidence::high}},
};

} // namespace tallywatt::catalog

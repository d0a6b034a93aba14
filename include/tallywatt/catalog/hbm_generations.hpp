#pragma once
// HBM by generation: what JEDEC fixes, what makers ship, and what a gigabyte has cost, with dates. Prices are press figures of
// contracts that are not public; the industry's revenue over its bits (11.8 to 17.9 USD/GB in 2025, 15.5 in 2026) is held
// against them in the tests and sets none of them. Footprints and energies are recalled or assumed, hence their ranges.
// Energies: makers' and papers' figures of the stack alone; one review has 7 to 9 pJ/bit for HBM3E and 5 to 6 for HBM4.
//
// Carbon and water go by the area of the DRAM dies: HBM dies are 1.35 to 1.45 times DDR5's of the same node (66.4 to 76.2 mm2
// for 16 Gb), 44.8 to 55.3 mm2 per GB at the nodes of HBM2E and HBM3, HBM3E and later no more than their footprint allows (40.3); HBM2's by its footprint.
// Both are of dies started: the yield of stacks is charged where stacks are.

#include <tallywatt/catalog/hbm.hpp>
#include <tallywatt/silicon/hbm_generation.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto pj_per_bit = picojoule / bit;
inline constexpr auto usd_per_gb = USD / GB;
inline constexpr auto gigabit = 1e9 * bit;
/// Area of DRAM dies in mm2 per GB; per cm2 of DRAM wafer: 14 nm class, 10 nm class, Green Cloud Computing
constexpr co2e_per_data<estimate> hbm_carbon_by_area(double low, double likely, double high) {
    return range(low * 9.8, likely * 13.09, high * 22.0) * (gCO2e / GB);
}
using hbm_prices = basic_dated_series<money_per_data<estimate>>;

inline constexpr source hbm_table{"HBM3E vs HBM4 comparison, AIChipLink", "2026-03-11", confidence::high};
inline constexpr source hbm4_table{
    "HBM4: Micron vs SK hynix vs Samsung, VLSI Korea; high: Micron's 11 Gb/s", "2026", confidence::medium};
inline constexpr source hbm_recalled{
    "Recalled from makers' data; no primary source found; ends assumed", "n.d.", confidence::low};
inline constexpr source hbm4_footprint{
    "JEDEC: larger than HBM3's; likely: twelve stacks beside a carrier of 5.5 reticles need 11.4 mm or less; high "
    "assumed",
    "2024-07-17", confidence::low};
inline constexpr source hbm_energy{
    "O'Connor et al., MICRO-50 (2017), for HBM2; later ones recalled; high of HBM3E and later: Patsnap review",
    "2025-09-12", confidence::low};
inline constexpr source hbm_height{
    "JEDEC: 720 um up to HBM3E, 775 um for HBM4 (ZDNet Korea by DIGITIMES)", "2026-03-06", confidence::high};
inline constexpr source hbm_carbon_from{
    "DRAM die area per GB (TechInsights, ISSCC 2019, TrendForce) by ACT's 14 and 10 nm class and Green Cloud Computing "
    "(UBA)",
    "2025-07-21", confidence::low};
} // namespace detail

inline constexpr basic_hbm_generation<estimate> hbm2 = {
    .name = "HBM2",
    .base_die_process = "DRAM",
    .pins = 1024,
    .pin_rate = known(2.0) * gigabit_per_second,
    .die_capacity = known(8.0) * detail::gigabit,
    .tallest = 8,
    .footprint = {range(11.0, 11.87, 12.0) * millimetre, range(7.75, 7.75, 10.0) * millimetre},
    .height = known(720.0) * micrometre,
    .access = range(3.5, 3.9, 7.0) * detail::pj_per_bit,
    .carbon = detail::hbm_carbon_by_area(70.0, 92.0, 92.0),
    .water = detail::hbm_water_by_area(70.0, 92.0, 92.0),
    .price = detail::hbm_prices{.point = {{{{2018, 3}, range(15.0, 15.0, 18.75) * detail::usd_per_gb}}}, .count = 1},
};
inline constexpr sourced_field hbm2_sources[] = {
    {"pin_rate", detail::hbm_table},
    {"die_capacity", detail::hbm_table},
    {"footprint", detail::hbm_recalled},
    {"height", detail::hbm_height},
    {"access", detail::hbm_energy},
    {"carbon", detail::hbm_carbon_from},
    {"water", detail::hbm_water_source},
    {"price", {"Hardwareluxx (Gamers Nexus): 8 GB at 120 USD, 4 GB at 65 to 75 USD", "2018-03", confidence::low}},
};

inline constexpr basic_hbm_generation<estimate> hbm2e = {
    .name = "HBM2E",
    .base_die_process = "DRAM",
    .pins = 1024,
    .pin_rate = range(3.2, 3.6, 3.6) * gigabit_per_second,
    .die_capacity = known(16.0) * detail::gigabit,
    .tallest = 8,
    .footprint = {range(10.0, 11.0, 11.9) * millimetre, range(10.0, 10.0, 11.0) * millimetre},
    .height = known(720.0) * micrometre,
    .access = range(3.0, 3.5, 7.0) * detail::pj_per_bit,
    .carbon = detail::hbm_carbon_by_area(44.8, 49.9, 55.3),
    .water = detail::hbm_water_by_area(44.8, 49.9, 55.3),
    .price = detail::hbm_prices{.point = {{{{2024, 1}, range(12.5, 18.75, 25.0) * detail::usd_per_gb}}}, .count = 1},
};
inline constexpr sourced_field hbm2e_sources[] = {
    {"pin_rate", {"AIChipLink, 460 GB/s; low: Samsung Flashbolt, eeNews Europe", "2026-03-11", confidence::high}},
    {"die_capacity", {"Samsung Flashbolt, eeNews Europe", "2020-02", confidence::high}},
    {"footprint", detail::hbm_recalled},
    {"height", detail::hbm_height},
    {"access", detail::hbm_energy},
    {"carbon", detail::hbm_carbon_from},
    {"water", detail::hbm_water_source},
    {"price", {"SemiconductorX, 200 to 400 USD per stack, undated, taken as 16 GB", "2025", confidence::low}},
};

inline constexpr basic_hbm_generation<estimate> hbm3 = {
    .name = "HBM3",
    .base_die_process = "DRAM",
    .pins = 1024,
    .pin_rate = known(6.4) * gigabit_per_second,
    .die_capacity = known(16.0) * detail::gigabit,
    .tallest = 12,
    .footprint = {range(10.9, 11.0, 11.1) * millimetre, range(10.0, 11.0, 11.1) * millimetre},
    .height = known(720.0) * micrometre,
    .access = range(3.0, 3.5, 7.0) * detail::pj_per_bit,
    .carbon = detail::hbm_carbon_by_area(44.8, 49.9, 60.5),
    .water = detail::hbm_water_by_area(44.8, 49.9, 60.5),
    .price =
        detail::hbm_prices{
            .point =
                {{{{2024, 1}, range(8.6, 12.5, 16.9) * detail::usd_per_gb},
                  {{2025, 1}, range(9.0, 13.4, 18.6) * detail::usd_per_gb}}},
            .count = 2},
};
inline constexpr sourced_field hbm3_sources[] = {
    {"pin_rate", detail::hbm_table},
    {"die_capacity", detail::hbm_table},
    {"footprint", detail::hbm_recalled},
    {"height", detail::hbm_height},
    {"access", detail::hbm_energy},
    {"carbon", detail::hbm_carbon_from},
    {"water", detail::hbm_water_source},
    {"price",
     {"2024: HBM3E's less its launch premium of 20 % (TrendForce), high: AI chip cost bridge, Silicon Analysts; 2025: "
      "5 to 10 % "
      "more (TrendForce)",
      "2025-05-22", confidence::low}},
};

inline constexpr basic_hbm_generation<estimate> hbm3e = {
    .name = "HBM3E",
    .base_die_process = "DRAM",
    .pins = 1024,
    .pin_rate = known(9.2) * gigabit_per_second,
    .die_capacity = known(24.0) * detail::gigabit,
    .tallest = 12,
    .footprint = {range(10.9, 11.0, 11.1) * millimetre, range(10.0, 11.0, 11.1) * millimetre},
    .height = known(720.0) * micrometre,
    .access = range(2.5, 3.0, 9.0) * detail::pj_per_bit,
    .carbon = detail::hbm_carbon_by_area(32.7, 36.7, 40.3),
    .water = detail::hbm_water_by_area(32.7, 36.7, 40.3),
    .price =
        detail::hbm_prices{
            .point =
                {{{{2024, 4}, range(10.3, 15.0, 20.3) * detail::usd_per_gb},
                  {{2025, 6}, range(8.0, 15.0, 18.0) * detail::usd_per_gb},
                  {{2025, 11}, range(8.0, 10.3, 15.1) * detail::usd_per_gb},
                  {{2026, 7}, range(9.6, 12.4, 18.1) * detail::usd_per_gb}}},
            .count = 4},
};
inline constexpr sourced_field hbm3e_sources[] = {
    {"pin_rate", detail::hbm_table},
    {"die_capacity", detail::hbm_table},
    {"footprint", detail::hbm_recalled},
    {"height", detail::hbm_height},
    {"access", detail::hbm_energy},
    {"carbon", detail::hbm_carbon_from},
    {"water", detail::hbm_water_source},
    {"price",
     {"2024: a launch premium of 20 % over HBM3 (TrendForce); mid 2025: OKX Discover, low: Asia Tech Feed; November "
      "2025: 370 USD per "
      "36 GB (Futu News), high: 2,900 USD per 192 GB (Epoch AI); 2026: 20 % more (Silicon Analysts)",
      "2026-06-27", confidence::low}},
};

inline constexpr basic_hbm_generation<estimate> hbm4 = {
    .name = "HBM4",
    .base_die_process = "TSMC N12FFC+ or N5, Samsung SF4X, Micron DRAM",
    .pins = 2048,
    .pin_rate = range(8.0, 8.0, 11.0) * gigabit_per_second,
    .die_capacity = range(24.0, 24.0, 32.0) * detail::gigabit,
    .tallest = 16,
    .footprint = {range(11.0, 11.3, 13.0) * millimetre, range(11.0, 11.5, 13.0) * millimetre},
    .height = known(775.0) * micrometre,
    .access = range(2.0, 2.5, 6.0) * detail::pj_per_bit,
    .carbon = detail::hbm_carbon_by_area(32.7, 36.7, 40.3),
    .water = detail::hbm_water_by_area(32.7, 36.7, 40.3),
    .price = detail::hbm_prices{.point = {{{{2026, 1}, range(13.4, 15.6, 19.5) * detail::usd_per_gb}}}, .count = 1},
};
inline constexpr sourced_field hbm4_sources[] = {
    {"pin_rate", detail::hbm4_table},
    {"die_capacity", {"JEDEC near finalization of HBM4, StorageNewsletter", "2024-07-17", confidence::high}},
    {"footprint", detail::hbm4_footprint},
    {"height", detail::hbm_height},
    {"access", detail::hbm_energy},
    {"carbon", detail::hbm_carbon_from},
    {"water", detail::hbm_water_source},
    {"price",
     {"560 USD per 36 GB, BusinessKorea; ends: 30 % (TrendForce) over 370 USD per 36 GB and over 15 USD/GB of HBM3E",
      "2025-11-05", confidence::low}},
};

/// Its price is not known.
inline constexpr basic_hbm_generation<estimate> hbm4e = {
    .name = "HBM4E",
    .base_die_process = "TSMC N12 or N3P (custom)",
    .pins = 2048,
    .pin_rate = range(10.0, 12.8, 12.8) * gigabit_per_second,
    .die_capacity = range(24.0, 32.0, 32.0) * detail::gigabit,
    .tallest = 16,
    .footprint = {range(11.0, 11.3, 13.0) * millimetre, range(11.0, 11.5, 13.0) * millimetre},
    .height = range(775.0, 775.0, 900.0) * micrometre,
    .access = range(1.5, 2.2, 6.0) * detail::pj_per_bit,
    .carbon = detail::hbm_carbon_by_area(32.7, 36.7, 40.3),
    .water = detail::hbm_water_by_area(32.7, 36.7, 40.3),
};
inline constexpr sourced_field hbm4e_sources[] = {
    {"pin_rate", {"TSMC and GUC on HBM4E, up to 12.8 GT/s, Tom's Hardware", "2025-11", confidence::medium}},
    {"die_capacity", {"As HBM4: JEDEC near finalization of HBM4, StorageNewsletter", "2024-07-17", confidence::low}},
    {"footprint", detail::hbm4_footprint},
    {"height", {"As HBM4; 825 to 900 um and more under discussion at JEDEC (ZDNet Korea by DIGITIMES)", "2026-03-06", confidence::low}},
    {"access", detail::hbm_energy},
    {"carbon", detail::hbm_carbon_from},
    {"water", detail::hbm_water_source},
};

/// Stacks of HBM3E as of 2025. The loss per layer, of die and bond together, is what the reported yields of stacks of twelve
/// imply: 0.65 and 0.75.
inline constexpr basic_hbm_assembly<estimate> hbm3e_assembly = {
    .name = "HBM3E assembly, 2025",
    .base_quality = share{known(1.0)},
    .dram_quality = share{known(1.0)},
    .bond_yield = share{range(0.9647, 0.9707, 0.9763)},
    .fault_coverage = share{range(0.9, 0.98, 0.999)},
};
inline constexpr sourced_field hbm3e_assembly_sources[] = {
    {"base_quality", {"In the bond yield, which is implied for all losses together", "2025", confidence::medium}},
    {"dram_quality", {"In the bond yield, which is implied for all losses together", "2025", confidence::medium}},
    {"bond_yield",
     {"First 12-high yields of two makers, Reportify: the twelfth roots of 0.65, 0.70 and 0.75", "2025",
      confidence::low}},
    {"fault_coverage", {"Assumed; no published figure", "2026", confidence::assumed}},
};
/// Stacks of eight of HBM3E in spring 2024, when 0.4 to 0.6 of them worked.
inline constexpr basic_hbm_assembly<estimate> hbm3e_assembly_2024 = {
    .name = "HBM3E assembly, 2024",
    .base_quality = share{known(1.0)},
    .dram_quality = share{known(1.0)},
    .bond_yield = share{range(0.8918, 0.9170, 0.9382)},
    .fault_coverage = share{range(0.9, 0.98, 0.999)},
};
inline constexpr sourced_field hbm3e_assembly_2024_sources[] = {
    {"base_quality", {"In the bond yield, which is implied for all losses together", "2024", confidence::medium}},
    {"dram_quality", {"In the bond yield, which is implied for all losses together", "2024", confidence::medium}},
    {"bond_yield", {"TrendForce, HBM3E yields of 40 to 60 %: eighth roots", "2024-05-06", confidence::low}},
    {"fault_coverage", {"Assumed; no published figure", "2026", confidence::assumed}},
};

} // namespace tallywatt::catalog

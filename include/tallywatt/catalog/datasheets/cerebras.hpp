#pragma once
// Data sheets: Cerebras. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/wafer_scale.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>
#include <tallywatt/catalog/wse3.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> wse2_sheet = {
    .vendor = "Cerebras",
    .name = "WSE-2 (CS-2)",
    .form_factor = "wafer in a 15U system",
    .year = 2021,
    .silicon =
        {.node = "TSMC N7",
         .foundry = "TSMC",
         .die_area = known(46'225.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .transistors = known(2600.0e9)},
    .peak = {.fp16 = dense(range(6000.0, 7500.0, 7500.0) * TFLOP_per_second), .units = 850000},
    .memory =
        {.type = "on-wafer SRAM",
         .on_chip = true,
         .capacity = known(40'000.0) * MB,
         .bandwidth = known(20'000.0) * TB_per_second},
    .sram = {.total = known(40'000.0) * MB, .distributed = known(40'000.0) * MB},
    .power = {.tdp = range(15'000.0, 23'000.0, 23'000.0) * watt, .term = "system peak (CS-2)"},
    .scale_up =
        {.technology = "wafer fabric 220 Pb/s; SwarmX between systems",
         .rate = one_way(known(150.0) * GB_per_second),
         .domain = 192},
    .scale_out = one_way(known(1200.0) * gigabit_per_second),
    .package = "wafer-scale",
    .cooling = "liquid (internal loop)",
    .quotes =
        {{{.amount = range(2'000'000.0, 2'500'000.0, 3'000'000.0) * USD,
           .how = price_kind::estimate,
           .date = "2021-2023",
           .basis = "system"}}},
    .note = "7.5 PFLOP/s is derived from cores and clock; 62.5 and 75 are sparse. Power and price are the whole "
            "system's; the wafer draws about 15 kW of it."};
inline constexpr sourced_field wse2_sheet_sources[] = {
    {"name",
     {"aiwiki.ai/wiki/cerebras_wse_3 (WSE-2 figures), oodaloop.com (62.5 vs 125 PF, same power and price)", "2026",
      confidence::medium}},
    {"silicon",
     {"aiwiki.ai/wiki/cerebras_wse_3 (WSE-2 figures), oodaloop.com (62.5 vs 125 PF, same power and price)", "2026",
      confidence::medium}},
    {"peak", {"derived: 850,000 cores, four-wide multiply-add, near 1.1 GHz", "2026", confidence::low}},
    {"memory",
     {"aiwiki.ai/wiki/cerebras_wse_3 (WSE-2 figures), oodaloop.com (62.5 vs 125 PF, same power and price)", "2026",
      confidence::medium}},
    {"sram",
     {"aiwiki.ai/wiki/cerebras_wse_3 (WSE-2 figures), oodaloop.com (62.5 vs 125 PF, same power and price)", "2026",
      confidence::medium}},
    {"power", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"scale_up",
     {"aiwiki.ai/wiki/cerebras_wse_3 (WSE-2 figures), oodaloop.com (62.5 vs 125 PF, same power and price)", "2026",
      confidence::medium}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package",
     {"aiwiki.ai/wiki/cerebras_wse_3 (WSE-2 figures), oodaloop.com (62.5 vs 125 PF, same power and price)", "2026",
      confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins wse2_made = {.package = &wse2_package};
inline constexpr basic_accelerator<estimate> wse2 = accelerator_of(wse2_sheet, wse2_made);
inline constexpr auto& wse2_sources = detail::model_sources<wse2_sheet, wse2_sheet_sources, wse2_made>;

inline constexpr basic_datasheet<estimate> wse3_sheet = datasheet_of(
    wse3,
    {.vendor = "Cerebras",
     .name = "WSE-3",
     .form_factor = "wafer in a 15U system",
     .year = 2024,
     .silicon =
         {.node = "TSMC N5",
          .foundry = "TSMC",
          .die_area = known(46'225.0) * square_millimetre,
          .die_area_basis = "published",
          .compute_dies = 1,
          .transistors = known(4000.0e9)},
     .memory = {.type = "on-wafer SRAM", .on_chip = true},
     .sram = {.total = known(44'000.0) * MB, .distributed = known(44'000.0) * MB},
     .power = {.term = "system peak (CS-3, about)"},
     .scale_up = {.technology = "wafer fabric 214 Pb/s; SwarmX between systems", .domain = 2048},
     .scale_out = one_way(known(1200.0) * gigabit_per_second),
     .package = "wafer-scale",
     .cooling = "liquid (internal loop)",
     .quotes =
         {{{},
           {.amount = range(2'000'000.0, 2'500'000.0, 3'000'000.0) * USD,
            .how = price_kind::estimate,
            .date = "2024",
            .basis = "system"}}},
     .note =
         "125 PFLOP/s is printed as FP8, FP16 and sparse FP16; no dense rate is published, the one here is derived."},
    sixteen_bits::fp16
);
inline constexpr sourced_field wse3_facts[] = {
    {"name",
     {"tomshardware.com and nextplatform.com 2024-03, WSE-3 (46,225 mm2, 4 T, 44 GB, 21 PB/s, eight-wide SIMD)",
      "2024-03", confidence::high}},
    {"silicon",
     {"tomshardware.com and nextplatform.com 2024-03, WSE-3 (46,225 mm2, 4 T, 44 GB, 21 PB/s, eight-wide SIMD)",
      "2024-03", confidence::high}},
    {"memory",
     {"tomshardware.com and nextplatform.com 2024-03, WSE-3 (46,225 mm2, 4 T, 44 GB, 21 PB/s, eight-wide SIMD)",
      "2024-03", confidence::high}},
    {"sram",
     {"tomshardware.com and nextplatform.com 2024-03, WSE-3 (46,225 mm2, 4 T, 44 GB, 21 PB/s, eight-wide SIMD)",
      "2024-03", confidence::high}},
    {"power", {"awesomeagents.ai WSE-3 (CS-3 about 23 kW, $2-3 M)", "2026", confidence::medium}},
    {"scale_up",
     {"tomshardware.com and nextplatform.com 2024-03, WSE-3 (46,225 mm2, 4 T, 44 GB, 21 PB/s, eight-wide SIMD)",
      "2024-03", confidence::medium}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package",
     {"tomshardware.com and nextplatform.com 2024-03, WSE-3 (46,225 mm2, 4 T, 44 GB, 21 PB/s, eight-wide SIMD)",
      "2024-03", confidence::high}},
    {"quotes", {"awesomeagents.ai WSE-3 (CS-3 about 23 kW, $2-3 M)", "2026", confidence::low}}};
inline constexpr auto& wse3_sheet_sources = detail::sheet_sources<wse3_sheet, wse3_sources, wse3_facts>;

} // namespace tallywatt::catalog

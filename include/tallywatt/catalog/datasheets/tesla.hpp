#pragma once
// Data sheets: Tesla Dojo. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/own_silicon.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> dojo_d1_sheet = {
    .vendor = "Tesla",
    .name = "Dojo D1",
    .form_factor = "25 dies per training tile",
    .year = 2021,
    .status = "programme ended 2025",
    .silicon =
        {.node = "TSMC N7",
         .foundry = "TSMC",
         .die_area = known(645.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .transistors = known(50.0e9)},
    .peak =
        {.fp32 = dense(known(22.6) * TFLOP_per_second),
         .bf16 = dense(known(362.0) * TFLOP_per_second),
         .fp8 = dense(known(362.0) * TFLOP_per_second)},
    .memory = {.type = "on-chip SRAM only", .on_chip = true, .capacity = known(440.0) * MB},
    .sram = {.total = known(440.0) * MB, .distributed = known(440.0) * MB},
    .power = {.tdp = known(400.0) * watt, .term = "TDP per die; 15 kW per tile"},
    .scale_up = {.technology = "die-to-die mesh in tile", .rate = one_way(known(4000.0) * GB_per_second), .domain = 25},
    .package = "InFO_SoW",
    .cooling = "liquid",
    .note = "4, 8 and 10 TB/s off the die, by what is counted. FP8 is a format of its own. Memory of a tile lies on "
            "cards beside it and is not counted; the rate of the on-chip memory is not published."};
inline constexpr sourced_field dojo_d1_sheet_sources[] = {
    {"name",
     {"Tesla AI Day coverage (scrapbox, it-f1.ca, eastern news): 645 mm2, 50 B, 362 TF, 400 W, 15 kW tile", "2026",
      confidence::high}},
    {"silicon",
     {"Tesla AI Day coverage (scrapbox, it-f1.ca, eastern news): 645 mm2, 50 B, 362 TF, 400 W, 15 kW tile", "2026",
      confidence::high}},
    {"peak",
     {"Tesla AI Day coverage (scrapbox, it-f1.ca, eastern news): 645 mm2, 50 B, 362 TF, 400 W, 15 kW tile", "2026",
      confidence::high}},
    {"memory", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"sram",
     {"Tesla AI Day coverage (scrapbox, it-f1.ca, eastern news): 645 mm2, 50 B, 362 TF, 400 W, 15 kW tile", "2026",
      confidence::high}},
    {"power",
     {"Tesla AI Day coverage (scrapbox, it-f1.ca, eastern news): 645 mm2, 50 B, 362 TF, 400 W, 15 kW tile", "2026",
      confidence::high}},
    {"scale_up",
     {"Tesla AI Day coverage (scrapbox, it-f1.ca, eastern news): 645 mm2, 50 B, 362 TF, 400 W, 15 kW tile", "2026",
      confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr stand_ins dojo_d1_assumed = {
    .bandwidth = range(95.0, 141.0, 240.0) * TB_per_second,
    .price = range(3000.0, 8000.0, 20'000.0) * USD,
    .from = {
        "354 nodes that each load 400 GB/s (recalled from Hot Chips 34); never sold, price assumed", "2026",
        confidence::assumed},
    .package = &dojo_d1_package};
inline constexpr basic_accelerator<estimate> dojo_d1 = accelerator_of(dojo_d1_sheet, dojo_d1_assumed);
inline constexpr auto& dojo_d1_sources = detail::model_sources<dojo_d1_sheet, dojo_d1_sheet_sources, dojo_d1_assumed>;

} // namespace tallywatt::catalog

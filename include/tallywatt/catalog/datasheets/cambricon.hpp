#pragma once
// Data sheets: Cambricon. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> mlu370_x8_sheet = {
    .vendor = "Cambricon",
    .name = "MLU370-X8",
    .form_factor = "PCIe card, 2 chips",
    .year = 2022,
    .silicon =
        {.node = "TSMC N7",
         .foundry = "TSMC",
         .compute_dies = 2,
         .other_dies = "each Siyuan 370 is itself a chiplet package",
         .transistors = known(78.0e9)},
    .peak =
        {.fp32 = dense(known(24.0) * TFLOP_per_second),
         .bf16 = dense(known(96.0) * TFLOP_per_second),
         .fp16 = dense(known(96.0) * TFLOP_per_second),
         .int8 = dense(known(256.0) * TFLOP_per_second)},
    .memory = {.type = "LPDDR5", .capacity = printed_GB(48.0), .bandwidth = known(0.6144) * TB_per_second},
    .power = {.tdp = known(250.0) * watt, .term = "TDP"},
    .scale_up = {.technology = "MLU-Link", .rate = one_way(range(80.0, 100.0, 120.0) * GB_per_second), .domain = 8},
    .package = "chiplet MCM (type unpublished)",
    .cooling = "air (passive)",
    .note = "Constants in public code double rates that already count both chips. Memory is LPDDR5, not HBM2e."};
inline constexpr sourced_field mlu370_x8_sheet_sources[] = {
    {"name", {"public chip survey, Cambricon page", "2026-08-08", confidence::medium}},
    {"silicon", {"public chip survey, Cambricon page", "2026-08-08", confidence::medium}},
    {"silicon.transistors", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak", {"public chip survey, Cambricon page", "2026-08-08", confidence::medium}},
    {"peak.fp32", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory",
     {"public chip survey, Cambricon page; constants in public code for MLU370-X8 (614 GB/s, 250 W)", "2026-08-08",
      confidence::medium}},
    {"power", {"constants in public code for MLU370-X8 (614 GB/s, 250 W)", "2026", confidence::medium}},
    {"scale_up", {"public chip survey, Cambricon page", "2026-08-08", confidence::low}},
    {"scale_up.rate", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins mlu370_x8_assumed = {
    .price = range(3000.0, 6000.0, 10'000.0) * USD, .from = {"assumed: no public price", "2026", confidence::assumed}};
inline constexpr basic_accelerator<estimate> mlu370_x8 = accelerator_of(mlu370_x8_sheet, mlu370_x8_assumed);
inline constexpr auto& mlu370_x8_sources =
    detail::model_sources<mlu370_x8_sheet, mlu370_x8_sheet_sources, mlu370_x8_assumed>;

inline constexpr basic_datasheet<estimate> mlu590_sheet = {
    .vendor = "Cambricon",
    .name = "MLU590",
    .form_factor = "OAM / PCIe (M9, H8)",
    .year = 2023,
    .status = "no vendor datasheet",
    .silicon = {.node = "7 nm class", .foundry = "TSMC then SMIC (reported)", .compute_dies = 1},
    .peak =
        {.bf16 = dense(range(300.0, 314.0, 345.0) * TFLOP_per_second),
         .fp16 = dense(range(300.0, 314.0, 345.0) * TFLOP_per_second)},
    .memory =
        {.type = "HBM2e (reported)",
         .capacity = range(80.0, 80.0, 96.0) * GB,
         .bandwidth = range(2.0, 2.0, 2.7) * TB_per_second},
    .power = {.tdp = range(300.0, 350.0, 350.0) * watt, .term = "reported 300-350"},
    .scale_up = {.technology = "MLU-Link", .rate = one_way(range(149.0, 186.0, 223.0) * GB_per_second), .domain = 8},
    .cooling = "air",
    .quotes = {{{.amount = range(7000.0, 9250.0, 11'500.0) * USD, .how = price_kind::estimate, .date = "2026"}}},
    .note = "The vendor publishes nothing. Reported: FP16 of 300 to 512, memory of 80, 96 and 192 GB at 2.0 to 2.7 "
            "TB/s, 300 to 350 W."};
inline constexpr sourced_field mlu590_sheet_sources[] = {
    {"name", {"public chip survey, Cambricon page", "2026-08-08", confidence::low}},
    {"silicon", {"public chip survey, Cambricon page", "2026-08-08", confidence::low}},
    {"peak",
     {"public chip survey, Cambricon page; public note on MLU590: 80 to 192 GB, 300 to 345 TFLOP/s, 2.0 to 2.7 TB/s, "
      "372 GB/s, without a source",
      "2026-08-08", confidence::low}},
    {"memory",
     {"public chip survey, Cambricon page; public note on MLU590: 80 to 192 GB, 300 to 345 TFLOP/s, 2.0 to 2.7 TB/s, "
      "372 GB/s, without a source",
      "2026-08-08", confidence::low}},
    {"power", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"scale_up",
     {"public chip survey, Cambricon page; public note on MLU590: 80 to 192 GB, 300 to 345 TFLOP/s, 2.0 to 2.7 TB/s, "
      "372 GB/s, without a source",
      "2026-08-08", confidence::low}},
    {"quotes", {"public price list (50,000 to 80,000 RMB a card, estimate)", "2026", confidence::low}}};
inline constexpr basic_accelerator<estimate> mlu590 = accelerator_of(mlu590_sheet);
inline constexpr auto& mlu590_sources = detail::model_sources<mlu590_sheet, mlu590_sheet_sources>;

} // namespace tallywatt::catalog

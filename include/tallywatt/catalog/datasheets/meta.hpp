#pragma once
// Data sheets: Meta MTIA. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/own_silicon.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> mtia_v1_sheet = {
    .vendor = "Meta",
    .name = "MTIA v1",
    .form_factor = "M.2 / dual card",
    .year = 2023,
    .silicon =
        {.node = "TSMC N7",
         .foundry = "TSMC",
         .die_area = known(373.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1},
    .peak =
        {.bf16 = dense(known(51.2) * TFLOP_per_second),
         .fp16 = dense(known(51.2) * TFLOP_per_second),
         .int8 = dense(known(102.4) * TFLOP_per_second)},
    .memory = {.type = "LPDDR5", .capacity = printed_GB(64.0), .bandwidth = range(0.17, 0.176, 0.18) * TB_per_second},
    .sram = {.total = known(136.0) * MB, .shared = known(128.0) * MB, .distributed = known(8.0) * MB},
    .power = {.tdp = known(25.0) * watt, .term = "TDP"},
    .scale_up = {.domain = 1},
    .host_link = one_way(known(16.0) * GB_per_second),
    .package = "none (flip chip)",
    .cooling = "air"};
inline constexpr sourced_field mtia_v1_sheet_sources[] = {
    {"name", {"launch note of MTIA v1 (7 nm, 25 W, 102.4 TOPS, 51.2 TFLOP/s)", "2026", confidence::high}},
    {"silicon", {"launch note of MTIA v1 (7 nm, 25 W, 102.4 TOPS, 51.2 TFLOP/s)", "2026", confidence::medium}},
    {"silicon.die_area", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak", {"launch note of MTIA v1 (7 nm, 25 W, 102.4 TOPS, 51.2 TFLOP/s)", "2026", confidence::high}},
    {"memory", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power",
     {"launch note of MTIA v1 (7 nm, 25 W, 102.4 TOPS, 51.2 TFLOP/s); techpowerup.com, MTIA next-gen (dense and sparse "
      "table)",
      "2026", confidence::high}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"host_link", {"PCI Express lanes: 16 GT/s (generation 4) or 32 GT/s (5), nominal rate", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr stand_ins mtia_v1_assumed = {
    .price = range(500.0, 1500.0, 3000.0) * USD,
    .from = {"assumed: not sold; a small chip with LPDDR5", "2026", confidence::assumed},
    .package = &mtia_v1_package};
inline constexpr basic_accelerator<estimate> mtia_v1 = accelerator_of(mtia_v1_sheet, mtia_v1_assumed);
inline constexpr auto& mtia_v1_sources = detail::model_sources<mtia_v1_sheet, mtia_v1_sheet_sources, mtia_v1_assumed>;

inline constexpr basic_datasheet<estimate> mtia_v2_sheet = {
    .vendor = "Meta",
    .name = "MTIA v2 (next gen)",
    .form_factor = "board of 2 chips, 72 boards per rack",
    .year = 2024,
    .silicon =
        {.node = "TSMC N5",
         .foundry = "TSMC",
         .die_area = known(421.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1},
    .peak =
        {.fp32 = dense(known(2.76) * TFLOP_per_second),
         .bf16 = dense(known(177.0) * TFLOP_per_second),
         .fp16 = dense(known(177.0) * TFLOP_per_second),
         .int8 = dense(known(354.0) * TFLOP_per_second)},
    .memory =
        {.type = "LPDDR5", .capacity = range(64.0, 128.0, 128.0) * GB, .bandwidth = known(0.2048) * TB_per_second},
    .sram = {.total = known(280.6) * MB, .shared = known(256.0) * MB, .distributed = known(24.6) * MB},
    .power = {.tdp = known(90.0) * watt, .term = "TDP"},
    .scale_up = {.domain = 1},
    .host_link = one_way(known(32.0) * GB_per_second),
    .package = "none (flip chip)",
    .cooling = "air",
    .note =
        "2.35 billion are gates, not transistors. 128 GB a chip or a board of two. 708 and 354 TFLOP/s are sparse."};
inline constexpr sourced_field mtia_v2_sheet_sources[] = {
    {"name", {"techpowerup.com, MTIA next-gen (dense and sparse table)", "2026", confidence::high}},
    {"silicon", {"hardwarebee.com, MTIA2 (25.6 x 16.4 mm)", "2026", confidence::high}},
    {"peak", {"techpowerup.com, MTIA next-gen (dense and sparse table)", "2026", confidence::high}},
    {"memory", {"techpowerup.com, MTIA next-gen (dense and sparse table)", "2026", confidence::medium}},
    {"memory.bandwidth", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power",
     {"techpowerup.com, MTIA next-gen (dense and sparse table); hardwarebee.com, MTIA2 (25.6 x 16.4 mm)", "2026",
      confidence::high}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"host_link", {"PCI Express lanes: 16 GT/s (generation 4) or 32 GT/s (5), nominal rate", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr stand_ins mtia_v2_assumed = {
    .price = range(1500.0, 3000.0, 6000.0) * USD,
    .from = {"assumed: not sold; a chip with LPDDR5", "2026", confidence::assumed},
    .package = &mtia_v2_package};
inline constexpr basic_accelerator<estimate> mtia_v2 = accelerator_of(mtia_v2_sheet, mtia_v2_assumed);
inline constexpr auto& mtia_v2_sources = detail::model_sources<mtia_v2_sheet, mtia_v2_sheet_sources, mtia_v2_assumed>;

} // namespace tallywatt::catalog

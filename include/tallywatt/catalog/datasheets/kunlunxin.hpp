#pragma once
// Data sheets: Baidu Kunlunxin. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> kunlun_r200_sheet = {
    .vendor = "Baidu Kunlunxin",
    .name = "Kunlun 2 R200-8F",
    .form_factor = "PCIe FHFL",
    .year = 2021,
    .silicon = {.node = "7 nm class", .compute_dies = 1},
    .peak =
        {.fp32 = dense(known(32.0) * TFLOP_per_second),
         .fp16 = dense(known(128.0) * TFLOP_per_second),
         .int8 = dense(known(256.0) * TFLOP_per_second)},
    .memory = {.type = "GDDR6", .capacity = printed_GB(32.0), .bandwidth = known(0.512) * TB_per_second},
    .power = {.tdp = known(160.0) * watt, .term = "TDP (R200 150 W)"},
    .scale_up =
        {.technology = "chip link (R300 OAM / R480-X8)", .rate = one_way(known(100.0) * GB_per_second), .domain = 8},
    .package = "none (flip chip)",
    .cooling = "air",
    .note = "16 GB for R200 (150 W), 32 GB for R200-8F. INT8 of 512 to 768 in the press was extrapolated, and wrong."};
inline constexpr sourced_field kunlun_r200_sheet_sources[] = {
    {"name", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::medium}},
    {"silicon", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::medium}},
    {"peak", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::medium}},
    {"memory", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::medium}},
    {"power", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::medium}},
    {"scale_up", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins kunlun_r200_assumed = {
    .price = range(2000.0, 3500.0, 6000.0) * USD, .from = {"assumed: no public price", "2026", confidence::assumed}};
inline constexpr basic_accelerator<estimate> kunlun_r200 = accelerator_of(kunlun_r200_sheet, kunlun_r200_assumed);
inline constexpr auto& kunlun_r200_sources =
    detail::model_sources<kunlun_r200_sheet, kunlun_r200_sheet_sources, kunlun_r200_assumed>;

inline constexpr basic_datasheet<estimate> kunlun_p800_sheet = {
    .vendor = "Baidu Kunlunxin",
    .name = "Kunlun 3 P800",
    .form_factor = "OAM",
    .year = 2024,
    .status = "no vendor datasheet",
    .silicon = {.node = "7 nm class (analysts)"},
    .peak = {.fp16 = dense(range(276.0, 345.0, 414.0) * TFLOP_per_second)},
    .memory = {.type = "HBM3 (analysts)", .capacity = printed_GB(96.0)},
    .scale_up = {.technology = "XPU-Link", .domain = 8},
    .cooling = "air",
    .note = "345 TFLOP/s is also printed for another vendor's chip; both come from analysts. 4 TB/s circulates without "
            "a source."};
inline constexpr sourced_field kunlun_p800_sheet_sources[] = {
    {"name", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::medium}},
    {"silicon", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::low}},
    {"peak", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::low}},
    {"memory", {"public report on Kunlunxin generations (cites product pages)", "2026-06-26", confidence::low}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};

} // namespace tallywatt::catalog

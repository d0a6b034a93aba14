#pragma once
// Data sheets: Hygon. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> dcu_z100_sheet = {
    .vendor = "Hygon",
    .name = "DCU Z100 / 8100 class",
    .form_factor = "PCIe dual slot",
    .year = 2021,
    .silicon = {.node = "7 nm class", .compute_dies = 1},
    .peak = {.fp64 = dense(range(10.0, 10.8, 10.8) * TFLOP_per_second)},
    .memory = {.type = "HBM2", .capacity = known(32.0) * GiB, .bandwidth = known(1.0) * TB_per_second, .stacks = 4},
    .power = {.tdp = range(260.0, 300.0, 350.0) * watt, .term = "reported 260-350"},
    .scale_up =
        {.technology = "xGMI (2 links)", .rate = one_way(range(92.0, 92.0, 184.0) * GB_per_second), .domain = 4},
    .package = "2.5D interposer (assumed)",
    .cooling = "air",
    .note = "FP16 of 180 TFLOP/s by analysts, about 24 by its 60 compute units: none is defensible."};
inline constexpr sourced_field dcu_z100_sheet_sources[] = {
    {"name", {"public chip survey, Hygon page", "2026-08-08", confidence::medium}},
    {"silicon", {"public chip survey, Hygon page", "2026-08-08", confidence::low}},
    {"peak", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"memory", {"public chip survey, Hygon page", "2026-08-08", confidence::medium}},
    {"power", {"public chip survey, Hygon page", "2026-08-08", confidence::low}},
    {"scale_up", {"public chip survey, Hygon page", "2026-08-08", confidence::low}},
    {"package", {"public chip survey, Hygon page", "2026-08-08", confidence::low}}};

inline constexpr basic_datasheet<estimate> dcu_k100_ai_sheet = {
    .vendor = "Hygon",
    .name = "DCU K100_AI",
    .form_factor = "PCIe dual slot",
    .year = 2023,
    .silicon = {.node = "7 nm class", .compute_dies = 1},
    .peak =
        {.fp32 = dense(range(39.2, 49.0, 58.8) * TFLOP_per_second),
         .tf32 = dense(range(76.8, 96.0, 115.0) * TFLOP_per_second),
         .bf16 = dense(range(180.0, 192.0, 192.0) * TFLOP_per_second),
         .fp16 = dense(range(180.0, 192.0, 192.0) * TFLOP_per_second),
         .int8 = dense(range(314.0, 392.0, 470.0) * TFLOP_per_second)},
    .memory =
        {.type = "GDDR6 or HBM2e (sources differ)",
         .capacity = printed_GB(64.0),
         .bandwidth = range(0.896, 0.896, 1.2) * TB_per_second},
    .power = {.tdp = range(350.0, 400.0, 400.0) * watt, .term = "reported 350-400"},
    .scale_up = {.technology = "xGMI", .domain = 8},
    .cooling = "air",
    .note = "Memory type, bandwidth (0.9 or 1.2 TB/s) and FP16 (180 or 192) differ by source; one survey gives these "
            "rates to another part."};
inline constexpr sourced_field dcu_k100_ai_sheet_sources[] = {
    {"name", {"public chip survey, Hygon page", "2026-08-08", confidence::medium}},
    {"silicon", {"public chip survey, Hygon page", "2026-08-08", confidence::low}},
    {"peak", {"public chip survey, Hygon page", "2026-08-08", confidence::low}},
    {"memory", {"public chip survey, Hygon page", "2026-08-08", confidence::low}},
    {"power", {"public chip survey, Hygon page", "2026-08-08", confidence::low}},
    {"scale_up", {"public chip survey, Hygon page", "2026-08-08", confidence::low}}};
inline constexpr stand_ins dcu_k100_ai_assumed = {
    .link_rate = one_way(range(31.5, 46.0, 92.0) * GB_per_second),
    .price = range(5000.0, 8000.0, 12'000.0) * USD,
    .from = {"assumed: links between a PCIe slot and those of a Z100; no public price", "2026", confidence::assumed}};
inline constexpr basic_accelerator<estimate> dcu_k100_ai = accelerator_of(dcu_k100_ai_sheet, dcu_k100_ai_assumed);
inline constexpr auto& dcu_k100_ai_sources =
    detail::model_sources<dcu_k100_ai_sheet, dcu_k100_ai_sheet_sources, dcu_k100_ai_assumed>;

} // namespace tallywatt::catalog

#pragma once
// Data sheets: Moore Threads. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> mtt_s4000_sheet = {
    .vendor = "Moore Threads",
    .name = "MTT S4000",
    .form_factor = "PCIe FHFL",
    .year = 2023,
    .silicon = {.compute_dies = 1},
    .peak =
        {.fp32 = dense(known(25.0) * TFLOP_per_second),
         .tf32 = dense(known(50.0) * TFLOP_per_second),
         .bf16 = dense(known(100.0) * TFLOP_per_second),
         .fp16 = dense(known(100.0) * TFLOP_per_second),
         .int8 = dense(known(200.0) * TFLOP_per_second)},
    .memory = {.type = "GDDR6", .capacity = printed_GB(48.0), .bandwidth = known(0.768) * TB_per_second},
    .power = {.tdp = range(360.0, 450.0, 540.0) * watt, .term = "reported"},
    .scale_up = {.technology = "MTLink 1.0", .rate = one_way(range(120.0, 120.0, 240.0) * GB_per_second), .domain = 8},
    .package = "none (flip chip)",
    .cooling = "air",
    .note = "768 GB/s is the memory's rate, not the links'. 200 is INT8, not BF16. Direction of the links not stated."};
inline constexpr sourced_field mtt_s4000_sheet_sources[] = {
    {"name", {"tweakpc.de, io-tech.fi, titancomputers.com on MTT S4000", "2026", confidence::medium}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"peak", {"tweakpc.de, io-tech.fi, titancomputers.com on MTT S4000", "2026", confidence::medium}},
    {"memory", {"tweakpc.de, io-tech.fi, titancomputers.com on MTT S4000", "2026", confidence::medium}},
    {"power", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"scale_up", {"tweakpc.de, io-tech.fi, titancomputers.com on MTT S4000", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins mtt_s4000_assumed = {
    .price = range(4000.0, 6500.0, 10'000.0) * USD, .from = {"assumed: no public price", "2026", confidence::assumed}};
inline constexpr basic_accelerator<estimate> mtt_s4000 = accelerator_of(mtt_s4000_sheet, mtt_s4000_assumed);
inline constexpr auto& mtt_s4000_sources =
    detail::model_sources<mtt_s4000_sheet, mtt_s4000_sheet_sources, mtt_s4000_assumed>;

} // namespace tallywatt::catalog

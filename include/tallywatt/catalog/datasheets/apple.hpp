#pragma once
// Data sheets: Apple. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> m4_max_sheet = {
    .vendor = "Apple",
    .name = "M4 Max (40-core GPU and 16-core Neural Engine)",
    .form_factor = "SoC package",
    .year = 2024,
    .silicon = {.node = "TSMC N3E", .foundry = "TSMC", .compute_dies = 1},
    .peak =
        {.fp32 = dense(range(16.0, 18.4, 18.4) * TFLOP_per_second),
         .fp16 = dense(range(16.0, 18.4, 36.8) * TFLOP_per_second),
         .int8 = dense(range(19.0, 38.0, 38.0) * TFLOP_per_second)},
    .memory = {.type = "LPDDR5X unified", .capacity = printed_GB(128.0), .bandwidth = known(0.546) * TB_per_second},
    .power = {.tdp = range(90.0, 95.0, 100.0) * watt, .term = "assumed package power 90-100 W"},
    .scale_up = {.domain = 1},
    .host_link = one_way(range(4.0, 8.0, 10.0) * GB_per_second),
    .package = "none (organic, memory on package)",
    .cooling = "air",
    .quotes =
        {{{.amount = range(3499.0, 4100.0, 4699.0) * USD,
           .how = price_kind::list,
           .date = "2024-2025",
           .basis = "whole machine with 128 GB"}}},
    .note = "FP16 is quoted at the rate of FP32 and at twice that. 38 TOPS are the Neural Engine's, format not stated. "
            "The price is that of a whole machine with 128 GB; its link is the machine's Thunderbolt 5."};
inline constexpr sourced_field m4_max_sheet_sources[] = {
    {"name",
     {"macrumors.com 2024-10-30; notebookcheck M4 Max page (546 GB/s, 38 TOPS, 90-100 W assumed)", "2024-10-30",
      confidence::high}},
    {"silicon",
     {"macrumors.com 2024-10-30; notebookcheck M4 Max page (546 GB/s, 38 TOPS, 90-100 W assumed)", "2024-10-30",
      confidence::high}},
    {"peak",
     {"macrumors.com 2024-10-30; notebookcheck M4 Max page (546 GB/s, 38 TOPS, 90-100 W assumed)", "2024-10-30",
      confidence::low}},
    {"peak.fp32", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"peak.fp16", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"memory",
     {"macrumors.com 2024-10-30; notebookcheck M4 Max page (546 GB/s, 38 TOPS, 90-100 W assumed)", "2024-10-30",
      confidence::high}},
    {"power",
     {"macrumors.com 2024-10-30; notebookcheck M4 Max page (546 GB/s, 38 TOPS, 90-100 W assumed)", "2024-10-30",
      confidence::low}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"host_link", {"Thunderbolt 5, 80 Gb/s each way, own knowledge", "2026", confidence::low}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr basic_accelerator<estimate> m4_max = accelerator_of(m4_max_sheet);
inline constexpr auto& m4_max_sources = detail::model_sources<m4_max_sheet, m4_max_sheet_sources>;

} // namespace tallywatt::catalog

#pragma once
// Data sheets: NVIDIA cards for PCIe slots. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> l40s_sheet = {
    .vendor = "NVIDIA",
    .name = "L40S 48GB",
    .form_factor = "PCIe FHFL dual slot",
    .year = 2023,
    .silicon =
        {.node = "TSMC 4N (5 nm class)",
         .foundry = "TSMC",
         .die_area = known(608.5) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .transistors = known(76.3e9)},
    .peak =
        {.fp64 = dense(known(1.4) * TFLOP_per_second),
         .fp32 = dense(known(91.6) * TFLOP_per_second),
         .tf32 = dense(known(183.0) * TFLOP_per_second),
         .bf16 = dense(known(362.05) * TFLOP_per_second),
         .fp16 = dense(known(362.05) * TFLOP_per_second),
         .fp8 = dense(known(733.0) * TFLOP_per_second),
         .int8 = dense(known(733.0) * TFLOP_per_second),
         .units = 142},
    .memory = {.type = "GDDR6 ECC", .capacity = known(48.0) * GiB, .bandwidth = known(0.864) * TB_per_second},
    .sram = {.total = known(119.3) * MB, .shared = known(100.7) * MB, .distributed = known(18.6) * MB},
    .power = {.tdp = known(350.0) * watt, .term = "maximum power", .idle = range(25.0, 35.0, 45.0) * watt},
    .scale_up = {.domain = 1},
    .host_link = one_way(known(32.0) * GB_per_second),
    .package = "none (organic flip chip)",
    .cooling = "air (passive)",
    .quotes = {{{.amount = range(7500.0, 8750.0, 10'000.0) * USD, .how = price_kind::street, .date = "2024"}}},
    .rent = range(0.8, 1.35, 1.9) * USD / accelerator_hour,
    .note = "Resellers list 300 W and 48 MB of cache: those are the L40's. BF16 of 362 is printed; FP8 and TF32 imply "
            "366."};
inline constexpr sourced_field l40s_sheet_sources[] = {
    {"name", {"mullet.se L40/L40S page (vendor table, dense | sparse)", "2026", confidence::high}},
    {"silicon", {"computizer.com L40S page (AD102 609 mm2, 76.3 B)", "2026", confidence::medium}},
    {"peak",
     {"mullet.se L40/L40S page (vendor table, dense | sparse); Machine Learning Engineering open book, accelerator "
      "chapter (dense tables that cite vendor pages)",
      "2026", confidence::high}},
    {"memory", {"mullet.se L40/L40S page (vendor table, dense | sparse)", "2026", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power",
     {"mullet.se L40/L40S page (vendor table, dense | sparse); Machine Learning Engineering open book, accelerator "
      "chapter (dense tables that cite vendor pages)",
      "2026", confidence::high}},
    {"power.idle", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"scale_up", {"mullet.se L40/L40S page (vendor table, dense | sparse)", "2026", confidence::high}},
    {"host_link", {"PCI Express lanes: 16 GT/s (generation 4) or 32 GT/s (5), nominal rate", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"rent", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins l40s_made = {.package = &l40s_package};
inline constexpr basic_accelerator<estimate> l40s = accelerator_of(l40s_sheet, l40s_made);
inline constexpr auto& l40s_sources = detail::model_sources<l40s_sheet, l40s_sheet_sources, l40s_made>;

inline constexpr basic_datasheet<estimate> rtx_4090_sheet = {
    .vendor = "NVIDIA",
    .name = "GeForce RTX 4090",
    .form_factor = "PCIe consumer card",
    .year = 2022,
    .silicon =
        {.node = "TSMC 4N (5 nm class)",
         .foundry = "TSMC",
         .die_area = known(608.5) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .transistors = known(76.3e9)},
    .peak =
        {.fp64 = dense(known(1.3) * TFLOP_per_second),
         .fp32 = dense(known(82.6) * TFLOP_per_second),
         .tf32 = dense(known(82.6) * TFLOP_per_second),
         .bf16 = dense(known(165.2) * TFLOP_per_second),
         .fp16 = dense(known(165.2) * TFLOP_per_second),
         .fp8 = dense(range(330.3, 330.3, 660.6) * TFLOP_per_second),
         .int8 = dense(known(660.6) * TFLOP_per_second),
         .units = 128},
    .memory = {.type = "GDDR6X", .capacity = known(24.0) * GiB, .bandwidth = known(1.008) * TB_per_second},
    .sram = {.total = known(92.3) * MB, .shared = known(75.5) * MB, .distributed = known(16.8) * MB},
    .power = {.tdp = known(450.0) * watt, .term = "total graphics power", .idle = range(12.0, 20.0, 30.0) * watt},
    .scale_up = {.domain = 1},
    .host_link = one_way(known(32.0) * GB_per_second),
    .package = "none (organic flip chip)",
    .cooling = "air",
    .quotes = {{{.amount = known(1599.0) * USD, .how = price_kind::list, .date = "2022-10"}}},
    .rent = range(0.3, 0.5, 0.7) * USD / accelerator_hour,
    .note = "With 32-bit accumulation; with 16-bit accumulation FP16 and FP8 double, and both are printed as dense."};
inline constexpr sourced_field rtx_4090_sheet_sources[] = {
    {"name",
     {"waredb.com, gigagpu.com and holynerdvana RTX 4090 pages (dense/sparse split, 608.4 mm2, 450 W, 1,599 USD)",
      "2026", confidence::medium}},
    {"silicon",
     {"waredb.com, gigagpu.com and holynerdvana RTX 4090 pages (dense/sparse split, 608.4 mm2, 450 W, 1,599 USD); "
      "computizer.com L40S page (AD102 609 mm2, 76.3 B)",
      "2026", confidence::medium}},
    {"peak",
     {"waredb.com, gigagpu.com and holynerdvana RTX 4090 pages (dense/sparse split, 608.4 mm2, 450 W, 1,599 USD); note "
      "by M. Senghaas (4090: 165 TFLOP/s in BF16, 1.008 TB/s)",
      "2026", confidence::medium}},
    {"memory",
     {"waredb.com, gigagpu.com and holynerdvana RTX 4090 pages (dense/sparse split, 608.4 mm2, 450 W, 1,599 USD); note "
      "by M. Senghaas (4090: 165 TFLOP/s in BF16, 1.008 TB/s)",
      "2026", confidence::medium}},
    {"sram",
     {"waredb.com, gigagpu.com and holynerdvana RTX 4090 pages (dense/sparse split, 608.4 mm2, 450 W, 1,599 USD)",
      "2026", confidence::medium}},
    {"power",
     {"waredb.com, gigagpu.com and holynerdvana RTX 4090 pages (dense/sparse split, 608.4 mm2, 450 W, 1,599 USD)",
      "2026", confidence::medium}},
    {"power.idle", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"host_link", {"PCI Express lanes: 16 GT/s (generation 4) or 32 GT/s (5), nominal rate", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes",
     {"waredb.com, gigagpu.com and holynerdvana RTX 4090 pages (dense/sparse split, 608.4 mm2, 450 W, 1,599 USD)",
      "2026", confidence::medium}},
    {"rent", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins rtx_4090_made = {.package = &rtx_4090_package};
inline constexpr basic_accelerator<estimate> rtx_4090 = accelerator_of(rtx_4090_sheet, rtx_4090_made);
inline constexpr auto& rtx_4090_sources = detail::model_sources<rtx_4090_sheet, rtx_4090_sheet_sources, rtx_4090_made>;

} // namespace tallywatt::catalog

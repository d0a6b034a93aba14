#pragma once
// Data sheets: NVIDIA Blackwell and Rubin. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/b300.hpp>
#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/gb300.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> b200_sheet = datasheet_of(
    b200, {.vendor = "NVIDIA",
           .form_factor = "SXM6 module",
           .year = 2025,
           .silicon =
               {.node = "TSMC 4NP (5 nm class)",
                .foundry = "TSMC",
                .die_area = range(740.0, 800.0, 858.0) * square_millimetre,
                .die_area_basis = "estimate",
                .compute_dies = 2,
                .transistors = range(187.0e9, 208.0e9, 229.0e9)},
           .peak =
               {.fp64 = dense(known(37.0) * TFLOP_per_second),
                .fp64_matrix = dense(known(37.0) * TFLOP_per_second),
                .fp32 = dense(known(75.0) * TFLOP_per_second),
                .fp6 = dense(known(4500.0) * TFLOP_per_second)},
           .memory = {.type = "HBM3e", .stacks = 8},
           .sram = {.total = known(164.8) * MB, .shared = known(126.0) * MB, .distributed = known(38.8) * MB},
           .power = {.term = "maximum TGP (default set point 700 W in DGX)"},
           .scale_up = {.technology = "NVLink 5 + NVSwitch", .domain = 8},
           .scale_out = one_way(known(400.0) * gigabit_per_second),
           .package = "CoWoS-L",
           .cooling = "air or liquid",
           .quotes =
               {{{.how = price_kind::estimate, .date = "2024-2025"},
                 {.amount = range(35'000.0, 37'500.0, 40'000.0) * USD, .how = price_kind::street, .date = "2026-04"},
                 {.amount = known(40'000.0) * USD, .how = price_kind::estimate, .date = "2025"}}},
           .rent = range(4.5, 6.005, 16.11) * USD / accelerator_hour,
           .manufacturing_cost = range(5120.0, 6400.0, 7680.0) * USD,
           .note = "Memory is printed as 180, 186 and 192 GB: 192 GiB are fitted, 180 GB usable on HGX. Die areas of "
                   "400 and 530 mm2 are printed too; only about 800 fits 104 billion transistors. FP64 and FP32: 37 "
                   "and 75 on the HGX page, 40 and 80 or 45 and 90 in briefs. 9,000 TFLOP/s in FP8 is sparse."}
);
inline constexpr sourced_field b200_facts[] = {
    {"name",
     {"glennklockwood.com/garden/processors/B200 (cites NVIDIA Blackwell brief); Machine Learning Engineering open "
      "book, accelerator chapter (dense tables that cite vendor pages)",
      "2026", confidence::high}},
    {"silicon",
     {"siliconanalysts.com, B200 cost breakdown (modelled, +/-15-20%); TechInsights press release 2025-04-14, HGX B200 "
      "teardown",
      "2026", confidence::low}},
    {"peak",
     {"glennklockwood.com/garden/processors/B200 (cites NVIDIA Blackwell brief); Machine Learning Engineering open "
      "book, accelerator chapter (dense tables that cite vendor pages)",
      "2026", confidence::high}},
    {"memory",
     {"MLPerf inference v5.1 system descriptions; Machine Learning Engineering open book, accelerator chapter (dense "
      "tables that cite vendor pages)",
      "2025", confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::medium}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); "
      "glennklockwood.com/garden/processors/B200 (cites NVIDIA Blackwell brief)",
      "2026-08-22", confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates); MLPerf inference "
      "v5.1 system descriptions",
      "2026-08-22", confidence::high}},
    {"scale_out", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"package", {"TechInsights press release 2025-04-14, HGX B200 teardown", "2025-04-14", confidence::high}},
    {"quotes",
     {"Epoch AI chip counts: price ranges, power limits, 8-bit rates; siliconanalysts.com, B200 cost breakdown "
      "(modelled, +/-15-20%)",
      "2026-04-22", confidence::medium}},
    {"rent",
     {"spheron.network blog, H200 vs B200 vs GB200 (prices of 2026-03-17); lyceum.technology, B200 cloud pricing "
      "(2026-03-11)",
      "2026-03-17", confidence::medium}},
    {"manufacturing_cost",
     {"siliconanalysts.com, cost breakdown by a model (15 to 20 % either way)", "2026", confidence::low}}};
inline constexpr auto& b200_sheet_sources = detail::sheet_sources<b200_sheet, b200_sources, b200_facts>;

inline constexpr basic_datasheet<estimate> gb200_sheet = datasheet_of(
    gb200, {.vendor = "NVIDIA",
            .form_factor = "Grace-Blackwell superchip board",
            .year = 2025,
            .silicon =
                {.node = "TSMC 4NP (5 nm class)",
                 .foundry = "TSMC",
                 .die_area = range(740.0, 800.0, 858.0) * square_millimetre,
                 .die_area_basis = "estimate",
                 .compute_dies = 2,
                 .transistors = range(187.0e9, 208.0e9, 229.0e9)},
            .peak =
                {.fp64 = dense(known(40.0) * TFLOP_per_second),
                 .fp64_matrix = dense(known(40.0) * TFLOP_per_second),
                 .fp32 = dense(known(80.0) * TFLOP_per_second),
                 .fp6 = dense(known(5000.0) * TFLOP_per_second)},
            .memory = {.type = "HBM3e", .stacks = 8},
            .sram = {.total = known(164.8) * MB, .shared = known(126.0) * MB, .distributed = known(38.8) * MB},
            .power = {.term = "per-GPU maximum power"},
            .scale_up = {.technology = "NVLink 5 + NVLink switch trays", .domain = 72},
            .scale_out = one_way(known(400.0) * gigabit_per_second),
            .package = "CoWoS-L",
            .cooling = "liquid (cold plate)",
            .quotes =
                {{{.how = price_kind::estimate, .date = "2024-2025"},
                  {.amount = known(41'600.0) * USD, .how = price_kind::estimate, .date = "2025"}}},
            .rent = range(4.09, 4.54, 4.99) * USD / accelerator_hour,
            .note = "Of one of the 72, not of the superchip, which has two. FP64 and FP32 of 45 and 90 and BF16 of "
                    "2,640 are printed elsewhere; the rack's page gives these."}
);
inline constexpr sourced_field gb200_facts[] = {
    {"name",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"silicon",
     {"siliconanalysts.com, B200 cost breakdown (modelled, +/-15-20%); TechInsights press release 2025-04-14, HGX B200 "
      "teardown",
      "2026", confidence::low}},
    {"peak",
     {"glennklockwood.com/garden/processors/B200 (cites NVIDIA Blackwell brief); Machine Learning Engineering open "
      "book, accelerator chapter (dense tables that cite vendor pages)",
      "2026", confidence::high}},
    {"peak.fp64", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak.fp64_matrix", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak.fp32", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory",
     {"MLPerf inference v5.1 system descriptions; Machine Learning Engineering open book, accelerator chapter (dense "
      "tables that cite vendor pages)",
      "2025", confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::medium}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); Epoch AI "
      "chip counts: price ranges, power limits, 8-bit rates",
      "2026-08-22", confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"package", {"TechInsights press release 2025-04-14, HGX B200 teardown", "2025-04-14", confidence::high}},
    {"quotes",
     {"Epoch AI chip counts: price ranges, power limits, 8-bit rates; xatakaon.com GB200 NVL72 ($3 M, 1.36 t, 18 "
      "nodes)",
      "2026-04-22", confidence::medium}},
    {"rent", {"spheron.network blog, H200 vs B200 vs GB200 (prices of 2026-03-17)", "2026-03-17", confidence::low}}};
inline constexpr auto& gb200_sheet_sources = detail::sheet_sources<gb200_sheet, gb200_sources, gb200_facts>;

inline constexpr basic_datasheet<estimate> b300_sheet = datasheet_of(
    b300, {.vendor = "NVIDIA",
           .form_factor = "SXM6 module",
           .year = 2025,
           .silicon =
               {.node = "TSMC 4NP (5 nm class)",
                .foundry = "TSMC",
                .die_area = range(740.0, 800.0, 858.0) * square_millimetre,
                .die_area_basis = "estimate",
                .compute_dies = 2,
                .transistors = range(187.0e9, 208.0e9, 229.0e9)},
           .peak =
               {.fp64 = dense(known(1.25) * TFLOP_per_second),
                .fp64_matrix = dense(known(1.25) * TFLOP_per_second),
                .fp32 = dense(known(75.0) * TFLOP_per_second),
                .fp6 = dense(known(4500.0) * TFLOP_per_second),
                .int8 = dense(known(150.0) * TFLOP_per_second)},
           .memory = {.type = "HBM3e (12-high)", .stacks = 8},
           .sram =
               {.total = range(148.0, 164.8, 181.0) * MB,
                .shared = range(113.0, 126.0, 139.0) * MB,
                .distributed = range(34.9, 38.8, 42.7) * MB},
           .power = {.term = "maximum TDP (1,000 W maximum TGP in one DGX guide)"},
           .scale_up = {.technology = "NVLink 5 + NVSwitch", .domain = 8},
           .scale_out = one_way(known(800.0) * gigabit_per_second),
           .package = "CoWoS-L",
           .cooling = "air or liquid",
           .quotes = {{{.how = price_kind::estimate, .date = "2025"}}},
           .note = "Dense FP4 is printed as 12.6 to 15 PFLOP/s: 13.5 follows the HGX page, 15 is GB300's. INT8 was cut "
                   "to about 0.15 POPS; a table that says 4.5 is wrong. Limits of 1,000 and 1,100 W are printed."}
);
inline constexpr sourced_field b300_facts[] = {
    {"name",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); "
      "glennklockwood.com/garden/processors/B300",
      "2026-08-22", confidence::high}},
    {"silicon", {"TechInsights press release 2025-04-14, HGX B200 teardown", "2025-04-14", confidence::low}},
    {"peak",
     {"glennklockwood.com/garden/processors/B300; datacrunch.io blog, B300 vs B200 (cites NVIDIA Blackwell brief table "
      "3)",
      "2026", confidence::medium}},
    {"peak.int8",
     {"glennklockwood.com/garden/processors/B300; datacrunch.io blog, B300 vs B200 (cites NVIDIA Blackwell brief table "
      "3)",
      "2026", confidence::medium}},
    {"memory",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); "
      "glennklockwood.com/garden/processors/B300",
      "2026-08-22", confidence::medium}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::low}},
    {"power",
     {"datacrunch.io blog, B300 vs B200 (cites NVIDIA Blackwell brief table 3); Machine Learning Engineering open "
      "book, accelerator chapter (dense tables that cite vendor pages)",
      "2026", confidence::medium}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"package", {"glennklockwood.com/garden/processors/B300", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}}};
inline constexpr auto& b300_sheet_sources = detail::sheet_sources<b300_sheet, b300_sources, b300_facts>;

inline constexpr basic_datasheet<estimate> gb300_sheet = datasheet_of(
    gb300, {.vendor = "NVIDIA",
            .form_factor = "Grace-Blackwell Ultra board",
            .year = 2025,
            .silicon =
                {.node = "TSMC 4NP (5 nm class)",
                 .foundry = "TSMC",
                 .die_area = range(740.0, 800.0, 858.0) * square_millimetre,
                 .die_area_basis = "estimate",
                 .compute_dies = 2,
                 .transistors = range(187.0e9, 208.0e9, 229.0e9)},
            .peak =
                {.fp64 = dense(known(1.3) * TFLOP_per_second),
                 .fp64_matrix = dense(known(1.3) * TFLOP_per_second),
                 .fp32 = dense(known(80.0) * TFLOP_per_second),
                 .fp6 = dense(known(5000.0) * TFLOP_per_second),
                 .int8 = dense(known(165.0) * TFLOP_per_second)},
            .memory = {.type = "HBM3e (12-high)", .stacks = 8},
            .sram =
                {.total = range(148.0, 164.8, 181.0) * MB,
                 .shared = range(113.0, 126.0, 139.0) * MB,
                 .distributed = range(34.9, 38.8, 42.7) * MB},
            .power = {.term = "per-GPU maximum power"},
            .scale_up = {.technology = "NVLink 5 + NVLink switch trays", .domain = 72},
            .scale_out = one_way(known(800.0) * gigabit_per_second),
            .package = "CoWoS-L",
            .cooling = "liquid (cold plate)",
            .quotes = {{{.how = price_kind::estimate, .date = "2025"}}},
            .note = "INT8 of 5,000 TOPS in one table; the rack's page implies about 165."}
);
inline constexpr sourced_field gb300_facts[] = {
    {"name",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); "
      "glennklockwood.com/garden/processors/B300",
      "2026-08-22", confidence::high}},
    {"silicon", {"TechInsights press release 2025-04-14, HGX B200 teardown", "2025-04-14", confidence::low}},
    {"peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); "
      "glennklockwood.com/garden/processors/B300",
      "2026-08-22", confidence::medium}},
    {"peak.int8",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); "
      "glennklockwood.com/garden/processors/B300",
      "2026-08-22", confidence::medium}},
    {"memory",
     {"MLPerf inference v5.1 system descriptions; glennklockwood.com/garden/processors/B300", "2025",
      confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::low}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out",
     {"glennklockwood.com/garden/processors/B300; Machine Learning Engineering open book, network chapter (one-way and "
      "both-way link rates)",
      "2026", confidence::high}},
    {"package", {"glennklockwood.com/garden/processors/B300", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}}};
inline constexpr auto& gb300_sheet_sources = detail::sheet_sources<gb300_sheet, gb300_sources, gb300_facts>;

inline constexpr basic_datasheet<estimate> rubin_sheet = {
    .vendor = "NVIDIA",
    .name = "Rubin (VR200 NVL72), per GPU",
    .form_factor = "Vera-Rubin superchip board",
    .year = 2026,
    .status = "ramping, vendor figures preliminary",
    .silicon =
        {.node = "TSMC N3P",
         .foundry = "TSMC",
         .compute_dies = 2,
         .other_dies = "I/O dies on package (count and area unpublished)",
         .transistors = known(336.0e9)},
    .peak =
        {.fp64 = dense(known(33.0) * TFLOP_per_second),
         .fp32 = dense(known(130.0) * TFLOP_per_second),
         .tf32 = dense(known(2000.0) * TFLOP_per_second),
         .bf16 = dense(known(4000.0) * TFLOP_per_second),
         .fp16 = dense(known(4000.0) * TFLOP_per_second),
         .fp8 = dense(known(17'500.0) * TFLOP_per_second),
         .fp6 = dense(known(17'500.0) * TFLOP_per_second),
         .fp4 = dense(range(25'000.0, 35'000.0, 35'000.0) * TFLOP_per_second),
         .int8 = dense(range(250.0, 250.0, 2500.0) * TFLOP_per_second)},
    .memory = {.type = "HBM4", .capacity = known(288.0) * GiB, .bandwidth = known(22.0) * TB_per_second, .stacks = 8},
    .power = {.tdp = range(1800.0, 1800.0, 2300.0) * watt, .term = "Max-Q, press; Max-P about 2,300 W, press"},
    .scale_up =
        {.technology = "NVLink 6 + NVLink switch trays", .rate = one_way(known(1800.0) * GB_per_second), .domain = 72},
    .scale_out = one_way(known(1600.0) * gigabit_per_second),
    .package = "CoWoS-L",
    .cooling = "liquid (fully)",
    .note = "Preliminary. Dense FP4 is 35 PFLOP/s (the rate for training), 33 or 25 (half of the 50 named for "
            "inference, which counts compression). INT8 is 250 TOPS by the vendor, 2,500 in one table. NVL144 counted "
            "dies in 2025; NVL72 counts packages. BF16 of 12.5 PFLOP/s assumes half of FP8; the vendor says 4."};
inline constexpr sourced_field rubin_sheet_sources[] = {
    {"name",
     {"awesomeagents.ai Rubin R200 page (N3P, 336 B, NVFP4 35 PF training / 50 PF inference)", "2026",
      confidence::medium}},
    {"silicon",
     {"awesomeagents.ai Rubin R200 page (N3P, 336 B, NVFP4 35 PF training / 50 PF inference)", "2026",
      confidence::medium}},
    {"peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::medium}},
    {"memory",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"power",
     {"mirrorfrog.com Vera Rubin deep dive (CoWoS-L, ~1.8 kW); regantih.github.io NVL72 drill (190-230 kW rack, Max-Q "
      "to Max-P)",
      "2026", confidence::low}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"mirrorfrog.com Vera Rubin deep dive (CoWoS-L, ~1.8 kW)", "2026", confidence::medium}}};
inline constexpr stand_ins rubin_assumed = {
    .price = range(40'000.0, 60'000.0, 85'000.0) * USD,
    .from = {"assumed: no public price; more than the 38,000 to 49,000 USD of a GB300", "2026", confidence::assumed},
    .package = &rubin_package};
inline constexpr basic_accelerator<estimate> rubin = accelerator_of(rubin_sheet, rubin_assumed);
inline constexpr auto& rubin_sources = detail::model_sources<rubin_sheet, rubin_sheet_sources, rubin_assumed>;

} // namespace tallywatt::catalog

#pragma once
// Data sheets: NVIDIA Ampere and Hopper. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h20.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> a100_80gb_sheet = datasheet_of(
    a100_80gb, {.vendor = "NVIDIA",
                .form_factor = "SXM4 module",
                .year = 2020,
                .silicon =
                    {.node = "TSMC N7",
                     .foundry = "TSMC",
                     .die_area = known(826.0) * square_millimetre,
                     .die_area_basis = "published",
                     .compute_dies = 1,
                     .transistors = known(54.2e9)},
                .peak =
                    {.fp64 = dense(known(9.7) * TFLOP_per_second),
                     .fp64_matrix = dense(known(19.5) * TFLOP_per_second),
                     .fp32 = dense(known(19.5) * TFLOP_per_second)},
                .memory = {.type = "HBM2e", .stacks = 5},
                .sram = {.total = known(63.2) * MB, .shared = known(41.9) * MB, .distributed = known(21.2) * MB},
                .power = {.term = "maximum TDP (500 W custom thermal option)"},
                .scale_up = {.technology = "NVLink 3 + NVSwitch", .domain = 8},
                .scale_out = one_way(known(200.0) * gigabit_per_second),
                .package = "CoWoS-S",
                .cooling = "air (liquid option)",
                .quotes = {{{.how = price_kind::estimate, .date = "2022-2025"}}},
                .rent = range(1.1, 1.775, 3.0) * USD / accelerator_hour,
                .note = "No FP8 on this chip: a table that gives it 624 TFLOP/s is wrong."}
);
inline constexpr sourced_field a100_80gb_facts[] = {
    {"name",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"memory",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent",
     {"mercatus-ai.com cloud GPU pricing guide (May 2026); AWS EC2 Capacity Blocks prices to January 2025", "2026",
      confidence::medium}}};
inline constexpr auto& a100_80gb_sheet_sources =
    detail::sheet_sources<a100_80gb_sheet, a100_80gb_sources, a100_80gb_facts>;

inline constexpr basic_datasheet<estimate> h100_sheet = datasheet_of(
    h100,
    {.vendor = "NVIDIA",
     .form_factor = "SXM5 module",
     .year = 2022,
     .silicon =
         {.node = "TSMC 4N (5 nm class)",
          .foundry = "TSMC",
          .die_area = known(814.0) * square_millimetre,
          .die_area_basis = "published",
          .compute_dies = 1,
          .transistors = known(80.0e9)},
     .peak =
         {.fp64 = dense(known(33.5) * TFLOP_per_second),
          .fp64_matrix = dense(known(66.9) * TFLOP_per_second),
          .fp32 = dense(known(66.9) * TFLOP_per_second)},
     .memory = {.type = "HBM3", .stacks = 5},
     .sram = {.total = known(87.0) * MB, .shared = known(52.4) * MB, .distributed = known(34.6) * MB},
     .power = {.term = "maximum TDP"},
     .scale_up = {.technology = "NVLink 4 + NVSwitch", .domain = 8},
     .scale_out = one_way(known(400.0) * gigabit_per_second),
     .package = "CoWoS-S",
     .cooling = "air or liquid",
     .quotes =
         {{{.how = price_kind::estimate, .date = "2025"},
           {.amount = range(27'000.0, 31'000.0, 35'000.0) * USD, .how = price_kind::estimate, .date = "2022-2023"},
           {.amount = range(25'000.0, 27'500.0, 30'000.0) * USD, .how = price_kind::street, .date = "2026"}}},
     .rent = range(1.99, 4.25, 12.29) * USD / accelerator_hour,
     .manufacturing_cost = range(2660.0, 3320.0, 3980.0) * USD,
     .note = "1,979 (BF16) and 3,958 (FP8) on data sheets are sparse. Rent by the hour differs fourfold: 2 to 4 USD at "
             "specialists, 7 to 12 USD at the three largest clouds. A price of 75,000 USD is an outlier and left out."}
);
inline constexpr sourced_field h100_facts[] = {
    {"name",
     {"glennklockwood.com/garden/processors/h100 (cites NVIDIA Hopper white paper); archive-lib.hpctech.co.jp H100 "
      "page (vendor SXM/PCIe table, sparse figures marked)",
      "2026", confidence::high}},
    {"silicon", {"siliconanalysts.com, B200 cost breakdown (modelled, +/-15-20%)", "2026", confidence::high}},
    {"peak", {"glennklockwood.com/garden/processors/h100 (cites NVIDIA Hopper white paper)", "2026", confidence::high}},
    {"memory",
     {"glennklockwood.com/garden/processors/h100 (cites NVIDIA Hopper white paper); archive-lib.hpctech.co.jp H100 "
      "page (vendor SXM/PCIe table, sparse figures marked)",
      "2026", confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates); MLPerf inference "
      "v5.1 system descriptions",
      "2026-08-22", confidence::high}},
    {"package", {"siliconanalysts.com, B200 cost breakdown (modelled, +/-15-20%)", "2026", confidence::high}},
    {"quotes",
     {"Epoch AI chip counts: price ranges, power limits, 8-bit rates; awesomeagents.ai H100 page (25-30 k USD new)",
      "2026-04-22", confidence::medium}},
    {"rent",
     {"reference of cloud prices by the hour, August 2026; mercatus-ai.com cloud GPU pricing guide (May 2026)",
      "2026-08-28", confidence::medium}},
    {"manufacturing_cost",
     {"siliconanalysts.com, cost breakdown by a model (15 to 20 % either way)", "2026", confidence::low}}};
inline constexpr auto& h100_sheet_sources = detail::sheet_sources<h100_sheet, h100_sources, h100_facts>;

inline constexpr basic_datasheet<estimate> h100_pcie_sheet = {
    .vendor = "NVIDIA",
    .name = "H100 PCIe 80GB",
    .form_factor = "PCIe FHFL dual slot",
    .year = 2022,
    .silicon =
        {.node = "TSMC 4N (5 nm class)",
         .foundry = "TSMC",
         .die_area = known(814.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .transistors = known(80.0e9)},
    .peak =
        {.fp64 = dense(known(25.6) * TFLOP_per_second),
         .fp64_matrix = dense(known(51.2) * TFLOP_per_second),
         .fp32 = dense(known(51.2) * TFLOP_per_second),
         .tf32 = dense(known(378.0) * TFLOP_per_second),
         .bf16 = dense(known(756.5) * TFLOP_per_second),
         .fp16 = dense(known(756.5) * TFLOP_per_second),
         .fp8 = dense(known(1513.0) * TFLOP_per_second),
         .int8 = dense(known(1513.0) * TFLOP_per_second),
         .units = 114},
    .memory = {.type = "HBM2e", .capacity = known(80.0) * GiB, .bandwidth = known(2.0) * TB_per_second, .stacks = 5},
    .sram = {.total = known(82.3) * MB, .shared = known(52.4) * MB, .distributed = known(29.9) * MB},
    .power = {.tdp = known(350.0) * watt, .term = "maximum TDP (300-350)", .idle = range(35.0, 50.0, 70.0) * watt},
    .scale_up = {.technology = "NVLink bridge (pair)", .rate = one_way(known(300.0) * GB_per_second), .domain = 2},
    .package = "CoWoS-S",
    .cooling = "air (passive)",
    .quotes = {{{.amount = range(25'000.0, 27'500.0, 30'000.0) * USD, .how = price_kind::street, .date = "2023"}}},
    .rent = range(1.9, 2.2, 2.5) * USD / accelerator_hour,
    .note = "One table says HBM3; the vendor's says HBM2e at 2.0 TB/s. Rates at 350 W; the limit can be set to 300 W."};
inline constexpr sourced_field h100_pcie_sheet_sources[] = {
    {"name",
     {"archive-lib.hpctech.co.jp H100 page (vendor SXM/PCIe table, sparse figures marked)", "2026", confidence::high}},
    {"silicon", {"siliconanalysts.com, B200 cost breakdown (modelled, +/-15-20%)", "2026", confidence::high}},
    {"peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"memory",
     {"archive-lib.hpctech.co.jp H100 page (vendor SXM/PCIe table, sparse figures marked)", "2026", confidence::high}},
    {"sram",
     {"archive-lib.hpctech.co.jp H100 page (vendor SXM/PCIe table, sparse figures marked)", "2026", confidence::high}},
    {"power",
     {"archive-lib.hpctech.co.jp H100 page (vendor SXM/PCIe table, sparse figures marked)", "2026", confidence::high}},
    {"power.idle", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"scale_up",
     {"archive-lib.hpctech.co.jp H100 page (vendor SXM/PCIe table, sparse figures marked)", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"rent", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins h100_pcie_made = {.package = &h100_pcie_package};
inline constexpr basic_accelerator<estimate> h100_pcie = accelerator_of(h100_pcie_sheet, h100_pcie_made);
inline constexpr auto& h100_pcie_sources = detail::model_sources<h100_pcie_sheet, h100_pcie_sheet_sources, h100_pcie_made>;

inline constexpr basic_datasheet<estimate> h800_sheet = datasheet_of(
    h800, {.vendor = "NVIDIA",
           .form_factor = "SXM5 module",
           .year = 2023,
           .status = "discontinued (export rule of 2023-10-17)",
           .silicon =
               {.node = "TSMC 4N (5 nm class)",
                .foundry = "TSMC",
                .die_area = known(814.0) * square_millimetre,
                .die_area_basis = "published",
                .compute_dies = 1,
                .transistors = known(80.0e9)},
           .peak =
               {.fp64 = dense(range(0.8, 1.0, 1.2) * TFLOP_per_second),
                .fp64_matrix = dense(range(0.8, 1.0, 1.2) * TFLOP_per_second),
                .fp32 = dense(known(66.9) * TFLOP_per_second)},
           .memory = {.type = "HBM3", .stacks = 5},
           .sram = {.total = known(87.0) * MB, .shared = known(52.4) * MB, .distributed = known(34.6) * MB},
           .power = {.term = "maximum TDP"},
           .scale_up = {.technology = "NVLink 4 (cut down)", .domain = 8},
           .scale_out = one_way(known(400.0) * gigabit_per_second),
           .package = "CoWoS-S",
           .cooling = "air or liquid",
           .quotes = {{{.how = price_kind::estimate, .date = "2023"}}},
           .note = "The H100 for China until October 2023, with links cut to 400 GB/s both ways; the link rate and "
                   "FP64 are recalled."}
);
inline constexpr sourced_field h800_facts[] = {
    {"name", {"aiwiki.ai/wiki/nvidia_h800 (reviewed 2026-06-03)", "2026-06-03", confidence::medium}},
    {"silicon",
     {"siliconanalysts.com, B200 cost breakdown (modelled, +/-15-20%); aiwiki.ai/wiki/nvidia_h800 (reviewed "
      "2026-06-03)",
      "2026", confidence::high}},
    {"peak",
     {"aiwiki.ai/wiki/nvidia_h800 (reviewed 2026-06-03); Epoch AI chip counts: price ranges, power limits, 8-bit rates",
      "2026-06-03", confidence::high}},
    {"peak.fp64", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak.fp64_matrix", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"power", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::high}},
    {"scale_up", {"aiwiki.ai/wiki/nvidia_h800 (reviewed 2026-06-03)", "2026-06-03", confidence::medium}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}}};
inline constexpr auto& h800_sheet_sources = detail::sheet_sources<h800_sheet, h800_sources, h800_facts>;

inline constexpr basic_datasheet<estimate> h20_sheet = datasheet_of(
    h20, {.vendor = "NVIDIA",
          .form_factor = "SXM5 module",
          .year = 2024,
          .silicon =
              {.node = "TSMC 4N (5 nm class)",
               .foundry = "TSMC",
               .die_area = known(814.0) * square_millimetre,
               .die_area_basis = "published",
               .compute_dies = 1,
               .transistors = known(80.0e9)},
          .peak =
              {.fp64 = dense(range(0.8, 1.0, 1.2) * TFLOP_per_second),
               .fp64_matrix = dense(range(0.8, 1.0, 1.2) * TFLOP_per_second),
               .fp32 = dense(known(44.0) * TFLOP_per_second)},
          .memory = {.type = "HBM3", .stacks = 6},
          .sram = {.total = known(83.4) * MB, .shared = known(62.9) * MB, .distributed = known(20.4) * MB},
          .power = {.term = "TDP"},
          .scale_up = {.technology = "NVLink 4 + NVSwitch", .domain = 8},
          .scale_out = one_way(known(400.0) * gigabit_per_second),
          .package = "CoWoS-S",
          .cooling = "air",
          .quotes =
              {{{.how = price_kind::estimate, .date = "2024"},
                {.amount = range(10'000.0, 11'500.0, 13'000.0) * USD, .how = price_kind::estimate, .date = "2025"}}},
          .note = "A card in state media says 550 W; the vendor 400 W. A later variant has 141 GB of HBM3e."}
);
inline constexpr sourced_field h20_facts[] = {
    {"name", {"tweaktown.com news 95224 (H20 96 GB, 4.0 TB/s, 900 GB/s, 400 W)", "2026", confidence::high}},
    {"silicon", {"zangshuxian.com H20 note (dense FP64..INT8 list, 78 SM)", "2026", confidence::medium}},
    {"peak",
     {"zangshuxian.com H20 note (dense FP64..INT8 list, 78 SM); Epoch AI chip counts: price ranges, power limits, "
      "8-bit rates",
      "2026", confidence::high}},
    {"memory",
     {"tweaktown.com news 95224 (H20 96 GB, 4.0 TB/s, 900 GB/s, 400 W); zangshuxian.com H20 note (dense FP64..INT8 "
      "list, 78 SM)",
      "2026", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power",
     {"tweaktown.com news 95224 (H20 96 GB, 4.0 TB/s, 900 GB/s, 400 W); Epoch AI chip counts: price ranges, power "
      "limits, 8-bit rates",
      "2026", confidence::high}},
    {"scale_up", {"tweaktown.com news 95224 (H20 96 GB, 4.0 TB/s, 900 GB/s, 400 W)", "2026", confidence::high}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}}};
inline constexpr auto& h20_sheet_sources = detail::sheet_sources<h20_sheet, h20_sources, h20_facts>;

inline constexpr basic_datasheet<estimate> h200_sheet = datasheet_of(
    h200, {.vendor = "NVIDIA",
           .form_factor = "SXM5 module",
           .year = 2024,
           .silicon =
               {.node = "TSMC 4N (5 nm class)",
                .foundry = "TSMC",
                .die_area = known(814.0) * square_millimetre,
                .die_area_basis = "published",
                .compute_dies = 1,
                .transistors = known(80.0e9)},
           .peak =
               {.fp64 = dense(known(33.5) * TFLOP_per_second),
                .fp64_matrix = dense(known(66.9) * TFLOP_per_second),
                .fp32 = dense(known(66.9) * TFLOP_per_second)},
           .memory = {.type = "HBM3e", .stacks = 6},
           .sram = {.total = known(87.0) * MB, .shared = known(52.4) * MB, .distributed = known(34.6) * MB},
           .power = {.term = "maximum TDP"},
           .scale_up = {.technology = "NVLink 4 + NVSwitch", .domain = 8},
           .scale_out = one_way(known(400.0) * gigabit_per_second),
           .package = "CoWoS-S",
           .cooling = "air or liquid",
           .quotes =
               {{{.how = price_kind::estimate, .date = "2025"},
                 {.amount = range(30'000.0, 35'000.0, 40'000.0) * USD, .how = price_kind::street, .date = "2025"}}},
           .rent = range(2.5, 4.54, 9.1) * USD / accelerator_hour,
           .note = "3.94 PFLOP/s in FP8 is the sparse rate. Six stacks make a bus of 6,144 bits, not 8,192."}
);
inline constexpr sourced_field h200_facts[] = {
    {"name",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"silicon", {"aiwiki.ai/wiki/nvidia_h800 (reviewed 2026-06-03)", "2026-06-03", confidence::medium}},
    {"peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"memory",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); MLPerf "
      "inference v5.1 system descriptions",
      "2026-08-22", confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates); MLPerf inference "
      "v5.1 system descriptions",
      "2026-08-22", confidence::high}},
    {"scale_out", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent",
     {"mercatus-ai.com cloud GPU pricing guide (May 2026); spheron.network blog, H200 vs B200 vs GB200 (prices of "
      "2026-03-17)",
      "2026", confidence::medium}}};
inline constexpr auto& h200_sheet_sources = detail::sheet_sources<h200_sheet, h200_sources, h200_facts>;

} // namespace tallywatt::catalog

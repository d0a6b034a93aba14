#pragma once
// Data sheets: Huawei Ascend. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/china.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> ascend_910b_sheet = {
    .vendor = "Huawei",
    .name = "Ascend 910B (B2/B3 class)",
    .form_factor = "module (Atlas 800 A2)",
    .year = 2023,
    .silicon =
        {.node = "SMIC N+1/N+2 (7 nm class)",
         .foundry = "SMIC (some TSMC-made dies)",
         .die_area = known(665.6) * square_millimetre,
         .die_area_basis = "measured",
         .compute_dies = 1,
         .other_dies = "I/O die"},
    .peak =
        {.bf16 = dense(range(280.0, 320.0, 414.0) * TFLOP_per_second),
         .fp16 = dense(range(280.0, 320.0, 414.0) * TFLOP_per_second),
         .int8 = dense(range(560.0, 640.0, 828.0) * TFLOP_per_second)},
    .memory =
        {.type = "HBM2e", .capacity = printed_GB(64.0), .bandwidth = range(1.2, 1.6, 1.6) * TB_per_second, .stacks = 4},
    .power = {.tdp = range(310.0, 400.0, 400.0) * watt, .term = "reported (310-400)"},
    .scale_up = {.technology = "HCCS mesh", .rate = one_way(known(196.0) * GB_per_second), .domain = 8},
    .scale_out = one_way(known(200.0) * gigabit_per_second),
    .package = "2.5D silicon interposer",
    .cooling = "air",
    .quotes = {{{.amount = range(15'000.0, 16'000.0, 17'000.0) * USD, .how = price_kind::street, .date = "2024"}}},
    .note = "Sold in four bins: FP16 of 280 to 414. Made in N+1 or N+2; some dies by TSMC. One article says 400 GB/s "
            "of memory bandwidth."};
inline constexpr sourced_field ascend_910b_sheet_sources[] = {
    {"name",
     {"nomusica.com and bytefeed.ai, die shots: 910B 665.61 mm2, 25 cores; 910 456.25 mm2; boardor.com 910B article",
      "2026", confidence::medium}},
    {"silicon",
     {"nomusica.com and bytefeed.ai, die shots: 910B 665.61 mm2, 25 cores; 910 456.25 mm2", "2026",
      confidence::medium}},
    {"peak",
     {"CSET note on Ascend 910/910B (320 TF class, fewer cores); boardor.com 910B article", "2026",
      confidence::medium}},
    {"peak.int8", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory", {"boardor.com 910B article", "2026", confidence::low}},
    {"memory.bandwidth", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"power", {"boardor.com 910B article", "2026", confidence::low}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins ascend_910b_made = {.package = &ascend_910b_package};
inline constexpr basic_accelerator<estimate> ascend_910b = accelerator_of(ascend_910b_sheet, ascend_910b_made);
inline constexpr auto& ascend_910b_sources = detail::model_sources<ascend_910b_sheet, ascend_910b_sheet_sources, ascend_910b_made>;

inline constexpr basic_datasheet<estimate> ascend_910c_sheet = {
    .vendor = "Huawei",
    .name = "Ascend 910C",
    .form_factor = "dual-die module (CloudMatrix 384)",
    .year = 2025,
    .silicon =
        {.node = "7 nm class (TSMC N7+ stock and SMIC N+2)",
         .foundry = "TSMC and SMIC",
         .die_area = range(599.0, 665.6, 732.0) * square_millimetre,
         .die_area_basis = "estimate",
         .compute_dies = 2},
    .peak =
        {.bf16 = dense(range(752.0, 752.0, 800.0) * TFLOP_per_second),
         .fp16 = dense(range(752.0, 752.0, 800.0) * TFLOP_per_second),
         .int8 = dense(known(1504.0) * TFLOP_per_second)},
    .memory = {.type = "HBM2e", .capacity = known(128.0) * GiB, .bandwidth = known(3.2) * TB_per_second, .stacks = 8},
    .scale_up =
        {.technology = "Unified Bus (UB), optical",
         .rate = one_way(range(350.0, 392.0, 392.0) * GB_per_second),
         .domain = 384},
    .scale_out = one_way(known(400.0) * gigabit_per_second),
    .package = "two 2.5D interposers on one organic substrate",
    .cooling = "air/liquid (system)",
    .quotes = {{{.amount = range(25'000.0, 26'500.0, 28'000.0) * USD, .how = price_kind::street, .date = "2025"}}},
    .note = "BF16 of 752 (Huawei), 780 and 800 (analysts). Links of 392 GB/s each way by Huawei's paper, 350 by "
            "analysts; 196 is one die's. HBM2e or HBM3. No limit published: 559 kW of a system of 384 are 1,456 W each "
            "with all else."};
inline constexpr sourced_field ascend_910c_sheet_sources[] = {
    {"name",
     {"The Register and Reportify on the CloudMatrix384 paper (752 TFLOP/s, 2 x 1.6 TB/s, 8 stacks)", "2025-07-29",
      confidence::high}},
    {"silicon",
     {"nomusica.com and bytefeed.ai, die shots: 910B 665.61 mm2, 25 cores; 910 456.25 mm2; checkpoint10.com on 910C "
      "(800 TF, 3.2 TB/s)",
      "2026", confidence::medium}},
    {"peak",
     {"The Register and Reportify on the CloudMatrix384 paper (752 TFLOP/s, 2 x 1.6 TB/s, 8 stacks)", "2025-07-29",
      confidence::high}},
    {"peak.int8", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory",
     {"The Register and Reportify on the CloudMatrix384 paper (752 TFLOP/s, 2 x 1.6 TB/s, 8 stacks); TechForge (12 and "
      "4 racks, 6,912 transceivers, HBM2E)",
      "2025-07-29", confidence::high}},
    {"scale_up",
     {"The Register and Reportify on the CloudMatrix384 paper (752 TFLOP/s, 2 x 1.6 TB/s, 8 stacks); "
      "chinaresearchcollective note (48 nodes x 8 NPU, 196 GB/s per NPU figure)",
      "2025-07-29", confidence::medium}},
    {"scale_out",
     {"The Register and Reportify on the CloudMatrix384 paper (752 TFLOP/s, 2 x 1.6 TB/s, 8 stacks)", "2025-07-29",
      confidence::medium}},
    {"package", {"checkpoint10.com on 910C (800 TF, 3.2 TB/s)", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins ascend_910c_assumed = {
    .tdp = range(620.0, 800.0, 1000.0) * watt,
    .from = {
        "assumed: two 910B of 310 to 400 W at least, below the 1,456 W that a system draws for each", "2026",
        confidence::assumed},
    .package = &ascend_910c_package};
inline constexpr basic_accelerator<estimate> ascend_910c = accelerator_of(ascend_910c_sheet, ascend_910c_assumed);
inline constexpr auto& ascend_910c_sources =
    detail::model_sources<ascend_910c_sheet, ascend_910c_sheet_sources, ascend_910c_assumed>;

} // namespace tallywatt::catalog

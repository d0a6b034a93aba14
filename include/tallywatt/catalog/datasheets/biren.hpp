#pragma once
// Data sheets: Biren. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/china.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> br100_sheet = {
    .vendor = "Biren",
    .name = "BR100",
    .form_factor = "OAM",
    .year = 2022,
    .status = "blocked by export rules",
    .silicon =
        {.node = "TSMC N7",
         .foundry = "TSMC",
         .die_area = known(537.0) * square_millimetre,
         .die_area_basis = "published total 1,074 / 2",
         .compute_dies = 2,
         .transistors = known(77.0e9)},
    .peak =
        {.fp32 = dense(known(256.0) * TFLOP_per_second),
         .tf32 = dense(known(512.0) * TFLOP_per_second),
         .bf16 = dense(known(1024.0) * TFLOP_per_second),
         .fp16 = dense(known(1024.0) * TFLOP_per_second),
         .int8 = dense(known(2048.0) * TFLOP_per_second)},
    .memory = {.type = "HBM2e", .capacity = known(64.0) * GiB, .bandwidth = known(1.64) * TB_per_second, .stacks = 4},
    .sram = {.total = known(300.0) * MB, .shared = known(256.0) * MB, .distributed = known(44.0) * MB},
    .power = {.tdp = known(550.0) * watt, .term = "TDP"},
    .scale_up =
        {.technology = "BLink (8 links)", .rate = one_way(range(205.0, 256.0, 307.0) * GB_per_second), .domain = 8},
    .package = "CoWoS-S",
    .cooling = "air",
    .note = "2.3 TB/s is printed as memory bandwidth, as link rate and as all input and output; four HBM2e stacks make "
            "1.64. 1,072 or 1,074 mm2. Blocked by export rules in 2022."};
inline constexpr sourced_field br100_sheet_sources[] = {
    {"name", {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s)", "2022-08", confidence::high}},
    {"silicon",
     {"techpowerup.com 2022-08-24 (Hot Chips), golem.de (1,072 mm2, 300 MB SRAM, 2.3 TB/s)", "2022-08-24",
      confidence::high}},
    {"peak",
     {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s); techpowerup.com 2022-08-24 (Hot Chips), golem.de "
      "(1,072 mm2, 300 MB SRAM, 2.3 TB/s)",
      "2022-08", confidence::high}},
    {"memory",
     {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s); techpowerup.com 2022-08-24 (Hot Chips), golem.de "
      "(1,072 mm2, 300 MB SRAM, 2.3 TB/s)",
      "2022-08", confidence::medium}},
    {"sram",
     {"techpowerup.com 2022-08-24 (Hot Chips), golem.de (1,072 mm2, 300 MB SRAM, 2.3 TB/s)", "2022-08-24",
      confidence::high}},
    {"power",
     {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s); techpowerup.com 2022-08-24 (Hot Chips), golem.de "
      "(1,072 mm2, 300 MB SRAM, 2.3 TB/s)",
      "2022-08", confidence::high}},
    {"scale_up",
     {"techpowerup.com 2022-08-24 (Hot Chips), golem.de (1,072 mm2, 300 MB SRAM, 2.3 TB/s)", "2022-08-24",
      confidence::low}},
    {"package",
     {"techpowerup.com 2022-08-24 (Hot Chips), golem.de (1,072 mm2, 300 MB SRAM, 2.3 TB/s)", "2022-08-24",
      confidence::high}}};
inline constexpr stand_ins br100_assumed = {
    .price = range(8000.0, 15'000.0, 25'000.0) * USD,
    .from = {"assumed: no public price", "2026", confidence::assumed},
    .package = &br100_package};
inline constexpr basic_accelerator<estimate> br100 = accelerator_of(br100_sheet, br100_assumed);
inline constexpr auto& br100_sources = detail::model_sources<br100_sheet, br100_sheet_sources, br100_assumed>;

inline constexpr basic_datasheet<estimate> br104_sheet = {
    .vendor = "Biren",
    .name = "BR104",
    .form_factor = "PCIe FHFL",
    .year = 2022,
    .silicon =
        {.node = "TSMC N7",
         .foundry = "TSMC",
         .die_area = range(483.0, 537.0, 591.0) * square_millimetre,
         .die_area_basis = "estimate",
         .compute_dies = 1},
    .peak =
        {.fp32 = dense(known(128.0) * TFLOP_per_second),
         .tf32 = dense(known(256.0) * TFLOP_per_second),
         .bf16 = dense(known(512.0) * TFLOP_per_second),
         .fp16 = dense(known(512.0) * TFLOP_per_second),
         .int8 = dense(known(1024.0) * TFLOP_per_second)},
    .memory = {.type = "HBM2e", .capacity = known(32.0) * GiB, .bandwidth = known(0.819) * TB_per_second, .stacks = 2},
    .sram = {.total = range(120.0, 150.0, 150.0) * MB},
    .power = {.tdp = known(300.0) * watt, .term = "TDP"},
    .scale_up =
        {.technology = "BLink (3 links)", .rate = one_way(range(76.8, 96.0, 115.0) * GB_per_second), .domain = 4},
    .package = "CoWoS-S",
    .cooling = "air (passive)",
    .note = "One of BR100's two dies."};
inline constexpr sourced_field br104_sheet_sources[] = {
    {"name", {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s)", "2022-08", confidence::high}},
    {"silicon",
     {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s); techpowerup.com 2022-08-24 (Hot Chips), golem.de "
      "(1,072 mm2, 300 MB SRAM, 2.3 TB/s)",
      "2022-08", confidence::medium}},
    {"peak", {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s)", "2022-08", confidence::high}},
    {"memory", {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s)", "2022-08", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"power", {"tomshardware.com 2022-08 (BR100/BR104 table, 1.64 TB/s)", "2022-08", confidence::high}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr stand_ins br104_assumed = {
    .price = range(5000.0, 8000.0, 12'000.0) * USD, .from = {"assumed: no public price", "2026", confidence::assumed},
    .package = &br104_package};
inline constexpr basic_accelerator<estimate> br104 = accelerator_of(br104_sheet, br104_assumed);
inline constexpr auto& br104_sources = detail::model_sources<br104_sheet, br104_sheet_sources, br104_assumed>;

} // namespace tallywatt::catalog

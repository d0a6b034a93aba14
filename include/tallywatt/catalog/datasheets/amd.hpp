#pragma once
// Data sheets: AMD Instinct, and an FPGA with HBM. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/mi250x.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/mi325x.hpp>
#include <tallywatt/catalog/mi355x.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> mi250x_sheet = datasheet_of(
    mi250x,
    {.vendor = "AMD",
     .form_factor = "OAM",
     .year = 2021,
     .silicon =
         {.node = "TSMC N6",
          .foundry = "TSMC",
          .die_area = range(700.0, 724.0, 750.0) * square_millimetre,
          .die_area_basis = "measured",
          .compute_dies = 2,
          .transistors = known(58.2e9)},
     .peak =
         {.fp64 = dense(known(47.9) * TFLOP_per_second),
          .fp64_matrix = dense(known(95.7) * TFLOP_per_second),
          .fp32 = dense(known(47.9) * TFLOP_per_second)},
     .memory = {.type = "HBM2e", .stacks = 8},
     .sram = {.total = known(31.2) * MB, .shared = known(16.8) * MB, .distributed = known(14.4) * MB},
     .power = {.term = "peak board power (500 W TDP)"},
     .scale_up = {.technology = "Infinity Fabric", .domain = 4},
     .scale_out = one_way(known(200.0) * gigabit_per_second),
     .package = "2.5D elevated fanout bridge (EFB)",
     .cooling = "air or liquid",
     .quotes = {{{.how = price_kind::estimate, .date = "2022-2024"}}},
     .note = "Software sees two halves. Of eight links of 100 GB/s, one table counts the seven to other packages."}
);
inline constexpr sourced_field mi250x_facts[] = {
    {"name", {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers)", "2024-10", confidence::high}},
    {"silicon",
     {"Hot Chips 34 coverage of MI250X (58 B transistors, N6, 8 HBM2e stacks, 3.2 TB/s)", "2026", confidence::medium}},
    {"silicon.die_area", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak",
     {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers); Machine Learning Engineering open book, "
      "accelerator chapter (dense tables that cite vendor pages)",
      "2024-10", confidence::high}},
    {"memory",
     {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers); Machine Learning Engineering open book, "
      "accelerator chapter (dense tables that cite vendor pages)",
      "2024-10", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::medium}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}}};
inline constexpr auto& mi250x_sheet_sources = detail::sheet_sources<mi250x_sheet, mi250x_sources, mi250x_facts>;

inline constexpr basic_datasheet<estimate> mi300x_sheet = datasheet_of(
    mi300x, {.vendor = "AMD",
             .form_factor = "OAM",
             .year = 2023,
             .silicon =
                 {.node = "TSMC N5 (XCD), N6 (IOD)",
                  .foundry = "TSMC",
                  .die_area = range(110.0, 115.0, 115.0) * square_millimetre,
                  .die_area_basis = "estimate",
                  .compute_dies = 8,
                  .other_dies = "4 I/O dies on N6, about 370 mm2 each",
                  .transistors = known(153.0e9)},
             .peak =
                 {.fp64 = dense(known(81.7) * TFLOP_per_second),
                  .fp64_matrix = dense(known(163.4) * TFLOP_per_second),
                  .fp32 = dense(known(163.4) * TFLOP_per_second)},
             .memory = {.type = "HBM3", .stacks = 8},
             .sram = {.total = known(321.9) * MB, .shared = known(268.4) * MB, .distributed = known(53.5) * MB},
             .power = {.term = "peak board power"},
             .scale_up = {.technology = "Infinity Fabric mesh (7 links)", .domain = 8},
             .scale_out = one_way(known(400.0) * gigabit_per_second),
             .package = "SoIC (3D) + CoWoS-S",
             .cooling = "air",
             .quotes = {{{.how = price_kind::estimate, .date = "2024-2025"}}},
             .rent = range(1.5, 3.873, 6.0) * USD / accelerator_hour,
             .note = "Dies of 115 mm2 (die shots) or 110 mm2 (a remark at ISSCC 2026). 146 billion transistors are "
                     "MI300A's. Only 64 GB/s each way between any two of eight."}
);
inline constexpr sourced_field mi300x_facts[] = {
    {"name", {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers)", "2024-10", confidence::high}},
    {"silicon",
     {"news on ISSCC 2026 MI355X talk (world-today-news, lavx): 110 mm2 XCD, 32 CU, 2 I/O dies; Epoch AI chip counts: "
      "price ranges, power limits, 8-bit rates",
      "2026", confidence::medium}},
    {"silicon.die_area", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"silicon.transistors", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak",
     {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers); Machine Learning Engineering open book, "
      "accelerator chapter (dense tables that cite vendor pages)",
      "2024-10", confidence::high}},
    {"memory",
     {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers); Machine Learning Engineering open book, "
      "accelerator chapter (dense tables that cite vendor pages)",
      "2024-10", confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages); "
      "glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers)",
      "2026-08-22", confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out", {"Azure documentation, ND MI300X v5", "2024-05", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent",
     {"cliffcenter.com AMD inference economics (2026-05-18; MI300X, MI325X, H100 rental prices)", "2026-05-18",
      confidence::medium}}};
inline constexpr auto& mi300x_sheet_sources = detail::sheet_sources<mi300x_sheet, mi300x_sources, mi300x_facts>;

inline constexpr basic_datasheet<estimate> mi325x_sheet = datasheet_of(
    mi325x, {.vendor = "AMD",
             .form_factor = "OAM",
             .year = 2024,
             .silicon =
                 {.node = "TSMC N5 (XCD), N6 (IOD)",
                  .foundry = "TSMC",
                  .die_area = range(110.0, 115.0, 115.0) * square_millimetre,
                  .die_area_basis = "estimate",
                  .compute_dies = 8,
                  .other_dies = "4 I/O dies on N6, about 370 mm2 each",
                  .transistors = known(153.0e9)},
             .peak =
                 {.fp64 = dense(known(81.7) * TFLOP_per_second),
                  .fp64_matrix = dense(known(163.4) * TFLOP_per_second),
                  .fp32 = dense(known(163.4) * TFLOP_per_second)},
             .memory = {.type = "HBM3e", .stacks = 8},
             .sram = {.total = known(321.9) * MB, .shared = known(268.4) * MB, .distributed = known(53.5) * MB},
             .power = {.term = "peak board power"},
             .scale_up = {.technology = "Infinity Fabric mesh (7 links)", .domain = 8},
             .scale_out = one_way(known(400.0) * gigabit_per_second),
             .package = "SoIC (3D) + CoWoS-S",
             .cooling = "air or liquid",
             .quotes = {{{.how = price_kind::estimate, .date = "2025"}}},
             .rent = range(1.95, 2.225, 2.5) * USD / accelerator_hour,
             .note = "The compute silicon of MI300X with more memory."}
);
inline constexpr sourced_field mi325x_facts[] = {
    {"name", {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers)", "2024-10", confidence::high}},
    {"silicon",
     {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers)", "2024-10", confidence::medium}},
    {"peak",
     {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers); Machine Learning Engineering open book, "
      "accelerator chapter (dense tables that cite vendor pages)",
      "2024-10", confidence::high}},
    {"memory",
     {"glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers); Machine Learning Engineering open book, "
      "accelerator chapter (dense tables that cite vendor pages)",
      "2024-10", confidence::high}},
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
     {"cliffcenter.com AMD inference economics (2026-05-18; MI300X, MI325X, H100 rental prices)", "2026-05-18",
      confidence::medium}}};
inline constexpr auto& mi325x_sheet_sources = detail::sheet_sources<mi325x_sheet, mi325x_sources, mi325x_facts>;

inline constexpr basic_datasheet<estimate> mi355x_sheet = datasheet_of(
    mi355x,
    {.vendor = "AMD",
     .form_factor = "OAM",
     .year = 2025,
     .silicon =
         {.node = "TSMC N3P (XCD), N6 (IOD)",
          .foundry = "TSMC",
          .die_area = known(110.0) * square_millimetre,
          .die_area_basis = "published",
          .compute_dies = 8,
          .other_dies = "2 I/O dies on N6, area unpublished",
          .transistors = known(185.0e9)},
     .peak =
         {.fp64 = dense(known(78.6) * TFLOP_per_second),
          .fp64_matrix = dense(known(78.6) * TFLOP_per_second),
          .fp32 = dense(known(157.3) * TFLOP_per_second),
          .fp6 = dense(known(10'066.0) * TFLOP_per_second)},
     .memory = {.type = "HBM3e (12-high)", .stacks = 8},
     .sram = {.total = known(343.9) * MB, .shared = known(268.4) * MB, .distributed = known(75.5) * MB},
     .power = {.term = "board power"},
     .scale_up = {.technology = "Infinity Fabric mesh (7 links)", .domain = 8},
     .scale_out = one_way(known(400.0) * gigabit_per_second),
     .package = "SoIC (3D) + CoWoS-S",
     .cooling = "liquid",
     .quotes = {{{.how = price_kind::estimate, .date = "2025"}}},
     .note = "A preview in 2024 said 2.3, 4.6 and 9.2 PFLOP/s; the product has 2.5, 5.0 and 10.1. FP6 runs at the rate "
             "of FP4. Links of 1,071 or 1,075 GB/s both ways. Ten stacks on a builder's page is wrong."}
);
inline constexpr sourced_field mi355x_facts[] = {
    {"name",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"silicon",
     {"news on ISSCC 2026 MI355X talk (world-today-news, lavx): 110 mm2 XCD, 32 CU, 2 I/O dies", "2026",
      confidence::high}},
    {"peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"memory",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::medium}},
    {"power",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package",
     {"theoutpost.ai / wccftech on Hot Chips 2025 MI350 (N3P XCD, N6 IOD, 185 B, 1400 W, CoWoS-S)", "2025",
      confidence::high}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}}};
inline constexpr auto& mi355x_sheet_sources = detail::sheet_sources<mi355x_sheet, mi355x_sources, mi355x_facts>;

inline constexpr basic_datasheet<estimate> alveo_v80_sheet = {
    .vendor = "AMD",
    .name = "Alveo V80 (Versal HBM)",
    .form_factor = "PCIe FHFL dual slot",
    .year = 2024,
    .silicon =
        {.node = "TSMC N7", .foundry = "TSMC", .compute_dies = 3, .other_dies = "three super logic regions plus HBM"},
    .peak =
        {.fp32 = dense(range(8.0, 17.0, 17.0) * TFLOP_per_second),
         .int8 = dense(range(27.0, 55.0, 55.0) * TFLOP_per_second)},
    .memory =
        {.type = "HBM2e plus DDR4",
         .capacity = known(32.0) * GiB,
         .bandwidth = range(0.46, 0.82, 0.82) * TB_per_second,
         .stacks = 2},
    .power = {.tdp = range(190.0, 190.0, 300.0) * watt, .term = "typical design power; 300 W maximum"},
    .scale_up =
        {.technology = "4 x QSFP56 200 GbE (user logic)", .rate = one_way(known(100.0) * GB_per_second), .domain = 1},
    .scale_out = one_way(known(800.0) * gigabit_per_second),
    .package = "CoWoS-S (SSI)",
    .cooling = "air (passive)",
    .quotes = {{{.amount = known(9495.0) * USD, .how = price_kind::list, .date = "2024-05"}}},
    .note = "An FPGA: rates are its multipliers' at most, and a design rarely reaches half. 820 GB/s of the memory, "
            "about 460 by the reference shell. 190 W typical, 300 W at most."};
inline constexpr sourced_field alveo_v80_sheet_sources[] = {
    {"name", {"xilinx.github.io amr-docs V80 board page (32 GB HBM, PCIe Gen5 x8)", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"memory", {"xilinx.github.io amr-docs V80 board page (32 GB HBM, PCIe Gen5 x8)", "2026", confidence::medium}},
    {"memory.bandwidth", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"scale_up", {"xilinx.github.io amr-docs V80 board page (32 GB HBM, PCIe Gen5 x8)", "2026", confidence::medium}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};

} // namespace tallywatt::catalog

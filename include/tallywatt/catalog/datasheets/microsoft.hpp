#pragma once
// Data sheets: Microsoft Maia. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/own_silicon.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> maia_100_sheet = {
    .vendor = "Microsoft",
    .name = "Maia 100",
    .form_factor = "custom server board, 4 per node",
    .year = 2023,
    .silicon =
        {.node = "TSMC N5",
         .foundry = "TSMC",
         .die_area = known(820.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .transistors = known(105.0e9)},
    .peak = {.bf16 = dense(known(800.0) * TFLOP_per_second)},
    .memory = {.type = "HBM2e", .capacity = known(64.0) * GiB, .bandwidth = known(1.8) * TB_per_second, .stacks = 4},
    .sram = {.total = known(500.0) * MB, .distributed = known(500.0) * MB},
    .power = {.tdp = known(700.0) * watt, .term = "design TDP (500 W provisioned)"},
    .scale_up =
        {.technology = "Ethernet, 12 x 400 GbE shared fabric",
         .rate = one_way(range(450.0, 450.0, 600.0) * GB_per_second),
         .domain = 4},
    .scale_out = one_way(known(1200.0) * gigabit_per_second),
    .package = "CoWoS-S",
    .cooling = "liquid (sidekick)",
    .note = "600 GB/s count all twelve ports; nine of them, 450 GB/s, stay in the node, and the three that leave it "
            "are the scale-out. 500 W provisioned of 700 W by design. Its 9-bit and 6-bit block formats (1.5 and 3 "
            "POPS) are no OCP formats."};
inline constexpr sourced_field maia_100_sheet_sources[] = {
    {"name",
     {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list; glennklockwood.com/garden/processors/maia-100", "2024",
      confidence::high}},
    {"silicon",
     {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list; glennklockwood.com/garden/processors/maia-100", "2024",
      confidence::high}},
    {"peak", {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list", "2024", confidence::high}},
    {"memory",
     {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list; glennklockwood.com/garden/processors/maia-100", "2024",
      confidence::high}},
    {"sram", {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list", "2024", confidence::high}},
    {"power", {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list", "2024", confidence::high}},
    {"scale_up",
     {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list; glennklockwood.com/garden/processors/maia-100", "2024",
      confidence::high}},
    {"scale_out", {"glennklockwood.com/garden/processors/maia-100", "2026", confidence::high}},
    {"package", {"neowin.net and eeworld.com, Maia 100 Hot Chips 2024 list", "2024", confidence::high}}};
inline constexpr stand_ins maia_100_assumed = {
    .price = range(5000.0, 8000.0, 15'000.0) * USD,
    .from = {
        "assumed: not sold; by die and memory beside other chips that clouds build for themselves", "2026",
        confidence::assumed},
    .package = &maia_100_package};
inline constexpr basic_accelerator<estimate> maia_100 = accelerator_of(maia_100_sheet, maia_100_assumed);
inline constexpr auto& maia_100_sources =
    detail::model_sources<maia_100_sheet, maia_100_sheet_sources, maia_100_assumed>;

} // namespace tallywatt::catalog

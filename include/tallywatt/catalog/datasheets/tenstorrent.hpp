#pragma once
// Data sheets: Tenstorrent. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/sram.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> wormhole_sheet = {
    .vendor = "Tenstorrent",
    .name = "Wormhole n300",
    .form_factor = "PCIe card, 2 chips",
    .year = 2024,
    .silicon =
        {.node = "GlobalFoundries 12 nm",
         .foundry = "GlobalFoundries",
         .die_area = known(670.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 2},
    .peak =
        {.bf16 = dense(known(131.0) * TFLOP_per_second),
         .fp16 = dense(known(131.0) * TFLOP_per_second),
         .fp8 = dense(range(262.0, 466.0, 466.0) * TFLOP_per_second)},
    .memory = {.type = "GDDR6", .capacity = printed_GB(24.0), .bandwidth = known(0.576) * TB_per_second},
    .sram = {.total = known(192.0) * MB, .distributed = known(192.0) * MB},
    .power = {.tdp = known(300.0) * watt, .term = "total board power"},
    .scale_up = {.technology = "Ethernet (on-chip)", .rate = one_way(known(100.0) * GB_per_second), .domain = 32},
    .package = "none (flip chip)",
    .cooling = "air",
    .quotes =
        {{{.amount = range(1399.0, 1420.0, 1449.0) * USD,
           .how = price_kind::list,
           .date = "2024-2025",
           .basis = "card"}}},
    .note = "Figures of a card with two chips. FP8 at low fidelity (262 at high); ports of 200 or 400 GbE. 12 nm of "
            "GlobalFoundries, one claim of TSMC."};
inline constexpr sourced_field wormhole_sheet_sources[] = {
    {"name", {"docs.tenstorrent.com, Wormhole specifications", "2026", confidence::high}},
    {"silicon", {"hardwareluxx.de 2025-04 (prices, 12 nm / 6 nm)", "2025-04", confidence::medium}},
    {"silicon.die_area", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak", {"docs.tenstorrent.com, Wormhole specifications", "2026", confidence::high}},
    {"memory", {"docs.tenstorrent.com, Wormhole specifications", "2026", confidence::high}},
    {"sram", {"docs.tenstorrent.com, Wormhole specifications", "2026", confidence::high}},
    {"power", {"docs.tenstorrent.com, Wormhole specifications", "2026", confidence::high}},
    {"scale_up", {"docs.tenstorrent.com, Wormhole specifications", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"hardwareluxx.de 2025-04 (prices, 12 nm / 6 nm)", "2025-04", confidence::high}}};
inline constexpr stand_ins wormhole_made = {.package = &wormhole_n300_packages};
inline constexpr basic_accelerator<estimate> wormhole = accelerator_of(wormhole_sheet, wormhole_made);
inline constexpr auto& wormhole_sources = detail::model_sources<wormhole_sheet, wormhole_sheet_sources, wormhole_made>;

inline constexpr basic_datasheet<estimate> blackhole_sheet = {
    .vendor = "Tenstorrent",
    .name = "Blackhole p150a",
    .form_factor = "PCIe card",
    .year = 2025,
    .silicon =
        {.node = "TSMC N6",
         .foundry = "TSMC",
         .die_area = range(550.0, 600.0, 650.0) * square_millimetre,
         .die_area_basis = "estimate",
         .compute_dies = 1},
    .peak =
        {.bf16 = dense(range(166.0, 166.0, 332.0) * TFLOP_per_second),
         .fp16 = dense(range(166.0, 166.0, 332.0) * TFLOP_per_second),
         .fp8 = dense(range(332.0, 664.0, 774.0) * TFLOP_per_second),
         .units = 120},
    .memory = {.type = "GDDR6", .capacity = printed_GB(32.0), .bandwidth = known(0.512) * TB_per_second},
    .sram = {.total = range(180.0, 180.0, 210.0) * MB, .distributed = range(180.0, 180.0, 210.0) * MB},
    .power = {.tdp = known(300.0) * watt, .term = "total board power"},
    .scale_up = {.technology = "Ethernet 4 x 800 G", .rate = one_way(known(400.0) * GB_per_second), .domain = 32},
    .package = "none (flip chip)",
    .cooling = "air",
    .quotes =
        {{{.amount = range(1299.0, 1350.0, 1399.0) * USD, .how = price_kind::list, .date = "2025", .basis = "card"}}},
    .note = "140 cores at launch, 120 since: memory on the chip and rates differ by a sixth. BF16 of 166 at high "
            "fidelity, 332 at half. 1,299 or 1,399 USD."};
inline constexpr sourced_field blackhole_sheet_sources[] = {
    {"name", {"docs.tenstorrent.com, Blackhole specifications", "2026", confidence::high}},
    {"silicon",
     {"hardwareluxx.de 2025-04 (prices, 12 nm / 6 nm); awesomeagents.ai Blackhole p150a (120 cores, 664 TF BLOCKFP8, "
      "$1,399)",
      "2025-04", confidence::medium}},
    {"peak",
     {"awesomeagents.ai Blackhole p150a (120 cores, 664 TF BLOCKFP8, $1,399); article by codys12 (774 TFLOP/s in FP8 a "
      "card)",
      "2026", confidence::medium}},
    {"memory", {"docs.tenstorrent.com, Blackhole specifications", "2026", confidence::high}},
    {"sram",
     {"docs.tenstorrent.com, Blackhole specifications; awesomeagents.ai Blackhole p150a (120 cores, 664 TF BLOCKFP8, "
      "$1,399)",
      "2026", confidence::medium}},
    {"power", {"docs.tenstorrent.com, Blackhole specifications", "2026", confidence::high}},
    {"scale_up", {"docs.tenstorrent.com, Blackhole specifications", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes",
     {"hardwareluxx.de 2025-04 (prices, 12 nm / 6 nm); article by codys12 (774 TFLOP/s in FP8 a card)", "2025-04",
      confidence::high}}};
inline constexpr stand_ins blackhole_made = {.package = &blackhole_package};
inline constexpr basic_accelerator<estimate> blackhole = accelerator_of(blackhole_sheet, blackhole_made);
inline constexpr auto& blackhole_sources = detail::model_sources<blackhole_sheet, blackhole_sheet_sources, blackhole_made>;

} // namespace tallywatt::catalog

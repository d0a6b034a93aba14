#pragma once
// Data sheets: Graphcore. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/sram.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> bow_ipu_sheet = {
    .vendor = "Graphcore",
    .name = "Bow IPU",
    .form_factor = "4 per Bow-2000 1U",
    .year = 2022,
    .status = "end of sale",
    .silicon =
        {.node = "TSMC N7 (wafer-on-wafer)",
         .foundry = "TSMC",
         .die_area = known(823.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .other_dies = "bonded power-delivery die",
         .transistors = known(59.4e9)},
    .peak =
        {.fp32 = dense(range(80.0, 87.5, 87.5) * TFLOP_per_second),
         .fp16 = dense(known(350.0) * TFLOP_per_second),
         .units = 1472},
    .memory =
        {.type = "on-chip SRAM (plus streaming DDR4)",
         .on_chip = true,
         .capacity = known(900.0) * MB,
         .bandwidth = range(50.0, 65.4, 65.4) * TB_per_second},
    .sram = {.total = known(900.0) * MB, .distributed = known(900.0) * MB},
    .power = {.tdp = known(310.0) * watt, .term = "derived: Bow-2000 average 1.25 kW / 4"},
    .scale_up = {.technology = "IPU-Link", .rate = one_way(known(160.0) * GB_per_second), .domain = 64},
    .scale_out = one_way(known(50.0) * gigabit_per_second),
    .package = "SoIC-WoW",
    .cooling = "air",
    .quotes = {{{.amount = range(8000.0, 8750.0, 9500.0) * USD, .how = price_kind::estimate, .date = "2022"}}},
    .note = "Power is a quarter of a Bow-2000's average of 1.25 kW. Up to 64 GB of streaming memory an IPU come on top "
            "of the memory on the chip."};
inline constexpr sourced_field bow_ipu_sheet_sources[] = {
    {"name", {"docs.graphcore.ai Bow-2000 datasheet", "2026", confidence::high}},
    {"silicon", {"eenewseurope.com, Bow-2000 average 1.25 kW; electronicsforu.com", "2026", confidence::medium}},
    {"silicon.die_area", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"silicon.transistors", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak", {"docs.graphcore.ai Bow-2000 datasheet", "2026", confidence::high}},
    {"peak.fp32", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory", {"docs.graphcore.ai Bow-2000 datasheet", "2026", confidence::high}},
    {"memory.bandwidth", {"own knowledge, not confirmed by a look-up", "2026", confidence::high}},
    {"sram", {"docs.graphcore.ai Bow-2000 datasheet", "2026", confidence::high}},
    {"power", {"eenewseurope.com, Bow-2000 average 1.25 kW; electronicsforu.com", "2026", confidence::medium}},
    {"scale_up", {"docs.graphcore.ai Bow-2000 datasheet", "2026", confidence::medium}},
    {"scale_out", {"docs.graphcore.ai Bow-2000 datasheet", "2026", confidence::high}},
    {"package", {"eenewseurope.com, Bow-2000 average 1.25 kW; electronicsforu.com", "2026", confidence::high}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins bow_ipu_made = {.package = &bow_package};
inline constexpr basic_accelerator<estimate> bow_ipu = accelerator_of(bow_ipu_sheet, bow_ipu_made);
inline constexpr auto& bow_ipu_sources = detail::model_sources<bow_ipu_sheet, bow_ipu_sheet_sources, bow_ipu_made>;

} // namespace tallywatt::catalog

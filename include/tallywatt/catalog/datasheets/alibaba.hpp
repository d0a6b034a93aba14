#pragma once
// Data sheets: Alibaba T-Head. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> hanguang_800_sheet = {
    .vendor = "Alibaba",
    .name = "Hanguang 800",
    .form_factor = "PCIe Gen4 x16 card",
    .year = 2019,
    .silicon =
        {.node = "TSMC 12 nm",
         .foundry = "TSMC",
         .die_area = known(709.0) * square_millimetre,
         .die_area_basis = "published",
         .compute_dies = 1,
         .transistors = known(17.0e9)},
    .peak = {.int8 = dense(known(825.0) * TFLOP_per_second)},
    .memory = {.type = "on-chip SRAM only", .on_chip = true, .capacity = known(192.0) * MB},
    .sram = {.total = known(192.0) * MB, .distributed = known(192.0) * MB},
    .power = {.tdp = known(280.0) * watt, .term = "at 825 TOPS, 700 MHz"},
    .scale_up = {.domain = 1},
    .package = "none (flip chip)",
    .cooling = "air",
    .note = "INT8 only. One early report says 7 nm."};
inline constexpr sourced_field hanguang_800_sheet_sources[] = {
    {"name", {"anandtech.com Hot Chips 2020 live blog; hardwareluxx.de ISSCC 2020", "2020", confidence::high}},
    {"silicon", {"anandtech.com Hot Chips 2020 live blog; hardwareluxx.de ISSCC 2020", "2020", confidence::high}},
    {"peak", {"anandtech.com Hot Chips 2020 live blog; hardwareluxx.de ISSCC 2020", "2020", confidence::high}},
    {"memory", {"anandtech.com Hot Chips 2020 live blog; hardwareluxx.de ISSCC 2020", "2020", confidence::high}},
    {"sram", {"anandtech.com Hot Chips 2020 live blog; hardwareluxx.de ISSCC 2020", "2020", confidence::high}},
    {"power", {"anandtech.com Hot Chips 2020 live blog; hardwareluxx.de ISSCC 2020", "2020", confidence::high}},
    {"scale_up", {"anandtech.com Hot Chips 2020 live blog; hardwareluxx.de ISSCC 2020", "2020", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};

} // namespace tallywatt::catalog

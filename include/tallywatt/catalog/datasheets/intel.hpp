#pragma once
// Data sheets: Intel Gaudi. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/gaudi2.hpp>
#include <tallywatt/catalog/gaudi3.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> gaudi2_sheet = datasheet_of(
    gaudi2,
    {.vendor = "Intel",
     .form_factor = "OAM (HL-225)",
     .year = 2022,
     .silicon = {.node = "TSMC N7", .foundry = "TSMC", .compute_dies = 1},
     .memory = {.type = "HBM2e", .stacks = 6},
     .sram = {.total = known(50.3) * MB, .shared = known(50.3) * MB},
     .power = {.term = "TDP"},
     .scale_up = {.technology = "24 x 100 GbE RoCE (21 inside the node)", .domain = 8},
     .scale_out = one_way(known(300.0) * gigabit_per_second),
     .package = "CoWoS-S (unconfirmed)",
     .cooling = "air",
     .quotes = {{{.how = price_kind::list, .date = "2024-06"}}},
     .note = "Memory of 2.45 or 2.46 TB/s."},
    sixteen_bits::bf16
);
inline constexpr sourced_field gaudi2_facts[] = {
    {"name", {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory", {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::high}},
    {"sram", {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::high}},
    {"power", {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, Gaudi rows (cite white papers); Machine Learning Engineering open book, "
      "network chapter (one-way and both-way link rates)",
      "2026", confidence::high}},
    {"scale_out", {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"quotes",
     {"nextplatform.com 2024-06-13, Gaudi list prices; y-ic.de ($125 k kit)", "2024-06-13", confidence::medium}}};
inline constexpr auto& gaudi2_sheet_sources = detail::sheet_sources<gaudi2_sheet, gaudi2_sources, gaudi2_facts>;

inline constexpr basic_datasheet<estimate> gaudi3_sheet = datasheet_of(
    gaudi3,
    {.vendor = "Intel",
     .form_factor = "OAM (HL-325L)",
     .year = 2024,
     .silicon = {.node = "TSMC N5", .foundry = "TSMC", .compute_dies = 2},
     .memory = {.type = "HBM2e", .stacks = 8},
     .sram = {.total = known(100.7) * MB, .shared = known(100.7) * MB},
     .power = {.term = "TDP (air OAM); PCIe card 600 W"},
     .scale_up = {.technology = "24 x 200 GbE RoCE (21 inside the node)", .domain = 8},
     .scale_out = one_way(known(600.0) * gigabit_per_second),
     .package = "CoWoS-S (unconfirmed)",
     .cooling = "air or liquid",
     .quotes = {{{.how = price_kind::list, .date = "2024-06"}}},
     .note = "BF16 of 1,835 TFLOP/s in the white paper; 1,678 at the clock that is shipped. 600 W is the card for PCIe "
             "slots."},
    sixteen_bits::bf16
);
inline constexpr sourced_field gaudi3_facts[] = {
    {"name", {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::high}},
    {"silicon", {"IEEE Spectrum on Gaudi 3 (two identical dies, 48 MB each)", "2026", confidence::high}},
    {"memory",
     {"Machine Learning Engineering open book, Gaudi rows (cite white papers); nextplatform.com 2024-06-13, Gaudi list "
      "prices; y-ic.de ($125 k kit)",
      "2026", confidence::high}},
    {"sram",
     {"Machine Learning Engineering open book, Gaudi rows (cite white papers); IEEE Spectrum on Gaudi 3 (two identical "
      "dies, 48 MB each)",
      "2026", confidence::high}},
    {"power", {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::high}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"scale_out",
     {"Machine Learning Engineering open book, Gaudi rows (cite white papers)", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"quotes",
     {"nextplatform.com 2024-06-13, Gaudi list prices; y-ic.de ($125 k kit)", "2024-06-13", confidence::high}}};
inline constexpr auto& gaudi3_sheet_sources = detail::sheet_sources<gaudi3_sheet, gaudi3_sources, gaudi3_facts>;

} // namespace tallywatt::catalog

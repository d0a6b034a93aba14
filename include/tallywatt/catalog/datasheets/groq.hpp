#pragma once
// Data sheets: Groq. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/groq_lpu.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> groq_lpu_sheet = datasheet_of(
    groq_lpu,
    {.vendor = "Groq",
     .form_factor = "PCIe card",
     .year = 2020,
     .silicon =
         {.node = "GlobalFoundries 14 nm",
          .foundry = "GlobalFoundries",
          .die_area = range(700.0, 725.0, 750.0) * square_millimetre,
          .die_area_basis = "published",
          .compute_dies = 1,
          .transistors = known(26.8e9)},
     .memory = {.type = "on-chip SRAM", .on_chip = true},
     .sram = {.total = known(230.0) * MB, .distributed = known(230.0) * MB},
     .power = {.term = "chip TDP; card about 275-300 W"},
     .scale_up = {.technology = "chip-to-chip links", .domain = 72},
     .package = "none (flip chip)",
     .cooling = "air",
     .quotes = {{{.how = price_kind::list, .date = "2024-02"}}},
     .note = "750 is TOPS in INT8; the chip has no FP8. 1,000 TOPS is an older headline. 215 W the chip, 275 to 300 W "
             "the card."},
    sixteen_bits::fp16
);
inline constexpr sourced_field groq_lpu_facts[] = {
    {"name",
     {"techpowerup.com and 01.me, Groq LPU (750 TOPS, 188 TF, 230 MB, 80 TB/s, 215 W)", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"silicon.die_area", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"silicon.transistors", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory",
     {"techpowerup.com and 01.me, Groq LPU (750 TOPS, 188 TF, 230 MB, 80 TB/s, 215 W)", "2026", confidence::high}},
    {"sram",
     {"techpowerup.com and 01.me, Groq LPU (750 TOPS, 188 TF, 230 MB, 80 TB/s, 215 W)", "2026", confidence::high}},
    {"power",
     {"techpowerup.com and 01.me, Groq LPU (750 TOPS, 188 TF, 230 MB, 80 TB/s, 215 W); isopack.blogspot.com 2024-02 "
      "($20 k per card at a distributor, 300 W class)",
      "2026", confidence::medium}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes",
     {"isopack.blogspot.com 2024-02 ($20 k per card at a distributor, 300 W class)", "2024-02", confidence::medium}}};
inline constexpr auto& groq_lpu_sheet_sources = detail::sheet_sources<groq_lpu_sheet, groq_lpu_sources, groq_lpu_facts>;

} // namespace tallywatt::catalog

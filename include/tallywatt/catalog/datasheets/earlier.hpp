#pragma once
// Data sheets: earlier accelerators that have a model. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>
#include <tallywatt/catalog/tpu_v3.hpp>
#include <tallywatt/catalog/v100.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> a100_40gb_sheet = datasheet_of(
    a100_40gb, {.vendor = "NVIDIA",
                .form_factor = "SXM4 module",
                .year = 2020,
                .silicon =
                    {.node = "TSMC N7",
                     .foundry = "TSMC",
                     .die_area = known(826.0) * square_millimetre,
                     .die_area_basis = "published",
                     .compute_dies = 1,
                     .transistors = known(54.2e9)},
                .memory = {.type = "HBM2", .stacks = 5},
                .scale_up = {.technology = "NVLink 3 + NVSwitch", .domain = 8},
                .package = "CoWoS-S"}
);
inline constexpr sourced_field a100_40gb_facts[] = {
    {"", {"own knowledge, not confirmed by a look-up; die as of the A100 with 80 GB", "2026", confidence::medium}}};
inline constexpr auto& a100_40gb_sheet_sources =
    detail::sheet_sources<a100_40gb_sheet, a100_40gb_sources, a100_40gb_facts>;

inline constexpr basic_datasheet<estimate> v100_sheet = datasheet_of(
    v100,
    {.vendor = "NVIDIA",
     .form_factor = "SXM2 or SXM3 module",
     .year = 2017,
     .status = "discontinued",
     .silicon =
         {.node = "TSMC 12FFN",
          .foundry = "TSMC",
          .die_area = known(815.0) * square_millimetre,
          .die_area_basis = "published",
          .compute_dies = 1,
          .transistors = known(21.1e9)},
     .memory = {.type = "HBM2", .stacks = 4},
     .scale_up = {.technology = "NVLink 2", .domain = 8},
     .package = "CoWoS-S",
     .note = "Its 16 bits are FP16; it has no BF16."},
    sixteen_bits::fp16
);
inline constexpr sourced_field v100_facts[] = {
    {"", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr auto& v100_sheet_sources = detail::sheet_sources<v100_sheet, v100_sources, v100_facts>;

inline constexpr basic_datasheet<estimate> tpu_v3_sheet = datasheet_of(
    tpu_v3,
    {.vendor = "Google",
     .form_factor = "board of 4 chips",
     .year = 2018,
     .memory = {.type = "HBM2"},
     .scale_up = {.technology = "ICI 2D torus", .domain = 1024},
     .cooling = "liquid"},
    sixteen_bits::bf16
);
inline constexpr sourced_field tpu_v3_facts[] = {
    {"", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr auto& tpu_v3_sheet_sources = detail::sheet_sources<tpu_v3_sheet, tpu_v3_sources, tpu_v3_facts>;

} // namespace tallywatt::catalog

#pragma once
// Data sheets: Google's TPUs. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>
#include <tallywatt/catalog/tpu_v4.hpp>
#include <tallywatt/catalog/tpu_v5e.hpp>
#include <tallywatt/catalog/tpu_v5p.hpp>
#include <tallywatt/catalog/tpu_v6e.hpp>
#include <tallywatt/catalog/tpu_v7.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> tpu_v4_sheet = datasheet_of(
    tpu_v4,
    {.vendor = "Google",
     .form_factor = "board of 4 chips",
     .year = 2021,
     .silicon =
         {.node = "TSMC N7",
          .foundry = "TSMC",
          .die_area = range(550.0, 600.0, 600.0) * square_millimetre,
          .die_area_basis = "upper bound",
          .compute_dies = 1,
          .transistors = known(22.0e9)},
     .memory = {.type = "HBM2", .stacks = 4},
     .sram = {.total = known(167.8) * MB, .shared = known(134.2) * MB, .distributed = known(33.6) * MB},
     .power = {.term = "maximum measured chip power (documented 90/170/192 min/mean/max)"},
     .scale_up = {.technology = "ICI 3D torus (optical circuit switched)", .domain = 4096},
     .package = "CoWoS-S",
     .cooling = "liquid",
     .quotes = {{{.how = price_kind::estimate, .date = "2023-2024"}}},
     .rent = known(3.22) * USD / accelerator_hour,
     .manufacturing_cost = range(1040.0, 1300.0, 1560.0) * USD,
     .note = "192 W is the highest measured on the chip (90 W the lowest); an estimate of 340 W counts more. Links of "
             "45 or 50 GB/s each way."},
    sixteen_bits::bf16
);
inline constexpr sourced_field tpu_v4_facts[] = {
    {"name", {"cloud.google.com/tpu/docs/v4", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"memory", {"cloud.google.com/tpu/docs/v4", "2026", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power",
     {"cloud.google.com/tpu/docs/v4; Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026",
      confidence::high}},
    {"scale_up", {"cloud.google.com/tpu/docs/v4; How to Scale Your Model, TPU chapter", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"manufacturing_cost", {"Epoch AI chip counts, modelled; 20 % either way assumed", "2026-04-22", confidence::low}}};
inline constexpr auto& tpu_v4_sheet_sources = detail::sheet_sources<tpu_v4_sheet, tpu_v4_sources, tpu_v4_facts>;

inline constexpr basic_datasheet<estimate> tpu_v5e_sheet = datasheet_of(
    tpu_v5e,
    {.vendor = "Google",
     .form_factor = "board of 8 chips per host",
     .year = 2023,
     .silicon = {.node = "TSMC N5 class (unconfirmed)", .foundry = "TSMC", .compute_dies = 1},
     .memory = {.type = "HBM2e", .stacks = 2},
     .sram = {.total = known(134.2) * MB, .distributed = known(134.2) * MB},
     .power = {.term = "estimate"},
     .scale_up = {.technology = "ICI 2D torus", .domain = 256},
     .scale_out = one_way(known(25.0) * gigabit_per_second),
     .package = "CoWoS-S (unconfirmed)",
     .cooling = "air (unconfirmed)",
     .quotes = {{{.how = price_kind::estimate, .date = "2023-2024"}}},
     .rent = known(1.2) * USD / accelerator_hour,
     .manufacturing_cost = range(920.0, 1150.0, 1380.0) * USD,
     .note = "No limit published: 225 W is an estimate. 819 GB/s or 800 GiB/s of memory bandwidth."},
    sixteen_bits::bf16
);
inline constexpr sourced_field tpu_v5e_facts[] = {
    {"name", {"docs.cloud.google.com/tpu/docs/v5e", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"memory", {"docs.cloud.google.com/tpu/docs/v5e", "2026", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::low}},
    {"scale_up", {"docs.cloud.google.com/tpu/docs/v5e", "2026", confidence::high}},
    {"scale_out", {"docs.cloud.google.com/tpu/docs/v5e", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent", {"reference of cloud prices by the hour, August 2026", "2026-08-28", confidence::medium}},
    {"manufacturing_cost", {"Epoch AI chip counts, modelled; 20 % either way assumed", "2026-04-22", confidence::low}}};
inline constexpr auto& tpu_v5e_sheet_sources = detail::sheet_sources<tpu_v5e_sheet, tpu_v5e_sources, tpu_v5e_facts>;

inline constexpr basic_datasheet<estimate> tpu_v5p_sheet = datasheet_of(
    tpu_v5p,
    {.vendor = "Google",
     .form_factor = "board of 4 chips",
     .year = 2023,
     .silicon = {.node = "TSMC N5 class (unconfirmed)", .foundry = "TSMC", .compute_dies = 1},
     .memory = {.type = "HBM2e", .stacks = 6},
     .power = {.term = "estimate"},
     .scale_up = {.technology = "ICI 3D torus (optical circuit switched)", .domain = 8960},
     .scale_out = one_way(known(50.0) * gigabit_per_second),
     .package = "CoWoS-S (unconfirmed)",
     .cooling = "liquid",
     .quotes = {{{.how = price_kind::estimate, .date = "2023-2025"}}},
     .rent = known(4.2) * USD / accelerator_hour,
     .manufacturing_cost = range(2080.0, 2600.0, 3120.0) * USD,
     .note = "No limit published: 250 to 540 W are estimates. Pods of 8,960; the largest job takes 6,144. Links of 90 "
             "or 100 GB/s each way."},
    sixteen_bits::bf16
);
inline constexpr sourced_field tpu_v5p_facts[] = {
    {"name", {"docs.cloud.google.com/tpu/docs/v5p", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"memory", {"docs.cloud.google.com/tpu/docs/v5p", "2026", confidence::high}},
    {"power", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::low}},
    {"scale_up",
     {"docs.cloud.google.com/tpu/docs/v5p; How to Scale Your Model, TPU chapter", "2026", confidence::high}},
    {"scale_out", {"docs.cloud.google.com/tpu/docs/v5p", "2026", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent", {"reference of cloud prices by the hour, August 2026", "2026-08-28", confidence::medium}},
    {"manufacturing_cost", {"Epoch AI chip counts, modelled; 20 % either way assumed", "2026-04-22", confidence::low}}};
inline constexpr auto& tpu_v5p_sheet_sources = detail::sheet_sources<tpu_v5p_sheet, tpu_v5p_sources, tpu_v5p_facts>;

inline constexpr basic_datasheet<estimate> tpu_v6e_sheet = datasheet_of(
    tpu_v6e,
    {.vendor = "Google",
     .form_factor = "board of 8 chips per host",
     .year = 2024,
     .silicon = {.node = "TSMC N4/N5 class (unconfirmed)", .foundry = "TSMC", .compute_dies = 1},
     .memory = {.type = "HBM3", .stacks = 2},
     .sram = {.total = known(134.2) * MB, .distributed = known(134.2) * MB},
     .power = {.term = "estimate"},
     .scale_up = {.technology = "ICI 2D torus", .domain = 256},
     .scale_out = one_way(known(100.0) * gigabit_per_second),
     .package = "CoWoS-S (unconfirmed)",
     .cooling = "air or liquid (unconfirmed)",
     .quotes = {{{.how = price_kind::estimate, .date = "2024-2025"}}},
     .rent = known(2.7) * USD / accelerator_hour,
     .manufacturing_cost = range(1400.0, 1750.0, 2100.0) * USD,
     .note = "No limit published. Links of 800 or 896 GB/s both ways. 128 GB and 4 TB/s in one overview are wrong."},
    sixteen_bits::bf16
);
inline constexpr sourced_field tpu_v6e_facts[] = {
    {"name", {"docs.cloud.google.com/tpu/docs/v6e", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"memory", {"docs.cloud.google.com/tpu/docs/v6e", "2026", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::low}},
    {"scale_up", {"docs.cloud.google.com/tpu/docs/v6e", "2026", confidence::high}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent", {"reference of cloud prices by the hour, August 2026", "2026-08-28", confidence::medium}},
    {"manufacturing_cost", {"Epoch AI chip counts, modelled; 20 % either way assumed", "2026-04-22", confidence::low}}};
inline constexpr auto& tpu_v6e_sheet_sources = detail::sheet_sources<tpu_v6e_sheet, tpu_v6e_sources, tpu_v6e_facts>;

inline constexpr basic_datasheet<estimate> tpu_v7_sheet = datasheet_of(
    tpu_v7,
    {.vendor = "Google",
     .form_factor = "board of 4 chips",
     .year = 2025,
     .silicon = {.node = "TSMC N3 class (unconfirmed)", .foundry = "TSMC", .compute_dies = 2},
     .memory = {.type = "HBM3e", .stacks = 8},
     .power = {.term = "estimate"},
     .scale_up = {.technology = "ICI 3D torus (optical circuit switched)", .domain = 9216},
     .scale_out = one_way(known(100.0) * gigabit_per_second),
     .package = "CoWoS-S/L (unconfirmed)",
     .cooling = "liquid",
     .quotes = {{{.how = price_kind::estimate, .date = "2025"}}},
     .rent = range(10.8, 12.0, 13.2) * USD / accelerator_hour,
     .manufacturing_cost = range(4040.0, 5050.0, 6060.0) * USD,
     .note = "No limit published. A comparison at launch set its FP8 rate against BF16 rates of other chips."},
    sixteen_bits::bf16
);
inline constexpr sourced_field tpu_v7_facts[] = {
    {"name", {"docs.cloud.google.com/tpu/docs/tpu7x", "2026", confidence::high}},
    {"silicon",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::medium}},
    {"memory",
     {"docs.cloud.google.com/tpu/docs/tpu7x; Machine Learning Engineering open book, accelerator chapter (dense tables "
      "that cite vendor pages)",
      "2026", confidence::high}},
    {"power", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::low}},
    {"scale_up",
     {"docs.cloud.google.com/tpu/docs/tpu7x; Machine Learning Engineering open book, network chapter (one-way and "
      "both-way link rates)",
      "2026", confidence::high}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"quotes", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"rent", {"reference of cloud prices by the hour, August 2026", "2026-08-28", confidence::low}},
    {"manufacturing_cost", {"Epoch AI chip counts, modelled; 20 % either way assumed", "2026-04-22", confidence::low}}};
inline constexpr auto& tpu_v7_sheet_sources = detail::sheet_sources<tpu_v7_sheet, tpu_v7_sources, tpu_v7_facts>;

} // namespace tallywatt::catalog

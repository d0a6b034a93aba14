#pragma once
// Data sheets: SambaNova. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> sn40l_sheet = {
    .vendor = "SambaNova",
    .name = "SN40L",
    .form_factor = "socket, 16 per rack node",
    .year = 2023,
    .silicon = {.node = "TSMC N5", .foundry = "TSMC", .compute_dies = 2, .transistors = known(102.0e9)},
    .peak = {.bf16 = dense(known(638.0) * TFLOP_per_second)},
    .memory = {.type = "HBM3 plus DDR5", .capacity = known(64.0) * GiB, .bandwidth = known(1.6) * TB_per_second},
    .sram = {.total = known(520.0) * MB, .distributed = known(520.0) * MB},
    .scale_up = {.technology = "inter-RDU network", .domain = 16},
    .package = "CoWoS-S",
    .cooling = "air",
    .note = "520 MB on the chip by the vendor, 64 MB in one catalog. Up to 1,536 GB of DDR5 come on top. No limit "
            "published: a rack of 16 averages about 10 kW."};
inline constexpr sourced_field sn40l_sheet_sources[] = {
    {"name",
     {"servethehome.com Hot Chips 2024 SN40L; slide text (638 TF, 520 MB, 64 GB, 25.6 TB/s per 16)", "2024",
      confidence::high}},
    {"silicon",
     {"servethehome.com Hot Chips 2024 SN40L; slide text (638 TF, 520 MB, 64 GB, 25.6 TB/s per 16); "
      "aiwiki.ai/wiki/sambanova_sn40l (two N5 dies, CoWoS-S, 10 kW rack average)",
      "2024", confidence::high}},
    {"peak",
     {"servethehome.com Hot Chips 2024 SN40L; slide text (638 TF, 520 MB, 64 GB, 25.6 TB/s per 16)", "2024",
      confidence::high}},
    {"memory",
     {"servethehome.com Hot Chips 2024 SN40L; slide text (638 TF, 520 MB, 64 GB, 25.6 TB/s per 16)", "2024",
      confidence::high}},
    {"sram",
     {"servethehome.com Hot Chips 2024 SN40L; slide text (638 TF, 520 MB, 64 GB, 25.6 TB/s per 16)", "2024",
      confidence::high}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"package",
     {"aiwiki.ai/wiki/sambanova_sn40l (two N5 dies, CoWoS-S, 10 kW rack average); DAC 2025 talk abstract (two RDU dies "
      "on interposer)",
      "2026", confidence::high}}};
inline constexpr stand_ins sn40l_assumed = {
    .tdp = range(350.0, 500.0, 625.0) * watt,
    .link_rate = one_way(range(32.0, 64.0, 200.0) * GB_per_second),
    .price = range(15'000.0, 30'000.0, 60'000.0) * USD,
    .from = {
        "assumed: limit within 10 kW a rack of 16; network between chips at PCIe to HBM-class rates; no public price",
        "2026", confidence::assumed}};
inline constexpr basic_accelerator<estimate> sn40l = accelerator_of(sn40l_sheet, sn40l_assumed);
inline constexpr auto& sn40l_sources = detail::model_sources<sn40l_sheet, sn40l_sheet_sources, sn40l_assumed>;

} // namespace tallywatt::catalog

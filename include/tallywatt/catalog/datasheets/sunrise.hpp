#pragma once
// Data sheets: Sunrise (Xiwang). Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> sunrise_s2_sheet = {
    .vendor = "Sunrise",
    .name = "S2",
    .form_factor = "PCIe FHFL (S2-X1) and OAM (S2-M1)",
    .year = 2024,
    .silicon = {.node = "TSMC N7 (reported)", .foundry = "TSMC (reported)"},
    .memory = {.type = "undisclosed (HBM implied by CoWoS)", .capacity = printed_GB(64.0)},
    .power = {.tdp = range(350.0, 400.0, 450.0) * watt, .term = "midpoint of 350-450 W"},
    .scale_up = {.technology = "SRLink"},
    .package = "CoWoS (2.5D)",
    .cooling = "air",
    .note = "The vendor compares it with an A100 and gives no rate. Memory type by the package."};
inline constexpr sourced_field sunrise_s2_sheet_sources[] = {
    {"name", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}},
    {"silicon", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}},
    {"memory", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}},
    {"power", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}},
    {"scale_up", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}},
    {"package", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}}};

inline constexpr basic_datasheet<estimate> sunrise_s3_sheet = {
    .vendor = "Sunrise",
    .name = "S3",
    .form_factor = "inference card and SC3-256 node",
    .year = 2026,
    .status = "announced only, no evidence of tape-out",
    .memory = {.type = "LPDDR6 (LPDDR5X compatible)"},
    .scale_up = {.technology = "SRLink"},
    .cooling = "liquid (SC3-256)",
    .note = "Announced: memory size and rate undisclosed; claims rose from 3 to 5 times S2 without a measurement."};
inline constexpr sourced_field sunrise_s3_sheet_sources[] = {
    {"name", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}},
    {"memory", {"public chip survey, Sunrise page", "2026-09-13", confidence::medium}},
    {"scale_up", {"public chip survey, Sunrise page", "2026-09-13", confidence::low}}};

} // namespace tallywatt::catalog

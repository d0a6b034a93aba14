#pragma once
// What accelerators rent for; rents of room are in catalog/sites.hpp. Rents are asked prices in US dollars of their date, and they move: a year of H100 cost 1.70
// USD an hour in October 2025 and 2.65 in June 2026. Each is a range over sellers or months, not an error bar.
//
//   rent_offer const on_demand = catalog::h100_on_demand;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/tco/rent_or_own.hpp>

namespace tallywatt::catalog {

/// By the hour, 37 sellers: the low end on a marketplace, the high end a large cloud.
inline constexpr basic_rent_offer<estimate> h100_on_demand = {
    .name = "H100, on demand", .rent = range(1.99, 2.95, 6.88) * USD / accelerator_hour};
inline constexpr sourced_field h100_on_demand_sources[] = {
    {"rent",
     {"Median of 37 sellers, 2.95 (Cloud GPU rental price index, AIMultiple); ends: long-tail sellers (Mercatus cloud "
      "GPU pricing) and AWS p5 after its cut of June 2025 (CompuX)",
      "2026-05-20", confidence::medium}}};

/// A year ahead, from neoclouds: the lowest and the latest month of an index.
inline constexpr basic_rent_offer<estimate> h100_reserved_1_year = {
    .name = "H100, reserved for a year", .rent = range(1.70, 2.35, 2.65) * USD / accelerator_hour, .commitment = 12};
inline constexpr sourced_field h100_reserved_1_year_sources[] = {
    {"rent",
     {"SemiAnalysis index of one-year contracts, as reported: 1.70 in 2025-10, 2.35 in 2026-03, 2.65 in 2026-06",
      "2026-06-26", confidence::medium}}};

inline constexpr basic_rent_offer<estimate> h100_reserved_3_years = {
    .name = "H100, reserved for three years", .rent = known(1.30) * USD / accelerator_hour, .commitment = 36};
inline constexpr sourced_field h100_reserved_3_years_sources[] = {
    {"rent", {"InferenceMAX dashboard constants, three-year rental, SemiAnalysis", "2025-10", confidence::medium}}};

/// Interruptible or unsold hours.
inline constexpr basic_rent_offer<estimate> h100_spot = {
    .name = "H100, spot", .rent = range(1.47, 2.42, 4.0) * USD / accelerator_hour};
inline constexpr sourced_field h100_spot_sources[] = {
    {"rent",
     {"Spot index 2.42, 40 % below its peak of May (reported 2026-06-26); low end: peer-to-peer marketplaces (CompuX, "
      "2026)",
      "2026-06-26", confidence::low}}};

inline constexpr basic_rent_offer<estimate> h200_on_demand = {
    .name = "H200, on demand", .rent = range(2.50, 4.00, 7.00) * USD / accelerator_hour};
inline constexpr sourced_field h200_on_demand_sources[] = {
    {"rent",
     {"Mercatus cloud GPU pricing: long-tail sellers 2.50 to 3.50, specialists 3.50 to 4.50, large clouds 4.50 to 7.00",
      "2026-05", confidence::low}}};

inline constexpr basic_rent_offer<estimate> a100_80gb_on_demand = {
    .name = "A100 80 GB, on demand", .rent = range(0.80, 1.30, 3.00) * USD / accelerator_hour};
inline constexpr sourced_field a100_80gb_on_demand_sources[] = {
    {"rent",
     {"Mercatus cloud GPU pricing: long-tail sellers 0.80 to 1.10, specialists 1.10 to 1.50, large clouds 1.50 to 3.00",
      "2026-05", confidence::low}}};

inline constexpr basic_rent_offer<estimate> b200_spot = {
    .name = "B200, spot", .rent = range(4.00, 5.30, 6.50) * USD / accelerator_hour};
inline constexpr sourced_field b200_spot_sources[] = {
    {"rent", {"Silicon Data B200 rental index, about 5.30; ends assumed", "2026", confidence::low}}};

inline constexpr basic_rent_offer<estimate> b200_reserved_3_years = {
    .name = "B200, reserved for three years", .rent = known(2.90) * USD / accelerator_hour, .commitment = 36};
inline constexpr sourced_field b200_reserved_3_years_sources[] = {
    {"rent", {"InferenceMAX dashboard constants, three-year rental, SemiAnalysis", "2025-10", confidence::medium}}};

inline constexpr basic_rent_offer<estimate> mi300x_reserved_3_years = {
    .name = "MI300X, reserved for three years", .rent = known(1.55) * USD / accelerator_hour, .commitment = 36};
inline constexpr sourced_field mi300x_reserved_3_years_sources[] = {
    {"rent", {"InferenceMAX dashboard constants, three-year rental, SemiAnalysis", "2025-10", confidence::medium}}};

} // namespace tallywatt::catalog

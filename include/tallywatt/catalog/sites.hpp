#pragma once
// Kinds of site, places, leases, and which parts of a server carry cold plates. Factors on building prices are planning
// figures: ranges of low confidence.
//
//   new_build, retrofit, modular_shell, edge_site      site_kind
//   northern_virginia_terms, rural_terms               site_terms
//   colocation_retail, colocation_wholesale            colocated_terms
//   rack_scale_plates, accelerator_plates              plate_coverage

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/facility/server_heat.hpp>
#include <tallywatt/facility/site.hpp>
#include <tallywatt/tco/tenure.hpp>

namespace tallywatt::catalog {

namespace detail {
constexpr basic_ratio<estimate> times(double low, double likely, double high) { return basic_ratio<estimate>{range(low, likely, high)}; }
inline constexpr basic_ratio<estimate> as_is{known(1.0)};
} // namespace detail

inline constexpr basic_site_kind<estimate> new_build = {
    .name = "new build",
    .shell = detail::as_is, .electrical = detail::as_is, .mechanical = detail::as_is, .engineering = detail::as_is,
    .conversion = known(0.0) * (USD / watt),
    .downtime = known(0.0) * month,
    .shell_time = detail::as_is, .permit_time = detail::as_is, .installation_time = detail::as_is,
    .staff = detail::as_is};
inline constexpr sourced_field new_build_sources[] = {{"", {"by construction: what the others are measured by", "2026-11", confidence::high}}};

inline constexpr basic_site_kind<estimate> retrofit = {
    .name = "retrofit",
    .shell = detail::times(0.10, 0.25, 0.50),
    .electrical = detail::times(0.40, 0.60, 0.90),
    .mechanical = detail::times(0.60, 0.80, 1.10),
    .engineering = detail::times(0.90, 1.20, 1.60),
    .conversion = range(0.8, 1.5, 3.0) * (USD / watt),
    .downtime = range(1.0, 3.0, 6.0) * month,
    .shell_time = detail::times(0.20, 0.35, 0.60),
    .permit_time = detail::times(0.30, 0.50, 0.80),
    .installation_time = detail::times(1.00, 1.50, 2.00),
    .staff = detail::times(1.0, 1.2, 1.5)};
inline constexpr sourced_field retrofit_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"", {"assumed: shell and connection are there, service lines, floors and towers are not", "2026-11", confidence::assumed}}};

inline constexpr basic_site_kind<estimate> modular_shell = {
    .name = "modular shells",
    .shell = detail::times(0.70, 0.90, 1.10),
    .electrical = detail::times(1.00, 1.08, 1.20),
    .mechanical = detail::times(1.00, 1.08, 1.20),
    .engineering = detail::times(0.50, 0.70, 0.90),
    .conversion = known(0.0) * (USD / watt),
    .downtime = known(0.0) * month,
    .shell_time = detail::times(0.35, 0.50, 0.70),
    .permit_time = detail::times(0.70, 0.85, 1.00),
    .installation_time = detail::times(0.40, 0.50, 0.70),
    .staff = detail::times(0.9, 1.0, 1.2)};
inline constexpr sourced_field modular_shell_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"", {"vendors of prefabricated modules: 30 to 60 % less time on site at about the same price", "2025", confidence::low}}};

inline constexpr basic_site_kind<estimate> edge_site = {
    .name = "edge site",
    .shell = detail::times(0.80, 1.20, 1.80),
    .electrical = detail::times(1.20, 1.50, 2.00),
    .mechanical = detail::times(1.20, 1.50, 2.00),
    .engineering = detail::times(1.00, 1.50, 2.50),
    .conversion = known(0.0) * (USD / watt),
    .downtime = known(0.0) * month,
    .shell_time = detail::times(0.15, 0.25, 0.40),
    .permit_time = detail::times(0.30, 0.50, 0.80),
    .installation_time = detail::times(0.20, 0.30, 0.50),
    .staff = detail::times(1.5, 3.0, 6.0)};
inline constexpr sourced_field edge_site_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"staff", {"six technicians at least around the clock (T5 Data Centers, 0.75 to 1.0 MUSD a year), shared by many sites", "2025", confidence::low}},
    {"", {"assumed: no economy of scale below a megawatt", "2026-11", confidence::assumed}}};

inline constexpr basic_site_terms<estimate> northern_virginia_terms = {
    .land_price = range(250.0, 500.0, 1000.0) * (USD / square_metre),
    .land_per_power = range(1.5, 3.0, 8.0) * (square_metre / kilowatt),
    .tax_waived = basic_fraction<estimate>{known(0.06)},
    .existing_connection = known(0.0) * watt,
    .property_tax_abated = basic_fraction<estimate>{known(0.0)}};
inline constexpr sourced_field northern_virginia_terms_sources[] = {
    {"land_price", {"Loudoun County sales, 1 to 4 MUSD an acre, press", "2025", confidence::low}},
    {"land_per_power", {"multi-storey campuses, assumed", "2026", confidence::assumed}},
    {"tax_waived", {"Virginia data-center exemption from sales and use tax, 6 % in Northern Virginia", "2024", confidence::medium}},
    {"existing_connection", {"by construction", "2026-11", confidence::high}},
    {"property_tax_abated", {"by construction: none", "2026-11", confidence::high}}};

inline constexpr basic_site_terms<estimate> rural_terms = {
    .land_price = range(1.0, 5.0, 20.0) * (USD / square_metre),
    .land_per_power = range(4.0, 12.0, 120.0) * (square_metre / kilowatt),
    .tax_waived = basic_fraction<estimate>{range(0.0, 0.06, 0.085)},
    .existing_connection = known(0.0) * watt,
    .property_tax_abated = basic_fraction<estimate>{range(0.0, 0.5, 1.0)}};
inline constexpr sourced_field rural_terms_sources[] = {
    {"land_price", {"US farm land, 5,600 USD an acre on average (USDA), and premiums", "2024", confidence::medium}},
    {"land_per_power", {"assumed; 0.03 acre/kW with buffers as the upper end", "2026", confidence::assumed}},
    {"tax_waived", {"US states' exemptions for data centres, 4 to 8.5 %", "2024", confidence::low}},
    {"existing_connection", {"by construction", "2026-11", confidence::high}},
    {"property_tax_abated", {"local agreements, none to all", "2024", confidence::low}}};

inline constexpr basic_colocated<estimate> colocation_retail = {
    .rent = per_month(range(163.44, 184.06, 217.30) * (USD / kilowatt)),
    .fit_out = range(0.0, 0.3, 1.0) * (USD / watt),
    .escalation = basic_growth_rate<estimate>{range(-0.005, 0.005, 0.015)},
    .term = 3};
inline constexpr sourced_field colocation_retail_sources[] = {
    {"rent", {"CBRE: 163.44 (US 2023), 184.06 (US primary markets H2 2024, 250 to 500 kW), 217.30 (world, Q1 2025)", "2025-02", confidence::high}},
    {"fit_out", {"assumed", "2026-11", confidence::assumed}},
    {"escalation", {"market practice, 2 to 4 % a year, less 2.5 % inflation", "2025", confidence::low}},
    {"term", {"market practice: 1 to 5 years", "2025", confidence::low}}};

inline constexpr basic_colocated<estimate> colocation_wholesale = {
    .rent = per_month(range(90.0, 125.0, 165.0) * (USD / kilowatt)),
    .fit_out = range(0.0, 0.5, 1.5) * (USD / watt),
    .escalation = basic_growth_rate<estimate>{range(-0.005, 0.005, 0.015)},
    .term = 10};
inline constexpr sourced_field colocation_wholesale_sources[] = {
    {"rent", {"leases of 10 MW and more, press; 12.5 USD/W at 7 % over 14 years needs 119 USD/kW-month", "2025", confidence::low}},
    {"fit_out", {"assumed", "2026-11", confidence::assumed}},
    {"escalation", {"market practice, 2 to 4 % a year, less 2.5 % inflation", "2025", confidence::low}},
    {"term", {"market practice: 5 to 15 years", "2025", confidence::low}}};

/// Rack-scale systems: plates on accelerators, host processors and switch chips.
inline constexpr basic_plate_coverage<estimate> rack_scale_plates = {
    .caught = basic_fraction<estimate>{range(0.93, 0.97, 0.99)}, .host = basic_fraction<estimate>{range(0.60, 0.85, 0.92)}};
inline constexpr sourced_field rack_scale_plates_sources[] = {
    {"caught", {"cold plates on packages, engineering practice: 93 to 99 %", "2026-11", confidence::low}},
    {"host",
     {"GB200 NVL72, of 37 kW: 36 processors of 300 W (fibermall.com), 11.2 kW of switch trays (NVIDIA Dynamic Power Software) and the "
      "regulators on the boards (9 % of 105 kW, assumed) lie under plates; drives, management and data processing units are on air",
      "2025", confidence::low}}};

/// Eight-accelerator servers refitted: plates on accelerators and on the two processors.
inline constexpr basic_plate_coverage<estimate> accelerator_plates = {
    .caught = basic_fraction<estimate>{range(0.93, 0.97, 0.99)}, .host = basic_fraction<estimate>{range(0.30, 0.50, 0.65)}};
inline constexpr sourced_field accelerator_plates_sources[] = {
    {"caught", {"cold plates on packages, engineering practice: 93 to 99 %", "2026-11", confidence::low}},
    {"host", {"assumed: two processors of 350 W of 1.25 to 1.6 kW of hosts", "2026-11", confidence::assumed}}};

} // namespace tallywatt::catalog

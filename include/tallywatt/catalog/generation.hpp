#pragma once
// Power sources on site. Heat rates and fuel prices are on the higher heating value.
//
//   supply const s = catalog::combined_cycle;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/generation.hpp>

namespace tallywatt::catalog {

/// Combined-cycle gas turbines, US, N+1 of four. The book price (2022 USD) and 2025 quotations differ: the range holds both.
inline constexpr basic_generation<estimate> combined_cycle = {
    .name = "combined cycle, on site",
    .overnight = range(1420.0, 2000.0, 2400.0) * (USD / kilowatt),
    .construction_years = 3,
    .life_years = 25,
    .fixed = per_year(range(25.0, 27.7, 40.0) * (USD / kilowatt)),
    .variable = range(2.0, 7.47, 8.0) * (USD / megawatt_hour),
    .heat_rate = basic_ratio<estimate>{range(6200.0, 6370.0, 6650.0) * known(british_thermal_unit / kilowatt_hour)},
    .fuel_price = range(3.0, 4.3, 6.0) * (USD / million_btu),
    .combustion = known(53.06) * (kgCO2e / million_btu),
    .upstream = range(10.0, 14.4, 27.0) * (kgCO2e / million_btu),
    .building = range(0.5, 1.0, 2.0) * (gCO2e / kilowatt_hour),
    .water = range(0.0076, 0.776, 0.95) * (litre / kilowatt_hour),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .unit_availability = basic_availability<estimate>{range(0.90, 0.93, 0.95)},
    .common_cause = basic_fraction<estimate>{range(0.01, 0.03, 0.10)},
    .units_needed = 4,
    .units_installed = 5,
    .land = range(0.1, 0.2, 0.5) * square_metre_per_kilowatt,
    .lead_time = range(3.5, 5.0, 7.0) * year};
inline constexpr sourced_field combined_cycle_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight",
     {"NREL ATB 2024 moderate, 1,420 USD/kW (2022 USD); NextEra's chief executive at CERAWeek, 2,400 USD/kW", "2025-03",
      confidence::medium}},
    {"construction_years",
     {"assumed: spending over three years; projects take five with queues", "2026-11", confidence::assumed}},
    {"life_years", {"NREL ATB 2024, in PyPSA/technology-data", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 1.95 % of capital a year; the range is assumed", "2026-05", confidence::medium}},
    {"variable", {"NREL ATB 2024: 7.4698 USD/MWh; the range is assumed", "2026-05", confidence::medium}},
    {"heat_rate",
     {"andrewmccalip/thoughts: 6,370 Btu/kWh (HHV); NREL ATB 57 % LHV is about 6,650", "2025-12", confidence::medium}},
    {"fuel_price",
     {"US EIA forecast for Henry Hub 2025: 4.3 USD/MMBtu, quoted by andrewmccalip/thoughts; the range is assumed",
      "2025-12", confidence::medium}},
    {"combustion", {"US EPA, emission factors for greenhouse-gas inventories", "2024", confidence::high}},
    {"upstream",
     {"derived: UNECE life cycle of 403 to 513 gCO2e/kWh (430 likely) less combustion, per fuel energy", "2021",
      confidence::low}},
    {"building", {"assumed: steel and concrete of a plant", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012: tower 0.776 L/kWh, dry cooling 0.0076; the upper end is assumed", "2012",
      confidence::high}},
    {"losses", {"assumed: step-up transformer and lines of the site", "2026-11", confidence::assumed}},
    {"unit_availability", {"assumed: planned and forced outages of frame turbines", "2026-11", confidence::assumed}},
    {"common_cause",
     {"assumed of the size of IEC 61508-6 annex D: 0.5 to 10 % of failures are common", "2010", confidence::low}},
    {"units_needed", {"assumed plant design", "2026-11", confidence::assumed}},
    {"units_installed", {"assumed plant design: N+1", "2026-11", confidence::assumed}},
    {"land", {"planning ranges, recalled", "2026-11", confidence::low}},
    {"lead_time",
     {"SourceRock EP, gas backlog: 5 years, 3.5 in 2023; the range is assumed", "2026", confidence::medium}},
    {"clean", {"by construction: burns gas, none of it clean", "2026-11", confidence::high}}};

} // namespace tallywatt::catalog

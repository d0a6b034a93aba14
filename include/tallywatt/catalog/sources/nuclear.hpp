#pragma once
// Reactors, the supply of their fuel, and fusion, which is speculative.
//
//   supply const s = catalog::nuclear_large;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/fuel_supply.hpp>
#include <tallywatt/energy/generation.hpp>

namespace tallywatt::catalog {

/// A large light-water reactor without a spare: the campus stands still while it refuels, or draws on a grid (see mix).
inline constexpr basic_generation<estimate> nuclear_large = {
    .name = "large nuclear",
    .overnight = range(5750.0, 8198.0, 15000.0) * (USD / kilowatt),
    .construction_years = 8,
    .life_years = 40,
    .fixed = per_year(range(150.0, 189.0, 220.0) * (USD / kilowatt)),
    .variable = range(2.7, 3.0, 3.5) * (USD / megawatt_hour),
    .heat_rate = basic_ratio<estimate>{range(10000.0, 10461.0, 10600.0) * known(british_thermal_unit / kilowatt_hour)},
    .fuel_price = range(0.8, 1.05, 1.6) * (USD / million_btu),
    .combustion = known(0.0) * (kgCO2e / million_btu),
    .upstream = known(0.0) * (kgCO2e / million_btu),
    .building = range(3.7, 5.1, 12.0) * (gCO2e / kilowatt_hour),
    .water = range(1.02, 2.54, 3.2) * (litre / kilowatt_hour),
    .losses = share{range(0.005, 0.01, 0.02)},
    .unit_availability = basic_availability<estimate>{range(0.9, 0.93, 0.95)},
    .common_cause = share{range(0.01, 0.03, 0.1)},
    .units_needed = 1,
    .units_installed = 1,
    .land = range(0.8, 1.5, 4.0) * square_metre_per_kilowatt,
    .lead_time = range(8.0, 11.0, 16.0) * year,
    .clean = basic_fraction<estimate>{known(1.0)}};
inline constexpr sourced_field nuclear_large_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight",
     {"NREL ATB 2024 moderate for 2030, 8,198 USD/kW (2022 USD); Vogtle 3 and 4 about 15,000, recalled", "2026-05",
      confidence::medium}},
    {"construction_years", {"assumed: spending over eight years; Vogtle took eleven", "2026-11", confidence::assumed}},
    {"life_years", {"NREL ATB 2024, in PyPSA/technology-data", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 2.3 % of capital a year; the range is assumed", "2026-05", confidence::medium}},
    {"variable", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"heat_rate",
     {"EIA AEO2023 assumptions, table 3 (2022 USD): 10,461 Btu/kWh, recalled", "2023-03", confidence::low}},
    {"fuel_price",
     {"NREL ATB 2024: 10.96 USD/MWh of electricity, over the heat rate; the range is assumed", "2026-05",
      confidence::medium}},
    {"combustion", {"fission burns nothing", "2026-11", confidence::high}},
    {"upstream", {"the fuel cycle is counted in the plant's making", "2026-11", confidence::high}},
    {"building",
     {"UNECE 2021 life cycle 5.1 gCO2e/kWh; IPCC AR5 median 12: fuel cycle and plant together", "2021",
      confidence::high}},
    {"water",
     {"Macknick et al. 2012: tower 2.54, once through 1.02 L/kWh; the upper end is assumed", "2012", confidence::high}},
    {"losses", {"assumed: step-up transformer and lines of the site", "2026-11", confidence::assumed}},
    {"unit_availability", {"NREL ATB 2024: capacity factor 0.93", "2026-05", confidence::high}},
    {"common_cause",
     {"assumed of the size of IEC 61508-6 annex D: 0.5 to 10 % of failures are common", "2010", confidence::low}},
    {"units_needed", {"assumed plant design", "2026-11", confidence::assumed}},
    {"units_installed", {"assumed plant design: N+0", "2026-11", confidence::assumed}},
    {"land", {"planning ranges, recalled", "2026-11", confidence::low}},
    {"lead_time",
     {"assumed: licence and construction; Vogtle 3 and 4 took some 15 years", "2026-11", confidence::low}},
    {"clean", {"by construction: nothing burns", "2026-11", confidence::high}}};

/// Small modular light-water reactors, N+3. None runs in the West: a range, not a quotation.
inline constexpr basic_generation<estimate> small_modular_reactors = {
    .name = "small modular reactors",
    .overnight = range(6000.0, 9000.0, 20130.0) * (USD / kilowatt),
    .construction_years = 5,
    .life_years = 40,
    .fixed = per_year(range(95.0, 136.0, 216.0) * (USD / kilowatt)),
    .variable = range(2.7, 3.0, 3.5) * (USD / megawatt_hour),
    .heat_rate = basic_ratio<estimate>{range(10046.0, 10455.0, 11000.0) * known(british_thermal_unit / kilowatt_hour)},
    .fuel_price = range(0.9, 1.2, 2.0) * (USD / million_btu),
    .combustion = known(0.0) * (kgCO2e / million_btu),
    .upstream = known(0.0) * (kgCO2e / million_btu),
    .building = range(3.7, 5.1, 12.0) * (gCO2e / kilowatt_hour),
    .water = range(1.02, 2.54, 3.2) * (litre / kilowatt_hour),
    .losses = share{range(0.005, 0.01, 0.02)},
    .unit_availability = basic_availability<estimate>{range(0.9, 0.93, 0.95)},
    .common_cause = share{range(0.01, 0.03, 0.1)},
    .units_needed = 12,
    .units_installed = 15,
    .land = range(0.3, 0.8, 2.0) * square_metre_per_kilowatt,
    .lead_time = range(7.0, 10.0, 15.0) * year,
    .clean = basic_fraction<estimate>{known(1.0)}};
inline constexpr sourced_field small_modular_reactors_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight",
     {"NREL ATB 2024 moderate 9,000 USD/kW, recalled; NuScale CFPP 20,130 all in (IEEFA)", "2023-01", confidence::low}},
    {"construction_years", {"assumed: spending over five years", "2026-11", confidence::assumed}},
    {"life_years", {"assumed as of a large reactor", "2026-11", confidence::assumed}},
    {"fixed", {"EIA AEO2023 and NREL ATB 2024, recalled", "2024-06", confidence::low}},
    {"variable", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"heat_rate",
     {"EIA AEO2023 assumptions, table 3 (2022 USD): about 10,455 Btu/kWh, recalled", "2023-03", confidence::low}},
    {"fuel_price", {"assumed: a large reactor's with less burnup", "2026-11", confidence::assumed}},
    {"combustion", {"fission burns nothing", "2026-11", confidence::high}},
    {"upstream", {"the fuel cycle is counted in the plant's making", "2026-11", confidence::high}},
    {"building",
     {"UNECE 2021 life cycle 5.1 gCO2e/kWh; IPCC AR5 median 12: fuel cycle and plant together", "2021",
      confidence::high}},
    {"water",
     {"Macknick et al. 2012: tower 2.54, once through 1.02 L/kWh; the upper end is assumed", "2012", confidence::high}},
    {"losses", {"assumed: step-up transformer and lines of the site", "2026-11", confidence::assumed}},
    {"unit_availability", {"assumed as of a large reactor", "2026-11", confidence::assumed}},
    {"common_cause",
     {"assumed of the size of IEC 61508-6 annex D: 0.5 to 10 % of failures are common", "2010", confidence::low}},
    {"units_needed", {"assumed plant design", "2026-11", confidence::assumed}},
    {"units_installed", {"assumed plant design: N+3", "2026-11", confidence::assumed}},
    {"land", {"assumed between gas and large nuclear", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: first units of the 2030s", "2026-11", confidence::assumed}},
    {"clean", {"by construction: nothing burns", "2026-11", confidence::high}}};

/// Reactors of 1 to 20 MW on high-assay fuel, N+12. None runs: a range, not a quotation.
inline constexpr basic_generation<estimate> microreactors = {
    .name = "microreactors",
    .overnight = range(10000.0, 15000.0, 25000.0) * (USD / kilowatt),
    .construction_years = 2,
    .life_years = 20,
    .fixed = per_year(range(200.0, 350.0, 700.0) * (USD / kilowatt)),
    .variable = range(2.7, 3.0, 3.5) * (USD / megawatt_hour),
    .heat_rate = basic_ratio<estimate>{range(9000.0, 10500.0, 12000.0) * known(british_thermal_unit / kilowatt_hour)},
    .fuel_price = range(1.5, 3.5, 9.0) * (USD / million_btu),
    .combustion = known(0.0) * (kgCO2e / million_btu),
    .upstream = known(0.0) * (kgCO2e / million_btu),
    .building = range(3.7, 5.1, 12.0) * (gCO2e / kilowatt_hour),
    .water = range(0.0, 0.1, 1.0) * (litre / kilowatt_hour),
    .losses = share{range(0.005, 0.01, 0.02)},
    .unit_availability = basic_availability<estimate>{range(0.9, 0.94, 0.97)},
    .common_cause = share{range(0.01, 0.03, 0.1)},
    .units_needed = 100,
    .units_installed = 112,
    .land = range(0.2, 0.6, 2.0) * square_metre_per_kilowatt,
    .lead_time = range(4.0, 7.0, 12.0) * year,
    .clean = basic_fraction<estimate>{known(1.0)}};
inline constexpr sourced_field microreactors_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight", {"INL/DOE literature ranges, recalled", "2024", confidence::low}},
    {"construction_years", {"assumed: made in a factory", "2026-11", confidence::assumed}},
    {"life_years", {"assumed: cores of 10 to 20 years", "2026-11", confidence::assumed}},
    {"fixed", {"assumed: staff per small unit", "2026-11", confidence::assumed}},
    {"variable", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"heat_rate", {"assumed: 28 to 38 % efficiency", "2026-11", confidence::assumed}},
    {"fuel_price", {"assumed: enrichment to 19.75 % and coated particles", "2026-11", confidence::assumed}},
    {"combustion", {"fission burns nothing", "2026-11", confidence::high}},
    {"upstream", {"the fuel cycle is counted in the plant's making", "2026-11", confidence::high}},
    {"building",
     {"UNECE 2021 life cycle 5.1 gCO2e/kWh; IPCC AR5 median 12: fuel cycle and plant together", "2021",
      confidence::high}},
    {"water", {"assumed: air-cooled designs", "2026-11", confidence::assumed}},
    {"losses", {"assumed: step-up transformer and lines of the site", "2026-11", confidence::assumed}},
    {"unit_availability", {"assumed", "2026-11", confidence::assumed}},
    {"common_cause",
     {"assumed of the size of IEC 61508-6 annex D: 0.5 to 10 % of failures are common", "2010", confidence::low}},
    {"units_needed", {"assumed plant design", "2026-11", confidence::assumed}},
    {"units_installed", {"assumed plant design: N+12", "2026-11", confidence::assumed}},
    {"land", {"assumed", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: licence and fuel", "2026-11", confidence::assumed}},
    {"clean", {"by construction: nothing burns", "2026-11", confidence::high}}};

/// SPECULATIVE. No fusion plant has made net electricity; every figure is a projection of its proponents or of cost
/// studies, and none may be used but to ask what if.
inline constexpr basic_generation<estimate> fusion = {
    .name = "fusion (speculative)",
    .overnight = range(4000.0, 9000.0, 25000.0) * (USD / kilowatt),
    .construction_years = 7,
    .life_years = 30,
    .fixed = per_year(range(100.0, 200.0, 500.0) * (USD / kilowatt)),
    .variable = range(0.0, 2.0, 10.0) * (USD / megawatt_hour),
    .heat_rate = basic_ratio<estimate>{range(8500.0, 10000.0, 14000.0) * known(british_thermal_unit / kilowatt_hour)},
    .fuel_price = range(0.0, 0.05, 0.5) * (USD / million_btu),
    .combustion = known(0.0) * (kgCO2e / million_btu),
    .upstream = known(0.0) * (kgCO2e / million_btu),
    .building = range(3.7, 5.1, 12.0) * (gCO2e / kilowatt_hour),
    .water = range(1.02, 2.54, 3.2) * (litre / kilowatt_hour),
    .losses = share{range(0.005, 0.01, 0.02)},
    .unit_availability = basic_availability<estimate>{range(0.5, 0.75, 0.9)},
    .common_cause = share{range(0.01, 0.03, 0.1)},
    .units_needed = 5,
    .units_installed = 9,
    .land = range(0.5, 1.5, 4.0) * square_metre_per_kilowatt,
    .lead_time = range(10.0, 18.0, 40.0) * year,
    .clean = basic_fraction<estimate>{known(1.0)}};
inline constexpr sourced_field fusion_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight",
     {"projection: about 115 USD/MWh of a mature magnetic plant (S. Boehnlein, arXiv, stochastic analysis); the range "
      "is assumed",
      "2025", confidence::assumed}},
    {"construction_years", {"assumed: spending over seven years", "2026-11", confidence::assumed}},
    {"life_years", {"assumed", "2026-11", confidence::assumed}},
    {"fixed", {"assumed: blankets and targets renewed", "2026-11", confidence::assumed}},
    {"variable", {"assumed", "2026-11", confidence::assumed}},
    {"heat_rate", {"assumed: 24 to 40 % of fusion heat", "2026-11", confidence::assumed}},
    {"fuel_price", {"assumed: deuterium and bred tritium", "2026-11", confidence::assumed}},
    {"combustion", {"fission burns nothing", "2026-11", confidence::high}},
    {"upstream", {"the fuel cycle is counted in the plant's making", "2026-11", confidence::high}},
    {"building",
     {"UNECE 2021 life cycle 5.1 gCO2e/kWh; IPCC AR5 median 12: fuel cycle and plant together", "2021",
      confidence::high}},
    {"water",
     {"Macknick et al. 2012: tower 2.54, once through 1.02 L/kWh; the upper end is assumed", "2012", confidence::high}},
    {"losses", {"assumed: step-up transformer and lines of the site", "2026-11", confidence::assumed}},
    {"unit_availability", {"assumed", "2026-11", confidence::assumed}},
    {"common_cause",
     {"assumed of the size of IEC 61508-6 annex D: 0.5 to 10 % of failures are common", "2010", confidence::low}},
    {"units_needed", {"assumed plant design", "2026-11", confidence::assumed}},
    {"units_installed", {"assumed plant design: N+4", "2026-11", confidence::assumed}},
    {"land", {"assumed as of large nuclear", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"by construction: nothing burns", "2026-11", confidence::high}}};

/// High-assay uranium made in the US: 900 kg a year at Piketon, against the tens of tonnes that developers ask for.
inline constexpr basic_fuel_supply<estimate> haleu_2026 = {
    .name = "HALEU, United States",
    .supply = range(0.9, 0.9, 20.0) * (1e3 * kilogram / year),
    .burnup = range(60.0, 100.0, 165.0) * (megawatt * day / kilogram),
    .efficiency = share{range(0.30, 0.36, 0.42)},
    .capacity_factor = share{range(0.90, 0.93, 0.95)},
    .first_core = basic_ratio<estimate>{range(2.0, 4.0, 10.0)}};
inline constexpr sourced_field haleu_2026_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"supply",
     {"Centrus, Piketon: 900 kg a year demonstrated; the upper end is assumed of planned plants, recalled", "2025-06",
      confidence::low}},
    {"burnup", {"assumed: metal and oxide fuels to coated particles at 165 MW d/kg", "2026-11", confidence::assumed}},
    {"efficiency", {"assumed: steam and gas cycles", "2026-11", confidence::assumed}},
    {"capacity_factor", {"NREL ATB 2024: 0.93 of large reactors; the range is assumed", "2026-05", confidence::medium}},
    {"first_core", {"assumed: a core holds several years' fuel", "2026-11", confidence::assumed}}};

/// Coated particles (TRISO) of the first commercial fuel plants: what pebble-bed and prismatic reactors can take.
inline constexpr basic_fuel_supply<estimate> triso_2028 = {
    .name = "TRISO, United States",
    .supply = range(0.5, 5.0, 8.0) * (1e3 * kilogram / year),
    .burnup = range(80.0, 150.0, 165.0) * (megawatt * day / kilogram),
    .efficiency = share{range(0.36, 0.40, 0.42)},
    .capacity_factor = share{range(0.90, 0.93, 0.95)},
    .first_core = basic_ratio<estimate>{range(1.0, 1.5, 3.0)}};
inline constexpr sourced_field triso_2028_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"supply",
     {"assumed: a first plant of about 5 t of uranium a year (X-energy TX-1, recalled); lower end pilot lines", "2025",
      confidence::low}},
    {"burnup", {"assumed: up to 165 MW d/kg of pebbles, recalled", "2025", confidence::low}},
    {"efficiency", {"assumed: helium to steam at 565 C", "2026-11", confidence::assumed}},
    {"capacity_factor", {"NREL ATB 2024: 0.93 of large reactors; the range is assumed", "2026-05", confidence::medium}},
    {"first_core", {"assumed: pebbles are fed from the first year on", "2026-11", confidence::assumed}}};

} // namespace tallywatt::catalog

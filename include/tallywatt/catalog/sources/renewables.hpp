#pragma once
// Sun, wind, water and heat of the ground.
//
//   supply const s = catalog::solar;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/variable_generation.hpp>

namespace tallywatt::catalog {

/// Geothermal flash and binary plants.
inline constexpr basic_generation<estimate> geothermal = {
    .name = "geothermal",
    .overnight = range(3900.0, 7416.0, 9000.0) * (USD / kilowatt),
    .construction_years = 4,
    .life_years = 30,
    .fixed = per_year(range(100.0, 128.0, 160.0) * (USD / kilowatt)),
    .variable = known(0.0) * (USD / megawatt_hour),
    .heat_rate = basic_ratio<estimate>{known(1.0)},
    .fuel_price = known(0.0) * (USD / million_btu),
    .combustion = known(0.0) * (kgCO2e / million_btu),
    .upstream = known(0.0) * (kgCO2e / million_btu),
    .building = range(6.0, 38.0, 79.0) * (gCO2e / kilowatt_hour),
    .water = range(0.0568, 0.0568, 1.0221) * (litre / kilowatt_hour),
    .losses = share{range(0.005, 0.01, 0.02)},
    .unit_availability = basic_availability<estimate>{range(0.85, 0.9, 0.95)},
    .common_cause = share{range(0.01, 0.05, 0.15)},
    .units_needed = 8,
    .units_installed = 10,
    .land = range(3.0, 8.0, 15.0) * square_metre_per_kilowatt,
    .lead_time = range(3.0, 5.0, 8.0) * year,
    .clean = basic_fraction<estimate>{known(1.0)}};
inline constexpr sourced_field geothermal_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"construction_years", {"assumed: drilling and plant", "2026-11", confidence::assumed}},
    {"life_years", {"NREL ATB 2024, in PyPSA/technology-data", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 1.73 % of capital a year; the range is assumed", "2026-05", confidence::medium}},
    {"variable", {"NREL ATB 2024: none", "2026-11", confidence::high}},
    {"heat_rate", {"no fuel is bought: any figure does", "2026-11", confidence::high}},
    {"fuel_price", {"heat of the ground", "2026-11", confidence::high}},
    {"combustion", {"nothing burns; released gas is in the life cycle", "2026-11", confidence::high}},
    {"upstream", {"no fuel", "2026-11", confidence::high}},
    {"building", {"IPCC AR5 median 38, range 6 to 79 gCO2e/kWh with released gas", "2014", confidence::high}},
    {"water", {"Macknick et al. 2012: flash 0.057, binary with dry cooling 1.02 L/kWh", "2012", confidence::high}},
    {"losses", {"assumed: step-up transformer and lines of the site", "2026-11", confidence::assumed}},
    {"unit_availability", {"NREL ATB 2024: capacity factor 0.90", "2026-05", confidence::high}},
    {"common_cause", {"assumed: one reservoir", "2026-11", confidence::assumed}},
    {"units_needed", {"assumed plant design", "2026-11", confidence::assumed}},
    {"units_installed", {"assumed plant design: N+2", "2026-11", confidence::assumed}},
    {"land", {"planning ranges, recalled", "2026-11", confidence::low}},
    {"lead_time", {"assumed: exploration, permits, drilling", "2026-11", confidence::assumed}},
    {"clean", {"by construction: heat of the earth", "2026-11", confidence::high}}};

/// A reservoir plant. Its water is what the reservoir evaporates, all of it charged to power.
inline constexpr basic_variable_generation<estimate> hydro = {
    .name = "hydro",
    .overnight = range(2500.0, 3489.0, 7000.0) * (USD / kilowatt),
    .construction_years = 5,
    .life_years = 80,
    .fixed = per_year(range(60.0, 99.0, 130.0) * (USD / kilowatt)),
    .variable = known(0.0) * (USD / megawatt_hour),
    .capacity_factor = share{range(0.33, 0.33, 0.6)},
    .fade = share{known(0.0)},
    .building = range(11.0, 24.0, 150.0) * (gCO2e / kilowatt_hour),
    .water = range(5.4, 17.0003, 68.0) * (litre / kilowatt_hour),
    .losses = share{range(0.01, 0.02, 0.04)},
    .land = range(20.0, 100.0, 1000.0) * square_metre_per_kilowatt,
    .lead_time = range(5.0, 8.0, 15.0) * year};
inline constexpr sourced_field hydro_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"construction_years", {"assumed", "2026-11", confidence::assumed}},
    {"life_years", {"NREL ATB 2024, in PyPSA/technology-data", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 2.84 % of capital a year; the range is assumed", "2026-05", confidence::medium}},
    {"variable", {"NREL ATB 2024: none", "2026-11", confidence::high}},
    {"capacity_factor", {"NREL ATB 2024: 0.33; up to 0.6 of good sites", "2026-05", confidence::high}},
    {"fade", {"renewed in operation", "2026-11", confidence::high}},
    {"building", {"UNECE 2021: 11 medium, 150 large reservoir; IPCC AR5 median 24", "2021", confidence::high}},
    {"water", {"Macknick et al. 2012: 17.0 L/kWh, range recalled", "2012", confidence::high}},
    {"losses", {"assumed: collector lines, transformer and a short line to the site", "2026-11", confidence::assumed}},
    {"land", {"assumed: mostly the reservoir", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: licence and construction", "2026-11", confidence::assumed}}};

/// Utility photovoltaics, tracking, US. Power and capacity factor on the alternating-current side.
inline constexpr basic_variable_generation<estimate> solar = {
    .name = "solar",
    .overnight = range(1000.0, 1606.0, 1800.0) * (USD / kilowatt),
    .construction_years = 1,
    .life_years = 37,
    .fixed = per_year(range(15.0, 22.6, 28.0) * (USD / kilowatt)),
    .variable = known(0.0) * (USD / megawatt_hour),
    .capacity_factor = share{range(0.18, 0.2675, 0.33)},
    .fade = share{range(0.003, 0.005, 0.008)},
    .building = range(12.0, 37.0, 48.0) * (gCO2e / kilowatt_hour),
    .water = range(0.0, 0.0038, 0.1) * (litre / kilowatt_hour),
    .losses = share{range(0.01, 0.02, 0.04)},
    .land = range(15.0, 25.0, 40.0) * square_metre_per_kilowatt,
    .lead_time = range(1.0, 2.0, 5.0) * year};
inline constexpr sourced_field solar_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"construction_years", {"assumed: spending within a year", "2026-11", confidence::assumed}},
    {"life_years", {"NREL ATB 2024: 37.5 years", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 1.41 % of capital a year; the range is assumed", "2026-05", confidence::medium}},
    {"variable", {"NREL ATB 2024: none", "2026-11", confidence::high}},
    {"capacity_factor", {"NREL ATB 2024: 0.2675 on average; the range is of sites", "2026-05", confidence::high}},
    {"fade", {"assumed about module warranties and NREL's median of 0.5 % a year", "2024", confidence::low}},
    {"building", {"UNECE 2021: 12 (CdTe) to 37; IPCC AR5 median 48", "2021", confidence::high}},
    {"water", {"Macknick et al. 2012: 0.0038 L/kWh", "2012", confidence::high}},
    {"losses", {"assumed: collector lines, transformer and a short line to the site", "2026-11", confidence::assumed}},
    {"land", {"planning ranges, recalled", "2026-11", confidence::low}},
    {"lead_time", {"assumed: beside the load; five years through the US queue (LBNL)", "2026-11", confidence::low}}};

/// Onshore wind, US class 4. Land is the leased site, of which a few per cent is built on.
inline constexpr basic_variable_generation<estimate> onshore_wind = {
    .name = "onshore wind",
    .overnight = range(1300.0, 1689.0, 2100.0) * (USD / kilowatt),
    .construction_years = 1,
    .life_years = 28,
    .fixed = per_year(range(28.0, 33.6, 45.0) * (USD / kilowatt)),
    .variable = known(0.0) * (USD / megawatt_hour),
    .capacity_factor = share{range(0.3, 0.4584, 0.5)},
    .fade = share{range(0.0, 0.002, 0.016)},
    .building = range(7.0, 12.0, 16.0) * (gCO2e / kilowatt_hour),
    .water = known(0.0) * (litre / kilowatt_hour),
    .losses = share{range(0.01, 0.02, 0.04)},
    .land = range(80.0, 121.0, 200.0) * square_metre_per_kilowatt,
    .lead_time = range(2.0, 3.5, 6.0) * year};
inline constexpr sourced_field onshore_wind_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"construction_years", {"assumed: spending within a year", "2026-11", confidence::assumed}},
    {"life_years", {"NREL ATB 2024: 28.5 years", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 1.99 % of capital a year; the range is assumed", "2026-05", confidence::medium}},
    {"variable", {"NREL ATB 2024: none", "2026-11", confidence::high}},
    {"capacity_factor", {"NREL ATB 2024: 0.4584; the range is of sites", "2026-05", confidence::high}},
    {"fade", {"assumed: up to 1.6 % a year in older fleets", "2014", confidence::low}},
    {"building", {"UNECE 2021: 12; IPCC AR5 median 11", "2021", confidence::high}},
    {"water", {"Macknick et al. 2012: none", "2026-11", confidence::high}},
    {"losses", {"assumed: collector lines, transformer and a short line to the site", "2026-11", confidence::assumed}},
    {"land", {"NREL/REopt: 30 acres/MW, 121 m2/kW; the range is assumed", "2026-01", confidence::high}},
    {"lead_time", {"assumed: permits and turbines", "2026-11", confidence::assumed}}};

/// Offshore wind, fixed foundations, US.
inline constexpr basic_variable_generation<estimate> offshore_wind = {
    .name = "offshore wind",
    .overnight = range(3000.0, 6326.0, 7000.0) * (USD / kilowatt),
    .construction_years = 2,
    .life_years = 30,
    .fixed = per_year(range(70.0, 89.8, 130.0) * (USD / kilowatt)),
    .variable = known(0.0) * (USD / megawatt_hour),
    .capacity_factor = share{range(0.38, 0.4638, 0.52)},
    .fade = share{range(0.0, 0.003, 0.016)},
    .building = range(8.0, 14.0, 23.0) * (gCO2e / kilowatt_hour),
    .water = known(0.0) * (litre / kilowatt_hour),
    .losses = share{range(0.02, 0.04, 0.06)},
    .land = range(0.0, 0.1, 0.5) * square_metre_per_kilowatt,
    .lead_time = range(5.0, 8.0, 12.0) * year};
inline constexpr sourced_field offshore_wind_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"overnight", {"NREL ATB 2024 moderate, 6,326 USD/kW (2022 USD); Lazard 2019 2,950", "2026-05", confidence::high}},
    {"construction_years", {"assumed: spending over two years", "2026-11", confidence::assumed}},
    {"life_years", {"NREL ATB 2024, in PyPSA/technology-data", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 1.42 % of capital a year; the range is assumed", "2026-05", confidence::medium}},
    {"variable", {"NREL ATB 2024: none", "2026-11", confidence::high}},
    {"capacity_factor", {"NREL ATB 2024: 0.4638; the range is of sites", "2026-05", confidence::high}},
    {"fade", {"assumed as of onshore wind", "2014", confidence::low}},
    {"building", {"UNECE 2021: 14; IPCC AR5 median 12", "2021", confidence::high}},
    {"water", {"Macknick et al. 2012: none", "2026-11", confidence::high}},
    {"losses", {"assumed: export cable", "2026-11", confidence::assumed}},
    {"land", {"assumed: landfall and station", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: lease, permits, vessels", "2026-11", confidence::assumed}}};

} // namespace tallywatt::catalog

#pragma once
// Power purchase agreements on top of a grid of the catalog. Strike prices are confidential; surveys of offers and the few
// published deals make ranges.
//
//   supply const s = catalog::texas_solar_contract;

#include <tallywatt/catalog/grids/americas.hpp>
#include <tallywatt/energy/contract.hpp>

namespace tallywatt::catalog {

/// A new solar park in Texas, settled as a contract for differences.
inline constexpr basic_contract<estimate> texas_solar_contract = {
    .grid = ercot_texas,
    .share = share{known(0.8)},
    .strike = range(38.0, 50.0, 78.0) * (USD / megawatt_hour),
    .carriage = range(0.0, 2.0, 5.0) * (USD / megawatt_hour),
    .is_virtual = true,
    .capture = basic_ratio<estimate>{range(0.60, 0.80, 1.0)},
    .plant = known(0.0) * (gCO2e / kilowatt_hour),
    .plant_upstream = range(12.0, 37.0, 48.0) * (gCO2e / kilowatt_hour),
    .lead_time = range(1.0, 2.0, 5.0) * year};
inline constexpr sourced_field texas_solar_contract_sources[] = {
    {"grid", {"catalog entry ercot_texas and its sources", "2026", confidence::high}},
    {"share", {"by choice: four fifths of the year's energy", "2026-11", confidence::high}},
    {"strike",
     {"Lazard LCOE+ June 2025, utility solar 38 to 78 USD/MWh; offers lie in its lower half, assumed", "2025-06",
      confidence::medium}},
    {"carriage", {"assumed: settlement and credit", "2026-11", confidence::assumed}},
    {"capture", {"assumed: midday prices below the mean where much sun is built", "2026-11", confidence::assumed}},
    {"plant", {"nothing burns", "2026-11", confidence::high}},
    {"plant_upstream", {"UNECE 2021: 12 (CdTe) to 37; IPCC AR5 median 48", "2021", confidence::high}},
    {"lead_time",
     {"assumed: a park under development; five years through the US queue (LBNL)", "2026-11", confidence::low}},
    {"clean", {"by construction: sun, wind or nuclear", "2026-11", confidence::high}}};

/// Onshore wind in Iowa, delivered through the utility.
inline constexpr basic_contract<estimate> iowa_wind_contract = {
    .grid = miso_iowa,
    .share = share{known(0.8)},
    .strike = range(30.0, 42.0, 70.0) * (USD / megawatt_hour),
    .carriage = range(4.0, 8.0, 15.0) * (USD / megawatt_hour),
    .capture = basic_ratio<estimate>{range(0.70, 0.85, 1.0)},
    .plant = known(0.0) * (gCO2e / kilowatt_hour),
    .plant_upstream = range(7.0, 12.0, 16.0) * (gCO2e / kilowatt_hour),
    .lead_time = range(1.0, 2.5, 5.0) * year};
inline constexpr sourced_field iowa_wind_contract_sources[] = {
    {"grid", {"catalog entry miso_iowa and its sources", "2026", confidence::high}},
    {"share", {"by choice: four fifths of the year's energy", "2026-11", confidence::high}},
    {"strike",
     {"Lazard LCOE+ June 2025, onshore wind 37 to 86 USD/MWh; offers lie in its lower half, assumed", "2025-06",
      confidence::medium}},
    {"carriage", {"assumed: balancing and the utility's margin", "2026-11", confidence::assumed}},
    {"capture", {"assumed: windy hours sell below the mean", "2026-11", confidence::assumed}},
    {"plant", {"nothing burns", "2026-11", confidence::high}},
    {"plant_upstream", {"UNECE 2021: 12; IPCC AR5 median 11", "2021", confidence::high}},
    {"lead_time", {"assumed: a park under development", "2026-11", confidence::assumed}},
    {"clean", {"by construction: sun, wind or nuclear", "2026-11", confidence::high}}};

/// A reactor in PJM that stays open or is brought back for one buyer.
inline constexpr basic_contract<estimate> pjm_nuclear_contract = {
    .grid = pjm_virginia,
    .share = share{known(1.0)},
    .strike = range(70.0, 95.0, 115.0) * (USD / megawatt_hour),
    .carriage = range(0.0, 3.0, 8.0) * (USD / megawatt_hour),
    .capture = basic_ratio<estimate>{range(0.95, 1.0, 1.05)},
    .plant = known(0.0) * (gCO2e / kilowatt_hour),
    .plant_upstream = range(3.7, 5.1, 12.0) * (gCO2e / kilowatt_hour),
    .lead_time = range(0.5, 2.0, 4.0) * year};
inline constexpr sourced_field pjm_nuclear_contract_sources[] = {
    {"grid", {"catalog entry pjm_virginia and its sources", "2026", confidence::high}},
    {"share", {"by choice: the whole year's energy", "2026-11", confidence::high}},
    {"strike",
     {"assumed from analysts' estimates of the restart and uprate deals of 2024 and 2025, recalled", "2025",
      confidence::low}},
    {"carriage", {"assumed: delivery through the grid", "2026-11", confidence::assumed}},
    {"capture", {"assumed: a flat output sells at the mean", "2026-11", confidence::assumed}},
    {"plant", {"nothing burns", "2026-11", confidence::high}},
    {"plant_upstream", {"UNECE 2021 life cycle 5.1 gCO2e/kWh; IPCC AR5 median 12", "2021", confidence::high}},
    {"lead_time", {"assumed: running plant to restart", "2026-11", confidence::assumed}},
    {"clean", {"by construction: sun, wind or nuclear", "2026-11", confidence::high}}};

} // namespace tallywatt::catalog

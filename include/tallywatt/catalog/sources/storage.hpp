#pragma once
// Storages. Energies are as stored: of molten salt its heat, of hydrogen its lower heating value.
//
//   storage const s = catalog::lithium_battery;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/storage.hpp>

namespace tallywatt::catalog {

/// Lithium iron phosphate, installed, alternating current. Surveys of turnkey prices and the US baseline differ by three.
inline constexpr basic_storage<estimate> lithium_battery = {
    .name = "lithium battery",
    .store_price = range(117.0, 236.0, 376.0) * (USD / kilowatt_hour),
    .charger_price = range(0.0, 100.0, 498.0) * (USD / kilowatt),
    .discharger_price = known(0.0) * (USD / kilowatt),
    .fixed = share{range(0.015, 0.025, 0.03)},
    .life_years = 15,
    .charging = share{range(0.9, 0.922, 0.955)},
    .discharging = share{range(0.9, 0.922, 0.955)},
    .self_discharge = share{range(0.0, 2e-05, 0.0001)},
    .cycle_life = basic_ratio<estimate>{range(4000.0, 6000.0, 10000.0)},
    .building = range(50.0, 80.0, 150.0) * (kgCO2e / kilowatt_hour),
    .land = range(0.01, 0.02, 0.2) * square_metre_per_kilowatt,
    .lead_time = range(0.5, 1.0, 2.0) * year};
inline constexpr sourced_field lithium_battery_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"store_price",
     {"BloombergNEF turnkey: 165 global 2024, 117 in 2025 (recalled), 236 US 2024 (recalled); NREL ATB 2024 376 "
      "USD/kWh",
      "2024-12", confidence::medium}},
    {"charger_price",
     {"NREL ATB 2024: 498 USD/kW; surveys of turnkey systems include it", "2026-05", confidence::medium}},
    {"discharger_price", {"the charger's inverter works both ways", "2026-11", confidence::high}},
    {"fixed", {"NREL ATB 2024: 2.5 % of capital a year", "2026-05", confidence::medium}},
    {"life_years", {"NREL ATB 2024, in PyPSA/technology-data", "2026-05", confidence::medium}},
    {"charging", {"NREL ATB 2024: inverter 0.955; 85 % both ways", "2026-05", confidence::medium}},
    {"discharging", {"NREL ATB 2024: inverter 0.955; 85 % both ways", "2026-05", confidence::medium}},
    {"self_discharge", {"assumed: one to seven per cent a month", "2026-11", confidence::assumed}},
    {"cycle_life", {"assumed: datasheets of iron phosphate cells", "2026-11", confidence::assumed}},
    {"building", {"assumed: cells, enclosure and inverter", "2026-11", confidence::assumed}},
    {"land", {"planning ranges, recalled", "2026-11", confidence::low}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}}};

/// Electrolysers, a cavern and fuel cells: weeks of storage at a third of the energy.
inline constexpr basic_storage<estimate> hydrogen_storage = {
    .name = "hydrogen storage",
    .store_price = range(0.7, 3.0, 20.0) * (USD / kilowatt_hour),
    .charger_price = range(700.0, 1700.0, 2500.0) * (USD / kilowatt),
    .discharger_price = range(1000.0, 1730.0, 2600.0) * (USD / kilowatt),
    .fixed = share{range(0.02, 0.035, 0.05)},
    .life_years = 20,
    .charging = share{range(0.58, 0.66, 0.74)},
    .discharging = share{range(0.45, 0.5, 0.58)},
    .self_discharge = share{range(0.0, 0.0, 1e-05)},
    .cycle_life = basic_ratio<estimate>{range(5000.0, 20000.0, 50000.0)},
    .building = range(0.5, 2.0, 10.0) * (kgCO2e / kilowatt_hour),
    .land = range(0.1, 0.3, 1.0) * square_metre_per_kilowatt,
    .lead_time = range(3.0, 5.0, 8.0) * year};
inline constexpr sourced_field hydrogen_storage_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"store_price", {"assumed: salt cavern to line pack; tanks are dearer", "2026-11", confidence::assumed}},
    {"charger_price", {"assumed: electrolysers, installed", "2026-11", confidence::assumed}},
    {"discharger_price",
     {"technology-data (Danish Energy Agency): fuel cells 1,603 EUR/kW", "2026-05", confidence::medium}},
    {"fixed", {"assumed about technology-data's 2 to 5 % a year", "2026-05", confidence::low}},
    {"life_years", {"assumed, with stacks renewed", "2026-11", confidence::assumed}},
    {"charging", {"assumed: electrolysers and compression, per lower heating value", "2026-11", confidence::assumed}},
    {"discharging", {"technology-data: 0.50 (LHV)", "2026-05", confidence::medium}},
    {"self_discharge", {"assumed: cavern", "2026-11", confidence::assumed}},
    {"cycle_life", {"assumed: the cavern outlives its plant", "2026-11", confidence::assumed}},
    {"building", {"assumed: cavern and plant", "2026-11", confidence::assumed}},
    {"land", {"assumed", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: leaching a cavern", "2026-11", confidence::assumed}}};

/// Power to heat to power: resistive heaters, two tanks of nitrate salt and a steam turbine.
inline constexpr basic_storage<estimate> molten_salt = {
    .name = "molten salt",
    .store_price = range(15.0, 26.0, 40.0) * (USD / kilowatt_hour),
    .charger_price = range(50.0, 100.0, 300.0) * (USD / kilowatt),
    .discharger_price = range(700.0, 1100.0, 1600.0) * (USD / kilowatt),
    .fixed = share{range(0.015, 0.02, 0.03)},
    .life_years = 30,
    .charging = share{range(0.97, 0.98, 0.99)},
    .discharging = share{range(0.36, 0.4, 0.44)},
    .self_discharge = share{range(0.0002, 0.0004, 0.0008)},
    .cycle_life = basic_ratio<estimate>{range(10000.0, 20000.0, 40000.0)},
    .building = range(1.0, 3.0, 8.0) * (kgCO2e / kilowatt_hour),
    .land = range(1.0, 2.0, 5.0) * square_metre_per_kilowatt,
    .lead_time = range(2.0, 3.0, 5.0) * year};
inline constexpr sourced_field molten_salt_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"store_price", {"assumed: per heat, two tanks of a solar tower plant", "2026-11", confidence::assumed}},
    {"charger_price", {"assumed: resistive heaters", "2026-11", confidence::assumed}},
    {"discharger_price", {"assumed: steam turbine and condenser", "2026-11", confidence::assumed}},
    {"fixed", {"assumed", "2026-11", confidence::assumed}},
    {"life_years", {"assumed as of a tower plant", "2026-11", confidence::assumed}},
    {"charging", {"assumed: heaters", "2026-11", confidence::assumed}},
    {"discharging", {"assumed: subcritical steam at 565 C", "2026-11", confidence::assumed}},
    {"self_discharge", {"assumed: half to two per cent a day", "2026-11", confidence::assumed}},
    {"cycle_life", {"assumed", "2026-11", confidence::assumed}},
    {"building", {"assumed: salt and steel", "2026-11", confidence::assumed}},
    {"land", {"assumed", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}}};

/// Two reservoirs and reversible turbines, about ten hours; the price is all on the power.
inline constexpr basic_storage<estimate> pumped_hydro = {
    .name = "pumped hydro",
    .store_price = known(0.0) * (USD / kilowatt_hour),
    .charger_price = known(0.0) * (USD / kilowatt),
    .discharger_price = range(2000.0, 3470.0, 5000.0) * (USD / kilowatt),
    .fixed = share{range(0.005, 0.0062, 0.01)},
    .life_years = 80,
    .charging = share{range(0.85, 0.866, 0.9)},
    .discharging = share{range(0.85, 0.866, 0.9)},
    .self_discharge = share{range(0.0, 1e-05, 0.0001)},
    .cycle_life = basic_ratio<estimate>{range(10000.0, 30000.0, 60000.0)},
    .building = range(1.0, 5.0, 20.0) * (kgCO2e / kilowatt_hour),
    .land = range(1.0, 5.0, 20.0) * square_metre_per_kilowatt,
    .lead_time = range(6.0, 9.0, 15.0) * year};
inline constexpr sourced_field pumped_hydro_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"store_price", {"in the power's price", "2026-11", confidence::high}},
    {"charger_price", {"the turbine works both ways", "2026-11", confidence::high}},
    {"discharger_price", {"NREL ATB 2024 moderate (2022 USD), in PyPSA/technology-data", "2026-05", confidence::high}},
    {"fixed", {"NREL ATB 2024: 0.62 % of capital a year", "2026-05", confidence::high}},
    {"life_years", {"NREL ATB 2024, in PyPSA/technology-data", "2026-05", confidence::high}},
    {"charging", {"NREL ATB 2024: 75 % both ways", "2026-05", confidence::medium}},
    {"discharging", {"NREL ATB 2024: 75 % both ways", "2026-05", confidence::medium}},
    {"self_discharge", {"assumed: evaporation", "2026-11", confidence::assumed}},
    {"cycle_life", {"assumed", "2026-11", confidence::assumed}},
    {"building", {"assumed: concrete", "2026-11", confidence::assumed}},
    {"land", {"assumed", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: licence and tunnels", "2026-11", confidence::assumed}}};

} // namespace tallywatt::catalog

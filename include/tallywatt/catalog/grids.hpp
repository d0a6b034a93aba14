#pragma once
// Grids. Tariffs of large loads are negotiated, so energy price and demand charge are ranges: the published average
// revenue per kWh is split into a demand charge and the rest at a load factor of 80 %.
//
//   supply const s = catalog::pjm_virginia;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/grid.hpp>

namespace tallywatt::catalog {

/// Dominion Energy Virginia, in PJM. The all-in average is 0.0892 USD/kWh; 14.6 USD/kW-month is 0.025 of it.
inline constexpr basic_grid<estimate> pjm_virginia = {
    .name = "PJM, Virginia",
    .energy_price = range(0.050, 0.064, 0.075) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(10.0, 14.6, 18.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(300.0, 322.0, 396.0) * (gCO2e / kilowatt_hour),
    .market_based = range(300.0, 322.0, 396.0) * (gCO2e / kilowatt_hour),
    .water = range(0.7, 1.2, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.9990, 0.9997, 0.9999)}};
inline constexpr sourced_field pjm_virginia_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Virginia industrial 0.0892 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand",
     {"Dominion Energy Virginia, GS-3: 3.316 distribution + 8.976 generation + 2.277 transmission USD/kW-month",
      "2026-01-01", confidence::medium}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based",
     {"Google Cloud region carbon data, us-east4; the upper end is what AWS states for N. Virginia", "2025",
      confidence::medium}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over about 55 % gas and 30 % nuclear; upper end US average with reservoirs, "
      "EcoLogits",
      "2025-11", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}}};

/// ERCOT, Texas. The all-in average is 0.066 USD/kWh; transmission is charged on the four coincident peaks.
inline constexpr basic_grid<estimate> ercot_texas = {
    .name = "ERCOT, Texas",
    .energy_price = range(0.045, 0.0575, 0.070) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(3.0, 5.0, 7.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(300.0, 321.0, 400.0) * (gCO2e / kilowatt_hour),
    .market_based = range(300.0, 321.0, 400.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 0.9, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.9990, 0.9997, 0.9999)}};
inline constexpr sourced_field ercot_texas_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Texas industrial 0.066 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: four-coincident-peak transmission charges", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Google Cloud region carbon data, us-south1", "2025", confidence::medium}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over a gas-heavy mix; upper end US average with reservoirs, EcoLogits", "2025-11",
      confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}}};

/// Sweden, northern price areas. The published average of 0.094 EUR/kWh is of small consumers: an upper end.
inline constexpr basic_grid<estimate> sweden = {
    .name = "Sweden",
    .energy_price = range(0.030, 0.050, 0.100) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(2.0, 4.0, 6.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = known(40.7) * (gCO2e / kilowatt_hour),
    .market_based = range(20.0, 40.7, 80.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 1.0, 7.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.9990, 0.9998, 0.99995)}};
inline constexpr sourced_field sweden_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.094 EUR/kWh in the 20 to 500 MWh band is the upper end; the rest assumed", "2024",
      confidence::low}},
    {"demand", {"assumed: regional network tariffs", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember, in codecarbon", "2023", confidence::high}},
    {"market_based",
     {"assumed equal to location-based: no contract; half to twice as much assumed", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians; upper end counts reservoir evaporation at 17 L/kWh of hydro", "2012",
      confidence::low}},
    {"availability", {"assumed: half an hour to nine hours of outage a year", "2026-11", confidence::assumed}}};

} // namespace tallywatt::catalog

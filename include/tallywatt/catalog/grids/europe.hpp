#pragma once
// Grids of Europe. Published prices are of small industrial consumers; a 100 MW load pays less.
// Tariffs of large loads are negotiated, so energy price and demand charge are ranges. Where only an average revenue per kWh
//
//   supply const s = catalog::sweden;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/grid.hpp>

namespace tallywatt::catalog {

/// Ireland. The published average is of small consumers: an upper end.
inline constexpr basic_grid<estimate> ireland = {
    .name = "Ireland",
    .energy_price = range(0.12, 0.165, 0.276) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(4.0, 8.0, 12.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(280.0, 290.8, 330.0) * (gCO2e / kilowatt_hour),
    .market_based = range(280.0, 290.8, 330.0) * (gCO2e / kilowatt_hour),
    .marginal = range(350.0, 430.0, 550.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 0.6, 1.5) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(4.0, 6.0, 10.0) * year,
    .clean = basic_fraction<estimate>{range(0.38, 0.42, 0.46)}};
inline constexpr sourced_field ireland_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.256 EUR/kWh in the 20 to 500 MWh band is the upper end, at 1.08 USD/EUR; the rest "
      "assumed",
      "2024", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over gas and wind", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: Dublin takes no new large loads for years", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Germany. The published average is of small consumers: an upper end.
inline constexpr basic_grid<estimate> germany = {
    .name = "Germany",
    .energy_price = range(0.09, 0.14, 0.252) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(8.0, 12.0, 18.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(345.0, 381.0, 420.0) * (gCO2e / kilowatt_hour),
    .market_based = range(345.0, 381.0, 420.0) * (gCO2e / kilowatt_hour),
    .marginal = range(500.0, 700.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 0.9, 1.8) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(3.0, 5.0, 9.0) * year,
    .clean = basic_fraction<estimate>{range(0.55, 0.59, 0.62)}};
inline constexpr sourced_field germany_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.233 EUR/kWh in the 20 to 500 MWh band is the upper end, at 1.08 USD/EUR; the rest "
      "assumed",
      "2024", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: coal and gas follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal, gas, wind and sun", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: Frankfurt's queue", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// France. The published average is of small consumers: an upper end.
inline constexpr basic_grid<estimate> france = {
    .name = "France",
    .energy_price = range(0.06, 0.09, 0.185) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(4.0, 7.0, 10.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(34.0, 56.0, 70.0) * (gCO2e / kilowatt_hour),
    .market_based = range(34.0, 56.0, 70.0) * (gCO2e / kilowatt_hour),
    .marginal = range(200.0, 400.0, 600.0) * (gCO2e / kilowatt_hour),
    .water = range(1.0, 2.0, 4.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 4.0, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.92, 0.95, 0.97)}};
inline constexpr sourced_field france_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.171 EUR/kWh in the 20 to 500 MWh band is the upper end, at 1.08 USD/EUR; the rest "
      "assumed",
      "2024", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas at home or over the border follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over nuclear and hydro", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Norway, southern price areas.
inline constexpr basic_grid<estimate> norway = {
    .name = "Norway",
    .energy_price = range(0.03, 0.05, 0.08) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(2.0, 4.0, 6.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(15.0, 30.1, 60.0) * (gCO2e / kilowatt_hour),
    .market_based = range(15.0, 30.1, 60.0) * (gCO2e / kilowatt_hour),
    .marginal = range(50.0, 200.0, 450.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 8.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 4.0, 7.0) * year,
    .clean = basic_fraction<estimate>{range(0.98, 0.99, 1.0)}};
inline constexpr sourced_field norway_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: power of large users at about 0.05 USD/kWh, recalled", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: what is not exported is replaced by gas abroad", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over hydro; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Sweden, northern price areas. The published average of 0.094 EUR/kWh is of small consumers: an upper end.
inline constexpr basic_grid<estimate> sweden = {
    .name = "Sweden",
    .energy_price = range(0.03, 0.05, 0.1) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(2.0, 4.0, 6.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = known(40.7) * (gCO2e / kilowatt_hour),
    .market_based = range(20.0, 40.7, 80.0) * (gCO2e / kilowatt_hour),
    .marginal = range(50.0, 200.0, 450.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 1.0, 7.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9998, 0.99995)},
    .lead_time = range(2.0, 4.0, 7.0) * year,
    .clean = basic_fraction<estimate>{range(0.97, 0.985, 1.0)}};
inline constexpr sourced_field sweden_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.094 EUR/kWh in the 20 to 500 MWh band is the upper end; the rest assumed", "2024",
      confidence::low}},
    {"demand", {"assumed: regional network tariffs", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based",
     {"assumed equal to location-based: no contract; half to twice as much assumed", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: what is not exported is replaced by gas abroad", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians; upper end counts reservoir evaporation at 17 L/kWh of hydro", "2012",
      confidence::low}},
    {"availability", {"assumed: half an hour to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: transmission queue in the north", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Finland. The published average is of small consumers: an upper end.
inline constexpr basic_grid<estimate> finland = {
    .name = "Finland",
    .energy_price = range(0.035, 0.055, 0.1) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(2.0, 4.0, 6.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(46.0, 79.2, 90.0) * (gCO2e / kilowatt_hour),
    .market_based = range(46.0, 79.2, 90.0) * (gCO2e / kilowatt_hour),
    .marginal = range(50.0, 250.0, 500.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 1.6, 6.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.5, 3.0, 5.0) * year,
    .clean = basic_fraction<estimate>{range(0.9, 0.94, 0.97)}};
inline constexpr sourced_field finland_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.093 EUR/kWh in the 20 to 500 MWh band is the upper end, at 1.08 USD/EUR; the rest "
      "assumed",
      "2024", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: what is not traded is replaced by fossil plants abroad", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over nuclear, hydro and wind", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Denmark. The published average is of small consumers: an upper end.
inline constexpr basic_grid<estimate> denmark = {
    .name = "Denmark",
    .energy_price = range(0.045, 0.065, 0.106) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(2.0, 4.0, 6.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(120.0, 150.0, 200.0) * (gCO2e / kilowatt_hour),
    .market_based = range(120.0, 150.0, 200.0) * (gCO2e / kilowatt_hour),
    .marginal = range(300.0, 500.0, 800.0) * (gCO2e / kilowatt_hour),
    .water = range(0.1, 0.3, 1.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 4.0, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.85, 0.89, 0.92)}};
inline constexpr sourced_field denmark_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.098 EUR/kWh in the 20 to 500 MWh band is the upper end, at 1.08 USD/EUR; the rest "
      "assumed",
      "2024", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"assumed: wind and biomass with some coal", "2023", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: coal and gas in the region follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over wind and biomass", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Poland. The published average is of small consumers: an upper end.
inline constexpr basic_grid<estimate> poland = {
    .name = "Poland",
    .energy_price = range(0.09, 0.13, 0.225) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(4.0, 7.0, 10.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(600.0, 660.0, 750.0) * (gCO2e / kilowatt_hour),
    .market_based = range(600.0, 660.0, 750.0) * (gCO2e / kilowatt_hour),
    .marginal = range(750.0, 900.0, 1000.0) * (gCO2e / kilowatt_hour),
    .water = range(1.0, 1.5, 1.9) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 4.0, 7.0) * year,
    .clean = basic_fraction<estimate>{range(0.27, 0.3, 0.33)}};
inline constexpr sourced_field poland_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Eurostat via CUBE Concepts: 0.208 EUR/kWh in the 20 to 500 MWh band is the upper end, at 1.08 USD/EUR; the rest "
      "assumed",
      "2024", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"assumed: coal for three fifths of the energy", "2023", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Great Britain. Prices of large industrial users are recalled.
inline constexpr basic_grid<estimate> great_britain = {
    .name = "Great Britain",
    .energy_price = range(0.13, 0.19, 0.28) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(4.0, 8.0, 12.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(136.0, 237.6, 250.0) * (gCO2e / kilowatt_hour),
    .market_based = range(136.0, 237.6, 250.0) * (gCO2e / kilowatt_hour),
    .marginal = range(350.0, 420.0, 500.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 0.7, 1.5) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(4.0, 7.0, 12.0) * year,
    .clean = basic_fraction<estimate>{range(0.56, 0.6, 0.65)}};
inline constexpr sourced_field great_britain_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: large industrial users at up to 0.28 USD/kWh, recalled", "2024", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over gas, wind and nuclear", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: London's queue", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Iceland: hydro and geothermal.
inline constexpr basic_grid<estimate> iceland = {
    .name = "Iceland",
    .energy_price = range(0.035, 0.045, 0.06) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(1.0, 2.0, 4.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(20.0, 27.7, 40.0) * (gCO2e / kilowatt_hour),
    .market_based = range(20.0, 27.7, 40.0) * (gCO2e / kilowatt_hour),
    .marginal = range(5.0, 30.0, 60.0) * (gCO2e / kilowatt_hour),
    .water = range(0.1, 6.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 4.0, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.995, 0.999, 1.0)}};
inline constexpr sourced_field iceland_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: long contracts of smelters", "2026-11", confidence::assumed}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: an island without fossil plants", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over hydro and geothermal", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

} // namespace tallywatt::catalog

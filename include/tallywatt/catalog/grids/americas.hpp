#pragma once
// Grids of the Americas.
// Tariffs of large loads are negotiated, so energy price and demand charge are ranges. Where only an average revenue per kWh
// is published it is split into a demand charge and the rest at a load factor of 80 %.
//
//   supply const s = catalog::pjm_virginia;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/grid.hpp>

namespace tallywatt::catalog {

/// Dominion Energy Virginia, in PJM. The all-in average is 0.0892 USD/kWh; 14.6 USD/kW-month is 0.025 of it.
inline constexpr basic_grid<estimate> pjm_virginia = {
    .name = "PJM, Virginia",
    .energy_price = range(0.05, 0.064, 0.075) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(10.0, 14.6, 18.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(300.0, 322.0, 396.0) * (gCO2e / kilowatt_hour),
    .market_based = range(300.0, 322.0, 396.0) * (gCO2e / kilowatt_hour),
    .upstream = range(15.0, 48.3, 106.9) * (gCO2e / kilowatt_hour),
    .marginal = range(400.0, 600.0, 800.0) * (gCO2e / kilowatt_hour),
    .water = range(0.7, 1.2, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(3.0, 5.5, 7.0) * year,
    .clean = basic_fraction<estimate>{range(0.35, 0.4, 0.45)}};
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
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal",
     {"assumed: gas follows the load most hours, coal in the rest (EPA AVERT, Mid-Atlantic, is of this size)",
      "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over about 55 % gas and 30 % nuclear; upper end US average with reservoirs, "
      "EcoLogits",
      "2025-11", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"Bloomberg, Data centers face seven-year wait for power hookups in Virginia: 5.5 years above 100 MW",
      "2024-08-29", confidence::medium}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// ERCOT, Texas. The all-in average is 0.066 USD/kWh; transmission is charged on the four coincident peaks.
inline constexpr basic_grid<estimate> ercot_texas = {
    .name = "ERCOT, Texas",
    .energy_price = range(0.045, 0.0575, 0.07) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(3.0, 5.0, 7.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(300.0, 321.0, 400.0) * (gCO2e / kilowatt_hour),
    .market_based = range(300.0, 321.0, 400.0) * (gCO2e / kilowatt_hour),
    .upstream = range(15.0, 48.1, 108.0) * (gCO2e / kilowatt_hour),
    .marginal = range(380.0, 500.0, 800.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 0.9, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.5, 3.0, 5.0) * year,
    .clean = basic_fraction<estimate>{range(0.38, 0.42, 0.46)}};
inline constexpr sourced_field ercot_texas_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Texas industrial 0.066 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: four-coincident-peak transmission charges", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Google Cloud region carbon data, us-south1", "2025", confidence::medium}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: gas plants follow the load most hours, coal in the rest", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over a gas-heavy mix; upper end US average with reservoirs, EcoLogits", "2025-11",
      confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: large-load interconnection queue", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// MISO, Iowa. The all-in average is 0.0691 USD/kWh.
inline constexpr basic_grid<estimate> miso_iowa = {
    .name = "MISO, Iowa",
    .energy_price = range(0.0419, 0.0537, 0.0671) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(6.0, 9.0, 13.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(330.0, 430.0, 480.0) * (gCO2e / kilowatt_hour),
    .market_based = range(330.0, 430.0, 480.0) * (gCO2e / kilowatt_hour),
    .upstream = range(16.5, 64.5, 129.6) * (gCO2e / kilowatt_hour),
    .marginal = range(500.0, 700.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 1.1, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.5, 3.0, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.3, 0.4, 0.65)}};
inline constexpr sourced_field miso_iowa_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Iowa industrial 0.0691 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: tariffs of large loads with a demand charge", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Google Cloud region carbon data, us-central1", "2025", confidence::medium}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load most hours", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over wind and coal; upper end US average, EcoLogits", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: utility build-out", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// PJM, Ohio. The all-in average is 0.0703 USD/kWh.
inline constexpr basic_grid<estimate> pjm_ohio = {
    .name = "PJM, Ohio",
    .energy_price = range(0.0415, 0.0532, 0.0665) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(7.0, 10.0, 14.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(330.0, 420.0, 520.0) * (gCO2e / kilowatt_hour),
    .market_based = range(330.0, 420.0, 520.0) * (gCO2e / kilowatt_hour),
    .upstream = range(16.5, 63.0, 140.4) * (gCO2e / kilowatt_hour),
    .marginal = range(400.0, 620.0, 850.0) * (gCO2e / kilowatt_hour),
    .water = range(0.7, 1.3, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.5, 4.5, 7.0) * year,
    .clean = basic_fraction<estimate>{range(0.2, 0.38, 0.42)}};
inline constexpr sourced_field pjm_ohio_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Ohio industrial 0.0703 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: tariffs of large loads with a demand charge", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"assumed: between PJM's mean and the state's coal and gas mix", "2023", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: gas plants follow the load most hours, coal in the rest", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over gas, coal and nuclear; upper end US average, EcoLogits", "2012",
      confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: between Virginia's wait and the US queue's median of five years", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Southern Company, Georgia. The all-in average is 0.0688 USD/kWh.
inline constexpr basic_grid<estimate> georgia = {
    .name = "Southern Company, Georgia",
    .energy_price = range(0.0403, 0.0517, 0.0646) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(7.0, 10.0, 15.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(300.0, 340.0, 400.0) * (gCO2e / kilowatt_hour),
    .market_based = range(300.0, 340.0, 400.0) * (gCO2e / kilowatt_hour),
    .upstream = range(15.0, 51.0, 108.0) * (gCO2e / kilowatt_hour),
    .marginal = range(400.0, 560.0, 800.0) * (gCO2e / kilowatt_hour),
    .water = range(0.8, 1.4, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.5, 4.0, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.38, 0.45, 0.5)}};
inline constexpr sourced_field georgia_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Georgia industrial 0.0688 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: tariffs of large loads with a demand charge", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"assumed: gas and nuclear with some coal", "2023", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: gas plants follow the load most hours, coal in the rest", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over gas and nuclear; upper end US average, EcoLogits", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: utility build-out", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Arizona. The all-in average is 0.0811 USD/kWh.
inline constexpr basic_grid<estimate> arizona = {
    .name = "Arizona",
    .energy_price = range(0.0472, 0.0606, 0.0757) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(8.0, 12.0, 17.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(280.0, 330.0, 420.0) * (gCO2e / kilowatt_hour),
    .market_based = range(280.0, 330.0, 420.0) * (gCO2e / kilowatt_hour),
    .upstream = range(14.0, 49.5, 113.4) * (gCO2e / kilowatt_hour),
    .marginal = range(380.0, 470.0, 700.0) * (gCO2e / kilowatt_hour),
    .water = range(0.6, 1.1, 3.1) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.5, 4.0, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.42, 0.48, 0.52)}};
inline constexpr sourced_field arizona_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Arizona industrial 0.0811 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: tariffs of large loads with a demand charge", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"assumed: gas, nuclear and sun", "2023", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: gas plants follow the load most hours, coal in the rest", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over gas, nuclear and sun; upper end US average, EcoLogits", "2012",
      confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: utility build-out", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// CAISO, California. The all-in average is 0.1864 USD/kWh.
inline constexpr basic_grid<estimate> california = {
    .name = "CAISO, California",
    .energy_price = range(0.1187, 0.1522, 0.1902) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(12.0, 20.0, 28.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(180.0, 198.0, 260.0) * (gCO2e / kilowatt_hour),
    .market_based = range(180.0, 198.0, 260.0) * (gCO2e / kilowatt_hour),
    .upstream = range(9.0, 29.7, 70.2) * (gCO2e / kilowatt_hour),
    .marginal = range(300.0, 420.0, 520.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 0.9, 5.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(3.0, 5.0, 8.0) * year,
    .clean = basic_fraction<estimate>{range(0.55, 0.6, 0.65)}};
inline constexpr sourced_field california_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, California industrial 0.1864 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: tariffs of large loads with a demand charge", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Google Cloud region carbon data, us-west2", "2025", confidence::medium}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal",
     {"assumed: gas plants follow the load, trade with hydro-rich neighbours included", "2026-11",
      confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over gas, sun and hydro; upper end with reservoirs", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: US queue's median of five years (LBNL) about", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Bonneville, Oregon. The all-in average is 0.0752 USD/kWh.
inline constexpr basic_grid<estimate> oregon = {
    .name = "Bonneville, Oregon",
    .energy_price = range(0.0493, 0.0632, 0.079) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(4.0, 7.0, 10.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(60.0, 94.0, 180.0) * (gCO2e / kilowatt_hour),
    .market_based = range(60.0, 94.0, 180.0) * (gCO2e / kilowatt_hour),
    .upstream = range(3.0, 14.1, 48.6) * (gCO2e / kilowatt_hour),
    .marginal = range(250.0, 420.0, 600.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 6.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(3.0, 5.0, 8.0) * year,
    .clean = basic_fraction<estimate>{range(0.6, 0.7, 0.8)}};
inline constexpr sourced_field oregon_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Oregon industrial 0.0752 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: tariffs of large loads with a demand charge", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Google Cloud region carbon data, us-west1", "2025", confidence::medium}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal",
     {"assumed: gas plants follow the load, trade with hydro-rich neighbours included", "2026-11",
      confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over hydro and gas; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: US queue's median of five years (LBNL) about", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Bonneville, Washington. The all-in average is 0.0635 USD/kWh.
inline constexpr basic_grid<estimate> washington = {
    .name = "Bonneville, Washington",
    .energy_price = range(0.0415, 0.0532, 0.0665) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(3.0, 6.0, 9.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(40.0, 90.0, 160.0) * (gCO2e / kilowatt_hour),
    .market_based = range(40.0, 90.0, 160.0) * (gCO2e / kilowatt_hour),
    .upstream = range(2.0, 13.5, 43.2) * (gCO2e / kilowatt_hour),
    .marginal = range(200.0, 420.0, 600.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 8.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(3.0, 5.0, 8.0) * year,
    .clean = basic_fraction<estimate>{range(0.7, 0.8, 0.9)}};
inline constexpr sourced_field washington_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Electric Power Annual, Washington industrial 0.0635 USD/kWh on average, less the demand charge, US EIA", "2023",
      confidence::medium}},
    {"demand", {"assumed: tariffs of large loads with a demand charge", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"assumed as Oregon: mostly hydro", "2023", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal",
     {"assumed: gas plants follow the load, trade with hydro-rich neighbours included", "2026-11",
      confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over hydro; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: US queue's median of five years (LBNL) about", "2026-11", confidence::assumed}},
    {"clean", {"EIA generation by state and market 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Hydro-Quebec. Its published rate for large power is of this size.
inline constexpr basic_grid<estimate> quebec = {
    .name = "Quebec, Canada",
    .energy_price = range(0.028, 0.036, 0.045) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(8.0, 10.0, 12.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(2.0, 30.0, 170.0) * (gCO2e / kilowatt_hour),
    .market_based = range(2.0, 30.0, 170.0) * (gCO2e / kilowatt_hour),
    .marginal = range(100.0, 250.0, 450.0) * (gCO2e / kilowatt_hour),
    .water = range(1.0, 12.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 4.0, 8.0) * year,
    .clean = basic_fraction<estimate>{range(0.985, 0.995, 1.0)}};
inline constexpr sourced_field quebec_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed from Hydro-Quebec's rate L, energy part", "2024", confidence::low}},
    {"demand", {"assumed from Hydro-Quebec's rate L, demand part", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based",
     {"assumed near zero at the dams; upper end Canada's mean, Our World in Data / Ember", "2023", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: exports that fall replace gas in the neighbouring states", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over hydro; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: power blocks are allotted by the province", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Brazil, interconnected system.
inline constexpr basic_grid<estimate> brazil = {
    .name = "Brazil",
    .energy_price = range(0.05, 0.075, 0.11) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(4.0, 7.0, 12.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(80.0, 98.3, 150.0) * (gCO2e / kilowatt_hour),
    .market_based = range(80.0, 98.3, 150.0) * (gCO2e / kilowatt_hour),
    .marginal = range(300.0, 450.0, 700.0) * (gCO2e / kilowatt_hour),
    .water = range(1.0, 9.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.5, 3.0, 5.0) * year,
    .clean = basic_fraction<estimate>{range(0.85, 0.89, 0.93)}};
inline constexpr sourced_field brazil_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: free market contracts and network charges", "2026-11", confidence::assumed}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas and oil follow the load in dry months", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over hydro; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

} // namespace tallywatt::catalog

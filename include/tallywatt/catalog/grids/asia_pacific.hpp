#pragma once
// Grids of Asia and the Pacific outside China.
// Tariffs of large loads are negotiated, so energy price and demand charge are ranges. Where only an average revenue per kWh
//
//   supply const s = catalog::japan;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/grid.hpp>

namespace tallywatt::catalog {

/// Japan, Tokyo area. Prices are recalled.
inline constexpr basic_grid<estimate> japan = {
    .name = "Japan, Tokyo",
    .energy_price = range(0.11, 0.14, 0.18) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(8.0, 11.0, 14.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(459.0, 485.4, 520.0) * (gCO2e / kilowatt_hour),
    .market_based = range(459.0, 485.4, 520.0) * (gCO2e / kilowatt_hour),
    .marginal = range(450.0, 600.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 0.7, 1.5) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(4.0, 6.0, 10.0) * year,
    .clean = basic_fraction<estimate>{range(0.3, 0.33, 0.36)}};
inline constexpr sourced_field japan_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industry at about 0.16 USD/kWh all in, recalled", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas and coal follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over gas and coal by the sea", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: Inzai's queue", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Singapore. Prices are recalled.
inline constexpr basic_grid<estimate> singapore_grid = {
    .name = "Singapore",
    .energy_price = range(0.13, 0.17, 0.21) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(6.0, 9.0, 12.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(369.0, 470.8, 490.0) * (gCO2e / kilowatt_hour),
    .market_based = range(369.0, 470.8, 490.0) * (gCO2e / kilowatt_hour),
    .marginal = range(380.0, 410.0, 480.0) * (gCO2e / kilowatt_hour),
    .water = range(0.2, 0.4, 0.8) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 4.0, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.02, 0.04, 0.06)}};
inline constexpr sourced_field singapore_grid_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industry at about 0.19 USD/kWh all in, recalled", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over gas by the sea", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: capacity is allotted by calls", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// India, Mumbai. Prices are recalled.
inline constexpr basic_grid<estimate> india_maharashtra = {
    .name = "India, Maharashtra",
    .energy_price = range(0.07, 0.085, 0.11) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(4.0, 6.0, 8.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(640.0, 713.4, 760.0) * (gCO2e / kilowatt_hour),
    .market_based = range(640.0, 713.4, 760.0) * (gCO2e / kilowatt_hour),
    .marginal = range(750.0, 880.0, 1000.0) * (gCO2e / kilowatt_hour),
    .water = range(1.2, 1.8, 2.6) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.5, 3.0, 5.0) * year,
    .clean = basic_fraction<estimate>{range(0.15, 0.2, 0.25)}};
inline constexpr sourced_field india_maharashtra_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industry at about 0.10 USD/kWh all in, recalled", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// United Arab Emirates. Prices are recalled.
inline constexpr basic_grid<estimate> uae = {
    .name = "United Arab Emirates",
    .energy_price = range(0.06, 0.085, 0.11) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.5, 2.0, 4.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(400.0, 561.1, 580.0) * (gCO2e / kilowatt_hour),
    .market_based = range(400.0, 561.1, 580.0) * (gCO2e / kilowatt_hour),
    .marginal = range(380.0, 450.0, 550.0) * (gCO2e / kilowatt_hour),
    .water = range(0.2, 0.5, 1.2) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.0, 2.0, 4.0) * year,
    .clean = basic_fraction<estimate>{range(0.25, 0.33, 0.36)}};
inline constexpr sourced_field uae_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industry at about 0.09 USD/kWh, recalled", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over gas and nuclear by the sea", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Saudi Arabia.
inline constexpr basic_grid<estimate> saudi_arabia = {
    .name = "Saudi Arabia",
    .energy_price = range(0.045, 0.06, 0.08) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.5, 2.0, 4.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(600.0, 706.8, 730.0) * (gCO2e / kilowatt_hour),
    .market_based = range(600.0, 706.8, 730.0) * (gCO2e / kilowatt_hour),
    .marginal = range(450.0, 650.0, 850.0) * (gCO2e / kilowatt_hour),
    .water = range(0.2, 0.6, 1.2) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.0, 2.0, 4.0) * year,
    .clean = basic_fraction<estimate>{range(0.01, 0.02, 0.04)}};
inline constexpr sourced_field saudi_arabia_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industrial tariff of 0.18 to 0.20 SAR/kWh", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: oil and gas follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over oil and gas by the sea", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Korea.
inline constexpr basic_grid<estimate> korea = {
    .name = "Korea",
    .energy_price = range(0.09, 0.115, 0.14) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(5.0, 7.0, 9.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(410.0, 430.6, 460.0) * (gCO2e / kilowatt_hour),
    .market_based = range(410.0, 430.6, 460.0) * (gCO2e / kilowatt_hour),
    .marginal = range(450.0, 650.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 1.0, 2.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(3.0, 5.0, 8.0) * year,
    .clean = basic_fraction<estimate>{range(0.38, 0.41, 0.44)}};
inline constexpr sourced_field korea_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industrial tariff", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas and coal follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal, nuclear and gas by the sea", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: the capital's region is closed to large loads", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Taiwan.
inline constexpr basic_grid<estimate> taiwan = {
    .name = "Taiwan",
    .energy_price = range(0.095, 0.115, 0.14) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(5.0, 7.0, 9.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(600.0, 642.4, 660.0) * (gCO2e / kilowatt_hour),
    .market_based = range(600.0, 642.4, 660.0) * (gCO2e / kilowatt_hour),
    .marginal = range(450.0, 600.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 0.6, 1.5) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(3.0, 5.0, 8.0) * year,
    .clean = basic_fraction<estimate>{range(0.15, 0.17, 0.2)}};
inline constexpr sourced_field taiwan_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industrial tariff after the rises of 2024", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas and coal follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal and gas by the sea", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Malaysia, Johor.
inline constexpr basic_grid<estimate> malaysia_johor = {
    .name = "Malaysia, Johor",
    .energy_price = range(0.08, 0.1, 0.12) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(5.0, 7.0, 9.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(580.0, 605.8, 640.0) * (gCO2e / kilowatt_hour),
    .market_based = range(580.0, 605.8, 640.0) * (gCO2e / kilowatt_hour),
    .marginal = range(450.0, 650.0, 950.0) * (gCO2e / kilowatt_hour),
    .water = range(0.5, 1.0, 2.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(1.0, 2.0, 4.0) * year,
    .clean = basic_fraction<estimate>{range(0.15, 0.18, 0.22)}};
inline constexpr sourced_field malaysia_johor_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: tariff for ultra-high voltage of 2025", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: gas and coal follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal and gas", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed: a green lane for data centres", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Australia, New South Wales.
inline constexpr basic_grid<estimate> australia_nsw = {
    .name = "Australia, New South Wales",
    .energy_price = range(0.07, 0.09, 0.12) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(5.0, 8.0, 12.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(500.0, 548.7, 680.0) * (gCO2e / kilowatt_hour),
    .market_based = range(500.0, 548.7, 680.0) * (gCO2e / kilowatt_hour),
    .marginal = range(600.0, 800.0, 950.0) * (gCO2e / kilowatt_hour),
    .water = range(0.8, 1.3, 2.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(2.0, 3.5, 6.0) * year,
    .clean = basic_fraction<estimate>{range(0.28, 0.33, 0.38)}};
inline constexpr sourced_field australia_nsw_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: contracts at wholesale price and network charges", "2026-11", confidence::low}},
    {"demand", {"assumed: network tariffs of large loads", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"Our World in Data / Ember (life cycle), in codecarbon", "2023", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream", {"counted in the life-cycle factor above", "2023", confidence::high}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal, sun and wind", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time", {"assumed", "2026-11", confidence::assumed}},
    {"clean", {"Ember, yearly electricity data 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

} // namespace tallywatt::catalog

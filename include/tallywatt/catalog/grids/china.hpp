#pragma once
// Grids of China by province. Agreed prices of data centres are rarely published: most are recalled and low in trust.
// Emission factors are the Ministry of Ecology and Environment's, of the stacks only. 7.2 CNY to the dollar.
//
//   supply const s = catalog::china_inner_mongolia;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/grid.hpp>

namespace tallywatt::catalog {

/// China on average.
inline constexpr basic_grid<estimate> china_average = {
    .name = "China, average",
    .energy_price = range(0.07, 0.084, 0.095) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(536.6, 555.0, 585.6) * (gCO2e / kilowatt_hour),
    .market_based = range(536.6, 555.0, 585.6) * (gCO2e / kilowatt_hour),
    .upstream = range(26.8, 83.2, 158.1) * (gCO2e / kilowatt_hour),
    .marginal = range(750.0, 850.0, 950.0) * (gCO2e / kilowatt_hour),
    .water = range(1.0, 1.6, 2.6) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.36, 0.39, 0.41)}};
inline constexpr sourced_field china_average_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"GlobalPetrolPrices: 0.641 CNY/kWh of businesses at 7.2 CNY/USD, less the demand charge; the range is assumed",
      "2023-09", confidence::medium}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based",
     {"MEE grid emission factors 2022: 536.6 g/kWh, 585.6 without traded green power", "2022", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal and hydro", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Inner Mongolia: Ulanqab, Hohhot. Agreed prices of data centres are recalled.
inline constexpr basic_grid<estimate> china_inner_mongolia = {
    .name = "China, Inner Mongolia",
    .energy_price = range(0.036, 0.044, 0.053) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(600.0, 685.0, 760.0) * (gCO2e / kilowatt_hour),
    .market_based = range(600.0, 685.0, 760.0) * (gCO2e / kilowatt_hour),
    .upstream = range(30.0, 102.8, 205.2) * (gCO2e / kilowatt_hour),
    .marginal = range(750.0, 870.0, 950.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 0.9, 2.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.22, 0.28, 0.34)}};
inline constexpr sourced_field china_inner_mongolia_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"assumed from agreed prices of 0.26 (Ulanqab, recalled) and 0.38 CNY/kWh (Hohhot, China Daily 2015) at 7.2 "
      "CNY/USD",
      "2015-03", confidence::low}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"MEE provincial factors 2022, 685 g/kWh, recalled", "2022", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal, much of it dry-cooled, and wind", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Guizhou: Gui'an. Agreed prices of data centres are recalled.
inline constexpr basic_grid<estimate> china_guizhou = {
    .name = "China, Guizhou",
    .energy_price = range(0.042, 0.047, 0.06) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(440.0, 499.0, 560.0) * (gCO2e / kilowatt_hour),
    .market_based = range(440.0, 499.0, 560.0) * (gCO2e / kilowatt_hour),
    .upstream = range(22.0, 74.8, 151.2) * (gCO2e / kilowatt_hour),
    .marginal = range(700.0, 820.0, 950.0) * (gCO2e / kilowatt_hour),
    .water = range(1.2, 6.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.35, 0.42, 0.5)}};
inline constexpr sourced_field china_guizhou_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"assumed from an agreed price of 0.35 CNY/kWh, recalled, at 7.2 CNY/USD", "2026-11", confidence::low}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"MEE provincial factors 2022, 499 g/kWh, recalled", "2022", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water",
     {"Macknick et al. 2012 medians over coal and hydro; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Zhangbei in Hebei: wind, sun and a direct-current ring. Agreed prices are recalled; the factor is the province's.
inline constexpr basic_grid<estimate> china_zhangbei = {
    .name = "China, Zhangbei (Hebei)",
    .energy_price = range(0.032, 0.036, 0.055) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(600.0, 700.0, 780.0) * (gCO2e / kilowatt_hour),
    .market_based = range(600.0, 700.0, 780.0) * (gCO2e / kilowatt_hour),
    .upstream = range(30.0, 105.0, 210.6) * (gCO2e / kilowatt_hour),
    .marginal = range(750.0, 870.0, 950.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 1.2, 2.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.25, 0.32, 0.4)}};
inline constexpr sourced_field china_zhangbei_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"assumed from an agreed price of 0.26 CNY/kWh, recalled, at 7.2 CNY/USD", "2026-11", confidence::low}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"MEE provincial factors 2022: above 700 g/kWh", "2022", confidence::medium}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal, wind and sun", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Zhongwei in Ningxia.
inline constexpr basic_grid<estimate> china_ningxia = {
    .name = "China, Ningxia (Zhongwei)",
    .energy_price = range(0.045, 0.048, 0.058) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(580.0, 650.0, 740.0) * (gCO2e / kilowatt_hour),
    .market_based = range(580.0, 650.0, 740.0) * (gCO2e / kilowatt_hour),
    .upstream = range(29.0, 97.5, 199.8) * (gCO2e / kilowatt_hour),
    .marginal = range(750.0, 870.0, 950.0) * (gCO2e / kilowatt_hour),
    .water = range(0.3, 0.9, 2.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.28, 0.33, 0.4)}};
inline constexpr sourced_field china_ningxia_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price",
     {"Zhongwei cloud base report, 0.36 CNY/kWh at 7.2 CNY/USD, less the demand charge; the range is assumed",
      "2020-11", confidence::medium}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"assumed: coal with a third of wind and sun", "2022", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal, much of it dry-cooled, wind and sun", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Yunnan: hydro.
inline constexpr basic_grid<estimate> china_yunnan = {
    .name = "China, Yunnan",
    .energy_price = range(0.035, 0.05, 0.065) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(107.3, 107.3, 130.0) * (gCO2e / kilowatt_hour),
    .market_based = range(107.3, 107.3, 130.0) * (gCO2e / kilowatt_hour),
    .upstream = range(5.4, 16.1, 35.1) * (gCO2e / kilowatt_hour),
    .marginal = range(400.0, 700.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(1.0, 10.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.82, 0.87, 0.92)}};
inline constexpr sourced_field china_yunnan_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: hydro contracts, dearer in the dry season", "2026-11", confidence::assumed}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"MEE grid emission factors 2022, 107.3 g/kWh", "2022", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load in the dry season", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over hydro; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Sichuan: hydro.
inline constexpr basic_grid<estimate> china_sichuan = {
    .name = "China, Sichuan",
    .energy_price = range(0.045, 0.06, 0.075) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(140.4, 140.4, 170.0) * (gCO2e / kilowatt_hour),
    .market_based = range(140.4, 140.4, 170.0) * (gCO2e / kilowatt_hour),
    .upstream = range(7.0, 21.1, 45.9) * (gCO2e / kilowatt_hour),
    .marginal = range(400.0, 700.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(1.0, 10.0, 17.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.8, 0.84, 0.88)}};
inline constexpr sourced_field china_sichuan_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: hydro contracts, dearer in the dry season", "2026-11", confidence::assumed}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"MEE grid emission factors 2022, 140.4 g/kWh", "2022", confidence::high}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal follows the load in the dry season", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over hydro; reservoirs evaporate 17 L/kWh", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

/// Guangdong: Shaoguan's hub and the Pearl River cities.
inline constexpr basic_grid<estimate> china_guangdong = {
    .name = "China, Guangdong",
    .energy_price = range(0.07, 0.085, 0.1) * (USD / kilowatt_hour),
    .demand = demand_per_month(range(0.0, 2.0, 5.0) * (USD / kilowatt)),
    .losses = basic_fraction<estimate>{range(0.005, 0.010, 0.020)},
    .location_based = range(400.0, 440.0, 480.0) * (gCO2e / kilowatt_hour),
    .market_based = range(400.0, 440.0, 480.0) * (gCO2e / kilowatt_hour),
    .upstream = range(20.0, 66.0, 129.6) * (gCO2e / kilowatt_hour),
    .marginal = range(600.0, 780.0, 900.0) * (gCO2e / kilowatt_hour),
    .water = range(0.6, 1.2, 3.0) * (litre / kilowatt_hour),
    .availability = basic_availability<estimate>{range(0.999, 0.9997, 0.9999)},
    .lead_time = range(0.5, 1.0, 2.0) * year,
    .clean = basic_fraction<estimate>{range(0.3, 0.36, 0.42)}};
inline constexpr sourced_field china_guangdong_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"energy_price", {"assumed: industrial tariff of the province", "2026-11", confidence::assumed}},
    {"demand",
     {"assumed: a small part of two-part tariffs is not in the agreed price", "2026-11", confidence::assumed}},
    {"losses", {"assumed: main transformer and lines of the site", "2026-11", confidence::assumed}},
    {"location_based", {"MEE provincial factors 2022, 440 g/kWh, recalled", "2022", confidence::low}},
    {"market_based", {"assumed equal to location-based: no contract", "2026-11", confidence::assumed}},
    {"upstream",
     {"assumed 5 to 27 % of the stacks': coal mining at the low end, gas with leakage (UNECE 2021) at the high", "2021",
      confidence::low}},
    {"marginal", {"assumed: coal and gas follow the load", "2026-11", confidence::assumed}},
    {"water", {"Macknick et al. 2012 medians over coal, nuclear, gas and imported hydro", "2012", confidence::low}},
    {"availability", {"assumed: one to nine hours of outage a year", "2026-11", confidence::assumed}},
    {"lead_time",
     {"assumed: connection within the national computing hubs' schedule", "2026-11", confidence::assumed}},
    {"clean", {"China's generation by province 2024, recalled: renewable and nuclear", "2024", confidence::low}}};

} // namespace tallywatt::catalog

#pragma once
// Tariffs of large loads with times of use. Periods: 0 off-peak (nights, weekends), 1 shoulder, 2 peak, 3 critical peak.
//
//   tariff const t = catalog::us_time_of_use;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/tariff.hpp>

namespace tallywatt::catalog {

namespace detail::clocks {
constexpr tariff_clock us() {
    tariff_clock c;
    for (std::size_t h = 7; h < 23; ++h)
        c.winter[h] = c.summer[h] = 1;
    for (std::size_t h = 14; h < 20; ++h)
        c.summer[h] = 2;
    for (std::size_t h : {7u, 8u, 17u, 18u, 19u})
        c.winter[h] = 2;
    for (std::size_t h = 16; h < 18; ++h)
        c.summer[h] = 3;
    return c;
}
constexpr tariff_clock china() {
    tariff_clock c;
    c.weekends_as_weekdays = true;
    for (std::size_t h = 8; h < 24; ++h)
        c.winter[h] = c.summer[h] = 1;
    for (std::size_t h : {16u, 17u, 18u, 19u, 20u, 21u})
        c.winter[h] = c.summer[h] = 2;
    for (std::size_t h = 11; h < 15; ++h) // sun at noon is cheap
        c.winter[h] = c.summer[h] = 0;
    for (std::size_t h = 19; h < 21; ++h)
        c.summer[h] = 3;
    c.summer_from = 7;
    c.summer_to = 8;
    return c;
}
} // namespace detail::clocks

/// A time-of-use tariff of a US utility for loads above 1 MW.
inline constexpr basic_tariff<estimate> us_time_of_use = {
    .name = "US time of use, large load",
    .price =
        {range(0.030, 0.042, 0.055) * (USD / kilowatt_hour), range(0.045, 0.060, 0.080) * (USD / kilowatt_hour),
         range(0.070, 0.100, 0.160) * (USD / kilowatt_hour), range(0.10, 0.16, 0.40) * (USD / kilowatt_hour)},
    .demand = demand_per_month(range(8.0, 13.0, 20.0) * (USD / kilowatt)),
    .export_price = range(0.015, 0.030, 0.045) * (USD / kilowatt_hour),
    .clock = detail::clocks::us()};
inline constexpr sourced_field us_time_of_use_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"price",
     {"assumed: of the shape of US large-load rates, about EIA's industrial average of 0.082 USD/kWh with demand",
      "2026-11", confidence::assumed}},
    {"demand", {"assumed about Dominion Energy Virginia GS-3, 14.6 USD/kW-month", "2026-01", confidence::low}},
    {"export_price", {"assumed: avoided cost", "2026-11", confidence::assumed}},
    {"clock", {"assumed", "2026-11", confidence::assumed}}};

/// A two-part tariff of a Chinese province: peak about 1.7 times and valley about 0.4 times the flat price, cheap noons.
inline constexpr basic_tariff<estimate> china_two_part = {
    .name = "China two-part, provincial",
    .price =
        {range(0.030, 0.038, 0.050) * (USD / kilowatt_hour), range(0.070, 0.085, 0.100) * (USD / kilowatt_hour),
         range(0.110, 0.140, 0.175) * (USD / kilowatt_hour), range(0.130, 0.170, 0.210) * (USD / kilowatt_hour)},
    .demand = demand_per_month(range(4.0, 5.3, 6.7) * (USD / kilowatt)),
    .export_price = range(0.0, 0.030, 0.050) * (USD / kilowatt_hour),
    .clock = detail::clocks::china()};
inline constexpr sourced_field china_two_part_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"price",
     {"assumed: provincial agency prices at 7.2 CNY/USD with the ratios of peak and valley that the NDRC asks for, "
      "recalled",
      "2025", confidence::low}},
    {"demand", {"assumed: 30 to 48 CNY/kW-month, recalled", "2025", confidence::low}},
    {"export_price", {"assumed: spot price at noon", "2026-11", confidence::assumed}},
    {"clock", {"assumed", "2026-11", confidence::assumed}}};

} // namespace tallywatt::catalog

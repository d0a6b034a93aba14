#pragma once
// Tariffs of large loads with times of use, and the terms on which utilities connect the largest. Periods: 0 off-peak (nights, weekends), 1 shoulder, 2 peak, 3 critical peak.
//
//   tariff const t = catalog::us_time_of_use;

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/large_load.hpp>
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

namespace detail {
constexpr std::array<basic_fraction<estimate>, large_load_ramp_years>
ramp(estimate const& first, estimate const& second, estimate const& third, estimate const& fourth, estimate const& fifth = known(1.0)) {
    using f = basic_fraction<estimate>;
    return {f{first}, f{second}, f{third}, f{fourth}, f{fifth}, f{known(1.0)}};
}
} // namespace detail

/// AEP Ohio's schedule for data centres.
inline constexpr basic_large_load_contract<estimate> aep_ohio_data_centres = {
    .name = "AEP Ohio, data centres",
    .ramp = detail::ramp(range(0.25, 0.50, 1.0), range(0.50, 0.65, 1.0), range(0.65, 0.80, 1.0), range(0.80, 0.90, 1.0)),
    .minimum_take = basic_fraction<estimate>{known(0.85)},
    .term_years = 12,
    .exit_fee = range(2.0, 3.0, 3.0) * year,
    .threshold = known(25.0) * megawatt};
inline constexpr sourced_field aep_ohio_data_centres_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"ramp", {"up to four years (AEP Ohio, 2025); the steps are recalled and not confirmed", "2025-07", confidence::low}},
    {"ramp[4]", {"by construction: the contract's power", "2026-11", confidence::high}},
    {"ramp[5]", {"by construction: the contract's power", "2026-11", confidence::high}},
    {"minimum_take", {"AEP Ohio, schedule DCT approved by PUCO: 85 % of contract capacity", "2025-07", confidence::high}},
    {"term_years", {"AEP Ohio: eight years after a ramp of up to four", "2025-07", confidence::high}},
    {"exit_fee", {"36 months of minimum charges (press on the approved settlement)", "2025-07", confidence::medium}},
    {"threshold", {"AEP Ohio: above 25 MW", "2025-07", confidence::high}}};

/// Indiana Michigan Power's terms for large loads.
inline constexpr basic_large_load_contract<estimate> indiana_michigan_large_load = {
    .name = "Indiana Michigan Power, large load",
    .ramp = detail::ramp(range(0.1, 0.20, 1.0), range(0.2, 0.40, 1.0), range(0.4, 0.60, 1.0), range(0.6, 0.80, 1.0), range(0.8, 1.0, 1.0)),
    .minimum_take = basic_fraction<estimate>{range(0.60, 0.80, 0.80)},
    .term_years = 17,
    .exit_fee = range(3.0, 5.0, 5.0) * year,
    .threshold = range(70.0, 70.0, 150.0) * megawatt};
inline constexpr sourced_field indiana_michigan_large_load_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"ramp", {"up to five years, recalled from the settlement; equal steps assumed", "2025-02", confidence::low}},
    {"ramp[5]", {"by construction: the contract's power", "2026-11", confidence::high}},
    {"minimum_take", {"80 % of contract capacity, recalled from the settlement approved by the IURC", "2025-02", confidence::low}},
    {"term_years", {"twelve years after the ramp, recalled from the settlement", "2025-02", confidence::low}},
    {"exit_fee", {"up to five years of minimum bills, recalled", "2025-02", confidence::low}},
    {"threshold", {"70 MW at a site, 150 MW in all, recalled from the settlement", "2025-02", confidence::low}}};

/// Dominion Energy Virginia's rate class for high loads.
inline constexpr basic_large_load_contract<estimate> dominion_high_load = {
    .name = "Dominion Energy Virginia, GS-5",
    .ramp = detail::ramp(range(0.1, 0.25, 1.0), range(0.25, 0.50, 1.0), range(0.5, 0.75, 1.0), range(0.75, 1.0, 1.0)),
    .minimum_take = basic_fraction<estimate>{range(0.60, 0.85, 0.85)},
    .term_years = 14,
    .exit_fee = range(0.0, 3.0, 14.0) * year,
    .threshold = known(25.0) * megawatt};
inline constexpr sourced_field dominion_high_load_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"ramp", {"up to four years; equal steps assumed", "2025-11", confidence::assumed}},
    {"ramp[4]", {"by construction: the contract's power", "2026-11", confidence::high}},
    {"ramp[5]", {"by construction: the contract's power", "2026-11", confidence::high}},
    {"minimum_take", {"85 % of delivery and 60 % of generation demand, recalled from the SCC's order", "2025-11", confidence::low}},
    {"term_years", {"fourteen years, recalled from the SCC's order", "2025-11", confidence::low}},
    {"exit_fee", {"assumed: what is left of minimum charges at most", "2025-11", confidence::assumed}},
    {"threshold", {"Virginia SCC, order on Dominion's biennial review: 25 MW", "2025-11", confidence::medium}}};

} // namespace tallywatt::catalog

#pragma once
// Climates of China's inland hubs: bins synthesised from monthly means by facility/climate_synthesis.hpp (a test makes the rows
// again and compares). Monthly means of dry bulb and relative humidity and daily ranges are those of the national service's
// normals, to about 1 K and 5 %; day-to-day deviations are set so that the 1 % and 99 % dry bulbs are those that the named
// station's TMYx file states (climate.onebuilding.org), and the dew points of warm days so that the wet bulb at the 0.4 % dry
// bulb is about ASHRAE's mean coincident one. On coasts with dry land winds (Dubai, Mumbai, Chennai) and in the monsoon
// desert (Phoenix) monthly means cannot tell dry hot days from damp ones: wet bulbs of the hottest bins are 1.5 to 5 K high
// there, which errs towards more chilling. Rows are {dry bulb C, wet bulb C, hours}.

#include <tallywatt/catalog/climates/from_rows.hpp>
#include <tallywatt/facility/climate_synthesis.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr source china_means{
    "CMA normals 1991 to 2020: monthly means as recalled; extremes by "
    "TMYx 1 % and 99 % dry bulbs, climate.onebuilding.org, and ASHRAE coincident wet bulbs (recalled); bins synthesised "
    "(facility/climate_synthesis.hpp)",
    "2026-11", confidence::low};
} // namespace detail

/// Zhangbei, Hebei. Extremes of Huade, 533910, the nearest on the plateau. Annual mean 3.2 C.
inline constexpr monthly_climate zhangbei_monthly{
    .name = "Zhangbei, Hebei",
    .elevation = 1393.0 * metre,
    .mean = {-14.9, -11.4, -3.9, 5.1, 12.2, 16.8, 19.0, 17.4, 11.8, 4.1, -5.2, -12.4},
    .humidity = {62.0, 58.0, 50.0, 44.0, 46.0, 58.0, 70.0, 72.0, 65.0, 58.0, 58.0, 62.0},
    .january_range = 13.0 * kelvin,
    .july_range = 11.5 * kelvin,
    .january_sigma = 3.5 * kelvin,
    .july_sigma = 3.9 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double zhangbei_rows[][3] = {
    {-28.3, -28.3, 7.8}, {-26.0, -26.0, 23.9}, {-24.0, -24.0, 54.9}, {-22.0, -22.0, 109.5}, {-20.0, -20.0, 173.9},
    {-18.0, -18.1, 223.3}, {-16.0, -16.4, 273.8}, {-14.0, -14.7, 320.0}, {-12.0, -13.0, 357.3}, {-10.0, -11.3, 397.0},
    {-8.0, -9.7, 403.6}, {-6.0, -8.2, 384.8}, {-4.0, -6.4, 369.4}, {-2.0, -4.4, 363.8}, {0.0, -2.7, 346.0},
    {2.0, -1.0, 365.1}, {4.0, 0.8, 359.7}, {6.0, 3.0, 382.7}, {8.0, 4.9, 441.9}, {10.0, 6.7, 457.7}, {12.0, 8.5, 481.8},
    {14.0, 10.2, 494.3}, {16.0, 11.5, 460.3}, {18.0, 12.6, 420.1}, {20.0, 13.7, 357.4}, {22.0, 14.6, 283.5},
    {24.0, 15.4, 210.1}, {26.0, 15.5, 127.8}, {28.0, 15.3, 66.5}, {30.0, 15.3, 30.4}, {32.4, 15.3, 11.7}};
} // namespace detail
inline constexpr basic_climate<estimate> zhangbei = detail::climate_from(zhangbei_monthly.name, detail::zhangbei_rows, 1393.0);
inline constexpr sourced_field zhangbei_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::china_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Gui'an, Guizhou. Extremes of Guiyang, 578160. Annual mean 15.3 C.
inline constexpr monthly_climate guian_monthly{
    .name = "Gui'an, Guizhou",
    .elevation = 1200.0 * metre,
    .mean = {5.0, 7.1, 10.9, 16.1, 19.6, 22.0, 24.0, 23.5, 20.5, 16.0, 12.0, 7.0},
    .humidity = {81.0, 79.0, 78.0, 77.0, 77.0, 81.0, 79.0, 79.0, 78.0, 80.0, 80.0, 78.0},
    .january_range = 5.5 * kelvin,
    .july_range = 8.0 * kelvin,
    .january_sigma = 4.3 * kelvin,
    .july_sigma = 2.1 * kelvin,
    .dew_of_warm_days = -1.3};
namespace detail {
inline constexpr double guian_rows[][3] = {
    {-6.4, -6.4, 14.0}, {-4.0, -4.0, 34.7}, {-2.0, -2.0, 80.3}, {0.0, -0.0, 159.8}, {2.0, 1.9, 263.7}, {4.0, 3.8, 390.9},
    {6.0, 5.4, 501.9}, {8.0, 6.7, 582.6}, {10.0, 8.2, 632.3}, {12.0, 9.7, 651.6}, {14.0, 11.6, 690.0}, {16.0, 13.6, 752.9},
    {18.0, 15.6, 838.8}, {20.0, 17.4, 863.4}, {22.0, 18.7, 786.2}, {24.0, 19.6, 641.7}, {26.0, 20.6, 481.4},
    {28.0, 21.2, 273.5}, {30.0, 21.0, 101.4}, {32.1, 20.6, 18.9}};
} // namespace detail
inline constexpr basic_climate<estimate> guian = detail::climate_from(guian_monthly.name, detail::guian_rows, 1200.0);
inline constexpr sourced_field guian_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::china_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Ulanqab, Inner Mongolia. Extremes of Jining, 534800. Annual mean 4.8 C.
inline constexpr monthly_climate ulanqab_monthly{
    .name = "Ulanqab, Inner Mongolia",
    .elevation = 1416.0 * metre,
    .mean = {-12.7, -8.6, -1.4, 7.0, 13.7, 18.2, 20.2, 18.3, 12.8, 5.2, -4.0, -10.8},
    .humidity = {60.0, 53.0, 45.0, 39.0, 41.0, 54.0, 66.0, 69.0, 63.0, 55.0, 57.0, 60.0},
    .january_range = 12.5 * kelvin,
    .july_range = 11.5 * kelvin,
    .january_sigma = 3.5 * kelvin,
    .july_sigma = 3.5 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double ulanqab_rows[][3] = {
    {-26.3, -26.3, 5.8}, {-24.0, -24.0, 20.4}, {-22.0, -22.0, 48.4}, {-20.0, -20.0, 98.9}, {-18.0, -18.0, 163.8},
    {-16.0, -16.2, 221.7}, {-14.0, -14.5, 276.1}, {-12.0, -12.9, 322.9}, {-10.0, -11.2, 373.5}, {-8.0, -9.6, 404.4},
    {-6.0, -8.1, 405.9}, {-4.0, -6.6, 404.8}, {-2.0, -4.8, 383.5}, {0.0, -2.9, 370.3}, {2.0, -1.3, 368.2}, {4.0, 0.4, 368.4},
    {6.0, 2.3, 385.8}, {8.0, 4.4, 401.8}, {10.0, 6.2, 457.8}, {12.0, 8.1, 499.4}, {14.0, 9.9, 509.0}, {16.0, 11.3, 489.8},
    {18.0, 12.5, 460.6}, {20.0, 13.4, 405.0}, {22.0, 14.6, 338.2}, {24.0, 15.6, 254.5}, {26.0, 16.0, 170.8},
    {28.0, 16.0, 93.4}, {30.0, 15.9, 40.6}, {32.4, 15.8, 16.3}};
} // namespace detail
inline constexpr basic_climate<estimate> ulanqab = detail::climate_from(ulanqab_monthly.name, detail::ulanqab_rows, 1416.0);
inline constexpr sourced_field ulanqab_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::china_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Zhongwei, Ningxia. Extremes of Yinchuan, 536140. Annual mean 9.8 C.
inline constexpr monthly_climate zhongwei_monthly{
    .name = "Zhongwei, Ningxia",
    .elevation = 1226.0 * metre,
    .mean = {-7.4, -2.7, 4.4, 12.3, 18.2, 22.6, 24.3, 22.3, 16.9, 9.9, 1.9, -5.6},
    .humidity = {54.0, 47.0, 44.0, 42.0, 47.0, 54.0, 61.0, 66.0, 65.0, 60.0, 60.0, 58.0},
    .january_range = 12.5 * kelvin,
    .july_range = 12.0 * kelvin,
    .january_sigma = 2.0 * kelvin,
    .july_sigma = 2.8 * kelvin,
    .dew_of_warm_days = -1.4};
namespace detail {
inline constexpr double zhongwei_rows[][3] = {
    {-16.2, -16.2, 39.4}, {-14.0, -14.0, 110.0}, {-12.0, -12.3, 193.9}, {-10.0, -10.8, 251.6}, {-8.0, -9.3, 278.0},
    {-6.0, -7.7, 314.7}, {-4.0, -5.9, 382.1}, {-2.0, -4.5, 455.9}, {0.0, -3.1, 439.0}, {2.0, -1.4, 397.2}, {4.0, 0.7, 379.5},
    {6.0, 2.5, 390.6}, {8.0, 4.0, 407.8}, {10.0, 5.8, 404.5}, {12.0, 8.2, 434.0}, {14.0, 10.0, 467.7}, {16.0, 11.8, 528.9},
    {18.0, 13.5, 550.4}, {20.0, 14.7, 519.8}, {22.0, 15.7, 473.3}, {24.0, 16.8, 413.4}, {26.0, 17.8, 352.2},
    {28.0, 19.0, 270.4}, {30.0, 19.4, 181.8}, {32.0, 19.2, 88.0}, {34.0, 19.0, 29.7}, {36.1, 18.9, 6.2}};
} // namespace detail
inline constexpr basic_climate<estimate> zhongwei = detail::climate_from(zhongwei_monthly.name, detail::zhongwei_rows, 1226.0);
inline constexpr sourced_field zhongwei_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::china_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

} // namespace tallywatt::catalog

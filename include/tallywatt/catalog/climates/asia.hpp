#pragma once
// Climates of Asia and Australia: bins synthesised from monthly means by facility/climate_synthesis.hpp (a test makes the rows
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
inline constexpr source asia_means{
    "IMD, MSS, CWA, JMA, NCM and BoM normals: monthly means as recalled; extremes by "
    "TMYx 1 % and 99 % dry bulbs, climate.onebuilding.org, and ASHRAE coincident wet bulbs (recalled); bins synthesised "
    "(facility/climate_synthesis.hpp)",
    "2026-11", confidence::low};
} // namespace detail

/// Mumbai. Extremes of Santacruz, 430030. Annual mean 27.7 C.
inline constexpr monthly_climate mumbai_monthly{
    .name = "Mumbai",
    .elevation = 11.0 * metre,
    .mean = {24.2, 25.2, 27.4, 28.9, 30.4, 29.5, 28.1, 27.7, 27.9, 28.9, 28.0, 25.7},
    .humidity = {66.0, 64.0, 67.0, 71.0, 71.0, 80.0, 86.0, 86.0, 83.0, 74.0, 65.0, 65.0},
    .january_range = 13.0 * kelvin,
    .july_range = 5.0 * kelvin,
    .january_sigma = 0.6 * kelvin,
    .july_sigma = 2.0 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double mumbai_rows[][3] = {
    {16.0, 16.0, 7.4}, {18.0, 17.8, 200.5}, {20.0, 18.8, 414.4}, {22.0, 20.6, 580.8}, {24.0, 22.5, 995.9},
    {26.0, 24.0, 1393.0}, {28.0, 24.7, 1529.3}, {30.0, 24.9, 1658.5}, {32.0, 25.3, 1339.6}, {34.0, 25.7, 559.0},
    {36.1, 25.5, 81.6}};
} // namespace detail
inline constexpr basic_climate<estimate> mumbai = detail::climate_from(mumbai_monthly.name, detail::mumbai_rows, 11.0);
inline constexpr sourced_field mumbai_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Chennai. Extremes of Chennai, 432790. Annual mean 29.0 C.
inline constexpr monthly_climate chennai_monthly{
    .name = "Chennai",
    .elevation = 16.0 * metre,
    .mean = {25.3, 26.7, 28.6, 30.8, 32.6, 32.2, 31.0, 30.3, 29.9, 28.4, 26.8, 25.6},
    .humidity = {75.0, 73.0, 73.0, 71.0, 64.0, 59.0, 63.0, 67.0, 71.0, 77.0, 81.0, 79.0},
    .january_range = 9.0 * kelvin,
    .july_range = 10.0 * kelvin,
    .january_sigma = 0.6 * kelvin,
    .july_sigma = 1.3 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double chennai_rows[][3] = {
    {20.0, 20.0, 121.6}, {22.0, 21.6, 638.9}, {24.0, 23.0, 939.0}, {26.0, 24.1, 1272.1}, {28.0, 24.5, 1460.6},
    {30.0, 25.0, 1463.1}, {32.0, 25.9, 1118.3}, {34.0, 26.6, 909.4}, {36.0, 27.0, 621.2}, {38.0, 27.1, 201.1},
    {40.0, 26.5, 14.7}};
} // namespace detail
inline constexpr basic_climate<estimate> chennai = detail::climate_from(chennai_monthly.name, detail::chennai_rows, 16.0);
inline constexpr sourced_field chennai_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Singapore. Extremes of Changi, 486980. Annual mean 27.8 C.
inline constexpr monthly_climate singapore_monthly{
    .name = "Singapore",
    .elevation = 7.0 * metre,
    .mean = {26.8, 27.3, 27.8, 28.2, 28.6, 28.5, 28.2, 28.1, 28.0, 27.9, 27.2, 26.8},
    .humidity = {83.0, 81.0, 81.0, 82.0, 81.0, 80.0, 80.0, 80.0, 80.0, 81.0, 84.0, 85.0},
    .january_range = 6.5 * kelvin,
    .july_range = 6.5 * kelvin,
    .january_sigma = 0.6 * kelvin,
    .july_sigma = 1.3 * kelvin,
    .dew_of_warm_days = -0.4};
namespace detail {
inline constexpr double singapore_rows[][3] = {
    {22.0, 22.0, 83.7}, {24.0, 23.9, 1428.7}, {26.0, 24.8, 2107.0}, {28.0, 25.3, 1925.2}, {30.0, 25.8, 2226.1},
    {32.0, 26.4, 909.7}, {34.0, 26.6, 79.6}};
} // namespace detail
inline constexpr basic_climate<estimate> singapore = detail::climate_from(singapore_monthly.name, detail::singapore_rows, 7.0);
inline constexpr sourced_field singapore_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Changhua, Taiwan. Extremes of Taichung, 591580. Annual mean 23.6 C.
inline constexpr monthly_climate changhua_monthly{
    .name = "Changhua, Taiwan",
    .elevation = 78.0 * metre,
    .mean = {16.9, 17.5, 19.9, 23.4, 26.3, 28.2, 28.9, 28.5, 27.7, 25.5, 22.4, 18.5},
    .humidity = {74.0, 75.0, 74.0, 75.0, 75.0, 76.0, 75.0, 77.0, 75.0, 72.0, 72.0, 72.0},
    .january_range = 9.5 * kelvin,
    .july_range = 7.5 * kelvin,
    .january_sigma = 1.9 * kelvin,
    .july_sigma = 0.8 * kelvin,
    .dew_of_warm_days = -0.2};
namespace detail {
inline constexpr double changhua_rows[][3] = {
    {8.0, 8.0, 6.7}, {10.0, 10.0, 64.7}, {12.0, 12.0, 217.2}, {14.0, 13.4, 410.7}, {16.0, 14.6, 523.5}, {18.0, 15.9, 643.2},
    {20.0, 17.2, 824.2}, {22.0, 18.8, 983.9}, {24.0, 21.1, 1206.3}, {26.0, 22.8, 1269.7}, {28.0, 23.6, 985.0},
    {30.0, 24.7, 877.8}, {32.0, 25.8, 658.9}, {34.0, 26.3, 88.2}};
} // namespace detail
inline constexpr basic_climate<estimate> changhua = detail::climate_from(changhua_monthly.name, detail::changhua_rows, 78.0);
inline constexpr sourced_field changhua_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Tokyo. Extremes of Tokyo, 476620. Annual mean 15.8 C.
inline constexpr monthly_climate tokyo_monthly{
    .name = "Tokyo",
    .elevation = 24.0 * metre,
    .mean = {5.4, 6.1, 9.4, 14.3, 18.8, 21.9, 25.7, 26.9, 23.3, 18.0, 12.5, 7.7},
    .humidity = {51.0, 52.0, 57.0, 62.0, 68.0, 75.0, 76.0, 74.0, 75.0, 71.0, 64.0, 56.0},
    .january_range = 8.0 * kelvin,
    .july_range = 7.0 * kelvin,
    .january_sigma = 0.7 * kelvin,
    .july_sigma = 3.2 * kelvin,
    .dew_of_warm_days = 0.2};
namespace detail {
inline constexpr double tokyo_rows[][3] = {
    {0.0, -1.1, 37.5}, {2.0, 0.1, 341.9}, {4.0, 1.6, 487.0}, {6.0, 3.1, 552.0}, {8.0, 4.5, 708.5}, {10.0, 6.1, 799.4},
    {12.0, 8.3, 648.3}, {14.0, 10.8, 589.4}, {16.0, 12.8, 648.1}, {18.0, 14.9, 636.9}, {20.0, 17.0, 661.3},
    {22.0, 18.8, 689.4}, {24.0, 20.4, 612.2}, {26.0, 21.8, 516.7}, {28.0, 23.0, 387.2}, {30.0, 24.0, 249.0},
    {32.0, 25.0, 128.1}, {34.0, 25.9, 50.9}, {36.3, 26.7, 16.2}};
} // namespace detail
inline constexpr basic_climate<estimate> tokyo = detail::climate_from(tokyo_monthly.name, detail::tokyo_rows, 24.0);
inline constexpr sourced_field tokyo_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Dubai. Extremes of Dubai, 411940. Annual mean 27.9 C.
inline constexpr monthly_climate dubai_monthly{
    .name = "Dubai",
    .elevation = 10.0 * metre,
    .mean = {19.1, 20.5, 23.0, 26.7, 31.2, 33.4, 35.5, 36.0, 33.4, 29.9, 25.2, 21.3},
    .humidity = {65.0, 65.0, 61.0, 55.0, 52.0, 57.0, 56.0, 56.0, 60.0, 61.0, 61.0, 65.0},
    .january_range = 9.5 * kelvin,
    .july_range = 10.5 * kelvin,
    .january_sigma = 0.6 * kelvin,
    .july_sigma = 2.0 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double dubai_rows[][3] = {
    {14.0, 13.4, 124.0}, {16.0, 14.6, 405.1}, {18.0, 15.6, 503.4}, {20.0, 16.8, 580.9}, {22.0, 17.7, 712.4},
    {24.0, 18.7, 857.2}, {26.0, 20.6, 847.8}, {28.0, 22.6, 832.2}, {30.0, 24.2, 859.3}, {32.0, 25.3, 765.3},
    {34.0, 26.2, 673.1}, {36.0, 26.9, 603.8}, {38.0, 28.0, 482.6}, {40.0, 28.6, 323.8}, {42.0, 28.7, 148.8},
    {44.1, 28.0, 40.3}};
} // namespace detail
inline constexpr basic_climate<estimate> dubai = detail::climate_from(dubai_monthly.name, detail::dubai_rows, 10.0);
inline constexpr sourced_field dubai_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Sydney. Extremes of Bankstown, 947650. Annual mean 17.8 C.
inline constexpr monthly_climate sydney_monthly{
    .name = "Sydney",
    .elevation = 9.0 * metre,
    .mean = {23.5, 23.2, 21.3, 18.1, 14.7, 12.3, 11.5, 12.9, 15.7, 18.3, 20.3, 22.3},
    .humidity = {66.0, 70.0, 71.0, 70.0, 72.0, 73.0, 70.0, 64.0, 61.0, 62.0, 64.0, 65.0},
    .january_range = 10.0 * kelvin,
    .july_range = 11.5 * kelvin,
    .january_sigma = 3.8 * kelvin,
    .july_sigma = 2.2 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double sydney_rows[][3] = {
    {1.9, 1.9, 24.1}, {4.0, 4.0, 102.3}, {6.0, 6.0, 254.6}, {8.0, 7.6, 431.1}, {10.0, 9.0, 563.8}, {12.0, 10.4, 702.0},
    {14.0, 11.9, 856.3}, {16.0, 13.2, 1008.8}, {18.0, 14.6, 1064.0}, {20.0, 15.9, 988.0}, {22.0, 16.9, 843.7},
    {24.0, 18.1, 693.6}, {26.0, 18.9, 515.7}, {28.0, 19.5, 357.5}, {30.0, 19.4, 201.3}, {32.0, 19.3, 101.0},
    {34.0, 19.0, 38.8}, {36.3, 19.0, 13.4}};
} // namespace detail
inline constexpr basic_climate<estimate> sydney = detail::climate_from(sydney_monthly.name, detail::sydney_rows, 9.0);
inline constexpr sourced_field sydney_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Melbourne. Extremes of Essendon, 948640. Annual mean 14.5 C.
inline constexpr monthly_climate melbourne_monthly{
    .name = "Melbourne",
    .elevation = 37.0 * metre,
    .mean = {20.2, 20.1, 18.1, 14.9, 12.0, 9.7, 9.0, 10.0, 11.9, 13.9, 16.4, 18.2},
    .humidity = {58.0, 60.0, 62.0, 66.0, 73.0, 77.0, 75.0, 70.0, 66.0, 62.0, 61.0, 59.0},
    .january_range = 12.0 * kelvin,
    .july_range = 7.5 * kelvin,
    .january_sigma = 7.0 * kelvin,
    .july_sigma = 4.4 * kelvin,
    .dew_of_warm_days = -0.7};
namespace detail {
inline constexpr double melbourne_rows[][3] = {
    {-4.3, -4.3, 26.0}, {-2.0, -2.0, 59.3}, {0.0, 0.0, 130.8}, {2.0, 1.9, 239.4}, {4.0, 3.9, 404.9}, {6.0, 5.8, 577.3},
    {8.0, 7.4, 736.8}, {10.0, 8.8, 856.5}, {12.0, 10.0, 904.5}, {14.0, 11.1, 914.4}, {16.0, 12.2, 848.6}, {18.0, 13.0, 712.0},
    {20.0, 14.0, 600.5}, {22.0, 14.8, 503.1}, {24.0, 15.7, 384.5}, {26.0, 16.3, 286.4}, {28.0, 16.8, 213.6},
    {30.0, 17.3, 144.6}, {32.0, 17.7, 94.1}, {34.0, 18.1, 60.0}, {36.0, 18.5, 32.0}, {38.0, 18.8, 17.4}, {40.8, 19.4, 13.3}};
} // namespace detail
inline constexpr basic_climate<estimate> melbourne = detail::climate_from(melbourne_monthly.name, detail::melbourne_rows, 37.0);
inline constexpr sourced_field melbourne_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::asia_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

} // namespace tallywatt::catalog

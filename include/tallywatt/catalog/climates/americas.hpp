#pragma once
// Climates of the Americas: bins synthesised from monthly means by facility/climate_synthesis.hpp (a test makes the rows
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
inline constexpr source americas_means{
    "NOAA climate normals 1991 to 2020; INMET and DMC normals for Sao Paulo and Santiago: monthly means as recalled; extremes by "
    "TMYx 1 % and 99 % dry bulbs, climate.onebuilding.org, and ASHRAE coincident wet bulbs (recalled); bins synthesised "
    "(facility/climate_synthesis.hpp)",
    "2026-11", confidence::low};
} // namespace detail

/// Dallas, Texas. Extremes of Dallas-Fort Worth, 722590. Annual mean 19.2 C.
inline constexpr monthly_climate dallas_monthly{
    .name = "Dallas, Texas",
    .elevation = 171.0 * metre,
    .mean = {8.1, 10.2, 14.4, 18.6, 23.2, 27.6, 29.8, 29.7, 25.7, 20.0, 13.6, 9.1},
    .humidity = {67.0, 66.0, 63.0, 65.0, 70.0, 66.0, 60.0, 60.0, 66.0, 66.0, 67.0, 67.0},
    .january_range = 11.0 * kelvin,
    .july_range = 11.5 * kelvin,
    .january_sigma = 5.6 * kelvin,
    .july_sigma = 2.4 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double dallas_rows[][3] = {
    {-8.7, -8.7, 11.9}, {-6.0, -6.1, 20.1}, {-4.0, -4.1, 40.5}, {-2.0, -2.1, 75.1}, {0.0, -0.1, 122.5}, {2.0, 1.9, 183.9},
    {4.0, 3.9, 259.2}, {6.0, 5.6, 327.9}, {8.0, 7.0, 402.7}, {10.0, 8.4, 462.5}, {12.0, 9.6, 513.6}, {14.0, 11.0, 553.8},
    {16.0, 12.4, 567.9}, {18.0, 14.0, 594.2}, {20.0, 15.8, 630.3}, {22.0, 17.8, 659.6}, {24.0, 19.5, 668.7},
    {26.0, 20.5, 649.6}, {28.0, 21.4, 547.7}, {30.0, 22.5, 469.4}, {32.0, 23.4, 394.2}, {34.0, 24.2, 309.8},
    {36.0, 24.4, 192.3}, {38.0, 24.0, 80.6}, {40.2, 23.4, 22.0}};
} // namespace detail
inline constexpr basic_climate<estimate> dallas = detail::climate_from(dallas_monthly.name, detail::dallas_rows, 171.0);
inline constexpr sourced_field dallas_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Phoenix, Arizona. Extremes of Phoenix Sky Harbor, 722780. Annual mean 23.9 C.
inline constexpr monthly_climate phoenix_monthly{
    .name = "Phoenix, Arizona",
    .elevation = 337.0 * metre,
    .mean = {13.6, 15.3, 18.9, 22.8, 27.8, 32.8, 34.9, 34.3, 31.3, 24.9, 17.9, 12.9},
    .humidity = {49.0, 44.0, 38.0, 27.0, 21.0, 19.0, 31.0, 36.0, 35.0, 35.0, 42.0, 50.0},
    .january_range = 12.5 * kelvin,
    .july_range = 12.5 * kelvin,
    .january_sigma = 2.4 * kelvin,
    .july_sigma = 2.5 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double phoenix_rows[][3] = {
    {1.9, 1.9, 10.6}, {4.0, 3.7, 51.9}, {6.0, 5.0, 142.3}, {8.0, 6.1, 253.0}, {10.0, 7.0, 353.0}, {12.0, 8.0, 418.2},
    {14.0, 8.9, 482.4}, {16.0, 9.9, 545.3}, {18.0, 10.9, 617.7}, {20.0, 11.8, 638.0}, {22.0, 12.8, 610.9},
    {24.0, 14.1, 587.9}, {26.0, 15.6, 595.9}, {28.0, 17.1, 631.3}, {30.0, 18.0, 603.1}, {32.0, 18.8, 534.3},
    {34.0, 19.7, 449.9}, {36.0, 20.7, 408.8}, {38.0, 21.7, 351.4}, {40.0, 22.5, 272.3}, {42.0, 22.8, 138.8},
    {44.0, 22.6, 52.2}, {46.1, 22.6, 10.8}};
} // namespace detail
inline constexpr basic_climate<estimate> phoenix = detail::climate_from(phoenix_monthly.name, detail::phoenix_rows, 337.0);
inline constexpr sourced_field phoenix_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Council Bluffs, Iowa. Extremes of Omaha Eppley, 725500. Annual mean 10.8 C.
inline constexpr monthly_climate council_bluffs_monthly{
    .name = "Council Bluffs, Iowa",
    .elevation = 299.0 * metre,
    .mean = {-4.9, -2.4, 4.3, 10.8, 17.1, 22.8, 25.0, 23.8, 19.2, 12.0, 4.2, -2.2},
    .humidity = {72.0, 72.0, 67.0, 62.0, 66.0, 68.0, 71.0, 73.0, 72.0, 67.0, 71.0, 74.0},
    .january_range = 11.0 * kelvin,
    .july_range = 11.0 * kelvin,
    .january_sigma = 7.0 * kelvin,
    .july_sigma = 3.7 * kelvin,
    .dew_of_warm_days = 0.3};
namespace detail {
inline constexpr double council_bluffs_rows[][3] = {
    {-24.9, -24.9, 10.1}, {-22.0, -22.0, 12.3}, {-20.0, -20.0, 24.2}, {-18.0, -18.0, 41.0}, {-16.0, -16.0, 61.5},
    {-14.0, -14.1, 93.5}, {-12.0, -12.0, 142.6}, {-10.0, -10.1, 168.8}, {-8.0, -8.3, 224.4}, {-6.0, -6.5, 272.1},
    {-4.0, -4.8, 310.6}, {-2.0, -3.0, 359.3}, {0.0, -1.4, 372.6}, {2.0, 0.3, 404.9}, {4.0, 1.9, 418.5}, {6.0, 3.6, 416.6},
    {8.0, 5.3, 442.0}, {10.0, 7.1, 425.5}, {12.0, 8.9, 453.7}, {14.0, 10.9, 474.4}, {16.0, 12.8, 484.0}, {18.0, 14.8, 534.6},
    {20.0, 16.4, 527.6}, {22.0, 17.8, 490.0}, {24.0, 19.0, 438.5}, {26.0, 20.1, 385.1}, {28.0, 21.2, 302.8},
    {30.0, 22.3, 228.6}, {32.0, 23.3, 135.8}, {34.0, 24.2, 66.5}, {36.0, 25.1, 28.3}, {38.2, 26.1, 9.6}};
} // namespace detail
inline constexpr basic_climate<estimate> council_bluffs = detail::climate_from(council_bluffs_monthly.name, detail::council_bluffs_rows, 299.0);
inline constexpr sourced_field council_bluffs_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// The Dalles, Oregon. Extremes of The Dalles, 726988. Annual mean 12.6 C.
inline constexpr monthly_climate the_dalles_monthly{
    .name = "The Dalles, Oregon",
    .elevation = 72.0 * metre,
    .mean = {1.8, 4.3, 8.3, 12.1, 16.5, 19.9, 24.2, 24.0, 19.9, 12.9, 6.0, 1.8},
    .humidity = {80.0, 74.0, 65.0, 58.0, 54.0, 51.0, 45.0, 46.0, 52.0, 66.0, 79.0, 82.0},
    .january_range = 7.0 * kelvin,
    .july_range = 16.0 * kelvin,
    .january_sigma = 4.0 * kelvin,
    .july_sigma = 3.8 * kelvin,
    .dew_of_warm_days = -1.0};
namespace detail {
inline constexpr double the_dalles_rows[][3] = {
    {-10.3, -10.3, 13.4}, {-8.0, -8.0, 35.0}, {-6.0, -6.0, 88.5}, {-4.0, -4.0, 175.0}, {-2.0, -2.0, 294.4},
    {0.0, -0.1, 414.7}, {2.0, 1.5, 530.0}, {4.0, 2.9, 606.4}, {6.0, 4.3, 655.5}, {8.0, 5.8, 642.3}, {10.0, 7.3, 643.4},
    {12.0, 8.8, 609.5}, {14.0, 10.3, 597.8}, {16.0, 11.7, 573.9}, {18.0, 12.8, 524.5}, {20.0, 13.7, 481.3},
    {22.0, 14.6, 415.4}, {24.0, 15.6, 365.6}, {26.0, 16.5, 317.1}, {28.0, 17.4, 268.4}, {30.0, 18.2, 205.0},
    {32.0, 18.8, 145.9}, {34.0, 19.1, 86.9}, {36.0, 19.2, 43.7}, {38.0, 19.5, 19.3}, {40.3, 19.6, 7.1}};
} // namespace detail
inline constexpr basic_climate<estimate> the_dalles = detail::climate_from(the_dalles_monthly.name, detail::the_dalles_rows, 72.0);
inline constexpr sourced_field the_dalles_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Golden, Colorado. Extremes of Broomfield, 724699. Annual mean 10.2 C.
inline constexpr monthly_climate golden_monthly{
    .name = "Golden, Colorado",
    .elevation = 1730.0 * metre,
    .mean = {-0.2, 0.6, 5.0, 8.4, 13.4, 19.2, 22.8, 21.7, 17.3, 10.5, 4.3, -0.3},
    .humidity = {52.0, 53.0, 52.0, 50.0, 53.0, 48.0, 46.0, 48.0, 47.0, 47.0, 53.0, 53.0},
    .january_range = 14.0 * kelvin,
    .july_range = 16.0 * kelvin,
    .january_sigma = 7.0 * kelvin,
    .july_sigma = 4.7 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double golden_rows[][3] = {
    {-22.8, -22.8, 8.7}, {-20.0, -20.0, 12.0}, {-18.0, -18.0, 26.1}, {-16.0, -16.0, 36.7}, {-14.0, -14.0, 67.6},
    {-12.0, -12.0, 106.6}, {-10.0, -10.1, 130.3}, {-8.0, -8.1, 204.5}, {-6.0, -6.2, 255.7}, {-4.0, -4.4, 294.1},
    {-2.0, -3.0, 380.3}, {0.0, -1.4, 418.5}, {2.0, -0.1, 449.1}, {4.0, 1.3, 526.7}, {6.0, 2.8, 541.7}, {8.0, 4.2, 547.1},
    {10.0, 5.5, 574.9}, {12.0, 7.2, 566.8}, {14.0, 8.4, 553.1}, {16.0, 9.6, 510.7}, {18.0, 10.7, 491.1}, {20.0, 11.6, 433.7},
    {22.0, 12.6, 373.1}, {24.0, 13.7, 332.9}, {26.0, 14.7, 279.8}, {28.0, 15.4, 214.8}, {30.0, 16.1, 173.0},
    {32.0, 16.2, 112.9}, {34.0, 16.1, 72.5}, {36.0, 16.1, 38.3}, {38.0, 16.2, 18.2}, {40.5, 16.4, 8.5}};
} // namespace detail
inline constexpr basic_climate<estimate> golden = detail::climate_from(golden_monthly.name, detail::golden_rows, 1730.0);
inline constexpr sourced_field golden_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Las Vegas, Nevada. Extremes of Las Vegas, 723860. Annual mean 21.0 C.
inline constexpr monthly_climate las_vegas_monthly{
    .name = "Las Vegas, Nevada",
    .elevation = 665.0 * metre,
    .mean = {9.5, 11.6, 15.9, 19.7, 25.1, 31.0, 34.4, 33.2, 28.6, 20.8, 13.5, 8.7},
    .humidity = {40.0, 36.0, 29.0, 23.0, 19.0, 15.0, 20.0, 22.0, 22.0, 26.0, 33.0, 40.0},
    .january_range = 11.0 * kelvin,
    .july_range = 12.5 * kelvin,
    .january_sigma = 2.6 * kelvin,
    .july_sigma = 2.4 * kelvin,
    .dew_of_warm_days = -1.5};
namespace detail {
inline constexpr double las_vegas_rows[][3] = {
    {-2.1, -2.8, 9.2}, {0.0, -1.3, 41.6}, {2.0, 0.1, 119.5}, {4.0, 1.4, 231.4}, {6.0, 2.4, 336.5}, {8.0, 3.5, 416.5},
    {10.0, 4.5, 498.7}, {12.0, 5.6, 563.7}, {14.0, 6.7, 612.0}, {16.0, 7.7, 613.3}, {18.0, 8.7, 556.4}, {20.0, 9.8, 508.3},
    {22.0, 11.0, 492.6}, {24.0, 12.3, 513.4}, {26.0, 13.4, 535.2}, {28.0, 14.6, 531.9}, {30.0, 15.5, 479.7},
    {32.0, 16.3, 427.4}, {34.0, 17.2, 379.1}, {36.0, 18.0, 329.1}, {38.0, 18.9, 269.4}, {40.0, 19.7, 179.3},
    {42.0, 19.9, 85.7}, {44.3, 20.0, 30.1}};
} // namespace detail
inline constexpr basic_climate<estimate> las_vegas = detail::climate_from(las_vegas_monthly.name, detail::las_vegas_rows, 665.0);
inline constexpr sourced_field las_vegas_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Charleston, South Carolina. Extremes of Charleston Executive, 720606. Annual mean 19.2 C.
inline constexpr monthly_climate charleston_monthly{
    .name = "Charleston, South Carolina",
    .elevation = 5.0 * metre,
    .mean = {9.9, 11.5, 14.9, 18.9, 22.9, 26.2, 27.8, 27.3, 24.9, 20.0, 14.8, 11.3},
    .humidity = {70.0, 67.0, 67.0, 67.0, 72.0, 76.0, 78.0, 80.0, 79.0, 75.0, 74.0, 72.0},
    .january_range = 11.5 * kelvin,
    .july_range = 8.5 * kelvin,
    .january_sigma = 4.9 * kelvin,
    .july_sigma = 1.4 * kelvin,
    .dew_of_warm_days = -0.5};
namespace detail {
inline constexpr double charleston_rows[][3] = {
    {-6.4, -6.4, 5.9}, {-4.0, -4.0, 15.2}, {-2.0, -2.0, 35.2}, {0.0, -0.0, 66.3}, {2.0, 2.0, 126.8}, {4.0, 3.9, 190.2},
    {6.0, 5.7, 276.2}, {8.0, 7.3, 357.1}, {10.0, 8.7, 458.3}, {12.0, 10.1, 517.9}, {14.0, 11.4, 595.5}, {16.0, 12.9, 640.4},
    {18.0, 14.5, 665.6}, {20.0, 16.4, 737.3}, {22.0, 18.7, 835.7}, {24.0, 20.7, 895.5}, {26.0, 21.9, 765.3},
    {28.0, 23.0, 642.1}, {30.0, 24.3, 540.5}, {32.0, 25.2, 315.6}, {34.1, 25.6, 77.4}};
} // namespace detail
inline constexpr basic_climate<estimate> charleston = detail::climate_from(charleston_monthly.name, detail::charleston_rows, 5.0);
inline constexpr sourced_field charleston_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Sao Paulo. Extremes of Guarulhos, 830750. Annual mean 20.5 C.
inline constexpr monthly_climate sao_paulo_monthly{
    .name = "Sao Paulo",
    .elevation = 750.0 * metre,
    .mean = {23.2, 23.4, 22.7, 21.2, 18.5, 17.5, 17.0, 18.2, 19.3, 20.7, 21.4, 22.6},
    .humidity = {77.0, 77.0, 78.0, 78.0, 79.0, 78.0, 75.0, 72.0, 74.0, 77.0, 76.0, 77.0},
    .january_range = 9.0 * kelvin,
    .july_range = 11.0 * kelvin,
    .january_sigma = 2.9 * kelvin,
    .july_sigma = 2.9 * kelvin,
    .dew_of_warm_days = -1.1};
namespace detail {
inline constexpr double sao_paulo_rows[][3] = {
    {5.8, 5.8, 17.1}, {8.0, 8.0, 65.8}, {10.0, 10.0, 192.1}, {12.0, 11.9, 396.7}, {14.0, 13.7, 642.9}, {16.0, 15.2, 916.9},
    {18.0, 16.6, 1140.1}, {20.0, 17.7, 1258.4}, {22.0, 18.5, 1270.1}, {24.0, 19.2, 1133.1}, {26.0, 19.9, 854.4},
    {28.0, 20.4, 529.9}, {30.0, 20.4, 245.7}, {32.0, 20.3, 79.6}, {34.1, 20.3, 17.2}};
} // namespace detail
inline constexpr basic_climate<estimate> sao_paulo = detail::climate_from(sao_paulo_monthly.name, detail::sao_paulo_rows, 750.0);
inline constexpr sourced_field sao_paulo_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Quilicura, Santiago de Chile. Extremes of Santiago Benitez, 855740. Annual mean 14.2 C.
inline constexpr monthly_climate quilicura_monthly{
    .name = "Quilicura, Santiago de Chile",
    .elevation = 474.0 * metre,
    .mean = {20.7, 19.9, 17.8, 14.0, 10.6, 8.3, 7.7, 9.2, 11.5, 14.3, 17.1, 19.5},
    .humidity = {55.0, 58.0, 62.0, 68.0, 77.0, 81.0, 81.0, 77.0, 73.0, 66.0, 59.0, 55.0},
    .january_range = 16.5 * kelvin,
    .july_range = 10.5 * kelvin,
    .january_sigma = 3.1 * kelvin,
    .july_sigma = 2.9 * kelvin,
    .dew_of_warm_days = -0.5};
namespace detail {
inline constexpr double quilicura_rows[][3] = {
    {-4.0, -4.0, 6.8}, {-2.0, -2.0, 34.9}, {0.0, 0.0, 113.1}, {2.0, 2.0, 258.9}, {4.0, 3.9, 439.0}, {6.0, 5.7, 618.5},
    {8.0, 7.2, 758.2}, {10.0, 8.6, 894.8}, {12.0, 9.8, 975.3}, {14.0, 10.8, 912.8}, {16.0, 11.8, 818.7}, {18.0, 12.8, 687.5},
    {20.0, 13.8, 566.8}, {22.0, 14.8, 471.8}, {24.0, 15.7, 415.3}, {26.0, 16.6, 341.0}, {28.0, 17.4, 233.1},
    {30.0, 17.9, 134.7}, {32.0, 18.3, 58.5}, {34.4, 18.8, 20.3}};
} // namespace detail
inline constexpr basic_climate<estimate> quilicura = detail::climate_from(quilicura_monthly.name, detail::quilicura_rows, 474.0);
inline constexpr sourced_field quilicura_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::americas_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

} // namespace tallywatt::catalog

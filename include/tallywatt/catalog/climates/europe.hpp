#pragma once
// Climates of Europe: bins synthesised from monthly means by facility/climate_synthesis.hpp (a test makes the rows
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
inline constexpr source europe_means{
    "DWD, KNMI, KMI, Met Office, Meteo-France, SMHI and FMI normals 1991 to 2020: monthly means as recalled; extremes by "
    "TMYx 1 % and 99 % dry bulbs, climate.onebuilding.org, and ASHRAE coincident wet bulbs (recalled); bins synthesised "
    "(facility/climate_synthesis.hpp)",
    "2026-11", confidence::low};
} // namespace detail

/// Frankfurt am Main. Extremes of Frankfurt, 106370. Annual mean 10.9 C.
inline constexpr monthly_climate frankfurt_monthly{
    .name = "Frankfurt am Main",
    .elevation = 100.0 * metre,
    .mean = {2.1, 2.9, 6.5, 10.9, 15.1, 18.6, 20.6, 20.1, 15.4, 10.3, 5.8, 2.8},
    .humidity = {82.0, 77.0, 71.0, 64.0, 66.0, 66.0, 65.0, 67.0, 74.0, 81.0, 85.0, 85.0},
    .january_range = 5.5 * kelvin,
    .july_range = 12.0 * kelvin,
    .january_sigma = 4.4 * kelvin,
    .july_sigma = 4.1 * kelvin,
    .dew_of_warm_days = -0.1};
namespace detail {
inline constexpr double frankfurt_rows[][3] = {
    {-10.3, -10.3, 12.9}, {-8.0, -8.0, 37.6}, {-6.0, -6.0, 89.1}, {-4.0, -4.0, 175.7}, {-2.0, -2.1, 307.5},
    {0.0, -0.2, 462.4}, {2.0, 1.5, 595.9}, {4.0, 3.0, 680.4}, {6.0, 4.5, 742.2}, {8.0, 6.1, 748.8}, {10.0, 7.8, 736.7},
    {12.0, 9.6, 680.7}, {14.0, 11.2, 653.7}, {16.0, 12.6, 612.6}, {18.0, 13.9, 553.4}, {20.0, 15.0, 476.8},
    {22.0, 16.1, 393.3}, {24.0, 17.1, 305.4}, {26.0, 18.1, 222.4}, {28.0, 18.8, 142.5}, {30.0, 19.5, 78.1},
    {32.0, 20.2, 35.4}, {34.4, 20.9, 16.5}};
} // namespace detail
inline constexpr basic_climate<estimate> frankfurt = detail::climate_from(frankfurt_monthly.name, detail::frankfurt_rows, 100.0);
inline constexpr sourced_field frankfurt_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Amsterdam. Extremes of Schiphol, 062400. Annual mean 10.7 C.
inline constexpr monthly_climate amsterdam_monthly{
    .name = "Amsterdam",
    .elevation = -3.0 * metre,
    .mean = {3.9, 4.1, 6.5, 9.8, 13.4, 16.2, 18.3, 18.2, 15.2, 11.4, 7.4, 4.5},
    .humidity = {87.0, 84.0, 79.0, 74.0, 74.0, 76.0, 77.0, 78.0, 81.0, 84.0, 88.0, 89.0},
    .january_range = 4.6 * kelvin,
    .july_range = 8.5 * kelvin,
    .january_sigma = 4.3 * kelvin,
    .july_sigma = 3.6 * kelvin,
    .dew_of_warm_days = 0.1};
namespace detail {
inline constexpr double amsterdam_rows[][3] = {
    {-8.2, -8.2, 11.6}, {-6.0, -6.0, 37.0}, {-4.0, -4.0, 95.3}, {-2.0, -2.0, 196.9}, {0.0, -0.1, 361.6}, {2.0, 1.8, 541.3},
    {4.0, 3.5, 697.2}, {6.0, 5.1, 824.6}, {8.0, 6.7, 883.0}, {10.0, 8.3, 891.0}, {12.0, 10.1, 903.6}, {14.0, 11.8, 813.9},
    {16.0, 13.3, 743.4}, {18.0, 14.6, 636.8}, {20.0, 15.8, 465.3}, {22.0, 16.9, 328.5}, {24.0, 17.8, 190.0},
    {26.0, 18.7, 92.0}, {28.0, 19.6, 35.2}, {30.2, 20.5, 11.8}};
} // namespace detail
inline constexpr basic_climate<estimate> amsterdam = detail::climate_from(amsterdam_monthly.name, detail::amsterdam_rows, -3.0);
inline constexpr sourced_field amsterdam_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Eemshaven, northern Netherlands. Extremes of Eelde, 062800. Annual mean 9.8 C.
inline constexpr monthly_climate eemshaven_monthly{
    .name = "Eemshaven, northern Netherlands",
    .elevation = 4.0 * metre,
    .mean = {2.6, 2.9, 5.3, 9.0, 12.8, 15.6, 17.8, 17.4, 14.3, 10.3, 6.2, 3.4},
    .humidity = {90.0, 87.0, 82.0, 76.0, 75.0, 77.0, 78.0, 80.0, 84.0, 87.0, 91.0, 92.0},
    .january_range = 5.0 * kelvin,
    .july_range = 10.0 * kelvin,
    .january_sigma = 4.5 * kelvin,
    .july_sigma = 4.0 * kelvin,
    .dew_of_warm_days = 0.1};
namespace detail {
inline constexpr double eemshaven_rows[][3] = {
    {-10.2, -10.2, 10.3}, {-8.0, -8.0, 30.9}, {-6.0, -6.0, 81.2}, {-4.0, -4.0, 167.1}, {-2.0, -2.0, 309.0},
    {0.0, -0.1, 465.3}, {2.0, 1.8, 617.4}, {4.0, 3.4, 764.2}, {6.0, 5.1, 844.1}, {8.0, 6.7, 845.1}, {10.0, 8.4, 848.4},
    {12.0, 10.2, 819.1}, {14.0, 11.8, 739.3}, {16.0, 13.2, 640.8}, {18.0, 14.5, 527.1}, {20.0, 15.6, 415.3},
    {22.0, 16.7, 289.2}, {24.0, 17.6, 181.9}, {26.0, 18.5, 99.3}, {28.0, 19.4, 46.2}, {30.4, 20.4, 18.8}};
} // namespace detail
inline constexpr basic_climate<estimate> eemshaven = detail::climate_from(eemshaven_monthly.name, detail::eemshaven_rows, 4.0);
inline constexpr sourced_field eemshaven_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Saint-Ghislain, Belgium. Extremes of Chievres, 064320. Annual mean 10.7 C.
inline constexpr monthly_climate saint_ghislain_monthly{
    .name = "Saint-Ghislain, Belgium",
    .elevation = 63.0 * metre,
    .mean = {3.6, 4.1, 6.9, 9.9, 13.5, 16.3, 18.4, 18.2, 15.1, 11.3, 7.1, 4.2},
    .humidity = {88.0, 85.0, 80.0, 75.0, 75.0, 76.0, 76.0, 76.0, 80.0, 85.0, 89.0, 90.0},
    .january_range = 5.0 * kelvin,
    .july_range = 10.5 * kelvin,
    .january_sigma = 4.1 * kelvin,
    .july_sigma = 4.2 * kelvin,
    .dew_of_warm_days = 0.1};
namespace detail {
inline constexpr double saint_ghislain_rows[][3] = {
    {-8.2, -8.2, 11.8}, {-6.0, -6.0, 38.6}, {-4.0, -4.0, 103.1}, {-2.0, -2.0, 217.1}, {0.0, -0.0, 379.1}, {2.0, 1.8, 566.8},
    {4.0, 3.5, 729.0}, {6.0, 5.1, 851.1}, {8.0, 6.7, 895.4}, {10.0, 8.4, 884.7}, {12.0, 10.1, 837.8}, {14.0, 11.8, 769.3},
    {16.0, 13.2, 670.5}, {18.0, 14.5, 570.0}, {20.0, 15.6, 440.2}, {22.0, 16.7, 332.8}, {24.0, 17.6, 222.4},
    {26.0, 18.5, 131.2}, {28.0, 19.4, 69.2}, {30.0, 20.2, 28.4}, {32.4, 21.1, 11.5}};
} // namespace detail
inline constexpr basic_climate<estimate> saint_ghislain = detail::climate_from(saint_ghislain_monthly.name, detail::saint_ghislain_rows, 63.0);
inline constexpr sourced_field saint_ghislain_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// London. Extremes of Heathrow, 037720. Annual mean 11.8 C.
inline constexpr monthly_climate london_monthly{
    .name = "London",
    .elevation = 25.0 * metre,
    .mean = {5.7, 6.0, 8.0, 10.6, 13.7, 16.8, 19.0, 18.7, 15.9, 12.3, 8.6, 6.1},
    .humidity = {81.0, 77.0, 72.0, 67.0, 67.0, 66.0, 66.0, 68.0, 72.0, 78.0, 82.0, 83.0},
    .january_range = 5.5 * kelvin,
    .july_range = 9.8 * kelvin,
    .january_sigma = 3.4 * kelvin,
    .july_sigma = 3.3 * kelvin,
    .dew_of_warm_days = 0.0};
namespace detail {
inline constexpr double london_rows[][3] = {
    {-4.2, -4.2, 21.7}, {-2.0, -2.0, 71.8}, {0.0, -0.0, 191.5}, {2.0, 1.9, 400.1}, {4.0, 3.5, 641.9}, {6.0, 5.0, 865.5},
    {8.0, 6.5, 987.3}, {10.0, 8.0, 1012.6}, {12.0, 9.6, 970.5}, {14.0, 11.1, 883.5}, {16.0, 12.5, 773.7}, {18.0, 13.7, 642.3},
    {20.0, 14.8, 508.5}, {22.0, 15.9, 367.8}, {24.0, 16.9, 234.0}, {26.0, 17.7, 121.9}, {28.0, 18.5, 49.1}, {30.3, 19.3, 16.3}};
} // namespace detail
inline constexpr basic_climate<estimate> london = detail::climate_from(london_monthly.name, detail::london_rows, 25.0);
inline constexpr sourced_field london_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Paris. Extremes of Orly, 071490. Annual mean 12.2 C.
inline constexpr monthly_climate paris_monthly{
    .name = "Paris",
    .elevation = 90.0 * metre,
    .mean = {4.6, 5.0, 8.3, 11.4, 15.0, 18.5, 20.6, 20.4, 16.6, 12.6, 7.8, 5.1},
    .humidity = {86.0, 81.0, 75.0, 69.0, 69.0, 67.0, 66.0, 67.0, 73.0, 81.0, 86.0, 88.0},
    .january_range = 5.0 * kelvin,
    .july_range = 11.0 * kelvin,
    .january_sigma = 4.1 * kelvin,
    .july_sigma = 3.8 * kelvin,
    .dew_of_warm_days = 0.0};
namespace detail {
inline constexpr double paris_rows[][3] = {
    {-6.4, -6.4, 25.3}, {-4.0, -4.0, 63.8}, {-2.0, -2.0, 149.1}, {0.0, -0.0, 286.6}, {2.0, 1.8, 456.3}, {4.0, 3.6, 640.2},
    {6.0, 5.1, 775.7}, {8.0, 6.6, 835.1}, {10.0, 8.2, 836.7}, {12.0, 9.9, 825.4}, {14.0, 11.5, 777.7}, {16.0, 12.9, 710.5},
    {18.0, 14.2, 645.2}, {20.0, 15.3, 526.6}, {22.0, 16.4, 425.3}, {24.0, 17.4, 332.1}, {26.0, 18.3, 221.6},
    {28.0, 19.1, 128.4}, {30.0, 19.9, 63.6}, {32.0, 20.6, 26.4}, {34.3, 21.3, 8.4}};
} // namespace detail
inline constexpr basic_climate<estimate> paris = detail::climate_from(paris_monthly.name, detail::paris_rows, 90.0);
inline constexpr sourced_field paris_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Stockholm. Extremes of Arlanda, 024600. Annual mean 7.1 C.
inline constexpr monthly_climate stockholm_monthly{
    .name = "Stockholm",
    .elevation = 42.0 * metre,
    .mean = {-1.8, -2.0, 1.0, 5.7, 11.0, 15.2, 17.9, 16.7, 12.2, 6.7, 2.6, -0.3},
    .humidity = {85.0, 82.0, 74.0, 66.0, 62.0, 65.0, 69.0, 75.0, 80.0, 84.0, 88.0, 88.0},
    .january_range = 5.0 * kelvin,
    .july_range = 11.0 * kelvin,
    .january_sigma = 6.6 * kelvin,
    .july_sigma = 3.2 * kelvin,
    .dew_of_warm_days = -0.1};
namespace detail {
inline constexpr double stockholm_rows[][3] = {
    {-18.7, -18.7, 17.2}, {-16.0, -16.0, 26.9}, {-14.0, -14.0, 53.2}, {-12.0, -12.0, 89.5}, {-10.0, -10.0, 154.6},
    {-8.0, -8.0, 221.3}, {-6.0, -6.0, 312.0}, {-4.0, -4.1, 407.5}, {-2.0, -2.3, 489.1}, {0.0, -0.6, 566.1}, {2.0, 1.0, 625.9},
    {4.0, 2.5, 649.1}, {6.0, 4.1, 669.0}, {8.0, 5.8, 686.3}, {10.0, 7.6, 673.1}, {12.0, 9.3, 669.3}, {14.0, 10.7, 605.4},
    {16.0, 12.1, 531.7}, {18.0, 13.3, 441.1}, {20.0, 14.4, 344.9}, {22.0, 15.5, 260.8}, {24.0, 16.5, 154.1},
    {26.0, 17.3, 76.8}, {28.0, 18.0, 27.6}, {30.2, 18.8, 7.5}};
} // namespace detail
inline constexpr basic_climate<estimate> stockholm = detail::climate_from(stockholm_monthly.name, detail::stockholm_rows, 42.0);
inline constexpr sourced_field stockholm_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

/// Hamina, Finland. Extremes of Utti, 029660, inland and colder. Annual mean 5.4 C.
inline constexpr monthly_climate hamina_monthly{
    .name = "Hamina, Finland",
    .elevation = 10.0 * metre,
    .mean = {-5.5, -6.1, -2.0, 3.7, 10.0, 14.8, 17.8, 16.4, 11.4, 5.5, 1.0, -2.7},
    .humidity = {88.0, 86.0, 79.0, 71.0, 64.0, 68.0, 72.0, 77.0, 82.0, 86.0, 90.0, 91.0},
    .january_range = 5.5 * kelvin,
    .july_range = 9.5 * kelvin,
    .january_sigma = 7.5 * kelvin,
    .july_sigma = 3.9 * kelvin,
    .dew_of_warm_days = -0.1};
namespace detail {
inline constexpr double hamina_rows[][3] = {
    {-24.8, -24.8, 14.6}, {-22.0, -22.0, 20.3}, {-20.0, -20.0, 35.7}, {-18.0, -18.0, 60.8}, {-16.0, -16.0, 94.3},
    {-14.0, -14.0, 144.2}, {-12.0, -12.0, 189.6}, {-10.0, -10.0, 269.9}, {-8.0, -8.1, 318.1}, {-6.0, -6.1, 410.9},
    {-4.0, -4.3, 432.5}, {-2.0, -2.6, 510.4}, {0.0, -0.9, 513.6}, {2.0, 0.7, 568.2}, {4.0, 2.4, 549.2}, {6.0, 4.1, 580.9},
    {8.0, 5.9, 583.1}, {10.0, 7.6, 593.5}, {12.0, 9.4, 575.5}, {14.0, 11.0, 568.4}, {16.0, 12.3, 486.6}, {18.0, 13.5, 425.9},
    {20.0, 14.7, 330.9}, {22.0, 15.7, 225.3}, {24.0, 16.6, 144.2}, {26.0, 17.4, 70.2}, {28.0, 18.2, 30.2}, {30.3, 19.0, 13.0}};
} // namespace detail
inline constexpr basic_climate<estimate> hamina = detail::climate_from(hamina_monthly.name, detail::hamina_rows, 10.0);
inline constexpr sourced_field hamina_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins", detail::europe_means},
    {"elevation", {"TMYx station header, climate.onebuilding.org", "2022", confidence::medium}}};

} // namespace tallywatt::catalog

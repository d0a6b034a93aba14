#pragma once
// Climates of 32 sites: those of climates/*.hpp by region, and three of whose means minima and maxima are at hand. No hourly
// record is behind them. How rows are written and how sure they are: climates/from_rows.hpp.
//
// Method of the three here. Dry bulb in month m is  (min + max)/2 + (max - min)/2 cos(2 pi t/24 h) + d,  with the month's mean
// daily minimum and maximum and a day-to-day deviation d, normal, cut at 2.75 standard deviations, whose deviation runs as a
// cosine from its January to its July value. Dew point is the mean daily minimum - 1 K + 0.5 d, at most the dry bulb - 0.3 K;
// wet bulb follows from both by the psychrometric equation at the site's standard pressure. Hours are collected in bins of
// 2 K; end bins under 5 h are merged with their neighbours. The others differ in taking their vapour from mean humidity.
//
//   climate const c = catalog::ashburn;

#include <tallywatt/catalog/climates/americas.hpp>
#include <tallywatt/catalog/climates/asia.hpp>
#include <tallywatt/catalog/climates/china.hpp>
#include <tallywatt/catalog/climates/europe.hpp>
#include <tallywatt/catalog/climates/from_rows.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr double ashburn_rows[][3] = {
    {-14.7, -14.8, 16.2}, {-12.0, -12.1, 25.2}, {-10.0, -10.1, 50.0}, {-8.0, -8.2, 89.6},  {-6.0, -6.3, 142.0},
    {-4.0, -4.6, 208.6},  {-2.0, -2.9, 281.9},  {0.0, -1.3, 353.1},   {2.0, 0.3, 421.1},   {4.0, 1.9, 471.7},
    {6.0, 3.5, 505.6},    {8.0, 5.2, 523.4},    {10.0, 6.8, 523.7},   {12.0, 8.5, 519.6},  {14.0, 10.4, 527.8},
    {16.0, 12.4, 556.3},  {18.0, 14.3, 595.8},  {20.0, 16.1, 609.6},  {22.0, 17.5, 571.5}, {24.0, 18.6, 501.3},
    {26.0, 19.7, 433.8},  {28.0, 20.9, 361.4},  {30.0, 22.0, 264.2},  {32.0, 23.2, 142.8}, {34.0, 24.4, 52.2},
    {36.1, 25.6, 11.6}};
inline constexpr double dublin_rows[][3] = {
    {-6.2, -6.3, 11.6},  {-4.0, -4.1, 43.3},  {-2.0, -2.2, 128.7}, {0.0, -0.3, 298.7},
    {2.0, 1.3, 551.0},   {4.0, 2.9, 832.8},   {6.0, 4.4, 1050.6},  {8.0, 6.0, 1161.1},
    {10.0, 7.7, 1184.7}, {12.0, 9.2, 1083.9}, {14.0, 10.5, 886.3}, {16.0, 11.8, 686.8},
    {18.0, 13.1, 486.1}, {20.0, 14.4, 260.7}, {22.0, 15.7, 81.6},  {24.0, 17.0, 12.1}};
inline constexpr double lulea_rows[][3] = {
    {-26.8, -26.9, 13.1},  {-24.0, -24.0, 19.2},  {-22.0, -22.0, 37.5},  {-20.0, -20.1, 65.5},  {-18.0, -18.1, 106.1},
    {-16.0, -16.2, 160.3}, {-14.0, -14.3, 223.7}, {-12.0, -12.4, 296.8}, {-10.0, -10.6, 366.7}, {-8.0, -8.9, 433.1},
    {-6.0, -7.1, 483.8},   {-4.0, -5.4, 515.6},   {-2.0, -3.6, 533.5},   {0.0, -1.8, 534.5},    {2.0, 0.0, 529.7},
    {4.0, 1.9, 521.0},     {6.0, 3.8, 520.8},     {8.0, 5.7, 528.0},     {10.0, 7.6, 545.8},    {12.0, 9.4, 549.3},
    {14.0, 11.0, 518.5},   {16.0, 12.4, 450.5},   {18.0, 13.7, 351.2},   {20.0, 15.0, 240.8},   {22.0, 16.3, 135.3},
    {24.0, 17.5, 58.4},    {26.3, 19.0, 21.3}};
} // namespace detail

/// Northern Virginia, 95 m. Means of Reagan National Airport with minima 2 K lower inland, as the source says; deviation
/// 5.5 K in January, 2.5 K in July (assumed). min C: -4 -3 1 6 12 17 20 19 15 8 3 -2; max C: 6 8 13 19 24 29 31 30 26 20
/// 14 8. Annual mean 13.4 C; 0.4 % of hours above about 34 C.
inline constexpr basic_climate<estimate> ashburn =
    detail::climate_from("Ashburn, Northern Virginia", detail::ashburn_rows, 95.0);
inline constexpr sourced_field ashburn_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins",
     {"Washington: average temperatures, climatestotravel.com (monthly means); bins synthesised as described above",
      "2026-11", confidence::low}},
    {"elevation", {"maps, to 10 m", "2026-11", confidence::medium}}};

/// Dublin, 80 m. Deviation 3.5 K in January, 2 K in July (assumed). min C: 1 2 3 4 6 9 11 11 9 6 4 3; max C: 8 8 10 13 15
/// 18 20 19 17 14 10 8. Annual mean 9.6 C.
inline constexpr basic_climate<estimate> dublin = detail::climate_from("Dublin", detail::dublin_rows, 80.0);
inline constexpr sourced_field dublin_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins",
     {"Dublin: weather by month, canada.com travel guide (monthly means); bins synthesised as described above",
      "2026-11", confidence::low}},
    {"elevation", {"maps, to 10 m", "2026-11", confidence::medium}}};

/// Lulea on the Gulf of Bothnia, 20 m. Deviation 6.5 K in January, 3 K in July (assumed). min C: -13 -13 -9 -3 3 9 13 11 6
/// 0 -6 -10; max C: -5 -5 0 6 12 17 21 19 13 6 0 -3. Annual mean 2.9 C.
inline constexpr basic_climate<estimate> lulea = detail::climate_from("Lulea, northern Sweden", detail::lulea_rows, 20.0);
inline constexpr sourced_field lulea_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bins",
     {"Lulea: average temperatures, climatestotravel.com (monthly means); bins synthesised as described above",
      "2026-11", confidence::low}},
    {"elevation", {"maps, to 10 m", "2026-11", confidence::medium}}};

} // namespace tallywatt::catalog

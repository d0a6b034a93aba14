#pragma once
// Where chips are made: the electricity of a fab's grid, location-based, and fab processes by node. A fab's own contracts are
// not counted (set renewable_share to count them). Ranges span the sources named.
//
//   process_node const n = made_at(process_node(catalog::tsmc_4n), fab_site(catalog::fab_arizona));

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/silicon/fab_carbon.hpp>
#include <tallywatt/silicon/memory_carbon.hpp>

namespace tallywatt::catalog {

namespace detail {
constexpr basic_fab_site<estimate> fab_at(char const* name, estimate g_per_kilowatt_hour) {
    return {
        .name = name,
        .grid = g_per_kilowatt_hour * (gCO2e / kilowatt_hour),
        .renewable_share = basic_fraction<estimate>{known(0.0)},
        .renewable = range(11.0, 26.0, 41.0) * (gCO2e / kilowatt_hour)};
}
inline constexpr source fab_name{"by construction", "2026", confidence::high};
inline constexpr source fab_share{"by definition: location-based, contracts left out", "2026", confidence::high};
inline constexpr source fab_renewable{
    "facebookresearch/ACT v2.0: wind 11, solar 41 g/kWh", "2025-07-21", confidence::medium};
} // namespace detail

inline constexpr basic_fab_site<estimate> fab_taiwan = detail::fab_at("Taiwan", range(583.0, 583.0, 642.4));
inline constexpr sourced_field fab_taiwan_sources[] = {
    {"name", detail::fab_name},
    {"grid",
     {"facebookresearch/ACT v2.0, 2022 and 2023; Our World in Data / Ember 2023", "2025-07-21", confidence::medium}},
    {"renewable_share", detail::fab_share},
    {"renewable", detail::fab_renewable}};

inline constexpr basic_fab_site<estimate> fab_korea = detail::fab_at("Korea", range(402.0, 416.0, 430.6));
inline constexpr sourced_field fab_korea_sources[] = {
    {"name", detail::fab_name},
    {"grid",
     {"facebookresearch/ACT v2.0, 2023; Our World in Data / Ember 2023; likely: their mean", "2025-07-21",
      confidence::medium}},
    {"renewable_share", detail::fab_share},
    {"renewable", detail::fab_renewable}};

inline constexpr basic_fab_site<estimate> fab_japan = detail::fab_at("Japan", range(446.0, 466.0, 485.4));
inline constexpr sourced_field fab_japan_sources[] = {
    {"name", detail::fab_name},
    {"grid",
     {"facebookresearch/ACT v2.0, 2023; Our World in Data / Ember 2023; likely: their mean", "2025-07-21",
      confidence::medium}},
    {"renewable_share", detail::fab_share},
    {"renewable", detail::fab_renewable}};

inline constexpr basic_fab_site<estimate> fab_arizona = detail::fab_at("Arizona", range(330.0, 369.0, 410.0));
inline constexpr sourced_field fab_arizona_sources[] = {
    {"name", detail::fab_name},
    {"grid",
     {"facebookresearch/ACT v2.0, United States 2023, stands for Arizona; ends assumed", "2025-07-21",
      confidence::low}},
    {"renewable_share", detail::fab_share},
    {"renewable", detail::fab_renewable}};

inline constexpr basic_fab_site<estimate> fab_ireland = detail::fab_at("Ireland", known(290.8));
inline constexpr sourced_field fab_ireland_sources[] = {
    {"name", detail::fab_name},
    {"grid", {"Our World in Data / Ember, in codecarbon", "2023", confidence::high}},
    {"renewable_share", detail::fab_share},
    {"renewable", detail::fab_renewable}};

inline constexpr basic_fab_site<estimate> fab_singapore = detail::fab_at("Singapore", range(369.0, 470.8, 471.0));
inline constexpr sourced_field fab_singapore_sources[] = {
    {"name", detail::fab_name},
    {"grid", {"Our World in Data / Ember 2023; low: Google Cloud region carbon data", "2025", confidence::medium}},
    {"renewable_share", detail::fab_share},
    {"renewable", detail::fab_renewable}};

inline constexpr basic_fab_site<estimate> fab_china = detail::fab_at("China", range(536.6, 582.3, 585.6));
inline constexpr sourced_field fab_china_sources[] = {
    {"name", detail::fab_name},
    {"grid",
     {"Our World in Data / Ember 2023; Chinese grid factors 2022, with and without traded green power", "2024-12-26",
      confidence::high}},
    {"renewable_share", detail::fab_share},
    {"renewable", detail::fab_renewable}};

namespace detail {
constexpr basic_fab_process<estimate>
act_process(char const* name, double kilowatt_hours, double gas_95, double gas_99) {
    return {
        .name = name,
        .energy = known(kilowatt_hours) * (kilowatt_hour / square_centimetre),
        .gas_95 = known(gas_95) * (gCO2e / square_centimetre),
        .gas_99 = known(gas_99) * (gCO2e / square_centimetre),
        .material = range(300.0, 500.0, 700.0) * (gCO2e / square_centimetre)};
}
inline constexpr source fab_process_data{
    "facebookresearch/ACT v2.0, model data (Meta and Harvard, ISCA 2022)", "2025-07-21", confidence::medium};
inline constexpr source fab_process_material{
    "facebookresearch/ACT v2.0, flat across nodes; range of 40 % assumed", "2025-07-21", confidence::low};
} // namespace detail

// Fab processes as ACT has them, per wafer area before yield.
inline constexpr basic_fab_process<estimate> act_28nm = detail::act_process("28 nm class", 0.9, 175.0, 100.0);
inline constexpr sourced_field act_28nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};
inline constexpr basic_fab_process<estimate> act_20nm = detail::act_process("20 nm class", 1.2, 190.0, 110.0);
inline constexpr sourced_field act_20nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};
inline constexpr basic_fab_process<estimate> act_14nm = detail::act_process("14 nm class", 1.2, 200.0, 125.0);
inline constexpr sourced_field act_14nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};
inline constexpr basic_fab_process<estimate> act_10nm = detail::act_process("10 nm class", 1.475, 240.0, 150.0);
inline constexpr sourced_field act_10nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};
inline constexpr basic_fab_process<estimate> act_8nm = detail::act_process("8 nm class", 1.52, 240.0, 150.0);
inline constexpr sourced_field act_8nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};
inline constexpr basic_fab_process<estimate> act_7nm = detail::act_process("7 nm class", 2.15, 350.0, 200.0);
inline constexpr sourced_field act_7nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};
inline constexpr basic_fab_process<estimate> act_5nm = detail::act_process("5 nm class", 2.75, 430.0, 225.0);
inline constexpr sourced_field act_5nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};
inline constexpr basic_fab_process<estimate> act_3nm = detail::act_process("3 nm class", 3.25, 470.0, 275.0);
inline constexpr sourced_field act_3nm_sources[] = {
    {"", detail::fab_process_data}, {"material", detail::fab_process_material}};

} // namespace tallywatt::catalog

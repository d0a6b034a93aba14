#pragma once
// Cooling technologies. None holds a PUE: it follows from these and the climate. Public like-for-like data on plant
// performance and capital by technology are weak, so nearly everything is a range with low confidence.
//
//   air_contained          contained aisles, air-cooled chillers with dry free cooling: no water
//   direct_to_chip         W32 water to cold plates, dry coolers with trim chillers: no water
//   direct_to_chip_tower   the same on evaporative towers
//
// Design powers follow from pressure: an air handler at 300 Pa and 55 % over a 12 K rise takes 3.8 % of the heat, a loop
// at 250 kPa and 65 % over 8 K takes 1.2 %.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/facility/air_cooling.hpp>
#include <tallywatt/facility/direct_to_chip.hpp>

namespace tallywatt::catalog {

inline constexpr basic_chiller<estimate> air_cooled_chiller = {
    .second_law = basic_fraction<estimate>{range(0.38, 0.45, 0.52)},
    .minimum_lift = range(8.0, 10.0, 15.0) * kelvin,
    .maximum_cop = basic_ratio<estimate>{range(10.0, 14.0, 18.0)},
    .evaporator_approach = range(2.0, 3.0, 5.0) * kelvin,
    .condenser_approach = range(10.0, 14.0, 18.0) * kelvin};
inline constexpr sourced_field air_cooled_chiller_sources[] = {
    {"second_law", {"chiller engineering practice: rated COP 3 to 5 at 35 C", "2026-11", confidence::low}},
    {"minimum_lift", {"chiller engineering practice", "2026-11", confidence::low}},
    {"maximum_cop", {"chiller engineering practice", "2026-11", confidence::low}},
    {"evaporator_approach", {"chiller engineering practice", "2026-11", confidence::low}},
    {"condenser_approach", {"chiller engineering practice", "2026-11", confidence::low}}};

inline constexpr basic_chiller<estimate> water_cooled_chiller = {
    .second_law = basic_fraction<estimate>{range(0.50, 0.58, 0.65)},
    .minimum_lift = range(8.0, 10.0, 15.0) * kelvin,
    .maximum_cop = basic_ratio<estimate>{range(12.0, 16.0, 20.0)},
    .evaporator_approach = range(1.0, 2.0, 3.0) * kelvin,
    .condenser_approach = range(8.0, 10.0, 12.0) * kelvin}; // tower approach, condenser rise and condenser's own
inline constexpr sourced_field water_cooled_chiller_sources[] = {
    {"second_law", {"chiller engineering practice: rated COP 5 to 7", "2026-11", confidence::low}},
    {"minimum_lift", {"chiller engineering practice", "2026-11", confidence::low}},
    {"maximum_cop", {"chiller engineering practice", "2026-11", confidence::low}},
    {"evaporator_approach", {"chiller engineering practice", "2026-11", confidence::low}},
    {"condenser_approach", {"chiller engineering practice", "2026-11", confidence::low}}};

inline constexpr basic_heat_rejection<estimate> cooling_tower = {
    .sink = heat_sink::evaporative,
    .approach = range(3.0, 4.0, 5.0) * kelvin,
    .fan_power = basic_ratio<estimate>{range(0.008, 0.010, 0.015)},
    .cycles_of_concentration = basic_ratio<estimate>{range(3.0, 4.0, 6.0)},
    .drift = basic_fraction<estimate>{range(0.000005, 0.00002, 0.00005)}};
inline constexpr sourced_field cooling_tower_sources[] = {
    {"sink", {"by construction", "2026-11", confidence::high}},
    {"approach", {"cooling-tower engineering practice", "2026-11", confidence::low}},
    {"fan_power", {"cooling-tower engineering practice", "2026-11", confidence::low}},
    {"cycles_of_concentration", {"cooling-tower engineering practice", "2026-11", confidence::low}},
    {"drift", {"cooling-tower engineering practice, drift eliminators", "2026-11", confidence::low}}};

/// Its water figures are the tower's: without effect while the sink is dry.
inline constexpr basic_heat_rejection<estimate> dry_cooler = {
    .sink = heat_sink::dry,
    .approach = range(6.0, 8.0, 10.0) * kelvin,
    .fan_power = basic_ratio<estimate>{range(0.015, 0.020, 0.030)},
    .cycles_of_concentration = cooling_tower.cycles_of_concentration,
    .drift = cooling_tower.drift};
inline constexpr sourced_field dry_cooler_sources[] = {
    {"sink", {"by construction", "2026-11", confidence::high}},
    {"approach", {"dry-cooler engineering practice", "2026-11", confidence::low}},
    {"fan_power", {"dry-cooler engineering practice", "2026-11", confidence::low}},
    {"cycles_of_concentration", {"cooling-tower engineering practice", "2026-11", confidence::low}},
    {"drift", {"cooling-tower engineering practice, drift eliminators", "2026-11", confidence::low}}};

inline constexpr basic_air_cooling<estimate> air_contained = {
    .name = "air, contained aisles",
    .supply_air = celsius(range(22.0, 24.0, 27.0)),
    .coil_approach = range(4.0, 5.0, 7.0) * kelvin,
    .loop_rise = range(6.0, 8.0, 10.0) * kelvin,
    .room_fan_power = basic_ratio<estimate>{range(0.025, 0.038, 0.050)},
    .pump_power = basic_ratio<estimate>{range(0.008, 0.012, 0.018)},
    .rejection = dry_cooler,
    .chiller = air_cooled_chiller,
    .max_rack_density = range(15.0, 25.0, 50.0) * kilowatt,
    .max_heat_flux = range(80.0, 100.0, 120.0) * (watt / square_centimetre),
    .capital = range(1.5, 2.0, 2.5) * (USD / watt)};
inline constexpr sourced_field air_contained_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"supply_air", {"ASHRAE TC 9.9 thermal guidelines, recommended envelope 18 to 27 C", "2021", confidence::medium}},
    {"coil_approach", {"air-handler engineering practice", "2026-11", confidence::low}},
    {"loop_rise", {"chilled-water engineering practice", "2026-11", confidence::low}},
    {"room_fan_power", {"300 Pa, 55 % fan and motor, 12 K air rise", "2026-11", confidence::low}},
    {"pump_power", {"250 kPa, 65 % pump and motor, 8 K water rise", "2026-11", confidence::low}},
    {"rejection", {"dry_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density",
     {"Liquid cooling datacentrum: rack-density break-evens, MP-IS (vendors claim wider ranges)", "2026",
      confidence::low}},
    {"max_heat_flux", {"700 W packages of 8 cm2 die run on air: about 90 W/cm2", "2026-11", confidence::assumed}},
    {"capital", {"two thirds of a 3.0 USD/W mechanical bucket, andrewmccalip/thoughts", "2025-12", confidence::low}}};

inline constexpr basic_direct_to_chip<estimate> direct_to_chip = {
    .name = "direct to chip, single phase, dry coolers",
    .coolant_supply = celsius(range(27.0, 32.0, 40.0)),
    .coolant_rise = range(8.0, 10.0, 12.0) * kelvin,
    .distribution_approach = range(3.0, 4.0, 5.0) * kelvin,
    .liquid_captured = basic_fraction<estimate>{range(0.70, 0.80, 0.90)},
    .pump_power = basic_ratio<estimate>{range(0.012, 0.018, 0.025)},
    .rejection = dry_cooler,
    .chiller = air_cooled_chiller,
    .residual = air_contained,
    .max_rack_density = range(80.0, 140.0, 200.0) * kilowatt,
    .max_heat_flux = range(150.0, 200.0, 300.0) * (watt / square_centimetre),
    .capital = range(1.0, 1.5, 2.2) * (USD / watt)};
inline constexpr sourced_field direct_to_chip_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"coolant_supply", {"ASHRAE TC 9.9 facility-water classes W27 to W40", "2021", confidence::medium}},
    {"coolant_rise", {"liquid-cooling engineering practice", "2026-11", confidence::low}},
    {"distribution_approach",
     {"coolant distribution units, engineering practice: 3 to 5 K", "2026-11", confidence::low}},
    {"liquid_captured", {"vendors' statements for cold plates on processors", "2026-11", confidence::low}},
    {"pump_power", {"250 kPa in each of two loops, 65 % pump and motor, 10 K rise", "2026-11", confidence::low}},
    {"rejection", {"dry_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"residual", {"air_contained_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density",
     {"rack-scale systems of 120 to 140 kW in production; MP-IS states 80 kW", "2026", confidence::low}},
    {"max_heat_flux", {"single-phase cold plates, engineering practice", "2026-11", confidence::assumed}},
    {"capital",
     {"distribution units at 72 USD/kW (andrewmccalip/thoughts) with piping, pumps and dry coolers; no neutral source",
      "2025-12", confidence::low}}};

inline constexpr basic_direct_to_chip<estimate> direct_to_chip_tower = [] {
    auto d = direct_to_chip;
    d.name = "direct to chip, single phase, towers";
    d.rejection = cooling_tower;
    d.chiller = water_cooled_chiller;
    d.residual.name = "air, contained aisles, towers";
    d.residual.rejection = cooling_tower;
    d.residual.chiller = water_cooled_chiller;
    return d;
}();
inline constexpr sourced_field direct_to_chip_tower_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"coolant_supply", {"ASHRAE TC 9.9 facility-water classes W27 to W40", "2021", confidence::medium}},
    {"coolant_rise", {"liquid-cooling engineering practice", "2026-11", confidence::low}},
    {"distribution_approach",
     {"coolant distribution units, engineering practice: 3 to 5 K", "2026-11", confidence::low}},
    {"liquid_captured", {"vendors' statements for cold plates on processors", "2026-11", confidence::low}},
    {"pump_power", {"250 kPa in each of two loops, 65 % pump and motor, 10 K rise", "2026-11", confidence::low}},
    {"rejection", {"cooling_tower_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"water_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"residual",
     {"air_contained_sources, cooling_tower_sources, water_cooled_chiller_sources of this catalog", "2026-11",
      confidence::low}},
    {"max_rack_density",
     {"rack-scale systems of 120 to 140 kW in production; MP-IS states 80 kW", "2026", confidence::low}},
    {"max_heat_flux", {"single-phase cold plates, engineering practice", "2026-11", confidence::assumed}},
    {"capital", {"as direct_to_chip; no neutral source", "2025-12", confidence::low}}};

} // namespace tallywatt::catalog

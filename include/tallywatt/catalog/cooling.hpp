#pragma once
// Cooling technologies. None holds a PUE: it follows from these and the climate. Public like-for-like data on plant
// performance and capital by technology are weak, so nearly everything is a range with low confidence.
//
//   air_room                  open room, fans of one speed, chillers all year: no water
//   air_contained             contained aisles, air-cooled chillers with dry free cooling: no water
//   air_contained_tower       the same on evaporative towers
//   air_outdoor               outdoor air through filters, wetted when warm, chillers when humid
//   rear_door                 coils in the racks' doors, dry coolers
//   direct_to_chip            W32 water to cold plates, dry coolers with trim chillers: no water
//   direct_to_chip_tower      the same on evaporative towers
//   direct_to_chip_adiabatic  the same on coolers that are wetted when warm
//   direct_to_chip_two_phase  a coolant that boils in the plates, dry coolers
//   immersion_one_phase       oil baths, dry coolers
//   immersion_two_phase       boiling baths, dry coolers
//
// Design powers follow from pressure: an air handler at 300 Pa and 55 % over a 12 K rise takes 3.8 % of the heat, a loop
// at 250 kPa and 65 % over 8 K takes 1.2 %.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/facility/air_cooling.hpp>
#include <tallywatt/facility/direct_to_chip.hpp>
#include <tallywatt/facility/immersion.hpp>
#include <tallywatt/facility/outdoor_air.hpp>
#include <tallywatt/facility/rear_door.hpp>
#include <tallywatt/facility/two_phase_plates.hpp>

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
    .drift = basic_fraction<estimate>{range(0.000005, 0.00002, 0.00005)},
    .wetting = basic_fraction<estimate>{range(0.60, 0.75, 0.85)}}; // without effect in a tower
inline constexpr sourced_field cooling_tower_sources[] = {
    {"sink", {"by construction", "2026-11", confidence::high}},
    {"free_cooling", {"by construction", "2026-11", confidence::high}},
    {"wetting", {"adiabatic pads, engineering practice", "2026-11", confidence::low}},
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
    .drift = cooling_tower.drift,
    .wetting = cooling_tower.wetting};
inline constexpr sourced_field dry_cooler_sources[] = {
    {"sink", {"by construction", "2026-11", confidence::high}},
    {"free_cooling", {"by construction", "2026-11", confidence::high}},
    {"wetting", {"adiabatic pads, engineering practice", "2026-11", confidence::low}},
    {"approach", {"dry-cooler engineering practice", "2026-11", confidence::low}},
    {"fan_power", {"dry-cooler engineering practice", "2026-11", confidence::low}},
    {"cycles_of_concentration", {"cooling-tower engineering practice", "2026-11", confidence::low}},
    {"drift", {"cooling-tower engineering practice, drift eliminators", "2026-11", confidence::low}}};

/// A dry cooler with pads that are wetted in warm hours; their pressure drop takes fan power all year.
inline constexpr basic_heat_rejection<estimate> adiabatic_cooler = {
    .sink = heat_sink::adiabatic,
    .approach = range(6.0, 8.0, 10.0) * kelvin,
    .fan_power = basic_ratio<estimate>{range(0.018, 0.024, 0.034)},
    .cycles_of_concentration = cooling_tower.cycles_of_concentration,
    .drift = cooling_tower.drift,
    .wetting = cooling_tower.wetting};
inline constexpr sourced_field adiabatic_cooler_sources[] = {
    {"sink", {"by construction", "2026-11", confidence::high}},
    {"free_cooling", {"by construction", "2026-11", confidence::high}},
    {"approach", {"dry-cooler engineering practice", "2026-11", confidence::low}},
    {"fan_power", {"dry coolers, and a fifth more for the pads' pressure drop", "2026-11", confidence::low}},
    {"cycles_of_concentration", {"cooling-tower engineering practice", "2026-11", confidence::low}},
    {"drift", {"cooling-tower engineering practice, drift eliminators", "2026-11", confidence::low}},
    {"wetting", {"adiabatic pads, engineering practice", "2026-11", confidence::low}}};

/// Chillers all year, no economiser: the condensers' fans only.
inline constexpr basic_heat_rejection<estimate> condenser_only = [] {
    auto r = dry_cooler;
    r.free_cooling = economiser::none;
    return r;
}();
inline constexpr sourced_field condenser_only_sources[] = {
    {"sink", {"by construction", "2026-11", confidence::high}},
    {"free_cooling", {"by construction", "2026-11", confidence::high}},
    {"approach", {"dry-cooler engineering practice", "2026-11", confidence::low}},
    {"fan_power", {"dry-cooler engineering practice", "2026-11", confidence::low}},
    {"cycles_of_concentration", {"cooling-tower engineering practice", "2026-11", confidence::low}},
    {"drift", {"cooling-tower engineering practice, drift eliminators", "2026-11", confidence::low}},
    {"wetting", {"adiabatic pads, engineering practice", "2026-11", confidence::low}}};

inline constexpr basic_air_cooling<estimate> air_contained = {
    .name = "air, contained aisles",
    .supply_air = celsius(range(22.0, 24.0, 27.0)),
    .coil_approach = range(4.0, 5.0, 7.0) * kelvin,
    .loop_rise = range(6.0, 8.0, 10.0) * kelvin,
    .airflow =
        {.server_rise = range(10.0, 12.0, 15.0) * kelvin,
         .bypass = basic_fraction<estimate>{range(0.03, 0.08, 0.15)},
         .recirculation = basic_fraction<estimate>{range(0.02, 0.04, 0.08)},
         .pressure = range(250.0, 300.0, 380.0) * pascal,
         .efficiency = basic_fraction<estimate>{range(0.50, 0.55, 0.62)}},
    .pump_power = basic_ratio<estimate>{range(0.008, 0.012, 0.018)},
    .rejection = dry_cooler,
    .chiller = air_cooled_chiller,
    .max_rack_density = range(15.0, 25.0, 50.0) * kilowatt,
    .max_heat_flux = range(80.0, 100.0, 120.0) * (watt / square_centimetre),
    .capital = range(1.5, 2.0, 2.5) * (USD / watt),
    .upkeep = per_year(range(1.0, 2.0, 4.0) * (USD / kilowatt))};
inline constexpr sourced_field air_contained_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"supply_air", {"ASHRAE TC 9.9 thermal guidelines, recommended envelope 18 to 27 C", "2021", confidence::medium}},
    {"coil_approach", {"air-handler engineering practice", "2026-11", confidence::low}},
    {"loop_rise", {"chilled-water engineering practice", "2026-11", confidence::low}},
    {"airflow.server_rise", {"air-cooled servers, 10 to 15 K", "2026-11", confidence::low}},
    {"airflow.bypass", {"closed aisles, air-management surveys (Tozer et al., ASHRAE Transactions 115-1)", "2009", confidence::low}},
    {"airflow.recirculation", {"closed aisles, air-management surveys (Tozer et al., ASHRAE Transactions 115-1)", "2009", confidence::low}},
    {"airflow.pressure", {"air-handler engineering practice: coil, filter, floor and aisle", "2026-11", confidence::low}},
    {"airflow.efficiency", {"plug fans with electronically commutated motors", "2026-11", confidence::low}},
    {"airflow.variable_speed", {"by construction", "2026-11", confidence::high}},
    {"pump_power", {"250 kPa, 65 % pump and motor, 8 K water rise", "2026-11", confidence::low}},
    {"rejection", {"dry_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density",
     {"Liquid cooling datacentrum: rack-density break-evens, MP-IS (vendors claim wider ranges)", "2026",
      confidence::low}},
    {"max_heat_flux", {"700 W packages of 8 cm2 die run on air: about 90 W/cm2", "2026-11", confidence::assumed}},
    {"capital", {"two thirds of a 3.0 USD/W mechanical bucket, andrewmccalip/thoughts", "2025-12", confidence::low}},
    {"upkeep", {"assumed: filters and belts", "2026-11", confidence::assumed}}};

inline constexpr basic_air_cooling<estimate> air_contained_tower = [] {
    auto a = air_contained;
    a.name = "air, contained aisles, towers";
    a.rejection = cooling_tower;
    a.chiller = water_cooled_chiller;
    return a;
}();
inline constexpr sourced_field air_contained_tower_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"", {"air_contained_sources of this catalog", "2026-11", confidence::low}},
    {"rejection", {"cooling_tower_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"water_cooled_chiller_sources of this catalog", "2026-11", confidence::low}}};

inline constexpr basic_air_cooling<estimate> air_room = {
    .name = "air, open room",
    .supply_air = celsius(range(20.0, 22.0, 24.0)),
    .coil_approach = range(5.0, 6.0, 8.0) * kelvin,
    .loop_rise = range(5.0, 6.0, 8.0) * kelvin,
    .airflow =
        {.server_rise = range(8.0, 10.0, 12.0) * kelvin,
         .bypass = basic_fraction<estimate>{range(0.30, 0.50, 0.60)},
         .recirculation = basic_fraction<estimate>{range(0.10, 0.20, 0.30)},
         .pressure = range(300.0, 350.0, 450.0) * pascal,
         .efficiency = basic_fraction<estimate>{range(0.38, 0.45, 0.55)},
         .variable_speed = false},
    .pump_power = basic_ratio<estimate>{range(0.012, 0.018, 0.025)},
    .rejection = condenser_only,
    .chiller = air_cooled_chiller,
    .max_rack_density = range(5.0, 10.0, 17.5) * kilowatt,
    .max_heat_flux = range(80.0, 100.0, 120.0) * (watt / square_centimetre),
    .capital = range(1.2, 1.6, 2.0) * (USD / watt),
    .upkeep = per_year(range(1.0, 3.0, 6.0) * (USD / kilowatt))};
inline constexpr sourced_field air_room_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"supply_air", {"ASHRAE TC 9.9 thermal guidelines; rooms without containment are kept cold against hot spots", "2021", confidence::low}},
    {"coil_approach", {"air-handler engineering practice", "2026-11", confidence::low}},
    {"loop_rise", {"chilled-water engineering practice", "2026-11", confidence::low}},
    {"airflow", {"open rooms, air-management surveys (Tozer et al., ASHRAE Transactions 115-1): bypass about half", "2009", confidence::low}},
    {"pump_power", {"chilled-water engineering practice", "2026-11", confidence::low}},
    {"rejection", {"condenser_only_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density",
     {"Liquid cooling datacentrum: rack-density break-evens, MP-IS; raised-floor practical limit 15 to 20 kW, Heather Technologies", "2026",
      confidence::low}},
    {"max_heat_flux", {"as air_contained", "2026-11", confidence::assumed}},
    {"capital", {"air_contained less the 20 to 40 % that containment adds, MP-IS", "2026", confidence::low}},
    {"upkeep", {"assumed: filters and belts", "2026-11", confidence::assumed}}};

inline constexpr basic_outdoor_air<estimate> air_outdoor = {
    .name = "outdoor air, evaporative",
    .supply_air = celsius(range(24.0, 27.0, 32.0)),
    .most_humid = celsius(range(20.0, 23.0, 25.0)),
    .airflow =
        {.server_rise = range(10.0, 12.0, 15.0) * kelvin,
         .bypass = basic_fraction<estimate>{range(0.02, 0.05, 0.10)},
         .recirculation = basic_fraction<estimate>{range(0.01, 0.03, 0.06)},
         .pressure = range(280.0, 350.0, 450.0) * pascal,
         .efficiency = basic_fraction<estimate>{range(0.50, 0.55, 0.62)}},
    .wetting = basic_fraction<estimate>{range(0.75, 0.85, 0.92)},
    .cycles_of_concentration = basic_ratio<estimate>{range(2.0, 4.0, 6.0)},
    .coil_approach = range(8.0, 10.0, 12.0) * kelvin,
    .chiller = air_cooled_chiller,
    .max_rack_density = range(10.0, 20.0, 30.0) * kilowatt,
    .max_heat_flux = range(80.0, 100.0, 120.0) * (watt / square_centimetre),
    .capital = range(0.9, 1.3, 1.8) * (USD / watt),
    .upkeep = per_year(range(2.0, 4.0, 7.0) * (USD / kilowatt))};
inline constexpr sourced_field air_outdoor_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"supply_air", {"ASHRAE TC 9.9 thermal guidelines, recommended to 27 C, A1 allowable to 32 C", "2021", confidence::medium}},
    {"most_humid", {"ASHRAE TC 9.9 thermal guidelines: 27 C and 60 % are a wet bulb of 21 C; class A1 allows 24 C", "2021", confidence::low}},
    {"airflow", {"closed aisles; filters and media add 50 to 100 Pa", "2026-11", confidence::low}},
    {"wetting", {"rigid media of 300 mm, manufacturers' statements", "2026-11", confidence::low}},
    {"cycles_of_concentration", {"evaporative cooling engineering practice", "2026-11", confidence::low}},
    {"coil_approach", {"direct-expansion coils, engineering practice", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density", {"between an open room's and contained aisles'", "2026-11", confidence::assumed}},
    {"max_heat_flux", {"as air_contained", "2026-11", confidence::assumed}},
    {"capital", {"assumed: no water loop, smaller chillers than air_contained", "2026-11", confidence::assumed}},
    {"upkeep", {"assumed: filters and media", "2026-11", confidence::assumed}}};

inline constexpr basic_rear_door<estimate> rear_door = {
    .name = "rear-door exchangers",
    .room_air = celsius(range(22.0, 24.0, 27.0)),
    .captured = basic_fraction<estimate>{range(0.80, 0.90, 1.00)},
    .coil_approach = range(3.0, 5.0, 7.0) * kelvin,
    .loop_rise = range(5.0, 7.0, 9.0) * kelvin,
    .door_fan_power = basic_ratio<estimate>{range(0.0, 0.010, 0.020)},
    .pump_power = basic_ratio<estimate>{range(0.010, 0.014, 0.020)},
    .rejection = dry_cooler,
    .chiller = air_cooled_chiller,
    .residual = air_contained,
    .max_rack_density = range(25.0, 50.0, 80.0) * kilowatt,
    .max_heat_flux = range(80.0, 100.0, 120.0) * (watt / square_centimetre),
    .capital = range(1.5, 2.2, 3.0) * (USD / watt),
    .upkeep = per_year(range(1.0, 3.0, 6.0) * (USD / kilowatt))};
inline constexpr sourced_field rear_door_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"room_air", {"ASHRAE TC 9.9 thermal guidelines, recommended envelope 18 to 27 C", "2021", confidence::medium}},
    {"captured", {"vendors' statements: 80 to 100 % of a rack's heat", "2026-11", confidence::low}},
    {"coil_approach", {"rear-door coils, engineering practice", "2026-11", confidence::low}},
    {"loop_rise", {"rear-door coils, engineering practice", "2026-11", confidence::low}},
    {"door_fan_power", {"passive doors none, active doors 1 to 2 %, vendors' statements", "2026-11", confidence::low}},
    {"pump_power", {"250 kPa, 65 % pump and motor, 7 K water rise", "2026-11", confidence::low}},
    {"rejection", {"dry_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"residual", {"air_contained_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density", {"25 to 40 kW, MP-IS; up to 80 kW claimed, Heather Technologies", "2026", confidence::low}},
    {"max_heat_flux", {"as air_contained", "2026-11", confidence::assumed}},
    {"capital", {"assumed: doors over contained aisles", "2026-11", confidence::assumed}},
    {"upkeep", {"assumed", "2026-11", confidence::assumed}}};

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
    .max_rack_density = range(80.0, 160.0, 230.0) * kilowatt,
    .max_heat_flux = range(150.0, 200.0, 300.0) * (watt / square_centimetre),
    .capital = range(1.0, 1.5, 2.2) * (USD / watt),
    .upkeep = per_year(range(2.0, 5.0, 10.0) * (USD / kilowatt))};
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
    {"max_rack_density", {"vendors' racks: NVL72 of 132 to 142 kW at most (HPE, Lenovo), its successor 190 to 230 kW; older break-evens stop at 80", "2026", confidence::low}},
    {"max_heat_flux", {"single-phase cold plates, engineering practice", "2026-11", confidence::assumed}},
    {"capital",
     {"distribution units at 72 USD/kW (andrewmccalip/thoughts) with piping, pumps and dry coolers; no neutral source",
      "2025-12", confidence::low}},
    {"upkeep", {"assumed: coolant, seals, filters", "2026-11", confidence::assumed}}};

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
    {"capital", {"as direct_to_chip; no neutral source", "2025-12", confidence::low}},
    {"upkeep", {"as direct_to_chip", "2026-11", confidence::assumed}}};

inline constexpr basic_direct_to_chip<estimate> direct_to_chip_adiabatic = [] {
    auto d = direct_to_chip;
    d.name = "direct to chip, single phase, adiabatic coolers";
    d.rejection = adiabatic_cooler;
    d.residual.name = "air, contained aisles, adiabatic coolers";
    d.residual.rejection = adiabatic_cooler;
    return d;
}();
inline constexpr sourced_field direct_to_chip_adiabatic_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"", {"direct_to_chip_sources of this catalog", "2026-11", confidence::low}},
    {"rejection", {"adiabatic_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"residual", {"air_contained_sources and adiabatic_cooler_sources of this catalog", "2026-11", confidence::low}}};

inline constexpr basic_two_phase_plates<estimate> direct_to_chip_two_phase = {
    .name = "direct to chip, two phases",
    .saturation = celsius(range(32.0, 40.0, 50.0)),
    .coolant =
        {.latent_heat = range(150.0, 180.0, 200.0) * (kilojoule / kilogram),
         .liquid_density = range(1150.0, 1230.0, 1300.0) * (kilogram / cubic_metre),
         .exit_quality = basic_fraction<estimate>{range(0.4, 0.6, 0.8)}},
    .pressure = range(80.0, 120.0, 200.0) * kilopascal,
    .pump_efficiency = basic_fraction<estimate>{range(0.30, 0.40, 0.50)},
    .condenser_approach = range(2.0, 3.0, 5.0) * kelvin,
    .loop_rise = range(6.0, 8.0, 10.0) * kelvin,
    .loop_pump_power = basic_ratio<estimate>{range(0.008, 0.012, 0.016)},
    .liquid_captured = basic_fraction<estimate>{range(0.70, 0.80, 0.90)},
    .rejection = dry_cooler,
    .chiller = air_cooled_chiller,
    .residual = air_contained,
    .max_rack_density = range(120.0, 200.0, 250.0) * kilowatt,
    .max_heat_flux = range(250.0, 350.0, 500.0) * (watt / square_centimetre),
    .capital = range(1.3, 2.0, 3.0) * (USD / watt),
    .upkeep = per_year(range(3.0, 8.0, 15.0) * (USD / kilowatt))};
inline constexpr sourced_field direct_to_chip_two_phase_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"saturation", {"vendors' statements: refrigerant at 30 to 50 C", "2026-11", confidence::low}},
    {"coolant", {"R1233zd(E), data sheets: 190 kJ/kg and 1,260 kg/m3 near 25 C", "2026-11", confidence::medium}},
    {"pressure", {"two-phase loops, engineering practice", "2026-11", confidence::low}},
    {"pump_efficiency", {"small sealed pumps, engineering practice", "2026-11", confidence::low}},
    {"condenser_approach", {"plate condensers, engineering practice", "2026-11", confidence::low}},
    {"loop_rise", {"liquid-cooling engineering practice", "2026-11", confidence::low}},
    {"loop_pump_power", {"250 kPa, 65 % pump and motor, 8 K rise", "2026-11", confidence::low}},
    {"liquid_captured", {"vendors' statements for cold plates on processors", "2026-11", confidence::low}},
    {"rejection", {"dry_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"residual", {"air_contained_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density", {"vendors' statements", "2026-11", confidence::low}},
    {"max_heat_flux", {"flow boiling in small channels, published experiments 200 to 500 W/cm2", "2026-11", confidence::low}},
    {"capital", {"assumed above a single phase's; no neutral source", "2026-11", confidence::assumed}},
    {"upkeep", {"assumed", "2026-11", confidence::assumed}}};

inline constexpr basic_immersion<estimate> immersion_one_phase = {
    .name = "immersion, one phase",
    .bath_supply = celsius(range(35.0, 40.0, 45.0)),
    .bath_rise = range(5.0, 8.0, 10.0) * kelvin,
    .fluid_density = range(780.0, 810.0, 850.0) * (kilogram / cubic_metre),
    .fluid_heat_capacity = range(2000.0, 2200.0, 2300.0) * (joule / (kilogram * kelvin)),
    .pressure = range(40.0, 60.0, 100.0) * kilopascal,
    .pump_efficiency = basic_fraction<estimate>{range(0.40, 0.50, 0.60)},
    .exchanger_approach = range(4.0, 5.0, 8.0) * kelvin,
    .loop_pump_power = basic_ratio<estimate>{range(0.008, 0.012, 0.016)},
    .captured = basic_fraction<estimate>{range(0.94, 0.97, 0.99)},
    .fluid =
        {.filling = range(5.0, 8.0, 12.0) * (litre / kilowatt),
         .price = range(4.0, 8.0, 15.0) * (USD / litre),
         .lost = basic_fraction<estimate>{range(0.0, 0.01, 0.03)}},
    .rejection = dry_cooler,
    .chiller = air_cooled_chiller,
    .residual = air_contained,
    .max_rack_density = range(80.0, 120.0, 150.0) * kilowatt,
    .max_heat_flux = range(50.0, 90.0, 120.0) * (watt / square_centimetre),
    .capital = range(1.3, 1.8, 2.6) * (USD / watt),
    .upkeep = per_year(range(3.0, 6.0, 12.0) * (USD / kilowatt))};
inline constexpr sourced_field immersion_one_phase_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"bath_supply", {"vendors' statements: baths at 35 to 50 C", "2026-11", confidence::low}},
    {"bath_rise", {"immersion engineering practice", "2026-11", confidence::low}},
    {"fluid_density", {"synthetic hydrocarbon fluids, data sheets", "2026-11", confidence::medium}},
    {"fluid_heat_capacity", {"synthetic hydrocarbon fluids, data sheets", "2026-11", confidence::medium}},
    {"pressure", {"immersion engineering practice", "2026-11", confidence::low}},
    {"pump_efficiency", {"immersion engineering practice", "2026-11", confidence::low}},
    {"exchanger_approach", {"plate exchangers with viscous fluids, engineering practice", "2026-11", confidence::low}},
    {"loop_pump_power", {"250 kPa, 65 % pump and motor, 8 K rise", "2026-11", confidence::low}},
    {"captured", {"assumed: walls of the tanks, and switches outside", "2026-11", confidence::assumed}},
    {"fluid", {"vendors' statements; prices are not public", "2026-11", confidence::low}},
    {"rejection", {"dry_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"residual", {"air_contained_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density", {"80 to 130 kW, MP-IS", "2026", confidence::low}},
    {"max_heat_flux", {"natural and slow forced convection with heat sinks, engineering practice", "2026-11", confidence::low}},
    {"capital", {"equal to air at 10 kW a rack, 10 to 14 % less at 20 to 40 kW, of the whole site: Schneider Electric and Iceotope", "2019", confidence::low}},
    {"upkeep", {"assumed", "2026-11", confidence::assumed}}};

inline constexpr basic_boiling_immersion<estimate> immersion_two_phase = {
    .name = "immersion, two phases",
    .boiling = celsius(range(47.0, 50.0, 61.0)),
    .condenser_approach = range(3.0, 5.0, 8.0) * kelvin,
    .loop_rise = range(6.0, 8.0, 10.0) * kelvin,
    .loop_pump_power = basic_ratio<estimate>{range(0.008, 0.012, 0.016)},
    .captured = basic_fraction<estimate>{range(0.95, 0.98, 1.00)},
    .fluid =
        {.filling = range(2.0, 4.0, 8.0) * (litre / kilowatt),
         .price = range(50.0, 90.0, 150.0) * (USD / litre),
         .lost = basic_fraction<estimate>{range(0.02, 0.05, 0.10)}},
    .rejection = dry_cooler,
    .chiller = air_cooled_chiller,
    .residual = air_contained,
    .max_rack_density = range(130.0, 250.0, 400.0) * kilowatt,
    .max_heat_flux = range(100.0, 180.0, 300.0) * (watt / square_centimetre),
    .capital = range(1.5, 2.2, 3.2) * (USD / watt),
    .upkeep = per_year(range(5.0, 10.0, 20.0) * (USD / kilowatt))};
inline constexpr sourced_field immersion_two_phase_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"boiling", {"fluoroketones and hydrofluoroethers, data sheets: 49 to 61 C", "2026-11", confidence::medium}},
    {"condenser_approach", {"immersed coils, engineering practice", "2026-11", confidence::low}},
    {"loop_rise", {"liquid-cooling engineering practice", "2026-11", confidence::low}},
    {"loop_pump_power", {"250 kPa, 65 % pump and motor, 8 K rise", "2026-11", confidence::low}},
    {"captured", {"assumed: walls of the tanks, and switches outside", "2026-11", confidence::assumed}},
    {"fluid", {"vendors' statements; several such fluids are no longer made", "2026-11", confidence::low}},
    {"rejection", {"dry_cooler_sources of this catalog", "2026-11", confidence::low}},
    {"chiller", {"air_cooled_chiller_sources of this catalog", "2026-11", confidence::low}},
    {"residual", {"air_contained_sources of this catalog", "2026-11", confidence::low}},
    {"max_rack_density", {"above 130 kW, MP-IS", "2026", confidence::low}},
    {"max_heat_flux", {"pool boiling on enhanced lids, published experiments", "2026-11", confidence::low}},
    {"capital", {"assumed above a single phase's; no neutral source", "2026-11", confidence::assumed}},
    {"upkeep", {"assumed", "2026-11", confidence::assumed}}};

} // namespace tallywatt::catalog

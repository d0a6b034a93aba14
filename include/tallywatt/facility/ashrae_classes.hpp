#pragma once
// ASHRAE's classes of IT equipment by the air it takes in, and of facility water by its supply temperature, by name.
//
//   air      A1 15-32, A2 10-35, A3 5-40, A4 5-45 C allowable, 18-27 C recommended; H1 (high density) 5-25 and 18-22 C
//            highest dew point 17 (A1, H1), 21 (A2), 24 C (A3, A4)
//   water    W17, W27, W32, W40, W45: supplied at most so warm; W+ above
//
// A class is a limit that equipment is sold for; what a technology supplies is its own field (supply_air, coolant_supply).
// Reference: ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments, 5th edition (2021).
//
//   air.supply_air = envelope_of(air_class::a1).recommended_warmest;                        // 27 C
//   water_class const w = class_of_water(plates.coolant_supply - plates.distribution_approach);   // the loop's, w32

#include <tallywatt/units/temperature.hpp>

namespace tallywatt {

enum class air_class : unsigned char { a1, a2, a3, a4, h1 };

/// What a class allows at the servers' inlets.
struct air_envelope {
    char const* name = "";
    temperature<> coldest{}, warmest{};                         ///< allowable
    temperature<> recommended_coldest{}, recommended_warmest{}; ///< for most of the time
    temperature<> highest_dew_point{};                          ///< allowable
    [[nodiscard]] constexpr bool allows(temperature<> const& inlet) const { return coldest <= inlet && inlet <= warmest; }
    [[nodiscard]] constexpr bool recommends(temperature<> const& inlet) const {
        return recommended_coldest <= inlet && inlet <= recommended_warmest;
    }
};

constexpr air_envelope envelope_of(air_class c) {
    constexpr auto cool = celsius(18.0), warm = celsius(27.0);
    constexpr air_envelope all[] = {
        {"A1", celsius(15.0), celsius(32.0), cool, warm, celsius(17.0)},
        {"A2", celsius(10.0), celsius(35.0), cool, warm, celsius(21.0)},
        {"A3", celsius(5.0), celsius(40.0), cool, warm, celsius(24.0)},
        {"A4", celsius(5.0), celsius(45.0), cool, warm, celsius(24.0)},
        {"H1", celsius(5.0), celsius(25.0), cool, celsius(22.0), celsius(17.0)}};
    return all[static_cast<unsigned char>(c)];
}

enum class water_class : unsigned char { w17, w27, w32, w40, w45, w_plus };

constexpr char const* name_of(water_class c) {
    constexpr char const* names[] = {"W17", "W27", "W32", "W40", "W45", "W+"};
    return names[static_cast<unsigned char>(c)];
}
/// The warmest water of a class with a limit (W17 to W45).
constexpr temperature<> warmest_supply(water_class c) {
    constexpr temperature<> limits[] = {celsius(17.0), celsius(27.0), celsius(32.0), celsius(40.0), celsius(45.0), celsius(45.0)};
    return limits[static_cast<unsigned char>(c)];
}
/// The coolest class that allows a supply temperature.
constexpr water_class class_of_water(temperature<> const& water) {
    constexpr temperature_difference<> rounding = 1e-9 * kelvin;
    for (water_class c : {water_class::w17, water_class::w27, water_class::w32, water_class::w40, water_class::w45})
        if (water <= warmest_supply(c) + rounding)
            return c;
    return water_class::w_plus;
}

} // namespace tallywatt

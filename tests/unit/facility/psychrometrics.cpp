#include "approx.hpp"

#include <tallywatt/facility/psychrometrics.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

TEST_CASE("psychrometrics: saturation pressures of the steam tables") {
    // IAPWS: 611.7 Pa at 0.01 C, 2,339 at 20, 4,247 at 30, 7,385 at 40 C. Magnus is within 0.4 % there.
    struct {
        double t, pascals;
    } const points[] = {{0.01, 611.7}, {20.0, 2339.0}, {30.0, 4247.0}, {40.0, 7385.0}};
    for (auto const& p : points)
        CHECK(saturation_pressure(celsius(p.t)).value * moist_air::sea_level_pascals == near(p.pascals, 4e-3));
}

TEST_CASE("psychrometrics: standard atmosphere") {
    // ICAO: 101,325 Pa at 0, 89,875 at 1,000 m, 79,495 at 2,000 m
    CHECK(standard_pressure(0.0 * metre).value == 1.0);
    CHECK(standard_pressure(1000.0 * metre).value == near(89'875.0 / 101'325.0, 1e-4));
    CHECK(standard_pressure(2000.0 * metre).value == near(79'495.0 / 101'325.0, 1e-4));
}

TEST_CASE("psychrometrics: humidity and enthalpy of saturated air (ASHRAE table at sea level)") {
    // ASHRAE Fundamentals, chapter 1, table 2: 20 C: w 0.014758, h 57.55 kJ/kg; 30 C: w 0.027329, h 99.98 (real-gas effects 0.5 %)
    ratio const sea{1.0};
    CHECK(saturation_humidity(celsius(20.0), sea).value == near(0.014758, 8e-3));
    CHECK(saturation_humidity(celsius(30.0), sea).value == near(0.027329, 8e-3));
    CHECK(saturation_enthalpy(celsius(20.0), sea).in(kilojoule / kilogram) == near(57.55, 6e-3));
    CHECK(saturation_enthalpy(celsius(30.0), sea).in(kilojoule / kilogram) == near(99.98, 6e-3));
    CHECK(saturation_humidity(celsius(20.0), ratio{0.8}).value > saturation_humidity(celsius(20.0), sea).value);
}

TEST_CASE("psychrometrics: wet bulbs") {
    // A chart at sea level: 30 C and 50 % 22.0 C (read to 0.2 K). 35 C and 20 %: h = 53.1 kJ/kg with w = 0.0070; saturated air
    // has that, and what the water brings (0.5), at 18.9 C; a psychrometer reads up to 0.3 K above adiabatic saturation.
    CHECK(std::abs(wet_bulb(celsius(30.0), fraction{0.5}).in_celsius() - 22.0) < 0.2);
    CHECK(std::abs(wet_bulb(celsius(35.0), fraction{0.2}).in_celsius() - 18.9) < 0.3);
    CHECK(std::abs(wet_bulb(celsius(20.0), fraction{1.0}).in_celsius() - 20.0) < 1e-6); // saturated
    // thin air evaporates more readily: a lower wet bulb at the same humidity
    CHECK(wet_bulb(celsius(30.0), fraction{0.2}, ratio{0.8}) < wet_bulb(celsius(30.0), fraction{0.2}));
    CHECK(dew_point(celsius(20.0), fraction{0.5}).in_celsius() == near(9.26, 2e-3)); // tables: 9.27
    CHECK(dew_point(celsius(20.0), fraction{1.0}).in_celsius() == near(20.0, 1e-12));
}

TEST_CASE("psychrometrics: Stull's fit and the equation agree within the fit's 1 K (V21)") {
    struct {
        double t, rh, stated;
    } const points[] = {{20.0, 50.0, 13.699}, {35.0, 20.0, 19.302}, {35.0, 60.0, 28.488}, {30.0, 80.0, 27.130}};
    for (auto const& p : points) {
        double const fit = wet_bulb_by_stull(celsius(p.t), fraction{0.01 * p.rh}).in_celsius();
        CHECK(std::abs(fit - p.stated) < 0.001);
        CHECK(std::abs(fit - wet_bulb(celsius(p.t), fraction{0.01 * p.rh}).in_celsius()) < 1.0);
    }
}

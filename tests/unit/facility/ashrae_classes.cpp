#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/facility/ashrae_classes.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tallywatt;

// ASHRAE TC 9.9, 5th edition, tables of equipment classes and of facility water
static_assert(envelope_of(air_class::a1).allows(celsius(32.0)) && !envelope_of(air_class::a1).allows(celsius(32.1)));
static_assert(!envelope_of(air_class::a1).allows(celsius(14.9)));
static_assert(class_of_water(celsius(32.0)) == water_class::w32);
static_assert(class_of_water(celsius(45.1)) == water_class::w_plus);

TEST_CASE("ASHRAE classes: each allows what is recommended, and A4 what A3 does, down to A1") {
    air_class const as[] = {air_class::a1, air_class::a2, air_class::a3, air_class::a4};
    for (int i = 0; i < 4; ++i) {
        auto const e = envelope_of(as[i]);
        CHECK(std::string(e.name) == "A" + std::to_string(i + 1));
        for (double t : {18.0, 22.0, 27.0}) CHECK((e.allows(celsius(t)) && e.recommends(celsius(t))));
        CHECK_FALSE(e.recommends(celsius(27.5)));
        if (i == 0) continue;
        auto const tighter = envelope_of(as[i - 1]);
        CHECK(e.allows(tighter.coldest));
        CHECK(e.allows(tighter.warmest));
        CHECK(e.warmest > tighter.warmest);
        CHECK(e.highest_dew_point >= tighter.highest_dew_point);
    }
    auto const dense = envelope_of(air_class::h1);
    CHECK(dense.recommends(celsius(22.0)));
    CHECK_FALSE(dense.recommends(celsius(24.0)));
    CHECK(dense.allows(celsius(24.0)));
    CHECK_FALSE(dense.allows(celsius(27.0)));
}

TEST_CASE("ASHRAE classes: water by its supply temperature, and what the catalog's technologies ask for") {
    CHECK(class_of_water(celsius(10.0)) == water_class::w17);
    CHECK(class_of_water(celsius(17.1)) == water_class::w27);
    CHECK(class_of_water(celsius(27.1)) == water_class::w32);
    CHECK(class_of_water(celsius(39.0)) == water_class::w40);
    CHECK(class_of_water(celsius(45.0)) == water_class::w45);
    for (water_class c : {water_class::w17, water_class::w27, water_class::w32, water_class::w40, water_class::w45}) {
        CHECK(class_of_water(warmest_supply(c)) == c);
        CHECK(std::string(name_of(c)) == "W" + std::to_string(static_cast<int>(warmest_supply(c).in_celsius() + 0.5)));
    }
    direct_to_chip const plates = catalog::direct_to_chip;
    CHECK(class_of_water(plates.coolant_supply - plates.distribution_approach) == water_class::w32);
    immersion const bath = catalog::immersion_one_phase;
    CHECK(class_of_water(bath.bath_supply - bath.exchanger_approach) == water_class::w40);
    air_cooling const room = catalog::air_contained;
    CHECK(envelope_of(air_class::a1).recommends(room.supply_air));
}

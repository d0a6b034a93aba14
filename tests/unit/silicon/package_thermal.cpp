#include "approx.hpp"

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/package_thermal.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
package one_die(double area_mm2) {
    package p;
    p.dies[0] = {.die = {.size = {10.0 * millimetre, 0.1 * area_mm2 * millimetre}}, .count = 1};
    return p;
}
// What the layers may be, as their docstrings have it; lids as wide as the carriers they cover and somewhat more.
basic_thermal_path<interval> practice() {
    auto const of = [](double low, double high) { return interval(low, high) * kelvin_square_millimetre_per_watt; };
    return {
        .die_layer = of(6.0, 7.0),
        .first_interface = of(5.0, 20.0),
        .lid = of(5.0, 8.0),
        .second_interface = of(10.0, 30.0),
        .plate = of(25.0, 75.0),
        .lid_area = interval(2'000.0, 4'000.0) * square_millimetre,
        .hot_spot = basic_ratio<interval>{interval(1.5, 3.0)}};
}
} // namespace

TEST_CASE("layers in series, by hand") {
    thermal_path const t{
        .die_layer = 6.0 * kelvin_square_millimetre_per_watt,
        .first_interface = 10.0 * kelvin_square_millimetre_per_watt,
        .lid = 5.0 * kelvin_square_millimetre_per_watt,
        .second_interface = 15.0 * kelvin_square_millimetre_per_watt,
        .plate = 60.0 * kelvin_square_millimetre_per_watt,
        .lid_area = 2'000.0 * square_millimetre,
        .hot_spot = ratio{2.5}};
    package const p = one_die(800.0);
    CHECK(junction_to_coolant(t, p).in(kelvin / watt) == near(16.0 / 800 + 80.0 / 2000, 1e-13)); // 0.06
    CHECK(mean_heat_flux(p, power<>(640.0 * watt)).in(watt / square_centimetre) == near(80.0, 1e-13));
    power<> const draw = 500.0 * watt;
    auto const coolant = celsius(30.0);
    // the mean junction 30 K above, the hottest 1.5 times the inner layers' 10 K more
    CHECK((hottest_junction(t, p, draw, coolant) - coolant).in(kelvin) == near(30.0 + 1.5 * 10.0, 1e-12));
    CHECK(power_at(t, p, celsius(75.0), coolant).in(watt) == near(500.0, 1e-12));
    // two dies share the heat of one; a die bonded under others does not face the lid
    package q = p;
    q.dies[0].count = 2;
    CHECK(junction_to_coolant(t, q).in(kelvin / watt) == near(16.0 / 1600 + 80.0 / 2000, 1e-13));
    q.dies[1] = p.dies[0];
    q.dies[0].on = 1;
    CHECK(heat_area(q).in(square_millimetre) == near(1600.0, 1e-13));
}

TEST_CASE("the layers of H100 give what is reported of it") {
    // cold plates hold a 700 W H100 at 65 to 75 C over coolant of 35 C: 0.043 to 0.057 K/W
    package const p = catalog::h100_package;
    CHECK(junction_to_coolant(thermal_path{}, p).in(kelvin / watt) > 0.043);
    CHECK(junction_to_coolant(thermal_path{}, p).in(kelvin / watt) < 0.057);
    // GB300: 1,400 W over 1,600 mm2, 36 to 49 K above the coolant in a study of its plates
    auto const r = junction_to_coolant(practice(), convert<interval>(one_die(1'600.0))).base_value;
    CHECK(r.low < 36.0 / 1'400);
    CHECK(r.high > 49.0 / 1'400);
}

TEST_CASE("the catalog's accelerators on cold plates are consistent with their packages' layers") {
    auto const consistent = [](auto const& chip) {
        INFO(chip.name);
        interval const layers = junction_to_coolant(practice(), convert<interval>(chip.package)).base_value;
        auto const& stated = chip.junction_to_coolant.base_value;
        CHECK(stated.likely >= layers.low);
        CHECK(stated.likely <= layers.high);
    };
    consistent(catalog::h100);
    consistent(catalog::h200);
    consistent(catalog::b200);
    consistent(catalog::mi300x);
}

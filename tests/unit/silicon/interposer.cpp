#include "approx.hpp"

#include <tallywatt/silicon/interposer.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

TEST_CASE("stitch boundaries count fields along x and y") {
    CHECK(stitch_boundaries({26.0 * millimetre, 33.0 * millimetre}) == 0);
    CHECK(stitch_boundaries({33.0 * millimetre, 26.0 * millimetre}) == 0);
    CHECK(stitch_boundaries({52.0 * millimetre, 33.0 * millimetre}) == 1);
    CHECK(
        stitch_boundaries({41.4 * millimetre, 41.4 * millimetre}) == 4
    ); // 2 x 2 fields, although 2.0 reticles of area
    CHECK(stitch_boundaries({53.2 * millimetre, 53.2 * millimetre}) == 7); // 3 x 2
}

TEST_CASE("yield, by hand") {
    silicon_interposer i{
        .size = {40.0 * millimetre, 40.0 * millimetre},
        .node = {.defect_density = 0.06 / square_centimetre, .clustering = 6},
        .stitch_yield = fraction{0.99}};
    CHECK(
        i.yield({.joints = 4}).value
        == near(std::pow(1 + 0.06 * 16 / 6, -6.0) * std::pow(0.99, 4.0), 1e-14)
    );
    CHECK(organic_substrate{}.yield({.joints = 4}).value == 1.0);
}

TEST_CASE("98 % at 5.5 reticles is within the range of defect densities that would give it") {
    // the claim alone, without stitching: x = 6 (0.98^(-1/6) - 1) over 47.19 cm2
    double const d = 6.0 * (std::pow(0.98, -1.0 / 6.0) - 1.0) / 47.19;
    CHECK(d == near(0.0004, 0.1)); // the claim is given to two digits
}

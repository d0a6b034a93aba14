#include <tallywatt/silicon/reticle.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr outline mm(double w, double h) { return {w * millimetre, h * millimetre}; }
} // namespace

TEST_CASE("fields of an outline, in the better orientation") {
    CHECK(exposures_of(mm(26, 33)) == exposure_grid{1, 1});
    CHECK(exposures_of(mm(33, 26)) == exposure_grid{1, 1});
    CHECK(exposures_of(mm(26.01, 33)).count() == 2);
    CHECK(exposures_of(mm(52, 33)).count() == 2);
    CHECK(exposures_of(mm(33, 52)).boundaries() == 1);
    // 41.4 mm square, two fields' area: 2 x 2 fields, 4 seams
    CHECK(exposures_of(mm(41.4, 41.4)).count() == 4);
    CHECK(exposures_of(mm(41.4, 41.4)).boundaries() == 4);
    // 40 x 60: upright 2 x 2, turned 3 x 2
    CHECK(exposures_of(mm(40, 60)) == exposure_grid{2, 2});
    CHECK(full_field.area().in(square_millimetre) == near(858.0, 1e-14));
    CHECK(high_na_field.area().in(square_millimetre) == near(429.0, 1e-14));
}

TEST_CASE("a die of 814 mm2 is one exposure, and stitched of two on a high-NA scanner") {
    CHECK(!must_stitch(mm(26, 31.3)));
    CHECK(must_stitch(mm(26, 31.3), high_na_field));
    CHECK(exposures_of(mm(26, 31.3), high_na_field).count() == 2);
    CHECK(!must_stitch(mm(26, 16.5), high_na_field));
    CHECK(!must_stitch(mm(16.5, 26), high_na_field));
}

TEST_CASE("dies in one exposure") {
    // 12 x 10 with 0.1 between: (26.1/12.1) (33.1/10.1) = 2 x 3 upright, (26.1/10.1)(33.1/12.1) = 2 x 2 turned
    CHECK(dies_per_exposure(mm(12, 10), full_field, 0.1 * millimetre) == 6);
    CHECK(dies_per_exposure(mm(10, 12), full_field, 0.1 * millimetre) == 6);
    CHECK(dies_per_exposure(mm(13, 33), full_field, 0.0 * millimetre) == 2);
    CHECK(dies_per_exposure(mm(13, 33), full_field, 0.1 * millimetre) == 1); // the street does not fit
    CHECK(dies_per_exposure(mm(27, 33), full_field, 0.1 * millimetre) == 0);
    CHECK(exposures_per_wafer(60.0, mm(12, 10), full_field, 0.1 * millimetre) == 10.0);
    CHECK(exposures_per_wafer(60.0, mm(26, 31.3), high_na_field, 0.1 * millimetre) == 120.0);
}

TEST_CASE("products on one reticle pay by area") {
    // 10 x 10 twice and 10 x 20 once, no street: half each; 400 of 858 mm2
    std::array<reticle_tenant, 2> const both{{{mm(10, 10), 2}, {mm(10, 20), 1}}};
    auto const shares = reticle_shares(both, 0.0 * millimetre);
    CHECK(shares[0].value == near(0.5, 1e-14));
    CHECK(shares[1].value == near(0.5, 1e-14));
    CHECK(reticle_fill(both, 0.0 * millimetre, full_field).value == near(400.0 / 858.0, 1e-14));
    // three with a street sum to 1
    std::array<reticle_tenant, 3> const three{{{mm(7, 9), 1}, {mm(5, 5), 4}, {mm(12, 3), 2}}};
    auto const s = reticle_shares(three, 0.1 * millimetre);
    CHECK(s[0].value + s[1].value + s[2].value == near(1.0, 1e-14));
    CHECK(s[1].value == near(4 * 5.1 * 5.1 / (7.1 * 9.1 + 4 * 5.1 * 5.1 + 2 * 12.1 * 3.1), 1e-14));
    // half of 3 M of masks over 10 wafers of 60 fields with 2 dies, half of a wafer of 12,000; 80 % good
    auto const c = shuttle_die_cost(fraction{0.5}, 2, 3.0e6 * USD, 12'000.0 * USD, 60, 10.0, fraction{0.8});
    CHECK(c.in(USD) == near(0.5 * (3.0e6 / 1200 + 12'000.0 / 120) / 0.8, 1e-14));
}

#include <tallywatt/silicon/reticle.hpp>

#include <doctest/doctest.h>

#include <cmath>

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

// nanocad-lab/CATCH, Layer.layer_cost and Layer.reticle_utilization of 2025-07-22, run with its node parameters: USD per mm2 of
// the whole wafer, share of lithography; 0.1 mm of edge, 0.13 mm of street, rows on a grid
TEST_CASE("a die's price by exposed area: CATCH's layers by node, area and aspect") {
    struct row {
        double per_mm2, lithography, area, aspect, fill, cost;
    };
    constexpr row rows[] = {
        {0.25024, 0.30, 100, 1, 0.9324009324009324, 28.372286472593032},
        {0.29461, 0.35, 100, 1, 0.9324009324009324, 33.52147863327265},
        {0.132219, 0.27, 400, 1, 0.9324009324009324, 64.38485494682728},
        {0.132219, 0.27, 429, 1, 1.0, 67.72471289103079}, // two of them fill the field
        {0.084769, 0.25, 500, 1, 0.5827505827505828, 60.380595800363196},
        {0.05636207, 0.25, 800, 1, 0.9324009324009324, 57.94585661481473},
        {0.033497, 0.15, 858, 1.2, 1.0, 36.42712930983368},
        {0.032171, 0.15, 1000, 1, 0.5827505827505828, 44.96902211901491}, // stitched of two fields
        {0.25024, 0.30, 1716, 1, 1.0, 552.7632273991242},
        {0.25024, 0.30, 2000, 1, 0.777000777000777, 800.4748550375849},
        {0.29461, 0.35, 25, 2.0, 0.9906759906759907, 8.158279168891939},
        {0.132219, 0.27, 64, 0.5, 0.9696969696969697, 9.481757888867952}};
    wafer const disc{.edge_exclusion = 0.1 * millimetre, .street = 0.13 * millimetre};
    for (auto const& r : rows) {
        INFO(r.area << " mm2");
        outline const die = mm(std::sqrt(r.area * r.aspect), std::sqrt(r.area / r.aspect));
        ratio const fill = exposure_fill(r.area * square_millimetre);
        CHECK(fill.value == near(r.fill, 1e-12));
        money<> const price = r.per_mm2 * disc.area().in(square_millimetre) * USD;
        int const n = dies_per_wafer(disc, die, packing::symmetric_grid);
        CHECK(exposed_die_cost(price, n, fraction{r.lithography}, fill).in(USD) == near(r.cost, 1e-12));
    }
    // free rows: 154 of 400 mm2
    money<> const n7 = 0.132219 * disc.area().in(square_millimetre) * USD;
    int const rows_of_400 = dies_per_wafer(disc, mm(20, 20), packing::symmetric_rows);
    CHECK(exposed_die_cost(n7, rows_of_400, fraction{0.27}, exposure_fill(400.0 * square_millimetre)).in(USD) == near(61.876354104743086, 1e-12));
    // a half field of 429 mm2: 800 mm2 take two
    CHECK(exposure_fill(800.0 * square_millimetre, high_na_field).value == near(800.0 / 858.0, 1e-12));
    // nothing of the price is lithography's: the fill does not matter
    CHECK(exposed_die_cost(100.0 * USD, 4.0, fraction{0.0}, ratio{0.5}).in(USD) == near(25.0, 1e-14));
}

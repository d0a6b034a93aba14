#include <tallywatt/silicon/shoreline.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr outline stack{11.0 * millimetre, 11.0 * millimetre};
int beside(double reticles) { return hbm_sites(square_carrier(reticles), stack); }
} // namespace

TEST_CASE("stacks by hand") {
    // (33.2 + 0.1)/11.1 = 3.0 stacks on each of two edges; a tenth of a millimetre less, and one falls off
    CHECK(hbm_sites({40.0 * millimetre, 33.2 * millimetre}, stack) == 6);
    CHECK(hbm_sites({40.0 * millimetre, 33.1 * millimetre}, stack) == 4);
    CHECK(hbm_sites({40.0 * millimetre, 33.2 * millimetre}, stack, {.margin = 0.1 * millimetre}) == 4);
    CHECK(hbm_sites({40.0 * millimetre, 10.0 * millimetre}, stack) == 0);
    // four edges: 40 - 22 = 18 mm between the columns take one stack above and one below
    CHECK(hbm_sites({40.0 * millimetre, 33.2 * millimetre}, stack, {.edges = 4}) == 8);
    CHECK(width_for_logic({40.0 * millimetre, 33.2 * millimetre}, stack).in(millimetre) == near(18.0, 1e-12));
}

TEST_CASE("published packages: stacks by size of carrier") {
    // TSMC's roadmap: 6 stacks on 2 reticles (2020), 8 on 3 and 3.3 (2021, 2023), 12 on 5.5 (2026), 12 or more on 9.5 (2027)
    CHECK(beside(2.0) == 6);
    CHECK(beside(3.0) == 8);
    CHECK(beside(3.3) == 8);
    CHECK(beside(5.5) == 12);
    CHECK(beside(9.5) >= 12);
    // 14 reticles carry 20 to 24 stacks (2029): more than two edges hold, fewer than four
    CHECK(beside(14.0) < 20);
    CHECK(hbm_sites(square_carrier(14.0), stack, {.edges = 4}) > 24);
    CHECK(square_carrier(3.3).area().in(square_millimetre) == near(3.3 * 858.0, 1e-12));
}

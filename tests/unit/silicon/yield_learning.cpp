#include <tallywatt/silicon/yield_learning.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto per_cm2 = 1.0 / square_centimetre;
constexpr yield_learning n7{.start = 0.3 * per_cm2, .floor = 0.07 * per_cm2, .time_constant = 0.33 * year};
} // namespace

TEST_CASE("learning starts at the start, ends at the floor, and has 1/e left after its time constant") {
    CHECK(n7.density(0.0 * year).in(per_cm2) == near(0.3, 1e-14));
    CHECK(n7.density(20.0 * year).in(per_cm2) == near(0.07, 1e-12));
    CHECK(n7.density(0.33 * year).in(per_cm2) == near(0.07 + 0.23 * std::exp(-1.0), 1e-13));
    // the opening's example
    CHECK(n7.density(0.75 * year).in(per_cm2) == near(0.0937, 1e-3)); // three digits
}

TEST_CASE("the mean over a run is the integral's; a density is reached when the way back says") {
    double sum = 0.0;
    for (int i = 0; i < 1000; ++i)
        sum += n7.density((0.2 + 0.0008 * (i + 0.5)) * year).in(per_cm2) / 1000;
    CHECK(n7.mean_density(0.2 * year, 1.0 * year).in(per_cm2) == near(sum, 1e-6)); // midpoint rule
    auto const t = n7.time_to_density(0.1 * per_cm2);
    CHECK(n7.density(t).in(per_cm2) == near(0.1, 1e-13));
}

TEST_CASE("a floor above the start is invalid") {
    CHECK_THROWS_WITH_AS(
        check(yield_learning{.start = 0.1 * per_cm2, .floor = 0.2 * per_cm2}), "yield_learning.floor: above the start",
        invalid_input
    );
    CHECK_NOTHROW(check(n7));
}

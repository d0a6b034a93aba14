#include "approx.hpp"

#include <tallywatt/silicon/harvest.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {
// Independent: the sum as it is written, each term by logarithms.
double by_logarithms(int units, int needed, double share, double x) {
    double const w = x * share / units, p = -std::expm1(-w);
    double sum = 0.0;
    for (int k = 0; k <= units - needed; ++k)
        sum += std::exp(
            std::lgamma(units + 1) - std::lgamma(k + 1) - std::lgamma(units - k + 1) + k * std::log(p) - (units - k) * w
        );
    return std::exp(-x * (1 - share)) * sum;
}
} // namespace

TEST_CASE("GH100 with 132 of 144 multiprocessors at 0.1 per cm2") {
    CHECK(
        std::abs(harvested_yield<double>({144, 132}, fraction{0.6}, 0.814, 0).value - 0.722094) < 6e-7
    ); // published to six decimals
    CHECK(std::abs(harvested_yield_averaged({144, 132}, fraction{0.6}, 0.814, 2).value - 0.739588) < 5e-6);
    CHECK(std::abs(harvested_yield<double>({144, 132}, fraction{0.6}, 0.814, 2).value - 0.739588) < 5e-6);
}

TEST_CASE("the sum agrees with its terms by logarithms") {
    for (double const x : {0.01, 0.2, 0.814, 3.0})
        for (auto const& h : {harvest{144, 132}, harvest{40, 38}, harvest{80, 74}, harvest{8, 1}})
            // lgamma loses some 1e-13 at these sizes
            CHECK(
                harvested_yield<double>(h, fraction{0.6}, x, 0).value
                == near(by_logarithms(h.units, h.needed, 0.6, x), 1e-11)
            );
}

TEST_CASE("nothing harvested, nothing needed") {
    CHECK(
        harvested_yield<double>({0, 0}, fraction{0.6}, 0.814, 10).value
        == near(std::pow(1.0814, -10.0), 1e-14)
    );
    CHECK(
        harvested_yield<double>({144, 144}, fraction{0.6}, 0.814, 0).value
        == near(std::exp(-0.814), 1e-14)
    );
    CHECK(harvested_yield<double>({16, 0}, fraction{1.0}, 0.814, 0).value == near(1.0, 1e-14));
}

TEST_CASE("taking the units at the mean density stays within half a per cent in its stated range") {
    for (int const a : {2, 3, 10})
        for (auto const& h : {harvest{144, 132}, harvest{80, 74}, harvest{40, 38}}) {
            double const densest = 0.25 * h.spares() / 0.6; // a quarter as many faulty units as spares
            for (double const x : {0.2 * densest, densest}) {
                INFO(h.units << " units, a = " << a << ", x = " << x);
                double const averaged = harvested_yield_averaged(h, fraction{0.6}, x, a).value;
                CHECK(std::abs(harvested_yield<double>(h, fraction{0.6}, x, a).value - averaged) < 0.005 * averaged);
            }
        }
}

TEST_CASE("more units needed than there are is invalid") {
    CHECK_THROWS_WITH_AS(check(harvest{8, 9}), "harvest.needed: more than the 8 units there are", invalid_input);
    CHECK_NOTHROW(check(harvest{8, 8}));
}

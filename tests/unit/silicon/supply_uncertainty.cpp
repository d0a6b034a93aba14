#include <tallywatt/number.hpp>
#include <tallywatt/silicon/supply_uncertainty.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "approx.hpp"

using namespace tallywatt;

namespace {
supply_ranges two_alike() {
    supply_ranges r;
    r.asked[0] = r.asked[4] = true;
    r.by_input[0] = r.by_input[4] = {0.0, 0.0, 1.0}; // P(x above t) = (1 - t)^2
    return r;
}
double quantile(supply_ranges const& r, double q, supply_correlation how) {
    return supply_quantile(r, q, how).base_value;
}
} // namespace

TEST_CASE("two inputs alike, in closed form") {
    // fully correlated: 1 - (1 - t)^2 = q; independent: 1 - (1 - t)^4 = q
    for (double q : {0.05, 0.1, 0.5, 0.9, 0.95}) {
        CHECK(quantile(two_alike(), q, supply_correlation::full) == near(1.0 - std::sqrt(1.0 - q), 1e-12));
        CHECK(quantile(two_alike(), q, supply_correlation::independent) == near(1.0 - std::pow(1.0 - q, 0.25), 1e-12));
    }
    // of two alike each binds half the time; 2,000 steps leave a millionth
    CHECK(probability_of_binding(two_alike(), industry_input::wafers_0) == near(0.5, 1e-6));
    CHECK(probability_of_binding(two_alike(), industry_input::hbm) == 0.0);
}

TEST_CASE("an input that is ample changes nothing") {
    auto r = two_alike();
    r.by_input[4] = {5.0, 6.0, 7.0};
    for (double q : {0.1, 0.5, 0.9})
        CHECK(quantile(r, q, supply_correlation::independent) == near(quantile(r, q, supply_correlation::full), 1e-12));
    CHECK(probability_of_binding(r, industry_input::wafers_0) == near(1.0, 1e-12));
    CHECK(probability_of_binding(r, industry_input::carrier_wafers) == 0.0);
}

TEST_CASE("draws at random give the same quantiles") {
    supply_ranges r;
    r.asked[0] = r.asked[4] = r.asked[5] = true;
    r.by_input[0] = {2.0, 5.0, 6.0};
    r.by_input[4] = {3.0, 4.0, 7.0};
    r.by_input[5] = {1.0, 6.0, 9.0};
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    int const draws = 200'000;
    for (double q : {0.1, 0.5, 0.9}) {
        double const x = quantile(r, q, supply_correlation::independent);
        int below = 0, first = 0;
        for (int n = 0; n < draws; ++n) {
            double const a = r.by_input[0].sample(uniform(random)), b = r.by_input[4].sample(uniform(random)),
                         c = r.by_input[5].sample(uniform(random));
            below += std::fmin(a, std::fmin(b, c)) <= x;
            first += a < b && a < c;
        }
        // four standard deviations of a share of 200,000 draws: 0.0045 at most
        CHECK(std::abs(static_cast<double>(below) / draws - q) < 0.0045);
        CHECK(
            std::abs(static_cast<double>(first) / draws - probability_of_binding(r, industry_input::wafers_0)) < 0.0045
        );
    }
}

TEST_CASE("known inputs have no spread; none are no limit") {
    supply_ranges r;
    CHECK(std::isinf(quantile(r, 0.5, supply_correlation::independent)));
    CHECK(std::isinf(quantile(r, 0.5, supply_correlation::full)));
    r.asked[5] = r.asked[4] = true;
    r.by_input[5] = {3.0, 3.0, 3.0};
    r.by_input[4] = {8.0, 8.0, 8.0};
    for (auto how : {supply_correlation::independent, supply_correlation::full})
        for (double q : {0.01, 0.5, 0.99})
            CHECK(quantile(r, q, how) == near(3.0, 1e-12));
}

TEST_CASE("ranges of a bound") {
    constexpr accelerator_needs need{.wafers = {{1.0 / 10.0 / accelerator_unit}}};
    input_amounts a;
    a.wafers[0] = 100.0;
    a.stated[0] = true;
    auto wide = convert<interval>(a);
    wide.wafers[0] = interval(80.0, 130.0);
    auto const r = ranges_of(allowed(a, need), allowed(wide, convert<interval>(need)));
    CHECK(r.asked[0]);
    CHECK(r.by_input[0].low == near(800.0, 1e-12));
    CHECK(r.by_input[0].likely == near(1000.0, 1e-12));
    CHECK(r.by_input[0].high == near(1300.0, 1e-12));
}

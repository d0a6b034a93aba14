#include <tallywatt/silicon/binning.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
double enough(int needed, double x, int a) { return harvested_yield<double>({144, needed}, fraction{0.6}, x, a).value; }
} // namespace

TEST_CASE("bins by units share the dies among them") {
    std::array<product_bin, 3> const bins{
        {{"full", 144, fraction{1.0}, 40e3 * USD},
         {"main", 132, fraction{1.0}, 25e3 * USD},
         {"small", 114, fraction{1.0}, 12e3 * USD}}};
    double const x = 3.0;
    auto const s = bin_shares(bins, 144, fraction{0.6}, x, 2);
    CHECK(s[0].value == near(enough(144, x, 2), 1e-13));
    CHECK(s[1].value == near(enough(132, x, 2) - enough(144, x, 2), 1e-12));
    CHECK(s[2].value == near(enough(114, x, 2) - enough(132, x, 2), 1e-9)); // a small difference
    CHECK(s[0].value + s[1].value + s[2].value == near(enough(114, x, 2), 1e-12));
    double const revenue = s[0].value * 40e3 + s[1].value * 25e3 + s[2].value * 12e3;
    CHECK(revenue_per_wafer(bins, s, 60.0).in(USD) == near(60.0 * revenue, 1e-13));
    // by sales value: one margin for all, and all of the cost is charged
    auto const c = cost_by_sales_value(bins, s, 250.0 * USD);
    double charged = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(c[i] / bins[i].price == near(250.0 / revenue, 1e-13));
        charged += c[i].in(USD)*s[i].value;
    }
    CHECK(charged == near(250.0, 1e-13));
}

TEST_CASE("speed: a die too slow for one bin goes to a later one") {
    // two full-unit bins by speed, and one of fewer units that takes any speed; by hand with q1 = P(144), q2 = P(132..143)
    std::array<product_bin, 3> const bins{
        {{"fast", 144, fraction{0.3}, 50e3 * USD},
         {"full", 144, fraction{0.8}, 40e3 * USD},
         {"main", 132, fraction{0.9}, 25e3 * USD}}};
    double const x = 0.814, q1 = enough(144, x, 0), q2 = enough(132, x, 0) - q1;
    auto const s = bin_shares(bins, 144, fraction{0.6}, x, 0);
    CHECK(s[0].value == near(0.3 * q1, 1e-13));
    CHECK(s[1].value == near(0.5 * q1, 1e-13));
    CHECK(s[2].value == near(0.1 * q1 + 0.9 * q2, 1e-12));
    CHECK(s[0].value + s[1].value + s[2].value <= enough(132, x, 0));
}

TEST_CASE("bins out of order are invalid") {
    std::array<product_bin, 2> const bins{{{.needed = 114}, {.needed = 132}}};
    CHECK_THROWS_WITH_AS(check(bins, 144), "product_bin.needed: more than the 114 of the bin before it", invalid_input);
    CHECK_THROWS_AS(check(std::array<product_bin, 1>{{{.needed = 150}}}, 144), invalid_input);
}

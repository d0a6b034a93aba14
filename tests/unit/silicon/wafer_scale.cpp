#include <tallywatt/silicon/wafer_scale.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto d0 = 0.1 / square_centimetre;
// P(K <= most), K binomial, by logarithms
double at_most(int n, int most, double p) {
    double sum = 0.0;
    for (int k = 0; k <= most; ++k)
        sum += std::exp(
            std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) + k * std::log(p)
            + (n - k) * std::log1p(-p)
        );
    return sum;
}
} // namespace

TEST_CASE("WSE-3: 900,000 of some 970,000 cores; without spares no wafer would do") {
    wafer_scale wse{.cores = 970'000, .needed = 900'000};
    CHECK(wafer_scale_yield(wse, d0).value == near(1.0, 1e-9)); // 46 faulty cores expected, 70,000 spare
    wse.needed = 970'000;
    CHECK(wafer_scale_yield(wse, d0).value == near(std::exp(-46.225), 1e-9));
    // what is not a core must be clean: 7 % of the area leave exp(-3.236)
    wse = {.cores = 970'000, .needed = 900'000, .core_share = fraction{0.93}};
    CHECK(wafer_scale_yield(wse, d0).value == near(std::exp(-0.07 * 46.225), 1e-9));
    CHECK(wafer_scale_cost(17e3 * USD, 1e3 * USD, fraction{0.5}).in(USD) == near(36e3, 1e-14));
}

TEST_CASE("as many spares as faults are expected: half of the wafers") {
    wafer_scale const wse{.cores = 970'000, .needed = 970'000 - 46};
    double const p = -std::expm1(-46.225 / 970'000);
    CHECK(
        wafer_scale_yield(wse, d0).value == near(at_most(970'000, 46, p), 1e-7)
    ); // lgamma at a million loses nine digits
}

TEST_CASE("rows with spares of their own, and spare rows") {
    wafer_scale rows{.rows = 500, .rows_needed = 500, .cores = 1000, .needed = 998};
    double const p = -std::expm1(-46.225 / 500'000), row = at_most(1000, 2, p);
    CHECK(wafer_scale_yield(rows, d0).value == near(std::pow(row, 500), 1e-9));
    rows.rows_needed = 498;
    rows.needed = 1000;
    double const clean = std::exp(-46.225 / 500);
    CHECK(wafer_scale_yield(rows, d0).value == near(at_most(500, 2, 1 - clean), 1e-9));
}

TEST_CASE("more cores needed than there are is invalid") {
    CHECK_THROWS_AS(check(wafer_scale{.cores = 10, .needed = 11}), invalid_input);
    CHECK_THROWS_AS(check(wafer_scale{.rows = 2, .rows_needed = 3}), invalid_input);
    CHECK_NOTHROW(check(wafer_scale{}));
}

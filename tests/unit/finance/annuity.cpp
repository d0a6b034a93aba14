#include "approx.hpp"

#include <tallywatt/finance/annuity.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

TEST_CASE("capital recovery factors of PyPSA") {
    struct row {
        double rate;
        int years;
        double crf;
    };
    for (auto const& r :
         {row{0.07, 25, 0.0858105172206656}, row{0.0, 20, 0.05}, row{-0.02, 20, 0.04016991474074716},
          row{0.05, 20, 0.08024258719069129}, row{0.08, 12, 0.1326950169244695}})
        CHECK(std::abs(capital_recovery_factor(discount_rate{r.rate}, r.years).in(1.0 / year) / r.crf - 1.0) < 1e-12);
}

TEST_CASE("present worth factors with escalation of REopt") {
    // printed to five digits after the point
    CHECK(std::abs(present_worth_factor(discount_rate{0.0624}, growth_rate{0.0166}, 25).in(year)-14.82026) < 5e-6);
    CHECK(std::abs(present_worth_factor(discount_rate{0.0624}, growth_rate{0.025}, 25).in(year)-16.21855) < 5e-6);
}

TEST_CASE("factors are each other's inverse, and there is no pole at zero") {
    discount_rate const r{0.0768};
    CHECK(capital_recovery_factor(r, 14) * present_worth_factor(r, 14) == near(1.0, 1e-15));
    CHECK(present_worth_factor(discount_rate{0.0}, 14).in(year) == 14.0);
    CHECK(capital_recovery_factor(discount_rate{1e-14}, 14).in(1.0 / year) == near(1.0 / 14, 1e-13));
    CHECK(capital_recovery_factor(r, 1).in(1.0 / year) == near(1.0768, 1e-15));
}

TEST_CASE("discount factors") {
    CHECK(discount_factor(discount_rate{0.25}).value == near(0.8, 1e-12));
    CHECK(discount_factor(discount_rate{0.25}, 3).value == near(0.512, 1e-12));
    CHECK(discount_factor(nominal_discount_rate{0.25}, 3).value == near(0.512, 1e-12));
}

TEST_CASE("factors are constant expressions and carry their units") {
    constexpr money_rate<> yearly = (1e6 * USD) * capital_recovery_factor(discount_rate{0.0}, 20);
    static_assert(yearly.in(USD / year) > 49'999.0 && yearly.in(USD / year) < 50'001.0);
    constexpr money<> worth = (50'000.0 * USD / year) * present_worth_factor(discount_rate{0.0}, 20);
    static_assert(worth.in(USD) > 999'999.0 && worth.in(USD) < 1'000'001.0);
}

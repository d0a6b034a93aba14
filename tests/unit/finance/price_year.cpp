#include "approx.hpp"

#include <tallywatt/finance/price_year.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("prices of two years do not add until one is brought to the other") {
    money_of_year<> const old{1'000.0 * USD, 2019}, recent{500.0 * USD, 2021};
    CHECK_THROWS_WITH_AS(
        old + recent, "money_of_year: prices of 2019 and of 2021 do not add: bring them to one year first",
        invalid_input
    );
    CHECK_THROWS_AS(recent - old, invalid_input);
    auto const sum = in_prices_of(2021, old, inflation_rate{0.1}) + recent;
    CHECK(sum.amount.in(USD) == near(1'710.0, 1e-12));
    CHECK(sum.year == 2021);
    CHECK((recent - recent).amount.in(USD) == 0.0);
}

TEST_CASE("backwards, and by an index") {
    money_of_year<> const m{1'210.0 * USD, 2021};
    CHECK(in_prices_of(2019, m, inflation_rate{0.1}).amount.in(USD) == near(1'000.0, 1e-12));
    CHECK(in_prices_of(2025, m, ratio{110.0}, ratio{132.0}).amount.in(USD) == near(1'452.0, 1e-12));
}

TEST_CASE("sums within a year are constant expressions") {
    constexpr auto sum = money_of_year<>{1.0 * USD, 2025} + money_of_year<>{2.0 * USD, 2025};
    static_assert(sum.amount == 3.0 * USD && sum.year == 2025);
}

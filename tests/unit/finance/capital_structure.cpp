#include "approx.hpp"

#include <tallywatt/finance/capital_structure.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("Lazard's case is the default rate of finance") {
    CHECK(capital_structure{}.nominal().value == near(0.0768, 1e-13));
    CHECK(capital_structure{}.real().value == near(finance{}.discount.value, 1e-12));
}

TEST_CASE("cost of capital, by hand") {
    // half at 10 %, half at 6 % less a quarter: 5 + 2.25; less 3 % inflation
    capital_structure const c{
        .equity = fraction{0.5},
        .cost_of_equity = nominal_discount_rate{0.10},
        .cost_of_debt = nominal_discount_rate{0.06},
        .tax = fraction{0.25},
        .inflation = inflation_rate{0.03}};
    CHECK(c.nominal().value == near(0.0725, 1e-12));
    CHECK(c.real().value == near(1.0725 / 1.03 - 1.0, 1e-12));
}

TEST_CASE("a share above one is named") {
    CHECK_THROWS_WITH_AS(
        validate(capital_structure{.equity = fraction{1.2}}), "capital_structure.equity: 1.2 is above 1", invalid_input
    );
}

#include <tallywatt/finance/construction.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("interest during construction, by hand") {
    CHECK(construction_interest(discount_rate{0.1}, 0).value == 1.0);
    // one month: half a month's growth
    CHECK(construction_interest(discount_rate{0.1}, 1).value == near(std::pow(1.1, 1.0 / 24.0), 1e-13));
    // three months at 1.2: months' middles 1/24, 3/24, 5/24 years before operation
    double const by_hand = (std::pow(1.2, 1.0 / 24.0) + std::pow(1.2, 3.0 / 24.0) + std::pow(1.2, 5.0 / 24.0)) / 3.0;
    CHECK(construction_interest(discount_rate{0.2}, 3).value == near(by_hand, 1e-13));
    CHECK(construction_interest(discount_rate{0.0}, 36).value == near(1.0, 1e-13));
}

TEST_CASE("two years at 7 % are about one year's interest") {
    // the continuous form (1.07^2 - 1)/(2 ln 1.07); months differ from it by less than 1e-5
    double const continuous = (1.07 * 1.07 - 1.0) / (2.0 * std::log(1.07));
    CHECK(construction_interest(discount_rate{0.07}, 24).value == near(continuous, 1e-5));
}

TEST_CASE("it is what the payments of construction are worth") {
    payments<> p;
    p.months = 18;
    for (std::size_t j = 0; j < 18; ++j)
        p.before[j] = 1.0 / 18.0 * USD;
    CHECK(
        net_present_value(p, discount_rate{0.07}).in(USD)
        == near(construction_interest(discount_rate{0.07}, 18).value, 1e-13)
    );
}

TEST_CASE("spending that is not even") {
    // a fifth, then the rest in the month before operation, at 1.2: middles 3/24 and 1/24 years before it
    double const shares[] = {0.8, 0.2};
    CHECK(
        construction_interest(discount_rate{0.2}, shares).value
        == near(0.8 * std::pow(1.2, 1.0 / 24.0) + 0.2 * std::pow(1.2, 3.0 / 24.0), 1e-13)
    );
    double const even[] = {0.25, 0.25, 0.25, 0.25};
    CHECK(
        construction_interest(discount_rate{0.07}, even).value
        == near(construction_interest(discount_rate{0.07}, 4).value, 1e-13)
    );
}

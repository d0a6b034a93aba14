#include <tallywatt/finance/payments.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "approx.hpp"

using namespace tallywatt;

namespace {
payments<> of(std::initializer_list<double> yearly) {
    payments<> p;
    p.years = static_cast<int>(yearly.size()) - 1;
    std::size_t k = 0;
    for (double x : yearly)
        p.at[k++] = x * USD;
    return p;
}
} // namespace

TEST_CASE("net present value, by hand at 25 %: -100, 60, 60") {
    // 60/1.25 + 60/1.5625 = 48 + 38.4
    CHECK(net_present_value(of({-100.0, 60.0, 60.0}), discount_rate{0.25}).in(USD) == near(-13.6, 1e-12));
    CHECK(net_present_value(of({-100.0, 60.0, 60.0}), discount_rate{0.0}).in(USD) == near(20.0, 1e-12));
}

TEST_CASE("rate of return: the quadratic's root") {
    // 100 x^2 = 60 x + 60 with x = 1 + r: x = 0.3 + sqrt(0.09 + 0.6)
    auto const r = rate_of_return(of({-100.0, 60.0, 60.0}));
    CHECK(r.value == near(std::sqrt(0.69) - 0.7, 1e-12));
    // a borrower's flows have the same rate
    CHECK(rate_of_return(of({100.0, -60.0, -60.0})).value == near(r.value, 1e-12));
    // a loss: 100 back to 40 in two years
    CHECK(rate_of_return(of({-100.0, 0.0, 40.0})).value == near(std::sqrt(0.4) - 1.0, 1e-12));
}

TEST_CASE("construction: two halves a month and two months before operation, at mid-month") {
    payments<> p = of({0.0, 110.0});
    p.months = 2;
    p.before[0] = p.before[1] = -50.0 * USD;
    // at 10 %: -50 (1.1^(1/24) + 1.1^(3/24)) + 100
    double const by_hand = 100.0 - 50.0 * (std::pow(1.1, 1.0 / 24.0) + std::pow(1.1, 3.0 / 24.0));
    // what is left of 100 after 100.8 is taken from it: fourteen digits of 100 are twelve of the difference
    CHECK(net_present_value(p, discount_rate{0.1}).in(USD) == near(by_hand, 1e-11));
    auto const r = rate_of_return(p);
    CHECK(within(0.0, 1e-9) == net_present_value(p, r).in(USD));
    CHECK(r.value < 0.1);
}

TEST_CASE("two changes of sign have two rates, or none, and are reported") {
    // -100, 230, -132: (x - 1.1)(x - 1.2) = 0
    auto const two = rates_of_return(of({-100.0, 230.0, -132.0}));
    CHECK(two.sign_changes == 2);
    REQUIRE(two.count == 2);
    CHECK_FALSE(two.unique());
    CHECK(two.rate[0] == near(0.1, 1e-10));
    CHECK(two.rate[1] == near(0.2, 1e-10));
    auto const none = rates_of_return(of({-100.0, 150.0, -100.0})); // discriminant 1.5^2 - 4 < 0
    CHECK(none.sign_changes == 2);
    CHECK(none.count == 0);
    auto const one = rates_of_return(of({-100.0, 60.0, 60.0}));
    CHECK(one.unique());
    CHECK(one.sign_changes == 1);
    CHECK(one.rate[0] == near(rate_of_return(of({-100.0, 60.0, 60.0})).value, 1e-12));
    CHECK(rates_of_return(of({10.0, 0.0, 20.0})).sign_changes == 0);
}

TEST_CASE("payback, by hand") {
    // after one year 40 of 100 are open, two thirds of the second's 60
    CHECK(payback(of({-100.0, 60.0, 60.0})).in(year) == near(1.0 + 2.0 / 3.0, 1e-12));
    // at 10 %: 54.5454.., then 49.5867..: 45.4545../49.5867.. of the second
    CHECK(
        payback(of({-100.0, 60.0, 60.0}), discount_rate{0.1}).in(year)
        == near(1.0 + (100.0 - 60.0 / 1.1) / (60.0 / 1.21), 1e-12)
    );
    CHECK(payback(of({-100.0, 60.0, 39.0})).in(year) == std::numeric_limits<double>::infinity());
    // a later replacement does not open it again
    CHECK(payback(of({-100.0, 120.0, -90.0, 100.0})).in(year) == near(100.0 / 120.0, 1e-12));
    CHECK(payback(of({10.0, 1.0})).in(year) == 0.0);
}

TEST_CASE("sums and turns of payments") {
    auto const a = of({-100.0, 60.0, 60.0}), b = of({-10.0, 5.0});
    auto const sum = a + b;
    CHECK(sum.years == 2);
    CHECK(sum.at[1].in(USD) == 65.0);
    CHECK((-a).at[0].in(USD) == 100.0);
    CHECK(
        net_present_value(sum, discount_rate{0.1}).in(USD)
        == near(
            net_present_value(a, discount_rate{0.1}).in(USD) + net_present_value(b, discount_rate{0.1}).in(USD), 1e-12
        )
    );
}

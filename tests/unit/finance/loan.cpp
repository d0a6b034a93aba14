#include <tallywatt/finance/loan.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("level payments") {
    // by hand: 100 in two payments at 10 % a period: 100 * 0.1 * 1.21/0.21
    CHECK(level_payment(100.0 * USD, nominal_discount_rate{0.1}, 2, 1).in(USD) == near(12.1 / 0.21, 1e-12));
    CHECK(level_payment(120.0 * USD, nominal_discount_rate{0.0}, 12).in(USD) == near(10.0, 1e-12));
}

TEST_CASE("The Datacenter as a Computer: 10 USD/W over 12 years at 8 %, and a server of 7,700 USD over 3") {
    // published as amortisation 0.069444 and interest 0.038801 USD/W-month; the server's 0.629085 and 0.080592 at 340 W
    CHECK(level_payment(10.0 * USD, nominal_discount_rate{0.08}, 144).in(USD) == within(0.069444 + 0.038801, 1e-6));
    CHECK(
        level_payment(7'700.0 / 340.0 * USD, nominal_discount_rate{0.08}, 36).in(USD)
        == within(0.629085 + 0.080592, 1.5e-6)
    );
}

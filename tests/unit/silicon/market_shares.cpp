#include <tallywatt/silicon/market_shares.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("a share by name; an unknown one is no zero") {
    market_shares const s{.name = "two", .of = {{{"one", fraction{0.7}}, {"two", fraction{0.2}}}}};
    REQUIRE(s.find("one").has_value());
    CHECK(s.find("one")->value == 0.7);
    CHECK_FALSE(s.find("three").has_value());
    CHECK_FALSE(s.find("").has_value());
    CHECK(s.listed() == near(0.9, 1e-15));
    CHECK_NOTHROW(check(s));
}

TEST_CASE("more than all there is is refused, a list's rounding is not") {
    CHECK_NOTHROW(check(market_shares{.of = {{{"one", fraction{0.5}}, {"two", fraction{0.51}}}}}));
    CHECK_THROWS_AS(check(market_shares{.of = {{{"one", fraction{0.6}}, {"two", fraction{0.5}}}}}), invalid_input);
}

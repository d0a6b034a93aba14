#include <tallywatt/catalog/residuals.hpp>
#include <tallywatt/finance/residual.hpp>
#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("between whole years a residual is straight, beyond eight it stays") {
    residual_curve const c{
        .share = {
            fraction{1.0}, fraction{0.6}, fraction{0.4}, fraction{0.3}, fraction{0.2}, fraction{0.15}, fraction{0.1},
            fraction{0.08}, fraction{0.05}}};
    CHECK(residual_at(c, 0.0 * year).value == 1.0);
    CHECK(residual_at(c, 1.0 * year).value == near(0.6, 1e-13));
    CHECK(residual_at(c, 1.5 * year).value == near(0.5, 1e-13));
    CHECK(residual_at(c, 8.0 * year).value == near(0.05, 1e-13));
    CHECK(residual_at(c, 30.0 * year).value == near(0.05, 1e-13));
}

TEST_CASE("Epoch's decline: 0.14 orders of magnitude a year leave 52 % after two years") {
    CHECK(declining_residual(2.0 * year, ratio{0.14}).value == within(0.525, 5e-4)); // 10^-0.28
}

TEST_CASE("the catalog's curve falls and spans what its sources say of two years") {
    CHECK_NOTHROW(check(catalog::h100_resale));
    auto const two = catalog::h100_resale.share[2].value;
    CHECK(two.low <= 0.425); // one page
    CHECK(two.high >= 0.70); // its sibling
    CHECK((two.low <= 0.60 && 0.60 <= two.high));
    auto const bounds_of_two =
        residual_at(convert<interval>(catalog::h100_resale), duration<interval>{2.0 * year}).value;
    CHECK(bounds_of_two.low == near(two.low, 1e-12));
    CHECK(bounds_of_two.high == near(two.high, 1e-12));
}

TEST_CASE("a curve that rises is refused") {
    residual_curve c{.share = {fraction{1.0}, fraction{0.6}, fraction{0.7}}};
    CHECK_THROWS_WITH_AS(check(c), "residual_curve.share[2]: the value rises with age", invalid_input);
}

#include "approx.hpp"

#include <tallywatt/number/dual.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace {
using namespace tallywatt;

// Derivatives known in closed form, at compile time.
constexpr dual x = dual::variable(4.0);
static_assert((x + x).derivative[0] == 2.0 && (x - 1.0).derivative[0] == 1.0 && (1.0 - x).derivative[0] == -1.0 && (-x).derivative[0] == -1.0);
static_assert((x * x).derivative[0] == 8.0 && (3.0 * x).derivative[0] == 3.0 && (1.0 / x).derivative[0] == -1.0 / 16.0 && (x / 2.0).derivative[0] == 0.5);
static_assert((x / x).derivative[0] == 0.0 && (dual(2.0) * dual(3.0)).derivative[0] == 0.0 && (x + 5.0).derivative[0] == 1.0 && (x - x).derivative[0] == 0.0);
static_assert(math::sqrt(x).derivative[0] == 0.25 && math::log(x).derivative[0] == 0.25 && math::exp(dual::variable(0.0)).derivative[0] == 1.0);
static_assert(math::abs(dual::variable(-2.0)).derivative[0] == -1.0 && math::abs(x).derivative[0] == 1.0 && math::ceil(dual::variable(1.5)).derivative[0] == 0.0);
static_assert(math::ceil(dual::variable(1.5)).value == 2.0);
static_assert(math::max(x, dual(3.0)).derivative[0] == 1.0 && math::max(x, dual(5.0)).derivative[0] == 0.0 && math::min(x, dual(5.0)).derivative[0] == 1.0);
static_assert(math::select(x < dual(5.0), x * x, x).derivative[0] == 8.0 && x > dual(3.0) && x >= dual(4.0) && x <= dual(4.0) && x == dual(4.0));
static_assert(lowest(x) == 4.0 && highest(x) == 4.0);

// Each direction is its own.
constexpr auto a = basic_dual<2>::variable(3.0, 0), b = basic_dual<2>::variable(5.0, 1);
static_assert((a * b).derivative[0] == 5.0 && (a * b).derivative[1] == 3.0 && (basic_dual<2>(1.0) / basic_dual<2>::variable(4.0, 1)).derivative[1] == -1.0 / 16.0);

TEST_CASE("powers at the edge of their domain keep finite derivatives") {
    auto const zero = dual::variable(0.0);
    CHECK(math::pow(zero, dual(3.0)).value == 0.0);
    CHECK(math::pow(zero, dual(3.0)).derivative[0] == 0.0);  // 3 x^2
    CHECK(math::pow(zero, dual(1.0)).derivative[0] == 1.0);
    static_assert(math::pow(dual::variable(0.0), dual(3.0)).derivative[0] == 0.0 && math::pow(dual::variable(0.0), dual(1.0)).derivative[0] == 1.0);
    CHECK(math::pow(dual::variable(2.0), dual(3.0)).derivative[0] == near(12.0, 1e-14));
    CHECK(math::pow(dual(2.0), dual::variable(3.0)).derivative[0] == near(8.0 * std::log(2.0), 1e-14));
    CHECK(std::isfinite(math::sqrt(zero).derivative[0]));
}

}  // namespace

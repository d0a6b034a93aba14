// Own series of constant expressions against the C library in long double, over wide ranges.
#include "approx.hpp"

#include <tallywatt/number.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>

namespace {
using namespace tallywatt;

constexpr int points = 60;
constexpr double linear(double low, double high, int i) { return low + (high - low) * i / (points - 1); }
constexpr double geometric(double first, double factor, int i) {
    double x = first;
    for (int k = 0; k < i; ++k) x *= factor;
    return x;
}

template <class F, class X>
constexpr auto tabulate(F f, X x) {
    std::array<double, points> table{};
    for (int i = 0; i < points; ++i) table[static_cast<std::size_t>(i)] = f(x(i));
    return table;
}
template <class Table, class X, class Reference>
void compare(Table const& table, X x, Reference reference, double tolerance) {
    for (int i = 0; i < points; ++i) {
        long double const exact = reference(static_cast<long double>(x(i)));
        CAPTURE(x(i));
        CHECK(std::abs(static_cast<long double>(table[static_cast<std::size_t>(i)]) - exact) <= tolerance * std::abs(exact));
    }
}

// 1e-12 is the project's contract; the series themselves lose a few units in the last place times the exponent.
TEST_CASE("exp in constant expressions") {
    static constexpr auto wide = [](int i) { return linear(-700.0, 709.0, i); };
    static constexpr auto narrow = [](int i) { return linear(-1.0, 1.0, i); };
    constexpr auto f = [](double x) { return math::exp(x); };
    constexpr auto a = tabulate(f, wide), b = tabulate(f, narrow);
    auto const exact = [](long double x) { return std::exp(x); };
    compare(a, wide, exact, 1e-12);
    compare(b, narrow, exact, 1e-15);
    static_assert(math::exp(0.0) == 1.0 && math::exp(-1e4) == 0.0 && math::exp(1e4) == std::numeric_limits<double>::infinity());
}

TEST_CASE("log in constant expressions") {
    static constexpr auto wide = [](int i) { return geometric(1e-290, 5e9, i); };  // to 1e290
    static constexpr auto narrow = [](int i) { return linear(0.9, 1.1, i); };
    constexpr auto f = [](double x) { return math::log(x); };
    constexpr auto a = tabulate(f, wide), b = tabulate(f, narrow);
    auto const exact = [](long double x) { return std::log(x); };
    compare(a, wide, exact, 1e-12);
    compare(b, narrow, exact, 1e-12);
    static_assert(math::log(1.0) == 0.0 && math::log(0.0) == -std::numeric_limits<double>::infinity());
}

TEST_CASE("sqrt in constant expressions") {
    static constexpr auto wide = [](int i) { return geometric(1e-300, 1e10, i); };
    static constexpr auto narrow = [](int i) { return linear(0.5, 5.0, i); };
    constexpr auto f = [](double x) { return math::sqrt(x); };
    constexpr auto a = tabulate(f, wide), b = tabulate(f, narrow);
    auto const exact = [](long double x) { return std::sqrt(x); };
    compare(a, wide, exact, 3e-16);  // at most one unit in the last place beyond rounding
    compare(b, narrow, exact, 3e-16);
    static_assert(math::sqrt(0.0) == 0.0 && math::sqrt(9.0) == 3.0 && math::sqrt(2.25e-200) > 1.49e-100);
}

TEST_CASE("pow in constant expressions") {
    static constexpr auto base = [](int i) { return geometric(1e-10, 2.0, i); };
    constexpr auto f = [](double x) { return math::pow(x, 2.6); };
    constexpr auto g = [](double x) { return math::pow(x, -11.3); };
    constexpr auto a = tabulate(f, base), b = tabulate(g, base);
    compare(a, base, [](long double x) { return std::pow(x, static_cast<long double>(2.6)); }, 1e-12);
    compare(b, base, [](long double x) { return std::pow(x, static_cast<long double>(-11.3)); }, 1e-12);
    static_assert(math::pow(0.0, 2.5) == 0.0 && math::pow(3.0, 0.0) == 1.0 && math::pow(0.0, 0.0) == 1.0 && math::pow(1.0, 1e9) == 1.0);
}

TEST_CASE("ceil in constant expressions") {
    static_assert(math::ceil(2.0) == 2.0 && math::ceil(2.1) == 3.0 && math::ceil(-2.1) == -2.0 && math::ceil(-0.5) == 0.0);
    static_assert(math::ceil(1e300) == 1e300 && math::ceil(-1e300) == -1e300 && math::ceil(4503599627370495.5) == 4503599627370496.0);
    CHECK(math::ceil(2.1) == 3.0);
}

TEST_CASE("at run time the C library answers") {
    double volatile x = 1.7;
    CHECK(math::exp(double{x}) == std::exp(1.7));
    CHECK(math::log(double{x}) == std::log(1.7));
    CHECK(math::sqrt(double{x}) == std::sqrt(1.7));
    CHECK(math::pow(double{x}, 2.2) == std::pow(1.7, 2.2));
    CHECK(math::exp(1.5f) == std::exp(1.5f));
}

TEST_CASE("whole powers by squaring") {
    static_assert(math::pow(2.0, 10) == 1024.0 && math::pow(2.0, -2) == 0.25 && math::pow(5.0, 0) == 1.0 && math::pow(-2.0, 3) == -8.0);
    static_assert(math::pow(interval(2.0), 3).contains(8.0) && math::pow(dual::variable(3.0), 2).derivative[0] == 6.0);
    static_assert(math::pow(3.0f, 2) == 9.0f);
    for (int n = -20; n <= 20; ++n)  // at most 6 roundings of half a unit in the last place, doubled by each later squaring
        CHECK(math::pow(1.07, n) == near(std::pow(1.07, n), 1e-14));
}

TEST_CASE("min, max, clamp, abs, select") {
    static_assert(math::min(1.0, 2.0) == 1.0 && math::max(1.0, 2.0) == 2.0 && math::abs(-3.0) == 3.0 && math::abs(-0.0f) == 0.0f);
    static_assert(math::clamp(5.0, 0.0, 1.0) == 1.0 && math::clamp(-5.0, 0.0, 1.0) == 0.0 && math::clamp(0.5, 0.0, 1.0) == 0.5);
    static_assert(math::select(1.0 < 2.0, 3.0, 4.0) == 3.0 && math::select(false, 3.0, 4.0) == 4.0);
    double const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(math::abs(nan)));
    CHECK(std::isnan(math::exp(nan)));
}

// A user's function of the same name beside a number of theirs, found by argument-dependent lookup, stays unambiguous.
double exp(double x) { return x; }
TEST_CASE("an unqualified exp of a program's own is not ours") { CHECK(exp(3.0) == 3.0); }

}  // namespace

#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace {
using namespace tallywatt;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();

TEST_CASE("0.1 + 0.2 has a width, at run time as in a constant expression") {
    constexpr interval c = interval(0.1) + interval(0.2);
    static_assert(c.width() > 0.0 && c.contains(0.3) && c.contains(0.30000000000000004));
    double volatile a = 0.1, b = 0.2;  // not folded
    interval const r = interval(double{a}) + interval(double{b});
    CHECK(r.width() > 0.0);
    CHECK(r.contains(0.3));  // the doubles on either side of the exact sum
    CHECK(r.contains(0.30000000000000004));
    CHECK(r == c);
}

TEST_CASE("a third is strictly inside") {
    interval const third = interval(1.0) / 3.0;
    CHECK(third.low < 1.0 / 3.0);
    CHECK(third.high > 1.0 / 3.0);
    interval const product = third * 3.0;
    CHECK(product.contains(1.0));
    CHECK(product.width() < 2e-15);  // two operations of at most two units in the last place each side
}

TEST_CASE("the signs of products and quotients") {
    auto const near = [](interval const& x, double low, double high) {
        return x.low <= low && x.high >= high && x.low > low - 1e-14 && x.high < high + 1e-14;
    };
    CHECK(near(interval(2, 3) * interval(5, 7), 10, 21));
    CHECK(near(interval(-2, 3) * interval(5, 7), -14, 21));
    CHECK(near(interval(-3, -2) * interval(5, 7), -21, -10));
    CHECK(near(interval(-3, -2) * interval(-7, -5), 10, 21));
    CHECK(near(interval(-2, 3) * interval(-7, 5), -21, 15));
    CHECK(near(interval(10, 21) / interval(5, 7), 10.0 / 7, 21.0 / 5));
    CHECK(near(interval(-10, 21) / interval(5, 7), -2, 4.2));
    CHECK(near(interval(10, 21) / interval(-7, -5), -4.2, -10.0 / 7));
    CHECK(near(interval(-21, -10) / interval(-7, -5), 10.0 / 7, 4.2));
    CHECK(near(interval(1, 2) - interval(1, 2), -1, 1));
    CHECK(near(-interval(1, 2), -2, -1));
}

TEST_CASE("dividing by what may be zero gives everything") {
    for (interval const zero : {interval(0.0), interval(-1, 1), interval(0, 1), interval(-1, 0)}) {
        interval const q = interval(1.0) / zero;
        CHECK(q.low == -infinity);
        CHECK(q.high == infinity);
    }
    CHECK((interval(1.0) / interval(1e-300, 1)).high >= 1e300);
}

TEST_CASE("zero is exact: nothing times zero falls below it") {
    CHECK(interval(0.0) * interval(3, 5) == interval(0.0));
    CHECK((interval(0, 1) * interval(2, 3)).low == 0.0);
    CHECK(interval(0.0) + interval(0.0) == interval(0.0));
    CHECK(interval(0.0) / interval(2, 3) == interval(0.0));
    CHECK((interval(1e-200) * interval(1e-200)).low >= 0.0);  // underflows
    CHECK((interval(1e-200) * interval(1e-200)).high > 0.0);
    CHECK(interval(0.0) * interval(0.0, infinity) == interval(0.0));
}

TEST_CASE("what overflows is still bounded below") {
    interval const big = interval(1e308) * 10.0;
    CHECK(big.low <= largest);
    CHECK(big.low > 1e308);
    CHECK(big.high == infinity);
    interval const negative = interval(-1e308) * 10.0;
    CHECK(negative.low == -infinity);
    CHECK(negative.high >= -largest);
    CHECK(exp(interval(1000.0)).low <= largest);
    CHECK(exp(interval(1000.0)).high == infinity);
    CHECK((interval(largest) + largest).low <= largest);
    CHECK((interval(0.0, infinity) / interval(1.0, infinity)).low == 0.0);
}

TEST_CASE("comparisons answer yes, no or undecided") {
    static_assert((interval(1, 2) < interval(3, 4)) == verdict::yes && (interval(3, 4) < interval(1, 2)) == verdict::no);
    static_assert((interval(1, 3) < interval(2, 4)) == verdict::undecided && (interval(1, 2) < interval(2, 3)) == verdict::undecided);
    static_assert((interval(2, 3) < interval(1, 2)) == verdict::no && (interval(1, 2) <= interval(2, 3)) == verdict::yes);
    static_assert((interval(3, 4) > interval(1, 2)) == verdict::yes && (interval(3, 4) >= interval(1, 3)) == verdict::yes);
    static_assert((interval(1.0) < interval(1.0)) == verdict::no && (interval(1.0) <= interval(1.0)) == verdict::yes);
    static_assert((!verdict::yes) == verdict::no && (!verdict::no) == verdict::yes && (!verdict::undecided) == verdict::undecided);
    static_assert(!std::is_constructible_v<bool, verdict>);
    double const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK((interval(nan) < interval(1.0)) == verdict::undecided);
}

TEST_CASE("select takes the hull where the answer is undecided") {
    static_assert(math::select(interval(1, 2) < interval(3, 4), interval(5.0), interval(6.0)) == interval(5.0));
    static_assert(math::select(interval(3, 4) < interval(1, 2), interval(5.0), interval(6.0)) == interval(6.0));
    static_assert(math::select(interval(1, 4) < interval(2, 3), interval(5.0), interval(6.0)) == interval(5, 6));
    static_assert(math::min(interval(1, 5), interval(2, 3)) == interval(1, 3) && math::max(interval(1, 5), interval(2, 3)) == interval(2, 5));
    static_assert(math::abs(interval(-2, 1)) == interval(0, 2) && math::abs(interval(-2, -1)) == interval(1, 2) && math::abs(interval(1, 2)) == interval(1, 2));
    static_assert(math::clamp(interval(-1, 5), interval(0.0), interval(2.0)) == interval(0, 2) && math::ceil(interval(0.2, 1.5)) == interval(1, 2));
}

TEST_CASE("roots, exponentials and logarithms of ranges") {
    CHECK(sqrt(interval(4, 9)).contains(2.0));
    CHECK(sqrt(interval(4, 9)).contains(3.0));
    CHECK(sqrt(interval(-1, 4)).low == 0.0);  // negative arguments are clamped
    CHECK(sqrt(interval(0.0)) == interval(0.0));
    CHECK(log(interval(0.0, 1.0)).low == -infinity);
    CHECK(log(interval(1.0)).contains(0.0));
    CHECK(exp(interval(0.0)).contains(1.0));
    CHECK(exp(interval(-1e4)).low == 0.0);
    CHECK(exp(interval(-1e4)).high > 0.0);
    CHECK(pow(interval(2.0), interval(0.5)).contains(std::sqrt(2.0)));
    CHECK(pow(interval(0.0, 1.0), interval(2.0)).low == 0.0);
    CHECK(pow(interval(0.25, 4.0), interval(-1, 2)).contains(16.0));
    CHECK(pow(interval(0.25, 4.0), interval(-1, 2)).contains(1.0 / 16.0));
}

TEST_CASE("constant expressions enclose what the C library finds, and the other way round") {
    constexpr interval e = math::exp(interval(3.7)), l = math::log(interval(3.7)), s = math::sqrt(interval(3.7)), p = math::pow(interval(3.7), interval(-2.3));
    CHECK(e.contains(std::exp(3.7)));
    CHECK(l.contains(std::log(3.7)));
    CHECK(s.contains(std::sqrt(3.7)));
    CHECK(p.contains(std::pow(3.7, -2.3)));
    CHECK(e.width() < 1e-11);
    CHECK(p.width() < 1e-12);
    double volatile x = 3.7;
    CHECK(math::exp(interval(double{x})).width() < 1e-13);  // 40.4 times 8 units of 2.2e-16
}

}  // namespace

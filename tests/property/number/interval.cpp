// Enclosure: whatever exact value the operands may have, the exact result lies in the interval. The exact result is
// taken from long double, whose own error (2^-64 relative) is a thousandth of the outward widening.
#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

namespace {
using namespace tallywatt;

static_assert(std::numeric_limits<long double>::digits >= 64, "the reference needs more digits than a double");

struct draw {
    std::mt19937_64 engine{20240229};
    double uniform(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine); }
    double wide() { return std::copysign(std::exp2(uniform(-200, 200)), uniform(-1, 1)); }  // either sign, 120 decades
    double plain() { return uniform(-10, 10); }
    interval around(double x) {  // an interval with x in it, some of no width, some across zero
        double const w = uniform(0, 1) < 0.3 ? 0.0 : std::abs(x) * uniform(0, 2.5);
        double const below = uniform(0, 1);
        return {x - w * below, x + w * (1.0 - below)};
    }
    double within(interval const& i) {
        double const x = i.low + uniform(0, 1) * (i.high - i.low);
        return x < i.low ? i.low : x > i.high ? i.high : x;
    }
};
bool encloses(interval const& i, long double exact) { return static_cast<long double>(i.low) <= exact && exact <= static_cast<long double>(i.high); }

TEST_CASE("sums, differences, products and quotients of points enclose the exact result, tightly") {
    draw d;
    int wrong = 0, loose = 0;
    for (int k = 0; k < 200'000; ++k) {
        double const a = k % 2 == 0 ? d.wide() : d.plain(), b = k % 2 == 0 ? d.wide() : d.plain();
        long double const x = a, y = b;
        interval const r[] = {interval(a) + interval(b), interval(a) - interval(b), interval(a) * interval(b), interval(a) / interval(b)};
        long double const exact[] = {x + y, x - y, x * y, x / y};
        for (int i = 0; i < 4; ++i) {
            wrong += !encloses(r[i], exact[i]);
            // up to two units in the last place each way, a unit being at most 2.2e-16
            loose += r[i].width() > 4.1 * 2.3e-16 * std::abs(static_cast<double>(exact[i])) + 1e-300;
        }
    }
    CHECK(wrong == 0);
    CHECK(loose == 0);
}

TEST_CASE("operations on ranges enclose every point of them") {
    draw d;
    int wrong = 0;
    for (int k = 0; k < 50'000; ++k) {
        interval const a = d.around(d.plain()), b = d.around(d.plain());
        interval const sum = a + b, difference = a - b, product = a * b, quotient = a / b, low = min(a, b), high = max(a, b), size = abs(a);
        for (int i = 0; i < 8; ++i) {
            double const p = d.within(a), q = d.within(b);
            long double const x = p, y = q;
            wrong += !encloses(sum, x + y) + !encloses(difference, x - y) + !encloses(product, x * y);
            if (q != 0.0) wrong += !encloses(quotient, x / y);
            wrong += !low.contains(std::min(p, q)) + !high.contains(std::max(p, q)) + !size.contains(std::abs(p));
            wrong += !math::select(a < b, a, b).contains(p < q ? p : q);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("transcendentals of ranges enclose every point of them") {
    draw d;
    int wrong = 0, loose = 0;
    for (int k = 0; k < 50'000; ++k) {
        interval const any = d.around(d.uniform(-300, 300)), positive = abs(d.around(std::abs(d.wide())));
        interval const base = abs(d.around(d.uniform(0.01, 20))), y = d.around(d.uniform(-8, 8));
        interval const e = exp(any), s = sqrt(positive), l = log(positive), p = pow(base, y);
        for (int i = 0; i < 4; ++i) {
            long double const x = d.within(any), z = d.within(positive), b = d.within(base), n = d.within(y);
            wrong += !encloses(e, std::exp(x)) + !encloses(s, std::sqrt(z));
            if (z > 0) wrong += !encloses(l, std::log(z));
            if (b > 0) wrong += !encloses(p, std::pow(b, n));
        }
        double const x = d.uniform(-300, 300), z = std::abs(d.wide());
        loose += exp(interval(x)).width() > 2e-15 * std::exp(x);  // four units each way
        loose += sqrt(interval(z)).width() > 1e-15 * std::sqrt(z);
        loose += log(interval(z)).width() > 2e-15 * std::abs(std::log(z)) + 1e-15;
    }
    CHECK(wrong == 0);
    CHECK(loose == 0);
}

TEST_CASE("near one, a logarithm is small and still enclosed") {
    draw d;
    int wrong = 0;
    for (int k = 0; k < 100'000; ++k) {
        double const x = 1.0 + d.uniform(-1, 1) * std::exp2(d.uniform(-52, -1));
        wrong += !encloses(log(interval(x)), std::log(static_cast<long double>(x)));
    }
    CHECK(wrong == 0);
}

TEST_CASE("denormal and overflowing results are enclosed") {
    draw d;
    int wrong = 0;
    for (int k = 0; k < 50'000; ++k) {
        double const a = std::copysign(std::exp2(d.uniform(-1060, -400)), d.uniform(-1, 1)), b = std::copysign(std::exp2(d.uniform(-700, 700)), d.uniform(-1, 1));
        wrong += !encloses(interval(a) * interval(b), static_cast<long double>(a) * b) + !encloses(interval(a) / interval(b), static_cast<long double>(a) / b);
        wrong += !encloses(interval(a) + interval(a / 3), static_cast<long double>(a) + a / 3);
        wrong += !encloses(interval(b) / interval(a), static_cast<long double>(b) / a);
    }
    CHECK(wrong == 0);
}

TEST_CASE("narrow operands give a width near the first order") {
    // a b / c with each within 1 %: the exact relative width is 6 % to first order
    interval const a(99, 101), b(198, 202), c(49.5, 50.5);
    interval const r = a * b / c;
    CHECK(r.width() / 400.0 < 1.5 * 0.06);
    CHECK(r.width() / 400.0 >= 0.06);
}

}  // namespace

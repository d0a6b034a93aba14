// Each derivative equals the central difference of the same function of doubles.
#include "approx.hpp"

#include <tallywatt/number/dual.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

namespace {
using namespace tallywatt;

template <class F>
void agrees(F f, double low, double high) {
    std::mt19937_64 engine{7};
    std::uniform_real_distribution<double> draw(low, high);
    for (int k = 0; k < 200; ++k) {
        double const x = draw(engine), h = 1e-5 * std::max(1.0, std::abs(x));
        dual const d = f(dual::variable(x));
        double const difference = (f(x + h) - f(x - h)) / (2.0 * h);
        CAPTURE(x);
        CHECK(d.value == near(f(x), 1e-14));
        // the difference is off by h^2 f'''/6, which is at most 2e-8 of f' or, where x^3 is flat, h^2; and by a few roundings
        // of terms up to |x| + |f| over h
        double const roundings = 4.0 * 2.3e-16 * (std::abs(x) + std::abs(f(x))) / h;
        CHECK(std::abs(d.derivative[0] - difference) <= 2e-8 * std::abs(difference) + h * h + roundings);
    }
}
#define AGREES(low, high, ...) agrees([](auto const& x) { using T = std::remove_cvref_t<decltype(x)>; (void)sizeof(T); return __VA_ARGS__; }, low, high)

TEST_CASE("derivatives equal central differences") {
    AGREES(-5, 5, x + x * x);
    AGREES(-5, 5, x - 3.0 * x);
    AGREES(-5, 5, 2.0 - x * 4.0 + 1.0);
    AGREES(-5, 5, x * x * x);
    AGREES(0.5, 5, 1.0 / x);
    AGREES(0.5, 5, (x * x + 1.0) / x / 2.0);
    AGREES(-5, 5, -x);
    AGREES(0.5, 5, math::sqrt(x));
    AGREES(-2, 2, math::exp(x * x));
    AGREES(0.1, 9, math::log(x));
    AGREES(0.1, 9, math::pow(x, T(2.6)));
    AGREES(0.1, 9, math::pow(x, T(-1.3)));
    AGREES(0.1, 3, math::pow(T(2.5), x));
    AGREES(0.5, 3, math::pow(x, x));
    AGREES(0.5, 3, math::pow(x, 5));
    AGREES(0.5, 3, math::pow(x, -3));
    AGREES(-5, -0.1, math::abs(x) * x);
    AGREES(0.1, 5, math::abs(x) * x);
    AGREES(0.1, 2.9, math::max(x * x, T(9.0)) * x);
    AGREES(3.1, 5, math::max(x * x, T(9.0)) * x);
    AGREES(0.1, 2.9, math::min(x * x, T(9.0)) * x);
    AGREES(0.1, 0.9, math::select(x < T(1.0), x * x, x));
    AGREES(1.1, 1.9, math::select(x < T(1.0), x * x, x));
    AGREES(0.1, 0.9, math::clamp(x * x, T(0.0), T(1.0)));
    AGREES(0.1, 0.9, math::ceil(x) * x);
}

TEST_CASE("directions do not mix") {
    std::mt19937_64 engine{11};
    std::uniform_real_distribution<double> draw(0.5, 5.0);
    for (int k = 0; k < 200; ++k) {
        double const a = draw(engine), b = draw(engine), c = draw(engine);
        auto const f = [](auto const& x, auto const& y, auto const& z) { return x * math::exp(-y / z) + math::sqrt(x * z); };
        using d3 = basic_dual<3>;
        auto const r = f(d3::variable(a, 0), d3::variable(b, 1), d3::variable(c, 2));
        double const h = 1e-5;
        CHECK(r.derivative[0] == near((f(a + h, b, c) - f(a - h, b, c)) / (2 * h), 1e-6));
        CHECK(r.derivative[1] == near((f(a, b + h, c) - f(a, b - h, c)) / (2 * h), 1e-6));
        CHECK(r.derivative[2] == near((f(a, b, c + h) - f(a, b, c - h)) / (2 * h), 1e-6));
    }
}

}  // namespace

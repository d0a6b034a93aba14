// Every lane of a pack equals the double evaluation to 4 units in the last place (fused multiply-adds may differ).
#include <tallywatt/number.hpp>
#include <tallywatt/number/simd.hpp>
#include <tallywatt/units.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

namespace {
using namespace tallywatt;

bool within_4_ulp(double a, double b) { return std::abs(a - b) <= 4 * std::abs(std::nextafter(b, 2 * b) - b) || a == b; }

template <class F>
void agrees(F f, double low, double high) {
    std::mt19937_64 engine{3};
    std::uniform_real_distribution<double> draw(low, high);
    int wrong = 0;
    for (int k = 0; k < 500; ++k) {
        double x[simd::size()], y[simd::size()];
        simd const a([&](auto i) { return x[i] = draw(engine); }), b([&](auto i) { return y[i] = draw(engine); });
        simd const r = f(a, b);
        for (std::size_t i = 0; i < simd::size(); ++i) wrong += !within_4_ulp(r[i], f(x[i], y[i]));
    }
    CHECK(wrong == 0);
}
#define AGREES(low, high, ...) agrees([](auto const& x, auto const& y) { using T = std::remove_cvref_t<decltype(x)>; (void)sizeof(T); (void)y; return T(__VA_ARGS__); }, low, high)

TEST_CASE("each lane equals the scalar evaluation") {
    AGREES(0.1, 9, x + y);
    AGREES(0.1, 9, x * y + 1.0);
    AGREES(0.1, 9, x / y);
    AGREES(0.1, 9, -x);
    AGREES(0.1, 9, math::sqrt(x));
    AGREES(-3, 3, math::exp(x));
    AGREES(0.1, 9, math::log(x));
    AGREES(0.1, 9, math::pow(x, y));
    AGREES(0.1, 9, math::pow(x, 3));
    AGREES(0.1, 9, math::pow(x, -2));
    AGREES(-5, 5, math::abs(x));
    AGREES(-5, 5, math::ceil(x));
    AGREES(-5, 5, math::min(x, y));
    AGREES(-5, 5, math::max(x, y));
    AGREES(-5, 5, math::clamp(x, T(-1.0), T(1.0)));
    AGREES(-5, 5, math::select(x < y, x * 2.0, y));
    AGREES(-5, 5, math::select(x <= y, x * 2.0, y));
}

TEST_CASE("the smallest and largest lane") {
    simd x(1.0);
    x[0] = -2.0;
    CHECK(lowest(x) == -2.0);
    CHECK(highest(x) == (simd::size() > 1 ? 1.0 : -2.0));
}

TEST_CASE("quantities carry lanes") {
    agrees([](auto const& x, auto const& y) {
        using T = std::remove_cvref_t<decltype(x)>;
        auto const p = power<T>::from_base(x);
        return (math::max(p * (y * hour), 1.0 * joule) / kilowatt_hour) * 3.0;
    }, 0.1, 9);
}

}  // namespace

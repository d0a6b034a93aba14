#pragma once
// basic_dual<N>: a value with its exact partial derivatives in N directions (forward-mode differentiation). dual has one.
// Comparisons, min and max go by value; at a kink the derivative is that of the side taken.

#include <tallywatt/number/math.hpp>

#include <array>
#include <cstddef>

namespace tallywatt {

template <std::size_t N = 1>
class basic_dual {
public:
    std::array<double, N> derivative{};  // first: copied in pairs of doubles, it is then also read in those pairs
    double value = 0.0;

    constexpr basic_dual() = default;
    constexpr explicit basic_dual(double v) : value(v) {}
    /// The variable of direction i.
    static constexpr basic_dual variable(double v, std::size_t i = 0) {
        basic_dual x(v);
        x.derivative[i] = 1.0;
        return x;
    }

    friend constexpr basic_dual operator-(basic_dual const& a) { return chain(-a.value, a, -1.0); }
    friend constexpr basic_dual operator+(basic_dual const& a, basic_dual const& b) { return chain(a.value + b.value, a, 1.0, b, 1.0); }
    friend constexpr basic_dual operator-(basic_dual const& a, basic_dual const& b) { return chain(a.value - b.value, a, 1.0, b, -1.0); }
    friend constexpr basic_dual operator*(basic_dual const& a, basic_dual const& b) { return chain(a.value * b.value, a, b.value, b, a.value); }
    friend constexpr basic_dual operator/(basic_dual const& a, basic_dual const& b) {
        double const i = 1.0 / b.value, q = a.value * i;
        return chain(a.value / b.value, a, i, b, -q * i);
    }
    friend constexpr basic_dual operator+(basic_dual const& a, double b) { return chain(a.value + b, a, 1.0); }
    friend constexpr basic_dual operator+(double a, basic_dual const& b) { return chain(a + b.value, b, 1.0); }
    friend constexpr basic_dual operator-(basic_dual const& a, double b) { return chain(a.value - b, a, 1.0); }
    friend constexpr basic_dual operator-(double a, basic_dual const& b) { return chain(a - b.value, b, -1.0); }
    friend constexpr basic_dual operator*(basic_dual const& a, double b) { return chain(a.value * b, a, b); }
    friend constexpr basic_dual operator*(double a, basic_dual const& b) { return chain(a * b.value, b, a); }
    friend constexpr basic_dual operator/(basic_dual const& a, double b) { return chain(a.value / b, a, 1.0 / b); }
    friend constexpr basic_dual operator/(double a, basic_dual const& b) { return basic_dual(a) / b; }

    friend constexpr bool operator<(basic_dual const& a, basic_dual const& b) { return a.value < b.value; }
    friend constexpr bool operator<=(basic_dual const& a, basic_dual const& b) { return a.value <= b.value; }
    friend constexpr bool operator>(basic_dual const& a, basic_dual const& b) { return a.value > b.value; }
    friend constexpr bool operator>=(basic_dual const& a, basic_dual const& b) { return a.value >= b.value; }
    friend constexpr bool operator==(basic_dual const& a, basic_dual const& b) { return a.value == b.value; }

    friend constexpr basic_dual min(basic_dual const& a, basic_dual const& b) { return b.value < a.value ? b : a; }
    friend constexpr basic_dual max(basic_dual const& a, basic_dual const& b) { return a.value < b.value ? b : a; }
    friend constexpr basic_dual abs(basic_dual const& a) { return a.value < 0.0 ? -a : a; }
    friend constexpr basic_dual sqrt(basic_dual const& a) {
        double const r = math::sqrt(a.value);
        return chain(r, a, r > 0.0 ? 0.5 / r : 0.0);
    }
    friend constexpr basic_dual exp(basic_dual const& a) {
        double const e = math::exp(a.value);
        return chain(e, a, e);
    }
    friend constexpr basic_dual log(basic_dual const& a) { return chain(math::log(a.value), a, 1.0 / a.value); }
    friend constexpr basic_dual ceil(basic_dual const& a) { return basic_dual(math::ceil(a.value)); }
    friend constexpr basic_dual pow(basic_dual const& a, basic_dual const& y) {
        double const p = math::pow(a.value, y.value);
        return chain(p, a, a.value > 0.0 ? y.value * p / a.value : y.value * math::pow(a.value, y.value - 1.0), y, p > 0.0 ? p * math::log(a.value) : 0.0);
    }

    friend constexpr double lowest(basic_dual const& a) { return a.value; }
    friend constexpr double highest(basic_dual const& a) { return a.value; }

private:
    static constexpr basic_dual chain(double v, basic_dual const& a, double da) {
        basic_dual r(v);
        for (std::size_t i = 0; i < N; ++i) r.derivative[i] = da * a.derivative[i];
        return r;
    }
    static constexpr basic_dual chain(double v, basic_dual const& a, double da, basic_dual const& b, double db) {
        basic_dual r(v);
        for (std::size_t i = 0; i < N; ++i) r.derivative[i] = da * a.derivative[i] + db * b.derivative[i];
        return r;
    }
};

using dual = basic_dual<1>;

template <std::size_t N>
inline constexpr bool enable_number<basic_dual<N>> = true;

}  // namespace tallywatt

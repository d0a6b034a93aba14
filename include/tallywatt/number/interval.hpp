#pragma once
// interval: guaranteed bounds. Every operation's result is widened outward by at least one unit in the last place (a
// transcendental by the documented error of the C library, four units), in plain arithmetic without rounding modes, so
// it is constexpr and compilers cannot fold the guarantee away. Comparisons answer yes, no or undecided and cannot steer
// an `if`: select takes the hull where they are undecided.

#include <tallywatt/number/math.hpp>

namespace tallywatt {

/// The answer of a comparison of intervals.
enum class verdict : unsigned char { no, yes, undecided };
constexpr verdict operator!(verdict v) { return v == verdict::undecided ? v : v == verdict::yes ? verdict::no : verdict::yes; }

class interval {
public:
    double low = 0.0, high = 0.0;

    constexpr interval() = default;
    constexpr explicit interval(double x) : low(x), high(x) {}
    constexpr interval(double low_, double high_) : low(low_), high(high_) {}

    [[nodiscard]] constexpr double width() const { return high - low; }
    [[nodiscard]] constexpr double middle() const { return 0.5 * (low + high); }
    [[nodiscard]] constexpr bool contains(double x) const { return low <= x && x <= high; }

    friend constexpr interval operator-(interval const& a) { return {-a.high, -a.low}; }
    // a sum or difference too small for full precision is exact, so it needs no absolute allowance
    friend constexpr interval operator+(interval const& a, interval const& b) { return {down(a.low + b.low), up(a.high + b.high)}; }
    friend constexpr interval operator-(interval const& a, interval const& b) { return {down(a.low - b.high), up(a.high - b.low)}; }
    friend constexpr interval operator*(interval const& a, interval const& b) {
        if (a.low >= 0.0 && b.low >= 0.0)  // the common case: two products, and never below zero
            return {down_to_zero(product(a.low, b.low)), a.high == 0.0 || b.high == 0.0 ? 0.0 : a.high * b.high * (1.0 + epsilon) + tiny};
        double const p = product(a.low, b.low), q = product(a.low, b.high), r = product(a.high, b.low), s = product(a.high, b.high);
        return outward(math::min(math::min(p, q), math::min(r, s)), math::max(math::max(p, q), math::max(r, s)));
    }
    friend constexpr interval operator/(interval const& a, interval const& b) {
        if (a.low >= 0.0 && b.low > 0.0)
            return {down_to_zero(quotient(a.low, b.high)), a.high == 0.0 ? 0.0 : a.high / b.low * (1.0 + epsilon) + tiny};
        if (!(b.low > 0.0) && !(b.high < 0.0)) return everything();
        double const p = quotient(a.low, b.low), q = quotient(a.low, b.high), r = quotient(a.high, b.low), s = quotient(a.high, b.high);
        return outward(math::min(math::min(p, q), math::min(r, s)), math::max(math::max(p, q), math::max(r, s)));
    }
    friend constexpr interval operator+(interval const& a, double b) { return a + interval(b); }
    friend constexpr interval operator+(double a, interval const& b) { return interval(a) + b; }
    friend constexpr interval operator-(interval const& a, double b) { return a - interval(b); }
    friend constexpr interval operator-(double a, interval const& b) { return interval(a) - b; }
    friend constexpr interval operator*(interval const& a, double b) { return a * interval(b); }
    friend constexpr interval operator*(double a, interval const& b) { return interval(a) * b; }
    friend constexpr interval operator/(interval const& a, double b) { return a / interval(b); }
    friend constexpr interval operator/(double a, interval const& b) { return interval(a) / b; }

    friend constexpr verdict operator<(interval const& a, interval const& b) {
        return a.high < b.low ? verdict::yes : a.low >= b.high ? verdict::no : verdict::undecided;
    }
    friend constexpr verdict operator<=(interval const& a, interval const& b) {
        return a.high <= b.low ? verdict::yes : a.low > b.high ? verdict::no : verdict::undecided;
    }
    friend constexpr verdict operator>(interval const& a, interval const& b) { return b < a; }
    friend constexpr verdict operator>=(interval const& a, interval const& b) { return b <= a; }
    friend constexpr bool operator==(interval const& a, interval const& b) { return a.low == b.low && a.high == b.high; }

    friend constexpr interval hull(interval const& a, interval const& b) {
        return {math::min(a.low, b.low), math::max(a.high, b.high)};
    }
    friend constexpr interval min(interval const& a, interval const& b) {
        return {math::min(a.low, b.low), math::min(a.high, b.high)};
    }
    friend constexpr interval max(interval const& a, interval const& b) {
        return {math::max(a.low, b.low), math::max(a.high, b.high)};
    }
    friend constexpr interval abs(interval const& a) {
        if (a.low >= 0.0) return a;
        if (a.high <= 0.0) return -a;
        return {0.0, math::max(-a.low, a.high)};
    }
    // w a + (1 - w) b is linear in each of its three, so its extremes lie in corners
    friend constexpr interval mix(interval const& w, interval const& a, interval const& b) {
        auto const at = [](double x, double y, double z) { return interval(x) * y + (1.0 - interval(x)) * z; };
        return {math::min(at(w.low, a.low, b.low).low, at(w.high, a.low, b.low).low),
                math::max(at(w.low, a.high, b.high).high, at(w.high, a.high, b.high).high)};
    }
    friend constexpr interval sqrt(interval const& a) {
        return {down(math::sqrt(math::max(a.low, 0.0))), up(math::sqrt(math::max(a.high, 0.0)))};
    }
    friend constexpr interval exp(interval const& a) {
        interval const r = outward(math::exp(a.low), math::exp(a.high), transcendental());
        return {math::max(r.low, 0.0), r.high};
    }
    friend constexpr interval log(interval const& a) {
        // near 1 the result is small and its error is absolute in the argument's last place
        interval const r = outward(math::log(math::max(a.low, 0.0)), math::log(a.high), transcendental());
        return {r.low - 4e-16, r.high + 4e-16};
    }
    friend constexpr interval ceil(interval const& a) { return {math::ceil(a.low), math::ceil(a.high)}; }
    friend constexpr interval pow(interval const& a, interval const& y) { return exp(y * log(a)); }

    friend constexpr double lowest(interval const& a) { return a.low; }
    friend constexpr double highest(interval const& a) { return a.high; }

private:
    static constexpr double epsilon = std::numeric_limits<double>::epsilon();
    static constexpr double largest = std::numeric_limits<double>::max();
    static constexpr double tiny = std::numeric_limits<double>::min();  // below it results lose precision
    // Error of a transcendental: 4 units in the last place at run time (glibc documents at most 1 to 2 for these), and
    // the own series' 1e-13 in a constant expression.
    static constexpr double transcendental() { return std::is_constant_evaluated() ? 1e-13 : 4.0 * epsilon; }

    // The bound moved outward by a relative e, which at epsilon is one to two units in the last place. What overflows
    // on the way is finite all the same: the lower bound of a result too large for a double is the largest double.
    static constexpr double down(double x, double e = epsilon) { return math::min(x * (x > 0.0 ? 1.0 - e : 1.0 + e), largest); }
    static constexpr double up(double x, double e = epsilon) { return math::max(x * (x > 0.0 ? 1.0 + e : 1.0 - e), -largest); }
    // outward's lower bound for x >= 0, where a result cannot fall below zero (and an upper bound needs no case either)
    static constexpr double down_to_zero(double x) { return math::max(math::min(x * (1.0 - epsilon), largest) - tiny, 0.0); }
    static constexpr interval outward(double l, double h, double e = epsilon) { return {down(l, e) - tiny, up(h, e) + tiny}; }
    // x y and x/y as limits: zero times anything is zero, anything over infinity is zero
    static constexpr double quotient(double x, double y) { return math::abs(y) > largest ? 0.0 : x / y; }
    static constexpr double product(double x, double y) { return x == 0.0 || y == 0.0 ? 0.0 : x * y; }
    static constexpr interval everything() {
        return {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    }
};

template <>
inline constexpr bool enable_number<interval> = true;

template <>
struct selection<verdict> {
    static constexpr interval select(verdict v, interval const& yes, interval const& no) {
        return v == verdict::yes ? yes : v == verdict::no ? no : hull(yes, no);
    }
};

}  // namespace tallywatt

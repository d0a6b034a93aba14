#pragma once
// estimate {low, likely, high}: how a catalog holds a figure that is uncertain. A storage type, not for formulas: it
// scales (so that units attach) and is resolved to its likely value, its range, or a sample of its distribution.
//
//   .price = range(22'000, 26'000, 30'000) * USD       // known to lie in a range
//   .tdp   = known(700.0) * watt                       // a stated figure

#include <tallywatt/number/error.hpp>
#include <tallywatt/number/math.hpp>

namespace tallywatt {

class estimate {
public:
    double low = 0.0, likely = 0.0, high = 0.0;

    constexpr estimate() = default;
    constexpr explicit estimate(double x) : low(x), likely(x), high(x) {}
    constexpr estimate(double low_, double likely_, double high_) : low(low_), likely(likely_), high(high_) {}

    friend constexpr estimate operator*(estimate const& a, estimate const& b) {  // of which one is a unit
        return {a.low * b.low, a.likely * b.likely, a.high * b.high};
    }
    friend constexpr estimate operator/(estimate const& a, estimate const& b) {
        return {a.low / b.high, a.likely / b.likely, a.high / b.low};
    }
    friend constexpr estimate operator+(estimate const& a, estimate const& b) {
        return {a.low + b.low, a.likely + b.likely, a.high + b.high};
    }
    friend constexpr bool operator==(estimate const&, estimate const&) = default;
    friend constexpr double lowest(estimate const& e) { return e.low; }
    friend constexpr double highest(estimate const& e) { return e.high; }
    [[nodiscard]] constexpr bool is_known() const { return low == high; }

    /// The value at quantile u (0 to 1) of the triangular distribution on {low, likely, high}.
    [[nodiscard]] constexpr double sample(double u) const {
        double const span = high - low;
        if (span <= 0.0) return likely;
        double const at_mode = (likely - low) / span;
        return u < at_mode ? low + math::sqrt(u * span * (likely - low)) : high - math::sqrt((1.0 - u) * span * (high - likely));
    }
};

template <>
inline constexpr bool enable_number<estimate> = true;

/// A figure that a source states.
constexpr estimate known(double x) { return estimate{x}; }
/// A figure known to lie between low and high; likely is the one to compute with. Throws where they are out of order.
constexpr estimate range(double low, double likely, double high) {
    if (!(low <= likely && likely <= high)) throw invalid_input("range", likely, "", "low, likely and high are not in order");
    return {low, likely, high};
}

}  // namespace tallywatt

#pragma once
// How sure a supply is, when every input is known as a range only: quantiles of the least of several inputs.
//
//   one input          triangular on {low, likely, high}: F(x)
//   fully correlated   all inputs are good or bad together: quantile of the least = least of the quantiles
//   independent        P(least > x) = product of (1 - F_i(x)), solved for x by bisection
//
// Truth lies between: a slow year for one maker's tools is slow for all, a fire is not. Independent is never above fully
// correlated, the more below the more inputs come near to binding: what binds is the worst of several draws. Within one input
// (capacity, share, yield) the ends are taken together, as an interval does, which is the widest.
//
//   accelerator_count<> const p10 = supply_quantile(ranges, 0.1, supply_correlation::independent);

#include <tallywatt/silicon/supply.hpp>

namespace tallywatt {

/// How the inputs' uncertainties hang together: the two bounds.
enum class supply_correlation : unsigned char { independent, full };

namespace detail {
// Share of a triangular distribution at or below x.
constexpr double share_below(estimate const& e, double x) {
    if (x <= e.low)
        return x < e.low || e.low < e.high ? 0.0 : 1.0;
    if (x >= e.high)
        return 1.0;
    double const span = e.high - e.low;
    return x < e.likely ? (x - e.low) * (x - e.low) / (span * (e.likely - e.low))
                        : 1.0 - (e.high - x) * (e.high - x) / (span * (e.high - e.likely));
}
} // namespace detail

/// What each input allows, as ranges; inputs that are not asked are left out.
struct supply_ranges {
    std::array<estimate, industry_input_count> by_input{};
    std::array<bool, industry_input_count> asked{};
};

/// From a bound at the likely values and one over the ranges.
template <class Interval>
constexpr supply_ranges ranges_of(basic_supply_bound<double> const& likely, basic_supply_bound<Interval> const& whole) {
    supply_ranges r;
    r.asked = likely.asked;
    for (std::size_t i = 0; i < industry_input_count; ++i) {
        double const at = likely.by_input[i].base_value;
        r.by_input[i] = {
            math::min(lowest(whole.by_input[i].base_value), at), at,
            math::max(highest(whole.by_input[i].base_value), at)};
    }
    return r;
}

/// The number of accelerators that falls short with probability q (0 to 1). Infinite where no input is asked.
constexpr accelerator_count<> supply_quantile(supply_ranges const& r, double q, supply_correlation how) {
    double least = std::numeric_limits<double>::infinity(), bottom = least;
    for (std::size_t i = 0; i < industry_input_count; ++i) {
        if (!r.asked[i])
            continue;
        least = math::min(least, r.by_input[i].sample(q));
        bottom = math::min(bottom, r.by_input[i].low);
    }
    if (how == supply_correlation::full || !(least < std::numeric_limits<double>::infinity()))
        return accelerator_count<>::from_base(least);
    double low = bottom, high = least; // independent is never above
    for (int step = 0; step < 200 && low < high; ++step) {
        double const x = 0.5 * (low + high);
        if (!(x > low && x < high))
            break; // neighbours
        double above = 1.0;
        for (std::size_t i = 0; i < industry_input_count; ++i)
            if (r.asked[i])
                above *= 1.0 - detail::share_below(r.by_input[i], x);
        (1.0 - above < q ? low : high) = x;
    }
    return accelerator_count<>::from_base(high);
}

/// The probability that an input is the one that binds, the others independent of it: integral of f_i product (1 - F_j).
constexpr double probability_of_binding(supply_ranges const& r, industry_input which) {
    auto const k = static_cast<std::size_t>(which);
    if (!r.asked[k])
        return 0.0;
    constexpr int steps = 2'000; // quantiles of the input: the mean over them is the integral
    double sum = 0.0;
    for (int n = 0; n < steps; ++n) {
        double const x = r.by_input[k].sample((n + 0.5) / steps);
        double others = 1.0;
        for (std::size_t i = 0; i < industry_input_count; ++i)
            if (r.asked[i] && i != k)
                others *= 1.0 - detail::share_below(r.by_input[i], x);
        sum += others;
    }
    return sum / steps;
}

} // namespace tallywatt

#pragma once
// Depreciation: which share of a price is charged, or deducted from taxable profit, in each year.
//
//   straight line         1/n
//   declining balance     (f/n) of what is left, straight on from where that is more; f = 2 doubles the rate
//   accelerated           declining balance in the half-year convention, so n + 1 years: f = 2 up to 10 years, 1.5 up to 20,
//                         1 (straight) beyond. These are the tables of MACRS (200 DB, 150 DB) before their rounding to 0.01 %.
//
// Shares are of the price as it was paid, so a real rate of return must be made nominal to discount them. Validity: 1 to 60
// years. Reference: IRS Publication 946, tables A-1 and appendix A; real property in the mid-month convention is taken as half-year.
//
//   depreciation_schedule const macrs = accelerated_depreciation(5);   // 20, 32, 19.2, 11.52, 11.52, 5.76 %

#include <tallywatt/finance/annuity.hpp>

#include <array>

namespace tallywatt {

/// Shares of the price by year, the first year first; they sum to one.
struct depreciation_schedule {
    int years = 0;
    std::array<double, 101> share{}; // an asset lives up to 100 years

    /// What is not yet charged at the end of a year.
    [[nodiscard]] constexpr double book_value(int after) const {
        double left = 1.0;
        for (int k = 0; k < after && k < years; ++k)
            left -= share[static_cast<std::size_t>(k)];
        return after >= years ? 0.0 : left;
    }
    /// The same for an asset sold at the end of a year: what is left is deducted then. Without years: all of it is.
    [[nodiscard]] constexpr depreciation_schedule sold_after(int life) const {
        if (years > 0 && years <= life)
            return *this;
        depreciation_schedule s;
        s.years = life;
        double left = 1.0;
        for (int k = 0; k < life; ++k) {
            auto const i = static_cast<std::size_t>(k);
            s.share[i] = years == 0 ? 0.0 : share[i];
            left -= s.share[i];
        }
        s.share[static_cast<std::size_t>(life) - 1] += left;
        return s;
    }
};

constexpr depreciation_schedule straight_line_depreciation(int years) {
    depreciation_schedule s;
    s.years = years;
    for (int k = 0; k < years; ++k)
        s.share[static_cast<std::size_t>(k)] = 1.0 / years;
    return s;
}

namespace detail {
// first: the part of a year that the first year is
constexpr depreciation_schedule declining_balance(int years, double factor, double first) {
    depreciation_schedule s;
    s.years = first < 1.0 ? years + 1 : years;
    double left = 1.0, to_go = years;
    for (int k = 0; k < s.years; ++k) {
        double const part = k == 0 ? first : 1.0, rest = to_go < 1.0 ? 1.0 : to_go;
        double const declining = left * factor / years * part, straight = left / rest * part;
        double const d = k == s.years - 1 ? left : declining > straight ? declining : straight;
        s.share[static_cast<std::size_t>(k)] = d;
        left -= d;
        to_go -= part;
    }
    return s;
}
} // namespace detail

/// factor 2: double declining; straight on from where that charges more.
constexpr depreciation_schedule declining_depreciation(int years, double factor = 2.0) {
    return detail::declining_balance(years, factor, 1.0);
}
/// By recovery period, at most 59 years.
constexpr depreciation_schedule accelerated_depreciation(int years) {
    return detail::declining_balance(years, years <= 10 ? 2.0 : years <= 20 ? 1.5 : 1.0, 0.5);
}

/// Worth of all shares, each at the end of its year; v is one year's discount factor at the rate of their prices.
template <class T>
constexpr T present_worth(depreciation_schedule const& s, basic_ratio<T> const& v) {
    T sum = T(0.0);
    for (int k = s.years - 1; k >= 0; --k)
        sum = v.value * (T(s.share[static_cast<std::size_t>(k)]) + sum);
    return sum;
}

} // namespace tallywatt

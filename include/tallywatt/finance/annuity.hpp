#pragma once
// Present worth and capital recovery at a real discount rate r over n whole years, v = 1/(1+r):
//
//   present worth factor      PWF = v + v^2 + ... + v^n, by Horner: no power, no pole at 0, monotone in r, so tight
//   capital recovery factor   CRF = 1/PWF = r/(1 - v^n), 1/n at r = 0
//
// Payments fall at the end of each year. CRF is per year and PWF a number of years, so their units carry: money * CRF
// is money per time, money per time * PWF is money. Rates may be negative down to -0.99.
// Reference: PyPSA costs.annuity; EPRI TAG; V03 and V04 of the tests.
//
//   money_rate<> const yearly = (1e6 * USD) * capital_recovery_factor(discount_rate{0.07}, 25);   // 85,810.5 USD/yr

#include <tallywatt/number/math.hpp>
#include <tallywatt/units/constants.hpp>
#include <tallywatt/units/strong.hpp>

namespace tallywatt {

namespace detail {
// x + x^2 + ... + x^n
template <class T>
constexpr T geometric_sum(T const& x, int n) {
    T sum = T(0.0);
    for (int i = 0; i < n; ++i)
        sum = x * (T(1.0) + sum);
    return sum;
}
} // namespace detail

/// v = 1/(1+r): what a payment in a year is worth now.
template <class Terms, class T>
constexpr basic_ratio<T> discount_factor(strong<discount_tag<Terms>, T> const& r) {
    return basic_ratio<T>{T(1.0) / (T(1.0) + r.value)};
}
/// v^years: what a payment in so many years is worth now.
template <class Terms, class T>
constexpr basic_ratio<T> discount_factor(strong<discount_tag<Terms>, T> const& r, int years) {
    return basic_ratio<T>{math::pow(discount_factor(r).value, years)};
}

/// Years' worth of a constant yearly payment, in prices of one year.
template <class T>
constexpr duration<T> present_worth_factor(strong<discount_tag<real_terms>, T> const& r, int years) {
    return detail::geometric_sum(discount_factor(r).value, years) * year;
}
/// The same for a payment that grows by g every year, the first of them by g already (NREL REopt's convention).
template <class Terms, class T>
constexpr duration<T>
present_worth_factor(strong<discount_tag<Terms>, T> const& r, basic_growth_rate<T> const& g, int years) {
    return detail::geometric_sum((T(1.0) + g.value) / (T(1.0) + r.value), years) * year;
}

/// The constant yearly payment that repays one unit of capital with interest, per year. years >= 1.
template <class T>
constexpr rate<T> capital_recovery_factor(strong<discount_tag<real_terms>, T> const& r, int years) {
    return 1.0 / present_worth_factor(r, years);
}

} // namespace tallywatt

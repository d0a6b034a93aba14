#pragma once
// Level payments on a loan, as books on data centre cost state them: principal and interest in equal payments.
//
//   payment = P i/(1 - (1+i)^-n)      i the interest of one period, the yearly rate over the periods of a year
//
// 1 - (1+i)^-n over i is x + ... + x^n with x = 1/(1+i): no pole at i = 0. The rate is nominal, compounded once a period; an
// evaluation uses capital_recovery_factor at a real rate instead. Reference: Barroso, Holzle and Ranganathan, The Datacenter as
// a Computer, chapter 6.
//
//   money<> const m = level_payment(10.0 * USD, nominal_discount_rate{0.08}, 144, 12);   // 0.108245 USD a month for 12 years

#include <tallywatt/finance/annuity.hpp>

namespace tallywatt {

/// What is paid in each of so many periods.
template <class T>
constexpr money<T> level_payment(
    money<T> const& principal, strong<discount_tag<nominal_terms>, T> const& yearly, int periods,
    int periods_of_a_year = 12
) {
    T const x = T(1.0) / (T(1.0) + yearly.value / T(double(periods_of_a_year)));
    return principal / detail::geometric_sum(x, periods);
}

} // namespace tallywatt

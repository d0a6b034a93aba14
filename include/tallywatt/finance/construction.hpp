#pragma once
// Interest during construction: capital spent before operation, brought to its start.
//
//   sum_j s_j (1+r)^((j - 1/2)/12)      s_j the share spent in the j-th month before operation, at its middle
//
// evenly over n months: (1/n) x^(1/2) (1 + x + ... + x^(n-1)), x = (1+r)^(1/12). Validity: 0 to 120 months, real rates above
// -90 %. Reference: NREL SAM and EPRI TAG, allowance for funds used during construction (yearly there, monthly here).
//
//   ratio const dearer = construction_interest(discount_rate{0.07}, 24);   // 1.0708: two years, one of them on average

#include <tallywatt/finance/payments.hpp>

#include <span>

namespace tallywatt {

/// Worth at the start of operation of one unit of capital spent evenly over the months before it.
template <class T>
constexpr basic_ratio<T> construction_interest(strong<discount_tag<real_terms>, T> const& r, int months) {
    if (months <= 0)
        return basic_ratio<T>{T(1.0)};
    T const x = monthly_growth(r);
    T sum = T(0.0);
    for (int j = 0; j < months; ++j)
        sum = sum * x + T(1.0);
    return basic_ratio<T>{sum * math::sqrt(x) / T(double(months))};
}

/// The same by the shares s_j in which it is spent, the month before operation first. They should sum to one.
template <class T>
constexpr basic_ratio<T>
construction_interest(strong<discount_tag<real_terms>, T> const& r, std::span<double const> shares) {
    T const x = monthly_growth(r);
    T sum = T(0.0);
    for (std::size_t j = shares.size(); j-- > 0;)
        sum = sum * x + T(shares[j]);
    return basic_ratio<T>{sum * math::sqrt(x)};
}

} // namespace tallywatt

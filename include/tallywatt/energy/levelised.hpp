#pragma once
// Levelised cost of energy: capital, turned into a yearly charge, with operation, over the energy of a year.
//   LCOE = (FCR C + O_fixed)/E + o_variable,   FCR = CRF(r, n) where only the discount rate and life count
// and the interest a plant pays while it is built: capital at completion over overnight capital,
//   (1/n) sum_{j=1..n} (1 + r)^(n - j), spending uniform over n years and dated at each year's end.
// Reference: NREL System Advisor Model, fixed-charge-rate LCOE (cmod_lcoefcr).
//
//   money_per_energy<> c = levelised_cost(182.7e6 * USD, 0.0924 / year, 5.1e6 * USD / year, {}, 86.4 * megawatt);

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/math.hpp>
#include <tallywatt/units/constants.hpp>

#include <type_traits>

namespace tallywatt {

/// Levelised cost from a fixed charge rate (per time): capital in all, fixed cost per time, cost per energy, mean power.
template <class T>
constexpr money_per_energy<T> levelised_cost(
    money<T> const& capital, std::type_identity_t<rate<T>> const& fixed_charge_rate,
    std::type_identity_t<money_rate<T>> const& fixed, std::type_identity_t<money_per_energy<T>> const& variable,
    std::type_identity_t<power<T>> const& mean_power
) {
    return (capital * fixed_charge_rate + fixed) / mean_power + variable;
}

/// Levelised cost at a real discount rate over a life in years.
template <class T>
constexpr money_per_energy<T> levelised_cost(
    money<T> const& capital, std::type_identity_t<basic_discount_rate<real_terms, T>> const& discount, int life_years,
    std::type_identity_t<money_rate<T>> const& fixed, std::type_identity_t<money_per_energy<T>> const& variable,
    std::type_identity_t<power<T>> const& mean_power
) {
    return levelised_cost(capital, capital_recovery_factor(discount, life_years), fixed, variable, mean_power);
}

/// Capital at completion over overnight capital, for uniform spending over `years` of construction (1 year: no interest).
template <class T>
constexpr basic_ratio<T> construction_interest(basic_discount_rate<real_terms, T> const& discount, int years) {
    T const growth = T(1.0) + discount.value;
    T sum = T(1.0);
    for (int j = 1; j < years; ++j)
        sum = sum * growth + T(1.0);
    return basic_ratio<T>{sum / T(static_cast<double>(years < 1 ? 1 : years))};
}

} // namespace tallywatt

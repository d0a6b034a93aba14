#pragma once
// Levelised cost of energy, three ways that agree where their assumptions do:
//   fixed charge rate       LCOE = (FCR C + O_fixed)/E + o_variable            (C, E of one year; FCR by any financing)
//   capital recovery        FCR = CRF(r, n), the discount rate and life alone
//   discounted cash flow    LCOE = sum_t cost_t v^t / sum_t energy_t v^t,  v = 1/(1+r), output fading by f every year
// Capital is at completion: overnight capital times finance/construction.hpp's interest.
// A nominal fixed charge rate with taxes: FCR = CRF(WACC, n) (1 - tax PVD)/(1 - tax), PVD the present value of depreciation.
// Reference: NREL System Advisor Model, fixed-charge-rate LCOE (cmod_lcoefcr); NREL ATB, equations; REopt levelization_factor.
//
//   money_per_energy<> c = levelised_cost(182.7e6 * USD, 0.0924 / year, 5.1e6 * USD / year, {}, 86.4 * megawatt);

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/math.hpp>
#include <tallywatt/number/monotone.hpp>
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

/// Levelised cost by discounted cash flow: capital now, `mean_power` in the first year and (1 - fade) of it in each next.
template <class T>
constexpr money_per_energy<T> discounted_cost(
    money<T> const& capital, std::type_identity_t<basic_discount_rate<real_terms, T>> const& discount, int life_years,
    std::type_identity_t<money_rate<T>> const& fixed, std::type_identity_t<money_per_energy<T>> const& variable,
    std::type_identity_t<power<T>> const& mean_power, std::type_identity_t<basic_fraction<T>> const& fade = {}
) {
    T const v = discount_factor(discount).value;
    T costs = T(0.0), delivered = T(0.0), worth = T(1.0), output = T(1.0);
    for (int t = 1; t <= life_years; ++t) {
        worth = worth * v;
        costs = costs + worth;
        delivered = delivered + worth * output;
        output = output * (T(1.0) - fade.value);
    }
    return (capital + fixed * (costs * year)) / (mean_power * (delivered * year)) + variable;
}

/// Levelised output over that of the first year, where (1 - fade) of a year's output is left in the next; the energy's
/// price grows by `growth` every year, the first of them by it already (REopt's convention).
template <class T>
constexpr basic_ratio<T> degradation_factor(
    basic_discount_rate<real_terms, T> const& discount, std::type_identity_t<basic_fraction<T>> const& fade, int years,
    std::type_identity_t<basic_growth_rate<T>> const& growth = {}
) {
    auto const of = [years](T const& q, T const& kept) {
        T faded = T(0.0), whole = T(0.0);
        for (int t = 0; t < years; ++t) { // Horner from the last year, both sums without their common factor q
            faded = T(1.0) + q * kept * faded;
            whole = T(1.0) + q * whole;
        }
        return faded / whole;
    };
    // falls with q, as late years count for more, and with the fade
    T const weight = (T(1.0) + growth.value) / (T(1.0) + discount.value), left = T(1.0) - fade.value;
    return basic_ratio<T>{detail::monotone(
        [&](T const& q) { return detail::monotone([&](T const& kept) { return of(q, kept); }, left); }, weight
    )};
}

/// Fixed charge rate with an income tax: depreciation_worth is the present value of the deductions per dollar of capital.
template <class T>
constexpr rate<T> fixed_charge_rate(
    basic_discount_rate<real_terms, T> const& discount, int life_years,
    std::type_identity_t<basic_fraction<T>> const& tax,
    std::type_identity_t<basic_fraction<T>> const& depreciation_worth
) {
    return capital_recovery_factor(discount, life_years)
           * ((T(1.0) - tax.value * depreciation_worth.value) / (T(1.0) - tax.value));
}

} // namespace tallywatt

#pragma once
// The after-tax option: what tax on profit, depreciation and credits make of capital. The owner asks for a constant yearly
// revenue in prices of one year, so that after tax the capital earns the rate r (real, after tax):
//
//   revenue (1 - t) PWF(r, n) = C [g - i w - t (1 - b i) D(w)] - (1 - t) S v^n
//
//   C capital, S salvage (taxed: its basis is gone), g interest during construction, t tax rate, i investment credit (taken at
//   the end of year 1), b share of the credit that the basis loses, D(w) worth of the depreciation, w = 1/((1+r)(1+inflation)),
//   since depreciation is in the money of the day of purchase. Bonus: a share of the basis is deducted in year 1.
//
// At t = 0 and i = 0 it is (C g - S v^n)/PWF: the annual cost before tax. Interest during construction is not depreciated.
// Losses earn their tax at once (the owner has other profit). Reference: NREL REopt.jl effective_cost (the left side with g = 1,
// S = 0), NREL SAM and IRS Publication 946.
//
//   taxation const us{.rate = fraction{0.26}};
//   ratio const shield = effective_cost(us, accelerated_depreciation(5), fraction{0.0}, nominal_discount_rate{0.0624}); // 0.7797

#include <tallywatt/finance/construction.hpp>
#include <tallywatt/finance/depreciation.hpp>
#include <tallywatt/number/field.hpp>

#include <string_view>

namespace tallywatt {

/// Tax on profit and what eases it. A rate of 0 (the default) leaves all of it out but the investment credit.
template <class T = double>
struct basic_taxation {
    basic_fraction<T> rate{};               ///< on profit
    basic_fraction<T> investment_credit{};  ///< of capital, given back at the end of the first year
    basic_fraction<T> credit_basis{T(0.5)}; ///< share of the credit by which the depreciable basis falls
    basic_fraction<T> bonus{};              ///< of the basis, deducted in the first year
    bool accelerated = true;                ///< declining balance in half years; else straight line
    int it_recovery = 5;                    ///< years over which IT, network and storage are deducted
    int plant_recovery = 15;                ///< electrical and cooling plant
    int shell_recovery = 39;

    static constexpr char const* kind = "taxation";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source irs{"IRS Publication 946, recovery periods", "2024", confidence::high};
        visit(field{"rate", between(0.0, 0.95)}, self.rate...);
        visit(field{"investment_credit", unit_interval}, self.investment_credit...);
        visit(
            field{
                "credit_basis",
                unit_interval,
                {"Internal Revenue Code 50(c)(3), as in NREL/REopt.jl", "2026-01", confidence::high}},
            self.credit_basis...
        );
        visit(field{"bonus", unit_interval}, self.bonus...);
        visit(field{"accelerated"}, self.accelerated...);
        visit(field{"it_recovery", between(1.0, 59.0), irs}, self.it_recovery...);
        visit(
            field{
                "plant_recovery",
                between(1.0, 59.0),
                {"Practice of cost segregation, 15 years; without it 39", "n.d.", confidence::low}},
            self.plant_recovery...
        );
        visit(field{"shell_recovery", between(1.0, 59.0), irs}, self.shell_recovery...);
    }
    constexpr operator basic_taxation<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using taxation = basic_taxation<>;

/// The schedule of a recovery period under these rules.
template <class T>
constexpr depreciation_schedule depreciation_over(basic_taxation<T> const& tax, int years) {
    return tax.accelerated ? accelerated_depreciation(years) : straight_line_depreciation(years);
}
/// Bonus is for property of at most 20 years.
template <class T>
constexpr basic_fraction<T> bonus_over(basic_taxation<T> const& tax, int years) {
    return years > 0 && years <= 20 ? tax.bonus : basic_fraction<T>{T(0.0)};
}

namespace detail {
// Worth of all deductions of one unit of basis; w one year's nominal discount factor.
template <class T>
constexpr T worth_of_deductions(depreciation_schedule const& s, basic_fraction<T> const& bonus, T const& w) {
    return bonus.value * w + (T(1.0) - bonus.value) * present_worth(s, basic_ratio<T>{w});
}
template <class T>
constexpr T basis_after(basic_taxation<T> const& tax) {
    return T(1.0) - tax.credit_basis.value * tax.investment_credit.value;
}
} // namespace detail

/// What a unit of capital costs net of its credit and of the tax that its depreciation saves; not grossed up.
template <class T>
constexpr basic_ratio<T> effective_cost(
    basic_taxation<T> const& tax, depreciation_schedule const& s, basic_fraction<T> const& bonus,
    strong<discount_tag<nominal_terms>, T> const& r
) {
    T const w = discount_factor(r).value;
    return basic_ratio<T>{
        T(1.0) - tax.investment_credit.value * w
        - tax.rate.value * detail::basis_after(tax) * detail::worth_of_deductions(s, bonus, w)};
}

/// A credit paid per energy for the first years of a plant (indexed to prices), spread over its life, before tax.
template <class T>
constexpr money_per_energy<T> levelised_production_credit(
    money_per_energy<T> const& credit, int paid, int life, strong<discount_tag<real_terms>, T> const& r,
    basic_fraction<T> const& tax
) {
    return credit * (present_worth_factor(r, paid) / present_worth_factor(r, life)) / (T(1.0) - tax.value);
}

/// Whether a field of the rules can move a result: without a tax only the credit does.
template <class T>
constexpr bool in_play(basic_taxation<T> const& tax, std::string_view name) {
    return name == "rate" || name == "investment_credit" || tax.rate.value > 0.0;
}

} // namespace tallywatt

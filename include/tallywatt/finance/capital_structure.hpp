#pragma once
// What capital costs: the weighted average cost of equity and debt, nominal and real.
//
//   nominal  e k_e + (1-e) k_d (1-t)          real  (1 + nominal)/(1 + inflation) - 1
//
// e equity share, k_e and k_d nominal cost of equity and debt, t tax on profit (interest is deducted). An evaluation takes the
// real rate. Default: Lazard's case, 7.68 % nominal, 5.05 % real. Reference: Lazard, Levelized Cost of Energy+, assumptions.
//
//   terms.discount = capital_structure{.equity = fraction{0.3}, .cost_of_debt = nominal_discount_rate{0.09}}.real();

#include <tallywatt/finance/finance.hpp>

namespace tallywatt {

template <class T = double>
struct basic_capital_structure {
    basic_fraction<T> equity{T(0.4)};
    basic_discount_rate<nominal_terms, T> cost_of_equity{T(0.12)};
    basic_discount_rate<nominal_terms, T> cost_of_debt{T(0.08)};
    basic_fraction<T> tax{T(0.4)};
    basic_inflation_rate<T> inflation{T(0.025)};

    [[nodiscard]] constexpr basic_discount_rate<nominal_terms, T> nominal() const {
        return weighted_cost_of_capital(equity, cost_of_equity, cost_of_debt, tax);
    }
    [[nodiscard]] constexpr basic_discount_rate<real_terms, T> real() const { return to_real(nominal(), inflation); }

    static constexpr char const* kind = "capital_structure";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source lazard{
            "Lazard, Levelized Cost of Energy+, 40 % equity at 12 %, debt at 8 %, 40 % tax", "2024-06",
            confidence::medium};
        visit(field{"equity", unit_interval, lazard}, self.equity...);
        visit(field{"cost_of_equity", between(-0.5, 1.0), lazard}, self.cost_of_equity...);
        visit(field{"cost_of_debt", between(-0.5, 1.0), lazard}, self.cost_of_debt...);
        visit(field{"tax", unit_interval, lazard}, self.tax...);
        visit(
            field{
                "inflation",
                between(-0.5, 1.0),
                {"NREL/REopt.jl, escalation of operation and maintenance", "2026-01", confidence::high}},
            self.inflation...
        );
    }
    constexpr operator basic_capital_structure<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using capital_structure = basic_capital_structure<>;

} // namespace tallywatt

#pragma once
// The terms money is available on and how long each class of assets lives: what turns capital into cost per year.
//
//   WACC = e k_e + (1-e) k_d (1-t)        e equity share, k_e and k_d cost of equity and debt, t tax on profit
//
// Default rate: Lazard's case, 7.68 % nominal after tax (40 % equity at 12 %, debt at 8 %, 40 % tax), less 2.5 %
// inflation: 5.05 % real. Lives: practice of the field and operators' accounts; each with its source in the field
// list. Maintenance, insurance and tax of the building are zero here: facility::maintenance holds them, per IT
// capacity.
//
//   finance terms{};   terms.it.life = 6;
//   money_rate<> const yearly = annual_cost(20e6 * USD, terms.it, terms.discount).total();

#include <tallywatt/finance/asset.hpp>
#include <tallywatt/number/monotone.hpp>

namespace tallywatt {

/// Weighted average cost of capital, nominal and after tax.
template <class T>
constexpr basic_discount_rate<nominal_terms, T> weighted_cost_of_capital(
    basic_fraction<T> const& equity, strong<discount_tag<nominal_terms>, T> const& cost_of_equity,
    strong<discount_tag<nominal_terms>, T> const& cost_of_debt, basic_fraction<T> const& tax
) {
    T const debt = cost_of_debt.value * complement(tax).value;
    auto const at = [&](T const& e) { return e * cost_of_equity.value + (T(1.0) - e) * debt; };
    return basic_discount_rate<nominal_terms, T>{detail::monotone(at, equity.value)};
}

/// Financing terms and asset classes.
template <class T = double>
struct basic_finance {
    basic_discount_rate<real_terms, T> discount{T((0.0768 - 0.025) / 1.025)};
    int price_year = 2025; ///< of every price of an evaluation
    basic_asset_class<T> it = {
        .life = 5,
        .salvage = basic_fraction<T>{T(0.0)},
        .maintenance = basic_fraction<T>{T(0.03)},
        .insurance_and_tax = basic_fraction<T>{T(0.013)}};
    basic_asset_class<T> network = {
        .life = 6,
        .salvage = basic_fraction<T>{T(0.0)},
        .maintenance = basic_fraction<T>{T(0.03)},
        .insurance_and_tax = basic_fraction<T>{T(0.013)}};
    basic_asset_class<T> storage = {
        .life = 5,
        .salvage = basic_fraction<T>{T(0.0)},
        .maintenance = basic_fraction<T>{T(0.03)},
        .insurance_and_tax = basic_fraction<T>{T(0.013)}};
    basic_asset_class<T> shell = {
        .life = 35,
        .salvage = basic_fraction<T>{T(0.0)},
        .insurance_and_tax = basic_fraction<T>{T(0.013)}};
    basic_asset_class<T> electrical = {
        .life = 17,
        .salvage = basic_fraction<T>{T(0.0)},
        .insurance_and_tax = basic_fraction<T>{T(0.013)}};
    basic_asset_class<T> mechanical = {
        .life = 17,
        .salvage = basic_fraction<T>{T(0.0)},
        .insurance_and_tax = basic_fraction<T>{T(0.013)}};
    basic_asset_class<T> land = {
        .life = 35,
        .salvage = basic_fraction<T>{T(1.0)},
        .insurance_and_tax = basic_fraction<T>{T(0.010)}};
    basic_asset_class<T> generation = {
        .life = 25,
        .salvage = basic_fraction<T>{T(0.0)},
        .maintenance = basic_fraction<T>{T(0.0)},
        .insurance_and_tax = basic_fraction<T>{T(0.013)}};

    static constexpr char const* kind = "finance";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{
                "discount",
                between(-0.99, 1.0),
                {"Lazard case, WACC 7.68 % nominal, less 2.5 % inflation (NREL/REopt.jl, O&M escalation)", "2026-01",
                 confidence::medium}},
            self.discount...
        );
        visit(
            field{
                "price_year",
                between(1990.0, 2100.0),
                {},
                "names the year of the prices; money_of_year keeps years apart"},
            self.price_year...
        );
        visit(
            field{
                "it",
                {},
                {"Operators' accounts, useful life of servers 4 to 6 years; planning practice: maintenance 3 to 8 %, insurance 0.3 and property tax 1 % a year",
                 "2026", confidence::medium}},
            self.it...
        );
        visit(field{"network", {}, {"Planning practice, 5 to 8 years", "n.d.", confidence::low}}, self.network...);
        visit(
            field{"storage", {}, {"Operators' accounts, useful life of servers", "2026", confidence::low}},
            self.storage...
        );
        visit(field{"shell", {}, {"Planning practice, 30 to 40 years; insurance 0.3 (0.1 to 0.6) and property tax 1 (0 to 2.5) % a year", "n.d.", confidence::low}}, self.shell...);
        visit(
            field{"electrical", {}, {"Planning practice, 15 to 20 years; insurance and property tax as the shell", "n.d.", confidence::low}}, self.electrical...
        );
        visit(
            field{"mechanical", {}, {"Planning practice, 15 to 20 years; insurance and property tax as the shell", "n.d.", confidence::low}}, self.mechanical...
        );
        visit(field{"land", {}, {"Land keeps its price", "n.d.", confidence::assumed}}, self.land...);
        visit(
            field{
                "generation",
                {},
                {"NREL ATB 2024, gas combined cycle 25 years; O&M is the source's own", "2026-05", confidence::medium}},
            self.generation...
        );
    }
    constexpr operator basic_finance<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using finance = basic_finance<>;

} // namespace tallywatt

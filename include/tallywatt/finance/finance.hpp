#pragma once
// The terms money is available on and how long each class of assets lives: what turns capital into cost per year.
//
//   WACC = e k_e + (1-e) k_d (1-t)        e equity share, k_e and k_d cost of equity and debt, t tax on profit
//
//   annual cost of a class = its asset's (finance/asset.hpp), with interest during construction and, where a tax is given, as the
//   revenue that is required before tax (finance/tax.hpp)
//
// Default rate: Lazard's case, 7.68 % nominal after tax (40 % equity at 12 %, debt at 8 %, 40 % tax), less 2.5 %
// inflation: 5.05 % real. Lives: practice of the field and operators' accounts; each with its source in the field
// list. Maintenance of the building is zero here: facility::maintenance holds it, per IT capacity. Insurance and property tax
// are shares of each class's capital.
//
//   finance terms{};   terms.it.life = 6;
//   money_rate<> const yearly = annual_cost(20e6 * USD, terms.it, terms.discount).total();

#include <tallywatt/finance/asset.hpp>
#include <tallywatt/finance/tax.hpp>
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
        .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.010)}};
    basic_asset_class<T> network = {
        .life = 6,
        .salvage = basic_fraction<T>{T(0.0)},
        .maintenance = basic_fraction<T>{T(0.03)},
        .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.010)}};
    basic_asset_class<T> storage = {
        .life = 5,
        .salvage = basic_fraction<T>{T(0.0)},
        .maintenance = basic_fraction<T>{T(0.03)},
        .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.010)}};
    basic_asset_class<T> shell = {
        .life = 35, .salvage = basic_fraction<T>{T(0.0)}, .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.010)}};
    basic_asset_class<T> electrical = {
        .life = 17, .salvage = basic_fraction<T>{T(0.0)}, .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.010)}};
    basic_asset_class<T> mechanical = {
        .life = 17, .salvage = basic_fraction<T>{T(0.0)}, .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.010)}};
    basic_asset_class<T> land = {
        .life = 35, .salvage = basic_fraction<T>{T(1.0)}, .property_tax = basic_fraction<T>{T(0.010)}};
    basic_upkeep<T> generation = { ///< its capital is recovered over the life that its source states, before tax
        .maintenance = basic_fraction<T>{T(0.0)},
        .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.010)}};
    money_per_accelerator_time<T> software{};    ///< licences and support, of every accelerator, used or not
    int construction_months = 0;                 ///< over which building, plant and land are paid before operation
    basic_inflation_rate<T> inflation{T(0.025)}; ///< of the money in which depreciation is deducted
    basic_taxation<T> tax{};

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
                {"Operators' accounts, useful life of servers 4 to 6 years; planning practice: maintenance 3 to 8 %, "
                 "insurance 0.3 and property tax 1 % a year",
                 "2026", confidence::medium}},
            self.it...
        );
        visit(field{"network", {}, {"Planning practice, 5 to 8 years", "n.d.", confidence::low}}, self.network...);
        visit(
            field{"storage", {}, {"Operators' accounts, useful life of servers", "2026", confidence::low}},
            self.storage...
        );
        visit(
            field{
                "shell",
                {},
                {"Planning practice, 30 to 40 years; insurance 0.3 (0.1 to 0.6) and property tax 1 (0 to 2.5) % a year",
                 "n.d.", confidence::low}},
            self.shell...
        );
        visit(
            field{
                "electrical",
                {},
                {"Planning practice, 15 to 20 years; insurance and property tax as the shell", "n.d.",
                 confidence::low}},
            self.electrical...
        );
        visit(
            field{
                "mechanical",
                {},
                {"Planning practice, 15 to 20 years; insurance and property tax as the shell", "n.d.",
                 confidence::low}},
            self.mechanical...
        );
        visit(field{"land", {}, {"Land keeps its price", "n.d.", confidence::assumed}}, self.land...);
        visit(
            field{
                "generation",
                {},
                {"Insurance and property tax as the shell; maintenance is the source's own O&M", "n.d.",
                 confidence::low}},
            self.generation...
        );
        visit(
            field{
                "software",
                non_negative,
                {"Open-source stacks are free of charge; licences: catalog/software.hpp", "2026", confidence::assumed}},
            self.software...
        );
        visit(
            field{"construction_months", between(0.0, basic_payments<T>::longest_construction)},
            self.construction_months...
        );
        visit(
            field{
                "inflation",
                between(-0.5, 1.0),
                {"NREL/REopt.jl, escalation of operation and maintenance", "2026-01", confidence::high}},
            self.inflation...
        );
        visit(field{"tax"}, self.tax...);
    }
    constexpr operator basic_finance<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using finance = basic_finance<>;

/// Inflation acts on deductions alone: prices and rates are real.
template <class T>
constexpr bool in_play(basic_finance<T> const& f, std::string_view name) {
    return name != "inflation" || f.tax.rate.value > 0.0;
}

/// The classes of assets of an evaluation.
enum class asset_kind : unsigned char {
    it,
    network,
    data_storage,
    shell,
    electrical,
    mechanical,
    land,
    own_generation
};
inline constexpr asset_kind asset_kinds[] = {asset_kind::it,    asset_kind::network,       asset_kind::data_storage,
                                             asset_kind::shell, asset_kind::electrical,    asset_kind::mechanical,
                                             asset_kind::land,  asset_kind::own_generation};

/// What finance says of one class; of own generation nothing.
template <class T = double>
struct basic_class_terms {
    basic_asset_class<T> asset{};
    int recovery = 0;            ///< years of tax depreciation; 0: deducted when it is sold
    int construction_months = 0; ///< before operation
};

template <class T>
constexpr basic_class_terms<T> terms_of(basic_finance<T> const& f, asset_kind k) {
    int const months = f.construction_months;
    switch (k) {
    case asset_kind::it:
        return {f.it, f.tax.it_recovery, 0};
    case asset_kind::network:
        return {f.network, f.tax.it_recovery, 0};
    case asset_kind::data_storage:
        return {f.storage, f.tax.it_recovery, 0};
    case asset_kind::shell:
        return {f.shell, f.tax.shell_recovery, months};
    case asset_kind::electrical:
        return {f.electrical, f.tax.plant_recovery, months};
    case asset_kind::mechanical:
        return {f.mechanical, f.tax.plant_recovery, months};
    case asset_kind::land:
        return {f.land, 0, months};
    case asset_kind::own_generation:
        break;
    }
    return {}; // its life is its source's: see annual_cost
}

/// The schedule by which a class is deducted over its life.
template <class T>
constexpr depreciation_schedule deductions_of(basic_class_terms<T> const& c, basic_taxation<T> const& tax) {
    return (c.recovery > 0 ? depreciation_over(tax, c.recovery) : depreciation_schedule{}).sold_after(c.asset.life);
}

/// Annual cost of capital in a class: before tax, with interest during construction; see finance/tax.hpp for the formula.
template <class T>
constexpr basic_asset_cost<T>
annual_cost(money<T> const& capital, basic_class_terms<T> const& c, basic_finance<T> const& f) {
    auto const schedule = deductions_of(c, f.tax);
    auto const bonus = bonus_over(f.tax, c.recovery);
    int const life = c.asset.life;
    // it rises with the tax and with the rate of return, so an interval of either is taken at its ends
    auto const recovery = [&](T const& r, T const& t) {
        basic_discount_rate<real_terms, T> const rate{r};
        T const v = discount_factor(rate).value, w = v / (T(1.0) + f.inflation.value), left = T(1.0) - t;
        T const bought = construction_interest(rate, c.construction_months).value - f.tax.investment_credit.value * w
                         - t * detail::basis_after(f.tax) * detail::worth_of_deductions(schedule, bonus, w);
        return (bought - left * (c.asset.salvage.value * math::pow(v, life))) / (left * detail::geometric_sum(v, life));
    };
    T const per_year = detail::monotone(
        [&](T const& r) { return detail::monotone([&](T const& t) { return recovery(r, t); }, f.tax.rate.value); },
        f.discount.value
    );
    return {
        capital * per_year / year, capital * c.asset.maintenance / year, capital * c.asset.insurance / year,
        capital * c.asset.property_tax / year};
}
/// The same by kind. Of own generation it is the upkeep alone: its source recovers the capital.
template <class T>
constexpr basic_asset_cost<T> annual_cost(money<T> const& capital, asset_kind k, basic_finance<T> const& f) {
    if (k == asset_kind::own_generation)
        return {
            {}, capital * f.generation.maintenance / year, capital * f.generation.insurance / year,
            capital * f.generation.property_tax / year};
    return annual_cost(capital, terms_of(f, k), f);
}

} // namespace tallywatt

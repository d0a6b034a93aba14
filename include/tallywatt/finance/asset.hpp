#pragma once
// Equivalent annual cost of an asset class: life, what is left at its end, and what it costs to keep.
//
//   annual cost = (C - S v^n) CRF(r, n) + O       S salvage, n life in years, O maintenance, insurance and property tax
//
// in prices of one year and at a real rate. Reference: EPRI TAG.
//
//   asset_cost<> const a = annual_cost(10e6 * USD, asset_class{.life = 5}, discount_rate{0.07});
//   money_rate<> const yearly = a.total();

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

/// How long a class of assets lives and what it costs to keep. Fractions are of the capital.
template <class T = double>
struct basic_asset_class {
    int life = 15;                         ///< years
    basic_fraction<T> salvage{};           ///< left at the end of life
    basic_fraction<T> maintenance{};       ///< per year
    basic_fraction<T> insurance{};         ///< per year
    basic_fraction<T> property_tax{};      ///< per year

    static constexpr char const* kind = "asset_class";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{
            "Planning practice; for servers 3 to 8 % maintenance, 0.1 to 0.6 % insurance and 0 to 2.5 % property tax a year", "n.d.",
            confidence::low};
        visit(
            field{
                "life",
                between(1.0, 100.0),
                {"Operators' accounts, 4 to 6 years for servers; planning practice", "2026", confidence::medium}},
            self.life...
        );
        visit(
            field{
                "salvage", unit_interval, {"Nothing is left at the end of life, assumed", "n.d.", confidence::assumed}},
            self.salvage...
        );
        visit(field{"maintenance", unit_interval, practice}, self.maintenance...);
        visit(field{"insurance", unit_interval, practice}, self.insurance...);
        visit(field{"property_tax", unit_interval, practice}, self.property_tax...);
    }
    constexpr operator basic_asset_class<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using asset_class = basic_asset_class<>;

/// What an asset costs to keep whose life and recovery are stated elsewhere. Fractions are of the capital.
template <class T = double>
struct basic_upkeep {
    basic_fraction<T> maintenance{};       ///< per year
    basic_fraction<T> insurance{};         ///< per year
    basic_fraction<T> property_tax{};      ///< per year

    static constexpr char const* kind = "upkeep";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"maintenance", unit_interval}, self.maintenance...);
        visit(field{"insurance", unit_interval}, self.insurance...);
        visit(field{"property_tax", unit_interval}, self.property_tax...);
    }
    constexpr operator basic_upkeep<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using asset_upkeep = basic_upkeep<>;

/// What an asset costs per time.
template <class T = double>
struct basic_asset_cost {
    money_rate<T> capital_recovery{};
    money_rate<T> maintenance{};
    money_rate<T> insurance{};
    money_rate<T> property_tax{};

    [[nodiscard]] constexpr money_rate<T> total() const { return capital_recovery + maintenance + insurance + property_tax; }
    friend constexpr basic_asset_cost operator+(basic_asset_cost const& a, basic_asset_cost const& b) {
        return {
            a.capital_recovery + b.capital_recovery, a.maintenance + b.maintenance,
            a.insurance + b.insurance, a.property_tax + b.property_tax};
    }

    static constexpr char const* kind = "asset_cost";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capital_recovery"}, self.capital_recovery...);
        visit(field{"maintenance"}, self.maintenance...);
        visit(field{"insurance"}, self.insurance...);
        visit(field{"property_tax"}, self.property_tax...);
    }
};
using asset_cost = basic_asset_cost<>;

/// Annual cost of capital in an asset class at a real discount rate.
template <class T>
constexpr basic_asset_cost<T>
annual_cost(money<T> const& capital, basic_asset_class<T> const& kind, strong<discount_tag<real_terms>, T> const& r) {
    // Both factors fall in v, and capital stands outside: an interval stays tight.
    T const v = discount_factor(r).value, kept = T(1.0) - kind.salvage.value * math::pow(v, kind.life);
    return {
        capital * (kept / detail::geometric_sum(v, kind.life)) / year, capital * kind.maintenance / year,
        capital * kind.insurance / year, capital * kind.property_tax / year};
}

/// Present worth of replacing an asset at the end of each life while its price falls by a constant share every year, less what
/// each purchase leaves at its end: C (1 - S v^n) sum_{k<purchases} ((1 + g) v)^(n k), g the yearly growth of the price (negative
/// where it falls), S the salvage, a share of what that purchase cost.
template <class T>
constexpr money<T> replacement_chain(
    money<T> const& capital, basic_growth_rate<T> const& price_growth, strong<discount_tag<real_terms>, T> const& r,
    int life, int purchases, basic_fraction<T> const& salvage = basic_fraction<T>{T(0.0)}
) {
    T const v = discount_factor(r).value, step = math::pow((T(1.0) + price_growth.value) * v, life);
    T const kept = T(1.0) - salvage.value * math::pow(v, life);
    return capital * (kept * (T(1.0) + detail::geometric_sum(step, purchases - 1)));
}

/// The constant yearly cost of such a chain over all its lives: below a single life's where prices fall.
template <class T>
constexpr money_rate<T> annual_cost_of_chain(
    money<T> const& capital, basic_growth_rate<T> const& price_growth, strong<discount_tag<real_terms>, T> const& r,
    int life, int purchases, basic_fraction<T> const& salvage = basic_fraction<T>{T(0.0)}
) {
    return replacement_chain(capital, price_growth, r, life, purchases, salvage)
           / present_worth_factor(r, life * purchases);
}

} // namespace tallywatt

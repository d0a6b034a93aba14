#pragma once
// Markets: what a cheaper token does to demand, energy and prices, and what supply allows.
//
//   demand       Q = Q_0 (1 + g)^k (P/P_0)^-e            e elasticity: an input, known only as a range (catalog/market.hpp)
//   learning     P = P_0 (X/X_0)^-b (1 + a)^k            X tokens made so far; b = -log2(1 - l), l the fall per doubling
//                                                        (Wright); a what falls with the years alone
//   supply       tokens <= accelerators x tokens of each;   tokens x energy of each <= power
//
// A token that costs p of the old price and takes w of the old energy (both below 1):
//
//   tokens       p^-e         energy  w p^-e          saved 1 - w p^-e of the energy where 1 - w was expected
//   rebound      1 - saved/expected: 0 none, 1 all of it; above 1 total energy rises (Jevons)
//   break-even   e* = ln w/ln p: with a higher elasticity cheaper tokens take more energy in all
//
// Where energy falls as the price does, e* is 1. Where price falls by more than energy (hardware, margins), e* is below 1: energy
// grows even under inelastic demand. Validity: constant elasticity, fit for price changes within a factor of ten or so.
// Reference: Wright 1936; Khazzoom 1980; Saunders 1992; Sorrell 2009 for the words.
//
//   rebound<> const r = rebound_of({.price = ratio{0.5}, .energy = ratio{0.6}, .elasticity = 1.1});   // e* = 0.737

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/field.hpp>

#include <array>

namespace tallywatt {

/// A change of what a token costs and takes.
template <class T = double>
struct basic_cheaper_token {
    basic_ratio<T> price{T(1.0)};  ///< new over old
    basic_ratio<T> energy{T(1.0)}; ///< per token, new over old
    T elasticity = T(1.0);         ///< of demand: per cent more tokens per per cent lower price

    static constexpr char const* kind = "cheaper_token";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"price", positive}, self.price...);
        visit(field{"energy", positive}, self.energy...);
        visit(
            field{
                "elasticity",
                between(0.0, 10.0),
                {"Unit elasticity, assumed: spending stays", "n.d.", confidence::assumed}},
            self.elasticity...
        );
    }
};
using cheaper_token = basic_cheaper_token<>;

/// What follows, new over old.
template <class T = double>
struct basic_rebound {
    basic_ratio<T> tokens{}, energy{}, spending{};
    T expected{};              ///< share of energy saved if demand stood still
    T saved{};                 ///< share of energy really saved; negative where it rises
    T share{};                 ///< rebound: of what was expected, eaten up by demand
    T break_even_elasticity{}; ///< above which energy rises

    static constexpr char const* kind = "rebound";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"tokens"}, self.tokens...);
        visit(field{"energy"}, self.energy...);
        visit(field{"spending"}, self.spending...);
        visit(field{.name = "expected", .label = "saving expected"}, self.expected...);
        visit(field{"saved"}, self.saved...);
        visit(field{.name = "share", .label = "rebound"}, self.share...);
        visit(field{"break_even_elasticity"}, self.break_even_elasticity...);
    }
};
template <class T = double>
using rebound = basic_rebound<T>;

/// p^-e.
template <class T>
constexpr T demand_at(T const& price_ratio, T const& elasticity) {
    return math::exp(-(elasticity * math::log(price_ratio)));
}

template <class T>
constexpr basic_rebound<T> rebound_of(basic_cheaper_token<T> const& c) {
    basic_rebound<T> r;
    T const w = c.energy.value, fall = math::log(c.price.value);
    r.tokens = basic_ratio<T>{math::exp(-(c.elasticity * fall))};
    r.energy = basic_ratio<T>{w * r.tokens.value};
    r.spending = basic_ratio<T>{math::exp((T(1.0) - c.elasticity) * fall)};
    r.expected = T(1.0) - w;
    r.saved = T(1.0) - r.energy.value;
    // (1 - s)/(1 - w) - 1 = w (p^-e - 1)/(1 - w); a token that takes as much as before has nothing to eat up
    T const some = math::select(math::abs(r.expected) > T(1e-12), r.expected, T(1e-12));
    r.share = w * (r.tokens.value - T(1.0)) / some;
    T const moved = math::select(math::abs(fall) > T(1e-12), fall, T(-1e-12));
    r.break_even_elasticity = math::log(w) / moved;
    return r;
}

/// b of Wright's law, for a fall of the cost by `fall` with each doubling.
template <class T>
constexpr T learning_exponent(basic_fraction<T> const& fall) {
    return math::log(T(1.0) - fall.value) * T(-1.4426950408889634); // over ln 2
}
/// What a unit costs over what it cost, after `cumulative` times as many were made.
template <class T>
constexpr basic_ratio<T> learned(basic_fraction<T> const& fall, T const& cumulative) {
    return basic_ratio<T>{math::exp(-(learning_exponent(fall) * math::log(cumulative)))};
}

/// A market of tokens, by year.
template <class T = double>
struct basic_market {
    int years = 10;
    token_rate<T> tokens{};       ///< demand in year 0, at the first price
    money_per_token<T> price{};   ///< in year 0
    duration<T> made{1.0 * year}; ///< tokens made before, in years of the first demand
    T elasticity = T(1.0);
    basic_growth_rate<T> demand_growth{};        ///< at a constant price: users and uses
    basic_fraction<T> learning{};                ///< fall of the price with each doubling of all tokens made
    basic_growth_rate<T> price_drift{};          ///< per year, whatever is made
    at_facility<energy_per_token<T>> energy{};   ///< per token in year 0
    basic_growth_rate<T> energy_drift{};         ///< per year
    per_accelerator<token_rate<T>> each_makes{}; ///< in year 0
    basic_growth_rate<T> each_drift{}; ///< of what accelerators made in a year can do, against those of the year before
    accelerator_count<T> fleet{};      ///< at the start of year 0; retires evenly over one life
    accelerator_rate<T> supply{};      ///< new accelerators a year
    basic_growth_rate<T> supply_growth{};
    int life = 5;                        ///< years an accelerator serves
    at_facility<power<T>> power_now{};   ///< for tokens, in year 0
    basic_growth_rate<T> power_growth{}; ///< what grids and plants add, per year

    static constexpr char const* kind = "market";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        bounds const drift = between(-0.99, 10.0);
        visit(field{"years", between(1.0, 30.0)}, self.years...);
        visit(field{"tokens", positive}, self.tokens...);
        visit(field{"price", positive}, self.price...);
        visit(field{"made", positive}, self.made...);
        visit(field{"elasticity", between(0.0, 10.0)}, self.elasticity...);
        visit(field{"demand_growth", drift}, self.demand_growth...);
        visit(field{"learning", between(0.0, 0.9)}, self.learning...);
        visit(field{"price_drift", drift}, self.price_drift...);
        visit(field{"energy", positive}, self.energy...);
        visit(field{"energy_drift", drift}, self.energy_drift...);
        visit(field{"each_makes", positive}, self.each_makes...);
        visit(field{"each_drift", drift}, self.each_drift...);
        visit(field{"fleet", non_negative}, self.fleet...);
        visit(field{"supply", non_negative}, self.supply...);
        visit(field{"supply_growth", drift}, self.supply_growth...);
        visit(field{"life", between(1.0, 30.0)}, self.life...);
        visit(field{"power_now", non_negative}, self.power_now...);
        visit(field{"power_growth", drift}, self.power_growth...);
    }
};
using market = basic_market<>;

/// A year of it.
template <class T = double>
struct basic_market_year {
    money_per_token<T> price{};      ///< what cost and learning make it
    money_per_token<T> clearing{};   ///< at which demand is what can be made; the price where supply does not bind
    token_rate<T> demand{};          ///< at `price`
    token_rate<T> by_accelerators{}; ///< what the fleet can make
    token_rate<T> by_power{};        ///< what power allows
    token_rate<T> tokens{};          ///< least of the three
    accelerator_count<T> fleet{};
    at_facility<power<T>> drawn{};

    static constexpr char const* kind = "market_year";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"price"}, self.price...);
        visit(field{"clearing"}, self.clearing...);
        visit(field{"demand"}, self.demand...);
        visit(field{"by_accelerators"}, self.by_accelerators...);
        visit(field{"by_power"}, self.by_power...);
        visit(field{"tokens"}, self.tokens...);
        visit(field{"fleet"}, self.fleet...);
        visit(field{"drawn"}, self.drawn...);
    }
};
using market_year = basic_market_year<>;

/// What binds a year, for printing: numbers of one kind compared in double.
constexpr char const* binding(market_year const& y) {
    if (y.by_accelerators < y.demand && y.by_accelerators <= y.by_power)
        return "accelerators";
    return y.by_power < y.demand ? "power" : "demand";
}

template <class T = double>
struct basic_market_path {
    int years = 0;
    std::array<basic_market_year<T>, 31> year{}; ///< 0 to years
};
template <class T = double>
using market_path = basic_market_path<T>;

/// Year by year. The price of a year follows from what was made before it, and what is delivered in a year serves from the next
/// on for its life: nothing is solved for.
template <class T>
constexpr basic_market_path<T> project(basic_market<T> const& m) {
    basic_market_path<T> p;
    p.years = m.years;
    T const b = learning_exponent(m.learning);
    token_count<T> const before = m.tokens * m.made;
    token_count<T> made = before;
    T drift = T(1.0), uses = T(1.0), effort = T(1.0), ability = T(1.0), output = T(1.0), plants = T(1.0);
    std::array<accelerator_count<T>, 31> bought{}; // in each year
    std::array<T, 31> able{};                      // what each of a year's can do, over those of year 0
    for (int k = 0; k <= m.years; ++k) {
        auto const i = static_cast<std::size_t>(k);
        auto& y = p.year[i];
        T const fallen = drift * math::exp(-(b * math::log(made / before)));
        y.price = m.price * fallen;
        y.demand = m.tokens * uses * math::exp(-(m.elasticity * math::log(fallen)));
        // the fleet: what is left of the first, and the years' deliveries until they retire
        T const left = T(k < m.life ? 1.0 - double(k) / m.life : 0.0);
        y.fleet = m.fleet * left;
        token_rate<T> can = m.each_makes.value * (m.fleet / accelerator_unit) * left;
        for (int j = 0; j < k; ++j)
            if (k - j <= m.life) {
                auto const n = static_cast<std::size_t>(j);
                y.fleet += bought[n];
                can += m.each_makes.value * (bought[n] / accelerator_unit) * able[n];
            }
        bought[i] = m.supply * output * year;
        able[i] = ability;
        y.by_accelerators = can;
        at_facility<energy_per_token<T>> const each{m.energy.value * effort};
        y.by_power = m.power_now.value * plants / each.value;
        y.tokens = math::min(y.demand, math::min(y.by_accelerators, y.by_power));
        y.drawn = at_facility<power<T>>{y.tokens * each.value};
        // demand at the clearing price is what is made; an elasticity below a twentieth is taken as that
        T const scarce = y.demand / y.tokens;
        y.clearing = y.price * math::exp(math::log(scarce) / math::max(m.elasticity, T(0.05)));
        made += y.tokens * year;
        drift = drift * (T(1.0) + m.price_drift.value);
        uses = uses * (T(1.0) + m.demand_growth.value);
        effort = effort * (T(1.0) + m.energy_drift.value);
        ability = ability * (T(1.0) + m.each_drift.value);
        output = output * (T(1.0) + m.supply_growth.value);
        plants = plants * (T(1.0) + m.power_growth.value);
    }
    return p;
}

/// Growth per year that multiplies by `times` in `years`.
template <class T>
constexpr basic_growth_rate<T> compound_growth(T const& times, duration<T> const& span) {
    return basic_growth_rate<T>{math::exp(math::log(times) / (span / year)) - T(1.0)};
}

} // namespace tallywatt

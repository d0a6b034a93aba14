#pragma once
// Money of a stated year. Prices of two years do not add: they are first brought to one, by an inflation rate or a
// price index. Everything inside an evaluation is in prices of finance::price_year; this type is for the edge, where
// prices of different years come in.
//
//   money_of_year<> const turbine{1'000.0 * USD, 2019};
//   money<> const today = in_prices_of(2025, turbine, inflation_rate{0.025}).amount;

#include <tallywatt/number/error.hpp>
#include <tallywatt/number/math.hpp>
#include <tallywatt/units/constants.hpp>
#include <tallywatt/units/strong.hpp>

namespace tallywatt {

/// An amount in US dollars of a year.
template <class T = double>
struct money_of_year {
    money<T> amount{};
    int year = 0;
};

namespace detail {
template <class T>
constexpr void require_same_year(money_of_year<T> const& a, money_of_year<T> const& b) {
    if (a.year != b.year)
        throw invalid_input(
            "money_of_year", static_cast<double>(b.year), "",
            "prices of " + std::to_string(a.year) + " and of " + std::to_string(b.year)
                + " do not add: bring them to one year first"
        );
}
} // namespace detail

/// Throws invalid_input where the years differ.
template <class T>
constexpr money_of_year<T> operator+(money_of_year<T> const& a, money_of_year<T> const& b) {
    detail::require_same_year(a, b);
    return {a.amount + b.amount, a.year};
}
template <class T>
constexpr money_of_year<T> operator-(money_of_year<T> const& a, money_of_year<T> const& b) {
    detail::require_same_year(a, b);
    return {a.amount - b.amount, a.year};
}

/// The same purchase in prices of another year, at a constant inflation rate.
template <class T>
constexpr money_of_year<T>
in_prices_of(int wanted, money_of_year<T> const& m, basic_inflation_rate<T> const& inflation) {
    return {m.amount * math::pow(T(1.0) + inflation.value, wanted - m.year), wanted};
}
/// The same by a price index: its levels in the year of the amount and in the wanted year.
template <class T>
constexpr money_of_year<T> in_prices_of(
    int wanted, money_of_year<T> const& m, basic_ratio<T> const& index_then, basic_ratio<T> const& index_wanted
) {
    return {m.amount * (index_wanted.value / index_then.value), wanted};
}

} // namespace tallywatt

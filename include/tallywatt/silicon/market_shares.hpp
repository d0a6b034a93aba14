#pragma once
// Who gets, or makes, which share of an input: shares by name, for one input and year.
//
//   market_shares const cowos = catalog::cowos_buyers_2025;
//   double const broadcom = cowos.find("Broadcom")->value;   // 0.13
//
// Published lists do not sum to one exactly; the sum is checked to be near it (check), not forced to it. A name that is not in
// the list has no known share: `find` gives nothing then, and not a zero.

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace tallywatt {

/// A named share.
template <class T = double>
struct basic_market_share {
    char const* name = "";
    basic_fraction<T> share{};

    static constexpr char const* kind = "market_share";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"share"}, self.share...);
    }
};

/// Shares of one input in one year; entries without a name are not in use.
template <class T = double>
struct basic_market_shares {
    char const* name = "";
    std::array<basic_market_share<T>, 8> of{};

    [[nodiscard]] constexpr std::optional<basic_fraction<T>> find(std::string_view who) const {
        for (auto const& s : of)
            if (!who.empty() && who == s.name)
                return s.share;
        return std::nullopt;
    }
    /// What is listed, together.
    [[nodiscard]] constexpr T listed() const {
        T sum = T(0.0);
        for (auto const& s : of)
            sum = sum + s.share.value;
        return sum;
    }

    static constexpr char const* kind = "market_shares";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"of"}, self.of...);
    }
    constexpr operator basic_market_shares<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using market_shares = basic_market_shares<>;

/// Throws invalid_input where the least that the shares can be is more than all there is (by more than rounding of a list).
template <class T>
constexpr void check(basic_market_shares<T> const& s) {
    constexpr double rounding = 0.03; // of lists in whole per cents
    double sum = 0.0;
    for (auto const& x : s.of)
        sum += lowest(x.share.value);
    if (sum > 1.0 + rounding)
        throw invalid_input("market_shares.of", sum, "", "shares add up to more than all there is");
}

} // namespace tallywatt

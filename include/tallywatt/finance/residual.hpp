#pragma once
// Residual value: what a used accelerator brings, as a share of its price, by age.
//
//   residual(a) = straight between the shares at whole years 0 to 8, the last one beyond
//
// Observed curves contradict each other (catalog/residuals.hpp), so they are ranges. A curve gives an asset class its salvage at
// the end of its life, and the value at which a fleet is sold early. declining_residual is Epoch AI's form, 10^(-k age).
//
//   terms.it.life = 3;   terms.it.salvage = residual_at(catalog::h100_resale, 3.0 * year);

#include <tallywatt/finance/asset.hpp>

#include <array>

namespace tallywatt {

/// Shares of the price when new, at whole years of age.
template <class T = double>
struct basic_residual_curve {
    char const* name = "";
    std::array<basic_fraction<T>, 9> share{basic_fraction<T>{T(1.0)}};

    static constexpr char const* kind = "residual_curve";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"share"}, self.share...);
    }
    constexpr operator basic_residual_curve<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using residual_curve = basic_residual_curve<>;

/// Throws invalid_input where a used part would be worth more than a younger one.
template <class T>
constexpr void check(basic_residual_curve<T> const& c) {
    for (std::size_t i = 1; i < c.share.size(); ++i)
        if (lowest(c.share[i].value) > highest(c.share[i - 1].value))
            throw invalid_input(
                "residual_curve.share[" + std::to_string(i) + ']', lowest(c.share[i].value), "",
                "the value rises with age"
            );
}

/// The share left at an age; straight between years.
template <class T>
constexpr basic_fraction<T> residual_at(basic_residual_curve<T> const& c, duration<T> const& age) {
    T const a = age / year;
    T left = c.share[0].value;
    for (std::size_t i = 1; i < c.share.size(); ++i) {
        // the step of a year by as much of it as has passed, as a mean of two shares: an interval stays tight
        T const passed = math::clamp(a - T(double(i) - 1.0), T(0.0), T(1.0));
        left = math::mix(passed, c.share[i].value, left);
    }
    return basic_fraction<T>{left};
}

/// 10^(-k age), k orders of magnitude a year (Cottier et al. 2024, arXiv 2405.21015: 0.14).
template <class T>
constexpr basic_fraction<T> declining_residual(duration<T> const& age, basic_ratio<T> const& orders) {
    constexpr double ln_10 = 2.302585092994046;
    return basic_fraction<T>{math::exp(-(orders.value * T(ln_10) * (age / year)))};
}

} // namespace tallywatt

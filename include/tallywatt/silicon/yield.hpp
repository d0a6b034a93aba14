#pragma once
// Yield models: the share of dies without a killing defect, from defect density D and area A, x = D A.
//
//   poisson               exp(-x)
//   murphy                ((1 - exp(-x))/x)^2                      triangular density, Murphy, Proc. IEEE 52 (1964)
//   murphy_uniform        (1 - exp(-2x))/(2x)                      uniform density, ibid.
//   seeds                 1/(1 + x)                                Seeds, IEEE IEDM (1967)
//   seeds_root            exp(-sqrt(x))                            the form that textbooks name after Seeds
//   bose_einstein         (1 + D_layer A)^-n                       Price, Proc. IEEE 58 (1970)
//   negative_binomial     (1 + x/a)^-a                             Stapper, IBM J. Res. Dev. 17 (1973); a = 1 is Seeds,
//                                                                  a to infinity Poisson
//   clustered             the same for an integer a: by squaring, without a logarithm
//
// All hold for any x >= 0. basic_yield_model is one of them chosen at run time. Harvesting of partly good dies is in
// harvest.hpp, critical areas in critical_area.hpp, defect density over time in yield_learning.hpp.
//
//   fraction const y = clustered{10}.yield(0.1 / square_centimetre, 8.14 * square_centimetre);   // 0.457

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/number/monotone.hpp>
#include <tallywatt/units/constants.hpp>

#include <concepts>
#include <variant>

namespace tallywatt {

/// What a yield model must offer: a fraction of good dies from a defect density and an area.
template <class M, class T = double>
concept yield_model = requires(M const& m, area_density<T> const& d, area<T> const& a) {
    { m.yield(d, a) } -> std::convertible_to<basic_fraction<T>>;
};

namespace detail {

// (1 - exp(-x))/x without its pole at 0 and with each factor falling in x, so that an interval stays tight:
// the product of (1 + exp(-x/2^k))/2 for k = 1..6 times the same function of z = x/64, taken as exp(-z/2)
// sinh(z/2)/(z/2), whose series ends where it leaves 2e-16 at x = 20.
template <class T>
constexpr T mean_exponential(T const& x) {
    T const z = x * T(1.0 / 64.0), half = math::exp(z * T(-0.5)), z2 = z * z;
    T y = half * half;
    T const tail = T(1.0 / 1920.0) + z2 * (T(1.0 / 322560.0) + z2 * T(1.0 / 92897280.0));
    T result = half * (T(1.0) + z2 * (T(1.0 / 24.0) + z2 * tail));
    for (int k = 0; k < 6; ++k) {
        result = result * (T(0.5) * (T(1.0) + y));
        y = y * y;
    }
    return result;
}

// (1 + x/a)^-a, and exp(-x) for a = 0 (no clustering).
template <class T>
constexpr T clustered_survival(T const& x, int clustering) {
    if (clustering <= 0)
        return math::exp(-x);
    return T(1.0) / math::pow(T(1.0) + x * T(1.0 / clustering), clustering);
}

} // namespace detail

/// Defects fall independently: exp(-x). The most pessimistic model for large dies.
struct poisson {
    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die) const {
        return basic_fraction<T>{math::exp(-(defects * die))};
    }
    static constexpr char const* kind = "poisson";
    template <class V, class... S>
    static constexpr void each(V&&, S&&...) {}
};

/// Murphy's triangular distribution of defect density.
struct murphy {
    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die) const {
        T const y = detail::mean_exponential<T>(defects * die);
        return basic_fraction<T>{y * y};
    }
    static constexpr char const* kind = "murphy";
    template <class V, class... S>
    static constexpr void each(V&&, S&&...) {}
};

/// Murphy's uniform distribution of defect density.
struct murphy_uniform {
    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die) const {
        return basic_fraction<T>{detail::mean_exponential<T>(T(2.0) * (defects * die))};
    }
    static constexpr char const* kind = "murphy_uniform";
    template <class V, class... S>
    static constexpr void each(V&&, S&&...) {}
};

/// Seeds' exponential distribution of defect density: 1/(1 + x).
struct seeds {
    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die) const {
        return basic_fraction<T>{T(1.0) / (T(1.0) + defects * die)};
    }
    static constexpr char const* kind = "seeds";
    template <class V, class... S>
    static constexpr void each(V&&, S&&...) {}
};

/// The square-root form that textbooks call Seeds': exp(-sqrt(x)). Pessimistic below x = 1, optimistic above.
struct seeds_root {
    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die) const {
        return basic_fraction<T>{math::exp(-math::sqrt(T(defects * die)))};
    }
    static constexpr char const* kind = "seeds_root";
    template <class V, class... S>
    static constexpr void each(V&&, S&&...) {}
};

/// Bose-Einstein: n critical layers, each with the given density of defects per layer.
struct bose_einstein {
    int layers = 1;

    template <class T>
    [[nodiscard]] constexpr basic_fraction<T>
    yield(area_density<T> const& defects_per_layer, area<T> const& die) const {
        return basic_fraction<T>{T(1.0) / math::pow(T(1.0) + defects_per_layer * die, layers)};
    }
    static constexpr char const* kind = "bose_einstein";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"layers", at_least(1.0)}, self.layers...);
    }
};

/// Negative binomial with any clustering parameter: (1 + x/a)^-a, by a logarithm.
template <class T = double>
struct basic_negative_binomial {
    basic_ratio<T> clustering{T(2.0)}; ///< a: the smaller, the more defects gather on few dies

    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die) const {
        // falls in a for any x, so each of its two appearances would widen an interval for nothing
        T const x = defects * die;
        return basic_fraction<T>{detail::monotone(
            [&](auto const& a) { return math::exp(-a * math::log(T(1.0) + x / a)); }, clustering.value
        )};
    }

    static constexpr char const* kind = "negative_binomial";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{"clustering", positive, {"nanocad-lab/CATCH, XML libraries", "2025-07-22", confidence::low}},
            self.clustering...
        );
    }
};
using negative_binomial = basic_negative_binomial<>;

/// Negative binomial with an integer clustering parameter (0: none, Poisson): no logarithm.
struct clustered {
    int clustering = 2;

    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die) const {
        return basic_fraction<T>{detail::clustered_survival<T>(defects * die, clustering)};
    }
    static constexpr char const* kind = "clustered";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"clustering", non_negative}, self.clustering...);
    }
};

/// A yield model chosen at run time.
template <class T = double>
using basic_yield_model = std::variant<
    clustered, poisson, murphy, murphy_uniform, seeds, seeds_root, bose_einstein, basic_negative_binomial<T>>;

namespace detail {
// f(the model a variant holds), or f(m) of a model itself. Alternatives that are no models (monostate) are left out.
template <std::size_t I = 0, class M, class F>
constexpr auto with_model(M const& m, F const& f) {
    if constexpr (!is_variant<M>)
        return f(m);
    else if constexpr (std::same_as<std::variant_alternative_t<I, M>, std::monostate>)
        return with_model<I + 1>(m, f);
    else if constexpr (I + 1 == std::variant_size_v<M>)
        return f(*std::get_if<I>(&m));
    else
        return m.index() == I ? f(*std::get_if<I>(&m)) : with_model<I + 1>(m, f);
}
} // namespace detail

/// Yield by a model, or by the one a variant holds.
template <class M, class T>
constexpr basic_fraction<T> yield_by(M const& model, area_density<T> const& defects, area<T> const& die) {
    return detail::with_model(model, [&](auto const& m) { return basic_fraction<T>{m.yield(defects, die)}; });
}

} // namespace tallywatt

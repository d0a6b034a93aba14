#pragma once
// Units of which a part has more than it needs, and the chance that enough of them work when defects fall independently.
//
//   P = sum_{k=0}^{N-M} C(N,k) (1-q)^k q^(N-k)          N units, M needed, q = exp(-w): a unit's yield
//
// By Horner, in N - M terms. Of very many units (the cores of a wafer) 1 - q is taken from its own series, and spares that
// could only matter with a chance below 1e-17 are left out.
//
//   check(harvest{144, 132});   detail::enough_units<double>({144, 132}, 0.0034)
//
// Range: w N (faulty units expected) below 700, where exp leaves double's range.
// Reference: Koren & Koren, Proc. IEEE 86 (1998).

#include <tallywatt/silicon/yield.hpp>

namespace tallywatt {

/// Repeated units of a die and how many of them a product needs. {0, 0}: nothing is harvested.
struct harvest {
    int units = 0;
    int needed = 0;
    [[nodiscard]] constexpr int spares() const { return units - needed; }

    static constexpr double most_units = 4'194'304.0;
    static constexpr char const* kind = "harvest";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"units", between(0.0, most_units)}, self.units...);
        visit(field{"needed", between(0.0, most_units)}, self.needed...);
    }
};

/// Throws invalid_input where more units are needed than there are.
constexpr void check(harvest const& h) {
    if (h.needed > h.units)
        throw invalid_input(
            "harvest.needed", h.needed, "", "more than the " + std::to_string(h.units) + " units there are"
        );
}

/// A kind of repeated unit and the share of the die under all units of that kind.
template <class T = double>
struct basic_repeated_units {
    harvest spares_of{};
    basic_fraction<T> share{};

    static constexpr char const* kind = "repeated_units";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"spares_of"}, self.spares_of...);
        visit(
            field{"share", unit_interval, {"die photographs; no published figure", "n.d.", confidence::assumed}},
            self.share...
        );
    }
};
using repeated_units = basic_repeated_units<>;

namespace detail {

// Chance that at least `needed` of `units` work, with unit fault rate w = -log of a unit's yield:
// exp(-w N) sum C(N,k) rho^k, rho = e^w - 1, by Horner (C(N,k) = C(N,k-1) (N-k+1)/k).
template <class T>
constexpr T enough_units(harvest const& h, T const& q, T const& rho) {
    T sum = T(1.0);
    for (int k = h.spares(); k > 0; --k)
        sum = T(1.0) + sum * (rho * T(static_cast<double>(h.units - k + 1) / k));
    return math::pow(q, h.units) * sum;
}
// The same of very many units: q is near 1.
template <class T>
constexpr T enough_of_many(harvest const& h, T const& w) {
    double const expected = highest(w) * h.units;
    double const reach = expected + 12.0 * math::sqrt(expected) + 40.0;
    int const spares = static_cast<double>(h.spares()) < reach ? h.spares() : static_cast<int>(reach);
    return monotone(
        [&](T const& rate) {
            T const q = math::exp(-rate), faulty = rate * mean_exponential(rate);
            return enough_units<T>({h.units, h.units - spares}, q, T(faulty / q));
        },
        w
    );
}
inline constexpr int few_units = 4096;
template <class T>
constexpr T enough_units(harvest const& h, T const& w) {
    if (h.spares() <= 0)
        return math::exp(-w * T(static_cast<double>(h.units)));
    if (h.units > few_units)
        return enough_of_many<T>(h, w);
    T const q = math::exp(-w);
    return enough_units<T>(h, q, T(T(1.0) / q - T(1.0)));
}

} // namespace detail

} // namespace tallywatt

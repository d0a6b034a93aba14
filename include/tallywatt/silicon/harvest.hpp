#pragma once
// Harvesting of partly good dies (Koren & Koren, Proc. IEEE 86 (1998)). A die has N repeated units on a share f of its
// area and sells when at least M of them and all of the rest work. With x = D A and q = exp(-x f/N) a unit's yield,
//
//   Y = exp(-x (1-f)) * sum_{k=0}^{N-M} C(N,k) (1-q)^k q^(N-k)
//
// Clustered defects average this over a gamma distribution of x with shape a. Written as a sum over k that average cancels
// (terms of 1e17 for 132 of 144 units); written over the number n of defects it has no negative term:
//
//   Y = (1 + x/a)^-a * sum_n (a)_n/n! z^n Q_n,   z = x f/(a + x),  (a)_n = a (a+1) ... (a+n-1)
//
// Q_n: chance that n defects on the units hit at most N-M different ones (1 up to n = N-M, falling after). Exact; the
// sum stops where what is left is below 1e-17 of it. Bose-Einstein with n layers is a gamma of shape n, Seeds' form one of
// shape 1. Murphy's densities are averaged by Gauss's rule. Any other model: the core's yield by that model, its units
// independent of each other and of the core, and never less than the yield with fewer kinds of them harvested.
//
// Several kinds of units, each with spares of its own, are exact too: defects fall on kind i with chance f_i, so the series
// of f_i^n Q_n/n! multiply.
//
//   fraction const y = harvested_yield(harvest{144, 132}, fraction{0.6}, 0.814, 2);   // 0.739588; 0.722094 for a = 0

#include <tallywatt/silicon/defect_series.hpp>

namespace tallywatt {

namespace detail {

// Independent defects: core and each kind of units on their own.
template <class T, std::size_t K>
constexpr T poisson_harvest(std::array<basic_repeated_units<T>, K> const& kinds, T const& x) {
    T core = T(1.0), units = T(1.0);
    for (auto const& k : kinds) {
        if (k.spares_of.units <= 0)
            continue;
        core = core - k.share.value;
        units = units
                * monotone(
                    [&](T const& w) { return enough_units<T>(k.spares_of, w); },
                    T(x * k.share.value * T(1.0 / k.spares_of.units))
                );
    }
    return math::exp(-x * core) * units;
}

// The mean of f(t) over t in [0, 2], of density 1/2 (uniform) or 1 - |t - 1| (triangular), by Gauss's rule of 8 points on
// either half (Abramowitz & Stegun, table 25.4).
template <class T, class F>
constexpr T mean_over_density(bool triangular, F const& f) {
    constexpr double at[] = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};
    constexpr double weight[] = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763};
    T sum = T(0.0);
    for (int half = 0; half < 2; ++half)
        for (int i = 0; i < 8; ++i) {
            double const u = i < 4 ? -at[3 - i] : at[i - 4], w = i < 4 ? weight[3 - i] : weight[i - 4];
            double const t = half + 0.5 * (u + 1.0), density = !triangular ? 0.5 : half == 0 ? t : 2.0 - t;
            sum = sum + T(0.5 * w * density) * f(T(t));
        }
    return sum;
}

} // namespace detail

/// Yield of a die with spare units. x: mean number of defects on the die (D A); unit_share: share of the area under the
/// repeated units; clustering: integer a of the negative binomial, 0 for none.
template <class T>
constexpr basic_fraction<T>
harvested_yield(harvest const& h, basic_fraction<T> const& unit_share, T const& x, int clustering) {
    if (h.spares() <= 0)
        return basic_fraction<T>{detail::clustered_survival(x, clustering)};
    // Falls in x and rises in the units' share: an interval is taken at the ends of both.
    auto const at = [&](T const& mean) {
        return detail::monotone(
            [&](T const& share) {
                if (clustering > 0)
                    return detail::gamma_harvest<T, double>(
                        h, share, mean, clustering, detail::clustered_survival<T>(mean, clustering)
                    );
                return math::exp(-mean * (T(1.0) - share))
                       * detail::enough_units<T>(h, mean * share * T(1.0 / h.units));
            },
            unit_share.value
        );
    };
    return basic_fraction<T>{detail::monotone(at, x)};
}

/// The same with several kinds of units; kinds of {0, 0} units are none. Shares sum to at most 1.
template <class T, std::size_t K>
constexpr basic_fraction<T>
harvested_yield(std::array<basic_repeated_units<T>, K> const& kinds, T const& x, int clustering) {
    auto const at = [&](T const& mean) {
        return clustering > 0 ? detail::gamma_harvest<T, double, K>(
                   kinds, mean, clustering, detail::clustered_survival<T>(mean, clustering)
               )
                              : detail::poisson_harvest<T, K>(kinds, mean);
    };
    return basic_fraction<T>{detail::monotone(at, x)};
}

namespace detail {

template <class T, std::size_t K>
constexpr bool has_spares(std::array<basic_repeated_units<T>, K> const& kinds) {
    for (auto const& k : kinds)
        if (k.spares_of.spares() > 0)
            return true;
    return false;
}

template <class T, std::size_t K>
constexpr T by_gamma(std::array<basic_repeated_units<T>, K> const& kinds, T const& x, int a) {
    if constexpr (K == 1)
        return harvested_yield<T>(kinds[0].spares_of, kinds[0].share, x, a).value;
    else
        return harvested_yield<T, K>(kinds, x, a).value;
}

template <class T, std::size_t K>
constexpr T harvested(
    clustered const& m, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d, area<T> const& a
) {
    return by_gamma<T, K>(kinds, d * a, m.clustering);
}
template <class T, std::size_t K>
constexpr T harvested(
    poisson const&, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d, area<T> const& a
) {
    return by_gamma<T, K>(kinds, d * a, 0);
}
template <class T, std::size_t K>
constexpr T harvested(
    seeds const&, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d, area<T> const& a
) {
    return by_gamma<T, K>(kinds, d * a, 1);
}
template <class T, std::size_t K>
constexpr T harvested(
    bose_einstein const& m, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d,
    area<T> const& a
) {
    return by_gamma<T, K>(kinds, T(d * a) * T(static_cast<double>(m.layers)), m.layers);
}
template <class T, std::size_t K>
constexpr T harvested(
    basic_negative_binomial<T> const& m, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d,
    area<T> const& a
) {
    auto const at = [&](T const& x) {
        return in_pieces(
            [&](T const& c) { return gamma_harvest<T, T, K>(kinds, x, c, math::exp(-c * math::log(T(1.0) + x / c))); },
            m.clustering.value
        );
    };
    return monotone(at, T(d * a));
}
template <class T, std::size_t K>
constexpr T harvested_mean(
    bool triangular, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d, area<T> const& a
) {
    return monotone(
        [&](T const& x) {
            return mean_over_density<T>(triangular, [&](T const& t) { return poisson_harvest<T, K>(kinds, x * t); });
        },
        T(d * a)
    );
}
template <class T, std::size_t K>
constexpr T harvested(
    murphy const&, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d, area<T> const& a
) {
    return harvested_mean<T, K>(true, kinds, d, a);
}
template <class T, std::size_t K>
constexpr T harvested(
    murphy_uniform const&, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d,
    area<T> const& a
) {
    return harvested_mean<T, K>(false, kinds, d, a);
}
// Any other model.
template <class T, std::size_t K, class M>
constexpr T
harvested(M const& m, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& d, area<T> const& a) {
    // Whatever units may be spared need not be: the best of all choices of kinds to spare.
    auto const at = [&](area_density<T> const& density, area<T> const& size) {
        T best = m.yield(density, size).value;
        for (unsigned chosen = 1; chosen < (1u << K); ++chosen) {
            T core = T(1.0), units = T(1.0);
            for (std::size_t i = 0; i < K; ++i) {
                auto const& k = kinds[i];
                if ((chosen >> i & 1u) == 0 || k.spares_of.spares() <= 0)
                    continue;
                core = core - k.share.value;
                auto const unit = m.yield(density, area<T>(size * T(k.share.value * T(1.0 / k.spares_of.units))));
                units = units * enough_units<T>(k.spares_of, -math::log(unit.value));
            }
            best = math::max(best, T(m.yield(density, area<T>(size * core)).value * units));
        }
        return best;
    };
    return monotone(
        [&](T const& density) {
            return monotone(
                [&](T const& size) { return at(area_density<T>::from_base(density), area<T>::from_base(size)); },
                a.base_value
            );
        },
        d.base_value
    );
}

} // namespace detail

/// Yield of a die with spare units by any yield model, or by the one a variant holds.
template <class M, class T, std::size_t K>
constexpr basic_fraction<T> harvested_yield_by(
    M const& model, std::array<basic_repeated_units<T>, K> const& kinds, area_density<T> const& defects,
    area<T> const& die
) {
    return detail::with_model(model, [&](auto const& m) {
        if (!detail::has_spares(kinds))
            return basic_fraction<T>{m.yield(defects, die)};
        return basic_fraction<T>{detail::harvested<T, K>(m, kinds, defects, die)};
    });
}

} // namespace tallywatt

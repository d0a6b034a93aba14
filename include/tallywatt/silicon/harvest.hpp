#pragma once
// Harvesting of partly good dies (Koren & Koren, Proc. IEEE 86 (1998)). A die has N repeated units on a share f of its
// area and sells when at least M of them and all of the rest work. With x = D A and q = exp(-x f/N) a unit's yield,
//
//   Y = exp(-x (1-f)) * sum_{k=0}^{N-M} C(N,k) (1-q)^k q^(N-k)
//
// Clustered defects average this over a gamma distribution of x with shape a. harvested_yield does so for the core,
// (1 + x (1-f)/a)^-a, and keeps the sum at the mean of x: exact without clustering, and within 0.5 % for a >= 2 while a
// die expects at most a quarter as many faulty units as it has spare (accelerators with 5 to 15 % spares at today's
// defect densities); at half as many it is 2 % off. harvested_yield_averaged takes the average by quadrature, for
// planning and for tests.
//
//   fraction const y = harvested_yield(harvest{144, 132}, fraction{0.6}, 0.814, 0);   // 0.722094

#include <tallywatt/silicon/yield.hpp>

namespace tallywatt {

/// Repeated units of a die and how many of them a product needs. {0, 0}: nothing is harvested.
struct harvest {
    int units = 0;
    int needed = 0;
    [[nodiscard]] constexpr int spares() const { return units - needed; }

    static constexpr char const* kind = "harvest";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"units", between(0.0, 4096.0)}, self.units...);
        visit(field{"needed", between(0.0, 4096.0)}, self.needed...);
    }
};

/// Throws invalid_input where more units are needed than there are.
constexpr void check(harvest const& h) {
    if (h.needed > h.units)
        throw invalid_input(
            "harvest.needed", h.needed, "", "more than the " + std::to_string(h.units) + " units there are"
        );
}

namespace detail {

// Chance that at least `needed` of `units` work, with unit fault rate w = -log of a unit's yield:
// exp(-w N) sum C(N,k) rho^k, rho = e^w - 1, by Horner (C(N,k) = C(N,k-1) (N-k+1)/k).
template <class T>
constexpr T enough_units(harvest const& h, T const& w) {
    T const q = math::exp(-w), rho = T(1.0) / q - T(1.0);
    T sum = T(1.0);
    for (int k = h.spares(); k > 0; --k)
        sum = T(1.0) + sum * (rho * T(static_cast<double>(h.units - k + 1) / k));
    return math::pow(q, h.units) * sum;
}

} // namespace detail

/// Yield of a die with spare units. x: mean number of defects on the die (D A); unit_share: share of the area under the
/// repeated units; clustering: integer a, 0 for none.
template <class T>
constexpr basic_fraction<T>
harvested_yield(harvest const& h, basic_fraction<T> const& unit_share, T const& x, int clustering) {
    if (h.spares() <= 0)
        return basic_fraction<T>{detail::clustered_survival(x, clustering)};
    // Falls in x, and the units' part falls in their fault rate: an interval is taken at the ends of both.
    auto const units = [&](T const& faults) { return detail::enough_units<T>(h, faults); };
    auto const at = [&](T const& mean) {
        T const core = detail::clustered_survival<T>(mean * complement(unit_share).value, clustering);
        return core * detail::monotone(units, T(mean * unit_share.value * T(1.0 / h.units)));
    };
    return basic_fraction<T>{detail::monotone(at, x)};
}

/// The same averaged over the gamma distribution of defects on core and units together (Simpson's rule over the
/// density, 400 steps): a check on harvested_yield and for planning, not for evaluation.
constexpr fraction harvested_yield_averaged(harvest const& h, fraction unit_share, double x, int clustering) {
    if (clustering <= 0 || h.spares() <= 0)
        return harvested_yield<double>(h, unit_share, x, clustering);
    constexpr int steps = 400;
    double const a = clustering, end = a + 12.0 * math::sqrt(a) + 24.0, width = end / steps;
    double factorial = 1.0;
    for (int i = 2; i < clustering; ++i)
        factorial *= i;
    double sum = 0.0;
    for (int i = 0; i <= steps; ++i) {
        double const t = i * width, weight = i == 0 || i == steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
        double const density = math::pow(t, clustering - 1) * math::exp(-t) / factorial;
        sum += weight * density * harvested_yield<double>(h, unit_share, x * t / a, 0).value;
    }
    return fraction{sum * width / 3.0};
}

} // namespace tallywatt

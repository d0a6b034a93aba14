#pragma once
// The series behind clustered harvesting: over the number n of defects on a die's repeated units, the chance of n (negative
// binomial) times Q_n, the chance that n defects hit at most N - M different ones.
//
//   Y = (1 + x/a)^-a * sum_n (a)_n/n! z^n Q_n,   z = x f/(a + x),  (a)_n = a (a+1) ... (a+n-1)
//
// Q_n comes by one more defect at a time: it hits a unit that was hit before, or one that was not. No term is negative. The
// sum stops where what is left is below 1e-17 of it.
//
//   detail::gamma_harvest<double, double>({144, 132}, 0.6, 0.814, 2.0, detail::clustered_survival(0.814, 2))   // 0.739588

#include <tallywatt/silicon/spares.hpp>

#include <array>

namespace tallywatt::detail {

// Most defects on repeated units that the series below follows, and most spares it does exactly: beyond, dies with that many
// defects count as lost, and spares beyond count as none.
inline constexpr int most_defects = 192;
inline constexpr int most_spares = 160;

// 1/n, n from 1: divisions would be most of the time the series takes.
inline constexpr auto reciprocals = [] {
    std::array<double, most_defects + 2> all{};
    for (std::size_t n = 1; n < all.size(); ++n)
        all[n] = 1.0 / static_cast<double>(n);
    return all;
}();

// Q_n for n = 0, 1, 2 ...: chance that n defects hit at most `spares` of `units` different units.
class occupancy {
public:
    constexpr explicit occupancy(harvest const& h)
        : per_unit_(h.units > 0 ? 1.0 / h.units : 0.0), units_(h.units),
          spares_(h.spares() < most_spares ? h.spares() : most_spares) {
        if (spares_ > 0)
            hit_[0] = 1.0;
    }
    /// Q of the number of defects seen so far; then one more falls.
    constexpr double next() {
        if (spares_ <= 0)
            return seen_++ == 0 ? 1.0 : 0.0;
        if (spares_ >= units_)
            return 1.0;
        double total = 0.0;
        int const top = seen_ < spares_ ? seen_ : spares_;
        if (seen_ <= spares_)
            total = 1.0;
        else
            for (int j = 0; j <= top; ++j)
                total += hit_[static_cast<std::size_t>(j)];
        if (top < spares_)
            hit_[static_cast<std::size_t>(top + 1)] = 0.0;
        int const last = top < spares_ ? top + 1 : spares_;
        double again = last * per_unit_,
               fresh = 1.0 - again + per_unit_; // the next defect hits a unit hit before, or not
        for (auto i = static_cast<std::size_t>(last); i > 0; --i) {
            hit_[i] = hit_[i] * again + hit_[i - 1] * fresh;
            again -= per_unit_;
            fresh += per_unit_;
        }
        hit_[0] = 0.0; // some unit is hit from the first defect on
        ++seen_;
        return total;
    }

private:
    double per_unit_;
    int units_, spares_, seen_ = 0;
    double hit_[most_spares + 2];
};

// The same Q_n by collisions, defects that hit a unit hit before: n defects hit more than s units where fewer than n - s
// collide. Few terms beyond the spares need few counts of them.
class collisions {
public:
    static constexpr int most = 24;
    constexpr collisions(harvest const& h, int terms)
        : per_unit_(1.0 / h.units), spares_(h.spares()), followed_(terms - h.spares() - 1) {
        for (int c = 1; c <= followed_; ++c)
            chance_[c] = 0.0;
        chance_[0] = 1.0;
    }
    constexpr double next() {
        double lost = 0.0;
        for (int c = 0; c < seen_ - spares_; ++c)
            lost += chance_[c];
        double again = (seen_ - followed_) * per_unit_; // the next defect hits one of the seen - c units hit before
        for (int c = followed_; c > 0; --c) {
            double const before = again + per_unit_;
            chance_[c] = chance_[c] * (1.0 - again) + chance_[c - 1] * before;
            again = before;
        }
        chance_[0] *= 1.0 - again;
        ++seen_;
        return 1.0 - lost;
    }

private:
    double per_unit_;
    int spares_, followed_, seen_ = 0;
    double chance_[most + 1];
};

// How many terms of sum (a)_n/n! z^n matter: from there on the rest is below 1e-17 of the first.
constexpr int terms_that_matter(double a, double z) {
    double term = 1.0;
    int n = 0;
    while (n < most_defects) {
        double const ratio = (a + n) * reciprocals[static_cast<std::size_t>(n + 1)] * z;
        if (ratio < 1.0 && term * ratio < 1e-17 * (1.0 - ratio))
            break;
        term *= ratio;
        ++n;
    }
    return n + 1;
}

// Chance that a die sells, over a gamma distribution of shape a of its defects (mean x), one kind of units with share f.
template <class T, class A>
constexpr T gamma_harvest(harvest const& h, T const& share, T const& x, A const& a, T const& no_defect) {
    T const z = x * share / (T(a) + x);
    int const terms = terms_that_matter(highest(a), highest(z));
    T sum = T(0.0), coefficient = T(1.0); // (a)_n/n! z^n
    auto const add = [&](auto&& chance) {
        for (int n = 0; n < terms; ++n) {
            sum = sum + coefficient * T(chance());
            coefficient = coefficient
                          * (z * T((a + A(static_cast<double>(n))) * A(reciprocals[static_cast<std::size_t>(n + 1)])));
        }
    };
    int const beyond = terms - h.spares() - 1; // terms with more defects than spares
    if (beyond <= 0)
        add([] { return 1.0; });
    else if (beyond < h.spares() && beyond <= collisions::most) {
        collisions c(h, terms);
        add([&] { return c.next(); });
    } else {
        occupancy o(h);
        add([&] { return o.next(); });
    }
    return no_defect * sum;
}

// The same for K kinds. Each kind's series is scaled by its share of all units, so that its terms stay below 1.
template <class T, class A, std::size_t K>
constexpr T
gamma_harvest(std::array<basic_repeated_units<T>, K> const& kinds, T const& x, A const& a, T const& no_defect) {
    T const z = x / (T(a) + x);
    double all = 0.0;
    for (auto const& k : kinds)
        all += highest(k.share.value);
    int const terms = terms_that_matter(highest(a), highest(z) * math::min(all, 1.0));
    // series[n]: sum over the ways n defects fall on the kinds, of n! prod f_i^n_i Q_n_i/n_i!
    std::array<T, most_defects + 1> series{}, next{};
    series[0] = T(1.0);
    for (auto const& kind : kinds) {
        occupancy chance(kind.spares_of);
        std::array<T, most_defects + 1> own{};
        T power = T(1.0);
        for (int n = 0; n < terms; ++n) {
            own[static_cast<std::size_t>(n)] = power * T(chance.next());
            power = power * kind.share.value;
        }
        for (int n = 0; n < terms; ++n) {
            T sum = T(0.0);
            double binomial = 1.0;
            for (int k = 0; k <= n; ++k) {
                sum = sum + T(binomial) * (series[static_cast<std::size_t>(k)] * own[static_cast<std::size_t>(n - k)]);
                binomial *= static_cast<double>(n - k) / (k + 1);
            }
            next[static_cast<std::size_t>(n)] = sum;
        }
        for (int n = 0; n < terms; ++n)
            series[static_cast<std::size_t>(n)] = next[static_cast<std::size_t>(n)];
    }
    T sum = T(0.0), coefficient = T(1.0);
    for (int n = 0; n < terms; ++n) {
        sum = sum + coefficient * series[static_cast<std::size_t>(n)];
        coefficient =
            coefficient * (z * T((a + A(static_cast<double>(n))) * A(reciprocals[static_cast<std::size_t>(n + 1)])));
    }
    return no_defect * sum;
}

} // namespace tallywatt::detail

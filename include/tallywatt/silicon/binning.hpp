#pragma once
// Binning: one die sold as several products, by how many of its units work and how fast it is.
//
// A bin asks for at least M_i of the N units and for a speed (or power) that a share p_i of dies reaches. Bins stand from
// the one that asks for most units to the one that asks for least (M_1 >= M_2 >= ...); a die goes to the first it is good
// enough for. Speed is independent of faults, and whoever meets a faster bin meets a slower one. With q_i the share of dies
// whose count of good units lies in [M_i, M_{i-1}) and whose core works,
//
//   share_i = sum_{c >= ... >= i} q_c max(0, p_i - max_{c <= j < i} p_j)      a die of class c may enter bins c and later
//
// q by the same sums as harvesting. Dies per wafer times share times price is the revenue of a wafer; cost by sales value
// (the joint-product rule of cost accounting) charges bin i's dies price_i/(sum share_j price_j) of a die's cost, so that
// every bin has the same margin.
//
//   std::array<product_bin, 2> const bins{{{.name = "full", .needed = 144, .price = 40'000.0 * USD},
//                                  {.name = "harvested", .needed = 132, .price = 25'000.0 * USD}}};
//   auto const s = bin_shares(bins, 144, fraction{0.6}, 0.814, 10);

#include <tallywatt/silicon/harvest.hpp>

namespace tallywatt {

/// A product made of a die.
template <class T = double>
struct basic_product_bin {
    char const* name = "";
    int needed = 0;                        ///< units that must work
    basic_fraction<T> fast_enough{T(1.0)}; ///< share of working dies that reach its speed or power
    money<T> price{};

    static constexpr char const* kind = "product_bin";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"needed", between(0.0, 4096.0)}, self.needed...);
        visit(field{"fast_enough", unit_interval}, self.fast_enough...);
        visit(field{"price", non_negative}, self.price...);
    }
};
using product_bin = basic_product_bin<>;

/// Throws invalid_input where a bin asks for more units than the one before it, or the first for more than there are.
template <class T, std::size_t N>
constexpr void check(std::array<basic_product_bin<T>, N> const& bins, int units) {
    for (int most = units; auto const& b : bins) {
        if (b.needed > most)
            throw invalid_input(
                "product_bin.needed", b.needed, "", "more than the " + std::to_string(most) + " of the bin before it"
            );
        most = b.needed;
    }
}

/// Share of all dies that go to each bin; they sum to the yield of the last bin's units, or less where speed sorts out more.
/// x: mean number of defects on the die; unit_share: of its area under the units; clustering: integer a, 0 for none.
template <class T, std::size_t N>
constexpr std::array<basic_fraction<T>, N> bin_shares(
    std::array<basic_product_bin<T>, N> const& bins, int units, basic_fraction<T> const& unit_share, T const& x,
    int clustering
) {
    std::array<basic_fraction<T>, N> shares{};
    auto const enough = [&](int needed, T const& mean, T const& share) {
        return harvested_yield<T>(harvest{units, needed}, basic_fraction<T>{share}, mean, clustering).value;
    };
    for (std::size_t c = 0; c < N; ++c) {
        // a difference of two yields that both fall in x: an interval is cut into pieces
        auto const at = [&](T const& mean) {
            return detail::in_pieces(
                [&](T const& share) {
                    T const least = enough(bins[c].needed, mean, share);
                    return c == 0 ? least : least - enough(bins[c - 1].needed, mean, share);
                },
                unit_share.value
            );
        };
        T const in_class = math::max(T(0.0), detail::in_pieces(at, x));
        T taken = T(0.0);
        for (std::size_t i = c; i < N; ++i) {
            T const p = bins[i].fast_enough.value;
            shares[i] = basic_fraction<T>{shares[i].value + in_class * math::max(T(0.0), p - taken)};
            taken = math::max(taken, p);
        }
    }
    return shares;
}

/// What one die started earns on the mean.
template <class T, std::size_t N>
constexpr money<T>
revenue_per_die(std::array<basic_product_bin<T>, N> const& bins, std::array<basic_fraction<T>, N> const& shares) {
    money<T> sum{};
    for (std::size_t i = 0; i < N; ++i)
        sum += bins[i].price * shares[i];
    return sum;
}

/// What a wafer of `gross` dies earns.
template <class T, std::size_t N>
constexpr money<T> revenue_per_wafer(
    std::array<basic_product_bin<T>, N> const& bins, std::array<basic_fraction<T>, N> const& shares, double gross
) {
    return gross * revenue_per_die(bins, shares);
}

/// Cost of one die of each bin, by sales value. die_cost: of one die started (wafer price over dies, and its test).
template <class T, std::size_t N>
constexpr std::array<money<T>, N> cost_by_sales_value(
    std::array<basic_product_bin<T>, N> const& bins, std::array<basic_fraction<T>, N> const& shares,
    money<T> const& die_cost
) {
    std::array<money<T>, N> costs{};
    for (std::size_t i = 0; i < N; ++i) {
        T relative = shares[i].value; // revenue in prices of bin i
        for (std::size_t k = 0; k < N; ++k)
            if (k != i)
                relative = relative + shares[k].value * (bins[k].price / bins[i].price);
        costs[i] = die_cost / relative;
    }
    return costs;
}

} // namespace tallywatt

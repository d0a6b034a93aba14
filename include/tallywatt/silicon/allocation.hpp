#pragma once
// Several products that compete for the same inputs (wafers, carriers, HBM): who gets how many.
//
//   in proportion   each input, where demand exceeds it, cuts all that use it by the same factor; a product gets the smallest
//                   factor of the inputs it uses:  n_i = min over inputs k of min(d_i, d_i S_k/sum_j d_j a_jk)
//   by margin       one after another, the most margin per unit of a scarce input first, each as much as is left for it
//
// In proportion is how a maker keeps all its customers; what one product cannot use for want of another input is not handed
// on. By margin is what serves a maker (or bidders) best: with one input it is the optimum (a fractional knapsack); with several
// it is the optimum of the input it is ordered by, and a good rule only.
//
//   std::array<accelerator_count<>, 2> n;
//   allocate_by_margin<double>(products, amounts, industry_input::carrier_wafers, n);

#include <tallywatt/number/monotone.hpp>
#include <tallywatt/silicon/supply.hpp>

#include <span>

namespace tallywatt {

/// A product that asks for accelerators.
template <class T = double>
struct basic_competitor {
    basic_accelerator_needs<T> needs{};
    accelerator_count<T> demand{};
    quantity<dim::per<dim::money, dim::accelerator>, T> margin{}; ///< over what its inputs cost

    static constexpr char const* kind = "competitor";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"needs"}, self.needs...);
        visit(field{"demand", non_negative}, self.demand...);
        visit(field{"margin"}, self.margin...);
    }
};
using competitor = basic_competitor<>;

namespace detail {
template <class T>
constexpr T need_of(basic_competitor<T> const& c, std::size_t input) {
    return inputs_of(c.needs)[input];
}
// d S/(a d + others), rising in d; d itself where the demand is smaller
template <class T>
constexpr T fair_part(T const& demand, T const& amount, T const& need, T const& others) {
    if (!(highest(demand) > 0.0))
        return T(0.0);
    if (!(highest(others) > 0.0))
        return math::min(demand, amount / need);
    return math::min(demand, monotone([&](auto const& d) { return d * amount / (need * d + others); }, demand));
}
} // namespace detail

/// In proportion to demand; result[i] of products[i].
template <class T>
constexpr void allocate_in_proportion(
    std::span<basic_competitor<T> const> products, basic_input_amounts<T> const& amounts,
    std::span<accelerator_count<T>> result
) {
    auto const amount = detail::inputs_of(amounts);
    for (std::size_t i = 0; i < products.size() && i < result.size(); ++i) {
        T got = products[i].demand.base_value;
        for (std::size_t k = 0; k < industry_input_count; ++k) {
            T const need = detail::need_of(products[i], k);
            if (!amounts.stated[k] || !(highest(need) > 0.0))
                continue;
            T others = T(0.0);
            for (std::size_t j = 0; j < products.size(); ++j)
                if (j != i)
                    others = others + products[j].demand.base_value * detail::need_of(products[j], k);
            got = math::min(got, detail::fair_part(products[i].demand.base_value, amount[k], need, others));
        }
        result[i] = accelerator_count<T>::from_base(got);
    }
}

/// The order in which margin per unit of an input serves products, by their points (of ranges, the middles); products that do
/// not need it come first. A plan: at most 16 products.
struct allocation_order {
    std::array<int, 16> product{};
    int count = 0;
};
template <class T>
constexpr allocation_order order_by_margin(std::span<basic_competitor<T> const> products, industry_input scarce) {
    allocation_order o;
    std::array<double, 16> worth{};
    for (std::size_t i = 0; i < products.size() && i < 16; ++i) {
        T const need = detail::need_of(products[i], static_cast<std::size_t>(scarce));
        auto const middle = [](auto const& x) { return 0.5 * (lowest(x) + highest(x)); };
        worth[i] = highest(need) > 0.0 ? middle(products[i].margin.base_value) / middle(need)
                                       : std::numeric_limits<double>::infinity();
        int at = o.count++;
        for (; at > 0 && worth[static_cast<std::size_t>(o.product[static_cast<std::size_t>(at) - 1])] < worth[i]; --at)
            o.product[static_cast<std::size_t>(at)] = o.product[static_cast<std::size_t>(at) - 1];
        o.product[static_cast<std::size_t>(at)] = static_cast<int>(i);
    }
    return o;
}

/// One after another in a planned order; result[i] of products[i].
template <class T>
constexpr void allocate_in_order(
    std::span<basic_competitor<T> const> products, basic_input_amounts<T> const& amounts, allocation_order const& order,
    std::span<accelerator_count<T>> result
) {
    auto left = detail::inputs_of(amounts);
    for (int n = 0; n < order.count; ++n) {
        auto const i = static_cast<std::size_t>(order.product[static_cast<std::size_t>(n)]);
        T got = products[i].demand.base_value;
        for (std::size_t k = 0; k < industry_input_count; ++k)
            if (T const need = detail::need_of(products[i], k); amounts.stated[k] && highest(need) > 0.0)
                got = math::min(got, left[k] / need);
        for (std::size_t k = 0; k < industry_input_count; ++k)
            if (T const need = detail::need_of(products[i], k); amounts.stated[k] && highest(need) > 0.0)
                left[k] = math::max(left[k] - got * need, T(0.0));
        result[i] = accelerator_count<T>::from_base(got);
    }
}

/// By margin per unit of the scarce input.
template <class T>
constexpr void allocate_by_margin(
    std::span<basic_competitor<T> const> products, basic_input_amounts<T> const& amounts, industry_input scarce,
    std::span<accelerator_count<T>> result
) {
    allocate_in_order(products, amounts, order_by_margin(products, scarce), result);
}

} // namespace tallywatt

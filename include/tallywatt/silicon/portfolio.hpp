#pragma once
// Products that share designs: blocks, dies, interfaces and packages that are paid for once and used in several. Each unit
// bears of a design's cost in proportion to how often it is in it, whatever product it belongs to:
//
//   share of product j = sum over designs d of cost_d uses_dj/(sum over products k of uses_dk volume_k)
//
// so that over all units the shares add up to what was paid. Reference: Feng & Ma, Chiplet Actuary, DAC 2022.
//
//   design const designs[] = {{"compute die", 120.0e6 * USD}, {"I/O die", 40.0e6 * USD}};
//   product const products[] = {{.name = "small", .made = 90.0 * USD, .volume = 4e5, .uses = {2.0, 1.0}},
//                               {.name = "large", .made = 250.0 * USD, .volume = 1e5, .uses = {8.0, 1.0}}};
//   money<> const m = unit_cost<double>(designs, products, 0);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

#include <array>
#include <span>

namespace tallywatt {

/// Something designed once.
template <class T = double>
struct basic_design {
    char const* name = "";
    money<T> cost{};

    static constexpr char const* kind = "design";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"cost", non_negative}, self.cost...);
    }
};
using design = basic_design<>;

/// One product: what a unit costs to make, how many are made, and how often each design is in it (0: not).
template <class T = double>
struct basic_product {
    static constexpr std::size_t most_designs = 32;
    char const* name = "";
    money<T> made{};
    T volume{};
    std::array<double, most_designs> uses{};

    static constexpr char const* kind = "product";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"made", non_negative}, self.made...);
        visit(field{"volume", positive}, self.volume...);
    }
};
using product = basic_product<>;

/// A unit's share of one design, per use of it. A design in no product: zero.
template <class T>
constexpr money<T> design_share(
    std::span<basic_design<T> const> designs, std::span<basic_product<T> const> products, std::size_t of
) {
    T uses = T(0.0);
    bool any = false;
    for (auto const& p : products)
        if (p.uses[of] != 0.0)
            uses = uses + T(p.uses[of]) * p.volume, any = true;
    return any ? designs[of].cost / uses : money<T>{};
}

/// What a unit of a product bears of all designs.
template <class T>
constexpr money<T> engineering_share(
    std::span<basic_design<T> const> designs, std::span<basic_product<T> const> products, std::size_t which
) {
    money<T> sum{};
    for (std::size_t d = 0; d < designs.size(); ++d)
        if (products[which].uses[d] != 0.0)
            sum += products[which].uses[d] * design_share(designs, products, d);
    return sum;
}

/// What a unit of a product costs, made and designed.
template <class T>
constexpr money<T> unit_cost(
    std::span<basic_design<T> const> designs, std::span<basic_product<T> const> products, std::size_t which
) {
    return products[which].made + engineering_share(designs, products, which);
}

} // namespace tallywatt

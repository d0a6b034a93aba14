#pragma once
// What accelerators take out of the industry, and how many a supply of its inputs allows:
//
//   allowed = min over inputs of amount/need        the input that gives least binds
//   required = accelerators * need
//
// Needs are per good accelerator, so they hold the yields: wafers 1/(dies per wafer * yield), memory, substrates, each over the
// yield of assembly (needs_of in chip_supply.hpp). Inputs are wafers of up to four nodes, wafers of carriers (interposers or
// redistribution layers), capacity of HBM, substrates; all other parts are taken to be there. An input that is not stated, or
// not needed, limits nothing.
//
//   accelerator_needs<> const h200{.wafers = {{1.0 / 55.0 / accelerator_unit}}, .carrier_wafers = 1.0 / 28.0 / accelerator_unit,
//                                  .hbm = 141.0 * GB / accelerator_unit};
//   input_amounts<> const a = requirements(h200, 1.3e6 * accelerator_unit);      // 23,636 and 46,429 wafers, 183.3 PB

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

#include <array>
#include <limits>

namespace tallywatt {

/// A count or an amount of data per accelerator.
template <class T = double>
using count_per_accelerator = quantity<dim::per<dim::none, dim::accelerator>, T>;
template <class T = double>
using data_per_accelerator = quantity<dim::per<dim::data, dim::accelerator>, T>;

namespace detail {
template <>
inline constexpr unit_symbol symbols_of<dim::per<dim::none, dim::accelerator>>[] = {{"/accelerator", 1.0}};
template <>
inline constexpr unit_symbol symbols_of<dim::per<dim::data, dim::accelerator>>[] = {
    {"B/accelerator", 1.0, false}, {"GB/accelerator", 1e9}};
} // namespace detail

/// Inputs of the industry, in the order of all lists here.
enum class industry_input : unsigned char { wafers_0, wafers_1, wafers_2, wafers_3, carrier_wafers, hbm, substrates };
inline constexpr int industry_input_count = 7;

namespace detail {
// Members of needs, amounts or prices in the order of industry_input, in base units.
template <class X>
constexpr auto inputs_of(X const& x) {
    using T = typename X::number_type;
    return std::array<T, industry_input_count>{
        number_in(x.wafers[0]),      number_in(x.wafers[1]), number_in(x.wafers[2]), number_in(x.wafers[3]),
        number_in(x.carrier_wafers), number_in(x.hbm),       number_in(x.substrates)};
}
} // namespace detail

/// What one good accelerator takes.
template <class T = double>
struct basic_accelerator_needs {
    using number_type = T;
    char const* name = "";
    std::array<count_per_accelerator<T>, 4> wafers{}; ///< by node, in an order of the user's
    count_per_accelerator<T> carrier_wafers{};
    data_per_accelerator<T> hbm{};
    count_per_accelerator<T> substrates{};

    static constexpr char const* kind = "accelerator_needs";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"wafers", non_negative}, self.wafers...);
        visit(field{"carrier_wafers", non_negative}, self.carrier_wafers...);
        visit(field{"hbm", non_negative}, self.hbm...);
        visit(field{"substrates", non_negative}, self.substrates...);
    }
    constexpr operator basic_accelerator_needs<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using accelerator_needs = basic_accelerator_needs<>;

/// Amounts of the inputs over some time. One that is not stated limits nothing.
template <class T = double>
struct basic_input_amounts {
    using number_type = T;
    std::array<T, 4> wafers{};
    T carrier_wafers{};
    data_size<T> hbm{};
    T substrates{};
    std::array<bool, industry_input_count> stated{}; ///< in the order of industry_input

    static constexpr char const* kind = "input_amounts";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"wafers", non_negative}, self.wafers...);
        visit(field{"carrier_wafers", non_negative}, self.carrier_wafers...);
        visit(field{"hbm", non_negative}, self.hbm...);
        visit(field{"substrates", non_negative}, self.substrates...);
        visit(field{"stated"}, self.stated...);
    }
};
using input_amounts = basic_input_amounts<>;

/// What a number of accelerators takes.
template <class T>
constexpr basic_input_amounts<T>
requirements(basic_accelerator_needs<T> const& need, accelerator_count<T> const& accelerators) {
    basic_input_amounts<T> a;
    for (std::size_t i = 0; i < 4; ++i)
        a.wafers[i] = accelerators * need.wafers[i];
    a.carrier_wafers = accelerators * need.carrier_wafers;
    a.hbm = accelerators * need.hbm;
    a.substrates = accelerators * need.substrates;
    auto const needed = detail::inputs_of(need);
    for (std::size_t i = 0; i < industry_input_count; ++i)
        a.stated[i] = highest(needed[i]) > 0.0;
    return a;
}

/// What the inputs cost.
template <class T = double>
struct basic_input_prices {
    using number_type = T;
    std::array<money<T>, 4> wafers{}; ///< per wafer
    money<T> carrier_wafers{};
    money_per_data<T> hbm{};
    money<T> substrates{};

    static constexpr char const* kind = "input_prices";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"wafers", non_negative}, self.wafers...);
        visit(field{"carrier_wafers", non_negative}, self.carrier_wafers...);
        visit(field{"hbm", non_negative}, self.hbm...);
        visit(field{"substrates", non_negative}, self.substrates...);
    }
};
using input_prices = basic_input_prices<>;

/// Spending on each input.
template <class T = double>
struct basic_input_spending {
    std::array<money<T>, industry_input_count> by_input{}; ///< in the order of industry_input
    [[nodiscard]] constexpr money<T> of(industry_input i) const { return by_input[static_cast<std::size_t>(i)]; }
    [[nodiscard]] constexpr money<T> total() const {
        money<T> sum{};
        for (auto const& x : by_input)
            sum += x;
        return sum;
    }
};

/// What amounts of the inputs cost.
template <class T>
constexpr basic_input_spending<T> spending(basic_input_amounts<T> const& a, basic_input_prices<T> const& p) {
    basic_input_spending<T> s;
    auto const amount = detail::inputs_of(a), price = detail::inputs_of(p);
    for (std::size_t i = 0; i < industry_input_count; ++i)
        s.by_input[i] = money<T>::from_base(amount[i] * price[i]);
    return s;
}

/// How many accelerators each input allows.
template <class T = double>
struct basic_supply_bound {
    std::array<accelerator_count<T>, industry_input_count> by_input{}; ///< zero where not asked
    std::array<bool, industry_input_count> asked{};                    ///< stated and needed
    accelerator_count<T> total{};                                      ///< infinite where unlimited

    [[nodiscard]] constexpr accelerator_count<T> allowed_by(industry_input i) const {
        return by_input[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] constexpr bool unlimited() const {
        for (bool const a : asked)
            if (a)
                return false;
        return true;
    }
    /// The scarcest input (of a range, by its middle); wafers_0 where unlimited.
    [[nodiscard]] constexpr industry_input binding() const {
        std::size_t least = industry_input_count;
        double at = 0.0;
        for (std::size_t i = 0; i < industry_input_count; ++i) {
            double const middle = lowest(by_input[i].base_value) + highest(by_input[i].base_value);
            if (asked[i] && (least == industry_input_count || middle < at))
                least = i, at = middle;
        }
        return least == industry_input_count ? industry_input::wafers_0 : static_cast<industry_input>(least);
    }
};
using supply_bound = basic_supply_bound<>;

/// Accelerators that amounts of the inputs allow.
template <class T>
constexpr basic_supply_bound<T> allowed(basic_input_amounts<T> const& a, basic_accelerator_needs<T> const& need) {
    basic_supply_bound<T> b;
    b.total = accelerator_count<T>::from_base(T(std::numeric_limits<double>::infinity()));
    auto const amount = detail::inputs_of(a), needed = detail::inputs_of(need);
    for (std::size_t i = 0; i < industry_input_count; ++i) {
        b.asked[i] = a.stated[i] && highest(needed[i]) > 0.0;
        if (!b.asked[i])
            continue;
        b.by_input[i] = accelerator_count<T>::from_base(amount[i] / needed[i]);
        b.total = math::min(b.total, b.by_input[i]);
    }
    return b;
}

/// Shares of the inputs that one buyer gets.
template <class T = double>
struct basic_input_shares {
    char const* name = "";
    std::array<basic_fraction<T>, 4> wafers{
        basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}};
    basic_fraction<T> carrier_wafers{T(1.0)};
    basic_fraction<T> hbm{T(1.0)};
    basic_fraction<T> substrates{T(1.0)};

    static constexpr char const* kind = "input_shares";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"wafers"}, self.wafers...);
        visit(field{"carrier_wafers"}, self.carrier_wafers...);
        visit(field{"hbm"}, self.hbm...);
        visit(field{"substrates"}, self.substrates...);
    }
    constexpr operator basic_input_shares<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using input_shares = basic_input_shares<>;

/// The part of the industry's amounts that a buyer gets.
template <class T>
constexpr basic_input_amounts<T> share_of(basic_input_amounts<T> a, basic_input_shares<T> const& s) {
    for (std::size_t i = 0; i < 4; ++i)
        a.wafers[i] = a.wafers[i] * s.wafers[i].value;
    a.carrier_wafers = a.carrier_wafers * s.carrier_wafers.value;
    a.hbm = a.hbm * s.hbm.value;
    a.substrates = a.substrates * s.substrates.value;
    return a;
}

} // namespace tallywatt

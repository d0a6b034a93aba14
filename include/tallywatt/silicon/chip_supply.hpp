#pragma once
// How many accelerators a year of wafers and memory gives:
//
//   U = Y_assembly * min( W_logic N_logic pass/n_logic,  W_base/sum of n/(N pass) over other kinds,  W_int N_int Y_int,
//                         B_hbm/(n_hbm capacity),  substrates )
//
// each input with the share of it that is allocated to this product. The input that gives least binds. An input of zero is
// one that is not stated: it limits nothing (substrates of zero do where substrates_limited says so). Steady state: lead times
// and ramps within a year are in supply_outlook.hpp, by inputs of the industry that several products share; needs_of says
// what one package takes of those.
//
//   accelerator_supply<> const s = annual_supply<double>(catalog::h200_package, plan, chips);
//   duration<> const wait = s.time_to_supply(1.3e6 * accelerator_unit);

#include <tallywatt/silicon/package.hpp>
#include <tallywatt/silicon/supply.hpp>

#include <limits>

namespace tallywatt {

/// Inputs of accelerator production.
enum class supply_input : unsigned char { logic_wafers, base_wafers, interposer_wafers, hbm, substrates };
inline constexpr supply_input supply_inputs[] = {
    supply_input::logic_wafers, supply_input::base_wafers, supply_input::interposer_wafers, supply_input::hbm,
    supply_input::substrates};

/// Yearly inputs, and the shares of them this product gets. An input left at zero is not stated, hence no limit.
template <class T = double>
struct basic_chip_supply {
    rate<T> logic_wafers{};
    basic_fraction<T> logic_share{T(1.0)};
    rate<T> base_wafers{}; ///< for all other kinds of dies; asked for only by packages that have some
    basic_fraction<T> base_share{T(1.0)};
    rate<T> interposer_wafers{}; ///< of carriers; not asked for where they are not made on wafers
    basic_fraction<T> interposer_share{T(1.0)};
    byte_rate<T> hbm{}; ///< capacity of good stacks shipped per time
    basic_fraction<T> hbm_share{T(1.0)};
    bool substrates_limited = false; ///< whether substrates are a limit, of zero too
    rate<T> substrates{};            ///< packages' worth
    basic_fraction<T> substrate_share{T(1.0)};

    static constexpr char const* kind = "chip_supply";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"logic_wafers", non_negative}, self.logic_wafers...);
        visit(field{"logic_share", unit_interval}, self.logic_share...);
        visit(field{"base_wafers", non_negative}, self.base_wafers...);
        visit(field{"base_share", unit_interval}, self.base_share...);
        visit(field{"interposer_wafers", non_negative}, self.interposer_wafers...);
        visit(field{"interposer_share", unit_interval}, self.interposer_share...);
        visit(field{"hbm", non_negative}, self.hbm...);
        visit(field{"hbm_share", unit_interval}, self.hbm_share...);
        visit(field{"substrates_limited"}, self.substrates_limited...);
        visit(field{"substrates", non_negative}, self.substrates...);
        visit(field{"substrate_share", unit_interval}, self.substrate_share...);
    }
    constexpr operator basic_chip_supply<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using chip_supply = basic_chip_supply<>;

namespace detail {
// Wafers of a kind of die per package, before the yield of assembly; zero where there is no such kind.
template <class T, class C>
constexpr T
die_wafers(basic_package<T, C> const& p, package_plan const& plan, basic_package_yield<T> const& y, std::size_t i) {
    if (p.dies[i].count == 0)
        return T(0.0);
    return T(p.dies[i].count / plan.dies_per_wafer[i]) / (y.die_test[i].pass.value * y.stacking[i].value);
}
template <class T, class C>
constexpr bool has_other_dies(basic_package<T, C> const& p) {
    for (std::size_t i = 1; i < p.dies.size(); ++i)
        if (p.dies[i].count > 0)
            return true;
    return false;
}
// Good carriers of those started, where their loss is their own: chip-first it falls on the dies, within assembly.
template <class T, class C>
constexpr T carriers_kept(basic_package<T, C> const& p, basic_package_yield<T> const& y) {
    bool const first = with_carrier(p.carrier, [](auto const& c) { return c.order() == assembly_order::chip_first; });
    return first ? T(1.0) : y.carrier.value;
}
} // namespace detail

/// What one good package takes of the industry's inputs. node_of: for each kind of die, which of the wafers it is made on; kinds
/// on the same node add. Stacks of HBM are counted as bought: good.
template <class T, class C>
constexpr basic_accelerator_needs<T> needs_of(
    basic_package<T, C> const& p, package_plan const& plan, basic_package_yield<T> const& y,
    std::array<int, die_kinds> const& node_of = {0, 1, 2, 3}
) {
    basic_accelerator_needs<T> n;
    n.name = p.name;
    constexpr auto each = accelerator_unit;
    for (std::size_t i = 0; i < p.dies.size(); ++i)
        if (p.dies[i].count > 0)
            n.wafers[static_cast<std::size_t>(node_of[i])] +=
                count_per_accelerator<T>(detail::die_wafers(p, plan, y, i) / y.assembly.value / each);
    if (plan.carrier.per_wafer > 0.0)
        n.carrier_wafers = T(1.0 / plan.carrier.per_wafer) / (detail::carriers_kept(p, y) * y.assembly.value) / each;
    n.hbm = static_cast<double>(p.hbm_count) * p.hbm.capacity / y.assembly / each;
    n.substrates = T(1.0) / y.assembly.value / each;
    return n;
}
template <class T, class C>
constexpr basic_accelerator_needs<T> needs_of(
    basic_package<T, C> const& p, package_plan const& plan, std::array<int, die_kinds> const& node_of = {0, 1, 2, 3}
) {
    return needs_of(p, plan, yields(p, plan), node_of);
}
// with T stated, catalog objects convert: needs_of<double>(catalog::h200_package, plan)
template <class T>
constexpr basic_accelerator_needs<T> needs_of(
    basic_package<T> const& p, package_plan const& plan, std::array<int, die_kinds> const& node_of = {0, 1, 2, 3}
) {
    return needs_of(p, plan, yields(p, plan), node_of);
}

/// Whether an input is stated and a package needs it, so that it limits how many are made.
template <class T, class C>
constexpr bool
is_limiting(supply_input i, basic_package<T, C> const& p, package_plan const& plan, basic_chip_supply<T> const& s) {
    auto const stated = [](auto const& input) { return highest(input.base_value) > 0.0; };
    switch (i) {
    case supply_input::logic_wafers:
        return stated(s.logic_wafers);
    case supply_input::base_wafers:
        return detail::has_other_dies(p) && stated(s.base_wafers);
    case supply_input::interposer_wafers:
        return plan.carrier.per_wafer > 0.0 && stated(s.interposer_wafers);
    case supply_input::hbm:
        return p.hbm_count > 0 && stated(s.hbm);
    default:
        return s.substrates_limited;
    }
}

/// Packages per time that each input allows, those that limit, and what comes of the scarcest.
template <class T = double>
struct accelerator_supply {
    accelerator_rate<T> by_input[5]{}; ///< good packages, in the order of supply_input; zero where not asked
    bool asked[5]{};                   ///< is_limiting
    accelerator_rate<T> total{};       ///< infinite where unlimited

    /// Whether no input limits.
    [[nodiscard]] constexpr bool unlimited() const {
        for (bool const a : asked)
            if (a)
                return false;
        return true;
    }

    [[nodiscard]] constexpr accelerator_rate<T> allowed_by(supply_input i) const {
        return by_input[static_cast<int>(i)];
    }

    /// The scarcest input (of a range, by its middle); logic wafers where unlimited.
    [[nodiscard]] constexpr supply_input binding() const {
        int least = -1;
        double at = 0.0;
        for (int i = 0; i < 5; ++i) {
            double const middle = lowest(by_input[i].base_value) + highest(by_input[i].base_value);
            if (asked[i] && (least < 0 || middle < at))
                least = i, at = middle;
        }
        return least < 0 ? supply_input::logic_wafers : static_cast<supply_input>(least);
    }

    /// How long this supply takes for a fleet; no time where unlimited.
    [[nodiscard]] constexpr duration<T> time_to_supply(accelerator_count<T> const& fleet) const {
        if (unlimited())
            return {};
        return fleet / total;
    }
};

/// Accelerators per time from a supply, given the package's yields.
template <class T, class C>
constexpr accelerator_supply<T> annual_supply(
    basic_package<T, C> const& p, package_plan const& plan, basic_chip_supply<T> const& s,
    basic_package_yield<T> const& y
) {
    accelerator_supply<T> a;
    a.total = accelerator_rate<T>::from_base(T(std::numeric_limits<double>::infinity()));
    auto const enter = [&](supply_input i, auto const& packages) {
        auto const k = static_cast<int>(i);
        a.asked[k] = is_limiting(i, p, plan, s);
        if (!a.asked[k])
            return;
        a.by_input[k] = (packages() * y.assembly) * accelerator_unit;
        a.total = math::min(a.total, a.by_input[k]);
    };
    enter(supply_input::logic_wafers, [&] {
        return s.logic_wafers * s.logic_share / detail::die_wafers(p, plan, y, 0);
    });
    enter(supply_input::base_wafers, [&] {
        T each = T(0.0);
        for (std::size_t i = 1; i < p.dies.size(); ++i)
            each = each + detail::die_wafers(p, plan, y, i);
        return s.base_wafers * s.base_share / each;
    });
    enter(supply_input::interposer_wafers, [&] {
        return s.interposer_wafers * s.interposer_share * plan.carrier.per_wafer * detail::carriers_kept(p, y);
    });
    enter(supply_input::hbm, [&] { return s.hbm * s.hbm_share / (static_cast<double>(p.hbm_count) * p.hbm.capacity); });
    enter(supply_input::substrates, [&] { return s.substrates * s.substrate_share; });
    return a;
}
template <class T, class C>
constexpr accelerator_supply<T>
annual_supply(basic_package<T, C> const& p, package_plan const& plan, basic_chip_supply<T> const& s) {
    return annual_supply(p, plan, s, yields(p, plan));
}
// with T stated, catalog objects convert: annual_supply<double>(catalog::h200_package, ...)
template <class T>
constexpr accelerator_supply<T>
annual_supply(basic_package<T> const& p, package_plan const& plan, basic_chip_supply<T> const& s) {
    return annual_supply(p, plan, s, yields(p, plan));
}

} // namespace tallywatt

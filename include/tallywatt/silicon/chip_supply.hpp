#pragma once
// How many accelerators a year of wafers and memory gives:
//
//   U = Y_assembly * min( W_logic N_logic pass/n_logic,  W_base N_base pass/n_base,  W_int N_int Y_int,
//                         B_hbm/(n_hbm capacity),  substrates )
//
// each input with the share of it that is allocated to this product. The input that gives least binds. An input of zero is
// one that is not stated: it limits nothing (substrates of zero do where substrates_limited says so). Steady state: the lead
// times and ramps within a year are not in it.
//
//   accelerator_supply<> const s = annual_supply<double>(catalog::h200_package, plan, chips);
//   duration<> const wait = s.time_to_supply(1.3e6 * accelerator_unit);

#include <tallywatt/silicon/package.hpp>

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
    rate<T> base_wafers{}; ///< asked for only by packages with a second kind of die
    basic_fraction<T> base_share{T(1.0)};
    rate<T> interposer_wafers{}; ///< not asked for on organic substrates
    basic_fraction<T> interposer_share{T(1.0)};
    byte_rate<T> hbm{}; ///< capacity of good stacks shipped per time
    basic_fraction<T> hbm_share{T(1.0)};
    bool substrates_limited = false; ///< whether substrates are a limit, of zero too
    rate<T> substrates{}; ///< packages' worth
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

/// Whether an input is stated and a package needs it, so that it limits how many are made.
template <class T>
constexpr bool is_limiting(
    supply_input i, basic_package<T> const& p, package_plan const& plan, basic_chip_supply<T> const& s
) {
    auto const stated = [](auto const& input) { return highest(input.base_value) > 0.0; };
    switch (i) {
    case supply_input::logic_wafers:
        return stated(s.logic_wafers);
    case supply_input::base_wafers:
        return p.base_count > 0 && stated(s.base_wafers);
    case supply_input::interposer_wafers:
        return plan.interposers_per_wafer > 0 && stated(s.interposer_wafers);
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
template <class T>
constexpr accelerator_supply<T> annual_supply(
    basic_package<T> const& p, package_plan const& plan, basic_chip_supply<T> const& s, basic_package_yield<T> const& y
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
        return s.logic_wafers * s.logic_share * (static_cast<double>(plan.logic_per_wafer) / p.logic_count)
               * y.logic_test.pass;
    });
    enter(supply_input::base_wafers, [&] {
        return s.base_wafers * s.base_share * (static_cast<double>(plan.base_per_wafer) / p.base_count)
               * y.base_test.pass;
    });
    enter(supply_input::interposer_wafers, [&] {
        return s.interposer_wafers * s.interposer_share * static_cast<double>(plan.interposers_per_wafer)
               * y.interposer;
    });
    enter(supply_input::hbm, [&] {
        return s.hbm * s.hbm_share / (static_cast<double>(p.hbm_count) * p.hbm.capacity);
    });
    enter(supply_input::substrates, [&] { return s.substrates * s.substrate_share; });
    return a;
}
template <class T>
constexpr accelerator_supply<T>
annual_supply(basic_package<T> const& p, package_plan const& plan, basic_chip_supply<T> const& s) {
    return annual_supply(p, plan, s, yields(p, plan));
}

} // namespace tallywatt

#pragma once
// How many accelerators a year of wafers and memory gives:
//
//   U = Y_assembly * min( W_logic N_logic pass/n_logic,  W_base N_base pass/n_base,  W_int N_int Y_int,
//                         B_hbm/(n_hbm capacity),  substrates )
//
// each input with the share of it that is allocated to this product. The input that gives least binds. Steady state:
// the lead times and ramps within a year are not in it.
//
//   accelerator_supply<> const s = annual_supply<double>(catalog::h200_package, plan, chips);
//   duration<> const wait = s.time_to_supply(1.3e6 * accelerator_unit);

#include <tallywatt/silicon/package.hpp>

namespace tallywatt {

/// Inputs of accelerator production.
enum class supply_input : unsigned char { logic_wafers, base_wafers, interposer_wafers, hbm, substrates };

/// Yearly inputs, and the shares of them this product gets.
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
    bool substrates_limited = false;
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

/// Packages per time that each input allows, those that are asked for, and what comes of the scarcest.
template <class T = double>
struct accelerator_supply {
    accelerator_rate<T> by_input[5]{}; ///< good packages, in the order of supply_input
    bool asked[5]{};
    accelerator_rate<T> total{};

    [[nodiscard]] constexpr accelerator_rate<T> allowed_by(supply_input i) const {
        return by_input[static_cast<int>(i)];
    }

    /// The scarcest input (of a range, by its middle).
    [[nodiscard]] constexpr supply_input binding() const {
        int least = -1;
        double at = 0.0;
        for (int i = 0; i < 5; ++i) {
            double const middle = lowest(by_input[i].base_value) + highest(by_input[i].base_value);
            if (asked[i] && (least < 0 || middle < at))
                least = i, at = middle;
        }
        return static_cast<supply_input>(least);
    }

    /// How long this supply takes for a fleet.
    [[nodiscard]] constexpr duration<T> time_to_supply(accelerator_count<T> const& fleet) const {
        return fleet / total;
    }
};

/// Accelerators per time from a supply, given the package's yields.
template <class T>
constexpr accelerator_supply<T> annual_supply(
    basic_package<T> const& p, package_plan const& plan, basic_chip_supply<T> const& s, basic_package_yield<T> const& y
) {
    accelerator_supply<T> a;
    auto const enter = [&](supply_input i, rate<T> const& packages) {
        a.by_input[static_cast<int>(i)] = (packages * y.assembly) * accelerator_unit;
        a.asked[static_cast<int>(i)] = true;
    };
    enter(
        supply_input::logic_wafers,
        s.logic_wafers * s.logic_share * (static_cast<double>(plan.logic_per_wafer) / p.logic_count) * y.logic_test.pass
    );
    if (p.base_count > 0)
        enter(
            supply_input::base_wafers,
            s.base_wafers * s.base_share * (static_cast<double>(plan.base_per_wafer) / p.base_count) * y.base_test.pass
        );
    if (plan.interposers_per_wafer > 0)
        enter(
            supply_input::interposer_wafers,
            s.interposer_wafers * s.interposer_share * static_cast<double>(plan.interposers_per_wafer) * y.interposer
        );
    if (p.hbm_count > 0)
        enter(supply_input::hbm, s.hbm * s.hbm_share / (static_cast<double>(p.hbm_count) * p.hbm.capacity));
    if (s.substrates_limited)
        enter(supply_input::substrates, s.substrates * s.substrate_share);
    a.total = a.by_input[0];
    for (int i = 1; i < 5; ++i)
        if (a.asked[i])
            a.total = math::min(a.total, a.by_input[i]);
    return a;
}
template <class T>
constexpr accelerator_supply<T>
annual_supply(basic_package<T> const& p, package_plan const& plan, basic_chip_supply<T> const& s) {
    return annual_supply(p, plan, s, yields(p, plan));
}

} // namespace tallywatt

#pragma once
// Learning: the defect density of a process falls from its start towards a floor, and time divides what is above it.
//
//   D(t) = D_inf + (D_0 - D_inf) exp(-t/tau)       t >= 0 since volume production began
//
// First-order learning, as Stapper & Rosner use it (IEEE Trans. Semicond. Manuf. 8 (1995)). Before t = 0 nothing is said.
// mean_density is the average over a run of production at a steady rate, (1/(t2-t1)) int D dt, and time_to_density the way
// back. One pair of published densities fixes tau when floor and start are known: TSMC's N7 had 0.09 per cm2 some three
// quarters after volume start (AnandTech, 2020-08-25).
//
//   yield_learning const n7{.start = 0.3 / square_centimetre, .floor = 0.07 / square_centimetre, .time_constant = 0.33 * year};
//   area_density<> const d = n7.density(0.75 * year);                                               // 0.0937 per cm2

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/number/monotone.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// How a process learns.
template <class T = double>
struct basic_yield_learning {
    area_density<T> start{};                ///< at the start of volume production
    area_density<T> floor{};                ///< what learning leaves
    duration<T> time_constant = 1.0 * year; ///< in which the rest falls to 1/e

    /// Defect density at a time since the start.
    [[nodiscard]] constexpr area_density<T> density(duration<T> const& t) const {
        return math::mix(math::exp(T(-(t / time_constant))), start, floor);
    }
    /// Its mean from t1 to t2 > t1.
    [[nodiscard]] constexpr area_density<T> mean_density(duration<T> const& t1, duration<T> const& t2) const {
        // what is left of the start on the mean falls in t1, falls in t2 and rises in the time constant
        auto const left = [](T const& a, T const& b) { return (math::exp(-a) - math::exp(-b)) / (b - a); };
        T const share = detail::monotone(
            [&](T const& from) {
                return detail::monotone(
                    [&](T const& to) {
                        return detail::monotone(
                            [&](T const& tau) { return left(from / tau, to / tau); }, time_constant.base_value
                        );
                    },
                    t2.base_value
                );
            },
            t1.base_value
        );
        return math::mix(share, start, floor);
    }
    /// When a density between floor and start is reached.
    [[nodiscard]] constexpr duration<T> time_to_density(area_density<T> const& d) const {
        auto const at = [&](T const& low) { return math::log(T((start.base_value - low) / (d.base_value - low))); };
        return detail::monotone(at, floor.base_value) * time_constant;
    }

    static constexpr char const* kind = "yield_learning";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"start", non_negative}, self.start...);
        visit(field{"floor", non_negative}, self.floor...);
        visit(field{"time_constant", positive}, self.time_constant...);
    }
    constexpr operator basic_yield_learning<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using yield_learning = basic_yield_learning<>;

/// Throws invalid_input where the floor lies above the start.
template <class T>
constexpr void check(basic_yield_learning<T> const& l) {
    if (lowest(l.floor.base_value) > highest(l.start.base_value))
        throw invalid_input("yield_learning.floor", lowest(l.floor.base_value), "/m2", "above the start");
}

} // namespace tallywatt

#pragma once
// Power of an accelerator from the counts that gave its time.
//
//   P = P_static + (sum of operations e_op + memory bytes e_memory + link bytes e_link)/t,  held at TDP
//   above TDP the clock falls to f/f0 = sqrt((TDP - P_static)/(P - P_static)) and compute time stretches by f0/f
//   P_static = P_idle (1 + leakage_share (exp(k (T_j - T_ref)) - 1)) + P_active,  T_j = T_coolant + R_th P
//   P_active, what running kernels add to a board that holds a process at rest, is little
//
// The form is linear in bytes and operations at one clock, as measured: kernels that read memory and multiply-add in
// registers, from 0.25 to 128 operations per byte, follow P = P_0 + e_memory V + e_op F within 0.7 % on a Hopper (55
// kernels; P_0 105 W, e_memory 122 pJ/B, both at 57 to 65 C) and 0.7 to 1.2 % on each of eight A100 (43 kernels; 59 to
// 72 W, 115 to 122 pJ/B), fitted to the board powers of the gpu-benches project (gpu-roofline, 2024 to 2025). P_0 is about
// what such boards draw at rest with a process on them: keeping the clocks up is what costs, not resident kernels.
//
// T_j is taken at the uncapped power held at TDP; the feedback is weak (R_th dP/dT << 1), one pass is within 0.1 W.
// Dynamic power goes with f V^2 and V about linear in f near the top of the range, of which the exponent 2 is the
// documented lower end (2 to 3). Best-matmul rates are measured at the power limit and energies are set so that they draw
// it, so the cap does not throttle them twice.
//
// A step that leaves room below the limit runs at the top of the clock's range, at a higher voltage: its operations take
// boost_energy more, as far as the limit lets them (boards regulate the mean over many kernels). Seen of boards
// with Hopper's limit in training: 602 to 684 W at 1,950 to 1,980 MHz and about 296 TFLOP/s (Megatron-LM,
// README_STRAGGLER.md), 618 to 670 W at 1,920 to 1,965 MHz (Savanna, launcher notes), while products alone hold 794.5 TFLOP/s
// at 700 W, which is 1.47 to 1.6 GHz. Times stay as measured.

#include <tallywatt/chip/accelerator.hpp>

namespace tallywatt {

/// Dynamic power that the model leaves a chip at least, over its TDP. A numerical guard, not a property: it keeps the clock
/// above zero for a chip whose static part alone reaches the limit; shipped chips idle at 0.1 to 0.2 of TDP.
inline constexpr double least_dynamic_share = 0.01;

/// What a step does on one device, for energy.
template <class T = double>
struct work_counts {
    energy<T> matrix{};        ///< operations times their format's energy
    data_size<T> hbm{};
    data_size<T> link{};
};

/// Power and stretched time of a step.
template <class T = double>
struct power_state {
    power<T> draw{};           ///< mean over the step
    power<T> fixed{};          ///< static part, with leakage
    energy<T> dynamic{};       ///< the rest of the step's energy: draw = fixed + dynamic/time
    duration<T> time{};        ///< of the step, stretched where the cap binds
    basic_fraction<T> clock{}; ///< f/f0
};

/// Power at rest at a coolant temperature, for a board that draws `draw`.
template <class T>
constexpr power<T> static_power(basic_accelerator<T> const& chip, temperature<T> const& coolant, power<T> const& draw) {
    temperature<T> const junction = coolant + chip.junction_to_coolant * draw;
    T const growth = math::exp(chip.leakage_growth * (junction - chip.leakage_reference));
    return chip.idle * (T(1.0) + chip.leakage_share.value * (growth - T(1.0)));
}

/// Static power while kernels run, for a board that draws `draw`.
template <class T>
constexpr power<T> working_power(basic_accelerator<T> const& chip, temperature<T> const& coolant, power<T> const& draw) {
    return static_power(chip, coolant, draw) + chip.active;
}

/// Power over a step of time t, of which compute_share stretches when the clock falls.
template <class T>
constexpr power_state<T> step_power(basic_accelerator<T> const& chip, work_counts<T> const& work, duration<T> const& t, basic_fraction<T> const& compute_share,
                                    temperature<T> const& coolant) {
    energy<T> const moved = work.hbm * chip.memory_energy + work.link * chip.link_energy;
    energy<T> const dynamic = work.matrix + moved, boosted = (T(1.0) + chip.boost_energy.value) * work.matrix + moved;
    power<T> const wanted = boosted / t;
    power_state<T> s;
    s.fixed = working_power(chip, coolant, math::min(chip.at_work() + wanted, chip.tdp));
    // the room left for dynamic power
    power<T> const least = least_dynamic_share * chip.tdp, room = math::max(chip.tdp - s.fixed, least);
    T const share = math::min(room * t / dynamic, T(1.0));
    s.clock = basic_fraction<T>{math::sqrt(share)};
    // t f0/f = sqrt(t dynamic/room), in which t appears once
    s.time = math::mix(compute_share.value, math::max(t, duration<T>::from_base(math::sqrt(t.base_value * (dynamic / room).base_value))), t);
    s.dynamic = math::min(boosted, room * s.time);
    // fixed + min(wanted, room), in a form whose static part cancels at the cap (tight over intervals)
    s.draw = math::min(s.fixed + wanted, math::max(chip.tdp, s.fixed + least));
    return s;
}

}  // namespace tallywatt

#pragma once
// Compute carbon intensity: what was emitted to make and to run hardware, over the work it has done when it retires.
//
//   work      = peak u a life                          u: share of peak that runs as useful work while up; a: availability
//   CCI       = (embodied + operational)/work          gCO2e per EFLOP
//   operational = P PUE CI a life                      P: mean power at the IT equipment while up, CI: location- or market-based
//   per token = (embodied + operational)/(tokens per time * a life)
//
// Embodied carbon holds no electricity of use, and work is counted dense. Makers state embodied intensities at full peak
// for years on end (u = a = 1): such a figure is a lower bound of what users see. Range: u, a above 0 to 1.
// Reference: Schneider et al., Life-Cycle Emissions of AI Hardware, arXiv 2502.01671 (2025); six years there.
//
//   hardware_life<> const l = {.peak = dense(989.4 * TFLOP_per_second), .utilisation = fraction{0.4}, .life = 6.0 * year};
//   carbon_intensity<> const c = compute_carbon_intensity(164.0 * kgCO2e, operating{...}, l);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
using co2e_per_operation = quantity<dim::per<dim::co2e, dim::operation>, T>;

/// The work that hardware does until it retires.
template <class T = double>
struct basic_hardware_life {
    dense_rate<T> peak{};
    basic_fraction<T> utilisation{T(0.4)}; ///< of peak, as useful work, while up
    basic_availability<T> availability{T(0.95)};
    duration<T> life = 6.0 * year;

    [[nodiscard]] constexpr duration<T> time_up() const { return availability.value * life; }
    [[nodiscard]] constexpr operation_count<T> work() const { return peak.value * utilisation * time_up(); }

    static constexpr char const* kind = "hardware_life";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"peak", positive}, self.peak...);
        visit(
            field{
                "utilisation",
                positive,
                {"assumed: between training runs and served models", "2026", confidence::assumed}},
            self.utilisation...
        );
        visit(
            field{"availability", positive, {"assumed: repairs, maintenance, waiting", "2026", confidence::assumed}},
            self.availability...
        );
        visit(
            field{"life", positive, {"arXiv 2502.01671, functional unit of six years", "2025", confidence::medium}},
            self.life...
        );
    }
};
using hardware_life = basic_hardware_life<>;

/// How hardware is run: what it draws while up, and what that electricity emits.
template <class T = double>
struct basic_operating {
    at_it<power<T>> draw{}; ///< on average while up
    basic_pue<T> pue{T(1.1)};
    co2e_per_energy<T> grid{};

    static constexpr char const* kind = "operating";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"draw", non_negative}, self.draw...);
        visit(field{"pue", any_value, {"assumed: a large operator's fleet", "2026", confidence::assumed}}, self.pue...);
        visit(field{"grid", non_negative}, self.grid...);
    }
    /// Emitted over a time up.
    [[nodiscard]] constexpr co2e<T> over(duration<T> const& up) const { return (draw * pue).value * up * grid; }
};
using operating = basic_operating<>;

/// Carbon per work, by where it comes from.
template <class T = double>
struct basic_carbon_intensity {
    co2e_per_operation<T> embodied{};
    co2e_per_operation<T> operational{};

    [[nodiscard]] constexpr co2e_per_operation<T> total() const { return embodied + operational; }
    /// 1/(1 + operational/embodied), each once
    [[nodiscard]] constexpr basic_fraction<T> embodied_share() const {
        return basic_fraction<T>{T(1.0) / (T(1.0) + operational.base_value / embodied.base_value)};
    }

    static constexpr char const* kind = "carbon_intensity";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"embodied"}, self.embodied...);
        visit(field{"operational"}, self.operational...);
    }
};
using carbon_intensity = basic_carbon_intensity<>;

/// Embodied carbon per work done in a life.
template <class T>
constexpr co2e_per_operation<T> embodied_intensity(co2e<T> const& embodied, basic_hardware_life<T> const& life) {
    return embodied / life.work();
}
/// Both, per work. Operational needs no time: (P PUE CI)/(peak u).
template <class T>
constexpr basic_carbon_intensity<T>
compute_carbon_intensity(co2e<T> const& embodied, basic_operating<T> const& run, basic_hardware_life<T> const& life) {
    return {
        embodied_intensity(embodied, life),
        (run.draw * run.pue).value * run.grid / (life.peak.value * life.utilisation)};
}

/// Carbon per token, by where it comes from.
template <class T = double>
struct basic_token_carbon {
    co2e_per_token<T> embodied{};
    co2e_per_token<T> operational{};

    [[nodiscard]] constexpr co2e_per_token<T> total() const { return embodied + operational; }

    static constexpr char const* kind = "token_carbon";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"embodied"}, self.embodied...);
        visit(field{"operational"}, self.operational...);
    }
};

/// Per token, for hardware that gives `rate` tokens per time while up.
template <class T>
constexpr basic_token_carbon<T> token_carbon(
    co2e<T> const& embodied, basic_operating<T> const& run, token_rate<T> const& rate, duration<T> const& life,
    basic_availability<T> const& up
) {
    return {embodied / (rate * (up.value * life)), (run.draw * run.pue).value * run.grid / rate};
}

} // namespace tallywatt

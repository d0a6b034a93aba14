#pragma once
// What a token takes of what iterations take: time, energy. With m and d what a mixed and a pure decode iteration take,
// f computed prompt tokens to an output token and c = b/chunk mixed iterations to a prompt token (of one sequence), an
// output token comes with phi = c f mixed iterations and max(1 - phi, 0) pure ones. Every share names f once, or is
// the weight of a mean, so that intervals stay tight:
//
//   per output token, its prompts included   max(phi, 1) mix(min(phi, 1), m, d)
//   per prompt token, its outputs included   c m + max(1/f - c, 0) d
//   per computed token                       mix(s, d, c max(1 - w, 1/(1 + c)) m),  w = 1/(1 + f) outputs among the
//                                            computed, s = max(w (1 + c) - c, 0) tokens of pure iterations among them
//   added per prompt token                   max(c (m - d/max(phi, 1)), 0); what remains falls to the output token
//
// f is above 0, as traffic allows no prompt that lies in the cache whole. The iterations are those of serving.hpp.
//
//   iteration_mix const mix{.fresh = ratio{1.6}, .mixed_per_prompt = ratio{128.0 / 2048.0}};
//   duration_per_token<> t = mix.per_computed(60.0 * millisecond, 20.0 * millisecond);   // of one running sequence

#include <tallywatt/cluster/cluster.hpp>
#include <tallywatt/workload/serving.hpp>

namespace tallywatt {

/// How iterations are shared among the tokens of one running sequence.
template <class T = double>
struct basic_iteration_mix {
    basic_ratio<T> fresh{};            ///< f: computed prompt tokens to an output token, above 0
    basic_ratio<T> mixed_per_prompt{}; ///< c: mixed iterations to a computed prompt token

    /// w: output tokens among the computed.
    [[nodiscard]] constexpr basic_fraction<T> outputs() const {
        return basic_fraction<T>{T(1.0) / (T(1.0) + fresh.value)};
    }
    /// What an output token takes, its prompts included.
    template <class Q>
    [[nodiscard]] constexpr auto per_output(Q const& mixed, Q const& decode) const {
        T const phi = fresh.value * mixed_per_prompt.value;
        return math::max(phi, T(1.0)) * math::mix(math::min(phi, T(1.0)), mixed, decode) / token;
    }
    /// What a computed prompt token takes, its outputs included.
    template <class Q>
    [[nodiscard]] constexpr auto per_prompt(Q const& mixed, Q const& decode) const {
        T const c = mixed_per_prompt.value;
        return (c * mixed + math::max(T(1.0) / fresh.value - c, T(0.0)) * decode) / token;
    }
    /// What a computed token takes, of either kind.
    template <class Q>
    [[nodiscard]] constexpr auto per_computed(Q const& mixed, Q const& decode) const {
        T const c = mixed_per_prompt.value, w = outputs().value;
        T const pure = math::max(w * (T(1.0) + c) - c, T(0.0));
        return math::mix(pure, decode, c * math::max(T(1.0) - w, T(1.0) / (T(1.0) + c)) * mixed) / token;
    }
    /// What a computed prompt token adds to iterations that would run without it.
    template <class Q>
    [[nodiscard]] constexpr auto added_per_prompt(Q const& mixed, Q const& decode) const {
        T const c = mixed_per_prompt.value, crowding = math::max(fresh.value * c, T(1.0));
        return math::max(c * (mixed - decode / crowding), Q{}) / token;
    }
    /// What remains of per_output without it.
    template <class Q>
    [[nodiscard]] constexpr auto rest_per_output(Q const& mixed, Q const& decode) const {
        return math::min(decode / token, per_output(mixed, decode));
    }
};
using iteration_mix = basic_iteration_mix<>;

/// Of what arrives, under a workload's plan. Where an iteration emits several tokens of a sequence (e), c is for as many
/// iterations as one token takes: c = b e/chunk, of iterations that take 1/e of their time and energy.
template <class WorkPlan, class T>
constexpr basic_iteration_mix<T>
iteration_mix_of(WorkPlan const& p, basic_traffic<T> const& asked, T const& emitted = T(1.0)) {
    return {basic_ratio<T>{asked.fresh() / asked.output}, basic_ratio<T>{emitted * T(double(p.sequences) / p.chunk)}};
}

/// IT energy of an iteration on a whole cluster, with that of the idle time its load leaves after it:
///   E = standing t + factor dynamic
/// A chip draws static + dynamic/t while it serves and `resting` while it does not; all else draws its mean always.
template <class T = double>
struct basic_iteration_energy {
    at_it<power<T>> standing{};
    basic_ratio<T> factor{}; ///< IT energy per energy of one chip
    [[nodiscard]] constexpr at_it<energy<T>> operator()(duration<T> const& time, energy<T> const& dynamic) const {
        return standing * time + at_it<energy<T>>{factor.value * dynamic};
    }
};
using iteration_energy = basic_iteration_energy<>;

/// Of a cluster that draws `mean` while it serves for a share `load` of the time.
template <class T>
constexpr basic_iteration_energy<T> iteration_energy_of(
    serving_performance<T> const& s, cluster_plan const& p, cluster_power_lines<T> const& mean,
    basic_fraction<T> const& load
) {
    at_it<power<T>> const others = mean.host + mean.fans + mean.network_interfaces;
    T const supplied = T(1.0) + mean.supply_loss / (mean.accelerators + others); // into the supplies over out of them
    T const idle = T(1.0) / load.value - T(1.0);                                 // to serving time
    at_it<power<T>> const chips{total(per_accelerator<power<T>>{s.static_part + idle * s.resting}, p)};
    return {
        supplied * (chips + others / load.value) + (mean.network + mean.storage) / load.value,
        basic_ratio<T>{supplied * T(double(p.accelerators))}};
}

} // namespace tallywatt

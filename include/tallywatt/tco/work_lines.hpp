#pragma once
// What a kind of work states of its fleet, and what the fleet makes of it: between evaluate (tco/evaluate.hpp) and the
// kinds of work, each a work_lines (tco/serving_lines.hpp, tco/training_lines.hpp).

#include <tallywatt/tco/deployment.hpp>
#include <tallywatt/tco/report.hpp>

namespace tallywatt::detail {

/// Share of the time in which servers have power.
template <class T, class W>
constexpr basic_availability<T> availability_of(basic_prepared_deployment<T, W> const& d) {
    if constexpr (requires { d.site.availability; })
        return basic_availability<T>{d.supply.availability.value * d.site.availability.value};
    else
        return d.supply.availability;
}

/// Power of an accelerator, over all that are installed.
template <class T>
struct fleet_draw {
    power<T> mean{};  ///< while there is supply
    power<T> busy{};  ///< while everything works
};

/// Of the whole fleet while there is supply, and what the building makes of it.
template <class T>
struct fleet_power {
    cluster_power_lines<T> it{}, provisioned{};
    basic_facility_performance<T> site{};
    basic_supply_performance<T> supplied{};
};

/// What a token takes of the fleet: energy at the servers, and time of all of it.
template <class T>
struct taken_of_fleet {
    at_it<energy_per_token<T>> energy{};
    duration_per_token<T> time{};
};
/// A computed token; of a service, a prompt's and an output's apart (nothing of training).
template <class T>
struct token_share : taken_of_fleet<T> {
    taken_of_fleet<T> input{}, output{};
};

/// The part of an evaluation that is a work's own; serving's unless specialised.
///   state(d, plan, r)           rates, memory and time into the report; what is drawn
///   share(state, d, plan, p, r) what a token takes of the fleet; revenue
///   finish(d, r)                what follows from a token's figures
///   limits(state, d, plan, r)
template <class T, class W>
struct work_lines;

}  // namespace tallywatt::detail

#pragma once
// Tight bounds on what a token costs over intervals. Time per token, load and the prompt tokens to an output token each
// stand in what a token is charged with and in how many tokens there are; evaluated once as written, an interval would
// count them twice. Here the three are taken piece by piece and the whole chain is evaluated in each:
//
//   t = max(phi, 1) mix(min(phi, 1), t_mixed, t_decode),  phi = f b/chunk,   f computed prompt tokens per output token
//   energy per computed token  P(static + dynamic/t, load) t/(load sequences (1 + f))
//   share of a year's fixed cost per computed token        t/(load sequences (1 + f))
//
// Numbers without bounds never come here: evaluate divides totals by tokens.

#include <tallywatt/number/monotone.hpp>
#include <tallywatt/tco/deployment.hpp>

namespace tallywatt::detail {

template <class T>
struct token_bounds {
    energy_per_token<T> energy{};                ///< per computed token, at the facility's busbar
    energy_per_token<T> energy_per_output{};
    duration_per_token<T> time{};                ///< of the whole deployment at its load, per computed token
    duration_per_token<T> time_per_output{};
    duration_per_token<T> time_per_input{};      ///< that prompts add, per computed prompt token
    token_rate<T> input{};                       ///< computed prompt tokens while there is power
    flop_rate<T> useful{};                       ///< of the model, over all sequences at full load
};

template <has_ends T>
constexpr token_bounds<T> bounds_per_token(basic_prepared_deployment<T> const& d, deployment_plan const& plan, serving_performance<T> const& s) {
    constexpr int pieces_of_share = 6, pieces_of_time = 8, pieces_of_load = 4;
    auto const& c = d.cluster;
    T const f = d.service.traffic.fresh() / d.service.traffic.output, load = d.service.traffic.load.value;
    T const sequences = T(double(plan.instances) * plan.serving.instance.data * plan.serving.sequences);
    auto const facility = [&](T const& draw) {
        auto const it = cluster_power(c, plan.cluster, server_power(c.server, per_accelerator<power<T>>{power<T>::from_base(draw)}, d.site.cooling.liquid_captured));
        return mean_facility_power(d.site, it.total()).value.base_value;
    };
    auto const per_output = [&](T const& dynamic, T const& time) {
        return in_pieces(
            [&](T const& t) {
                T const busy = s.static_part.base_value + dynamic / t;
                return in_pieces([&](T const& x) { return facility(mix(x, busy, s.resting.base_value)) * (t / (x * sequences)); }, load, pieces_of_load);
            },
            time, pieces_of_time);
    };
    auto const over_shares = [&](auto const& value) {
        return in_pieces(
            [&](T const& x) {
                T const phi = x * T(double(plan.serving.sequences) / plan.serving.chunk), share = math::min(phi, T(1.0)), crowding = math::max(phi, T(1.0));
                return value(x, (share / x) * crowding * (s.mixed_step.base_value - s.decode_step.base_value) + (crowding - T(1.0)) / x * s.decode_step.base_value, crowding * mix(share, s.mixed_step.base_value, s.decode_step.base_value),
                             crowding * mix(share, s.mixed_dynamic.base_value, s.decode_dynamic.base_value));
            },
            f, pieces_of_share);
    };
    T const served = load * sequences;
    token_bounds<T> r;
    r.energy = energy_per_token<T>::from_base(over_shares([&](T const& x, T const&, T const& t, T const& dynamic) { return per_output(dynamic, t) / (T(1.0) + x); }));
    r.energy_per_output = energy_per_token<T>::from_base(over_shares([&](T const&, T const&, T const& t, T const& dynamic) { return per_output(dynamic, t); }));
    r.time = duration_per_token<T>::from_base(over_shares([&](T const& x, T const&, T const& t, T const&) { return t / (T(1.0) + x); }) / served);
    r.time_per_input = duration_per_token<T>::from_base(over_shares([&](T const&, T const& added, T const&, T const&) { return added; }) / served);
    r.input = token_rate<T>::from_base(over_shares([&](T const& x, T const&, T const& t, T const&) { return x / t; }) * served);
    T const per_token = T(matmul_operations(d.service.model).base_value), per_key = T(attention_operations_per_key(d.service.model).base_value);
    T const decode_keys = d.service.traffic.decode_context().in(token), prompt_keys = d.service.traffic.prefill_context().in(token);
    r.useful = flop_rate<T>::from_base(
        over_shares([&](T const& x, T const&, T const& t, T const&) { return (per_token * (T(1.0) + x) + per_key * (decode_keys + x * prompt_keys)) / t; }) * sequences);
    r.time_per_output = duration_per_token<T>::from_base(s.decode_step.base_value / served);
    return r;
}

}  // namespace tallywatt::detail

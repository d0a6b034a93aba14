#pragma once
// What serving states in a report: its rates and latencies, what its accelerators draw, and what a token answers for.
// Part of evaluate (tco/evaluate.hpp).

#include <tallywatt/tco/work_lines.hpp>
#include <tallywatt/tco/per_token.hpp>

namespace tallywatt::detail {

/// A service at full load and at its mean, for which it works a share of the time; at a load above the planned mean the
/// share is above one: as much more work at the same step.
template <class T>
struct serving_state {
    serving_performance<T> full{}, mean{};
    basic_iteration_mix<T> mix{};
    duration<T> mixed{}, decode{};  ///< iterations of a token
    T at_work{}, sequences{}, served{};
    fleet_draw<T> draw{};
};

template <class T, class W>
struct work_lines {
    static constexpr serving_state<T> state(basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan, basic_report<T>& r) {
        auto const& c = d.cluster;
        auto const& asked = d.service.traffic;
        T const accelerators = T(double(plan.cluster.accelerators)), instances = T(double(plan.instances));
        serving_state<T> s;
        auto const& serve = s.full = perform(plan.serving, d.service, c, d.site.cooling.coolant_supply);
        auto const& mean = s.mean = perform(plan.mean, d.service, c, d.site.cooling.coolant_supply);
        s.at_work = asked.load.value * T(plan.mean_output);
        auto const up = availability_of(d);
        r.work = work_kind::service;
        r.delivery.capacity = of_output<token_rate<T>>{instances * serve.output};
        auto const running = [&](auto const& p) { return instances * T(double(p.instance.data) * p.instance.pipeline * p.sequences); };
        s.mix = iteration_mix_of(plan.mean, asked, mean.emitted);
        s.mixed = mean.mixed_step / mean.emitted, s.decode = mean.decode_step / mean.emitted;
        s.sequences = running(plan.mean), s.served = s.sequences * s.at_work;
        r.delivery.output = of_output<token_rate<T>>{instances * mean.output * s.at_work * up};
        r.delivery.requests = instances * mean.requests * s.at_work * up;
        r.delivery.input = of_input<token_rate<T>>{s.served / s.mix.per_prompt(s.mixed, s.decode) * up};
        r.delivery.cached_input = of_cached_input<token_rate<T>>{r.delivery.requests * (asked.input * asked.cached)};
        r.delivery.accelerators = accelerators * accelerator_unit;
        r.delivery.accelerator_hours = r.delivery.accelerators * year;
        r.delivery.time_to_first_token = serve.time_to_first_token;
        r.delivery.time_per_output_token = serve.time_per_output_token;
        r.delivery.mean_time_to_first_token = mean.time_to_first_token;
        r.delivery.mean_time_per_output_token = mean.time_per_output_token;
        r.delivery.chip_busy = per_accelerator<power<T>>{serve.busy};
        r.delivery.chip_resting = per_accelerator<power<T>>{serve.resting};
        r.delivery.clock = serve.clock;
        operation_per_token<T> const useful = math::mix(s.mix.outputs().value, serve.useful_output, serve.useful_prompt);
        auto const full_mix = iteration_mix_of(plan.serving, asked, serve.emitted);
        r.delivery.model_flops_share = basic_fraction<T>{
            running(plan.serving) * (useful / full_mix.per_computed(serve.mixed_step / serve.emitted, serve.decode_step / serve.emitted)) /
            (instances * T(double(plan.serving.instance.accelerators())) * serve.peak)};
        r.delivery.delivered = basic_fraction<T>{(instances * T(double(accelerators_of(plan.serving))) / accelerators) * asked.load.value * up.value};
        r.memory = serve.memory;
        r.time = serve.split;

        T const within = math::min(s.at_work, T(1.0)), beyond = math::max(s.at_work - T(1.0), T(0.0));
        s.draw.mean = math::mix(within, mean.busy, mean.resting) + beyond * (mean.busy - mean.resting);
        // of steps with few tokens, bound by memory, a second may take more than of full ones
        s.draw.busy = math::max(serve.busy, mean.busy);
        return s;
    }

    /// What a token takes of the fleet.
    static constexpr token_share<T> share(
        serving_state<T> const& s, basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan, fleet_power<T> const& p,
        basic_report<T>& r
    ) {
        auto const& mean = s.mean;
        money_rate<T> const all = r.cost.total();
        auto const energy_of = iteration_energy_of(mean, plan.cluster, p.it, basic_fraction<T>{s.at_work});
        energy<T> const d_mixed = mean.mixed_dynamic / mean.emitted, d_decode = mean.decode_dynamic / mean.emitted;
        auto const e_mixed = energy_of(s.mixed, d_mixed).value, e_decode = energy_of(s.decode, d_decode).value;
        at_it<energy_per_token<T>> const it_energy{s.mix.per_computed(e_mixed, e_decode) / s.sequences};
        at_it<energy_per_token<T>> const it_energy_per_output{s.mix.per_output(e_mixed, e_decode) / s.sequences};
        r.unit.energy_per_output = (it_energy_per_output * p.site.pue).value;
        T const served_on_average = s.served * availability_of(d).value;
        // of shares of time and of dynamic energy, which an energy is linear in: what stands there anyway is then named once
        auto const apart = [&](duration_per_token<T> const& time, energy_per_token<T> const& dynamic) {
            return taken_of_fleet<T>{at_it<energy_per_token<T>>{energy_of(time * token, dynamic * token).value / (s.sequences * token)}, time / served_on_average};
        };
        auto const input = apart(s.mix.added_per_prompt(s.mixed, s.decode), s.mix.added_per_prompt(d_mixed, d_decode));
        auto const output = apart(s.mix.rest_per_output(s.mixed, s.decode), s.mix.rest_per_output(d_mixed, d_decode));
        r.unit.output = of_output<money_per_token<T>>{all * output.time};
        r.unit.input = of_input<money_per_token<T>>{all * input.time};
        auto const& price = d.service.prices;
        r.unit.revenue = price.input * r.delivery.input + price.cached_input * r.delivery.cached_input + price.output * r.delivery.output;
        return {{it_energy, s.mix.per_computed(s.mixed, s.decode) / served_on_average}, input, output};
    }

    static constexpr void finish(basic_prepared_deployment<T, W> const&, basic_report<T>&) {}
    static constexpr void limits(
        serving_state<T> const& s, basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan, basic_report<T>& r
    ) {
        auto& l = r.limits;
        auto const& serve = s.full;
        auto const& asked = d.service.traffic;
        l[0] = {"memory of an accelerator", serve.memory.total() / d.cluster.server.accelerator.memory_capacity};
        l[1] = {"time to first token", serve.time_to_first_token / d.service.targets.time_to_first_token};
        l[2] = {"time per output token", serve.time_per_output_token / d.service.targets.time_per_output_token};
        l[3] = {"prompt queue", serve.emitted * T(double(plan.serving.sequences)) * asked.fresh().in(token) / (asked.output.in(token) * T(double(plan.serving.chunk)))};
        l[4] = {"native number format", T(plan.serving.native_precision ? 0.0 : 2.0), true};
        l[13] = {"context length", serve.context_used};
        l[14] = {"longest pause between tokens", serve.longest_pause / d.service.targets.longest_pause};
    }
};

}  // namespace tallywatt::detail

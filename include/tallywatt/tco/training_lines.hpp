#pragma once
// What training states in a report: its runs, what its accelerators draw, and what a trained token answers for.
// Part of evaluate (tco/evaluate.hpp).
//
//   an accelerator draws  rest + w (step - rest),   w = jobs A/N occupied (useful + redone)    A of a job, N of the site
//   time of a token       step/(tokens of a step) / (jobs occupied useful availability)

#include <tallywatt/tco/training_runs.hpp>
#include <tallywatt/tco/work_lines.hpp>

namespace tallywatt::detail {

template <class T>
struct training_state {
    training_performance<T> step{};
    basic_goodput<T> kept{};
    T at_work{};  ///< share of the fleet's time in which accelerators compute
    power<T> resting{};
    duration_per_token<T> supplied_time{}, token_time{};  ///< of the fleet for a token: while there is supply, and over the year
    fleet_draw<T> draw{};
};

template <class T>
struct work_lines<T, basic_training_runs<T>> {
    using W = basic_training_runs<T>;
    static constexpr training_state<T> state(
        basic_prepared_deployment<T, W> const& d, basic_deployment_plan<training_runs_plan> const& plan, basic_report<T>& r
    ) {
        auto const& w = d.service;
        auto const& p = plan.serving;
        auto const& chip = d.cluster.server.accelerator;
        temperature<T> const& coolant = d.site.cooling.coolant_supply;
        T const jobs = T(double(plan.instances)), each = T(double(p.kept.accelerators)), all = T(double(plan.cluster.accelerators));
        training_state<T> s;
        s.step = perform(p.step, w.job, d.cluster, coolant);
        basic_goodput<T> const& kept = s.kept = goodput_of(p, w);
        power<T> const& resting = s.resting = static_power(chip, coolant, chip.idle);
        s.at_work = (jobs * each / all) * (w.occupied.value * kept.busy().value);
        s.draw.mean = math::mix(s.at_work, s.step.draw, resting);
        s.draw.busy = math::mix(jobs * each / all, s.step.draw, resting);
        T const up = availability_of(d).value;
        token_count<T> const step_tokens = T(double(w.job.batch) * double(w.job.sequence)) * token;
        duration_per_token<T> const token_time = s.step.step / step_tokens;
        s.supplied_time = token_time / (jobs * (w.occupied.value * kept.useful.value));
        s.token_time = s.supplied_time / up;

        r.work = work_kind::runs;
        r.delivery.accelerators = all * accelerator_unit;
        r.delivery.accelerator_hours = r.delivery.accelerators * year;
        r.delivery.chip_busy = per_accelerator<power<T>>{s.step.draw};
        r.delivery.chip_resting = per_accelerator<power<T>>{resting};
        r.delivery.clock = s.step.clock;
        r.delivery.model_flops_share = s.step.mfu;
        r.delivery.delivered = basic_fraction<T>{(jobs * each / all) * (w.occupied.value * kept.useful.value) * up};
        auto& t = r.training;
        t.tokens = T(1.0) / s.token_time;
        t.jobs = jobs;
        t.at_work = each * accelerator_unit;
        t.held = T(double(p.accelerators())) * accelerator_unit;
        t.step = s.step.step;
        t.steps = w.tokens / step_tokens;
        t.ideal = w.tokens * token_time;
        t.wall = t.ideal / (kept.useful.value * up);
        t.runs = jobs * w.occupied.value / t.wall;
        t.kept = kept;
        t.tokens_per_accelerator = s.step.tokens_per_accelerator;
        t.model_rate = per_accelerator<flop_rate<T>>{s.step.model_rate};
        t.hardware_flops_share = s.step.hfu;
        t.hours_per_run = t.held * t.wall;
        r.memory_of_training = s.step.memory;
        r.time_of_training = s.step.split;
        return s;
    }

    static constexpr token_share<T> share(
        training_state<T> const& s, basic_prepared_deployment<T, W> const& d, basic_deployment_plan<training_runs_plan> const& plan,
        fleet_power<T> const& p, basic_report<T>& r
    ) {
        r.unit.revenue = d.service.price * r.training.tokens;
        // the accelerators that compute, by what a step takes (its power would name the step's time twice); all that rest; all else
        T const each = T(double(plan.serving.kept.accelerators)), all = T(double(plan.cluster.accelerators));
        T const repeated = T(1.0) + s.kept.redone.value / s.kept.useful.value;
        token_count<T> const step_tokens = T(double(d.service.job.batch) * double(d.service.job.sequence)) * token;
        duration_per_token<T> const& time = s.supplied_time;
        energy_per_token<T> const chips = each * repeated * (s.step.fixed * s.step.step + s.step.dynamic) / step_tokens + all * (T(1.0) - s.at_work) * s.resting * time;
        power<T> const others = (p.it.host + p.it.fans + p.it.network_interfaces).value;
        T const supplied = T(1.0) + p.it.supply_loss.value / (p.it.accelerators.value + others);
        return {{at_it<energy_per_token<T>>{supplied * (chips + others * time) + (p.it.network + p.it.storage).value * time}, s.token_time}, {}, {}};
    }

    /// Of a run: a token's, so many times.
    static constexpr void finish(basic_prepared_deployment<T, W> const& d, basic_report<T>& r) {
        token_count<T> const& n = d.service.tokens;
        auto& t = r.training;
        t.cost_per_run = n * r.unit.blended;
        t.energy_per_run = n * r.unit.energy;
        t.carbon_per_run = n * r.unit.carbon;
        t.water_per_run = n * r.unit.water;
    }
    static constexpr void limits(
        training_state<T> const& s, basic_prepared_deployment<T, W> const& d, basic_deployment_plan<training_runs_plan> const& plan,
        basic_report<T>& r
    ) {
        auto const& p = plan.serving;
        auto& l = r.limits;
        l[0] = {"memory of an accelerator", s.step.memory.total() / d.cluster.server.accelerator.memory_capacity};
        l[4] = {"native number format", T(p.native_precision ? 0.0 : 2.0), true};
        l[13] = {"context length", T(p.context_used)};
        l[16] = {"wall time of a run", r.training.wall / d.service.deadline};
    }
};

}  // namespace tallywatt::detail

#pragma once
// A stage of a training run: tokens at one sequence length, under a batch that grows or stays.
//
//   steps at full batch b       D/(b s)
//   ramp over W tokens, smooth  W/s ln(b/a)/(b - a) steps from batch a to b, linear in tokens
//   ramp in levels of i         (W/s)/L sum_l 1/(a + l i), L = (b - a)/i levels of equal tokens, a to b - i (Megatron-LM)
//
// A step's time and energy are taken as affine in its batch between the two batches that were evaluated: fill, optimiser and
// latencies stand, micro-batches come on top. Over the ramp the mean batch then weighs the two, which is exact for that form:
//   time = steps (w t_a + (1 - w) t_b),   w = (b - mean batch)/(b - a)
// Reference: Smith et al. 2018 (arXiv 1711.00489) for growing batches; Megatron-LM, rampup_batch_size; DeepSeek-V3 report,
// section 4.2: 3,072 to 15,360 sequences over 469 G tokens.
//
//   training_stage const s{.tokens = 14.8e12 * token, .sequence = 4096, .batch = 15360, .first_batch = 3072, .ramp = 469e9 * token};
//   training_work<> const w = work_of(plan_stage(s), 2048, at_full_batch, at_first_batch);   // two training_performance

#include <tallywatt/workload/training.hpp>

namespace tallywatt {

struct training_stage {
    static constexpr char const* kind = "stage";
    char const* name = "";
    token_count<> tokens{};
    int sequence = 4096;
    int batch = 1024;        ///< sequences of a step, once grown
    int first_batch = 0;     ///< where the ramp starts; 0: no ramp
    token_count<> ramp{};    ///< tokens over which the batch grows
    int increment = 0;       ///< sequences by which it grows at a time; 0: smoothly

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"tokens", positive}, self.tokens...);
        visit(field{"sequence", between(1, 1 << 28)}, self.sequence...);
        visit(field{"batch", between(1, 1 << 28)}, self.batch...);
        visit(field{"first_batch", between(0, 1 << 28)}, self.first_batch...);
        visit(field{"ramp", non_negative}, self.ramp...);
        visit(field{"increment", between(0, 1 << 28)}, self.increment...);
    }
};

/// Throws invalid_input for a ramp that falls, that has no whole number of levels, or that outlasts the stage.
constexpr void check(training_stage const& s, char const* path = "stage") {
    if (s.first_batch > s.batch)
        throw invalid_input(std::string(path) + ".first_batch", s.first_batch, "", "the batch falls from " + std::to_string(s.first_batch) + " to " + std::to_string(s.batch));
    if (s.first_batch > 0 && s.increment > 0 && (s.batch - s.first_batch) % s.increment != 0)
        throw invalid_input(std::string(path) + ".increment", s.increment, "", std::to_string(s.increment) + " does not divide the growth of " + std::to_string(s.batch - s.first_batch));
    if (s.ramp > s.tokens) throw invalid_input(std::string(path) + ".ramp", s.ramp.in(token), "token", "longer than the stage");
}

/// Steps of a stage, and how much of its ramp is spent as at the first batch.
struct training_stage_plan {
    double steps = 0.0;        ///< all of them; the last one may be part of a step
    double ramp_steps = 0.0;
    double first_weight = 0.0; ///< w of the ramp
    double sequences = 0.0;
    token_count<> tokens{};
};

constexpr training_stage_plan plan_stage(training_stage const& s) {
    validate(s, "stage");
    check(s);
    training_stage_plan p{.tokens = s.tokens};
    p.sequences = s.tokens.in(token) / s.sequence;
    double const a = s.first_batch, b = s.batch;
    bool const ramps = s.first_batch > 0 && s.first_batch < s.batch;
    double const ramp_sequences = ramps ? s.ramp.in(token) / s.sequence : 0.0;
    if (ramps && s.increment == 0) {
        p.ramp_steps = ramp_sequences * math::log(b / a) / (b - a);
    } else if (ramps) {
        int const levels = (s.batch - s.first_batch) / s.increment;
        for (int l = 0; l < levels; ++l) p.ramp_steps += ramp_sequences / levels / (a + l * s.increment);
    }
    if (p.ramp_steps > 0.0) p.first_weight = (b - ramp_sequences / p.ramp_steps) / (b - a);
    p.steps = p.ramp_steps + (p.sequences - ramp_sequences) / b;
    return p;
}

/// What a run has to do while nothing fails: one stage of it, or several added up.
template <class T = double>
struct training_work {
    static constexpr char const* kind = "work";
    T steps{};
    token_count<T> tokens{};
    operation_count<T> operations{};  ///< of the model, forward and backward
    duration<T> time{};
    accelerator_time<T> accelerators{};
    at_it<energy<T>> spent{};         ///< all servers of the job

    friend constexpr training_work operator+(training_work const& a, training_work const& b) {
        return {a.steps + b.steps, a.tokens + b.tokens, a.operations + b.operations, a.time + b.time, a.accelerators + b.accelerators, a.spent + b.spent};
    }
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"steps"}, self.steps...);
        visit(field{"tokens"}, self.tokens...);
        visit(field{"operations"}, self.operations...);
        visit(field{"time"}, self.time...);
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{"spent"}, self.spent...);
    }
};

/// The work of a stage from its step at full batch and, where it has a ramp, at the first batch.
template <class T>
constexpr training_work<T> work_of(training_stage_plan const& p, int accelerators, training_performance<T> const& full, training_performance<T> const& first) {
    T const ramp = T(p.ramp_steps), rest = T(p.steps - p.ramp_steps), w = T(p.first_weight);
    training_work<T> r;
    r.steps = T(p.steps);
    r.tokens = p.tokens;
    r.operations = r.tokens * full.model_operations;
    r.time = ramp * math::mix(w, first.step, full.step) + rest * full.step;
    r.accelerators = r.time * (T(double(accelerators)) * accelerator_unit);
    r.spent = at_it<energy<T>>{ramp * math::mix(w, first.server_energy.value, full.server_energy.value) + rest * full.server_energy.value};
    return r;
}
template <class T>
constexpr training_work<T> work_of(training_stage_plan const& p, int accelerators, training_performance<T> const& full) {
    return work_of(p, accelerators, full, full);
}

/// The work of a run of which only totals are known (a model_estimate's training_operations) and the share of peak that they
/// ran at. `draw` is the power of a server per accelerator in it.
template <class T>
constexpr training_work<T> work_of(operation_count<T> const& operations, int accelerators, dense_rate<T> const& peak, basic_fraction<T> const& utilisation, per_accelerator<power<T>> const& draw) {
    T const n = T(double(accelerators));
    training_work<T> r;
    r.operations = operations;
    r.time = operations / (n * peak.value * utilisation.value);
    r.accelerators = r.time * (n * accelerator_unit);
    r.spent = at_it<energy<T>>{draw.value * (r.time * n)};
    return r;
}

}  // namespace tallywatt

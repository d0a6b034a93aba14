#pragma once
// What training after pre-training computes, and how long it takes at given rates. F: forward operations of a token, 2 per
// active weight and attention on top.
//
//   fine-tuning             3 F per token (6 N)
//   low-rank adaptation     2 F of products + 3 F of attention + 6 a: no weight gradients for the base (4 N), a adapter weights
//   reinforcement learning  generation F, scoring F per model that scores, update 3 F per epoch; PPO's critic scores and trains
//   distillation            teacher's F (or its generation), student's 3 F
//   quantisation-aware      fine-tuning times a measured factor: catalog/post_training.hpp
//
//   generation time = max(tokens/(rate n), longest response x time per token);  colocated phases follow each other, separate
//   ones overlap (updates are then one step behind):  t = max(generation on share x of n, scoring + update on the rest) + sync
//
// Reference: Hu et al. 2021 (arXiv 2106.09685), Shao et al. 2024 for GRPO (arXiv 2402.03300), Hinton et al. 2015, Sheng et al.
// 2024 for placements (HybridFlow, arXiv 2409.19256).
//
//   rollout_step<> s = perform(rollout_training{.prompts = 512, .group = 16, .forward = forward_per_token(m, 8192)}, rates, 512);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/workload/operations.hpp>

namespace tallywatt {

/// Mean forward operations of a token in causal sequences of s tokens.
constexpr operation_per_token<> forward_per_token(transformer const& m, std::int64_t s) { return sequence_operations(m, s) / token; }

/// Weights of rank r beside the attention's projections: r (in + out) each, latent attention's as they are.
constexpr std::int64_t adapter_parameters(transformer const& m, int rank) {
    auto const& a = m.attention;
    std::int64_t const d = m.hidden, h = a.heads;
    std::int64_t ends = 0;
    if (a.form == attention_form::grouped)
        ends = (d + h * a.head_size) + (d + std::int64_t{a.kv_heads} * a.head_size) + (d + std::int64_t{a.kv_heads} * a.out_size()) + (h * a.out_size() + d);
    else
        ends = (a.query_rank > 0 ? d + 2 * std::int64_t{a.query_rank} + h * a.key_size() : d + h * a.key_size()) +
               (d + a.kv_rank + a.rotary_size) + (a.kv_rank + h * (a.unrotated_size + a.out_size())) + (h * a.out_size() + d);
    return m.layers * rank * ends;
}
/// Operations of a token of low-rank adaptation.
constexpr operation_per_token<> low_rank_operations(transformer const& m, std::int64_t s, int rank) {
    operation_count<> const products = matmul_operations(m), attention = sequence_operations(m, s) - products;
    return (2.0 * products + 3.0 * attention + 6.0 * double(adapter_parameters(m, rank)) * FLOP) / token;
}

/// One step of reinforcement learning: rollouts, their scores and the updates on them.
template <class T = double>
struct basic_rollout_training {
    static constexpr char const* kind = "rollouts";
    int prompts = 32;                       ///< of a rollout
    int group = 16;                         ///< responses to each (GRPO); 1: a single one
    int epochs = 1;                         ///< passes of updates over a rollout
    bool reference = true;                  ///< a frozen model scores the responses (divergence penalty)
    bool policy_again = false;              ///< the trainer scores them with the policy that generated them, for its own rounding
    token_count<T> prompt = 200.0 * token;
    token_count<T> response = 4000.0 * token;  ///< mean
    token_count<T> longest = 32'768.0 * token; ///< of a rollout; it is waited for
    operation_per_token<T> forward{};       ///< F of the policy at this length
    basic_ratio<T> reward{T(0.0)};          ///< reward models' forward over F; 0: rules
    basic_ratio<T> critic{T(0.0)};          ///< critic's forward over F (PPO); 0: none

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"prompts", between(1, 1 << 24)}, self.prompts...);
        visit(field{"group", between(1, 1 << 16)}, self.group...);
        visit(field{"epochs", between(1, 1000)}, self.epochs...);
        visit(field{"reference"}, self.reference...);
        visit(field{"policy_again"}, self.policy_again...);
        visit(field{"prompt", non_negative}, self.prompt...);
        visit(field{"response", positive}, self.response...);
        visit(field{"longest", positive}, self.longest...);
        visit(field{"forward", positive}, self.forward...);
        visit(field{"reward", non_negative}, self.reward...);
        visit(field{"critic", non_negative}, self.critic...);
    }
    constexpr operator basic_rollout_training<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using rollout_training = basic_rollout_training<>;

enum class rollout_placement : unsigned char { colocated, separate };

/// What the accelerators reach in each phase: rates of a serving and of a training performance.
template <class T = double>
struct basic_rollout_rates {
    static constexpr char const* kind = "rollout_rates";
    rollout_placement placement = rollout_placement::colocated;
    per_accelerator<token_rate<T>> generation{};   ///< output tokens, prompts' work included
    duration_per_token<T> per_token{};             ///< between two tokens of one response, at the end of a rollout
    per_accelerator<flop_rate<T>> scoring{};       ///< model operations
    per_accelerator<flop_rate<T>> training{};      ///< model operations
    duration<T> verification{};                    ///< of rules, tests and code, beyond what hides behind generation
    data_size<T> weights{};                        ///< handed to generation after an update
    byte_rate<T> handover = 50.0 * GB_per_second;  ///< at which they arrive
    basic_fraction<T> generating{T(0.5)};          ///< separate: share of the accelerators that generate

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"placement"}, self.placement...);
        visit(field{"generation", positive}, self.generation...);
        visit(field{"per_token", non_negative}, self.per_token...);
        visit(field{"scoring", positive}, self.scoring...);
        visit(field{"training", positive}, self.training...);
        visit(field{"verification", non_negative}, self.verification...);
        visit(field{"weights", non_negative}, self.weights...);
        visit(field{"handover", positive, {"assumed: one 400 Gb/s interface of the slowest receiver", "2026", confidence::assumed}}, self.handover...);
        visit(field{"generating", between(0.001, 0.999)}, self.generating...);
    }
};
using rollout_rates = basic_rollout_rates<>;

/// One rollout with its updates.
template <class T = double>
struct rollout_step {
    static constexpr char const* kind = "rollout_step";
    token_count<T> generated{}, trained{};                      ///< trained: with prompts, each epoch
    operation_count<T> generation{}, scoring{}, update{};
    duration<T> generation_time{}, scoring_time{}, update_time{}, handover_time{};
    duration<T> time{};
    accelerator_time<T> accelerators{};
    [[nodiscard]] constexpr operation_count<T> operations() const { return generation + scoring + update; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"generated"}, self.generated...);
        visit(field{"trained"}, self.trained...);
        visit(field{"generation"}, self.generation...);
        visit(field{"scoring"}, self.scoring...);
        visit(field{"update"}, self.update...);
        visit(field{"generation_time"}, self.generation_time...);
        visit(field{"scoring_time"}, self.scoring_time...);
        visit(field{"update_time"}, self.update_time...);
        visit(field{"handover_time"}, self.handover_time...);
        visit(field{"time"}, self.time...);
        visit(field{"accelerators"}, self.accelerators...);
    }
};

/// One rollout with its updates on n accelerators. The prompt of a group is computed once.
template <class T>
constexpr rollout_step<T> perform(basic_rollout_training<T> const& r, basic_rollout_rates<T> const& rates, int accelerators) {
    T const prompts = T(double(r.prompts)), samples = prompts * T(double(r.group)), n = T(double(accelerators)), passes = T(double(r.epochs));
    token_count<T> const scored = samples * (r.prompt + r.response);
    rollout_step<T> s;
    s.generated = samples * r.response;
    s.trained = passes * scored;
    s.generation = r.forward * (s.generated + prompts * r.prompt);
    T const scorers = T((r.reference ? 1.0 : 0.0) + (r.policy_again ? 1.0 : 0.0)) + r.reward.value + r.critic.value;
    s.scoring = scorers * (r.forward * scored);
    s.update = T(3.0) * (T(1.0) + r.critic.value) * passes * (r.forward * scored);
    bool const separate = rates.placement == rollout_placement::separate;
    T const generators = separate ? n * rates.generating.value : n, trainers = separate ? n * (T(1.0) - rates.generating.value) : n;
    s.generation_time = math::max(s.generated / (generators * rates.generation.value), r.longest * rates.per_token) + rates.verification;
    s.scoring_time = s.scoring / (trainers * rates.scoring.value);
    s.update_time = s.update / (trainers * rates.training.value);
    s.handover_time = rates.weights / rates.handover;
    duration<T> const trained = s.scoring_time + s.update_time;
    s.time = (separate ? math::max(s.generation_time, trained) : s.generation_time + trained) + s.handover_time;
    s.accelerators = s.time * (n * accelerator_unit);
    return s;
}

/// A student trained on a teacher: on its outputs' probabilities as they are computed, or on text it wrote before.
template <class T = double>
struct basic_distillation {
    static constexpr char const* kind = "distillation";
    bool written = false;                ///< the teacher writes the text; otherwise it scores text that exists
    token_count<T> tokens{};             ///< the student is trained on
    operation_per_token<T> teacher{}, student{};  ///< forward
    basic_fraction<T> accepted{T(1.0)};  ///< of what the teacher writes (rejection sampling)

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"written"}, self.written...);
        visit(field{"tokens", positive}, self.tokens...);
        visit(field{"teacher", positive}, self.teacher...);
        visit(field{"student", positive}, self.student...);
        visit(field{"accepted", positive}, self.accepted...);
    }
};
using distillation = basic_distillation<>;

template <class T = double>
struct distillation_work {
    token_count<T> taught{};                          ///< scored or written by the teacher
    operation_count<T> teacher{}, student{};
    accelerator_time<T> teacher_time{}, student_time{};
};
/// Work and accelerator time, at the rates of the teacher (writing, or scoring) and of training the student.
template <class T>
constexpr distillation_work<T> perform(basic_distillation<T> const& d, basic_rollout_rates<T> const& rates) {
    distillation_work<T> w;
    w.taught = d.written ? d.tokens / d.accepted.value : d.tokens;
    w.teacher = d.teacher * w.taught;
    w.student = T(3.0) * (d.student * d.tokens);
    w.teacher_time = (d.written ? w.taught / rates.generation.value : w.teacher / rates.scoring.value) * accelerator_unit;
    w.student_time = w.student / rates.training.value * accelerator_unit;
    return w;
}

}  // namespace tallywatt

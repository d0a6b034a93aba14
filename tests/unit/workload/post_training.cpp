// Training after pre-training: operations and times by hand, and published hours.

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/post_training.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tallywatt;

namespace {
rollout_rates const rates{
    .generation = per_accelerator<token_rate<>>{1'000.0 * token / second},
    .per_token = 20.0 * millisecond / token,
    .scoring = per_accelerator<flop_rate<>>{400.0 * TFLOP_per_second},
    .training = per_accelerator<flop_rate<>>{300.0 * TFLOP_per_second},
    .weights = 100.0 * GB};
}

TEST_CASE("low-rank adaptation: 4 N, not 6 N, and its adapters") {
    auto const& m = catalog::llama_3_1_70b;
    // q, k, v, o at rank 16: 16 x (16,384 + 9,216 + 9,216 + 16,384) x 80
    CHECK(adapter_parameters(m, 16) == 65'536'000);
    double const full = 3.0 * forward_per_token(m, 1).in(FLOP / token);
    double const adapted = low_rank_operations(m, 1, 16).in(FLOP / token);
    double const n = double(active_matrices(m));
    CHECK(adapted == near(4.0 * n + 6.0 * 65'536'000.0 + (full - 6.0 * n), 1e-12));  // attention's products have no weights to skip
    CHECK(adapted / full == within(2.0 / 3.0, 0.001));
    // at 128 k attention is most of a step and adaptation spares little of it
    CHECK(low_rank_operations(m, 131'072, 16) / (3.0 * forward_per_token(m, 131'072)) > 0.75);
    // latent attention: V3 at rank 8, five projections per layer
    // 8 x ((7,168 + 1,536) + (1,536 + 24,576) + (7,168 + 576) + (512 + 32,768) + (16,384 + 7,168)) x 61
    CHECK(adapter_parameters(catalog::deepseek_v3, 8) == 8 * (8'704 + 26'112 + 7'744 + 33'280 + 23'552) * 61);
}

TEST_CASE("a rollout by hand: 4 prompts of 100 tokens, 8 responses of 1,000, one reference") {
    rollout_training const r{.prompts = 4, .group = 8, .prompt = 100.0 * token, .response = 1'000.0 * token, .longest = 4'000.0 * token, .forward = 20e9 * FLOP / token};
    auto const s = perform(r, rates, 2);
    CHECK(s.generated.in(token) == 32'000.0);
    CHECK(s.trained.in(token) == 35'200.0);
    CHECK(s.generation.in(TFLOP) == near(20e-3 * 32'400.0, 1e-14));  // a group's prompt once
    CHECK(s.scoring.in(TFLOP) == near(20e-3 * 35'200.0, 1e-14));
    CHECK(s.update.in(TFLOP) == near(3.0 * 20e-3 * 35'200.0, 1e-14));
    CHECK(s.generation_time.in(second) == near(80.0, 1e-14));  // the longest: 4,000 x 20 ms; 32,000/2,000 = 16 s for all
    CHECK(s.scoring_time.in(second) == near(704.0 / 800.0, 1e-13));
    CHECK(s.update_time.in(second) == near(2'112.0 / 600.0, 1e-13));
    CHECK(s.handover_time.in(second) == near(2.0, 1e-14));
    CHECK(s.time.in(second) == near(80.0 + 0.88 + 3.52 + 2.0, 1e-13));
    CHECK(s.accelerators.in(accelerator_hour) == near(2.0 * s.time.in(hour), 1e-14));
    CHECK(s.operations().in(TFLOP) == near(648.0 + 704.0 + 2'112.0, 1e-13));

    auto separate = rates;
    separate.placement = rollout_placement::separate;
    separate.per_token = {};
    separate.generating = fraction{0.5};
    auto const o = perform(r, separate, 2);  // 32 s of generation on one, 1.76 + 7.04 on the other
    CHECK(o.time.in(second) == near(34.0, 1e-13));

    rollout_training ppo = r;  // a critic as large as the policy scores and trains, a reward model half as large scores, two epochs
    ppo.critic = ratio{1.0};
    ppo.reward = ratio{0.5};
    ppo.policy_again = true;
    ppo.epochs = 2;
    auto const q = perform(ppo, rates, 2);
    CHECK(q.scoring / s.scoring == near(3.5, 1e-14));
    CHECK(q.update / s.update == near(4.0, 1e-14));
}

TEST_CASE("DeepSeek-R1: accelerator-hours and dollars of its stages") {
    auto const zero = 512.0 * accelerator_unit * (198.0 * hour), r1 = 512.0 * accelerator_unit * (80.0 * hour);
    CHECK(zero.in(accelerator_hour) == within(101'000.0, 500.0));  // printed in thousands
    CHECK(r1.in(accelerator_hour) == within(41'000.0, 500.0));
    auto const all = 101'000.0 * accelerator_hour + 5'000.0 * accelerator_hour + 41'000.0 * accelerator_hour;
    CHECK((all * (2.0 * USD / accelerator_hour)).in(USD) == near(294'000.0, 1e-13));
}

TEST_CASE("DeepSeek-R1-Zero: 198 h on 512 accelerators are what waiting for the longest responses takes") {
    // Settings as recalled: 650 rollouts of 8,192 responses (512 prompts x 16), at most 32,768 tokens, 16 updates each (one epoch).
    // 30 ms per token at the end of a rollout and a mean of 8,000 tokens are assumed: plausible, not measured, hence 25 %.
    rollout_training const r{.prompts = 512, .group = 16, .response = 8'000.0 * token, .longest = 32'768.0 * token, .forward = forward_per_token(catalog::deepseek_r1, 8'192)};
    auto own = rates;
    own.generation = per_accelerator<token_rate<>>{600.0 * token / second};
    own.per_token = 30.0 * millisecond / token;
    own.weights = 671.0 * GB;
    auto const s = perform(r, own, 512);
    CHECK((650.0 * s.time).in(hour) == near(198.0, 0.25));
    CHECK(s.generation_time > 0.7 * s.time);  // as published of such training: generation takes most of it
}

TEST_CASE("distillation: on existing text, and on what the teacher writes") {
    distillation d{.tokens = 1e9 * token, .teacher = 74e9 * FLOP / token, .student = 14e9 * FLOP / token};
    auto const scored = perform(d, rates);
    CHECK(scored.teacher.in(EFLOP) == near(74.0, 1e-14));
    CHECK(scored.student.in(EFLOP) == near(42.0, 1e-14));
    CHECK(scored.teacher_time.in(accelerator_hour) == near(74e18 / 400e12 / 3600.0, 1e-13));
    CHECK(scored.student_time.in(accelerator_hour) == near(42e18 / 300e12 / 3600.0, 1e-13));
    d.written = true;
    d.accepted = fraction{0.25};
    auto const written = perform(d, rates);
    CHECK(written.taught.in(token) == 4e9);
    CHECK(written.teacher_time.in(accelerator_hour) == near(4e9 / 1'000.0 / 3600.0, 1e-13));
}

TEST_CASE("quantisation-aware training: the factor is a ratio of two published speeds") {
    CHECK(catalog::quantisation_aware_time.value.likely == near(1.89 / 1.69, 0.003));
    CHECK(catalog::quantisation_aware_adapters_time.value.likely == near(1.0 / 1.69, 0.003));
}

namespace {
template <class T = double>
struct basic_setting {
    static constexpr char const* kind = "setting";
    basic_rollout_training<T> job{.forward = operation_per_token<T>(75e9 * FLOP / token), .reward = basic_ratio<T>{T(0.4)}, .critic = basic_ratio<T>{T(0.3)}};
    basic_rollout_rates<T> rates{};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"job"}, self.job...);
        visit(field{"rates"}, self.rates...);
    }
};
}  // namespace

TEST_CASE("rollouts: derivatives, intervals, packs and float") {
    for (auto const placement : {rollout_placement::colocated, rollout_placement::separate}) {
        basic_setting<> s{};
        s.rates = rates;
        s.rates.placement = placement;
        s.rates.verification = 3.0 * second;
        arithmetics::check_all(s, []<class T>(basic_setting<T> const& x) {
            auto const r = perform(x.job, x.rates, 64);
            return std::array<T, 5>{r.operations().in(PFLOP), r.generation_time.in(second), r.time.in(second), r.accelerators.in(accelerator_hour), r.trained.in(token)};
        });
    }
}

#pragma once
// What a search for layouts goes through, and each legal layout of it, once.
//
//   tensor, context, expert and expert_tensor   divisors of the accelerators (of the experts); micro_batch   of the batch
//   pipeline    divisors of what is left, data the rest; interleave   up to a layer a stage
//   schedules, lean ends, ZeRO stages, recomputation by shares of whole layers, offloading   as the space allows
//
// Choices that change nothing are visited once: schedules and lean ends without stages, sequence parallelism without tensor
// shards, ZeRO with nothing to shard over. Legal: workload/layout_rules.hpp.
// Reference: the axes are those of Megatron-LM and DeepSpeed; exhaustive search over them as in calculon (Isaev et al., SC 2023).
//
//   int n = 0;
//   each_layout(job, server, {.limits = {.accelerators = 64}}, [](training_layout const&) {}, [&](training_layout const&) { ++n; });

#include <tallywatt/workload/layout_rules.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace tallywatt {

enum class layout_objective : unsigned char { time, energy };

/// What a search goes through. An axis whose number is above 0 is fixed.
struct training_space {
    static constexpr char const* kind = "training_space";
    layout_limits limits{}; ///< with the number of accelerators
    int tensor = 0, context = 0, pipeline = 0, interleave = 0, expert = 0, expert_tensor = 0, micro_batch = 0;
    bool split_tokens = true, whole_tokens = true; ///< tensor shards with and without sequence parallelism
    bool zero_bubble = true, dual_pipe = true;     ///< schedules beside 1F1B
    bool lean_ends = true;                         ///< tried too
    int lowest_zero = 0, highest_zero = 3;
    bool hybrid_sharding = false; ///< sharding within a scale-up domain too
    bool no_recompute = true, selective_recompute = true, full_recompute = true;
    int recompute_steps = 4;  ///< shares of a device's layers that are tried
    offload_choice offload{}; ///< what may lie on the host; each is tried both ways
    layout_objective objective = layout_objective::time;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr bounds ways = between(0, 1 << 20), stage = between(0, 3);
        visit(field{"limits"}, self.limits...);
        visit(field{"tensor", ways}, self.tensor...);
        visit(field{"context", ways}, self.context...);
        visit(field{"pipeline", ways}, self.pipeline...);
        visit(field{"interleave", between(0, 1000)}, self.interleave...);
        visit(field{"expert", ways}, self.expert...);
        visit(field{"expert_tensor", ways}, self.expert_tensor...);
        visit(field{"micro_batch", ways}, self.micro_batch...);
        visit(field{"split_tokens"}, self.split_tokens...);
        visit(field{"whole_tokens"}, self.whole_tokens...);
        visit(field{"zero_bubble"}, self.zero_bubble...);
        visit(field{"dual_pipe"}, self.dual_pipe...);
        visit(field{"lean_ends"}, self.lean_ends...);
        visit(field{"lowest_zero", stage}, self.lowest_zero...);
        visit(field{"highest_zero", stage}, self.highest_zero...);
        visit(field{"hybrid_sharding"}, self.hybrid_sharding...);
        visit(field{"no_recompute"}, self.no_recompute...);
        visit(field{"selective_recompute"}, self.selective_recompute...);
        visit(field{"full_recompute"}, self.full_recompute...);
        visit(field{"recompute_steps", between(1, 1000)}, self.recompute_steps...);
        visit(field{"offload"}, self.offload...);
        visit(field{"objective"}, self.objective...);
    }
};

namespace detail {

/// Divisors of a number, in order. No number below 2^31 has more than 1,536.
struct divisors {
    std::array<int, 1536> of{};
    int count = 0;
    constexpr explicit divisors(int n) {
        for (int i = 1; i <= n / i; ++i)
            if (n % i == 0)
                of[static_cast<std::size_t>(count++)] = i;
        for (int i = count - 1; i >= 0; --i)
            if (int const d = of[static_cast<std::size_t>(i)]; d != n / d)
                of[static_cast<std::size_t>(count++)] = n / d;
    }
    /// Calls f with each, or with `only` where that is above 0.
    template <class F>
    constexpr void each(int only, F const& f) const {
        if (only > 0)
            return f(only);
        for (int i = 0; i < count; ++i)
            f(of[static_cast<std::size_t>(i)]);
    }
};

} // namespace detail

/// Visits every legal layout of a space once: shards(layout) where tensor, context and expert ranks or the micro-batch
/// changed, then whole(layout) for each of the rest.
template <class Shards, class Whole>
constexpr void
each_layout(training const& job, server const& on, training_space const& s, Shards const& shards, Whole const& whole) {
    int const all = s.limits.accelerators, layers = job.model.layers;
    detail::divisors const ways(all), batches(job.batch),
        experts(job.model.is_mixture() ? job.model.experts.routed : 1);
    training_layout l;
    bool fresh = true;
    auto const visit = [&] {
        if (fresh)
            shards(l);
        fresh = false;
        whole(l);
    };
    auto const offloads = [&] {
        for (int i = 0; i < 8; ++i) {
            l.offload = {(i & 1) != 0, (i & 2) != 0, (i & 4) != 0};
            if ((l.offload.weights && !s.offload.weights) || (l.offload.activations && !s.offload.activations)
                || (l.offload.optimizer && !s.offload.optimizer))
                continue;
            visit();
        }
    };
    auto const recomputes = [&] {
        l.recompute_share = 1.0;
        l.recompute = recompute_kind::none;
        if (s.no_recompute)
            offloads();
        l.recompute = recompute_kind::selective;
        if (s.selective_recompute)
            offloads();
        l.recompute = recompute_kind::full;
        if (!s.full_recompute)
            return;
        // shares of whole layers
        int const held = (layers + (l.lean_ends ? 2 : 0) + l.stages() - 1) / l.stages() * l.interleave,
                  steps = s.recompute_steps < held ? s.recompute_steps : held;
        for (int i = 1; i <= steps; ++i) {
            l.recompute_share = double((held * i + steps - 1) / steps) / held;
            offloads();
        }
    };
    auto const sharding = [&] {
        int const group = l.data * l.context, near = on.scale_up.domain / l.tensor;
        for (l.zero = s.lowest_zero; l.zero <= (group > 1 ? s.highest_zero : s.lowest_zero); ++l.zero) {
            l.shard_group = 0;
            if (fault_of_ranks(job, l, s.limits) != layout_fault::none)
                continue;
            recomputes();
            if (!s.hybrid_sharding || l.zero == 0 || near < 2 || near >= group || group % near != 0)
                continue;
            l.shard_group = near;
            recomputes();
        }
    };
    auto const stages = [&] {
        l.data = all / (l.tensor * l.context * l.pipeline);
        for (int lean = 0; lean < (s.lean_ends && l.pipeline > 1 ? 2 : 1); ++lean) {
            l.lean_ends = lean > 0;
            l.schedule = pipeline_schedule::one_forward_one_backward;
            int const most = l.pipeline > 1 ? (layers + 2 * lean) / l.pipeline : 1;
            for (l.interleave = s.interleave > 0 ? s.interleave : 1;
                 l.interleave <= (s.interleave > 0 ? s.interleave : most); ++l.interleave)
                sharding();
            if (l.pipeline == 1 || s.interleave > 1)
                continue;
            l.interleave = 1;
            l.schedule = pipeline_schedule::zero_bubble;
            if (s.zero_bubble)
                sharding();
            l.schedule = pipeline_schedule::dual_pipe;
            if (s.dual_pipe)
                sharding();
        }
    };
    auto const groups = [&] {
        fresh = true;
        ways.each(s.pipeline, [&](int p) {
            if (all % (std::int64_t{p} * l.tensor * l.context) != 0)
                return;
            l.pipeline = p;
            stages();
        });
    };
    ways.each(s.tensor, [&](int t) {
        for (bool const split : {true, false}) {
            if (t == 1 ? !split : split ? !s.split_tokens : !s.whole_tokens)
                continue;
            ways.each(s.context, [&](int c) {
                if (all % (std::int64_t{t} * c) != 0)
                    return;
                experts.each(s.expert, [&](int e) {
                    ways.each(job.model.is_mixture() ? s.expert_tensor : std::max(s.expert_tensor, 1), [&](int et) {
                        l.tensor = t, l.sequence_parallel = split, l.context = c, l.expert = e, l.expert_tensor = et,
                        l.micro_batch = 1;
                        if (fault_of_shards(job, on, l, s.limits) != layout_fault::none)
                            return;
                        batches.each(s.micro_batch, [&](int b) {
                            l.micro_batch = b;
                            groups();
                        });
                    });
                });
            });
        }
    });
}

} // namespace tallywatt

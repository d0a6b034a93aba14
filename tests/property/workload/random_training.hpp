// Random training jobs with a legal layout.
#pragma once

#include <tallywatt/workload/layout_rules.hpp>
#include <tallywatt/workload/training_step.hpp>

#include <algorithm>

#include "property/workload/random_service.hpp"

namespace random_training {

using namespace tallywatt;

struct job_case {
    training job{};
    cluster on{};
    training_layout layout{};

    [[nodiscard]] training_plan plan() const { return plan_training(job, on, layout); }
    [[nodiscard]] training_performance<> result() const { return perform(plan(), job, on, celsius(30.0)); }
    [[nodiscard]] double seconds() const { return result().step.in(second); }
};

inline job_case draw(random_service::source_of_cases& random) {
    layout_limits const limits{.even_stages = false, .sharded_stages = true};
    for (;;) {
        job_case c;
        c.on = random.machine();
        auto& j = c.job;
        j.model = random.model();
        if (j.model.is_mixture())
            j.model.experts.width = 512 * random.integer(1, 6);
        auto& l = c.layout;
        l = {
            .tensor = 1 << random.integer(0, 3),
            .sequence_parallel = random.integer(0, 3) > 0,
            .context = 1 << std::max(0, random.integer(-2, 2)),
            .pipeline = random.integer(1, 6),
            .interleave = std::max(1, random.integer(-2, 3)),
            .lean_ends = random.coin(),
            .data = 1 << random.integer(0, 5),
            .zero = random.integer(0, 3),
            .micro_batch = 1 << random.integer(0, 2),
            .recompute_share = random.real(0.0, 1.0)};
        l.schedule = static_cast<pipeline_schedule>(random.integer(0, 2));
        l.recompute = static_cast<recompute_kind>(random.integer(0, 2));
        l.offload = {random.integer(0, 5) == 0, random.integer(0, 5) == 0, random.integer(0, 5) == 0};
        if (j.model.is_mixture())
            l.expert = 1 << random.integer(0, 4), l.expert_tensor = 1 << std::max(0, random.integer(-3, 1));
        j.sequence = 64 * l.context * l.tensor * random.integer(1, 8);
        j.batch = l.data * l.micro_batch * l.pipeline * random.integer(1, 8);
        j.formats.products = random.format();
        j.formats.gradients = random.coin() ? precision::fp32 : precision::bf16;
        j.adaptation = random.integer(0, 5) == 0 ? adaptation_kind::low_rank : adaptation_kind::full;
        j.expert_imbalance = ratio{random.coin() ? 1.0 : random.real(1.0, 1.5)};
        auto& s = j.stack;
        s.fused_attention = random.integer(0, 3) > 0;
        for (auto* overlap :
             {&s.tensor_overlap, &s.data_overlap, &s.pipeline_overlap, &s.context_overlap, &s.expert_overlap})
            *overlap = fraction{random.real(0.0, 1.0)};
        if (fault_of(j, c.on.server, l, limits) == layout_fault::none)
            return c;
    }
}

} // namespace random_training

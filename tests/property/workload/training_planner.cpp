// The training planner against brute force: every number on every axis is tried, under rules written down a second time.
#include <tallywatt/workload/plan_training_layout.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "property/workload/random_service.hpp"

using namespace tallywatt;

namespace {

constexpr auto coolant = celsius(30.0);

struct search_case {
    training job{};
    cluster on{};
    training_space space{};
};

search_case draw(random_service::source_of_cases& random, int n) {
    search_case c;
    c.on = random.machine(n % 3 == 0 ? 2 : n % 3 == 1 ? 4 : 6);
    auto& m = c.job.model = random.model();
    m.layers = random.integer(1, 12);
    m.experts.leading_dense = std::min(m.experts.leading_dense, m.layers);
    if (random.coin())
        m.attention.heads *= 3;
    if (m.is_mixture())
        m.experts.routed = random.coin() ? 3 * random.integer(3, 5) : 8, m.experts.width = 768;
    c.job.sequence = 48 * random.integer(1, 8);
    c.job.batch = 2 * random.integer(1, 12);
    c.job.formats.products = random.format();
    c.job.stack.fused_attention = random.integer(0, 3) > 0;
    auto& s = c.space;
    int const sizes[] = {1, 2, 4, 4, 6, 8};
    s.limits = {
        .accelerators = sizes[random.integer(0, 5)],
        .tensor_across = random.coin(),
        .even_stages = random.coin(),
        .sharded_stages = random.coin()};
    auto const sometimes = [&](int low, int high) {
        return random.integer(0, 11) == 0 ? random.integer(low, high) : 0;
    };
    s.tensor = sometimes(1, 4), s.context = sometimes(1, 3), s.pipeline = sometimes(1, 4),
    s.interleave = sometimes(1, 3);
    s.expert = sometimes(1, 4), s.expert_tensor = sometimes(1, 2), s.micro_batch = sometimes(1, 4);
    s.whole_tokens = random.coin(), s.split_tokens = !s.whole_tokens || random.coin(), s.zero_bubble = random.coin(),
    s.dual_pipe = random.coin(), s.lean_ends = random.coin();
    s.lowest_zero = random.integer(0, 1), s.highest_zero = random.integer(1, 3), s.hybrid_sharding = random.coin();
    s.no_recompute = random.integer(0, 3) > 0, s.selective_recompute = random.coin(),
    s.full_recompute = random.coin() || !(s.no_recompute || s.selective_recompute);
    s.recompute_steps = random.integer(1, 2);
    s.offload = {random.integer(0, 5) == 0, random.integer(0, 5) == 0, random.integer(0, 5) == 0};
    s.objective = random.coin() ? layout_objective::time : layout_objective::energy;
    // memory in which some of it fits
    double const parameters = double(total_parameters(m)) / s.limits.accelerators;
    c.on.server.accelerator.memory_capacity = parameters * random.logarithmic(8.0, 500.0) * byte;
    return c;
}

/// The rules, in the order of the axes.
bool can_run(search_case const& c, training_layout const& l) {
    auto const& m = c.job.model;
    auto const& limits = c.space.limits;
    int const domain = c.on.server.scale_up.domain, stage = l.tensor * l.context * l.data;
    auto const fills = [&](int shards) {
        return domain % shards == 0 || (limits.tensor_across && shards % domain == 0);
    };
    if (stage * l.pipeline != limits.accelerators)
        return false;
    if (!fills(l.tensor) || !fills(l.expert_tensor))
        return false;
    if (m.attention.heads % l.tensor != 0)
        return false;
    int const kv = m.attention.kv_heads;
    if (m.attention.form == attention_form::grouped && std::max(kv, l.tensor) % std::min(kv, l.tensor) != 0)
        return false;
    bool dense = false, mixed = false;
    for (int i = 0; i < m.layers; ++i)
        (m.is_mixture(i) ? mixed : dense) = true;
    if (dense && m.ffn.width % l.tensor != 0)
        return false;
    if (l.context > 1 && (!c.job.stack.fused_attention || c.job.sequence % (2 * l.context) != 0))
        return false;
    if (l.sequence_parallel && c.job.sequence % (l.tensor * l.context * (l.context > 1 ? 2 : 1)) != 0)
        return false;
    if (m.experts.routed > 0) {
        if (m.experts.routed % l.expert != 0 || m.experts.width % l.expert_tensor != 0
            || stage % (l.expert * l.expert_tensor) != 0)
            return false;
        if (m.experts.shared > 0 && m.experts.one_shared_width() % l.tensor != 0)
            return false;
        if (l.tensor > 1 && !l.sequence_parallel)
            return false;
    } else if (l.expert * l.expert_tensor > 1)
        return false;
    int const micro_batches = c.job.batch / (l.data * l.micro_batch);
    if (micro_batches * l.data * l.micro_batch != c.job.batch)
        return false;
    // layers dealt out to the stages: the last one still gets some, and, if even, as many as the others
    int const stages = l.pipeline * l.interleave, layers = m.layers + (l.lean_ends ? 2 : 0);
    int each = 1;
    while (each * stages < layers)
        ++each;
    int const last = layers - each * (stages - 1);
    if (last < 1 || (limits.even_stages && last != each))
        return false;
    if (l.interleave > 1
        && (l.pipeline == 1 || micro_batches % l.pipeline != 0
            || l.schedule != pipeline_schedule::one_forward_one_backward))
        return false;
    if (l.schedule == pipeline_schedule::zero_bubble && micro_batches < l.pipeline)
        return false;
    if (l.schedule == pipeline_schedule::dual_pipe
        && (l.pipeline % 2 != 0 || micro_batches % 2 != 0 || micro_batches < 2 * l.pipeline))
        return false;
    if (l.zero >= 2 && l.pipeline > 1 && !limits.sharded_stages)
        return false;
    return l.shard_group == 0 || (l.data * l.context) % l.shard_group == 0;
}

/// Whether a layout belongs to the space, once: of choices that come to the same, the first.
bool in_space(search_case const& c, training_layout const& l) {
    auto const& s = c.space;
    auto const keeps = [](int fixed, int x) { return fixed == 0 || fixed == x; };
    if (!keeps(s.tensor, l.tensor) || !keeps(s.context, l.context) || !keeps(s.pipeline, l.pipeline)
        || !keeps(s.interleave, l.interleave))
        return false;
    if (!keeps(s.expert, l.expert) || !keeps(s.expert_tensor, l.expert_tensor) || !keeps(s.micro_batch, l.micro_batch))
        return false;
    if (l.tensor == 1 ? !l.sequence_parallel : l.sequence_parallel ? !s.split_tokens : !s.whole_tokens)
        return false;
    if (l.schedule == pipeline_schedule::zero_bubble && !s.zero_bubble)
        return false;
    if (l.schedule == pipeline_schedule::dual_pipe && !s.dual_pipe)
        return false;
    if (l.lean_ends && !s.lean_ends)
        return false;
    if (l.pipeline == 1 && (l.schedule != pipeline_schedule::one_forward_one_backward || l.lean_ends))
        return false;
    int const group = l.data * l.context;
    if (l.zero < s.lowest_zero || l.zero > s.highest_zero || (group == 1 && l.zero > s.lowest_zero))
        return false;
    if (l.shard_group > 0
        && (!s.hybrid_sharding || l.zero == 0 || l.shard_group < 2 || l.shard_group >= group
            || l.shard_group != c.on.server.scale_up.domain / l.tensor))
        return false;
    if (l.recompute == recompute_kind::none && !s.no_recompute)
        return false;
    if (l.recompute == recompute_kind::selective && !s.selective_recompute)
        return false;
    if (l.recompute == recompute_kind::full && !s.full_recompute)
        return false;
    return !(l.offload.weights && !s.offload.weights) && !(l.offload.activations && !s.offload.activations)
           && !(l.offload.optimizer && !s.offload.optimizer);
}

struct outcome {
    training_layout layout{};
    double objective = 0.0, memory = 0.0, share = 0.0; ///< share: of the memory there is
};

/// Every layout with numbers up to those that could matter on each axis.
std::vector<outcome> every_layout(search_case const& c) {
    std::vector<outcome> all;
    auto const& s = c.space;
    int const n = s.limits.accelerators, routed = std::max(c.job.model.experts.routed, 1), layers = c.job.model.layers;
    training_layout l;
    auto const whole = [&] {
        auto const p = plan_training(c.job, c.on, l);
        auto const r = perform(p, c.job, c.on, coolant);
        auto const memory = memory_of(p.outline.memory, c.job, c.on.server.accelerator);
        all.push_back(
            {l, s.objective == layout_objective::time ? r.step.in(second) : r.server_energy.value.in(joule),
             memory.total().in(byte), memory.total() / c.on.server.accelerator.memory_capacity}
        );
    };
    auto const recomputed = [&] {
        for (auto const kind : {recompute_kind::none, recompute_kind::selective, recompute_kind::full}) {
            l.recompute = kind;
            std::set<double> shares{1.0};
            int each = 1;
            while (each * l.stages() < layers + (l.lean_ends ? 2 : 0))
                ++each;
            int const held = each * l.interleave;
            for (int i = 1; kind == recompute_kind::full && i < std::min(s.recompute_steps, held); ++i) {
                int k = 0;
                while (k * std::min(s.recompute_steps, held) < i * held)
                    ++k; // whole layers
                shares.insert(double(k) / held);
            }
            for (double const share : shares)
                for (int i = 0; i < 8; ++i) {
                    l.recompute_share = share;
                    l.offload = {.weights = i % 2 == 1, .activations = i / 2 % 2 == 1, .optimizer = i / 4 == 1};
                    if (in_space(c, l))
                        whole();
                }
        }
    };
    auto const staged = [&] {
        for (l.interleave = 1; l.stages() <= layers + 2; ++l.interleave)
            for (auto const schedule :
                 {pipeline_schedule::one_forward_one_backward, pipeline_schedule::zero_bubble,
                  pipeline_schedule::dual_pipe})
                for (bool const lean : {false, true})
                    for (l.zero = 0; l.zero <= 3; ++l.zero)
                        for (l.shard_group = 0; l.shard_group <= (s.hybrid_sharding ? n : 0); ++l.shard_group) {
                            l.schedule = schedule, l.lean_ends = lean;
                            if (can_run(c, l))
                                recomputed();
                        }
    };
    for (l.tensor = 1; l.tensor <= n; ++l.tensor)
        for (l.context = 1; l.tensor * l.context <= n; ++l.context)
            for (l.pipeline = 1; l.tensor * l.context * l.pipeline <= n; ++l.pipeline)
                for (bool const split : {true, false})
                    for (l.expert = 1; l.expert <= std::min(n, routed); ++l.expert)
                        for (l.expert_tensor = 1; l.expert * l.expert_tensor <= n; ++l.expert_tensor) {
                            l.sequence_parallel = split;
                            l.data = n / (l.tensor * l.context * l.pipeline);
                            if (l.accelerators() != n)
                                continue;
                            for (l.micro_batch = 1; l.micro_batch * l.data <= c.job.batch; ++l.micro_batch)
                                staged();
                        }
    return all;
}

using mesh = std::tuple<int, int, int, int>;
mesh mesh_of(training_layout const& l) { return {l.tensor, l.context, l.pipeline, l.expert}; }

bool better(outcome const& a, outcome const& b) {
    return std::tie(a.objective, a.memory) < std::tie(b.objective, b.memory);
}

/// The best of each mesh, best first.
std::vector<outcome> best_of_each_mesh(std::vector<outcome> all) {
    std::stable_sort(all.begin(), all.end(), better);
    std::set<mesh> seen;
    std::vector<outcome> best;
    for (auto const& o : all)
        if (seen.insert(mesh_of(o.layout)).second)
            best.push_back(o);
    return best;
}

} // namespace

TEST_CASE("the training planner finds what brute force finds") {
    random_service::source_of_cases random(20262);
    int with_best = 0, without = 0, empty = 0, mixtures = 0, named = 0, too_large = 0;
    std::int64_t tried = 0;
    for (int n = 0; n < 300; ++n) {
        search_case const c = draw(random, n);
        auto const all = every_layout(c);
        tried += std::int64_t(all.size());
        std::vector<outcome> fit, large;
        for (auto const& o : all)
            (o.share <= 1.0 ? fit : large).push_back(o);
        layout_search const found = plan_training_layout(c.job, c.on, c.space, coolant);
        INFO(
            "case " << n << ": " << c.space.limits.accelerators << " accelerators, " << c.job.model.layers
                    << " layers, batch " << c.job.batch << "; " << all.size() << " legal, " << fit.size() << " fit"
        );
        CHECK(found.legal == std::int64_t(all.size()));
        CHECK(found.feasible == std::int64_t(fit.size()));
        CHECK(found.found == !fit.empty());
        mixtures += c.job.model.is_mixture();
        if (all.empty()) {
            ++empty;
            continue;
        }
        // the same arithmetic on the same layout: equal, not nearly so
        if (fit.empty()) {
            ++without;
            double const least = std::min_element(large.begin(), large.end(), [](auto const& a, auto const& b) {
                                     return a.share < b.share;
                                 })->share;
            CHECK(found.nearest.memory.total() / c.on.server.accelerator.memory_capacity == least);
            CHECK(found.nearest.capacity == c.on.server.accelerator.memory_capacity);
            CHECK(found.runners_up == 0);
            continue;
        }
        ++with_best;
        auto const best = best_of_each_mesh(fit);
        auto const objective = [&](auto const& r) {
            return c.space.objective == layout_objective::time ? r.step.in(second) : r.server_energy.value.in(joule);
        };
        CHECK(objective(found.step) == best[0].objective);
        CHECK(found.step.memory.total().in(byte) == best[0].memory);
        CHECK(can_run(c, found.best));
        CHECK(in_space(c, found.best));
        // runners-up: at most three that are faster and too large, then the next best meshes
        std::erase_if(large, [&](outcome const& o) { return o.share > 2.0; });
        auto faster = best_of_each_mesh(large);
        std::erase_if(faster, [&](outcome const& o) { return o.objective >= best[0].objective; });
        std::size_t const ahead = std::min<std::size_t>(faster.size(), 3),
                          others = std::min<std::size_t>(best.size() - 1, 8 - ahead);
        REQUIRE(found.runners_up == int(ahead + others));
        for (std::size_t i = 0; i < ahead + others; ++i) {
            auto const& r = found.others[i];
            auto const& expected = i < ahead ? faster[i] : best[1 + i - ahead];
            CHECK(r.fits == (i >= ahead));
            CHECK(r.objective == expected.objective);
            CHECK(r.memory.total().in(byte) == expected.memory);
            CHECK(r.times == expected.objective / best[0].objective);
            if (i < ahead)
                CHECK(std::string(r.part) != "");
            if (i >= ahead && c.space.objective == layout_objective::time && r.times > 1.0) {
                CHECK(r.more > duration<>{}); // a longer step has a longer part
                CHECK(std::string(r.part) != "");
            }
        }
        named += int(others), too_large += int(ahead);
    }
    MESSAGE(
        tried << " layouts; " << with_best << " cases with a best one, " << without << " where none fits, " << empty
              << " without a legal one; " << mixtures << " mixtures, " << named << " runners-up and " << too_large
              << " too large"
    );
    // or the check would be of little worth
    CHECK(with_best >= 100);
    CHECK(without >= 10);
    CHECK(mixtures >= 50);
    CHECK(named >= 200);
    CHECK(too_large >= 15);
}

TEST_CASE("a wider space, more memory or faster links never cost time") {
    random_service::source_of_cases random(8);
    int compared = 0;
    for (int n = 0; n < 60; ++n) {
        search_case c = draw(random, n);
        c.space.objective = layout_objective::time;
        layout_search const before = plan_training_layout(c.job, c.on, c.space, coolant);
        if (!before.found)
            continue;
        auto const after = [&](search_case const& x) {
            layout_search const r = plan_training_layout(x.job, x.on, x.space, coolant);
            CHECK(r.found);
            return r.step.step;
        };
        constexpr double rounding = 1.0 + 1e-12;
        search_case x = c;
        x.space.tensor = x.space.context = x.space.pipeline = x.space.interleave = x.space.expert =
            x.space.expert_tensor = x.space.micro_batch = 0;
        x.space.zero_bubble = x.space.dual_pipe = x.space.lean_ends = x.space.whole_tokens = x.space.split_tokens =
            true;
        CHECK(after(x) <= rounding * before.step.step);
        x = c;
        x.on.server.accelerator.memory_capacity *= 1.5;
        CHECK(after(x) <= rounding * before.step.step);
        x = c;
        x.on.network.nic_rate = 2.0 * x.on.network.nic_rate;
        x.on.server.scale_up.ring.bandwidth *= 2.0;
        CHECK(after(x) <= rounding * before.step.step);
        ++compared;
    }
    CHECK(compared >= 20);
}

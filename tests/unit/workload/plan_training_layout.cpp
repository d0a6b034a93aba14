// Rules of layouts one by one, and searches whose outcome is known.
#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/workload/plan_training_layout.hpp>

#include <string>

#include "approx.hpp"

using namespace tallywatt;

namespace {

training dense() { return {.model = catalog::megatron_175b, .sequence = 2048, .batch = 1536}; }
training mixture() { return {.model = catalog::deepseek_v3, .sequence = 4096, .batch = 15360}; }
training llama() { return {.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048}; }
server machine() { return catalog::hgx_h100; }
cluster a100s() { return {.server = catalog::hgx_a100_80gb, .network = catalog::infiniband_hdr}; }

layout_fault dense_fault(training_layout const& l, layout_limits const& limits = {}) {
    return fault_of(dense(), machine(), l, limits);
}
layout_fault mixture_fault(training_layout const& l, layout_limits const& limits = {}) {
    return fault_of(mixture(), machine(), l, limits);
}

// Small enough for a handful of layouts: 8 layers of 2,048.
training small() {
    return {
        .model =
            {.layers = 8,
             .hidden = 2048,
             .vocabulary = 32000,
             .attention = {.heads = 16, .kv_heads = 16, .head_size = 128},
             .ffn = {.width = 8192}},
        .sequence = 2048,
        .batch = 64};
}

} // namespace

TEST_CASE("published layouts are legal") {
    // Narayanan et al. 2021: GPT-3 and 530B
    CHECK(dense_fault({.tensor = 8, .pipeline = 12, .data = 4}, {.accelerators = 384}) == layout_fault::none);
    CHECK(
        fault_of(
            {.model = catalog::mt_nlg_530b, .sequence = 2048, .batch = 2520}, machine(),
            {.tensor = 8, .pipeline = 35, .interleave = 3, .data = 9}, {.accelerators = 2520}
        )
        == layout_fault::none
    );
    // Llama 3, table 4: tensor 8, pipeline 16, data 128; 126 layers, so the ends are lean; gradients sharded beside the pipeline
    training_layout l{.tensor = 8, .pipeline = 16, .interleave = 8, .lean_ends = true, .data = 128, .zero = 2};
    CHECK(fault_of(llama(), machine(), l) == layout_fault::sharded_stages);
    CHECK(fault_of(llama(), machine(), l, {.accelerators = 16384, .sharded_stages = true}) == layout_fault::none);
    l.lean_ends = false;
    CHECK(fault_of(llama(), machine(), l, {.sharded_stages = true}) == layout_fault::layers);
    // its long contexts: 16 ranks of 131,072 tokens
    training long_job = llama();
    long_job.sequence = 131072, long_job.batch = 128;
    CHECK(
        fault_of(long_job, machine(), {.tensor = 8, .context = 16, .pipeline = 16, .lean_ends = true, .data = 8})
        == layout_fault::none
    );
    // DeepSeek-V3: 16 stages of 61 layers, experts over 64 ranks, DualPipe
    training_layout const v3{.pipeline = 16, .schedule = pipeline_schedule::dual_pipe, .data = 128, .expert = 64};
    CHECK(mixture_fault(v3, {.accelerators = 2048, .even_stages = false}) == layout_fault::none);
    CHECK(mixture_fault(v3) == layout_fault::layers);
}

TEST_CASE("every rule refuses what breaks it") {
    CHECK(dense_fault({.tensor = 0}) == layout_fault::below_one);
    CHECK(dense_fault({.data = 0}) == layout_fault::below_one);
    CHECK(dense_fault({.recompute_share = 1.5}) == layout_fault::below_one);
    CHECK(dense_fault({.zero = 4}) == layout_fault::below_one);
    CHECK(dense_fault({.tensor = 8, .pipeline = 12, .data = 4}, {.accelerators = 512}) == layout_fault::accelerators);
    CHECK(dense_fault({.tensor = 16}) == layout_fault::domain);
    CHECK(dense_fault({.tensor = 3}) == layout_fault::domain); // groups of three do not fill eight
    CHECK(dense_fault({.tensor = 16}, {.tensor_across = true}) == layout_fault::none);
    CHECK(dense_fault({.tensor = 12}, {.tensor_across = true}) == layout_fault::domain); // in whole domains only
    training odd = dense();
    odd.model.attention.heads = odd.model.attention.kv_heads = 90;
    CHECK(fault_of(odd, machine(), {.tensor = 8}) == layout_fault::heads);
    odd = llama(); // 8 heads of keys and values: replicated over 16 shards, but not over 12
    odd.model.attention.heads = 96;
    CHECK(fault_of(odd, machine(), {.tensor = 16}, {.tensor_across = true}) == layout_fault::none);
    server twelve = machine();
    twelve.scale_up.domain = 12;
    CHECK(fault_of(odd, twelve, {.tensor = 12}) == layout_fault::heads);
    odd = dense();
    odd.model.ffn.width = 1001;
    CHECK(fault_of(odd, machine(), {.tensor = 8}) == layout_fault::width);
    CHECK(dense_fault({.context = 3}) == layout_fault::sequence);
    CHECK(dense_fault({.context = 1024}) == layout_fault::none);
    CHECK(dense_fault({.context = 2048}) == layout_fault::sequence); // a rank takes a piece from either end
    CHECK(dense_fault({.tensor = 8, .context = 256}) == layout_fault::sequence);
    CHECK(dense_fault({.tensor = 8, .sequence_parallel = false, .context = 256}) == layout_fault::none);
    odd = dense();
    odd.stack.fused_attention = false;
    CHECK(fault_of(odd, machine(), {.context = 2}) == layout_fault::scores);
    CHECK(dense_fault({.pipeline = 5}) == layout_fault::layers);
    CHECK(dense_fault({.pipeline = 5}, {.even_stages = false}) == layout_fault::none);    // four of 20 and one of 16
    CHECK(dense_fault({.pipeline = 64}, {.even_stages = false}) == layout_fault::layers); // 48 stages of two hold all
    CHECK(dense_fault({.pipeline = 97}, {.even_stages = false}) == layout_fault::layers);
    CHECK(dense_fault({.lean_ends = true}) == layout_fault::ends);
    CHECK(dense_fault({.pipeline = 7, .lean_ends = true}) == layout_fault::none); // 98 places
    CHECK(dense_fault({.pipeline = 8, .lean_ends = true}) == layout_fault::layers);
    CHECK(dense_fault({.data = 1000}) == layout_fault::batch);
    CHECK(dense_fault({.data = 512, .micro_batch = 2}) == layout_fault::batch);
    CHECK(dense_fault({.interleave = 2}) == layout_fault::schedule);
    CHECK(dense_fault({.pipeline = 32, .interleave = 3, .data = 3, .micro_batch = 16}) == layout_fault::none);
    CHECK(
        dense_fault({.pipeline = 24, .interleave = 4, .data = 3, .micro_batch = 16}) == layout_fault::schedule
    ); // 32 micro-batches are no multiple of 24
    CHECK(
        dense_fault({.pipeline = 16, .interleave = 2, .schedule = pipeline_schedule::zero_bubble})
        == layout_fault::schedule
    );
    CHECK(dense_fault({.pipeline = 3, .schedule = pipeline_schedule::dual_pipe}) == layout_fault::schedule);
    CHECK(dense_fault({.pipeline = 2, .data = 4, .zero = 2}) == layout_fault::sharded_stages);
    CHECK(dense_fault({.data = 4, .zero = 3}) == layout_fault::none);
    CHECK(dense_fault({.data = 6, .shard_group = 4}) == layout_fault::shard_group);
    CHECK(dense_fault({.data = 8, .shard_group = 4}) == layout_fault::none);
    CHECK(dense_fault({.data = 8, .expert = 2}) == layout_fault::experts);
    CHECK(mixture_fault({.data = 96, .expert = 96}) == layout_fault::experts);
    CHECK(mixture_fault({.data = 32, .expert = 64}) == layout_fault::expert_groups);
    CHECK(
        mixture_fault({.tensor = 2, .data = 32, .expert = 64}) == layout_fault::none
    ); // tensor shards hold experts too
    CHECK(mixture_fault({.tensor = 2, .sequence_parallel = false, .data = 32}) == layout_fault::split_tokens);
    CHECK(mixture_fault({.data = 64, .expert = 4, .expert_tensor = 16}) == layout_fault::domain);
    for (int i = 0; i <= static_cast<int>(layout_fault::shard_group); ++i)
        CHECK(std::string(name_of(static_cast<layout_fault>(i))).size() > 3);
    CHECK(legal(dense(), machine(), {}));
    CHECK_FALSE(legal(dense(), machine(), {.tensor = 5}));
}

TEST_CASE("a space of one layout") {
    training_layout const megatron{.tensor = 8, .sequence_parallel = true, .pipeline = 12, .data = 4, .zero = 1};
    training_space const space{
        .limits = {.accelerators = 384},
        .tensor = 8,
        .context = 1,
        .pipeline = 12,
        .interleave = 1,
        .expert = 1,
        .expert_tensor = 1,
        .micro_batch = 1,
        .whole_tokens = false,
        .zero_bubble = false,
        .dual_pipe = false,
        .lean_ends = false,
        .lowest_zero = 1,
        .highest_zero = 1,
        .selective_recompute = false,
        .full_recompute = false};
    layout_search const r = plan_training_layout(dense(), a100s(), space);
    CHECK(r.legal == 1);
    CHECK(r.feasible == 1);
    REQUIRE(r.found);
    CHECK(r.best == megatron);
    CHECK(r.runners_up == 0);
    auto const step = perform(plan_training(dense(), a100s().server, megatron), dense(), a100s(), celsius(30.0));
    CHECK(r.step.step == step.step);
    CHECK(r.step.memory.total() == step.memory.total());
}

TEST_CASE("a small model on eight accelerators needs no shards") {
    cluster const on = a100s();
    layout_search const r = plan_training_layout(small(), on, {.limits = {.accelerators = 8}, .context = 1});
    REQUIRE(r.found);
    CHECK(r.best.tensor == 1);
    CHECK(r.best.pipeline == 1);
    CHECK(r.best.data == 8);
    CHECK(r.best.recompute == recompute_kind::none);
    CHECK(r.runners_up == most_runners_up);
    double last = 1.0;
    for (int i = 0; i < r.runners_up; ++i) {
        auto const& other = r.others[static_cast<std::size_t>(i)];
        CHECK(other.fits);
        CHECK(other.times >= last);
        last = other.times;
        // the runner-up is what it claims
        CHECK(perform(plan_training(small(), on.server, other.layout), small(), on, celsius(30.0)).step == other.step);
        if (other.times > 1.0)
            CHECK(why(other).find(std::string(": ") + other.part + " takes ") != std::string::npos);
    }
    // two shards pay for their collectives, or wait for their pipeline
    CHECK((std::string(r.others[7].part) == "tensor" || std::string(r.others[7].part) == "bubble"));
}

TEST_CASE("nothing fits: the nearest layout, and what is missing") {
    cluster on = a100s();
    on.server.accelerator.memory_capacity = 2.0 * GB;
    layout_search const r =
        plan_training_layout(dense(), on, {.limits = {.accelerators = 8}, .context = 1, .micro_batch = 1});
    CHECK_FALSE(r.found);
    CHECK(r.legal > 0);
    CHECK(r.feasible == 0);
    CHECK(r.runners_up == 0);
    CHECK(r.nearest.memory.total() > r.nearest.capacity);
    CHECK(r.nearest.times == 1.0);
    CHECK(why(r.nearest).find(" of 2.0 GB, most for ") != std::string::npos);
    // no rank holds less than its share of 16 bytes a parameter
    CHECK(r.nearest.memory.total() > 175e9 / 8.0 * 16.0 * byte);
}

// DeepSeek-V3 was trained with 16 stages, experts over 64 ranks and DualPipe, without tensor shards (technical report,
// section 3.2). Without DualPipe dispatch and combine are waited for, so the search ends with it too.
TEST_CASE("DeepSeek-V3 on 2,048 H800: the published mesh, and one with tensor shards") {
    training const job{
        .model = catalog::deepseek_v3,
        .sequence = 4096,
        .batch = 15'360,
        .formats = {.products = precision::fp8, .stored = precision::fp8, .exchanged = precision::fp8},
        .stack = catalog::dualpipe_2024};
    cluster const on{.server = catalog::hgx_h800, .network = catalog::infiniband_ndr};
    training_space space{.limits = {.accelerators = 2048, .even_stages = false}, .context = 1};
    space.tensor = 1, space.pipeline = 16, space.expert = 64;
    layout_search const published = plan_training_layout(job, on, space);
    REQUIRE(published.found);
    CHECK(published.best.schedule == pipeline_schedule::dual_pipe);
    CHECK(published.best.lean_ends); // embedding and logits stand for a layer each
    CHECK(published.best.data == 128);
    CHECK(published.best.recompute == recompute_kind::selective);
    CHECK(published.best.zero == 1);
    // the same mesh without DualPipe
    space.dual_pipe = false;
    layout_search const waited = plan_training_layout(job, on, space);
    REQUIRE(waited.found);
    CHECK(waited.step.step > 1.05 * published.step.step);
    CHECK(waited.step.split.expert > 1.5 * published.step.split.expert);
    // meshes with two tensor shards end with DualPipe again and fewer stages to fill; none is faster, as the report's authors
    // found who did without (section 3.2)
    space = {.limits = space.limits, .tensor = 2, .context = 1, .zero_bubble = false};
    layout_search const free = plan_training_layout(job, on, space);
    REQUIRE(free.found);
    CHECK(free.best.schedule == pipeline_schedule::dual_pipe);
    CHECK(free.best.pipeline < 16);
    CHECK(published.step.step < 1.01 * free.step.step);
    CHECK(free.step.step < 1.15 * published.step.step);
    auto const share = [](training_performance<> const& r, duration<> part) { return part / r.step; };
    CHECK(share(free.step, free.step.split.bubble) < share(published.step, published.step.split.bubble));
}

TEST_CASE("no layout is legal") {
    training job = dense();
    job.batch = 7;
    layout_search const r =
        plan_training_layout(job, a100s(), {.limits = {.accelerators = 1024}, .tensor = 8, .context = 1});
    CHECK_FALSE(r.found);
    CHECK(r.legal == 0);
    CHECK(r.nearest.memory.total() == data_size<>{});
}

TEST_CASE("a layout that would be faster but is too large is named") {
    cluster on = a100s();
    training_space const space{.limits = {.accelerators = 8}, .context = 1};
    layout_search const roomy = plan_training_layout(small(), on, space);
    REQUIRE(roomy.found);
    on.server.accelerator.memory_capacity = 0.7 * (roomy.step.memory.total() - roomy.step.memory.reserve);
    layout_search const tight = plan_training_layout(small(), on, space);
    REQUIRE(tight.found);
    CHECK(tight.step.step > roomy.step.step);
    CHECK(tight.feasible < roomy.feasible);
    CHECK(tight.legal == roomy.legal);
    auto const& first = tight.others[0];
    REQUIRE(tight.runners_up > 0);
    CHECK_FALSE(first.fits);
    CHECK(first.times < 1.0);
    std::string const text = why(first);
    CHECK(text.find("would take 0.") == 0);
    CHECK(text.find(" x the step, but needs ") != std::string::npos);
    CHECK(text.find(std::string("GB, most for ") + first.part) != std::string::npos);
}

TEST_CASE("less energy may take another layout, never more energy") {
    training_space space{.limits = {.accelerators = 16}, .context = 1};
    layout_search const fast = plan_training_layout(small(), a100s(), space);
    space.objective = layout_objective::energy;
    layout_search const frugal = plan_training_layout(small(), a100s(), space);
    REQUIRE((fast.found && frugal.found));
    CHECK(frugal.step.server_energy.value <= fast.step.server_energy.value);
    CHECK(fast.step.step <= frugal.step.step);
    CHECK(why(frugal.others[1]).find(" x the energy") != std::string::npos);
}

TEST_CASE("a space has its own limits") {
    CHECK_THROWS_WITH_AS(
        plan_training_layout(small(), a100s(), {}),
        "training_space.limits.accelerators: a search needs a number of accelerators", invalid_input
    );
    CHECK_THROWS_AS(plan_training_layout(small(), a100s(), {.limits = {.accelerators = -8}}), invalid_input);
    CHECK_THROWS_AS(
        plan_training_layout(small(), a100s(), {.limits = {.accelerators = 8}, .recompute_steps = 0}), invalid_input
    );
    CHECK_THROWS_AS(plan_training_layout({}, a100s(), {.limits = {.accelerators = 8}}), invalid_input);
}

TEST_CASE("visits each layout once, and shards before what is within") {
    int shards = 0, whole = 0;
    training_layout now;
    each_layout(
        small(), machine(), {.limits = {.accelerators = 16}}, [&](training_layout const& l) { ++shards, now = l; },
        [&](training_layout const& l) {
            ++whole;
            CHECK(fault_of(small(), machine(), l, {.accelerators = 16}) == layout_fault::none);
            CHECK(
                (l.tensor == now.tensor && l.context == now.context && l.expert == now.expert
                 && l.expert_tensor == now.expert_tensor && l.micro_batch == now.micro_batch
                 && l.sequence_parallel == now.sequence_parallel)
            );
        }
    );
    CHECK(shards > 10);
    CHECK(whole > 10 * shards);
    for (int const n : {1, 2, 36, 97, 5040, 735134400}) {
        detail::divisors const d(n);
        long count = 0;
        for (int i = 1; i <= n / i; ++i)
            count += n % i != 0 ? 0 : i == n / i ? 1 : 2;
        CHECK(d.count == count);
        for (int i = 0; i < d.count; ++i)
            CHECK(n % d.of[static_cast<std::size_t>(i)] == 0);
        for (int i = 1; i < d.count; ++i)
            CHECK(d.of[static_cast<std::size_t>(i - 1)] < d.of[static_cast<std::size_t>(i)]);
    }
}

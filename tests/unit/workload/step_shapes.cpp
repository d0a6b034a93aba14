// Steps of shapes beyond the plain one: windows, norms of queries and keys, parallel blocks, stages, groups that wait.
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/groq_lpu.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/phase.hpp>
#include <tallywatt/workload/plan_serving.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {

transformer small() {
    return {
        .layers = 6,
        .hidden = 256,
        .vocabulary = 1000,
        .attention = {.heads = 4, .kv_heads = 2, .head_size = 64},
        .ffn = {.width = 512}};
}
step_setting on_132_units() {
    step_setting s;
    s.compute_units = 132;
    s.links.domain = 8;
    return s;
}
cluster h100s() { return {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr}; }
constexpr auto coolant = celsius(30.0);

/// Mean of min(i, w) over the places of new tokens, one by one.
double mean_of_places(int prompt, int prefix, int w) {
    double sum = 0.0;
    for (int i = prefix + 1; i <= prompt; ++i)
        sum += i < w ? i : w;
    return sum / (prompt - prefix);
}

} // namespace

TEST_CASE("keys in a window, token by token") {
    for (auto const& of : {std::pair{1000, 0}, {1000, 600}, {1000, 300}, {100, 0}, {5000, 4000}})
        for (int const w : {1, 128, 512, 900, 4096}) {
            int const prompt = of.first, prefix = of.second;
            INFO(prompt << " tokens, " << prefix << " of them cached, window " << w);
            traffic const t{
                .input = double(prompt) * token, .output = 100.0 * token, .cached = fraction{double(prefix) / prompt}};
            auto const c = in_window(context_of(t), w, false);
            // exact but for the token at which the window fills
            CHECK(c.prefill.in(token) == near(mean_of_places(prompt, prefix, w), 0.01));
            CHECK(c.decode.in(token) == std::min(context_of(t).decode.in(token), double(w)));
        }
    // exact where no new token lies below the window, and where all do
    traffic const t{.input = 1000.0 * token, .output = 100.0 * token, .cached = fraction{0.6}};
    CHECK(in_window(context_of(t), 300.0, false).prefill.in(token) == near(300.0, 1e-14));
    CHECK(in_window(context_of(t), 2000.0, false).prefill.in(token) == near(800.5, 1e-14));
    // chunks: half of one in the mean
    CHECK(in_window(context_of(t), 300.0, true).prefill.in(token) == near(150.5, 1e-14));
}

TEST_CASE("windowed layers read and compute what they see") {
    transformer m = small();
    m.attention.window = {.size = 128, .period = 3, .local = 0b011}; // four of six layers
    step_plan const p = plan_step(m, {1, 1}, {8, 0}, on_132_units());
    CHECK(p.dense.local == 4);
    CHECK(p.window == 128.0);
    step_context<> at;
    at.decode = at.prompt = 1000.0 * token;
    auto const rates = rates_of(h100s(), software_stack(catalog::sglang_2025), precision::bf16);
    auto const s = evaluate_step(p, rates, at);
    double const keys = 2.0 * 1000 + 4.0 * 128;
    double const sampled = 8.0 * 1000 * rates.sampler_traffic.in(byte);
    CHECK(s.work.hbm.in(byte) == near(p.moved.in(byte) + keys * p.decode_core_read.in(byte) + sampled, 1e-14));
    // every layer windowed, or none: between them
    m.attention.window.local = 0b111;
    auto const all = evaluate_step(plan_step(m, {1, 1}, {8, 0}, on_132_units()), rates, at);
    m.attention.window = {};
    auto const none = evaluate_step(plan_step(m, {1, 1}, {8, 0}, on_132_units()), rates, at);
    CHECK(3.0 * s.time.in(second) == near(2.0 * all.time.in(second) + none.time.in(second), 1e-13));
}

TEST_CASE("norms of queries and keys, and norms after the halves, stream") {
    auto const streamed = [](transformer const& m) {
        return plan_step(m, {1, 1}, {10, 0}, on_132_units()).moved.in(byte);
    };
    double const plain = streamed(small());
    transformer m = small();
    m.attention.qk_norm = qk_norm_form::per_head;
    // 4 + 2 heads of 64, read and written in bf16, ten rows, six layers
    CHECK(streamed(m) - plain == near(6.0 * 10 * 6 * 64 * 2 * 2, 1e-9));
    CHECK(plan_step(m, {1, 1}, {10, 0}, on_132_units()).dense.attention.kernels == 9);
    m = small();
    m.norms_per_layer = 4; // two more, one a half
    CHECK(streamed(m) - plain == near(6.0 * 10 * 2 * 256 * 2 * 2, 1e-9));
    m = small();
    m.attention.value_size = 32;
    step_plan const p = plan_step(m, {1, 1}, {10, 0}, on_132_units());
    CHECK(p.dense.attention.matmuls[0].useful.in(FLOP) == 2.0 * 10 * 256 * (4 * 64 + 2 * 64 + 2 * 32));
    CHECK(p.dense.attention.matmuls[1].useful.in(FLOP) == 2.0 * 10 * 256 * (4 * 32));
    CHECK(p.decode_core_read.in(byte) == 10.0 * 2 * (64 + 32) * 2);
}

TEST_CASE("parallel blocks join their sums") {
    transformer m = small();
    m.parallel_blocks = true;
    m.norms_per_layer = 1;
    step_plan const both = plan_step(m, {2, 1}, {10, 0}, on_132_units()),
                    turns = plan_step(small(), {2, 1}, {10, 0}, on_132_units());
    CHECK(both.dense.all_reduces == 1);
    CHECK(turns.dense.all_reduces == 2);
    CHECK(both.linked < turns.linked);
    // one norm instead of two, and one residual of three reads instead of two of two: 2 + 2 + 4 against 2 (2 + 2 + 3) elements
    double const row = 256.0 * 2.0;
    CHECK((turns.moved - both.moved).in(byte) == near(6.0 * 10 * ((2 + 3 + 2 + 3) - (2 + 4)) * row, 1e-9));
}

TEST_CASE("shared experts of a width of their own, mixtures every second layer") {
    transformer m = small();
    m.experts = {.routed = 8, .per_token = 2, .shared = 1, .width = 128, .shared_width = 384, .every = 2};
    step_plan const p = plan_step(m, {1, 1}, {10, 0}, on_132_units());
    CHECK(p.dense.layers == 3);
    CHECK(p.mixture.layers == 3);
    CHECK(p.mixture.ffn.matmuls[2].useful.in(FLOP) == 2.0 * 10 * 256 * 2 * 384);
    m.attention.window = {.size = 64, .period = 2, .local = 0b10}; // the mixtures
    step_plan const q = plan_step(m, {1, 1}, {10, 0}, on_132_units());
    CHECK(q.dense.local == 0);
    CHECK(q.mixture.local == 3);
}

TEST_CASE("groups wait for the one with the longest contexts") {
    transformer m = small();
    m.experts = {.routed = 8, .per_token = 2, .width = 128};
    step_plan const p = plan_step(m, {1, 8}, {32, 0}, on_132_units());
    CHECK(p.group_excess == near(std::sqrt(2.0 * std::log(8.0) / 32.0), 1e-14));
    auto const rates = rates_of(h100s(), software_stack(catalog::sglang_2025), precision::bf16);
    step_context<> at;
    at.decode = at.prompt = 100000.0 * token;
    auto const even = evaluate_step(p, rates, at);
    at.variation = 0.5;
    auto const uneven = evaluate_step(p, rates, at);
    double const read = 6.0 * p.decode_core_read.in(byte)*100000.0 * rates.decode_core_read.base_value;
    CHECK((uneven.time - even.time).in(second) == near(0.5 * p.group_excess * read, 1e-9));
    CHECK(uneven.work.hbm == even.work.hbm); // the mean's
    CHECK(plan_step(small(), {8, 1}, {32, 0}, on_132_units()).group_excess == 0.0);
}

TEST_CASE("variation of running contexts against its closed cases") {
    // prompts alike, outputs exponential: a running sequence's age is exponential too, of deviation n_out
    traffic t{
        .input = 1000.0 * token,
        .output = 500.0 * token,
        .output_variation = ratio{1.0},
        .prompt_variation = ratio{0.0}};
    CHECK(t.context_variation() == near(500.0 / 1500.0, 1e-14));
    // outputs alike: uniform ages, n_out/sqrt(12)
    t.output_variation = ratio{0.0};
    CHECK(t.context_variation() == near(500.0 / std::sqrt(12.0) / 1250.0, 1e-14));
    // and prompts of deviation 800
    t.prompt_variation = ratio{0.64};
    CHECK(t.context_variation() == near(std::sqrt(800.0 * 800.0 + 500.0 * 500.0 / 12.0) / 1250.0, 1e-14));
}

TEST_CASE("formats of their own for attention, inputs and exchange") {
    step_setting s = on_132_units();
    s.weights = precision::fp4;
    s.attention_weights = precision::bf16;
    s.activations = precision::fp8;
    transformer m = small();
    m.experts = {.routed = 8, .per_token = 2, .width = 128};
    s.dispatch = precision::bf16;
    step_plan const p = plan_step(m, {1, 4}, {10, 0}, s);
    CHECK(p.mixture.attention.matmuls[0].traffic.in(byte) == 2.0 * (10 * 256 + 256 * 512 + 10 * 512));
    CHECK(p.mixture.dispatch.up == p.mixture.combine.up);
    // an H100 widens FP4 weights to bf16 as it reads them, or multiplies them with FP8 inputs where asked to
    serving four{.model = catalog::llama_3_1_70b, .weights = precision::fp4};
    auto const f = formats_of(four, accelerator(catalog::h100));
    CHECK(f.ffn_inputs == precision::bf16);
    CHECK(f.ffn == precision::bf16);
    four.activations = precision::fp8;
    CHECK(formats_of(four, accelerator(catalog::h100)).ffn == precision::fp8);
    serving const weight_only{
        .model = catalog::llama_3_1_70b, .weights = precision::fp8, .activations = precision::bf16};
    CHECK(formats_of(weight_only, accelerator(catalog::h100)).ffn == precision::bf16);
    // a chip without FP8 has inputs in bf16
    accelerator plain = catalog::h100;
    plain.fp8 = {};
    CHECK(formats_of(serving{.weights = precision::fp8}, plain).ffn_inputs == precision::bf16);
}

TEST_CASE("widened weights: few rows pad to sixteen, many cost as in bf16") {
    serving four{.model = catalog::llama_3_1_70b, .weights = precision::int4};
    step_plan const p = plan_decode(four, h100s().server, {.instance = {1, 1}, .batch = 20, .length = 1000.0 * token});
    // 20 rows through 8,192 x 10,240, computed as 32
    matmul_plan const& qkv = p.dense.attention.matmuls[0];
    CHECK(qkv.padded.in(FLOP) == near(2.0 * 32 * 8192 * 10240, 1e-14));
    CHECK(qkv.traffic.in(byte) == near(2.0 * 20 * 8192 + 0.515625 * 8192 * 10240 + 2.0 * 20 * 10240, 1e-14));
    CHECK(
        plan_decode(
            serving{.model = catalog::llama_3_1_70b, .weights = precision::fp8}, h100s().server,
            {.instance = {1, 1}, .batch = 20, .length = 1000.0 * token}
        )
            .dense.attention.matmuls[0]
            .padded.in(FLOP)
        == near(2.0 * 64 * 8192 * 10240, 1e-14)
    );
}

TEST_CASE("an engine's experts take their share of the rates of dense products") {
    transformer m = small();
    m.experts = {.routed = 8, .per_token = 2, .width = 128};
    step_setting setting = on_132_units();
    setting.routing = plan_routing(8, 2, {.skew = 0.0});
    step_plan const p = plan_step(m, {1, 1}, {4096, 0}, setting);
    REQUIRE(p.mixture.ffn.grouped == 2);
    auto stack = software_stack{};
    auto const plain = rates_of(h100s(), stack, precision::bf16);
    stack.expert_compute_share = fraction{0.5};
    stack.expert_memory_share = fraction{0.8};
    auto const slower = rates_of(h100s(), stack, precision::bf16);
    matmul_pace<double> pace = plain.narrow;
    pace.per_operation = 2.0 * pace.per_operation;
    pace.per_byte = 1.25 * pace.per_byte;
    step_context<> at;
    at.decode = 100.0 * token;
    double more = 0.0; // of the two grouped products in each of six layers
    for (int i = 0; i < 2; ++i) {
        auto const& k = p.mixture.ffn.matmuls[static_cast<std::size_t>(i)];
        more += 6.0 * (matmul_time(k, pace) - matmul_time(k, plain.narrow)).in(second);
    }
    CHECK(more > 0.0);
    CHECK((evaluate_step(p, slower, at).time - evaluate_step(p, plain, at).time).in(second) == near(more, 1e-9));
}

TEST_CASE("a chunk is at most the prompts of all its sequences") {
    serving const s{
        .model = catalog::llama_3_1_70b,
        .traffic = {.input = 1000.0 * token, .output = 500.0 * token, .cached = fraction{0.25}}};
    CHECK(plan_choice(s, h100s(), {8, 1}, 2, 4096).chunk == 1500);
    CHECK(plan_choice(s, h100s(), {8, 1}, 8, 4096).chunk == 4096);
}

// Llama 2 70B on the chip vendor's public service, measured by Artificial Analysis in February 2024: 241 tokens/s to a user
// (recalled, as is the system's size of 576 chips). A chip's share of the weights and of the caches has to fit in 230 MB.
TEST_CASE("shards over two servers: the network's switches add up where they can") {
    serving const s{
        .model = catalog::llama_3_1_405b,
        .weights = precision::bf16,
        .traffic = {.input = 1000.0 * token, .output = 300.0 * token}};
    cluster plain = h100s(), sums = h100s();
    sums.network.in_network_reduction = true;
    layout const l{16, 1};
    auto const reduce = [&](cluster const& on, int sequences) { return plan_choice(s, on, l, sequences, 2048).mixed.dense.all_reduce; };
    CHECK(reduce(sums, 64).algorithm == collective_algorithm::in_network);
    CHECK(reduce(sums, 64).out.base_value == near(reduce(plain, 64).out.base_value / (2.0 * 15.0 / 16.0), 1e-12)); // a ring's
    CHECK(reduce(plain, 64).algorithm == collective_algorithm::ring);
    CHECK(plan_choice(s, plain, l, 1, 2048).decode.dense.all_reduce.algorithm == collective_algorithm::tree); // 32 kB
    auto const step = [&](cluster const& on) { return perform(plan_choice(s, on, l, 64, 2048), s, on, coolant).decode_step; };
    CHECK(step(sums) < step(plain));
    // the planner sees it, too
    serving wide = s;
    wide.largest_instance = 16;
    CHECK(plan_serving(wide, sums).mixed.dense.all_reduce.algorithm == collective_algorithm::in_network);
}

TEST_CASE("a model over hundreds of chips without external memory") {
    serving s{
        .model = catalog::llama_2_70b,
        .weights = precision::int8,
        .traffic = {.input = 1000.0 * token, .output = 300.0 * token}};
    s.stack.kernel_gap = s.stack.decode_attention_launch = s.stack.host_per_sequence =
        0.0 * second; // scheduled ahead of time
    s.stack.host_step = 20.0 * microsecond;
    cluster const c{.server = catalog::groq_node, .network = catalog::c2c_groq_global};
    auto const stages = plan_choice(s, c, {16, 1, 40}, 1, 128);
    auto const r = perform(stages, s, c, coolant);
    CHECK(stages.instance.accelerators() == 640);
    CHECK(r.memory.total() < c.server.accelerator.memory_capacity);
    double const per_user = 1.0 / r.time_per_output_token.in(second);
    CHECK(per_user > 241.0 / 1.5);
    CHECK(per_user < 241.0 * 1.5);
    // one sequence to a micro-batch: the pipeline is filled by as many users as it has stages
    CHECK(r.output.in(token / second) == near(40.0 * per_user, 1e-12));
    // without stages one node's chips cannot hold it
    CHECK(
        memory_of(plan_choice(s, c, {16, 1, 1}, 1, 128), s, c.server.accelerator).weights
        > c.server.accelerator.memory_capacity
    );
    // and the planner finds stages that do
    s.largest_instance = 640;
    s.largest_pipeline = 80;
    auto const planned = plan_serving(s, c);
    CHECK(planned.instance.pipeline > 1);
    CHECK(memory_of(planned, s, c.server.accelerator).total() <= c.server.accelerator.memory_capacity);
}

TEST_CASE("layers in stages: rounds, turns and what is handed on") {
    serving const s{
        .model = catalog::llama_3_1_70b,
        .weights = precision::bf16,
        .traffic = {.input = 2000.0 * token, .output = 500.0 * token},
        .stack = catalog::vllm_2025};
    auto const whole = plan_choice(s, h100s(), {2, 1}, 16, 512),
               stages = plan_choice(s, h100s(), {2, 1, 4}, 16, 512);
    CHECK(stages.decode.stage_share == 0.25);
    CHECK(stages.instance.accelerators() == 8);
    // a shard's part of 16 rows of 8,192 in bf16
    CHECK(stages.decode.handed_on.in(byte) == 16.0 * 8192 * 2 / 2);
    CHECK_FALSE(stages.decode.handed_out);
    auto const r = perform(stages, s, h100s(), coolant), w = perform(whole, s, h100s(), coolant);
    // four micro-batches of 16 at once: a round of four slots
    double const slot =
        evaluate_step(stages.decode, rates_of(h100s(), s.stack, s.weights), context_of(s.traffic, 512)).time.in(second);
    CHECK(r.decode_step.in(second) == near(4.0 * slot, 1e-13));
    double const phi = 16.0 * 2000.0 / (500.0 * 512.0),
                 iteration = phi * r.mixed_step.in(second) + (1.0 - phi) * r.decode_step.in(second);
    CHECK(r.output.in(token / second) == near(64.0 / iteration, 1e-13));
    CHECK(r.time_per_output_token.in(second) == near(iteration, 1e-13));
    // a slot is at least a quarter of the whole, and not much more: the logits and the sampler are in each
    CHECK(r.decode_step > w.decode_step);
    CHECK(r.output > 2.0 * w.output);
    CHECK(
        r.memory.cache.in(byte) == near(w.memory.cache.in(byte), 1e-13)
    ); // four times the sequences, a quarter of the layers
    CHECK(r.memory.weights < 0.3 * w.memory.weights);
    // across nodes the network takes over
    CHECK(plan_choice(s, h100s(), {8, 1, 2}, 16, 512).decode.handed_out);
    // 80 layers on three stages: 27 on the slowest
    CHECK(plan_choice(s, h100s(), {1, 1, 3}, 16, 512).decode.stage_share == near(27.0 / 80.0, 1e-15));
}

TEST_CASE("a prompt of several chunks follows itself through the stages") {
    serving s{
        .model = catalog::llama_3_1_70b,
        .weights = precision::bf16,
        .traffic = {.input = 2048.0 * token, .output = 500.0 * token},
        .stack = catalog::vllm_2025};
    s.traffic.arrival_variation = s.traffic.prompt_variation = ratio{0.0}; // nobody waits
    auto const r = perform(plan_choice(s, h100s(), {2, 1, 4}, 4, 512), s, h100s(), coolant);
    // four chunks, each a slot behind the last: 4 + 3 slots of a fourth of a mixed round
    CHECK(r.time_to_first_token.in(second) == near(7.0 / 4.0 * r.mixed_step.in(second), 1e-13));
}

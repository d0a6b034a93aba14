// Step times by hand, and beside the floor that memory sets.
#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/memory.hpp>
#include <tallywatt/workload/phase.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace tallywatt;

namespace {

// A chip of round figures: 1 TFLOP/s and 1 TB/s at a share of one, p = 1 (times add), nothing else costs time.
cluster round_cluster(int exponent = 1) {
    cluster c;
    auto& chip = c.server.accelerator;
    chip.bf16.peak = decltype(chip.bf16.peak){1.0 * TFLOP_per_second};
    chip.bf16.compute_share = chip.bf16.memory_share = fraction{1.0};
    chip.bf16.launch = 0.0 * second;
    chip.bf16.wave = fraction{0.0};
    chip.bf16.exponent = exponent;
    chip.memory_bandwidth = 1.0 * TB_per_second;
    chip.stream_share = fraction{1.0};
    chip.compute_units = 100;
    return c;
}
software_stack free_stack() {
    software_stack s;
    s.prefill_attention_share = s.decode_attention_memory_share = s.decode_attention_compute_share = fraction{1.0};
    s.prefill_half_length = 0.0 * token;
    s.decode_attention_launch = s.kernel_gap = s.host_step = s.host_per_sequence = 0.0 * second;
    s.sampler_traffic = 0.0 * byte;
    return s;
}
// 1 layer, d = 64, 1 head of 64, f = 64, V = 128; with 64 rows there is no padding
constexpr transformer cube() {
    return {.layers = 1, .hidden = 64, .vocabulary = 128, .attention = {.heads = 1, .kv_heads = 1, .head_size = 64}, .ffn = {.width = 64}};
}

}  // namespace

TEST_CASE("a step whose kernels add up: operations over peak plus bytes over bandwidth") {
    auto const c = round_cluster();
    step_plan const p = plan_step(cube(), {1, 1}, {64, 0}, {.compute_units = 100});
    step_context<> at;
    at.decode = 1000.0 * token;
    at.prompt = 1000.0 * token;
    auto const s = evaluate_step(p, rates_of(c, free_stack(), precision::bf16), at);
    // 64 rows through 64 x 192, 64 x 64, 64 x 128, 64 x 64 and the head 64 x 128
    double const operations = 2.0 * 64 * 64 * (192 + 64 + 128 + 64 + 128);
    // attention core: 64 sequences of 1,000: 2 x 128 operations and 256 bytes a token; the longer of the two counts
    double const read = 64.0 * 1000 * 256 / 1e12, compute = 64.0 * 1000 * 256 / 1e12;
    CHECK(s.time.in(second) == near(operations / 1e12 + p.moved.in(byte) / 1e12 + std::max(read, compute), 1e-14));
    CHECK(s.split.compute.in(second) == near(operations / 1e12, 1e-12));
    CHECK(s.split.memory.in(second) == near(p.moved.in(byte) / 1e12 + read, 1e-12));
    CHECK(s.split.network.in(second) == 0.0);
    CHECK(s.split.latency.in(second) == 0.0);
    CHECK(s.work.hbm.in(byte) == near(p.moved.in(byte) + 64.0 * 1000 * 256, 1e-14));
}

TEST_CASE("a product's time is split by its p-norm") {
    for (int const exponent : {1, 2, 4, 8}) {
        matmul_plan const k{.padded = 3.0 * TFLOP, .useful = 3.0 * TFLOP, .traffic = 4.0 * TB};  // 3 s and 4 s
        detail::timed<double> t;
        detail::add_matmul(t, k, pace_of(round_cluster(exponent).server.accelerator.bf16, 1.0 * TB_per_second), 1.0);
        double const whole = std::pow(std::pow(3.0, exponent) + std::pow(4.0, exponent), 1.0 / exponent);
        CHECK(t.time.in(second) == near(whole, 1e-14));
        CHECK(t.split.compute.in(second) == near(whole * std::pow(3.0, exponent) / (std::pow(3.0, exponent) + std::pow(4.0, exponent)), 1e-13));
        CHECK(t.split.total().in(second) == near(whole, 1e-14));
    }
}

TEST_CASE("prefill attention by hand") {
    auto const c = round_cluster();
    auto stack = free_stack();
    step_context<> at;
    at.prefill = 500.5 * token;
    at.prompt = 1000.0 * token;
    step_plan const p = plan_step(cube(), {1, 1}, {0, 64}, {.compute_units = 100});
    double const before = evaluate_step(p, rates_of(c, stack, precision::bf16), at).time.in(second);
    stack.prefill_half_length = 500.0 * token;  // half again as long: 1 + 500/1000
    double const after = evaluate_step(p, rates_of(c, stack, precision::bf16), at).time.in(second);
    double const core = 2.0 * 64 * 128 * 500.5 / 1e12;  // 64 tokens, 64 + 64 per key, 500.5 keys
    CHECK(after - before == near(0.5 * core, 1e-10));
}

TEST_CASE("prefixes are expanded by chunk, by hand") {
    auto const growth = [](double prompt, double cached, int chunk) {
        return context_of(traffic{.input = prompt * token, .output = 1.0 * token, .cached = fraction{cached}}, chunk).prefix_growth;
    };
    // nothing cached, C chunks: the i-th expands i of them, (C + 1)/2 in the mean
    CHECK(growth(4096.0, 0.0, 4096) == near(1.0, 1e-15));
    CHECK(growth(4096.0, 0.0, 2048) == near(1.5, 1e-15));  // (1 + 2)/2
    CHECK(growth(4096.0, 0.0, 512) == near(4.5, 1e-15));   // (1 + ... + 8)/8
    // one chunk of what is not cached: the whole prompt over the new part, 1/(1 - h)
    CHECK(growth(1000.0, 0.75, 250) == near(4.0, 1e-14));
    CHECK(growth(1000.0, 0.2, 800) == near(1.25, 1e-14));
    // 200 of 1,000 cached, chunks of 200: 400 + 600 + 800 + 1,000 tokens are expanded for 800 new ones
    CHECK(growth(1000.0, 0.2, 200) == near(2800.0 / 800.0, 1e-14));
    // a chunk that holds several prompts expands each once
    CHECK(growth(1000.0, 0.5, 2048) == near(2.0, 1e-15));
    CHECK(growth(1000.0, 0.0, 16384) == near(1.0, 1e-15));
    // as does a step of whole prompts, which knows no chunk
    CHECK(context_of(traffic{.input = 1000.0 * token, .output = 1.0 * token, .cached = fraction{0.5}}).prefix_growth == near(2.0, 1e-15));
}

TEST_CASE("a prefix's expansion grows a step's work by what is expanded") {
    auto const c = round_cluster();
    transformer m = cube();
    m.attention = {.form = attention_form::latent, .heads = 2, .kv_rank = 64, .unrotated_size = 32, .rotary_size = 16, .value_size = 32};
    step_plan const p = plan_step(m, {1, 1}, {0, 64}, {.compute_units = 100});
    step_context<> at;
    at.prefill = at.prompt = 1000.0 * token;
    auto const once = evaluate_step(p, rates_of(c, free_stack(), precision::bf16), at);
    at.prefix_growth = 3.5;
    auto const grown = evaluate_step(p, rates_of(c, free_stack(), precision::bf16), at);
    // 64 rows of 64 into 2 (32 + 32), in operations and in bytes of bf16
    double const operations = 2.0 * 64 * 64 * 128, bytes = 2.0 * (64 * 64 + 64 * 128 + 64 * 128);
    CHECK((grown.time - once.time).in(second) == near(2.5 * (operations + bytes) / 1e12, 1e-9));
    CHECK((grown.work.hbm - once.work.hbm).in(byte) == near(2.5 * bytes, 1e-9));
}

TEST_CASE("host time: once a step, and once for each running sequence") {
    cluster const c{.server = catalog::hgx_h800, .network = catalog::infiniband_ndr};
    transformer mixture = cube();
    mixture.experts = {.routed = 8, .per_token = 2, .width = 64};
    software_stack stack = catalog::deepseek_2025;
    stack.host_overlap = fraction{0.0};
    step_context<> at;
    at.decode = at.prefill = at.prompt = 100.0 * token;
    struct row {
        transformer model;
        layout instance;
        step_batch batch;
        bool halves;
    };
    for (auto const& r : {row{cube(), {1, 1}, {7, 0}, false}, row{cube(), {1, 1}, {7, 300}, false}, row{cube(), {1, 1}, {0, 300}, false},
                          row{mixture, {1, 4}, {9, 0}, true}, row{mixture, {1, 4}, {9, 300}, true}}) {
        step_plan const p = plan_step(r.model, r.instance, r.batch, {.compute_units = 100, .links = c.server.scale_up, .two_batch_overlap = r.halves});
        CHECK(p.micro_batches == (r.halves ? 2 : 1));
        stack.host_step = stack.host_per_sequence = 0.0 * second;
        // times of some milliseconds, subtracted
        auto const before = evaluate_step(p, rates_of(c, stack, precision::bf16), at);
        stack.host_step = 3.0 * millisecond;
        stack.host_per_sequence = 1.0 * millisecond;
        auto const after = evaluate_step(p, rates_of(c, stack, precision::bf16), at);
        CHECK((after.time - before.time).in(millisecond) == near(3.0 + r.batch.decode, 1e-11));
        CHECK((after.split.latency - before.split.latency).in(millisecond) == near(3.0 + r.batch.decode, 1e-11));
        CHECK(after.work.hbm == before.work.hbm);
    }
}

TEST_CASE("host time beside the device's") {
    // 10 sequences at 1 ms each: 10 ms of host work, of which a share may run while the device does
    auto const c = round_cluster();
    auto stack = free_stack();
    step_context<> at;
    at.decode = at.prompt = 1000.0 * token;
    step_plan const p = plan_step(cube(), {1, 1}, {10, 0}, {.compute_units = 100});
    double const device = evaluate_step(p, rates_of(c, stack, precision::bf16), at).time.in(millisecond);
    CHECK(device < 1.0);
    auto const with = [&](double share, duration<> each) {
        stack.host_per_sequence = each;
        stack.host_overlap = fraction{share};
        return evaluate_step(p, rates_of(c, stack, precision::bf16), at);
    };
    CHECK(with(0.0, 1.0 * millisecond).time.in(millisecond) == near(device + 10.0, 1e-12));
    CHECK(with(0.5, 1.0 * millisecond).time.in(millisecond) == near(10.0, 1e-12));  // the host is the longer
    CHECK(with(1.0, 1.0 * millisecond).time.in(millisecond) == near(10.0, 1e-12));
    duration<> const little = 0.01 * device * millisecond;  // a tenth of the device's time in all
    CHECK(with(1.0, little).time.in(millisecond) == near(device, 1e-12));
    CHECK(with(0.5, little).time.in(millisecond) == near(1.05 * device, 1e-12));
    CHECK(with(0.5, little).split.total().in(millisecond) == near(1.05 * device, 1e-12));
}

TEST_CASE("sampling streams every logit of every sequence") {
    auto const c = round_cluster();
    auto stack = free_stack();
    step_context<> at;
    at.decode = at.prompt = 1000.0 * token;
    for (int const verified : {1, 3}) {
        step_plan const p = plan_step(cube(), {1, 1}, {10, 20, verified}, {.compute_units = 100});
        stack.sampler_traffic = 0.0 * byte;
        auto const before = evaluate_step(p, rates_of(c, stack, precision::bf16), at);
        stack.sampler_traffic = 100.0 * byte;
        auto const after = evaluate_step(p, rates_of(c, stack, precision::bf16), at);
        double const bytes = 10.0 * verified * 128 * 100;  // 128 logits; 1 TB/s
        CHECK((after.time - before.time).in(second) == near(bytes / 1e12, 1e-9));
        CHECK((after.work.hbm - before.work.hbm).in(byte) == near(bytes, 1e-9));
    }
    // a published sampler: 57.6 ms for 2,048 rows of 131,072 logits, 3.8 ms for 256 of them (vLLM PRs 32234 and 32558)
    software_stack const vllm = catalog::vllm_2025;
    cluster const h100{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    double const seconds = (131072.0 * vllm.sampler_traffic * rates_of(h100, vllm, precision::bf16).stream).in(second);
    CHECK(2048 * seconds < 0.0576);
    CHECK(256 * seconds > 0.0038);
}

TEST_CASE("two half batches hide their exchange") {
    // max(A, D) + max(F, D) + max(F, C) + max(A, C) a pair, from the same layer's parts, of whose gain a share is achieved
    auto const service = serving{.model = catalog::deepseek_v3, .weights = precision::fp8, .stack = catalog::deepseek_2025};
    cluster const on{.server = catalog::hgx_h800, .network = catalog::infiniband_ndr};
    auto rates = rates_of(on, service.stack, service.weights);
    step_context<> at;
    at.decode = at.prompt = 4096.0 * token;
    auto setting = setting_of(service, on.server);
    for (auto const mode : {exchange_mode::normal, exchange_mode::low_latency})
        for (int const batch : {2, 32, 256}) {
            setting.exchange = mode;
            step_plan const p = plan_step(service.model, {1, 64}, {batch, 0}, setting);
            REQUIRE(p.micro_batches == 2);
            double const a = detail::attention_time(p.mixture, p, rates, at).time.in(second), f = detail::stage_time(p.mixture.ffn, rates, rates.narrow).time.in(second);
            double const d = exchange_time(p.mixture.dispatch, rates.link_rate, rates.scale_up, rates.scale_out).in(second);
            double const x = exchange_time(p.mixture.combine, rates.link_rate, rates.scale_up, rates.scale_out).in(second);
            double const turns = std::max(a, d) + std::max(f, d) + std::max(f, x) + std::max(a, x), one_by_one = 2.0 * (a + f + d + x);
            for (double const share : {0.0, 0.45, 1.0}) {
                rates.overlap = share;
                auto const t = detail::layer_time(p.mixture, p, rates, at);
                CHECK(t.time.in(second) == near(one_by_one - share * (one_by_one - turns), 1e-14));
                CHECK(t.split.total().in(second) == near(t.time.in(second), 1e-13));
            }
        }
}

TEST_CASE("Llama 3.1 70B on eight H100: one sequence") {
    cluster const on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    serving const service{.model = catalog::llama_3_1_70b, .weights = precision::bf16, .stack = catalog::trtllm_2025};
    auto const d = perform_decode(service, on, {.instance = {8, 1}, .batch = 1, .length = 1000.0 * token});
    data_size<> const held = weights_per_device(service.model, {8, 1}, precision::bf16);
    double const floor = (held / on.server.accelerator.memory_bandwidth).in(millisecond);
    MESSAGE("floor " << floor << " ms, step " << d.step.in(millisecond) << " ms, latency " << d.split.latency.in(millisecond) << ", network " << d.split.network.in(millisecond));
    CHECK(floor == near(5.265, 1e-3));  // 141.1 GB/8 over 3.35 TB/s
    CHECK(d.step.in(millisecond) > floor);
    // achieved bandwidth, launches and 160 all-reduces of about 10 us come on top: no more than twice the floor again
    CHECK(d.step.in(millisecond) < 3.0 * floor);
    CHECK(d.split.network.in(millisecond) > 80 * 2 * 0.007);
    // a large batch is limited by memory no longer
    auto const big = perform_decode(service, on, {.instance = {8, 1}, .batch = 512, .length = 1000.0 * token});
    CHECK(big.tokens_per_accelerator > 20.0 * d.tokens_per_accelerator);
}

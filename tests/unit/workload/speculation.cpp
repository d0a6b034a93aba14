// Speculative decoding: emitted tokens, what a step verifies, what drafting costs.
#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/workload/plan_serving.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {

serving deepseek(int drafts) {
    serving s{.model = catalog::deepseek_v3,
              .weights = precision::fp8,
              .traffic = {.input = 2000.0 * token, .output = 500.0 * token},
              .stack = catalog::sglang_2025};
    s.speculation = {.drafts = drafts, .acceptance = {fraction{0.85}, fraction{0.7}}};
    return s;
}
cluster h200s() { return {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr}; }
constexpr auto coolant = celsius(30.0);

} // namespace

TEST_CASE("emitted tokens by hand") {
    CHECK(speculation{}.emitted() == 1.0);
    // DeepSeek-V3 Technical Report: second token accepted 85 to 90 %, 1.8 times the tokens
    CHECK(speculation{.drafts = 1, .acceptance = {fraction{0.85}}}.emitted() == near(1.85, 1e-15));
    // EAGLE-3, a chain by position (cumulative): 0.58, 0.34, 0.22, 0.15, 0.11 make 1 + 1.40
    speculation const eagle{
        .drafts = 5,
        .acceptance = {
            fraction{0.58}, fraction{0.34 / 0.58}, fraction{0.22 / 0.34}, fraction{0.15 / 0.22}, fraction{0.11 / 0.15}}};
    CHECK(eagle.emitted() == near(2.40, 1e-14));
    basic_speculation<interval> wide;
    wide.drafts = 2;
    wide.acceptance[0] = basic_fraction<interval>{interval(0.8, 0.9)};
    wide.acceptance[1] = basic_fraction<interval>{interval(0.5, 0.7)};
    CHECK(wide.emitted().low == near(1.0 + 0.8 + 0.8 * 0.5, 1e-14));
    CHECK(wide.emitted().high == near(1.0 + 0.9 + 0.9 * 0.7, 1e-14));
}

TEST_CASE("a step verifies all tokens of a sequence and reads its cache once") {
    serving const s = deepseek(2);
    serving_plan const p = plan_choice(s, h200s(), {1, 8}, 32, 1024), plain = plan_choice(deepseek(0), h200s(), {1, 8}, 32, 1024);
    CHECK(p.decode.batch.rows() == 96);
    CHECK(p.decode.decode_core.in(FLOP) == near(3.0 * plain.decode.decode_core.in(FLOP), 1e-14));
    CHECK(p.decode.decode_core_read == plain.decode.decode_core_read);
    CHECK(p.decode.logits == 3.0 * plain.decode.logits);
    // experts: those that three times the tokens touch
    CHECK(p.decode.mixture.ffn.matmuls[0].traffic > plain.decode.mixture.ffn.matmuls[0].traffic);
    // one pass of the module: one layer of experts and the model's head
    CHECK(p.draft.mixture.layers == 1);
    CHECK(p.draft.dense.layers == 0);
    CHECK(p.draft.batch.rows() == 32);
    CHECK_FALSE(p.draft.hosted);
    CHECK(p.draft.head.wide == 2); // logits, and two hidden vectors into one
}

TEST_CASE("rates under speculation by hand") {
    serving const s = deepseek(2);
    serving_plan const p = plan_choice(s, h200s(), {1, 8}, 32, 2048);
    auto const r = perform(p, s, h200s(), coolant);
    double const e = 1.0 + 0.85 + 0.85 * 0.7;
    CHECK(r.emitted == near(e, 1e-14));
    double const phi = 32.0 * 2000.0 * e / (500.0 * 2048.0);
    CHECK(r.mixed_share.value == near(phi, 1e-13));
    double const iteration = phi * r.mixed_step.in(second) + (1.0 - phi) * r.decode_step.in(second);
    CHECK(r.time_per_output_token.in(second) == near(iteration / e, 1e-13));
    CHECK(r.output.in(token / second) == near(8.0 * 32.0 * e / iteration, 1e-13));
    CHECK(r.requests.in(1.0 / second) * 500.0 == near(r.output.in(token / second), 1e-13));
    // a decode iteration is the step and two passes of the module
    auto const f = formats_of(s, h200s().server.accelerator);
    auto const rates = rates_of(h200s(), s.stack, f.ffn, f.attention);
    auto const context = context_of(s.traffic, 2048);
    double const step = evaluate_step(p.decode, rates, context).time.in(second), draft = evaluate_step(p.draft, rates, context).time.in(second);
    CHECK(r.clock.value == 1.0);
    CHECK(r.decode_step.in(second) == near(step + 2.0 * draft, 1e-13));
}

TEST_CASE("drafts pay at small batches, and cost where none is accepted") {
    auto const output = [](serving const& s, int b) {
        return perform(plan_choice(s, h200s(), {1, 8}, b, 1024), s, h200s(), coolant).output;
    };
    CHECK(output(deepseek(1), 4) > 1.3 * output(deepseek(0), 4));
    serving never = deepseek(1);
    never.speculation.acceptance[0] = fraction{0.0};
    CHECK(output(never, 4) < output(deepseek(0), 4));
    // memory: the module's layer and its cache
    auto const with = plan_choice(deepseek(1), h200s(), {1, 8}, 4, 1024), without = plan_choice(deepseek(0), h200s(), {1, 8}, 4, 1024);
    transformer const& m = catalog::deepseek_v3;
    double const routed = 256.0 * double(expert_parameters(m)), others = double(prediction_parameters(m)) - routed;
    // a byte each; the projection, the router and norms in bf16
    CHECK((with.weights - without.weights).in(byte) == near(routed / 8.0 + others + 2.0 * 7168.0 * 7168.0 + 257.0 * 7168.0, 1e-3));
    CHECK(with.draft_cache.at(100.0 * token).in(byte) == near(100.0 * 576.0 * 2.0, 1e-14));
}

TEST_CASE("a drafting model of its own") {
    constexpr transformer small{
        .layers = 1, .hidden = 4096, .vocabulary = 32000, .attention = {.heads = 32, .kv_heads = 8, .head_size = 128}, .ffn = {.width = 14336}};
    serving s{.model = catalog::llama_3_1_70b, .weights = precision::fp8, .traffic = {.input = 1000.0 * token, .output = 300.0 * token}, .stack = catalog::sglang_2025};
    s.speculation = {.drafts = 3, .acceptance = {fraction{0.6}, fraction{0.6}, fraction{0.6}}, .draft = &small};
    auto const p = plan_choice(s, h200s(), {2, 1}, 8, 1024);
    CHECK(p.draft.dense.layers == 1);
    CHECK(p.draft.head.wide == 1);
    auto const plain = plan_choice(deepseek(0), h200s(), {1, 8}, 8, 1024);
    CHECK(plain.draft.layers() == 0);
    CHECK(perform(p, s, h200s(), coolant).emitted == near(1.0 + 0.6 + 0.36 + 0.216, 1e-14));
}

// Steps planned by hand: rows, tiles, bytes, experts touched, what is exchanged.
#include "approx.hpp"

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/workload/step_plan.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {

// 2 layers, d = 256, 4 heads of 64 (2 key-value heads), f = 512, V = 1000
constexpr transformer small() {
    return {.layers = 2, .hidden = 256, .vocabulary = 1000, .attention = {.heads = 4, .kv_heads = 2, .head_size = 64}, .ffn = {.width = 512}};
}
step_setting on_132_units() {
    step_setting s;
    s.compute_units = 132;
    s.links.domain = 8;
    s.links.reduction_ranks = 5;
    return s;
}
operation_count<> useful(step_plan const& p) { return p.narrow_useful + p.attention_useful + p.wide_useful + p.prefix_useful; }

}  // namespace

TEST_CASE("a decode step of a dense model by hand") {
    step_plan const p = plan_step(small(), {1, 1}, {3, 0}, on_132_units());
    CHECK(p.micro_batches == 1);
    CHECK(p.dense.layers == 2);
    CHECK(p.mixture.layers == 0);
    CHECK(p.dense.all_reduces == 0);
    CHECK_FALSE(p.dense.exchanges);

    REQUIRE(p.dense.attention.narrow == 2);
    REQUIRE(p.dense.attention.wide == 0);
    auto const& qkv = p.dense.attention.matmuls[0];  // 3 x 256 by 256 x (4 + 2 2) 64
    CHECK(qkv.useful.in(FLOP) == 2.0 * 3 * 256 * 512);
    CHECK(qkv.padded.in(FLOP) == 2.0 * 64 * 256 * 512);
    CHECK(qkv.traffic.in(byte) == 2.0 * (3 * 256 + 256 * 512 + 3 * 512));
    CHECK(qkv.wave_excess == 3.0);  // 4 tiles on 132 units: 33 waves' worth, held at 4
    CHECK(p.dense.attention.matmuls[1].useful.in(FLOP) == 2.0 * 3 * 256 * 256);
    REQUIRE(p.dense.ffn.narrow == 2);
    CHECK(p.dense.ffn.matmuls[0].useful.in(FLOP) == 2.0 * 3 * 256 * 1024);  // gate and up together
    CHECK(p.dense.ffn.matmuls[1].useful.in(FLOP) == 2.0 * 3 * 512 * 256);
    REQUIRE(p.head.wide == 1);
    CHECK(p.head.matmuls[0].useful.in(FLOP) == 2.0 * 3 * 256 * 1000);

    CHECK(p.decode_core.in(FLOP) == 2.0 * 3 * 4 * (64 + 64));
    CHECK(p.decode_core_read.in(byte) == 3.0 * 2 * 2 * 64 * 2);  // 3 sequences, keys and values of 2 heads in bf16
    CHECK(p.prefill_core.in(FLOP) == 0.0);
    CHECK(useful(p).in(FLOP) == near(3.0 * matmul_operations(small()).in(FLOP), 1e-15));
    // weights once, whatever the batch: all parameters but the embedding, norms aside
    double const weights = 2.0 * (2 * (256 * 512 + 256 * 256 + 256 * 1024 + 512 * 256) + 256 * 1000);
    double products = 0.0;
    for (auto const* s : {&p.dense.attention, &p.dense.ffn})
        for (int i = 0; i < 2; ++i) products += 2.0 * s->matmuls[static_cast<std::size_t>(i)].traffic.in(byte);
    products += p.head.matmuls[0].traffic.in(byte);
    double const activations = 2.0 * 3 * (2 * ((256 + 512) + (256 + 256) + (256 + 1024) + (512 + 256)) + (256 + 1000));
    CHECK(products == near(weights + activations, 1e-15));
    double const streamed = 2.0 * (p.dense.attention.streamed + p.dense.ffn.streamed).in(byte) + p.head.streamed.in(byte);
    CHECK(p.moved.in(byte) == near(products + streamed, 1e-15));
}

TEST_CASE("waves of tiles") {
    // 128 x 132 columns: one tile a unit, nothing lost; one column more: 133 tiles in two waves
    CHECK(plan_matmul(1, 64, 128.0 * 132, 64, 2.0 * byte, 2.0 * byte, 132).wave_excess == within(0.0, 1e-15));
    CHECK(plan_matmul(1, 64, 128.0 * 132 + 1, 64, 2.0 * byte, 2.0 * byte, 132).wave_excess == near(2.0 * 132 / 133 - 1.0, 1e-12));
    // 65 rows are padded to 128 and two rows of tiles
    auto const p = plan_matmul(3, 65, 128, 64, 2.0 * byte, 1.0 * byte, 132);
    CHECK(p.padded.in(FLOP) == 2.0 * 3 * 128 * 128 * 64);
    CHECK(p.useful.in(FLOP) == 2.0 * 3 * 65 * 128 * 64);
    CHECK(p.traffic.in(byte) == 3.0 * (65 * 64 * 2 + 64 * 128 * 1 + 65 * 128 * 2));
}

TEST_CASE("a mixed step reads the weights once and its logits are of running sequences") {
    auto const s = on_132_units();
    step_plan const d = plan_step(small(), {1, 1}, {3, 0}, s), f = plan_step(small(), {1, 1}, {0, 100}, s), both = plan_step(small(), {1, 1}, {3, 100}, s);
    CHECK(both.dense.ffn.matmuls[0].useful == d.dense.ffn.matmuls[0].useful + f.dense.ffn.matmuls[0].useful);
    double const weights = 2.0 * 256 * 1024;
    CHECK((d.dense.ffn.matmuls[0].traffic + f.dense.ffn.matmuls[0].traffic - both.dense.ffn.matmuls[0].traffic).in(byte) == weights);
    CHECK(both.head.matmuls[0].useful == d.head.matmuls[0].useful);
    CHECK(f.head.matmuls[0].useful.in(FLOP) == 2.0 * 256 * 1000);  // the last token's
    CHECK(both.prefill_core.in(FLOP) == 2.0 * 100 * 4 * 128);
    CHECK(both.decode_core == d.decode_core);
}

TEST_CASE("useful operations are those of the model") {
    auto const s = on_132_units();
    for (auto const* m : {&catalog::deepseek_v3, &catalog::llama_3_1_70b, &catalog::mixtral_8x22b}) {
        INFO(m->name);
        // one device: the mean rank is the busiest
        double const of_token = matmul_operations(*m).in(FLOP), head = 2.0 * m->vocabulary * m->hidden;
        CHECK(useful(plan_step(*m, {1, 1}, {48, 0}, s)).in(FLOP) == near(48.0 * of_token, 1e-14));
        // prefill: one token's logits; a latent cache is expanded rather than absorbed, at the same number of operations
        CHECK(useful(plan_step(*m, {1, 1}, {0, 500}, s)).in(FLOP) == near(500.0 * of_token - 499.0 * head, 1e-14));
        CHECK(static_cast<double>(m->layers) * plan_step(*m, {1, 1}, {1, 0}, s).decode_core.in(FLOP) == attention_operations_per_key(*m, true).in(FLOP));
        CHECK(static_cast<double>(m->layers) * plan_step(*m, {1, 1}, {0, 1}, s).prefill_core.in(FLOP) == attention_operations_per_key(*m).in(FLOP));
        CHECK(static_cast<double>(m->layers) * plan_step(*m, {1, 1}, {1, 0}, s).decode_core_read.in(byte) == cache_per_token(*m, 2.0 * byte).in(byte / token));
    }
    // dense shards divide the work; the head's too
    for (int const t : {2, 4, 8}) {
        auto const p = plan_step(catalog::llama_3_1_70b, {t, 1}, {48, 0}, s);
        CHECK(t * useful(p).in(FLOP) == near(48.0 * matmul_operations(catalog::llama_3_1_70b).in(FLOP), 1e-14));
        CHECK(p.dense.all_reduces == 2);
        CHECK(p.dense.all_reduce.ranks == t);
        CHECK(p.dense.all_reduce.reduced == (t >= 5));
        CHECK(p.dense.all_reduce.up.in(byte) == near(2.0 * (t - 1) / t * 48 * 8192 * 2, 1e-14));
    }
    // eight key-value heads on sixteen shards: each holds one, so all read twice as much together
    CHECK(plan_step(catalog::llama_3_1_70b, {16, 1}, {4, 0}, s).decode_core_read == plan_step(catalog::llama_3_1_70b, {8, 1}, {4, 0}, s).decode_core_read);
}

TEST_CASE("latent attention: projections by hand") {
    auto const s = on_132_units();
    auto const a = plan_step(catalog::deepseek_v3, {1, 1}, {10, 0}, s).dense.attention;
    REQUIRE(a.narrow == 3);
    REQUIRE(a.wide == 2);
    CHECK(a.matmuls[0].useful.in(FLOP) == 2.0 * 10 * 7168 * (1536 + 512 + 64));
    CHECK(a.matmuls[1].useful.in(FLOP) == 2.0 * 10 * 1536 * 128 * 192);
    CHECK(a.matmuls[2].useful.in(FLOP) == 2.0 * 10 * 128 * 128 * 7168);
    CHECK(a.matmuls[3].useful.in(FLOP) == 2.0 * 128 * 10 * 128 * 512);  // absorbed, a product per head
    CHECK(a.matmuls[4].useful.in(FLOP) == 2.0 * 128 * 10 * 512 * 128);
    transformer plain = catalog::deepseek_v3;
    plain.attention.query_rank = 0;
    auto const p = plan_step(plain, {4, 1}, {10, 0}, s);
    REQUIRE(p.dense.attention.narrow == 2);
    CHECK(p.dense.attention.matmuls[0].useful.in(FLOP) == 2.0 * 10 * 7168 * (32 * 192 + 512 + 64));  // heads are sharded, the ranks are not
    step_plan const f = plan_step(catalog::deepseek_v3, {1, 1}, {0, 10}, s);
    CHECK(f.dense.has_prefix);
    CHECK(f.dense.prefix.useful.in(FLOP) == 2.0 * 10 * 512 * 128 * 256);
    CHECK(f.dense.attention.wide == 0);
}

TEST_CASE("experts of a mixture: rows, coverage, redundancy") {
    auto s = on_132_units();
    // Mixtral on one device, 64 tokens: all eight experts, 16 rows each
    auto const one = plan_step(catalog::mixtral_8x22b, {1, 1}, {64, 0}, s);
    auto const& up = one.mixture.ffn.matmuls[0];
    CHECK(up.useful.in(FLOP) == near(2.0 * 128 * 6144 * 2 * 16384, 1e-12));
    double const touched = 8.0 * (1.0 - std::pow(0.75, 64));
    CHECK(up.traffic.in(byte) == near(2.0 * (128 * 6144.0 + touched * 6144.0 * 32768 + 128 * 32768.0), 1e-12));
    CHECK_FALSE(one.mixture.exchanges);
    // one token: two experts of one row
    auto const first = plan_step(catalog::mixtral_8x22b, {1, 1}, {1, 0}, s).mixture.ffn.matmuls[0];
    CHECK(first.traffic.in(byte) == near(2.0 * (2 * 6144.0 + 2.0 * 6144.0 * 32768 + 2 * 32768.0), 1e-12));

    // DeepSeek-V3 on 32 devices, 64 tokens each: 512 rows on a mean rank, of 8 experts, 12 % more on the busiest
    double const even = 1.0 + std::sqrt(2.0 * std::log(32.0) / 512.0);
    auto const wide = plan_step(catalog::deepseek_v3, {1, 32}, {64, 0}, s);
    CHECK(wide.mixture.ffn.matmuls[0].useful.in(FLOP) == near(2.0 * 512 * even * 7168 * 4096, 1e-12));
    // 32 redundant experts: nine slots; chance still makes one rank the busiest
    s.redundant_experts = 32;
    auto const copied = plan_step(catalog::deepseek_v3, {1, 32}, {64, 0}, s).mixture.ffn.matmuls[0];
    CHECK(copied.useful.in(FLOP) == near(2.0 * 512 * even * 7168 * 4096, 1e-12));
    CHECK(copied.traffic.in(byte) == near(2.0 * (512 * even * 7168.0 + 9 * 7168.0 * 4096 + 512 * even * 4096.0), 1e-9));  // all touched but 1e-28
    s.routing = plan_routing(256, 8, {.balanced = true});
    auto const balanced = plan_step(catalog::deepseek_v3, {1, 32}, {64, 0}, s).mixture.ffn.matmuls[0];
    CHECK(balanced.useful.in(FLOP) == near(2.0 * 512 * 7168 * 4096, 1e-12));
    s.routing = {};
    // groups of random size, 56.9 rows in the mean: tiles of 64 rows are filled 56.9/64 + 1/2 times an expert
    CHECK(balanced.padded.in(FLOP) == near(2.0 * 9.0 * 64.0 * (512.0 / 9.0 / 64.0 + 0.5) * 7168 * 4096, 1e-12));

    // a single token over eight ranks of 32: its eight experts do not spread evenly, the busiest rank holds about three, as
    // many as it computes rows for
    s.redundant_experts = 0;
    auto const lone = plan_step(catalog::deepseek_v3, {8, 1}, {1, 0}, s).mixture.ffn.matmuls[0];
    double const busiest = 1.0 + std::sqrt(2.0 * std::log(8.0)), experts = 1.0 + std::sqrt(2.0 * std::log(8.0) * 31.0 / 32.0);
    CHECK(lone.useful.in(FLOP) == near(2.0 * busiest * 7168 * 4096, 1e-12));
    CHECK(lone.traffic.in(byte) == near(2.0 * (busiest * 7168.0 + experts * 7168.0 * 4096 + busiest * 4096.0), 1e-12));
}

TEST_CASE("exchange and half batches") {
    auto s = on_132_units();
    s.weights = precision::fp8;
    auto const p = plan_step(catalog::deepseek_v3, {1, 32}, {64, 0}, s);
    CHECK(p.micro_batches == 1);
    REQUIRE(p.mixture.exchanges);
    CHECK(p.mixture.dispatch.nodes == 4);
    CHECK(p.mixture.all_reduces == 0);
    // dispatched in fp8, combined in bf16
    CHECK(p.mixture.combine.out.in(byte) == near(2.0 * p.mixture.dispatch.out.in(byte), 1e-14));
    CHECK(p.mixture.dispatch.out.in(byte) == near(64.0 * 4 * (1.0 - std::pow(0.75, 8)) * 0.75 * 7168, 1e-12));
    CHECK(p.linked.in(byte) == near(58.0 * (p.mixture.dispatch.up + p.mixture.dispatch.out + p.mixture.combine.up + p.mixture.combine.out).in(byte), 1e-14));

    s.two_batch_overlap = true;
    auto const halves = plan_step(catalog::deepseek_v3, {1, 32}, {64, 0}, s), same = plan_step(catalog::deepseek_v3, {1, 32}, {32, 0}, on_132_units());
    CHECK(halves.micro_batches == 2);
    CHECK(halves.batch.decode == 64);
    CHECK(halves.decode_core == same.decode_core);  // per half
    CHECK(halves.linked.in(byte) == near(p.linked.in(byte), 1e-14));
    CHECK(halves.wide_useful.in(FLOP) == near(p.wide_useful.in(FLOP), 1e-14));
    CHECK(halves.moved > p.moved);  // weights are read twice
    // an odd batch: the larger half counts
    CHECK(plan_step(catalog::deepseek_v3, {1, 32}, {63, 0}, s).decode_core == halves.decode_core);
    CHECK(plan_step(catalog::deepseek_v3, {1, 32}, {63, 9}, s).prefill_core == plan_step(catalog::deepseek_v3, {1, 32}, {63, 10}, s).prefill_core);
    CHECK(plan_step(catalog::llama_3_1_70b, {8, 1}, {64, 0}, s).micro_batches == 1);  // nothing to hide

    // shards of a group: each sends its part, and one all-reduce joins the attention
    auto const sharded = plan_step(catalog::deepseek_v3, {4, 8}, {64, 0}, s);
    CHECK(sharded.mixture.all_reduces == 1);
    CHECK(sharded.dense.all_reduces == 2);
    CHECK(sharded.mixture.dispatch.out.in(byte) == near(halves.mixture.dispatch.out.in(byte) / 4.0, 1e-14));
}

// Plans of a training step against hand counts.
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/workload/training_plan.hpp>

#include <array>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {

constexpr double exact = 1e-12; // sums of a few dozen doubles

// Two layers of 256 with grouped attention (4 heads of 64, 2 of keys and values), a gated block of 1,024; 1,000 words.
constexpr transformer tiny{
    .layers = 2,
    .hidden = 256,
    .vocabulary = 1000,
    .attention = {.heads = 4, .kv_heads = 2, .head_size = 64},
    .ffn = {.width = 1024}};
// The same with latent attention and, in the second layer, 8 experts of 128, 2 a token, and a shared one of 256.
constexpr transformer tiny_mixture{
    .layers = 2,
    .hidden = 256,
    .vocabulary = 1000,
    .attention =
        {.form = attention_form::latent,
         .heads = 4,
         .query_rank = 96,
         .kv_rank = 64,
         .unrotated_size = 32,
         .rotary_size = 16,
         .value_size = 32},
    .ffn = {.width = 1024},
    .experts = {.routed = 8, .per_token = 2, .shared = 1, .width = 128, .shared_width = 256, .leading_dense = 1}};

training job_of(transformer const& m) {
    training j{.model = m, .sequence = 128, .batch = 16};
    j.formats.gradients = precision::bf16;
    return j;
}
server machine() { return catalog::hgx_h100; }

double flop(operation_count<> x) { return x.in(FLOP); }
double bytes(data_size<> x) { return x.in(byte); }

} // namespace

TEST_CASE("operations of a layer and of the head, by hand") {
    // 2 tensor shards, micro-batch of 2: n = 256 rows, 2 heads and 1 head of keys and values on a device
    training_layers const p = plan_layers(job_of(tiny), machine(), {.tensor = 2, .data = 8, .micro_batch = 2});
    auto const& f = p.dense.forward;
    auto const& b = p.dense.backward;
    // query, key and value 2 x 256 x (2 x 64 + 2 x 64) x 256, output 2 x 256 x 256 x 128,
    // gate and up 2 x 256 x 1,024 x 256, down 2 x 256 x 256 x 512
    CHECK(flop(f.narrow_useful) == 33'554'432.0 + 16'777'216.0 + 134'217'728.0 + 67'108'864.0);
    CHECK(flop(b.narrow_useful) == 2.0 * flop(f.narrow_useful)); // gradients of inputs and of weights
    CHECK(f.narrows == 4);
    CHECK(f.weights == 0);
    CHECK(b.narrows == 4);
    CHECK(b.weights == 4);
    // 2 heads x 4 x 64 operations per token and key, 64.5 keys in the mean; backward 2.5 times that
    CHECK(flop(f.core) == 256.0 * 2.0 * 4.0 * 64.0 * 64.5);
    CHECK(flop(b.core) == 2.5 * flop(f.core));
    CHECK(flop(f.wide_useful) == flop(f.core));
    // half of the vocabulary
    CHECK(flop(p.head.wide_useful) == 2.0 * 256.0 * 500.0 * 256.0);
    CHECK(flop(p.head_backward.wide_useful) == 2.0 * flop(p.head.wide_useful));
    CHECK(flop(p.embedding.wide_useful) == 0.0);
    // the down projection reads 256 x 512 and 512 x 256 and writes 256 x 256, 2 bytes each; the core reads and writes
    // queries and output of 2 heads, keys and values of 1: 256 x 3 x 128 elements
    CHECK(bytes(f.narrow[3].traffic) == 2.0 * (256.0 * 512.0 + 512.0 * 256.0 + 256.0 * 256.0));
    // its weight gradient reads both inputs and adds to what is there: 512 x 256 read and written
    CHECK(bytes(b.weight[3].traffic) == 2.0 * (256.0 * 256.0 + 256.0 * 512.0 + 2.0 * 512.0 * 256.0));
    CHECK(p.mixture_share == 0.0);
}

TEST_CASE("unfused attention multiplies masked scores too") {
    training job = job_of(tiny);
    job.stack.fused_attention = false;
    training_layers const p = plan_layers(job, machine(), {.tensor = 2, .data = 8, .micro_batch = 2});
    // 2 sequences x 2 heads, 128 x 128 scores each: 2 x 4 x 128 x 128 x 64 for scores, the same for values
    CHECK(flop(p.dense.forward.wide_useful) == 2.0 * 2.0 * 4.0 * 128.0 * 128.0 * 64.0);
    CHECK(flop(p.dense.backward.wide_useful) == 2.0 * flop(p.dense.forward.wide_useful));
    CHECK(bytes(p.dense.forward.scores) == 4.0 * 128.0 * 128.0);
    CHECK(flop(p.dense.forward.core) == 0.0);
}

// 6 operations per weight and token, and attention's: whatever the layout, all devices together do them once.
TEST_CASE("devices together do the model's operations once") {
    for (transformer const& m :
         {tiny, tiny_mixture, transformer(catalog::megatron_22b), transformer(catalog::deepseek_v3)}) {
        training job = job_of(m);
        job.sequence = 1024;
        double const core = 3.5
                            * flop(
                                double(m.layers) * mean_keys({}, job.sequence) * layer_attention_operations(m)
                            ); // forward and 2.5 times that
        double const expected = 6.0 * double(active_matrices(m)) + core;
        for (training_layout const& l : std::vector<training_layout>{
                 {},
                 {.micro_batch = 4},
                 {.tensor = 2},
                 {.tensor = 4, .context = 2, .micro_batch = 2},
                 {.context = 8, .expert = 8},
                 {.tensor = 2, .context = 4, .expert = 4, .expert_tensor = 2}}) {
            if (!m.is_mixture() && l.expert > 1)
                continue;
            if (m.attention.kv_heads % l.tensor != 0)
                continue; // replicated keys and values are computed more than once
            INFO(
                m.name << ", tensor " << l.tensor << ", context " << l.context << ", experts over " << l.expert << " x "
                       << l.expert_tensor
            );
            training_layers const p = plan_layers(job, machine(), l);
            auto const of = [&](training_layer const& y) {
                return flop(
                    y.forward.narrow_useful + y.forward.wide_useful + y.backward.narrow_useful + y.backward.wide_useful
                );
            };
            double const layers = m.layers
                                  * ((1.0 - p.mixture_share) * of(p.dense)
                                     + (p.mixture_share > 0.0 ? p.mixture_share * of(p.mixture) : 0.0));
            double const device = layers + flop(p.head.wide_useful + p.head_backward.wide_useful);
            double const tokens =
                double(l.micro_batch) * job.sequence / l.context; // of a rank, whose tensor shards share them
            CHECK(device * l.tensor / tokens == near(expected, exact));
        }
    }
}

TEST_CASE("model operations as reported") {
    training job = job_of(tiny);
    auto const totals = [&] { return totals_of(job); };
    // 6 x weights + 3 x (2 layers x 4 heads x 4 x 64 x 64.5 keys); a layer has 256 (256 + 256) + 256 x 256 + 3 x 256 x 1,024 weights
    double const weights = 2.0 * (131'072.0 + 65'536.0 + 786'432.0) + 256'000.0, attention = 2.0 * 4.0 * 256.0 * 64.5;
    CHECK(flop(totals().model) == near(6.0 * weights + 3.0 * attention, exact));
    job.mask = attention_mask::full; // counts the masked half too
    CHECK(flop(totals().model) == near(6.0 * weights + 3.0 * 2.0 * 4.0 * 256.0 * 128.0, exact));
    job.mask = attention_mask::causal;
    job.adaptation = adaptation_kind::low_rank; // no gradients of weights
    CHECK(flop(totals().model) == near(4.0 * weights + 2.0 * attention, exact));
    job.adaptation = adaptation_kind::full;
    // recomputed: the attention core where scores were stored, or the layers' forward pass
    training_layout l{.data = 16, .recompute = recompute_kind::selective};
    auto const outline = [&] { return plan_outline(job, totals(), machine(), l); };
    CHECK(flop(outline().recomputed) == 0.0);
    job.stack.fused_attention = false;
    CHECK(flop(outline().recomputed) == near(attention, exact));
    CHECK(flop(outline().core_extra) == 0.0);
    job.stack.fused_attention = true;
    l.recompute = recompute_kind::full, l.recompute_share = 0.5;
    CHECK(flop(outline().recomputed) == near(0.5 * (2.0 * (weights - 256'000.0) + attention), exact));
    CHECK(flop(outline().core_extra) == near(0.5 * attention, exact)); // backward 2.5 times, of which 2 are the model's
}

TEST_CASE("low-rank adaptation leaves weight gradients out") {
    training job = job_of(tiny);
    training_layers const full = plan_layers(job, machine(), {.data = 16});
    job.adaptation = adaptation_kind::low_rank;
    job.adaptation_rank = 8;
    training_layers const low = plan_layers(job, machine(), {.data = 16});
    CHECK(flop(low.dense.forward.narrow_useful) == flop(full.dense.forward.narrow_useful));
    // 4 N: as much backward as forward, and the adapters of attention's projections, 2 x 128 x 8 x (256 + 512) and
    // 2 x 128 x 8 x (256 + 256) forward, twice that backward, half of which are gradients of weights
    double const adapters = 2.0 * 128.0 * 8.0 * (768.0 + 512.0);
    CHECK(
        flop(low.dense.backward.narrow_useful + low.dense.backward.wide_useful)
        == near(flop(full.dense.forward.narrow_useful) + 2.0 * adapters + flop(full.dense.backward.core), exact)
    );
    CHECK(flop(low.dense.forward.wide_useful) == near(flop(full.dense.forward.core) + adapters, exact));
}

TEST_CASE("tensor shards: volumes of Megatron's collectives") {
    training const job = job_of(tiny);
    double const payload = 256.0 * 256.0 * 2.0; // n d in bf16
    training_layers const whole =
        plan_layers(job, machine(), {.tensor = 2, .sequence_parallel = false, .data = 8, .micro_batch = 2});
    // two all-reduces each way, 2 (t - 1)/t of the payload over each link
    CHECK(whole.dense.reduces == 2);
    CHECK(whole.dense.gathers == 0);
    CHECK(whole.dense.reduce.kind == collective_kind::all_reduce);
    CHECK(bytes(whole.dense.reduce.up) == 2.0 * 0.5 * payload);
    training_layers const split = plan_layers(job, machine(), {.tensor = 2, .data = 8, .micro_batch = 2});
    CHECK(split.dense.gathers == 2);
    CHECK(split.dense.reduces == 2);
    CHECK(split.dense.regathers == 2);
    CHECK(bytes(split.dense.gather.up) == 0.5 * payload);
    CHECK(bytes(split.dense.reduce.up) == 0.5 * payload);
    // sequence parallelism moves as much (Korthikanti et al., section 4.2.2), but for inputs gathered again
    CHECK(
        2.0 * bytes(split.dense.gather.up) + 2.0 * bytes(split.dense.reduce.up) == 2.0 * bytes(whole.dense.reduce.up)
    );
    training_layers const one = plan_layers(job, machine(), {.data = 16});
    CHECK(one.dense.gathers + one.dense.reduces + one.dense.regathers == 0);
    // parallel blocks share one of either
    transformer parallel = tiny;
    parallel.parallel_blocks = true;
    CHECK(plan_layers(job_of(parallel), machine(), {.tensor = 2, .data = 8}).dense.reduces == 1);
}

TEST_CASE("context ranks: keys and values go round") {
    // 4 ranks of 32 tokens, 2 heads of keys and values: 3 hops of 32 x 2 x (64 + 64) x 2 bytes
    training_layers const p = plan_layers(job_of(tiny), machine(), {.context = 4, .data = 4});
    CHECK(p.dense.hops == 3);
    CHECK(bytes(p.dense.ring) == 3.0 * 32.0 * 256.0 * 2.0);
    // the causal half is dealt out evenly: each rank has the mean of 64.5 keys
    CHECK(flop(p.dense.forward.core) == 32.0 * 4.0 * 4.0 * 64.0 * 64.5);
    // an early and a late piece for each rank
    CHECK(p.parts == 8);
    training_layers const whole = plan_layers(job_of(tiny), machine(), {.data = 16});
    CHECK(whole.dense.hops == 0);
    CHECK(whole.parts == 1);
}

TEST_CASE("experts: what a rank computes and exchanges") {
    training job = job_of(tiny_mixture);
    job.formats.exchanged = precision::fp8;
    training_layers const p = plan_layers(job, machine(), {.data = 8, .expert = 8, .micro_batch = 2});
    CHECK(p.mixture_share == 0.5);
    CHECK(p.mixture.exchanges);
    CHECK_FALSE(p.dense.exchanges);
    // 256 tokens x 2 copies to 8 ranks of one domain: a token touches 8 (1 - (7/8)^2) = 1.875 ranks, of which 7/8 are others
    CHECK(bytes(p.mixture.dispatch.up) == near(256.0 * 1.875 * 0.875 * 256.0 * 1.0, exact));
    CHECK(bytes(p.mixture.combine.up) == near(256.0 * 1.875 * 0.875 * 256.0 * 2.0, exact));
    CHECK(bytes(p.mixture.dispatch.out) == 0.0);
    // one expert here, with 512 rows in the mean: gate and up 2 x 512 x 256 x 256, down 2 x 512 x 256 x 128
    double const routed = 2.0 * 512.0 * 256.0 * 256.0 + 2.0 * 512.0 * 256.0 * 128.0,
                 shared = 2.0 * 256.0 * 256.0 * 512.0 + 2.0 * 256.0 * 256.0 * 256.0;
    double const dense = 2.0 * 256.0 * 256.0 * 2048.0 + 2.0 * 256.0 * 256.0 * 1024.0;
    double const attention = flop(p.dense.forward.narrow_useful) - dense;
    CHECK(flop(p.mixture.forward.narrow_useful) == near(attention + routed + shared, exact));
    // latent attention: 256 (96 + 80), 96 x 4 x 48, 64 x 4 x 64 and 128 x 256 weights
    CHECK(attention == near(2.0 * 256.0 * (256.0 * 176.0 + 96.0 * 192.0 + 64.0 * 256.0 + 128.0 * 256.0), exact));
    // kernels that the device waits for: two products forward and four backward, and the streaming ones
    job.stack.expert_kernels = 8, job.stack.backward_expert_kernels = 12;
    auto const launches = [&](int ranks) {
        auto const y = plan_layers(job, machine(), {.data = 8, .expert = ranks}).mixture;
        return std::array{y.forward_launches, y.backward_launches};
    };
    CHECK(launches(8) == std::array{10.0, 16.0});
    CHECK(launches(2) == std::array{10.0, 16.0});
    job.stack.grouped_products = false; // four experts here, a kernel for each
    CHECK(launches(2) == std::array{16.0, 28.0});
    CHECK(p.dense.forward_launches == 0.0);
    // every copy by itself: 2 of each token
    job.stack.deduplicated_exchange = false;
    training_layers const copies = plan_layers(job, machine(), {.data = 8, .expert = 8, .micro_batch = 2});
    CHECK(bytes(copies.mixture.dispatch.up) == near(256.0 * 2.0 * 0.875 * 256.0 * 1.0, exact));
    // modules that predict further tokens
    CHECK(p.predictions == 0);
    job.model.prediction_modules = 1;
    CHECK(plan_layers(job, machine(), {.data = 8}).predictions == 1);
    job.model.prediction_modules = 0;
    // the busiest rank
    job.expert_imbalance = ratio{1.25};
    training_layers const busy = plan_layers(job, machine(), {.data = 8, .expert = 8, .micro_batch = 2});
    CHECK(flop(busy.mixture.forward.narrow_useful) == near(attention + 1.25 * routed + shared, exact));
}

TEST_CASE("data ranks: volumes of ZeRO's stages") {
    training const job = job_of(tiny);
    // 4 replicas in one domain; gradients in bf16 as the weights
    auto const outline = [&](int zero) {
        return plan_outline(job, totals_of(job), machine(), {.data = 4, .zero = zero, .micro_batch = 4});
    };
    auto const shared = [&](int zero) { return outline(zero).shared; };
    auto const wire = [](collective_plan const& c) { return bytes(c.up + c.out); };
    data_exchange const replicas = shared(0), states = shared(1), gradients = shared(2), parameters = shared(3);
    double const p = replicas.parameters;
    CHECK(replicas.reduce.kind == collective_kind::all_reduce);
    CHECK(wire(replicas.reduce) == near(2.0 * 0.75 * 2.0 * p, exact));
    CHECK(outline(0).memory.updated == p);
    // reduce-scatter and all-gather make an all-reduce: no more than replicas
    CHECK(states.reduce.kind == collective_kind::reduce_scatter);
    CHECK(wire(states.reduce) + wire(states.gather) == near(wire(replicas.reduce), exact));
    CHECK(wire(gradients.reduce) + wire(gradients.gather) == near(wire(replicas.reduce), exact));
    CHECK(outline(1).memory.updated == p / 4.0);
    // parameters sharded too: gathered forward and backward, 1.5 times as much in all (Rajbhandari et al., section 7); here by layer
    CHECK(2.0 * (wire(parameters.reduce) + 2.0 * wire(parameters.gather)) == near(1.5 * wire(replicas.reduce), exact));
    // gradients in fp32 are twice as much
    training wide = job;
    wide.formats.gradients = precision::fp32;
    CHECK(
        wire(plan_outline(wide, totals_of(wide), machine(), {.data = 4, .micro_batch = 4}).shared.reduce)
        == near(2.0 * wire(states.reduce), exact)
    );
    // sharded over 2 of the 4 only
    CHECK(
        plan_outline(job, totals_of(job), machine(), {.data = 4, .shard_group = 2, .micro_batch = 4}).memory.updated
        == p / 2.0
    );
    // one replica has nothing to share
    training_outline const alone = plan_outline(job, totals_of(job), machine(), {});
    CHECK(alone.shared.reduce.ranks == 1);
    CHECK(alone.memory.updated == alone.shared.parameters);
}

TEST_CASE("parameters of a device") {
    // GPT-3 on 8 tensor shards and 12 stages of 8 layers: attention and block 12 d^2 a layer, cut by 8, biases and norms apart
    training job{.model = catalog::megatron_175b, .sequence = 2048, .batch = 1536};
    training_outline const p = plan_outline(job, totals_of(job), machine(), {.tensor = 8, .pipeline = 12, .data = 4});
    double const d = 12288.0, layer = 12.0 * d * d / 8.0;
    CHECK(
        p.shared.parameters == near(8.0 * layer + 51200.0 * d / 8.0 + 2048.0 * d, 1e-3)
    ); // biases and norms are 7 to 13 d a layer, a ten-thousandth
    CHECK(p.experts.parameters == 0.0);
    CHECK(p.micro_batches == 384);
    CHECK(p.servers == 48);
    CHECK(p.tokens == 1536.0 * 2048.0);
    CHECK(p.held.inner == 8);
    // one device holds all
    training small = job_of(tiny);
    CHECK(
        plan_outline(small, totals_of(small), machine(), {}).shared.parameters
        == near(double(total_parameters(tiny)), 1e-3)
    ); // but for the final norm
    // experts: 8 over 4 ranks x 2 shards, 3 x 256 x 128 weights each, in one of two layers
    training mixed = job_of(tiny_mixture);
    training_outline const e =
        plan_outline(mixed, totals_of(mixed), machine(), {.data = 8, .expert = 4, .expert_tensor = 2});
    CHECK(e.experts.parameters == 2.0 * 98304.0 / 2.0);
    // eight ranks hold eight parts of the experts: each its own
    CHECK(e.memory.updated == near(e.shared.parameters / 8.0 + e.experts.parameters, exact));
    CHECK(e.experts.reduce.ranks == 1);
    training_outline const half = plan_outline(mixed, totals_of(mixed), machine(), {.data = 8, .expert = 4});
    CHECK(half.memory.updated == near(half.shared.parameters / 8.0 + half.experts.parameters / 2.0, exact));
    CHECK(half.experts.reduce.ranks == 2);
}

TEST_CASE("stages: layers of a device, and what it sends") {
    training job{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048};
    // 126 layers and two places kept free at the ends: 128 over 16 x 8 stages
    training_outline const p = plan_outline(
        job, totals_of(job), machine(), {.tensor = 8, .pipeline = 16, .interleave = 8, .lean_ends = true, .data = 128}
    );
    CHECK(p.held.inner == 8);
    CHECK(p.held.first == 7);
    CHECK(p.held.last == 7);
    CHECK(bytes(p.send.out) == 8192.0 * 16384.0 * 2.0 / 8.0);
    CHECK(p.send.crosses);
    CHECK(p.micro_batches == 16);
    // stages within a server
    CHECK_FALSE(plan_outline(job, totals_of(job), machine(), {.tensor = 2, .pipeline = 2}).send.crosses);
    // uneven: 61 layers over 16 stages, most of four
    training v3{.model = catalog::deepseek_v3, .sequence = 4096, .batch = 15360};
    CHECK(plan_outline(v3, totals_of(v3), machine(), {.pipeline = 16, .data = 128, .expert = 64}).held.inner == 4);
}

// The most products that a layer has: adapters beside latent attention that is not fused, and a router.
TEST_CASE("a layer has room for all of its products") {
    training job{.model = catalog::deepseek_v3, .sequence = 4096, .batch = 64};
    job.stack.fused_attention = false;
    auto const fits = [](training_kernels const& k) {
        return k.narrows <= static_cast<int>(k.narrow.size()) && k.wides <= static_cast<int>(k.wide.size()) && k.weights <= static_cast<int>(k.weight.size());
    };
    for (auto const a : {adaptation_kind::full, adaptation_kind::low_rank}) {
        job.adaptation = a;
        training_layers const p = plan_layers(job, machine(), {.data = 64, .expert = 64});
        for (training_layer const* y : {&p.dense, &p.mixture}) {
            CHECK(fits(y->forward));
            CHECK(fits(y->backward));
        }
    }
    // backward: two products for each of three pairs of adapters, four of the core, one of the router
    CHECK(plan_layers(job, machine(), {.data = 64, .expert = 64}).mixture.backward.wides == 11);
}

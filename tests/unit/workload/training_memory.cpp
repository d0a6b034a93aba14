// Memory of a training step: parameters, states and activations against the shapes' own counts and by hand.
#include "training_memory_jobs.hpp"

#include <tallywatt/number.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "approx.hpp"

TEST_CASE("one device holds every parameter of every model once") {
    for (auto const& e : catalog::all_models) {
        INFO(e.id);
        training const job{.model = *e.shape, .sequence = 2048, .batch = 1};
        auto const m = fullest(job, {.zero = 0});
        CHECK(bytes(m.weights) == near(2.0 * double(total_parameters(*e.shape)), 1e-14));
        CHECK(bytes(m.optimizer) == near(12.0 * double(total_parameters(*e.shape)), 1e-14));
    }
}

TEST_CASE("tensor shards hold a layer together, with copies of what is not cut") {
    auto const weights = [](transformer const& m, training_layout const& l) {
        return bytes(fullest({.model = m, .sequence = 2048, .batch = 64}, l).weights) / 2.0;
    };
    // Llama 3.1 405B on 8: copies of 126 x 2 + 1 norms; 8 heads of keys and values are one a shard
    transformer const& llama = catalog::llama_3_1_405b;
    double const norms = 253.0 * 16384.0, all = double(total_parameters(llama));
    CHECK(8.0 * weights(llama, {.tensor = 8}) == near(all + 7.0 * norms, 1e-14));
    // on 16 each of those heads has two copies: 126 layers x 8 heads x (128 + 128) x d more
    CHECK(16.0 * weights(llama, {.tensor = 16}) == near(all + 15.0 * norms + 126.0 * 8.0 * 256.0 * 16384.0, 1e-14));
    // DeepSeek-V3 on 4 x 8 expert ranks: down projections, their norms, and routers are whole; an eighth of the experts
    transformer const& v3 = catalog::deepseek_v3;
    double const experts = 58.0 * 256.0 * double(expert_parameters(v3)),
                 down = 61.0 * (7168.0 * (1536.0 + 512.0 + 64.0) + 1536.0 + 512.0);
    double const whole = down + 123.0 * 7168.0 + 58.0 * 256.0 * 7169.0;
    CHECK(
        weights(v3, {.tensor = 4, .data = 8, .expert = 8, .expert_tensor = 4})
        == near((double(total_parameters(v3)) - experts - whole) / 4.0 + whole + experts / 32.0, 1e-13)
    );
    // experts that do not divide: the fullest rank has one more
    CHECK(
        weights(v3, {.data = 7, .expert = 7})
        == near(double(total_parameters(v3)) - experts + 37.0 / 256.0 * experts, 1e-14)
    );
}

TEST_CASE("expert states are shared by the ranks that hold the same experts") {
    // DeepSeek-V3, 2048 accelerators: 128 data ranks in each of 16 stages, experts over 64 of them, hence 2 ranks an expert.
    // Four layers of a mixture on an interior device: 4 x 256/64 x 44,040,192 parameters of experts
    training const job{.model = catalog::deepseek_v3, .sequence = 4096, .batch = 15360};
    training_layout l{.pipeline = 16, .data = 128, .zero = 1, .expert = 64};
    double const experts = 4.0 * 4.0 * double(expert_parameters(job.model)),
                 shared =
                     4.0 * (double(layer_parameters(job.model, true)) - 256.0 * double(expert_parameters(job.model)));
    l.recompute = recompute_kind::none;
    training_memory_plan const p = plan_training_memory(job, l); // the second device is the fullest: no dense layers
    CHECK(p.live == 15.0);
    CHECK(p.updated == near(shared / 128.0 + experts / 2.0, 1e-14));
    CHECK(bytes(p.gradients) == near(4.0 * (shared + experts), 1e-14));
    // DualPipe: two stages a device, whose copies on the mirrored device are ranks too
    l.schedule = pipeline_schedule::dual_pipe;
    training_memory_plan const d = plan_training_memory(job, l);
    CHECK(d.live == 17.0 / 2.0);
    CHECK(bytes(d.weights) > 1.7 * bytes(p.weights));
}

TEST_CASE("tied embeddings are on the first and on the last device, once on a single one") {
    training job{.model = gpt(24, 2048, 16), .sequence = 2048, .batch = 64};
    double const layer = double(layer_parameters(job.model, false)), embedding = 51200.0 * 2048.0;
    auto const weights = [&](training_layout const& l) { return bytes(fullest(job, l).weights) / 2.0; };
    CHECK(weights({}) == near(double(total_parameters(job.model)), 1e-14));
    CHECK(weights({.pipeline = 4, .zero = 0}) == near(6.0 * layer + embedding + 2048.0 * 2048.0, 1e-14));
    job.model.tied_embeddings = false;
    CHECK(weights({}) == near(24.0 * layer + 2.0 * embedding + 2048.0 * 2048.0 + 2.0 * 2048.0, 1e-14));
}

TEST_CASE("the fullest device: the one with most micro-batches, or the one with the logits") {
    training job{.model = gpt(16, 1024, 16, 256000), .sequence = 2048, .batch = 64};
    // 256,000 logits of 4 + 2 bytes a token outweigh activations of two layers
    training_layout l{.pipeline = 8, .data = 1, .micro_batch = 1};
    training_memory_plan const p = plan_training_memory(job, l);
    CHECK(bytes(p.logits) == near(2048.0 * (256000.0 * 6.0 + 4.0 * 1024.0), 1e-14));
    CHECK(p.live == 1.0);
    job.model.vocabulary = 1000;
    CHECK(plan_training_memory(job, l).live == 8.0);
    // with a layer less on the ends the second device has most
    job.model.layers = 14;
    l.lean_ends = true;
    training_memory_plan const lean = plan_training_memory(job, l);
    CHECK(lean.live == 7.0);
    CHECK(bytes(lean.activations) == near(7.0 * 2.0 * bytes(saved_by_layer(job, l, false).total()), 1e-14));
}

TEST_CASE("layers of a pipeline's devices") {
    auto const layers = [](training_layout const& l, int n) {
        auto const d = layers_of(l, n);
        return std::array<double, 5>{double(d.first), d.inner, double(d.last), d.most, d.absent};
    };
    using five = std::array<double, 5>;
    CHECK(layers({}, 61) == five{61, 61, 61, 61, 0});
    CHECK(layers({.pipeline = 16}, 64) == five{4, 4, 4, 4, 0});
    CHECK(layers({.pipeline = 16}, 61) == five{4, 4, 3, 4, 2}); // 13 stages of four, 3 of three
    CHECK(layers({.pipeline = 2}, 61) == five{31, 31, 30, 31, 0});
    CHECK(layers({.pipeline = 3}, 7) == five{3, 2, 2, 3, 0});
    CHECK(layers({.pipeline = 16, .lean_ends = true}, 126) == five{7, 8, 7, 8, 0}); // Llama 3.1 405B
    CHECK(layers({.pipeline = 16, .interleave = 4, .lean_ends = true}, 126) == five{7, 8, 7, 8, 0});
    CHECK(layers({.pipeline = 2, .lean_ends = true}, 14) == five{7, 8, 7, 7, 0});
    CHECK(layers({.pipeline = 8, .interleave = 3}, 96) == five{12, 12, 12, 12, 0});
    CHECK(layers({.pipeline = 4, .interleave = 2}, 23) == five{6, 6, 5, 6, 0}); // seven stages of three, one of two
    // a device of DualPipe has a stage from either end: pairs of 4 + 3, and of 4 + 4 in the middle
    CHECK(layers({.pipeline = 16, .schedule = pipeline_schedule::dual_pipe}, 61) == five{4, 4, 3, 4, 2});
    CHECK(layers({.pipeline = 2, .schedule = pipeline_schedule::dual_pipe}, 7) == five{4, 4, 3, 3.5, 0});
    CHECK(layers({.pipeline = 4, .schedule = pipeline_schedule::dual_pipe}, 10) == five{3, 2.5, 2, 2.5, 0});
}

TEST_CASE("stages hold every layer once") {
    int ragged = 0;
    for (int n = 1; n <= 40; ++n)
        for (int p = 2; p <= 8; ++p)
            for (int v = 1; v <= 3; ++v)
                for (bool const lean : {false, true}) {
                    training_layout const l{.pipeline = p, .interleave = v, .lean_ends = lean};
                    if (p * v > n)
                        continue;
                    INFO(n << " layers, " << p << " x " << v << (lean ? ", lean" : ""));
                    stage_layers const s = stages_of(l, n);
                    CHECK(s.before(0, p * v) == 0);
                    CHECK(s.before(p * v, p * v) == n);
                    int all = 0;
                    for (int device = 0; device < p; ++device) {
                        int held = 0;
                        for (int round = 0; round < v; ++round)
                            held += s.before(round * p + device + 1, p * v) - s.before(round * p + device, p * v);
                        CHECK(s.on(device, l) == held);
                        all += held;
                    }
                    CHECK(all == n);
                    ragged += s.short_stages > 0;
                    device_layers const d = layers_of(l, n);
                    CHECK(d.first + d.last + (p - 2) * d.inner - d.absent == (p > 2 ? n : d.first + d.last));
                    CHECK(d.absent >= 0.0);
                }
    CHECK(ragged > 100);
}

TEST_CASE("a gated layer with grouped heads and fused attention, by hand") {
    // Llama 3.1 405B: d 16384, 128 heads of 128 with 8 of keys and values, f 53248; 8 shards, 8192 tokens, 2 bytes each:
    // stream 2 d/8, norms' outputs 2 d/8, queries d/8, key and value 2 x 128, output d/8, up 2 f/8, down f/8; log-sum-exp 4 x 16
    training const job{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 128};
    training_layout l{.tensor = 8, .data = 128};
    double const d = 16384.0 / 8.0, f = 53248.0 / 8.0, n = 8192.0;
    saved_activations const a = saved_by_layer(job, l, false);
    CHECK(bytes(a.total()) == near(n * (2.0 * (2.0 * d + 2.0 * d + d + 256.0 + d + 2.0 * f + f) + 4.0 * 16.0), 1e-14));
    // selective: the norms' outputs and the activation's are made again
    CHECK(
        bytes(a.after(recompute_kind::none) - a.after(recompute_kind::selective))
        == near(n * 2.0 * (2.0 * d + f), 1e-14)
    );
    // four ranks share the sequence: a quarter each
    l.context = 4;
    CHECK(bytes(saved_by_layer(job, l, false).total()) == near(bytes(a.total()) / 4.0, 1e-14));
}

TEST_CASE("a latent layer with experts, by hand") {
    // DeepSeek-V3, one shard, 4096 tokens: stream 2 d, ranks 1536 + 512 and rotary 64, output 128 x 128 in bf16, log-sum-exp
    // 4 x 128, router 4 x 256; 8 copies: d as exchanged, 2 x 2048 before the activation as stored; shared expert 2 x 2048
    training job{.model = catalog::deepseek_v3, .sequence = 4096, .batch = 15360};
    job.formats.stored = job.formats.exchanged = precision::fp8;
    training_layout const l{.pipeline = 16, .data = 128, .expert = 64};
    saved_activations const a = saved_by_layer(job, l, true);
    double const n = 4096.0, d = 7168.0;
    CHECK(
        bytes(a.kept)
        == near(n * (2.0 * (2.0 * d + 1536.0 + 512.0 + 64.0 + 16384.0) + 4.0 * 128.0 + 4.0 * 256.0 + 4096.0), 1e-14)
    );
    CHECK(bytes(a.routed_kept) == near(n * 8.0 * (d + 4096.0), 1e-14));
    // made again: norms' outputs (two of d, of the ranks), queries, keys and values of 128 heads, activations' outputs
    CHECK(
        bytes(a.cheap) == near(n * (2.0 * d + 1536.0 + 512.0 + 2.0 * 128.0 * (192.0 + 192.0 + 128.0) + 2048.0), 1e-14)
    );
    CHECK(bytes(a.routed_cheap) == near(n * 8.0 * 2048.0, 1e-14));
    // four tensor shards of each expert see the copies of four ranks, a quarter as wide
    training_layout cut = l;
    cut.expert_tensor = 4;
    CHECK(bytes(saved_by_layer(job, cut, true).routed_kept) == near(n * 8.0 * (4.0 * d + 4096.0), 1e-14));
}

TEST_CASE("recomputation of a share of the layers") {
    training const job{.model = catalog::llama_3_1_70b, .sequence = 8192, .batch = 64};
    training_layout l{.tensor = 8, .pipeline = 4, .data = 2};
    saved_activations const a = saved_by_layer(job, l, false);
    CHECK(bytes(plan_training_memory(job, l).activations) == near(4.0 * 20.0 * bytes(a.total()), 1e-14));
    l.recompute = recompute_kind::full;
    // the layers' inputs, and all of the layer in work
    CHECK(
        bytes(plan_training_memory(job, l).activations)
        == near(4.0 * 20.0 * bytes(a.input) + bytes(a.total() - a.input), 1e-14)
    );
    l.recompute_share = 0.25;
    CHECK(
        bytes(plan_training_memory(job, l).activations)
        == near(4.0 * (5.0 * bytes(a.input) + 15.0 * bytes(a.total())) + bytes(a.total() - a.input), 1e-14)
    );
    l.recompute_share = 0.0;
    CHECK(bytes(plan_training_memory(job, l).activations) == near(4.0 * 20.0 * bytes(a.total()), 1e-14));
}

TEST_CASE("low-rank adaptation: frozen weights, states of the adapters only") {
    // Llama 2 70B, rank 16 beside the joint projection of queries, keys and values and the output's:
    // 80 x 16 x ((8192 + 10240) + (8192 + 8192)) = 44,564,480 parameters trained
    training job{.model = catalog::llama_2_70b, .sequence = 8192, .batch = 8, .adaptation = adaptation_kind::low_rank};
    auto const m = fullest(job, {.zero = 0});
    CHECK(bytes(m.weights) == near(2.0 * (double(total_parameters(job.model)) + 44564480.0), 1e-14));
    CHECK(bytes(m.gradients) == near(4.0 * 44564480.0, 1e-14));
    CHECK(bytes(m.optimizer) == near(12.0 * 44564480.0, 1e-14));
    // inputs of frozen products without adapters need not be kept: of the feed-forward half only what its activation reads
    saved_activations const frozen = saved_by_layer(job, {}, false);
    job.adaptation = adaptation_kind::full;
    saved_activations const full = saved_by_layer(job, {}, false);
    CHECK(bytes(full.total() - frozen.total()) == near(8192.0 * 2.0 * (8192.0 + 28672.0), 1e-14));
}

TEST_CASE("offload leaves two layers of what it takes") {
    training const job{.model = catalog::llama_3_1_70b, .sequence = 8192, .batch = 64};
    training_layout l{.tensor = 8, .pipeline = 4, .data = 2, .zero = 0};
    training_memory_plan const all = plan_training_memory(job, l);
    double const ends = 128256.0 * 8192.0 / 8.0, layers = bytes(all.weights) / 2.0 - ends;
    l.offload = {.weights = true, .optimizer = true};
    training_memory_plan const p = plan_training_memory(job, l);
    CHECK(bytes(p.weights) == near(2.0 * (layers * 2.0 / 20.0 + ends), 1e-13));
    CHECK(p.updated == near(all.updated * 2.0 / 20.0, 1e-14));
    CHECK(bytes(p.gradients) == bytes(all.gradients));
    CHECK(bytes(p.activations) == bytes(all.activations));
    l.offload = {.activations = true}; // 20 layers of 4 micro-batches; the last device is now the fullest, with as many
    CHECK(bytes(plan_training_memory(job, l).activations) == near(bytes(all.activations) * 2.0 / 80.0, 1e-14));
}

TEST_CASE("ZeRO 3 gathers a layer, and its neighbour") {
    training const job{.model = catalog::llama_3_1_70b, .sequence = 8192, .batch = 64};
    training_layout const l{.data = 64, .zero = 3};
    training_layout two = l;
    two.zero = 2;
    double const layer = double(layer_parameters(job.model, false)), head = 128256.0 * 8192.0;
    double const plain = bytes(plan_training_memory(job, two).buffers);
    // the head is larger than a layer: it and a layer at once, and the gradients of a layer before they are cut
    CHECK(bytes(plan_training_memory(job, l).buffers) == near(plain + 2.0 * (layer + head) + 4.0 * layer, 1e-13));
}

TEST_CASE("weights in a format of their own: layers, not embedding, logits and adapters") {
    training job{.model = catalog::llama_3_1_70b, .sequence = 4096, .batch = 8, .adaptation = adaptation_kind::low_rank};
    training_layout const l{.data = 8, .zero = 0};
    double const wide = bytes(plan_training_memory(job, l).weights);
    job.formats.weights = precision::fp8;
    // 80 layers of 855.65e6 a layer lose a byte each
    CHECK(wide - bytes(plan_training_memory(job, l).weights) == near(80.0 * double(layer_parameters(job.model, false)), 1e-13));
    training_layout const shards{.data = 8, .zero = 3};
    job.formats.weights = precision::bf16;
    CHECK(bytes(plan_training_memory(job, shards).weights) == near(wide / 8.0, 1e-13));
    job.formats.weights = precision::fp8;
    CHECK(bytes(plan_training_memory(job, shards).weights) == near((wide - 80.0 * double(layer_parameters(job.model, false))) / 8.0, 1e-13));
}

TEST_CASE("layers that stay in bf16: what they keep, and their weights") {
    // 80 layers in fp8, a quarter of them in bf16
    training job{.model = catalog::llama_3_1_70b, .sequence = 4096, .batch = 8};
    job.formats = {.products = precision::fp8, .stored = precision::fp8, .weights = precision::fp8};
    training_layout const l{.tensor = 8};
    auto const narrow = fullest(job, l);
    job.formats.wide_layers = fraction{0.25};
    auto const mixed = fullest(job, l);
    double const layer = bytes(saved_by_layer(job, l, false, false).total()), wide = bytes(saved_by_layer(job, l, false, true).total());
    CHECK(bytes(mixed.activations - narrow.activations) == near(20.0 * (wide - layer), 1e-13));
    // a shard has an eighth of 855,638,016 matrix weights, whole norms: one byte more each
    double const weights = double(layer_parameters(job.model, false) - 2 * 8192) / 8.0 + 2.0 * 8192.0;
    CHECK(bytes(mixed.weights - narrow.weights) == near(20.0 * weights, 1e-13));
    CHECK(mixed.optimizer == narrow.optimizer);
    CHECK(mixed.gradients == narrow.gradients);
    // n (d/8 x 2 norms' outputs + 3 f/8) elements of one byte become two: 4,096 (2 x 1,024 + 3 x 3,584)
    CHECK(wide - layer == near(4096.0 * (2.0 * 1024.0 + 3.0 * 3584.0), 1e-13));
    // where all products are in bf16 there is nothing to keep out
    job.formats.products = precision::bf16;
    CHECK(fullest(job, l).total() == narrow.total());
}

TEST_CASE("shards of weights on the host: each rank its own part") {
    training const job{.model = catalog::llama_3_1_70b, .sequence = 4096, .batch = 64};
    training_layout const l{.data = 64, .zero = 3, .offload = {.weights = true}};
    training_memory_plan const p = plan_training_memory(job, l);
    double const layers = 80.0 * double(layer_parameters(job.model, false)), all = double(total_parameters(job.model));
    CHECK(p.layer_weights == near(layers / 64.0, 1e-13));
    CHECK(bytes(p.weights) == near(2.0 * (2.0 / 80.0 * layers + (all - layers)) / 64.0, 1e-13));
}

TEST_CASE("memory in other number types: what is uncertain is the state, the imbalance and the reserve") {
    training job{.model = catalog::mixtral_8x22b, .sequence = 8192, .batch = 256};
    training_layout const l{.tensor = 4, .pipeline = 4, .data = 8, .expert = 8};
    training_memory_plan const p = plan_training_memory(job, l);
    accelerator const chip = chip_of(80.0);
    training_memory<> const m = memory_of(p, job, chip);
    CHECK(bytes(m.reserve) == near(0.08 * 80.0 * gib, 1e-14));
    CHECK(
        bytes(m.total())
        == near(bytes(m.weights + m.gradients + m.optimizer + m.activations + m.logits + m.buffers + m.reserve), 1e-14)
    );

    basic_training<interval> wide = convert<interval>(job);
    wide.expert_imbalance = basic_ratio<interval>{interval(1.0, 1.5)};
    wide.formats.optimizer_state = interval(8.0, 12.0) * byte;
    auto const range = memory_of(p, wide, convert<interval>(chip));
    CHECK(range.activations.in(byte).contains(bytes(p.activations + 1.5 * p.routed)));
    CHECK(range.activations.in(byte).width() == near(0.5 * bytes(p.routed), 1e-9));
    CHECK(range.optimizer.in(byte).width() == near(4.0 * p.updated, 1e-9));

    basic_training<dual> moved = convert<dual>(job);
    moved.expert_imbalance = basic_ratio<dual>{dual::variable(1.0)};
    CHECK(memory_of(p, moved, convert<dual>(chip)).total().in(byte).derivative[0] == near(bytes(p.routed), 1e-14));
    CHECK(
        double(memory_of(p, convert<float>(job), convert<float>(chip)).total().in(byte)) == near(bytes(m.total()), 1e-6)
    );
    // an imbalance makes the plan's choice of the fullest device its own
    job.expert_imbalance = ratio{1.5};
    CHECK(memory_of(plan_training_memory(job, l), job, chip).activations > m.activations);
}

// Steps against hand calculations, on a machine whose products run at their peak and whose memory takes no time.
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/workload/training_step.hpp>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {

constexpr double exact = 1e-12; // sums of a few dozen doubles
constexpr double peak = 1e15;   // FLOP/s
constexpr auto coolant = celsius(30.0);

// 256 wide, 4 heads of 64, 2 of keys and values, a gated block of 1,024, 1,024 words; sequences of 128.
transformer tiny(int layers) {
    return {
        .layers = layers,
        .hidden = 256,
        .vocabulary = 1024,
        .attention = {.heads = 4, .kv_heads = 2, .head_size = 64},
        .ffn = {.width = 1024}};
}
// Time of one layer and sequence: products of 131,072 + 65,536 + 786,432 weights, 128 rows, in any of three directions;
// the attention core, 128 rows x 4 heads x 4 x 64 x 64.5 keys; the head of 262,144 weights.
constexpr double products = 2.0 * 128.0 * 983'040.0 / peak, core = 128.0 * 4.0 * 256.0 * 64.5 / peak,
                 head = 2.0 * 128.0 * 262'144.0 / peak;
constexpr double forward = products + core, backward = products + 2.5 * core, weights = products;

training ideal_job(int layers, int batch) {
    training j{.model = tiny(layers), .sequence = 128, .batch = batch};
    auto& s = j.stack;
    s.attention_share = s.backward_attention_share = fraction{1.0};
    s.half_length = s.backward_half_length = 0.0 * token;
    s.kernel_gap = s.host_step = duration<>{};
    s.tensor_overlap = s.data_overlap = s.pipeline_overlap = s.context_overlap = s.expert_overlap = s.overlap_slowdown =
        s.straggler = fraction{0.0};
    return j;
}

cluster ideal_machine() {
    cluster c{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    auto& chip = c.server.accelerator;
    for (auto* e : {&chip.bf16, &chip.fp8})
        *e = {
            .peak = dense(1000.0 * TFLOP_per_second),
            .compute_share = fraction{1.0},
            .memory_share = fraction{1.0},
            .launch = {},
            .wave = fraction{0.0},
            .energy = {},
            .exponent = 1};
    chip.fp8.peak = dense(2000.0 * TFLOP_per_second);
    chip.memory_bandwidth = 1e30 * (byte / second); // takes no time
    chip.stream_share = fraction{1.0};
    chip.link_rate = one_way(100.0 * GB_per_second);
    chip.tdp = 1e9 * watt, chip.idle = 100.0 * watt, chip.active = {}, chip.leakage_share = fraction{0.0},
    chip.memory_energy = chip.link_energy = {}, chip.boost_energy = ratio{0.0};
    auto& up = c.server.scale_up;
    up.ring = up.reduction = {
        .alpha = 2.0 * microsecond,
        .launch = 1.0 * microsecond,
        .size_latency = {},
        .bandwidth = 100.0 * GB_per_second};
    up.exchange_share = fraction{1.0};
    up.exchange_alpha = 5.0 * microsecond;
    up.reduction_ranks = 1000;
    return c;
}

training_performance<> run(training const& job, cluster const& on, training_layout const& l) {
    return perform(plan_training(job, on, l), job, on, coolant);
}
double seconds(duration<> x) { return x.in(second); }

} // namespace

TEST_CASE("one device: products, attention and head") {
    // 3 layers, 4 sequences one after the other
    auto const r = run(ideal_job(3, 4), ideal_machine(), {});
    CHECK(seconds(r.split.products) == near(4.0 * (3.0 * 3.0 * products + 3.0 * head), exact));
    CHECK(seconds(r.split.attention) == near(4.0 * 3.0 * 3.5 * core, exact));
    CHECK(seconds(r.step) == near(4.0 * (3.0 * (forward + backward + weights) + 3.0 * head), exact));
    CHECK(
        seconds(
            r.split.communication() + r.split.bubble + r.split.recompute + r.split.throttle + r.split.stragglers
            + r.split.offload
        )
        == 0.0
    );
    // 6 operations a weight and 3 a forward one of attention, of the 3.5 that are executed
    double const counted = 3.0 * (3.0 * products + 3.0 * core) + 3.0 * head, executed = counted + 3.0 * 0.5 * core;
    CHECK(r.mfu.value == near(counted / executed, exact));
    CHECK(r.hfu.value == near(1.0, exact));
    CHECK(r.tokens.in(token / second) == near(512.0 / seconds(r.step), exact));
    CHECK(r.model_operations.in(FLOP / token) == near(counted * peak / 128.0, exact));
    CHECK(r.model_rate.in(FLOP_per_second) == near(r.mfu.value * peak, exact));
    // a board at rest: no energy per operation was set
    CHECK(r.draw.in(watt) == near(100.0, exact));
    CHECK(r.clock.value == 1.0);
}

TEST_CASE("bigger micro-batches do the same work") {
    for (int const b : {2, 4, 8}) {
        auto const r = run(ideal_job(2, 8), ideal_machine(), {.micro_batch = b});
        CHECK(seconds(r.step) == near(seconds(run(ideal_job(2, 8), ideal_machine(), {}).step), exact));
    }
}

TEST_CASE("recomputation runs forward passes again") {
    auto const with = [](recompute_kind kind, double share) {
        return run(ideal_job(3, 4), ideal_machine(), {.recompute = kind, .recompute_share = share});
    };
    auto const none = with(recompute_kind::none, 1.0), full = with(recompute_kind::full, 1.0),
               third = with(recompute_kind::full, 1.0 / 3.0);
    CHECK(seconds(full.split.recompute) == near(4.0 * 3.0 * forward, exact));
    CHECK(seconds(third.split.recompute) == near(4.0 * forward, exact));
    CHECK(seconds(full.step) == near(seconds(none.step) + 4.0 * 3.0 * forward, exact));
    // all that the devices do is matrix products: their hardware utilisation stays one, the model's falls
    CHECK(full.hfu.value == near(1.0, exact));
    CHECK(full.mfu.value < 0.8 * none.mfu.value);
    // selective: of a fused layer only what is streamed, which takes no time here; of stored scores the core, 128 x 128 of them
    CHECK(seconds(with(recompute_kind::selective, 1.0).split.recompute) < 1e-15);
    training stored = ideal_job(3, 4);
    stored.stack.fused_attention = false;
    double const square = 4.0 * 2.0 * 2.0 * 128.0 * 128.0 * 64.0 / peak;
    auto const again = run(stored, ideal_machine(), {.recompute = recompute_kind::selective});
    CHECK(seconds(again.split.recompute) == near(4.0 * 3.0 * square, exact));
    CHECK(seconds(again.split.attention) == near(4.0 * 3.0 * 3.0 * square, exact));
}

TEST_CASE("narrower formats and low-rank adaptation do less") {
    training job = ideal_job(3, 4);
    cluster on = ideal_machine();
    double const bf16 = seconds(run(job, on, {}).step);
    job.formats.products = precision::fp8;
    auto const fp8 = run(job, on, {});
    // linear layers in half the time; attention, logits as they were
    CHECK(seconds(fp8.step) == near(bf16 - 4.0 * 3.0 * 1.5 * products, exact));
    double const counted = 4.0 * (3.0 * 3.0 * (products + core) + 3.0 * head) * peak; // of a peak twice as high
    CHECK(fp8.mfu.value == near(counted / (2.0 * peak) / seconds(fp8.step), exact));
    // without gradients of weights, but for the adapters': 2/3 of the products of layers and head
    job = ideal_job(3, 4);
    job.adaptation = adaptation_kind::low_rank, job.adaptation_rank = 64;
    // beside QKV 64 (256 + 512), beside the output 64 (256 + 256), three times each
    double const adapters = 2.0 * 128.0 * 64.0 * (768.0 + 512.0) / peak;
    CHECK(
        seconds(run(job, on, {}).step)
        == near(4.0 * (3.0 * (2.0 * products + 3.5 * core + 3.0 * adapters) + 2.0 * head), exact)
    );
    // a chip without fp8 runs bf16 instead, as Hopper does for fp4
    job = ideal_job(3, 4);
    job.formats.products = precision::fp4;
    CHECK(seconds(run(job, on, {}).step) == near(bf16, exact));
    job = ideal_job(3, 4);
    job.formats.products = precision::fp8;
    on.server.accelerator.fp8.peak = {};
    CHECK(seconds(run(job, on, {}).step) == near(bf16, exact));
}

TEST_CASE("stages: the bubble is (p - 1)/(v m) of the work, and waits for the head") {
    cluster on = ideal_machine();
    on.server.scale_up.ring = {.alpha = {}, .launch = {}, .size_latency = {}, .bandwidth = 1e30 * (byte / second)};
    double const layer = forward + backward + weights;
    struct expectation {
        int pipeline, interleave, micro_batches;
    };
    for (expectation const& e :
         {expectation{2, 1, 8}, expectation{4, 1, 8}, expectation{4, 2, 8}, expectation{2, 4, 16},
          expectation{8, 1, 8}}) {
        int const p = e.pipeline, v = e.interleave, m = e.micro_batches;
        INFO(p << " devices of " << v << " stages, " << m << " micro-batches");
        auto const r = run(ideal_job(8, m), on, {.pipeline = p, .interleave = v});
        double const stage = 8.0 / p * layer;
        // Narayanan et al., section 2.2; the last device, with the logits, is the slowest
        CHECK(seconds(r.split.bubble) == near((p - 1.0) / v * stage + m * 3.0 * head, 1e-11));
        CHECK(seconds(r.step) == near(m * stage + seconds(r.split.bubble), 1e-11));
        CHECK(seconds(r.step) == near(seconds(r.split.total()), exact));
    }
    // zero bubble: (p - 1)(F + B - W) with as many micro-batches or more
    auto const zero = run(ideal_job(8, 8), on, {.pipeline = 4, .schedule = pipeline_schedule::zero_bubble});
    CHECK(seconds(zero.split.bubble) == near(3.0 * 2.0 * (forward + backward - weights) + 8.0 * 3.0 * head, 1e-11));
    // lean ends: 6 layers as 8 places, 2 a device, of which the last one takes the head
    auto const lean = run(ideal_job(6, 8), on, {.pipeline = 4, .lean_ends = true});
    CHECK(seconds(lean.split.bubble) < 3.0 * 2.0 * layer); // the head is shorter than a layer, and no one waits for it
}

TEST_CASE("sends between stages") {
    cluster const on = ideal_machine();
    // 2 stages on one server, 128 x 256 x 2 bytes: 8 micro-batches there and back over links of 100 GB/s, and once more to fill
    auto const r = run(ideal_job(8, 8), on, {.pipeline = 2});
    double const send = 65'536.0 / 100e9 + 3e-6; // with its launch
    CHECK(seconds(r.split.pipeline) == near((2.0 * 8.0 + 2.0) * send, exact));
    // two stages a device send twice as often
    CHECK(
        seconds(run(ideal_job(8, 8), on, {.pipeline = 2, .interleave = 2}).split.pipeline)
        == near((2.0 * 16.0 + 2.0) * send, exact)
    );
    training hidden = ideal_job(8, 8);
    hidden.stack.pipeline_overlap = fraction{0.1};
    CHECK(seconds(run(hidden, on, {.pipeline = 2}).split.pipeline) == near(0.9 * 18.0 * send, exact));
}

TEST_CASE("tensor shards: collectives of a step") {
    cluster const on = ideal_machine();
    // 2 shards: half of 128 x 256 x 2 bytes over links of 100 GB/s, 3 us to start
    double const half = 0.5 * 65'536.0 / 100e9 + 3e-6;
    auto const split = run(ideal_job(2, 4), on, {.tensor = 2});
    // 4 gathers and 4 reductions a layer; 2 more gathers hide behind products where these are longer, which they are not
    double const hides = (2.0 * products) / 2.0;
    REQUIRE(2.0 * half > hides);
    CHECK(seconds(split.split.tensor) == near(4.0 * 2.0 * (8.0 * half + 2.0 * half - hides / 2.0), exact));
    auto const whole = run(ideal_job(2, 4), on, {.tensor = 2, .sequence_parallel = false});
    CHECK(seconds(whole.split.tensor) == near(4.0 * 2.0 * 4.0 * (65'536.0 / 100e9 + 3e-6), exact));
    CHECK(seconds(whole.split.products) == near(4.0 * (2.0 * 3.0 * products + 3.0 * head) / 2.0, exact));
    // hidden: what is not stays, and the rest slows compute by its share
    training job = ideal_job(2, 4);
    job.stack.tensor_overlap = fraction{0.01}, job.stack.overlap_slowdown = fraction{0.1};
    auto const part = run(job, on, {.tensor = 2, .sequence_parallel = false});
    CHECK(seconds(part.split.tensor) == near(0.99 * seconds(whole.split.tensor), exact));
    CHECK(seconds(part.step) == near(seconds(whole.step) - 0.9 * 0.01 * seconds(whole.split.tensor), exact));
}

TEST_CASE("data ranks: gradients and parameters once a step") {
    cluster const on = ideal_machine();
    training job = ideal_job(2, 8);
    job.formats.gradients = precision::bf16;
    auto const exposed = [&](int zero) { return seconds(run(job, on, {.data = 4, .zero = zero}).split.data); };
    double const parameters = plan_outline(job, totals_of(job), on.server, {.data = 4}).shared.parameters;
    double const wire = 0.75 * 2.0 * parameters / 100e9;
    CHECK(exposed(0) == near(2.0 * wire + 3e-6, exact));
    CHECK(exposed(1) == near(2.0 * (wire + 3e-6), exact));
    // ZeRO 2 keeps a quarter of the gradients: both micro-batches' are reduced
    CHECK(exposed(2) == near(3.0 * (wire + 3e-6), exact));
    // ZeRO 3: each of 2 layers, 2 micro-batches, gathers twice and reduces once; a layer of the next step is gathered ahead
    double const layer = wire / 2.0 + 3e-6;
    CHECK(exposed(3) == near(2.0 * 2.0 * 3.0 * layer + layer, exact));
    job.stack.data_overlap = fraction{1.0};
    CHECK(exposed(1) < 2.0 * (wire + 3e-6));
}

TEST_CASE("ZeRO 2: gradients of each micro-batch, or of each run of them through a stage") {
    cluster on = ideal_machine();
    on.server.scale_up.ring.bandwidth = 1e30 * (byte / second);
    // 3 us for each collective: as many reductions as micro-batches, and one gather
    auto const collectives = [&](training_layout l, int batch) {
        l.data = 2, l.zero = 2;
        return std::round(seconds(run(ideal_job(8, batch), on, l).split.data) / 3e-6);
    };
    CHECK(collectives({}, 2) == 2.0);
    CHECK(collectives({}, 16) == 9.0);
    CHECK(collectives({.pipeline = 4}, 16) == 9.0);
    CHECK(collectives({.pipeline = 4, .interleave = 2}, 16) == 3.0); // two runs of four micro-batches
    CHECK(collectives({.pipeline = 2, .interleave = 4}, 16) == 5.0);
}

TEST_CASE("sharding within groups: shards are added up over the groups, once") {
    cluster const on = ideal_machine();
    training job = ideal_job(2, 8);
    job.formats.gradients = precision::bf16;
    auto const exposed = [&](int zero) { return seconds(run(job, on, {.data = 4, .zero = zero, .shard_group = 2}).split.data); };
    double const parameters = plan_outline(job, totals_of(job), on, {.data = 4}).shared.parameters;
    // in a pair half of 2 bytes a parameter; over two pairs an all-reduce of the half that each holds: 2 (2 - 1)/2 of it
    double const pair = 0.5 * 2.0 * parameters / 100e9 + 3e-6, across = parameters / 100e9 + 3e-6;
    CHECK(exposed(1) == near(2.0 * pair + across, exact));
    CHECK(exposed(2) == near(3.0 * pair + across, exact));
    // ZeRO 3 by layer, two of them, over two micro-batches; one is gathered ahead
    double const layer = 0.5 * parameters / 100e9 + 3e-6;
    CHECK(exposed(3) == near(2.0 * 2.0 * 3.0 * layer + 2.0 * layer + layer, exact));
    // replicas have no shards to group
    CHECK(exposed(0) == near(2.0 * 0.75 * 2.0 * parameters / 100e9 + 3e-6, exact));
    // hidden beside the last micro-batch
    job.stack.data_overlap = fraction{0.01};
    CHECK(exposed(1) == near(0.99 * (2.0 * pair + across), exact));
    CHECK(exposed(3) == near(0.99 * (12.0 + 2.0) * layer + layer, exact));
}

TEST_CASE("weights move as they are kept") {
    cluster const on = ideal_machine();
    training job = ideal_job(2, 8);
    job.formats.gradients = precision::bf16;
    job.stack.data_overlap = fraction{0.0};
    training_layout const three{.data = 4, .zero = 3}, one{.data = 4, .zero = 1};
    auto const exposed = [&](training_layout const& l) { return seconds(run(job, on, l).split.data); };
    double const all = double(total_parameters(job.model)), ends = 2.0 * 262'144.0 + 256.0, layers = all - ends;
    double const bf16[] = {exposed(one), exposed(three)};
    job.formats.weights = precision::fp8;
    // a byte less for each weight of a layer; ZeRO 3 gathers 4 times a step, and a layer of the two ahead
    CHECK(bf16[0] - exposed(one) == near(0.75 * layers / 100e9, 1e-10));
    CHECK(bf16[1] - exposed(three) == near(0.75 * layers * 4.5 / 100e9, 1e-10));
    // half of the layers kept in bf16
    job.formats.products = precision::fp8, job.formats.wide_layers = fraction{0.5};
    CHECK(bf16[1] - exposed(three) == near(0.5 * 0.75 * layers * 4.5 / 100e9, 1e-10));
    // frozen ones are gathered too where they are sharded: adapters in bf16 beside them
    job.formats = {.weights = precision::fp8, .gradients = precision::bf16};
    job.adaptation = adaptation_kind::low_rank, job.adaptation_rank = 8;
    double const adapters = 2.0 * 8.0 * (256.0 + 512.0 + 256.0 + 256.0);
    double const gathered = 0.75 * (layers + 2.0 * (ends + adapters)) / 100e9, reduced = 0.75 * 2.0 * adapters / 100e9;
    CHECK(exposed(three) == near(4.5 * gathered + 2.0 * reduced + (4.0 * 3.0 + 1.0) * 3e-6, 1e-10));
    CHECK(exposed(one) == near(2.0 * reduced + 2.0 * 3e-6, 1e-10));
}

TEST_CASE("weights on the host come forward and backward, as they are kept") {
    cluster const on = ideal_machine();
    training job = ideal_job(8, 8);
    auto const waited = [&](int zero) {
        auto const r = run(job, on, {.data = 4, .zero = zero, .offload = {.weights = true}});
        return seconds(r.split.offload + r.split.stragglers);
    };
    double const layers = double(total_parameters(job.model)) - 2.0 * 262'144.0 - 256.0;
    // 2 micro-batches, 2 ways, 2 bytes over 25 GB/s, all of which but compute shows
    double const step = 2.0 * 2.0 * 2.0 * layers / 25e9, compute = 2.0 * 8.0 * (forward + backward + weights);
    CHECK(waited(0) == near(step - compute, 1e-10));
    CHECK(waited(3) == near(step / 4.0 - compute, 1e-10));
    job.formats.weights = precision::fp8;
    CHECK(waited(0) == near(step / 2.0 - compute, 1e-10));
}

TEST_CASE("layers that stay in bf16 take their share") {
    cluster on = ideal_machine();
    training job = ideal_job(4, 4);
    auto const step = [&](double share) {
        job.formats.wide_layers = fraction{share};
        return seconds(run(job, on, {}).step);
    };
    double const bf16 = step(0.0);
    CHECK(step(0.5) == bf16); // nothing is narrower
    job.formats.products = precision::fp8;
    double const fp8 = step(0.0);
    // products of 4 layers in half the time, but for a quarter of them
    CHECK(fp8 == near(bf16 - 4.0 * 4.0 * 1.5 * products, exact));
    CHECK(step(0.25) == near(bf16 - 0.75 * 4.0 * 4.0 * 1.5 * products, exact));
    CHECK(step(1.0) == near(bf16, exact));
    // operands are cast only where they are narrow, and are larger where not
    on.server.accelerator.memory_bandwidth = 1e15 * (byte / second);
    job.stack.cast_traffic = 3.0 * byte;
    training const narrow = [&] { auto j = job; j.formats.wide_layers = {}; return j; }();
    training wide = narrow;
    wide.formats.products = precision::bf16;
    auto const s = [&](training const& j) { return seconds(run(j, on, {}).step); };
    CHECK(step(0.25) == near(0.75 * s(narrow) + 0.25 * s(wide), exact));
    // energy: 0.5 pJ in bf16, 0.2 pJ in fp8
    on = ideal_machine();
    on.server.accelerator.bf16.energy = 0.5e-12 * joule / FLOP, on.server.accelerator.fp8.energy = 0.2e-12 * joule / FLOP;
    auto const joules = [&](training const& j) {
        auto const r = run(j, on, {});
        return (r.draw * r.step).in(joule) - 100.0 * seconds(r.step);
    };
    job.formats.wide_layers = fraction{0.25};
    CHECK(joules(job) == near(0.75 * joules(narrow) + 0.25 * joules(wide), exact));
    // exchanged in fp8, and in bf16 by the layers that stay in it; the device waits for casts only where there are any
    job = ideal_job(4, 4);
    job.model.experts = {.routed = 8, .per_token = 2, .width = 256};
    job.formats.products = job.formats.exchanged = precision::fp8;
    auto const at = [&](double share, precision exchanged) {
        job.formats.wide_layers = fraction{share}, job.formats.exchanged = exchanged;
        return run(job, on, {.data = 4, .expert = 4}).split;
    };
    double const half = 0.5 * seconds(at(0.0, precision::fp8).expert) + 0.5 * seconds(at(0.0, precision::bf16).expert);
    CHECK(seconds(at(0.5, precision::fp8).expert) == near(half, exact));
    job.stack.host_launch = 1.0 * microsecond;
    double const cast = seconds(at(0.0, precision::fp8).host), uncast = seconds(at(1.0, precision::fp8).host);
    CHECK(cast - uncast == near(4.0 * 4.0 * 1e-6, 1e-10)); // two casts each way, 4 layers
    CHECK(seconds(at(0.5, precision::fp8).host) == near(0.5 * (cast + uncast), 1e-10));
}

TEST_CASE("a network that adds up") {
    training job = ideal_job(2, 64);
    cluster on = ideal_machine();
    training_layout const l{.data = 64, .zero = 0}; // eight servers of eight
    auto const data = [&](training_layout const& x) { return seconds(run(job, on, x).split.data); };
    double const tree = data(l), ring = data({.data = 64, .zero = 1});
    double const shards = data({.data = 64, .zero = 1, .shard_group = 8}), along = seconds(run(job, on, {.tensor = 16, .sequence_parallel = false, .data = 4, .zero = 0}).split.tensor);
    training_plan const before = plan_training(job, on, l);
    on.network.in_network_reduction = true;
    training_plan const after = plan_training(job, on, l);
    // of the eighth that a rank has: once over its interface, not twice up and down a tree
    CHECK(before.outline.shared.reduce.algorithm == collective_algorithm::tree);
    CHECK(before.outline.shared.reduce.out / after.outline.shared.reduce.out == near(2.0, exact));
    CHECK(data(l) < tree);
    CHECK(data({.data = 64, .zero = 1}) == ring);              // scattered and gathered
    CHECK(data({.data = 64, .zero = 1, .shard_group = 8}) < shards);  // summed over the servers
    CHECK(seconds(run(job, on, {.tensor = 16, .sequence_parallel = false, .data = 4, .zero = 0}).split.tensor) < along);
    // planned for servers alone, the network is not known: 2 (8 - 1)/8
    CHECK(plan_training(job, on.server, l).outline.shared.reduce.out / after.outline.shared.reduce.out == near(1.75, exact));
}

TEST_CASE("ragged stages: the fullest sets the pace, the layers that there are fill it and use energy") {
    cluster on = ideal_machine();
    on.server.scale_up.ring = {.alpha = {}, .launch = {}, .size_latency = {}, .bandwidth = 1e30 * (byte / second)};
    double const layer = forward + backward + weights;
    training job = ideal_job(13, 16);
    // 4, 3, 3 and 3 layers and the logits: 16 micro-batches through the first, once through the others
    auto const r = run(job, on, {.pipeline = 4});
    REQUIRE(3.0 * head < layer);
    CHECK(seconds(r.step) == near(16.0 * 4.0 * layer + 9.0 * layer + 3.0 * head, 1e-11));
    CHECK(seconds(r.split.total()) == near(seconds(r.step), exact));
    CHECK(seconds(r.split.products) == near(16.0 * 4.0 * 3.0 * products, exact));
    // 4, 4, 3 and 3
    job.model.layers = 14;
    CHECK(seconds(run(job, on, {.pipeline = 4}).step) == near(16.0 * 4.0 * layer + 10.0 * layer + 3.0 * head, 1e-11));
    // energy: four devices together do 14 layers and the logits
    on.server.accelerator.bf16.energy = 0.5e-12 * joule / FLOP;
    auto const e = run(job, on, {.pipeline = 4});
    CHECK(((e.draw - 100.0 * watt) * e.step).in(joule) * 4.0 == near(500.0 * 16.0 * (14.0 * layer + 3.0 * head), 1e-10));
    // zero bubble: forward and gradients of inputs of the others, less what weight gradients fill
    auto const z = run(job, on, {.pipeline = 4, .schedule = pipeline_schedule::zero_bubble});
    CHECK(seconds(z.step) == near(16.0 * 4.0 * layer + 11.0 * (forward + backward) - 3.0 * 4.0 * weights + 3.0 * head - layer, 1e-11));
}

TEST_CASE("optimiser and host") {
    training job = ideal_job(2, 8);
    cluster on = ideal_machine();
    on.server.accelerator.memory_bandwidth = 1e15 * (byte / second);
    double const parameters = plan_outline(job, totals_of(job), on.server, {.data = 4}).shared.parameters;
    job.stack.host_step = 1.0 * millisecond;
    job.stack.optimizer_traffic = 34.0 * byte;
    CHECK(seconds(run(job, on, {.data = 4, .zero = 0}).split.optimizer) == near(34.0 * parameters / 1e15, exact));
    CHECK(seconds(run(job, on, {.data = 4, .zero = 1}).split.optimizer) == near(34.0 * parameters / 4.0 / 1e15, exact));
    // on the host: gradients in fp32 out and parameters in bf16 back, 25 GB/s
    CHECK(
        seconds(run(job, on, {.data = 4, .zero = 1, .offload = {.optimizer = true}}).split.optimizer)
        == near(6.0 * parameters / 4.0 / 25e9, exact)
    );
}

TEST_CASE("stragglers: the slowest of more ranks is slower") {
    training job = ideal_job(2, 1024);
    job.stack.straggler = fraction{0.02};
    cluster const on = ideal_machine();
    CHECK(seconds(run(job, on, {}).split.stragglers) == 0.0);
    auto const r = run(job, on, {.data = 1024});
    CHECK(seconds(r.split.stragglers) == near(0.02 * (seconds(r.step) - seconds(r.split.stragglers)), exact));
    auto const fewer = run(job, on, {.data = 32}); // sqrt(ln 32/ln 1,024) = sqrt(1/2)
    CHECK(
        seconds(fewer.split.stragglers)
        == near(0.02 * std::sqrt(0.5) * (seconds(fewer.step) - seconds(fewer.split.stragglers)), exact)
    );
}

TEST_CASE("power: energy of the operations, and a cap") {
    training const job = ideal_job(3, 4);
    cluster on = ideal_machine();
    on.server.accelerator.bf16.energy = 0.5e-12 * joule / FLOP;
    // every operation at the peak: 0.5 pJ x 1e15/s beside the board at rest
    auto const free = run(job, on, {});
    CHECK(free.draw.in(watt) == near(600.0, exact));
    CHECK(seconds(free.split.throttle) == 0.0);
    // attention's operations at twice a product's energy
    training warm = job;
    warm.stack.core_energy = ratio{2.0};
    double const cores = 3.0 * 3.5 * core, all = 3.0 * 3.0 * products + 3.0 * head + cores;
    CHECK(run(warm, on, {}).draw.in(watt) == near(600.0 + 500.0 * cores / all, exact));
    // capped at 350 W: half the dynamic power, sqrt(1/2) of the clock, all of it products
    on.server.accelerator.tdp = 350.0 * watt;
    auto const capped = run(job, on, {});
    CHECK(capped.draw.in(watt) == near(350.0, exact));
    CHECK(capped.clock.value == near(std::sqrt(0.5), exact));
    CHECK(seconds(capped.step) == near(seconds(free.step) * std::sqrt(2.0), exact));
    CHECK(seconds(capped.split.throttle) == near(seconds(free.step) * (std::sqrt(2.0) - 1.0), 1e-11));
    CHECK(seconds(capped.split.total()) == near(seconds(capped.step), exact));
    // eight such boards, host, fans, interfaces and supplies over a step
    auto const lines = server_power(on.server, per_accelerator<power<>>{capped.draw}, fraction{0.0});
    CHECK(capped.server_energy.value.in(joule) == near(lines.total().value.value.in(watt)*seconds(capped.step), exact));
}

TEST_CASE("experts: exchange on both sides of their products") {
    training job = ideal_job(2, 8);
    job.model.experts = {.routed = 8, .per_token = 2, .width = 256};
    cluster const on = ideal_machine();
    auto const r = run(job, on, {.data = 8, .expert = 8});
    // 128 tokens, 2 copies among 8 ranks: 1.875 ranks touched, 7/8 of them others; dispatch and combine, forward and
    // backward, 2 layers
    double const once = 128.0 * 1.875 * 0.875 * 512.0 / 100e9 + 5e-6;
    CHECK(seconds(r.split.expert) == near(2.0 * 4.0 * once, exact));
    CHECK(seconds(run(job, on, {.data = 8}).split.expert) == 0.0);
}

TEST_CASE("experts: one copy of a token to a rank, or one to each expert") {
    training job = ideal_job(2, 8);
    job.model.experts = {.routed = 8, .per_token = 2, .width = 256};
    job.stack.deduplicated_exchange = false;
    // both copies of 128 tokens, 7/8 of them to other ranks
    double const once = 128.0 * 2.0 * 0.875 * 512.0 / 100e9 + 5e-6;
    CHECK(seconds(run(job, ideal_machine(), {.data = 8, .expert = 8}).split.expert) == near(2.0 * 4.0 * once, exact));
}

TEST_CASE("experts: the host waits for their counts, then launches") {
    cluster const on = ideal_machine();
    training job = ideal_job(2, 8);
    auto const waited = [&] { return seconds(run(job, on, {}).split.host); };
    job.stack.host_launch = 5.0 * microsecond;
    CHECK(waited() == 0.0); // a dense model's launches run ahead
    job.model.experts = {.routed = 8, .per_token = 2, .width = 256};
    job.stack.expert_kernels = 7, job.stack.backward_expert_kernels = 11;
    // 2 products forward and 4 backward beside the streaming kernels, for 8 micro-batches of 2 layers
    CHECK(waited() == near(16.0 * (2.0 + 7.0 + 4.0 + 11.0) * 5e-6, exact));
    job.stack.grouped_products = false; // a kernel for each of 8 experts
    CHECK(waited() == near(16.0 * (16.0 + 7.0 + 32.0 + 11.0) * 5e-6, exact));
    // the operands of each are cast
    job.formats.products = precision::fp8;
    CHECK(waited() == near(16.0 * (32.0 + 7.0 + 48.0 + 11.0) * 5e-6, exact));
    job.stack.host_launch = {};
    job.stack.host_step = 1.0 * millisecond;
    CHECK(waited() == near(1e-3, exact));
}

TEST_CASE("DualPipe hides dispatch and combine behind the other direction") {
    training job = ideal_job(8, 32);
    job.model.experts = {.routed = 8, .per_token = 2, .width = 256};
    job.stack.host_launch = {};
    cluster const on = ideal_machine();
    training_layout l{.pipeline = 4, .schedule = pipeline_schedule::dual_pipe, .data = 4, .expert = 4};
    auto const at = [&](double share) {
        job.stack.paired_overlap = fraction{share};
        return run(job, on, l);
    };
    // 128 tokens to 4 (1 - (3/4)^2) = 1.75 ranks, 3/4 of them others, four times a layer; 2 layers a device, 8 micro-batches
    double const exchanged = 2.0 * 4.0 * (128.0 * 1.75 * 0.75 * 512.0 / 100e9 + 5e-6);
    auto const none = at(0.0), most = at(0.75);
    CHECK(seconds(none.split.expert) == near(8.0 * exchanged, exact));
    // pairs on the longest path: 8 - 4 - 1, and 4/2 - 1 in the bubble (DeepSeek-V3 report, table 2)
    CHECK(seconds(most.split.expert) == near((8.0 - 3.0 * 0.75) * exchanged, exact));
    CHECK(seconds(none.step) - seconds(most.step) == near(4.0 * 0.75 * exchanged, 1e-11));
    // compute units held meanwhile cost their share of what is hidden
    job.stack.overlap_slowdown = fraction{0.2};
    CHECK(seconds(none.step) - seconds(at(0.75).step) == near(4.0 * 0.8 * 0.75 * exchanged, 1e-11));
    // other schedules have no second direction
    l.schedule = pipeline_schedule::one_forward_one_backward;
    CHECK(at(0.75).step == at(0.0).step);
}

TEST_CASE("prediction modules: a layer and logits each, on the last device") {
    cluster on = ideal_machine();
    training job = ideal_job(3, 4);
    double const layer = forward + backward + weights;
    job.model.prediction_modules = 2;
    CHECK(seconds(run(job, on, {}).step) == near(4.0 * (5.0 * layer + 3.0 * 3.0 * head), exact));
    // two stages of 4 layers: the last does it all, the first waits
    on.server.scale_up.ring = {.alpha = {}, .launch = {}, .size_latency = {}, .bandwidth = 1e30 * (byte / second)};
    job = ideal_job(8, 8);
    job.model.prediction_modules = 1;
    CHECK(
        seconds(run(job, on, {.pipeline = 2}).step) == near(4.0 * layer + 8.0 * (5.0 * layer + 2.0 * 3.0 * head), 1e-11)
    );
}

TEST_CASE("context ranks: kernels see parts of a sequence") {
    training job = ideal_job(2, 8);
    cluster const on = ideal_machine();
    job.stack.half_length = 64.0 * token, job.stack.backward_half_length = 96.0 * token;
    auto const attention = [&](training_layout const& l) { return seconds(run(job, on, l).split.attention); };
    // whole sequences of 128 tokens: 1 + 64/128 and 1 + 96/128
    CHECK(attention({}) == near(8.0 * 2.0 * core * (1.5 + 2.5 * 1.75), exact));
    // each of two ranks has an early and a late quarter, 32 tokens: 1 + 64/32 and 1 + 96/32
    CHECK(attention({.context = 2}) == near(8.0 * 2.0 * core / 2.0 * (3.0 + 2.5 * 4.0), exact));
}

TEST_CASE("a year's library: products run at its share of the chip's figure, attention as it does") {
    training job = ideal_job(3, 4);
    cluster const on = ideal_machine();
    auto const today = run(job, on, {});
    job.stack.product_share = ratio{0.8};
    auto const then = run(job, on, {});
    CHECK(seconds(then.split.products) == near(seconds(today.split.products) / 0.8, exact));
    CHECK(then.split.attention == today.split.attention);
    // the logits' too, and weight gradients
    CHECK(seconds(then.step) - seconds(today.step) == near(0.25 * seconds(today.split.products), 1e-11));
}

TEST_CASE("context ranks: keys and values beside attention") {
    training job = ideal_job(2, 8);
    cluster const on = ideal_machine();
    auto const r = run(job, on, {.context = 4, .data = 2});
    // 3 hops of 32 tokens x 2 heads x 128 x 2 bytes, and with their gradients back
    double const bytes = 3.0 * 32.0 * 256.0 * 2.0;
    CHECK(
        seconds(r.split.context)
        == near(4.0 * 2.0 * (bytes / 100e9 + 3.0 * 2e-6 + 2.0 * bytes / 100e9 + 3.0 * 2e-6), exact)
    );
    CHECK(seconds(r.split.attention) == near(4.0 * 2.0 * 3.5 * core / 4.0, exact));
}

TEST_CASE("a plan serves other machines") {
    training const job = ideal_job(4, 8);
    cluster on = ideal_machine();
    training_layout const l{.tensor = 2, .pipeline = 2, .data = 2};
    training_plan const p = plan_training(job, on.server, l);
    training_costs<> const c = costs_of(p.layers, job, on);
    CHECK(perform(p.outline, c, job, on, coolant).step == perform(p, job, on, coolant).step);
    on.server.accelerator.bf16.peak = dense(2000.0 * TFLOP_per_second);
    CHECK(perform(p, job, on, coolant).step == run(job, on, l).step);
}

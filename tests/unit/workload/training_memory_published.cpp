// Memory of a training step against papers, another program and published runs.
#include "training_memory_jobs.hpp"

#include <tallywatt/number.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "approx.hpp"

TEST_CASE("activations of a GPT layer are those of Korthikanti et al., to the byte") {
    for (auto const& [hidden, heads] :
         {std::pair{6144, 64}, std::pair{12288, 96}, std::pair{20480, 128}, std::pair{25600, 160}})
        for (int const t : {1, 2, 4, 8})
            for (int const b : {1, 4}) {
                double const s = 2048.0, h = hidden, a = heads, sbh = s * b * h;
                training const job = of_its_time(gpt(48, hidden, heads), 2048, 64);
                training_layout l{.tensor = t, .sequence_parallel = false, .micro_batch = b};
                auto const layer = [&] { return saved_by_layer(job, l, false); };
                CHECK(
                    bytes(layer().after(recompute_kind::none))
                    == near(sbh * (10.0 + 24.0 / t + 5.0 * a * s / (h * t)), 1e-14)
                );
                CHECK(bytes(layer().after(recompute_kind::selective)) == near(sbh * (10.0 + 24.0 / t), 1e-14));
                CHECK(bytes(layer().after(recompute_kind::full)) == 2.0 * sbh);
                l.sequence_parallel = true;
                CHECK(bytes(layer().after(recompute_kind::none)) == near(sbh / t * (34.0 + 5.0 * a * s / h), 1e-14));
                CHECK(bytes(layer().after(recompute_kind::selective)) == near(34.0 * sbh / t, 1e-14));
                CHECK(bytes(layer().after(recompute_kind::full)) == 2.0 * sbh / t);
                // section 4.3: 4 s b h/t (1 + v/h) of the output layer, without pipeline
                CHECK(bytes(saved_by_head(job, l)) == near(4.0 * sbh / t * (1.0 + 51200.0 / h), 1e-14));
            }
}

TEST_CASE("activations of the first stage: Korthikanti's total") {
    // section 4.2.3 and 4.3, interleaved: s b h L/t (34 + 5 a s/h)(1 + (p - 1)/(p m)), and a dropout mask s b h p/t of the embedding
    training const job = of_its_time(gpt(96, 12288, 96), 2048, 64);
    double const sbh = 2048.0 * 12288.0, live = 8.0 * (1.0 + 7.0 / 24.0);
    training_layout const l{.tensor = 8, .pipeline = 8, .interleave = 3, .data = 1, .zero = 0, .micro_batch = 1};
    training_memory_plan const p = plan_training_memory(job, l);
    CHECK(p.live == near(live, 1e-14));
    CHECK(
        bytes(p.activations)
        == near(sbh / 8.0 * (34.0 + 5.0 * 96.0 * 2048.0 / 12288.0) * 12.0 * live + sbh / 8.0 * live, 1e-14)
    );
    CHECK(bytes(p.logits) == 0.0); // the last device has them
}

TEST_CASE("activations, weights and states are those another program counts") {
    // calculon at caa4b11f (2024-02-22): outputs block_act_storage_space (block_act_checkpoint_size where layers are
    // recomputed), block_weight_space, act_checkpoint_size, optimizer_space of its Megatron cases. No biases, no embedding
    // and no logits there. Its gradients are 2 bytes outside the block in work: not compared.
    struct counted {
        char const* id;
        int hidden, heads, layers, sequence_parallel, pipeline, interleave, data, batch, micro_batch, tensor;
        recompute_kind recompute;
        int zero;
        double block, weights, optimizer, live; // live: act_checkpoint_size/(blocks of a device x checkpoint)
    };
    using enum recompute_kind;
    counted const cases[] = {
        {"tab5-megatron-22B-full", 6144, 64, 48, 0, 1, 1, 1, 4, 4, 8, full, 0, 100663296, 113295360, 32629063680, 1},
        {"tab5-megatron-22B-seqsel", 6144, 64, 48, 1, 1, 1, 1, 4, 4, 8, selective, 0, 213909504, 113295360, 32629063680,
         1},
        {"tab5-gpt3-175B-full", 12288, 96, 96, 0, 8, 3, 1, 64, 1, 8, full, 0, 50331648, 453083136, 32621985792,
         6241124352.0 / (12 * 50331648.0)},
        {"tab5-turing-530B-full", 20480, 128, 105, 0, 35, 3, 1, 280, 1, 8, full, 0, 83886080, 1258455040, 22652190720,
         11660165119.999998 / (3 * 83886080.0)},
        {"tab5-turing-530B-seqsel", 20480, 128, 105, 1, 35, 3, 1, 280, 1, 8, selective, 0, 178257920, 1258455040,
         22652190720, 0},
        {"tab5-megatron-1T-seqsel", 25600, 160, 128, 1, 64, 1, 1, 512, 1, 8, selective, 0, 222822400, 1966284800,
         23595417600, 0},
        // its checkpoints are whole on each shard although norms are split; ours are a shard's part
        {"example-1T-t4-p64-d12-full", 25600, 160, 128, 0, 64, 1, 12, 3072, 4, 4, full, 1, 419430400, 3932364800,
         3932364800, 53687091200.0 / (2 * 419430400.0)},
        {"175B-dp8-nozero-norecompute", 12288, 96, 96, 1, 8, 3, 8, 512, 1, 8, none, 0, 358612992, 453083136,
         32621985792, 0},
    };
    for (auto const& c : cases) {
        INFO(c.id);
        training const job = of_its_time(gpt(c.layers, c.hidden, c.heads, 51200, 0, false), 2048, c.batch);
        training_layout const l{
            .tensor = c.tensor,
            .sequence_parallel = c.sequence_parallel != 0,
            .pipeline = c.pipeline,
            .interleave = c.interleave,
            .data = c.data,
            .zero = c.zero,
            .micro_batch = c.micro_batch,
            .recompute = c.recompute};
        CHECK(bytes(saved_by_layer(job, l, false).after(c.recompute)) == c.block);
        double const blocks = layers_of(l, c.layers).first;
        training_memory_plan const p = plan_training_memory(job, l);
        // the first device of a pipeline has the embedding too, a single device the final norm
        double const ends = 51200.0 * c.hidden / c.tensor + (c.pipeline == 1 ? 2.0 * c.hidden : 0.0);
        CHECK(bytes(p.weights) == near(blocks * c.weights + 2.0 * ends, 1e-14));
        double const shards = c.zero > 0 ? c.data : 1.0;
        CHECK(12.0 * p.updated == near(c.optimizer + 12.0 * ends / shards, 1e-14));
        if (c.live > 0.0)
            CHECK(p.live == near(c.live, 1e-12));
    }
    // 22B-tp8-dp8-ar-norecompute has "fused activation", which keeps the output of GeLU only, not enough for its gradient:
    // 637,534,208 there, and the input, 8 s b h/t, more here
    training const job = of_its_time(gpt(48, 6144, 64), 2048, 256);
    training_layout const l{.tensor = 8, .sequence_parallel = false, .data = 8, .micro_batch = 2};
    CHECK(
        bytes(saved_by_layer(job, l, false).total()) == 637534208.0 + 8.0 * 2048.0 * 2.0 * 6144.0 / 8.0
    );
}

TEST_CASE("ZeRO: the table of its paper") {
    // Rajbhandari et al. 2020, figure 1 and table 1: 7.5e9 parameters, 64 ranks, 2 + 2 + 12 bytes: 120, 31.4, 16.6 and 1.9 GB
    training job{.model = gpt(36, 4096, 32), .sequence = 1024, .batch = 64};
    job.formats.gradients = precision::bf16;
    double const published[] = {120.0, 31.4, 16.6, 1.88}, scale = 7.5e9 / double(total_parameters(job.model));
    for (int zero = 0; zero <= 3; ++zero) {
        auto const m = fullest(job, {.data = 64, .zero = zero});
        INFO("stage " << zero);
        CHECK(
            gigabytes(m.weights + m.gradients + m.optimizer) * scale == near(published[zero], 0.003)
        ); // printed to three digits
    }
    // gradients in fp32: 18 bytes
    job.formats.gradients = precision::fp32;
    auto const m = fullest(job, {.data = 64, .zero = 0});
    CHECK(bytes(m.weights + m.gradients + m.optimizer) == near(18.0 * double(total_parameters(job.model)), 1e-14));
    // shards among eight only, as in hybrid sharding
    CHECK(
        bytes(fullest(job, {.data = 64, .zero = 1, .shard_group = 8}).optimizer)
        == near(12.0 / 8.0 * double(total_parameters(job.model)), 1e-14)
    );
    // context ranks share parameters as data ranks do
    CHECK(
        bytes(fullest(job, {.context = 8, .data = 8, .zero = 1}).optimizer)
        == near(12.0 / 64.0 * double(total_parameters(job.model)), 1e-14)
    );
}

TEST_CASE("published runs fit their accelerators") {
    // Narayanan et al. 2021, table 1 (A100 80 GB, 2048 tokens, whole layers recomputed); micro-batch of 1 assumed
    struct megatron {
        int heads, hidden, layers, tensor, pipeline, gpus, batch;
    };
    for (auto const& r :
         {megatron{24, 2304, 24, 1, 1, 32, 512}, megatron{32, 3072, 30, 2, 1, 64, 512},
          megatron{32, 4096, 36, 4, 1, 128, 512}, megatron{48, 6144, 40, 8, 1, 256, 1024},
          megatron{64, 8192, 48, 8, 2, 512, 1536}, megatron{80, 10240, 60, 8, 4, 1024, 1792},
          megatron{96, 12288, 80, 8, 8, 1536, 2304}, megatron{128, 16384, 96, 8, 16, 1920, 2160},
          megatron{128, 20480, 105, 8, 35, 2520, 2520}, megatron{160, 25600, 128, 8, 64, 3072, 3072}}) {
        INFO(r.hidden << " x " << r.layers);
        auto const m = fullest(
            of_its_time(gpt(r.layers, r.hidden, r.heads), 2048, r.batch),
            {.tensor = r.tensor,
             .sequence_parallel = false,
             .pipeline = r.pipeline,
             .data = r.gpus / r.tensor / r.pipeline,
             .zero = 0,
             .recompute = recompute_kind::full},
            80.0
        );
        CHECK(m.total() < 80.0 * gib * byte);
    }
    // Korthikanti et al. 2023: with sequence parallelism and selective recomputation, nothing sharded; 1T is the tightest
    for (auto const& r :
         {megatron{96, 12288, 96, 8, 8, 3, 64}, megatron{128, 20480, 105, 8, 35, 3, 280},
          megatron{160, 25600, 128, 8, 64, 1, 512}}) {
        INFO(r.hidden << " x " << r.layers);
        auto const m = fullest(
            of_its_time(gpt(r.layers, r.hidden, r.heads), 2048, r.batch),
            {.tensor = 8,
             .pipeline = r.pipeline,
             .interleave = r.gpus,
             .zero = 0,
             .recompute = recompute_kind::selective},
            80.0
        );
        CHECK(m.total() < 80.0 * gib * byte);
        // without recomputation it would not have
        auto const more = fullest(
            of_its_time(gpt(r.layers, r.hidden, r.heads), 2048, r.batch),
            {.tensor = 8, .pipeline = r.pipeline, .interleave = r.gpus, .zero = 0}, 80.0
        );
        CHECK(more.total() > 80.0 * gib * byte);
    }
    // Llama 3 herd, table 4 and section 3.3: 405B on H100 80 GB, no recomputation at 8192 tokens, gradients sharded
    training llama{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048};
    training_layout l{.tensor = 8, .pipeline = 16, .lean_ends = true, .data = 128, .zero = 2};
    CHECK(fullest(llama, l).total() < 80.0 * gib * byte);
    l.interleave = 8;
    CHECK(fullest(llama, l).total() < 80.0 * gib * byte);
    llama.sequence = 131072;
    llama.batch = 128;
    l.interleave = 1, l.context = 16, l.data = 8;
    CHECK(fullest(llama, l).total() < 80.0 * gib * byte);
    // DeepSeek-V3 report, sections 3.1 to 3.3: H800 80 GB, 16 stages, experts over 64, ZeRO 1, no tensor shards, moments in
    // bf16, norms and latents recomputed, activations kept and dispatched in fp8. The reserve apart: 80.5 of 85.9 GB
    training v3{.model = catalog::deepseek_v3, .sequence = 4096, .batch = 15360};
    v3.formats.products = v3.formats.stored = v3.formats.exchanged = precision::fp8;
    v3.formats.optimizer_state = 8.0 * byte;
    training_layout dual{
        .pipeline = 16,
        .schedule = pipeline_schedule::dual_pipe,
        .data = 128,
        .zero = 1,
        .expert = 64,
        .recompute = recompute_kind::selective};
    auto const m = fullest(v3, dual);
    CHECK(m.total() - m.reserve < 80.0 * gib * byte);
    dual.recompute = recompute_kind::none;
    CHECK(fullest(v3, dual).total() > 1.4 * 80.0 * gib * byte);
}

TEST_CASE("MosaicML's table: micro-batches were as large as memory let them be") {
    // LLM Foundry's throughput table, 2023 (A100 40 GB, A100 and H100 80 GB): fully sharded, fused attention, no biases, whole layers
    // recomputed where marked. FSDP keeps one copy of weights, in fp32, that bf16 is cast from as layers are gathered: 16 bytes
    // a parameter. Micro-batches are near the largest that fit: of the "tight" rows a half more would not have.
    struct row {
        int layers, hidden, heads, sequence, gpus, micro_batch;
        bool recompute;
        double capacity;
        bool tight;
    };
    row const rows[] = {
        {80, 8192, 64, 2048, 128, 4, true, 40, false}, {80, 8192, 64, 2048, 64, 2, true, 40, false},
        {48, 7168, 56, 2048, 32, 4, true, 40, false},  {40, 5120, 40, 8192, 8, 1, true, 40, false},
        {40, 5120, 40, 2048, 8, 4, true, 40, true},    {40, 5120, 40, 2048, 128, 16, true, 40, true},
        {40, 5120, 40, 2048, 16, 10, true, 40, true},  {32, 4096, 32, 2048, 8, 12, true, 40, true},
        {32, 2560, 20, 2048, 8, 5, false, 40, true},   {32, 2560, 20, 8192, 8, 1, false, 40, false},
        {24, 2048, 16, 2048, 8, 8, false, 40, true},   {24, 1536, 12, 2048, 8, 12, false, 40, true},
        {80, 8192, 64, 2048, 64, 8, true, 80, false},  {48, 7168, 56, 8192, 8, 1, true, 80, false},
        {48, 7168, 56, 2048, 8, 3, true, 80, false},   {48, 7168, 56, 2048, 16, 10, true, 80, false},
        {40, 5120, 40, 2048, 8, 2, false, 80, false},  {40, 5120, 40, 1024, 8, 40, true, 80, true},
        {32, 4096, 32, 2048, 8, 6, false, 80, true},   {32, 4096, 32, 1024, 8, 64, true, 80, true},
        {32, 4096, 32, 65536, 8, 1, true, 80, false},  {32, 2560, 20, 2048, 8, 10, false, 80, true},
        {24, 2048, 16, 2048, 8, 14, false, 80, true},  {24, 1536, 12, 2048, 8, 24, false, 80, true},
    };
    for (auto const& r : rows) {
        INFO(
            "d " << r.hidden << ", " << r.sequence << " tokens, " << r.gpus << " of " << r.capacity
                 << " GB, micro-batch " << r.micro_batch
        );
        transformer m = gpt(r.layers, r.hidden, r.heads, 50368, r.sequence, false);
        m.norms = norm_form::scale;
        training job{.model = m, .sequence = r.sequence, .batch = 64 * r.gpus};
        job.formats.optimizer_state = 10.0 * byte;
        training_layout l{
            .data = r.gpus,
            .zero = 3,
            .micro_batch = r.micro_batch,
            .recompute = r.recompute ? recompute_kind::full : recompute_kind::none};
        CHECK(fullest(job, l, r.capacity).total() < r.capacity * gib * byte);
        if (!r.tight)
            continue;
        l.micro_batch = (3 * r.micro_batch + 1) / 2;
        CHECK(fullest(job, l, r.capacity).total() > r.capacity * gib * byte);
    }
}


// Weights, cache and reserve of a device.
#include "approx.hpp"

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/workload/serving.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
constexpr transformer const* all_models[] = {&catalog::deepseek_v3, &catalog::llama_3_1_70b, &catalog::llama_3_1_405b, &catalog::mixtral_8x22b};

constexpr data_size<> parameters_in_bf16(transformer const& m) { return 2.0 * static_cast<double>(total_parameters(m)) * byte; }
}  // namespace

TEST_CASE("one device holds every parameter once") {
    for (auto const* m : all_models) {
        INFO(m->name);
        CHECK(weights_per_device(*m, {1, 1}, precision::bf16).in(byte) == 2.0 * static_cast<double>(total_parameters(*m)));
    }
    transformer tied = catalog::llama_3_1_70b;
    tied.tied_embeddings = true;
    tied.attention.query_bias = tied.attention.key_bias = tied.attention.value_bias = tied.attention.out_bias = tied.ffn.up_bias = tied.ffn.down_bias = true;
    CHECK(weights_per_device(tied, {1, 1}, precision::bf16).in(byte) == 2.0 * static_cast<double>(total_parameters(tied)));
}

TEST_CASE("shards hold the parameters together; norms, routers and projections into latent ranks on each of them") {
    for (auto const* m : all_models)
        for (int const t : {2, 4, 8}) {
            if (m->attention.heads % t != 0) continue;
            INFO(m->name << ", " << t << " shards");
            auto const& a = m->attention;
            double const into_ranks = a.form == attention_form::latent ? double(m->hidden) * (a.query_rank + a.kv_rank + a.rotary_size) + a.query_rank + a.kv_rank : 0.0;
            double const norms = (m->layers * m->norms_per_layer + 1.0) * m->hidden + m->layers * into_ranks;
            double const routers = m->is_mixture() ? m->mixture_layers() * (m->experts.routed * (m->hidden + (m->experts.router_bias ? 1.0 : 0.0))) : 0.0;
            double const copies = (t - 1.0) * (norms + routers) * 2.0;
            CHECK((static_cast<double>(t) * weights_per_device(*m, {t, 1}, precision::bf16)).in(byte) ==
                  near(parameters_in_bf16(*m).in(byte) + copies, 1e-14));
        }
}

TEST_CASE("data groups share the experts and copy the rest") {
    // DeepSeek-V3 on 32 devices of one group each: 8 experts a layer, everything else whole
    transformer const& m = catalog::deepseek_v3;
    double const experts = 58.0 * 256.0 * static_cast<double>(expert_parameters(m)) * 2.0, all = parameters_in_bf16(m).in(byte);
    CHECK(weights_per_device(m, {1, 32}, precision::bf16).in(byte) == near(all - experts + experts / 32.0, 1e-14));
    // 32 redundant experts make nine a device; 7 leave some devices with eight, the fullest has nine
    for (int const redundant : {32, 7})
        CHECK(weights_per_device(m, {1, 32}, precision::bf16, redundant).in(byte) == near(all - experts + 9.0 * experts / 256.0, 1e-14));
}

TEST_CASE("narrow weights: embeddings, head, norms and routers stay in bf16") {
    transformer const& m = catalog::deepseek_v3;
    // fp8: every parameter 1 byte, and one more for the wide ones
    double const wide = 2.0 * 129280.0 * 7168.0 + (61.0 * 2.0 + 1.0) * 7168.0 + 61.0 * (1536.0 + 512.0) + 58.0 * 256.0 * (7168.0 + 1.0);
    CHECK(weights_per_device(m, {1, 1}, precision::fp8).in(byte) == near(671026419200.0 + wide, 1e-14));
    // fp4: 4.5 bits with its scales
    CHECK(weights_per_device(m, {1, 1}, precision::fp4).in(byte) == near((671026419200.0 - wide) * 0.5625 + 2.0 * wide, 1e-14));
}

TEST_CASE("cache of a device") {
    // Llama 3.1 70B: 80 layers x 2 x 8 heads x 128 in bf16; a head each from eight shards on
    CHECK(cache_per_device(catalog::llama_3_1_70b, 1, precision::bf16).in(byte / token) == 327680.0);
    CHECK(cache_per_device(catalog::llama_3_1_70b, 8, precision::bf16).in(byte / token) == 40960.0);
    CHECK(cache_per_device(catalog::llama_3_1_70b, 16, precision::bf16).in(byte / token) == 40960.0);  // replicated
    CHECK(cache_per_device(catalog::llama_3_1_70b, 3, precision::fp8).in(byte / token) == 80.0 * 2.0 * 3.0 * 128.0);
    // a latent cache is whole on every shard
    CHECK(cache_per_device(catalog::deepseek_v3, 1, precision::bf16).in(byte / token) == 70272.0);
    CHECK(cache_per_device(catalog::deepseek_v3, 8, precision::fp8).in(byte / token) == 35136.0);
}

TEST_CASE("memory of a plan") {
    serving_plan p;
    p.weights = 10.0 * GB;
    p.cache = {.global = 1000.0 * byte / token};
    p.sequences = 50;
    p.page = 64;
    serving const service{.traffic = {.input = 900.0 * token, .output = 100.0 * token, .output_variation = ratio{1.0}}, .memory_reserve = fraction{0.1}};
    accelerator chip;
    chip.memory_capacity = 80.0 * GB;
    auto const use = memory_of(p, service, chip);
    CHECK(use.weights.in(GB) == near(10.0, 1e-12));
    CHECK(use.cache.in(byte) == near(50.0 * 1000.0 * (1000.0 + 32.0), 1e-12));  // 900 + 100 of context, half a page wasted
    CHECK(use.reserve.in(GB) == near(8.0, 1e-12));
    CHECK(use.total().in(GB) == near(18.0516, 1e-12));
}

TEST_CASE("more shards than key-value heads: each holds one whole") {
    // Llama 3.1 70B on 16 shards: 8 heads of keys and values of 128, so twice their projections, 8192 x 128 each
    double const together = 16.0 * weights_per_device(catalog::llama_3_1_70b, {16, 1}, precision::bf16).in(byte);
    double const norms = (80.0 * 2.0 + 1.0) * 8192.0;
    double const copies = 15.0 * norms + 80.0 * 8.0 * 2.0 * 128.0 * 8192.0;
    CHECK(together == near(parameters_in_bf16(catalog::llama_3_1_70b).in(byte) + 2.0 * copies, 1e-14));
}

TEST_CASE("stages hold whole layers, the ends one of embedding and head") {
    transformer const& m = catalog::llama_3_1_70b;
    double const layer = 2.0 * double(layer_parameters(m, false)), vocabulary = 2.0 * 128256.0 * 8192.0;
    // 80 layers on 3 stages: 27 on the fullest, and the head with the last norm
    CHECK(weights_per_device(m, {1, 1, 3}, precision::bf16).in(byte) == near(27.0 * layer + vocabulary + 2.0 * 8192.0, 1e-14));
    CHECK(weights_per_device(m, {1, 1, 80}, precision::bf16).in(byte) == near(layer + vocabulary + 2.0 * 8192.0, 1e-14));
    CHECK(plan_cache(m, {1, 1, 3}, precision::bf16).at(100.0 * token).in(byte) == near(27.0 * 100.0 * 4096.0, 1e-14));
}

TEST_CASE("attention's weights in a format of their own") {
    transformer const& m = catalog::deepseek_v3;
    double const attention = 61.0 * double(attention_matrices(m));
    auto const both = weights_per_device(m, {1, 1}, precision::fp4, precision::bf16, 0), narrow = weights_per_device(m, {1, 1}, precision::fp4);
    CHECK((both - narrow).in(byte) == near(attention * (2.0 - 0.5625), 1e-12));
}

TEST_CASE("experts cut by width where there are fewer than ranks") {
    // Mixtral's eight experts on sixteen ranks: eight times two halves
    transformer const& m = catalog::mixtral_8x22b;
    layout const l{.tensor = 16, .data = 1, .pipeline = 1, .expert = 8};
    double const experts = 56.0 * 8.0 * double(expert_parameters(m)) * 2.0;
    layout const whole{.tensor = 16, .data = 1, .pipeline = 1, .expert = 1};  // all sixteen hold a part of each
    CHECK(weights_per_device(m, l, precision::bf16).in(byte) == near(weights_per_device(m, whole, precision::bf16).in(byte), 1e-14));
    CHECK(weights_per_device(m, l, precision::bf16).in(byte) > experts / 16.0);
}

TEST_CASE("windowed layers stop growing at their window") {
    transformer m = catalog::llama_3_1_70b;
    m.attention.window = {.size = 1024, .period = 4, .local = 0b0111};  // 60 of 80 layers
    auto const c = plan_cache(m, {8, 1}, precision::bf16);
    auto const layers = [&](double context) { return c.at(context * token).in(byte) / (2.0 * 2.0 * 128.0); };  // one head, keys and values
    CHECK(layers(500.0) == near(80.0 * 500.0, 1e-14));
    CHECK(layers(1024.0) == near(80.0 * 1024.0, 1e-14));
    CHECK(layers(10000.0) == near(20.0 * 10000.0 + 60.0 * 1024.0, 1e-14));
    CHECK(layers(10000.0) * 8.0 * 512.0 == near(cache_size(m, 10000, 2.0 * byte).in(byte), 1e-14));
}

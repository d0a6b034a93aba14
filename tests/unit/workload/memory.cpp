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
    tied.attention.qkv_bias = tied.attention.out_bias = tied.ffn.bias = true;
    CHECK(weights_per_device(tied, {1, 1}, precision::bf16).in(byte) == 2.0 * static_cast<double>(total_parameters(tied)));
}

TEST_CASE("shards hold the parameters together, norms and routers on each of them") {
    for (auto const* m : all_models)
        for (int const t : {2, 4, 8}) {
            if (m->attention.heads % t != 0) continue;
            INFO(m->name << ", " << t << " shards");
            double const norms = (m->layers * m->norms_per_layer + 1.0) * m->hidden;
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
    double const wide = 2.0 * 129280.0 * 7168.0 + (61.0 * 2.0 + 1.0) * 7168.0 + 58.0 * 256.0 * (7168.0 + 1.0);
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
    p.cache = 1000.0 * byte / token;
    p.sequences = 50;
    p.page = 64;
    serving const service{.traffic = {.input = 900.0 * token, .output = 100.0 * token, .output_variation = ratio{1.0}}, .memory_reserve = fraction{0.1}};
    accelerator chip;
    chip.hbm_capacity = 80.0 * GB;
    auto const use = memory_of(p, service, chip);
    CHECK(use.weights.in(GB) == near(10.0, 1e-12));
    CHECK(use.cache.in(byte) == near(50.0 * 1000.0 * (1000.0 + 32.0), 1e-12));  // 900 + 100 of context, half a page wasted
    CHECK(use.reserve.in(GB) == near(8.0, 1e-12));
    CHECK(use.total().in(GB) == near(18.0516, 1e-12));
}

// Parameters, cache and operations of the catalog's transformers, to the last unit.
//
// Expected values: computed from each published configuration by a separate program, whose totals were compared with the
// parameter counts of the published checkpoints (difference 0 for all five). Configurations: DeepSeek-V3 technical report,
// README and weight notes, DeepSeek, 2024-12-27; DeepSeek-R1 README, DeepSeek, 2025-01-20; Llama 3.1 model card, Meta,
// 2024-07-23; Mixtral 8x22B configuration (LitGPT model configurations, Lightning AI, 2026-06-29).

#include "approx.hpp"

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/chip/precision.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using namespace tallywatt;

namespace {

struct expected_shape {
    transformer const* model;
    std::int64_t total, active, without_input_embedding, without_embeddings;
    std::int64_t cache_bytes;              // per token, bf16, all layers
    std::int64_t operations_per_key_layer; // attention core
    std::int64_t matmul_operations;        // per token
    std::int64_t decode_expanded[6];       // per token at contexts below
    std::int64_t decode_absorbed[6];       // 0: no such form
};
constexpr std::int64_t contexts[6] = {1024, 2048, 4096, 8192, 32768, 131072};

constexpr expected_shape expected[] = {
    {&catalog::deepseek_v3, 671026419200, 37552297472, 36625618432, 35698939392, 70272, 81920, 73249193984,
     {78366244864, 83483295744, 93717397504, 114185601024, 236994822144, 728231706624},
     {90647166976, 108045139968, 142841085952, 212432977920, 629984329728, 2300189736960}},
    {&catalog::deepseek_r1, 671026419200, 37552297472, 36625618432, 35698939392, 70272, 81920, 73249193984,
     {78366244864, 83483295744, 93717397504, 114185601024, 236994822144, 728231706624},
     {90647166976, 108045139968, 142841085952, 212432977920, 629984329728, 2300189736960}},
    {&catalog::llama_3_1_70b, 70553706496, 70553706496, 69503033344, 68452360192, 327680, 32768, 139003428864,
     {141687783424, 144372137984, 149740847104, 160478265344, 224902774784, 482600812544}, {}},
    {&catalog::llama_3_1_405b, 405853388800, 405853388800, 403752042496, 401650696192, 516096, 65536, 807495794688,
     {815951511552, 824407228416, 841318662144, 875141529600, 1078078734336, 1889827553280}, {}},
    {&catalog::mixtral_8x22b, 140630071296, 39161468928, 38960142336, 38758815744, 229376, 24576, 77918896128,
     {79328182272, 80737468416, 83556040704, 89193185280, 123016052736, 258307522560}, {}},
};

}  // namespace

TEST_CASE("catalog transformers match their checkpoints") {
    for (auto const& e : expected) {
        transformer const& m = *e.model;
        INFO(m.name);
        CHECK(total_parameters(m) == e.total);
        CHECK(active_parameters(m) == e.active);
        CHECK(active_parameters(m, active_convention::without_input_embedding) == e.without_input_embedding);
        CHECK(active_parameters(m, active_convention::without_embedding_and_head) == e.without_embeddings);
    }
}

TEST_CASE("cache and operations of the catalog's transformers") {
    // whole numbers below 2^53: doubles hold them exactly, so equality is meant
    for (auto const& e : expected) {
        transformer const& m = *e.model;
        INFO(m.name);
        CHECK(cache_per_token(m, size_of(precision::bf16)).in(byte / token) == static_cast<double>(e.cache_bytes));
        CHECK(matmul_operations(m).in(FLOP) == static_cast<double>(e.matmul_operations));
        CHECK(attention_operations_per_key(m).in(FLOP) == static_cast<double>(e.operations_per_key_layer * m.layers));
        for (int i = 0; i < 6; ++i) {
            double const c = static_cast<double>(contexts[i]);
            CHECK((matmul_operations(m) + c * attention_operations_per_key(m)).in(FLOP) == static_cast<double>(e.decode_expanded[i]));
            if (e.decode_absorbed[i] > 0)
                CHECK((matmul_operations(m) + c * attention_operations_per_key(m, true)).in(FLOP) == static_cast<double>(e.decode_absorbed[i]));
            else
                CHECK(attention_operations_per_key(m, true).in(FLOP) == attention_operations_per_key(m).in(FLOP));
        }
    }
}

TEST_CASE("what publishers say of the catalog's transformers") {
    // headline figures: 671B-A37B (DeepSeek-V3 README), 70 KB of cache per token (Insights into DeepSeek-V3, ISCA 2025,
    // 2025-05-14), 141B-A39B (Mistral release post), 516 KB (ISCA 2025 paper on Llama 3.1 405B): to their last digit
    using enum active_convention;
    CHECK(static_cast<double>(total_parameters(catalog::deepseek_v3)) == near(671e9, 0.5 / 671));
    CHECK(static_cast<double>(active_parameters(catalog::deepseek_v3, without_input_embedding)) == near(37e9, 0.5 / 37));
    CHECK(static_cast<double>(total_parameters(catalog::mixtral_8x22b)) == near(141e9, 0.5 / 141));
    CHECK(static_cast<double>(active_parameters(catalog::mixtral_8x22b, without_input_embedding)) == near(39e9, 0.5 / 39));
    CHECK(cache_per_token(catalog::deepseek_v3, size_of(precision::bf16)).in(byte / token) == near(70272.0, 1e-12));
    CHECK(cache_per_token(catalog::llama_3_1_405b, size_of(precision::bf16)).in(byte / token) == near(516096.0, 1e-12));
}

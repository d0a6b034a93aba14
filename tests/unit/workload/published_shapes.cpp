// Shapes that the catalog does not hold, each for a feature: parameter counts of published checkpoints, to the last unit.
//
// Configurations are the publishers' own. Totals: safetensors totals of the model hub as listed in public registries
// (2026-10), publishers' model cards, or the paper named. Where a download holds a copy of something, the test says so.

#include "approx.hpp"

#include <tallywatt/workload/operations.hpp>

#include <doctest/doctest.h>

#include <cstdint>

using namespace tallywatt;

namespace {

constexpr std::int64_t checked(transformer const& m) {
    validate(m);
    check(m);
    return total_parameters(m);
}

// GPT-2's layer: every projection biased, LayerNorm, plain feed-forward of four times the width
constexpr transformer gpt_like(int layers, int hidden, int heads, int vocabulary) {
    return {.layers = layers,
            .hidden = hidden,
            .vocabulary = vocabulary,
            .attention = {.heads = heads, .kv_heads = heads, .head_size = hidden / heads, .query_bias = true, .key_bias = true, .value_bias = true, .out_bias = true},
            .ffn = {.width = 4 * hidden, .gated = false, .up_bias = true, .down_bias = true},
            .norms = norm_form::scale_and_bias};
}

}  // namespace

TEST_CASE("learned positions, tied: GPT-2 (124,439,808)") {
    transformer m = gpt_like(12, 768, 12, 50257);
    m.tied_embeddings = true;
    m.learned_positions = 1024;
    CHECK(checked(m) == 124439808);
}

TEST_CASE("parallel blocks with one norm, biases of feed-forward and head only: GPT-J 6B (6,050,882,784), Phi-2 (2,779,683,840)") {
    transformer m = gpt_like(28, 4096, 16, 50400);
    m.attention = {.heads = 16, .kv_heads = 16, .head_size = 256};
    m.head_bias = m.parallel_blocks = true;
    m.norms_per_layer = 1;
    CHECK(checked(m) == 6050882784);
    transformer phi = gpt_like(32, 2560, 32, 51200);  // attention biased too
    phi.head_bias = phi.parallel_blocks = true;
    phi.norms_per_layer = 1;
    CHECK(checked(phi) == 2779683840);
}

TEST_CASE("parallel blocks with two norms: GPT-NeoX-20B (20,554,567,680), Pythia 12B (11,327,027,200 without embeddings)") {
    transformer m = gpt_like(44, 6144, 64, 50432);
    m.parallel_blocks = true;
    CHECK(checked(m) == 20554567680);  // model card
    transformer pythia = gpt_like(36, 5120, 40, 50688);
    pythia.parallel_blocks = true;
    CHECK(active_parameters(pythia, active_convention::without_embedding_and_head) == 11327027200);  // Pythia paper, table 1
}

TEST_CASE("multi-query attention: Falcon 7B (7,217,189,760), StarCoder (15,517,456,384), PaLM 540B (540.35B)") {
    transformer falcon = gpt_like(32, 4544, 71, 65024);  // the download holds the tied head
    falcon.attention = {.heads = 71, .kv_heads = 1, .head_size = 64};
    falcon.ffn.up_bias = falcon.ffn.down_bias = false;
    falcon.parallel_blocks = true;
    falcon.norms_per_layer = 1;
    CHECK(checked(falcon) == 7217189760);
    CHECK(cache_per_token(falcon, 2.0 * byte).in(byte / token) == 32.0 * 2.0 * 64.0 * 2.0);

    transformer star = gpt_like(40, 6144, 48, 49152);
    star.tied_embeddings = true;
    star.learned_positions = 8192;
    star.attention.kv_heads = 1;
    CHECK(checked(star) == 15517456384);

    // 118 layers of 18432, heads of 256 whose sum is not the hidden size, gated, no biases, one norm (PaLM paper, table 1)
    transformer const palm{.layers = 118, .hidden = 18432, .vocabulary = 256000, .tied_embeddings = true, .attention = {.heads = 48, .kv_heads = 1, .head_size = 256},
                           .ffn = {.width = 73728}, .norms_per_layer = 1, .parallel_blocks = true};
    CHECK(static_cast<double>(checked(palm)) == near(540.35e9, 0.01 / 540.35));
}

TEST_CASE("grouped queries, parallel, LayerNorm: Falcon 180B (179,522,565,120), Aya Expanse 8B (8,028,033,024)") {
    transformer falcon = gpt_like(80, 14848, 232, 65024);
    falcon.attention = {.heads = 232, .kv_heads = 8, .head_size = 64};
    falcon.ffn.up_bias = falcon.ffn.down_bias = false;
    falcon.parallel_blocks = true;
    CHECK(checked(falcon) == 179522565120);  // the download holds the tied head
    // Command's shape: norms without biases, tied
    transformer const aya{.layers = 32, .hidden = 4096, .vocabulary = 256000, .tied_embeddings = true, .attention = {.heads = 32, .kv_heads = 8, .head_size = 128},
                          .ffn = {.width = 14336}, .norms_per_layer = 1, .parallel_blocks = true};
    CHECK(checked(aya) == 8028033024);
}

TEST_CASE("norms without weights: OLMo 7B (6,888,095,744)") {
    transformer const m{.layers = 32, .hidden = 4096, .vocabulary = 50304, .attention = {.heads = 32, .kv_heads = 32, .head_size = 128}, .ffn = {.width = 11008},
                        .norms = norm_form::unweighted};
    CHECK(checked(m) == 6888095744);
}

TEST_CASE("alternating windows, four norms: Gemma 2 9B (9,241,705,984) and 27B (27,227,128,320)") {
    transformer m{.layers = 42, .hidden = 3584, .vocabulary = 256000, .tied_embeddings = true,
                  .attention = {.heads = 16, .kv_heads = 8, .head_size = 256, .window = {.size = 4096, .period = 2, .local = window_shape::first(1)}},
                  .ffn = {.width = 14336}, .norms_per_layer = 4};
    CHECK(checked(m) == 9241705984);
    CHECK(m.local_layers() == 21);
    m.layers = 46, m.hidden = 4608, m.ffn.width = 36864;
    m.attention.heads = 32, m.attention.kv_heads = 16, m.attention.head_size = 128;
    CHECK(checked(m) == 27227128320);
}

TEST_CASE("shared experts of another width, behind a gate: Qwen1.5-MoE-A2.7B (14,315,784,192)") {
    transformer const m{.layers = 24, .hidden = 2048, .vocabulary = 151936,
                        .attention = {.heads = 16, .kv_heads = 16, .head_size = 128, .query_bias = true, .key_bias = true, .value_bias = true},
                        .ffn = {.width = 5632},
                        .experts = {.routed = 60, .per_token = 4, .shared = 1, .width = 1408, .shared_width = 5632, .shared_gate = true}};
    CHECK(checked(m) == 14315784192);
    CHECK(static_cast<double>(active_parameters(m)) == near(2.7e9, 0.05 / 2.7));
}

TEST_CASE("every second layer a mixture, chunks, a vision tower: Llama 4 Maverick (401,583,781,376)") {
    transformer m{.layers = 48, .hidden = 5120, .vocabulary = 202048,
                  .attention = {.heads = 40, .kv_heads = 8, .head_size = 128,
                                .window = {.size = 8192, .form = window_form::chunked, .period = 4, .local = window_shape::first(3)}},
                  .ffn = {.width = 16384},
                  .experts = {.routed = 128, .per_token = 1, .shared = 1, .width = 8192, .every = 2},
                  .vision_parameters = 871932416};  // Llama 4 Scout's
    CHECK(checked(m) + m.vision_parameters == 401583781376);
    CHECK(parameters_with_vision(m) == 401583781376);
    CHECK(m.mixture_layers() == 24);
    CHECK_FALSE(m.is_mixture(0));
    CHECK(m.is_mixture(1));
    CHECK(static_cast<double>(active_parameters(m)) == near(17e9, 0.5 / 17));
}

TEST_CASE("sinks, biases everywhere: gpt-oss-120b (116,829,156,672)") {
    transformer const m{.layers = 36, .hidden = 2880, .vocabulary = 201088,
                        .attention = {.heads = 64, .kv_heads = 8, .head_size = 64, .query_bias = true, .key_bias = true, .value_bias = true, .out_bias = true, .sinks = true,
                                      .window = {.size = 128, .period = 2, .local = window_shape::first(1)}},
                        .ffn = {.width = 2880, .up_bias = true, .down_bias = true},
                        .experts = {.routed = 128, .per_token = 4, .width = 2880, .router_bias = true}};
    CHECK(checked(m) == 116829156672);
    CHECK(static_cast<double>(active_parameters(m, active_convention::without_input_embedding)) == near(5.13e9, 0.005 / 5.13));  // model card
}

TEST_CASE("norms of queries and keys, no shared experts: Qwen3-235B-A22B (235,093,634,560)") {
    transformer const m{.layers = 94, .hidden = 4096, .vocabulary = 151936, .attention = {.heads = 64, .kv_heads = 4, .head_size = 128, .qk_norm = qk_norm_form::per_head},
                        .ffn = {.width = 12288}, .experts = {.routed = 128, .per_token = 8, .width = 1536}};
    CHECK(checked(m) == 235093634560);
    CHECK(static_cast<double>(active_parameters(m)) == near(22e9, 0.5 / 22));
}

TEST_CASE("latent attention, one leading dense layer: Kimi K2 (1,026,408,232,448 without its rotary tables)") {
    transformer const m{.layers = 61, .hidden = 7168, .vocabulary = 163840,
                        .attention = {.form = attention_form::latent, .heads = 64, .query_rank = 1536, .kv_rank = 512, .unrotated_size = 128, .rotary_size = 64, .value_size = 128},
                        .ffn = {.width = 18432},
                        .experts = {.routed = 384, .per_token = 8, .shared = 1, .width = 2048, .leading_dense = 1, .router_bias = true}};
    CHECK(checked(m) == 1026408232448);
    CHECK(static_cast<double>(active_parameters(m, active_convention::without_input_embedding)) == near(32e9, 0.6 / 32));
}

TEST_CASE("prediction modules in the download: GLM-4.5 (358,337,791,296) and Air (110,468,824,832)") {
    using enum prediction_convention;
    transformer m{.layers = 92, .hidden = 5120, .vocabulary = 151552,
                  .attention = {.heads = 96, .kv_heads = 8, .head_size = 128, .query_bias = true, .key_bias = true, .value_bias = true, .qk_norm = qk_norm_form::per_head},
                  .ffn = {.width = 12288},
                  .experts = {.routed = 160, .per_token = 8, .shared = 1, .width = 1536, .leading_dense = 3, .router_bias = true},
                  .prediction_modules = 1};
    CHECK(checked(m) == 352797829024);
    CHECK(total_parameters(m) + prediction_parameters(m, with_embedding_and_head) == 358337791296);
    m.layers = 46, m.hidden = 4096, m.ffn.width = 10944;
    m.attention.qk_norm = qk_norm_form::none;
    m.experts.routed = 128, m.experts.width = 1408, m.experts.leading_dense = 1;
    CHECK(checked(m) + prediction_parameters(m, with_embedding_and_head) == 110468824832);
}

TEST_CASE("parts of other models: BERT base (109,482,240), ViT-B/16 (86,567,656), Whisper large-v2 (1,543,304,960)") {
    // norm after the embedding and none at the end; positions and two token types; a pooler beside
    transformer bert = gpt_like(12, 768, 12, 30522);
    bert.tied_embeddings = true;
    bert.learned_positions = 512 + 2;
    bert.embedding_norms = 1;
    bert.final_norms = 0;
    CHECK(checked(bert) + 768 * 769 == 109482240);
    // patches of 16 x 16 x 3 with bias, class vector, 197 positions, final norm, head of 1000 classes
    transformer const vit = gpt_like(12, 768, 12, 1);
    CHECK(12 * layer_parameters(vit, false) + 768 * 769 + 768 + 197 * 768 + 2 * 768 + 769 * 1000 == 86567656);
    // keys without bias; a decoder layer has a second attention with its norm; 80 mel bands, two convolutions of three
    transformer whisper = gpt_like(32, 1280, 20, 51865);
    whisper.attention.key_bias = false;
    std::int64_t const encoder = 32 * layer_parameters(whisper, false) + (3 * 80 + 1) * 1280 + (3 * 1280 + 1) * 1280 + 1500 * 1280 + 2 * 1280;
    std::int64_t const decoder = 32 * (layer_parameters(whisper, false) + attention_parameters(whisper) + 2 * 1280) + (51865 + 448) * 1280 + 2 * 1280;
    CHECK(encoder + decoder == 1543304960);
}

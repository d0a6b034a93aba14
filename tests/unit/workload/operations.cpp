// Cache and operations by hand, and keys by counting every pair.
#include "approx.hpp"

#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/workload/operations.hpp>

#include <doctest/doctest.h>

#include <cstdint>

using namespace tallywatt;

namespace {

// d = 8, 2 heads of 4 (1 key-value head), f = 16, V = 10, 3 layers
constexpr transformer tiny() {
    return {.layers = 3, .hidden = 8, .vocabulary = 10, .attention = {.heads = 2, .kv_heads = 1, .head_size = 4}, .ffn = {.width = 16}};
}

/// Keys that token i of a sequence (counted from 0) attends to in a layer, by asking of each whether it is seen.
std::int64_t keys_of(transformer const& m, int layer, std::int64_t i) {
    auto const& w = m.attention.window;
    std::int64_t n = 0;
    for (std::int64_t j = 0; j <= i; ++j)
        if (!w.covers(layer) || (w.form == window_form::sliding ? i - j < w.size : i / w.size == j / w.size)) ++n;
    return n;
}
std::int64_t keys_of_sequence(transformer const& m, std::int64_t s) {
    std::int64_t n = 0;
    for (int layer = 0; layer < m.layers; ++layer)
        for (std::int64_t i = 0; i < s; ++i) n += keys_of(m, layer, i);
    return n;
}

}  // namespace

TEST_CASE("operations by hand") {
    transformer m = tiny();
    // every weight of a product is used once: per layer q 8x8, k and v 8x4, o 8x8, feed-forward 3 x 8 x 16; head 80
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (3 * (192 + 384) + 80));
    // per key and layer: 2 heads, 4 for the query-key product and 4 for the value, 2 operations each
    CHECK(layer_attention_operations(m).in(FLOP) == 32.0);
    CHECK(attention_operations_per_key(m).in(FLOP) == 96.0);
    CHECK(forward_operations(m, 10.0).in(FLOP) == 2.0 * 1808 + 960.0);
    CHECK(sequence_operations(m, 10).in(FLOP) == 2.0 * 1808 + 5.5 * 96.0);
    CHECK(sequence_operations(m, 10, attention_mask::full).in(FLOP) == 2.0 * 1808 + 960.0);
    CHECK(training_operations(m, 10).in(FLOP) == 3.0 * (2.0 * 1808 + 5.5 * 96.0));
    m.tied_embeddings = true;  // still multiplies in the head
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * 1808);
    m.ffn.gated = false;
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (3 * (192 + 256) + 80));
    m.attention.value_size = 6;  // v 8x6, o 12x8
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (3 * (64 + 32 + 48 + 96 + 256) + 80));
    CHECK(layer_attention_operations(m).in(FLOP) == 2.0 * 2 * (4 + 6));
    CHECK(cache_per_token(m, 2.0 * byte).in(byte / token) == 3.0 * (4 + 6) * 2.0);
}

TEST_CASE("biases, norms, sinks and positions multiply nothing") {
    transformer m = tiny();
    double const before = forward_operations(m, 100.0).in(FLOP);
    m.attention.query_bias = m.attention.key_bias = m.attention.value_bias = m.attention.out_bias = m.attention.sinks = true;
    m.attention.qk_norm = qk_norm_form::full_width;
    m.attention.qk_norm_bias = true;
    m.ffn.up_bias = m.ffn.down_bias = m.head_bias = m.parallel_blocks = true;
    m.norms = norm_form::scale_and_bias;
    m.norms_per_layer = 4, m.embedding_norms = 1, m.learned_positions = 64, m.prediction_modules = 2, m.vision_parameters = 1000;
    CHECK(forward_operations(m, 100.0).in(FLOP) == before);
}

TEST_CASE("a mixture's operations: experts per token, shared experts, router, gate") {
    transformer m = tiny();
    m.experts = {.routed = 4, .per_token = 2, .shared = 1, .width = 6, .leading_dense = 1, .router_bias = true};
    // attention 192 x 3, one dense layer 384, two mixtures of (2 + 1) x 144 + router 32, head 80
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (576 + 384 + 2 * (432 + 32) + 80));
    m.experts.shared_width = 10;  // 240 in place of 144
    m.experts.shared_gate = true;
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (576 + 384 + 2 * (288 + 240 + 32 + 8) + 80));
    m.experts.leading_dense = 0, m.experts.every = 2;  // the second layer of three
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (576 + 2 * 384 + (288 + 240 + 32 + 8) + 80));
}

TEST_CASE("latent attention: expanded and absorbed") {
    transformer m = tiny();
    m.attention = {.form = attention_form::latent, .heads = 2, .query_rank = 5, .kv_rank = 4, .unrotated_size = 3, .rotary_size = 1, .value_size = 2};
    // queries 8x5, 5x8; ranks 8x5; keys and values 4x10; output 4x8
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (3 * (40 + 40 + 40 + 40 + 32 + 384) + 80));
    // expanded: 2 heads x 2 (4 + 2) a layer; absorbed: 2 heads x 2 (2x4 + 1)
    CHECK(attention_operations_per_key(m).in(FLOP) == 3.0 * 24.0);
    CHECK(attention_operations_per_key(m, true).in(FLOP) == 3.0 * 36.0);
    CHECK(m.attention.cached_elements() == 5);
    CHECK(expanded_cache_per_token(m, 2.0 * byte).in(byte / token) == 3.0 * 2 * (4 + 2) * 2.0);
}

TEST_CASE("keys of windowed layers, against counting every pair") {
    struct {
        int layers, size, period;
        std::int64_t local;
    } const cases[] = {{7, 5, 1, 1}, {6, 4, 2, 0b01}, {7, 4, 2, 0b10}, {13, 8, 6, 0b011111}, {9, 1, 4, 0b0111}, {5, 64, 3, 0b101}, {11, 6, 5, 0b01101}, {3, 7, 62, 0b100}};
    for (auto const form : {window_form::sliding, window_form::chunked})
        for (auto const& c : cases) {
            transformer m = tiny();
            m.layers = c.layers;
            m.attention.window = {.size = c.size, .form = form, .period = c.period, .local = c.local};
            CHECK_NOTHROW(check(m));
            INFO(c.layers << " layers, window " << c.size << " in " << c.local << " of " << c.period);
            int local = 0;
            for (int layer = 0; layer < m.layers; ++layer) local += (c.local >> (layer % c.period)) & 1;
            CHECK(m.local_layers() == local);
            CHECK(m.global_layers() == m.layers - local);
            for (std::int64_t const s : {1, 3, 8, 9, 16, 29}) {
                double const keys = static_cast<double>(keys_of_sequence(m, s)) / static_cast<double>(s);
                // few terms, exact but for a quotient
                CHECK((sequence_operations(m, s) - matmul_operations(m)).in(FLOP) == near(32.0 * keys, 1e-13));
                // the last token; a chunk is taken at its fullest
                std::int64_t last = 0;
                for (int layer = 0; layer < m.layers; ++layer)
                    last += form == window_form::chunked && m.attention.window.covers(layer) ? (s < c.size ? s : c.size) : keys_of(m, layer, s - 1);
                CHECK(attended_keys(m, static_cast<double>(s)) == static_cast<double>(last));
                // what is cached is what the fullest token sees: 8 elements of 2 bytes a layer
                CHECK(cache_size(m, s, 2.0 * byte).in(byte) == 16.0 * static_cast<double>(last));
            }
            CHECK(cache_per_token(m, 2.0 * byte).in(byte / token) == 16.0 * c.layers);
            CHECK(global_cache_per_token(m, 2.0 * byte).in(byte / token) == 16.0 * (c.layers - local));
        }
}

TEST_CASE("a full mask counts every key of the window") {
    transformer m = tiny();
    m.attention.window = {.size = 4, .period = 3, .local = 0b011};
    using enum attention_mask;
    CHECK(mean_keys(m.attention.window, 3, full) == 3.0);
    CHECK(mean_keys(m.attention.window, 100, full) == 4.0);
    CHECK(mean_keys({}, 100, full) == 100.0);
    CHECK(mean_keys({}, 100) == 50.5);
    CHECK((sequence_operations(m, 100, full) - matmul_operations(m)).in(FLOP) == 32.0 * (100 + 2 * 4));
}

TEST_CASE("operations at an uncertain context") {
    transformer m = tiny();
    m.attention.window = {.size = 50, .period = 3, .local = 0b001};
    double const fixed = matmul_operations(m).in(FLOP);
    auto const wide = forward_operations(m, interval(40.0, 60.0)).in(FLOP);
    CHECK(wide.low == near(fixed + 32.0 * 120.0, 1e-12));
    CHECK(wide.high == near(fixed + 32.0 * (120.0 + 50.0), 1e-12));
    auto const slope = forward_operations(m, dual::variable(60.0)).in(FLOP);
    CHECK(slope.derivative[0] == near(64.0, 1e-14));  // two layers of three go on growing
}

TEST_CASE("experts touched") {
    // E (1 - (1 - k/E)^T)
    transformer m = tiny();
    m.experts = {.routed = 8, .per_token = 2, .width = 6};
    CHECK(experts_touched(m, 0) == 0.0);
    CHECK(experts_touched(m, 1) == near(2.0, 1e-14));
    CHECK(experts_touched(m, 2) == near(3.5, 1e-14));  // 8 (1 - 9/16)
    CHECK(experts_touched(m, 64) == near(8.0, 2e-8));  // all eight: 0.75^64 = 1.0e-8
    m.experts = {.routed = 256, .per_token = 8, .width = 6};
    CHECK(experts_touched(m, 1) == near(8.0, 1e-14));
    CHECK(experts_touched(m, 32) == near(256.0 * (1.0 - 0.36205529), 1e-8));  // (31/32)^32 = 0.36205529
    CHECK(experts_touched(m, 128) == near(251.60115, 1e-7));                  // (31/32)^128 = 0.0171827
    m.experts.per_token = 256;
    CHECK(experts_touched(m, 1) == 256.0);
}

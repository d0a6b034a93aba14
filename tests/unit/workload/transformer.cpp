// Shapes by hand: biases, tied embeddings, plain feed-forward, multi-head latent attention without query compression.
#include "approx.hpp"

#include <tallywatt/workload/transformer.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>

using namespace tallywatt;

namespace {

// d = 8, 2 heads of 4 (1 key-value head), f = 16, V = 10, 3 layers
constexpr transformer tiny() {
    return {.layers = 3, .hidden = 8, .vocabulary = 10, .attention = {.heads = 2, .kv_heads = 1, .head_size = 4}, .ffn = {.width = 16}};
}

}  // namespace

TEST_CASE("a dense transformer by hand") {
    transformer const m = tiny();
    // q 8x8, k and v 8x4 each, o 8x8
    CHECK(attention_parameters(m) == 64 + 32 + 32 + 64);
    CHECK(ffn_parameters(m, 16) == 3 * 128);
    // embedding and head 80 each, final norm 8, per layer 192 + 384 + 2 norms of 8
    CHECK(total_parameters(m) == 160 + 8 + 3 * (192 + 384 + 16));
    CHECK(active_parameters(m) == 1944);
    CHECK(active_parameters(m, active_convention::without_input_embedding) == 1864);
    CHECK(active_parameters(m, active_convention::without_embedding_and_head) == 1784);
    // every weight of a product is used once: 3 (192 + 384) + head 80
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (3 * 576 + 80));
    // per key and layer: 2 heads, 4 for the query-key product and 4 for the value, 2 operations each
    CHECK(attention_operations_per_key(m).in(FLOP) == 3.0 * 32.0);
    CHECK(cache_per_token(m, 2.0 * byte).in(byte / token) == 3.0 * 8.0 * 2.0);
}

TEST_CASE("biases are parameters but no operations") {
    transformer m = tiny();
    double const before = matmul_operations(m).in(FLOP);
    m.attention.qkv_bias = true;  // 8 + 4 + 4 per layer
    CHECK(total_parameters(m) == 1944 + 3 * 16);
    CHECK(matmul_operations(m).in(FLOP) == before);
    m.attention.out_bias = true;  // 8
    CHECK(total_parameters(m) == 1944 + 3 * 24);
    CHECK(matmul_operations(m).in(FLOP) == before);
    m.ffn.bias = true;  // gate and up 16 each, down 8
    CHECK(total_parameters(m) == 1944 + 3 * (24 + 40));
    CHECK(matmul_operations(m).in(FLOP) == before);
}

TEST_CASE("tied embeddings are held once and multiply in the head") {
    transformer m = tiny();
    m.tied_embeddings = true;
    CHECK(total_parameters(m) == 1944 - 80);
    CHECK(active_parameters(m, active_convention::without_input_embedding) == 1864);  // the head is the embedding
    CHECK(active_parameters(m, active_convention::without_embedding_and_head) == 1784);
    CHECK(matmul_operations(m).in(FLOP) == matmul_operations(tiny()).in(FLOP));
}

TEST_CASE("a plain feed-forward has two matrices and two biases") {
    transformer m = tiny();
    m.ffn.gated = false;
    CHECK(ffn_parameters(m, 16) == 2 * 128);
    m.ffn.bias = true;
    CHECK(ffn_parameters(m, 16) == 2 * 128 + 16 + 8);
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (3 * (192 + 256) + 80));
}

TEST_CASE("mixture of experts by hand, with biases") {
    transformer m = tiny();
    m.experts = {.routed = 4, .per_token = 2, .shared = 1, .width = 6, .leading_dense = 1, .router_bias = true};
    // an expert 3x8x6 = 144; a mixture layer 5 experts, router 8x4 + 4; the first layer dense
    CHECK(expert_parameters(m) == 144);
    CHECK(total_parameters(m) == 168 + 3 * (192 + 16) + 384 + 2 * (5 * 144 + 32 + 4));
    CHECK(active_parameters(m) == total_parameters(m) - 2 * 2 * 144);
    CHECK(matmul_operations(m).in(FLOP) == 2.0 * (3 * 192 + 384 + 2 * (3 * 144 + 32) + 80));
    double const before = matmul_operations(m).in(FLOP);
    m.ffn.bias = true;  // dense layer 2x16 + 8; an expert 2x6 + 8
    CHECK(expert_parameters(m) == 144 + 20);
    CHECK(matmul_operations(m).in(FLOP) == before);
}

TEST_CASE("multi-head latent attention without query compression") {
    // DeepSeek-V2-Lite, 15,706,484,224 parameters, as its checkpoint (DeepSeek inference configurations, 2025-08-27)
    transformer const lite{
        .layers = 27,
        .hidden = 2048,
        .vocabulary = 102400,
        .attention = {.form = attention_form::latent, .heads = 16, .kv_rank = 512, .unrotated_size = 128, .rotary_size = 64, .value_size = 128},
        .ffn = {.width = 10944},
        .experts = {.routed = 64, .per_token = 6, .shared = 2, .width = 1408, .leading_dense = 1}};
    CHECK(total_parameters(lite) == 15706484224);
    CHECK(active_parameters(lite) == 2661150208);
    CHECK(active_parameters(lite, active_convention::without_input_embedding) == 2451435008);
    CHECK(active_parameters(lite, active_convention::without_embedding_and_head) == 2241719808);
    CHECK(matmul_operations(lite).in(FLOP) == 4902617088.0);

    transformer m = tiny();  // queries 8x2(3+1); ranks 8x(4+1), norm 4; keys and values out 4x2x(3+2); output 2x2x8
    m.attention = {.form = attention_form::latent, .heads = 2, .kv_rank = 4, .unrotated_size = 3, .rotary_size = 1, .value_size = 2};
    CHECK(attention_parameters(m) == 64 + 40 + 4 + 40 + 32);
    m.attention.query_rank = 5;  // 8x5, norm 5, 5x8
    CHECK(attention_parameters(m) == 40 + 5 + 40 + 40 + 4 + 40 + 32);
    double const before = matmul_operations(m).in(FLOP);
    m.attention.qkv_bias = true;  // 5 + 4 + 1
    m.attention.out_bias = true;  // 8
    CHECK(attention_parameters(m) == 201 + 10 + 8);
    CHECK(matmul_operations(m).in(FLOP) == before);
    // expanded: 2 heads x 2 (4 + 2) a layer; absorbed: 2 heads x 2 (2x4 + 1)
    CHECK(attention_operations_per_key(m).in(FLOP) == 3.0 * 24.0);
    CHECK(attention_operations_per_key(m, true).in(FLOP) == 3.0 * 36.0);
    CHECK(m.attention.cached_elements() == 5);
}

TEST_CASE("published dense checkpoints with biases") {
    // Qwen2.5 7B, 7,615,616,512 parameters (LitGPT model configurations, Lightning AI, 2026-06-29, and the checkpoint)
    transformer const qwen{.layers = 28, .hidden = 3584, .vocabulary = 152064, .attention = {.heads = 28, .kv_heads = 4, .head_size = 128, .qkv_bias = true}, .ffn = {.width = 18944}};
    CHECK(total_parameters(qwen) == 7615616512);
    CHECK(matmul_operations(qwen).in(FLOP) == 14140571648.0);
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

TEST_CASE("a shape is described: nonsense is refused by path, whatever its own kind") {
    auto const refusal = [](transformer const& m) {
        try {
            validate(m);
            check(m);
        } catch (invalid_input const& e) {
            return std::string(e.what());
        }
        return std::string("accepted");
    };
    CHECK(refusal(tiny()) == "accepted");
    transformer m = tiny();
    m.experts = {.routed = 4, .per_token = 2, .shared = -5, .width = 6};
    CHECK(refusal(m) == "transformer.experts.shared: -5 is below 0");
    m.experts.shared = 0;
    CHECK(refusal(m) == "accepted");
    m.experts.per_token = 5;
    CHECK(refusal(m) == "transformer.experts.per_token: 5 is above 4");
    m = tiny();
    m.attention.rotary_size = -600;  // refused although grouped heads do not read it
    CHECK(refusal(m) == "transformer.attention.rotary_size: -600 is below 0");
    m = tiny();
    m.attention.heads = 3, m.attention.kv_heads = 2;
    CHECK(refusal(m) == "transformer.attention.kv_heads: 2 does not divide the 3 heads");
    m = tiny();
    m.ffn.width = 0;
    CHECK(refusal(m) == "transformer.ffn.width: 0 is below 1");
    constexpr bool in_a_constant_expression = [] {
        validate(tiny());
        check(tiny());
        return true;
    }();
    CHECK(in_a_constant_expression);
}

TEST_CASE("every member of a shape is visited once, and copied when a struct around it is converted") {
    transformer a = tiny(), b;
    a.name = "a";
    a.tied_embeddings = a.attention.qkv_bias = a.attention.out_bias = a.ffn.bias = a.experts.router_bias = true;
    a.ffn.gated = false;
    a.attention.form = attention_form::latent;
    int integers = 0, others = 0;
    walk(
        [&](field_path const&, field const&, auto& leaf) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, int>)
                leaf = 100 + integers++;
            else
                ++others;
        },
        field_path{nullptr, ""}, a);
    CHECK(integers == 21);
    CHECK(others == 8);
    static_assert(std::same_as<rebind_t<transformer, float>, transformer>);
    detail::assign(a, b, resolve<double>{});
    CHECK(std::string(b.name) == "a");
    CHECK(b.attention.form == attention_form::latent);
    CHECK((b.tied_embeddings && b.attention.qkv_bias && b.attention.out_bias && b.ffn.bias && b.experts.router_bias && !b.ffn.gated));
    int next = 100;  // in the order of the members
    for (int const x : {b.layers, b.hidden, b.vocabulary, b.attention.heads, b.attention.kv_heads, b.attention.head_size, b.attention.query_rank,
                        b.attention.kv_rank, b.attention.unrotated_size, b.attention.rotary_size, b.attention.value_size, b.ffn.width, b.experts.routed,
                        b.experts.per_token, b.experts.shared, b.experts.width, b.experts.leading_dense, b.experts.node_limit, b.norms_per_layer,
                        b.prediction_modules, b.context_limit})
        CHECK(x == next++);
}

TEST_CASE("the largest shape that is accepted can be counted") {
    for (auto const kind : {attention_form::grouped, attention_form::latent}) {
        transformer m;
        m.tied_embeddings = false;
        m.attention.qkv_bias = m.attention.out_bias = m.ffn.bias = m.experts.router_bias = true;
        m.attention.form = kind;
        walk(
            [](field_path const&, field const& f, auto& leaf) {
                if constexpr (std::same_as<std::remove_cvref_t<decltype(leaf)>, int>)
                    leaf = static_cast<int>(math::min(f.allowed.high, double(std::numeric_limits<int>::max())));
            },
            field_path{nullptr, ""}, m);
        for (int const dense : {0, 1000}) {
            m.experts.leading_dense = dense;
            validate(m);
            check(m);
            // by an independent route: the same sums in floating point, which would differ widely after an overflow
            double const d = m.hidden, h = m.attention.heads, r = m.attention.kv_rank, s = m.attention.head_size;
            double const attention = kind == attention_form::grouped
                                         ? 4 * d * h * s + 3 * h * s + d
                                         : d * r + r + r * h * 2 * s + 2 * r + s + d + d * (r + s) + r + r * h * 2 * s + h * s * d;
            double const f = m.ffn.width, e = m.experts.routed + 64.0, expert = 3 * d * f + 2 * f + d;
            double const ffn = dense > 0 ? expert : e * expert + double(m.experts.routed) * (d + 1);
            double const total = 2 * double(m.vocabulary) * d + d + m.layers * (attention + m.norms_per_layer * d + ffn);
            CHECK(static_cast<double>(total_parameters(m)) == near(total, 1e-12));
            CHECK(static_cast<double>(active_parameters(m)) == near(total, 1e-12));  // all experts per token
            CHECK(matmul_operations(m).in(FLOP) == near(2 * total, 1e-3));           // embedding, norms and biases are little of it
            CHECK(attention_operations_per_key(m).in(FLOP) > 0.0);
            CHECK(m.attention.cached_elements() > 0);
        }
    }
}

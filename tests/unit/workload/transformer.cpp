// Parameters of shapes by hand; what is refused; the list of fields. Operations stand in operations.cpp, published
// checkpoints in published_shapes.cpp and unit/catalog/models.cpp.
#include "approx.hpp"

#include <tallywatt/workload/operations.hpp>

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

std::string refusal(transformer const& m) {
    try {
        validate(m);
        check(m);
    } catch (invalid_input const& e) {
        return e.what();
    }
    return "accepted";
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
    CHECK(prediction_parameters(m) == 0);
}

TEST_CASE("biases, each apart") {
    transformer m = tiny();
    auto const adds = [&](bool& flag) {
        std::int64_t const before = total_parameters(m);
        flag = true;
        return total_parameters(m) - before;
    };
    CHECK(adds(m.attention.query_bias) == 3 * 8);
    CHECK(adds(m.attention.key_bias) == 3 * 4);
    CHECK(adds(m.attention.value_bias) == 3 * 4);
    CHECK(adds(m.attention.out_bias) == 3 * 8);
    CHECK(adds(m.ffn.up_bias) == 3 * 2 * 16);  // gate and up
    CHECK(adds(m.ffn.down_bias) == 3 * 8);
    CHECK(adds(m.head_bias) == 10);
    CHECK(adds(m.attention.sinks) == 3 * 2);
    m.ffn.gated = false;
    CHECK(ffn_parameters(m, 16) == 2 * 128 + 16 + 8);
    // the head's bias is the head's
    CHECK(active_parameters(m, active_convention::without_embedding_and_head) == active_parameters(m) - 80 - 80 - 10);
}

TEST_CASE("tied embeddings are held once, and are the head") {
    transformer m = tiny();
    m.tied_embeddings = true;
    CHECK(total_parameters(m) == 1944 - 80);
    CHECK(active_parameters(m, active_convention::without_input_embedding) == 1864);
    CHECK(active_parameters(m, active_convention::without_embedding_and_head) == 1784);
    m.learned_positions = 6;  // 6x8, of the input
    CHECK(total_parameters(m) == 1864 + 48);
    CHECK(input_parameters(m) == 80 + 48);
    CHECK(active_parameters(m, active_convention::without_input_embedding) == 1864);
    CHECK(active_parameters(m, active_convention::without_embedding_and_head) == 1784);
}

TEST_CASE("norms: their number, what they hold, and those of queries and keys") {
    transformer m = tiny();  // 7 norms of 8
    m.norms = norm_form::scale_and_bias;
    CHECK(total_parameters(m) == 1944 + 56);
    m.norms = norm_form::unweighted;
    CHECK(total_parameters(m) == 1944 - 56);
    m.norms = norm_form::scale;
    m.norms_per_layer = 4, m.embedding_norms = 1, m.final_norms = 0;  // 13
    CHECK(total_parameters(m) == 1944 - 56 + 13 * 8);
    m = tiny();
    m.attention.qk_norm = qk_norm_form::unweighted;
    CHECK(total_parameters(m) == 1944);
    m.attention.qk_norm = qk_norm_form::per_head;  // 4 of queries, 4 of keys
    CHECK(total_parameters(m) == 1944 + 3 * 8);
    m.attention.qk_norm = qk_norm_form::full_width;  // 2x4 of queries, 1x4 of keys
    CHECK(total_parameters(m) == 1944 + 3 * 12);
    m.attention.qk_norm_bias = true;
    CHECK(total_parameters(m) == 1944 + 3 * 24);
}

TEST_CASE("values of another size than keys") {
    transformer m = tiny();
    m.attention.value_size = 6;  // v 8x6, o 12x8
    CHECK(attention_parameters(m) == 64 + 32 + 48 + 96);
    m.attention.value_bias = true;
    CHECK(attention_parameters(m) == 240 + 6);
    CHECK(m.attention.cached_elements() == 4 + 6);
}

TEST_CASE("mixture of experts by hand") {
    transformer m = tiny();
    m.experts = {.routed = 4, .per_token = 2, .shared = 1, .width = 6, .leading_dense = 1, .router_bias = true};
    // an expert 3x8x6 = 144; a mixture layer 5 experts, router 8x4 + 4; the first layer dense
    CHECK(expert_parameters(m) == 144);
    CHECK(router_parameters(m) == 36);
    CHECK(total_parameters(m) == 168 + 3 * (192 + 16) + 384 + 2 * (5 * 144 + 36));
    CHECK(active_parameters(m) == total_parameters(m) - 2 * 2 * 144);
    m.experts.shared_width = 10, m.experts.shared_gate = true;  // 3x8x10, gate 8
    CHECK(shared_expert_parameters(m) == 248);
    CHECK(total_parameters(m) == 168 + 3 * (192 + 16) + 384 + 2 * (4 * 144 + 248 + 36));
    m.ffn.up_bias = m.ffn.down_bias = true;  // dense layer 2x16 + 8; an expert 2x6 + 8; the shared one 2x10 + 8
    CHECK(expert_parameters(m) == 144 + 20);
    CHECK(shared_expert_parameters(m) == 248 + 28);
    CHECK(total_parameters(m) == 168 + 3 * (192 + 16) + 424 + 2 * (4 * 164 + 276 + 36));
}

TEST_CASE("which layers are mixtures") {
    transformer m = tiny();
    m.layers = 11;
    auto const layers = [&] {
        std::string s;
        int n = 0;
        for (int i = 0; i < m.layers; ++i) s += m.is_mixture(i) ? 'm' : '.', n += m.is_mixture(i);
        CHECK(m.mixture_layers() == n);
        CHECK(m.dense_layers() == m.layers - n);
        CHECK(refusal(m) == "accepted");
        return s;
    };
    CHECK(layers() == "...........");
    m.experts = {.routed = 4, .per_token = 2, .width = 6};
    CHECK(layers() == "mmmmmmmmmmm");
    m.experts.leading_dense = 3;
    CHECK(layers() == "...mmmmmmmm");
    m.experts.every = 2;
    CHECK(layers() == "....m.m.m.m");
    m.experts.ahead = 1;
    CHECK(layers() == "...m.m.m.m.");
    m.experts.leading_dense = 0, m.experts.every = 4, m.experts.ahead = 0;
    CHECK(layers() == "...m...m...");
    m.experts.ahead = 2;
    CHECK(layers() == ".m...m...m.");
    m.experts.ahead = 3;
    CHECK(layers() == "m...m...m..");
    m.experts.every = 100, m.experts.ahead = 0;
    CHECK(layers() == "...........");
}

TEST_CASE("multi-head latent attention by hand") {
    transformer m = tiny();  // queries 8x2(3+1); ranks 8x(4+1), norm 4; keys and values out 4x2x(3+2); output 2x2x8
    m.attention = {.form = attention_form::latent, .heads = 2, .kv_rank = 4, .unrotated_size = 3, .rotary_size = 1, .value_size = 2};
    CHECK(attention_parameters(m) == 64 + 40 + 4 + 40 + 32);
    m.attention.query_bias = true;  // of the queries
    CHECK(attention_parameters(m) == 180 + 8);
    m.attention.query_rank = 5;  // 8x5, norm 5, 5x8; the bias is the rank's
    CHECK(attention_parameters(m) == 40 + 5 + 40 + 40 + 4 + 40 + 32 + 5);
    m.attention.key_bias = true;  // 4 + 1
    m.attention.out_bias = true;  // 8
    m.attention.sinks = true;     // 2
    CHECK(attention_parameters(m) == 201 + 5 + 5 + 8 + 2);
    CHECK(refusal(m) == "accepted");
}

TEST_CASE("prediction modules by hand") {
    using enum prediction_convention;
    transformer m = tiny();
    m.prediction_modules = 2;  // each a layer of 592, a projection 16x8, three norms of 8
    CHECK(prediction_parameters(m) == 2 * (592 + 128 + 24));
    CHECK(prediction_parameters(m, without_projection) == 2 * (592 + 24));
    CHECK(prediction_parameters(m, with_embedding_and_head) == 2 * (592 + 128 + 24 + 160));
    m.tied_embeddings = true;
    CHECK(prediction_parameters(m, with_embedding_and_head) == 2 * (592 + 128 + 24 + 80));
    CHECK(total_parameters(m) == 1864);  // apart
    m.experts = {.routed = 4, .per_token = 2, .width = 6, .every = 3};  // the last layer is a mixture: 4 x 144 + 32
    CHECK(prediction_parameters(m) == 2 * (192 + 16 + 576 + 32 + 128 + 24));
}

TEST_CASE("a shape is described: nonsense is refused by path, whatever its own kind") {
    CHECK(refusal(tiny()) == "accepted");
    auto const after = [](auto const& change) {
        transformer m = tiny();
        m.experts = {.routed = 4, .per_token = 2, .width = 6};
        change(m);
        return refusal(m);
    };
    CHECK(after([](transformer& m) { m.experts.shared = -5; }) == "transformer.experts.shared: -5 is below 0");
    CHECK(after([](transformer& m) { m.experts.shared = 0; }) == "accepted");
    CHECK(after([](transformer& m) { m.experts.per_token = 5; }) == "transformer.experts.per_token: 5 is above 4");
    CHECK(after([](transformer& m) { m.experts = {.shared = 1, .width = 6}; }) == "transformer.experts.shared: 1 is above 0, but there are no routed experts");
    CHECK(after([](transformer& m) { m.experts.shared_gate = true; }) == "transformer.experts.shared_gate: 1 is set, but there are no shared experts");
    CHECK(after([](transformer& m) { m.experts.ahead = 1; }) == "transformer.experts.ahead: 1 is not below the 1 layers of a group");
    CHECK(after([](transformer& m) { m.experts.every = 0; }) == "transformer.experts.every: 0 is below 1");
    CHECK(after([](transformer& m) { m.experts.leading_dense = 4; }) == "transformer.experts.leading_dense: 4 is not between 0 and 3");
    // refused although grouped heads do not read it
    CHECK(after([](transformer& m) { m.attention.rotary_size = -600; }) == "transformer.attention.rotary_size: -600 is below 0");
    CHECK(after([](transformer& m) { m.attention.heads = 3, m.attention.kv_heads = 2; }) == "transformer.attention.kv_heads: 2 does not divide the 3 heads");
    CHECK(after([](transformer& m) { m.attention.qk_norm_bias = true; }) == "transformer.attention.qk_norm_bias: 1 is set, but the norms of queries and keys have no weights");
    CHECK(after([](transformer& m) { m.attention.window.period = 2; }) == "transformer.attention.window.size: 0 is no window, but there is a pattern of 2 layers");
    CHECK(after([](transformer& m) { m.attention.window = {.size = 8, .period = 2, .local = 0b100}; }) ==
          "transformer.attention.window.local: 0 marks no layer of the period, but there is a window");
    CHECK(after([](transformer& m) { m.attention.window = {.size = 8, .period = 63}; }) == "transformer.attention.window.period: 63 is above 62");
    CHECK(after([](transformer& m) { m.attention.window = {.size = 8, .local = -1}; }) == "transformer.attention.window.local: -1 is below 0");
    CHECK(after([](transformer& m) { m.vision_parameters = -1; }) == "transformer.vision_parameters: -1 is below 0");
    CHECK(after([](transformer& m) { m.experts = {}, m.ffn.width = 0; }) == "transformer.ffn.width: 0 is below 1");
    CHECK(after([](transformer& m) { m.ffn.width = 0; }) == "accepted");  // no dense layer
    auto const latent = [&](auto const& change) {
        return after([&](transformer& m) {
            m.attention = {.form = attention_form::latent, .heads = 2, .kv_rank = 4, .unrotated_size = 3, .rotary_size = 1, .value_size = 2};
            change(m.attention);
        });
    };
    CHECK(latent([](attention_shape&) {}) == "accepted");
    CHECK(latent([](attention_shape& a) { a.value_bias = true; }) ==
          "transformer.attention.value_bias: 1 is set, but latent attention projects keys and values together: that bias is key_bias");
    CHECK(latent([](attention_shape& a) { a.qk_norm = qk_norm_form::per_head; }) == "transformer.attention.qk_norm: 2 is set, but latent attention norms its ranks");
    CHECK(latent([](attention_shape& a) { a.kv_rank = 0; }) == "transformer.attention.kv_rank: 0 is below 1");
    constexpr bool in_a_constant_expression = [] {
        validate(tiny());
        check(tiny());
        return true;
    }();
    CHECK(in_a_constant_expression);
    static_assert(total_parameters(tiny()) == 1944);
    static_assert(forward_operations(tiny(), 10.0).in(FLOP) == 2.0 * 1808 + 960.0);
}

TEST_CASE("every member of a shape is visited once, and copied when a struct around it is converted") {
    transformer a = tiny(), b;
    a.name = "a";
    int integers = 0, flags = 0, others = 0;
    auto const number = [&](auto& leaf) {  // a different value for each; every flag turned
        using M = std::remove_cvref_t<decltype(leaf)>;
        if constexpr (std::same_as<M, int> || std::same_as<M, std::int64_t>)
            leaf = 100 + integers++;
        else if constexpr (std::same_as<M, bool>)
            leaf = !leaf, ++flags;
        else if constexpr (std::is_enum_v<M>)
            leaf = static_cast<M>(1), ++others;
        else
            ++others;
    };
    walk([&](field_path const&, field const&, auto& leaf) { number(leaf); }, field_path{nullptr, ""}, a);
    CHECK(integers == 31);
    CHECK(flags == 14);
    CHECK(others == 5);  // name and four forms
    static_assert(std::same_as<rebind_t<transformer, float>, transformer>);
    detail::assign(a, b, resolve<double>{});
    CHECK(std::string(b.name) == "a");
    auto const& t = b.attention;
    CHECK((t.form == attention_form::latent && t.qk_norm == qk_norm_form::unweighted && t.window.form == window_form::chunked && b.norms == norm_form::scale));
    CHECK((b.tied_embeddings && b.head_bias && b.parallel_blocks && t.query_bias && t.key_bias && t.value_bias && t.out_bias && t.qk_norm_bias && t.sinks));
    CHECK((!b.ffn.gated && b.ffn.up_bias && b.ffn.down_bias && b.experts.router_bias && b.experts.shared_gate));
    std::int64_t next = 100;  // in the order of the members
    for (std::int64_t const x : std::initializer_list<std::int64_t>{
             b.layers, b.hidden, b.vocabulary, t.heads, t.kv_heads, t.head_size, t.query_rank, t.kv_rank, t.unrotated_size, t.rotary_size, t.value_size, t.window.size,
             t.window.period, t.window.local, b.ffn.width, b.experts.routed, b.experts.per_token, b.experts.shared, b.experts.width, b.experts.shared_width,
             b.experts.leading_dense, b.experts.every, b.experts.ahead, b.experts.node_limit, b.norms_per_layer, b.embedding_norms, b.final_norms, b.learned_positions,
             b.prediction_modules, b.vision_parameters, b.context_limit})
        CHECK(x == next++);
}

TEST_CASE("the largest shape that is accepted can be counted") {
    for (auto const kind : {attention_form::grouped, attention_form::latent}) {
        bool const grouped = kind == attention_form::grouped;
        transformer m;
        walk(
            [](field_path const&, field const& f, auto& leaf) {
                using M = std::remove_cvref_t<decltype(leaf)>;
                if constexpr (std::same_as<M, int> || std::same_as<M, std::int64_t>)
                    leaf = static_cast<M>(math::min(f.allowed.high, double(std::numeric_limits<int>::max())));
                else if constexpr (std::same_as<M, bool>)
                    leaf = true;
            },
            field_path{nullptr, ""}, m);
        m.tied_embeddings = m.attention.value_bias = m.attention.qk_norm_bias = false;
        m.norms = norm_form::scale_and_bias;
        m.attention.form = kind;
        m.experts.every = 1, m.experts.ahead = 0;
        for (int const dense : {0, 1000}) {
            m.experts.leading_dense = dense;
            CHECK(refusal(m) == "accepted");
            // by an independent route: the same sums in floating point, which would differ widely after an overflow
            double const d = m.hidden, h = m.attention.heads, r = m.attention.kv_rank, s = m.attention.head_size;
            double const attention = grouped ? 4 * d * h * s + 2 * h * s + d + h : d * r + r + r * h * 2 * s + 2 * r + s + d + h + d * (r + s) + r + r * h * 2 * s + h * s * d;
            double const f = m.ffn.width, experts = m.experts.routed + 64.0, expert = 3 * d * f + 2 * f + d;
            double const ffn = dense > 0 ? expert : experts * expert + double(m.experts.routed) * (d + 1) + d;
            double const layer = attention + m.norms_per_layer * 2 * d + ffn, embedding = double(m.vocabulary) * d;
            double const total = 2 * embedding + m.vocabulary + m.learned_positions * d + 8 * 2 * d + m.layers * layer;
            CHECK(static_cast<double>(total_parameters(m)) == near(total, 1e-12));
            CHECK(static_cast<double>(parameters_with_vision(m)) == near(total + double(m.vision_parameters), 1e-12));
            CHECK(static_cast<double>(active_parameters(m)) == near(total, 1e-12));  // all experts per token
            CHECK(static_cast<double>(prediction_parameters(m, prediction_convention::with_embedding_and_head)) ==
                  near(16 * (layer + 2 * d * d + 6 * d + 2 * embedding), 1e-12));
            CHECK(matmul_operations(m).in(FLOP) == near(2 * total, 1e-3));  // embedding, norms and biases are little of it
            CHECK(attention_operations_per_key(m).in(FLOP) > 0.0);
            CHECK(m.attention.cached_elements() > 0);
            CHECK(m.attention.expanded_elements() > 0);
        }
    }
}

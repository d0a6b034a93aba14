#pragma once
// The exact shape of a decoder-only transformer. All of it is integers: a shape is plan data. Parameter counts follow
// published checkpoints to the last unit.
//
//   attention  grouped heads  2 d H e + 2 d K e (+ biases);  multi-head latent (MLA)  d r_q + r_q H (n + p) + d (r + p) + r H (n + v) + H v d + r_q + r
//   FFN        gated 3 d f, plain 2 d f;   mixture of experts (E + S) 3 d f_e + d E (+ E router bias)
//   d hidden, H heads, K key-value heads, e head size; MLA: r_q query rank, r key-value rank, n, p, v per-head sizes of
//   the unrotated key, the rotary key and the value; E routed experts of which k per token, S shared.
//
// Upper bounds of the fields are several times any published model's; within them every count fits in 63 bits.

#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

#include <cstdint>

namespace tallywatt {

enum class attention_form : unsigned char { grouped, latent };

struct attention_shape {
    static constexpr char const* kind = "attention";
    attention_form form = attention_form::grouped;
    int heads = 0;
    int kv_heads = 0;        ///< grouped: equal to heads is multi-head, 1 is multi-query
    int head_size = 0;       ///< grouped; heads * head_size need not equal hidden
    bool qkv_bias = false, out_bias = false;  ///< latent: of the two projections into the ranks, and of the output's
    int query_rank = 0;      ///< latent; 0: queries are not compressed
    int kv_rank = 0;
    int unrotated_size = 0, rotary_size = 0, value_size = 0;

    /// Per-head size of a query-key product and of a value.
    [[nodiscard]] constexpr int key_size() const { return form == attention_form::latent ? unrotated_size + rotary_size : head_size; }
    [[nodiscard]] constexpr int out_size() const { return form == attention_form::latent ? value_size : head_size; }
    /// Elements cached per token and layer (an MLA cache is shared by all heads).
    [[nodiscard]] constexpr int cached_elements() const {
        return form == attention_form::latent ? kv_rank + rotary_size : 2 * kv_heads * head_size;
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr bounds size = between(0, 1 << 14), rank = between(0, 1 << 17);
        visit(field{"form"}, self.form...);
        visit(field{"heads", between(1, 1 << 14)}, self.heads...);
        visit(field{"kv_heads", between(0, 1 << 14)}, self.kv_heads...);
        visit(field{"head_size", size}, self.head_size...);
        visit(field{"qkv_bias"}, self.qkv_bias...);
        visit(field{"out_bias"}, self.out_bias...);
        visit(field{"query_rank", rank}, self.query_rank...);
        visit(field{"kv_rank", rank}, self.kv_rank...);
        visit(field{"unrotated_size", size}, self.unrotated_size...);
        visit(field{"rotary_size", size}, self.rotary_size...);
        visit(field{"value_size", size}, self.value_size...);
    }
};

struct ffn_shape {
    static constexpr char const* kind = "ffn";
    int width = 0;
    bool gated = true, bias = false;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"width", between(0, 1 << 20)}, self.width...);
        visit(field{"gated"}, self.gated...);
        visit(field{"bias"}, self.bias...);
    }
};

struct expert_shape {
    static constexpr char const* kind = "experts";
    int routed = 0;          ///< 0: a dense model
    int per_token = 0;       ///< top-k
    int shared = 0;
    int width = 0;
    int leading_dense = 0;   ///< layers before the first mixture
    int node_limit = 1 << 20;  ///< nodes a token's experts may lie on (group-limited routing)
    bool router_bias = false;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr bounds count = between(0, 1 << 14);
        visit(field{"routed", count}, self.routed...);
        visit(field{"per_token", count}, self.per_token...);
        visit(field{"shared", between(0, 64)}, self.shared...);
        visit(field{"width", between(0, 1 << 20)}, self.width...);
        visit(field{"leading_dense", between(0, 1000)}, self.leading_dense...);
        visit(field{"node_limit", between(1, 1 << 20)}, self.node_limit...);
        visit(field{"router_bias"}, self.router_bias...);
    }
};

struct transformer {
    static constexpr char const* kind = "transformer";
    char const* name = "";
    int layers = 0;
    int hidden = 0;
    int vocabulary = 0;
    bool tied_embeddings = false;
    attention_shape attention{};
    ffn_shape ffn{};
    expert_shape experts{};
    int norms_per_layer = 2;
    int prediction_modules = 0;  ///< multi-token prediction modules shipped with the model (not in its parameter count)
    int context_limit = 0;       ///< tokens; 0: none stated

    [[nodiscard]] constexpr bool is_mixture() const { return experts.routed > 0; }
    [[nodiscard]] constexpr int dense_layers() const { return is_mixture() ? experts.leading_dense : layers; }
    [[nodiscard]] constexpr int mixture_layers() const { return layers - dense_layers(); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"layers", between(1, 1000)}, self.layers...);
        visit(field{"hidden", between(1, 1 << 17)}, self.hidden...);
        visit(field{"vocabulary", between(1, 1 << 24)}, self.vocabulary...);
        visit(field{"tied_embeddings"}, self.tied_embeddings...);
        visit(field{"attention"}, self.attention...);
        visit(field{"ffn"}, self.ffn...);
        visit(field{"experts"}, self.experts...);
        visit(field{"norms_per_layer", between(0, 16)}, self.norms_per_layer...);
        visit(field{"prediction_modules", between(0, 16), {}, "serving does not draft tokens: the modules are not loaded"}, self.prediction_modules...);
        visit(field{"context_limit", non_negative}, self.context_limit...);
    }
};

/// Throws invalid_input where numbers that are each in their range contradict one another.
constexpr void check(transformer const& m) {
    auto const refuse = [](char const* path, int v, std::string const& complaint) {
        throw invalid_input(std::string(transformer::kind) + '.' + path, v, "", std::to_string(v) + complaint);
    };
    auto const at_least_one = [&](int v, char const* path) {
        if (v < 1) refuse(path, v, " is below 1");
    };
    auto const& a = m.attention;
    auto const& e = m.experts;
    if (a.form == attention_form::grouped) {
        at_least_one(a.kv_heads, "attention.kv_heads");
        at_least_one(a.head_size, "attention.head_size");
        if (a.heads % a.kv_heads != 0) refuse("attention.kv_heads", a.kv_heads, " does not divide the " + std::to_string(a.heads) + " heads");
    } else {
        at_least_one(a.kv_rank, "attention.kv_rank");
        at_least_one(a.value_size, "attention.value_size");
        if (a.key_size() < 1) refuse("attention.unrotated_size", a.unrotated_size, " is below 1, and there is no rotary part either");
    }
    if (e.leading_dense > m.layers)
        refuse("experts.leading_dense", e.leading_dense, " is not between 0 and " + std::to_string(m.layers));
    if (e.per_token > e.routed) refuse("experts.per_token", e.per_token, " is above " + std::to_string(e.routed));
    if (m.dense_layers() > 0) at_least_one(m.ffn.width, "ffn.width");
    if (m.is_mixture()) {
        at_least_one(e.per_token, "experts.per_token");
        at_least_one(e.width, "experts.width");
    }
}

/// Weights of one layer's attention, norms of its ranks included.
constexpr std::int64_t attention_parameters(transformer const& m) {
    auto const& a = m.attention;
    std::int64_t const d = m.hidden, h = a.heads;
    if (a.form == attention_form::grouped) {
        std::int64_t const q = h * a.head_size, kv = std::int64_t{a.kv_heads} * a.head_size;
        return 2 * d * q + 2 * d * kv + (a.qkv_bias ? q + 2 * kv : 0) + (a.out_bias ? d : 0);
    }
    std::int64_t const keys = h * (a.unrotated_size + a.rotary_size);
    std::int64_t const query = a.query_rank > 0 ? d * a.query_rank + a.query_rank + a.query_rank * keys : d * keys;
    std::int64_t const biases = (a.qkv_bias ? a.query_rank + a.kv_rank + a.rotary_size : 0) + (a.out_bias ? d : 0);
    return query + d * (a.kv_rank + a.rotary_size) + a.kv_rank + std::int64_t{a.kv_rank} * h * (a.unrotated_size + a.value_size) +
           h * a.value_size * d + biases;
}

/// Weights of a feed-forward block of the given width.
constexpr std::int64_t ffn_parameters(transformer const& m, int width) {
    std::int64_t const d = m.hidden, f = width;
    return (m.ffn.gated ? 3 : 2) * d * f + (m.ffn.bias ? (m.ffn.gated ? 2 * f : f) + d : 0);
}

/// Weights of one routed expert.
constexpr std::int64_t expert_parameters(transformer const& m) { return ffn_parameters(m, m.experts.width); }

/// All parameters of the main model (prediction modules apart).
constexpr std::int64_t total_parameters(transformer const& m) {
    std::int64_t const d = m.hidden, embedding = std::int64_t{m.vocabulary} * d;
    std::int64_t const per_layer = attention_parameters(m) + m.norms_per_layer * d;
    std::int64_t const mixture = (m.experts.routed + m.experts.shared) * expert_parameters(m) + std::int64_t{m.experts.routed} * d +
                                 (m.experts.router_bias ? m.experts.routed : 0);
    return embedding * (m.tied_embeddings ? 1 : 2) + d + m.layers * per_layer + m.dense_layers() * ffn_parameters(m, m.ffn.width) +
           m.mixture_layers() * (m.is_mixture() ? mixture : 0);
}

/// What publishers count as "active".
enum class active_convention : unsigned char { all, without_input_embedding, without_embedding_and_head };

/// Parameters that one token passes through.
constexpr std::int64_t active_parameters(transformer const& m, active_convention convention = active_convention::all) {
    std::int64_t const idle = m.is_mixture() ? std::int64_t{m.mixture_layers()} * (m.experts.routed - m.experts.per_token) * expert_parameters(m) : 0;
    std::int64_t const embedding = std::int64_t{m.vocabulary} * m.hidden;
    std::int64_t const active = total_parameters(m) - idle;
    switch (convention) {
        case active_convention::all: return active;
        case active_convention::without_input_embedding: return m.tied_embeddings ? active : active - embedding;
        default: return active - embedding * (m.tied_embeddings ? 1 : 2);
    }
}

/// Cached bytes per token of context over all layers, for elements of the given size.
constexpr data_per_token<> cache_per_token(transformer const& m, data_size<> element) {
    return double(m.attention.cached_elements()) * double(m.layers) * element / token;
}

/// Operations of one token's matrix products, attention core apart.
constexpr operation_count<> matmul_operations(transformer const& m) {
    auto const vectors = [&] {  // parameters that multiply nothing: norms, biases
        auto const& a = m.attention;
        bool const latent = a.form == attention_form::latent;
        std::int64_t const layers = m.layers, up = m.ffn.gated ? 2 : 1;
        std::int64_t n = m.norms_per_layer * layers * m.hidden + m.hidden;
        if (latent) n += layers * (a.query_rank + a.kv_rank);
        if (a.qkv_bias) n += layers * (latent ? a.query_rank + a.kv_rank + a.rotary_size : (a.heads + 2 * a.kv_heads) * a.head_size);
        if (a.out_bias) n += layers * m.hidden;
        if (m.ffn.bias) {
            n += m.dense_layers() * (up * m.ffn.width + m.hidden);
            if (m.is_mixture()) n += m.mixture_layers() * std::int64_t{m.experts.per_token + m.experts.shared} * (up * m.experts.width + m.hidden);
        }
        if (m.experts.router_bias) n += std::int64_t{m.mixture_layers()} * m.experts.routed;
        return n;
    }();
    std::int64_t const embedding = std::int64_t{m.vocabulary} * m.hidden;
    return 2.0 * double(active_parameters(m) - vectors - (m.tied_embeddings ? 0 : embedding)) * FLOP;
}

/// Operations of the attention core per token and token of context, over all layers: 2 H (q + v), or absorbed MLA's
/// 2 H (2 r + p) which reads the compressed cache directly.
constexpr operation_count<> attention_operations_per_key(transformer const& m, bool absorbed = false) {
    auto const& a = m.attention;
    double const per_head = absorbed && a.form == attention_form::latent ? 2.0 * a.kv_rank + a.rotary_size : a.key_size() + a.out_size();
    return 2.0 * m.layers * a.heads * per_head * FLOP;
}

/// Expected experts touched by `tokens` tokens under uniform routing: E (1 - (1 - k/E)^T).
constexpr double experts_touched(transformer const& m, int tokens) {
    double const e = m.experts.routed;
    return e * (1.0 - math::pow(1.0 - m.experts.per_token / e, tokens));
}

}  // namespace tallywatt

#pragma once
// The exact shape of a decoder-only transformer. All of it is integers: a shape is plan data. Parameter counts follow
// published checkpoints to the last unit; workload/operations.hpp counts what a shape computes and caches.
//
//   attention  grouped heads  d H e + d K (e + e_v) + H e_v d
//              multi-head latent (MLA)  d r_q + r_q H (n + p) + d (r + p) + r H (n + v) + H v d + r_q + r
//              + biases, + norms of queries and keys, + one sink per head
//   FFN        gated 3 d f, plain 2 d f; mixture of experts E 3 d f_e + S 3 d f_s + d E (+ E router bias, + d shared gate)
//   d hidden, H heads, K key-value heads, e and e_v sizes of a key and of a value; MLA: r_q query rank, r key-value rank,
//   n, p, v per-head sizes of the unrotated key, the rotary key and the value; E routed experts of which k per token, S shared.
//
// Layers come in classes: the feed-forward half is dense or a mixture (workload/feed_forward_shape.hpp), the attention half
// sees all of the context or a window of it (workload/attention_shape.hpp). Each follows a repeating pattern.
//
// Upper bounds of the fields are several times any published model's; within them every count fits in 63 bits.
// Reference: Vaswani et al. 2017; the published configurations named in catalog/models/.
//
//   transformer m = catalog::deepseek_v3;   std::int64_t n = total_parameters(m);   // 671,026,419,200

#include <tallywatt/units/constants.hpp>
#include <tallywatt/workload/attention_shape.hpp>
#include <tallywatt/workload/feed_forward_shape.hpp>

#include <cstdint>
#include <string>

namespace tallywatt {

/// What a norm holds: nothing, a scale per element (RMSNorm), or a scale and a bias (LayerNorm).
enum class norm_form : unsigned char { unweighted, scale, scale_and_bias };

struct transformer {
    static constexpr char const* kind = "transformer";
    char const* name = "";
    int layers = 0;
    int hidden = 0;
    int vocabulary = 0;
    bool tied_embeddings = false;
    bool head_bias = false;      ///< of the logits
    attention_shape attention{};
    ffn_shape ffn{};
    expert_shape experts{};
    int norms_per_layer = 2;     ///< of `hidden` elements; 4 with norms before and after each half, 1 where parallel blocks share one
    int embedding_norms = 0;     ///< between embedding and first layer
    int final_norms = 1;         ///< before the head
    norm_form norms = norm_form::scale;
    bool parallel_blocks = false;  ///< attention and feed-forward read the same input; their outputs are added
    int learned_positions = 0;   ///< rows of a position embedding; 0: positions are rotary, biases of the scores, or none
    int prediction_modules = 0;  ///< multi-token prediction modules shipped with the model (not in its parameter count)
    std::int64_t vision_parameters = 0;  ///< of a vision tower with its projector (not in the text model's count)
    int context_limit = 0;       ///< tokens; 0: none stated

    [[nodiscard]] constexpr bool is_mixture() const { return experts.routed > 0; }
    /// Whether a layer (counted from 0) holds experts.
    [[nodiscard]] constexpr bool is_mixture(int layer) const { return experts.covers(layer); }
    [[nodiscard]] constexpr int mixture_layers() const { return experts.count(layers); }
    [[nodiscard]] constexpr int dense_layers() const { return layers - mixture_layers(); }
    /// Layers that see a window only.
    [[nodiscard]] constexpr int local_layers() const { return attention.window.count(layers); }
    [[nodiscard]] constexpr int global_layers() const { return layers - local_layers(); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"layers", between(1, 1000)}, self.layers...);
        visit(field{"hidden", between(1, 1 << 17)}, self.hidden...);
        visit(field{"vocabulary", between(1, 1 << 24)}, self.vocabulary...);
        visit(field{"tied_embeddings"}, self.tied_embeddings...);
        visit(field{"head_bias"}, self.head_bias...);
        visit(field{"attention"}, self.attention...);
        visit(field{"ffn"}, self.ffn...);
        visit(field{"experts"}, self.experts...);
        visit(field{"norms_per_layer", between(0, 16)}, self.norms_per_layer...);
        visit(field{"embedding_norms", between(0, 4)}, self.embedding_norms...);
        visit(field{"final_norms", between(0, 4)}, self.final_norms...);
        visit(field{"norms"}, self.norms...);
        visit(field{"parallel_blocks"}, self.parallel_blocks...);
        visit(field{"learned_positions", between(0, 1 << 24)}, self.learned_positions...);
        visit(field{"prediction_modules", between(0, 16)}, self.prediction_modules...);
        visit(field{"vision_parameters", between(0, 1e12)}, self.vision_parameters...);
        visit(field{"context_limit", non_negative}, self.context_limit...);
    }
};

/// The same shape by another name, as of a fine-tuned model.
constexpr transformer renamed(transformer m, char const* name) {
    m.name = name;
    return m;
}

/// Throws invalid_input where numbers that are each in their range contradict one another.
constexpr void check(transformer const& m) {
    auto const refuse = [](char const* path, int v, std::string const& complaint) {
        throw invalid_input(std::string(transformer::kind) + '.' + path, v, "", std::to_string(v) + complaint);
    };
    auto const at_least_one = [&](int v, char const* path) {
        if (v < 1) refuse(path, v, " is below 1");
    };
    auto const needs = [&](bool flag, bool condition, char const* path, char const* complaint) {
        if (flag && !condition) refuse(path, 1, complaint);
    };
    auto const& a = m.attention;
    auto const& w = a.window;
    auto const& e = m.experts;
    if (a.form == attention_form::grouped) {
        at_least_one(a.kv_heads, "attention.kv_heads");
        at_least_one(a.head_size, "attention.head_size");
        if (a.heads % a.kv_heads != 0) refuse("attention.kv_heads", a.kv_heads, " does not divide the " + std::to_string(a.heads) + " heads");
    } else {
        at_least_one(a.kv_rank, "attention.kv_rank");
        at_least_one(a.value_size, "attention.value_size");
        if (a.key_size() < 1) refuse("attention.unrotated_size", a.unrotated_size, " is below 1, and there is no rotary part either");
        needs(a.value_bias, false, "attention.value_bias", " is set, but latent attention projects keys and values together: that bias is key_bias");
        if (a.qk_norm != qk_norm_form::none) refuse("attention.qk_norm", int(a.qk_norm), " is set, but latent attention norms its ranks");
    }
    needs(a.qk_norm_bias, a.qk_norm == qk_norm_form::per_head || a.qk_norm == qk_norm_form::full_width, "attention.qk_norm_bias",
          " is set, but the norms of queries and keys have no weights");
    if (w.size > 0 && (w.local & window_shape::first(w.period)) == 0)
        refuse("attention.window.local", 0, " marks no layer of the period, but there is a window");
    if (w.size == 0 && w.period > 1) refuse("attention.window.size", 0, " is no window, but there is a pattern of " + std::to_string(w.period) + " layers");
    if (e.leading_dense > m.layers)
        refuse("experts.leading_dense", e.leading_dense, " is not between 0 and " + std::to_string(m.layers));
    if (e.per_token > e.routed) refuse("experts.per_token", e.per_token, " is above " + std::to_string(e.routed));
    if (e.ahead >= e.every) refuse("experts.ahead", e.ahead, " is not below the " + std::to_string(e.every) + " layers of a group");
    if (e.shared > 0 && e.routed == 0) refuse("experts.shared", e.shared, " is above 0, but there are no routed experts");
    needs(e.shared_gate, e.shared > 0, "experts.shared_gate", " is set, but there are no shared experts");
    if (m.dense_layers() > 0) at_least_one(m.ffn.width, "ffn.width");
    if (m.is_mixture()) {
        at_least_one(e.per_token, "experts.per_token");
        at_least_one(e.width, "experts.width");
    }
}

/// Weights of one norm over `width` elements.
constexpr std::int64_t norm_parameters(transformer const& m, std::int64_t width) {
    return width * (m.norms == norm_form::scale_and_bias ? 2 : m.norms == norm_form::scale ? 1 : 0);
}

/// Weights of one layer's attention that multiply activations; the rest are biases, norms and sinks.
constexpr std::int64_t attention_matrices(transformer const& m) {
    auto const& a = m.attention;
    std::int64_t const d = m.hidden, h = a.heads;
    if (a.form == attention_form::grouped)
        return d * h * a.head_size + d * a.kv_heads * (a.head_size + a.out_size()) + h * a.out_size() * d;
    std::int64_t const keys = h * a.key_size();
    std::int64_t const query = a.query_rank > 0 ? d * a.query_rank + a.query_rank * keys : d * keys;
    return query + d * (a.kv_rank + a.rotary_size) + std::int64_t{a.kv_rank} * h * (a.unrotated_size + a.value_size) + h * a.value_size * d;
}

/// All weights of one layer's attention, norms of its ranks, queries and keys included.
constexpr std::int64_t attention_parameters(transformer const& m) {
    auto const& a = m.attention;
    std::int64_t const h = a.heads, k = a.kv_heads;
    std::int64_t n = attention_matrices(m) + (a.out_bias ? m.hidden : 0) + (a.sinks ? h : 0);
    if (a.form == attention_form::latent)
        return n + a.query_rank + a.kv_rank + (a.query_bias ? (a.query_rank > 0 ? a.query_rank : h * a.key_size()) : 0) +
               (a.key_bias ? a.kv_rank + a.rotary_size : 0);
    n += (a.query_bias ? h * a.head_size : 0) + (a.key_bias ? k * a.head_size : 0) + (a.value_bias ? k * a.out_size() : 0);
    std::int64_t const norm = a.qk_norm == qk_norm_form::per_head ? 2 : a.qk_norm == qk_norm_form::full_width ? h + k : 0;
    return n + norm * a.head_size * (a.qk_norm_bias ? 2 : 1);
}

/// Weights of a feed-forward block of the given width that multiply activations.
constexpr std::int64_t ffn_matrices(transformer const& m, int width) { return (m.ffn.gated ? 3 : 2) * std::int64_t{m.hidden} * width; }

/// All weights of a feed-forward block of the given width.
constexpr std::int64_t ffn_parameters(transformer const& m, int width) {
    return ffn_matrices(m, width) + (m.ffn.up_bias ? (m.ffn.gated ? 2 : 1) * std::int64_t{width} : 0) + (m.ffn.down_bias ? m.hidden : 0);
}

/// Weights of one routed expert.
constexpr std::int64_t expert_parameters(transformer const& m) { return ffn_parameters(m, m.experts.width); }
/// Weights of the shared experts of a layer, with their gate.
constexpr std::int64_t shared_expert_parameters(transformer const& m) {
    auto const& e = m.experts;
    return e.shared * ffn_parameters(m, e.one_shared_width()) + (e.shared_gate ? m.hidden : 0);
}
constexpr std::int64_t router_parameters(transformer const& m) {
    return std::int64_t{m.experts.routed} * (m.hidden + (m.experts.router_bias ? 1 : 0));
}

/// Weights of one layer's feed-forward half, dense or a mixture.
constexpr std::int64_t feed_forward_parameters(transformer const& m, bool mixture) {
    return mixture ? m.experts.routed * expert_parameters(m) + shared_expert_parameters(m) + router_parameters(m) : ffn_parameters(m, m.ffn.width);
}
/// Weights of one layer, norms included.
constexpr std::int64_t layer_parameters(transformer const& m, bool mixture) {
    return attention_parameters(m) + m.norms_per_layer * norm_parameters(m, m.hidden) + feed_forward_parameters(m, mixture);
}

/// Weights of the token embedding, which the head shares where embeddings are tied.
constexpr std::int64_t embedding_parameters(transformer const& m) { return std::int64_t{m.vocabulary} * m.hidden; }
/// Weights of what turns tokens into the first layer's input: the token embedding and learned positions.
constexpr std::int64_t input_parameters(transformer const& m) { return (std::int64_t{m.vocabulary} + m.learned_positions) * m.hidden; }

/// All parameters of the text model (prediction modules and vision tower apart).
constexpr std::int64_t total_parameters(transformer const& m) {
    int const mixtures = m.mixture_layers();
    return input_parameters(m) + (m.tied_embeddings ? 0 : embedding_parameters(m)) + (m.head_bias ? m.vocabulary : 0) +
           (m.final_norms + m.embedding_norms) * norm_parameters(m, m.hidden) + (m.layers - mixtures) * layer_parameters(m, false) +
           (mixtures > 0 ? mixtures * layer_parameters(m, true) : 0);
}
/// The same with the vision tower: what a checkpoint of such a model holds.
constexpr std::int64_t parameters_with_vision(transformer const& m) { return total_parameters(m) + m.vision_parameters; }

/// How the parameters of prediction modules are counted. A module is a layer of the last layer's class, a projection of two
/// hidden vectors into one, and three norms (of both, and before the head); it runs on the main model's embedding and head.
enum class prediction_convention : unsigned char {
    unique,                  ///< the module's own weights
    without_projection,      ///< less the projection
    with_embedding_and_head  ///< with a copy of embedding and head, as downloads hold it
};

/// Parameters of the prediction modules (DeepSeek-V3 report, 2024).
constexpr std::int64_t prediction_parameters(transformer const& m, prediction_convention convention = prediction_convention::unique) {
    if (m.prediction_modules == 0) return 0;
    std::int64_t const d = m.hidden, projection = 2 * d * d;
    std::int64_t n = layer_parameters(m, m.is_mixture(m.layers - 1)) + 3 * norm_parameters(m, d);
    if (convention != prediction_convention::without_projection) n += projection;
    if (convention == prediction_convention::with_embedding_and_head) n += embedding_parameters(m) * (m.tied_embeddings ? 1 : 2);
    return m.prediction_modules * n;
}

/// What publishers count as "active".
enum class active_convention : unsigned char { all, without_input_embedding, without_embedding_and_head };

/// Parameters that one token passes through. Learned positions belong to the input embedding; a tied embedding is the head.
constexpr std::int64_t active_parameters(transformer const& m, active_convention convention = active_convention::all) {
    std::int64_t const idle = m.is_mixture() ? std::int64_t{m.mixture_layers()} * (m.experts.routed - m.experts.per_token) * expert_parameters(m) : 0;
    std::int64_t const active = total_parameters(m) - idle, head = embedding_parameters(m) + (m.head_bias ? m.vocabulary : 0);
    std::int64_t const input = input_parameters(m) - (m.tied_embeddings ? embedding_parameters(m) : 0);
    switch (convention) {
        case active_convention::all: return active;
        case active_convention::without_input_embedding: return active - input;
        default: return active - input - head;
    }
}

}  // namespace tallywatt

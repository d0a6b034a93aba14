#pragma once
// Memory of one device of a serving instance: weights by class, cache pages, and a reserve for collectives, graphs and
// workspace.
//
//   attention     heads over the tensor shards, ceil(K/t) key-value heads on each; projections into latent ranks on every
//                 shard, those out of them by heads
//   dense, shared by width over the tensor shards
//   experts       ceil((E + redundant)/ranks) slots, each by its width over what remains of the stage
//   ends          embedding and head by vocabulary over the tensor shards; of several stages the first holds the one, the
//                 last the other, and the fullest counts
//   cache         grouped heads ceil(K/t) on each shard, a latent cache whole; windowed layers stop growing at their window
//
// The products' weights are in the formats asked for; biases, norms, sinks, routers, embeddings and head in bf16. Of L
// layers in p stages the fullest holds ceil(L/p), of the mean layer's size.

#include <tallywatt/chip/precision.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/workload/layout.hpp>
#include <tallywatt/workload/operations.hpp>

namespace tallywatt {

namespace detail {
constexpr double kv_heads_of_shard(attention_shape const& a, int tensor) {
    return math::ceil(double(a.kv_heads) / tensor);
}

/// Elements of one shard of a layer's attention products.
constexpr double attention_shard(transformer const& m, int tensor) {
    auto const& a = m.attention;
    double const t = tensor, d = m.hidden, h = a.heads / t;
    if (a.form == attention_form::grouped)
        return d * h * (a.head_size + a.out_size()) + d * kv_heads_of_shard(a, tensor) * (a.head_size + a.out_size());
    double const keys = h * a.key_size();
    double const query = a.query_rank > 0 ? d * a.query_rank + a.query_rank * keys : d * keys;
    return query + d * (a.kv_rank + a.rotary_size) + a.kv_rank * h * (a.unrotated_size + a.value_size)
           + h * a.value_size * d;
}
} // namespace detail

/// Weights held by each device; `attention` is the format of the attention halves' products.
constexpr data_size<> weights_per_device(
    transformer const& m, layout const& l, precision weights, precision attention, int redundant_experts
) {
    data_size<> const wide = size_of(precision::bf16), w = size_of(weights);
    double const t = l.tensor, d = m.hidden, share = math::ceil(double(m.layers) / l.pipeline) / m.layers;
    auto const& e = m.experts;
    // of each layer
    double const rest = double(attention_parameters(m) - attention_matrices(m))
                        + m.norms_per_layer * double(norm_parameters(m, m.hidden));
    data_size<> total = share * m.layers * (detail::attention_shard(m, l.tensor) * size_of(attention) + rest * wide);
    auto const block = [&](double count, int width, double shards) {
        double const products = double(ffn_matrices(m, width)), others = double(ffn_parameters(m, width)) - products;
        return count * (products / shards * w + others * wide);
    };
    if (m.dense_layers() > 0)
        total += block(share * m.dense_layers(), m.ffn.width, t);
    if (m.is_mixture()) {
        double const n = share * m.mixture_layers();
        double const slots = math::ceil(double(e.routed + redundant_experts) / l.expert_ranks());
        total += block(n * slots, e.width, l.expert_shards());
        total += block(n * e.shared, e.one_shared_width(), t);
        total += n * (double(router_parameters(m)) + (e.shared_gate ? d : 0.0)) * wide;
    }
    // the ends
    double const vocabulary = double(embedding_parameters(m)) / t, norm = double(norm_parameters(m, m.hidden));
    double const first = vocabulary + double(m.learned_positions) * d + m.embedding_norms * norm;
    double const last = (m.head_bias ? m.vocabulary / t : 0.0) + m.final_norms * norm;
    if (l.pipeline > 1)
        total += math::max(first, vocabulary + last) * wide;
    else
        total += (first + (m.tied_embeddings ? 0.0 : vocabulary) + last) * wide;
    return total;
}
/// The same with one format throughout.
constexpr data_size<>
weights_per_device(transformer const& m, layout const& l, precision weights, int redundant_experts = 0) {
    return weights_per_device(m, l, weights, weights, redundant_experts);
}

/// Cache of one token of context on each device that holds it, while no window is full.
constexpr data_per_token<> cache_per_device(transformer const& m, int tensor, precision cache) {
    auto const& a = m.attention;
    double const elements = a.form == attention_form::latent
                                ? double(a.cached_elements())
                                : detail::kv_heads_of_shard(a, tensor) * (a.head_size + a.out_size());
    return elements * m.layers * size_of(cache) / token;
}

/// Cache of a sequence on one device: what grows on and what stops at a window.
struct cache_plan {
    data_per_token<> global{}, local{};
    double window = 0.0; ///< tokens; 0: every layer sees the whole context

    /// Of one sequence at a context.
    template <class T>
    [[nodiscard]] constexpr data_size<T> at(token_count<T> const& context) const {
        return global * context + local * math::min(context, T(window) * token);
    }
};

constexpr cache_plan plan_cache(transformer const& m, layout const& l, precision cache) {
    double const share = math::ceil(double(m.layers) / l.pipeline) / m.layers;
    data_per_token<> const each = cache_per_device(m, l.tensor, cache) * (share / m.layers);
    return {double(m.global_layers()) * each, double(m.local_layers()) * each, double(m.attention.window.size)};
}

/// Memory of one device by part.
template <class T = double>
struct memory_use {
    static constexpr char const* kind = "memory";
    data_size<T> weights{}, cache{}, reserve{};
    [[nodiscard]] constexpr data_size<T> total() const { return weights + cache + reserve; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"weights"}, self.weights...);
        visit(field{"cache"}, self.cache...);
        visit(field{"reserve"}, self.reserve...);
    }
};

} // namespace tallywatt

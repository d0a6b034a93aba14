#pragma once
// Memory of one device of a serving instance: weights by class, cache pages, and a reserve for collectives, graphs and
// workspace. Weights: attention and dense blocks over the tensor shards, routed experts (with redundant copies) over all
// devices; embeddings, head, routers and norms in bf16. A latent cache is not divided by tensor shards; grouped heads are, up to one each.

#include <tallywatt/chip/precision.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/workload/layout.hpp>
#include <tallywatt/workload/transformer.hpp>

namespace tallywatt {

/// Weights held by each device.
constexpr data_size<> weights_per_device(transformer const& m, layout const& l, precision weights, int redundant_experts = 0) {
    data_size<> const wide = size_of(precision::bf16), w = size_of(weights);
    double const t = l.tensor, embedding = double(m.vocabulary) * m.hidden;
    double const dense = double(m.layers) * double(attention_parameters(m)) + double(m.dense_layers()) * double(ffn_parameters(m, m.ffn.width)) +
                         (m.is_mixture() ? double(m.mixture_layers()) * m.experts.shared * double(expert_parameters(m)) : 0.0);
    double const norms = (double(m.layers) * m.norms_per_layer + 1.0) * m.hidden;
    data_size<> total = norms * wide + dense / t * w + embedding * (m.tied_embeddings ? 1.0 : 2.0) / t * wide;
    if (m.is_mixture()) {
        double const slots = math::ceil(double(m.experts.routed + redundant_experts) / l.accelerators());
        total += double(m.mixture_layers()) * (slots * double(expert_parameters(m)) * w + double(m.experts.routed) * (m.hidden + (m.experts.router_bias ? 1.0 : 0.0)) * wide);
    }
    return total;
}

/// Cache of one token of context on each device that holds it.
constexpr data_per_token<> cache_per_device(transformer const& m, int tensor, precision cache) {
    auto const& a = m.attention;
    double const elements = a.form == attention_form::latent ? double(a.cached_elements()) : 2.0 * math::ceil(double(a.kv_heads) / tensor) * a.head_size;
    return elements * m.layers * size_of(cache) / token;
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

}  // namespace tallywatt

#pragma once
// What a transformer computes and caches per token, from its shape.
//
//   forward operations per token  2 (weights that multiply it) + sum over layers 2 H (q + v) keys
//   keys a token attends to: the context c, at most the window w of a windowed layer
//   mean over a causal sequence of s tokens: (s + 1)/2;  sliding window, s >= w: w - w (w - 1)/(2 s);
//   chunks of w: (w + 1)/2 over whole chunks.     Full mask: s (or w), what some publishers count
//   H heads, q and v sizes of a key and of a value. A multiply and an add are two operations; norms, rotations, softmax
//   and sampling are not counted. Units: FLOP and bytes per token. Validity: check(transformer); s and c at least 1.
// Reference: Kaplan et al. 2020, appendix; DeepSeek-V2 report, 2024 (absorbed form); sums by hand in tests/unit/workload.
//
//   operation_count<> f = forward_operations(m, 4096.0);            // one token at that context
//   operation_count<> g = sequence_operations(m, 4096);             // per token of a causal sequence, on the mean

#include <tallywatt/workload/transformer.hpp>

namespace tallywatt {

/// Cached bytes per token of context over all layers, for elements of the given size, while no window is full.
constexpr data_per_token<> cache_per_token(transformer const& m, data_size<> element) {
    return double(m.attention.cached_elements()) * double(m.layers) * element / token;
}
/// The same of the layers that see the whole context: what the cache goes on growing by.
constexpr data_per_token<> global_cache_per_token(transformer const& m, data_size<> element) {
    return double(m.attention.cached_elements()) * double(m.global_layers()) * element / token;
}
/// Bytes per token of the keys and values that the heads work on: a latent cache expanded, else the cache itself.
constexpr data_per_token<> expanded_cache_per_token(transformer const& m, data_size<> element) {
    return double(m.attention.expanded_elements()) * double(m.layers) * element / token;
}
/// Cache of one sequence at a context; windowed layers stop growing at their window.
constexpr data_size<> cache_size(transformer const& m, std::int64_t context, data_size<> element) {
    double const c = double(context), w = m.attention.window.size;
    double const keys = m.global_layers() * c + m.local_layers() * math::min(c, w);
    return double(m.attention.cached_elements()) * keys * element;
}

/// Weights that multiply one token's activations in the forward pass: no embedding, norms, biases or idle experts.
constexpr std::int64_t active_matrices(transformer const& m) {
    auto const& e = m.experts;
    int const mixtures = m.mixture_layers();
    std::int64_t n = embedding_parameters(m) + m.layers * attention_matrices(m) + (m.layers - mixtures) * ffn_matrices(m, m.ffn.width);
    if (mixtures > 0)
        n += mixtures * (e.per_token * ffn_matrices(m, e.width) + e.shared * ffn_matrices(m, e.one_shared_width()) +
                         std::int64_t{e.routed} * m.hidden + (e.shared_gate ? m.hidden : 0));
    return n;
}

/// Operations of one token's matrix products, attention core apart.
constexpr operation_count<> matmul_operations(transformer const& m) { return 2.0 * double(active_matrices(m)) * FLOP; }

/// Operations of the attention core of one layer, per token and key: 2 H (q + v), or absorbed MLA's 2 H (2 r + p), which
/// reads the compressed cache directly.
constexpr operation_count<> layer_attention_operations(transformer const& m, bool absorbed = false) {
    auto const& a = m.attention;
    double const per_head = absorbed && a.form == attention_form::latent ? 2.0 * a.kv_rank + a.rotary_size : a.key_size() + a.out_size();
    return 2.0 * a.heads * per_head * FLOP;
}
/// The same over all layers, for a context below any window.
constexpr operation_count<> attention_operations_per_key(transformer const& m, bool absorbed = false) {
    return double(m.layers) * layer_attention_operations(m, absorbed);
}

/// Keys that a token at context c attends to, summed over layers; its own is one of them. A chunked layer is taken at its
/// fullest: the mean over a long sequence is half as many, see mean_keys.
template <class T>
constexpr T attended_keys(transformer const& m, T const& context) {
    int const local = m.local_layers();
    return T(double(m.layers - local)) * context + T(double(local)) * math::min(context, T(double(m.attention.window.size)));
}

/// Operations of one token at a context.
template <class T = double>
constexpr operation_count<T> forward_operations(transformer const& m, T const& context, bool absorbed = false) {
    return T(1.0) * matmul_operations(m) + attended_keys(m, context) * layer_attention_operations(m, absorbed);
}

/// Which part of the square of queries and keys is counted.
enum class attention_mask : unsigned char { causal, full };

/// Mean number of keys per token of a sequence of s tokens, in a layer of the given window (size 0: none).
constexpr double mean_keys(window_shape const& window, std::int64_t s, attention_mask mask = attention_mask::causal) {
    double const n = double(s), w = double(window.size);
    if (mask == attention_mask::full) return window.size > 0 ? math::min(n, w) : n;
    if (window.size == 0 || n <= w) return (n + 1.0) / 2.0;
    if (window.form == window_form::sliding) return w - w * (w - 1.0) / (2.0 * n);
    double const chunks = double(s / window.size), rest = double(s % window.size);
    return (chunks * w * (w + 1.0) + rest * (rest + 1.0)) / (2.0 * n);
}

/// Operations per token of a sequence of s tokens, on the mean.
constexpr operation_count<> sequence_operations(transformer const& m, std::int64_t s, attention_mask mask = attention_mask::causal) {
    int const local = m.local_layers();
    double const keys = (m.layers - local) * mean_keys({}, s, mask) + local * mean_keys(m.attention.window, s, mask);
    return matmul_operations(m) + keys * layer_attention_operations(m);
}

/// Operations per token of a training step: the backward pass takes twice the forward's.
constexpr operation_count<> training_operations(transformer const& m, std::int64_t s, attention_mask mask = attention_mask::causal) {
    return 3.0 * sequence_operations(m, s, mask);
}

/// Expected experts touched by `tokens` tokens under uniform routing: E (1 - (1 - k/E)^T).
constexpr double experts_touched(transformer const& m, int tokens) {
    double const e = m.experts.routed;
    return e * (1.0 - math::pow(1.0 - m.experts.per_token / e, tokens));
}

}  // namespace tallywatt

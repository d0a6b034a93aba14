#pragma once
// The shape of a transformer's attention.
//
//   grouped  H heads of size e that share K keys and values: multi-head K = H, grouped-query, multi-query K = 1.
//            Cached per token and layer: K (e + e_v) elements.
//   latent   multi-head latent attention (MLA): keys and values of all heads are kept as one vector of rank r and one
//            rotary key of size p; queries pass through a rank r_q, or straight where it is 0. Cached: r + p elements.
//   windows  layers that see a part of the context only, in a pattern that repeats from the first layer on.
//
// Sizes are whole numbers of elements. Units: none. Validity: check(transformer).
// Reference: Vaswani et al. 2017; Ainslie et al. 2023 (GQA); DeepSeek-V2 report, 2024 (MLA); Beltagy et al. 2020 (windows).
//
//   attention_shape a{.heads = 32, .kv_heads = 16, .head_size = 128, .qk_norm = qk_norm_form::per_head,
//                     .window = {.size = 1024, .period = 6, .local = window_shape::first(5)}};   // five local, one global

#include <tallywatt/number/field.hpp>

#include <bit>
#include <cstdint>

namespace tallywatt {

enum class attention_form : unsigned char { grouped, latent };
/// Norms of queries and keys: none, without weights (L2), one weight per element of a head (shared by the heads), or one
/// per element of all heads (whether the norm is taken over all of them or head by head).
enum class qk_norm_form : unsigned char { none, unweighted, per_head, full_width };
/// A window that slides with the token, or chunks that start anew: a token sees its own chunk only.
enum class window_form : unsigned char { sliding, chunked };

/// Layers that attend to a part of the context, in a pattern that repeats from the first layer on.
struct window_shape {
    static constexpr char const* kind = "window";
    int size = 0;                     ///< tokens, its own included; 0: every layer sees the whole context
    window_form form = window_form::sliding;
    int period = 1;                   ///< layers of the pattern, at most 62
    std::int64_t local = 1;           ///< bit i: the i-th layer of a period is windowed; by default all are

    /// Whether a layer (counted from 0) is windowed.
    [[nodiscard]] constexpr bool covers(int layer) const { return size > 0 && ((local >> (layer % period)) & 1) != 0; }
    /// The pattern whose first n layers of a period are windowed.
    static constexpr std::int64_t first(int n) { return (std::int64_t{1} << n) - 1; }
    /// Windowed layers among the first `layers`.
    [[nodiscard]] constexpr int count(int layers) const {
        if (size == 0) return 0;
        if (period == 1) return (local & 1) != 0 ? layers : 0;
        auto const in_first = [&](int n) { return std::popcount(static_cast<std::uint64_t>(local & first(n))); };
        return layers / period * in_first(period) + in_first(layers % period);
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size", between(0, 1 << 30)}, self.size...);
        visit(field{"form"}, self.form...);
        visit(field{"period", between(1, 62)}, self.period...);
        visit(field{"local", between(0, 0x1p62)}, self.local...);
    }
};

struct attention_shape {
    static constexpr char const* kind = "attention";
    attention_form form = attention_form::grouped;
    int heads = 0;
    int kv_heads = 0;        ///< grouped: equal to heads is multi-head, 1 is multi-query
    int head_size = 0;       ///< grouped; heads * head_size need not equal hidden
    /// Biases of the projections. Latent: query_bias is that of the projection into the query rank (of the queries where
    /// there is none), key_bias that of the joint projection into key-value rank and rotary key; value_bias does not exist.
    bool query_bias = false, key_bias = false, value_bias = false, out_bias = false;
    int query_rank = 0;      ///< latent; 0: queries are not compressed
    int kv_rank = 0;
    int unrotated_size = 0, rotary_size = 0;
    int value_size = 0;      ///< grouped: 0 is head_size
    qk_norm_form qk_norm = qk_norm_form::none;
    bool qk_norm_bias = false;
    bool sinks = false;      ///< a learned logit per head to which attention may go
    window_shape window{};

    /// Per-head size of a query-key product and of a value.
    [[nodiscard]] constexpr int key_size() const { return form == attention_form::latent ? unrotated_size + rotary_size : head_size; }
    [[nodiscard]] constexpr int out_size() const { return form == attention_form::latent || value_size > 0 ? value_size : head_size; }
    /// Elements cached per token and layer (a latent cache is shared by all heads).
    [[nodiscard]] constexpr int cached_elements() const {
        return form == attention_form::latent ? kv_rank + rotary_size : kv_heads * (head_size + out_size());
    }
    /// Elements of the keys and values that the heads work on, per token and layer: what a latent cache is expanded to.
    [[nodiscard]] constexpr int expanded_elements() const {
        return (form == attention_form::latent ? heads : kv_heads) * (key_size() + out_size());
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr bounds size = between(0, 1 << 14), rank = between(0, 1 << 17);
        visit(field{"form"}, self.form...);
        visit(field{"heads", between(1, 1 << 14)}, self.heads...);
        visit(field{"kv_heads", between(0, 1 << 14)}, self.kv_heads...);
        visit(field{"head_size", size}, self.head_size...);
        visit(field{"query_bias"}, self.query_bias...);
        visit(field{"key_bias"}, self.key_bias...);
        visit(field{"value_bias"}, self.value_bias...);
        visit(field{"out_bias"}, self.out_bias...);
        visit(field{"query_rank", rank}, self.query_rank...);
        visit(field{"kv_rank", rank}, self.kv_rank...);
        visit(field{"unrotated_size", size}, self.unrotated_size...);
        visit(field{"rotary_size", size}, self.rotary_size...);
        visit(field{"value_size", size}, self.value_size...);
        visit(field{"qk_norm"}, self.qk_norm...);
        visit(field{"qk_norm_bias"}, self.qk_norm_bias...);
        visit(field{"sinks"}, self.sinks...);
        visit(field{"window"}, self.window...);
    }
};

}  // namespace tallywatt

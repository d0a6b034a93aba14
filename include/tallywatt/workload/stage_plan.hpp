#pragma once
// The kernels of one half of a layer (attention or feed-forward) on one device, planned: products with their tiles and
// waves, bytes that streaming kernels move. Per row: each norm is a read and a write, the residual two reads and a write;
// rotary, norms of queries and keys and the cache write are in place. Two blocks in parallel share the residual.
//
// Prefill expands a latent cache, decode uses the absorbed form. Experts: rows of the busiest rank and the experts it
// touches by routing.hpp; groups of random size fill tiles of m rows with max(1, r/m + 1/2) of them for r expected rows.

#include <tallywatt/chip/kernel.hpp>
#include <tallywatt/workload/layout.hpp>
#include <tallywatt/workload/routing.hpp>
#include <tallywatt/workload/transformer.hpp>

#include <array>

namespace tallywatt {

/// Tokens of one step per attention group.
struct step_batch {
    int decode = 0;   ///< running sequences
    int prefill = 0;  ///< new prompt tokens
    int verified = 1; ///< tokens of each running sequence: the last one and its drafts
    [[nodiscard]] constexpr int decode_rows() const { return decode * verified; }
    [[nodiscard]] constexpr int rows() const { return decode_rows() + prefill; }
};

/// Kernels of one half of a layer (attention or feed-forward) on one device.
struct stage_plan {
    std::array<matmul_plan, 6> matmuls{}; ///< first those in the weights' format, then `wide` ones in bf16
    int narrow = 0, wide = 0;
    int grouped = 0; ///< of the narrow ones, the first: over experts
    int kernels = 0; ///< streaming kernels
    data_size<> streamed{};
    constexpr void add(matmul_plan const& m, bool in_bf16 = false) {
        matmuls[static_cast<std::size_t>(narrow + wide)] = m;
        ++(in_bf16 ? wide : narrow);
    }
    /// Another stage's products in the weights' format, behind those here, and its streams.
    constexpr void join(stage_plan const& other) {
        for (int i = wide; i > 0; --i)
            matmuls[static_cast<std::size_t>(narrow + other.narrow + i - 1)] =
                matmuls[static_cast<std::size_t>(narrow + i - 1)];
        for (int i = 0; i < other.narrow; ++i)
            matmuls[static_cast<std::size_t>(narrow + i)] = other.matmuls[static_cast<std::size_t>(i)];
        narrow += other.narrow;
        streamed += other.streamed;
    }
};

/// Sizes of what a half of a layer reads: an element of its weights and of its products' inputs.
struct stage_format {
    data_size<> weight = size_of(precision::bf16), activation = size_of(precision::bf16);
    int padding = matmul_tile_rows; ///< rows that its products pad to
};
/// Of weights that are multiplied by inputs, in the wider of both formats.
constexpr stage_format format_of(precision weights, precision inputs) {
    return {size_of(weights), size_of(inputs), row_padding(weights, weights < inputs ? inputs : weights)};
}

namespace detail {

constexpr matmul_plan plan_product(stage_format const& f, double rows, double columns, double inner, int units) {
    return plan_matmul(1, rows, columns, inner, f.activation, f.weight, units, 1, f.padding);
}

// What streaming kernels move, per element of a row. In place (rotary, norm of a rank, cache write, lookup): one read, one
// write. Residual: two reads, the stream and a half's output, and one write.
inline constexpr double in_place = 2.0, residual = 3.0;
/// Norm that feeds a product: read in bf16, written in the product's format.
constexpr data_size<> norm_and_cast(data_size<> act) { return size_of(precision::bf16) + act; }

/// Bytes per row around an attention half: its norm, the residual, and half of the norms beyond two.
constexpr data_size<> around_attention(transformer const& m, data_size<> act) {
    data_size<> const wide = size_of(precision::bf16);
    double const extra = 0.5 * math::max(m.norms_per_layer - 2.0, 0.0);
    return double(m.hidden)
           * (norm_and_cast(act) + extra * in_place * wide + (m.parallel_blocks ? 0.0 : residual) * wide);
}
/// The same around a feed-forward half; of parallel blocks it reads attention's output too.
constexpr data_size<> around_ffn(transformer const& m, data_size<> act) {
    data_size<> const wide = size_of(precision::bf16);
    double const extra = 0.5 * math::max(m.norms_per_layer - 2.0, 0.0);
    bool const own_norm = !m.parallel_blocks || m.norms_per_layer > 1;
    return double(m.hidden)
           * ((own_norm ? norm_and_cast(act) : data_size<>{}) + extra * in_place * wide
              + (residual + (m.parallel_blocks ? 1.0 : 0.0)) * wide);
}

/// Expansion of a latent cache for prefill; nothing else is planned here of it.
struct prefix_expansion {
    matmul_plan product{};
    bool needed = false;
};

constexpr stage_plan plan_attention(
    transformer const& m, step_batch const& b, int tensor, stage_format const& f, int units, int kernels,
    prefix_expansion& prefix
) {
    auto const& a = m.attention;
    data_size<> const wide = size_of(precision::bf16), act = f.activation;
    auto const product = [&](double m_rows, double columns, double inner) {
        return plan_product(f, m_rows, columns, inner, units);
    };
    double const rows = b.rows(), d = m.hidden, heads = double(a.heads) / tensor;
    stage_plan s;
    s.kernels = kernels;
    if (a.form == attention_form::grouped) {
        double const kv = detail::ceil_div(a.kv_heads, tensor),
                     columns = (heads + kv) * a.head_size + kv * a.out_size();
        s.add(product(rows, columns, d));
        s.add(product(rows, d, heads * a.out_size()));
        s.streamed = rows * (columns * in_place * wide); // rotary, cache write
        if (a.qk_norm != qk_norm_form::none) {
            s.streamed += rows * ((heads + kv) * a.head_size * in_place * wide);
            ++s.kernels;
        }
    } else {
        double const keys = heads * (a.unrotated_size + a.rotary_size);
        double const down = a.kv_rank + a.rotary_size + (a.query_rank > 0 ? double(a.query_rank) : keys);
        s.add(product(rows, down, d));
        if (a.query_rank > 0)
            s.add(product(rows, keys, a.query_rank));
        s.add(product(rows, d, heads * a.value_size));
        // rotary of the queries; norms of the ranks, rotary of the shared key, cache write
        s.streamed = rows * ((keys + a.query_rank + a.kv_rank + a.rotary_size) * in_place * wide);
        if (b.decode > 0) { // absorbed: queries into the latent space and values out of it, a product per head
            s.add(plan_matmul(heads, b.decode_rows(), a.kv_rank, a.unrotated_size, wide, wide, units), true);
            s.add(plan_matmul(heads, b.decode_rows(), a.value_size, a.kv_rank, wide, wide, units), true);
        }
        if (b.prefill > 0) { // expanded: keys and values of new tokens and of the cached prefix
            double const expanded = heads * (a.unrotated_size + a.value_size);
            prefix = {product(b.prefill, expanded, a.kv_rank), true};
            // the expansion is read, n + v a head, and keys with their rotary part are written, n + p a head
            s.streamed += b.prefill * ((expanded + keys) * wide);
        }
    }
    // around it, and the cast of the core's output for the last product
    s.streamed += rows * (around_attention(m, act) + heads * a.out_size() * norm_and_cast(act));
    if (m.norms_per_layer > 2)
        ++s.kernels;
    return s;
}

constexpr void
add_ffn(stage_plan& s, transformer const& m, double rows, double width, stage_format const& f, int units) {
    double const up = (m.ffn.gated ? 2.0 : 1.0) * width;
    s.add(plan_product(f, rows, up, m.hidden, units));
    s.add(plan_product(f, rows, m.hidden, width, units));
    // activation: reads gate and up, writes the next product's input
    s.streamed += rows * (up * size_of(precision::bf16) + width * f.activation);
}

constexpr stage_plan
plan_dense_ffn(transformer const& m, step_batch const& b, int tensor, stage_format const& f, int units, int kernels) {
    stage_plan s;
    s.kernels = kernels + (m.norms_per_layer > 2 ? 1 : 0);
    s.streamed = b.rows() * around_ffn(m, f.activation);
    add_ffn(s, m, b.rows(), double(m.ffn.width) / tensor, f, units);
    return s;
}

/// A grouped product whose groups are of random size around `rows`.
constexpr matmul_plan
plan_ragged(double groups, double rows, double columns, double inner, stage_format const& f, int units) {
    matmul_plan p = plan_matmul(groups, rows, columns, inner, f.activation, f.weight, units);
    auto const filled = [&](double of) { return groups * math::max(1.0, rows / of + 0.5); };
    double const tiles = filled(matmul_tile_rows) * detail::ceil_div(columns, matmul_tile_columns);
    p.padded = (2.0 * filled(f.padding) * f.padding * columns * inner) * FLOP;
    p.wave_excess =
        tiles > 0.0 ? math::min(highest_wave_factor, detail::ceil_div(tiles, units) * units / tiles) - 1.0 : 0.0;
    return p;
}

/// Experts on the busiest rank of a layer, with the router and the shared experts.
constexpr stage_plan plan_experts(
    transformer const& m, step_batch const& b, layout const& l, stage_format const& f, int units, int kernels,
    routing_plan const& routing, int redundant
) {
    data_size<> const wide = size_of(precision::bf16), act = f.activation;
    auto const& e = m.experts;
    int const ranks = l.expert_ranks();
    double const tokens = double(b.rows()) * l.data, landed = tokens * e.per_token / ranks; // rows on a mean rank
    double const rows = landed * routing.busiest(ranks, landed, redundant);
    double const slots = double(e.routed + redundant) / ranks;
    // of those touched a rank has its part, and chance gives some rank more: a binomial's deviation, as far as it has any
    double const part = math::max(routing.touched(tokens) * slots / e.routed, math::min(1.0, landed));
    double const chance = ranks > 1 && !routing.balanced
                              ? 2.0 * math::log(double(ranks)) * part * math::max(1.0 - part / slots, 0.0)
                              : 0.0;
    double const touched = math::min(part + math::sqrt(chance), slots);
    stage_plan s;
    s.kernels = kernels + (m.norms_per_layer > 2 ? 1 : 0);
    double const width = double(e.width) / l.expert_shards(), up = (m.ffn.gated ? 2.0 : 1.0) * width;
    s.grouped = 2;
    s.add(plan_ragged(touched, rows / touched, up, m.hidden, f, units));
    s.add(plan_ragged(touched, rows / touched, m.hidden, width, f, units));
    s.add(plan_matmul(1, b.rows(), e.routed, m.hidden, wide, wide, units), true);
    // per token: what lies around, and the write of its experts' weighted sum; per copy that lands here: gathered (read and
    // written), activated, and its result, wide, put back in its token's order and read by the sum
    s.streamed = b.rows() * (around_ffn(m, act) + double(m.hidden) * wide)
                 + rows * (double(m.hidden) * in_place * (act + wide)) + rows * (up * wide + width * act);
    if (e.shared > 0) {
        stage_plan shared;
        add_ffn(shared, m, b.rows(), double(e.shared) * e.one_shared_width() / l.tensor, f, units);
        s.join(shared);
    }
    return s;
}

} // namespace detail
} // namespace tallywatt

#pragma once
// One step of a serving instance, planned: the kernels that one device runs for `decode` sequences and `prefill` new
// prompt tokens per attention group, with everything discrete (tiles, waves, experts touched, the busiest rank) settled.
// A mixed step reads the weights once. Prefill uses expanded latent attention, decode the absorbed form.

#include <tallywatt/chip/kernel.hpp>
#include <tallywatt/chip/stack.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>
#include <tallywatt/workload/layout.hpp>
#include <tallywatt/workload/transformer.hpp>

#include <array>

namespace tallywatt {

/// Tokens of one step per attention group.
struct step_batch {
    int decode = 0;   ///< running sequences, one token each
    int prefill = 0;  ///< new prompt tokens
    [[nodiscard]] constexpr int rows() const { return decode + prefill; }
};

/// Kernels of one half of a layer (attention or feed-forward) on one device.
struct stage_plan {
    std::array<matmul_plan, 6> matmuls{};  ///< first those in the weights' format, then `wide` ones in bf16
    int narrow = 0, wide = 0;
    int kernels = 0;            ///< streaming kernels
    data_size<> streamed{};
    constexpr void add(matmul_plan const& m, bool in_bf16 = false) {
        matmuls[static_cast<std::size_t>(narrow + wide)] = m;
        ++(in_bf16 ? wide : narrow);
    }
};

/// One class of layers.
struct layer_plan {
    int layers = 0;
    stage_plan attention{}, ffn{};
    matmul_plan prefix{};        ///< expansion of the latent cache: per new token here, grows by 1/(1 - cached)
    bool has_prefix = false;
    collective_plan all_reduce{};  ///< each tensor-parallel all-reduce
    int all_reduces = 0;
    bool exchanges = false;      ///< expert-parallel dispatch and combine
    exchange_plan dispatch{}, combine{};
};

/// A whole step on one device; everything is per micro-batch where the batch is split in two.
struct step_plan {
    step_batch batch{};
    int tensor = 1;
    int micro_batches = 1;
    precision weights = precision::bf16;
    layer_plan dense{}, mixture{};
    stage_plan head{};
    operation_count<> prefill_core{};   ///< attention core of a layer per token of context, new tokens
    operation_count<> decode_core{};    ///< the same, running sequences
    data_size<> decode_core_read{};     ///< cache read of a layer per token of context
    data_size<> prefill_core_moved{};   ///< queries, keys, values and outputs of a layer's prefill core

    // what the whole step does on one device, for energy and utilisation (the attention core apart)
    operation_count<> narrow_useful{}, wide_useful{}, prefix_useful{};
    data_size<> moved{}, prefix_moved{}, linked{};
};

/// Streaming kernels around the logits: embedding lookup, final norm, sampling.
inline constexpr int head_kernels = 3;

namespace detail {

// What streaming kernels move, per element of a row. In place (rotary, norm of a rank, cache write, lookup): one read, one
// write. Residual: two reads, the stream and a half's output, and one write.
inline constexpr double in_place = 2.0, residual = 3.0;
/// Norm that feeds a product: read in bf16, written in the product's format.
constexpr data_size<> norm_and_cast(data_size<> act) { return size_of(precision::bf16) + act; }

/// Rows of the busiest of `ranks` ranks over the mean, for `mean` expected rows each, under uniform routing: 1 + sqrt(2 ln R/m).
/// Rows of a rank are about Poisson, of deviation sqrt(m), and the maximum of R Gaussian deviates is expected at no more than
/// sqrt(2 ln R) (Boucheron, Lugosi, Massart, Concentration Inequalities, 2013, section 2.5).
constexpr double busiest_rank(int ranks, double mean) {
    return ranks > 1 && mean > 0.0 ? math::min(1.0 + math::sqrt(2.0 * math::log(double(ranks)) / mean), double(ranks)) : 1.0;
}

/// The same with redundant copies of the most loaded experts. Assumed: the excess falls in proportion to the copies and is
/// gone at one a rank, as DeepSeek-V3 places them (Technical Report, 2024-12, section 3.4.1: 32 copies on 32 ranks).
constexpr double busiest_rank(int ranks, double mean, int redundant) {
    return 1.0 + (busiest_rank(ranks, mean) - 1.0) * math::max(0.0, 1.0 - double(redundant) / ranks);
}

constexpr stage_plan plan_attention(transformer const& m, step_batch const& b, int tensor, data_size<> weight, int units, int kernels,
                                    layer_plan& layer) {
    auto const& a = m.attention;
    data_size<> const wide = size_of(precision::bf16), act = math::min(weight, wide);
    double const rows = b.rows(), d = m.hidden, heads = double(a.heads) / tensor;
    stage_plan s;
    s.kernels = kernels;
    if (a.form == attention_form::grouped) {
        double const kv = detail::ceil_div(a.kv_heads, tensor);
        s.add(plan_matmul(1, rows, (heads + 2.0 * kv) * a.head_size, d, act, weight, units));
        s.add(plan_matmul(1, rows, d, heads * a.head_size, act, weight, units));
        s.streamed = rows * ((heads + 2.0 * kv) * a.head_size * in_place * wide);  // rotary, cache write
    } else {
        double const keys = heads * (a.unrotated_size + a.rotary_size);
        double const down = a.kv_rank + a.rotary_size + (a.query_rank > 0 ? double(a.query_rank) : keys);
        s.add(plan_matmul(1, rows, down, d, act, weight, units));
        if (a.query_rank > 0) s.add(plan_matmul(1, rows, keys, a.query_rank, act, weight, units));
        s.add(plan_matmul(1, rows, d, heads * a.value_size, act, weight, units));
        // rotary of the queries; norms of the ranks, rotary of the shared key, cache write
        s.streamed = rows * ((keys + a.query_rank + a.kv_rank + a.rotary_size) * in_place * wide);
        if (b.decode > 0) {  // absorbed: queries into the latent space and values out of it, a product per head
            s.add(plan_matmul(heads, b.decode, a.kv_rank, a.unrotated_size, wide, wide, units), true);
            s.add(plan_matmul(heads, b.decode, a.value_size, a.kv_rank, wide, wide, units), true);
        }
        if (b.prefill > 0) {  // expanded: keys and values of new tokens and of the cached prefix
            layer.has_prefix = true;
            layer.prefix = plan_matmul(1, b.prefill, heads * (a.unrotated_size + a.value_size), a.kv_rank, act, weight, units);
            // the expansion is read, n + v a head, and keys with their rotary part are written, n + p a head
            s.streamed += b.prefill * ((heads * (a.unrotated_size + a.value_size) + keys) * wide);
        }
    }
    // the norm before, the residual after, and the cast of the core's output for the last product
    s.streamed += rows * (d * (norm_and_cast(act) + residual * wide) + heads * a.out_size() * norm_and_cast(act));
    return s;
}

constexpr void add_ffn(stage_plan& s, transformer const& m, double rows, double width, data_size<> weight, int units) {
    data_size<> const wide = size_of(precision::bf16), act = math::min(weight, wide);
    double const up = (m.ffn.gated ? 2.0 : 1.0) * width;
    s.add(plan_matmul(1, rows, up, m.hidden, act, weight, units));
    s.add(plan_matmul(1, rows, m.hidden, width, act, weight, units));
    s.streamed += rows * (up * wide + width * act);  // activation: reads gate and up, writes the next product's input
}

constexpr stage_plan plan_dense_ffn(transformer const& m, step_batch const& b, int tensor, data_size<> weight, int units, int kernels) {
    data_size<> const wide = size_of(precision::bf16), act = math::min(weight, wide);
    stage_plan s;
    s.kernels = kernels;
    s.streamed = b.rows() * (double(m.hidden) * (norm_and_cast(act) + residual * wide));
    add_ffn(s, m, b.rows(), double(m.ffn.width) / tensor, weight, units);
    return s;
}

constexpr stage_plan plan_experts(transformer const& m, step_batch const& b, layout const& l, data_size<> weight, int units, int kernels,
                                  int redundant) {
    data_size<> const wide = size_of(precision::bf16), act = math::min(weight, wide);
    auto const& e = m.experts;
    int const ranks = l.accelerators();
    double const tokens = double(b.rows()) * l.data, landed = tokens * e.per_token / ranks;  // rows on a mean rank
    double const busiest = busiest_rank(ranks, landed, redundant), rows = landed * busiest;
    double const slots = double(e.routed + redundant) / ranks;
    // the busiest rank holds more of the touched experts too, as far as it has any
    double const touched = math::min(busiest * math::max(experts_touched(m, static_cast<int>(tokens)) * slots / e.routed, math::min(1.0, landed)), slots);
    stage_plan s;
    s.kernels = kernels;
    double const up = (m.ffn.gated ? 2.0 : 1.0) * e.width, per_expert = rows / touched;
    s.add(plan_matmul(touched, per_expert, up, m.hidden, act, weight, units));
    s.add(plan_matmul(touched, per_expert, m.hidden, e.width, act, weight, units));
    s.add(plan_matmul(1, b.rows(), e.routed, m.hidden, wide, wide, units), true);
    // per token: norm, residual, and the write of its experts' weighted sum; per copy that lands here: gathered (read and
    // written), activated, and its result, wide, put back in its token's order and read by the sum
    s.streamed = b.rows() * (double(m.hidden) * (norm_and_cast(act) + residual * wide + wide)) + rows * (double(m.hidden) * in_place * (act + wide)) +
                 rows * (up * wide + e.width * act);
    if (e.shared > 0) {
        stage_plan shared;
        add_ffn(shared, m, b.rows(), double(e.shared) * e.width / l.tensor, weight, units);
        // the narrow products come first
        for (int i = 0; i < s.wide; ++i) s.matmuls[static_cast<std::size_t>(s.narrow + shared.narrow + i)] = s.matmuls[static_cast<std::size_t>(s.narrow + i)];
        for (int i = 0; i < shared.narrow; ++i) s.matmuls[static_cast<std::size_t>(s.narrow + i)] = shared.matmuls[static_cast<std::size_t>(i)];
        s.narrow += shared.narrow;
        s.streamed += shared.streamed;
    }
    return s;
}

// Sums of the whole step over layers and micro-batches.
constexpr void tally(step_plan& p) {
    auto const stage = [&](stage_plan const& s, double times) {
        for (int i = 0; i < s.narrow + s.wide; ++i) {
            auto const& k = s.matmuls[static_cast<std::size_t>(i)];
            (i < s.narrow ? p.narrow_useful : p.wide_useful) += times * k.useful;
            p.moved += times * k.traffic;
        }
        p.moved += times * s.streamed;
    };
    auto const layer = [&](layer_plan const& l) {
        double const n = double(l.layers) * p.micro_batches;
        stage(l.attention, n);
        stage(l.ffn, n);
        p.moved += n * p.prefill_core_moved;
        if (l.has_prefix) {
            p.prefix_useful += n * l.prefix.useful;
            p.prefix_moved += n * l.prefix.traffic;
        }
        p.linked += n * (double(l.all_reduces) * (l.all_reduce.up + l.all_reduce.out));
        if (l.exchanges) p.linked += n * (l.dispatch.up + l.dispatch.out + l.combine.up + l.combine.out);
    };
    layer(p.dense);
    layer(p.mixture);
    stage(p.head, p.micro_batches);
}

}  // namespace detail

/// What planning a step needs to know besides model, layout and batch.
struct step_setting {
    precision weights = precision::bf16;
    precision cache = precision::bf16;
    int compute_units = 1;
    tallywatt::scale_up links{};              ///< domain and smallest group whose sums the switches form
    int redundant_experts = 0;
    int attention_kernels = 8, ffn_kernels = 3, expert_kernels = 7;
    bool two_batch_overlap = false;
    exchange_mode exchange = exchange_mode::normal;
};

/// Plans a step of `batch` per attention group.
constexpr step_plan plan_step(transformer const& m, layout const& l, step_batch const& batch, step_setting const& setting) {
    data_size<> const weight = size_of(setting.weights), wide = size_of(precision::bf16), act = math::min(weight, wide);
    auto const& a = m.attention;
    step_plan p;
    p.tensor = l.tensor;
    p.weights = setting.weights;
    p.batch = batch;
    step_batch b = batch;
    bool const exchanges = m.is_mixture() && l.data > 1;
    if (setting.two_batch_overlap && exchanges && (batch.decode > 1 || batch.prefill > 1)) {
        p.micro_batches = 2;
        b = {(batch.decode + 1) / 2, (batch.prefill + 1) / 2};
    }
    int const units = setting.compute_units;

    p.dense.layers = m.dense_layers();
    p.dense.attention = detail::plan_attention(m, b, l.tensor, weight, units, setting.attention_kernels, p.dense);
    p.dense.ffn = detail::plan_dense_ffn(m, b, l.tensor, weight, units, setting.ffn_kernels);
    if (l.tensor > 1) {
        p.dense.all_reduce = plan_collective(setting.links, collective_kind::all_reduce, l.tensor, double(b.rows()) * m.hidden * wide);
        p.dense.all_reduces = 2;
    }
    if (m.is_mixture()) {
        p.mixture = p.dense;
        p.mixture.layers = m.mixture_layers();
        p.mixture.ffn = detail::plan_experts(m, b, l, weight, units, setting.expert_kernels, setting.redundant_experts);
        if (exchanges) {
            p.mixture.all_reduces = l.tensor > 1 ? 1 : 0;
            p.mixture.exchanges = true;
            int const ranks = l.accelerators();
            double const tokens = double(b.rows()) / l.tensor;  // each shard of a group sends its part
            p.mixture.dispatch = plan_exchange(ranks, setting.links.domain, tokens, m.experts.per_token, m.experts.node_limit, double(m.hidden) * act, setting.exchange);
            p.mixture.combine = plan_exchange(ranks, setting.links.domain, tokens, m.experts.per_token, m.experts.node_limit, double(m.hidden) * wide, setting.exchange);
        }
    }
    // logits: of running sequences only; a prompt needs its last token's, which its first decode step shares
    p.head.add(plan_matmul(1, math::max(double(b.decode), 1.0), double(m.vocabulary) / l.tensor, m.hidden, wide, wide, units), true);
    p.head.kernels = head_kernels;
    // sampling reads the logits twice, for the normaliser and for the draw; every row is looked up
    p.head.streamed = math::max(double(b.decode), 1.0) * (double(m.vocabulary) / l.tensor * 2.0 * wide) + b.rows() * (double(m.hidden) * detail::in_place * wide);

    double const heads = double(a.heads) / l.tensor;
    double const cached = a.form == attention_form::latent ? double(a.cached_elements()) : 2.0 * detail::ceil_div(a.kv_heads, l.tensor) * a.head_size;
    double const absorbed = a.form == attention_form::latent ? 2.0 * a.kv_rank + a.rotary_size : a.key_size() + a.out_size();
    p.prefill_core = 2.0 * b.prefill * heads * (a.key_size() + a.out_size()) * FLOP;
    // per head: a query and a key in (q each), a value in and an output out (v each), once; blocks of keys stay on the chip
    p.prefill_core_moved = double(b.prefill) * heads * 2.0 * (a.key_size() + a.out_size()) * wide;
    p.decode_core = 2.0 * b.decode * heads * absorbed * FLOP;
    p.decode_core_read = b.decode * cached * size_of(setting.cache);
    detail::tally(p);
    return p;
}

}  // namespace tallywatt

#pragma once
// One step of a serving instance, planned: the kernels that one device runs for `decode` sequences and `prefill` new
// prompt tokens per attention group, with everything discrete (tiles, waves, experts touched, the busiest rank) settled.
// A mixed step reads the weights once. Under speculation every sequence has `verified` tokens in a step.
//
// With layers in p stages a step is that of the slowest stage: ceil(L/p) layers and the logits. Its output goes on to the
// next stage, rows x hidden in bf16, each shard its part.

#include <tallywatt/chip/stack.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>
#include <tallywatt/workload/operations.hpp>
#include <tallywatt/workload/stage_plan.hpp>

#include <optional>

namespace tallywatt {

/// One class of layers.
struct layer_plan {
    int layers = 0; ///< of the model
    int local = 0;  ///< of them, those that see a window
    stage_plan attention{}, ffn{};
    matmul_plan prefix{}; ///< expansion of the latent cache: per new token here, grows by 1/(1 - cached)
    bool has_prefix = false;
    collective_plan all_reduce{}; ///< each tensor-parallel all-reduce
    int all_reduces = 0;
    bool exchanges = false; ///< expert-parallel dispatch and combine
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
    double stage_share = 1.0; ///< of the layers that the slowest stage holds
    int stages = 1;
    bool hosted = true;               ///< host time is this step's: false for drafts
    double window = 0.0;              ///< tokens that local layers see
    bool chunked = false;             ///< windows are chunks
    double logits = 0.0;              ///< that are sampled from
    collective_plan gather{};         ///< of the logits' shards
    data_size<> handed_on{};          ///< to the next stage
    bool handed_out = false;          ///< across nodes
    leaf_crossing handed_crossing{};  ///< what leaves its leaf
    double hop_links = 1.0;           ///< share of a rank's scale-up links that reach one neighbour
    double group_excess = 0.0;        ///< largest of the groups' mean contexts: deviations above the mean
    operation_count<> prefill_core{}; ///< attention core of a layer per token of context, new tokens
    operation_count<> decode_core{};  ///< the same, running sequences
    data_size<> decode_core_read{};   ///< cache read of a layer per token of context
    data_size<> prefill_core_moved{}; ///< queries, keys, values and outputs of a layer's prefill core

    // what the whole step does on one device, for energy and utilisation (the attention core and the sampler apart)
    operation_count<> narrow_useful{}, attention_useful{}, wide_useful{}, prefix_useful{};
    data_size<> moved{}, prefix_moved{}, linked{};

    [[nodiscard]] constexpr int layers() const { return dense.layers + mixture.layers; }
    [[nodiscard]] constexpr int local_layers() const { return dense.local + mixture.local; }
};

/// Streaming kernels around the logits: embedding lookup, final norm, sampling.
inline constexpr int head_kernels = 3;

/// What planning a step needs to know besides model, layout and batch.
struct step_setting {
    precision weights = precision::bf16;
    precision cache = precision::bf16;
    int compute_units = 1;
    tallywatt::scale_up links{}; ///< domain, topology and smallest group whose sums the switches form
    tallywatt::scale_out network{}; ///< between domains; without a rate it is not known, and nothing is chosen by it
    int redundant_experts = 0;
    int attention_kernels = 8, ffn_kernels = 3, expert_kernels = 7;
    bool two_batch_overlap = false;
    exchange_mode exchange = exchange_mode::normal;
    // where not as the feed-forward halves' weights (activations and what is sent: at most bf16)
    std::optional<precision> attention_weights{};     ///< of the attention halves
    std::optional<precision> activations{};           ///< inputs of the feed-forward halves' products
    std::optional<precision> attention_activations{}; ///< the same of the attention halves
    std::optional<precision> dispatch{};              ///< of tokens sent to experts; results come back in bf16
    routing_plan routing{};                           ///< without bins: even
};

namespace detail {

// Sums of the whole step over layers and micro-batches.
constexpr void tally(step_plan& p) {
    auto const stage = [&](stage_plan const& s, double times, operation_count<>& narrow) {
        for (int i = 0; i < s.narrow + s.wide; ++i) {
            auto const& k = s.matmuls[static_cast<std::size_t>(i)];
            (i < s.narrow ? narrow : p.wide_useful) += times * k.useful;
            p.moved += times * k.traffic;
        }
        p.moved += times * s.streamed;
    };
    auto const layer = [&](layer_plan const& l) {
        double const n = double(l.layers) * p.stage_share * p.micro_batches;
        stage(l.attention, n, p.attention_useful);
        stage(l.ffn, n, p.narrow_useful);
        p.moved += n * p.prefill_core_moved;
        if (l.has_prefix) {
            p.prefix_useful += n * l.prefix.useful;
            p.prefix_moved += n * l.prefix.traffic;
        }
        p.linked += n * (double(l.all_reduces) * (l.all_reduce.up + l.all_reduce.out));
        if (l.exchanges)
            p.linked += n * (l.dispatch.up + l.dispatch.out + l.combine.up + l.combine.out);
    };
    layer(p.dense);
    layer(p.mixture);
    stage(p.head, p.micro_batches, p.narrow_useful);
    p.linked += double(p.micro_batches) * (p.gather.up + p.gather.out);
    if (p.stages > 1)
        p.linked += double(p.micro_batches) * p.handed_on;
}

// Windowed layers among the dense and among the mixtures.
constexpr void set_local(transformer const& m, step_plan& p) {
    if (m.attention.window.size == 0)
        return;
    for (int i = 0; i < m.layers; ++i)
        if (m.attention.window.covers(i))
            ++(m.is_mixture(i) ? p.mixture : p.dense).local;
    p.window = m.attention.window.size;
    p.chunked = m.attention.window.form == window_form::chunked;
}

} // namespace detail

/// Plans a step of `batch` per attention group.
constexpr step_plan
plan_step(transformer const& m, layout const& l, step_batch const& batch, step_setting const& setting) {
    data_size<> const wide = size_of(precision::bf16);
    auto const narrowest = [](precision x) { return x < precision::bf16 ? x : precision::bf16; };
    precision const of_attention = setting.attention_weights.value_or(setting.weights);
    precision const inputs = setting.activations.value_or(narrowest(setting.weights));
    stage_format const ffn = format_of(setting.weights, inputs);
    stage_format const attention =
        format_of(of_attention, setting.attention_activations.value_or(narrowest(of_attention)));
    auto const& a = m.attention;
    step_plan p;
    p.tensor = l.tensor;
    p.weights = setting.weights;
    p.batch = batch;
    p.stages = l.pipeline;
    p.stage_share = math::ceil(double(m.layers) / l.pipeline) / m.layers;
    step_batch b = batch;
    bool const exchanges = m.is_mixture() && l.data > 1;
    if (setting.two_batch_overlap && exchanges && (batch.decode > 1 || batch.prefill > 1)) {
        p.micro_batches = 2;
        b = {(batch.decode + 1) / 2, (batch.prefill + 1) / 2, batch.verified};
    }
    int const units = setting.compute_units;
    int const halves = m.parallel_blocks ? 1 : 2;
    auto const& links = setting.links;

    p.dense.layers = m.dense_layers();
    detail::prefix_expansion prefix;
    p.dense.attention = detail::plan_attention(m, b, l.tensor, attention, units, setting.attention_kernels, prefix);
    p.dense.prefix = prefix.product;
    p.dense.has_prefix = prefix.needed;
    p.dense.ffn = detail::plan_dense_ffn(m, b, l.tensor, ffn, units, setting.ffn_kernels);
    if (l.tensor > 1) {
        data_size<> const sums = double(b.rows()) * m.hidden * wide;
        p.dense.all_reduce = plan_collective(links, setting.network, collective_kind::all_reduce, {l.tensor, 1}, sums);
        p.dense.all_reduces = halves;
    }
    if (m.is_mixture()) {
        p.mixture = p.dense;
        p.mixture.layers = m.mixture_layers();
        p.mixture.ffn = detail::plan_experts(
            m, b, l, ffn, units, setting.expert_kernels,
            setting.routing.count > 0 ? setting.routing
                                      : plan_routing(m.experts.routed, m.experts.per_token, {.skew = 0.0}),
            setting.redundant_experts
        );
        if (exchanges) {
            p.mixture.all_reduces = l.tensor > 1 ? 1 : 0;
            p.mixture.exchanges = true;
            int const ranks = l.stage();
            double const tokens = double(b.rows()) / l.tensor; // each shard of a group sends its part
            auto const exchange = [&](data_size<> element) {
                return plan_exchange(
                    ranks, links, setting.network, tokens, m.experts.per_token, m.experts.node_limit, double(m.hidden) * element,
                    setting.exchange
                );
            };
            p.mixture.dispatch = exchange(size_of(setting.dispatch.value_or(inputs)));
            p.mixture.combine = exchange(wide);
        }
        // groups wait for one another at every exchange
        if (exchanges && b.decode > 0)
            p.group_excess = math::sqrt(2.0 * math::log(double(l.data)) / b.decode);
    }
    detail::set_local(m, p);
    // logits: of running sequences only; a prompt needs its last token's, which its first decode step shares
    double const logit_rows = math::max(double(b.decode_rows()), 1.0), shard = double(m.vocabulary) / l.tensor;
    p.head.add(plan_matmul(1, logit_rows, shard, m.hidden, wide, wide, units), true);
    p.head.kernels = head_kernels;
    p.head.streamed = b.rows() * (double(m.hidden) * detail::in_place * wide); // every row is looked up
    p.logits = logit_rows * m.vocabulary;                                      // every shard samples from all of them
    if (l.tensor > 1)
        p.gather = plan_collective(
            links, setting.network, collective_kind::all_gather, {l.tensor, 1}, logit_rows * m.vocabulary * wide
        );
    if (l.pipeline > 1) {
        p.handed_on = double(b.rows()) * m.hidden * wide / double(l.tensor);
        p.handed_out = l.stage() >= links.domain;
        p.handed_crossing = cross_leaves_by(setting.network, links.domain, l.stage());
        p.hop_links = links.shape == topology::direct  ? 1.0 / math::max(links.domain - 1.0, 1.0)
                      : links.shape == topology::torus ? 0.5 / axes_of(links.dims)
                                                       : 1.0;
    }

    double const heads = double(a.heads) / l.tensor;
    double const cached = a.form == attention_form::latent
                              ? double(a.cached_elements())
                              : detail::ceil_div(a.kv_heads, l.tensor) * (a.head_size + a.out_size());
    double const absorbed =
        a.form == attention_form::latent ? 2.0 * a.kv_rank + a.rotary_size : double(a.key_size() + a.out_size());
    p.prefill_core = 2.0 * b.prefill * heads * (a.key_size() + a.out_size()) * FLOP;
    // per head: a query and a key in (q each), a value in and an output out (v each), once; blocks of keys stay on the chip
    p.prefill_core_moved = double(b.prefill) * heads * 2.0 * (a.key_size() + a.out_size()) * wide;
    p.decode_core = 2.0 * b.decode_rows() * heads * absorbed * FLOP;
    p.decode_core_read = b.decode * cached * size_of(setting.cache);
    detail::tally(p);
    return p;
}

} // namespace tallywatt

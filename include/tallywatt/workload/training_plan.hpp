#pragma once
// A training step, planned: the kernels, collectives and transfers of one device for one micro-batch, by class of layer,
// with everything discrete settled.
//
//   a product X W of n tokens, d_in to d_out, costs forward n x d_out x d_in, and backward the same twice: dX = dY W' and
//   dW = X' dY, whose sum is kept in the gradients' format. Attention runs causal, backward 2.5 times its forward where it is
//   fused, 2 times where scores are stored; keys and values of latent attention are expanded.
//
//   tensor shards      2 all-reduces a layer each way, or with sequence parallelism as many reduce-scatters and all-gathers,
//                      and one more all-gather for dW of either half (Korthikanti et al., 2022, section 4.2.2)
//   context ranks      keys and values go round the ring, forward once, backward with their gradients (Liu et al., 2023)
//   experts            dispatch and combine, forward and backward, among `expert` ranks
//   data ranks         replicas and ZeRO 1 reduce gradients once a step. ZeRO 2 keeps only a shard of them and so reduces every
//                      micro-batch's, as DeepSpeed and FSDP do (Rajbhandari et al., SC 2020, section 5.2); with several stages a
//                      device, every run of p micro-batches through one of them (Lamy-Poirier, Breadth-first pipeline
//                      parallelism, MLSys 2023). Both gather parameters once a step. ZeRO 3 gathers every layer twice and
//                      reduces it once a micro-batch. Parameters are gathered in the format in which they are kept
//   shard groups       the shards of gradients are then added up over the groups, once a step (Zhao et al., PyTorch FSDP, VLDB
//                      2023, section 3.2.2: hybrid sharding; Zhang et al., MiCS, VLDB 2022: once a step)
//   stages             activations and their gradients, cut over tensor shards
//   wide layers        the same kernels in bf16, planned beside those in the job's format; a step is their mean, by share

#include <tallywatt/chip/kernel.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>
#include <tallywatt/workload/training_memory.hpp>

#include <array>

namespace tallywatt {

/// Kernels of one direction of a layer on one device and micro-batch.
struct training_kernels {
    std::array<matmul_plan, 10> narrow{};  ///< products in the job's format
    std::array<matmul_plan, 12> wide{};    ///< products in bf16: routers, unfused attention, logits
    std::array<matmul_plan, 10> weight{};  ///< backward: weight gradients of the narrow products
    std::array<data_size<>, 10> narrow_more{}, weight_more{};  ///< what each moves more with operands in bf16
    int narrows = 0, wides = 0, weights = 0;
    data_size<> streamed{};                ///< least traffic of the streaming kernels
    data_size<> scores{};                  ///< one byte per score of unfused attention
    double cast = 0.0;                     ///< operand elements cast to a narrower format
    int kernels = 0;                       ///< streaming kernels
    operation_count<> core{};              ///< fused attention
    operation_count<> narrow_useful{}, wide_useful{};  ///< of all products, by format; the core is wide
    data_size<> moved{};                   ///< by products and cores
    data_size<> moved_more{};              ///< with all operands in bf16
    constexpr void add(matmul_plan const& p, data_size<> more = {}) {
        narrow_more[static_cast<std::size_t>(narrows)] = more;
        moved_more += more;
        count(narrow[static_cast<std::size_t>(narrows++)] = p, narrow_useful);
    }
    constexpr void add_weight(matmul_plan const& p, data_size<> more = {}) {
        weight_more[static_cast<std::size_t>(weights)] = more;
        moved_more += more;
        count(weight[static_cast<std::size_t>(weights++)] = p, narrow_useful);
    }
    constexpr void add_wide(matmul_plan const& p) { count(wide[static_cast<std::size_t>(wides++)] = p, wide_useful); }
    constexpr void set_core(operation_count<> operations, data_size<> bytes) {
        core = operations;
        wide_useful += operations;
        moved += bytes;
    }

private:
    constexpr void count(matmul_plan const& p, operation_count<>& useful) {
        useful += p.useful;
        moved += p.traffic;
    }
};

/// One class of layers.
struct training_layer {
    training_kernels forward{}, backward{};
    collective_plan gather{}, reduce{};  ///< of tensor shards, each
    int gathers = 0, reduces = 0;        ///< forward; as many backward
    int regathers = 0;                   ///< backward: inputs gathered again for weight gradients
    bool exchanges = false;
    exchange_plan dispatch{}, combine{};
    data_size<> ring{};                  ///< context ranks: what one sends round, forward
    int hops = 0;
    bool ring_near = true;               ///< the whole ring lies in one domain
    leaf_crossing ring_crossing{};
    data_size<> cheap{};                 ///< streamed again by selective recomputation of a fused layer
    int cheap_kernels = 0;
    double forward_launches = 0.0, backward_launches = 0.0;  ///< that the device waits for
    double cast_launches = 0.0;          ///< of them, each way, to cast operands
    unsigned expansions = 0;             ///< of the forward's narrow products, by bit: those made again with it
};

/// Reduction and gathering of one kind of parameters over data ranks.
struct data_exchange {
    collective_plan reduce{}, gather{};  ///< gradients and parameters of a device (ZeRO 3: of one layer)
    collective_plan wide_gather{};       ///< the same parameters, were all of them in bf16
    collective_plan across{};            ///< shards of gradients, over groups of shards
    double parameters = 0.0;             ///< of a device, trained
};

/// What a device does for a micro-batch, by class of layer. It follows from the model, the tensor, context and expert ranks
/// and the micro-batch; pipeline and data ranks leave it as it is.
struct training_layers {
    double mixture_share = 0.0;          ///< of layers
    bool widens = false;                 ///< some layers stay in bf16 while the others' products are narrower
    int parts = 1;                       ///< of a sequence, on which attention kernels run one by one
    training_layer dense{}, mixture{};
    training_kernels embedding{}, head{}, head_backward{};
    int predictions = 0;                 ///< modules that predict further tokens, each a layer and logits of its own
};

/// The rest of a step's plan.
struct training_outline {
    training_layout layout{};
    int micro_batches = 1;
    pipeline_plan pipeline{};
    int layers = 0;                      ///< of the model
    device_layers held{};
    training_memory_plan memory{};
    double reductions = 1.0;             ///< of a gradient among data ranks
    send_plan send{};                    ///< to the next stage, of a micro-batch
    data_exchange shared{}, experts{};   ///< parameters apart from experts, and experts
    bool widens = false;                 ///< some layers stay in bf16
    operation_count<> model_operations{};   ///< of a token, as reported
    operation_count<> recomputed{};         ///< of a token
    operation_count<> core_extra{};         ///< of a token: what fused attention computes again
    int servers = 1;
    double tokens = 0.0;                 ///< of a step
};

struct training_plan {
    training_layers layers{};
    training_outline outline{};
};

namespace detail {

inline constexpr double norm_passes = 2.0, norm_back_passes = 3.0, residual_passes = 3.0, rotary_passes = 2.0;

struct layer_setting {
    transformer const& m;
    training_layout const& l;
    double tokens = 0.0;         ///< rows of a device's products
    double sequence = 0.0;       ///< whole
    data_size<> element{};       ///< of a product's operands
    data_size<> more{};          ///< by which an operand in bf16 is larger
    data_size<> gradient{};      ///< of accumulated gradients
    bool cast = false;           ///< operands are narrower than bf16
    bool fused = true;
    bool frozen = false;         ///< base weights need no gradient
    int adapter_rank = 0;
    int units = 1;
    double imbalance = 1.0;
    bool grouped = true;         ///< experts' products in one kernel
    int expert_kernels = 0, backward_expert_kernels = 0;
};

/// A linear layer of `groups` products, forward and both backward.
constexpr void add_linear(training_layer& layer, layer_setting const& s, double groups, double rows, double out, double in, bool adapted = false) {
    data_size<> const wide = size_of(precision::bf16);
    double const weights = in * out;
    layer.forward.add(plan_matmul(groups, rows, out, in, s.element, s.element, s.units), groups * (rows * in + weights) * s.more);
    layer.backward.add(plan_matmul(groups, rows, in, out, s.element, s.element, s.units), groups * (rows * out + weights) * s.more);
    if (!s.frozen) {
        matmul_plan w = plan_matmul(groups, out, in, rows, s.element, s.element, s.units);
        w.traffic += groups * out * in * (2.0 * s.gradient - wide);  // added to the gradient: read and written
        layer.backward.add_weight(w, groups * rows * (out + in) * s.more);
    } else if (adapted) {
        double const r = s.adapter_rank;
        layer.forward.add_wide(plan_matmul(1, rows, r, in, wide, wide, s.units));
        layer.forward.add_wide(plan_matmul(1, rows, out, r, wide, wide, s.units));
        layer.backward.add_wide(plan_matmul(1, rows, r, out, wide, wide, s.units));
        layer.backward.add_wide(plan_matmul(1, rows, in, r, wide, wide, s.units));
        layer.backward.add_weight(plan_matmul(1, r, in, rows, wide, wide, s.units));
        layer.backward.add_weight(plan_matmul(1, out, r, rows, wide, wide, s.units));
    }
    if (s.cast) {
        layer.forward.cast += groups * rows * in;
        layer.backward.cast += groups * rows * out;
    }
}

constexpr double mean_keys_of(transformer const& m, std::int64_t sequence) {
    return (m.global_layers() * mean_keys({}, sequence) + m.local_layers() * mean_keys(m.attention.window, sequence)) / m.layers;
}

constexpr void add_attention(training_layer& layer, layer_setting const& s) {
    auto const& a = s.m.attention;
    data_size<> const wide = size_of(precision::bf16);
    double const t = s.l.tensor, d = s.m.hidden, n = s.tokens, heads = a.heads / t, split = s.l.sequence_parallel ? n / t : n;
    double const q = a.key_size(), v = a.out_size(), kv = a.form == attention_form::latent ? heads : detail::ceil_div(a.kv_heads, t);
    auto& f = layer.forward;
    auto& b = layer.backward;
    if (a.form == attention_form::grouped) {
        add_linear(layer, s, 1, n, heads * q + kv * (q + v), d, true);
    } else {
        if (a.query_rank > 0) {
            add_linear(layer, s, 1, n / t, a.query_rank, d);  // down projections are not sharded: each rank does its tokens
            add_linear(layer, s, 1, n, heads * q, a.query_rank, true);
        } else {
            add_linear(layer, s, 1, n, heads * q, d, true);
        }
        add_linear(layer, s, 1, n / t, a.kv_rank + a.rotary_size, d);
        unsigned const first = a.query_rank > 0 ? 1u : 0u;  // the query's expansion follows its compression
        add_linear(layer, s, 1, n, heads * (a.unrotated_size + v), a.kv_rank, true);
        layer.expansions = (first << 1u) | (1u << static_cast<unsigned>(f.narrows - 1));
        double const ranks = double(a.query_rank + a.kv_rank);
        f.streamed += n / t * ranks * norm_passes * wide;
        b.streamed += n / t * ranks * norm_back_passes * wide;
        layer.cheap += n / t * ranks * norm_passes * wide;
    }
    add_linear(layer, s, 1, n, d, heads * v, true);
    bool const rotary = s.m.learned_positions == 0;
    double const turned = rotary ? (heads + kv) * q : 0.0, normed = a.qk_norm == qk_norm_form::none ? 0.0 : (heads + kv) * q;
    f.streamed += (n * (turned * rotary_passes + normed * norm_passes) + split * d * (norm_passes + residual_passes)) * wide;
    b.streamed += (n * (turned * rotary_passes + normed * norm_back_passes) + split * d * (norm_back_passes + residual_passes)) * wide;

    layer.cheap += split * d * norm_passes * wide;
    layer.cheap_kernels += a.form == attention_form::latent ? 3 : 1;
    double const keys = mean_keys_of(s.m, static_cast<std::int64_t>(s.sequence));
    if (s.fused) {
        operation_count<> const core = 2.0 * n * heads * (q + v) * keys * FLOP;
        data_size<> const moved = n * (heads + kv) * (q + v) * wide;
        f.set_core(core, moved);
        b.set_core(2.5 * core, 2.0 * moved);
    } else {  // every score, masked ones too, by batched products
        double const groups = n * heads / s.sequence, rows = s.sequence;
        f.add_wide(plan_matmul(groups, rows, rows, q, wide, wide, s.units));
        f.add_wide(plan_matmul(groups, rows, v, rows, wide, wide, s.units));
        for (int i = 0; i < 2; ++i) {
            b.add_wide(plan_matmul(groups, rows, rows, v, wide, wide, s.units));
            b.add_wide(plan_matmul(groups, rows, q, rows, wide, wide, s.units));
        }
        f.scores = b.scores = groups * rows * rows * byte;
    }
    if (s.l.context > 1) {
        layer.hops = s.l.context - 1;
        double const cached = a.form == attention_form::latent ? heads * (q + v) : kv * (q + v);
        layer.ring = double(layer.hops) * n * cached * wide;
    }
}

constexpr void add_dense(training_layer& layer, layer_setting const& s, double width, double rows) {
    data_size<> const wide = size_of(precision::bf16);
    double const up = (s.m.ffn.gated ? 2.0 : 1.0) * width;
    add_linear(layer, s, 1, rows, up, s.m.hidden);
    add_linear(layer, s, 1, rows, s.m.hidden, width);
    layer.forward.streamed += rows * (up + width) * wide;
    layer.backward.streamed += rows * (2.0 * up + width) * wide;
    layer.cheap += rows * (up + width) * wide;
    layer.cheap_kernels += 1;
}

constexpr void add_feed_forward_ends(training_layer& layer, layer_setting const& s) {
    data_size<> const wide = size_of(precision::bf16);
    double const split = s.l.sequence_parallel ? s.tokens / s.l.tensor : s.tokens;
    double const extra = s.m.norms_per_layer > 2 ? (s.m.norms_per_layer - 2.0) : 0.0;
    layer.forward.streamed += split * s.m.hidden * (norm_passes * (1.0 + extra) + residual_passes) * wide;
    layer.backward.streamed += split * s.m.hidden * (norm_back_passes * (1.0 + extra) + residual_passes) * wide;
    layer.cheap += split * s.m.hidden * norm_passes * wide;
    layer.cheap_kernels += 1;
}

constexpr void add_experts(training_layer& layer, layer_setting const& s) {
    data_size<> const wide = size_of(precision::bf16);
    auto const& e = s.m.experts;
    double const d = s.m.hidden, mine = s.tokens / s.l.tensor, held = double(e.routed) / s.l.expert;
    double const rows = mine * e.per_token * s.l.expert_tensor * s.imbalance, width = double(e.width) / s.l.expert_tensor;
    double const up = (s.m.ffn.gated ? 2.0 : 1.0) * width;
    add_linear(layer, s, held, rows / held, up, d);
    add_linear(layer, s, held, rows / held, d, width);
    double const kernels = s.grouped ? 1.0 : held, casts = s.cast ? 2.0 : 0.0;
    layer.forward_launches = (2.0 + casts) * kernels + s.expert_kernels;
    layer.backward_launches = ((s.frozen ? 2.0 : 4.0) + casts) * kernels + s.backward_expert_kernels;
    layer.cast_launches = casts * kernels;
    layer.forward.add_wide(plan_matmul(1, mine, e.routed, d, wide, wide, s.units));
    layer.backward.add_wide(plan_matmul(1, mine, d, e.routed, wide, wide, s.units));
    if (!s.frozen) layer.backward.add_wide(plan_matmul(1, e.routed, d, mine, wide, wide, s.units));
    // copies gathered by expert and put back in order, activation
    layer.forward.streamed += (rows * (up + width) + rows * d * 4.0 + mine * d) * wide;
    layer.backward.streamed += (rows * (2.0 * up + width) + rows * d * 4.0 + mine * d) * wide;
    layer.cheap += rows * (up + width) * wide;
    layer.cheap_kernels += 1;
    if (e.shared > 0) add_dense(layer, s, double(e.shared) * e.one_shared_width() / s.l.tensor, s.tokens);
}

}  // namespace detail

/// Plans what a device does for a micro-batch. The network decides by which algorithm collectives across nodes run.
constexpr training_layers plan_layers(training const& job, server const& on, scale_out const& network, training_layout const& l) {
    auto const& m = job.model;
    auto const& links = on.scale_up;
    data_size<> const wide = size_of(precision::bf16);
    training_layers p;
    p.mixture_share = double(m.mixture_layers()) / m.layers;
    p.predictions = m.prediction_modules;
    p.parts = l.context > 1 ? 2 * l.context : 1;  // each rank has an early and a late part, so that causal work is even
    double const n = double(l.micro_batch) * job.sequence / l.context;
    bool const frozen = job.adaptation == adaptation_kind::low_rank;
    precision const products = on.accelerator.has(job.formats.products) ? job.formats.products : precision::bf16;

    detail::layer_setting s{.m = m, .l = l, .tokens = n, .sequence = double(job.sequence), .element = math::min(size_of(products), wide),
                            .more = wide - math::min(size_of(products), wide), .gradient = size_of(job.formats.gradients), .cast = size_of(products) < wide, .fused = job.stack.fused_attention,
                            .frozen = frozen, .adapter_rank = job.adaptation_rank, .units = on.accelerator.compute_units,
                            .imbalance = job.expert_imbalance.value, .grouped = job.stack.grouped_products,
                            .expert_kernels = job.stack.expert_kernels, .backward_expert_kernels = job.stack.backward_expert_kernels};
    p.widens = s.cast && has_wide_layers(job.formats);
    auto& st = job.stack;
    detail::add_attention(p.dense, s);
    placement const ring = place(links, {l.context, l.tensor});
    p.dense.ring_near = ring.nodes == 1;
    p.dense.ring_crossing = cross_leaves(network, links.domain, {l.context, l.tensor}, ring.nodes, crossing_pattern::neighbours);
    detail::add_feed_forward_ends(p.dense, s);
    p.dense.forward.kernels = st.attention_kernels;
    p.dense.backward.kernels = st.backward_attention_kernels;
    if (l.tensor > 1) {
        data_size<> const payload = n * m.hidden * wide;
        int const halves = m.parallel_blocks ? 1 : 2;
        rank_group const among{l.tensor, 1};
        if (l.sequence_parallel) {
            p.dense.gather = plan_collective(links, network, collective_kind::all_gather, among, payload);
            p.dense.reduce = plan_collective(links, network, collective_kind::reduce_scatter, among, payload);
            p.dense.gathers = p.dense.reduces = halves;
            p.dense.regathers = frozen ? 0 : halves;
        } else {
            p.dense.reduce = plan_collective(links, network, collective_kind::all_reduce, among, payload);
            p.dense.reduces = halves;
        }
    }
    if (m.is_mixture()) {
        p.mixture = p.dense;
        p.mixture.forward.kernels += st.expert_kernels;
        p.mixture.backward.kernels += st.backward_expert_kernels;
        detail::add_experts(p.mixture, s);
        if (l.tensor > 1 && l.expert_tensor == 1 && l.sequence_parallel) {  // the exchange carries each rank's tokens
            p.mixture.gathers -= 1, p.mixture.reduces -= 1;
            p.mixture.regathers = p.mixture.regathers > 0 ? p.mixture.regathers - 1 : 0;
        }
        int const ranks = l.expert;
        if (ranks > 1) {
            p.mixture.exchanges = true;
            double const mine = n / l.tensor * l.expert_tensor;
            exchange_mode const mode = st.deduplicated_exchange ? exchange_mode::normal : exchange_mode::low_latency;
            p.mixture.dispatch = plan_exchange(ranks, links, network, mine, m.experts.per_token, m.experts.node_limit,
                                               double(m.hidden) * math::min(size_of(job.formats.exchanged), wide), mode);
            p.mixture.combine = plan_exchange(ranks, links, network, mine, m.experts.per_token, m.experts.node_limit, double(m.hidden) * wide, mode);
        }
    }
    if (m.dense_layers() > 0) {
        detail::add_dense(p.dense, s, double(m.ffn.width) / l.tensor, n);
        p.dense.forward.kernels += st.ffn_kernels;
        p.dense.backward.kernels += st.backward_ffn_kernels;
    }

    // embedding and logits
    double const split = l.sequence_parallel ? n / l.tensor : n, vocabulary = double(m.vocabulary) / l.tensor;
    p.embedding.streamed = split * m.hidden * 2.0 * wide;
    p.embedding.kernels = 2;
    p.head.add_wide(plan_matmul(1, n, vocabulary, m.hidden, wide, wide, s.units));
    p.head_backward.add_wide(plan_matmul(1, n, m.hidden, vocabulary, wide, wide, s.units));
    if (!frozen) {
        matmul_plan w = plan_matmul(1, vocabulary, m.hidden, n, wide, wide, s.units);
        w.traffic += vocabulary * m.hidden * (2.0 * s.gradient - wide);
        p.head_backward.add_wide(w);
    }
    // cross-entropy in fp32: maximum, sum of exponentials, then the gradient in place; final norm
    p.head.streamed = n * vocabulary * (wide + 2.0 * size_of(precision::fp32)) + split * m.hidden * detail::norm_passes * wide;
    p.head_backward.streamed = n * vocabulary * (size_of(precision::fp32) + wide) + split * m.hidden * detail::norm_back_passes * wide;
    p.head.kernels = 4;
    p.head_backward.kernels = 3;

    return p;
}

constexpr training_layers plan_layers(training const& job, cluster const& on, training_layout const& l) { return plan_layers(job, on.server, on.network, l); }
/// The same where the network adds nothing up.
constexpr training_layers plan_layers(training const& job, server const& on, training_layout const& l) { return plan_layers(job, on, scale_out{}, l); }

/// Counts of a job that no layout changes.
struct training_totals {
    operation_count<> model{}, core{}, forward{};  ///< of a token: reported; attention cores; all layers, forward
};

constexpr training_totals totals_of(training const& job) {
    auto const& m = job.model;
    training_totals t;
    t.core = double(m.layers) * detail::mean_keys_of(m, job.sequence) * layer_attention_operations(m);
    t.forward = sequence_operations(m, job.sequence) - 2.0 * double(embedding_parameters(m)) * FLOP;
    t.model = (job.adaptation == adaptation_kind::low_rank ? 2.0 / 3.0 : 1.0) * training_operations(m, job.sequence, job.mask);
    return t;
}

/// Plans the rest: stages, data ranks, what is reported.
constexpr training_outline plan_outline(training const& job, training_totals const& totals, server const& on, scale_out const& network, training_layout const& l) {
    auto const& m = job.model;
    auto const& links = on.scale_up;
    data_size<> const wide = size_of(precision::bf16), gradient = size_of(job.formats.gradients), weight = size_of(job.formats.weights);
    training_outline p;
    p.layout = l;
    p.held = layers_of(l, m.layers);
    pipeline_shape shape = pipeline_of(l, job.batch);
    shape.absent = p.held.absent > 0.0 ? p.held.absent / p.held.inner : 0.0;
    p.micro_batches = shape.micro_batches;
    p.pipeline = plan_pipeline(shape);
    p.layers = m.layers;
    p.tokens = double(job.batch) * job.sequence;
    p.servers = (l.accelerators() + on.accelerators - 1) / on.accelerators;
    double const n = double(l.micro_batch) * job.sequence / l.context;
    if (l.zero >= 2) p.reductions = l.zero == 2 && l.interleave > 1 ? detail::ceil_div(p.micro_batches, l.pipeline) : double(p.micro_batches);
    p.widens = has_wide_layers(job.formats);
    p.memory = plan_training_memory(job, l);
    if (l.pipeline > 1) {
        // what is not split over the shards is sent in parts and gathered beyond the network
        bool const split = l.sequence_parallel;
        p.send = plan_send(links, network, n * m.hidden * wide / (split ? double(l.tensor) : 1.0), l.tensor * l.context * l.data, split ? 1 : l.tensor);
    }

    // how data ranks share the parameters of the fullest device
    p.shared.parameters = p.memory.trained, p.experts.parameters = p.memory.trained_experts;
    auto const share = [&](data_exchange& x, shard_ranks const& among, int apart, gathered_parameters const& gathered) {
        if (among.all < 2) return;
        data_size<> const gradients = x.parameters * gradient;
        if (l.zero == 0) {
            if (x.parameters > 0.0) x.reduce = plan_collective(links, network, collective_kind::all_reduce, rank_group{among.all, apart}, gradients);
            return;
        }
        double const part = l.zero == 3 ? 1.0 / p.held.most : 1.0;
        rank_group const cut{among.cut, apart};
        if (x.parameters > 0.0) {
            if (among.cut > 1) x.reduce = plan_collective(links, network, collective_kind::reduce_scatter, cut, part * gradients);
            if (among.replicas() > 1)
                x.across = plan_collective(links, network, collective_kind::all_reduce, rank_group{among.replicas(), apart * among.cut}, part * gradients / double(among.cut));
        }
        if (among.cut < 2 || gathered.total() == 0.0) return;
        x.gather = plan_collective(links, network, collective_kind::all_gather, cut, part * (gathered.layers * weight + gathered.ends * wide));
        if (p.widens) x.wide_gather = plan_collective(links, network, collective_kind::all_gather, cut, part * (gathered.layers * math::max(weight, wide) + gathered.ends * wide));
    };
    share(p.shared, shared_ranks(l), l.tensor, p.memory.gathered);
    if (m.is_mixture()) share(p.experts, expert_ranks(l), l.expert * l.expert_tensor, p.memory.gathered_experts);

    p.model_operations = totals.model;
    if (l.recompute == recompute_kind::selective && !job.stack.fused_attention) p.recomputed = l.recompute_share * totals.core;
    if (l.recompute == recompute_kind::full) p.recomputed = l.recompute_share * totals.forward;
    if (job.stack.fused_attention) p.core_extra = 0.5 * totals.core;
    return p;
}

constexpr training_outline plan_outline(training const& job, training_totals const& totals, cluster const& on, training_layout const& l) {
    return plan_outline(job, totals, on.server, on.network, l);
}
constexpr training_outline plan_outline(training const& job, training_totals const& totals, server const& on, training_layout const& l) {
    return plan_outline(job, totals, on, scale_out{}, l);
}

/// Plans one step. The layout should be legal for the job (see plan_training_layout.hpp).
constexpr training_plan plan_training(training const& job, cluster const& on, training_layout const& l) {
    return {plan_layers(job, on, l), plan_outline(job, totals_of(job), on, l)};
}
/// The same where the network is not known.
constexpr training_plan plan_training(training const& job, server const& on, training_layout const& l) {
    return {plan_layers(job, on, l), plan_outline(job, totals_of(job), on, l)};
}

}  // namespace tallywatt

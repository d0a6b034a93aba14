#pragma once
// Memory of a training step on its fullest device, by part. The activations kept are summed kernel by kernel: what each
// kernel's backward pass reads again.
//
//   weights     2 bytes a parameter (layers: their format; embedding, logits and adapters: bf16), twice under DualPipe;
//               ZeRO 3: a shard
//   gradients   2 or 4 bytes (their format); ZeRO 2, 3: a shard
//   optimiser   12 bytes (its state); ZeRO 1 to 3: a shard.  16 or 18 bytes a parameter together
//   shards      over data x context (or shard_group), experts over data x context x tensor/(expert x expert_tensor)
//   activations sum over the device's layers of what a micro-batch leaves x micro-batches held (workload/pipeline.hpp)
//
// Per token and layer, n tokens on a device, t tensor shards, 2 bytes an element unless the stored format is narrower:
//
//   stream     d per norm, the norm's input                             [n/t with sequence parallelism, as all of d's size]
//   input      d per half, the norm's output = input of its products (dropped where their weights are frozen)
//   grouped    H e/t queries, ceil(K/t) (e + e_v) keys and values; before a norm of them, once more
//   latent     r_q + r + p compressed, r_q + r normed, H (2 (n + p) + v)/t expanded
//   core       H e_v/t output; fused: 4 bytes H/t of log-sum-exp; unfused: 2 bytes a score, 5 with dropout
//   dense      (gated 2, else 1) f/t before and f/t after the activation
//   mixture    router 4 bytes E; of k copies, over the expert ranks: d dispatched, 2 f_e and f_e around the activation
//   dropout    1 byte d per half, a mask
//
// Selective recomputation drops an unfused core's scores (Korthikanti et al.); with a fused core, which keeps none, what is
// cheap to make again: norms' outputs, activations' outputs, expanded latents (DeepSeek-V3 report, section 3.2.3). Full keeps a
// layer's input. Expert outputs are not kept: routing weights are applied before the last product, as Megatron-LM does.
// Layers that stay in bf16 (wide_layers) keep and exchange 2 bytes an element and have weights of 2 bytes; what they take more
// is planned apart and counted by their share.
// Left out: prediction modules, a vision tower, statistics of norms (8 bytes a token), copies of weights cast to fp8.
//
// Reference: Korthikanti et al., Reducing activation recomputation in large transformer models, MLSys 2023, section 4, whose
// closed forms for GPT shapes follow to the byte; Rajbhandari et al., ZeRO, SC 2020; Isaev et al., calculon, SC 2023 (offload).
//
//   training_memory_plan const p = plan_training_memory(job, layout);
//   training_memory<> const use = memory_of(p, job, catalog::h100);

#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/workload/pipeline.hpp>
#include <tallywatt/workload/training.hpp>


namespace tallywatt {

/// Activations of one layer and micro-batch on one device, kept for the backward pass. Of those that follow the routed
/// copies, the mean: the busiest rank has expert_imbalance times as much.
struct saved_activations {
    data_size<> kept{}, cheap{};               ///< cheap: what selective recomputation makes again
    data_size<> routed_kept{}, routed_cheap{}; ///< the same of routed copies
    data_size<> input{};                       ///< the layer's input, all that full recomputation keeps (part of kept)
    [[nodiscard]] constexpr data_size<> total() const { return kept + cheap + routed_kept + routed_cheap; }
    /// Routed copies apart.
    [[nodiscard]] constexpr data_size<> after(recompute_kind r) const {
        return r == recompute_kind::none ? kept + cheap : r == recompute_kind::selective ? kept : input;
    }
    [[nodiscard]] constexpr data_size<> routed_after(recompute_kind r) const {
        return r == recompute_kind::none        ? routed_kept + routed_cheap
               : r == recompute_kind::selective ? routed_kept
                                                : data_size<>{};
    }
    constexpr saved_activations& operator+=(saved_activations const& o) {
        kept += o.kept, cheap += o.cheap, routed_kept += o.routed_kept, routed_cheap += o.routed_cheap,
            input += o.input;
        return *this;
    }
};

namespace detail {

/// What activation counts follow from, besides the shape.
struct activation_setting {
    double tokens = 0.0; ///< of a micro-batch on a context rank, n
    double split = 0.0;  ///< of them, those whose residual stream a tensor shard holds
    double tensor = 1.0;
    double sequence = 0.0; ///< keys of an unmasked query
    data_size<> wide = size_of(precision::bf16), stored{}, exchanged{};
    data_size<> mask{}; ///< of dropout, per element
    bool fused = true, frozen = false;
};

constexpr activation_setting setting_of(training const& job, training_layout const& l, bool wide = false) {
    activation_setting s;
    s.tokens = double(l.micro_batch) * job.sequence / l.context;
    s.tensor = l.tensor;
    s.split = l.sequence_parallel ? s.tokens / l.tensor : s.tokens;
    s.sequence = job.sequence;
    s.stored = wide ? s.wide : math::min(size_of(job.formats.stored), s.wide);
    s.exchanged = wide ? s.wide : math::min(size_of(job.formats.exchanged), s.wide);
    s.mask = (job.dropout ? 1.0 : 0.0) * byte;
    s.fused = job.stack.fused_attention;
    s.frozen = job.adaptation == adaptation_kind::low_rank;
    return s;
}

constexpr double kv_heads_of(attention_shape const& a, int tensor) {
    return a.form == attention_form::latent ? double(a.heads) / tensor : double((a.kv_heads + tensor - 1) / tensor);
}

constexpr saved_activations
saved_by_attention(transformer const& m, training_layout const& l, activation_setting const& s) {
    auto const& a = m.attention;
    double const d = m.hidden, heads = a.heads / s.tensor, kv = kv_heads_of(a, l.tensor), q = a.key_size(),
                 v = a.out_size();
    saved_activations r;
    r.input = s.split * d * s.wide;
    // the norms' inputs, of both halves; the input of a residual without norms need not be kept
    r.kept = double(m.norms_per_layer) * r.input + s.split * d * s.mask;
    data_size<> normed = s.split * d * s.stored, expanded{};
    data_size<> const core_inputs = s.tokens * (heads * q + kv * (q + v)) * s.wide;
    if (a.form == attention_form::latent) {
        double const ranks = a.query_rank + a.kv_rank;
        r.kept += s.split * (ranks + a.rotary_size) * s.wide;
        normed += s.split * ranks * s.stored;
        expanded = core_inputs;
    } else {
        r.kept += core_inputs;
        if (a.qk_norm != qk_norm_form::none)
            r.kept += s.tokens * (heads + kv) * q * s.wide;
    }
    data_size<> const output = s.tokens * heads * v * (s.fused ? s.wide : s.stored);
    r.kept += output;
    if (s.fused) {
        r.kept += s.tokens * heads * size_of(precision::fp32);
        r.cheap = normed + expanded;
    } else { // softmax, and with dropout its mask and what it leaves
        r.kept += normed + expanded;
        r.cheap = s.tokens * heads * s.sequence * (s.mask > data_size<>{} ? 2.0 * s.wide + s.mask : s.wide);
    }
    return r;
}

/// A feed-forward block of the given width on a device.
constexpr void save_block(saved_activations& r, transformer const& m, activation_setting const& s, double width) {
    r.kept += s.tokens * (m.ffn.gated ? 2.0 : 1.0) * width * s.stored;
    if (!s.frozen)
        (s.fused ? r.cheap : r.kept) += s.tokens * width * s.stored;
}

constexpr saved_activations
saved_by_feed_forward(transformer const& m, training_layout const& l, activation_setting const& s, bool mixture) {
    double const d = m.hidden;
    saved_activations r;
    r.kept = s.split * d * s.mask;
    if (!m.parallel_blocks && (!s.frozen || mixture))
        (s.fused ? r.cheap : r.kept) += s.split * d * s.stored;
    if (!mixture) {
        save_block(r, m, s, m.ffn.width / s.tensor);
        return r;
    }
    auto const& e = m.experts;
    double const mine = s.tokens / s.tensor, rows = mine * e.per_token * l.expert_tensor,
                 width = double(e.width) / l.expert_tensor;
    r.kept += mine * e.routed * size_of(precision::fp32);
    r.routed_kept += rows * (m.ffn.gated ? 2.0 : 1.0) * width * s.stored;
    if (!s.frozen) {
        r.routed_kept += rows * d * s.exchanged;
        (s.fused ? r.routed_cheap : r.routed_kept) += rows * width * s.stored;
    }
    if (e.shared > 0)
        save_block(r, m, s, double(e.shared) * e.one_shared_width() / s.tensor);
    return r;
}

} // namespace detail

/// What a layer of either class keeps of one micro-batch on one device, before any recomputation; wide: of one that stays in
/// bf16.
constexpr saved_activations
saved_by_layer(training const& job, training_layout const& l, bool mixture, bool wide = false) {
    auto const s = detail::setting_of(job, l, wide);
    saved_activations r = detail::saved_by_attention(job.model, l, s);
    r += detail::saved_by_feed_forward(job.model, l, s, mixture);
    return r;
}

/// What the last stage keeps of one micro-batch: input of the final norm and of the head, logits in fp32.
constexpr data_size<> saved_by_head(training const& job, training_layout const& l) {
    auto const s = detail::setting_of(job, l);
    double const norms = job.model.final_norms > 0 ? 1.0 : 0.0, inputs = s.frozen ? 0.0 : 1.0;
    return s.split * job.model.hidden * (norms + inputs) * s.wide
           + s.tokens * job.model.vocabulary / s.tensor * size_of(precision::fp32);
}

/// Parameters of one device, by what shards them.
struct device_parameters {
    double shared = 0.0;   ///< over data x context
    double experts = 0.0;  ///< routed experts
    double adapters = 0.0; ///< low-rank: all that is trained
};

namespace detail {

/// One layer's parameters on a tensor shard: matrices and their biases are cut; norms, routers, down projections of latent
/// attention and biases of outputs are whole on each, and so are key-value heads beyond one a shard.
constexpr device_parameters layer_on_device(transformer const& m, training_layout const& l, bool mixture, int rank) {
    auto const& a = m.attention;
    double const t = l.tensor, whole = 1.0 - 1.0 / t, d = m.hidden;
    double attention = double(attention_parameters(m)) / t + (a.out_bias ? whole * d : 0.0);
    if (a.form == attention_form::latent)
        attention += whole * (d * (a.query_rank + a.kv_rank + a.rotary_size) + a.query_rank + a.kv_rank);
    else
        attention += d * (kv_heads_of(a, l.tensor) - a.kv_heads / t) * (a.head_size + a.out_size());
    double const bias = m.ffn.down_bias ? whole * d : 0.0;
    device_parameters p;
    p.shared = attention + double(m.norms_per_layer) * double(norm_parameters(m, m.hidden));
    if (mixture) {
        auto const& e = m.experts;
        int const held = (e.routed + l.expert - 1) / l.expert;
        p.shared += double(shared_expert_parameters(m)) / t + e.shared * bias + (e.shared_gate ? whole * d : 0.0)
                    + double(router_parameters(m));
        p.experts = held * double(expert_parameters(m)) / l.expert_tensor;
    } else {
        p.shared += double(ffn_parameters(m, m.ffn.width)) / t + bias;
    }
    // a pair of matrices beside the joint projection of queries, keys and values (latent: those out of the ranks) and the output's
    double const q = double(a.heads) * a.key_size(), o = double(a.heads) * a.out_size();
    double const ends = a.form == attention_form::latent
                            ? (a.query_rank > 0 ? a.query_rank : d) + q + a.kv_rank
                                  + double(a.heads) * (a.unrotated_size + a.value_size) + o + d
                            : d + q + double(a.kv_heads) * (a.head_size + a.out_size()) + o + d;
    p.adapters = rank * ends / t;
    return p;
}

} // namespace detail

/// Ranks that have the same parameters, and of them those over which ZeRO cuts what it cuts; the cuts are alike.
struct shard_ranks {
    int all = 1, cut = 1;
    [[nodiscard]] constexpr int replicas() const { return all / cut; }
};
/// Of parameters apart from experts.
constexpr shard_ranks shared_ranks(training_layout const& l) {
    int const all = l.data * l.context;
    return {all, l.shard_group > 0 && l.shard_group < all ? l.shard_group : all};
}
/// Of experts: at most as many, in equal groups.
constexpr shard_ranks expert_ranks(training_layout const& l) {
    int const replicas = l.data * l.context * l.tensor / (l.expert * l.expert_tensor), all = replicas > 1 ? replicas : 1;
    int cut = l.shard_group > 0 && l.shard_group < all ? l.shard_group : all;
    while (all % cut != 0)
        --cut;
    return {all, cut};
}

/// Parameters that data ranks gather from each other: in the weights' format, and those that stay in bf16.
struct gathered_parameters {
    double layers = 0.0, ends = 0.0;
    [[nodiscard]] constexpr double total() const { return layers + ends; }
};

/// A step's memory on its fullest device with everything discrete settled.
struct training_memory_plan {
    data_size<> weights{}, gradients{};
    double trained = 0.0, trained_experts = 0.0; ///< parameters of the device whose gradients are reduced
    double updated = 0.0; ///< parameters whose optimiser state the device holds
    gathered_parameters gathered{}, gathered_experts{}; ///< by ZeRO, of a device
    double layer_weights = 0.0;                         ///< parameters of the layers that the device keeps
    data_size<> activations{};
    data_size<> routed{}; ///< activations of routed copies, at the mean rank
    data_size<> logits{}, buffers{};
    // of the layout, whichever device is the fullest
    double live = 0.0;        ///< micro-batches held by the first device
    data_size<> layer_kept{}; ///< of a layer and micro-batch, after recomputation, the mean of both classes
    /// What all layers in bf16 would take more.
    data_size<> wide_weights{}, wide_activations{}, wide_routed{}, wide_layer_kept{};
};

namespace detail {

/// What devices of a layout have in common.
struct memory_base {
    saved_activations dense{}, mixture{}, wide_dense{}, wide_mixture{};
    device_parameters dense_layer{}, mixture_layer{};
    activation_setting setting{};
    bool widens = false; ///< there are layers that stay in bf16
    double group = 1.0, expert_group = 1.0; ///< over which ZeRO cuts
};

/// One device: its layers by class, micro-batches held of each, and which ends of the model it has. DualPipe: the layers of
/// both of its stages, each held for half of the micro-batches.
struct memory_device {
    int dense = 0, mixture = 0;
    double live = 1.0;
    bool first = false, last = false;
};

constexpr training_memory_plan plan_device(
    training const& job, training_layout const& l, memory_base const& base,
    memory_device const& on
) {
    auto const& m = job.model;
    auto const& s = base.setting;
    data_size<> const wide = s.wide, gradient = size_of(job.formats.gradients), weight = size_of(job.formats.weights);
    double const t = l.tensor, d = m.hidden, dense = on.dense, mixture = on.mixture, layers = dense + mixture;
    bool const frozen = s.frozen;
    training_memory_plan p;

    // parameters: weights, and what is trained of them
    double const head = double(m.vocabulary) * d / t,
                 final_norm = double(m.final_norms) * double(norm_parameters(m, m.hidden));
    double ends = 0.0;
    if (on.first)
        ends +=
            head + double(m.learned_positions) * d + double(m.embedding_norms) * double(norm_parameters(m, m.hidden));
    if (on.last)
        ends += (on.first && m.tied_embeddings ? 0.0 : head) + (m.head_bias ? m.vocabulary / t : 0.0) + final_norm;
    double const shared = dense * base.dense_layer.shared + mixture * base.mixture_layer.shared + ends,
                 experts = mixture * base.mixture_layer.experts;
    double const adapters = dense * base.dense_layer.adapters + mixture * base.mixture_layer.adapters;
    double const group = base.group, expert_group = base.expert_group;
    auto const cut = [&](int stage) {
        return l.zero >= stage ? shared / group + experts / expert_group : shared + experts;
    };
    auto const cut_adapters = [&](int stage) { return l.zero >= stage ? adapters / group : adapters; };
    // embedding, logits and adapters stay in bf16; of weights on the host two layers come and go
    double const comes = l.offload.weights && layers > 2.0 ? 2.0 / layers : 1.0;
    double const held_ends = l.zero >= 3 ? ends / group : ends, always_wide = held_ends + (frozen ? cut_adapters(3) : 0.0);
    p.layer_weights = cut(3) - held_ends;
    double const resident = p.layer_weights * comes;
    // the two devices that hold a stage under DualPipe are ranks of its parameters too
    int const copies = l.zero >= 1 ? parameter_copies(l.schedule) : 1;
    data_size<> const wide_weight = math::max(weight, wide);
    p.weights = resident * weight + always_wide * wide;
    if (base.widens)
        p.wide_weights = resident * (wide_weight - weight);
    if (l.zero == 3 || !frozen) {
        p.gathered = {shared - ends, ends + (frozen ? adapters : 0.0)};
        p.gathered_experts = {experts, 0.0};
    } else {
        p.gathered = {0.0, adapters};
    }
    p.gradients = (frozen ? cut_adapters(2) : cut(2)) * gradient;
    p.trained = frozen ? adapters : shared, p.trained_experts = frozen ? 0.0 : experts;
    p.updated =
        (frozen ? cut_adapters(1) : cut(1)) / copies * (l.offload.optimizer && layers > 2.0 ? 2.0 / layers : 1.0);

    // activations: what is kept of each micro-batch, and the layer being made again
    double const share = l.recompute == recompute_kind::none ? 0.0 : l.recompute_share;
    auto const kept = [&](saved_activations const& a) {
        return (1.0 - share) * (a.kept + a.cheap) + share * a.after(l.recompute);
    };
    auto const routed = [&](saved_activations const& a) {
        return (1.0 - share) * (a.routed_kept + a.routed_cheap) + share * a.routed_after(l.recompute);
    };
    data_size<> const dense_kept = kept(base.dense), mixture_kept = kept(base.mixture),
                      routed_kept = routed(base.mixture);
    double const offloaded =
        l.offload.activations && layers > 0.0 ? math::min(2.0 / (layers * on.live), 1.0) : 1.0; // two layers' come and go
    p.activations = offloaded * on.live * (dense * dense_kept + mixture * mixture_kept);
    p.routed = offloaded * on.live * mixture * routed_kept;
    p.live = on.live;
    p.layer_kept = (dense * dense_kept + mixture * (mixture_kept + routed_kept)) / math::max(layers, 1.0);
    if (base.widens) {
        data_size<> const more_dense = kept(base.wide_dense) - dense_kept, more_mixture = kept(base.wide_mixture) - mixture_kept,
                          more_routed = routed(base.wide_mixture) - routed_kept;
        p.wide_activations = offloaded * on.live * (dense * more_dense + mixture * more_mixture);
        p.wide_routed = offloaded * on.live * mixture * more_routed;
        p.wide_layer_kept = (dense * more_dense + mixture * (more_mixture + more_routed)) / math::max(layers, 1.0);
    }
    if (share > 0.0) { // the largest kind of layer
        auto const& dense_again = base.widens ? base.wide_dense : base.dense;
        auto const& mixture_again = base.widens ? base.wide_mixture : base.mixture;
        if (mixture > 0.0) {
            p.activations += mixture_again.after(recompute_kind::none) - mixture_again.after(l.recompute);
            p.routed += mixture_again.routed_after(recompute_kind::none) - mixture_again.routed_after(l.recompute);
        } else {
            p.activations += dense_again.after(recompute_kind::none) - dense_again.after(l.recompute);
        }
    }
    if (on.first)
        p.activations += on.live * s.split * d * (s.mask + double(m.embedding_norms) * wide);
    if (on.last)
        p.logits = saved_by_head(job, l) + s.tokens * m.vocabulary / t * wide; // and their gradient in bf16

    // in flight: gradients of the stream and of the widest product's output, a gathered input, tensors between stages,
    // a neighbour's keys and values, copies for experts, gathered layers
    double const gates = m.ffn.gated ? 2.0 : 1.0,
                 kv = kv_heads_of(m.attention, l.tensor) * (m.attention.key_size() + m.attention.out_size());
    double const attention_width = m.attention.heads / t * m.attention.key_size() + kv;
    double const width = math::max(
        attention_width, gates * (dense > 0.0 ? m.ffn.width : m.experts.shared * m.experts.one_shared_width()) / t
    );
    p.buffers = 2.0 * s.split * d * wide + s.tokens * width * wide;
    if (l.tensor > 1 && l.sequence_parallel)
        p.buffers += s.tokens * d * wide;
    if (l.pipeline > 1)
        p.buffers += 4.0 * s.tokens * d / t * wide;
    if (l.context > 1)
        p.buffers += 2.0 * s.tokens * kv * wide;
    if (mixture > 0.0)
        p.buffers += s.tokens / t * m.experts.per_token * (d * ((base.widens ? wide : s.exchanged) + wide) + gates * m.experts.width * wide);
    if (l.zero == 2 && l.interleave > 1) // the gradients of a stage, whole until its run of micro-batches ends
        p.buffers += (frozen ? adapters : shared - ends + experts) / l.interleave * gradient;
    if (l.zero == 3 && group > 1.0) {
        double const layer = math::max(base.dense_layer.shared, base.mixture_layer.shared + base.mixture_layer.experts);
        data_size<> const one = layer * (base.widens ? wide_weight : weight), next = math::max(one, (on.first || on.last ? head : 0.0) * wide);
        p.buffers += one + next + (frozen ? 0.0 : layer) * gradient; // one computes, the next arrives
    }
    return p;
}

/// What decides which device is the fullest, reserve apart.
constexpr data_size<> size_of_plan(training_memory_plan const& p, training const& job) {
    double const w = job.formats.wide_layers.value;
    return p.weights + w * p.wide_weights + p.gradients + p.updated * job.formats.optimizer_state + p.activations
           + w * p.wide_activations + (p.routed + w * p.wide_routed) * job.expert_imbalance.value + p.logits + p.buffers;
}

/// Mixture layers on a device: of the stages at place `device` of each round.
constexpr int mixtures_on(transformer const& m, training_layout const& l, stage_layers const& stages, int device) {
    if (!m.is_mixture())
        return 0;
    auto const before = [&](int stage) {
        int const layers = stages.before(stage, l.stages());
        return layers > 0 && m.experts.count(layers) > 0 ? m.experts.count(layers) : 0;
    };
    int n = 0;
    for (int round = 0; round < l.interleave; ++round)
        n += before(round * l.pipeline + device + 1) - before(round * l.pipeline + device);
    return n;
}

} // namespace detail

/// Plans the memory of the fullest device: the first (most micro-batches held, embedding), the second, or the last (logits).
constexpr training_memory_plan
plan_training_memory(training const& job, training_layout const& l) {
    using detail::memory_device;
    auto const& m = job.model;
    detail::memory_base base;
    base.setting = detail::setting_of(job, l);
    base.dense = base.mixture = detail::saved_by_attention(m, l, base.setting);
    if (m.dense_layers() > 0) {
        base.dense += detail::saved_by_feed_forward(m, l, base.setting, false);
        base.dense_layer = detail::layer_on_device(m, l, false, job.adaptation_rank);
    }
    if (m.is_mixture()) {
        base.mixture += detail::saved_by_feed_forward(m, l, base.setting, true);
        base.mixture_layer = detail::layer_on_device(m, l, true, job.adaptation_rank);
    }
    base.group = shared_ranks(l).cut;
    base.expert_group = m.is_mixture() ? expert_ranks(l).cut : 1;
    base.widens = has_wide_layers(job.formats);
    if (base.widens) {
        base.wide_dense = saved_by_layer(job, l, false, true);
        if (m.is_mixture())
            base.wide_mixture = saved_by_layer(job, l, true, true);
    }
    auto const plan = [&](memory_device const& d) { return detail::plan_device(job, l, base, d); };
    if (l.pipeline == 1)
        return plan({m.dense_layers(), m.mixture_layers(), 1.0, true, true});

    stage_layers const stages = stages_of(l, m.layers);
    pipeline_shape const shape = pipeline_of(l, job.batch);
    int const last = l.pipeline - 1;
    auto const device = [&](int index) {
        int const mixtures = detail::mixtures_on(m, l, stages, index);
        return memory_device{stages.on(index, l) - mixtures, mixtures, live_micro_batches(shape, index), index == 0, index == last};
    };
    // what is reduced and gathered is the most that any of them trains
    auto const fuller = [&](training_memory_plan const& a, training_memory_plan const& b) {
        training_memory_plan r = detail::size_of_plan(b, job) > detail::size_of_plan(a, job) ? b : a;
        r.trained = math::max(a.trained, b.trained), r.trained_experts = math::max(a.trained_experts, b.trained_experts);
        r.gathered = a.gathered.total() > b.gathered.total() ? a.gathered : b.gathered;
        r.gathered_experts = a.gathered_experts.total() > b.gathered_experts.total() ? a.gathered_experts : b.gathered_experts;
        return r;
    };
    memory_device const a = device(0), z = device(last);
    if (l.schedule == pipeline_schedule::dual_pipe) {
        auto const both = [](memory_device const& x, memory_device const& y) {
            return memory_device{x.dense + y.dense, x.mixture + y.mixture, x.live / 2.0, x.first, y.last};
        };
        training_memory_plan const ends = plan(both(a, z));
        if (l.pipeline == 2)
            return ends;
        auto const pair = [&](int index) { return stages.on(index, l) + stages.on(last - index, l); };
        int const middle = last / 2, fullest = pair(middle) > pair(1) ? middle : 1;
        return fuller(ends, plan(both(device(fullest), device(last - fullest))));
    }
    training_memory_plan const ends = fuller(plan(a), plan(z));
    return l.pipeline > 2 ? fuller(ends, plan(device(1))) : ends;
}

/// Memory of the fullest device under a plan.
template <class T>
constexpr training_memory<T>
memory_of(training_memory_plan const& p, basic_training<T> const& job, basic_accelerator<T> const& chip) {
    T const w = job.formats.wide_layers.value;
    return {
        .weights = p.weights + w * p.wide_weights,
        .gradients = p.gradients,
        .optimizer = p.updated * job.formats.optimizer_state,
        .activations = p.activations + w * p.wide_activations + (p.routed + w * p.wide_routed) * job.expert_imbalance,
        .logits = p.logits,
        .buffers = p.buffers,
        .reserve = chip.memory_capacity * job.memory_reserve};
}

} // namespace tallywatt

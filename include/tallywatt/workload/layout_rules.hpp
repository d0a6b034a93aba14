#pragma once
// Which layouts of a training job can run at all, memory apart. Rules of one accelerator's share (shards of the model, of a
// sequence and of the experts), then rules of the whole (stages, data ranks, what is sharded over them).
//
//   heads, key-value heads (or a multiple of them: replicated) and widths divide by tensor; tensor shards fill a scale-up domain
//   sequence divides by context (twice that where it is causal: each rank takes a piece from either end) x tensor shards
//   layers divide by pipeline x interleave; with lean ends layers + 2 do
//   batch divides by data x micro_batch; schedules as in workload/pipeline.hpp
//   experts divide by expert, tensor x context x data by expert x expert_tensor; tokens are split over the tensor shards
//   ZeRO 2 and 3 take no pipeline: each micro-batch would reduce and gather again
//
// Reference: checks of Megatron-LM (arguments.py, parallel_state.py) and DeepSpeed (ZeRO 2 and 3 refuse a pipeline);
// context parallelism: Megatron-LM; Llama 3 (arXiv 2407.21783, section 3.3) for lean ends and for what `sharded_stages` allows.
//
//   layout_fault const f = fault_of(job, catalog::hgx_a100_80gb, {.tensor = 8, .pipeline = 35, .data = 9}, {.accelerators = 2520});

#include <tallywatt/cluster/server.hpp>
#include <tallywatt/workload/pipeline.hpp>
#include <tallywatt/workload/training.hpp>

#include <cstdint>

namespace tallywatt {

enum class layout_fault : unsigned char {
    none,
    below_one,    ///< a count, or a share outside 0 to 1
    accelerators, ///< not as many as there are
    domain,       ///< tensor or expert shards that do not fill a scale-up domain evenly
    heads,
    width,
    scores, ///< context ranks without fused attention
    sequence,
    experts,       ///< an uneven share of experts, or experts of a dense model
    split_tokens,  ///< experts beside tensor shards that all hold the same tokens
    expert_groups, ///< do not divide a stage's accelerators
    batch,
    layers,
    ends,           ///< lean ends without a pipeline
    schedule,       ///< see fault_of(pipeline_of(layout, batch))
    sharded_stages, ///< ZeRO 2 or 3 beside a pipeline
    shard_group     ///< does not divide the data ranks
};

constexpr char const* name_of(layout_fault f) {
    switch (f) {
    case layout_fault::none:
        return "none";
    case layout_fault::below_one:
        return "a count is below one, or a share is not between 0 and 1";
    case layout_fault::accelerators:
        return "tensor x context x pipeline x data is not the number of accelerators";
    case layout_fault::domain:
        return "tensor or expert shards do not fill a scale-up domain evenly";
    case layout_fault::heads:
        return "heads do not divide by the tensor shards";
    case layout_fault::width:
        return "a feed-forward width does not divide by its shards";
    case layout_fault::scores:
        return "context ranks need fused attention";
    case layout_fault::sequence:
        return "the sequence does not divide by its ranks";
    case layout_fault::experts:
        return "experts do not divide by their ranks";
    case layout_fault::split_tokens:
        return "experts beside tensor shards need sequence parallelism";
    case layout_fault::expert_groups:
        return "expert ranks do not divide a stage's accelerators";
    case layout_fault::batch:
        return "the batch does not divide by data ranks and micro-batch";
    case layout_fault::layers:
        return "layers do not divide by the stages";
    case layout_fault::ends:
        return "lean ends without a pipeline";
    case layout_fault::schedule:
        return "the pipeline's schedule cannot run";
    case layout_fault::sharded_stages:
        return "ZeRO 2 and 3 do not go with a pipeline";
    default:
        return "the shard group does not divide the data ranks";
    }
}

/// What is asked of layouts beyond the arithmetic.
struct layout_limits {
    static constexpr char const* kind = "limits";
    int accelerators = 0;        ///< that a layout has to use; 0: any number
    bool tensor_across = false;  ///< tensor and expert shards may span scale-up domains, in whole ones
    bool even_stages = true;     ///< each stage holds the same number of layers; otherwise the last ones hold one less
    bool sharded_stages = false; ///< ZeRO 2 and 3 may stand beside a pipeline

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators", between(0, 1 << 28)}, self.accelerators...);
        visit(field{"tensor_across"}, self.tensor_across...);
        visit(field{"even_stages"}, self.even_stages...);
        visit(field{"sharded_stages"}, self.sharded_stages...);
    }
};

namespace detail {

constexpr bool fills(int domain, int ranks, bool across) {
    return domain % ranks == 0 || (across && ranks % domain == 0);
}

} // namespace detail

/// What of a fault tensor, context and expert ranks and the micro-batch decide, whatever the stages and data ranks.
constexpr layout_fault
fault_of_shards(training const& job, server const& on, training_layout const& l, layout_limits const& limits = {}) {
    auto const& m = job.model;
    auto const& a = m.attention;
    auto const& e = m.experts;
    if (l.tensor < 1 || l.context < 1 || l.expert < 1 || l.expert_tensor < 1 || l.micro_batch < 1)
        return layout_fault::below_one;
    if (!detail::fills(on.scale_up.domain, l.tensor, limits.tensor_across))
        return layout_fault::domain;
    if (!detail::fills(on.scale_up.domain, l.expert_tensor, limits.tensor_across))
        return layout_fault::domain;
    if (a.heads % l.tensor != 0)
        return layout_fault::heads;
    if (a.form == attention_form::grouped && a.kv_heads % l.tensor != 0 && l.tensor % a.kv_heads != 0)
        return layout_fault::heads;
    if (m.dense_layers() > 0 && m.ffn.width % l.tensor != 0)
        return layout_fault::width;
    if (l.context > 1 && !job.stack.fused_attention)
        return layout_fault::scores;
    std::int64_t const pieces =
        std::int64_t{l.context} * (l.context > 1 ? 2 : 1) * (l.sequence_parallel ? l.tensor : 1);
    if (job.sequence % pieces != 0)
        return layout_fault::sequence;
    if (!m.is_mixture())
        return l.expert > 1 || l.expert_tensor > 1 ? layout_fault::experts : layout_fault::none;
    if (e.routed % l.expert != 0)
        return layout_fault::experts;
    if (e.width % l.expert_tensor != 0 || (e.shared > 0 && e.one_shared_width() % l.tensor != 0))
        return layout_fault::width;
    return l.tensor > 1 && !l.sequence_parallel ? layout_fault::split_tokens : layout_fault::none;
}

/// The rest.
constexpr layout_fault fault_of_ranks(training const& job, training_layout const& l, layout_limits const& limits = {}) {
    if (l.pipeline < 1 || l.interleave < 1 || l.data < 1 || l.shard_group < 0 || l.zero < 0 || l.zero > 3)
        return layout_fault::below_one;
    if (!(l.recompute_share >= 0.0 && l.recompute_share <= 1.0))
        return layout_fault::below_one;
    std::int64_t const group = std::int64_t{l.context} * l.data, stage = group * l.tensor;
    if (limits.accelerators > 0 && stage * l.pipeline != limits.accelerators)
        return layout_fault::accelerators;
    if (stage % (std::int64_t{l.expert} * l.expert_tensor) != 0)
        return layout_fault::expert_groups;
    if (job.batch % (std::int64_t{l.data} * l.micro_batch) != 0)
        return layout_fault::batch;
    if (l.lean_ends && l.pipeline == 1)
        return layout_fault::ends;
    int const layers = job.model.layers + (l.lean_ends ? 2 : 0);
    std::int64_t const stages = std::int64_t{l.pipeline} * l.interleave;
    if (stages > layers || (limits.even_stages && layers % stages != 0))
        return layout_fault::layers;
    if ((layers + stages - 1) / stages * (stages - 1) >= layers)
        return layout_fault::layers; // fewer stages would hold them all
    if (fault_of(pipeline_of(l, job.batch)) != pipeline_fault::none)
        return layout_fault::schedule;
    if (l.zero >= 2 && l.pipeline > 1 && !limits.sharded_stages)
        return layout_fault::sharded_stages;
    if (l.shard_group > 0 && group % l.shard_group != 0)
        return layout_fault::shard_group;
    return layout_fault::none;
}

/// Why a layout cannot run, or none.
constexpr layout_fault
fault_of(training const& job, server const& on, training_layout const& l, layout_limits const& limits = {}) {
    layout_fault const shards = fault_of_shards(job, on, l, limits);
    return shards != layout_fault::none ? shards : fault_of_ranks(job, l, limits);
}
constexpr bool
legal(training const& job, server const& on, training_layout const& l, layout_limits const& limits = {}) {
    return fault_of(job, on, l, limits) == layout_fault::none;
}

} // namespace tallywatt

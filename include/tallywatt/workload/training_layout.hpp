#pragma once
// How a training job lies on its accelerators: every axis of parallelism, the pipeline's schedule, what is recomputed,
// what is sharded and what is kept on the host. Plan data: integers and choices only.
//
//   accelerators = tensor x context x pipeline x data
//   experts are spread over `expert` groups of `expert_tensor` shards, within the tensor x context x data accelerators of a stage
//   micro-batches of a step = batch/(data x micro_batch)
//
// Names follow Megatron-LM. Reference: Narayanan et al., Efficient large-scale language model training on GPU clusters
// using Megatron-LM, SC 2021; Korthikanti et al., Reducing activation recomputation in large transformer models, MLSys 2023;
// Rajbhandari et al., ZeRO, SC 2020; Qi et al., Zero bubble pipeline parallelism, ICLR 2024; DeepSeek-V3 technical report, 2024.
//
//   training_layout const l{.tensor = 8, .pipeline = 16, .data = 128, .interleave = 4, .micro_batch = 1};

#include <tallywatt/number/field.hpp>

namespace tallywatt {

/// 1F1B (interleaved where each device holds several stages), zero bubble (ZB-H1) which delays weight gradients into the
/// bubble, or DualPipe, which feeds micro-batches from both ends and holds two copies of the parameters.
enum class pipeline_schedule : unsigned char { one_forward_one_backward, zero_bubble, dual_pipe };
/// What the backward pass computes again: nothing, what is large and cheap, or whole layers. Large and cheap are the scores of
/// an unfused attention core, and of a fused one, which keeps none, the outputs of norms and activations and expanded latents.
enum class recompute_kind : unsigned char { none, selective, full };
/// What lies in host memory between its uses.
struct offload_choice {
    static constexpr char const* kind = "offload";
    bool weights = false, activations = false, optimizer = false;
    friend constexpr bool operator==(offload_choice const&, offload_choice const&) = default;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"weights"}, self.weights...);
        visit(field{"activations"}, self.activations...);
        visit(field{"optimizer"}, self.optimizer...);
    }
};

struct training_layout {
    static constexpr char const* kind = "layout";
    int tensor = 1;
    bool sequence_parallel = true;  ///< norms, dropout and residuals are split over the tensor shards too
    int context = 1;                ///< ranks that share a sequence (ring attention)
    int pipeline = 1;
    int interleave = 1;             ///< stages (model chunks) of a device, v
    pipeline_schedule schedule = pipeline_schedule::one_forward_one_backward;
    bool lean_ends = false;         ///< the first and the last stage hold a layer less each: they have embedding and logits
    int data = 1;
    /// 0: replicas; 1: optimiser states sharded over data x context, 2: gradients too (reduced every micro-batch), 3: parameters
    /// too. A framework that adds up whole gradients first and then shards them, as PyTorch's pipelining does, is 1.
    int zero = 1;
    int shard_group = 0;            ///< ranks over which ZeRO shards; 0: all of data x context (hybrid sharding: fewer, in equal groups)
    int expert = 1;
    int expert_tensor = 1;
    int micro_batch = 1;            ///< sequences
    recompute_kind recompute = recompute_kind::none;
    double recompute_share = 1.0;   ///< of a stage's layers, to which `recompute` applies
    offload_choice offload{};

    [[nodiscard]] constexpr int accelerators() const { return tensor * context * pipeline * data; }
    [[nodiscard]] constexpr int stages() const { return pipeline * interleave; }
    friend constexpr bool operator==(training_layout const&, training_layout const&) = default;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr bounds ways = between(1, 1 << 20);
        visit(field{"tensor", ways}, self.tensor...);
        visit(field{"sequence_parallel"}, self.sequence_parallel...);
        visit(field{"context", ways}, self.context...);
        visit(field{"pipeline", ways}, self.pipeline...);
        visit(field{"interleave", between(1, 1000)}, self.interleave...);
        visit(field{"schedule"}, self.schedule...);
        visit(field{"lean_ends"}, self.lean_ends...);
        visit(field{"data", ways}, self.data...);
        visit(field{"zero", between(0, 3)}, self.zero...);
        visit(field{"shard_group", non_negative}, self.shard_group...);
        visit(field{"expert", ways}, self.expert...);
        visit(field{"expert_tensor", ways}, self.expert_tensor...);
        visit(field{"micro_batch", ways}, self.micro_batch...);
        visit(field{"recompute"}, self.recompute...);
        visit(field{"recompute_share", between(0.0, 1.0)}, self.recompute_share...);
        visit(field{"offload"}, self.offload...);
    }
};

}  // namespace tallywatt

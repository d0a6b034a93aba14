#pragma once
// The software that runs on an accelerator, as dated, sourced inputs: it, not a fudge, separates one year's result from
// the next on the same chip.
//
//   attention, prefill   achieved share of the bf16 peak: share s/(s + half_length), s the prompt's length
//   attention, decode    launch + max(bytes/(bandwidth memory_share), operations/(peak compute_share))
//   streaming kernels    gap + bytes/(bandwidth stream share)
//   experts              grouped products at expert_compute_share and expert_memory_share of the dense ones' rates
//   sampling             sampler_traffic bytes per logit and sequence, as a streaming kernel
//   a step               max(device + (1 - host_overlap) h, h) + host_step,  h = host_per_sequence for each running sequence
//   two-batch overlap    hides overlap_share of what perfect turns of two half batches would

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
struct basic_software_stack {
    static constexpr char const* kind = "stack";
    char const* name = "";
    basic_fraction<T> prefill_attention_share{T(0.648)};
    token_count<T> prefill_half_length = 527.0 * token;
    basic_fraction<T> decode_attention_memory_share{T(0.90)};
    basic_fraction<T> decode_attention_compute_share{T(0.67)};
    duration<T> decode_attention_launch = 7.0 * microsecond;
    duration<T> kernel_gap = 1.25 * microsecond;  ///< per streaming kernel, replayed from a graph
    duration<T> host_step = 0.2 * millisecond;    ///< host time per step that overlapped scheduling leaves exposed
    duration<T> host_per_sequence = 4.0 * microsecond;  ///< host time per step for each running sequence: scheduling, output processing
    int attention_kernels = 8;                    ///< streaming kernels in a layer's attention half (norms, rotary, cache write, casts, residual)
    int ffn_kernels = 3;                          ///< in a dense FFN half (norm, activation and cast, residual)
    int expert_kernels = 7;                       ///< in a mixture-of-experts half (router top-k, permute, activations, casts, combine)
    bool two_batch_overlap = false;               ///< halves of a batch take turns: one computes while the other communicates
    int communication_units = 0;                  ///< compute units held by prefill's exchange kernels
    basic_fraction<T> overlap_share{T(0.8)};      ///< of the time that perfect turns of two half batches would hide
    basic_fraction<T> host_overlap{T(0.0)};       ///< share of host_per_sequence that may run beside the device's work
    basic_fraction<T> expert_compute_share{T(1.0)};  ///< grouped products over dense ones: of their rate of operations
    basic_fraction<T> expert_memory_share{T(1.0)};   ///< the same, of their bandwidth
    data_size<T> sampler_traffic = 14.0 * byte;   ///< per logit and sequence: read, widened to fp32, scaled, reduced

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"prefill_attention_share", positive, {"FlashAttention-3 repository charts, H100 d128 causal forward, fitted", "2024-07", confidence::high}}, self.prefill_attention_share...);
        visit(field{"prefill_half_length", non_negative, {"FlashAttention-3 repository charts, H100 d128 causal forward, fitted", "2024-07", confidence::high}}, self.prefill_half_length...);
        visit(field{"decode_attention_memory_share", positive, {"FlashMLA README, 3000 of 3350 GB/s on H800", "2025-09-29", confidence::high}}, self.decode_attention_memory_share...);
        visit(field{"decode_attention_compute_share", positive, {"FlashMLA README, 660 of 989 TFLOP/s on H800", "2025-09-29", confidence::high}}, self.decode_attention_compute_share...);
        visit(field{"decode_attention_launch", non_negative, {"split-KV decode kernel latency floor", "2024", confidence::medium}}, self.decode_attention_launch...);
        visit(field{"kernel_gap", non_negative, {"gpu-benches kernel launch from a graph, Hopper", "2024", confidence::high}}, self.kernel_gap...);
        visit(field{"host_step", non_negative, {"assumed for engines with overlapped scheduling; no published table found", "2026", confidence::assumed}}, self.host_step...);
        visit(field{"host_per_sequence", non_negative, {"inference-sim (BLIS), fitted per request; early vLLM 100 us (Vidur profiles), overlapped since", "2026", confidence::low}}, self.host_per_sequence...);
        visit(field{"attention_kernels", non_negative, {"counted from a fused serving layer", "2026", confidence::medium}}, self.attention_kernels...);
        visit(field{"ffn_kernels", non_negative, {"counted from a fused serving layer", "2026", confidence::medium}}, self.ffn_kernels...);
        visit(field{"expert_kernels", non_negative, {"counted from a fused serving layer", "2026", confidence::medium}}, self.expert_kernels...);
        visit(field{"two_batch_overlap"}, self.two_batch_overlap...);
        visit(field{"communication_units", non_negative}, self.communication_units...);
        visit(field{"overlap_share", any_value, {"assumed between SGLang's measured 0.45 and perfect turns", "2026", confidence::assumed}}, self.overlap_share...);
        visit(field{"host_overlap", any_value, {"assumed: scheduling and output processing wait for the device", "2026", confidence::assumed}}, self.host_overlap...);
        visit(field{"expert_compute_share", positive, {"DeepGEMM README, dense and grouped products on H800: one set of constants fits both", "2025-04-09", confidence::high}}, self.expert_compute_share...);
        visit(field{"expert_memory_share", positive, {"DeepGEMM README, dense and grouped products on H800: one set of constants fits both", "2025-04-09", confidence::high}}, self.expert_memory_share...);
        visit(field{"sampler_traffic", non_negative, {"counted: a bf16 logit read, written and read twice in fp32", "2026", confidence::medium}}, self.sampler_traffic...);
    }
    constexpr operator basic_software_stack<double>() const
        requires std::same_as<T, estimate>
    {
        return convert<double>(*this);
    }
};

/// The software of a training job. Attention's shares are of the chip's bf16 peak, over the operations that the kernel
/// executes on an unmasked half: forward 1, backward 2.5 times the forward's (it computes the scores again). They are a
/// kernel's on a chip: a preset names the chip it is for.
///
///   fused attention        peak share s/(s + half_length), s the sequence's length; its operations take core_energy times
//                          the energy of a product's, of which some is exponentials and rescaling
///   unfused attention      batched products, and softmax and dropout kernels that move score_traffic per score, masked ones too
///   streaming kernels      kernel_gap + bytes/(bandwidth stream share), bytes streaming_traffic times the least possible:
///                          forward   norm 2, residual 3, rotary 2 passes; activation: what it reads and writes, once
///                          backward  norm 3, residual 3, rotary 2 passes; activation: inputs, gradient in, gradients out
///   mixture layers         the host reads how many tokens each expert has before it launches what follows: its launches,
///                          host_launch each, are waited for
///   communication          its hidden share costs overlap_slowdown times its length in compute, the rest is added
///   a step                 1 + straggler times its longest rank's time (the share of 1,024 ranks), and host_step
///
///   training_stack const s = catalog::megatron_2021;
template <class T = double>
struct basic_training_stack {
    static constexpr char const* kind = "training_stack";
    char const* name = "";
    bool fused_attention = true;
    bool grouped_products = true;                          ///< experts' products run as one kernel, not one for each expert
    bool deduplicated_exchange = true;                     ///< one copy of a token to a node; otherwise one to each expert
    basic_ratio<T> product_share{T(1.0)};                  ///< rate of this year's matrix library over the chip's own figure
    duration<T> host_launch = 5.0 * microsecond;           ///< of a kernel that the device waits for; zero where graphs are replayed
    basic_fraction<T> attention_share{T(0.648)};           ///< forward, long sequences
    token_count<T> half_length = 527.0 * token;
    basic_fraction<T> backward_attention_share{T(0.5)};
    token_count<T> backward_half_length = 540.0 * token;
    basic_ratio<T> core_energy{T(1.0)};               ///< of a fused core's operation over a product's: exponentials, rescaling
    data_size<T> score_traffic = 8.0 * byte;               ///< per score, forward; unfused attention only
    data_size<T> backward_score_traffic = 10.0 * byte;     ///< the same, backward
    basic_ratio<T> streaming_traffic{T(1.1)};              ///< bytes of streaming kernels over the least possible, forward
    basic_ratio<T> backward_streaming_traffic{T(1.3)};
    data_size<T> cast_traffic = 4.0 * byte;                ///< per element of a product's operand that is cast to fp8 or below
    duration<T> kernel_gap = 1.5 * microsecond;            ///< per streaming kernel
    int attention_kernels = 5;                             ///< streaming kernels in a layer's attention half, forward
    int ffn_kernels = 3;
    int expert_kernels = 8;
    int backward_attention_kernels = 8;
    int backward_ffn_kernels = 6;
    int backward_expert_kernels = 12;
    basic_fraction<T> tensor_overlap{T(0.25)};             ///< share of tensor-parallel communication that compute hides
    basic_fraction<T> data_overlap{T(0.8)};                ///< of gradient reduction and parameter gathering
    basic_fraction<T> pipeline_overlap{T(0.5)};            ///< of activations sent between stages
    basic_fraction<T> context_overlap{T(0.8)};             ///< of keys and values exchanged
    basic_fraction<T> expert_overlap{T(0.0)};              ///< of dispatch and combine
    basic_fraction<T> paired_overlap{T(0.9)};              ///< of the rest of it, where a forward and a backward pass run side by side (DualPipe)
    basic_fraction<T> overlap_slowdown{T(0.1)};            ///< of compute, while communication runs beside it
    basic_fraction<T> straggler{T(0.02)};                  ///< by which the slowest of 1,024 ranks exceeds the mean
    data_size<T> optimizer_traffic = 44.0 * byte;          ///< per parameter of a rank's shard: norm, clipping and update
    duration<T> host_step = 10.0 * millisecond;            ///< exposed host time per step: data, logging, synchronisation

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"fused_attention"}, self.fused_attention...);
        visit(field{"grouped_products"}, self.grouped_products...);
        visit(field{"deduplicated_exchange"}, self.deduplicated_exchange...);
        visit(field{"product_share", between(0.3, 1.5), {"as the chip's own figure", "2026", confidence::medium}}, self.product_share...);
        visit(field{"host_launch", non_negative, {"submission by the host, 4 to 6 us a kernel (vLLM and PyTorch traces)", "2024", confidence::medium}}, self.host_launch...);
        constexpr source forward{"FlashAttention-3 repository charts, H100 d128 causal forward, fitted", "2024-07", confidence::high};
        constexpr source backward{"assumed for Hopper: between in-step rates of 0.45 forward and backward together and 0.57 at best (FlashAttention-3)", "2026", confidence::assumed};
        constexpr source passes{"counted from the kernels of a layer, in the fused form that frameworks of 2024 ship", "2026", confidence::medium};
        constexpr source hidden{"assumed; what a framework of 2024 hides of it by default", "2026", confidence::assumed};
        visit(field{"attention_share", positive, forward}, self.attention_share...);
        visit(field{"half_length", non_negative, forward}, self.half_length...);
        visit(field{"backward_attention_share", positive, backward}, self.backward_attention_share...);
        visit(field{"backward_half_length", non_negative, {"FlashAttention-2 repository charts, H100 d128 causal, forward and backward, fitted", "2023-07", confidence::medium}}, self.backward_half_length...);
        visit(field{"core_energy", between(0.5, 3.0), {"as a product's; no board power of this kernel found", "2026", confidence::medium}}, self.core_energy...);
        visit(field{"score_traffic", non_negative, passes}, self.score_traffic...);
        visit(field{"backward_score_traffic", non_negative, passes}, self.backward_score_traffic...);
        visit(field{"streaming_traffic", at_least(1.0), passes}, self.streaming_traffic...);
        visit(field{"backward_streaming_traffic", at_least(1.0), passes}, self.backward_streaming_traffic...);
        visit(field{"cast_traffic", non_negative, passes}, self.cast_traffic...);
        visit(field{"kernel_gap", non_negative, {"gpu-benches, tiny kernels from a graph 1.25 and from a stream 2.45 us on Hopper", "2025-02-11", confidence::medium}}, self.kernel_gap...);
        visit(field{"attention_kernels", non_negative, passes}, self.attention_kernels...);
        visit(field{"ffn_kernels", non_negative, passes}, self.ffn_kernels...);
        visit(field{"expert_kernels", non_negative, passes}, self.expert_kernels...);
        visit(field{"backward_attention_kernels", non_negative, passes}, self.backward_attention_kernels...);
        visit(field{"backward_ffn_kernels", non_negative, passes}, self.backward_ffn_kernels...);
        visit(field{"backward_expert_kernels", non_negative, passes}, self.backward_expert_kernels...);
        visit(field{"tensor_overlap", any_value, hidden}, self.tensor_overlap...);
        visit(field{"data_overlap", any_value, hidden}, self.data_overlap...);
        visit(field{"pipeline_overlap", any_value, hidden}, self.pipeline_overlap...);
        visit(field{"context_overlap", any_value, hidden}, self.context_overlap...);
        visit(field{"expert_overlap", any_value, hidden}, self.expert_overlap...);
        visit(field{"paired_overlap", any_value, {"DualPipe hides the all-to-all wholly (DeepSeek-V3 technical report, section 3.2.1); share assumed", "2024-12", confidence::low}}, self.paired_overlap...);
        visit(field{"overlap_slowdown", any_value, {"16 to 24 of 132 compute units held by collectives (NCCL's channels), 20 of 132 at DeepSeek; part of it hidden", "2024-12", confidence::low}}, self.overlap_slowdown...);
        visit(field{"straggler", any_value, {"assumed: jitter of healthy ranks; 0.10 of accelerator-hours lost to stragglers at one operator is from memory", "2026", confidence::assumed}}, self.straggler...);
        visit(field{"optimizer_traffic", non_negative, {"counted: norm 4, clipping 8, fused Adam 16 in and 12 out, copy to bf16 4 bytes", "2026", confidence::medium}}, self.optimizer_traffic...);
        visit(field{"host_step", non_negative, {"assumed; steps last seconds", "2026", confidence::assumed}}, self.host_step...);
    }
    constexpr operator basic_training_stack<double>() const
        requires std::same_as<T, estimate>
    {
        return convert<double>(*this);
    }
};

using software_stack = basic_software_stack<>;
using training_stack = basic_training_stack<>;

}  // namespace tallywatt

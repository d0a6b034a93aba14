#pragma once
// The software that runs on an accelerator, as dated, sourced inputs: it, not a fudge, separates one year's result from
// the next on the same chip.
//
//   attention, prefill   achieved share of the bf16 peak: share s/(s + half_length), s the prompt's length
//   attention, decode    launch + max(bytes/(bandwidth memory_share), operations/(peak compute_share))
//   streaming kernels    gap + bytes/(bandwidth stream share)
//   a step               adds host_step and host_per_sequence for each running sequence, which no kernel hides

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
    duration<T> host_per_sequence = 4.0 * microsecond;  ///< the same, for each running sequence: sampling, output processing
    int attention_kernels = 8;                    ///< streaming kernels in a layer's attention half (norms, rotary, cache write, casts, residual)
    int ffn_kernels = 3;                          ///< in a dense FFN half (norm, activation and cast, residual)
    int expert_kernels = 7;                       ///< in a mixture-of-experts half (router top-k, permute, activations, casts, combine)
    bool two_batch_overlap = false;               ///< halves of a batch take turns: one computes while the other communicates
    int communication_units = 0;                  ///< compute units held by prefill's exchange kernels

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
    }
    constexpr operator basic_software_stack<double>() const
        requires std::same_as<T, estimate>
    {
        return convert<double>(*this);
    }
};

using software_stack = basic_software_stack<>;

}  // namespace tallywatt

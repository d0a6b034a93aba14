#pragma once
// Software stacks by year. What no source states keeps the member default, with its own source.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/stack.hpp>

namespace tallywatt::catalog {

namespace detail::stack {
inline constexpr source prefill{
    "FlashAttention-3 repository charts, H100 d128 causal forward, fitted; high end FlashAttention-4 on B200",
    "2026-03-05", confidence::high};
inline constexpr source flash_mla{
    "FlashMLA README, 3,000 of 3,350 GB/s and 660 of 989 TFLOP/s on H800; low end FA3 paged decode with small pages",
    "2025-09-29", confidence::high};
inline constexpr source launch{
    "decode kernel times at short contexts (vLLM PR 43232), 7.6 and 11.2 us", "2026-05", confidence::medium};
inline constexpr source gap{
    "gpu-benches, tiny kernels replayed from a graph 1.25 us, from a stream 2.45 us on Hopper", "2025-02-11",
    confidence::high};
inline constexpr source per_sequence{
    "inference-sim (BLIS) fitted 4 us per request; early vLLM 100 us (Vidur profiles), overlapped since; vLLM in between assumed",
    "2026", confidence::low};
} // namespace detail::stack

/// SGLang, 2025: scheduling overlaps the device's work.
inline constexpr basic_software_stack<estimate> sglang_2025 = {
    .name = "SGLang 2025",
    .prefill_attention_share = share{range(0.60, 0.648, 0.68)},
    .prefill_half_length = range(400.0, 527.0, 600.0) * token,
    .decode_attention_memory_share = share{range(0.80, 0.90, 0.92)},
    .decode_attention_compute_share = share{range(0.55, 0.67, 0.70)},
    .decode_attention_launch = range(6.0, 7.0, 11.0) * microsecond,
    .kernel_gap = range(1.2, 1.25, 2.0) * microsecond,
    .host_step = range(0.1, 0.2, 0.6) * millisecond,
    .host_per_sequence = range(1.0, 4.0, 30.0) * microsecond};
inline constexpr sourced_field sglang_2025_sources[] = {
    {"name", {"SGLang releases", "2025", confidence::medium}},
    {"prefill_attention_share", detail::stack::prefill},
    {"prefill_half_length", detail::stack::prefill},
    {"decode_attention_memory_share", detail::stack::flash_mla},
    {"decode_attention_compute_share", detail::stack::flash_mla},
    {"decode_attention_launch", detail::stack::launch},
    {"kernel_gap", detail::stack::gap},
    {"host_per_sequence", detail::stack::per_sequence},
    {"host_step",
     {"assumed for overlapped scheduling; no published step-time table found", "2026", confidence::assumed}}};

/// vLLM, 2025: the same kernels, a little more host time per step.
inline constexpr basic_software_stack<estimate> vllm_2025 = {
    .name = "vLLM 2025",
    .prefill_attention_share = share{range(0.60, 0.648, 0.68)},
    .prefill_half_length = range(400.0, 527.0, 600.0) * token,
    .decode_attention_memory_share = share{range(0.55, 0.88, 0.92)},
    .decode_attention_compute_share = share{range(0.55, 0.67, 0.70)},
    .decode_attention_launch = range(6.0, 7.6, 20.0) * microsecond,
    .kernel_gap = range(1.2, 1.25, 2.5) * microsecond,
    .host_step = range(0.2, 0.5, 2.0) * millisecond,
    .host_per_sequence = range(4.0, 30.0, 100.0) * microsecond};
inline constexpr sourced_field vllm_2025_sources[] = {
    {"name", {"vLLM releases", "2025", confidence::medium}},
    {"prefill_attention_share", detail::stack::prefill},
    {"prefill_half_length", detail::stack::prefill},
    {"decode_attention_memory_share",
     {"split-KV kernels 0.88; low end FA3 paged decode with pages of 8, 1,849 of 3,350 GB/s (flash-attention issue "
      "1572)",
      "2025-04-11", confidence::medium}},
    {"decode_attention_compute_share", detail::stack::flash_mla},
    {"decode_attention_launch", detail::stack::launch},
    {"kernel_gap", detail::stack::gap},
    {"host_per_sequence", detail::stack::per_sequence},
    {"host_step",
     {"assumed: less than the 1.2 ms + 0.1 ms per sequence of its 2023 release (Vidur profiling data), most of it "
      "overlapped",
      "2026", confidence::assumed}}};

/// TensorRT-LLM on Blackwell, 2025: decode attention as its kernels were measured there.
inline constexpr basic_software_stack<estimate> trtllm_2025 = {
    .name = "TensorRT-LLM 2025",
    .prefill_attention_share = share{range(0.60, 0.648, 0.71)},
    .prefill_half_length = range(400.0, 527.0, 600.0) * token,
    .decode_attention_memory_share = share{range(0.64, 0.76, 0.90)},
    .decode_attention_compute_share = share{range(0.55, 0.67, 0.70)},
    .decode_attention_launch = range(6.0, 7.0, 8.0) * microsecond,
    .kernel_gap = range(1.2, 1.25, 2.0) * microsecond,
    .host_step = range(0.1, 0.2, 0.6) * millisecond,
    .host_per_sequence = range(1.0, 4.0, 30.0) * microsecond};
inline constexpr sourced_field trtllm_2025_sources[] = {
    {"name", {"TensorRT-LLM releases", "2025", confidence::medium}},
    {"prefill_attention_share", detail::stack::prefill},
    {"prefill_half_length", detail::stack::prefill},
    {"decode_attention_memory_share",
     {"FlashInfer PR 1415, TRT-LLM-gen decode at batch 128: 4.9 and 5.8 TB/s of 7.67", "2025-08", confidence::medium}},
    {"decode_attention_compute_share", detail::stack::flash_mla},
    {"decode_attention_launch",
     {"decode kernel times at short contexts (vLLM PR 43232), 7.6 us for one query at 1k", "2026-05",
      confidence::medium}},
    {"kernel_gap", detail::stack::gap},
    {"host_per_sequence", detail::stack::per_sequence},
    {"host_step",
     {"assumed for overlapped scheduling; no published step-time table found", "2026", confidence::assumed}}};

/// DeepSeek's own serving system, 2025: two batches take turns, prefill's exchange holds 20 of 132 compute units.
inline constexpr basic_software_stack<estimate> deepseek_2025 = {
    .name = "DeepSeek 2025",
    .prefill_attention_share = share{range(0.60, 0.648, 0.68)},
    .prefill_half_length = range(400.0, 527.0, 600.0) * token,
    .decode_attention_memory_share = share{range(0.85, 0.90, 0.92)},
    .decode_attention_compute_share = share{range(0.60, 0.67, 0.70)},
    .decode_attention_launch = range(6.0, 7.0, 11.0) * microsecond,
    .kernel_gap = range(1.2, 1.25, 2.0) * microsecond,
    .host_step = range(0.1, 0.2, 0.6) * millisecond,
    .host_per_sequence = range(1.0, 4.0, 30.0) * microsecond,
    .two_batch_overlap = true,
    .communication_units = 20};
inline constexpr sourced_field deepseek_2025_sources[] = {
    {"name", {"DeepSeek-V3/R1 inference system overview", "2025-03-01", confidence::high}},
    {"prefill_attention_share", detail::stack::prefill},
    {"prefill_half_length", detail::stack::prefill},
    {"decode_attention_memory_share", detail::stack::flash_mla},
    {"decode_attention_compute_share", detail::stack::flash_mla},
    {"decode_attention_launch", detail::stack::launch},
    {"kernel_gap", detail::stack::gap},
    {"host_per_sequence", detail::stack::per_sequence},
    {"host_step",
     {"assumed for overlapped scheduling; no published step-time table found", "2026", confidence::assumed}},
    {"two_batch_overlap",
     {"DeepSeek-V3 technical report (arXiv 2412.19437) and inference system overview", "2025-03-01", confidence::high}},
    {"communication_units",
     {"DeepSeek-V3 technical report (arXiv 2412.19437): 20 of 132 units", "2024-12", confidence::high}}};

} // namespace tallywatt::catalog

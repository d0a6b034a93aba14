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
    "inference-sim (BLIS) fitted 4 us per request; vLLM's scheduler 13 us per request of a decode batch (cProfile, 0.27) "
    "and 1 us to take in its output (PR 46112); its first engine 20 to 100 us (issue 10634, Vidur profiles)",
    "2026", confidence::low};
inline constexpr source hidden_host{
    "asynchronous scheduling: the gap between steps of 256 sequences falls from 5 to 6 ms to 0.15 to 0.17 ms (vLLM PR 11133)",
    "2024-12", confidence::medium};
inline constexpr source without_sort{
    "counted: a bf16 logit widened, scaled, exponentiated and summed in fp32 and a few passes of rejection sampling, no sort "
    "(FlashInfer, 2025-03)",
    "2025-03-10", confidence::low};
inline constexpr source sglang_turns{
    "27 to 35 % more prefill tokens from two batches in turns, where perfect turns would give 70 % (LMSYS, large-scale expert "
    "parallelism on 96 H100), recalled",
    "2025-05-05", confidence::low};
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
    .host_per_sequence = range(1.0, 10.0, 30.0) * microsecond,
    .overlap_share = share{range(0.35, 0.45, 0.7)},
    .host_overlap = share{range(0.8, 0.97, 1.0)},
    .sampler_traffic = range(20.0, 40.0, 100.0) * byte};
inline constexpr sourced_field sglang_2025_sources[] = {
    {"name", {"SGLang releases", "2025", confidence::medium}},
    {"prefill_attention_share", detail::stack::prefill},
    {"prefill_half_length", detail::stack::prefill},
    {"decode_attention_memory_share", detail::stack::flash_mla},
    {"decode_attention_compute_share", detail::stack::flash_mla},
    {"decode_attention_launch", detail::stack::launch},
    {"kernel_gap", detail::stack::gap},
    {"host_per_sequence", detail::stack::per_sequence},
    {"overlap_share", detail::stack::sglang_turns},
    {"host_overlap", detail::stack::hidden_host},
    {"sampler_traffic", detail::stack::without_sort},
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
    .host_per_sequence = range(15.0, 60.0, 100.0) * microsecond,
    .expert_kernels = 22,
    .overlap_share = share{range(0.35, 0.6, 0.9)},
    .host_overlap = share{range(0.5, 0.97, 1.0)},
    .expert_compute_share = share{range(0.2, 0.5, 0.9)},
    .expert_memory_share = share{range(0.75, 0.9, 1.0)},
    .sampler_traffic = range(330.0, 460.0, 630.0) * byte};
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
    {"host_per_sequence",
     {"10,000 ShareGPT requests of some 200 output tokens in 131 s through one API server (PR 17546): 15,000 tokens/s, 66 us "
      "each; scheduler 13 us (cProfile, 0.27); several API servers share it",
      "2025-05", confidence::low}},
    {"expert_kernels",
     {"Triton fused_moe with alignment, sorting and quantisation: 22 to 27 us at one token beyond what its bytes take (PRs "
      "24700 and 31448)",
      "2025-09", confidence::medium}},
    {"expert_compute_share",
     {"fused_moe on Qwen3-30B-A3B's experts in FP8: 1.65 ms at 4,096 tokens untuned (PR 24700), a fifth of DeepGEMM's rate; "
      "tuned ones in between assumed",
      "2025-09", confidence::low}},
    {"expert_memory_share",
     {"fused_moe on Qwen3-30B-A3B's experts in FP8: 237 to 263 us at 64 tokens (PR 24700), 0.88 to 0.98 of the bandwidth of "
      "dense products",
      "2025-09", confidence::medium}},
    {"overlap_share", {"assumed, as other engines that take turns", "2026", confidence::assumed}},
    {"host_overlap", detail::stack::hidden_host},
    {"sampler_traffic",
     {"top-p by a sort of the whole vocabulary, as in 2025's default sampler: 57.6 ms for 2,048 rows of 131,072 logits (PR "
      "32234), top-k alone 3.8 ms for 256 (PR 32558): 0.11 to 0.21 ns a logit, in bytes at an H100's 2.95 TB/s",
      "2026-01", confidence::medium}},
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
    .host_per_sequence = range(9.0, 25.0, 30.0) * microsecond,
    .overlap_share = share{range(0.35, 0.6, 0.9)},
    .host_overlap = share{range(0.9, 1.0, 1.0)},
    .expert_compute_share = share{range(0.4, 0.55, 1.0)},
    .sampler_traffic = range(10.0, 14.0, 40.0) * byte};
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
    {"host_per_sequence",
     {"45.1 ms of host time per step at up to 1,536 sequences, GPT-OSS 120B on GB200, where the host is the bottleneck (PR "
      "10273): 29 us at most; 9 us at 64 (issue 13957, 0.58 ms of it exposed)",
      "2025-12-24", confidence::medium}},
    {"overlap_share", {"assumed, as other engines that take turns", "2026", confidence::assumed}},
    {"expert_compute_share",
     {"FlashInfer PR 5301, its fused NVFP4 experts on B300, 32 of DeepSeek-V3's with 512 rows each: 0.623 ms, routing and casts "
      "included, 0.53 of the rate of dense NVFP4 products on B200; high end: as dense ones",
      "2026-09-17", confidence::low}},
    {"host_overlap", {"the overlap scheduler runs host work beside the device's (PR 3625)", "2025-04-16", confidence::medium}},
    {"sampler_traffic", {"counted: greedy, a bf16 logit read, written and read twice in fp32", "2026", confidence::medium}},
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
    .host_per_sequence = range(1.0, 10.0, 30.0) * microsecond,
    .two_batch_overlap = true,
    .communication_units = 20,
    .overlap_share = share{range(0.6, 0.8, 1.0)},
    .host_overlap = share{range(0.8, 0.97, 1.0)},
    .sampler_traffic = range(20.0, 40.0, 100.0) * byte};
inline constexpr sourced_field deepseek_2025_sources[] = {
    {"name", {"DeepSeek-V3/R1 inference system overview", "2025-03-01", confidence::high}},
    {"prefill_attention_share", detail::stack::prefill},
    {"prefill_half_length", detail::stack::prefill},
    {"decode_attention_memory_share", detail::stack::flash_mla},
    {"decode_attention_compute_share", detail::stack::flash_mla},
    {"decode_attention_launch", detail::stack::launch},
    {"kernel_gap", detail::stack::gap},
    {"host_per_sequence", detail::stack::per_sequence},
    {"overlap_share", {"assumed between SGLang's measured 0.45 and perfect turns, which its profiles come near", "2026", confidence::assumed}},
    {"host_overlap", detail::stack::hidden_host},
    {"sampler_traffic", detail::stack::without_sort},
    {"host_step",
     {"assumed for overlapped scheduling; no published step-time table found", "2026", confidence::assumed}},
    {"two_batch_overlap",
     {"DeepSeek-V3 technical report (arXiv 2412.19437) and inference system overview", "2025-03-01", confidence::high}},
    {"communication_units",
     {"DeepSeek-V3 technical report (arXiv 2412.19437): 20 of 132 units", "2024-12", confidence::high}}};

} // namespace tallywatt::catalog

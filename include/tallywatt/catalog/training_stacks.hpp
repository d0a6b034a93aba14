#pragma once
// Software stacks of training, by year. What no source states is an assumed range. Attention's shares are those of the chip
// that the stack is named for; on another chip take the share of its kernel.
//
//   Megatron's kernels, counted (Narayanan et al. 2021, section 4.2; its fused_kernels folder)
//     scores, forward    softmax with scale and causal mask: reads the lower half, writes all (1 + 2 bytes); dropout reads and
//                        writes, and keeps a byte of mask (5)
//     scores, backward   dropout 5; softmax reads two halves, writes all (1 + 1 + 2)
//     optimiser          mixed precision of 2021: gradients to fp32 6, unscaling 8, norm 4, clipping 8, Adam 28, copy 6 bytes;
//                        from 2022 gradients are fp32 throughout: norm 4, clipping 8, Adam 28, copy 6 less what is fused

#include <tallywatt/catalog/changed_sources.hpp>
#include <tallywatt/chip/stack.hpp>

namespace tallywatt::catalog {

namespace detail::training {
inline constexpr source assumed{"assumed", "2026", confidence::assumed};
inline constexpr source none{"nothing runs beside anything: collectives are waited for", "2021-04", confidence::high};
inline constexpr source unused{"not used: attention is not fused", "2021", confidence::high};
inline constexpr source megatron_kernels{
    "counted from Megatron-LM's fused kernels (Narayanan et al., SC 2021, section 4.2): softmax with scale and mask, bias and "
    "GELU, bias, dropout and residual",
    "2021-04", confidence::medium};
inline constexpr source a100_gap{
    "gpu-benches, tiny kernels on A100: 2.6 us from a stream, 1.3 us from a graph", "2025-02-11", confidence::medium};
inline constexpr source hopper_gap{
    "gpu-benches, tiny kernels on Hopper: 2.45 us from a stream, 1.25 us from a graph", "2025-02-11", confidence::medium};
inline constexpr source fa2_a100{
    "FlashAttention-2 repository charts, A100 d128 causal, forward and backward together 0.621 and 490 tokens, fitted (mean "
    "error 0.5 %)",
    "2023-07", confidence::high};
inline constexpr source triton_a100{
    "Triton's fused attention tutorial, A100, d64 causal, 1,024 to 8,192 tokens, fitted: forward 0.548 and 543 tokens, backward "
    "0.336 and 771",
    "2025", confidence::medium};
inline constexpr source triton_h100{
    "Triton's rates on A100 times FlashAttention-2's gain from A100 to H100, 348 to 193 TFLOP/s; high end FlashAttention-2 on H100",
    "2025", confidence::low};
inline constexpr source library_2022{
    "8,192^3 on A100 under PyTorch 1.13: 0.74 of peak (mli/transformers-benchmarks), over the chip's 0.78", "2022-12",
    confidence::medium};
inline constexpr source fa2_h100{
    "FlashAttention-2 repository charts, H100 d128 causal: forward 0.352 and 376 tokens, with backward 0.339 and 540", "2023-07",
    confidence::high};
inline constexpr source cudnn_h100{
    "cuDNN attention on H100, d128 causal forward, 315 to 539 TFLOP/s (FlashAttention-3 charts), fitted", "2024-07",
    confidence::high};
inline constexpr source cudnn_backward{
    "assumed: no table of cuDNN's or FlashAttention-3's backward found; in-step rates of both directions together 0.45 (H200) "
    "and 0.37 (B200)",
    "2026-08-22", confidence::assumed};
inline constexpr source eager_launch{
    "submission by the host, 4 to 6 us a kernel; high end PyTorch's eager operators", "2025", confidence::medium};
inline constexpr source library_of_today{
    "assumed as the chip's own figure; low end a library of its first year", "2026", confidence::assumed};
inline constexpr source cast_transpose{
    "Transformer Engine's cast: reads 2 bytes, writes 1 and the transposed 1", "2024", confidence::medium};
inline constexpr source core_power{
    "FlashAttention-4 on B200 holds 1,237 TFLOP/s at its limit of 1,000 W (flashinfer pull request 2899), products 1,745: 1.4 "
    "times the energy per operation beyond 200 W at rest; another kernel and, for most stacks here, another chip; low end as a "
    "product",
    "2026-03-26", confidence::low};
inline constexpr source side_by_side{
    "no schedule of this stack: what DualPipe, which runs a forward and a backward pass side by side, would hide; assumed",
    "2026", confidence::assumed};
inline constexpr source units_held{
    "16 to 24 of 132 compute units held by NCCL's channels while they run; part of it where kernels do not fill the chip",
    "2024", confidence::low};
} // namespace detail::training

/// Megatron-LM of the SC 2021 paper on A100: attention as batched products, nothing overlapped.
inline constexpr basic_training_stack<estimate> megatron_2021 = {
    .name = "Megatron-LM 2021, A100",
    .fused_attention = false,
    .product_share = basic_ratio<estimate>{range(0.93, 0.95, 1.0)},
    .score_traffic = range(8.0, 8.0, 9.0) * byte,
    .backward_score_traffic = range(9.0, 9.0, 11.0) * byte,
    .streaming_traffic = basic_ratio<estimate>{range(1.05, 1.15, 1.3)},
    .backward_streaming_traffic = basic_ratio<estimate>{range(1.2, 1.4, 1.6)},
    .cast_traffic = range(4.0, 4.0, 6.0) * byte,
    .kernel_gap = range(1.3, 2.0, 2.6) * microsecond,
    .attention_kernels = 5,
    .ffn_kernels = 3,
    .backward_attention_kernels = 9,
    .backward_ffn_kernels = 7,
    .tensor_overlap = share{known(0.0)},
    .data_overlap = share{known(0.0)},
    .pipeline_overlap = share{known(0.0)},
    .context_overlap = share{known(0.0)},
    .expert_overlap = share{known(0.0)},
    .paired_overlap = share{range(0.5, 0.9, 1.0)},
    .overlap_slowdown = share{known(0.0)},
    .straggler = share{range(0.0, 0.015, 0.04)},
    .optimizer_traffic = range(50.0, 60.0, 66.0) * byte,
    .host_step = range(5.0, 20.0, 100.0) * millisecond};
inline constexpr sourced_field megatron_2021_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::unused},
    {"product_share", detail::training::library_2022},
    {"name", {"Narayanan et al., Efficient large-scale language model training on GPU clusters, SC 2021", "2021-04", confidence::high}},
    {"attention_share", detail::training::unused},
    {"half_length", detail::training::unused},
    {"backward_attention_share", detail::training::unused},
    {"backward_half_length", detail::training::unused},
    {"score_traffic", detail::training::megatron_kernels},
    {"backward_score_traffic", detail::training::megatron_kernels},
    {"streaming_traffic", detail::training::megatron_kernels},
    {"backward_streaming_traffic", detail::training::megatron_kernels},
    {"cast_traffic", {"not used: 16-bit products", "2021", confidence::high}},
    {"kernel_gap", detail::training::a100_gap},
    {"tensor_overlap", detail::training::none},
    {"data_overlap", {"gradients are reduced after the last backward pass (local data-parallel wrapper of the paper's code)", "2021-04", confidence::high}},
    {"pipeline_overlap", detail::training::none},
    {"context_overlap", detail::training::none},
    {"expert_overlap", detail::training::none},
    {"overlap_slowdown", detail::training::none},
    {"straggler", detail::training::assumed},
    {"optimizer_traffic", {"counted: to fp32 6, unscaling 8, norm 4, clipping 8, Adam 28, copy 6 bytes", "2021", confidence::medium}},
    {"host_step", detail::training::assumed}};

namespace detail {
constexpr basic_training_stack<estimate> megatron_of_2022() {
    basic_training_stack<estimate> s = megatron_2021;
    s.name = "Megatron-LM 2022, A100";
    s.tensor_overlap = share{range(0.0, 0.25, 0.25)};
    s.overlap_slowdown = share{range(0.03, 0.08, 0.15)};
    s.optimizer_traffic = range(44.0, 50.0, 60.0) * byte;
    return s;
}
inline constexpr sourced_field megatron_of_2022_own[] = {
    {"name", {"Korthikanti et al., Reducing activation recomputation in large transformer models", "2022-05", confidence::high}},
    {"cast_traffic", {"not used: 16-bit products", "2022", confidence::high}},
    {"tensor_overlap",
     {"Megatron-LM's linear layer with asynchronous communication: two of eight collectives a layer; low end: off", "2022-03",
      confidence::medium}},
    {"data_overlap", {"gradients are reduced after the last backward pass", "2022", confidence::medium}},
    {"pipeline_overlap", {"sends and receives are waited for", "2022", confidence::medium}},
    {"overlap_slowdown", training::units_held},
    {"optimizer_traffic", {"counted: norm 4, clipping 8, Adam 28, copy 6 bytes; high end: gradients still in fp16", "2022", confidence::low}}};
} // namespace detail

/// Megatron-LM with sequence parallelism and selective recomputation: of eight collectives a layer, the backward pass runs
/// the two reduce-scatters of input gradients beside weight gradients.
inline constexpr basic_training_stack<estimate> megatron_2022 = detail::megatron_of_2022();
inline constexpr auto& megatron_2022_sources = detail::changed_sources<megatron_2021_sources, detail::megatron_of_2022_own>;

/// Composer and llm-foundry on PyTorch 2 with FSDP, A100: flash attention in Triton, element-wise kernels of eager mode.
inline constexpr basic_training_stack<estimate> mosaic_2023 = {
    .name = "MosaicML llm-foundry 2023, A100",
    .product_share = basic_ratio<estimate>{range(0.93, 0.95, 1.0)},
    .host_launch = range(4.0, 5.0, 10.0) * microsecond,
    .attention_share = share{range(0.40, 0.548, 0.60)},
    .half_length = range(460.0, 543.0, 600.0) * token,
    .backward_attention_share = share{range(0.25, 0.336, 0.45)},
    .backward_half_length = range(500.0, 771.0, 900.0) * token,
    .core_energy = basic_ratio<estimate>{range(1.0, 1.3, 1.45)},
    .score_traffic = range(8.0, 8.0, 9.0) * byte,
    .backward_score_traffic = range(9.0, 9.0, 11.0) * byte,
    .streaming_traffic = basic_ratio<estimate>{range(1.05, 1.2, 1.5)},
    .backward_streaming_traffic = basic_ratio<estimate>{range(1.1, 1.4, 1.8)},
    .cast_traffic = range(4.0, 4.0, 6.0) * byte,
    .kernel_gap = range(1.3, 2.3, 4.0) * microsecond,
    .attention_kernels = 4,
    .ffn_kernels = 3,
    .backward_attention_kernels = 7,
    .backward_ffn_kernels = 6,
    .tensor_overlap = share{known(0.0)},
    .data_overlap = share{range(0.75, 0.9, 0.97)},
    .pipeline_overlap = share{range(0.0, 0.5, 0.8)},
    .context_overlap = share{range(0.0, 0.5, 0.8)},
    .expert_overlap = share{known(0.0)},
    .paired_overlap = share{range(0.5, 0.9, 1.0)},
    .overlap_slowdown = share{range(0.04, 0.1, 0.2)},
    .straggler = share{range(0.0, 0.02, 0.05)},
    .optimizer_traffic = range(40.0, 50.0, 80.0) * byte,
    .host_step = range(5.0, 30.0, 150.0) * millisecond};
inline constexpr sourced_field mosaic_2023_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::core_power},
    {"", {"assumed for eager PyTorch 2.0 with FSDP", "2026", confidence::assumed}},
    {"host_launch", detail::training::eager_launch},
    {"product_share", detail::training::library_2022},
    {"attention_share", detail::training::triton_a100},
    {"half_length", detail::training::triton_a100},
    {"backward_attention_share", detail::training::triton_a100},
    {"backward_half_length", detail::training::triton_a100},
    {"kernel_gap", detail::training::a100_gap},
    {"tensor_overlap", {"no tensor parallelism in this stack", "2023", confidence::high}},
    {"expert_overlap", {"no experts in this stack", "2023", confidence::high}},
    {"data_overlap",
     {"FSDP gathers the next layer's parameters and reduces the last one's gradients beside compute; first and last exposed",
      "2023", confidence::low}},
    {"overlap_slowdown", detail::training::units_held},
    {"optimizer_traffic", {"counted for decoupled AdamW in fp32 shards, norm and clipping; high end not fused", "2023", confidence::low}}};

namespace detail {
constexpr basic_training_stack<estimate> mosaic_of_2024() {
    basic_training_stack<estimate> s = mosaic_2023;
    s.name = "MosaicML llm-foundry 2024, H100";
    s.product_share = basic_ratio<estimate>{range(0.93, 0.965, 1.0)};
    s.attention_share = share{range(0.26, 0.31, 0.352)};
    s.backward_attention_share = share{range(0.16, 0.19, 0.335)};
    return s;
}
} // namespace detail

/// The same on H100: kernels in Triton that do not use the chip's own instructions.
inline constexpr basic_training_stack<estimate> mosaic_2024 = detail::mosaic_of_2024();
inline constexpr sourced_field mosaic_2024_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::core_power},
    {"", {"assumed for eager PyTorch 2 with FSDP", "2026", confidence::assumed}},
    {"host_launch", detail::training::eager_launch},
    {"product_share", {"Vidur profiling data on H100 of 2024, 0.724 of peak on large products, over the chip's 0.75", "2024", confidence::medium}},
    {"attention_share", detail::training::triton_h100},
    {"half_length", detail::training::triton_h100},
    {"backward_attention_share", detail::training::triton_h100},
    {"backward_half_length", detail::training::triton_h100},
    {"kernel_gap", detail::training::hopper_gap},
    {"tensor_overlap", {"no tensor parallelism in this stack", "2023", confidence::high}},
    {"expert_overlap", {"no experts in this stack", "2023", confidence::high}},
    {"overlap_slowdown", detail::training::units_held}};

/// NeMo and Megatron Core with Transformer Engine as submitted to MLPerf training v4.0, H100: FP8, cuDNN attention, tensor
/// parallelism overlapped chunk by chunk through user buffers, gradients and parameters beside compute.
inline constexpr basic_training_stack<estimate> megatron_2024 = {
    .name = "NeMo Megatron 2024, H100",
    .attention_share = share{range(0.54, 0.56, 0.65)},
    .half_length = range(290.0, 330.0, 530.0) * token,
    .backward_attention_share = share{range(0.40, 0.48, 0.57)},
    .backward_half_length = range(400.0, 540.0, 700.0) * token,
    .core_energy = basic_ratio<estimate>{range(1.0, 1.3, 1.45)},
    .score_traffic = range(3.0, 4.0, 9.0) * byte,
    .backward_score_traffic = range(4.0, 6.0, 11.0) * byte,
    .streaming_traffic = basic_ratio<estimate>{range(1.0, 1.1, 1.2)},
    .backward_streaming_traffic = basic_ratio<estimate>{range(1.1, 1.25, 1.5)},
    .cast_traffic = range(3.0, 4.0, 5.0) * byte,
    .kernel_gap = range(1.25, 1.5, 2.5) * microsecond,
    .attention_kernels = 4,
    .ffn_kernels = 3,
    .backward_attention_kernels = 7,
    .backward_ffn_kernels = 5,
    .tensor_overlap = share{range(0.5, 0.75, 0.88)},
    .data_overlap = share{range(0.75, 0.9, 0.97)},
    .pipeline_overlap = share{range(0.6, 0.85, 0.95)},
    .context_overlap = share{range(0.7, 0.9, 0.95)},
    .expert_overlap = share{range(0.0, 0.0, 0.3)},
    .paired_overlap = share{range(0.5, 0.9, 1.0)},
    .overlap_slowdown = share{range(0.03, 0.08, 0.15)},
    .straggler = share{range(0.005, 0.02, 0.05)},
    .optimizer_traffic = range(36.0, 42.0, 46.0) * byte,
    .host_step = range(2.0, 10.0, 50.0) * millisecond};
inline constexpr sourced_field megatron_2024_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::core_power},
    {"name", {"MLPerf training v4.0, NVIDIA's submission code", "2024-06", confidence::medium}},
    {"attention_share", detail::training::cudnn_h100},
    {"half_length", detail::training::cudnn_h100},
    {"backward_attention_share", detail::training::cudnn_backward},
    {"backward_half_length", detail::training::cudnn_backward},
    {"score_traffic", {"not used: attention is fused", "2024", confidence::high}},
    {"backward_score_traffic", {"not used: attention is fused", "2024", confidence::high}},
    {"streaming_traffic", {"counted from Transformer Engine's layer: norm with cast, rotary, bias, dropout and residual, activation with cast", "2024", confidence::medium}},
    {"backward_streaming_traffic", {"counted from Transformer Engine's layer", "2024", confidence::medium}},
    {"cast_traffic", detail::training::cast_transpose},
    {"kernel_gap", detail::training::hopper_gap},
    {"tensor_overlap",
     {"Transformer Engine's userbuffers overlap in tensor-parallel chunks: the first of four to eight is exposed, and the "
      "pieces without a product beside them; share assumed",
      "2024", confidence::low}},
    {"data_overlap", {"Megatron Core: gradient reduction and parameter gathering by buckets beside compute; first and last exposed", "2024", confidence::low}},
    {"pipeline_overlap", {"Megatron Core overlaps sends of the interleaved schedule but for warm-up and flush; share assumed", "2024", confidence::low}},
    {"context_overlap", {"Transformer Engine's ring attention sends the next block beside the present one; share assumed", "2024", confidence::low}},
    {"expert_overlap", {"dispatch and combine are waited for; high end assumed for shared experts beside them", "2024", confidence::low}},
    {"overlap_slowdown", detail::training::units_held},
    {"straggler", detail::training::assumed},
    {"optimizer_traffic", {"counted: norm 4, clipping 8, Adam 28, copy 2 bytes", "2024", confidence::medium}},
    {"host_step", detail::training::assumed}};

namespace detail {
constexpr basic_training_stack<estimate> nemo_of_2025() {
    basic_training_stack<estimate> s = megatron_2024;
    s.name = "NeMo 2025, H100 and B200";
    s.attention_share = share{range(0.58, 0.64, 0.71)};
    s.half_length = range(330.0, 450.0, 600.0) * token;
    s.backward_attention_share = share{range(0.42, 0.50, 0.58)};
    s.grouped_products = false;
    s.deduplicated_exchange = false;
    s.host_launch = range(4.0, 5.0, 10.0) * microsecond;
    s.product_share = basic_ratio<estimate>{range(0.95, 1.0, 1.02)};
    s.expert_overlap = share{range(0.0, 0.3, 0.7)};
    s.tensor_overlap = share{range(0.55, 0.78, 0.9)};
    return s;
}
constexpr basic_training_stack<estimate> nemo_of_2026() {
    basic_training_stack<estimate> s = nemo_of_2025();
    s.name = "NeMo 2026, B200 to GB300";
    s.attention_share = share{range(0.62, 0.69, 0.72)};
    s.backward_attention_share = share{range(0.45, 0.53, 0.60)};
    s.expert_overlap = share{range(0.3, 0.6, 0.85)};
    s.kernel_gap = range(1.0, 1.3, 2.0) * microsecond;
    s.deduplicated_exchange = true;
    s.host_launch = range(0.0, 1.25, 5.0) * microsecond;
    return s;
}
} // namespace detail

inline constexpr basic_training_stack<estimate> nemo_2025 = detail::nemo_of_2025();
inline constexpr sourced_field nemo_2025_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::core_power},
    {"grouped_products", {"Transformer Engine's GroupedLinear: a cuBLAS product for each expert, over several streams", "2025", confidence::high}},
    {"deduplicated_exchange", {"Megatron Core's default dispatcher, an all-to-all of every copy", "2025", confidence::medium}},
    {"host_launch", detail::training::eager_launch},
    {"product_share", detail::training::library_of_today},
    {"", {"catalog entry megatron_2024; what has changed since is assumed", "2026", confidence::assumed}},
    {"attention_share",
     {"FlashAttention-3 charts on H100 (0.65) to FlashAttention-4 on B200 (0.71)", "2026-03-05", confidence::medium}},
    {"backward_attention_share", detail::training::cudnn_backward},
    {"expert_overlap", {"Megatron Core of mid-2025: dispatch and combine beside another micro-batch's compute, optional; share assumed", "2025", confidence::low}},
    {"cast_traffic", detail::training::cast_transpose},
    {"kernel_gap", detail::training::hopper_gap},
    {"overlap_slowdown", detail::training::units_held}};

inline constexpr basic_training_stack<estimate> nemo_2026 = detail::nemo_of_2026();
inline constexpr sourced_field nemo_2026_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::core_power},
    {"deduplicated_exchange", {"Megatron Bridge's recipes: DeepEP and HybridEP dispatchers", "2026", confidence::medium}},
    {"product_share", detail::training::library_of_today},
    {"host_launch", {"graphs of attention, router and preprocessing replayed (Megatron Bridge documentation); high end: none", "2026", confidence::medium}},
    {"", {"catalog entry nemo_2025; what has changed since is assumed", "2026", confidence::assumed}},
    {"attention_share", {"FlashAttention-4 on B200, 1,605 to 1,613 of 2,250 TFLOP/s at best", "2026-03-05", confidence::medium}},
    {"backward_attention_share", detail::training::cudnn_backward},
    {"cast_traffic", detail::training::cast_transpose},
    {"overlap_slowdown", detail::training::units_held}};

/// Meta's for Llama 3 on H100: BF16, tensor and sequence parallel without overlap, keys and values gathered rather than
/// passed round, asynchronous sends between stages, sharded gradients and optimiser.
inline constexpr basic_training_stack<estimate> llama3_2024 = {
    .name = "Meta Llama 3 2024, H100",
    .product_share = basic_ratio<estimate>{range(0.93, 1.0, 1.02)},
    .host_launch = range(4.0, 5.0, 10.0) * microsecond,
    .attention_share = share{range(0.34, 0.45, 0.62)},
    .half_length = range(376.0, 450.0, 540.0) * token,
    .backward_attention_share = share{range(0.31, 0.40, 0.55)},
    .backward_half_length = range(400.0, 540.0, 700.0) * token,
    .core_energy = basic_ratio<estimate>{range(1.0, 1.3, 1.45)},
    .score_traffic = range(3.0, 4.0, 9.0) * byte,
    .backward_score_traffic = range(4.0, 6.0, 11.0) * byte,
    .streaming_traffic = basic_ratio<estimate>{range(1.05, 1.2, 1.5)},
    .backward_streaming_traffic = basic_ratio<estimate>{range(1.2, 1.4, 1.7)},
    .cast_traffic = range(3.0, 4.0, 6.0) * byte,
    .kernel_gap = range(1.25, 2.2, 3.0) * microsecond,
    .attention_kernels = 6,
    .ffn_kernels = 3,
    .backward_attention_kernels = 9,
    .backward_ffn_kernels = 6,
    .tensor_overlap = share{range(0.0, 0.2, 0.6)},
    .data_overlap = share{range(0.75, 0.9, 0.97)},
    .pipeline_overlap = share{range(0.6, 0.85, 0.95)},
    .context_overlap = share{range(0.0, 0.0, 0.3)},
    .expert_overlap = share{known(0.0)},
    .paired_overlap = share{range(0.5, 0.9, 1.0)},
    .overlap_slowdown = share{range(0.04, 0.1, 0.15)},
    .straggler = share{range(0.01, 0.03, 0.06)},
    .optimizer_traffic = range(40.0, 46.0, 60.0) * byte,
    .host_step = range(5.0, 20.0, 100.0) * millisecond};
inline constexpr sourced_field llama3_2024_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::core_power},
    {"", {"assumed; Llama 3 paper (arXiv 2407.21783) states no value", "2026", confidence::assumed}},
    {"product_share", detail::training::library_of_today},
    {"host_launch", detail::training::eager_launch},
    {"attention_share", {"between FlashAttention-2 on H100 (0.35) and FlashAttention-3 (0.65)", "2024-07", confidence::medium}},
    {"backward_attention_share", {"between FlashAttention-2 on H100 (0.34 with forward) and what its successor may reach", "2024-07", confidence::low}},
    {"expert_overlap", {"no experts in this model", "2024-07", confidence::high}},
    {"pipeline_overlap", {"asynchronous point-to-point communication (arXiv 2407.21783, section 3.3.2); share assumed", "2024-07", confidence::low}},
    {"context_overlap", {"keys and values are all-gathered first, exposed (arXiv 2407.21783, section 3.3.2)", "2024-07", confidence::medium}},
    {"data_overlap", {"sharded data parallelism with prefetch; share assumed", "2024-07", confidence::low}},
    {"kernel_gap", detail::training::hopper_gap},
    {"overlap_slowdown", detail::training::units_held}};

/// DeepSeek's for V3 on H800: DualPipe hides dispatch and combine behind another micro-batch's compute with 20 of 132
/// units; fine-grained FP8; moments in BF16.
inline constexpr basic_training_stack<estimate> dualpipe_2024 = {
    .name = "DeepSeek-V3 2024, H800",
    .product_share = basic_ratio<estimate>{range(0.93, 1.0, 1.05)},
    .host_launch = range(0.0, 5.0, 10.0) * microsecond,
    .attention_share = share{range(0.45, 0.56, 0.65)},
    .half_length = range(330.0, 450.0, 600.0) * token,
    .backward_attention_share = share{range(0.36, 0.45, 0.55)},
    .backward_half_length = range(400.0, 540.0, 700.0) * token,
    .core_energy = basic_ratio<estimate>{range(1.0, 1.3, 1.45)},
    .score_traffic = range(3.0, 4.0, 9.0) * byte,
    .backward_score_traffic = range(4.0, 6.0, 11.0) * byte,
    .streaming_traffic = basic_ratio<estimate>{range(1.0, 1.15, 1.3)},
    .backward_streaming_traffic = basic_ratio<estimate>{range(1.1, 1.3, 1.6)},
    .cast_traffic = range(4.0, 5.0, 8.0) * byte,
    .kernel_gap = range(1.25, 2.0, 2.5) * microsecond,
    .attention_kernels = 8,
    .ffn_kernels = 3,
    .expert_kernels = 8,
    .backward_attention_kernels = 12,
    .backward_ffn_kernels = 6,
    .backward_expert_kernels = 12,
    .tensor_overlap = share{known(0.0)},
    .data_overlap = share{range(0.75, 0.9, 0.97)},
    .pipeline_overlap = share{range(0.9, 1.0, 1.0)},
    .context_overlap = share{range(0.0, 0.5, 0.9)},
    .expert_overlap = share{range(0.0, 0.0, 0.3)},
    .paired_overlap = share{range(0.85, 1.0, 1.0)},
    .overlap_slowdown = share{range(0.12, 0.152, 0.18)},
    .straggler = share{range(0.01, 0.025, 0.05)},
    .optimizer_traffic = range(24.0, 32.0, 40.0) * byte,
    .host_step = range(5.0, 20.0, 100.0) * millisecond};
inline constexpr sourced_field dualpipe_2024_sources[] = {
    {"core_energy", detail::training::core_power},
    {"", {"assumed; DeepSeek-V3 technical report (arXiv 2412.19437) states no value", "2026", confidence::assumed}},
    {"tensor_overlap", {"no tensor parallelism (arXiv 2412.19437, section 3.2)", "2024-12", confidence::high}},
    {"expert_overlap", {"without DualPipe dispatch and combine are waited for; high end assumed for shared experts beside them", "2024-12", confidence::low}},
    {"paired_overlap", {"dispatch and combine fully hidden (arXiv 2412.19437, section 3.2.1); low end assumed", "2024-12", confidence::medium}},
    {"pipeline_overlap", {"sends fully hidden (arXiv 2412.19437, section 3.2.1); low end assumed", "2024-12", confidence::medium}},
    {"overlap_slowdown", {"20 of 132 units communicate (arXiv 2412.19437, section 3.2.2)", "2024-12", confidence::high}},
    {"cast_traffic",
     {"counted for tiles of 1 x 128, cast again as 128 x 1 for the backward pass (arXiv 2412.19437, section 3.3)", "2024-12",
      confidence::low}},
    {"optimizer_traffic", {"counted: norm 4, clipping 8, master 8, gradient 4, moments in bf16 8, copy 2 bytes, less what is fused", "2024-12", confidence::low}},
    {"kernel_gap", detail::training::hopper_gap}};

/// Google's for PaLM on TPU v4: one compiled program, fused element-wise operations, attention not fused with its products.
inline constexpr basic_training_stack<estimate> palm_2022 = {
    .name = "PaLM 2022, TPU v4",
    .fused_attention = false,
    .product_share = basic_ratio<estimate>{range(0.9, 1.0, 1.05)},
    .host_launch = known(0.0) * microsecond,
    .score_traffic = range(3.0, 6.0, 9.0) * byte,
    .backward_score_traffic = range(5.0, 8.0, 11.0) * byte,
    .streaming_traffic = basic_ratio<estimate>{range(1.0, 1.05, 1.2)},
    .backward_streaming_traffic = basic_ratio<estimate>{range(1.0, 1.15, 1.4)},
    .cast_traffic = range(4.0, 4.0, 6.0) * byte,
    .kernel_gap = range(0.1, 0.5, 2.0) * microsecond,
    .attention_kernels = 4,
    .ffn_kernels = 2,
    .backward_attention_kernels = 7,
    .backward_ffn_kernels = 4,
    .tensor_overlap = share{range(0.2, 0.6, 0.85)},
    .data_overlap = share{range(0.0, 0.5, 0.9)},
    .pipeline_overlap = share{range(0.0, 0.5, 0.9)},
    .context_overlap = share{range(0.0, 0.5, 0.9)},
    .expert_overlap = share{range(0.0, 0.0, 0.5)},
    .paired_overlap = share{range(0.5, 0.9, 1.0)},
    .overlap_slowdown = share{range(0.0, 0.02, 0.06)},
    .straggler = share{range(0.0, 0.01, 0.03)},
    .optimizer_traffic = range(24.0, 36.0, 60.0) * byte,
    .host_step = range(1.0, 5.0, 50.0) * millisecond};
inline constexpr sourced_field palm_2022_sources[] = {
    {"paired_overlap", detail::training::side_by_side},
    {"core_energy", detail::training::unused},
    {"", {"assumed for a compiled program on TPU", "2026", confidence::assumed}},
    {"host_launch", {"none: one compiled program", "2022", confidence::high}},
    {"attention_share", detail::training::unused},
    {"half_length", detail::training::unused},
    {"backward_attention_share", detail::training::unused},
    {"backward_half_length", detail::training::unused},
    {"tensor_overlap",
     {"collectives decomposed and run beside their products (Wang et al., Overlap communication with dependent computation, "
      "ASPLOS 2023); share assumed",
      "2023-01", confidence::low}},
    {"data_overlap", {"gradients cross pods at the end of the backward pass (Chowdhery et al., PaLM, 2022); share assumed", "2022-04", confidence::low}}};

} // namespace tallywatt::catalog

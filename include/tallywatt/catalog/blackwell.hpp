#pragma once
// What Blackwell's accelerators share. Measured on B200; B300 and the 1,200 and 1,400 W parts take over what they have no
// measurement of.
//
// FP4 products: 25 shapes of three libraries (vLLM's CUTLASS before tuning, torchao, DeepGEMM and cuBLAS 13.3) take 6 to 11
// us however small they are. What was read as a third of memory bandwidth is that latency: with memory at 0.85 the 25
// are met within 12 %, at 0.35 within 11 %; seven shapes of the latest library within 7 %.

#include <tallywatt/catalog/nvidia.hpp>

namespace tallywatt::catalog::detail::blackwell {

inline constexpr source products{
    "vLLM PR 20578 and torchao PR 2427, 18 products on B200, fitted (mean error 5 %, share 0.63); share raised towards 0.90 of "
    "the best shape's 0.776 and 0.75 for the best square (torch-performance-test-data)",
    "2026-08-22", confidence::medium};
inline constexpr source thin_products{
    "device copies at 6.0 of 7.67 TB/s on B200 (newmind.ai journal 18), times what reads reach over copies on H100, 0.94 to 0.88; "
    "low end: decode kernels at 5.8 TB/s; published product sweeps stay in the second-level cache and say nothing of HBM",
    "2025", confidence::low};
inline constexpr source fp4_products{
    "DeepGEMM PR 348 (7 products, its kernels and cuBLAS 13.3), torchao PR 2427 and vLLM PR 20646 on B200, fitted with exponent "
    "2 (mean error 12 %); memory share assumed, launch and waves decide small products",
    "2026-06-01", confidence::low};

/// FlashAttention-4 on B200: 1,965 MHz until the limit of 1,000 W takes hold, 1,580 MHz after; to the power of 1 to 2.
inline constexpr basic_ratio<estimate> boost_energy{range(0.2, 0.38, 0.6)};
inline constexpr source boost_source{
    "FlashAttention-4 on B200: 1,965 MHz at first, about 1,580 MHz at the limit of 1,000 W (flashinfer pull request 2899); to the "
    "power of 1 to 2",
    "2026-03-26", confidence::low};
inline constexpr basic_ratio<estimate> boost_energy_1200{range(0.1, 0.3, 0.6)}; ///< with more room below the limit
inline constexpr source boost_1200_source{
    "assumed: as B200, with a fifth more power for the same clocks", "2026", confidence::assumed};
inline constexpr auto memory_energy = range(70.0, 110.0, 125.0) * picojoule_per_byte;
inline constexpr source memory_energy_source{
    "assumed from 118 to 122 pJ/B on A100 and Hopper (gpu-benches, gpu-roofline), a little less for HBM3e; no board power "
    "of a Blackwell streaming was found",
    "2026", confidence::assumed};
inline constexpr source idle{
    "192 and 196 W with a model loaded and nothing running, 33 to 35 C (TensorRT-LLM issue 10278); low end: 140 W recalled",
    "2025-12-24", confidence::medium};

} // namespace tallywatt::catalog::detail::blackwell

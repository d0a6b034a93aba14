#pragma once
// The matrix engine of A100 (GA100, 108 compute units, 400 W). Peaks are dense: 624 on data sheets is the sparse figure.
// There is no FP8 unit; INT8 runs at twice the rate of 16-bit formats.
//
// Constants refitted to exponent 2 (the published fit has p = 1.56, 0.740, 0.95, 4.5 us, 0.11), on 3,000 of the 35,472
// products of the Vidur A100 set: share 0.728, memory 0.90, launch 4.7 us, wave 0.22; held-out error 5.9 %, and 4.8 % with
// a bias of +0.3 % from 2,048 rows and sides of 2,048 on.
//
// Sources disagree on the share of large products, which training rests on:
//
//   0.73         mean of the Vidur set, whose authors also measured on 300 W PCIe boards
//   0.74         8,192^3 under PyTorch 1.13 of 2022 (mli/transformers-benchmarks)
//   0.80 - 0.82  6,144 x 12,288 x 12,288, 8,192^3, 16,384^3 on 400 W boards, thermally steady (Azure)
//   0.82         8,192^3 on random data (Horace He, 2024)
//   0.83 - 0.85  best squares under PyTorch 2.8 (torch-performance-test-data); 0.87 the best shape of a search
//
// The likely value is their mean; the libraries of 2021 and 2022 are at its lower side, those of 2024 at its upper.

#include <tallywatt/catalog/nvidia.hpp>

namespace tallywatt::catalog::detail {

inline constexpr basic_matrix_engine<estimate> ampere_bf16 = {
    .peak = dense(known(312.0) * TFLOP_per_second),
    .compute_share = share{range(0.728, 0.78, 0.85)},
    .memory_share = share{range(0.85, 0.90, 0.95)},
    .launch = range(2.1, 3.4, 4.7) * microsecond,
    .wave = share{range(0.11, 0.22, 1.0)},
    .energy = range(0.98, 1.04, 1.12) * picojoule_per_FLOP,
    .exponent = 2};

/// 8,192 squares on A100: 295 TFLOP/s of zeros, which stay below the limit at 1,410 MHz, 257 of random numbers at it: clocks
/// 1.15 apart; energy with the clock to the power of 1 to 2.
inline constexpr basic_ratio<estimate> ampere_boost{range(0.1, 0.23, 0.35)};

namespace ampere {
inline constexpr source boost{
    "8,192 squares on A100, 295 TFLOP/s of zeros below the power limit and 257 of random numbers at it (thonking.ai, Strangely, "
    "matrix multiplications): clocks 1.15 apart, to the power of 1 to 2",
    "2024-04", confidence::low};
inline constexpr source products{
    "Vidur profiling data on A100, 35,472 products, refitted with exponent 2 (held-out error 5.9 %); compute share: mean of "
    "five sources on large products (0.73 to 0.84)",
    "2025", confidence::high};
inline constexpr source launch{
    "Vidur fit of 4.7 us less the stream launch gap of 1.3 us more than a graph's (gpu-benches); low end: all 2.6 us of it",
    "2025-02-11", confidence::medium};
inline constexpr source energy{
    "board limit less static power and memory at the best matmul rate, 271 TFLOP/s: (400 - 81 - 40 W)/271 (own derivation)",
    "2026", confidence::medium};
inline constexpr source roofline{
    "slope of board power over bytes, 43 kernels on each of 8 A100 SXM 40GB (gpu-benches, gpu-roofline/alex_a100_40.txt, "
    "own fit: 115 to 122 pJ/B, mean error 0.7 to 1.2 %)",
    "2024-03", confidence::high};
inline constexpr source active{
    "intercept of the same fits, 59 to 72 W at 43 to 59 C, less idle power and leakage above 32 C: about nothing", "2024-03",
    confidence::low};
inline constexpr source idle{
    "55 W at rest recalled, 88 W quoted (comments to a blog); 26 to 50 W more with a process on the board (arXiv "
    "2605.23918); likely value assumed",
    "2026-04-15", confidence::low};
inline constexpr source price{"Epoch AI chip counts, average selling price", "2026-04-22", confidence::medium};
} // namespace ampere

} // namespace tallywatt::catalog::detail

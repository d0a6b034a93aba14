#pragma once
// The matrix engines that every Hopper product shares: one die (GH100), 132 compute units. Peaks are dense; 1,979 BF16
// and 3,958 FP8 on data sheets are the sparse figures.
//
// BF16 refitted with exponent 2 to products of the Vidur H100 set (the published fit has p = 2.15, 0.715, 0.95, 5.7 us,
// 0.42): share 0.724, memory 0.99, launch 5.5 us, wave 0.42, held-out error 8.4 % (5.8 %, bias +2 % from 2,048 rows on).
// Squares of 4,096 and 8,192 under PyTorch reach 0.79 to 0.81 of peak (0.73 at 10,240), the best shape of a search 0.80;
// 0.75 is between and costs the Vidur set 0.2 points. Energy: (700 - 110 - 35 W)/794.5 TFLOP/s, the best shape's rate at
// the board limit less static power (with leakage at 60 C) and 0.29 TB/s of memory traffic.

#include <tallywatt/catalog/nvidia.hpp>

namespace tallywatt::catalog::detail {

inline constexpr basic_matrix_engine<estimate> hopper_bf16 = {
    .peak = dense(known(989.4) * TFLOP_per_second),
    .compute_share = share{range(0.7, 0.75, 0.81)},
    .memory_share = share{range(0.85, 0.95, 0.95)},
    .launch = range(2.25, 3.2, 5.7) * microsecond,
    .wave = share{range(0.1, 0.42, 0.47)},
    .energy = range(0.66, 0.7, 0.74) * picojoule_per_FLOP,
    .exponent = 2};
inline constexpr basic_matrix_engine<estimate> hopper_fp8 = {
    .peak = dense(known(1978.9) * TFLOP_per_second),
    .compute_share = share{range(0.636, 0.653, 0.7)},
    .memory_share = share{range(0.85, 0.936, 0.95)},
    .launch = range(2.0, 2.25, 3.0) * microsecond,
    .wave = share{range(0.4, 0.457, 0.5)},
    .energy = range(0.33, 0.36, 0.4) * picojoule_per_FLOP,
    .exponent = 2};
/// Clock of 1,920 to 1,980 MHz in training (Megatron-LM, README_STRAGGLER.md; Savanna, launcher notes) over 1.47 to 1.6 GHz at
/// the best matmul rate (794.5 TFLOP/s of 540,672 operations a cycle at 0.92 to 1 of them): 1.2 to 1.35. Energy of an operation
/// goes with the clock to the power of 1 to 2; likely 1.27^1.5, 0.43 more.
inline constexpr basic_ratio<estimate> hopper_boost{range(0.2, 0.43, 0.8)};
inline constexpr auto hopper_fp32_peak = dense(known(494.7) * TFLOP_per_second);
inline constexpr auto hopper_int8_peak = dense(known(1978.9) * TFLOP_per_second);

namespace hopper {
inline constexpr source products{
    "Vidur profiling data on H100, 20,880 products, refitted with exponent 2 (held-out error 8.4 %); share raised from 0.724 "
    "towards squares under PyTorch (torch-performance-test-data, 0.73 to 0.81)",
    "2025-10-18", confidence::high};
inline constexpr source energy{
    "board limit less static power and memory at the best matmul rate, 794.5 TFLOP/s (own derivation)", "2026",
    confidence::medium};
inline constexpr source boost{
    "clocks of 1,920 to 1,980 MHz at 602 to 684 W in training (Megatron-LM and Savanna straggler reports) over 1.47 to 1.6 GHz "
    "at the best matmul rate (own derivation), to the power of 1 to 2",
    "2024-10-23", confidence::low};
inline constexpr source idle{
    "H200 idle of 74 to 80 W measured, 115 W in its top clock state (cuda-samples issue 311); H100 recalled as 70 W, 26 to "
    "50 W more with a process on the board (arXiv 2605.23918); likely value assumed",
    "2026-04-15", confidence::low};
} // namespace hopper

} // namespace tallywatt::catalog::detail

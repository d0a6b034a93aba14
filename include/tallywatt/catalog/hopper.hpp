#pragma once
// The matrix engines that every Hopper product shares: one die (GH100), 132 compute units. Peaks are dense; 1,979 BF16
// and 3,958 FP8 on data sheets are the sparse figures.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/accelerator.hpp>

namespace tallywatt::catalog::detail {

inline constexpr basic_matrix_engine<estimate> hopper_bf16 = {
    .peak = dense(known(989.4) * TFLOP_per_second),
    .compute_share = share{range(0.7, 0.715, 0.8)},
    .memory_share = share{range(0.85, 0.95, 0.95)},
    .launch = range(2.25, 3.2, 5.7) * microsecond,
    .wave = share{range(0.1, 0.42, 0.47)},
    .energy = range(0.7, 0.72, 0.75) * picojoule_per_FLOP,
    .exponent = 2};
inline constexpr basic_matrix_engine<estimate> hopper_fp8 = {
    .peak = dense(known(1978.9) * TFLOP_per_second),
    .compute_share = share{range(0.636, 0.653, 0.7)},
    .memory_share = share{range(0.85, 0.936, 0.95)},
    .launch = range(2.0, 2.25, 3.0) * microsecond,
    .wave = share{range(0.4, 0.457, 0.5)},
    .energy = range(0.33, 0.36, 0.45) * picojoule_per_FLOP,
    .exponent = 2};

} // namespace tallywatt::catalog::detail

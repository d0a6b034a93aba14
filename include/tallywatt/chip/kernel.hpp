#pragma once
// Kernel time. What is discrete about a kernel (tiles, waves, padding) is planned once into operation and byte counts;
// evaluation is rates, a square root and additions.
//
//   matrix product   T = launch + (Tc^p + Tm^p)^(1/p)
//                    Tc = 2 ceil(M/64) 64 N K (1 + wave (q - 1))/(peak compute_share),  Tm = bytes/(bandwidth memory_share)
//                    q = min(4, ceil(tiles/units) units/tiles), tiles of 64 x 128; bytes count A, B and C once
//   widened weights  rows are padded to 16: ceil(M/16) 16, of which up to four make a tile
//   grouped product  the same with tiles counted per group (expert)
//   streaming        T = gap + bytes/(bandwidth share)
//
// Reference: forms and constants fitted to published kernel sweeps (DeepGEMM, torchao, vLLM, Azure benchmarks), mean
// error 3 to 9 % for Hopper and Blackwell. Kernels that widen their weights (basic_accelerator::widens) keep the memory's
// pace up to 16 to 32 rows (Marlin repository, A10: 3.87 times fp16's speed at most). No result beats the roofline: peak and
// bandwidth at a share of one.
//
//   matmul_plan const k = plan_matmul(1, 16, 7168, 2048, 2.0 * byte, size_of(precision::int4), 132, 1, widened_tile_rows);

#include <tallywatt/chip/accelerator.hpp>

namespace tallywatt {

/// A planned (grouped) matrix product on one device.
struct matmul_plan {
    operation_count<> padded{};   ///< operations with rows padded to tiles
    operation_count<> useful{};
    data_size<> traffic{};
    double wave_excess = 0.0;     ///< q - 1
    int repeats = 1;
};

/// Output tile of the matrix products: the 64 rows of a warp group's instruction (PTX ISA, wgmma.m64nNk16), and the 128
/// columns that libraries pair with them (DeepGEMM, CUTLASS on Hopper). The kernel fits above assume it.
inline constexpr int matmul_tile_rows = 64, matmul_tile_columns = 128;
/// Rows that kernels for widened weights pad to: those of the instruction that takes its operands from registers, where the
/// weights are widened (PTX ISA, mma.m16n8k16; Marlin, which stacks up to four of them to a tile).
inline constexpr int widened_tile_rows = 16;
/// Rows that products pad to where weights are stored in one format and multiplied in another.
constexpr int row_padding(precision weights, precision multiplied) {
    return size_of(weights) < size_of(multiplied) ? widened_tile_rows : matmul_tile_rows;
}
/// Most that units left idle can multiply a product's compute time by: with fewer tiles than a quarter of the units, kernels
/// split the inner dimension over the rest (Stream-K, Osama et al., PPoPP 2023). Part of the fitted form.
inline constexpr double highest_wave_factor = 4.0;

namespace detail {
constexpr double ceil_div(double a, double b) { return math::ceil(a / b); }
}  // namespace detail

/// Plans `groups` products of rows x inner by inner x columns on a chip with `units` compute units.
/// groups may be fractional: an expected number of experts touched. Rows are padded to `padding`, a divisor of the tile.
constexpr matmul_plan plan_matmul(double groups, double rows, double columns, double inner, data_size<> in_element, data_size<> weight_element,
                                  int units, int repeats = 1, int padding = matmul_tile_rows) {
    double const row_tiles = detail::ceil_div(rows, matmul_tile_rows);
    double const tiles = groups * row_tiles * detail::ceil_div(columns, matmul_tile_columns);
    double const waves = detail::ceil_div(tiles, units);
    double const q = tiles > 0.0 ? math::min(highest_wave_factor, waves * units / tiles) : 1.0;
    matmul_plan p;
    p.padded = (2.0 * groups * detail::ceil_div(rows, padding) * padding * columns * inner) * FLOP;
    p.useful = (2.0 * groups * rows * columns * inner) * FLOP;
    p.traffic = groups * (rows * inner * in_element + inner * columns * weight_element + rows * columns * size_of(precision::bf16));
    p.wave_excess = q - 1.0;
    p.repeats = repeats;
    return p;
}

/// (a^p + b^p)^(1/p) for p = 1, 2, 4, 8 by squares and square roots; p is plan data.
template <class T>
constexpr duration<T> p_norm(duration<T> const& a, duration<T> const& b, int p) {
    if (p == 1) return a + b;
    // in milliseconds, so that an eighth power of microseconds or seconds is still a float
    T x = a.base_value * T(1e3), y = b.base_value * T(1e3);
    for (int i = p; i > 1; i /= 2) x = x * x, y = y * y;
    T s = x + y;
    for (int i = p; i > 1; i /= 2) s = math::sqrt(s);
    return duration<T>::from_base(s * T(1e-3));
}

/// Reciprocals of what a phase's kernels share, so that each kernel costs products and one square root.
template <class T>
struct matmul_pace {
    duration_per_operation<T> per_operation{};
    duration_per_data<T> per_byte{};
    duration<T> launch{};
    T wave{};
    int exponent = 2;
};

template <class T>
constexpr matmul_pace<T> pace_of(basic_matrix_engine<T> const& engine, byte_rate<T> const& bandwidth) {
    return {T(1.0) / (engine.peak.value * engine.compute_share), T(1.0) / (bandwidth * engine.memory_share), engine.launch, engine.wave.value,
            engine.exponent};
}

/// Time of one planned product without its launch, and the chip's part of it, Tc^p/(Tc^p + Tm^p); the memory has the rest.
template <class T = double>
struct matmul_split {
    duration<T> time{}, compute{};
};
template <class T>
constexpr matmul_split<T> split_matmul(matmul_plan const& k, matmul_pace<T> const& pace) {
    duration<T> const compute = k.padded * pace.per_operation * (T(1.0) + pace.wave * T(k.wave_excess));
    duration<T> const memory = k.traffic * pace.per_byte;
    // The part is Tc q^(1/p - 1) with q = 1 + (Tm/Tc)^p, and 1 - 1/p = 1/2 + 1/4 + ... + 1/p; powers of the ratio, not of
    // times: an eighth power of microseconds is no float.
    T q = memory / compute, roots = T(1.0);
    for (int i = pace.exponent; i > 1; i /= 2) q = q * q;
    q = T(1.0) + q;
    for (int i = pace.exponent; i > 1; i /= 2) q = math::sqrt(q), roots = roots * q;
    return {p_norm(compute, memory, pace.exponent), compute / roots};
}
/// Time of one planned product, once.
template <class T>
constexpr duration<T> matmul_time(matmul_plan const& k, matmul_pace<T> const& pace) {
    return pace.launch + split_matmul(k, pace).time;
}

}  // namespace tallywatt

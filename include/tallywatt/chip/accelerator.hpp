#pragma once
// What one accelerator can do, draw and cost. Rates are dense (no structured sparsity), link rates one way, capacities in
// bytes; what is achieved of a peak lies in the efficiency records, component measurements of this chip or its kin.
//
// Formats without an engine of their own take a kin's: its shares, at their own peak and at the same power at peak.
//
// Formats that the chip does not multiply in save reading only: kernels widen such weights to bf16 in registers as they are
// read and multiply them with bf16 activations. So do Marlin for four-bit integers (Frantar et al., PPoPP 2025) and 8-bit
// floats on Ampere, TC-FPx for six bits (Xia et al., USENIX ATC 2024), and serving engines for mxfp4 and NVFP4 on Hopper
// (vLLM: "weight-only FP4 compression will be used leveraging the Marlin kernel"; OpenAI's Triton kernels for gpt-oss).
//
//   accelerator h = catalog::h200;   dense_rate<> r = h.engine(precision::fp8).peak;

#include <tallywatt/chip/precision.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/silicon/package.hpp>

namespace tallywatt {

/// The matrix units in one number format. Achieved time of a product by chip/kernel.hpp:
/// T = launch + (Tc^p + Tm^p)^(1/p), Tc = padded operations (1 + wave (q - 1))/(peak compute_share), Tm = bytes/(bandwidth memory_share).
template <class T = double>
struct basic_matrix_engine {
    static constexpr char const* kind = "matrix_engine";
    dense_rate<T> peak{};                   ///< dense; zero where the chip has no such format (see supports)
    basic_fraction<T> compute_share{T(0.72)};  ///< of peak, large products
    basic_fraction<T> memory_share{T(0.85)};   ///< of memory bandwidth, thin products
    duration<T> launch = 3.0 * microsecond;
    basic_fraction<T> wave{T(0.1)};            ///< share of an incomplete wave of tiles that is lost
    energy_per_operation<T> energy{};          ///< dynamic, at the measured best rate
    int exponent = 2;                          ///< p, one of 1, 2, 4, 8

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"peak", non_negative}, self.peak...);
        visit(field{"compute_share", positive}, self.compute_share...);
        visit(field{"memory_share", positive}, self.memory_share...);
        visit(field{"launch", non_negative}, self.launch...);
        visit(field{"wave"}, self.wave...);
        visit(field{"energy", non_negative}, self.energy...);
        visit(field{"exponent", between(1, 8)}, self.exponent...);
    }
};

template <class T = double>
struct basic_accelerator {
    static constexpr char const* kind = "accelerator";
    char const* name = "";
    basic_matrix_engine<T> bf16{}, fp8{}, fp4{};
    dense_rate<T> fp32_peak{};                    ///< of 32-bit inputs on the matrix units (TF32); zero: none
    dense_rate<T> int8_peak{};                    ///< zero: none
    int compute_units = 1;                        ///< streaming multiprocessors or their like: tiles run in waves of these
    data_size<T> memory_capacity{};
    byte_rate<T> memory_bandwidth{};
    basic_fraction<T> stream_share{T(0.85)};  ///< achieved by a large mixed read and write
    one_way_rate<T> link_rate{};             ///< scale-up, all links of the accelerator together
    power<T> tdp{};
    power<T> idle{};                              ///< board at rest with its memory held, at leakage_reference
    power<T> active{};                            ///< more than that while kernels run, before what they do
    basic_ratio<T> boost_energy{T(0.0)};          ///< by which an operation takes more at the highest clock than at the best sustained rate
    energy_per_data<T> memory_energy{};              ///< dynamic, whole board, per byte moved
    energy_per_data<T> link_energy{};
    temperature<T> leakage_reference = celsius(T(32.0));
    basic_fraction<T> leakage_share{T(0.5)};      ///< of idle that is leakage
    rate_per_kelvin<T> leakage_growth = 0.012 / kelvin;
    thermal_resistance<T> junction_to_coolant = 0.05 * kelvin / watt;
    money<T> price{};                             ///< as bought in volume, module only
    basic_package<T> package{};                   ///< of package_known only
    bool package_known = false;

    /// The engine for a format: its own, or bf16 for weights that are widened. Formats of six bits run at the rate of fp8.
    [[nodiscard]] constexpr basic_matrix_engine<T> engine(precision p) const {
        if (!has(p)) return bf16;
        switch (p) {
            case precision::mxfp4:
            case precision::fp4: return fp4;
            case precision::fp6:
            case precision::fp8: return fp8;
            case precision::int8: return like(runs(fp8.peak) ? fp8 : bf16, int8_peak);
            case precision::fp32: return like(bf16, fp32_peak);
            default: return bf16;
        }
    }
    /// Whether weights in this format are widened to bf16 as they are read.
    [[nodiscard]] constexpr bool widens(precision p) const { return !has(p) && size_of(p) < size_of(precision::bf16); }
    /// Whether the chip multiplies in this format.
    [[nodiscard]] constexpr bool has(precision p) const {
        switch (p) {
            case precision::mxfp4:
            case precision::fp4: return runs(fp4.peak);
            case precision::fp6: return runs(fp4.peak) && runs(fp8.peak);
            case precision::fp8: return runs(fp8.peak);
            case precision::int8: return runs(int8_peak);
            case precision::fp32: return runs(fp32_peak);
            case precision::int4: return false;
            default: return true;
        }
    }
    /// Static power of a step, at leakage_reference.
    [[nodiscard]] constexpr power<T> at_work() const { return idle + active; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"bf16"}, self.bf16...);
        visit(field{"fp8"}, self.fp8...);
        visit(field{"fp4"}, self.fp4...);
        visit(field{"fp32_peak", non_negative}, self.fp32_peak...);
        visit(field{"int8_peak", non_negative}, self.int8_peak...);
        visit(field{"compute_units", at_least(1)}, self.compute_units...);
        visit(field{"memory_capacity", positive}, self.memory_capacity...);
        visit(field{"memory_bandwidth", positive}, self.memory_bandwidth...);
        visit(field{"stream_share", positive}, self.stream_share...);
        visit(field{"link_rate", positive}, self.link_rate...);
        visit(field{"tdp", positive}, self.tdp...);
        visit(field{"idle", non_negative}, self.idle...);
        visit(field{"active", non_negative}, self.active...);
        visit(field{"boost_energy", between(0.0, 3.0), {"none: a chip whose clock is not known to rise under less load", "2026", confidence::medium}}, self.boost_energy...);
        visit(field{"memory_energy", non_negative}, self.memory_energy...);
        visit(field{"link_energy", non_negative}, self.link_energy...);
        visit(field{"leakage_reference", any_value, {"assumed as of a resting H200, 30 to 33 C (sglang issue 3196)", "2025-01", confidence::assumed}}, self.leakage_reference...);
        visit(field{"leakage_share", any_value, {"assumed half of idle power", "2026", confidence::assumed}}, self.leakage_share...);
        visit(field{"leakage_growth", between(0.0, 0.1), {"recalled range 0.008 to 0.03 per K, no H100-class curve located", "2026", confidence::low}}, self.leakage_growth...);
        visit(field{"junction_to_coolant", non_negative, {"assumed cold-plate class value, 35 K rise at 700 W", "2026", confidence::assumed}}, self.junction_to_coolant...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"package"}, self.package...);
        visit(field{"package_known"}, self.package_known...);
    }
    constexpr operator basic_accelerator<double>() const
        requires std::same_as<T, estimate>
    {
        return convert<double>(*this);
    }

private:
    static constexpr bool runs(dense_rate<T> const& peak) { return highest(peak.value.base_value) > 0.0; }
    static constexpr basic_matrix_engine<T> like(basic_matrix_engine<T> e, dense_rate<T> const& peak) {
        e.energy = e.energy * (e.peak.value / peak.value);
        e.peak = peak;
        return e;
    }
};

/// Throws invalid_input for an exponent that chip/kernel.hpp has no form for.
template <class T>
constexpr void check(basic_matrix_engine<T> const& e, char const* path = "matrix_engine") {
    if (e.exponent != 1 && e.exponent != 2 && e.exponent != 4 && e.exponent != 8)
        throw invalid_input(std::string(path) + ".exponent", e.exponent, "", std::to_string(e.exponent) + " is none of 1, 2, 4, 8");
}

/// Throws invalid_input where an engine's exponent has no form, or the chip draws more at rest than it may at most.
template <class T>
constexpr void check(basic_accelerator<T> const& a) {
    check(a.bf16, "accelerator.bf16");
    check(a.fp8, "accelerator.fp8");
    check(a.fp4, "accelerator.fp4");
    if (lowest((a.tdp - a.idle).base_value) < 0.0)
        throw invalid_input("accelerator.tdp", lowest(a.tdp.base_value), "W",
                            detail::in_unit(lowest(a.tdp.base_value), unit_symbols<dim::power>()) + " is below the " +
                                detail::in_unit(highest(a.idle.base_value), unit_symbols<dim::power>()) + " drawn when idle");
}

using accelerator = basic_accelerator<>;
using matrix_engine = basic_matrix_engine<>;

}  // namespace tallywatt

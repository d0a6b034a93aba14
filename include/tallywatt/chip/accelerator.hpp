#pragma once
// What one accelerator can do, draw and cost. Rates are dense (no structured sparsity), link rates one way, capacities in
// bytes; what is achieved of a peak lies in the efficiency records, component measurements of this chip or its kin.
//
//   basic_accelerator<> h = catalog::h200;   flop_rate<> r = h.matrix.at(precision::fp8).peak;

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
    int compute_units = 1;                        ///< streaming multiprocessors or their like: tiles run in waves of these
    data_size<T> hbm_capacity{};
    byte_rate<T> hbm_bandwidth{};
    basic_fraction<T> hbm_stream_share{T(0.85)};  ///< achieved by a large mixed read and write
    one_way_rate<T> link_rate{};             ///< scale-up, all links of the accelerator together
    power<T> tdp{};
    power<T> idle{};                              ///< board at rest, at leakage_reference
    energy_per_data<T> hbm_energy{};              ///< dynamic, whole board, per byte moved
    energy_per_data<T> link_energy{};
    temperature<T> leakage_reference = celsius(T(32.0));
    basic_fraction<T> leakage_share{T(0.5)};      ///< of idle that is leakage
    rate_per_kelvin<T> leakage_growth = 0.012 / kelvin;
    thermal_resistance<T> junction_to_coolant = 0.05 * kelvin / watt;
    money<T> price{};                             ///< as bought in volume, module only
    basic_package<T> package{};                   ///< of package_known only
    bool package_known = false;

    /// The engine for a format; the next wider one where the chip lacks it (weights are widened as they are read).
    [[nodiscard]] constexpr basic_matrix_engine<T> const& engine(precision p) const {
        if (p == precision::fp4 && has(precision::fp4)) return fp4;
        if (p <= precision::fp8 && has(precision::fp8)) return fp8;
        return bf16;
    }
    /// Whether the chip multiplies in this format.
    [[nodiscard]] constexpr bool has(precision p) const {
        return p == precision::fp4 ? highest(fp4.peak.value.base_value) > 0.0 : p == precision::fp8 ? highest(fp8.peak.value.base_value) > 0.0 : p == precision::bf16;
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"bf16"}, self.bf16...);
        visit(field{"fp8"}, self.fp8...);
        visit(field{"fp4"}, self.fp4...);
        visit(field{"compute_units", at_least(1)}, self.compute_units...);
        visit(field{"hbm_capacity", positive}, self.hbm_capacity...);
        visit(field{"hbm_bandwidth", positive}, self.hbm_bandwidth...);
        visit(field{"hbm_stream_share", positive}, self.hbm_stream_share...);
        visit(field{"link_rate", positive}, self.link_rate...);
        visit(field{"tdp", positive}, self.tdp...);
        visit(field{"idle", non_negative}, self.idle...);
        visit(field{"hbm_energy", non_negative}, self.hbm_energy...);
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

#pragma once
// A stack of high-bandwidth memory: capacity, bandwidth, height, and what a gigabyte of it costs in money, carbon and water.
//
//   price   = capacity * price per capacity            (of stacks that passed the known-good-stack test)
//   carbon  = capacity * carbon per capacity/Y_stack   (stacks that fail carry theirs to the good ones; water the same)
//   Y_stack = q_base q_dram^n y_bond^n                 n DRAM dies bonded on a base die: stack_yield()
//
//   money<> const c = basic_hbm_stack<>{.capacity = 24.0 * GB, .price = 15.0 * USD / GB}.stack_price();   // 360 USD

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
using volume_per_data = quantity<dim::per<dim::volume, dim::data>, T>;

/// One HBM stack as it is bought.
template <class T = double>
struct basic_hbm_stack {
    char const* name = "";
    data_size<T> capacity{};
    byte_rate<T> bandwidth{};
    money_per_data<T> price{};
    co2e_per_data<T> carbon{};                 ///< per capacity of stacks started
    volume_per_data<T> water{};                ///< of the memory fab, per capacity of stacks started
    length<T> height = 720.0 * micrometre;     ///< from the carrier to its top, whatever it is made of
    basic_fraction<T> yield{T(1.0)};           ///< stacks that pass the known-good-stack test
    basic_fraction<T> shipped_quality{T(1.0)}; ///< share of passed stacks that work

    [[nodiscard]] constexpr money<T> stack_price() const { return capacity * price; }
    [[nodiscard]] constexpr co2e<T> stack_carbon() const { return capacity * carbon / yield; }
    [[nodiscard]] constexpr volume<T> stack_water() const { return capacity * water / yield; }

    static constexpr char const* kind = "hbm_stack";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"capacity", non_negative}, self.capacity...);
        visit(
            field{
                "bandwidth",
                non_negative,
                {},
                "the accelerator's datasheet states the bandwidth it drives its stacks at"},
            self.bandwidth...
        );
        visit(field{"price", non_negative}, self.price...);
        visit(field{"carbon", non_negative}, self.carbon...);
        visit(field{"water", non_negative}, self.water...);
        visit(
            field{
                "height",
                positive,
                {"JEDEC: 720 um up to HBM3E, 775 um for HBM4 (DIGITIMES, relaying ZDNet Korea)", "2026-03-06",
                 confidence::high}},
            self.height...
        );
        visit(field{"yield", positive}, self.yield...);
        visit(
            field{
                "shipped_quality", positive, {"test practice; no published figure", "n.d.", confidence::assumed}},
            self.shipped_quality...
        );
    }
    constexpr operator basic_hbm_stack<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using hbm_stack = basic_hbm_stack<>;

/// Yield of a stack of `dies` DRAM dies on a base die: q_base (q_dram y_bond)^dies.
template <class T>
constexpr basic_fraction<T> stack_yield(
    basic_fraction<T> const& base_quality, basic_fraction<T> const& dram_quality, basic_fraction<T> const& bond_yield,
    int dies
) {
    return base_quality * basic_fraction<T>{math::pow((dram_quality * bond_yield).value, dies)};
}

} // namespace tallywatt

#pragma once
// Carbon and water of memory per capacity: by what a gigabyte takes of processed area (DRAM, HBM, flash), or as stated per
// gigabyte by its maker.
//
//   per capacity started  = A_GB CPA (1 + s)             A_GB: die area per capacity, s: base die and stacking, as a share
//   per capacity shipped  = that/(Y_die Y_stack)         dies, then stacks, that fail carry theirs to the good ones
//   water                 = A_GB water per wafer/A_wafer/(Y_die Y_stack)
//
// HBM: a 16 Gb DDR5 die is 66.4 mm2 (1z, 0.241 Gb/mm2, TechInsights) to 76.22 mm2 (1y, SK hynix, ISSCC 2019), and an HBM
// die 1.35 to 1.45 times a DDR5 die of the same node (TrendForce 2024): 45 to 55 mm2 per GB. Stated figures for DDR4
// (ACT: 65 g/GB) hold the maker's own emissions only and are for other dies.
//
//   co2e_per_data<> const c = carbon_per_capacity(memory_process{.area_per_capacity = 50.0 * square_millimetre / GB}, 1.3 * kgCO2e / square_centimetre);
//
// Range: yields above 0. Reference: Gupta et al., ACT, ISCA 2022 (per-capacity form).

#include <tallywatt/silicon/fab_carbon.hpp>
#include <tallywatt/silicon/hbm.hpp>

namespace tallywatt {

template <class T = double>
using area_per_data = quantity<dim::per<dim::area, dim::data>, T>;

/// How a kind of memory turns wafer area into capacity.
template <class T = double>
struct basic_memory_process {
    char const* name = "";
    area_per_data<T> area_per_capacity{}; ///< of memory dies
    basic_ratio<T> stacking{T(0.0)};      ///< base die, vias and bonding, as a share of the dies' carbon
    basic_fraction<T> die_yield{T(1.0)};
    basic_fraction<T> stack_yield{T(1.0)}; ///< 1 where nothing is stacked

    static constexpr char const* kind = "memory_process";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"area_per_capacity", non_negative}, self.area_per_capacity...);
        visit(field{"stacking", non_negative}, self.stacking...);
        visit(field{"die_yield", positive}, self.die_yield...);
        visit(field{"stack_yield", positive}, self.stack_yield...);
    }
    constexpr operator basic_memory_process<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using memory_process = basic_memory_process<>;

/// Carbon of what is started, before any yield (what basic_hbm_stack::carbon asks for once dies are good).
template <class T>
constexpr co2e_per_data<T>
carbon_per_started_capacity(basic_memory_process<T> const& m, co2e_per_area<T> const& per_area) {
    return m.area_per_capacity * per_area * (T(1.0) + m.stacking.value);
}
/// Carbon of capacity that ships.
template <class T>
constexpr co2e_per_data<T> carbon_per_capacity(basic_memory_process<T> const& m, co2e_per_area<T> const& per_area) {
    return carbon_per_started_capacity(m, per_area) / m.die_yield / m.stack_yield;
}
/// Fab water of capacity that ships, of the memory dies only; per_wafer: mask layers times litres per layer.
template <class T>
constexpr volume_per_data<T>
water_per_capacity(basic_memory_process<T> const& m, volume<T> const& per_wafer, area<> const& wafer_area) {
    return m.area_per_capacity * (per_wafer / wafer_area) / m.die_yield / m.stack_yield;
}

} // namespace tallywatt

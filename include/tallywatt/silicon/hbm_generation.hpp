#pragma once
// A generation of high-bandwidth memory, and the stack that a number of its dies gives.
//
//   bandwidth = pins * rate per pin/8        capacity = n * capacity per die
//   power     = bandwidth * access energy    pitch of the layers = height/(n + 1)
//   Y_stack   = q_base (q_dram y_bond)^n     n DRAM dies on a base die, each layer bonded once
//   pass, good: the known-good-stack test (test_dies: one fault per bad stack)
//   DRAM wafers per capacity = area per capacity/(wafer area * pass)
//
// Stacks are 4, 8, 12 or 16 high (JEDEC). The price is a dated series, or unknown: prices of memory are contracts of a year or
// a quarter and swing by tens of per cent.
//
//   hbm_generation const g = catalog::hbm4;
//   hbm_stack const s = make_stack(g, catalog::hbm3e_assembly, 12, {2026, 7});   // 36 GB, 2.05 TB/s

#include <tallywatt/silicon/dated_series.hpp>
#include <tallywatt/silicon/die.hpp>
#include <tallywatt/silicon/hbm.hpp>

#include <variant>

namespace tallywatt {

/// What a generation of HBM fixes.
template <class T = double>
struct basic_hbm_generation {
    char const* name = "";
    char const* base_die_process = "";
    int pins = 1024;                                       ///< data pins of a stack
    byte_rate<T> pin_rate{};                               ///< per pin
    data_size<T> die_capacity{};                           ///< of the DRAM die most stacks are made of
    int tallest = 8;                                       ///< DRAM dies in the tallest stack made
    basic_outline<T> footprint{};                          ///< width lies along the edge of the logic die
    length<T> height{};                                    ///< of a stack, of any number of dies
    energy_per_data<T> access{};                           ///< DRAM, vias and interface on the stack's side
    co2e_per_data<T> carbon{};                             ///< per capacity started
    volume_per_data<T> water{};                            ///< of the fab, per capacity started
    std::variant<std::monostate, basic_dated_series<money_per_data<T>>> price{}; ///< per capacity; none: not known

    [[nodiscard]] constexpr byte_rate<T> bandwidth() const { return static_cast<double>(pins) * pin_rate; }
    [[nodiscard]] constexpr data_size<T> capacity(int dies) const { return static_cast<double>(dies) * die_capacity; }
    /// Area of DRAM dies per capacity: a die is as large as the stack.
    [[nodiscard]] constexpr quantity<dim::per<dim::area, dim::data>, T> dram_area() const {
        return footprint.area() / die_capacity;
    }
    /// Drawn by a stack that is read or written without pause.
    [[nodiscard]] constexpr power<T> full_power() const { return bandwidth() * access; }
    /// Height over which a layer and its bond fit.
    [[nodiscard]] constexpr length<T> layer_pitch(int dies) const { return height / static_cast<double>(dies + 1); }
    /// A height that JEDEC has and the generation is made in.
    [[nodiscard]] constexpr bool has_height(int dies) const {
        return (dies == 4 || dies == 8 || dies == 12 || dies == 16) && dies <= tallest;
    }
    [[nodiscard]] constexpr bool price_known() const { return price.index() == 1; }
    /// Price per capacity at a date. Throws invalid_input where none is known.
    [[nodiscard]] constexpr money_per_data<T> price_at(calendar_month const& when) const {
        if (!price_known())
            throw invalid_input("hbm_generation.price", 0.0, "USD/GB", "no price of this generation is known");
        return std::get<1>(price).at(when);
    }

    static constexpr char const* kind = "hbm_generation";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"base_die_process"}, self.base_die_process...);
        visit(field{"pins", between(1.0, 65'536.0)}, self.pins...);
        visit(field{"pin_rate", positive}, self.pin_rate...);
        visit(field{"die_capacity", positive}, self.die_capacity...);
        visit(field{"tallest", between(1.0, 64.0)}, self.tallest...);
        visit(field{"footprint"}, self.footprint...);
        visit(field{"height", positive}, self.height...);
        visit(field{"access", non_negative}, self.access...);
        visit(field{"carbon", non_negative}, self.carbon...);
        visit(field{"water", non_negative}, self.water...);
        visit(field{"price"}, self.price...);
    }
    constexpr operator basic_hbm_generation<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using hbm_generation = basic_hbm_generation<>;

/// How stacks are put together and tested.
template <class T = double>
struct basic_hbm_assembly {
    char const* name = "";
    basic_fraction<T> base_quality{T(1.0)};   ///< base dies that work
    basic_fraction<T> dram_quality{T(1.0)};   ///< DRAM dies that work, after their test on the wafer
    basic_fraction<T> bond_yield{T(1.0)};     ///< per layer
    basic_fraction<T> fault_coverage{T(1.0)}; ///< of the known-good-stack test

    static constexpr char const* kind = "hbm_assembly";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"base_quality", positive}, self.base_quality...);
        visit(field{"dram_quality", positive}, self.dram_quality...);
        visit(field{"bond_yield", positive}, self.bond_yield...);
        visit(field{"fault_coverage"}, self.fault_coverage...);
    }
    constexpr operator basic_hbm_assembly<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using hbm_assembly = basic_hbm_assembly<>;

/// Share of stacks of `dies` dies that pass the known-good-stack test, and of these that work.
template <class T>
constexpr basic_test_outcome<T> stack_test(basic_hbm_assembly<T> const& a, int dies) {
    return test_dies(stack_yield(a.base_quality, a.dram_quality, a.bond_yield, dies), a.fault_coverage);
}

/// The stack of `dies` dies as it is bought at a date. Throws invalid_input where the generation is not made that high, or no
/// price is known.
template <class T>
constexpr basic_hbm_stack<T>
make_stack(basic_hbm_generation<T> const& g, basic_hbm_assembly<T> const& a, int dies, calendar_month const& bought) {
    if (!g.has_height(dies))
        throw invalid_input(
            "hbm_stack.dies", static_cast<double>(dies), "",
            "stacks are 4, 8, 12 or 16 high, up to the generation's tallest"
        );
    auto const test = stack_test(a, dies);
    return {
        .name = g.name,
        .capacity = g.capacity(dies),
        .bandwidth = g.bandwidth(),
        .price = g.price_at(bought),
        .carbon = g.carbon,
        .water = g.water,
        .height = g.height,
        .yield = test.pass,
        .shipped_quality = test.good};
}

/// Fab water of the DRAM in a stack that passed, stacks that failed included.
template <class T>
constexpr volume<T> stack_water(basic_hbm_generation<T> const& g, int dies, basic_fraction<T> const& pass) {
    return g.capacity(dies) * g.water / pass;
}

/// DRAM wafers started per capacity of stacks that passed: what HBM takes from the rest of DRAM. usable: of a wafer, in dies.
template <class T>
constexpr quantity<dim::per<dim::none, dim::data>, T>
dram_wafers_per_capacity(basic_hbm_generation<T> const& g, area<> const& usable, basic_fraction<T> const& pass) {
    return g.dram_area() / usable / pass;
}

} // namespace tallywatt

#pragma once
// What is paid once for a product, before the first unit: design of its blocks, design of its dies, masks, the interface
// between dies, the package. Spread over a volume it decides between one large die and several small ones.
//
//   block      area * block_design                     architecture, logic design, verification: once for each block
//   die        area * die_design + masks               physical design, mask set, first tape-out: once for each design
//   interface  interface_area * block_design           the die-to-die interface of a process: once for each process
//   package    footprint * per_footprint + substrate * per_substrate + fixed
//
// Reference: Feng & Ma, Chiplet Actuary, DAC 2022. Products that share blocks, dies or packages: portfolio.hpp.
//
//   engineering_rates const n5 = rates_from_total(542.0e6 * USD);        // a 300 mm2 chip, half of it blocks, 30 % die design
//   engineering_cost const once = {.dies = die_engineering(n5, 440.0 * square_millimetre)};
//   money<> const each = once.total() / 2e6;

#include <tallywatt/silicon/package.hpp>

namespace tallywatt {

/// Design of blocks and dies in one process.
template <class T = double>
struct basic_engineering_rates {
    char const* name = "";
    money_per_area<T> block_design{};
    money_per_area<T> die_design{};
    money<T> masks{}; ///< mask set and first tape-out

    static constexpr char const* kind = "engineering_rates";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"block_design", non_negative}, self.block_design...);
        visit(field{"die_design", non_negative}, self.die_design...);
        visit(field{"masks", non_negative}, self.masks...);
    }
    constexpr operator basic_engineering_rates<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using engineering_rates = basic_engineering_rates<>;

/// Design of a package, and of its carrier.
template <class T = double>
struct basic_package_engineering_rates {
    money_per_area<T> per_footprint{}; ///< of the carrier
    money_per_area<T> per_substrate{}; ///< of the organic substrate
    money<T> fixed{};

    static constexpr char const* kind = "package_engineering_rates";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"per_footprint", non_negative}, self.per_footprint...);
        visit(field{"per_substrate", non_negative}, self.per_substrate...);
        visit(field{"fixed", non_negative}, self.fixed...);
    }
};
using package_engineering_rates = basic_package_engineering_rates<>;

/// Rates from the cost of one whole chip: shares of blocks and of die design; the rest is masks.
template <class T>
constexpr basic_engineering_rates<T> rates_from_total(
    money<T> const& chip, area<> const& size = 300.0 * square_millimetre,
    basic_fraction<T> const& blocks = basic_fraction<T>{T(0.5)}, basic_fraction<T> const& dies = basic_fraction<T>{T(0.3)}
) {
    return {
        .block_design = chip * blocks / size,
        .die_design = chip * dies / size,
        .masks = chip * (T(1.0) - blocks.value - dies.value)};
}

/// Design of one block. Used in several dies or products, it is paid once.
template <class T>
constexpr money<T> block_engineering(basic_engineering_rates<T> const& r, area<T> const& size) {
    return r.block_design * size;
}
/// Physical design, masks and tape-out of one die, its blocks not counted.
template <class T>
constexpr money<T> die_engineering(basic_engineering_rates<T> const& r, area<T> const& size) {
    return r.die_design * size + r.masks;
}
/// Design of a package of this footprint and substrate.
template <class T>
constexpr money<T> package_engineering(
    basic_package_engineering_rates<T> const& r, area<T> const& footprint, area<T> const& substrate
) {
    return r.per_footprint * footprint + r.per_substrate * substrate + r.fixed;
}

/// What a product takes once, by part.
template <class T = double>
struct basic_engineering_cost {
    money<T> blocks{};
    money<T> dies{}; ///< masks in it
    money<T> interfaces{};
    money<T> package{};

    [[nodiscard]] constexpr money<T> total() const { return blocks + dies + interfaces + package; }
    /// A unit's part where `volume` units are made.
    [[nodiscard]] constexpr basic_engineering_cost per_unit(T const& volume) const {
        return {blocks / volume, dies / volume, interfaces / volume, package / volume};
    }

    static constexpr char const* kind = "engineering_cost";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"blocks"}, self.blocks...);
        visit(field{"dies"}, self.dies...);
        visit(field{"interfaces"}, self.interfaces...);
        visit(field{"package"}, self.package...);
    }
};
using engineering_cost = basic_engineering_cost<>;

/// The volume at which two ways to make a product cost the same: (once_b - once_a)/(each_a - each_b). Below it the one that
/// takes less at first is cheaper. Negative or infinite: one of them is always cheaper.
template <class T>
constexpr T break_even_volume(
    money<T> const& each_a, money<T> const& once_a, money<T> const& each_b, money<T> const& once_b
) {
    return (once_b - once_a) / (each_a - each_b);
}

} // namespace tallywatt

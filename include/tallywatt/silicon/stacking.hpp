#pragma once
// Dies bonded face to back on an active base die (SoIC and other hybrid bonding): the base die is the carrier. Through-silicon
// vias take area of it, and each die's bond yield stands with the die (attach_yield). A stack that is itself placed on an
// interposer (compute dies on I/O dies) is written with package_die::on instead.
//
//   Y = (1 + D (A + A_vias)/a)^-a       tested before bonding
//
//   stacked_base const b{.size = {10.0 * millimetre, 7.2 * millimetre}, .node = n7, .via_area = 4.0 * square_millimetre};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_stacked_base {
    basic_outline<T> size{10.0 * millimetre, 10.0 * millimetre}; ///< of its circuits
    area<T> via_area{};                                          ///< added to its width by through-silicon vias
    basic_process_node<T> node{};
    money_per_area<T> bond_preparation{}; ///< thinning, via reveal and polishing of the wafer
    money_per_area<T> bump_price{};       ///< bumps to the substrate
    area<T> largest_area = reticle;       ///< a die is one exposure at most

    /// With the vias' area as a strip beside its circuits.
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return {size.width + via_area / size.height, size.height}; }
    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        return detail::plan_on_wafer(disc, footprint());
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const& p) const {
        return node.wafer_price * (1.0 / p.per_wafer) + (bump_price + bond_preparation) * (size.area() + via_area);
    }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const&) const {
        return detail::layer_yield(node, size.area() + via_area);
    }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const& p) const {
        return detail::carrier_burden(node, basic_fraction<T>{T(1.0)}, p.per_wafer, p.wafer_area);
    }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "stacked_base";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"via_area", non_negative}, self.via_area...);
        visit(field{"node"}, self.node...);
        visit(field{"bond_preparation", non_negative}, self.bond_preparation...);
        visit(field{"bump_price", non_negative}, self.bump_price...);
        visit(
            field{"largest_area", positive, {"the full field of a lithography scanner", "2026", confidence::high}},
            self.largest_area...
        );
    }
    constexpr operator basic_stacked_base<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using stacked_base = basic_stacked_base<>;

} // namespace tallywatt

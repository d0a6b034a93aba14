#pragma once
// Fan-out (InFO): redistribution layers that reach beyond the dies, in moulding compound instead of silicon. Made before
// the dies are placed (chip-last: a layer that fails costs itself) or over them (chip-first: it costs the dies too).
//
//   Y = (1 + D A/a)^-a
//
//   fan_out const f{.size = {32.0 * millimetre, 32.0 * millimetre}, .assembly = assembly_order::chip_first,
//                   .node = {.wafer_price = 1'200.0 * USD}};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_fan_out {
    basic_outline<T> size{40.0 * millimetre, 40.0 * millimetre};
    assembly_order assembly = assembly_order::chip_first;
    basic_process_node<T> node{};                ///< of the redistribution layers
    basic_fraction<T> back_end_share{T(0.5675)}; ///< of the node's carbon
    money_per_area<T> bump_price{};              ///< bumps to the substrate
    area<T> largest_area = 3.0 * reticle;        ///< made at most

    [[nodiscard]] constexpr assembly_order order() const { return assembly; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        return detail::plan_on_wafer(disc, size);
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const& p) const {
        return detail::carrier_cost(node, bump_price, size, p.per_wafer);
    }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const&) const {
        return detail::layer_yield(node, size);
    }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const& p) const {
        return detail::carrier_burden(node, back_end_share, p.per_wafer, p.wafer_area);
    }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "fan_out";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"assembly"}, self.assembly...);
        visit(field{"node"}, self.node...);
        visit(field{"back_end_share", unit_interval, detail::back_end}, self.back_end_share...);
        visit(field{"bump_price", non_negative}, self.bump_price...);
        visit(
            field{"largest_area", positive, {"ASE FOCoS: 3 exposures, a roadmap to 5.5", "2026", confidence::medium}},
            self.largest_area...
        );
    }
    constexpr operator basic_fan_out<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using fan_out = basic_fan_out<>;

} // namespace tallywatt

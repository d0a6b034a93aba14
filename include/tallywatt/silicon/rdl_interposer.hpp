#pragma once
// A redistribution layer of copper and polymer as interposer (CoWoS-R): no silicon, coarser lines, no stitching.
//
//   Y = (1 + D A/a)^-a
//
//   rdl_interposer const i{.size = {41.4 * millimetre, 41.4 * millimetre}, .node = {.wafer_price = 1'200.0 * USD}};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_rdl_interposer {
    basic_outline<T> size{40.0 * millimetre, 40.0 * millimetre};
    basic_process_node<T> node{};                ///< of the redistribution layers
    basic_fraction<T> back_end_share{T(0.5675)}; ///< of the node's carbon
    money_per_area<T> bump_price{};              ///< bumps to the substrate
    area<T> largest_area = 3.3 * reticle;        ///< made at most

    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
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

    static constexpr char const* kind = "rdl_interposer";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"node"}, self.node...);
        visit(field{"back_end_share", unit_interval, detail::back_end}, self.back_end_share...);
        visit(field{"bump_price", non_negative}, self.bump_price...);
        visit(
            field{"largest_area", positive, {"TSMC roadmap: 3.3 exposures for CoWoS-R", "2025", confidence::medium}},
            self.largest_area...
        );
    }
    constexpr operator basic_rdl_interposer<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using rdl_interposer = basic_rdl_interposer<>;

} // namespace tallywatt

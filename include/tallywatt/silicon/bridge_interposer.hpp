#pragma once
// A redistribution layer with local bridges of silicon (CoWoS-L): fine lines only where dies meet, so the fine process pays
// for the bridges and not for the whole area, and size is not bound by stitching.
//
//   Y = (1 + D A/a)^-a * y_place^n      D of the redistribution layers; n bridges, tested before they are placed
//
//   bridge_interposer const i{.size = {53.2 * millimetre, 53.2 * millimetre}, .node = rdl,
//                             .bridges = {.count = 10, .node = catalog::interposer_65nm}};

#include <tallywatt/silicon/bridge.hpp>

namespace tallywatt {

template <class T = double>
struct basic_bridge_interposer {
    basic_outline<T> size{52.0 * millimetre, 52.0 * millimetre};
    basic_process_node<T> node{};                ///< of the redistribution layers
    basic_bridges<T> bridges{};
    basic_fraction<T> back_end_share{T(0.5675)}; ///< of the node's carbon
    money_per_area<T> bump_price{};              ///< bumps to the substrate
    area<T> largest_area = 5.5 * reticle;        ///< made at most

    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        carrier_plan p = detail::plan_on_wafer(disc, size);
        detail::plan_bridges(p, disc, bridges);
        return p;
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const& p) const {
        return detail::carrier_cost(node, bump_price, size, p.per_wafer) + bridges.cost(p);
    }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const& p) const {
        return detail::layer_yield(node, size) * bridges.yield(p);
    }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const& p) const {
        auto const layers = detail::carrier_burden(node, back_end_share, p.per_wafer, p.wafer_area);
        auto const placed = bridges.burden(p);
        return {layers.carbon + placed.carbon, layers.water + placed.water};
    }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "bridge_interposer";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"node"}, self.node...);
        visit(field{"bridges"}, self.bridges...);
        visit(field{"back_end_share", unit_interval, detail::back_end}, self.back_end_share...);
        visit(field{"bump_price", non_negative}, self.bump_price...);
        visit(
            field{
                "largest_area",
                positive,
                {"TSMC roadmap: 5.5 exposures for CoWoS-L in 2026 and 2027, 9.5 announced for 2027", "2025",
                 confidence::high}},
            self.largest_area...
        );
    }
    constexpr operator basic_bridge_interposer<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using bridge_interposer = basic_bridge_interposer<>;

} // namespace tallywatt

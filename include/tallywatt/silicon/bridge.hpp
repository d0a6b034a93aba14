#pragma once
// A bridge of silicon that joins two neighbours on a package: made on a wafer of its own, tested, then placed into a
// redistribution layer (CoWoS-L) or into the substrate (EMIB). Only good ones are placed, so defects cost bridges and not
// what they are placed into; placing itself may fail.
//
//   C = n (C_wafer/(N Y) + C_place)      N per wafer, Y good ones of those
//   Y_joints = y_place^n

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

/// The bridges of one carrier.
template <class T = double>
struct basic_bridges {
    int count = 0;
    basic_outline<T> size{4.0 * millimetre, 4.0 * millimetre};
    basic_process_node<T> node{};
    basic_fraction<T> placement_yield{T(0.999)}; ///< of each
    money<T> placement_price{};                  ///< of each
    basic_fraction<T> back_end_share{T(0.5675)}; ///< of the node's carbon

    static constexpr char const* kind = "bridges";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"count", between(0.0, 256.0)}, self.count...);
        visit(
            field{
                "size",
                {},
                {"recalled: embedded bridges of a few square millimetres to some tens", "n.d.", confidence::assumed}},
            self.size...
        );
        visit(field{"node"}, self.node...);
        visit(field{"placement_yield", positive, detail::alignment}, self.placement_yield...);
        visit(field{"placement_price", non_negative}, self.placement_price...);
        visit(field{"back_end_share", unit_interval, detail::back_end}, self.back_end_share...);
    }

    /// Good ones, placed.
    [[nodiscard]] constexpr money<T> cost(carrier_plan const& p) const {
        money<T> const good = node.wafer_price * (1.0 / p.bridges_per_wafer) / detail::layer_yield(node, size);
        return static_cast<double>(count) * (good + placement_price);
    }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const& p) const {
        return basic_fraction<T>{math::pow(placement_yield.value, p.joints)};
    }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const& p) const {
        auto const one = detail::carrier_burden(node, back_end_share, p.bridges_per_wafer, p.bridge_wafer_area);
        auto const good = detail::layer_yield(node, size);
        double const n = static_cast<double>(count);
        return {n * one.carbon / good, n * one.water / good};
    }
};
using bridges = basic_bridges<>;

namespace detail {
// Bridges are small: their number per wafer is the closed form's for small dies.
constexpr void plan_bridges(carrier_plan& p, wafer const& disc, bridges const& b) {
    double const n = dies_per_wafer_exponential(disc, b.size).value;
    p.joints = b.count;
    p.bridges_per_wafer = n > 1.0 ? n : 1.0;
    p.bridge_wafer_area = disc.area();
}
} // namespace detail

} // namespace tallywatt

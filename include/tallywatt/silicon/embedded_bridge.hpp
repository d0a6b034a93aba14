#pragma once
// Bridges of silicon embedded in the organic substrate (EMIB): no interposer. The substrate with its bridges is tested
// before dies are placed on it, and is what failing to embed one costs.
//
//   C = C_cavities + n (C_bridge/Y_bridge + C_place)        Y = y_place^n
//
//   embedded_bridge const e{.bridges = {.count = 10, .node = catalog::interposer_65nm}, .cavity_price = 2.0 * USD};

#include <tallywatt/silicon/bridge.hpp>

namespace tallywatt {

template <class T = double>
struct basic_embedded_bridge {
    basic_bridges<T> bridges{};
    basic_outline<T> size{60.0 * millimetre, 60.0 * millimetre}; ///< that dies and stacks stand on
    money<T> cavity_price{};                                     ///< of the substrate's cavity for each bridge
    area<T> largest_area = 8.0 * reticle;                        ///< made at most

    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        carrier_plan p;
        detail::plan_bridges(p, disc, bridges);
        return p;
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const& p) const {
        return bridges.cost(p) + static_cast<double>(bridges.count) * cavity_price;
    }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const& p) const { return bridges.yield(p); }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const& p) const { return bridges.burden(p); }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "embedded_bridge";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"bridges"}, self.bridges...);
        visit(field{"size"}, self.size...);
        visit(field{"cavity_price", non_negative}, self.cavity_price...);
        visit(
            field{"largest_area", positive, {"Intel Foundry: EMIB-T above 8 exposures in 2026, above 12 by 2028", "2026", confidence::medium}},
            self.largest_area...
        );
    }
    constexpr operator basic_embedded_bridge<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using embedded_bridge = basic_embedded_bridge<>;

} // namespace tallywatt

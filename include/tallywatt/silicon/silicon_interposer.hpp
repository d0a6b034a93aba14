#pragma once
// A silicon interposer (CoWoS-S): one piece of silicon with vias, stitched from exposures of 26 x 33 mm.
//
//   Y = (1 + D A/a)^-a * y_stitch^n     n boundaries between exposures: fields along x times fields along y, not A/858 mm2
//   carbon = (A_wafer/N) * share of back-end layers * carbon per area of the node
//
//   silicon_interposer const i{.size = {41.4 * millimetre, 41.4 * millimetre}, .node = catalog::interposer_65nm};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_silicon_interposer {
    basic_outline<T> size{40.0 * millimetre, 40.0 * millimetre};
    basic_process_node<T> node{};
    basic_fraction<T> stitch_yield{T(0.999)};    ///< per boundary between exposures
    basic_fraction<T> back_end_share{T(0.5675)}; ///< of the node's carbon: an interposer has no transistors
    money_per_area<T> bump_price{};              ///< bumps to the substrate
    area<T> largest_area = 3.3 * reticle;        ///< made at most

    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        return detail::plan_on_wafer(disc, size, stitch_boundaries(size));
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const& p) const {
        return detail::carrier_cost(node, bump_price, size, p.per_wafer);
    }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const& p) const {
        return detail::layer_yield(node, size) * basic_fraction<T>{math::pow(stitch_yield.value, p.joints)};
    }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const& p) const {
        return detail::carrier_burden(node, back_end_share, p.per_wafer, p.wafer_area);
    }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "silicon_interposer";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"node"}, self.node...);
        visit(field{"stitch_yield", positive, detail::alignment}, self.stitch_yield...);
        visit(field{"back_end_share", unit_interval, detail::back_end}, self.back_end_share...);
        visit(field{"bump_price", non_negative}, self.bump_price...);
        visit(
            field{
                "largest_area",
                positive,
                {"TSMC roadmap: 3.3 exposures, the practical ceiling of CoWoS-S", "2025", confidence::high}},
            self.largest_area...
        );
    }
    constexpr operator basic_silicon_interposer<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using silicon_interposer = basic_silicon_interposer<>;

} // namespace tallywatt

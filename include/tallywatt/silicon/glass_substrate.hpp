#pragma once
// A core or interposer of glass with redistribution layers on both sides, cut from a rectangular panel instead of a wafer:
// no round edge, so large carriers waste less.
//
//   N = floor((W - 2e + s)/(w + s)) * floor((H - 2e + s)/(h + s)), the better way round
//   Y = (1 + D A/a)^-a
//
//   glass_substrate const g{.size = {80.0 * millimetre, 80.0 * millimetre}, .panel_price = 2'000.0 * USD};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

/// Rectangles cut from a rectangular panel in straight rows and columns, all one way round.
constexpr int pieces_per_panel(outline const& panel, outline const& piece, length<> const& margin, length<> const& street) {
    auto const along = [&](length<> side, length<> of_piece) {
        double const n = (side - 2.0 * margin + street) / (of_piece + street);
        return n < 1.0 ? 0 : detail::floor_int(n + 1e-9);
    };
    int const upright = along(panel.width, piece.width) * along(panel.height, piece.height),
              turned = along(panel.width, piece.height) * along(panel.height, piece.width);
    return upright > turned ? upright : turned;
}

template <class T = double>
struct basic_glass_substrate {
    basic_outline<T> size{60.0 * millimetre, 60.0 * millimetre};
    basic_outline<T> panel{510.0 * millimetre, 515.0 * millimetre};
    length<T> margin = 5.0 * millimetre; ///< of the panel, on each side
    money<T> panel_price{};              ///< processed: glass, vias, layers
    area_density<T> defect_density{};
    int clustering = 3;                      ///< negative binomial a; 0: Poisson
    co2e_per_area<T> carbon_per_area{};      ///< of the panel
    money_per_area<T> bump_price{};
    area<T> largest_area = 14.0 * reticle;   ///< made at most

    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
    /// Streets are the wafer's; its diameter does not matter.
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        int const n = pieces_per_panel(panel, size, margin, disc.street);
        carrier_plan p;
        p.per_wafer = n > 0 ? static_cast<double>(n) : 1.0;
        p.wafer_area = panel.area();
        p.fits = n > 0;
        return p;
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const& p) const {
        return panel_price * (1.0 / p.per_wafer) + bump_price * size.area();
    }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const&) const {
        return clustered{clustering}.yield(defect_density, size.area());
    }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const& p) const {
        return {panel.area() * (1.0 / p.per_wafer) * carbon_per_area, {}};
    }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "glass_substrate";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"panel", {}, {"515 x 510 mm, panels of fan-out lines (TrendForce); others are 300 or 310 mm square", "2024-07", confidence::medium}}, self.panel...);
        visit(
            field{"margin", non_negative, {}, "decides only how many pieces a panel gives"}, self.margin...
        );
        visit(field{"panel_price", non_negative}, self.panel_price...);
        visit(field{"defect_density", non_negative}, self.defect_density...);
        visit(field{"clustering", between(0.0, 64.0), detail::actuary}, self.clustering...);
        visit(field{"carbon_per_area", non_negative}, self.carbon_per_area...);
        visit(field{"bump_price", non_negative}, self.bump_price...);
        visit(
            field{"largest_area", positive, {"assumed as the 14 exposures of TSMC's roadmap to 2029", "2026-04-27", confidence::assumed}},
            self.largest_area...
        );
    }
    constexpr operator basic_glass_substrate<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using glass_substrate = basic_glass_substrate<>;

} // namespace tallywatt

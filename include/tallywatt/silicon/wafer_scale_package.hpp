#pragma once
// A whole wafer as carrier: known good dies on a fan-out wafer (InFO system on wafer), or one uncut wafer of dies that are
// stitched to each other (then `dies` holds one die of the wafer's size, with its spare cores in `repeated`).
//
//   C = one processed carrier wafer + connectors and frame        Y given: repair and spare lanes are in it
//
//   wafer_scale_package const w{.wafer_price = 4'000.0 * USD, .frame_price = 3'000.0 * USD, .share_good = fraction{0.9}};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_wafer_scale_package {
    basic_outline<T> size{215.0 * millimetre, 215.0 * millimetre}; ///< that dies stand on
    assembly_order assembly = assembly_order::chip_first;
    money<T> wafer_price{};                 ///< layers that join the dies, one wafer
    money<T> frame_price{};                 ///< connectors, frame, what holds it flat
    basic_fraction<T> share_good{T(0.95)};  ///< of carriers, after repair
    co2e<T> carbon{};                       ///< of both
    volume<T> water{};
    area<T> largest_area = 46'225.0 * square_millimetre; ///< made at most

    [[nodiscard]] constexpr assembly_order order() const { return assembly; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        carrier_plan p;
        p.per_wafer = 1.0;
        p.wafer_area = disc.area();
        p.fits = size.width <= disc.diameter && size.height <= disc.diameter; // its corners are cut
        p.whole_wafer = true;
        return p;
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const&) const { return wafer_price + frame_price; }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const&) const { return share_good; }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const&) const { return {carbon, water}; }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "wafer_scale_package";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"assembly"}, self.assembly...);
        visit(field{"wafer_price", non_negative}, self.wafer_price...);
        visit(field{"frame_price", non_negative}, self.frame_price...);
        visit(field{"share_good", positive, {"assumed; no published figure", "n.d.", confidence::assumed}}, self.share_good...);
        visit(field{"carbon", non_negative}, self.carbon...);
        visit(field{"water", non_negative}, self.water...);
        visit(
            field{"largest_area", positive, {"WSE-3: 46,225 mm2, the largest square of a 300 mm wafer", "2024", confidence::high}},
            self.largest_area...
        );
    }
    constexpr operator basic_wafer_scale_package<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using wafer_scale_package = basic_wafer_scale_package<>;

} // namespace tallywatt

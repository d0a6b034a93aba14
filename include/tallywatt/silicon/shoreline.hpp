#pragma once
// How many HBM stacks lie along the edges of the carrier that holds them, beside the logic dies in its middle.
//
//   stacks per edge = floor((edge - 2 margin + gap)/(stack width + gap))        edges in use: 2 (usual) or 4
//
// A stack's wide interface needs a short path, so stacks touch the logic: memory grows with the carrier's edge, while compute
// grows with its area. With four edges the corners stay empty, a stack's depth on either side.
//
//   int const n = hbm_sites({53.2 * millimetre, 53.2 * millimetre}, catalog::hbm3e.footprint, {});   // 8, as on a B200

#include <tallywatt/silicon/wafer.hpp>

namespace tallywatt {

/// Which edges stacks lie on, and the room they leave.
struct shoreline {
    int edges = 2;                   ///< 2: left and right of the logic; 4: all around
    length<> margin{};               ///< from a stack to the carrier's corner, along the edge
    length<> gap = 0.1 * millimetre; ///< between stacks
};

namespace detail {
constexpr int sites_along(length<> const& edge, length<> const& stack, shoreline const& s) {
    constexpr double tolerance = 1e-9; // a stack that ends on the margin fits
    double const n = (edge - 2.0 * s.margin + s.gap) / (stack + s.gap) + tolerance;
    return n >= 1.0 ? floor_int(n) : 0;
}
} // namespace detail

/// HBM stacks that fit along the edges of a carrier. footprint.width lies along the edge, height points to the logic.
constexpr int hbm_sites(outline const& carrier, outline const& footprint, shoreline const& s = {}) {
    int const sides = 2 * detail::sites_along(carrier.height, footprint.width, s);
    if (s.edges < 4)
        return sides;
    length<> const between = carrier.width - 2.0 * footprint.height; // the columns of stacks left and right
    return sides + 2 * detail::sites_along(between, footprint.width, s);
}

/// The width that is left for logic between the stacks left and right; negative where they overlap.
constexpr length<> width_for_logic(outline const& carrier, outline const& footprint) {
    return carrier.width - 2.0 * footprint.height;
}

/// The square carrier of a number of reticles (858 mm2, 26 mm x 33 mm).
constexpr outline square_carrier(double reticles) {
    length<> const side = math::sqrt(reticles * 26.0 * millimetre * (33.0 * millimetre));
    return {side, side};
}

} // namespace tallywatt

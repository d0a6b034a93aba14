#pragma once
// How much of the room that packaging technology gives a package takes, as shares of what is allowed: above one it cannot
// be made. Nothing throws: a report shows them as limits.
//
//   carrier    its area over the largest its technology makes
//   filled     dies that stand on it and stacks, over its area
//   edges      stacks side by side along two opposite edges, over their length: a stack's wide interface needs a short path,
//              so memory grows with the carrier's edge and not with its area (whole sites: shoreline.hpp)
//   height     of the stacks, over the room beside the dies: one lid lies on both
//   substrate  its area over the largest that is made flat enough
//
//   basic_package_geometry<> const g = package_geometry(p);   g.tightest();   g.headroom();

#include <tallywatt/silicon/package.hpp>

namespace tallywatt {

/// Shares of the room taken.
template <class T = double>
struct basic_package_geometry {
    basic_ratio<T> carrier{};
    basic_ratio<T> filled{};
    basic_ratio<T> edges{};
    basic_ratio<T> height{};
    basic_ratio<T> substrate{};

    [[nodiscard]] constexpr T tightest() const {
        T const flat = math::max(carrier.value, math::max(filled.value, edges.value));
        return math::max(flat, math::max(height.value, substrate.value));
    }
    [[nodiscard]] constexpr T headroom() const { return T(1.0) - tightest(); }

    static constexpr char const* kind = "package_geometry";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "carrier", .label = "carrier area, of the largest"}, self.carrier...);
        visit(field{.name = "filled", .label = "carrier area filled"}, self.filled...);
        visit(field{.name = "edges", .label = "carrier edges taken by memory"}, self.edges...);
        visit(field{.name = "height", .label = "stack height, of the room"}, self.height...);
        visit(field{.name = "substrate", .label = "substrate area, of the largest"}, self.substrate...);
    }
};

/// A stack of HBM2E to HBM3E seen from above.
inline constexpr outline hbm_footprint{10.0 * millimetre, 11.0 * millimetre};

/// Of a package whose stacks have this footprint; its width lies along the edge.
template <class T, class C>
constexpr basic_package_geometry<T> package_geometry(basic_package<T, C> const& p, outline const& stack = hbm_footprint) {
    area<T> standing{};
    for (auto const& d : p.dies)
        if (d.count > 0 && d.on < 0)
            standing += static_cast<double>(d.count) * d.die.size.area();
    double const stacks = static_cast<double>(p.hbm_count);
    standing += area<T>(stacks * stack.area());
    return detail::with_carrier(p.carrier, [&](auto const& c) {
        basic_outline<T> const on = c.footprint();
        length<T> const edge = math::max(on.width, on.height);
        return basic_package_geometry<T>{
            basic_ratio<T>{on.area() / c.largest()}, basic_ratio<T>{standing / on.area()},
            basic_ratio<T>{length<T>(stacks * stack.width) / (2.0 * edge)},
            basic_ratio<T>{(p.hbm_count > 0 ? 1.0 : 0.0) * p.hbm.height / p.tallest_stack},
            basic_ratio<T>{p.substrate_area / p.largest_substrate}};
    });
}

} // namespace tallywatt

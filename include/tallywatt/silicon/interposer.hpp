#pragma once
// What carries the dies and HBM stacks of a package: a silicon interposer (CoWoS-S), local silicon bridges in a
// redistribution layer (CoWoS-L), a redistribution layer alone (CoWoS-R), or the organic substrate itself.
//
//   Y = (1 + D A/a)^-a * y_joint^n      n: stitch boundaries of CoWoS-S exposures of 26 x 33 mm (fields along x times
//                                       fields along y, not area over 858 mm2), or bridges placed in CoWoS-L
//   carbon = (A_wafer/N) * share of back-end layers * carbon per area of the node/Y
//
//   basic_interposer<> const i = {.size = {41.4 * millimetre, 41.4 * millimetre}, .node = catalog::interposer_65nm};

#include <tallywatt/silicon/die.hpp>

namespace tallywatt {

/// What dies and stacks are joined on.
enum class interposer_technology : unsigned char {
    cowos_s, ///< one silicon interposer
    cowos_l, ///< bridges of silicon in a redistribution layer
    cowos_r, ///< redistribution layer
    organic, ///< none: dies on the substrate
};

/// An interposer and its process.
template <class T = double>
struct basic_interposer {
    interposer_technology technology = interposer_technology::cowos_s;
    basic_outline<T> size{40.0 * millimetre, 40.0 * millimetre};
    basic_process_node<T> node{};
    int bridges = 0;                             ///< of CoWoS-L
    basic_fraction<T> joint_yield{T(0.999)};     ///< per stitch boundary or placed bridge
    basic_fraction<T> back_end_share{T(0.5675)}; ///< of the node's carbon: an interposer has no transistors

    static constexpr char const* kind = "interposer";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"technology"}, self.technology...);
        visit(field{"size"}, self.size...);
        visit(field{"node"}, self.node...);
        visit(field{"bridges", between(0.0, 256.0)}, self.bridges...);
        visit(
            field{"joint_yield", positive, {"nanocad-lab/CATCH, alignment yield", "2025-07-22", confidence::low}},
            self.joint_yield...
        );
        visit(
            field{"back_end_share", unit_interval, {"ASU-VDA-Lab/ECO-CHIP, 65 nm", "2025-03-02", confidence::low}},
            self.back_end_share...
        );
    }
    constexpr operator basic_interposer<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using interposer = basic_interposer<>;

/// Boundaries between the 26 x 33 mm exposures that a silicon interposer is stitched from, in the better orientation.
constexpr int stitch_boundaries(outline const& size) {
    constexpr length<> field_x = 26.0 * millimetre, field_y = 33.0 * millimetre; // full field of a lithography scanner
    constexpr double tolerance = 1e-9;                                           // an edge on the field's edge fits
    auto const boundaries = [&](length<> x, length<> y) {
        int const nx = -detail::floor_int(-(size.width / x - tolerance)),
                  ny = -detail::floor_int(-(size.height / y - tolerance));
        return (nx - 1) * ny + nx * (ny - 1);
    };
    int const upright = boundaries(field_x, field_y), turned = boundaries(field_y, field_x);
    return upright < turned ? upright : turned;
}

/// Share of good interposers; joints: stitch boundaries or bridges (an integer of the plan).
template <class T>
constexpr basic_fraction<T> interposer_yield(basic_interposer<T> const& i, int joints) {
    if (i.technology == interposer_technology::organic)
        return basic_fraction<T>{T(1.0)};
    return clustered{i.node.clustering}.yield(i.node.defect_density, i.size.area())
           * basic_fraction<T>{math::pow(i.joint_yield.value, joints)};
}

} // namespace tallywatt

#pragma once
// package_carrier: what a package asks of the thing that carries its dies and memory stacks. A type that describes its
// fields and answers these questions composes like the built-in ones (silicon_interposer, bridge_interposer, fan_out ...):
//
//   c.plan(disc)     what wafers or panels give, in whole numbers where they are packed exactly (in double only)
//   c.cost(plan)     money for one carrier started: material, processing, parts placed into it
//   c.yield(plan)    share of carriers started that are good
//   c.burden(plan)   carbon and fab water of one carrier started
//   c.footprint()    its outline, and c.largest() the largest area its technology makes (both zero: no bound)
//   c.order()        chip_last: tested before anything is placed on it; chip_first: built over the dies, whose loss it is
//
//   static_assert(package_carrier<my_carrier<interval>, interval>);

#include <tallywatt/silicon/die.hpp>
#include <tallywatt/silicon/reticle.hpp>

namespace tallywatt {

/// Whether the carrier is made before or after the dies are in place.
enum class assembly_order : unsigned char {
    chip_last,  ///< dies are placed on carriers that have passed a test
    chip_first, ///< the carrier is built over placed dies: what it loses, they are lost with
};

/// The integers of a carrier. Counts are whole numbers by exact packing; closed forms give parts of one.
struct carrier_plan {
    double per_wafer = 0.0;        ///< carriers per wafer or panel; 0: not made on one
    double bridges_per_wafer = 0.0; ///< 0: none placed
    int joints = 0;                ///< stitch boundaries, or bridges placed
    area<> wafer_area{};           ///< of the wafer or panel
    area<> bridge_wafer_area{};
    bool fits = true;              ///< whether one fits on its wafer or panel
    bool whole_wafer = false;      ///< one uncut wafer: a die of its size may lack its corners
};

/// Carbon and fab water of one carrier started.
template <class T = double>
struct basic_carrier_burden {
    co2e<T> carbon{};
    volume<T> water{};
};

/// What carries the dies of a package.
template <class C, class T = double>
concept package_carrier = described<C> && requires(C const& c, carrier_plan const& plan) {
    { c.cost(plan) } -> std::same_as<money<T>>;
    { c.yield(plan) } -> std::same_as<basic_fraction<T>>;
    { c.burden(plan) } -> std::same_as<basic_carrier_burden<T>>;
    { c.footprint() } -> std::same_as<basic_outline<T>>;
    { c.largest() } -> std::same_as<area<T>>;
    { c.order() } -> std::same_as<assembly_order>;
} && (!std::same_as<T, double> || requires(C const& c, wafer const& disc) {
    { c.plan(disc) } -> std::same_as<carrier_plan>;
});

/// One full exposure of a lithography scanner.
inline constexpr area<> reticle = full_field.area(); ///< 858 mm2

/// Boundaries between the exposures that an outline is stitched from, in the better orientation.
constexpr int stitch_boundaries(outline const& size) { return exposures_of(size).boundaries(); }

namespace detail {

// One per wafer where none fits, so that cost and carbon stay finite beside the limit that reports it.
constexpr carrier_plan plan_on_wafer(wafer const& disc, outline const& size, int joints = 0) {
    int const n = dies_per_wafer(disc, size);
    carrier_plan p;
    p.per_wafer = n > 0 ? static_cast<double>(n) : 1.0;
    p.joints = joints;
    p.wafer_area = disc.area();
    p.fits = n > 0;
    return p;
}

template <class T>
constexpr money<T> carrier_cost(
    basic_process_node<T> const& node, money_per_area<T> const& bumps, basic_outline<T> const& size, double per_wafer
) {
    return node.wafer_price * (1.0 / per_wafer) + bumps * size.area();
}
// Of an area in a process, by its defects and clustering (and by its critical share, where a node has one).
template <class T>
constexpr basic_fraction<T> layer_yield(basic_process_node<T> const& node, area<T> const& size) {
    if constexpr (requires { node_yield(node, size); })
        return node_yield(node, size);
    else
        return clustered{node.clustering}.yield(node.defect_density, size);
}
template <class T>
constexpr basic_fraction<T> layer_yield(basic_process_node<T> const& node, basic_outline<T> const& size) {
    return layer_yield(node, size.area());
}
// A carrier has no transistors: the back-end share of the node's carbon, and all of its water.
template <class T>
constexpr basic_carrier_burden<T> carrier_burden(
    basic_process_node<T> const& node, basic_fraction<T> const& share, double per_wafer, area<> const& wafer_area
) {
    double const part = 1.0 / per_wafer;
    return {(wafer_area * part) * node.carbon_per_area() * share, node.water_per_wafer() * part};
}

inline constexpr source actuary{"Yinxiao-Feng/chiplet-actuary, parameter file (DAC 2022)", "2024-12-07", confidence::low};
inline constexpr source back_end{"ASU-VDA-Lab/ECO-CHIP, 65 nm", "2025-03-02", confidence::low};
inline constexpr source alignment{"nanocad-lab/CATCH, alignment yield", "2025-07-22", confidence::low};

} // namespace detail

} // namespace tallywatt

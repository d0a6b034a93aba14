#pragma once
// A process node and a die made on it: yield, cost of a known good die, carbon and water per good die.
//
//   C_kgd  = (C_wafer/N + C_test)/pass                 N dies per wafer: whole by exact packing, not so by a closed form
//   E_die  = (A_wafer/N) (CI EPA + GPA + MPA)/pass     wafer edge loss by 1/N rather than by die area
//   water  = mask layers * litres per layer/(N pass)
//
// Yield: negative binomial with the node's clustering over its defect density times its critical share, or the die's own
// model: a built-in one chosen at run time, or a type of one's own as basic_die<T, my_yield>. Units with spares are
// harvested (harvest.hpp); tests are in known_good_die.hpp.
//
//   basic_die<> const gh100 = {.size = {26.0 * millimetre, 31.3 * millimetre}, .node = catalog::tsmc_4n,
//                              .repeated = {144, 132}, .repeated_share = fraction{0.6}};
//   money<> const c = known_good_die_cost(gh100, dies_per_wafer(wafer{}, gh100.size));

#include <tallywatt/silicon/harvest.hpp>
#include <tallywatt/silicon/known_good_die.hpp>
#include <tallywatt/silicon/wafer.hpp>

namespace tallywatt {

/// A fab process: what a processed wafer costs in money, defects, energy, gases, materials and water.
template <class T = double>
struct basic_process_node {
    char const* name = "";
    money<T> wafer_price{};
    area_density<T> defect_density{};
    int clustering = 10;             ///< negative binomial a; 0: Poisson
    energy_per_area<T> fab_energy{}; ///< EPA, electricity per wafer area
    co2e_per_area<T> process_gas{};  ///< GPA, after abatement
    co2e_per_area<T> material{};     ///< MPA, upstream materials
    co2e_per_energy<T> fab_grid{};   ///< carbon of the fab's electricity
    int mask_layers = 0;
    volume<T> water_per_layer{};              ///< per wafer and mask layer
    basic_fraction<T> critical_share{T(1.0)}; ///< of the area: where a defect kills (critical_area.hpp)
    bool planar = false;                      ///< its transistors are planar, or it has none (export_limit.hpp)

    /// Carbon per processed wafer area, CI EPA + GPA + MPA (ACT, ISCA 2022), before yield.
    [[nodiscard]] constexpr co2e_per_area<T> carbon_per_area() const {
        return fab_grid * fab_energy + process_gas + material;
    }
    [[nodiscard]] constexpr volume<T> water_per_wafer() const {
        return static_cast<double>(mask_layers) * water_per_layer;
    }

    static constexpr char const* kind = "process_node";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"wafer_price", non_negative}, self.wafer_price...);
        visit(field{"defect_density", non_negative}, self.defect_density...);
        visit(
            field{
                "clustering",
                between(0.0, 64.0),
                {"Yinxiao-Feng/chiplet-actuary, parameter file", "2024-12-07", confidence::medium}},
            self.clustering...
        );
        visit(field{"fab_energy", non_negative}, self.fab_energy...);
        visit(field{"process_gas", non_negative}, self.process_gas...);
        visit(field{"material", non_negative}, self.material...);
        visit(field{"fab_grid", non_negative}, self.fab_grid...);
        visit(field{"mask_layers", between(0.0, 500.0)}, self.mask_layers...);
        visit(field{"water_per_layer", non_negative}, self.water_per_layer...);
        visit(
            field{
                "critical_share",
                unit_interval,
                {"published defect densities count killing defects: all of the area", "n.d.", confidence::medium}},
            self.critical_share...
        );
        visit(
            field{
                .name = "planar",
                .default_from = {"foundries' nodes of 16 nm and finer have fins or later", "2015", confidence::high},
                .informational = "no cost or carbon line asks; export rules leave such dies out of a chip's area"},
            self.planar...
        );
    }
    constexpr operator basic_process_node<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using process_node = basic_process_node<>;

/// Density of defects that kill.
template <class T>
constexpr area_density<T> killing_defects(basic_process_node<T> const& node) {
    return node.defect_density * node.critical_share;
}

/// Yield of an area on a node, nothing spare: negative binomial with the node's clustering.
template <class T>
constexpr basic_fraction<T> node_yield(basic_process_node<T> const& node, area<T> const& size) {
    return clustered{node.clustering}.yield(killing_defects(node), size);
}

/// A die's own yield model, or none: then the node's clustering counts.
template <class T = double>
using basic_yield_choice = std::variant<
    std::monostate, clustered, poisson, murphy, murphy_uniform, seeds, seeds_root, bose_einstein,
    basic_negative_binomial<T>>;

/// A further kind of repeated units (cache slices, memory controllers), or none.
template <class T = double>
using basic_further_units = std::variant<std::monostate, basic_repeated_units<T>>;

/// One kind of die.
template <class T = double, class Yield = basic_yield_choice<T>>
struct basic_die {
    basic_outline<T> size{10.0 * millimetre, 10.0 * millimetre};
    basic_process_node<T> node{};
    harvest repeated{};                        ///< units there are and units needed
    basic_fraction<T> repeated_share{T(0.6)};  ///< share of the area under the repeated units
    money<T> test_price{};                     ///< wafer probe, per die
    basic_fraction<T> fault_coverage{T(0.95)}; ///< of the die test
    Yield yield{};                             ///< in place of the node's clustering
    basic_further_units<T> further{};          ///< beside `repeated`, with spares of their own

    static constexpr char const* kind = "die";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"node"}, self.node...);
        visit(field{"repeated"}, self.repeated...);
        visit(
            field{
                "repeated_share", unit_interval, {"die photographs; no published figure", "n.d.", confidence::assumed}},
            self.repeated_share...
        );
        visit(field{"test_price", non_negative}, self.test_price...);
        visit(
            field{"fault_coverage", unit_interval, {"test practice; no published figure", "n.d.", confidence::assumed}},
            self.fault_coverage...
        );
        visit(field{"yield"}, self.yield...);
        visit(field{"further"}, self.further...);
    }
    constexpr operator basic_die<double, rebind_t<Yield, double>>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using die = basic_die<>;

/// Throws invalid_input where more repeated units are needed than there are, or units cover more than the die.
template <class T, class Yield>
constexpr void check(basic_die<T, Yield> const& d) {
    check(d.repeated);
    if (auto const* more = std::get_if<basic_repeated_units<T>>(&d.further)) {
        check(more->spares_of);
        double const covered = lowest(d.repeated_share.value) + lowest(more->share.value);
        if (d.repeated.units > 0 && covered > 1.0)
            throw invalid_input("die.further.share", covered, "", "with repeated_share above the whole die");
    }
}

namespace detail {
// The given model, or the node's clustering where a variant holds none.
template <class T, class Yield, class F>
constexpr auto with_yield_of(basic_die<T, Yield> const& d, F const& f) {
    if constexpr (std::same_as<Yield, basic_yield_choice<T>>)
        if (d.yield.index() == 0)
            return f(clustered{d.node.clustering});
    return with_model(d.yield, f);
}
} // namespace detail

/// Share of dies that can be sold.
template <class T, class Yield>
constexpr basic_fraction<T> die_yield(basic_die<T, Yield> const& d) {
    area_density<T> const defects = killing_defects(d.node);
    basic_repeated_units<T> const first{d.repeated, d.repeated_share};
    if (auto const* more = std::get_if<basic_repeated_units<T>>(&d.further)) {
        std::array<basic_repeated_units<T>, 2> const both{first, *more};
        return detail::with_yield_of(d, [&](auto const& m) {
            return harvested_yield_by(m, both, defects, d.size.area());
        });
    }
    std::array<basic_repeated_units<T>, 1> const one{first};
    return detail::with_yield_of(d, [&](auto const& m) { return harvested_yield_by(m, one, defects, d.size.area()); });
}

/// Cost of one die that has passed its test, of `gross` dies per wafer.
template <class T, class Yield>
constexpr money<T> known_good_die_cost(basic_die<T, Yield> const& d, double gross, basic_fraction<T> const& pass) {
    return (d.node.wafer_price * (1.0 / gross) + d.test_price) / pass;
}
template <class T, class Yield>
constexpr money<T> known_good_die_cost(basic_die<T, Yield> const& d, double gross) {
    return known_good_die_cost(d, gross, test_dies(die_yield(d), d.fault_coverage).pass);
}

/// Carbon per die that has passed its test. wafer_area: the whole wafer.
template <class T, class Yield>
constexpr co2e<T>
die_carbon(basic_die<T, Yield> const& d, area<> const& wafer_area, double gross, basic_fraction<T> const& pass) {
    return (wafer_area * (1.0 / gross)) * d.node.carbon_per_area() / pass;
}

/// Fab water per die that has passed its test.
template <class T, class Yield>
constexpr volume<T> die_water(basic_die<T, Yield> const& d, double gross, basic_fraction<T> const& pass) {
    return d.node.water_per_wafer() * (1.0 / gross) / pass;
}

} // namespace tallywatt

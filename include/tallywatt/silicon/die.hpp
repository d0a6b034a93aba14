#pragma once
// A process node and a die made on it: yield, cost of a known good die, carbon and water per good die.
//
//   C_kgd  = (C_wafer/N + C_test)/pass                 N dies per wafer (an integer of the plan)
//   pass   = 1 - (1-Y) k                               k fault coverage of the die test, one fault per bad die
//   good   = Y/pass                                    share of passed dies that work (Agrawal, Seth & Agrawal,
//                                                      IEEE J. Solid-State Circuits 17 (1982); Wadsack (1978))
//   or pass = Y^k, good = Y^(1-k)                      Williams & Brown, IEEE Trans. Comput. 30 (1981)
//   E_die  = (A_wafer/N) (CI EPA + GPA + MPA)/pass     wafer edge loss by 1/N rather than by die area
//   water  = mask layers * litres per layer/(N pass)
//
// Yield: negative binomial with integer clustering over the node's defect density, with harvesting (harvest.hpp).
//
//   basic_die<> const gh100 = {.size = {26.0 * millimetre, 31.3 * millimetre}, .node = catalog::tsmc_4n,
//                              .repeated = {144, 132}, .repeated_share = fraction{0.6}};
//   money<> const c = known_good_die_cost(gh100, dies_per_wafer(wafer{}, gh100.size));

#include <tallywatt/silicon/harvest.hpp>
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
    volume<T> water_per_layer{}; ///< per wafer and mask layer

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
    }
    constexpr operator basic_process_node<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using process_node = basic_process_node<>;

/// One kind of die.
template <class T = double>
struct basic_die {
    basic_outline<T> size{10.0 * millimetre, 10.0 * millimetre};
    basic_process_node<T> node{};
    harvest repeated{};                        ///< units there are and units needed
    basic_fraction<T> repeated_share{T(0.6)};  ///< share of the area under the repeated units
    money<T> test_price{};                     ///< wafer probe, per die
    basic_fraction<T> fault_coverage{T(0.95)}; ///< of the die test

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
    }
    constexpr operator basic_die<double>() const requires std::same_as<T, estimate> { return convert<double>(*this); }
};
using die = basic_die<>;

/// Throws invalid_input where more repeated units are needed than there are.
template <class T>
constexpr void check(basic_die<T> const& d) {
    check(d.repeated);
}

/// Share of dies that can be sold.
template <class T>
constexpr basic_fraction<T> die_yield(basic_die<T> const& d) {
    return harvested_yield<T>(d.repeated, d.repeated_share, d.node.defect_density * d.size.area(), d.node.clustering);
}

/// What a die test lets through.
template <class T = double>
struct basic_test_outcome {
    basic_fraction<T> pass{}; ///< share of all dies that pass
    basic_fraction<T> good{}; ///< share of the passed that work
};
using test_outcome = basic_test_outcome<>;

/// One fault per bad die: pass 1 - (1-Y) k, good Y/pass. Each variable once: good = 1/(1 + (1/Y - 1)(1-k)).
template <class T>
constexpr basic_test_outcome<T> test_dies(basic_fraction<T> const& yield, basic_fraction<T> const& coverage) {
    T const pass = T(1.0) - complement(yield).value * coverage.value;
    T const good = T(1.0) / (T(1.0) + (T(1.0) / yield.value - T(1.0)) * complement(coverage).value);
    return {basic_fraction<T>{pass}, basic_fraction<T>{good}};
}

/// Many faults per bad die (Williams & Brown 1981): pass Y^k, good Y^(1-k).
template <class T>
constexpr basic_test_outcome<T>
test_dies_many_faults(basic_fraction<T> const& yield, basic_fraction<T> const& coverage) {
    T const log_yield = math::log(yield.value);
    return {
        basic_fraction<T>{math::exp(coverage.value * log_yield)},
        basic_fraction<T>{math::exp(complement(coverage).value * log_yield)}};
}

/// Cost of one die that has passed its test, of `gross` dies per wafer.
template <class T>
constexpr money<T> known_good_die_cost(basic_die<T> const& d, int gross, basic_fraction<T> const& pass) {
    return (d.node.wafer_price * (1.0 / gross) + d.test_price) / pass;
}
template <class T>
constexpr money<T> known_good_die_cost(basic_die<T> const& d, int gross) {
    return known_good_die_cost(d, gross, test_dies(die_yield(d), d.fault_coverage).pass);
}

/// Carbon per die that has passed its test. wafer_area: the whole wafer.
template <class T>
constexpr co2e<T>
die_carbon(basic_die<T> const& d, area<> const& wafer_area, int gross, basic_fraction<T> const& pass) {
    return (wafer_area * (1.0 / gross)) * d.node.carbon_per_area() / pass;
}

/// Fab water per die that has passed its test.
template <class T>
constexpr volume<T> die_water(basic_die<T> const& d, int gross, basic_fraction<T> const& pass) {
    return d.node.water_per_wafer() * (1.0 / gross) / pass;
}

} // namespace tallywatt

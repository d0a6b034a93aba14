#pragma once
// The method of Chiplet Actuary (Feng & Ma, DAC 2022; Yinxiao-Feng/chiplet-actuary) in terms of the library's packages: what
// it prices, with parameters as it has them. Its faults are parameters here, off unless asked for:
//
//   - the substrate's manufacturing price stands where its engineering cost belongs (package_fault::substrate_price)
//   - fan-out's fixed engineering cost is divided by 300 like its cost per area (package_fault::fan_out_fixed)
//   - micro bumps are counted once for each kind of die, whatever its number in the package (package_fault::bumps_once)
//
// The published tables of the program have the first two always, the third wherever a kind is in a package more than once.

#include <tallywatt/silicon/engineering_cost.hpp>

#include <cmath>

namespace validation::chiplet_actuary {

using namespace tallywatt;

/// A process: defects per cm2, USD per wafer, USD for a chip of 300 mm2 with its first tape-out.
struct node {
    double defects = 0.0, wafer = 0.0, engineering = 0.0;
};

/// A way of packaging: organic substrate (no carrier), fan-out, or silicon interposer.
enum class way : unsigned char { organic, fan_out, interposer };

/// The program's parameter file.
struct parameters {
    double scribe = 0.2, edge = 5.0, diameter = 300.0;  // mm
    int clustering = 10;
    double block_share = 0.5, die_share = 0.3;
    double substrate_scale = 4.0, substrate_price = 0.005, substrate_engineering = 3e3, substrate_fixed = 3e5;  // USD, mm2
    double substrate_bonding = 0.99, bump = 0.005, micro_bump = 0.01;
    double layers_small = 1.5, layers_medium = 1.75, layers_large = 2.0;  // up to 17 x 17 mm, up to 30 x 30 mm, above
    double fan_out_wafer = 1200.0, fan_out_defects = 0.05, fan_out_scale = 1.2, fan_out_bonding = 0.98, fan_out_engineering = 1.5e7;
    int fan_out_clustering = 3;
    node interposer{0.06, 1937.0, 2.8e7};  // wafer and engineering of the 55 nm process, defects of its own
    double interposer_scale = 1.1, interposer_bonding = 0.95, interposer_engineering = 1.2;
    int interposer_clustering = 6;
    double interface_area = 20.0;  // mm2 of design in the interface of a process
};

struct package_fault {
    bool substrate_price = true, fan_out_fixed = true, bumps_once = false;
};

/// Dies of one kind in the package: mm2 each, interface included.
struct chips {
    node process{};
    double area = 0.0;
    int count = 1;
};

inline outline square(double mm2) {
    double const side = std::sqrt(mm2);
    return {side * millimetre, side * millimetre};
}

/// Factor on the substrate's price for the layers that join more than one die.
inline double layer_factor(parameters const& p, double substrate_mm2, int dies) {
    if (dies == 1) return 1.0;
    return substrate_mm2 > 900.0 ? p.layers_large : substrate_mm2 > 289.0 ? p.layers_medium : p.layers_small;
}

struct sized_package {
    package made{};
    package_plan plan{};
    double footprint = 0.0, substrate = 0.0;  // mm2
    int dies = 0;
};

/// The package of up to four kinds of dies.
template <std::size_t N>
sized_package make(parameters const& p, chips const (&kinds)[N], way how, assembly_order order = assembly_order::chip_last, package_fault fault = {}) {
    sized_package r;
    auto& made = r.made;
    bool const flip = how == way::organic;
    double const bonding = flip ? p.substrate_bonding : how == way::fan_out ? p.fan_out_bonding : p.interposer_bonding;
    double total = 0.0;
    for (std::size_t i = 0; i < N; ++i) {
        auto const& k = kinds[i];
        double const bumps = flip ? p.bump : fault.bumps_once ? p.micro_bump / k.count : p.micro_bump;
        made.dies[i] = {.die = {.size = square(k.area),
                                .node = {.wafer_price = k.process.wafer * USD, .defect_density = k.process.defects / square_centimetre, .clustering = p.clustering},
                                .fault_coverage = fraction{1.0}},
                        .count = k.count,
                        // over layers that are built on the dies there is no bonding
                        .attach_yield = fraction{order == assembly_order::chip_first ? 1.0 : bonding},
                        .bump_price = bumps * USD / square_millimetre};
        total += k.area * k.count;
        r.dies += k.count;
    }
    r.footprint = flip ? total : total * (how == way::fan_out ? p.fan_out_scale : p.interposer_scale);
    r.substrate = r.footprint * p.substrate_scale;
    auto const bump = p.bump * USD / square_millimetre;
    if (flip)
        made.carrier = organic_substrate{.size = square(r.substrate)};
    else if (how == way::fan_out)
        made.carrier = fan_out{.size = square(r.footprint),
                               .assembly = order,
                               .node = {.wafer_price = p.fan_out_wafer * USD, .defect_density = p.fan_out_defects / square_centimetre, .clustering = p.fan_out_clustering},
                               .bump_price = bump};
    else
        made.carrier = silicon_interposer{.size = square(r.footprint),
                                          .node = {.wafer_price = p.interposer.wafer * USD,
                                                   .defect_density = p.interposer.defects / square_centimetre,
                                                   .clustering = p.interposer_clustering},
                                          .stitch_yield = fraction{1.0},
                                          .bump_price = bump};
    made.module_coverage = fraction{1.0};
    // dies stand on the substrate themselves, or their carrier is bonded to it
    made.substrate_yield = fraction{flip ? 1.0 : p.substrate_bonding};
    made.substrate_price = r.substrate * p.substrate_price * (flip ? layer_factor(p, r.substrate, r.dies) : 1.0) * USD;
    if (flip) made.module_coverage = fraction{0.0};  // and a bad bond costs the substrate
    r.plan = plan_package_classic(made, {.diameter = p.diameter * millimetre, .edge_exclusion = p.edge * millimetre, .street = p.scribe * millimetre});
    return r;
}

inline double manufacturing(sized_package const& s) { return manufacturing_cost(s.made, s.plan).total().in(USD); }

inline engineering_rates rates(parameters const& p, node const& n) {
    return rates_from_total(n.engineering * USD, 300.0 * square_millimetre, fraction{p.block_share}, fraction{p.die_share});
}

/// Engineering cost of the package itself.
inline double package_once(parameters const& p, sized_package const& s, way how, package_fault fault = {}) {
    auto const per_mm2 = USD / square_millimetre;
    package_engineering_rates r;
    auto const substrate = fault.substrate_price ? p.substrate_price * per_mm2 : p.substrate_engineering * per_mm2;
    if (how == way::organic)
        r = {.per_substrate = p.substrate_engineering * layer_factor(p, s.substrate, s.dies) * per_mm2, .fixed = p.substrate_fixed * USD};
    else if (how == way::fan_out)
        r = {.per_footprint = 0.5 * p.fan_out_engineering / 300.0 * per_mm2,
             .per_substrate = substrate,
             .fixed = 0.5 * p.fan_out_engineering / (fault.fan_out_fixed ? 300.0 : 1.0) * USD};
    else {
        auto const mature = rates(p, p.interposer);
        r = {.per_footprint = p.interposer_engineering * mature.die_design, .per_substrate = substrate, .fixed = p.interposer_engineering * mature.masks};
    }
    return package_engineering(r, s.footprint * square_millimetre, s.substrate * square_millimetre).in(USD);
}

/// Engineering cost of one system: `designs` different blocks of `block_area` mm2, each on a die of its own of `die_area`,
/// one interface where there is more than one die.
inline engineering_cost system_once(parameters const& p, node const& process, int designs, double block_area, double die_area, sized_package const& s, way how,
                                    package_fault fault = {}) {
    auto const r = rates(p, process);
    double const n = designs;
    return {.blocks = n * block_engineering(r, block_area * square_millimetre),
            .dies = n * die_engineering(r, die_area * square_millimetre),
            .interfaces = s.dies > 1 ? block_engineering(r, p.interface_area * square_millimetre) : money<>{},
            .package = package_once(p, s, how, fault) * USD};
}

}  // namespace validation::chiplet_actuary

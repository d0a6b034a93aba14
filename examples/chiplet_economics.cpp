// One large die or several small ones, and on what? The same logic as one die, as dies on an organic substrate, on silicon
// interposers, redistribution layers and bridges: what a unit costs by area and by volume, and where the order turns.

#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/io/format.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/engineering_cost.hpp>
#include <tallywatt/silicon/package_geometry.hpp>
#include <tallywatt/silicon/portfolio.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "page.hpp"

using namespace tallywatt;
using page::heading;
using page::say;

namespace {

// ---- 1. Inputs: one process for the logic, one basis for all packaging ----------------------------------------------------

constexpr auto mm = millimetre;
constexpr auto mm2 = square_millimetre;
constexpr auto per_mm2 = USD / square_millimetre;

// [inputs]
constexpr basic_process_node<estimate> logic = catalog::tsmc_4n;
// Wafers as Chiplet Actuary (Feng & Ma, DAC 2022) prices them; defects as CATCH has an interposer's, and for redistribution
// layers ten times that (assumed).
constexpr process_node silicon = {.wafer_price = 1'937.0 * USD, .defect_density = 0.001 / square_centimetre, .clustering = 6};
constexpr process_node layers = {.wafer_price = 1'200.0 * USD, .defect_density = 0.01 / square_centimetre, .clustering = 3};
constexpr auto bump = 0.005 * per_mm2, micro_bump = 0.01 * per_mm2, board = 0.005 * per_mm2;
constexpr double wide_interface = 0.10, dense_interface = 0.05; // of a die's area, to its neighbours
// [/inputs]

enum class way { one_die, substrate, fan_out, cowos_s, cowos_r, cowos_l, emib };
constexpr char const* name_of(way w) {
    switch (w) {
        case way::one_die: return "one die";
        case way::substrate: return "MCM";
        case way::fan_out: return "fan-out";
        case way::cowos_s: return "CoWoS-S";
        case way::cowos_r: return "CoWoS-R";
        case way::cowos_l: return "CoWoS-L";
        default: return "EMIB";
    }
}

outline square(double area_mm2) {
    double const side = std::sqrt(area_mm2);
    return {side * mm, side * mm};
}

/// Bridges that join a number of dies in two rows, each to its neighbours.
int bridges_for(int dies) { return dies <= 2 ? dies - 1 : dies + dies / 2 - 2; }

basic_carrier<> carrier_of(way how, outline const& size, int bridges_in) {
    bridges const placed{.count = bridges_in, .size = {4.0 * mm, 5.0 * mm}, .node = silicon, .placement_price = 1.0 * USD};
    switch (how) {
        case way::fan_out: return fan_out{.size = size, .assembly = assembly_order::chip_first, .node = layers, .bump_price = bump};
        case way::cowos_s: return silicon_interposer{.size = size, .node = silicon, .bump_price = bump};
        case way::cowos_r: return rdl_interposer{.size = size, .node = layers, .bump_price = bump};
        case way::cowos_l: return bridge_interposer{.size = size, .node = layers, .bridges = placed, .bump_price = bump};
        case way::emib: return embedded_bridge{.bridges = placed, .size = size, .cavity_price = 2.0 * USD};
        default: return organic_substrate{.size = size};
    }
}

/// `area` mm2 of logic as `dies` dies.
// [package]
package package_of(way how, double area, int dies) {
    bool const flip = how == way::one_die || how == way::substrate;
    double const interface = dies == 1 ? 0.0 : how == way::substrate ? wide_interface : dense_interface;
    double const die_area = area / dies * (1.0 + interface), carried = 1.1 * die_area * dies;
    double const layer_factor = dies > 1 && (how == way::substrate || how == way::emib) ? 2.0 : 1.0; // several dies to join
    package p{.name = name_of(how)};
    p.dies[0] = {.die = {.size = square(die_area), .node = logic, .test_price = 0.83 * USD, .fault_coverage = fraction{0.98}},
                 .count = dies,
                 .attach_yield = fraction{0.99},
                 .attach_price = 3.0 * USD,
                 .bump_price = flip || how == way::emib ? bump : micro_bump};
    p.carrier = carrier_of(how, square(carried), bridges_for(dies));
    p.module_coverage = fraction{flip ? 0.0 : 0.9};
    p.substrate_price = 4.0 * carried * mm2 * board * layer_factor;
    p.test_price = 14.0 * USD;
    return p;
}
// [/package]

/// Nothing where it cannot be made: a die above one exposure.
std::optional<package_cost> made(way how, double area, int dies) {
    package const p = package_of(how, area, dies);
    if (p.dies[0].die.size.area() > reticle) return {};
    return manufacturing_cost(p, plan_package(p));
}
constexpr double never = std::numeric_limits<double>::infinity();
double dollars(std::optional<package_cost> const& c) { return c ? c->total().in(USD) : never; }
std::string cell(double x) { return std::isfinite(x) ? fmt::format("{:.0f}", x) : std::string("-"); }

// ---- 2. A unit by area ----------------------------------------------------------------------------------------------------

struct contender {
    way how;
    int dies;
    [[nodiscard]] std::string name() const { return dies == 1 ? name_of(how) : fmt::format("{} {}", dies, name_of(how)); }
};
constexpr contender contenders[] = {{way::one_die, 1}, {way::substrate, 2}, {way::substrate, 4}, {way::fan_out, 4},
                                    {way::cowos_s, 4}, {way::cowos_r, 4}, {way::cowos_l, 4}, {way::emib, 4}};

void by_area() {
    heading("A unit by the area of its logic");
    say("Dollars to make and package it, nothing for design. The cheapest is marked. A die larger than one exposure of "
        "{:.0f} mm2 cannot be made.",
        reticle.in(mm2));
    fmt::print("\n{:>9}", "mm2");
    for (auto const& c : contenders) fmt::print("{:>12}", c.name());
    fmt::print("\n");
    for (double area : {100.0, 200.0, 300.0, 400.0, 600.0, 800.0, 1200.0, 1600.0, 2400.0}) {
        double least = never;
        for (auto const& c : contenders) least = std::min(least, dollars(made(c.how, area, c.dies)));
        fmt::print("{:>9.0f}", area);
        for (auto const& c : contenders) {
            double const d = dollars(made(c.how, area, c.dies));
            fmt::print("{:>12}", cell(d) + (d == least ? "*" : " "));
        }
        fmt::print("\n");
    }
    say("\nSmall dies lose little to defects, so one die wins while it is small. Then two, then four: what splitting saves in "
        "yield has to pay for interfaces, placing and a costlier substrate. Layers and bridges of fine lines need half the area for "
        "interfaces, which about pays for them; a whole interposer of silicon costs a little more.");
}

// ---- 3. Where the money goes ----------------------------------------------------------------------------------------------

void by_line() {
    heading("800 mm2: where the money goes");
    fmt::print("{:<14}", "");
    for (auto const& c : contenders) fmt::print("{:>12}", c.name());
    fmt::print("\n");
    std::vector<package_cost> all;
    for (auto const& c : contenders) all.push_back(*made(c.how, 800.0, c.dies));
    auto const row = [&](char const* name, auto const& of) {
        fmt::print("{:<14}", name);
        for (auto const& c : all) fmt::print("{:>12.1f}", of(c).in(USD));
        fmt::print("\n");
    };
    row("dies", [](package_cost const& c) { return c.logic; });
    row("carrier", [](package_cost const& c) { return c.interposer; });
    row("placing", [](package_cost const& c) { return c.attach; });
    row("substrate", [](package_cost const& c) { return c.substrate; });
    row("test", [](package_cost const& c) { return c.test; });
    row("yield loss", [](package_cost const& c) { return c.yield_loss; });
    row("total", [](package_cost const& c) { return c.total(); });
    say("\nThe carrier's own loss is in its line where it is tested before dies are placed on it. Fan-out is built over the dies, "
        "so its loss takes them along and stands under yield loss.");

    package dear = package_of(way::cowos_s, 800.0, 4);
    std::get<silicon_interposer>(dear.carrier).node.wafer_price = process_node(catalog::interposer_65nm).wafer_price;
    auto const asked = manufacturing_cost(dear, plan_package(dear));
    say("At the {:.0f} USD that a CoWoS wafer is reported to sell for, the interposer is {:.0f} dollars and the unit {:.0f}: then an "
        "interposer is bought for bandwidth between dies and to memory, not for price.",
        process_node(catalog::interposer_65nm).wafer_price.in(USD), asked.interposer.in(USD), asked.total().in(USD));

    // [bounds]
    auto wide = convert<interval>(package_of(way::one_die, 800.0, 1)), split = convert<interval>(package_of(way::substrate, 800.0, 4));
    wide.dies[0].die.node = split.dies[0].die.node = convert<interval>(logic); // the catalog's ranges of price and defects
    auto const at = [](auto const& p, double area, way how, int dies) {
        return manufacturing_cost(p, plan_package(package_of(how, area, dies))).total().base_value;
    };
    interval const one = at(wide, 800.0, way::one_die, 1), four = at(split, 800.0, way::substrate, 4);
    // [/bounds]
    say("Over the catalog's ranges of wafer price and defect density one die comes to {:.0f} to {:.0f} dollars, four on a "
        "substrate to {:.0f} to {:.0f}.",
        one.low, one.high, four.low, four.high);
}

// ---- 4. The carrier by itself -----------------------------------------------------------------------------------------------

void by_carrier_size() {
    heading("The carrier by itself, as packages grow");
    say("A square carrier of so many exposures (one is {:.0f} mm2): how many a wafer gives, and what a good one costs. A limit that "
        "its technology does not reach is marked: silicon is stitched and ends at 3.3 exposures, bridges let layers grow to 5.5 "
        "(9.5 announced), and bridges in the substrate need no wafer-sized carrier at all.",
        reticle.in(mm2));
    fmt::print("\n{:>9}{:>10}{:>10}{:>12}{:>12}{:>12}{:>12}{:>14}{:>12}\n", "exposures", "side, mm", "a wafer", "CoWoS-S", "its yield", "CoWoS-R",
               "CoWoS-L", "EMIB", "a panel");
    for (double n : {1.0, 2.0, 3.3, 5.5, 8.0, 9.5}) {
        outline const size = square(n * reticle.in(mm2));
        int const joints = static_cast<int>(4.0 * n); // a bridge for each stack and between dies: four an exposure
        auto const price = [&](basic_carrier<> const& c) {
            return detail::with_carrier(c, [](auto const& held) {
                auto const plan = held.plan(wafer{});
                bool const large = held.footprint().area() > (1.0 + 1e-9) * held.largest();
                return fmt::format("{:.0f}{}", (held.cost(plan) / held.yield(plan)).in(USD), large ? "!" : " ");
            });
        };
        auto const s = silicon_interposer{.size = size, .node = silicon, .bump_price = bump};
        glass_substrate const glass{.size = size};
        fmt::print("{:>9.1f}{:>10.1f}{:>10.0f}{:>12}{:>12.3f}{:>12}{:>12}{:>14}{:>12.0f}\n", n, size.width.in(mm), s.plan(wafer{}).per_wafer, price(s),
                   s.yield(s.plan(wafer{})).value, price(carrier_of(way::cowos_r, size, joints)), price(carrier_of(way::cowos_l, size, joints)),
                   price(carrier_of(way::emib, size, joints)), glass.plan(wafer{}).per_wafer);
    }
    say("\n! above the largest its technology makes. A wafer is round: from 3.3 to 5.5 exposures the area grows by 1.7 and the number "
        "falls by 1.8. A panel of 510 by 515 mm has no round edge.");
    package crowded = package_of(way::cowos_s, 1600.0, 2);
    crowded.hbm_count = 8;
    std::get<silicon_interposer>(crowded.carrier).size = square(3.3 * reticle.in(mm2));
    auto const g = package_geometry(crowded);
    say("With two dies of 800 mm2 and eight memory stacks a carrier of 3.3 exposures is {:.0f} % full, its edges {:.0f} % taken by "
        "memory, and the technology {:.0f} % used.",
        100.0 * g.filled.value, 100.0 * g.edges.value, 100.0 * g.carrier.value);
}

// ---- 5. Design, and volume ----------------------------------------------------------------------------------------------------

// A chip of 300 mm2 in 5 nm: 542 million dollars, of which half goes into its blocks, 30 % into the die, 20 % into masks and
// tape-out (Chiplet Actuary, after IBS).
constexpr engineering_rates rates = rates_from_total(money<>(542e6 * USD));

// [engineering]
engineering_cost once(way how, double area, int dies) {
    double const die_area = package_of(how, area, dies).dies[0].die.size.area().in(mm2), carried = 1.1 * die_area * dies;
    bool const flip = how == way::one_die || how == way::substrate;
    package_engineering_rates const package_rates{.per_footprint = (flip ? 0.0 : 33.6e3) * per_mm2, // of masks in a mature node
                                                  .per_substrate = 3e3 * per_mm2,
                                                  .fixed = 3e5 * USD};
    return {.blocks = block_engineering(rates, area / dies * mm2), // one block, used as often as there are dies
            .dies = die_engineering(rates, die_area * mm2),
            .interfaces = dies == 1 ? money<>{} : block_engineering(rates, 20.0 * mm2),
            .package = package_engineering(package_rates, carried * mm2, 4.0 * carried * mm2)};
}
// [/engineering]

void by_volume() {
    heading("A unit of 800 mm2 by volume, design included");
    say("Several dies of one design: blocks, die and masks are paid once for a quarter of the area. Below that the same dies as if "
        "each were different (its own blocks and masks), as where a chip is cut into unlike parts.");
    contender const some[] = {{way::one_die, 1}, {way::substrate, 2}, {way::substrate, 4}, {way::cowos_l, 4}, {way::cowos_s, 4}};
    for (bool const alike : {true, false}) {
        fmt::print("\n{:<18}", alike ? "alike, units" : "unlike, units");
        for (auto const& c : some) fmt::print("{:>14}", c.name());
        fmt::print("\n");
        auto const paid = [&](contender const& c) {
            auto e = once(c.how, 800.0, c.dies);
            if (!alike) e.blocks *= double(c.dies), e.dies *= double(c.dies);
            return e.total();
        };
        for (double volume : {1e4, 1e5, 5e5, 1e6, 2e6, 1e7}) {
            fmt::print("{:<18.0f}", volume);
            for (auto const& c : some) fmt::print("{:>14.0f}", dollars(made(c.how, 800.0, c.dies)) + paid(c).in(USD) / volume);
            fmt::print("\n");
        }
        fmt::print("{:<18}", "even with one die");
        for (auto const& c : some) {
            if (c.dies == 1) {
                fmt::print("{:>14}", "");
                continue;
            }
            double const even = break_even_volume(made(c.how, 800.0, c.dies)->total(), paid(c), made(way::one_die, 800.0, 1)->total(), paid(some[0]));
            fmt::print("{:>14}", even > 0.0 ? fmt::format("{:.0f}", even) : std::string("always below"));
        }
        fmt::print("\n");
    }
    say("\nAlike, small dies are cheaper from the first unit: less is designed, and less is lost. Unlike, every die needs masks and "
        "physical design of its own, and it takes a volume to earn them back.");
}

// ---- 6. Where the order turns -------------------------------------------------------------------------------------------------

// [break-even]
/// The area from which `c` costs less than one die at this volume, design included, where there is one below an exposure.
std::optional<double> even_area(contender const& c, double volume) {
    auto const gain = [&](double area) {
        auto unlike = once(c.how, area, c.dies);
        unlike.blocks *= double(c.dies), unlike.dies *= double(c.dies);
        return dollars(made(way::one_die, area, 1)) + once(way::one_die, area, 1).total().in(USD) / volume - dollars(made(c.how, area, c.dies)) -
               unlike.total().in(USD) / volume;
    };
    double low = 50.0, high = reticle.in(mm2);
    if (gain(low) > 0.0) return low;
    if (gain(high) < 0.0) return {};
    while (high - low > 1.0) {
        double const middle = 0.5 * (low + high);
        (gain(middle) > 0.0 ? high : low) = middle;
    }
    return high;
}
// [/break-even]

void where_it_turns() {
    heading("From which area several dies are cheaper than one");
    say("Square millimetres of logic, unlike dies, by volume; a dash: never below one exposure. What is larger than one exposure has to "
        "be split anyway.");
    contender const some[] = {{way::substrate, 2}, {way::substrate, 3}, {way::substrate, 4}, {way::emib, 2}, {way::cowos_r, 2}, {way::cowos_l, 2}, {way::cowos_s, 2}};
    fmt::print("\n{:<12}", "units");
    for (auto const& c : some) fmt::print("{:>12}", c.name());
    fmt::print("\n");
    for (double volume : {1e6, 2e6, 5e6, 2e7, 1e9}) {
        fmt::print("{:<12}", volume > 1e8 ? std::string("design free") : fmt::format("{:.0f}", volume));
        for (auto const& c : some) {
            auto const a = even_area(c, volume);
            fmt::print("{:>12}", a ? fmt::format("{:.0f}", *a) : std::string("-"));
        }
        fmt::print("\n");
    }
}

// ---- 7. One die in three products ----------------------------------------------------------------------------------------------

void reuse() {
    heading("One die in three products");
    say("Products of 200, 400 and 800 mm2, 500,000 units of each: a die of its own for each, or one die of 200 mm2 used once, twice and "
        "four times.");
    double const volume = 5e5, block = 200.0;
    // [reuse]
    std::vector<design> designs = {{"block", block_engineering(rates, block * mm2)},
                                   {"interface", block_engineering(rates, 20.0 * mm2)},
                                   {"die", die_engineering(rates, block * (1.0 + wide_interface) * mm2)}};
    std::vector<product> products;
    for (int n : {1, 2, 4}) {
        double const uses = n;
        auto const of = once(n == 1 ? way::one_die : way::substrate, block * n, n);
        designs.push_back({"package", of.package});
        product p{.made = made(way::substrate, block * n, n)->total(), .volume = volume, .uses = {uses, uses, uses}};
        p.uses[designs.size() - 1] = 1.0;
        products.push_back(p);
    }
    // [/reuse]
    fmt::print("\n{:>6}{:>16}{:>16}{:>16}{:>16}{:>16}\n", "mm2", "own: made", "own: design", "shared: made", "shared: design", "shared/own");
    for (std::size_t i = 0; i < products.size(); ++i) {
        int const n = 1 << i;
        double const own = made(way::one_die, block * n, 1)->total().in(USD), own_design = once(way::one_die, block * n, 1).total().in(USD) / volume;
        double const shared = products[i].made.in(USD), shared_design = engineering_share<double>(designs, products, i).in(USD);
        fmt::print("{:>6.0f}{:>16.1f}{:>16.1f}{:>16.1f}{:>16.1f}{:>16.2f}\n", block * n, own, own_design, shared, shared_design, (shared + shared_design) / (own + own_design));
    }
    say("\nA design's cost falls on its uses, whatever product they are in, so the large product carries most of the die and still gains most.");
}

// ---- 8. When faults are found ----------------------------------------------------------------------------------------------------

void order_and_tests() {
    heading("When faults are found");
    package const four = package_of(way::fan_out, 800.0, 4);
    auto const y = yields(four, plan_package(four));
    say("Four dies of 200 mm2, of which {:.0f} % are good, on redistribution layers of which {:.0f} % are; the same parts throughout.",
        100.0 * y.dies[0].value, 100.0 * y.carrier.value);
    auto const cost = [](assembly_order order, double die_test, double module_test) {
        package p = package_of(way::fan_out, 800.0, 4);
        auto& f = std::get<fan_out>(p.carrier);
        f.assembly = order;
        p.dies[0].die.fault_coverage = fraction{die_test};
        p.module_coverage = fraction{module_test};
        return manufacturing_cost(p, plan_package(p));
    };
    fmt::print("\n{:<44}{:>12}{:>14}{:>12}\n", "", "parts", "yield loss", "total");
    auto const row = [](char const* name, package_cost const& c) {
        fmt::print("{:<44}{:>12.1f}{:>14.1f}{:>12.1f}\n", name, (c.total() - c.yield_loss).in(USD), c.yield_loss.in(USD), c.total().in(USD));
    };
    row("layers first, good dies, module tested", cost(assembly_order::chip_last, 0.98, 0.9));
    row("layers first, good dies, module not tested", cost(assembly_order::chip_last, 0.98, 0.0));
    row("layers over the dies, good dies", cost(assembly_order::chip_first, 0.98, 0.9));
    row("layers first, dies not tested", cost(assembly_order::chip_last, 0.0, 0.9));
    say("\nA test pays where what follows is dear. Without a die test every bad die scraps three others and the layers with it.");
}

}  // namespace

int main() {
    say("The price of splitting a chip. Logic is {}: {:.0f} USD a wafer, {:.2f} defects per cm2. Packaging wafers are priced as in Chiplet "
        "Actuary, {:.0f} USD for silicon and {:.0f} USD for redistribution layers; what foundries ask for CoWoS is several times that.",
        logic.name, logic.wafer_price.base_value.likely, logic.defect_density.base_value.likely * 1e-4, silicon.wafer_price.in(USD),
        layers.wafer_price.in(USD));
    by_area();
    by_line();
    by_carrier_size();
    by_volume();
    where_it_turns();
    reuse();
    order_and_tests();
}

// Each built-in carrier by hand, and one of a user's own.

#include "approx.hpp"

#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/package.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {

constexpr auto mm = millimetre;
constexpr auto per_cm2 = 1.0 / square_centimetre;
// 1 kg per cm2 of wafer, 10 litres per wafer
process_node node_of(double price, double defects, int clustering) {
    return {
        .wafer_price = price * USD,
        .defect_density = defects * per_cm2,
        .clustering = clustering,
        .material = 1.0 * kgCO2e / square_centimetre,
        .mask_layers = 10,
        .water_per_layer = 1.0 * litre};
}
constexpr double wafer_cm2 = 706.8583470577034; // 300 mm

} // namespace

TEST_CASE("silicon interposer: defects over the area, and the boundaries of its exposures") {
    silicon_interposer const i{
        .size = {41.4 * mm, 41.4 * mm},
        .node = node_of(2'900.0, 0.05, 6),
        .stitch_yield = fraction{0.99},
        .back_end_share = fraction{0.5},
        .bump_price = 0.005 * USD / square_millimetre};
    auto const p = i.plan(wafer{});
    CHECK(p.per_wafer == 29.0);
    CHECK(p.joints == 4); // 2 x 2 exposures
    CHECK(i.yield(p).value == near(std::pow(1 + 0.05 * 17.1396 / 6, -6.0) * std::pow(0.99, 4.0), 1e-13));
    CHECK(i.cost(p).in(USD) == near(100.0 + 0.005 * 1713.96, 1e-13));
    CHECK(i.burden(p).carbon.in(kgCO2e) == near(0.5 * wafer_cm2 / 29, 1e-13));
    CHECK(i.burden(p).water.in(litre) == near(10.0 / 29, 1e-13));
    CHECK(i.order() == assembly_order::chip_last);
}

TEST_CASE("redistribution layers, as interposer and as fan-out over the dies") {
    auto const node = node_of(1'200.0, 0.05, 3);
    rdl_interposer const r{.size = {41.4 * mm, 41.4 * mm}, .node = node};
    fan_out const f{.size = r.size, .assembly = assembly_order::chip_first, .node = node};
    auto const p = r.plan(wafer{});
    CHECK(p.joints == 0); // nothing is stitched
    CHECK(r.cost(p).in(USD) == near(1'200.0 / 29, 1e-13));
    CHECK(r.yield(p).value == near(std::pow(1 + 0.05 * 17.1396 / 3, -3.0), 1e-13));
    CHECK(f.yield(p).value == r.yield(p).value);
    CHECK(r.order() == assembly_order::chip_last);
    CHECK(f.order() == assembly_order::chip_first);
}

TEST_CASE("bridges are tested before they are placed: their defects cost bridges only") {
    bridges const ten{
        .count = 10,
        .size = {4.0 * mm, 5.0 * mm},
        .node = node_of(3'000.0, 1.0, 2),
        .placement_yield = fraction{0.99},
        .placement_price = 0.5 * USD,
        .back_end_share = fraction{0.5}};
    bridge_interposer const i{
        .size = {53.2 * mm, 53.2 * mm}, .node = node_of(1'600.0, 0.01, 3), .bridges = ten, .back_end_share = fraction{0.25}};
    auto const p = i.plan(wafer{});
    CHECK(p.per_wafer == 16.0);
    CHECK(p.joints == 10);
    double const good = std::pow(1 + 1.0 * 0.2 / 2, -2.0), each = 3'000.0 / p.bridges_per_wafer / good + 0.5;
    // 294 mm usable, 4.1 x 5.1 mm with the street: de Vries' closed form
    CHECK(p.bridges_per_wafer == near(0.25 * 3.14159265358979 * 294 * 294 / 20.91 * std::exp(-2.32 * std::sqrt(20.91) / 294), 1e-12));
    CHECK(i.cost(p).in(USD) == near(100.0 + 10 * each, 1e-12));
    CHECK(i.yield(p).value == near(std::pow(1 + 0.01 * 28.3024 / 3, -3.0) * std::pow(0.99, 10.0), 1e-13));
    CHECK(
        i.burden(p).carbon.in(kgCO2e)
        == near(0.25 * wafer_cm2 / 16 + 10 * 0.5 * wafer_cm2 / p.bridges_per_wafer / good, 1e-12)
    );
    bridge_interposer worse = i;
    worse.bridges.node.defect_density = 3.0 * per_cm2;
    CHECK(worse.yield(p).value == i.yield(p).value);
    CHECK(worse.cost(p) > i.cost(p));
}

TEST_CASE("bridges in the substrate: no interposer, and what failing to embed one costs") {
    embedded_bridge const e{
        .bridges = {.count = 4, .size = {4.0 * mm, 5.0 * mm}, .node = node_of(3'000.0, 0.0, 2), .placement_yield = fraction{0.99}},
        .cavity_price = 2.0 * USD};
    auto const p = e.plan(wafer{});
    CHECK(p.per_wafer == 0.0);
    CHECK(e.cost(p).in(USD) == near(4 * (3'000.0 / p.bridges_per_wafer + 2.0), 1e-12));
    CHECK(e.yield(p).value == near(std::pow(0.99, 4.0), 1e-14));
}

TEST_CASE("an active base die: vias take area of it") {
    stacked_base const b{
        .size = {10.0 * mm, 7.0 * mm},
        .via_area = 7.0 * square_millimetre,
        .node = node_of(9'000.0, 0.1, 10),
        .bond_preparation = 0.02 * USD / square_millimetre};
    auto const p = b.plan(wafer{});
    CHECK(b.footprint().width.in(mm) == near(11.0, 1e-13));
    CHECK(p.per_wafer == static_cast<double>(dies_per_wafer(wafer{}, {11.0 * mm, 7.0 * mm})));
    CHECK(b.cost(p).in(USD) == near(9'000.0 / p.per_wafer + 0.02 * 77.0, 1e-12));
    CHECK(b.yield(p).value == near(std::pow(1 + 0.1 * 0.77 / 10, -10.0), 1e-13));
    CHECK(b.burden(p).carbon.in(kgCO2e) == near(wafer_cm2 / p.per_wafer, 1e-12)); // transistors: the whole node
}

TEST_CASE("a panel has no round edge") {
    glass_substrate const g{
        .size = {80.0 * mm, 60.0 * mm},
        .panel_price = 2'100.0 * USD,
        .defect_density = 0.001 * per_cm2,
        .carbon_per_area = 0.01 * kgCO2e / square_centimetre};
    // 500 x 505 mm inside the margin: 6 x 8 upright (6 x 80.1 and 8 x 60.1 mm), 8 x 6 turned
    auto const p = g.plan(wafer{});
    CHECK(p.per_wafer == 48.0);
    CHECK(g.cost(p).in(USD) == near(2'100.0 / 48, 1e-13));
    CHECK(g.yield(p).value == near(std::pow(1 + 0.001 * 48.0 / 3, -3.0), 1e-13));
    CHECK(g.burden(p).carbon.in(kgCO2e) == near(0.01 * 51.0 * 51.5 / 48, 1e-13));
    CHECK(pieces_per_panel({100.0 * mm, 60.0 * mm}, {30.0 * mm, 50.0 * mm}, {}, {}) == 4);  // 3 x 1 upright, 2 x 2 turned
    CHECK(pieces_per_panel({100.0 * mm, 60.0 * mm}, {101.0 * mm, 10.0 * mm}, {}, {}) == 0); // nor turned
    glass_substrate large = g;
    large.size = {600.0 * mm, 80.0 * mm};
    CHECK_FALSE(large.plan(wafer{}).fits);
    CHECK(large.plan(wafer{}).per_wafer == 1.0);
}

TEST_CASE("a whole wafer") {
    wafer_scale_package const w{
        .wafer_price = 4'000.0 * USD, .frame_price = 3'000.0 * USD, .share_good = fraction{0.9}, .carbon = 50.0 * kgCO2e};
    auto const p = w.plan(wafer{});
    CHECK(p.per_wafer == 1.0);
    CHECK(p.fits); // 215 mm square has a diagonal of 304 mm: its corners are cut
    CHECK(w.cost(p).in(USD) == near(7'000.0, 1e-14));
    CHECK(w.yield(p).value == 0.9);
    CHECK(w.order() == assembly_order::chip_first);
    // one die of a wafer's size
    package whole;
    whole.dies[0] = {.die = {.size = w.size, .node = node_of(16'000.0, 0.0, 10)}, .count = 1};
    whole.carrier = w;
    CHECK(plan_package(whole).feasible(whole));
    CHECK(plan_package(whole).dies_per_wafer[0] == 1.0);
    CHECK(manufacturing_cost(whole, plan_package(whole)).logic.in(USD) == near(16'000.0, 1e-13));
    whole.carrier = organic_substrate{};
    CHECK_FALSE(plan_package(whole).feasible(whole));
}

TEST_CASE("what a carrier comes to can be stated instead") {
    silicon_interposer const i{
        .size = {41.4 * mm, 41.4 * mm}, .node = node_of(2'900.0, 0.05, 6), .bump_price = 0.005 * USD / square_millimetre};
    package p;
    p.dies[0] = {.die = {.size = {20.0 * mm, 20.0 * mm}, .node = node_of(10'000.0, 0.1, 10)}, .count = 2};
    p.substrate_price = 50.0 * USD;
    p.carrier = i;
    auto const plan = plan_package(p);
    package q = p;
    q.carrier = as_stated<double>(i, plan.carrier);
    auto const stated = plan_package(q);
    CHECK(stated.carrier.per_wafer == 29.0);
    CHECK(manufacturing_cost(q, stated).total().in(USD) == near(manufacturing_cost(p, plan).total().in(USD), 1e-14));
}

namespace {

// [carrier]
// A sheet of diamond, laser-cut from a wafer, that conducts heat and carries wires on one side.
template <class T = double>
struct basic_diamond_carrier {
    static constexpr char const* kind = "diamond_carrier";
    basic_outline<T> size{30.0 * millimetre, 30.0 * millimetre};
    money_per_area<T> price = 0.5 * USD / square_millimetre;
    basic_fraction<T> good{T(0.9)};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"good", positive}, self.good...);
    }
    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const&) const requires std::same_as<T, double> { return {}; }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const&) const { return price * size.area(); }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const&) const { return good; }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const&) const { return {}; }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return 2.0 * reticle; }
};
static_assert(package_carrier<basic_diamond_carrier<double>, double>);
static_assert(package_carrier<basic_diamond_carrier<interval>, interval>);
// [/carrier]

struct nameless {};
static_assert(!package_carrier<nameless, double>);
static_assert(!package_carrier<basic_diamond_carrier<interval>, double>); // over another number type

} // namespace

TEST_CASE("a carrier of one's own composes, over any number type, and beside the built-in ones") {
    // [own]
    basic_package<double, basic_diamond_carrier<double>> p;
    p.dies[0] = {
        .die = {.size = {20.0 * mm, 20.0 * mm}, .node = node_of(14'800.0, 0.0, 10)},
        .count = 1,
        .attach_yield = fraction{1.0}};
    p.substrate_yield = fraction{1.0};
    validate(p); // ranges of single fields
    check(p);    // and of several together
    auto const plan = plan_package(p);
    auto const c = manufacturing_cost(p, plan);
    // [/own]
    CHECK(c.interposer.in(USD) == near(450.0 / 0.9, 1e-13));
    CHECK(c.total().in(USD) == near(100.0 + 500.0, 1e-13));
    auto const wide = convert<interval>(p); // its carrier too
    CHECK(manufacturing_cost(wide, plan).total().base_value.contains(600.0));
    // chosen at run time
    using either = std::variant<basic_diamond_carrier<double>, basic_organic_substrate<double>>;
    static_assert(carrier_choice<either, double>);
    basic_package<double, either> q;
    q.dies = p.dies;
    q.substrate_yield = fraction{1.0};
    CHECK(manufacturing_cost(q, plan_package(q)).total().in(USD) == near(600.0, 1e-13));
    q.carrier = organic_substrate{};
    CHECK(manufacturing_cost(q, plan_package(q)).total().in(USD) == near(100.0, 1e-13));
    // and in an accelerator, whose carrier is one of the built-in ones
    // [stated]
    package r;
    r.dies = p.dies;
    r.substrate_yield = fraction{1.0};
    r.carrier = as_stated<double>(p.carrier, plan.carrier);
    // [/stated]
    CHECK(manufacturing_cost(r, plan_package(r)).total().in(USD) == near(600.0, 1e-13));
}

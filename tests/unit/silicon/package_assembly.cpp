// The order of assembly: which step's loss is charged to what.

#include "approx.hpp"

#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/silicon/embodied.hpp>
#include <tallywatt/silicon/package.hpp>
#include <tallywatt/silicon/package_geometry.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace tallywatt;

namespace {

constexpr auto mm = millimetre;

// Two dies at 100 USD each and four stacks at 160, an interposer at 100, a substrate at 50, a test at 20; no loss.
package lossless() {
    package p;
    p.dies[0] = {
        .die = {.size = {20.0 * mm, 20.0 * mm}, .node = {.wafer_price = 14'800.0 * USD}, .fault_coverage = fraction{1.0}},
        .count = 2,
        .attach_yield = fraction{1.0}};
    p.hbm = {.capacity = 16.0 * GB, .price = 10.0 * USD / GB};
    p.hbm_count = 4;
    p.hbm_attach_yield = fraction{1.0};
    p.carrier = silicon_interposer{
        .size = {41.4 * mm, 41.4 * mm}, .node = {.wafer_price = 2'900.0 * USD}, .stitch_yield = fraction{1.0}};
    p.substrate_yield = fraction{1.0};
    p.substrate_price = 50.0 * USD;
    p.test_price = 20.0 * USD;
    return p;
}
double total(package const& p) { return manufacturing_cost(p, plan_package(p)).total().in(USD); }
double loss(package const& p) { return manufacturing_cost(p, plan_package(p)).yield_loss.in(USD); }
constexpr double module = 200 + 640 + 100, after = 50 + 20;

} // namespace

TEST_CASE("without loss a package costs its parts") {
    CHECK(total(lossless()) == near(module + after, 1e-13));
    CHECK(loss(lossless()) == 0.0);
}

TEST_CASE("a test of the module saves the substrates and tests of bad ones") {
    package p = lossless();
    p.dies[0].attach_yield = fraction{0.9}; // 0.81 for the two
    p.substrate_yield = fraction{0.95};
    CHECK(total(p) == near((module + after) / (0.81 * 0.95), 1e-13)); // all found at the end
    p.module_coverage = fraction{1.0};
    CHECK(total(p) == near((module / 0.81 + after) / 0.95, 1e-13)); // bad modules stop
    p.module_coverage = fraction{0.5};                              // half of the bad ones: 0.905 pass, 0.895 of them work
    CHECK(total(p) == near(module / (0.81 * 0.95) + after / (0.81 / 0.905 * 0.95), 1e-13));
    auto const y = yields(p, plan_package(p));
    CHECK(y.module.pass.value == near(0.905, 1e-14));
    CHECK(y.module.good.value == near(0.81 / 0.905, 1e-14));
    CHECK(y.assembly.value == near(0.81 * 0.95, 1e-14));
}

TEST_CASE("what the final test misses is shipped") {
    package p = lossless();
    p.substrate_yield = fraction{0.9};
    p.test_coverage = fraction{0.8}; // 0.92 pass, 0.9/0.92 of them work
    auto const y = yields(p, plan_package(p));
    CHECK(y.final_test.pass.value == near(0.92, 1e-14));
    CHECK(y.final_test.good.value == near(0.9 / 0.92, 1e-14));
    CHECK(total(p) == near((module + after) / 0.92, 1e-13));
    p.test_coverage = fraction{0.0}; // untested
    CHECK(loss(p) == near(0.0, 1e-12));
}

TEST_CASE("chip-last a bad carrier costs itself, chip-first the dies as well") {
    package p = lossless();
    // 0.8 by one defect mechanism: (1 + x)^-1 with x = 0.25 over 17.1396 cm2
    fan_out f{
        .size = {41.4 * mm, 41.4 * mm},
        .assembly = assembly_order::chip_last,
        .node = {.wafer_price = 2'900.0 * USD, .defect_density = 0.25 / 17.1396 / square_centimetre, .clustering = 1}};
    p.carrier = f;
    CHECK(total(p) == near(840 + 100 / 0.8 + after, 1e-12));
    CHECK(loss(p) == near(0.0, 1e-12)); // in the carrier's own line
    f.assembly = assembly_order::chip_first;
    p.carrier = f;
    CHECK(total(p) == near((module + after) / 0.8, 1e-12));
    p.module_coverage = fraction{1.0};
    CHECK(total(p) == near(module / 0.8 + after, 1e-12));
    CHECK(loss(p) == near(module / 0.8 - module, 1e-12));
    CHECK(manufacturing_cost(p, plan_package(p)).interposer.in(USD) == near(100.0, 1e-12)); // of one started
}

TEST_CASE("known good dies or untested ones") {
    package p = lossless();
    p.dies[0].die.node = {.wafer_price = 14'800.0 * USD, .defect_density = 0.0625 / square_centimetre, .clustering = 1};
    double const y = 1.0 / 1.25; // 0.25 defects a die
    CHECK(total(p) == near(200 / y + 740 + after, 1e-12));
    p.dies[0].die.fault_coverage = fraction{0.0}; // two untested dies scrap everything else with them
    CHECK(total(p) == near((module + after) / (y * y), 1e-12));
    CHECK(manufacturing_cost(p, plan_package(p)).logic.in(USD) == near(200.0, 1e-12));
}

TEST_CASE("stacked dies: bonded, tested, then placed") {
    package p = lossless();
    p.dies[1] = p.dies[0]; // two bases, two dies bonded on each
    p.dies[0].count = 4;
    p.dies[0].on = 1;
    p.dies[0].attach_yield = fraction{0.9};
    p.dies[0].attach_price = 5.0 * USD;
    p.dies[1].attach_yield = fraction{0.95};
    p.dies[1].attach_price = 7.0 * USD;
    CHECK_NOTHROW(check(p));
    auto const plan = plan_package(p);
    // a stack: base 100, two dies at 105 bonded; 0.81 good, all bad ones found; then two placings at 7 and 0.95
    double const stack = 100 + 2 * 105, placed = 2 * (stack / 0.81 + 7) + 640 + 100;
    CHECK(total(p) == near((placed + after) / (0.95 * 0.95), 1e-12));
    auto const c = manufacturing_cost(p, plan);
    CHECK(c.logic.in(USD) == near(600.0, 1e-12));
    CHECK(c.attach.in(USD) == near(4 * 5 + 2 * 7, 1e-12));
    auto const y = yields(p, plan);
    CHECK(y.stacking[0].value == near(0.81, 1e-14));
    CHECK(y.stacking[1].value == near(0.81, 1e-14));
    p.stack_coverage = fraction{0.0}; // untested stacks scrap the module
    CHECK(total(p) == near((2 * (stack + 7) + 740 + after) / (0.9 * 0.9 * 0.9 * 0.9 * 0.95 * 0.95), 1e-12));
    CHECK(heat_area(p).in(square_millimetre) == near(1600.0, 1e-13)); // the four on top
}

TEST_CASE("stacks that cannot be are refused") {
    auto const refusal = [](package const& p) {
        try {
            validate(p);
            check(p);
        } catch (invalid_input const& e) {
            return std::string(e.what());
        }
        return std::string("accepted");
    };
    package p = lossless();
    CHECK(refusal(p) == "accepted");
    p.dies[0].on = 1;
    CHECK(refusal(p) == "package.dies[0].on: there is no such other kind of die");
    p.dies[0].on = 0;
    CHECK(refusal(p) == "package.dies[0].on: there is no such other kind of die");
    p.dies[0].on = 4;
    CHECK(refusal(p) == "package.dies[0].on: 4 is above 3");
    p = lossless();
    p.dies[1] = p.dies[0];
    p.dies[1].count = 3;
    p.dies[1].on = 0;
    CHECK(refusal(p) == "package.dies[1].on: its dies do not divide evenly among those they are stacked on");
    p.dies[1].count = 2;
    p.dies[2] = p.dies[1];
    p.dies[2].on = 1;
    CHECK(refusal(p) == "package.dies[2].on: the kind it is stacked on is stacked itself");
    p = lossless();
    p.dies[0].count = 0;
    CHECK(refusal(p) == "package.dies[0].count: a package without a die");
}

TEST_CASE("four kinds of dies, on a substrate alone") {
    package p = lossless();
    for (std::size_t i = 1; i < 4; ++i) {
        p.dies[i] = p.dies[0];
        p.dies[i].count = 1;
        p.dies[i].bump_price = 0.01 * USD / square_millimetre;
    }
    p.carrier = organic_substrate{};
    auto const plan = plan_package(p);
    CHECK(plan.feasible(p));
    CHECK(plan.carrier.per_wafer == 0.0);
    CHECK(total(p) == near(500 + 640 + 3 * 4.0 + after, 1e-13));
}

TEST_CASE("closed forms count parts of a die") {
    package const p = lossless();
    auto const plan = plan_package_classic(p, {.edge_exclusion = 5.0 * mm, .street = 0.2 * mm});
    // 290 mm usable, 20.2 x 20.2 mm
    CHECK(plan.dies_per_wafer[0] == near(3.14159265358979 * 145 * 145 / 408.04 - 3.14159265358979 * 290 / std::sqrt(2 * 408.04), 1e-12));
    CHECK(plan.carrier.per_wafer == near(3.14159265358979 * 145 * 145 / 1730.56 - 3.14159265358979 * 290 / std::sqrt(2 * 1730.56), 1e-12));
    package huge = p;
    huge.dies[0].die.size = {200.0 * mm, 200.0 * mm};
    CHECK_FALSE(plan_package_classic(huge).fits); // the form gives less than one, or less than nothing
    CHECK(plan_package_classic(huge).dies_per_wafer[0] == 1.0);
}

TEST_CASE("geometry, by hand") {
    auto const g = package_geometry(lossless());
    CHECK(g.carrier.value == near(1713.96 / (3.3 * 858), 1e-13));
    CHECK(g.filled.value == near((800.0 + 4 * 110.0) / 1713.96, 1e-13));
    CHECK(g.edges.value == near(4 * 10.0 / (2 * 41.4), 1e-13));
    CHECK(g.height.value == near(720.0 / 775, 1e-13)); // HBM3 beside a die as thick as its wafer
    CHECK(g.substrate.value == 0.0);                   // none given
    CHECK(g.tightest() == g.height.value);
    CHECK(g.headroom() == near(55.0 / 775, 1e-12));
    package p = lossless();
    p.substrate_area = 80.0 * 80.0 * square_millimetre;
    CHECK(package_geometry(p).substrate.value == near(0.64, 1e-13));
    p.substrate_area = 12'000.0 * square_millimetre;
    CHECK(package_geometry(p).tightest() == near(1.2, 1e-13));
    p = lossless();
    p.hbm.height = 900.0 * micrometre; // twenty layers
    CHECK(package_geometry(p).headroom() == near(1.0 - 900.0 / 775, 1e-12));
    p.hbm_count = 0;
    CHECK(package_geometry(p).height.value == 0.0);
    p = lossless();
    p.hbm_count = 12;
    CHECK(package_geometry(p).headroom() < 0.0); // reported, not thrown
    CHECK_NOTHROW(check(p));
    CHECK(package_geometry(p).edges.value == near(120.0 / 82.8, 1e-13));
    // stacked dies take no room of the carrier
    p = lossless();
    p.dies[1] = p.dies[0];
    p.dies[1].on = 0;
    CHECK(package_geometry(p).filled.value == package_geometry(lossless()).filled.value);
}

TEST_CASE("memory's fab water is in a package's, and what assembly loses of it") {
    package p = lossless();
    package_plan const plan = plan_package(p);
    double const before = embodied(p, plan).water.in(litre);
    p.hbm.water = 6.0 * litre / GB;
    p.hbm.yield = fraction{0.8};
    double const stack = p.hbm.capacity.in(GB) * 6.0 / 0.8;
    auto const y = yields(p, plan);
    CHECK(embodied(p, plan).water.in(litre) - before == near(p.hbm_count * stack / y.assembly.value, 1e-10));
    p.hbm_attach_yield = fraction{0.9};
    CHECK(
        embodied(p, plan).water.in(litre)
        == near((before * y.assembly.value + p.hbm_count * stack) / yields(p, plan).assembly.value, 1e-10)
    );
    CHECK(yields(p, plan).assembly.value < y.assembly.value);
}

TEST_CASE("fab water by line: dies, memory, carrier and what assembly loses sum to a package's") {
    package p = lossless();
    p.hbm.water = 6.0 * litre / GB;
    p.hbm.yield = fraction{0.8};
    p.hbm_attach_yield = fraction{0.9};
    package_plan const plan = plan_package(p);
    auto const y = yields(p, plan);
    auto const w = fab_water(p, plan, y);
    auto const& d = p.dies[0];
    double const die = d.die.node.mask_layers * d.die.node.water_per_layer.in(litre) / plan.dies_per_wafer[0] / y.die_test[0].pass.value;
    CHECK(w.logic.in(litre) == near(d.count * die, 1e-12));
    CHECK(w.hbm.in(litre) == near(p.hbm_count * p.hbm.capacity.in(GB) * 6.0 / 0.8, 1e-12));
    double const parts = (w.logic + w.hbm + w.interposer).in(litre);
    CHECK(w.yield_loss.in(litre) == near(parts * (1.0 / y.assembly.value - 1.0), 1e-12));
    CHECK(w.total().in(litre) == near(parts / y.assembly.value, 1e-12));
    CHECK(embodied(p, plan, y).water == w.total());
    // a carrier that is tested first carries its loss itself, one that is built over the dies does not
    for (auto const& real : {package(catalog::h100_package), package(catalog::mi300x_package)}) {
        auto const of = plan_package(real);
        auto const lines = fab_water(real, of);
        CHECK(lines.interposer > volume<>{});
        CHECK(lines.hbm > lines.interposer);
        CHECK(embodied(real, of).water == lines.total());
    }
}

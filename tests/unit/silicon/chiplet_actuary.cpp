// The method of Chiplet Actuary by the library's packages, against the program itself (github.com/Yinxiao-Feng/chiplet-actuary,
// run with its own parameter file): manufacturing cost, cost paid once, and designs shared by several systems.

#include "../../../validation/chiplet_actuary.hpp"
#include "approx.hpp"

#include <tallywatt/silicon/portfolio.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;
using namespace validation::chiplet_actuary;

namespace {
constexpr node n3{0.2, 30'000.0, 100e7}, n5{0.11, 16'988.0, 54.2e7}, n7{0.09, 9'346.0, 29.8e7}, n14{0.08, 3'984.0, 10.6e7},
    n28{0.07, 2'891.0, 5.1e7}, n55{0.07, 1'937.0, 2.8e7};
constexpr parameters given{};
// both add some dozens of products in another order
constexpr double same = 1e-13;
} // namespace

TEST_CASE("cost of one system by process, area, number of dies and packaging") {
    struct row {
        node process;
        double area; // of the blocks, mm2
        int dies;
        double mcm, chip_last, chip_first, interposer; // USD a unit
        double once, organic, fan_out, silicon;        // USD: blocks, dies and interface; the package
    };
    constexpr row rows[] = {
        {n3, 800, 5, 746.2241132479086, 841.347011053025, 1192.0748714728352, 1010.8062049669493, 3246666666.666667,
         21420000.0, 26425021.12, 39244819.36},
        {n5, 100, 1, 36.00953335505015, 41.0531624653916, 42.391916188225125, 43.40277963374822, 252933333.33333334,
         1500000.0, 3025002.4, 10416002.2},
        {n5, 800, 2, 516.2360758972435, 578.8939605072443, 857.4534280700664, 641.4554626863855, 1434493333.3333335,
         21420000.0, 26425021.12, 39244819.36},
        {n7, 300, 3, 76.87172893265571, 90.09657073974947, 98.72676336292619, 103.7771713870102, 436073333.3333334,
         8220000.0, 9925007.92, 18916807.26},
        {n14, 800, 2, 138.71530116067868, 189.73780995622465, 249.6011965491797, 227.33295078699578, 280546666.6666666,
         21420000.0, 26425021.12, 39244819.36},
        {n28, 300, 5, 33.78781817880068, 46.037732433718254, 46.777130968182604, 58.77295341771508, 95030000.0,
         8220000.0, 9925007.92, 18916807.26},
        {n55, 100, 3, 8.411071088399162, 11.849668917825683, 11.640900636995859, 14.167148079694211, 25480000.0,
         2610000.0, 3325002.64, 10785602.42},
    };
    for (auto const& r : rows) {
        INFO(r.process.wafer << " USD a wafer, " << r.area << " mm2, " << r.dies << " dies");
        double const die = r.area / r.dies * (r.dies > 1 ? 1.1 : 1.0);
        chips const kinds[] = {{r.process, die, r.dies}};
        auto const mcm = make(given, kinds, way::organic), last = make(given, kinds, way::fan_out),
                   silicon = make(given, kinds, way::interposer);
        CHECK(manufacturing(mcm) == near(r.mcm, same));
        CHECK(manufacturing(last) == near(r.chip_last, same));
        CHECK(manufacturing(make(given, kinds, way::fan_out, assembly_order::chip_first)) == near(r.chip_first, same));
        CHECK(manufacturing(silicon) == near(r.interposer, same));
        auto const once = system_once(given, r.process, r.dies, r.area / r.dies, die, mcm, way::organic);
        CHECK((once.blocks + once.dies + once.interfaces).in(USD) == near(r.once, same));
        CHECK(once.package.in(USD) == near(r.organic, same));
        CHECK(package_once(given, last, way::fan_out) == near(r.fan_out, same));
        CHECK(package_once(given, silicon, way::interposer) == near(r.silicon, same));
    }
}

TEST_CASE("one die of 800 mm2 or two, at two million units") {
    chips const whole[] = {{n5, 800, 1}}, halves[] = {{n5, 440, 2}};
    auto const soc = make(given, whole, way::organic), mcm = make(given, halves, way::organic);
    CHECK(manufacturing(soc) == near(698.578, 1e-6)); // given to six digits
    auto const soc_once = system_once(given, n5, 1, 800, 800, soc, way::organic).total(),
               mcm_once = system_once(given, n5, 2, 400, 440, mcm, way::organic).total();
    CHECK(manufacturing(soc) + soc_once.in(USD) / 2e6 == near(1335.861, 1e-6));
    CHECK(manufacturing(mcm) + mcm_once.in(USD) / 2e6 == near(1244.193, 1e-6));
    // the two dies take 181 million dollars more at first and 182 less each: even at some 995,000 units
    double const even = break_even_volume(manufacturing(mcm) * USD, mcm_once, manufacturing(soc) * USD, soc_once);
    CHECK(even == near(994'700.0, 0.01));
    CHECK(manufacturing(soc) + soc_once.in(USD) / even == near(manufacturing(mcm) + mcm_once.in(USD) / even, 1e-12));
}

TEST_CASE("its faults are parameters") {
    chips const kinds[] = {{n7, 220, 4}};
    auto const own = make(given, kinds, way::interposer),
               as_program = make(given, kinds, way::interposer, assembly_order::chip_last, {.bumps_once = true});
    CHECK(manufacturing(as_program) == near(348.21745446766516, same));
    CHECK(manufacturing(own) > manufacturing(as_program)); // three dies' bumps more
    package_fault const none{.substrate_price = false, .fan_out_fixed = false};
    auto const fan = make(given, kinds, way::fan_out);
    // by hand: 880 mm2 of dies, 1,056 mm2 of layers, 4,224 mm2 of substrate
    CHECK(package_once(given, fan, way::fan_out, none) == near(1'056 * 25e3 * 1.0 + 4'224 * 3e3 + 7.5e6, 1e-12));
}

TEST_CASE("one die in three systems: blocks, die and interface shared, packages their own") {
    struct row {
        double made, blocks, dies, package;
    };
    constexpr row rows[] = {
        {51.59877716059186, 31.219047619047622, 35.76, 5.88},
        {113.21862950512383, 62.438095238095244, 71.52, 21.72},
        {231.03485257652048, 124.87619047619049, 143.04, 42.84}};
    auto const r = rates(given, n7);
    auto const mm2 = square_millimetre;
    int const dies[] = {1, 2, 4};
    sized_package made[3];
    for (int i = 0; i < 3; ++i) {
        chips const kinds[] = {{n7, 220, dies[i]}};
        made[i] = make(given, kinds, way::organic);
    }
    design const designs[] = {
        {"block", block_engineering(r, 200.0 * mm2)},
        {"interface", block_engineering(r, given.interface_area * mm2)},
        {"die", die_engineering(r, 220.0 * mm2)},
        {"package of 1", package_once(given, made[0], way::organic) * USD},
        {"package of 2", package_once(given, made[1], way::organic) * USD},
        {"package of 4", package_once(given, made[2], way::organic) * USD}};
    product systems[3];
    for (std::size_t i = 0; i < 3; ++i) {
        double const n = dies[i];
        systems[i] = {.made = manufacturing(made[i]) * USD, .volume = 5e5, .uses = {n, n, n}};
        systems[i].uses[3 + i] = 1.0;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        INFO(dies[i] << " dies");
        double const all = rows[i].blocks + rows[i].dies + rows[i].package;
        CHECK(systems[i].made.in(USD) == near(rows[i].made, same));
        CHECK(engineering_share<double>(designs, systems, i).in(USD) == near(all, same));
        CHECK(unit_cost<double>(designs, systems, i).in(USD) == near(rows[i].made + all, same));
    }
}

TEST_CASE("a centre in an older process and extensions, in unequal volumes") {
    struct row {
        double made, blocks, dies, package;
    };
    constexpr row rows[] = {
        {21.868173468087697, 23.555555555555554, 28.125333333333334, 2.676},
        {75.97679619965896, 147.7222222222222, 176.38033333333334, 24.51},
        {232.42194452419852, 520.2222222222222, 621.1453333333333, 240.6}};
    auto const mature = rates(given, n14), fine = rates(given, n7);
    auto const mm2 = square_millimetre;
    chips const alone[] = {{n14, 198, 1}}, with_one[] = {{n14, 198, 1}, {n7, 198, 1}}, with_four[] = {{n14, 198, 1}, {n7, 198, 4}};
    sized_package const made[] = {make(given, alone, way::organic), make(given, with_one, way::organic), make(given, with_four, way::organic)};
    design const designs[] = {
        {"centre", block_engineering(mature, 180.0 * mm2)},
        {"centre's interface", block_engineering(mature, given.interface_area * mm2)},
        {"centre's die", die_engineering(mature, 198.0 * mm2)},
        {"extension", block_engineering(fine, 180.0 * mm2)},
        {"its interface", block_engineering(fine, given.interface_area * mm2)},
        {"its die", die_engineering(fine, 198.0 * mm2)},
        {"package a", package_once(given, made[0], way::organic) * USD},
        {"package b", package_once(given, made[1], way::organic) * USD},
        {"package c", package_once(given, made[2], way::organic) * USD}};
    product const systems[] = {
        {.volume = 1e6, .uses = {1, 1, 1, 0, 0, 0, 1}},
        {.volume = 4e5, .uses = {1, 1, 1, 1, 1, 1, 0, 1}},
        {.volume = 1e5, .uses = {1, 1, 1, 4, 4, 4, 0, 0, 1}}};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(manufacturing(made[i]) == near(rows[i].made, same));
        CHECK(
            engineering_share<double>(designs, systems, i).in(USD)
            == near(rows[i].blocks + rows[i].dies + rows[i].package, same)
        );
    }
}

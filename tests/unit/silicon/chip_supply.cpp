#include "approx.hpp"

#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/chip_supply.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
// H200 as in the published supply arithmetic: 55 good dies and 28 good interposers per wafer, 141 GB, no loss after.
package h200() {
    package p;
    p.dies[0] = {.count = 1, .attach_yield = fraction{1.0}};
    p.hbm = {.capacity = 141.0 / 6.0 * GB, .price = 15.0 * USD / GB};
    p.hbm_count = 6;
    p.hbm_attach_yield = p.substrate_yield = fraction{1.0};
    return p;
}
constexpr package_plan plan{
    .dies_per_wafer = {55.0}, .carrier = {.per_wafer = 28.0}, .wafer_area = wafer{}.area()};
constexpr auto fleet = 1.3e6 * accelerator_unit;
} // namespace

TEST_CASE("1.3 million H200 take 23,636 logic wafers, 46,429 CoWoS wafers and 183 M GB of HBM") {
    chip_supply const s{
        .logic_wafers = 23'636.4 / year, .interposer_wafers = 46'428.6 / year, .hbm = 1.3e6 * 141.0 * GB / year};
    auto const a = annual_supply(h200(), plan, s);
    for (auto const input : {supply_input::logic_wafers, supply_input::interposer_wafers, supply_input::hbm})
        CHECK(
            (a.allowed_by(input) * year / accelerator_unit) == near(1.3e6, 3e-6)
        ); // wafers are given to six digits
    CHECK(a.time_to_supply(fleet).in(year) == near(1.0, 3e-6));
    CHECK((1.3e6 * 6.0 * h200().hbm.stack_price()).in(USD) == near(2.7495e9, 1e-12));
}

TEST_CASE("the scarcest input binds, and its share counts") {
    chip_supply s{.logic_wafers = 30'000.0 / year, .interposer_wafers = 46'428.6 / year, .hbm = 2.5e8 * GB / year};
    CHECK(annual_supply(h200(), plan, s).binding() == supply_input::interposer_wafers);
    s.interposer_share = fraction{0.5};
    CHECK(annual_supply(h200(), plan, s).time_to_supply(fleet).in(year) == near(2.0, 3e-6));
    s.hbm = 1e7 * GB / year;
    CHECK(annual_supply(h200(), plan, s).binding() == supply_input::hbm);
    s.substrates_limited = true;
    s.substrates = 1'000.0 / year;
    CHECK(annual_supply(h200(), plan, s).binding() == supply_input::substrates);
    CHECK((annual_supply(h200(), plan, s).total * year / accelerator_unit) == near(1'000.0, 1e-12));
}

TEST_CASE("loss in assembly and a second kind of die") {
    package p = h200();
    p.substrate_yield = fraction{0.9};
    chip_supply s{
        .logic_wafers = 1'000.0 / year,
        .base_wafers = 10.0 / year,
        .interposer_wafers = 1e6 / year,
        .hbm = 1e12 * GB / year};
    CHECK((annual_supply(p, plan, s).total * year / accelerator_unit) == near(49'500.0, 1e-12)); // 1,000 * 55 * 0.9
    p.dies[1] = {.count = 2, .attach_yield = fraction{1.0}};
    package_plan both = plan;
    both.dies_per_wafer[1] = 100.0;
    auto const a = annual_supply(p, both, s);
    CHECK(a.binding() == supply_input::base_wafers);
    CHECK((a.total * year / accelerator_unit) == near(450.0, 1e-12)); // 10 * 100/2 * 0.9
}

TEST_CASE("H200 of the catalog gives the order of the public estimate from its wafers") {
    package const p = catalog::h200_package;
    chip_supply const s{
        .logic_wafers = 23'636.0 / year, .interposer_wafers = 46'429.0 / year, .hbm = 1.3e6 * 144.0 * GB / year};
    auto const a = annual_supply(p, plan_package(p), s);
    // the public figure assumes 55 good dies and no loss after; the catalog's yields give some 0.9 of it
    CHECK((a.total * year / accelerator_unit) == near(1.3e6, 0.25));
}

TEST_CASE("an input that is not stated limits nothing") {
    chip_supply s{.logic_wafers = 1'000.0 / year};
    auto const a = annual_supply(h200(), plan, s);
    CHECK(a.binding() == supply_input::logic_wafers);
    CHECK((a.total * year / accelerator_unit) == near(55'000.0, 1e-12));
    CHECK(a.asked[static_cast<int>(supply_input::logic_wafers)]);
    for (auto const i : {supply_input::base_wafers, supply_input::interposer_wafers, supply_input::hbm, supply_input::substrates}) {
        CHECK_FALSE(a.asked[static_cast<int>(i)]);
        CHECK(a.allowed_by(i).base_value == 0.0);
    }
    s = {.hbm = 141.0 * 500.0 * GB / year}; // memory alone
    CHECK(annual_supply(h200(), plan, s).binding() == supply_input::hbm);
    CHECK((annual_supply(h200(), plan, s).total * year / accelerator_unit) == near(500.0, 1e-12));
    // a range that reaches down to nothing is stated
    basic_chip_supply<interval> range{.hbm = byte_rate<interval>::from_base(interval(0.0, 1.0))};
    CHECK(annual_supply(convert<interval>(h200()), plan, range).asked[static_cast<int>(supply_input::hbm)]);
}

TEST_CASE("no input at all is no limit, and neither is one the package does not need") {
    for (auto const& s : {chip_supply{}, chip_supply{.base_wafers = 10.0 / year}}) {
        auto const a = annual_supply(h200(), plan, s);
        CHECK(a.unlimited());
        CHECK(a.time_to_supply(fleet).base_value == 0.0);
        CHECK(a.binding() == supply_input::logic_wafers);
    }
    package p = h200();
    p.carrier = organic_substrate{};
    package_plan organic = plan;
    organic.carrier = {};
    CHECK(annual_supply(p, organic, chip_supply{.interposer_wafers = 10.0 / year}).unlimited());
    p.hbm_count = 0;
    CHECK(annual_supply(p, organic, chip_supply{.hbm = 10.0 * GB / year}).unlimited());
}

TEST_CASE("substrates of none are a limit where substrates are limited") {
    chip_supply const s{.logic_wafers = 1'000.0 / year, .substrates_limited = true};
    auto const a = annual_supply(h200(), plan, s);
    CHECK(a.binding() == supply_input::substrates);
    CHECK(a.total.base_value == 0.0);
}

TEST_CASE("all kinds of dies but the first are made of the base wafers") {
    package p = h200();
    package_plan all = plan;
    p.dies[1] = {.count = 2, .attach_yield = fraction{1.0}};
    p.dies[2] = {.count = 1, .attach_yield = fraction{1.0}};
    all.dies_per_wafer[1] = 100.0;
    all.dies_per_wafer[2] = 25.0;
    chip_supply const s{.logic_wafers = 1e6 / year, .base_wafers = 60.0 / year};
    // 2/100 + 1/25 = 0.06 wafers each, every die good
    auto const a = annual_supply(p, all, s);
    CHECK(a.binding() == supply_input::base_wafers);
    CHECK((a.total * year / accelerator_unit) == near(1'000.0, 1e-12));
}

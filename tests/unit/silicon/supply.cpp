#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/silicon/chip_supply.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto each = accelerator_unit;
// H200 as in the published arithmetic for 2026: 55 good dies and 28 interposers per wafer, 141 GB.
constexpr accelerator_needs h200{
    .name = "H200", .wafers = {{1.0 / 55.0 / each}}, .carrier_wafers = 1.0 / 28.0 / each, .hbm = 141.0 * GB / each};
constexpr auto fleet = 1.3e6 * each;
} // namespace

TEST_CASE("1.3 million H200 take 23,636.4 logic wafers, 46,428.6 CoWoS wafers, 183.3 M GB at 2.7495 billion USD") {
    auto const a = requirements(h200, fleet);
    CHECK(a.wafers[0] == near(23'636.4, 2e-6)); // given to six digits
    CHECK(a.carrier_wafers == near(46'428.6, 1e-6));
    CHECK(a.hbm.in(GB) == near(183.3e6, 1e-12));
    auto const cost =
        spending(a, {.wafers = {{19'000.0 * USD}}, .carrier_wafers = 12'000.0 * USD, .hbm = 15.0 * USD / GB});
    CHECK(cost.of(industry_input::hbm).in(USD) == near(2.7495e9, 1e-12));
    CHECK(cost.of(industry_input::carrier_wafers).in(USD) == near(1.3e6 / 28.0 * 12'000.0, 1e-12));
    CHECK(cost.total().in(USD) == near(2.7495e9 + 1.3e6 / 28.0 * 12e3 + 1.3e6 / 55.0 * 19e3, 1e-12));
    CHECK(a.stated[0]);
    CHECK_FALSE(a.stated[1]); // no second kind of wafer
}

TEST_CASE("what is required is what is allowed") {
    auto const b = allowed(requirements(h200, fleet), h200);
    CHECK((b.total / fleet) == near(1.0, 1e-14));
    for (auto const i : {industry_input::wafers_0, industry_input::carrier_wafers, industry_input::hbm})
        CHECK((b.allowed_by(i) / fleet) == near(1.0, 1e-14));
    CHECK_FALSE(b.asked[1]);
}

TEST_CASE("the scarcest input binds; what is not stated limits nothing") {
    auto a = requirements(h200, fleet);
    a.hbm *= 0.5;
    CHECK(allowed(a, h200).binding() == industry_input::hbm);
    CHECK((allowed(a, h200).total / fleet) == near(0.5, 1e-14));
    a.stated[5] = false;
    CHECK((allowed(a, h200).total / fleet) == near(1.0, 1e-14));
    a.stated[6] = true; // substrates of none, but none are needed
    CHECK((allowed(a, h200).total / fleet) == near(1.0, 1e-14));
    CHECK(allowed(input_amounts{}, h200).unlimited());
    // an input that is stated as nothing allows nothing
    input_amounts none;
    none.stated[4] = true;
    CHECK(allowed(none, h200).total.base_value == 0.0);
    CHECK(allowed(none, h200).binding() == industry_input::carrier_wafers);
}

TEST_CASE("a buyer's share") {
    auto const all = requirements(h200, fleet);
    auto const part = share_of(all, input_shares{.carrier_wafers = fraction{0.25}, .hbm = fraction{0.5}});
    CHECK(allowed(part, h200).binding() == industry_input::carrier_wafers);
    CHECK((allowed(part, h200).total / fleet) == near(0.25, 1e-14));
    CHECK((allowed(part, h200).allowed_by(industry_input::hbm) / fleet) == near(0.5, 1e-14));
}

TEST_CASE("a package's needs hold its yields, and dies of one node add") {
    package p = catalog::mi300x_package;
    auto const plan = plan_package(p);
    auto const y = yields(p, plan);
    auto const n = needs_of(p, plan, y);
    auto const per_unit = [&](std::size_t i) {
        return p.dies[i].count / plan.dies_per_wafer[i]
               / (y.die_test[i].pass.value * y.stacking[i].value * y.assembly.value);
    };
    CHECK((n.wafers[0] * each) == near(per_unit(0), 1e-14));
    CHECK((n.wafers[1] * each) == near(per_unit(1), 1e-14));
    CHECK((n.hbm * each).in(GB) == near(192.0 / y.assembly.value, 1e-13));
    CHECK(
        (n.carrier_wafers * each) == near(1.0 / (plan.carrier.per_wafer * y.carrier.value * y.assembly.value), 1e-14)
    );
    auto const one_node = needs_of(p, plan, y, {1, 1, 1, 1});
    CHECK(one_node.wafers[0].base_value == 0.0);
    CHECK((one_node.wafers[1] * each) == near(per_unit(0) + per_unit(1), 1e-14));
    // and by them a year gives what annual_supply says of the same year
    chip_supply const s{
        .logic_wafers = 1e5 / year, .base_wafers = 1e5 / year, .interposer_wafers = 1e5 / year, .hbm = 1e8 * GB / year};
    input_amounts const a{
        .wafers = {1e5, 1e5},
        .carrier_wafers = 1e5,
        .hbm = 1e8 * GB,
        .stated = {true, true, false, false, true, true, false}};
    CHECK((allowed(a, n).total / (annual_supply(p, plan, s).total * year)) == near(1.0, 1e-13));
}

TEST_CASE("chip-first: the carrier's loss falls on the dies, once") {
    basic_package<double, fan_out> p;
    p.dies[0] = {.die = {.size = {10.0 * millimetre, 10.0 * millimetre}}, .count = 1, .attach_yield = fraction{1.0}};
    p.substrate_yield = fraction{1.0};
    p.carrier.node.defect_density = 0.05 / square_centimetre;
    p.carrier.assembly = assembly_order::chip_first;
    auto const plan = plan_package(p);
    auto const y = yields(p, plan);
    CHECK(y.carrier.value < 0.7); // 16 cm2 at 0.05 per cm2
    auto const n = needs_of(p, plan, y);
    CHECK((n.carrier_wafers * each) == near(1.0 / (plan.carrier.per_wafer * y.assembly.value), 1e-14));
    p.carrier.assembly = assembly_order::chip_last;
    auto const last = yields(p, plan);
    CHECK(
        (needs_of(p, plan, last).carrier_wafers * each)
        == near(1.0 / (plan.carrier.per_wafer * last.carrier.value * last.assembly.value), 1e-14)
    );
}

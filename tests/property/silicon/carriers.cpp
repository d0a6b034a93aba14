// Laws of packages under every carrier: derivatives, intervals and packs; lines that sum, a cost never below its material,
// more memory or area never cheaper, yields within 0 and 1.

#include <tallywatt/silicon/embodied.hpp>
#include <tallywatt/silicon/engineering_cost.hpp>
#include <tallywatt/silicon/package_geometry.hpp>
#include <tallywatt/silicon/package_thermal.hpp>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

constexpr auto mm = millimetre;

process_node node_of(double price, double defects, int clustering) {
    return {
        .wafer_price = price * USD,
        .defect_density = defects / square_centimetre,
        .clustering = clustering,
        .fab_energy = 1.0 * kilowatt_hour / square_centimetre,
        .process_gas = 0.2 * kgCO2e / square_centimetre,
        .material = 0.5 * kgCO2e / square_centimetre,
        .fab_grid = 500.0 * gCO2e / kilowatt_hour,
        .mask_layers = 10,
        .water_per_layer = 100.0 * litre};
}

// Dies of two kinds, one stacked on the other, and memory; tests of every step miss some.
package base_package() {
    package p;
    p.dies[0] = {
        .die =
            {.size = {12.0 * mm, 14.0 * mm},
             .node = node_of(16'000.0, 0.1, 10),
             .test_price = 1.0 * USD,
             .fault_coverage = fraction{0.95}},
        .count = 4,
        .on = 1,
        .attach_yield = fraction{0.98},
        .attach_price = 4.0 * USD,
        .bump_price = 0.01 * USD / square_millimetre};
    p.dies[1] = {
        .die =
            {.size = {18.0 * mm, 20.0 * mm},
             .node = node_of(9'000.0, 0.08, 10),
             .test_price = 1.0 * USD,
             .fault_coverage = fraction{0.9}},
        .count = 2,
        .attach_yield = fraction{0.99},
        .attach_price = 3.0 * USD,
        .bump_price = 0.005 * USD / square_millimetre};
    p.hbm = {
        .capacity = 24.0 * GB,
        .price = 12.0 * USD / GB,
        .carbon = 300.0 * gCO2e / GB,
        .yield = fraction{0.7},
        .shipped_quality = fraction{0.99}};
    p.hbm_count = 6;
    p.hbm_attach_price = 3.0 * USD;
    p.stack_coverage = fraction{0.9};
    p.module_coverage = fraction{0.5};
    p.substrate_price = 80.0 * USD;
    p.test_price = 15.0 * USD;
    p.test_coverage = fraction{0.97};
    p.substrate_carbon = 1.0 * kgCO2e;
    p.board_carbon = 10.0 * kgCO2e;
    p.heat_sink_carbon = 8.0 * kgCO2e;
    return p;
}

bridges some_bridges() {
    return {
        .count = 8,
        .size = {4.0 * mm, 5.0 * mm},
        .node = node_of(3'000.0, 0.1, 6),
        .placement_yield = fraction{0.998},
        .placement_price = 0.5 * USD};
}

std::array<basic_carrier<>, 11> carriers() {
    outline const size{44.0 * mm, 46.0 * mm};
    auto const bump = 0.005 * USD / square_millimetre;
    auto const rdl = node_of(1'200.0, 0.02, 3);
    return {
        silicon_interposer{.size = size, .node = node_of(3'000.0, 0.02, 6), .bump_price = bump},
        bridge_interposer{.size = size, .node = rdl, .bridges = some_bridges(), .bump_price = bump},
        rdl_interposer{.size = size, .node = rdl, .bump_price = bump},
        fan_out{.size = size, .assembly = assembly_order::chip_first, .node = rdl, .bump_price = bump},
        fan_out{.size = size, .assembly = assembly_order::chip_last, .node = rdl, .bump_price = bump},
        organic_substrate{.size = size},
        embedded_bridge{.bridges = some_bridges(), .size = size, .cavity_price = 1.0 * USD},
        stacked_base{.size = size, .via_area = 20.0 * square_millimetre, .node = node_of(5'000.0, 0.02, 10), .bond_preparation = bump, .bump_price = bump, .largest_area = 3.0 * reticle},
        glass_substrate{.size = size, .panel_price = 3'000.0 * USD, .defect_density = 0.01 / square_centimetre, .carbon_per_area = 0.02 * kgCO2e / square_centimetre, .bump_price = bump},
        wafer_scale_package{.wafer_price = 4'000.0 * USD, .frame_price = 1'000.0 * USD, .carbon = 60.0 * kgCO2e, .water = 100.0 * litre},
        stated_carrier{.price = 700.0 * USD, .share_good = fraction{0.97}, .carbon = 5.0 * kgCO2e, .water = 30.0 * litre, .size = size}};
}

template <class F>
void for_each_carrier(F const& f) {
    for (auto const& c : carriers()) {
        package p = base_package();
        p.carrier = c;
        std::visit([&](auto const& held) {
            INFO(std::remove_cvref_t<decltype(held)>::kind);
            f(p);
        }, c);
    }
}

double total(package const& p) { return manufacturing_cost(p, plan_package(p)).total().in(USD); }

} // namespace

TEST_CASE("every carrier: derivatives, intervals, packs") {
    for_each_carrier([](package const& p) {
        CHECK_NOTHROW(validate(p));
        CHECK_NOTHROW(check(p));
        auto const plan = plan_package(p);
        arithmetics::check_all<package>(p, [plan]<class T>(basic_package<T> const& x) {
            auto const y = yields(x, plan);
            auto const c = manufacturing_cost(x, plan, y);
            auto const e = embodied(x, plan, y);
            return std::array<T, 11>{c.logic.base_value,      c.interposer.base_value, c.attach.base_value, c.test.base_value,
                                     c.yield_loss.base_value, c.total().base_value,    e.total().base_value, e.water.base_value,
                                     y.assembly.value,        y.carrier.value,         y.final_test.good.value};
        });
    });
}

TEST_CASE("lines sum, cost is never below material, yields are shares") {
    for_each_carrier([](package const& p) {
        auto const plan = plan_package(p);
        auto const y = yields(p, plan);
        auto const c = manufacturing_cost(p, plan, y);
        money<> sum{};
        package_cost::each([&](field const&, auto const& line) { sum += line; CHECK(line.base_value >= 0.0); }, c);
        CHECK(sum.in(USD) == near(c.total().in(USD), 1e-14));
        // material: wafers, stacks, substrate as bought, nothing lost
        money<> material = static_cast<double>(p.hbm_count) * p.hbm.stack_price() + p.substrate_price + p.test_price;
        for (std::size_t i = 0; i < p.dies.size(); ++i)
            if (p.dies[i].count > 0)
                material += static_cast<double>(p.dies[i].count) * (p.dies[i].die.node.wafer_price * (1.0 / plan.dies_per_wafer[i]));
        material += detail::with_carrier(p.carrier, [&](auto const& held) { return held.cost(plan.carrier); });
        CHECK(c.total() > material);
        for (auto const& share : {y.carrier.value, y.assembly.value, y.module.pass.value, y.module.good.value, y.final_test.pass.value, y.final_test.good.value, y.stacking[0].value}) {
            CHECK(share > 0.0);
            CHECK(share <= 1.0);
        }
        // what leaves working is what all steps left working, whatever the tests found when
        double const working = y.assembly.value * y.final_test.good.value;
        package blind = p;
        blind.module_coverage = blind.test_coverage = fraction{0.0};
        CHECK(working <= yields(blind, plan).final_test.good.value * (1.0 + 1e-12));
        CHECK(working == near(yields(blind, plan).final_test.good.value, 1e-12));
    });
}

TEST_CASE("more memory, more area, more defects, worse yields: never cheaper") {
    for_each_carrier([](package const& p) {
        double const at = total(p);
        auto const costs_more = [&](char const* what, auto const& change) {
            INFO(what);
            package q = p;
            change(q);
            CHECK(total(q) > at);
        };
        costs_more("a stack", [](package& q) { ++q.hbm_count; });
        costs_more("memory's price", [](package& q) { q.hbm.price *= 1.1; });
        costs_more("a die", [](package& q) { q.dies[0].count += 2; });
        costs_more("die area", [](package& q) { q.dies[0].die.size.width *= 1.5; });
        costs_more("base area", [](package& q) { q.dies[1].die.size.height *= 1.5; });
        costs_more("defects", [](package& q) { q.dies[0].die.node.defect_density *= 1.5; });
        costs_more("bonding", [](package& q) { q.dies[0].attach_yield = fraction{0.9}; });
        costs_more("placing", [](package& q) { q.dies[1].attach_yield = fraction{0.9}; });
        costs_more("placing memory", [](package& q) { q.hbm_attach_yield = fraction{0.9}; });
        costs_more("substrate", [](package& q) { q.substrate_yield = fraction{0.9}; });
        costs_more("bumps", [](package& q) { q.dies[1].bump_price *= 2.0; });
        // a larger carrier: never cheaper, where it has a size that costs
        package q = p;
        std::visit([](auto& held) { if constexpr (requires { held.size.width; held.node; }) held.size.width *= 1.4; }, q.carrier);
        CHECK(total(q) >= at);
        // money is money: all prices tripled triple the cost
        q = p;
        walk(
            [](field_path const&, field const&, auto& leaf) {
                using M = std::remove_cvref_t<decltype(leaf)>;
                if constexpr (std::same_as<M, money<>> || std::same_as<M, money_per_area<>> || std::same_as<M, money_per_data<>>)
                    leaf *= 3.0;
            },
            field_path{nullptr, ""}, q);
        CHECK(total(q) == near(3.0 * at, 1e-13));
    });
}

TEST_CASE("finding faults earlier is never dearer, finding fewer at the end is never cheaper a working package") {
    for_each_carrier([](package const& p) {
        auto const plan = plan_package(p);
        double last = 1e300;
        for (double k = 0.0; k <= 1.0; k += 0.1) {
            package q = p;
            q.module_coverage = fraction{k};
            q.test_coverage = fraction{1.0};
            double const now = manufacturing_cost(q, plan).total().in(USD);
            CHECK(now < last);
            last = now;
        }
        last = 0.0;
        for (double k = 0.0; k <= 1.0; k += 0.1) { // per package shipped it rises, as bad ones are no longer shipped
            package q = p;
            q.test_coverage = fraction{k};
            double const now = manufacturing_cost(q, plan).total().in(USD);
            CHECK(now > last);
            last = now;
        }
    });
}

TEST_CASE("geometry and the way of heat: derivatives, intervals, packs") {
    package p = base_package();
    p.carrier = silicon_interposer{.size = {44.0 * mm, 46.0 * mm}};
    arithmetics::check_all<package>(p, []<class T>(basic_package<T> const& x) {
        auto const g = package_geometry(x);
        return std::array<T, 4>{g.carrier.value, g.filled.value, g.edges.value, g.tightest()};
    });
    arithmetics::check_all(thermal_path{}, [&]<class T>(basic_thermal_path<T> const& t) {
        auto const q = convert<T>(p);
        return std::array<T, 3>{
            junction_to_coolant(t, q).base_value,
            hottest_junction(t, q, power<T>(600.0 * watt), temperature<T>(celsius(30.0))).above_zero.base_value,
            power_at(t, q, temperature<T>(celsius(95.0)), temperature<T>(celsius(30.0))).base_value};
    });
    arithmetics::check_all(rates_from_total(500e6 * USD), []<class T>(basic_engineering_rates<T> const& r) {
        return std::array<T, 2>{
            block_engineering(r, area<T>(300.0 * square_millimetre)).base_value,
            die_engineering(r, area<T>(400.0 * square_millimetre)).base_value};
    });
}

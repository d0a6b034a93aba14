// How accelerators are made: every one of them packages, its wafers, its limits, and what it comes to.
#include <tallywatt/catalog/accelerators.hpp>
#include <tallywatt/catalog/registry.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/embodied.hpp>
#include <tallywatt/silicon/package_geometry.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "approx.hpp"

namespace {
using namespace tallywatt;

TEST_CASE("packages: each of the catalog is planned, fits, and is within its limits at its likely values") {
    int seen = 0;
    catalog::each_entry([&]<class X>(char const* id, X const& object, std::span<sourced_field const>) {
        if constexpr (std::same_as<X, basic_package<estimate>>) {
            INFO(std::string(id));
            ++seen;
            package const p = object;
            CHECK_NOTHROW(check(p));
            auto const plan = plan_package(p);
            CHECK(plan.feasible(p));
            auto const g = package_geometry(p);
            CHECK(g.tightest() <= 1.0);
            CHECK(g.filled.value > 0.3); // no carrier three times as large as what stands on it
            auto const y = yields(p, plan);
            CHECK(y.assembly.value > 0.3);
            auto const c = manufacturing_cost(p, plan, y);
            auto const e = embodied(p, plan, y);
            CHECK(c.total().in(USD) > 30.0);
            CHECK(e.total().in(kgCO2e) > 5.0);
            CHECK(e.water.in(litre) > 10.0);
        }
    });
    CHECK(seen > 30);
}

TEST_CASE("packages: an accelerator's model and entry name the same one") {
    int known = 0;
    for (auto const& e : catalog::all_accelerators) {
        INFO(std::string(e.id));
        if (e.model != nullptr) {
            CHECK(e.model->package_known == (e.package != nullptr));
            if (e.package != nullptr)
                CHECK(std::string(e.model->package.name) == e.package->name);
        }
        if (e.package == nullptr)
            continue;
        ++known;
        if (!e.sheet->silicon.compute_dies.has_value())
            continue;
        // the dies that compute are the first kind, in the number and of the area that the sheet has
        auto const& d = e.package->dies[0];
        if (std::string(e.id) != "mi300x" && std::string(e.id) != "mi325x")
            CHECK(d.count == *e.sheet->silicon.compute_dies);
        if (e.sheet->silicon.die_area.has_value()) {
            estimate const sheet = e.sheet->silicon.die_area->base_value, made = d.die.size.area().base_value;
            CHECK(made.low <= sheet.high * 1.02);
            CHECK(made.high >= sheet.low * 0.98);
        }
        if (e.sheet->memory.stacks.has_value())
            CHECK(e.package->hbm_count == *e.sheet->memory.stacks);
    }
    CHECK(known == 38);
}

// One wafer of N5 at 16,000 USD; 46.2 cm2 x 0.1 x 0.5 % hit what has no spare: 0.795 of wafers, clustered with a = 10.
TEST_CASE("packages: a wafer that is one accelerator") {
    package const p = catalog::wse3_package;
    auto const plan = plan_package(p);
    CHECK(dies_per_wafer(wafer{}, p.dies[0].die.size) == 0); // by packing there is none
    CHECK(plan.dies_per_wafer[0] == 1.0);
    CHECK(plan.feasible(p));
    double const good = std::pow(1 + 462.25 * 0.1 * 0.005 / 10, -10.0);
    auto const y = yields(p, plan);
    CHECK(y.dies[0].value == near(good, 1e-6));
    auto const c = manufacturing_cost(p, plan, y);
    double const passed = good + (1 - good) * (1 - 0.98);
    CHECK(c.logic.in(USD) == near((16'000.0 + 1'000.0) / passed, 1e-6));
    CHECK(package_geometry(p).tightest() == 1.0); // as large as is made
    // the whole wafer's carbon: 706.86 cm2 of 583 x 2.75 + 327.5 + 500 g
    CHECK(embodied(p, plan, y).logic.in(kgCO2e) == near(706.8583 * 2.43075 / passed, 1e-5));
    CHECK(yields(package(catalog::wse2_package), plan_package(catalog::wse2_package)).dies[0].value > 0.7);
}

TEST_CASE("packages: a D1 costs a twenty-fifth of its tile") {
    package const one = catalog::dojo_d1_package, tile = catalog::dojo_tile_package;
    auto const a = manufacturing_cost(one, plan_package(one)), b = manufacturing_cost(tile, plan_package(tile));
    CHECK(a.total().in(USD) == near(b.total().in(USD) / 25, 1e-9));
    CHECK(
        embodied(one, plan_package(one)).total().in(kgCO2e) == near(embodied(tile, plan_package(tile)).total().in(kgCO2e) / 25, 1e-9)
    );
    CHECK(yields(one, plan_package(one)).assembly.value == near(yields(tile, plan_package(tile)).assembly.value, 1e-9));
}

TEST_CASE("packages: CoWoS-L has a process of its own, and its bridges another") {
    for (auto const* p : {&catalog::b200_package, &catalog::rubin_package, &catalog::mi250x_package}) {
        auto const& c = std::get<basic_bridge_interposer<estimate>>(p->carrier);
        CHECK(std::string(c.node.name) == catalog::cowos_l_layers.name);
        CHECK(std::string(c.bridges.node.name) == catalog::interposer_65nm.name);
    }
    // at 3.3 exposures the likely carrier is good nine times out of ten, and never below 0.6
    auto const yield = [](double d) { return std::pow(1 + 28.31 * d / 3, -3.0); };
    CHECK(yield(catalog::cowos_l_layers.defect_density.in(1.0 / square_centimetre).likely) > 0.9);
    CHECK(yield(catalog::cowos_l_layers.defect_density.in(1.0 / square_centimetre).high) > 0.6);
}

// 48 GB of GDDR6 at 0.73 kg/GB beside the board
TEST_CASE("packages: memory on the board is in the board's carbon") {
    CHECK(catalog::l40s_package.board_carbon.in(kgCO2e).likely == near(13.6 + 48 * 0.73, 1e-12));
    CHECK(catalog::hanguang_800_package.board_carbon.in(kgCO2e).likely == near(13.6, 1e-12));
}

} // namespace

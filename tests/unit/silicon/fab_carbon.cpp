#include <tallywatt/catalog/fab_grids.hpp>
#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/memory_carbon.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto g_per_cm2 = gCO2e / square_centimetre;
constexpr auto g_per_kWh = gCO2e / kilowatt_hour;
} // namespace

TEST_CASE("ACT's carbon per area, all eight nodes: Taiwan 583 g/kWh, 97 % abatement, yield 0.875") {
    // evaluated from ACT v2.0's data files, published to 0.01 g/cm2
    struct {
        fab_process process;
        double published;
    } const nodes[] = {{catalog::act_28nm, 1328.23}, {catalog::act_20nm, 1542.40}, {catalog::act_14nm, 1556.69},
                       {catalog::act_10nm, 1777.06}, {catalog::act_8nm, 1807.04},  {catalog::act_7nm, 2318.23},
                       {catalog::act_5nm, 2778.00},  {catalog::act_3nm, 3162.57}};
    fab_site const taiwan{.grid = 583.0 * g_per_kWh};
    for (auto const& row : nodes) {
        fab_process const& process = row.process;
        INFO(std::string(process.name));
        auto const c = carbon_per_area(process, taiwan, fraction{0.97});
        CHECK(std::abs((c.total() / 0.875).in(g_per_cm2)-row.published) < 0.006);
        CHECK(c.total().base_value == near((c.electricity + c.process_gas + c.material).base_value, 1e-15));
        // the same through a process node
        process_node const n = made_by(process_node{}, process, taiwan, fraction{0.97});
        CHECK(n.carbon_per_area().base_value == near(c.total().base_value, 1e-14));
    }
}

TEST_CASE("abatement: the published points, and 97 % is their mean") {
    fab_process const p = catalog::act_7nm;
    CHECK(gas_per_area(p, fraction{0.95}).in(g_per_cm2) == near(350.0, 1e-13));
    CHECK(gas_per_area(p, fraction{0.99}).in(g_per_cm2) == near(200.0, 1e-13));
    CHECK(gas_per_area(p, fraction{0.97}).in(g_per_cm2) == near(275.0, 1e-13));
    CHECK(gas_per_area(p, fraction{0.96}).in(g_per_cm2) == near(312.5, 1e-13));
}

TEST_CASE("a site: renewable electricity replaces the grid's by its share") {
    fab_site s{.grid = 600.0 * g_per_kWh, .renewable_share = fraction{0.25}, .renewable = 20.0 * g_per_kWh};
    CHECK(s.intensity().in(g_per_kWh) == near(0.75 * 600.0 + 0.25 * 20.0, 1e-14));
    s.renewable_share = fraction{1.0};
    CHECK(s.intensity().in(g_per_kWh) == near(20.0, 1e-14));
}

TEST_CASE("the same die from other fabs: only the electricity differs") {
    // N7 class, 97 %: 2.15 kWh/cm2 and 775 g/cm2 of gases and materials
    auto const at = [](fab_site const& s) {
        return carbon_per_area(fab_process(catalog::act_7nm), s, fraction{0.97}).total().in(g_per_cm2);
    };
    CHECK(at(catalog::fab_taiwan) == near(2.15 * 583.0 + 775.0, 1e-13));
    CHECK(at(catalog::fab_ireland) == near(2.15 * 290.8 + 775.0, 1e-13));
    CHECK(at(catalog::fab_singapore) == near(2.15 * 470.8 + 775.0, 1e-13));
    for (auto const& s :
         {catalog::fab_korea, catalog::fab_japan, catalog::fab_arizona, catalog::fab_singapore, catalog::fab_ireland})
        CHECK(at(s) < at(catalog::fab_taiwan));
    process_node const moved = made_at(process_node(catalog::tsmc_4n), fab_site(catalog::fab_arizona));
    CHECK(moved.fab_grid.in(g_per_kWh) == near(369.0, 1e-14));
    CHECK(moved.material.base_value == process_node(catalog::tsmc_4n).material.base_value);
}

TEST_CASE("a process that releases more when more is destroyed is refused") {
    fab_process p = catalog::act_7nm;
    CHECK_NOTHROW(check(p));
    p.gas_99 = 400.0 * g_per_cm2;
    CHECK_THROWS_WITH_AS(check(p), doctest::Contains("gas_99"), invalid_input);
    p = catalog::act_7nm;
    p.material = -1.0 * g_per_cm2;
    CHECK_THROWS_AS(validate(p), invalid_input);
    fab_site s{.grid = -5.0 * g_per_kWh};
    CHECK_THROWS_WITH_AS(validate(s), doctest::Contains("fab_site.grid"), invalid_input);
}

TEST_CASE("memory by area: HBM of 50 mm2 per GB by hand") {
    // 10 nm class in Korea, 97 %: 1.475 * 416 + 195 + 500 = 1308.6 g/cm2; 0.5 cm2 a GB = 654.3 g; yields 0.9 and 0.8
    auto const per_area =
        carbon_per_area(fab_process(catalog::act_10nm), fab_site(catalog::fab_korea), fraction{0.97}).total();
    CHECK(per_area.in(g_per_cm2) == near(1308.6, 1e-13));
    memory_process m{
        .area_per_capacity = 50.0 * square_millimetre / GB, .die_yield = fraction{0.9}, .stack_yield = fraction{0.8}};
    CHECK(carbon_per_started_capacity(m, per_area).in(gCO2e / GB) == near(654.3, 1e-13));
    CHECK(carbon_per_capacity(m, per_area).in(gCO2e / GB) == near(654.3 / 0.72, 1e-13));
    m.stacking = ratio{0.1};
    CHECK(carbon_per_capacity(m, per_area).in(gCO2e / GB) == near(654.3 * 1.1 / 0.72, 1e-13));
    // 80 layers of 100 L on a wafer of 700 cm2: 11.43 L/cm2
    CHECK(
        water_per_capacity(m, 8000.0 * litre, 700.0 * square_centimetre).in(litre / GB)
        == near(8000.0 / 700.0 * 0.5 / 0.72, 1e-13)
    );
}

TEST_CASE("a node's carbon by where it comes from") {
    process_node const n = catalog::tsmc_4n;
    auto const c = fab_lines(n);
    CHECK(c.total().base_value == near(n.carbon_per_area().base_value, 1e-15));
    CHECK(c.electricity.in(g_per_cm2) == near((n.fab_grid * n.fab_energy).in(g_per_cm2), 1e-15));
    CHECK(c.process_gas.base_value == n.process_gas.base_value);
}

TEST_CASE("uncertain processes and sites enclose their likely values") {
    auto const wide = carbon_per_area(
        convert<interval>(catalog::act_5nm), convert<interval>(catalog::fab_taiwan),
        basic_fraction<interval>{interval(0.95, 0.99)}
    );
    auto const likely = carbon_per_area(fab_process(catalog::act_5nm), fab_site(catalog::fab_taiwan), fraction{0.97});
    CHECK(wide.total().base_value.contains(likely.total().base_value));
    CHECK(wide.total().base_value.width() > 0.0);
}

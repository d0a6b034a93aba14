#include "approx.hpp"

#include <tallywatt/catalog/electrical.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
constexpr double exact = 1e-12;
power_stage proportional(double efficiency) { return {.proportional = ratio{1.0 / efficiency - 1.0}}; }
} // namespace

TEST_CASE("power path: product of stages, and a rack bus by voltage") {
    power_path p{
        .chain = {.transformer = proportional(0.99), .ups = proportional(0.96), .distribution = proportional(0.98)},
        .rack_supply = proportional(0.96),
        .bus_loss = ratio{0.0},
        .board = proportional(0.91)};
    auto const l = losses_of(p, ratio{0.5}, 100.0 * kilowatt);
    CHECK(l.partial_pue().value == near(1.0 / 0.931392, exact)); // V18
    CHECK(l.efficiency().value == near(0.931392 * 0.96 * 0.91, exact));
    // 1.5 % at 48 V and 100 kW: 3 % at 200 kW, and with 800 V (800/48)^2 = 277.8 times less
    p.bus_loss = ratio{0.015};
    CHECK(losses_of(p, ratio{0.5}, 200.0 * kilowatt).bus.value == near(0.03, exact));
    p.rack_voltage = ratio{800.0 / 48.0};
    CHECK(losses_of(p, ratio{0.5}, 200.0 * kilowatt).bus.value == near(0.03 * 0.0036, exact));
}

TEST_CASE("power path: wide-bandgap converters and higher voltages lose less") {
    double before = 0.0;
    for (power_path const& p : {power_path(catalog::path_48v), power_path(catalog::path_48v_gallium), power_path(catalog::path_400v), power_path(catalog::path_800v)}) {
        double const e = losses_of(p, ratio{0.7}, 132.0 * kilowatt).efficiency().value;
        INFO(std::string(p.name));
        CHECK(e > before);
        before = e;
    }
    double const silicon = losses_of(power_path(catalog::path_48v), ratio{0.7}, 132.0 * kilowatt).efficiency().value;
    // NVIDIA states up to 5 % from end to end for 800 V against 48 V racks
    CHECK(before - silicon > 0.02);
    CHECK(before - silicon < 0.07);
    CHECK(silicon > 0.78);
    CHECK(silicon < 0.86);
    // published classes: double conversion 94 to 97.5 %, Titanium 96 % at half load, regulators 88 to 94 %
    auto const efficiency = [](power_stage s, double u) {
        s.need = s.installed = 1;
        return 1.0 / (1.0 + loss_per_load(s, ratio{u}).value);
    };
    power_path const p = catalog::path_48v;
    CHECK(efficiency(p.chain.ups, 0.5) > 0.955);
    CHECK(efficiency(p.chain.ups, 0.5) < 0.975);
    CHECK(efficiency(p.rack_supply, 0.5) == near(0.96, 3e-3)); // stated to 2 digits
    CHECK(efficiency(p.board, 0.6) > 0.88);
    CHECK(efficiency(p.board, 0.6) < 0.94);
    electrical_chain const old = catalog::chain_legacy;
    CHECK(efficiency(old.ups, 0.25) > 0.83);
    CHECK(efficiency(old.ups, 0.25) < 0.90);
    CHECK(efficiency(old.ups, 1.0) > 0.90);
    CHECK(efficiency(old.ups, 1.0) < 0.945);
}

TEST_CASE("power path: a rack's stage as a server's supply") {
    power_stage const s{.no_load = ratio{0.01}, .proportional = ratio{0.01}, .quadratic = ratio{0.02}, .need = 2, .installed = 3};
    power_supply const out = supply_of(s, 100.0 * kilowatt);
    CHECK(out.rated.in(kilowatt) == near(150.0, exact));
    // at 75 kW, half of what is rated: (0.01 + 0.01/2 + 0.02/4) * 150 kW
    CHECK(supply_loss(out, 75.0 * kilowatt).in(kilowatt) == near(3.0, exact));
    // the same physics as a stage at 75 % of 100 kW
    CHECK(loss_per_load(s, ratio{0.75}).value * 75.0 == near(3.0, exact));
}

TEST_CASE("redundancy: more spares, more availability; common causes set the floor") {
    module_availability m{
        .transformer = availability{1.0}, .ups = availability{0.99}, .distribution = availability{1.0}, .common = fraction{0.0}};
    electrical_chain c{};
    auto const up = [&](power_stage const& s) {
        c.ups = s;
        return availability_of(c, m).value;
    };
    // V16: ten of ten, eleven, twelve at 0.99; two sides of ten: both carry all, so any ten of twenty would do
    CHECK(up(with_spares(power_stage{}, 10, 0)) == near(0.9043820750088044, exact));
    CHECK(up(with_spares(power_stage{}, 10, 1)) == near(0.9948202825096849, exact));
    CHECK(up(with_spares(power_stage{}, 10, 2)) == near(0.9997943839222334, exact));
    CHECK(up(doubled(power_stage{.need = 1, .installed = 1})) == near(1.0 - 1e-4, exact));
    m.common = fraction{0.05}; // 1 - 0.05 * 0.01 is all that redundancy can reach
    CHECK(up(with_spares(power_stage{}, 10, 5)) < 1.0 - 0.0005 + 1e-9);
    CHECK(up(with_spares(power_stage{}, 10, 5)) > 1.0 - 0.0006);
    // and costs efficiency: 2N modules at half load lose more no-load power
    power_stage const ups{.no_load = ratio{0.008}, .quadratic = ratio{0.015}};
    CHECK(loss_per_load(doubled(ups), ratio{0.4}).value > loss_per_load(ups, ratio{0.4}).value);
}

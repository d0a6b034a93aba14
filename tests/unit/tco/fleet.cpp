#include <tallywatt/tco/evaluate.hpp>
#include <tallywatt/tco/fleet.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "approx.hpp"
#include "scenarios.hpp"

using namespace tallywatt;

namespace {
constexpr auto quarter_hours = 2'190.0;

phased_fleet<> small() {
    phased_fleet<> f{.quarters = 12, .cohorts = 1, .phases = 1};
    auto& c = f.cohort[0];
    c.delivered[0] = 1'000.0 * accelerator_unit;
    c.life = 8;
    c.output = per_accelerator<token_rate<>>{100.0 * token / second};
    c.serving = at_facility<power<>>{1.0 * kilowatt};
    c.training = at_facility<power<>>{1.5 * kilowatt};
    c.price = per_accelerator<money<>>{40e3 * USD};
    c.made = per_accelerator<co2e<>>{500.0 * kgCO2e};
    f.phase[0] = {.from = 0, .added = at_facility<power<>>{2.0 * megawatt}, .capital = 20e6 * USD};
    f.energy_price = 0.1 * USD / kilowatt_hour;
    f.grid_carbon = 0.4 * kgCO2e / kilowatt_hour;
    f.staff = 1e6 * USD / year;
    return f;
}
} // namespace

TEST_CASE("a fleet of one kind, by hand") {
    auto const h = run(small());
    auto const& first = h.quarter[0];
    CHECK(first.in_use.in(accelerator_unit) == near(1'000.0, 1e-12));
    CHECK(first.tokens.value.in(token) == near(100e3 * quarter_hours * 3'600.0, 1e-12));
    CHECK(first.drawn.value.in(megawatt) == near(1.0, 1e-12));
    CHECK(first.used.value.in(megawatt_hour) == near(quarter_hours, 1e-12));
    CHECK(first.emitted.in(tCO2e) == near(0.4 * quarter_hours, 1e-12));
    CHECK(first.made.in(tCO2e) == near(500.0, 1e-12));
    CHECK(first.cost.hardware.in(USD) == near(40e6, 1e-12));
    CHECK(first.cost.shell.in(USD) == near(20e6, 1e-12));
    CHECK(first.cost.energy.in(USD) == near(100.0 * quarter_hours, 1e-12));
    CHECK(first.cost.staff.in(USD) == near(250e3, 1e-12));
    CHECK(first.cost.resale.in(USD) == 0.0);
    CHECK(h.quarter[7].in_use.in(accelerator_unit) == near(1'000.0, 1e-12));
    CHECK(h.quarter[8].in_use.in(accelerator_unit) == 0.0);
    CHECK(h.quarter[8].cost.total().in(USD) == near(250e3, 1e-12)); // nothing is paid for it, and only staff is left
}

TEST_CASE("training and serving share the time") {
    auto f = small();
    f.cohort[0].training_share = fraction{0.25};
    auto const h = run(f);
    CHECK(h.quarter[0].tokens.value.in(token) == near(75e3 * quarter_hours * 3'600.0, 1e-12));
    CHECK(h.quarter[0].training.in(accelerator_hour) == near(250.0 * quarter_hours, 1e-12));
    CHECK(h.quarter[0].drawn.value.in(kilowatt) == near(1'000.0 * (0.25 * 1.5 + 0.75), 1e-12));
}

TEST_CASE("ramps and years") {
    auto f = small();
    f.cohort[0].ramp = 3;
    auto const h = run(f);
    for (int q = 0; q < 4; ++q)
        CHECK(h.quarter[static_cast<std::size_t>(q)].in_use.in(accelerator_unit) == near(250.0 * (q + 1), 1e-12));
    auto const y = h.of_year(0);
    CHECK(y.used.value.in(megawatt_hour) == near(2.5 * quarter_hours, 1e-12));
    CHECK(y.cost.staff.in(USD) == near(1e6, 1e-12));
    CHECK(y.in_use.in(accelerator_unit) == near(1'000.0, 1e-12));
}

TEST_CASE("the shell's power goes to the cohorts in their order, and grows by phases") {
    auto f = small();
    f.cohorts = 2;
    f.cohort[1] = f.cohort[0];
    f.cohort[1].delivered[0] = {};
    f.cohort[1].delivered[2] = 2'000.0 * accelerator_unit;
    f.phases = 2;
    f.phase[1] = {.from = 4, .added = at_facility<power<>>{1.5 * megawatt}, .capital = 15e6 * USD};
    auto const h = run(f);
    CHECK(h.quarter[2].of_cohort[1].in(accelerator_unit) == near(1'000.0, 1e-12)); // 1 of 2 MW is left
    CHECK(h.quarter[4].of_cohort[1].in(accelerator_unit) == near(2'000.0, 1e-12));
    CHECK(h.quarter[4].cost.shell.in(USD) == near(15e6, 1e-12));
    CHECK(h.quarter[2].installed.in(accelerator_unit) == near(3'000.0, 1e-12));
}

TEST_CASE("refresh: a cohort sold early brings its resale value, one at its end that of its age") {
    auto f = small();
    f.cohort[0].resale.share = {fraction{1.0}, fraction{0.6}, fraction{0.4}};
    CHECK(run(f).quarter[8].cost.resale.in(USD) == near(-0.4 * 40e6, 1e-12));
    f.cohort[0].retired = 4;
    auto const h = run(f);
    CHECK(h.quarter[4].cost.resale.in(USD) == near(-0.6 * 40e6, 1e-12));
    CHECK(h.quarter[4].in_use.in(accelerator_unit) == 0.0);
    CHECK(h.quarter[8].cost.resale.in(USD) == 0.0); // sold once
    // bought when prices had fallen: at 0.81 of the price after a year and a half
    auto later = small();
    later.hardware_price = growth_rate{-0.19};
    later.cohort[0].delivered[0] = {};
    later.cohort[0].delivered[2] = 1'000.0 * accelerator_unit;
    CHECK(run(later).quarter[2].cost.hardware.in(USD) == near(40e6 * 0.9, 1e-12)); // sqrt 0.81
}

TEST_CASE("prices and carbon that drift, and worth at the start") {
    auto f = small();
    f.energy_price_drift = growth_rate{0.21};
    f.grid_carbon_drift = growth_rate{-0.19};
    auto const h = run(f);
    CHECK(h.quarter[2].cost.energy / h.quarter[0].cost.energy == near(1.1, 1e-12));
    CHECK(h.quarter[2].emitted / h.quarter[0].emitted == near(0.9, 1e-12));
    phased_fleet<> once{.quarters = 4, .phases = 1};
    once.phase[0] = {.from = 2, .capital = 100.0 * USD};
    CHECK(
        run(once).present_cost(discount_rate{0.21}).in(USD) == near(100.0 / std::pow(1.21, 0.625), 1e-12)
    ); // five eighths of a year
}

TEST_CASE("deliveries of a schedule, three months to the quarter") {
    std::array<accelerator_count<>, 6> wanted{}, supply{};
    wanted[0] = 600.0 * accelerator_unit;
    for (auto& s : supply)
        s = 100.0 * accelerator_unit;
    auto const s = schedule_deliveries<double>({2026, 1}, wanted, supply);
    cohort c;
    deliver(c, s);
    CHECK(c.delivered[0].in(accelerator_unit) == near(300.0, 1e-12));
    CHECK(c.delivered[1].in(accelerator_unit) == near(300.0, 1e-12));
    CHECK(c.delivered[2].in(accelerator_unit) == 0.0);
}

TEST_CASE("a cohort of a report delivers and draws what the report says") {
    deployment d = scenarios::llama70b_h100_texas_air();
    d.finance.it.life = 4;
    d.finance.software = 0.5 * USD / accelerator_hour;
    report const r = evaluate(d);
    phased_fleet<> f{.quarters = 4, .cohorts = 1, .phases = 1};
    f.cohort[0] = cohort_of(r, d.finance);
    CHECK(f.cohort[0].life == 16);
    f.cohort[0].delivered[0] = r.delivery.accelerators;
    f.phase[0].added = at_facility<power<>>{2.0 * r.power.facility.value};
    auto const y = run(f).of_year(0);
    CHECK(y.tokens.value.in(token) == near((r.delivery.output.value * year).in(token), 1e-12));
    CHECK(y.used.value.in(joule) == near(r.power.yearly.value.in(joule), 1e-12));
    CHECK(y.cost.upkeep.in(USD) == near(((r.cost.it_maintenance + r.cost.it_insurance + r.cost.it_property_tax + r.cost.software) * year).in(USD), 1e-12));
    // what was made, whatever it is spread over: machines by 4 years, switches by 6, storage by 5
    auto const& e = r.carbon;
    auto const yearly = [](co2e_rate<> const& x) { return (x * year).in(kgCO2e); };
    double const made = 4.0 * (yearly(e.accelerators) + yearly(e.hosts) + yearly(e.racks)) + 6.0 * (yearly(e.switches) + yearly(e.transceivers)) + 5.0 * yearly(e.storage);
    CHECK(y.made.in(kgCO2e) == near(made, 1e-12));
    d.finance.it.life = 8; // spread longer, made the same
    auto const longer = cohort_of(evaluate(d), d.finance);
    CHECK(longer.made.value.in(kgCO2e) == near(f.cohort[0].made.value.in(kgCO2e), 1e-12));
}

TEST_CASE("a cohort that serves and trains draws what either report says") {
    deployment const d = scenarios::llama70b_h100_texas_air();
    report const served = evaluate(d), trained = evaluate(scenarios::llama405b_training_h100());
    auto const c = cohort_of(served, trained, d.finance);
    CHECK(c.serving.value.in(watt) == near(served.power.facility.value.in(watt) / served.delivery.accelerators.base_value, 1e-12));
    CHECK(c.training.value.in(watt) == near(trained.power.facility.value.in(watt) / trained.delivery.accelerators.base_value, 1e-12));
    CHECK(c.training.value.base_value != c.serving.value.base_value);
}

TEST_CASE("invalid fleets are named") {
    CHECK_THROWS_WITH_AS(
        validate(phased_fleet<>{.quarters = 41}), "phased_fleet.quarters: 41 is above 40", invalid_input
    );
    CHECK_THROWS_AS(validate(cohort{.life = 0}), invalid_input);
}

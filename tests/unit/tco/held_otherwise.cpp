// Training, tenure and policy against arithmetic of their own: plain doubles, written from the definitions.

#include "approx.hpp"
#include "scenarios.hpp"

#include <tallywatt/catalog/mandates.hpp>
#include <tallywatt/tco/any_deployment.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace tallywatt;

namespace {
doctest::Approx chain(double x) { return near(x, 1e-12); }  // some hundred roundings
double recovery(double r, int n) { return r / (1.0 - std::pow(1.0 + r, -n)); }
}  // namespace

TEST_CASE("training: a run by hand") {
    training_deployment const d = scenarios::llama405b_training_h100();
    auto const prepared = prepare(d);
    auto const plan = plan_deployment(prepared);
    report const r = evaluate(prepared, plan);
    auto const& t = r.training;
    // the step and the useful share are the workload room's own; all else follows
    auto const step = perform(plan.serving.step, d.service.job, d.cluster, prepared.site.cooling.coolant_supply);
    double const seconds = step.step.in(second), useful = t.kept.useful.value, up = prepared.supply.availability.value * prepared.site.availability.value;
    double const steps = 15.6e12 / (2048.0 * 8192.0);
    CHECK(t.steps == chain(steps));
    CHECK(t.ideal.in(second) == chain(steps * seconds));
    CHECK(t.wall.in(second) == chain(steps * seconds / (useful * up)));
    CHECK(plan.instances == 1);
    CHECK((t.runs * year) == chain(0.9 * 365.0 * 86'400.0 / t.wall.in(second)));
    CHECK(t.tokens.in(token / second) == chain(2048.0 * 8192.0 / seconds * useful * up * 0.9));
    CHECK(t.hours_per_run.in(accelerator_hour) == chain(plan.serving.kept.held() * t.wall.in(hour)));
    // accelerators: at the step's power while they compute, at rest otherwise
    double const n = plan.cluster.accelerators, w = 16'384.0 / n * 0.9 * (useful + t.kept.redone.value);
    double const chips = n * (w * step.draw.in(watt) + (1.0 - w) * r.delivery.chip_resting.value.in(watt)) * up;
    CHECK(r.it.accelerators.value.in(watt) == chain(chips));
}

TEST_CASE("training: what a run costs times the runs is the year") {
    for (auto const& s : scenarios::trainings) {
        INFO(std::string(s.name));
        report const r = evaluate(s.make());
        double const runs = r.training.runs.base_value;
        CHECK(r.work == work_kind::runs);
        CHECK(r.training.cost_per_run.base_value * runs == chain(r.cost.total().base_value));
        CHECK(r.training.carbon_per_run.base_value * runs == chain(r.carbon.total().base_value));
        CHECK(r.training.water_per_run.base_value * runs == chain(r.water.total().base_value));
        CHECK(r.training.energy_per_run.base_value * runs == chain(r.power.facility.value.base_value));
        CHECK(r.unit.blended.base_value * r.training.tokens.base_value == chain(r.cost.total().base_value));
        CHECK(r.training.kept.total() == chain(1.0));
        CHECK(r.time_of_training.total().base_value == near(r.training.step.base_value, 1e-9));
        CHECK((r.carbon.operational() + r.carbon.embodied()).base_value == chain(r.carbon.total().base_value));
    }
}

TEST_CASE("training: more spares, more jobs, a layout larger than the site") {
    training_deployment d = scenarios::llama70b_adapters_rented();
    report const r = evaluate(d);
    CHECK(r.training.jobs == r.delivery.accelerators.base_value / 8.0);  // a job to a server
    d.site.it_capacity = at_it<power<>>{5.0 * kilowatt};
    report const none = evaluate(d);
    CHECK_FALSE(none.feasible());
    CHECK(std::string(none.binding_limit().name) == "IT power of the site");
}

TEST_CASE("tenure: rented accelerators, all in") {
    deployment const own = scenarios::llama70b_h100_texas_air();
    deployment d = own;
    d.tenure = rented_terms{.rent = 2.2 * USD / accelerator_hour, .billed = fraction{0.9}};
    report const a = evaluate(own), r = evaluate(d);
    double const rent = r.delivery.accelerators.in(accelerator_unit) * 8760.0 * 2.2 * 0.9;
    CHECK((r.cost.accelerator_rent * year).in(USD) == chain(rent));
    CHECK((r.cost.total() * year).in(USD) == chain(rent));  // and nothing else
    CHECK(r.capital.total().base_value == 0.0);
    CHECK(r.unit.per_accelerator_hour.in(USD / accelerator_hour) == chain(2.2 * 0.9));
    CHECK(r.carbon.total() == a.carbon.total());  // the same machines in the same place
    // what is sold covers the rent, and nothing was paid for before: at once; where it does not: never
    d.service.prices.output = of_output<money_per_token<>>{1'000.0 * USD / megatoken};
    CHECK(evaluate(d).unit.payback.in(year) == 0.0);
    d.service.prices = {};
    report const unsold = evaluate(d);
    CHECK(unsold.unit.payback > 1e6 * year);
    CHECK(std::isfinite(unsold.unit.payback.base_value));
    // licences are the tenant's own
    d.finance.software = 1.0 * USD / accelerator_hour;
    CHECK(evaluate(d).unit.per_accelerator_hour.in(USD / accelerator_hour) == chain(2.2 * 0.9 + 1.0));
    CHECK(r.power.facility == a.power.facility);
}

TEST_CASE("tenure: colocated and leased") {
    deployment const own = scenarios::mixtral_b200_sweden();
    double const rate = (0.0768 - 0.025) / 1.025, g = 1.03 / 1.025 - 1.0;
    auto const levelised = [&](int n) {  // by the sum of discounted payments
        double rents = 0.0, ones = 0.0;
        for (int k = 1; k <= n; ++k) rents += std::pow(1.0 + g, k - 1) * std::pow(1.0 + rate, -k), ones += std::pow(1.0 + rate, -k);
        return rents / ones;
    };
    report const a = evaluate(own);
    deployment d = own;
    d.tenure = colocated_terms{};
    report const hall = evaluate(d);
    CHECK((hall.cost.building_rent * year).in(USD) == chain(50'000.0 * 184.06 * 12.0 * levelised(5)));
    CHECK(hall.capital.fit_out.in(USD) == chain(50e6 * 0.5));
    CHECK((hall.cost.fit_out * year).in(USD) == chain(50e6 * 0.5 * recovery(rate, 5)));
    for (auto const line : {hall.cost.shell, hall.cost.electrical, hall.cost.cooling, hall.cost.land, hall.cost.building_upkeep, hall.cost.staff}) CHECK(line.base_value == 0.0);
    CHECK(hall.cost.accelerators == a.cost.accelerators);
    CHECK(hall.cost.electricity == a.cost.electricity);
    d.tenure = leased_terms{.yield = ratio{0.09}, .term = 12};
    report const bare = evaluate(d);
    double const building = (a.capital.shell + a.capital.electrical + a.capital.cooling + a.capital.land).in(USD);
    CHECK((bare.cost.building_rent * year).in(USD) == chain(building * 0.09 * levelised(12)));
    CHECK(bare.cost.building_upkeep == a.cost.building_upkeep);
    CHECK(bare.cost.staff == a.cost.staff);
    CHECK(bare.capital.shell.base_value == 0.0);
}

TEST_CASE("policy: prices, taxes, reliefs and mandates by hand") {
    deployment d = scenarios::mixtral_b200_sweden();
    report const a = evaluate(d);
    d.policy = {.carbon_price = 80.0 * USD / tCO2e, .embodied_price = 20.0 * USD / tCO2e, .sales_tax = ratio{0.053}, .it_grant = fraction{0.1}, .building_grant = fraction{0.2},
                .energy_credit = 0.003 * USD / kilowatt_hour};
    report const r = evaluate(d);
    double const it = (a.cost.accelerators + a.cost.servers + a.cost.network + a.cost.storage + a.cost.racks).base_value;
    double const building = (a.cost.shell + a.cost.electrical + a.cost.cooling + a.cost.land).base_value;
    double const energy = (a.power.facility.value * (0.003 * USD / kilowatt_hour)).base_value;
    CHECK((r.cost.carbon_price * year).in(USD) == chain(80.0 * (a.carbon.electricity * year).in(tCO2e) + 20.0 * (a.carbon.embodied() * year).in(tCO2e)));
    CHECK(r.cost.sales_tax.base_value == chain(0.053 * it));
    CHECK(r.cost.grants.base_value == chain(-(0.1 * it + 0.2 * building)));
    CHECK(r.cost.energy_credit.base_value == chain(-energy));
    auto const& c = a.capital;
    CHECK(r.capital.it_grant.base_value == chain(-0.1 * (c.accelerators + c.servers + c.racks + c.network + c.storage).base_value));
    CHECK(r.capital.building_grant.base_value == chain(-0.2 * (c.shell + c.electrical + c.cooling + c.land).base_value));
    CHECK(r.unit.blended.base_value * (r.delivery.output.value + r.delivery.input.value).base_value == chain(r.cost.total().base_value));

    // half of what there is is asked for: used twice over; and no mandate leaves no limit
    for (auto const& l : a.limits) CHECK(std::string(l.name).find("mandated") == std::string::npos);
    auto const prepared = prepare(d);
    double const outage = 1.0 - prepared.supply.availability.value * prepared.site.availability.value;
    d.policy.mandates = {.pue = ratio{0.5 * a.power.pue.value}, .per_token = 0.5 * r.unit.carbon, .availability = availability{1.0 - 0.5 * outage}};
    report const strict = evaluate(d);
    int found = 0;
    for (auto const& l : strict.limits)
        if (std::string(l.name) == "mandated PUE" || std::string(l.name) == "promised CO2e per token" || std::string(l.name) == "promised availability") {
            CHECK(l.used == near(2.0, 1e-11));  // an outage of a thousandth is known to 1e-13
            ++found;
        }
    CHECK(found == 3);
    CHECK_FALSE(strict.feasible());
}

TEST_CASE("policy: the mandates in force in a place and a year, the strictest of each") {
    constexpr dated_mandate list[] = {{"north", 2025, {.pue = ratio{1.5}}, {}}, {"north", 2030, {.pue = ratio{1.2}, .clean = fraction{0.8}}, {}}, {"south", 2025, {.pue = ratio{1.1}}, {}}};
    CHECK(mandates_in_force(list, "north", 2024).pue.value == 0.0);
    CHECK(mandates_in_force(list, "north", 2027).pue.value == 1.5);
    CHECK(mandates_in_force(list, "north", 2031).pue.value == 1.2);
    CHECK(mandates_in_force(list, "north", 2031).clean.value == 0.8);
    constexpr dated_mandate service[] = {{"here", 2025, {.availability = availability{0.99}}, {}}, {"here", 2026, {.availability = availability{0.999}}, {}}, {"here", 2027, {.availability = availability{0.9}}, {}}};
    CHECK(mandates_in_force(service, "here", 2025).availability.value == 0.99);
    CHECK(mandates_in_force(service, "here", 2030).availability.value == 0.999);
}

TEST_CASE("policy: the catalog's mandates by region and year") {
    auto const in = [](char const* region, int when) { return mandates_in_force(catalog::mandates, region, when); };
    CHECK(in("Germany", 2023).clean.value == 0.0);
    CHECK(in("Germany", 2025).clean.value == 0.5);
    CHECK(in("Germany", 2025).pue.value == 0.0);
    CHECK(in("Germany", 2027).pue.value == 1.2);
    CHECK(in("Germany", 2027).clean.value == 1.0);
    CHECK(in("Germany, before July 2026", 2028).pue.value == 1.5);
    CHECK(in("Germany, before July 2026", 2030).pue.value == 1.3);
    CHECK(in("China, hub", 2026).pue.value == 1.25);
    CHECK(in("Europe's pact, cool climate", 2026).wue.value.in(litre / kilowatt_hour) == chain(0.4));
    for (auto const& m : catalog::mandates) CHECK(m.from.title != nullptr);
    // in force, it is a limit of the report: air in Texas under Germany's law of 2027
    deployment d = scenarios::llama70b_h100_texas_air();
    d.policy.mandates = in("Germany", 2027);
    report const r = evaluate(d);
    CHECK_FALSE(r.feasible());
    CHECK(std::any_of(r.limits.begin(), r.limits.end(), [](auto const& l) { return std::string(l.name) == "mandated clean share" && l.state() == limit_state::unmet; }));
}

TEST_CASE("a deployment of any work is that of its own type") {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    CHECK(evaluate(with_work(d, any_work(d.service))).unit.blended == evaluate(d).unit.blended);
    training_deployment const t = scenarios::llama405b_training_h100();
    CHECK(evaluate(with_work(t, any_work(t.service))).training.cost_per_run == evaluate(t).training.cost_per_run);
}

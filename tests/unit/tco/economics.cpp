// Unit economics against arithmetic of its own: plain doubles, written from the definitions.

#include "approx.hpp"
#include "scenarios.hpp"

#include <tallywatt/catalog/software.hpp>
#include <tallywatt/tco/accelerator_hour.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {
doctest::Approx chain(double x) { return near(x, 1e-12); }  // some hundred roundings
constexpr double yr = 8760.0 * 3600.0;
double recovery(double r, int n) { return r / (1.0 - std::pow(1.0 + r, -n)); }
}  // namespace

TEST_CASE("cost: capital lines by hand") {
    // 12,218 servers of 8 x H200 at 31,000 USD, hosts at 88,000 USD, 5 years at (0.0768 - 0.025)/1.025 real
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    auto const prepared = prepare(d);
    auto const plan = plan_deployment(prepared);
    report const r = evaluate(prepared, plan);
    double const n = plan.cluster.servers, rate = (0.0768 - 0.025) / 1.025;
    CHECK(r.capital.accelerators.in(USD) == chain(n * 8 * 31'000.0));
    CHECK(r.capital.servers.in(USD) == chain(n * 88'000.0));
    CHECK((r.cost.accelerators * year).in(USD) == chain(n * 8 * 31'000.0 * recovery(rate, 5)));
    CHECK((r.cost.servers * year).in(USD) == chain(n * 88'000.0 * recovery(rate, 5)));
    // storage: 60 TB a server at 0.19 USD/GB, 5 years; racks, of servers and of switches: 5,000 USD each
    CHECK((r.cost.storage * year).in(USD) == chain(n * 60'000.0 * 0.19 * recovery(rate, 5)));
    CHECK((r.cost.racks * year).in(USD) == chain((plan.cluster.racks.racks + plan.cluster.network_racks) * 5'000.0 * recovery(rate, 5)));
    // IT upkeep: 3 % maintenance, 0.3 % insurance and 1 % tax of all IT capital
    double const it = (r.capital.accelerators + r.capital.servers + r.capital.racks + r.capital.network + r.capital.storage).in(USD);
    CHECK((r.cost.it_maintenance * year).in(USD) == chain(0.03 * it));
    CHECK((r.cost.it_insurance * year).in(USD) == chain(0.003 * it));
    CHECK((r.cost.it_property_tax * year).in(USD) == chain(0.010 * it));
    // 33.7 m3 of water went into the other parts of a server, over five years
    CHECK((r.water.hosts * year).in(cubic_metre) == chain(n * 33.7 / 5.0));
    // building: 100 MW at 2.5 shell + 1.75 network fit-out + 0.6 engineering, 5 % contingency, 35 years
    double const shell = 100e6 * (2.5 + 1.75 + 0.6) * 1.05;
    CHECK(r.capital.shell.in(USD) == chain(shell));
    CHECK((r.cost.shell * year).in(USD) == chain(shell * recovery(rate, 35)));
    CHECK(r.capital.electrical.in(USD) == chain(100e6 * 5.25 * 1.05));
    CHECK((r.cost.electrical * year).in(USD) == chain(100e6 * 5.25 * 1.05 * recovery(rate, 17)));
    // cooling: 1.5 USD/W of the 80 % in liquid, 2 USD/W of the rest in air, and 1 USD/W of other mechanical plant
    CHECK(r.capital.cooling.in(USD) == chain(100e6 * (0.8 * 1.5 + 0.2 * 2.0 + 1.0) * 1.05));
    // 8 m2/kW at 30 USD/m2; land keeps its price: interest only
    CHECK(r.capital.land.in(USD) == chain(100e6 * 0.24 * 1.05));
    CHECK((r.cost.land * year).in(USD) == chain(100e6 * 0.24 * 1.05 * rate));
    // 20 and 280 USD/kW and year, and 0.8 * 5 + 0.2 * 2 of the cooling; insurance 0.3 % and tax 1 % of building and plant, tax alone of the land
    CHECK((r.cost.staff * year).in(USD) == chain(2e6));
    CHECK((r.cost.building_upkeep * year).in(USD) == chain(28e6 + 0.44e6));
    double const built = shell + 100e6 * 5.25 * 1.05 + 100e6 * 2.6 * 1.05;
    CHECK((r.cost.building_insurance * year).in(USD) == chain(0.003 * built));
    CHECK((r.cost.property_tax * year).in(USD) == chain(0.010 * (built + 100e6 * 0.24 * 1.05)));
    deployment abated = d;
    abated.site.place.property_tax_abated = fraction{0.4};
    CHECK(evaluate(abated).cost.property_tax.base_value == chain(0.6 * r.cost.property_tax.base_value));
}

TEST_CASE("an accelerator-hour: a year's totals over the year's accelerator-hours") {
    report const r = evaluate(scenarios::deepseek_r1_h200_virginia());
    accelerator_hour_lines const h = per_accelerator_hour(r);
    double const hours = r.delivery.accelerators.in(accelerator_unit) * 8760.0;
    CHECK(h.cost.in(USD) == chain(r.unit.per_accelerator_hour.in(USD / accelerator_hour)));
    CHECK(h.facility_energy.in(kilowatt_hour) == chain(r.power.facility.value.in(kilowatt) * 8760.0 / hours));
    CHECK(h.carbon.in(kgCO2e) == chain((r.carbon.total() * year).in(kgCO2e) / hours));
    CHECK(h.water.in(litre) == chain((r.water.total() * year).in(litre) / hours));
}

TEST_CASE("cost: electricity by hand") {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    report const r = evaluate(d);
    double const meter = r.power.facility.value.in(kilowatt) / 0.99;  // 1 % between meter and busbar
    CHECK(r.power.meter.value.in(kilowatt) == chain(meter));
    CHECK((r.cost.electricity * year).in(USD) == chain(meter * 8760.0 * 0.064));
    CHECK((r.cost.demand_charge * year).in(USD) == chain(r.power.facility_peak.value.in(kilowatt) / 0.99 * 14.6 * 12.0));
    CHECK(r.cost.fuel.base_value == 0.0);
    CHECK(r.cost.generation.base_value == 0.0);
    CHECK((r.carbon.electricity * year).in(kgCO2e) == chain(meter * 8760.0 * 0.322));
    CHECK((r.water.generation * year).in(litre) == chain(meter * 8760.0 * 1.2));
}

TEST_CASE("cost: own generation by hand") {
    deployment const d = scenarios::deepseek_v3_h100_gas();
    report const r = evaluate(d);
    double const rate = (0.0768 - 0.025) / 1.025, mean = r.power.facility.value.in(kilowatt) / 0.99, peak = r.power.facility_peak.value.in(kilowatt) / 0.99;
    CHECK(r.power.meter.value.base_value == 0.0);
    CHECK(r.cost.electricity.base_value == 0.0);
    double const fuel = mean * 8760.0 * (6370.0 / 1e6) * 4.3;  // USD: Btu/kWh HHV at 4.3 USD per million Btu
    CHECK((r.cost.fuel * year).in(USD) == chain(fuel));
    double interest = 0.0;  // three years, spent evenly, each month's share at its middle
    for (int m = 0; m < 36; ++m) interest += std::pow(1.0 + rate, (m + 0.5) / 12.0) / 36.0;
    double const capital = peak * 5.0 / 4.0 * 2000.0 * interest;  // N+1 of four
    CHECK(r.capital.generation.in(USD) == chain(capital));
    double const fixed = peak * 5.0 / 4.0 * 27.7, variable = mean * 8760.0 * 0.00747;
    CHECK((r.cost.generation * year).in(USD) == chain(capital * (recovery(rate, 25) + 0.013) + fixed + variable));
    // four of five units at 0.93 each; 3 % of outages take all five (beta factor)
    double const own = 1.0 - 0.97 * 0.07, a = (1.0 - 0.03 * 0.07) * (std::pow(own, 5) + 5.0 * (1.0 - own) * std::pow(own, 4));
    CHECK(r.delivery.output.value.base_value == chain(r.delivery.capacity.value.base_value * 0.65 * a * prepare(d.site).availability.value));  // and the chain behind it
}

TEST_CASE("unit economics: revenue, margin and payback by hand") {
    deployment const d = scenarios::llama70b_h100_texas_air();
    report const r = evaluate(d);
    double const in = r.delivery.input.value.base_value, cached = r.delivery.cached_input.value.base_value, out = r.delivery.output.value.base_value;
    double const revenue = (0.6 * in + 0.15 * cached + 1.8 * out) * 1e-6, cost = r.cost.total().base_value;
    CHECK(r.unit.revenue.base_value == chain(revenue));
    CHECK(r.unit.margin.base_value == chain(revenue - cost));
    auto const& c = r.cost;
    double const operating = (c.it_maintenance + c.it_insurance + c.it_property_tax + c.building_upkeep + c.building_insurance + c.property_tax + c.electricity + c.demand_charge + c.fuel + c.generation + c.water + c.staff).base_value;
    CHECK(r.unit.payback.in(year) == chain(r.capital.total().base_value / (revenue - operating) / yr));
    CHECK(r.unit.payback < 5.0 * year);
}

TEST_CASE("unit economics: nothing sold pays nothing back") {
    deployment d = scenarios::llama70b_h100_texas_air();
    d.service.prices = {};
    report const r = evaluate(d);
    CHECK(r.unit.revenue.base_value == 0.0);
    CHECK(r.unit.margin.base_value == -r.cost.total().base_value);
    CHECK(r.unit.payback > 1000.0 * year);
    CHECK(std::isfinite(r.unit.payback.base_value));
}

TEST_CASE("silicon: embodied emissions are spread over the accelerators' life") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    report const r = evaluate(d);
    double const each = r.manufacture.embodied.total().in(kgCO2e), n = r.delivery.accelerators.base_value;
    CHECK((r.carbon.accelerators * year).in(kgCO2e) == chain(each * n / 5.0));
    CHECK((r.carbon.hosts * year).in(kgCO2e) == chain(3600.0 * n / 8.0 / 5.0));
    CHECK(r.manufacture.price_over_cost.value == chain(31'000.0 / r.manufacture.cost.total().in(USD)));
    d.finance.it.life = 10;
    CHECK(evaluate(d).carbon.accelerators.base_value == chain(r.carbon.accelerators.base_value / 2.0));
}

TEST_CASE("software: licences of every accelerator, in every total") {
    deployment d = scenarios::llama70b_h100_texas_air();
    report const without = evaluate(d);
    CHECK(without.cost.software.base_value == 0.0);
    d.finance.software = catalog::nvidia_ai_enterprise;  // 4,500 USD a year
    report const r = evaluate(d);
    double const each = 4'500.0;
    CHECK((r.cost.software * year).in(USD) == chain(each * r.delivery.accelerators.base_value));
    CHECK((r.cost.total() * year).in(USD) == chain((without.cost.total() * year).in(USD) + each * r.delivery.accelerators.base_value));
    CHECK(r.unit.per_accelerator_hour.in(USD / accelerator_hour) == chain(without.unit.per_accelerator_hour.in(USD / accelerator_hour) + each / 8760.0));
    CHECK(r.unit.payback > without.unit.payback);
}

TEST_CASE("levelised cost of compute: over what is available, utilised and kept") {
    deployment const d = scenarios::llama70b_h100_texas_air();
    auto const prepared = prepare(d);
    auto const plan = plan_deployment(prepared);
    report const r = evaluate(prepared, plan);
    double const up = prepared.supply.availability.value * prepared.site.availability.value;
    double const at_work = double(plan.instances * plan.serving.instance.accelerators()) / plan.cluster.accelerators;
    CHECK(r.delivery.delivered.value == chain(at_work * d.service.traffic.load.value * up));
    // as hours at full load: what was put out over what could have been
    CHECK(r.delivery.delivered.value == chain(at_work * r.delivery.output.value / r.delivery.capacity.value));
    CHECK(r.unit.per_delivered_hour.base_value * r.delivery.delivered.value == chain(r.unit.per_accelerator_hour.base_value));

    training_deployment const t = scenarios::llama405b_training_h100();
    report const q = evaluate(t);
    double const jobs = 16'384.0 / q.delivery.accelerators.base_value;
    // of an hour of the site: a job's accelerators, occupied, with power, and for work that is not lost
    auto const p = prepare(t);
    CHECK(q.delivery.delivered.value == chain(jobs * 0.9 * p.supply.availability.value * p.site.availability.value * q.training.kept.useful.value));
    // the ideal time of a run on its accelerators costs what the run costs
    CHECK((q.unit.per_delivered_hour * (16'384.0 * accelerator_unit) * q.training.ideal).in(USD) == chain(q.training.cost_per_run.in(USD)));
}

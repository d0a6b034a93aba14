// From a report to its worth: annual rates, years of cash, rates of return, required prices; a choice among tenures; ten years of a
// market; a fleet by quarter.

#include <tallywatt/tco/cash_flow.hpp>
#include <tallywatt/tco/fleet.hpp>
#include <tallywatt/tco/lease.hpp>
#include <tallywatt/tco/market.hpp>
#include <tallywatt/tco/rent_or_own.hpp>

#include <benchmark/benchmark.h>

using namespace tallywatt;

namespace {

/// A site's report: what the views of money read of it.
report a_report() {
    report r;
    r.capital.accelerators = 3e9 * USD;
    r.capital.network = 2e8 * USD;
    r.capital.storage = 1e8 * USD;
    r.capital.shell = 3e8 * USD;
    r.capital.electrical = 5e8 * USD;
    r.capital.cooling = 2e8 * USD;
    r.capital.land = 1e7 * USD;
    r.cost.electricity = 8e7 * USD / year;
    r.cost.staff = 5e6 * USD / year;
    r.delivery.accelerators = 1e5 * accelerator_unit;
    r.delivery.output = of_output<token_rate<>>{1e8 * token / second};
    r.unit.revenue = 1.5e9 * USD / year;
    return r;
}

finance taxed() {
    finance f;
    f.construction_months = 18;
    f.tax = {.rate = fraction{0.26}, .bonus = fraction{0.4}};
    return f;
}

void annual_costs(benchmark::State& state) {
    finance f = taxed();
    for (auto _ : state) {
        benchmark::DoNotOptimize(f);
        money_rate<> sum{};
        for (auto const k : asset_kinds)
            sum += annual_cost(1e6 * USD, k, f).total();
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(annual_costs);

void cash_flow_of_fifteen_years(benchmark::State& state) {
    report r = a_report();
    finance const f = taxed();
    for (auto _ : state) {
        benchmark::DoNotOptimize(r);
        auto const c = cash_flow_of(r, f);
        benchmark::DoNotOptimize(c.year[15].residual);
    }
}
BENCHMARK(cash_flow_of_fifteen_years);

void returns_of_a_cash_flow(benchmark::State& state) {
    finance const f = taxed();
    auto c = cash_flow_of(a_report(), f);
    for (auto _ : state) {
        benchmark::DoNotOptimize(c);
        auto const x = returns_of(c, f.discount);
        benchmark::DoNotOptimize(x.rate);
    }
}
BENCHMARK(returns_of_a_cash_flow);

void required_price(benchmark::State& state) {
    finance const f = taxed();
    auto c = cash_flow_of(a_report(), f);
    for (auto _ : state) {
        benchmark::DoNotOptimize(c);
        auto const x = required_revenue(c, f.discount);
        benchmark::DoNotOptimize(x);
    }
}
BENCHMARK(required_price);

void three_tenures(benchmark::State& state) {
    std::array<tenure_option, 3> options{
        tenure_option{.fixed = 1.6 * USD / accelerator_hour},
        tenure_option{.fixed = 0.9 * USD / accelerator_hour, .used = 1.2 * USD / accelerator_hour},
        tenure_option{.used = 4.0 * USD / accelerator_hour}};
    load_duration const c{
        .points = 4,
        .hours = {0.0, 0.3, 0.6, 1.0},
        .load = {fraction{1.0}, fraction{0.7}, fraction{0.5}, fraction{0.1}}};
    auto const plan = plan_tenures(options);
    for (auto _ : state) {
        benchmark::DoNotOptimize(options);
        auto const m = mix_tenures(options, plan, c);
        benchmark::DoNotOptimize(m.slice[0].capacity);
    }
}
BENCHMARK(three_tenures);

void both_sides_of_a_lease(benchmark::State& state) {
    revenue_lease l{
        .rent = per_month(80.0 * USD / kilowatt),
        .share = ratio{0.09},
        .threshold = per_year(9.0 * USD / watt),
        .term = 14};
    lessor const owner{.capital = 12.5 * USD / watt};
    lessee const tenant{
        .capital = 24.0 * USD / watt, .revenue = per_year(14.0 * USD / watt), .per_megawatt = 600.0 * accelerator_unit};
    for (auto _ : state) {
        benchmark::DoNotOptimize(l);
        auto const x = evaluate(l, owner, tenant);
        benchmark::DoNotOptimize(x.lessor_rate);
    }
}
BENCHMARK(both_sides_of_a_lease);

void ten_years_of_a_market(benchmark::State& state) {
    market m{
        .tokens = 1e9 * token / second,
        .price = 1.0 * USD / megatoken,
        .elasticity = 1.1,
        .learning = fraction{0.2},
        .energy = at_facility<energy_per_token<>>{1.0 * joule / token},
        .each_makes = per_accelerator<token_rate<>>{1e3 * token / second},
        .fleet = 2e6 * accelerator_unit,
        .supply = 6e5 * accelerator_unit / year,
        .power_now = at_facility<power<>>{2.0 * gigawatt}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(m);
        auto const p = project(m);
        benchmark::DoNotOptimize(p.year[10].tokens);
    }
}
BENCHMARK(ten_years_of_a_market);

void five_years_of_a_fleet(benchmark::State& state) {
    phased_fleet<> f{.quarters = 20, .cohorts = 3, .phases = 2};
    for (std::size_t i = 0; i < 3; ++i) {
        f.cohort[i].delivered[4 * i] = 1e4 * accelerator_unit;
        f.cohort[i].serving = at_facility<power<>>{1.5 * kilowatt};
        f.cohort[i].output = per_accelerator<token_rate<>>{1e3 * token / second};
    }
    f.phase[0].added = at_facility<power<>>{30.0 * megawatt};
    for (auto _ : state) {
        benchmark::DoNotOptimize(f);
        auto const h = run(f);
        benchmark::DoNotOptimize(h.quarter[19].tokens);
    }
}
BENCHMARK(five_years_of_a_fleet);

} // namespace

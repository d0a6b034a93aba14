// Whole training runs: batch schedules against loops over their steps, published hours, energy, carbon and cost.

#include "approx.hpp"

#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/workload/operations.hpp>
#include <tallywatt/workload/training_run.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {

/// A step that takes `fixed` and `each` per sequence, and draws `power` all the while.
training_performance<> step_of(double batch, duration<> fixed, duration<> each, power<> draw) {
    training_performance<> r;
    r.step = fixed + batch * each;
    r.server_energy = at_it<energy<>>{draw * r.step};
    r.model_operations = 1e12 * FLOP / token;
    return r;
}
/// Nothing fails.
goodput always() {
    goodput g;
    g.useful = fraction{1.0};
    return g;
}
goodput_plan all_of(int accelerators) { return {.accelerators = accelerators, .node_accelerators = 1, .nodes = accelerators}; }
prepared_supply plain_grid(co2e_per_energy<> carbon, money_per_energy<> price = 0.08 * USD / kilowatt_hour) {
    return prepare(grid{.energy_price = price, .losses = fraction{0.0}, .location_based = carbon, .market_based = carbon}, discount_rate{0.05});
}
constexpr auto per_gpu(power<> p) { return per_accelerator<power<>>{p}; }

}  // namespace

TEST_CASE("steps of DeepSeek-V3's smooth ramp: closed form, and a loop over its steps") {
    training_stage const s{.tokens = 14.8e12 * token, .sequence = 4096, .batch = 15'360, .first_batch = 3'072, .ramp = 469e9 * token};
    auto const p = plan_stage(s);
    // ramp: 469e9/4096 ln 5/12,288 = 14,997.1; then (14.8e12 - 469e9)/4096/15,360 = 227,785.2
    CHECK(p.ramp_steps == near(14'997.1, 1e-5));
    CHECK(p.steps == near(242'782.3, 1e-6));
    double tokens = 0.0, steps = 0.0, time = 0.0;
    while (tokens < 469e9) {
        double const batch = 3'072.0 + 12'288.0 * tokens / 469e9;
        tokens += batch * 4096.0;
        time += 2.0 + 1e-3 * batch;
        ++steps;
    }
    CHECK(p.ramp_steps == near(steps, 3e-4));  // batches at the start of each step: half a step's growth late, 2 of 15,000
    auto const at = [](double batch) { return step_of(batch, 2.0 * second, 1.0 * millisecond, 1.0 * megawatt); };
    auto const w = work_of(p, 2'048, at(15'360.0), at(3'072.0));
    time += (p.steps - p.ramp_steps) * (2.0 + 15.36);
    CHECK(w.time.in(second) == near(time, 1e-5));
    CHECK(w.spent.value.in(megajoule) == near(w.time.in(second), 1e-12));
    CHECK(w.accelerators.in(accelerator_hour) == near(2'048.0 * w.time.in(hour), 1e-12));
    CHECK(w.operations.in(1e24 * FLOP) == near(14.8, 1e-12));
}

TEST_CASE("steps of a ramp in levels as Megatron-LM has it for GPT-3 175B: 16 + 16 per level over 5,859,375 samples") {
    training_stage const s{.tokens = 146'484'375.0 * 2048.0 * token, .sequence = 2048, .batch = 1'536, .first_batch = 16, .ramp = 5'859'375.0 * 2048.0 * token, .increment = 16};
    auto const p = plan_stage(s);
    double samples = 0.0, steps = 0.0, time = 0.0;
    double const per_level = 5'859'375.0 / 95.0;
    while (samples < 5'859'375.0) {
        double const batch = 16.0 + 16.0 * std::floor(samples / per_level);
        samples += batch;
        time += 1.0 + 0.01 * batch;
        ++steps;
    }
    CHECK(p.ramp_steps == near(steps, 3e-3));  // the loop's levels end on whole steps, half a step late of 208 on the mean
    auto const at = [](double batch) { return step_of(batch, 1.0 * second, 10.0 * millisecond, 1.0 * kilowatt); };
    auto ramp_only = p;
    ramp_only.steps = p.ramp_steps;
    CHECK(work_of(ramp_only, 8, at(1'536.0), at(16.0)).time.in(second) == near(time, 2e-3));
    CHECK(p.steps == near(111'352.6, 1e-6));  // 19,799.9 + 140,625,000/1,536
}

TEST_CASE("stages without a ramp, and stages that make no sense") {
    auto const p = plan_stage({.tokens = 1e9 * token, .sequence = 8192, .batch = 128});
    CHECK(p.ramp_steps == 0.0);
    CHECK(p.steps == near(1e9 / 8192.0 / 128.0, 1e-14));
    CHECK_THROWS_WITH_AS(plan_stage({.tokens = 1e9 * token, .batch = 128, .first_batch = 256}), "stage.first_batch: the batch falls from 256 to 128", invalid_input);
    CHECK_THROWS_WITH_AS(plan_stage({.tokens = 1e9 * token, .batch = 128, .first_batch = 16, .increment = 15}), "stage.increment: 15 does not divide the growth of 112", invalid_input);
    CHECK_THROWS_WITH_AS(plan_stage({.tokens = 1e9 * token, .batch = 128, .first_batch = 16, .ramp = 2e9 * token}), "stage.ramp: longer than the stage", invalid_input);
    CHECK_THROWS_AS(plan_stage({.batch = 128}), invalid_input);  // no tokens
}

TEST_CASE("a run by hand: goodput, spares, redone work, resting power, PUE, supply and cost") {
    training_work<> const w{.steps = 1000.0, .tokens = 1e9 * token, .operations = 6e20 * FLOP, .time = 100.0 * hour, .spent = at_it<energy<>>{800.0 * megawatt_hour}};
    goodput g;
    g.useful = fraction{0.8};
    g.redone = fraction{0.05};
    g.checkpoints = fraction{0.03};
    g.restarts = fraction{0.1};
    g.waiting = fraction{0.02};
    goodput_plan const p{.accelerators = 8'000, .node_accelerators = 8, .nodes = 1'000, .spare_nodes = 10};
    run_terms terms{.held = tenure::owned, .capital = 1.5 * USD / accelerator_hour, .resting = per_gpu(200.0 * watt), .pue = pue{1.25}, .wue = wue{1.0 * litre / kilowatt_hour}, .water_price = 2.0 * USD / cubic_metre};
    auto const supply = prepare(grid{.energy_price = 0.05 * USD / kilowatt_hour, .demand = demand_per_month(14.6 * USD / kilowatt), .losses = fraction{0.02}, .location_based = 300.0 * gCO2e / kilowatt_hour, .market_based = 30.0 * gCO2e / kilowatt_hour, .water = 2.0 * litre / kilowatt_hour}, discount_rate{0.05});
    auto const r = perform(w, g, p, terms, supply);
    CHECK(r.wall.in(hour) == near(125.0, 1e-14));
    CHECK(r.accelerators.in(accelerator_hour) == near(8'080.0 * 125.0, 1e-14));
    // 800 x 0.85/0.8 = 850 MWh at work; 0.2 kW x (8,000 x 0.15 + 80) x 125 h = 32 MWh at rest
    CHECK(r.it.value.in(megawatt_hour) == near(882.0, 1e-13));
    CHECK(r.facility.value.in(megawatt_hour) == near(1'102.5, 1e-13));
    CHECK(r.meter.value.in(megawatt_hour) == near(1'125.0, 1e-13));
    CHECK(r.location_based.in(tCO2e) == near(337.5, 1e-13));
    CHECK(r.market_based.in(tCO2e) == near(33.75, 1e-13));
    CHECK(r.site_water.in(cubic_metre) == near(882.0, 1e-13));
    CHECK(r.source_water.in(cubic_metre) == near(2'250.0, 1e-13));
    // peak 8 MW x 1.25/0.98 at 14.6 USD/kW-month for 125 h, and 1,125 MWh at 50 USD
    CHECK(r.cost.electricity.in(USD) == near(8'000.0 * 1.25 / 0.98 * 14.6 / 730.0 * 125.0 + 56'250.0, 1e-13));
    CHECK(r.cost.capital.in(USD) == near(1.5 * 1'010'000.0, 1e-14));
    CHECK(r.cost.water.in(USD) == near(1'764.0, 1e-13));
    CHECK(r.cost.rent.in(USD) == 0.0);
    CHECK(r.cost.total().in(USD) == near(1'515'000.0 + 1'764.0 + r.cost.electricity.in(USD), 1e-14));
    // the supply itself, at mean and peak power
    auto const drawn = perform(supply, at_facility<power<>>{r.facility.value / r.wall}, at_facility<power<>>{10.0 * megawatt});
    CHECK((drawn.cost.total() * r.wall).in(USD) == near(r.cost.electricity.in(USD), 1e-13));
    CHECK((drawn.import * r.wall).value.in(megawatt_hour) == near(r.meter.value.in(megawatt_hour), 1e-13));
    CHECK(r.model_rate.value.in(TFLOP_per_second) == near(6e20 / (1'010'000.0 * 3600.0) / 1e12, 1e-13));
    terms.held = tenure::rented;
    terms.rent = 2.0 * USD / accelerator_hour;
    auto const rented = perform(w, g, p, terms, supply);
    CHECK(rented.cost.total().in(USD) == near(2.0 * 1'010'000.0, 1e-14));  // energy is in the rent
    CHECK(rented.facility == r.facility);
}

TEST_CASE("terms without a price or a PUE are refused") {
    CHECK_NOTHROW(check(run_terms{.rent = 2.0 * USD / accelerator_hour}));
    CHECK_THROWS_WITH_AS(check(run_terms{}), "run_terms.rent: 0 USD per accelerator-hour: no price is given", invalid_input);
    CHECK_THROWS_WITH_AS(check(run_terms{.held = tenure::owned, .rent = 2.0 * USD / accelerator_hour}), "run_terms.capital: 0 USD per accelerator-hour: no price is given", invalid_input);
    CHECK_THROWS_WITH_AS(validate(run_terms{.rent = 2.0 * USD / accelerator_hour}), "run_terms.pue: 0 is below 1", invalid_input);
}

TEST_CASE("DeepSeek-V3: hours, days and dollars of its three stages") {
    // 180,000 accelerator-hours per 10^12 tokens of pre-training, 119,000 of context extension, 5,000 of post-training
    auto const pre = 180'000.0 * 14.8 * accelerator_hour, all = pre + 119'000.0 * accelerator_hour + 5'000.0 * accelerator_hour;
    CHECK(pre.in(accelerator_hour) == near(2'664'000.0, 1e-14));
    CHECK((180'000.0 * accelerator_hour / (2'048.0 * accelerator_unit)).in(day) == within(3.7, 0.05));  // printed to 0.1
    training_work<> const w{.tokens = 14.8e12 * token, .time = all / (2'048.0 * accelerator_unit), .spent = at_it<energy<>>{1.0 * joule}};
    auto const r = perform(w, always(), all_of(2'048), run_terms{.rent = 2.0 * USD / accelerator_hour, .pue = pue{1.2}}, plain_grid({}));
    CHECK(r.cost.total().in(USD) == near(5'576'000.0, 1e-12));
    // the same hours from the rate they mean, 6 N per token of 37 G active at 342.6 TFLOP/s
    auto const at_rate = work_of(6.0 * 37e9 * 14.8e12 * FLOP, 2'048, dense(342.6 * TFLOP_per_second), fraction{1.0}, per_gpu(1.0 * kilowatt));
    CHECK(at_rate.accelerators.in(accelerator_hour) == near(pre.in(accelerator_hour), 1e-3));
}

TEST_CASE("Llama 3.1 405B: measured rates and this goodput give the published hours within 4 %") {
    // Stages of the report: 4 M tokens a step at 4 k until 252 M, 8 M at 8 k until 2.87 T, 16 M after; then 0.8 T at up to 128 k,
    // at the measured 430 (8,192), 400 and 380 TFLOP/s. Published: 30.84 M H100-hours in all, and post-training is in them.
    auto const& m = catalog::llama_3_1_405b;
    auto const at = [&](double tokens, int sequence, int accelerators, flop_rate<> rate) {
        return work_of(operation_count<>(training_operations(m, sequence) * tokens), accelerators, dense(rate), fraction{1.0}, per_gpu(1'275.0 * watt));
    };
    auto const w = at(2.87e12, 8192, 8'192, 430.0 * TFLOP_per_second) + at(15.6e12 - 2.87e12 - 0.8e12, 8192, 16'384, 400.0 * TFLOP_per_second) +
                   at(0.8e12, 131'072, 16'384, 380.0 * TFLOP_per_second);
    auto const c = cost_of(catalog::file_system_checkpoints, total_parameters(m), 16'384);
    auto const g = perform(plan_goodput(catalog::llama3_cluster, c, {.accelerators = 16'384}), reliability(catalog::llama3_cluster), c);
    double const hours = w.accelerators.in(accelerator_hour) / g.useful.value;
    CHECK(hours == near(30.84e6, 0.04));  // 30.11 M: 2.4 % below
    CHECK(hours < 30.84e6);  // what the card counts beyond the last run is missing here
}

TEST_CASE("hours x watts x PUE of Patterson et al. 2021: T5, Meena, GPT-3") {
    struct row { double chips, days, watts, pue, mwh, grid, tonnes; };
    // Energy within 0.5 %: days and watts are printed rounded. Gross carbon; T5's and Meena's net figures are after purchases.
    for (row const& x : {row{512, 20.0, 310, 1.12, 85.7, 0.545, 46.7}, row{1024, 30.0, 289, 1.09, 232, 0.415, 96.4}, row{10'000, 14.8, 330, 1.10, 1287, 0.429, 552.1}}) {
        at_facility<energy<>> const e = hours_times_watts(x.chips * accelerator_unit * (x.days * day), per_gpu(x.watts * watt)) * pue{x.pue};
        CHECK(e.value.in(megawatt_hour) == near(x.mwh, 0.005));
        CHECK((e * (x.grid * kgCO2e / kilowatt_hour)).in(tCO2e) == near(x.tonnes, 0.006));
    }
}

TEST_CASE("BLOOM, Llama 2, Llama 3.1, OLMo 2, MPT-7B: bookkeeping on typed boundaries") {
    // BLOOM: 1,082,990 h x 400 W = 433,196 kWh, 24.69 t at 57 g/kWh, 30 t with PUE 1.2
    auto const bloom = hours_times_watts(1'082'990.0 * accelerator_hour, per_gpu(400.0 * watt));
    CHECK(bloom.value.in(kilowatt_hour) == near(433'196.0, 1e-6));
    CHECK((bloom * pue{1.0} * (57.0 * gCO2e / kilowatt_hour)).in(tCO2e) == near(24.69, 2e-4));
    CHECK((bloom * pue{1.2} * (57.0 * gCO2e / kilowatt_hour)).in(tCO2e) == within(30.0, 0.5));
    // Llama 3.1 405B: 30.84 M h x 700 W = 21.59 GWh, 8,930 t at 413.7 g/kWh
    auto const llama = hours_times_watts(30.84e6 * accelerator_hour, per_gpu(700.0 * watt));
    CHECK(llama.value.in(gigawatt_hour) == near(21.588, 1e-6));
    CHECK((llama * pue{1.0} * (413.7 * gCO2e / kilowatt_hour)).in(tCO2e) == near(8'930.0, 2e-4));
    // Llama 2 70B: 1,720,320 h x 400 W, 291.42 t at 423.5 g/kWh
    CHECK((hours_times_watts(1'720'320.0 * accelerator_hour, per_gpu(400.0 * watt)) * pue{1.0} * (423.5 * gCO2e / kilowatt_hour)).in(tCO2e) == near(291.42, 2e-4));
    // OLMo 2 7B: 131 MWh measured at the accelerators, 157 MWh with PUE 1.2
    CHECK((at_it<energy<>>{131.0 * megawatt_hour} * pue{1.2}).value.in(megawatt_hour) == within(157.0, 0.5));
    // MPT-7B: 440 A100 for 9.5 days at 2 USD
    training_work<> const w{.time = 9.5 * day, .spent = at_it<energy<>>{1.0 * joule}};
    auto const mpt = perform(w, always(), all_of(440), run_terms{.rent = 2.0 * USD / accelerator_hour, .pue = pue{1.2}}, plain_grid({}));
    CHECK(mpt.accelerators.in(accelerator_hour) == near(100'320.0, 1e-13));
    CHECK(mpt.cost.total().in(USD) == near(200'000.0, 0.01));  // published round
}

TEST_CASE("GPT-4, shape undisclosed: operations, utilisation and servers give hours and energy of the published estimates") {
    // 2.1e25 operations on 25,000 A100 at 34 % of 312 TFLOP/s; servers 6.5 kW of 8, 75 % load, PUE 1.12
    auto const w = work_of(2.1e25 * FLOP, 25'000, dense(312.0 * TFLOP_per_second), fraction{0.34}, per_gpu(6.5 / 8.0 * 0.75 * kilowatt));
    auto const r = perform(w, always(), all_of(25'000), run_terms{.rent = 1.38 * USD / accelerator_hour, .pue = pue{1.12}}, plain_grid(380.0 * gCO2e / kilowatt_hour));
    CHECK(r.wall.in(hour) == near(2'280.0, 0.04));  // 2,200 h; the estimate's inputs are rounded (95 days)
    // the claim of more than 10 GWh, checked at 57.0 M hours: 38.9 GWh, 14,783 t
    auto const claim = hours_times_watts(57.0e6 * accelerator_hour, per_gpu(6.5 / 8.0 * 0.75 * kilowatt)) * pue{1.12};
    CHECK(claim.value.in(gigawatt_hour) == near(38.9, 1e-3));
    CHECK((claim * (380.0 * gCO2e / kilowatt_hour)).in(tCO2e) == near(14'783.0, 2e-3));
    CHECK(r.facility.value.in(gigawatt_hour) == near(38.9, 0.04));
    CHECK(r.location_based.in(tCO2e) == near(14'783.0, 0.04));
    // cloud: 78.56 M USD for 57.0 M hours is 1.378 USD each
    CHECK(r.cost.total().in(1e6 * USD) == near(78.56, 0.04));
}

TEST_CASE("Epoch AI's amortised capital: GPT-4's published figure lies between ages of one and 2.2 years") {
    // 778.1 M USD for 25,000 chips with servers and network; the A100 came out in May 2020, training ran in 2022
    per_accelerator<money<>> const price{778.1e6 / 25'000.0 * USD};
    auto const cost = [&](double years) { return (declining_value(price, years * year) * (57.0e6 * accelerator_hour)).in(1e6 * USD); };
    // at age 0: 778.1 x 0.14 ln 10 x 2,280/8,760 = 65.28
    CHECK(cost(0.0) == near(65.28, 1e-4));
    double const energy = 57.0e6 * 0.6094 * 1.1 * 0.0832 / 1e6;  // kW per chip, PUE, USD/kWh of 2022: 3.2 M USD
    CHECK(cost(1.0) + energy > 40.7);
    CHECK(cost(2.2) + energy < 40.7);
    CHECK(cost(1.7) + energy == near(40.7, 0.03));  // January 2022 less 90 days after release
}

TEST_CASE("DeepSeek-R1: 3.2 GWh hold only with V3's pre-training") {
    // 2.788 M and 147 k hours of 10.2/8 kW servers at 75 to 80 % load, PUE 1.15 to 1.20
    auto const gwh = [](double hours, double load, double p) {
        return (hours_times_watts(hours * accelerator_hour, per_gpu(load * 1.275 * kilowatt)) * pue{p}).value.in(gigawatt_hour);
    };
    CHECK(gwh(2.788e6 + 147e3, 0.75, 1.15) == near(3.23, 2e-3));
    CHECK(gwh(2.788e6 + 147e3, 0.80, 1.20) == near(3.59, 2e-3));
    CHECK(gwh(147e3, 0.75, 1.15) == near(0.162, 3e-3));
    CHECK(gwh(147e3, 0.80, 1.20) == near(0.180, 3e-3));
}

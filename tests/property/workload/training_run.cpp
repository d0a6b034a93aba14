// Properties of whole runs over all their inputs.

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

#include <tallywatt/energy/grid.hpp>
#include <tallywatt/workload/training_run.hpp>

#include <array>
#include <cmath>

using namespace tallywatt;

namespace {

/// All that a run depends on, in one described struct.
template <class T = double>
struct basic_case {
    static constexpr char const* kind = "case";
    duration<T> step = 6.3 * second, first_step = 2.0 * second;
    at_it<energy<T>> step_energy{energy<T>(21.0 * 6.3 * megajoule)}, first_energy{energy<T>(21.0 * 2.0 * megajoule)};
    basic_reliability<T> failures = {.between_interruptions = 50'000.0 * accelerator_hour, .planned = 0.9 / day};
    checkpoint_cost<T> checkpoint{.size = 5.7 * TB, .stall = 4.0 * second, .write = 9.0 * second, .load = 3.0 * second};
    basic_run_terms<T> terms{
        .held = tenure::owned,
        .rent = 2.0 * USD / accelerator_hour,
        .capital = 1.6 * USD / accelerator_hour,
        .resting = per_accelerator<power<T>>{power<T>(250.0 * watt)},
        .pue = basic_pue<T>{T(1.2)},
        .wue = basic_wue<T>{volume_per_energy<T>(0.9 * litre / kilowatt_hour)},
        .water_price = 1.5 * USD / cubic_metre};
    basic_grid<T> supply{
        .energy_price = 0.06 * USD / kilowatt_hour,
        .demand = demand_per_month(money_per_power<T>(14.6 * USD / kilowatt)),
        .location_based = 320.0 * gCO2e / kilowatt_hour,
        .market_based = 100.0 * gCO2e / kilowatt_hour,
        .water = 1.2 * litre / kilowatt_hour};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"step"}, self.step...);
        visit(field{"first_step"}, self.first_step...);
        visit(field{"step_energy"}, self.step_energy...);
        visit(field{"first_energy"}, self.first_energy...);
        visit(field{"failures"}, self.failures...);
        visit(field{"checkpoint"}, self.checkpoint...);
        visit(field{"terms"}, self.terms...);
        visit(field{"supply"}, self.supply...);
    }
};

template <class T>
basic_training_run<T> run(basic_case<T> const& c, training_stage_plan const& stage, goodput_plan const& p) {
    training_performance<T> full, first;
    full.step = c.step;
    full.server_energy = c.step_energy;
    full.model_operations = operation_per_token<T>(2.6e12 * FLOP / token);
    first.step = c.first_step;
    first.server_energy = c.first_energy;
    auto const w = work_of(stage, p.accelerators, full, first);
    return perform(w, perform(p, c.failures, c.checkpoint), p, c.terms, prepare(c.supply, basic_discount_rate<real_terms, T>{T(0.05)}));
}

constexpr training_stage stage{.tokens = 15.6e12 * token, .sequence = 8192, .batch = 2048, .first_batch = 512, .ramp = 2.87e12 * token};
goodput_plan plan_of(basic_case<> const& c) { return plan_goodput(c.failures, c.checkpoint, {.accelerators = 16'384, .step = c.step}); }

}  // namespace

TEST_CASE("training run: derivatives, intervals, packs and float") {
    auto const s = plan_stage(stage);
    for (tenure const held : {tenure::owned, tenure::rented}) {
        basic_case<> c{};
        c.terms.held = held;
        auto const p = plan_of(c);
        arithmetics::check_all(c, [&]<class T>(basic_case<T> const& x) {
            auto const r = run(x, s, p);
            return std::array<T, 9>{r.wall.in(day), r.accelerators.in(accelerator_hour), r.it.value.in(gigawatt_hour), r.facility.value.in(gigawatt_hour), r.meter.value.in(gigawatt_hour),
                                    r.location_based.in(tCO2e), r.site_water.in(cubic_metre), r.source_water.in(cubic_metre), r.cost.total().in(USD)};
        });
    }
}

TEST_CASE("training run: twice the tokens at full batch take twice of all; energy rises along its boundaries") {
    basic_case<> const c{};
    auto const p = plan_of(c);
    training_stage flat = stage;
    flat.first_batch = 0;
    auto const once = run(c, plan_stage(flat), p);
    flat.tokens = 2.0 * flat.tokens;
    auto const twice = run(c, plan_stage(flat), p);
    CHECK(twice.wall / once.wall == near(2.0, 1e-13));
    CHECK(twice.meter / once.meter == near(2.0, 1e-13));
    CHECK(twice.cost.total() / once.cost.total() == near(2.0, 1e-13));
    CHECK(once.facility.value >= once.it.value);
    CHECK(once.meter.value >= once.facility.value);
    CHECK(once.wall > once.ideal);
    CHECK(run(c, plan_stage(stage), p).steps > once.steps);  // a ramp takes more and smaller steps
}

TEST_CASE("training run: worse goodput, PUE and prices never help") {
    basic_case<> const base{};
    auto const s = plan_stage(stage);
    auto const p = plan_of(base);
    auto const r = run(base, s, p);
    auto const worse = [&](auto const& change) {
        basic_case<> c = base;
        change(c);
        return run(c, s, p);
    };
    auto const failing = worse([](auto& c) { c.failures.between_interruptions = 0.5 * c.failures.between_interruptions; });
    CHECK(failing.wall > r.wall);
    CHECK(failing.it > r.it);
    CHECK(failing.cost.total() > r.cost.total());
    auto const hot = worse([](auto& c) { c.terms.pue = pue{1.5}; });
    CHECK(hot.it == r.it);
    CHECK(hot.location_based / r.location_based == near(1.25, 1e-13));
    CHECK(worse([](auto& c) { c.terms.resting = per_accelerator<power<>>{400.0 * watt}; }).it > r.it);
    CHECK(worse([](auto& c) { c.supply.energy_price = 2.0 * c.supply.energy_price; }).cost.electricity > r.cost.electricity);
}

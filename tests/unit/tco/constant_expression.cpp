// The quick start's deployment in a constant expression and at run time.

#include "approx.hpp"
#include "quickstart_plan.hpp"

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
constexpr report fixed = evaluate(quickstart::prepared, quickstart::decided_plan());
}

TEST_CASE("the planner decides what the constant expression has written down") {
    auto const plan = plan_deployment(quickstart::prepared);
    auto const written = quickstart::decided_plan();
    CHECK(plan.serving.instance == written.serving.instance);
    CHECK(plan.serving.sequences == written.serving.sequences);
    CHECK(plan.serving.chunk == written.serving.chunk);
    CHECK(plan.cluster.servers == written.cluster.servers);
    CHECK(plan.cluster.racks.racks == written.cluster.racks.racks);
    CHECK(plan.cluster.network.switches() == written.cluster.network.switches());
    CHECK(plan.instances == written.instances);
    CHECK(plan.package.dies_per_wafer == written.package.dies_per_wafer);
    CHECK(plan.package.carrier.per_wafer == written.package.carrier.per_wafer);
    CHECK(plan.has_package == written.has_package);
    CHECK(plan.chips_limited == written.chips_limited);
    CHECK(plan.takes_liquid == written.takes_liquid);
}

TEST_CASE("compile time equals run time") {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    report const r = evaluate(d);
    // the own series behind exp, log and sqrt agree with the C library to 1e-13
    auto const same = [](double x) { return near(x, 1e-12); };
    CHECK(fixed.unit.blended.base_value == same(r.unit.blended.base_value));
    CHECK(fixed.unit.energy.base_value == same(r.unit.energy.base_value));
    CHECK(fixed.unit.carbon.base_value == same(r.unit.carbon.base_value));
    CHECK(fixed.unit.water.base_value == same(r.unit.water.base_value));
    CHECK(fixed.power.pue.value == same(r.power.pue.value));
    CHECK(fixed.delivery.time_to_first_token.base_value == same(r.delivery.time_to_first_token.base_value));
    CHECK(fixed.cost.total().base_value == same(r.cost.total().base_value));
    CHECK(fixed.manufacture.cost.total().base_value == same(r.manufacture.cost.total().base_value));
    for (std::size_t i = 0; i < limit_count; ++i) CHECK(fixed.limits[i].used == same(r.limits[i].used));
}

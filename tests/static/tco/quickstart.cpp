// The quick start's deployment, from the wafer to the meter, in constant expressions.

#include "quickstart_plan.hpp"

using namespace tallywatt;

constexpr deployment_plan plan = quickstart::decided_plan();
constexpr report r = evaluate(quickstart::prepared, plan);

static_assert(plan.cluster.servers > 10'000 && plan.instances == plan.cluster.servers);
static_assert(r.feasible());
static_assert(r.unit.blended > 0.1 * USD / megatoken && r.unit.blended < 0.4 * USD / megatoken);
static_assert(r.unit.energy > 0.05 * kilowatt_hour / megatoken && r.unit.energy < 0.25 * kilowatt_hour / megatoken);
static_assert(r.power.pue.value > 1.05 && r.power.pue.value < 1.2);
static_assert(r.power.it <= r.power.provisioned && r.power.provisioned <= quickstart::subject.site.it_capacity);
static_assert(r.manufacture.cost.total() < quickstart::subject.cluster.server.accelerator.price);

// What makes no sense does not compile, and what does not fit is a value.
static_assert([] {
    prepared_deployment narrow = quickstart::prepared;
    narrow.service.targets.time_per_output_token = 1.0 * millisecond;
    report const late = evaluate(narrow, plan);
    return !late.feasible() && late.binding_limit().state() == limit_state::unmet;
}());

// Serving and training over networks whose leaves are oversubscribed or whose flows collide.
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/workload/plan_serving.hpp>
#include <tallywatt/workload/training_step.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
/// Servers of eight on 64-port leaves, three to one: 48 interfaces, hence six servers, under a leaf.
cluster h100s(int oversubscription, double lost = 0.0) {
    cluster c{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    c.network.shape = fabric_shape::fat_tree;
    c.network.oversubscription = oversubscription;
    c.network.collision_loss = fraction{lost};
    return c;
}
constexpr auto coolant = celsius(30.0);
} // namespace

// 128 ranks on 16 servers: 10 of the 15 others are under other leaves, and have a third of the links
TEST_CASE("expert exchange in serving waits for oversubscribed leaves and colliding flows") {
    serving const s{
        .model = catalog::deepseek_v3,
        .weights = precision::fp8,
        .traffic = {.input = 2000.0 * token, .output = 500.0 * token}};
    layout const l{1, 128};
    auto const plan = [&](cluster const& on) { return plan_choice(s, on, l, 64, 2048); };
    auto const dispatch = [](serving_plan const& p) { return p.mixed.mixture.dispatch; };
    CHECK(dispatch(plan(h100s(3))).crossing.slowed == near(2.0, 1e-12));
    CHECK(dispatch(plan(h100s(1))).crossing.slowed == 1.0);
    CHECK(dispatch(plan(h100s(1))).crossing.crosses);
    auto const step = [&](cluster const& on) { return perform(plan(on), s, on, coolant).mixed_step; };
    CHECK(step(h100s(3)) > step(h100s(1)));
    CHECK(step(h100s(1, 0.2)) > step(h100s(1)));
    // a layout inside one server has nothing to do with it
    auto const alone = [&](cluster const& on) {
        return perform(plan_choice(s, on, {1, 8}, 64, 2048), s, on, coolant).mixed_step;
    };
    CHECK(alone(h100s(3, 0.2)) == alone(h100s(1)));
}

TEST_CASE("training waits for them in exchanges, sends and rings") {
    training const job{.model = catalog::deepseek_v3, .sequence = 4096, .batch = 2048, .stack = catalog::megatron_2024};
    training_layout const l{.pipeline = 2, .data = 128, .expert = 128, .micro_batch = 1};
    training_plan const p = plan_training(job, h100s(3), l);
    CHECK(p.layers.mixture.dispatch.crossing.slowed == near(2.0, 1e-12));
    CHECK(p.layers.mixture.combine.crossing.slowed == near(2.0, 1e-12));
    CHECK(p.outline.send.crossing.slowed == 3.0); // 16 servers on: under another leaf
    CHECK(plan_training(job, h100s(1), l).outline.send.crossing.slowed == 1.0);
    CHECK(
        plan_training(job, h100s(3), {.tensor = 8, .pipeline = 2, .data = 3}).outline.send.crossing.slowed
        == near(3.0 * 3.0 / 6.0, 1e-12)
    ); // half of a leaf's servers send to another
    auto const step = [&](cluster const& on, training_layout const& x) {
        return perform(plan_training(job, on, x), job, on, coolant).step;
    };
    CHECK(step(h100s(3), l) > step(h100s(1), l));
    CHECK(step(h100s(1, 0.2), l) > step(h100s(1), l));
    // a ring over data ranks crosses a leaf with one flow of six: three to one does not slow it, collisions do
    transformer const dense = catalog::llama_3_1_8b;
    training const plain{.model = dense, .sequence = 4096, .batch = 128, .stack = catalog::megatron_2024};
    auto const gather = [&](cluster const& on) {
        return plan_training(plain, on, {.data = 128, .zero = 1}).outline.shared.gather;
    };
    CHECK(gather(h100s(3)).crossing.crosses);
    CHECK(gather(h100s(3)).crossing.slowed == 1.0);
    auto const data = [&](cluster const& on) { return collective_time(on.server.scale_up, on.network, gather(on)); };
    CHECK(data(h100s(1, 0.4)) > data(h100s(1)));
}

// 8 tensor shards fill a server: the four context ranks of one lie in four servers, 4 shards leave room for two
TEST_CASE("a ring of context ranks uses the network unless all of it lies in one server") {
    training const job{.model = catalog::llama_3_1_8b, .sequence = 32768, .batch = 16, .stack = catalog::llama3_2024};
    auto const plan = [&](cluster const& on, int tensor, int context) {
        return plan_layers(job, on, {.tensor = tensor, .context = context, .data = 1}).dense;
    };
    CHECK_FALSE(plan(h100s(1), 8, 4).ring_near);
    CHECK_FALSE(plan(h100s(1), 4, 4).ring_near);
    CHECK(plan(h100s(1), 4, 2).ring_near);
    CHECK(plan(h100s(1), 1, 8).ring_near);
    CHECK_FALSE(plan(h100s(1), 8, 4).ring_crossing.crosses); // four servers under a leaf
    CHECK(plan(h100s(1), 8, 8).ring_crossing.crosses);
    CHECK(plan(h100s(1), 8, 4).hops == 3);
    training exposed = job; // nothing hidden behind attention
    exposed.stack.context_overlap = fraction{0.0};
    auto const ring = [&](cluster const& on, int tensor, int context) {
        auto const costs =
            costs_of(plan_layers(exposed, on, {.tensor = tensor, .context = context, .data = 1}), exposed, on);
        return costs.forward.links.context;
    };
    auto const p = plan(h100s(1), 8, 4);
    cluster const on = h100s(1);
    CHECK(
        ring(on, 8, 4).in(microsecond)
        == near(
            (p.ring / (on.network.nic_rate.value * on.network.collective_share) + 3.0 * on.network.alpha)
                .in(microsecond),
            1e-12
        )
    );
    CHECK(ring(h100s(1, 0.5), 8, 8) > 1.5 * ring(h100s(1), 8, 8)); // colliding flows
    CHECK(ring(h100s(1, 0.5), 8, 4) == ring(h100s(1), 8, 4));      // not under one leaf
}

TEST_CASE("stages of an instance hand on through what the leaves leave them") {
    serving const s{.model = catalog::llama_3_1_405b, .traffic = {.input = 2000.0 * token, .output = 500.0 * token}};
    auto const plan = [&](cluster const& on, layout const& l) { return plan_choice(s, on, l, 32, 2048); };
    auto const step = [&](cluster const& on, layout const& l) {
        return perform(plan(on, l), s, on, coolant).mixed_step;
    };
    layout const near_by{8, 1, 4}; // the next server
    CHECK(plan(h100s(3), near_by).mixed.handed_out);
    CHECK(plan(h100s(3), near_by).mixed.handed_crossing.slowed == 1.0); // a sixth of a leaf's servers send to another
    layout const split{4, 1, 4};                                        // half a server on: not across nodes
    CHECK_FALSE(plan(h100s(3), split).mixed.handed_out);
    CHECK(step(h100s(1, 0.5), split) == step(h100s(1), split));
    CHECK(plan(h100s(15), near_by).mixed.handed_crossing.slowed == near(15.0 / 7.0, 1e-12)); // 60 interfaces: 7 servers
    CHECK(step(h100s(15), near_by) > step(h100s(1), near_by));
}

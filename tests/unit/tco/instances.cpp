// How many instances a site's servers hold: whole ones in a server, or whole servers in one.
#include "scenarios.hpp"

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {

/// Servers of `accelerators` in one scale-up domain.
deployment with_servers_of(deployment d, int accelerators) {
    d.cluster.server.accelerators = d.cluster.server.scale_up.domain = accelerators;
    return d;
}

}  // namespace

TEST_CASE("instances in a server of 72") {
    // 405B in bf16, 811 GB of weights in 167 GB each: eight shards of 128 heads, so nine instances a server and none between two
    deployment d = scenarios::llama405b_gb200_virginia_tower();
    d.service.weights = precision::bf16;
    d.service.largest_instance = 8;
    auto const plan = plan_deployment(prepare(d));
    REQUIRE(plan.serving.instance == layout{8, 1});
    CHECK(plan.cluster.servers > 1);
    CHECK(plan.instances == 9 * plan.cluster.servers);

    // up to 64 are allowed: not 64 itself, which would fit once and leave eight idle, but what divides the server
    d = scenarios::llama405b_gb200_virginia_tower();
    d.service.model = catalog::deepseek_r1;
    d.service.weights = precision::fp8;
    d.service.largest_instance = 64;
    auto const wide = plan_deployment(prepare(d));
    int const each = wide.serving.instance.accelerators();
    CHECK(72 % each == 0);
    CHECK(each <= 36);
    CHECK(wide.instances == wide.cluster.servers * (72 / each));

    // the whole rack: one a server
    d.service.model.layers = 61 * 12;  // 8 TB of weights: of 12 TB, in no half of a rack
    d.service.largest_instance = 0;
    auto const whole = plan_deployment(prepare(d));
    REQUIRE(whole.serving.instance.accelerators() == 72);
    CHECK(whole.instances == whole.cluster.servers);
}

TEST_CASE("instances in servers of six") {
    // 70B in bf16, 141 GB in 72 GB each: two shards, three instances a server; four would lie across two servers
    deployment d = with_servers_of(scenarios::llama70b_h100_texas_air(), 6);
    auto const plan = plan_deployment(prepare(d));
    REQUIRE(plan.serving.instance == layout{2, 1});
    CHECK(plan.instances == 3 * plan.cluster.servers);
}

TEST_CASE("instances of several servers take whole ones") {
    // 405B in bf16 over two servers of eight: an odd server stays without
    deployment d = scenarios::llama405b_h100_two_servers();
    bool odd = false, even = false;
    for (double megawatts = 0.5; megawatts < 0.6; megawatts += 0.012) {
        d.site.it_capacity = at_it<power<>>{megawatts * megawatt};
        auto const plan = plan_deployment(prepare(d));
        REQUIRE(plan.serving.instance.accelerators() == 16);
        (plan.cluster.servers % 2 == 0 ? even : odd) = true;
        CHECK(plan.instances == plan.cluster.servers / 2);
        CHECK(plan.fits_site);
    }
    CHECK(odd);
    CHECK(even);
    // one server is too few
    d.site.it_capacity = at_it<power<>>{15.0 * kilowatt};
    auto const small = plan_deployment(prepare(d));
    CHECK(small.instances == 1);
    CHECK(small.cluster.servers == 2);
    CHECK_FALSE(small.fits_site);
}

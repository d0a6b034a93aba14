#include "approx.hpp"

#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/part_failures.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/cluster/failures.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/workload/part_reliability.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
/// 16,384 H100 in one fabric of three tiers over 400 Gb/s Ethernet.
cluster llama3() { return {.server = catalog::hgx_h100, .network = catalog::roce_400g, .servers_per_fabric = 2048}; }
} // namespace

TEST_CASE("rates by hand") {
    cluster c;
    c.server.nics = 4;
    c.servers_per_fabric = 4;
    c.network.nic_rate = one_way(50.0 * GB_per_second);
    c.network.network_switch = {.ports = 4, .most_ports = 4, .failures = 0.5 / year};
    c.network.host_link = {.end_failures = 0.1 / year, .cable_failures = 0.01 / year};
    c.network.switch_link = {.end_failures = 0.2 / year, .cable_failures = 0.02 / year};
    c.network.far_link = {.end_failures = 0.3 / year, .cable_failures = 0.03 / year};
    cluster_plan const p = plan_cluster(c, 4); // 16 endpoints of 4 ports: 8 + 8 + 4 switches, 16 links a tier
    part_failures const f{.accelerator = 1.0 / year, .host = 2.0 / year, .interface_card = 3.0 / year, .storage = 4.0 / year,
                          .software = 5.0 / year, .rerouted = fraction{0.75}};
    auto const r = cluster_failures(f, c, p);
    CHECK((r.accelerators * year) == near(32.0, 1e-12));
    CHECK((r.hosts * year) == near(8.0, 1e-12));
    CHECK((r.interfaces * year) == near(16 * 3.0, 1e-12));
    CHECK((r.switches * year) == near((8 + 0.25 * 12) * 0.5, 1e-12));
    CHECK((r.modules * year) == near(2 * 16 * (0.1 + 0.25 * (0.2 + 0.3)), 1e-12));
    CHECK((r.cables * year) == near(16 * (0.01 + 0.25 * 0.05), 1e-12));
    CHECK((r.storage * year) == near(16.0, 1e-12));
    CHECK((r.software * year) == near(160.0, 1e-12));
    double const sum = 32 + 8 + 48 + 5.5 + 7.2 + 0.36 + 16 + 160;
    CHECK((r.total() * year) == near(sum, 1e-12));
    CHECK(between_failures(r, 32).in(accelerator_hour) == near(32 * 8760.0 / sum, 1e-12));
}

// The Llama 3 Herd of Models, table 5: 419 unplanned interruptions in 54 days on 16,384 H100, 35 of them by switches and
// cables. All others are the rates' origin; the network's come from module and cable failures that others published.
TEST_CASE("Llama 3's cluster: the network's failures are predicted within their range") {
    cluster const c = llama3();
    cluster_plan const p = plan_cluster(c, 2048);
    CHECK(p.network.tiers == 3);
    auto const at = [&]<class T>(T) {
        auto const f = cluster_failures(convert<T>(catalog::llama3_parts), convert<T>(basic_cluster<estimate>{
            .server = catalog::hgx_h100, .network = catalog::roce_400g, .servers_per_fabric = 2048}), p);
        return std::pair{(f.switches + f.modules + f.cables) * (54.0 * day), f.total() * (54.0 * day)};
    };
    auto const [network, all] = at(interval{});
    CHECK(lowest(network) < 35.0);
    CHECK(highest(network) > 35.0);
    CHECK(lowest(all) < 419.0);
    CHECK(highest(all) > 419.0);
    CHECK(at(0.0).second == near(419.0, 0.06)); // the network's likely rate is half of what was seen
}

TEST_CASE("goodput from parts") {
    cluster const c = llama3();
    cluster_plan const p = plan_cluster(c, 2048);
    auto const f = cluster_failures(part_failures(catalog::llama3_parts), c, p);
    reliability const like = catalog::llama3_cluster, r = reliability_of(like, f, p.accelerators);
    CHECK(r.between_interruptions.in(accelerator_hour) == near(like.between_interruptions.in(accelerator_hour), 0.06));
    CHECK(r.node_lost.value == near((268.0 + 46.0 + 7.0) / (f.total() * (54.0 * day)), 1e-9));
    CHECK(r.repair == like.repair);
    // worse links, more interruptions, less goodput
    cluster worse = c;
    worse.network.host_link.end_failures = 10.0 * c.network.host_link.end_failures;
    reliability const w = reliability_of(like, cluster_failures(part_failures(catalog::llama3_parts), worse, p), p.accelerators);
    CHECK(w.between_interruptions < r.between_interruptions);
    checkpoint_cost<> const cost = cost_of(catalog::file_system_checkpoints, 405'853'388'800, 16384);
    auto const useful = [&](reliability const& x) { return perform(plan_goodput(x, cost, {.accelerators = 16384}), x, cost).useful.value; };
    CHECK(useful(w) < useful(r));
    CHECK(useful(r) > 0.85);
}

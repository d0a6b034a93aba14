#include "approx.hpp"

#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/networks.hpp>
#include <tallywatt/catalog/racks.hpp>
#include <tallywatt/cluster/cluster_totals.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
cluster h100_cluster() {
    return {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr, .rack = catalog::cabinet_42u};
}
} // namespace

// 128 servers of 5 a rack; 48 switches, of which 44 kW cool 33 of 747 W + 64 x 9 W; 60 TB a server over 1 PB a rack
TEST_CASE("racks, floor, weight and cables by hand") {
    cluster const c = h100_cluster();
    cluster_plan const p = plan_cluster(c, 128, 44.0 * kilowatt);
    cluster_room r;
    r.storage_rack = 1.0 * PB;
    auto const s = cluster_space_of(r, c, p);
    CHECK(s.server_racks == 26);
    CHECK(s.network_racks == 2);
    CHECK(s.storage_racks == 8); // 7.68 PB
    CHECK(s.cables == 2048);
    CHECK(s.floor.in(square_metre) == near(36 * 0.72 * 1.9, 1e-12));
    double const kilograms = 128 * c.server.weight.in(kilogram) + 36 * 150.0 + 48 * 14.5 + 8 * 700.0 + 2048 * 0.8;
    CHECK(s.weight.in(kilogram) == near(kilograms, 1e-12));
}

TEST_CASE("parts sum to the cluster's cost and power") {
    cluster c = h100_cluster();
    for (scale_out const& n : {scale_out(catalog::infiniband_ndr), scale_out(catalog::infiniband_xdr_photonics)}) {
        c.network = n;
        cluster_plan const p = plan_cluster(c, 300, 44.0 * kilowatt);
        auto const usd = cost_by_part(c, p);
        CHECK(usd.total().in(USD) == near(cluster_cost(c, p).total().in(USD), 1e-12));
        CHECK(usd.network().in(USD) == near(cluster_cost(c, p).network.in(USD), 1e-12));
        auto const each = server_power(c.server, per_accelerator<power<>>{600.0 * watt}, fraction{0.0});
        auto const draw = power_by_part(c, p, each);
        CHECK(draw.total().value.in(watt) == near(cluster_power(c, p, each).total().value.in(watt), 1e-12));
        CHECK(draw.switches.value > 0.0 * watt);
    }
}

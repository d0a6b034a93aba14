#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
/// 64-port leaves, 50 GB/s interfaces, all of which arrives.
scale_out network(int oversubscription, bool rails = true, double lost = 0.0) {
    scale_out out = catalog::infiniband_ndr;
    out.collective_share = out.exchange_share = fraction{1.0};
    out.oversubscription = oversubscription;
    out.shape = rails ? fabric_shape::rail_optimised : fabric_shape::fat_tree;
    out.collision_loss = fraction{lost};
    return out;
}
} // namespace

// 64 ports: 32 down and 32 up; three to one, 48 down and 16 up; seven to one, 56 and 8
TEST_CASE("nodes under a leaf by hand") {
    CHECK(nodes_under_leaf(network(1), 8, {256, 1}) == 32);
    CHECK(nodes_under_leaf(network(3), 8, {256, 1}) == 48);
    CHECK(nodes_under_leaf(network(7), 8, {256, 1}) == 56);
    CHECK(nodes_under_leaf(network(1, false), 8, {256, 1}) == 4); // whole servers: 32 interfaces of 8 each
    CHECK(nodes_under_leaf(network(1), 8, {16, 8}) == 32);        // one rank of every server
    CHECK(nodes_under_leaf(network(1), 8, {16, 32}) == 8);        // of every fourth
    CHECK(nodes_under_leaf(network(1), 8, {16, 1024}) == 1);
    CHECK(nodes_under_leaf(network(1, false), 72, {256, 1}) == 1); // a rack has more interfaces than a leaf has ports
}

TEST_CASE("what leaves a leaf by hand") {
    auto const slowed = [](scale_out const& out, int nodes, crossing_pattern how) {
        return cross_leaves(out, 8, {8 * nodes, 1}, nodes, how).slowed;
    };
    using enum crossing_pattern;
    // 48 nodes under a leaf three to one: inside, then all but a 48th of a ring stays; of an all-to-all over 96, 48/95 leaves
    CHECK_FALSE(cross_leaves(network(3), 8, {384, 1}, 48, neighbours).crosses);
    CHECK(cross_leaves(network(3), 8, {768, 1}, 96, neighbours).crosses);
    CHECK(slowed(network(3), 96, neighbours) == 1.0);
    CHECK(slowed(network(3), 96, everyone) == near(3.0 * 48.0 / 95.0, 1e-12));
    CHECK(slowed(network(1), 96, everyone) == 1.0);
    // whole servers, seven to one: 56 interfaces of 7 servers; a ring's seventh at a seventh, an all-to-all's 57/63 of 64
    CHECK(slowed(network(7, false), 64, neighbours) == 1.0);
    CHECK(slowed(network(7, false), 64, everyone) == near(7.0 * 57.0 / 63.0, 1e-12));
    // two ranks 1,024 apart: all of it leaves
    CHECK(cross_leaves(network(3), 8, {16, 1024}, 16, neighbours).slowed == 3.0);
    // the next stage 4 nodes on, under leaves of 48: a twelfth leaves; 48 and more, all of it
    CHECK(cross_leaves_by(network(15), 8, 8 * 30).slowed == near(15.0 * 30.0 / 60.0, 1e-12)); // 60 down, 4 up
    CHECK(cross_leaves_by(network(3), 8, 8 * 4).slowed == 1.0);
    CHECK(cross_leaves_by(network(3), 8, 8 * 100).slowed == 3.0);
}

TEST_CASE("oversubscription and collisions in times") {
    scale_up const up = catalog::nvlink4_h100;
    auto const time = [&](scale_out const& out, collective_kind kind, int ranks) {
        return collective_time(up, out, plan_collective(up, out, kind, {ranks, 1}, 8.0 * GB));
    };
    // an all-to-all over 96 nodes, 95/96 x 8 GB: at 50 GB/s, at a third of it for 48/95
    double const out_us = 8.0e9 * 95.0 / 96.0 / 50e9 * 1e6;
    duration<> const clear = time(network(1), collective_kind::all_to_all, 768);
    CHECK(
        (time(network(3), collective_kind::all_to_all, 768) - clear).in(microsecond)
        == near(out_us * (3.0 * 48.0 / 95.0 - 1.0), 1e-9)
    );
    // a quarter lost of what crosses leaves: a third more time for it; none under one leaf (32 nodes)
    CHECK(
        (time(network(1, true, 0.25), collective_kind::all_to_all, 768) - clear).in(microsecond)
        == near(out_us / 3.0, 1e-9)
    );
    CHECK(
        time(network(1, true, 0.25), collective_kind::all_to_all, 256)
        == time(network(1), collective_kind::all_to_all, 256)
    );
    CHECK(
        time(network(1, true, 0.25), collective_kind::all_reduce, 768)
        > time(network(1), collective_kind::all_reduce, 768)
    );
    // experts: as an all-to-all
    auto const exchange = [&](scale_out const& out) {
        auto const p = plan_exchange(768, up, out, 4096.0, 8, 0, 7168.0 * byte, exchange_mode::normal);
        return exchange_time(p, one_way(450.0 * GB_per_second), up, out) - out.exchange_alpha;
    };
    CHECK(exchange(network(3)) / exchange(network(1)) == near(3.0 * 48.0 / 95.0, 1e-12));
    CHECK(exchange(network(1, true, 0.2)) / exchange(network(1)) == near(1.25, 1e-12));
    // a send to the next stage 100 nodes on
    auto const send = [&](scale_out const& out) { return send_time(up, out, plan_send(up, out, 1.0 * GB, 800)); };
    CHECK((send(network(3)) - send(network(1))).in(millisecond) == near(2.0 * 20.0, 1e-9));
    CHECK_FALSE(plan_send(up, network(3), 1.0 * GB, 4).crosses);
    CHECK(plan_send(up, network(3), 1.0 * GB, 8).crosses);
}

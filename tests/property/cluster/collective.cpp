#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <array>
#include <vector>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

template <class T = double>
struct basic_fabrics {
    basic_scale_up<T> up{};
    basic_scale_out<T> out{};
    one_way_rate<T> link = one_way(450.0 * GB_per_second);
    static constexpr char const* kind = "fabrics";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"up"}, self.up...);
        visit(field{"out"}, self.out...);
        visit(field{"link"}, self.link...);
    }
};
basic_fabrics<> hopper() { return {.up = catalog::nvlink4_h200, .out = catalog::infiniband_ndr}; }

constexpr collective_kind kinds[] = {
    collective_kind::all_reduce, collective_kind::all_gather, collective_kind::reduce_scatter,
    collective_kind::broadcast};
constexpr collective_algorithm algorithms[] = {
    collective_algorithm::ring, collective_algorithm::tree, collective_algorithm::in_network,
    collective_algorithm::hierarchical};
constexpr rank_group groups[] = {{2, 1},    {5, 1},  {8, 1},  {16, 1}, {24, 1}, {64, 1},
                                 {1024, 1}, {16, 8}, {16, 2}, {12, 4}, {32, 64}};

/// Networks of every kind: as built, sums in its switches, oversubscribed, with colliding flows.
std::vector<scale_out> networks() {
    scale_out const plain = catalog::infiniband_ndr;
    scale_out sums = plain, narrow = plain, colliding = plain, rails = plain;
    sums.in_network_reduction = true;
    narrow.oversubscription = 7;
    colliding.collision_loss = fraction{0.2};
    rails.shape = fabric_shape::rail_optimised, rails.oversubscription = 3;
    return {plain, sums, narrow, colliding, rails};
}

} // namespace

TEST_CASE("collectives and exchange: derivatives, intervals, packs, float") {
    auto planned = hopper();
    planned.out.collision_loss = fraction{0.1};
    planned.out.oversubscription = 3;
    scale_up mesh = planned.up;
    mesh.shape = topology::direct;
    scale_out sums = planned.out;
    sums.in_network_reduction = true;
    using enum collective_algorithm;
    using enum collective_kind;
    // every algorithm, inside a domain and over many nodes
    std::array<collective_plan, 12> const plans{
        plan_collective(planned.up, planned.out, all_reduce, {16, 8}, 40.0 * MB, ring),
        plan_collective(mesh, planned.out, all_gather, {2, 2}, 40.0 * MB, ring),
        plan_collective(planned.up, sums, all_reduce, {64, 1}, 40.0 * MB, in_network),
        plan_collective(planned.up, planned.out, all_reduce, {512, 1}, 400.0 * MB, ring),
        plan_collective(planned.up, planned.out, all_reduce, {512, 1}, 4.0 * MB, tree),
        plan_collective(planned.up, planned.out, all_reduce, {512, 1}, 4.0 * MB, hierarchical),
        plan_collective(planned.up, planned.out, all_reduce, {8, 1}, 4.0 * MB),
        plan_collective(planned.up, planned.out, all_reduce, {4, 1}, 4.0 * MB),
        plan_collective(planned.up, planned.out, reduce_scatter, {64, 1}, 400.0 * MB),
        plan_collective(planned.up, planned.out, all_to_all, {64, 1}, 400.0 * MB),
        plan_collective(planned.up, planned.out, broadcast, {64, 1}, 400.0 * MB, ring),
        plan_collective(planned.up, planned.out, broadcast, {64, 1}, 400.0 * MB, hierarchical)};
    send_plan const near_by = plan_send(planned.up, planned.out, 40.0 * MB, 4),
                    far = plan_send(planned.up, planned.out, 40.0 * MB, 512, 8);
    arithmetics::check_all(planned, [&]<class T>(basic_fabrics<T> const& f) {
        std::array<T, 17> r{};
        std::size_t i = 0;
        for (auto const& p : plans) {
            r[i] = collective_time(f.up, f.out, p, i % 2 == 0 ? launch_kind::graph : launch_kind::host).base_value;
            ++i;
        }
        auto const exchange = [&](int ranks, exchange_mode mode) {
            auto const p = plan_exchange(ranks, planned.up, planned.out, 128.0, 8, 4, 7392.0 * byte, mode);
            return exchange_time(p, f.link, f.up, f.out).base_value;
        };
        r[i++] = send_time(f.up, f.out, near_by).base_value;
        r[i++] = send_time(f.up, f.out, far).base_value;
        r[i++] = exchange(8, exchange_mode::normal);
        r[i++] = exchange(64, exchange_mode::normal);
        r[i++] = exchange(512, exchange_mode::low_latency);
        return r;
    });
}

TEST_CASE("a collective grows with its payload and never beats the wire") {
    scale_up const up = catalog::nvlink4_h200;
    for (auto const& out : networks())
        for (auto const kind : kinds)
            for (auto const& g : groups)
                for (auto const how : algorithms) {
                    duration<> last{};
                    for (double bytes = 64.0; bytes < 1e11; bytes *= 16.0) {
                        collective_plan const p = plan_collective(up, out, kind, g, bytes * byte, how);
                        duration<> const t = collective_time(up, out, p);
                        CHECK(t > last);
                        CHECK(t > p.up / (p.reduced ? up.reduction.bandwidth : up.ring.bandwidth));
                        CHECK(t > p.out / out.nic_rate.value);
                        CHECK(collective_time(up, out, p, launch_kind::host) > t);
                        last = t;
                    }
                }
}

// What no algorithm can do without: every rank of an all-reduce gives and takes all of S, every rank of a gather takes what it
// lacks; of a node, through its m interfaces together.
TEST_CASE("data over interfaces is never less than what has to cross") {
    scale_up const up = catalog::nvlink4_h200;
    for (auto const& out : networks())
        for (auto const& g : groups)
            for (auto const kind : kinds)
                for (auto const how : algorithms) {
                    collective_plan const p = plan_collective(up, out, kind, g, 1.0 * GB, how);
                    if (p.nodes < 2)
                        continue;
                    double const n = p.nodes, m = place(up, g).members;
                    double const least =
                        kind == collective_kind::all_reduce || kind == collective_kind::broadcast ? 1.0 : (n - 1.0) / n;
                    CHECK(p.out.in(GB) >= least / m * (1.0 - 1e-12));
                    CHECK(
                        p.up.in(GB)
                        >= (m > 1.0 ? (kind == collective_kind::all_reduce ? 2.0 : 1.0) * (m - 1.0) / m * (1.0 - 1e-12)
                                    : 0.0)
                    );
                }
}

TEST_CASE("hierarchical never carries more over the slow tier than a ring or a tree, and takes no longer there") {
    scale_up up = catalog::nvlink4_h200;
    for (auto const& out : networks())
        for (auto const& g : groups)
            for (auto const kind : kinds)
                for (auto const flat : {collective_algorithm::ring, collective_algorithm::tree})
                    for (double const bytes : {1e3, 1e6, 1e9}) {
                        if (!offers(up, out, kind, flat))
                            continue;
                        auto const own =
                            plan_collective(up, out, kind, g, bytes * byte, collective_algorithm::hierarchical);
                        auto const p = plan_collective(up, out, kind, g, bytes * byte, flat);
                        if (p.nodes < 2)
                            continue;
                        CHECK(own.out <= p.out * (1.0 + 1e-12));
                        if (flat == collective_algorithm::tree)
                            continue; // fewer, but longer, steps
                        CHECK(own.steps <= p.steps);
                        scale_up fast = up; // nothing takes time inside
                        for (auto* c : {&fast.ring, &fast.reduction})
                            *c = {.alpha = {}, .launch = {}, .size_latency = {}, .bandwidth = 1e30 * (byte / second)};
                        fast.hop = fast.wide_hop = {};
                        CHECK(collective_time(fast, out, own) <= collective_time(fast, out, p) * (1.0 + 1e-12));
                    }
}

TEST_CASE("the choice is never slower than any of its candidates, and is one of them") {
    scale_up const up = catalog::nvlink4_h200;
    for (auto const& out : networks())
        for (auto const& g : groups)
            for (auto const kind : kinds)
                for (bool const own : {false, true})
                    for (double bytes = 64.0; bytes < 1e11; bytes *= 8.0) {
                        algorithm_set const library{.hierarchical = own};
                        auto const best = plan_collective(up, out, kind, g, bytes * byte, library);
                        duration<> const t = collective_time(up, out, best);
                        CHECK(best_algorithm(up, out, kind, g, bytes * byte, library) == best.algorithm);
                        if (best.nodes < 2)
                            continue;
                        bool found = false;
                        for (auto const how : algorithms) {
                            if (!library.has(how) || !offers(up, out, kind, how))
                                continue;
                            found = found || how == best.algorithm;
                            CHECK(t <= collective_time(up, out, plan_collective(up, out, kind, g, bytes * byte, how)));
                        }
                        CHECK(found);
                    }
}

TEST_CASE("more ranks never take less time") {
    scale_up const up = catalog::nvlink4_h200;
    for (auto const& out : networks())
        for (double const bytes : {1e3, 1e4, 1e6, 1e8, 1e10}) {
            for (auto const kind : kinds) {
                for (int ranks = 2; ranks < 8; ++ranks)
                    CHECK(
                        collective_time(up.ring, kind, ranks + 1, bytes * byte)
                        >= collective_time(up.ring, kind, ranks, bytes * byte)
                    );
                for (auto const how : algorithms)
                    for (int const stride : {1, 8})
                        for (int nodes = 2; nodes < 512; nodes *= 2) {
                            if (!offers(up, out, kind, how))
                                continue;
                            auto const time = [&](int n) {
                                int const ranks = stride == 1 ? 8 * n : n;
                                return collective_time(
                                    up, out, plan_collective(up, out, kind, {ranks, stride}, bytes * byte, how)
                                );
                            };
                            CHECK(time(2 * nodes) >= time(nodes) * (1.0 - 1e-12));
                        }
            }
            for (int nodes = 2; nodes < 512; nodes *= 2) {
                CHECK(
                    all_reduce_time(up, out, 16 * nodes, bytes * byte)
                    >= all_reduce_time(up, out, 8 * nodes, bytes * byte) * (1.0 - 1e-12)
                );
                auto const straight = [&](int n) {
                    return collective_time(
                        up, out, plan_collective(up, out, collective_kind::all_to_all, {8 * n, 1}, bytes * byte)
                    );
                };
                CHECK(straight(2 * nodes) >= straight(nodes));
            }
        }
}

TEST_CASE("oversubscription and collisions never make anything faster, and nothing under one leaf slower") {
    scale_up const up = catalog::nvlink4_h200;
    scale_out const plain = catalog::infiniband_ndr;
    for (auto const shape : {fabric_shape::fat_tree, fabric_shape::rail_optimised})
        for (int const ranks : {8, 16, 32, 256, 1024, 8192})
            for (auto const kind :
                 {collective_kind::all_reduce, collective_kind::all_gather, collective_kind::all_to_all}) {
                duration<> last{};
                for (int const over : {1, 3, 7}) {
                    scale_out out = plain;
                    out.shape = shape, out.oversubscription = over;
                    auto const time = [&] {
                        return collective_time(up, out, plan_collective(up, out, kind, {ranks, 1}, 1.0 * GB));
                    };
                    duration<> const clear = time();
                    CHECK(clear >= (kind == collective_kind::all_to_all && ranks > 32 * 8 ? last : duration<>{}));
                    last = clear;
                    out.collision_loss = fraction{0.3};
                    bool const crosses =
                        cross_leaves(out, 8, {ranks, 1}, ranks / 8, crossing_pattern::neighbours).crosses;
                    CHECK(time() >= clear);
                    CHECK((time() == clear || crosses));
                    CHECK((kind != collective_kind::all_to_all || !crosses || time() > clear));
                }
            }
}

TEST_CASE("an all-reduce carries what a reduce-scatter and an all-gather carry") {
    for (int ranks : {2, 8, 64})
        for (double mb : {0.1, 100.0}) {
            auto const all = wire_data(collective_kind::all_reduce, ranks, mb * MB);
            CHECK(
                all
                == wire_data(collective_kind::reduce_scatter, ranks, mb * MB)
                       + wire_data(collective_kind::all_gather, ranks, mb * MB)
            );
        }
}

TEST_CASE("exchange: data is proportional to tokens and size, and grows with ranks, experts and the node limit") {
    auto const data = [](int ranks, double tokens, int k, int limit, data_size<> size, exchange_mode mode) {
        exchange_plan const p = plan_exchange(ranks, 8, tokens, k, limit, size, mode);
        return p.up + p.out;
    };
    for (auto mode : {exchange_mode::normal, exchange_mode::low_latency}) {
        for (int ranks = 2; ranks <= 128; ranks *= 2) {
            data_size<> const d = data(ranks, 100, 8, 4, 1.0 * kB, mode);
            CHECK(data(ranks, 200, 8, 4, 1.0 * kB, mode).in(byte) == near(2.0 * d.in(byte), 1e-12));
            CHECK(data(ranks, 100, 8, 4, 2.0 * kB, mode).in(byte) == near(2.0 * d.in(byte), 1e-12));
            CHECK(data(ranks, 100, 9, 4, 1.0 * kB, mode) > d);
            CHECK(data(2 * ranks, 100, 8, 4, 1.0 * kB, mode) >= d);
            CHECK(data(ranks, 100, 8, 3, 1.0 * kB, mode) <= d);
        }
    }
    // de-duplicated copies are never more than all copies
    for (int ranks : {8, 16, 64, 256})
        CHECK(
            plan_exchange(ranks, 8, 1.0, 8, 0, 1.0 * kB, exchange_mode::normal).out
            <= plan_exchange(ranks, 8, 1.0, 8, 0, 1.0 * kB, exchange_mode::low_latency).out
        );
}

TEST_CASE("an exchange never beats its wires") {
    auto const f = hopper();
    for (int ranks = 2; ranks <= 256; ranks *= 2)
        for (double tokens : {1.0, 128.0, 8192.0}) {
            exchange_plan const p = plan_exchange(ranks, 8, tokens, 8, 4, 7392.0 * byte, exchange_mode::normal);
            duration<> const t = exchange_time(p, f.link, f.up, f.out);
            CHECK(t > p.up / f.link.value);
            CHECK(t > p.out / f.out.nic_rate.value);
        }
}

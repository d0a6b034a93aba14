#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <array>
#include <vector>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

template <class T = double>
struct basic_pods {
    basic_scale_up<T> up{};
    basic_scale_out<T> out{};
    one_way_rate<T> link = one_way(270.0 * GB_per_second);
    static constexpr char const* kind = "pods";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"up"}, self.up...);
        visit(field{"out"}, self.out...);
        visit(field{"link"}, self.link...);
    }
};
basic_pods<> pods() {
    basic_pods<> p;
    p.up.shape = topology::torus;
    p.up.dims = {4, 8, 4};
    p.up.domain = 128;
    p.up.ring = {
        .alpha = 5.0 * microsecond,
        .size_latency = microseconds_per_root_megabyte(2.0),
        .bandwidth = 270.0 * GB_per_second};
    p.up.reduction = p.up.ring;
    p.out.nic_rate = one_way(6.25 * GB_per_second);
    return p;
}

/// Load of the busiest link in an all-to-all in which each rank sends 1 in n equal parts: along the first axis, then the
/// second ..., the shorter way round, half each way where both are as long. Counted route by route.
double busiest_link(torus_dims const& dims, bool wraps) {
    std::vector<std::array<int, 3>> at;
    for (int x = 0; x < std::max(dims[0], 1); ++x)
        for (int y = 0; y < std::max(dims[1], 1); ++y)
            for (int z = 0; z < std::max(dims[2], 1); ++z)
                at.push_back({x, y, z});
    std::vector<double> load(at.size() * 6, 0.0);
    auto const index = [&](std::array<int, 3> const& c) {
        return static_cast<std::size_t>((c[0] * std::max(dims[1], 1) + c[1]) * std::max(dims[2], 1) + c[2]);
    };
    auto const go = [&](std::array<int, 3> c, std::size_t axis, int way, int hops, double part) {
        int const d = dims[axis];
        for (int i = 0; i < hops; ++i) {
            load[index(c) * 6 + 2 * axis + (way > 0 ? 1 : 0)] += part;
            c[axis] = (c[axis] + way + d) % d;
        }
    };
    double const part = 1.0 / static_cast<double>(at.size());
    for (auto const& from : at)
        for (auto const& to : at) {
            auto c = from;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                int const d = dims[axis], up = d > 0 ? (to[axis] - c[axis] + d) % d : 0,
                          down = d > 0 ? (d - up) % d : 0;
                if (up == 0)
                    continue;
                if (!wraps || d == 2)
                    go(c, axis, to[axis] > c[axis] ? 1 : -1, std::abs(to[axis] - c[axis]), part);
                else if (up == down) {
                    go(c, axis, 1, up, part / 2.0);
                    go(c, axis, -1, down, part / 2.0);
                } else
                    go(c, axis, up < down ? 1 : -1, std::min(up, down), part);
                c[axis] = to[axis];
            }
        }
    double most = 0.0;
    for (double const l : load)
        most = std::max(most, l);
    return most;
}

} // namespace

TEST_CASE("tori: derivatives, intervals, packs, float") {
    arithmetics::check_all(pods(), []<class T>(basic_pods<T> const& f) {
        auto const time = [&](collective_kind kind, rank_group g) {
            return collective_time(f.up, f.out, plan_collective(f.up, kind, g, 64.0 * MB)).base_value;
        };
        auto const exchanged = plan_exchange(128, f.up, 64.0, 8, 0, 7392.0 * byte, exchange_mode::low_latency);
        return std::array<T, 8>{
            time(collective_kind::all_reduce, {4, 1}),
            time(collective_kind::all_gather, {32, 4}),
            time(collective_kind::all_to_all, {128, 1}),
            time(collective_kind::all_reduce, {256, 1}),
            time(collective_kind::reduce_scatter, {64, 8}),
            send_time(f.up, f.out, plan_send(f.up, 8.0 * MB, false)).base_value,
            send_time(f.up, f.out, plan_send(f.up, 8.0 * MB, true, 4)).base_value,
            exchange_time(exchanged, f.link, f.up, f.out).base_value};
    });
}

TEST_CASE("an all-to-all is as slow as its busiest link") {
    for (bool wraps : {false, true})
        for (torus_dims const& d :
             {torus_dims{2, 0, 0},
              {3, 0, 0},
              {4, 0, 0},
              {5, 0, 0},
              {8, 0, 0},
              {9, 0, 0},
              {4, 4, 0},
              {3, 5, 0},
              {2, 8, 0},
              {2, 2, 1},
              {4, 4, 4},
              {2, 3, 4}}) {
            CAPTURE(wraps);
            CAPTURE(d[0]);
            CAPTURE(d[1]);
            CAPTURE(d[2]);
            sub_torus const t = place_in_torus(d, wraps, {accelerators_of(d), 1});
            CHECK(t.members == accelerators_of(d));
            CHECK(t.all_to_all == near(busiest_link(d, wraps), 1e-9));
        }
}

TEST_CASE("collectives of a torus grow with payload and hops, never beat the links, and an all-reduce is its halves") {
    auto f = pods();
    f.up.ring.size_latency = {};
    for (rank_group const g : {rank_group{2, 1}, {4, 1}, {8, 1}, {32, 1}, {128, 1}, {8, 4}, {32, 4}, {4, 32}, {2, 2}})
        for (double bytes = 1e3; bytes < 1e10; bytes *= 10.0) {
            auto const plan = [&](collective_kind kind) { return plan_collective(f.up, kind, g, bytes * byte); };
            auto const time = [&](collective_kind kind, double factor = 1.0) {
                return collective_time(f.up, f.out, plan_collective(f.up, kind, g, factor * bytes * byte))
                       - f.up.ring.alpha;
            };
            auto const ar = plan(collective_kind::all_reduce);
            CHECK(ar.nodes == 1);
            CHECK(ar.links <= 1.0);
            CHECK(time(collective_kind::all_reduce) > ar.up / f.up.ring.bandwidth);
            CHECK(time(collective_kind::all_reduce, 2.0) > time(collective_kind::all_reduce));
            CHECK(
                time(collective_kind::all_reduce).base_value
                == near((time(collective_kind::all_gather) + time(collective_kind::reduce_scatter)).base_value, 1e-9)
            );
            CHECK(time(collective_kind::all_to_all) > plan(collective_kind::all_to_all).up / f.up.ring.bandwidth);
        }
}

TEST_CASE("a group is in its domains as often as it has members, and uses more links where it fills an axis") {
    for (auto shape : {topology::switched, topology::direct, topology::torus}) {
        scale_up f = pods().up;
        f.shape = shape;
        for (int ranks = 1; ranks <= 1024; ranks *= 2)
            for (int stride = 1; stride <= 256; stride *= 2) {
                placement const p = place(f, {ranks, stride});
                CAPTURE(ranks);
                CAPTURE(stride);
                CHECK(p.members * p.nodes == ranks);
                CHECK(p.members <= std::max(1, f.domain / stride));
                if (p.members > 1) {
                    CHECK(p.links > 0.0);
                    CHECK(p.links <= 1.0);
                    CHECK(p.detour >= 1.0);
                }
            }
    }
}

TEST_CASE("a pass through the whole domain takes as long whatever its topology, but for hops") {
    scale_up torus = pods().up, direct = torus, switched = torus;
    direct.shape = topology::direct;
    switched.shape = topology::switched;
    switched.reduction_ranks = 1024;
    torus.hop = 0.0 * second;
    for (auto kind : {collective_kind::all_reduce, collective_kind::all_gather}) {
        auto const time = [&](scale_up const& f) {
            return collective_time(f, scale_out{}, plan_collective(f, kind, 128, 1.0 * GB)).base_value;
        };
        CHECK(time(direct) == near(time(switched), 1e-12));
        CHECK(time(torus) == near(time(switched), 1e-12));
    }
}

TEST_CASE("a data-parallel ring grows with its nodes, a tree with their logarithm") {
    scale_up up{};
    up.ring.bandwidth = 360.0 * GB_per_second;
    up.reduction = up.ring;
    scale_out out{};
    out.nic_rate = one_way(50.0 * GB_per_second);
    out.wide_hop = 1e-9 * microsecond; // steps of low latency alone
    auto const small = [&](collective_kind kind, int nodes) {
        return collective_time(up, out, plan_collective(up, out, kind, {nodes, 8}, 1.0 * byte)).in(microsecond);
    };
    double const hop = out.hop.in(microsecond);
    for (int nodes = 2; nodes <= 512; nodes *= 2) {
        double const ring = small(collective_kind::all_gather, 2 * nodes) - small(collective_kind::all_gather, nodes);
        double const tree = small(collective_kind::all_reduce, 2 * nodes) - small(collective_kind::all_reduce, nodes);
        CHECK(ring == near(hop * nodes, 1e-6));
        CHECK(tree > 2.0 * hop);
        CHECK(tree < 2.2 * hop);
    }
}

#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <doctest/doctest.h>

#include <string>

#include "approx.hpp"

using namespace tallywatt;

namespace {
/// A torus whose links carry `link` GB/s one way, without latency but 1 us a hop.
scale_up torus_of(torus_dims const& dims, double link, bool wraps = true) {
    scale_up f{};
    f.shape = topology::torus;
    f.dims = dims;
    f.wraps = wraps;
    f.domain = accelerators_of(dims);
    f.hop = 1.0 * microsecond;
    f.exchange_share = fraction{1.0};
    f.exchange_alpha = 0.0 * second;
    f.ring.alpha = 0.0 * second;
    f.ring.bandwidth = 2.0 * axes_of(dims) * link * GB_per_second;
    return f;
}
duration<> time_of(scale_up const& f, collective_kind kind, rank_group const& g, data_size<> payload) {
    return collective_time(f, scale_out{}, plan_collective(f, kind, g, payload));
}
constexpr auto gather = collective_kind::all_gather, reduce = collective_kind::all_reduce,
               to_all = collective_kind::all_to_all;
} // namespace

// "How to Scale Your Model" (Austin et al., 2025), sharding chapter, quiz 2: all-gather of bfloat16[2048, 8192] along the
// axis of 4 in an 8 x 4 slice of TPU v5e, whose axes wrap at 16 only: three hops of 8.4 MB at 45 GB/s, 560 us. (A profile
// shows 680 us.) The second part is bound by latency: three hops, 3 us.
TEST_CASE("a line of a mesh: the book's all-gather on an 8 x 4 slice") {
    scale_up const f = torus_of({8, 4, 0}, 45.0, false);
    rank_group const axis{4, 8};
    CHECK(
        time_of(f, gather, axis, 2.0 * 2048 * 8192 * byte).in(microsecond) == near(3.0 * 8.388608e6 / 45e3 + 3.0, 1e-9)
    );
    CHECK(time_of(f, gather, axis, 2.0 * 2048 * 8192 * byte).in(microsecond) == near(560.0, 0.01));
    // each hop of 32 kB takes 0.7 us, less than its latency: the book counts the larger, here they add
    double const small = time_of(f, gather, axis, 2.0 * 256 * 256 * byte).in(microsecond);
    CHECK(small > 3.0);
    CHECK(small < 3.0 + 3.0 * 0.75);
}

// The same, question 2, on a 4 x 4 x 4 cube of TPU v4 with wraparound: 23 us over one axis (a quarter of the array), 46 us
// over two, 190 us for the all-reduce of the whole. The book leaves out (n - 1)/n and the hops.
TEST_CASE("rings of a cube: the book's collectives on a 4 x 4 x 4 slice") {
    scale_up f = torus_of({4, 4, 4}, 45.0);
    f.hop = 0.0 * second;
    data_size<> const array = 2.0 * 1024 * 4096 * byte;
    auto const whole = [](duration<> t, double n) { return t.in(microsecond)*n / (n - 1.0); };
    CHECK(whole(time_of(f, gather, {4, 1}, array / 4.0), 4.0) == near(23.0, 0.02));
    CHECK(whole(time_of(f, gather, {16, 1}, array), 16.0) == near(46.0, 0.02));
    CHECK(whole(time_of(f, reduce, {4, 16}, array), 4.0) == near(190.0, 0.02));
    // question 3: 256 bytes along an axis of four that wraps: two hops, 2 us
    f.hop = 1.0 * microsecond;
    CHECK(time_of(f, gather, {4, 1}, 256.0 * byte).in(microsecond) == near(2.0, 0.01));
}

// Cloud TPU documentation, all-reduce bandwidth per pod: 1.1 PB/s for 4,096 x v4 and 51.2 TB/s for 256 x v5e, which is
// every link of every chip at work; bisection bandwidth 24 and 1.6 TB/s. Links of 45 (as the book measures v4's) and 50 GB/s.
TEST_CASE("whole pods meet their documented all-reduce and bisection bandwidths") {
    struct pod {
        torus_dims dims;
        double link, all_reduce_TB, bisection_TB;
    };
    for (pod const& p : {pod{{16, 16, 16}, 45.0, 1100.0, 24.0}, pod{{16, 16, 0}, 50.0, 51.2, 1.6}}) {
        scale_up f = torus_of(p.dims, p.link);
        f.hop = 0.0 * second;
        data_size<> const s = 1.0 * GB;
        double const n = f.domain;
        // an all-gather moves S (n - 1)/n into every chip
        double const moved = n * (n - 1.0) / n, t = time_of(f, gather, {f.domain, 1}, s).in(second);
        CHECK(moved / t / 1e3 == near(p.all_reduce_TB, 0.01));
        // of an all-to-all, a quarter of all data crosses the middle each way
        double const exchange = time_of(f, to_all, {f.domain, 1}, s).in(second);
        CHECK(n / 4.0 / exchange / 1e3 == near(p.bisection_TB, 0.05));
    }
}

TEST_CASE("sub-tori by hand") {
    torus_dims const pod{12, 16, 16}; // a pod of the PaLM run: 12 tensor shards, 256 data shards
    sub_torus const tensor = place_in_torus(pod, true, {12, 1}), data = place_in_torus(pod, true, {256, 12});
    CHECK(tensor.members == 12);
    CHECK(tensor.links == 2.0);
    CHECK(tensor.hops == 6.0);
    CHECK(data.members == 256);
    CHECK(data.links == 4.0);
    CHECK(data.hops == 16.0);
    // half an axis is a line: one link, seven hops; its busiest link carries 4 x 4/8 of a rank's data
    sub_torus const half = place_in_torus({16, 16, 0}, true, {8, 1});
    CHECK(half.links == 1.0);
    CHECK(half.hops == 7.0);
    CHECK(half.all_to_all == 2.0);
    // every second rank of an axis: a ring of 8 whose hops are two links long, shared with the other half
    sub_torus const skipping = place_in_torus({16, 16, 0}, true, {8, 2});
    CHECK(skipping.members == 8);
    CHECK(skipping.links == 1.0);
    CHECK(skipping.hops == 8.0);
    CHECK(skipping.all_to_all == 2.0);
    // two are a pair, wraparound or not; one has no links to use
    CHECK(place_in_torus({2, 2, 1}, true, {4, 1}).links == 2.0);
    CHECK(place_in_torus({2, 2, 1}, true, {1, 1}).links == 0.0);
    CHECK(place_in_torus({16, 16, 16}, true, {5000, 1}).members == 4096);
}

// book, sharding chapter: an all-to-all of an array over a bidirectional ring takes a quarter of its all-gather
TEST_CASE("an all-to-all on a ring takes a quarter of the all-gather") {
    scale_up f = torus_of({64, 0, 0}, 50.0);
    f.hop = 0.0 * second;
    double const n = 64.0;
    double const all_gather = time_of(f, gather, {64, 1}, n * MB).in(second)*n / (n - 1.0);
    CHECK(time_of(f, to_all, {64, 1}, 1.0 * MB).in(second) == near(all_gather / 4.0, 1e-12));
}

TEST_CASE("several pods: in the torus, across, in the torus") {
    scale_up const f = torus_of({12, 16, 16}, 45.0);
    // gradients of a PaLM-like run: each chip holds 1/12 of 540e9 16-bit numbers; 256 data shards in each of two pods
    collective_plan const p = plan_collective(f, reduce, {512, 12}, 90.0 * GB);
    CHECK(p.nodes == 2);
    CHECK(p.passes == 2);
    CHECK(p.up.in(GB) == near(2.0 * 90.0 * 255.0 / 256.0, 1e-12));
    CHECK(p.out.in(GB) == near(90.0 / 256.0, 1e-12)); // 2 (N - 1)/N = 1
    CHECK(p.links == near(4.0 / 6.0, 1e-12));
    CHECK(p.hops == near(32.0, 1e-12));
}

TEST_CASE("exchange on a torus is bound by its longest axis") {
    scale_up const f = torus_of({16, 16, 0}, 50.0);
    auto const p = plan_exchange(256, f, 128.0, 8, 0, 1.0 * kB, exchange_mode::low_latency);
    // 1.024 MB a rank, of which 255/256 leave it: 16/8 x 1.024 MB/(50 GB/s)
    CHECK(exchange_time(p, one_way(200.0 * GB_per_second), f, scale_out{}).in(microsecond) == near(40.96, 1e-9));
    // through switches the same links are all of use: 1.02 MB/(200 GB/s)
    scale_up switched = f;
    switched.shape = topology::switched;
    auto const s = plan_exchange(256, switched, 128.0, 8, 0, 1.0 * kB, exchange_mode::low_latency);
    CHECK(exchange_time(s, one_way(200.0 * GB_per_second), switched, scale_out{}).in(microsecond) == near(5.1, 1e-9));
}

TEST_CASE("a torus's axes make up its domain") {
    scale_up f = torus_of({4, 4, 4}, 45.0);
    CHECK_NOTHROW(check(f));
    f.domain = 8;
    CHECK_THROWS_WITH(check(f), "scale_up.domain: 8 is not the product of the torus's axes, 64");
    f.shape = topology::switched;
    CHECK_THROWS_WITH(check(f), "scale_up.dims: only a torus has axes");
    CHECK_NOTHROW(check(scale_up{}));
}

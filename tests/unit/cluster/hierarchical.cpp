#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/nvlink.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

// Bus bandwidth of an all-reduce over nodes of 8 H100 with 400 Gb/s interfaces, read off the plot of arXiv 2411.13055
// (+- 5 GB/s). doubling and size_latency of the network were set on it, hop and alpha on small payloads elsewhere, the wide
// hops are NCCL's. Worst: 64 nodes at 16 MiB, 14 % fast (45 GB/s, less than the 48 of 128 nodes).
TEST_CASE("all-reduce over nodes of 8 H100 meets a published scan") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out const out = catalog::infiniband_ndr;
    double const mib[] = {16, 32, 64, 128, 256, 1024, 16384};
    struct row {
        int nodes;
        double bus[7];
    };
    double mean = 0.0;
    int points = 0;
    for (row const& r :
         {row{4, {115, 167, 217, 255, 273, 337, 358}}, row{8, {88, 137, 190, 233, 280, 328, 359}},
          row{16, {72, 112, 162, 218, 265, 322, 355}}, row{32, {58, 90, 152, 206, 253, 314, 352}},
          row{64, {45, 86, 137, 181, 247, 305, 350}}, row{128, {48, 78, 123, 180, 236, 312, 345}},
          row{512, {40, 65, 112, 165, 220, 287, 346}}})
        for (int i = 0; i < 7; ++i) {
            data_size<> const payload = mib[i] * MiB;
            int const ranks = 8 * r.nodes;
            duration<> const published =
                wire_data(collective_kind::all_reduce, ranks, payload) / (r.bus[i] * GB_per_second);
            double const error = all_reduce_time(up, out, ranks, payload) / published - 1.0;
            CAPTURE(r.nodes);
            CAPTURE(mib[i]);
            CHECK(std::abs(error) < 0.14);
            mean += std::abs(error);
            ++points;
        }
    CHECK(mean / points < 0.036);
}

// 32 ranks in 4 nodes of 8, 80 MB
TEST_CASE("data of every algorithm by hand") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out out = catalog::infiniband_ndr;
    out.in_network_reduction = true;
    auto const plan = [&](collective_kind kind, collective_algorithm how) {
        return plan_collective(up, out, kind, {32, 1}, 80.0 * MB, how);
    };
    using enum collective_algorithm;
    // ring: 2 x 31/32 x 80 = 155 MB from every rank, an eighth of it over each interface; 6 steps, 7 hops inside for each
    auto const r = plan(collective_kind::all_reduce, ring);
    CHECK(r.nodes == 4);
    CHECK(r.up.in(MB) == near(155.0, 1e-12));
    CHECK(r.out.in(MB) == near(19.375, 1e-12));
    CHECK(r.steps == 6.0);
    CHECK(r.hops == 42.0);
    CHECK(r.passes == 1);
    // tree: all of it up and down again; two levels, two hops each
    auto const t = plan(collective_kind::all_reduce, tree);
    CHECK(t.up.in(MB) == near(160.0, 1e-12));
    CHECK(t.out.in(MB) == near(20.0, 1e-12));
    CHECK(t.doublings == near(2.0, 1e-12));
    CHECK(t.steps == near(4.0, 1e-12));
    CHECK(t.hops == 0.0);
    // the network adds up: 2 x 7/8 x 80 inside, 10 MB up once and down once
    auto const s = plan(collective_kind::all_reduce, in_network);
    CHECK(s.reduced);
    CHECK(s.up.in(MB) == near(140.0, 1e-12));
    CHECK(s.out.in(MB) == near(10.0, 1e-12));
    CHECK(s.steps == 2.0);
    // hierarchical: the same inside, a ring of 10 MB over 4 nodes: 2 x 3/4
    auto const h = plan(collective_kind::all_reduce, hierarchical);
    CHECK(h.passes == 2);
    CHECK(h.up.in(MB) == near(140.0, 1e-12));
    CHECK(h.out.in(MB) == near(15.0, 1e-12));
    CHECK(h.steps == 6.0);
    CHECK(h.hops == 0.0);
    // an all-gather and a reduce-scatter carry half of each, and have no trees
    for (auto const kind : {collective_kind::all_gather, collective_kind::reduce_scatter}) {
        CHECK(plan(kind, ring).up.in(MB) == near(77.5, 1e-12));
        CHECK(plan(kind, ring).steps == 3.0);
        CHECK(plan(kind, hierarchical).up.in(MB) == near(70.0, 1e-12));
        CHECK(plan(kind, hierarchical).out.in(MB) == near(7.5, 1e-12));
        CHECK(plan(kind, tree).algorithm == hierarchical);
        CHECK(plan(kind, in_network).algorithm == hierarchical);
    }
    // a broadcast: 80 MB past every rank and an eighth over each interface; or scattered and gathered, 2 x 7/8
    CHECK(plan(collective_kind::broadcast, ring).up.in(MB) == near(80.0, 1e-12));
    CHECK(plan(collective_kind::broadcast, ring).out.in(MB) == near(10.0, 1e-12));
    CHECK(plan(collective_kind::broadcast, ring).steps == 3.0);
    CHECK(plan(collective_kind::broadcast, hierarchical).up.in(MB) == near(140.0, 1e-12));
    CHECK(plan(collective_kind::broadcast, hierarchical).out.in(MB) == near(10.0, 1e-12));
    CHECK(plan(collective_kind::broadcast, hierarchical).passes == 2);
    // an all-to-all has one way: 80 MB less the own node's quarter goes out, 7/8 of that quarter inside
    auto const a = plan(collective_kind::all_to_all, ring);
    CHECK(a.algorithm == direct);
    CHECK(a.up.in(MB) == near(17.5, 1e-12));
    CHECK(a.out.in(MB) == near(60.0, 1e-12));
    CHECK(a.steps == 3.0);
}

// alpha 10 us, g 2 us/sqrt(MB), 350 GB/s inside; 4 us, hops of 6 and 1 us, of 6 + 8 and 1 + 2 for wide rings, 90 us a level
// with g 100 us/sqrt(MB), 48 of 50 GB/s across
TEST_CASE("times of rings and trees by hand") {
    scale_up up{};
    up.ring = {
        .alpha = 10.0 * microsecond,
        .launch = 5.0 * microsecond,
        .size_latency = microseconds_per_root_megabyte(2.0),
        .bandwidth = 350.0 * GB_per_second};
    up.reduction_ranks = 9;
    up.hop = 1.0 * microsecond;
    up.wide_hop = 2.0 * microsecond;
    scale_out out{};
    out.nic_rate = one_way(50.0 * GB_per_second);
    out.collective_share = fraction{0.96};
    out.alpha = 4.0 * microsecond;
    out.hop = 6.0 * microsecond;
    out.wide_hop = 8.0 * microsecond;
    out.doubling = 90.0 * microsecond;
    out.size_latency = microseconds_per_root_megabyte(100.0);
    auto const us = [&](collective_kind kind, rank_group g, double mb, collective_algorithm how) {
        return collective_time(up, out, plan_collective(up, out, kind, g, mb * MB, how)).in(microsecond);
    };
    using enum collective_algorithm;
    // two nodes of 8, 1024/15 x 8 MB: out = 2 x 15/16 x S/8 = 128 MB at 48 GB/s, less than 1024 MB at 350 GB/s: 2925.7 us;
    // onset 100 sqrt 128 = 1131.4 us, limit 8 + 7 x 2 us for each of the two steps
    double const s = 1024.0 / 15.0 * 8.0;
    double const step = 1.0 / (1.0 / 22.0 + 1.0 / (100.0 * std::sqrt(128.0)));
    CHECK(
        us(collective_kind::all_reduce, {16, 1}, s, ring)
        == near(10.0 + 2.0 * 32.0 + 4.0 + 2.0 * (6.0 + 7.0 + step) + 1024.0 / 0.35, 1e-9)
    );
    // four nodes of one rank each (stride 8), 24 MB: out = 48 MB = 1000 us, two levels of 12 + 1/(1/90 + 1/(100 sqrt 48))
    CHECK(
        us(collective_kind::all_reduce, {4, 8}, 24.0, tree)
        == near(4.0 + 2.0 * 12.0 + 2.0 / (1.0 / 90.0 + 1.0 / (100.0 * std::sqrt(48.0))) + 1000.0, 1e-9)
    );
    // the same as a gather: 18 MB in 3 steps of the wide protocol
    CHECK(
        us(collective_kind::all_gather, {4, 8}, 24.0, ring)
        == near(4.0 + 3.0 * 6.0 + 3.0 / (1.0 / 8.0 + 1.0 / (100.0 * std::sqrt(18.0))) + 375.0, 1e-9)
    );
}

TEST_CASE("small payloads go up a tree, large ones round a ring, as long as there are few nodes") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out const out = catalog::infiniband_ndr;
    auto const chosen = [&](int nodes, data_size<> payload) {
        return best_algorithm(up, out, collective_kind::all_reduce, {8 * nodes, 1}, payload);
    };
    CHECK(chosen(4, 1.0 * KiB) == collective_algorithm::tree);
    CHECK(chosen(4, 16.0 * GiB) == collective_algorithm::ring);
    CHECK(chosen(512, 1.0 * GiB) == collective_algorithm::tree);
    CHECK(best_algorithm(up, out, collective_kind::all_gather, {4096, 1}, 1.0 * KiB) == collective_algorithm::ring);
    CHECK(best_algorithm(up, out, collective_kind::all_to_all, {64, 1}, 1.0 * GiB) == collective_algorithm::direct);
    // a library with a hierarchical all-reduce takes it where its fewer bytes pay
    auto const own =
        plan_collective(up, out, collective_kind::all_reduce, {32, 1}, 1.0 * GiB, algorithm_set{.hierarchical = true});
    CHECK(own.algorithm == collective_algorithm::hierarchical);
    // a pod of tori has neither rings over all nor trees
    scale_up torus = up;
    torus.shape = topology::torus, torus.dims = {4, 2}, torus.domain = 8;
    CHECK(
        best_algorithm(torus, out, collective_kind::all_reduce, {32, 1}, 1.0 * GiB)
        == collective_algorithm::hierarchical
    );
    // nothing can be compared without a network's rate
    CHECK(
        best_algorithm(up, scale_out{}, collective_kind::all_reduce, {32, 1}, 1.0 * KiB)
        == collective_algorithm::hierarchical
    );
}

TEST_CASE("inside a domain: the switches add up large groups, a ring the small ones") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out const out = catalog::infiniband_ndr;
    CHECK(plan_collective(up, collective_kind::all_reduce, 8, 1.0 * MB).reduced);
    CHECK_FALSE(plan_collective(up, collective_kind::all_reduce, 4, 1.0 * MB).reduced);
    CHECK(plan_collective(up, collective_kind::all_reduce, 5, 1.0 * MB).reduced); // just enough
    CHECK_FALSE(plan_collective(up, collective_kind::all_gather, 8, 1.0 * MB).reduced);
    CHECK(all_reduce_time(up, out, 8, 1.0 * GB) / all_reduce_time(up.reduction, 8, 1.0 * GB) == near(1.0, 1e-12));
    CHECK(all_reduce_time(up, out, 4, 1.0 * GB) == all_reduce_time(up.ring, 4, 1.0 * GB));
    CHECK(all_reduce_time(up, out, 1, 1.0 * GB).in(second) == 0.0);
}

// Machine Learning Engineering open book: bus bandwidth of sums in the switch over the ring's by group size, 8 GiB. Nothing
// was set on it but the ends: 480 over 367 GB/s on eight H200, 840 over 682 GB/s on eight B200.
TEST_CASE("what sums in the switch gain grows with the group as published") {
    struct row {
        int ranks;
        double h200, b200;
    };
    auto const gain = [](scale_up up, int ranks) {
        up.reduction_ranks = 2;
        collective_plan const sums = plan_collective(up, collective_kind::all_reduce, ranks, 8.0 * GiB);
        collective_plan const ring = plan_collective(
            up, scale_out{}, collective_kind::all_reduce, {ranks, 1}, 8.0 * GiB, collective_algorithm::ring
        );
        CHECK(sums.reduced);
        CHECK_FALSE(ring.reduced);
        return collective_time(up, scale_out{}, ring) / collective_time(up, scale_out{}, sums);
    };
    for (row const& r : {row{5, 1.14, 1.0}, row{6, 1.19, 1.15}, row{7, 1.26, 1.19}, row{8, 1.29, 1.23}}) {
        CAPTURE(r.ranks);
        CHECK(gain(catalog::nvlink4_h200, r.ranks) == near(r.h200, 0.05));
        CHECK(
            gain(catalog::nvlink5_hgx, r.ranks) == near(r.b200, r.ranks == 5 ? 0.11 : 0.05)
        ); // five are left to the ring
    }
    CHECK(gain(catalog::nvlink4_h200, 4) == near(1.0, 0.07)); // no gain: a ring it is
}

TEST_CASE("a fabric whose switches never add up has an all-reduce of its own, a ring") {
    scale_up const up = catalog::nvlink3_a100;
    CHECK(up.reduction_ranks > up.domain);
    for (int const ranks : {2, 8}) {
        auto const p = plan_collective(up, collective_kind::all_reduce, ranks, 100.0 * MB);
        CHECK(p.algorithm == collective_algorithm::ring);
        CHECK(p.up == wire_data(collective_kind::all_reduce, ranks, 100.0 * MB));
        CHECK(collective_time(up, scale_out{}, p) == wire_time(up.reduction, p.up));
        auto const g = plan_collective(up, collective_kind::all_gather, ranks, 100.0 * MB);
        CHECK(collective_time(up, scale_out{}, g) == wire_time(up.ring, g.up));
    }
}

// NCCL issue 1244: two nodes of 8 H20 (NVLink as on H100, one 400 Gb/s interface each), all-reduce launched from the host,
// best of the two reported runs. Nothing was set on it. Between 1 and 4 MiB, where NCCL changes protocol, times are flat and
// the model's are not: 18 % fast at 1 MiB.
TEST_CASE("all-reduce over two nodes from bytes to megabytes") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out const out = catalog::infiniband_ndr;
    struct row {
        double kib, us;
    };
    for (row const& r :
         {row{0.03125, 46.3}, row{0.5, 46.5}, row{1024, 121.8}, row{2048, 129.8}, row{4096, 127.6}, row{8192, 146.5},
          row{16384, 203.0}, row{32768, 298.5}, row{65536, 467.9}}) {
        CAPTURE(r.kib);
        duration<> const t = all_reduce_time(up, out, 16, r.kib * KiB, launch_kind::host);
        CHECK(t.in(microsecond) == near(r.us, 0.19));
    }
}

// MSCCL++ performance notes: 1 KiB on A100 with one 200 Gb/s interface each, NCCL 2.17 replayed from a graph, less 5 us
// that its replay takes (assumed: one graph per operation). alpha and hop of the network were set on these four together;
// the root overstates an all-reduce this small by 4 us.
TEST_CASE("small collectives over two nodes of one and of eight") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out const out = catalog::infiniband_ndr;
    auto const time = [&](collective_kind kind, rank_group g) {
        return collective_time(up, out, plan_collective(up, out, kind, g, 1.0 * KiB)).in(microsecond);
    };
    CHECK(time(collective_kind::all_reduce, {2, 8}) == near(21.27 - 5.0, 0.28));
    CHECK(time(collective_kind::all_gather, {2, 8}) == near(16.08 - 5.0, 0.15));
    CHECK(time(collective_kind::all_reduce, {16, 1}) == near(35.85 - 5.0, 0.25));
    CHECK(time(collective_kind::all_gather, {16, 1}) == near(33.74 - 5.0, 0.15));
}

TEST_CASE("strided groups: members in a node, and an interface each") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out const out = catalog::infiniband_ndr;
    // 16 data shards of 8 tensor shards: one to a node; all of it goes over its own interface, 2 x 15/16 of 1 GB
    collective_plan const far = plan_collective(up, collective_kind::all_reduce, {16, 8}, 1.0 * GB);
    CHECK(far.nodes == 16);
    CHECK(far.passes == 0);
    CHECK(far.up.in(GB) == 0.0);
    CHECK(far.out.in(GB) == near(1.875, 1e-12));
    CHECK(collective_time(up, out, far) > 1.875 * GB / (50.0 * GB_per_second));
    // of 2 tensor shards: four to a node
    collective_plan const mixed = plan_collective(up, collective_kind::reduce_scatter, {16, 2}, 1.0 * GB);
    CHECK(mixed.nodes == 4);
    CHECK(mixed.up.in(GB) == near(0.75, 1e-12));
    CHECK(mixed.out.in(GB) == near(0.1875, 1e-12));
    // a ring over 4 nodes of 4: 3 steps between nodes, 3 x 3 inside
    collective_plan const round = plan_collective(up, out, collective_kind::reduce_scatter, {16, 2}, 1.0 * GB);
    CHECK(round.up.in(GB) == near(0.9375, 1e-12));
    CHECK(round.steps == 3.0);
    CHECK(round.hops == 9.0);
    // a stride beyond the domain is the same as one that fills it
    CHECK(
        collective_time(up, out, plan_collective(up, collective_kind::all_reduce, {16, 64}, 1.0 * GB))
        == collective_time(up, out, far)
    );
}

// RCCL issue 1210: at most 48 GB/s one way between two MI300X after protocol overheads, as they have one of seven links in
// common; RCCL's README: less than 8 have only a fraction of the bandwidth
TEST_CASE("a pair of a direct fabric has one link") {
    scale_up const up = catalog::xgmi_mi300x;
    CHECK(place(up, {2, 1}).links == near(1.0 / 7.0, 1e-12));
    CHECK(place(up, {4, 1}).links == near(3.0 / 7.0, 1e-12));
    CHECK(place(up, {8, 1}).links == 1.0);
    data_size<> const s = 16.0 * GiB;
    double const pair = (s / all_reduce_time(up, scale_out{}, 2, s)).in(GB_per_second); // w = S
    CHECK(pair < 48.0);
    CHECK(pair > 0.95 * 48.0);
    CHECK(all_reduce_time(up, scale_out{}, 8, 64.0 * MB) == all_reduce_time(up.ring, 8, 64.0 * MB));
    // two groups of 4, by stride: members 0, 2, 4, 6 have three links each as well
    CHECK(plan_collective(up, collective_kind::all_gather, {4, 2}, s).links == near(3.0 / 7.0, 1e-12));
}

// NVIDIA GTC slides: all-reduce over whole nodes of 8 H100 peaks at 380 GB/s of bus bandwidth, at 480 with IB SHARP. Both
// come out fast, as chunks do not overlap perfectly: the bounds are wide for that.
TEST_CASE("a network that adds up") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out out = catalog::infiniband_ndr;
    auto const bus = [&] {
        data_size<> const s = 16.0 * GiB;
        return (wire_data(collective_kind::all_reduce, 128, s) / all_reduce_time(up, out, 128, s)).in(GB_per_second);
    };
    double const without = bus(), small = all_reduce_time(up, out, 512, 1.0 * KiB).in(second);
    out.in_network_reduction = true;
    CHECK(without == near(380.0, 0.10));
    CHECK(bus() == near(480.0, 0.20));
    CHECK(bus() > 1.2 * without);
    CHECK(all_reduce_time(up, out, 512, 1.0 * KiB).in(second) < small); // two hops instead of twice six
    auto const p = plan_collective(up, out, collective_kind::all_reduce, {128, 1}, 8.0 * GB);
    CHECK(p.reduced);
    CHECK(p.out.in(GB) == near(1.0, 1e-12)); // up once, down once
    CHECK_FALSE(plan_collective(up, out, collective_kind::all_gather, {128, 1}, 8.0 * GB).reduced);
}

TEST_CASE("sends between pipeline stages by hand") {
    scale_up up{};
    up.ring = {
        .alpha = 10.0 * microsecond,
        .launch = 5.0 * microsecond,
        .size_latency = {},
        .bandwidth = 350.0 * GB_per_second};
    scale_out out{};
    out.nic_rate = one_way(50.0 * GB_per_second);
    out.collective_share = fraction{0.96};
    auto const us = [&](send_plan const& p) { return send_time(up, out, p).in(microsecond); };
    // inside: 10 + 35 MB/350 GB/s; across: 10 + 4 + 6 + 48 MB/48 GB/s
    CHECK(us(plan_send(up, 35.0 * MB, false)) == near(110.0, 1e-9));
    CHECK(us(plan_send(up, 48.0 * MB, true)) == near(1020.0, 1e-9));
    // split over 8 interfaces and gathered: 20 + 6/48 ms, then 10 + 48 x 7/8 MB/(350 GB/s)
    CHECK(us(plan_send(up, 48.0 * MB, true, 8)) == near(20.0 + 125.0 + 10.0 + 120.0, 1e-9));
    CHECK(send_time(up, out, plan_send(up, 35.0 * MB, false), launch_kind::host).in(microsecond) == near(115.0, 1e-9));
    // a direct fabric has one of seven links for it, a 3-D torus one of six and a hop
    up.shape = topology::direct;
    CHECK(us(plan_send(up, 35.0 * MB, false)) == near(710.0, 1e-9));
    up.shape = topology::torus;
    up.dims = {2, 2, 2};
    up.hop = 1.0 * microsecond;
    CHECK(us(plan_send(up, 35.0 * MB, false)) == near(611.0, 1e-9));
}

#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

// Bus bandwidth of an all-reduce over nodes of 8 H100 with 400 Gb/s interfaces, read off the plot of arXiv 2411.13055
// (+- 5 GB/s). Latency across nodes was set on the 16 MiB column (rough fit: 28 % at 64 nodes); the other columns are
// independent of it. Large payloads come out up to 11 % fast: chunks do not overlap perfectly.
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
            CHECK(std::abs(error) < 0.17);
            mean += std::abs(error);
            ++points;
        }
    CHECK(mean / points < 0.08);
}

TEST_CASE("shares of a hierarchical all-reduce by hand") {
    scale_up const up = catalog::nvlink4_h100;
    // 32 ranks in 4 nodes of 8, 80 MB: 2 x 7/8 x 80 = 140 MB inside, 10 MB x 2 x 3/4 = 15 MB across
    collective_plan const p = plan_collective(up, collective_kind::all_reduce, 32, 80.0 * MB);
    CHECK(p.nodes == 4);
    CHECK(p.passes == 2);
    CHECK(p.up.in(MB) == near(140.0, 1e-12));
    CHECK(p.out.in(MB) == near(15.0, 1e-12));
    CHECK(p.doublings == near(2.0, 1e-12));
    // an all-gather carries half of each: its output's 80 MB, of which each rank's interface brings 3/4 of an eighth
    collective_plan const g = plan_collective(up, collective_kind::all_gather, 32, 80.0 * MB);
    CHECK(g.up.in(MB) == near(70.0, 1e-12));
    CHECK(g.out.in(MB) == near(7.5, 1e-12));
}

TEST_CASE("inside a domain: the switches add up large groups, a ring the small ones") {
    scale_up const up = catalog::nvlink4_h100;
    scale_out const out = catalog::infiniband_ndr;
    CHECK(plan_collective(up, collective_kind::all_reduce, 8, 1.0 * MB).reduced);
    CHECK_FALSE(plan_collective(up, collective_kind::all_reduce, 4, 1.0 * MB).reduced);
    CHECK_FALSE(plan_collective(up, collective_kind::all_gather, 8, 1.0 * MB).reduced);
    CHECK(all_reduce_time(up, out, 8, 1.0 * GB) == all_reduce_time(up.reduction, 8, 1.0 * GB));
    CHECK(all_reduce_time(up, out, 4, 1.0 * GB) == all_reduce_time(up.ring, 4, 1.0 * GB));
    CHECK(all_reduce_time(up, out, 1, 1.0 * GB).in(second) == 0.0);
}

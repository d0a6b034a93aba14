#include <tallywatt/catalog/networks.hpp>
#include <tallywatt/cluster/fabric.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {
struct sheet_row {
    int servers, leaves, spines, cores, node_leaf, leaf_spine, spine_core;
};
void meets(sheet_row const& row, int radix) {
    INFO(row.servers, " servers");
    fabric_plan const p = plan_rails(row.servers, 8, radix);
    CHECK(p.leaves == row.leaves);
    CHECK(p.spines == row.spines);
    CHECK(p.cores == row.cores);
    CHECK(p.host_links == row.node_leaf);
    CHECK(p.switch_links == row.leaf_spine);
    CHECK(p.far_links == row.spine_core);
    CHECK(p.reached);
}
} // namespace

// NVIDIA DGX SuperPOD reference architecture, DGX B200, table of larger systems (docs.nvidia.com): Quantum-2, 64 ports
TEST_CASE("DGX B200 SuperPOD: switches and cables of 2 to 64 units") {
    constexpr sheet_row rows[] = {{64, 16, 8, 0, 512, 512, 0},
                                  {128, 32, 16, 0, 1024, 1024, 0},
                                  {256, 64, 32, 0, 2048, 2048, 0},
                                  {512, 128, 128, 64, 4096, 4096, 4096},
                                  {1024, 256, 256, 128, 8192, 8192, 8192},
                                  {2048, 512, 512, 256, 16384, 16384, 16384}};
    for (auto const& row : rows)
        meets(row, 64);
}

// The same for DGX H100, 4 units (RA-11333): 127 nodes, as one place is the fabric manager's: 32 leaves, 16 spines, 1,024
// cables between them
TEST_CASE("DGX H100 SuperPOD: 127 servers") { meets({127, 32, 16, 0, 1016, 1024, 0}, 64); }

// The same for DGX B300 with XDR, 144 ports, units of 72 servers: 18 and 36 spines where 16 and 32 had ports enough, as
// every leaf's 72 uplinks are shared evenly
TEST_CASE("DGX B300 SuperPOD, XDR: even wiring takes more spines than ports ask for") {
    constexpr sheet_row rows[] = {{72, 8, 4, 0, 576, 576, 0},
                                  {144, 16, 8, 0, 1152, 1152, 0},
                                  {288, 32, 18, 0, 2304, 2304, 0},
                                  {576, 64, 36, 0, 4608, 4608, 0},
                                  {1296, 144, 72, 0, 10368, 10368, 0}};
    for (auto const& row : rows)
        meets(row, 144);
    CHECK(plan_fabric(2304, 144).spines == 16); // packed
}

// Lambda on the Q3450-LD, 2026: switches for GB300 clusters of 576 to 41,472 accelerators; and 655,000 modules in the
// switches of 128,000 accelerators (131,072 in three tiers: five ends at switches each, and a few for leaves that are not full)
TEST_CASE("published switch and module counts of large clusters") {
    CHECK(plan_rails(576 / 8, 8, 144).switches() == 12);
    CHECK(plan_rails(4608 / 8, 8, 144).switches() == 100);
    CHECK(plan_rails(10368 / 8, 8, 144).switches() == 216);
    CHECK(plan_rails(41472 / 8, 8, 144).switches() == 1440);
    int const ends = plan_fabric(131'072, 144).ports_used();
    CHECK(ends >= 655'000);
    CHECK(ends < 656'000);
}

// Al-Fares 2008 at scale: k = 16, 32, 64 join 1,024, 8,192 and 65,536; two tiers of k ports k^2/2
TEST_CASE("k-ary trees from 1,024 to 65,536 endpoints") {
    for (int k : {16, 32, 64}) {
        CAPTURE(k);
        int const n = k * k * k / 4;
        fabric_plan const p = plan_fabric(n, k);
        CHECK(p.reached);
        CHECK(p.switches() == 5 * k * k / 4);
        CHECK(p.host_links == n);
        CHECK(p.switch_links == n);
        CHECK(p.far_links == n);
        CHECK(p.ports_used() == p.switches() * k); // every port has a cable
    }
    // 100,000 on 128 ports: 1,563 leaves of 64, as many middle switches, half as many cores
    fabric_plan const big = plan_fabric(100'000, 128);
    CHECK(big.tiers == 3);
    CHECK(big.leaves == 1563);
    CHECK(big.spines == 1563);
    CHECK(big.cores == 782);
    CHECK(big.reached);
    CHECK_FALSE(plan_fabric(100'000, 64).reached);
}

TEST_CASE("oversubscription is never exceeded") {
    // 64 ports, two to one: 21 up, 42 down, one port free
    fabric_plan const p = plan_fabric(840, 64, 2);
    CHECK(p.leaves == 20);
    CHECK(p.switch_links == 20 * 21);
    for (int over : {1, 2, 3, 5, 7}) {
        fabric_plan const q = plan_fabric(1000, 64, over);
        CHECK(1000 <= over * q.switch_links);
    }
}

TEST_CASE("rails alone: a tree for each, and nothing between") {
    fabric_plan const p = plan_rails_alone(128, 8, 64); // 8 x (4 leaves, 2 spines)
    CHECK(p.leaves == 32);
    CHECK(p.spines == 16);
    CHECK(p.links == 2048);
    CHECK(plan_rails_alone(64, 8, 64).switches() == 8); // no spines
}

TEST_CASE("what makes no sense is invalid") {
    CHECK_THROWS_WITH_AS(plan_fabric(16, 1), "fabric.radix: 1 is below 2", invalid_input);
    CHECK_THROWS_WITH_AS(
        plan_fabric(16, 64, -1), "fabric.oversubscription: -1 is below 1, which is non-blocking", invalid_input
    );
    CHECK_THROWS_AS(plan_rails(16, 8, 0), invalid_input);
}

#pragma once
// Memory pooled over CXL.
//
//   auto r = perform(memory_pool(catalog::cxl_pool), 2.0 * TB, 20e3 * USD);

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/memory_pool.hpp>

namespace tallywatt::catalog {

/// A pool without a switch for 16 sockets, as Pond's.
inline constexpr basic_memory_pool<estimate> cxl_pool = {
    .name = "CXL pool of 16 sockets, multi-headed controllers",
    .servers = 16,
    .stranded = share{range(0.06, 0.10, 0.25)},
    .correlation = share{range(0.0, 0.05, 0.30)},
    .pooled = share{range(0.20, 0.30, 0.50)},
    .extra_latency = range(70.0, 80.0, 90.0) * nanosecond,
    .own_latency = range(80.0, 85.0, 110.0) * nanosecond,
    .sensitivity = share{range(0.01, 0.03, 0.10)},
    .memory_price = range(3.5, 6.0, 19.0) * USD / GB,
    .memory_carbon = range(0.065, 0.4, 1.4) * kgCO2e / GB,
    .memory_draw = range(0.1, 0.3, 0.4) * watt / GB,
    .controllers = range(4'000.0, 12'000.0, 40'000.0) * USD,
    .controllers_draw = range(100.0, 250.0, 600.0) * watt,
    .controllers_carbon = range(50.0, 200.0, 500.0) * kgCO2e};
inline constexpr sourced_field cxl_pool_sources[] = {
    {"servers",
     {"Pond, ASPLOS 2023 (arXiv 2203.00241): 8 to 16 sockets give most of the benefit", "2023-01", confidence::high}},
    {"stranded",
     {"Pond: about 6 % at 75 % of cores taken, above 10 % at 85 %, 25 % at most; the first two recalled", "2023-01",
      confidence::medium}},
    {"correlation", {"assumed: servers of one customer or product grow together", "2026", confidence::assumed}},
    {"pooled",
     {"Pond: half of the machines never touch half of their memory; share that may move assumed", "2023-01",
      confidence::low}},
    {"extra_latency", {"Pond: 70 to 90 ns", "2023-01", confidence::high}},
    {"own_latency", {"Pond, 85 ns; two-socket servers up to 110 ns; recalled", "2023-01", confidence::medium}},
    {"sensitivity", {"Pond: 1 to 5 % with prediction; high end without", "2023-01", confidence::medium}},
    {"memory_price",
     {"contract prices of 2024, 3.5 to 4 USD/GB (recalled); high end a kit of 4 TB of DDR5 RDIMMs at 77 kUSD", "2026",
      confidence::low}},
    {"memory_carbon",
     {"ACT v2.0: 65 g/GB, the maker's own part; Dell PowerEdge R740 LCA: 533 kg for 384 GB; likely between", "2025-07",
      confidence::low}},
    {"memory_draw", {"planning practice", "2024", confidence::low}},
    {"controllers",
     {"assumed: controllers for 16 hosts, chassis, cables; with a switch the high end", "2026", confidence::assumed}},
    {"controllers_draw", {"assumed", "2026", confidence::assumed}},
    {"controllers_carbon", {"assumed", "2026", confidence::assumed}}};

} // namespace tallywatt::catalog

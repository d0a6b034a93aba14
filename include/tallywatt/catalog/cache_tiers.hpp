#pragma once
// Places for a key-value cache, as a server of eight accelerators sees them, and how prompts of published traces repeat each other.
//
//   duration<> const d = reload_time(cache_tier(catalog::cache_on_nvme), 8'000.0 * token, 70'272.0 * byte / token);

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/prefix_cache.hpp>

namespace tallywatt::catalog {

/// What is left of eight accelerators' memory beside weights; it was bought with them.
inline constexpr basic_cache_tier<estimate> cache_in_hbm = {
    .name = "accelerator memory",
    .in_place = true,
    .capacity = range(100.0, 300.0, 800.0) * GB,
    .read = range(16.0, 24.0, 64.0) * TB_per_second};
inline constexpr sourced_field cache_in_hbm_sources[] = {
    {"capacity", {"eight accelerators of 80 to 192 GB beside a model's weights; assumed", "2026", confidence::assumed}},
    {"read", {"eight accelerators of 2 to 8 TB/s; nothing is moved", "2025", confidence::medium}},
    {"latency", {"none: in place", "2026", confidence::high}},
    {"price", {"none: bought with the accelerator", "2026", confidence::high}},
    {"draw", {"none: in the accelerator's", "2026", confidence::high}}};

inline constexpr basic_cache_tier<estimate> cache_in_host = {
    .name = "host memory",
    .capacity = range(0.5, 1.5, 2.0) * TB,
    .read = range(100.0, 200.0, 400.0) * GB_per_second,
    .latency = range(10.0, 30.0, 200.0) * microsecond,
    .price = range(3.5, 6.0, 19.0) * USD / GB,
    .draw = range(0.1, 0.3, 0.4) * watt / GB};
inline constexpr sourced_field cache_in_host_sources[] = {
    {"capacity", {"hosts of 2 TB, a part of it", "2025", confidence::medium}},
    {"read",
     {"eight PCIe 5 x16 links of some 50 GB/s, at the most what the host's memory gives; likely half", "2025",
      confidence::low}},
    {"latency", {"assumed: start of copies for each layer", "2026", confidence::assumed}},
    {"price",
     {"contract prices of 2024, 3.5 to 4 USD/GB (recalled); high end a kit of 4 TB of DDR5 RDIMMs at 77 kUSD", "2026",
      confidence::low}},
    {"draw", {"planning practice", "2024", confidence::low}}};

inline constexpr basic_cache_tier<estimate> cache_in_pool = {
    .name = "memory pooled over CXL",
    .capacity = range(2.0, 4.0, 16.0) * TB,
    .read = range(25.0, 50.0, 100.0) * GB_per_second,
    .latency = range(20.0, 50.0, 300.0) * microsecond,
    .price = range(4.0, 7.0, 21.0) * USD / GB,
    .draw = range(0.1, 0.35, 0.5) * watt / GB};
inline constexpr sourced_field cache_in_pool_sources[] = {
    {"capacity", {"2 TB per controller (Astera Labs Leo), several", "2025-11", confidence::medium}},
    {"read", {"CXL 2.0 over PCIe 5: 25 GB/s of x8, 50 of x16, after overhead; one or two", "2025", confidence::low}},
    {"latency", {"assumed: start of copies", "2026", confidence::assumed}},
    {"price", {"assumed a sixth above memory's, for controllers", "2026", confidence::assumed}},
    {"draw", {"assumed as memory's, with controllers", "2026", confidence::assumed}}};

inline constexpr basic_cache_tier<estimate> cache_on_nvme = {
    .name = "local NVMe",
    .capacity = range(15.0, 60.0, 120.0) * TB,
    .read = range(9.0, 50.0, 100.0) * GB_per_second,
    .latency = range(0.1, 0.3, 2.0) * millisecond,
    .price = range(0.08, 0.11, 0.40) * USD / GB,
    .draw = range(0.3, 0.7, 1.5) * watt / TB};
inline constexpr sourced_field cache_on_nvme_sources[] = {
    {"capacity", {"eight drives of 2 to 15 TB", "2025", confidence::medium}},
    {"read",
     {"Azure AI benchmarking guide: 9.3 to 55.9 GB/s per host; high end eight PCIe 5 drives", "2024",
      confidence::high}},
    {"latency", {"60 to 80 us of the drive and the start of copies; assumed", "2026", confidence::assumed}},
    {"price",
     {"VDURA in CIO: 3,062 USD (Q2 2025) to 10,950 USD (Q1 2026) for 30 TB; over 90 % filled", "2026-04",
      confidence::medium}},
    {"draw", {"drives of 8 to 15 TB at 5 to 13 W", "2024", confidence::medium}}};

inline constexpr basic_cache_tier<estimate> cache_on_network = {
    .name = "store on the network",
    .capacity = range(50.0, 200.0, 1'000.0) * TB,
    .read = range(20.0, 45.0, 190.0) * GB_per_second,
    .latency = range(0.3, 1.0, 20.0) * millisecond,
    .price = range(0.12, 0.19, 0.60) * USD / GB,
    .draw = range(0.7, 1.05, 2.5) * watt / TB};
inline constexpr sourced_field cache_on_network_sources[] = {
    {"capacity", {"a server's part of a shared file system; assumed", "2026", confidence::assumed}},
    {"read",
     {"one 400 Gb/s interface; Mooncake's transfer engine: 87 GB/s over four of 200 Gb/s, 190 over eight of 400",
      "2025", confidence::high}},
    {"latency", {"assumed: file system or store of memory, and its metadata", "2026", confidence::assumed}},
    {"price", {"flash file system, this catalog", "2026", confidence::low}},
    {"draw", {"flash file system, this catalog", "2026", confidence::low}}};

/// DeepSeek's day: 56.3 % of 608 billion input tokens from a cache on disks.
inline constexpr basic_prefix_reuse<estimate> deepseek_reuse = {
    .hot = share{range(0.0, 0.05, 0.15)},
    .limit = share{range(0.563, 0.60, 0.70)},
    .again = range(2.0, 10.0, 120.0) * minute};
inline constexpr sourced_field deepseek_reuse_sources[] = {
    {"hot", {"assumed", "2026", confidence::assumed}},
    {"limit",
     {"DeepSeek-V3/R1 inference system overview: 0.563 were found, so no fewer; rest assumed", "2025-03",
      confidence::medium}},
    {"again",
     {"assumed between Mooncake's minutes within an hour and conversations that go on later", "2026",
      confidence::assumed}}};

/// Mooncake's public traces of an hour, counted by this project's own cache simulation.
inline constexpr basic_prefix_reuse<estimate> mooncake_conversations = {
    .hot = share{known(0.042)}, .limit = share{known(0.366)}, .again = known(213.0) * second};
inline constexpr sourced_field mooncake_conversations_sources[] = {
    {"hot", {"Mooncake FAST 25 trace release, conversation trace: LRU cache of 300 blocks", "2025", confidence::high}},
    {"limit", {"the same: endless cache, 12,031 requests", "2025", confidence::high}},
    {"again", {"the same: mean time between uses of a block", "2025", confidence::high}}};
inline constexpr basic_prefix_reuse<estimate> mooncake_synthetic = {
    .hot = share{known(0.005)}, .limit = share{known(0.640)}, .again = known(109.5) * second};
inline constexpr sourced_field mooncake_synthetic_sources[] = {
    {"hot", {"Mooncake FAST 25 trace release, synthetic trace: LRU cache of 100 blocks", "2025", confidence::high}},
    {"limit", {"the same: endless cache, 3,993 requests", "2025", confidence::high}},
    {"again", {"the same: mean time between uses of a block", "2025", confidence::high}}};

} // namespace tallywatt::catalog

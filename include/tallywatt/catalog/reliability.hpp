#pragma once
// How often training jobs were interrupted, and what their checkpoints went to. M is over accelerators of the job, so it
// holds for any size; jobs of one cluster differ by their age, software and care more than chips do.
//
//   goodput_plan p = plan_goodput(catalog::llama3_cluster, cost, {.accelerators = 16384});

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/goodput.hpp>

namespace tallywatt::catalog {

/// Llama 3 405B: 419 unplanned and 47 planned interruptions in 54 days on 16,384 H100.
inline constexpr basic_reliability<estimate> llama3_cluster = {
    .name = "Llama 3, 16,384 H100",
    .between_interruptions = known(16'384.0 * 54.0 * 24.0 / 419.0) * accelerator_hour,
    .node_lost = share{range(0.40, 0.78, 0.85)},
    .repair = range(4.0, 24.0, 168.0) * hour,
    .detection = range(0.5, 2.0, 10.0) * minute,
    .restart = range(3.0, 8.0, 15.0) * minute,
    .planned = known(47.0 / 54.0) / day,
    .planned_stop = range(5.0, 10.0, 30.0) * minute};
inline constexpr sourced_field llama3_cluster_sources[] = {
    {"between_interruptions", {"The Llama 3 Herd of Models, table 5, Meta (arXiv 2407.21783)", "2024-07", confidence::high}},
    {"node_lost", {"the same: about 78 % of unexpected interruptions are hardware, confirmed or suspected; low end: without host maintenance, network and what a reset cures, assumed", "2024-07", confidence::medium}},
    {"repair", {"assumed: from a restart of the node to a part from stock", "2026", confidence::assumed}},
    {"detection", {"assumed", "2026", confidence::assumed}},
    {"restart", {"17 minutes lost per interruption where 90 % are effective (own derivation) is the most; split assumed", "2024-07", confidence::low}},
    {"planned", {"The Llama 3 Herd of Models, table 5, Meta (arXiv 2407.21783)", "2024-07", confidence::high}},
    {"planned_stop", {"assumed as a restart", "2026", confidence::assumed}}};

/// Meta's research clusters: failures of 1,000 node-days of 8 A100. 1,024-GPU jobs saw 7.9 h, which is the low end of RSC-1:
/// software and users' own failures are in it.
inline constexpr basic_reliability<estimate> rsc1_cluster = {
    .name = "RSC-1, A100",
    .between_interruptions = range(1'024.0 * 7.9, 8.0 * 24.0 * 1000.0 / 6.50, 8.0 * 24.0 * 1000.0 / 6.50) * accelerator_hour,
    .node_lost = share{range(0.40, 0.78, 1.0)},
    .repair = range(4.0, 24.0, 168.0) * hour,
    .detection = range(1.0, 5.0, 30.0) * minute,
    .restart = range(3.0, 10.0, 30.0) * minute,
    .planned_stop = range(5.0, 10.0, 30.0) * minute};
inline constexpr sourced_field rsc1_cluster_sources[] = {
    {"between_interruptions", {"Revisiting reliability in large-scale ML research clusters, HPCA 2025 (arXiv 2410.21680), Meta; recalled", "2024-10", confidence::low}},
    {"node_lost", {"assumed as in The Llama 3 Herd of Models", "2026", confidence::assumed}},
    {"repair", {"assumed: from a restart of the node to a part from stock", "2026", confidence::assumed}},
    {"detection", {"assumed", "2026", confidence::assumed}},
    {"restart", {"assumed", "2026", confidence::assumed}},
    {"planned", {"none counted apart from the others", "2026", confidence::medium}},
    {"planned_stop", {"assumed as a restart", "2026", confidence::assumed}}};

inline constexpr basic_reliability<estimate> rsc2_cluster = {
    .name = "RSC-2, A100",
    .between_interruptions = range(29'500.0, 8.0 * 24.0 * 1000.0 / 2.34, 8.0 * 24.0 * 1000.0 / 2.34) * accelerator_hour,
    .node_lost = share{range(0.40, 0.78, 1.0)},
    .repair = range(4.0, 24.0, 168.0) * hour,
    .detection = range(1.0, 5.0, 30.0) * minute,
    .restart = range(3.0, 10.0, 30.0) * minute,
    .planned_stop = range(5.0, 10.0, 30.0) * minute};
inline constexpr sourced_field rsc2_cluster_sources[] = {
    {"between_interruptions", {"Revisiting reliability in large-scale ML research clusters, HPCA 2025 (arXiv 2410.21680), Meta; recalled; low end RSC-1's", "2024-10", confidence::low}},
    {"node_lost", {"assumed as in The Llama 3 Herd of Models", "2026", confidence::assumed}},
    {"repair", {"assumed: from a restart of the node to a part from stock", "2026", confidence::assumed}},
    {"detection", {"assumed", "2026", confidence::assumed}},
    {"restart", {"assumed", "2026", confidence::assumed}},
    {"planned", {"none counted apart from the others", "2026", confidence::medium}},
    {"planned_stop", {"assumed as a restart", "2026", confidence::assumed}}};

/// OPT-175B: 7.5 h between interruptions on 992 A100, most of them cured by hand; 59 % of the time was useful.
inline constexpr basic_reliability<estimate> opt_cluster = {
    .name = "OPT-175B, 992 A100",
    .between_interruptions = known(992.0 * 7.5) * accelerator_hour,
    .node_lost = share{range(0.40, 0.78, 1.0)},
    .repair = range(4.0, 24.0, 168.0) * hour,
    .detection = range(5.0, 30.0, 120.0) * minute,
    .restart = range(30.0, 200.0, 240.0) * minute,
    .planned_stop = range(5.0, 10.0, 30.0) * minute};
inline constexpr sourced_field opt_cluster_sources[] = {
    {"between_interruptions", {"OPT-175B, 992 A100: 7.5 h between interruptions (job reliability, glennklockwood.com)", "2024", confidence::medium}},
    {"node_lost", {"assumed as in The Llama 3 Herd of Models", "2026", confidence::assumed}},
    {"repair", {"assumed: from a restart of the node to a part from stock", "2026", confidence::assumed}},
    {"detection", {"assumed: by hand, at night too", "2026", confidence::assumed}},
    {"restart", {"chosen so that 59 % of the time is useful (the published share); by hand", "2026", confidence::assumed}},
    {"planned", {"none counted apart from the others", "2026", confidence::medium}},
    {"planned_stop", {"assumed as a restart", "2026", confidence::assumed}}};

/// ByteRobust: standby nodes, restarts in place and detection in seconds; 97 % of three months on 9,600 accelerators. Its
/// rate of interruptions is taken from others.
inline constexpr basic_reliability<estimate> byterobust_cluster = {
    .name = "ByteRobust, 9,600 accelerators",
    .between_interruptions = range(29'500.0, 50'000.0, 50'700.0) * accelerator_hour,
    .node_lost = share{range(0.40, 0.78, 1.0)},
    .repair = range(4.0, 24.0, 168.0) * hour,
    .detection = range(10.0, 60.0, 300.0) * second,
    .restart = range(1.0, 4.0, 8.0) * minute,
    .planned_stop = range(5.0, 10.0, 30.0) * minute};
inline constexpr sourced_field byterobust_cluster_sources[] = {
    {"between_interruptions", {"Epoch AI, Hardware failures will not limit AI scaling: 50,000 h per H100; low end RSC-1's, high end Llama 3's", "2024", confidence::low}},
    {"node_lost", {"assumed as in The Llama 3 Herd of Models", "2026", confidence::assumed}},
    {"repair", {"assumed: from a restart of the node to a part from stock", "2026", confidence::assumed}},
    {"detection", {"assumed from Robust LLM training infrastructure at ByteDance (arXiv 2509.16293): checks in real time", "2025-09", confidence::assumed}},
    {"restart", {"assumed from the same: standby nodes and restarts in place", "2025-09", confidence::assumed}},
    {"planned", {"none counted apart from the others", "2026", confidence::medium}},
    {"planned_stop", {"assumed as a restart", "2026", confidence::assumed}}};

/// Checkpoints staged through host memory to a parallel file system.
inline constexpr basic_checkpointing<estimate> file_system_checkpoints = {
    .name = "staged to a parallel file system",
    .storage_write = range(0.2, 2.0, 7.0) * TB_per_second,
    .storage_read = range(0.2, 2.0, 7.0) * TB_per_second,
    .host = per_accelerator<byte_rate<estimate>>{range(5.0, 20.0, 50.0) * GB_per_second},
    .peer = per_accelerator<byte_rate<estimate>>{range(5.0, 25.0, 45.0) * GB_per_second},
    .pause = range(0.2, 1.0, 10.0) * second};
inline constexpr sourced_field file_system_checkpoints_sources[] = {
    {"storage_write", {"Tectonic, 2 TB/s sustained, 7 TB/s at peak (The Llama 3 Herd of Models, section 3.3); low end assumed for smaller clusters", "2024-07", confidence::medium}},
    {"storage_read", {"assumed as writing", "2026", confidence::assumed}},
    {"host", {"PCIe 4.0 x16 to 5.0 x16; what a copy to unpinned memory reaches is the low end", "2026", confidence::low}},
    {"peer", {"assumed share of a 400 Gb/s interface", "2026", confidence::assumed}},
    {"pause", {"assumed", "2026", confidence::assumed}}};

/// Copies in host memory, one's own and a peer's.
inline constexpr basic_checkpointing<estimate> in_memory_checkpoints = [] {
    basic_checkpointing<estimate> c = file_system_checkpoints;
    c.name = "in memory, own host and a peer's";
    c.form = checkpoint_form::in_memory;
    return c;
}();
inline constexpr auto& in_memory_checkpoints_sources = file_system_checkpoints_sources;

}  // namespace tallywatt::catalog

#pragma once
// Scale-up domains and scale-out networks, by product. Two sets of constants per domain: an all-reduce that the
// switches add up (NVLink SHARP), and the ring for everything else. alpha is device time; `launch` holds the rest of
// what host-launched sweeps print for small payloads.

#include <tallywatt/catalog/changed_sources.hpp>
#include <tallywatt/catalog/media.hpp>
#include <tallywatt/catalog/switches.hpp>
#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt::catalog {

namespace detail::fabric {
using constants = basic_collective<estimate>;
inline constexpr source azure_sweep{
    "Azure AI benchmarking guide, all-reduce sweep, fitted (mean error 4 to 7 %)", "2025", confidence::high};
inline constexpr source book_sweep{
    "Machine Learning Engineering open book, network chapter, all-reduce sweep, fitted (mean error 7 %)", "2026-08-22",
    confidence::high};
inline constexpr source device_time{
    "Megatron-LM PR 5596 (ring kernel times on 8 x H100) and one-shot all-reduce kernels (vLLM PR 37756, FlagGems-vllm "
    "PR 773)",
    "2026-07", confidence::medium};
inline constexpr source ring_fit{
    "Megatron-LM PR 5596, all-gather and reduce-scatter kernel times on 8 x H100, fitted (mean error 5 %)",
    "2026-07-01", confidence::medium};
inline constexpr source ring_ceiling{
    "Machine Learning Engineering open book: all-gather 361, reduce-scatter 363 GB/s of 450 on 8 x H200", "2026-08-22",
    confidence::high};
inline constexpr source nvls_from_five{
    "Machine Learning Engineering open book: gain of NVLS by group size (5 GPUs on H200, 6 on B200)", "2026-08-22",
    confidence::high};
inline constexpr source exchange_ceiling{
    "NVIDIA GTC slides: all-to-all 320 of 450 and 640 of 900 GB/s", "2025-03", confidence::high};
inline constexpr source deep_ep{"DeepEP V1 documentation, tables on H800, fitted", "2025-04", confidence::high};
inline constexpr source link_up{"Machine Learning Engineering open book, network chapter", "2026-08-22", confidence::high};
inline constexpr source own{"own knowledge, not confirmed by a look-up", "2026", confidence::low};
} // namespace detail::fabric

namespace detail::network {
/// A medium over fibre through a hall, 10 to 100 m.
constexpr basic_fabric_link<estimate> fibre(basic_pluggable<estimate> const& m, double gigabytes) {
    return link_of(m, one_way(known(gigabytes) * GB_per_second), range(10.0, 30.0, 100.0) * metre);
}
/// A fibre link of which only money and power matter: two ends and a cable.
constexpr basic_fabric_link<estimate>
plain_link(money<estimate> const& end, power<estimate> const& drawn, money<estimate> const& cable) {
    basic_fabric_link<estimate> l = fibre(dsp_400g, 50.0);
    l.name = "";
    l.end_price = end;
    l.end_power = drawn;
    l.cable_price = cable;
    l.reach = range(100.0, 500.0, 500.0) * metre;
    l.latency = range(50.0, 350.0, 800.0) * nanosecond;
    return l;
}
/// A switch of which only ports at one rate, money and power matter.
constexpr basic_network_switch<estimate>
plain_switch(int ports, double gigabytes, money<estimate> const& price, power<estimate> const& draw) {
    basic_network_switch<estimate> s = tomahawk_4;
    s.name = "";
    s.ports = s.most_ports = ports;
    s.port_rate = one_way(known(gigabytes) * GB_per_second);
    s.price = price;
    s.draw = draw;
    s.rack_units = 2;
    return s;
}
/// Sources of three links alike, by what is said of their ends' price and power.
constexpr std::array<sourced_field, 15> link_sources(source const& price, source const& power) {
    constexpr source rest{
        "catalog/media.hpp: cable, failures and latency of the medium; 10 to 100 m of fibre assumed", "2026",
        confidence::assumed};
    return {
        {{"host_link", rest},
         {"host_link.end_price", price},
         {"host_link.end_power", power},
         {"host_link.reach", media::dr_reach},
         {"host_link.cable_price", media::jumper},
         {"switch_link", rest},
         {"switch_link.end_price", price},
         {"switch_link.end_power", power},
         {"switch_link.reach", media::dr_reach},
         {"switch_link.cable_price", media::jumper},
         {"far_link", rest},
         {"far_link.end_price", price},
         {"far_link.end_power", power},
         {"far_link.reach", media::dr_reach},
         {"far_link.cable_price", media::jumper}}};
}
} // namespace detail::network

/// NVLink 4 through NVSwitch, 8 x H100.
inline constexpr basic_scale_up<estimate> nvlink4_h100 = {
    .name = "NVLink 4, 8 x H100",
    .reduction =
        {.alpha = range(7.0, 9.0, 15.0) * microsecond,
         .launch = range(10.0, 20.0, 30.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(6.92)),
         .bandwidth = known(500.9) * GB_per_second},
    .ring =
        {.alpha = range(8.0, 10.0, 12.0) * microsecond,
         .launch = range(6.0, 10.0, 20.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(4.0, 4.5, 5.0)),
         .bandwidth = range(357.0, 362.0, 370.0) * GB_per_second},
    .reduction_ranks = 5,
    .exchange_share = share{range(0.67, 0.70, 0.71)},
    .exchange_alpha = range(22.0, 27.0, 37.0) * microsecond,
    .domain = 8};
inline constexpr sourced_field nvlink4_h100_sources[] = {
    {"name", detail::fabric::link_up},
    {"reduction", detail::fabric::azure_sweep},
    {"reduction.alpha", detail::fabric::device_time},
    {"ring", detail::fabric::ring_fit},
    {"ring.bandwidth", detail::fabric::ring_ceiling},
    {"ring.launch",
     {"NCCL call of 19 us on 8 x H100 (Triton-distributed issue 57) less the kernel", "2025-07-14",
      confidence::medium}},
    {"reduction_ranks", detail::fabric::nvls_from_five},
    {"exchange_share", detail::fabric::exchange_ceiling},
    {"exchange_alpha", detail::fabric::deep_ep},
    {"domain", detail::fabric::link_up}};

/// NVLink 4 through NVSwitch, 8 x H200: the same links, a newer library in the sweep.
inline constexpr basic_scale_up<estimate> nvlink4_h200 = {
    .name = "NVLink 4, 8 x H200",
    .reduction =
        {.alpha = range(7.0, 9.0, 15.0) * microsecond,
         .launch = range(15.0, 24.0, 30.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(3.8, 5.0, 6.33)),
         .bandwidth = range(487.7, 491.5, 495.4) * GB_per_second},
    .ring = nvlink4_h100.ring,
    .reduction_ranks = 5,
    .exchange_share = share{range(0.67, 0.70, 0.71)},
    .exchange_alpha = range(22.0, 27.0, 37.0) * microsecond,
    .domain = 8};
inline constexpr sourced_field nvlink4_h200_sources[] = {
    {"name", detail::fabric::link_up},
    {"reduction",
     {"all-reduce sweeps on 8 x H200, fitted: Azure AI benchmarking guide (29.6 us with launch, 487.7 GB/s, 3.8) and Machine "
      "Learning Engineering open book (36.5 us, 495.4 GB/s, 6.33); they differ by 13 % between 32 KiB and 64 MiB",
      "2026-08-22", confidence::high}},
    {"reduction.alpha", detail::fabric::device_time},
    {"ring", detail::fabric::ring_fit},
    {"ring.bandwidth", detail::fabric::ring_ceiling},
    {"reduction_ranks", detail::fabric::nvls_from_five},
    {"exchange_share", detail::fabric::exchange_ceiling},
    {"exchange_alpha", detail::fabric::deep_ep},
    {"domain", detail::fabric::link_up}};

/// NVLink cut down to 200 GB/s one way, 8 x H800. No sweep was found: bandwidths are those of NVLink 4 by link rate.
inline constexpr basic_scale_up<estimate> nvlink4_h800 = {
    .name = "NVLink 4 (cut down), 8 x H800",
    .reduction =
        {.alpha = range(7.0, 9.0, 15.0) * microsecond,
         .launch = range(10.0, 20.0, 30.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(3.8, 6.0, 7.0)),
         .bandwidth = range(160.0, 213.0, 222.0) * GB_per_second},
    .ring =
        {.alpha = range(8.0, 10.0, 12.0) * microsecond,
         .launch = range(6.0, 10.0, 20.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(4.0, 4.5, 5.0)),
         .bandwidth = range(153.0, 160.0, 165.0) * GB_per_second},
    .reduction_ranks = 5,
    .exchange_share = share{range(0.62, 0.67, 0.70)},
    .exchange_alpha = range(22.0, 27.0, 37.0) * microsecond,
    .domain = 8};
inline constexpr sourced_field nvlink4_h800_sources[] = {
    {"name", {"nvidia_h800 page, aiwiki.ai: the cut link", "2026-06-03", confidence::medium}},
    {"reduction",
     {"NVLink 4 constants scaled by link rate, 200 of 450 GB/s; no H800 sweep found", "2026", confidence::low}},
    {"ring",
     {"NVLink 4 constants scaled by link rate, 200 of 450 GB/s; 160 GB/s is also DeepEP's stated maximum", "2025-04",
      confidence::medium}},
    {"reduction_ranks", detail::fabric::nvls_from_five},
    {"exchange_share", detail::fabric::deep_ep},
    {"exchange_alpha", detail::fabric::deep_ep},
    {"domain", {"nvidia_h800 page, aiwiki.ai", "2026-06-03", confidence::medium}}};

/// NVLink 5 through NVSwitch, 8 x B200.
inline constexpr basic_scale_up<estimate> nvlink5_hgx = {
    .name = "NVLink 5, 8 x B200",
    .reduction =
        {.alpha = range(7.0, 9.0, 15.0) * microsecond,
         .launch = range(20.0, 34.0, 40.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(8.36)),
         .bandwidth = range(840.0, 882.7, 882.7) * GB_per_second},
    .ring =
        {.alpha = range(8.0, 10.0, 12.0) * microsecond,
         .launch = range(6.0, 10.0, 20.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(4.0, 4.5, 8.4)),
         .bandwidth = known(682.2) * GB_per_second},
    .reduction_ranks = 6,
    .exchange_share = share{range(0.63, 0.71, 0.72)},
    .exchange_alpha = range(22.0, 27.0, 37.0) * microsecond,
    .domain = 8};
inline constexpr sourced_field nvlink5_hgx_sources[] = {
    {"name", detail::fabric::link_up},
    {"reduction", detail::fabric::book_sweep},
    {"reduction.alpha", detail::fabric::device_time},
    {"ring", {"NVLink 4 ring kernel latency, taken over for lack of a table", "2026-07-01", confidence::low}},
    {"ring.bandwidth",
     {"Machine Learning Engineering open book: 8 x B200 without NVLS, 8 GiB", "2026-08-22", confidence::high}},
    {"reduction_ranks", detail::fabric::nvls_from_five},
    {"exchange_share",
     {"NVIDIA GTC slide, 640 of 900 GB/s; DeepEP V2 with 64 and 24 units, 726 and 643 GB/s less the local eighth",
      "2026", confidence::high}},
    {"exchange_alpha", {"DeepEP V1 on H800, taken over", "2025-04", confidence::low}},
    {"domain", detail::fabric::link_up}};

/// NVLink 5 through the switch trays of an NVL72 rack.
inline constexpr basic_scale_up<estimate> nvlink5_nvl72 = {
    .name = "NVLink 5, NVL72",
    .reduction =
        {.alpha = range(7.0, 9.0, 15.0) * microsecond,
         .launch = range(5.0, 7.0, 34.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(3.0, 3.6, 8.4)),
         .bandwidth = range(840.0, 883.0, 883.0) * GB_per_second},
    .ring =
        {.alpha = range(8.0, 9.0, 12.0) * microsecond,
         .launch = range(5.0, 6.7, 20.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(4.47)),
         .bandwidth = known(701.8) * GB_per_second},
    .reduction_ranks = 6,
    .exchange_share = share{range(0.63, 0.71, 0.72)},
    .exchange_alpha = range(22.0, 27.0, 37.0) * microsecond,
    .domain = 72};
inline constexpr sourced_field nvlink5_nvl72_sources[] = {
    {"name", detail::fabric::link_up},
    {"reduction",
     {"vLLM PR 53318, all-reduce across trays on GB300 NVL72 (8 ranks 64 MiB 181 us, 16 ranks 8 MiB 37 us), B of 8 x "
      "B200 NVLS",
      "2026-08-21", confidence::medium}},
    {"ring",
     {"Azure AI benchmarking guide, all-reduce sweep on 4 x GB200, fitted (mean error 4 %)", "2025", confidence::high}},
    {"ring.alpha", detail::fabric::device_time},
    {"reduction_ranks", detail::fabric::nvls_from_five},
    {"exchange_share",
     {"NVIDIA GTC slide, all-to-all 640 of 900 GB/s across nodes of GB200 NVL72", "2025-03", confidence::high}},
    {"exchange_alpha", {"DeepEP V1 on H800, taken over", "2025-04", confidence::low}},
    {"domain", detail::fabric::link_up}};

/// Infinity Fabric, full mesh of 8 x MI300X: nothing is added up by switches, any pair has one link of 64 GB/s.
inline constexpr basic_scale_up<estimate> xgmi_mi300x = {
    .name = "Infinity Fabric, 8 x MI300X",
    .reduction =
        {.alpha = range(9.0, 15.0, 49.0) * microsecond,
         .launch = range(0.0, 34.2, 40.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(6.17)),
         .bandwidth = range(304.0, 331.5, 331.5) * GB_per_second},
    .ring =
        {.alpha = range(9.0, 15.0, 49.0) * microsecond,
         .launch = range(0.0, 34.2, 40.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(6.17)),
         .bandwidth = range(304.0, 331.5, 331.5) * GB_per_second},
    .reduction_ranks = 9,
    .exchange_share = share{range(0.51, 0.55, 0.70)},
    .exchange_alpha = range(22.0, 30.0, 60.0) * microsecond,
    .domain = 8,
    .shape = topology::direct};
inline constexpr sourced_field xgmi_mi300x_sources[] = {
    {"name", detail::fabric::link_up},
    {"reduction", detail::fabric::azure_sweep},
    {"reduction.alpha",
     {"assumed: between NVLink's device time and the sweep's latency with launch", "2026", confidence::assumed}},
    {"ring", detail::fabric::azure_sweep},
    {"ring.alpha",
     {"assumed: between NVLink's device time and the sweep's latency with launch", "2026", confidence::assumed}},
    {"reduction_ranks", {"no switches: never", "2024", confidence::high}},
    {"exchange_share",
     {"MI300X customer acceptance guide, at least 32.9 of 64 GB/s per link in all-to-all", "2025", confidence::medium}},
    {"exchange_alpha", {"assumed from DeepEP V1 on H800", "2026", confidence::assumed}},
    {"domain", detail::fabric::link_up}};

/// InfiniBand NDR: 400 Gb/s a port, 64-port switches, pluggable optics. Power without optics is the switch's passive
/// power; a port end is half of a twin-port 800G module at a switch and a 400G module at a server.
inline constexpr basic_scale_out<estimate> infiniband_ndr = {
    .name = "InfiniBand NDR 400G",
    .nic_rate = one_way(known(50.0) * GB_per_second),
    .collective_share = share{known(0.96)},
    .exchange_share = share{range(0.85, 0.88, 0.94)},
    .exchange_alpha = range(22.0, 27.0, 37.0) * microsecond,
    .alpha = range(2.0, 4.0, 10.0) * microsecond,
    .hop = range(2.7, 6.0, 14.0) * microsecond,
    .doubling = range(70.0, 90.0, 110.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 150.0, 300.0)),
    .network_switch = quantum_2,
    .host_link = detail::network::fibre(dsp_400g_infiniband, 50.0),
    .switch_link = detail::network::fibre(dsp_400g_infiniband, 50.0),
    .far_link = detail::network::fibre(dsp_400g_infiniband, 50.0)};
namespace detail::network {
inline constexpr sourced_field infiniband_ndr_own[] = {
    {"name", {"QM97X0 user manual, NVIDIA", "2025", confidence::high}},
    {"nic_rate", {"400 Gb/s a port; MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"collective_share", {"NVIDIA GTC slides, 48 of 50 GB/s", "2025-03", confidence::high}},
    {"exchange_share", detail::fabric::deep_ep},
    {"exchange_alpha", detail::fabric::deep_ep},
    {"alpha",
     {"MSCCL++ performance notes, 1 KiB collectives on 2 nodes of 1 and 8 A100, less 5 us of graph replay (assumed)",
      "2023", confidence::medium}},
    {"hop",
     {"MSCCL++ performance notes, as alpha; NCCL tuning table, 2.7 to 14 us by protocol", "2024", confidence::medium}},
    {"doubling", {"fitted to plot readings of arXiv 2411.13055 (mean error 5 %)", "2024-11", confidence::low}},
    {"size_latency", {"fitted to plot readings of arXiv 2411.13055 (mean error 5 %)", "2024-11", confidence::low}},
    {"network_switch", {"catalog entry quantum_2 and its sources", "2026", confidence::medium}}};
inline constexpr auto infiniband_ndr_links = link_sources(
    {"market quotes 2024-25, 800G 1,100 and 400G 600 USD (recalled, not located)", "2025", confidence::low},
    {"800G module 16 W (AI Infra Map), 400G module 8 to 16 W (OptechTW), per 400 Gb/s end", "2026",
      confidence::medium}
);
} // namespace detail::network
inline constexpr auto& infiniband_ndr_sources = detail::changed_sources<detail::network::infiniband_ndr_links, detail::network::infiniband_ndr_own>;

/// RoCE at 400 Gb/s a port on 64-port Ethernet switches, routed adaptively. Achieved shares and latencies are taken over from InfiniBand.
inline constexpr basic_scale_out<estimate> roce_400g = {
    .name = "RoCE 400G",
    .nic_rate = one_way(known(50.0) * GB_per_second),
    .collective_share = share{range(0.85, 0.94, 0.97)},
    .exchange_share = share{range(0.78, 0.86, 0.94)},
    .exchange_alpha = range(22.0, 30.0, 45.0) * microsecond,
    .alpha = range(2.0, 5.0, 12.0) * microsecond,
    .hop = range(2.7, 7.0, 16.0) * microsecond,
    .doubling = range(70.0, 95.0, 130.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 160.0, 300.0)),
    .network_switch = tomahawk_4,
    .host_link = detail::network::fibre(dsp_400g, 50.0),
    .switch_link = detail::network::fibre(dsp_400g, 50.0),
    .far_link = detail::network::fibre(dsp_400g, 50.0)};
namespace detail::network {
inline constexpr sourced_field roce_400g_own[] = {
    {"name", detail::fabric::own},
    {"nic_rate", {"400 Gb/s a port", "2025", confidence::high}},
    {"collective_share",
     {"EFA adapter 0.969 of line rate at best (Machine Learning Engineering open book); lower end assumed",
      "2026-08-22", confidence::low}},
    {"exchange_share", {"InfiniBand's share, a little less assumed", "2026", confidence::assumed}},
    {"exchange_alpha", {"InfiniBand's, a little more assumed", "2026", confidence::assumed}},
    {"alpha", {"InfiniBand's, a little more assumed", "2026", confidence::assumed}},
    {"hop", {"InfiniBand's, a little more assumed", "2026", confidence::assumed}},
    {"doubling", {"InfiniBand's, a little more assumed", "2026", confidence::assumed}},
    {"size_latency", {"InfiniBand's, a little more assumed", "2026", confidence::assumed}},
    {"network_switch", {"catalog entry tomahawk_4 and its sources", "2026", confidence::medium}}};
inline constexpr auto roce_400g_links = link_sources(
    {"market quotes 2024-25 (recalled, not located)", "2025", confidence::low},
    {"800G module 16 W (AI Infra Map), 400G module 8 to 16 W (OptechTW), per 400 Gb/s end", "2026",
      confidence::medium}
);
} // namespace detail::network
inline constexpr auto& roce_400g_sources = detail::changed_sources<detail::network::roce_400g_links, detail::network::roce_400g_own>;

} // namespace tallywatt::catalog

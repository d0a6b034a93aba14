#pragma once
// Scale-up technologies. Domains with measured constants (nvlink4_h100, ...) are in fabrics.hpp and nvlink.hpp; these say
// what stands behind them, and make domains of sizes that nobody measured.

#include <tallywatt/catalog/media.hpp>
#include <tallywatt/cluster/optical_torus.hpp>
#include <tallywatt/cluster/scale_up_link.hpp>

namespace tallywatt::catalog {

namespace detail::scale_up {
inline constexpr source own{"own knowledge, not confirmed by a look-up", "2026", confidence::low};
inline constexpr source rates{
    "Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
    confidence::high};
inline constexpr source gtc{
    "NVIDIA GTC slides: ring 232, 362 and 682, all-to-all 210 of 300, 320 of 450, 640 of 900 GB/s", "2025-03",
    confidence::medium};
inline constexpr source trays{
    "introl.com and serversimply.com on NVL72 racks: 3.6 kW for nine trays of two switches", "2026", confidence::low};
inline constexpr source lanes{
    "NVLink 3: four pairs of 50 Gb/s each way; NVLink 4: two of 100 Gb/s (wikimili.com on NVLink; Hopper's white paper, "
    "recalled)",
    "2022", confidence::medium};
inline constexpr source price{"assumed, with the tray's share of board and cooling", "2026", confidence::assumed};
inline constexpr source wire{
    "assumed, by medium (catalog/media.hpp) over the lengths of a board, rack or pod", "2026", confidence::assumed};

/// Traces of a baseboard: no parts of their own.
inline constexpr basic_fabric_link<estimate> traces = {
    .name = "",
    .modules = 0,
    .distance = range(0.2, 0.4, 0.6) * metre,
    .reach = range(0.7, 1.0, 1.2) * metre,
    .latency = range(1.0, 2.0, 4.0) * nanosecond};
constexpr basic_fabric_link<estimate> unnamed(basic_fabric_link<estimate> l) {
    l.name = "";
    return l;
}
inline constexpr basic_fabric_link<estimate> spine =
    unnamed(link_of(copper_spine, one_way(known(50.0) * GB_per_second), range(0.6, 1.0, 1.4) * metre));
inline constexpr basic_fabric_link<estimate> in_rack =
    unnamed(link_of(dac_100g_lanes, one_way(known(50.0) * GB_per_second), range(0.5, 1.0, 2.0) * metre));
constexpr basic_fabric_link<estimate> linear_fibre() {
    basic_fabric_link<estimate> l =
        unnamed(link_of(lpo_400g, one_way(known(28.0) * GB_per_second), range(5.0, 20.0, 50.0) * metre));
    l.reach = range(100.0, 500.0, 500.0) * metre;
    return l;
}
} // namespace detail::scale_up

/// NVLink 3, 12 links of 25 GB/s through six switches a baseboard.
inline constexpr basic_scale_up_link<estimate> nvlink3 = {
    .name = "NVLink 3",
    .links = 12,
    .link_rate = one_way(known(25.0) * GB_per_second),
    .domain_limit = 8,
    .pairs = 8,
    .switch_ports = 36,
    .links_per_switch = 2,
    .switch_draw = range(40.0, 65.0, 100.0) * watt,
    .switch_price = range(300.0, 700.0, 1'500.0) * USD,
    .wire = detail::scale_up::traces,
    .reduction_share = basic_ratio<estimate>{range(0.79, 0.81, 0.83)},
    .ring_share = share{range(0.75, 0.77, 0.81)},
    .exchange_share = share{range(0.67, 0.70, 0.72)}};
inline constexpr sourced_field nvlink3_sources[] = {
    {"link_rate", detail::scale_up::rates},
    {"switch_draw", detail::scale_up::own},
    {"switch_price", detail::scale_up::price},
    {"wire", detail::scale_up::wire},
    {"reduction_share",
     {"all-reduce sweeps on 8 x A100 (catalog entry nvlink3_a100): 238 to 249 of 300 GB/s", "2026-08-22",
      confidence::high}},
    {"ring_share", detail::scale_up::gtc},
    {"exchange_share", detail::scale_up::gtc},
    {"pairs", detail::scale_up::lanes}};

/// NVLink 4, 18 links of 25 GB/s through four switches a baseboard, which add up.
inline constexpr basic_scale_up_link<estimate> nvlink4 = {
    .name = "NVLink 4",
    .links = 18,
    .link_rate = one_way(known(25.0) * GB_per_second),
    .domain_limit = 8,
    .adds_up = true,
    .reduction_ranks = 5,
    .pairs = 4,
    .switch_ports = 64,
    .links_per_switch = 5,
    .switch_draw = range(60.0, 90.0, 130.0) * watt,
    .switch_price = range(500.0, 1'000.0, 2'000.0) * USD,
    .wire = detail::scale_up::traces,
    .reduction_share = basic_ratio<estimate>{range(1.06, 1.10, 1.12)},
    .ring_share = share{range(0.79, 0.804, 0.82)},
    .exchange_share = share{range(0.67, 0.70, 0.71)}};
inline constexpr sourced_field nvlink4_sources[] = {
    {"link_rate", detail::scale_up::rates},
    {"switch_draw", detail::scale_up::own},
    {"switch_price", detail::scale_up::price},
    {"wire", detail::scale_up::wire},
    {"reduction_share",
     {"all-reduce sweeps of Azure and the Machine Learning Engineering open book, 488 to 501 of 450 GB/s", "2026-08-22",
      confidence::high}},
    {"ring_share", detail::scale_up::gtc},
    {"exchange_share", detail::scale_up::gtc},
    {"pairs", detail::scale_up::lanes}};

/// NVLink 5, 18 links of 50 GB/s: two switches on a baseboard, or nine trays of two over a copper spine.
inline constexpr basic_scale_up_link<estimate> nvlink5 = {
    .name = "NVLink 5",
    .links = 18,
    .link_rate = one_way(known(50.0) * GB_per_second),
    .domain_limit = 72,
    .adds_up = true,
    .reduction_ranks = 6,
    .switch_ports = 72,
    .switches_per_tray = 2,
    .switch_draw = range(150.0, 200.0, 300.0) * watt,
    .switch_price = range(3'000.0, 6'000.0, 12'000.0) * USD,
    .wire = detail::scale_up::spine,
    .reduction_share = basic_ratio<estimate>{range(0.93, 0.98, 0.99)},
    .ring_share = share{range(0.75, 0.77, 0.78)},
    .exchange_share = share{range(0.63, 0.71, 0.72)}};
inline constexpr sourced_field nvlink5_sources[] = {
    {"link_rate", detail::scale_up::rates},
    {"switch_draw", detail::scale_up::trays},
    {"switch_price", detail::scale_up::price},
    {"wire", detail::scale_up::wire},
    {"reduction_share",
     {"Machine Learning Engineering open book, 8 x B200 with sums in the switches: 883 of 900 GB/s", "2026-08-22",
      confidence::high}},
    {"ring_share", {"the same without: 682; 4 x GB200 (Azure guide): 702 GB/s", "2026-08-22", confidence::high}},
    {"exchange_share", detail::scale_up::gtc}};

/// NVLink 6, twice the rate of NVLink 5 in the same rack, over the same 5,184 pairs of copper: each passes both ways at once, and
/// nine trays hold four switches. Nothing has been measured in public.
inline constexpr basic_scale_up_link<estimate> nvlink6 = {
    .name = "NVLink 6",
    .links = 36,
    .link_rate = one_way(known(50.0) * GB_per_second),
    .domain_limit = 72,
    .adds_up = true,
    .reduction_ranks = 6,
    .pairs = 2,
    .switch_ports = 72,
    .switches_per_tray = 4,
    .switch_draw = range(125.0, 200.0, 350.0) * watt,
    .switch_price = range(2'500.0, 5'000.0, 10'000.0) * USD,
    .wire = detail::scale_up::spine,
    .reduction_share = basic_ratio<estimate>{range(0.85, 0.97, 1.1)},
    .ring_share = share{range(0.70, 0.77, 0.80)},
    .exchange_share = share{range(0.60, 0.70, 0.75)}};
inline constexpr sourced_field nvlink6_sources[] = {
    {"", {"as NVLink 5, assumed", "2026", confidence::assumed}},
    {"links",
     {"Wheeler's Network, Decoding Nvidia's Rubin networking math: four switch chips a tray in nine trays, the spine of "
      "5,184 cables kept; links counted as one to each of 36 chips",
      "2025-11", confidence::medium}},
    {"link_rate",
     {"NVIDIA on Vera Rubin NVL72: 3.6 TB/s both ways an accelerator, over 36 links", "2026-01", confidence::high}},
    {"pairs", {"5,184 cables over 72 x 36 links", "2025-11", confidence::medium}}};

/// Infinity Fabric of MI300X: a full mesh of eight, one link a pair.
inline constexpr basic_scale_up_link<estimate> infinity_fabric = {
    .name = "Infinity Fabric, MI300X",
    .links = 7,
    .link_rate = one_way(known(64.0) * GB_per_second),
    .shape = topology::direct,
    .domain_limit = 8,
    .pairs = 32,
    .wire = detail::scale_up::traces,
    .reduction_share = basic_ratio<estimate>{range(0.68, 0.74, 0.74)},
    .ring_share = share{range(0.68, 0.74, 0.74)},
    .exchange_share = share{range(0.51, 0.55, 0.70)}};
inline constexpr sourced_field infinity_fabric_sources[] = {
    {"link_rate", detail::scale_up::rates},
    {"switch_draw", {"no switches", "2024", confidence::high}},
    {"switch_price", {"no switches", "2024", confidence::high}},
    {"wire", detail::scale_up::wire},
    {"reduction_share", {"no switches: as rings", "2024", confidence::high}},
    {"ring_share", {"Azure AI benchmarking guide: 331.5 of 448 GB/s; low end 304", "2025", confidence::high}},
    {"exchange_share",
     {"MI300X customer acceptance guide, at least 32.9 of 64 GB/s per link in all-to-all", "2025",
      confidence::medium}}};

/// Ethernet between eight Gaudi 3: three links to each other one.
inline constexpr basic_scale_up_link<estimate> gaudi_mesh = {
    .name = "RoCE mesh, Gaudi 3",
    .links = 21,
    .link_rate = one_way(known(25.0) * GB_per_second),
    .shape = topology::direct,
    .domain_limit = 8,
    .wire = detail::scale_up::traces,
    .reduction_share = basic_ratio<estimate>{range(0.91, 0.97, 0.98)},
    .ring_share = share{range(0.91, 0.97, 0.98)},
    .exchange_share = share{range(0.6, 0.8, 0.95)}};
inline constexpr sourced_field gaudi_mesh_sources[] = {
    {"", {"assumed, or zero where there are no switches", "2026", confidence::assumed}},
    {"link_rate", detail::scale_up::rates},
    {"wire", detail::scale_up::wire}};

/// Links of a TPU v4: a torus in three dimensions, copper in cubes of 64, optical circuit switches between them.
inline constexpr basic_scale_up_link<estimate> ici_3d = {
    .name = "ICI, TPU v4",
    .links = 6,
    .link_rate = one_way(range(45.0, 45.0, 50.0) * GB_per_second),
    .shape = topology::torus,
    .domain_limit = 4096,
    .wire = detail::scale_up::in_rack,
    .reduction_share = basic_ratio<estimate>{range(0.8, 0.9, 1.0)},
    .ring_share = share{range(0.8, 0.9, 1.0)},
    .exchange_share = share{range(0.6, 0.8, 0.95)}};
inline constexpr sourced_field ici_3d_sources[] = {
    {"", {"assumed, or zero where there are no switches", "2026", confidence::assumed}},
    {"link_rate", {"How to Scale Your Model: 45 GB/s one way; sheet 50", "2025-02", confidence::high}},
    {"wire", detail::scale_up::wire}};

/// NeuronLink 3 of Trainium 2: a torus of 16 in an instance, of 64 in four joined ones.
inline constexpr basic_scale_up_link<estimate> neuronlink3 = {
    .name = "NeuronLink 3",
    .links = 6,
    .link_rate = one_way(range(90.0, 106.67, 106.67) * GB_per_second),
    .shape = topology::torus,
    .domain_limit = 64,
    .wire = detail::scale_up::in_rack,
    .reduction_share = basic_ratio<estimate>{range(0.6, 0.8, 0.95)},
    .ring_share = share{range(0.6, 0.8, 0.95)},
    .exchange_share = share{range(0.5, 0.7, 0.9)}};
inline constexpr sourced_field neuronlink3_sources[] = {
    {"", {"assumed, or zero where there are no switches", "2026", confidence::assumed}},
    {"link_rate",
     {"AWS, Trainium 2: 1,280 GB/s, direction not stated, taken as both ways; over six links", "2025",
      confidence::low}},
    {"wire", detail::scale_up::wire}};

/// NeuronLink 4 of Trainium 3: switched, 144 in a server of two racks.
inline constexpr basic_scale_up_link<estimate> neuronlink4 = {
    .name = "NeuronLink 4",
    .links = 20,
    .link_rate = one_way(range(50.0, 64.0, 64.0) * GB_per_second),
    .domain_limit = 144,
    .switch_ports = 144,
    .switches_per_tray = 2,
    .switch_draw = range(150.0, 300.0, 600.0) * watt,
    .switch_price = range(3'000.0, 8'000.0, 20'000.0) * USD,
    .wire = detail::scale_up::in_rack,
    .reduction_share = basic_ratio<estimate>{range(0.6, 0.8, 1.0)},
    .ring_share = share{range(0.6, 0.78, 0.9)},
    .exchange_share = share{range(0.5, 0.7, 0.9)}};
inline constexpr sourced_field neuronlink4_sources[] = {
    {"", {"assumed: neither switches nor links have been described", "2026", confidence::assumed}},
    {"link_rate",
     {"AWS, Trainium 3: 2,560 GB/s, direction not stated, taken as both ways; over 20 links assumed", "2025-12",
      confidence::low}},
    {"wire", detail::scale_up::wire}};

/// Unified Bus of CloudMatrix 384: seven planes of two levels over linear optics; 48 boards of eight accelerators.
inline constexpr basic_scale_up_link<estimate> unified_bus = {
    .name = "Unified Bus",
    .links = 14,
    .link_rate = one_way(range(25.0, 28.0, 28.0) * GB_per_second),
    .domain_limit = 384,
    .pairs = 4,
    .switch_ports = 48,
    .links_per_switch = 2,
    .board = 8,
    .switches_per_tray = 7,
    .switch_draw = range(100.0, 200.0, 400.0) * watt,
    .switch_price = range(1'500.0, 4'000.0, 8'000.0) * USD,
    .wire = detail::scale_up::linear_fibre(),
    .reduction_share = basic_ratio<estimate>{range(0.6, 0.75, 0.9)},
    .ring_share = share{range(0.6, 0.75, 0.9)},
    .exchange_share = share{range(0.4, 0.6, 0.8)}};
inline constexpr sourced_field unified_bus_sources[] = {
    {"", {"assumed from switches and rings of other domains", "2026", confidence::assumed}},
    {"link_rate",
     {"CloudMatrix 384 (arXiv 2506.12708): 392 GB/s one way an accelerator; SemiAnalysis: 350", "2025-06",
      confidence::medium}},
    {"wire", {"catalog entry lpo_400g by rate: 6,912 linear modules in a system", "2025-05", confidence::low}}};

namespace detail::scale_up {
/// A module at an accelerator, half of the way to another one: through a circuit switch of mirrors.
constexpr basic_fabric_link<estimate> to_mirrors(basic_pluggable<estimate> const& m, double gigabytes) {
    basic_fabric_link<estimate> l =
        unnamed(link_of(m, one_way(known(gigabytes) * GB_per_second), range(10.0, 30.0, 60.0) * metre));
    l.modules = 1;
    l.reach = range(300.0, 500.0, 1'000.0) * metre;
    return l;
}
inline constexpr source mirrors{
    "Jouppi et al., TPU v4, ISCA 2023: 48 circuit switches of 136 ports, below 5 % of a system's cost and 3 % of its "
    "power",
    "2023-04", confidence::medium};
} // namespace detail::scale_up

/// Cubes of 4 x 4 x 4 behind 48 circuit switches of 136 ports: TPU v4, up to 4,096 of them.
inline constexpr basic_optical_torus<estimate> tpu_v4_torus = {
    .name = "TPU v4, optical circuit switches",
    .edge = 4,
    .switch_ports = 136,
    .switch_price = range(20'000.0, 50'000.0, 100'000.0) * USD,
    .switch_power = range(50.0, 108.0, 200.0) * watt,
    .switch_failures = range(0.01, 0.03, 0.1) / year,
    .inside = detail::scale_up::in_rack,
    .across = detail::scale_up::to_mirrors(dsp_400g, 50.0)};
inline constexpr sourced_field tpu_v4_torus_sources[] = {
    {"name", detail::scale_up::mirrors},
    {"switch_price", {"assumed: 48 of them stay below 5 % of a pod's cost (ISCA 2023)", "2023", confidence::assumed}},
    {"switch_power", {"108 W, Mission Apollo (recalled, not located)", "2022", confidence::low}},
    {"switch_failures", {"assumed: moving mirrors, spares among the ports", "2026", confidence::assumed}},
    {"inside", detail::scale_up::wire},
    {"across", {"catalog entry dsp_400g at the accelerator's end", "2026", confidence::low}}};

/// The same behind switches of 300 ports, twice the rate: TPU v7, up to 9,216.
inline constexpr basic_optical_torus<estimate> tpu_v7_torus = [] {
    basic_optical_torus<estimate> t = tpu_v4_torus;
    t.name = "TPU v7, optical circuit switches";
    t.switch_ports = 300;
    t.switch_price = range(40'000.0, 100'000.0, 200'000.0) * USD;
    t.switch_power = range(80.0, 200.0, 400.0) * watt;
    t.across = detail::scale_up::to_mirrors(dsp_800g, 100.0);
    return t;
}();
inline constexpr sourced_field tpu_v7_torus_sources[] = {
    {"name", {"9,216 TPU v7 in cubes of 64: 144 cubes take 288 ports of each circuit switch", "2025", confidence::medium}},
    {"switch_price", {"assumed by ports from the switch of 136", "2026", confidence::assumed}},
    {"switch_power", {"assumed by ports from the switch of 136", "2026", confidence::assumed}},
    {"switch_failures", {"assumed: moving mirrors, spares among the ports", "2026", confidence::assumed}},
    {"inside", detail::scale_up::wire},
    {"across", {"catalog entry dsp_800g at the accelerator's end", "2026", confidence::low}}};

} // namespace tallywatt::catalog

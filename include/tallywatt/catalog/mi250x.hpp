#pragma once
// AMD Instinct MI250X, its node of four and a 200 Gb/s network. The package counts as one accelerator (software sees two).

#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages/amd.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/catalog/titanium_class.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

/// Infinity Fabric among the four packages of a node; pairs have one or two links, taken as alike.
inline constexpr basic_scale_up<estimate> xgmi_mi250x = {
    .name = "Infinity Fabric, 4 x MI250X",
    .reduction =
        {.alpha = range(9.0, 15.0, 49.0) * microsecond,
         .launch = range(0.0, 34.0, 40.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(4.0, 6.17, 10.0)),
         .bandwidth = range(80.0, 140.0, 260.0) * GB_per_second},
    .ring =
        {.alpha = range(9.0, 15.0, 49.0) * microsecond,
         .launch = range(0.0, 34.0, 40.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(4.0, 6.17, 10.0)),
         .bandwidth = range(80.0, 140.0, 260.0) * GB_per_second},
    .reduction_ranks = 5,
    .exchange_share = share{range(0.3, 0.5, 0.7)},
    .exchange_alpha = range(22.0, 30.0, 60.0) * microsecond,
    .domain = 4,
    .shape = topology::direct,
    .hop = range(0.6, 1.1, 3.0) * microsecond,
    .wide_hop = range(1.0, 2.3, 5.0) * microsecond};
inline constexpr sourced_field xgmi_mi250x_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"reduction", {"assumed: MI300X's latencies, two links of 50 GB/s between packages", "2026", confidence::assumed}},
    {"ring", {"assumed: MI300X's latencies, two links of 50 GB/s between packages", "2026", confidence::assumed}},
    {"reduction_ranks", {"no switches: never", "2022", confidence::high}},
    {"exchange_share", {"assumed", "2026", confidence::assumed}},
    {"exchange_alpha", {"assumed from DeepEP V1 on H800", "2026", confidence::assumed}},
    {"domain",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}}};

/// Slingshot 11, one 200 Gb/s interface a package (Frontier-like nodes). Counted as a fat tree; real ones are dragonflies.
inline constexpr basic_scale_out<estimate> slingshot_200g = {
    .name = "Slingshot 200G",
    .nic_rate = one_way(range(22.0, 25.0, 25.0) * GB_per_second),
    .collective_share = share{range(0.7, 0.85, 0.95)},
    .exchange_share = share{range(0.6, 0.75, 0.9)},
    .exchange_alpha = range(22.0, 35.0, 60.0) * microsecond,
    .alpha = range(2.0, 6.0, 15.0) * microsecond,
    .hop = range(2.7, 7.0, 16.0) * microsecond,
    .wide_hop = range(4.0, 8.0, 15.0) * microsecond,
    .doubling = range(70.0, 95.0, 130.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 160.0, 300.0)),
    .network_switch = detail::network::plain_switch(64, 25.0, range(12'000.0, 20'000.0, 32'000.0) * USD, range(350.0, 500.0, 750.0) * watt),
    .host_link = detail::network::plain_link(range(100.0, 250.0, 500.0) * USD, range(3.5, 4.5, 7.0) * watt, range(30.0, 60.0, 200.0) * USD),
    .switch_link = detail::network::plain_link(range(100.0, 250.0, 500.0) * USD, range(3.5, 4.5, 7.0) * watt, range(30.0, 60.0, 200.0) * USD),
    .far_link = detail::network::plain_link(range(100.0, 250.0, 500.0) * USD, range(3.5, 4.5, 7.0) * watt, range(30.0, 60.0, 200.0) * USD)};
inline constexpr sourced_field slingshot_200g_sources[] = {
    {"network_switch.port_rate", {"the rate of the interfaces that it joins", "2026", confidence::high}},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"nic_rate", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};

inline constexpr basic_accelerator<estimate> mi250x = {
    .name = "Instinct MI250X",
    .bf16 =
        {.peak = dense(known(383.0) * TFLOP_per_second),
         .compute_share = share{range(0.4, 0.6, 0.8)},
         .memory_share = share{range(0.6, 0.75, 0.85)},
         .launch = range(3.0, 6.0, 20.0) * microsecond,
         .wave = share{range(0.0, 0.1, 0.5)},
         .energy = range(1.0, 1.5, 1.9) * picojoule_per_FLOP,
         .exponent = 2},
    .fp32_peak = dense(known(95.7) * TFLOP_per_second),
    .int8_peak = dense(known(383.0) * TFLOP_per_second),
    .compute_units = 220,
    .memory_capacity = known(128.0) * GiB,
    .memory_bandwidth = known(3.277) * TB_per_second,
    .stream_share = share{range(0.75, 0.8, 0.85)},
    .link_rate = one_way(range(200.0, 350.0, 400.0) * GB_per_second),
    .tdp = range(500.0, 560.0, 560.0) * watt,
    .idle = range(80.0, 92.0, 110.0) * watt,
    .memory_energy = range(45.0, 70.0, 110.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_reference = celsius(range(30.0, 32.0, 45.0)),
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt,
    .price = range(8000.0, 10'000.0, 12'000.0) * USD,
    .package = mi250x_package,
    .package_known = true};
inline constexpr sourced_field mi250x_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"AMD CDNA 2 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"bf16", {"no matrix measurement found: assumed", "2026", confidence::assumed}},
    {"bf16.peak", {"AMD CDNA 2 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"bf16.energy",
     {"board limit less idle and memory at 0.6 to 0.8 of peak (own derivation)", "2026", confidence::low}},
    {"fp8", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"fp32_peak", {"AMD CDNA 2 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"int8_peak", {"AMD CDNA 2 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"compute_units", {"AMD CDNA 2 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"memory_capacity", {"8 stacks of 16 GiB, binary in practice", "2024-10", confidence::high}},
    {"memory_bandwidth", {"AMD CDNA 2 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"stream_share",
     {"gpu-benches, MI210 (one of its two dies): 0.75 triad, 0.85 read", "2025-02-11", confidence::high}},
    {"link_rate",
     {"Machine Learning Engineering open book, 7 links to other accelerators of 100 GB/s both ways; between packages "
      "of a node fewer",
      "2026-08-22", confidence::medium}},
    {"tdp",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"idle", {"Optimum AMD documentation: 90 to 95 W per module, listed with rocm-smi", "2024", confidence::medium}},
    {"memory_energy",
     {"derived from V100 streaming (110) and H200 decode (45) board power; 70 is their geometric mean", "2026",
      confidence::low}},
    {"link_energy",
     {"recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026",
      confidence::low}},
    {"leakage_reference",
     {"assumed as of a resting H200, 30 to 33 C (sglang issue 3196)", "2025-01", confidence::assumed}},
    {"leakage_share", {"assumed half of idle power", "2026", confidence::assumed}},
    {"leakage_growth", {"recalled range of leakage growth, no curve for this class located", "2026", confidence::low}},
    {"junction_to_coolant", {"assumed cold-plate class value", "2026", confidence::assumed}},
    {"package", {"package catalog entry mi250x_package", "2026", confidence::low}},
    {"price", {"Epoch AI chip counts, price estimates", "2026-04-22", confidence::medium}}};

inline constexpr basic_server<estimate> mi250x_node = {
    .name = "4 x MI250X",
    .accelerator = mi250x,
    .accelerators = 4,
    .scale_up = xgmi_mi250x,
    .host = range(250.0, 400.0, 600.0) * watt,
    .fans = range(0.0, 50.0, 300.0) * watt,
    .nics = 4,
    .nic_power = range(15.0, 20.0, 30.0) * watt,
    .nic_price = range(700.0, 1100.0, 1800.0) * USD,
    .supply =
        {.rated = range(3.0, 4.0, 5.5) * kilowatt,
         .no_load = share{range(0.005, 0.0075, 0.012)},
         .proportional = share{range(0.005, 0.0082, 0.012)},
         .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(8000.0, 15'000.0, 30'000.0) * USD,
    .embodied_host = range(400.0, 900.0, 2000.0) * kgCO2e,
    .embodied_host_water = range(3.3, 8.4, 18.0) * cubic_metre,
    .weight = range(30.0, 50.0, 80.0) * kilogram,
    .rack_units = 2,
    .liquid_ready = true};
inline constexpr sourced_field mi250x_node_sources[] = {
    {"embodied_host_water", detail::water_by_carbon},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"accelerator", {"catalog entry mi250x and its sources", "2026", confidence::high}},
    {"scale_up", {"catalog entry xgmi_mi250x and its sources", "2026", confidence::low}},
    {"supply.no_load", detail::titanium_class},
    {"supply.proportional", detail::titanium_class},
    {"supply.quadratic", detail::titanium_class}};

} // namespace tallywatt::catalog

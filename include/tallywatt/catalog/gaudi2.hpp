#pragma once
// Intel Gaudi 2, its server of eight and network. Ethernet ports are integrated: 21 of 24 join a server's eight directly, three
// leave it.

#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages/own_silicon.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/catalog/titanium_class.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

/// 21 integrated Ethernet ports, three to each of the seven others, 262.5 GB/s one way together.
inline constexpr basic_scale_up<estimate> roce_gaudi2 = {
    .name = "RoCE, 8 x Gaudi 2",
    .reduction =
        {.alpha = range(5.0, 10.0, 25.0) * microsecond,
         .launch = range(0.0, 10.0, 30.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(0.0, 2.0, 6.0)),
         .bandwidth = range(230.0, 255.0, 262.0) * GB_per_second},
    .ring =
        {.alpha = range(5.0, 10.0, 25.0) * microsecond,
         .launch = range(0.0, 10.0, 30.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(0.0, 2.0, 6.0)),
         .bandwidth = range(230.0, 255.0, 262.0) * GB_per_second},
    .reduction_ranks = 9,
    .exchange_share = share{range(0.6, 0.8, 0.95)},
    .exchange_alpha = range(15.0, 27.0, 60.0) * microsecond,
    .domain = 8,
    .shape = topology::direct,
    .hop = range(0.6, 1.1, 3.0) * microsecond,
    .wide_hop = range(1.0, 2.3, 5.0) * microsecond};
inline constexpr sourced_field roce_gaudi2_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"reduction", {"assumed: NVLink's ring latency, more for Ethernet", "2026", confidence::assumed}},
    {"reduction.bandwidth", {"Gaudi 3's share of its link rate", "2026", confidence::low}},
    {"ring", {"assumed: NVLink's ring latency, more for Ethernet", "2026", confidence::assumed}},
    {"ring.bandwidth", {"Gaudi 3's share of its link rate", "2026", confidence::low}},
    {"reduction_ranks", {"no switches: never", "2024", confidence::high}},
    {"exchange_share", {"assumed", "2026", confidence::assumed}},
    {"exchange_alpha", {"assumed from DeepEP V1 on H800", "2026", confidence::assumed}},
    {"domain",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}}};

/// Three integrated 100 Gb/s ports of a Gaudi 2, counted as one endpoint.
inline constexpr basic_scale_out<estimate> gaudi2_network = {
    .name = "RoCE, 3 x 100G a Gaudi 2",
    .nic_rate = one_way(known(37.5) * GB_per_second),
    .collective_share = share{range(0.8, 0.9, 0.97)},
    .exchange_share = share{range(0.7, 0.82, 0.94)},
    .exchange_alpha = range(20.0, 30.0, 60.0) * microsecond,
    .alpha = range(2.0, 5.0, 12.0) * microsecond,
    .hop = range(2.7, 7.0, 16.0) * microsecond,
    .wide_hop = range(4.0, 8.0, 15.0) * microsecond,
    .doubling = range(70.0, 95.0, 130.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 160.0, 300.0)),
    .network_switch = detail::network::plain_switch(42, 37.5, range(9000.0, 16'000.0, 28'000.0) * USD, range(350.0, 500.0, 800.0) * watt),
    .host_link = detail::network::plain_link(range(150.0, 300.0, 600.0) * USD, range(7.0, 10.0, 14.0) * watt, range(60.0, 150.0, 400.0) * USD),
    .switch_link = detail::network::plain_link(range(150.0, 300.0, 600.0) * USD, range(7.0, 10.0, 14.0) * watt, range(60.0, 150.0, 400.0) * USD),
    .far_link = detail::network::plain_link(range(150.0, 300.0, 600.0) * USD, range(7.0, 10.0, 14.0) * watt, range(60.0, 150.0, 400.0) * USD)};
inline constexpr sourced_field gaudi2_network_sources[] = {
    {"network_switch.port_rate", {"the rate of the interfaces that it joins", "2026", confidence::high}},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"nic_rate",
     {"Machine Learning Engineering open book, Gaudi rows: three ports leave the node", "2026-08-22",
      confidence::high}}};

inline constexpr basic_accelerator<estimate> gaudi2 = {
    .name = "Gaudi 2",
    .bf16 =
        {.peak = dense(known(432.0) * TFLOP_per_second),
         .compute_share = share{range(0.8, 0.872, 0.969)},
         .memory_share = share{range(0.6, 0.85, 0.95)},
         .launch = range(2.0, 4.0, 10.0) * microsecond,
         .wave = share{range(0.0, 0.0, 0.2)},
         .energy = range(0.9, 1.05, 1.2) * picojoule_per_FLOP,
         .exponent = 2},
    .fp8 =
        {.peak = dense(known(865.0) * TFLOP_per_second),
         .compute_share = share{range(0.78, 0.86, 0.955)},
         .memory_share = share{range(0.6, 0.85, 0.95)},
         .launch = range(2.0, 4.0, 10.0) * microsecond,
         .wave = share{range(0.0, 0.0, 0.2)},
         .energy = range(0.45, 0.53, 0.6) * picojoule_per_FLOP,
         .exponent = 2},
    .compute_units = 2,
    .memory_capacity = known(96.0) * GiB,
    .memory_bandwidth = known(2.45) * TB_per_second,
    .stream_share = share{range(0.7, 0.8, 0.88)},
    .link_rate = one_way(known(262.5) * GB_per_second),
    .tdp = known(600.0) * watt,
    .idle = range(80.0, 120.0, 160.0) * watt,
    .memory_energy = range(45.0, 70.0, 110.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_reference = celsius(range(30.0, 32.0, 45.0)),
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt,
    .price = range(8125.0, 8125.0, 9000.0) * USD,
    .package = gaudi2_package,
    .package_known = true};
inline constexpr sourced_field gaudi2_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"Machine Learning Engineering open book, Gaudi rows (they cite Intel white papers)", "2026-08-22",
      confidence::high}},
    {"bf16",
     {"no shape table: 0.9 of the best rate found, the rest the shared default; matrix engines work on one product at "
      "a time, so no waves",
      "2026-08-22", confidence::low}},
    {"bf16.peak",
     {"Machine Learning Engineering open book, Gaudi rows (they cite Intel white papers)", "2026-08-22",
      confidence::high}},
    {"bf16.energy",
     {"board limit less idle and memory at the best matmul rate (own derivation)", "2026", confidence::low}},
    {"fp8", {"no shape table: 0.9 of the best rate found, the rest the shared default", "2026-08-22", confidence::low}},
    {"fp8.peak",
     {"Machine Learning Engineering open book, Gaudi rows (they cite Intel white papers)", "2026-08-22",
      confidence::high}},
    {"fp8.energy", {"board limit less idle and memory at the best FP8 rate (own derivation)", "2026", confidence::low}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"compute_units", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"memory_capacity",
     {"Machine Learning Engineering open book, Gaudi rows (they cite Intel white papers)", "2026-08-22",
      confidence::high}},
    {"memory_bandwidth",
     {"Machine Learning Engineering open book, Gaudi rows (they cite Intel white papers)", "2026-08-22",
      confidence::high}},
    {"stream_share", {"assumed 0.80, no stream table found", "2026", confidence::assumed}},
    {"link_rate",
     {"Machine Learning Engineering open book, network chapter: 21 ports inside the node", "2026-08-22",
      confidence::high}},
    {"tdp",
     {"Machine Learning Engineering open book, Gaudi rows (they cite Intel white papers)", "2026-08-22",
      confidence::high}},
    {"idle", {"assumed a fifth of the limit", "2026", confidence::assumed}},
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
    {"package", {"package catalog entry gaudi2_package", "2026", confidence::low}},
    {"price",
     {"board of eight at 65,000 USD (recalled list price; nextplatform.com on Gaudi 3)", "2024-06", confidence::low}}};

inline constexpr basic_server<estimate> gaudi2_server = {
    .name = "8 x Gaudi 2",
    .accelerator = gaudi2,
    .accelerators = 8,
    .scale_up = roce_gaudi2,
    .host = range(600.0, 900.0, 1300.0) * watt,
    .fans = range(500.0, 800.0, 1200.0) * watt,
    .nics = 8,
    .nic_power = known(0.0) * watt,
    .nic_price = known(0.0) * USD,
    .supply =
        {.rated = range(9.0, 12.0, 16.0) * kilowatt,
         .no_load = share{range(0.005, 0.0075, 0.012)},
         .proportional = share{range(0.005, 0.0082, 0.012)},
         .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(20'000.0, 35'000.0, 60'000.0) * USD,
    .embodied_host = range(700.0, 1600.0, 3800.0) * kgCO2e,
    .embodied_host_water = range(5.9, 15.0, 32.0) * cubic_metre,
    .weight = range(90.0, 120.0, 150.0) * kilogram,
    .rack_units = 8,
    .liquid_ready = false};
inline constexpr sourced_field gaudi2_server_sources[] = {
    {"embodied_host_water", detail::water_by_carbon},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"Gaudi documentation: eight accelerators a server", "2025", confidence::high}},
    {"accelerator", {"catalog entry gaudi2 and its sources", "2026", confidence::high}},
    {"accelerators", {"Gaudi documentation: eight accelerators a server", "2025", confidence::high}},
    {"scale_up", {"catalog entry roce_gaudi2 and its sources", "2026", confidence::medium}},
    {"host", {"assumed: the H100 host without scale-up switches", "2026", confidence::assumed}},
    {"fans", {"assumed from the H100 host, by heat", "2026", confidence::assumed}},
    {"nic_power", {"integrated in the accelerators", "2024", confidence::high}},
    {"nic_price", {"integrated in the accelerators", "2024", confidence::high}},
    {"supply.rated", {"assumed", "2026", confidence::assumed}},
    {"supply.no_load", detail::titanium_class},
    {"supply.proportional", detail::titanium_class},
    {"supply.quadratic", detail::titanium_class},
    {"price_without_accelerators",
     {"assumed: the H100 host without scale-up switches; no server price found", "2026", confidence::assumed}},
    {"embodied_host",
     {"assumed: two-socket host with 2 TB of memory, drives, chassis; no product footprint without accelerators found",
      "2026", confidence::assumed}},
    {"weight", {"assumed", "2026", confidence::assumed}}};

} // namespace tallywatt::catalog

#pragma once
// Cerebras WSE-3 and the CS-3 system: a wafer of 900,000 cores with 44 GB of SRAM beside them and no other memory. One wafer is
// one accelerator, its own scale-up domain; weights streamed from outside (MemoryX) are not modelled, models that do not fit
// spread over several wafers.

#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages/wafer_scale.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/catalog/titanium_class.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

/// A wafer is a domain by itself: what leaves it, leaves the domain.
inline constexpr basic_scale_up<estimate> single_wafer = {
    .name = "One wafer",
    .reduction =
        {.alpha = range(5.0, 10.0, 30.0) * microsecond,
         .launch = known(0.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(0.0)),
         .bandwidth = range(100.0, 140.0, 150.0) * GB_per_second},
    .ring =
        {.alpha = range(5.0, 10.0, 30.0) * microsecond,
         .launch = known(0.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(0.0)),
         .bandwidth = range(100.0, 140.0, 150.0) * GB_per_second},
    .reduction_ranks = 2,
    .exchange_share = share{range(0.5, 0.8, 0.95)},
    .exchange_alpha = range(5.0, 15.0, 40.0) * microsecond,
    .domain = 1,
    .hop = range(0.6, 1.1, 3.0) * microsecond,
    .wide_hop = range(0.0, 2.3, 5.0) * microsecond};
inline constexpr sourced_field single_wafer_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"tomshardware.com and nextplatform.com on WSE-3: 46,225 mm2, 44 GB, 21 PB/s", "2024-03", confidence::high}}};

/// Ethernet between systems, twelve ports of 100 Gb/s each, counted as one endpoint; its switches add up gradients.
inline constexpr basic_scale_out<estimate> swarmx = {
    .name = "SwarmX, 12 x 100G a system",
    .nic_rate = one_way(range(120.0, 150.0, 150.0) * GB_per_second),
    .collective_share = share{range(0.6, 0.85, 0.95)},
    .exchange_share = share{range(0.5, 0.7, 0.9)},
    .exchange_alpha = range(10.0, 30.0, 60.0) * microsecond,
    .alpha = range(2.0, 6.0, 20.0) * microsecond,
    .hop = range(2.7, 7.0, 20.0) * microsecond,
    .wide_hop = range(4.0, 8.0, 15.0) * microsecond,
    .doubling = range(70.0, 95.0, 150.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 160.0, 300.0)),
    .in_network_reduction = true,
    .network_switch = detail::network::plain_switch(32, 150.0, range(15'000.0, 30'000.0, 60'000.0) * USD, range(400.0, 700.0, 1200.0) * watt),
    .host_link = detail::network::plain_link(range(300.0, 900.0, 2000.0) * USD, range(10.0, 20.0, 40.0) * watt, range(100.0, 300.0, 800.0) * USD),
    .switch_link = detail::network::plain_link(range(300.0, 900.0, 2000.0) * USD, range(10.0, 20.0, 40.0) * watt, range(100.0, 300.0, 800.0) * USD),
    .far_link = detail::network::plain_link(range(300.0, 900.0, 2000.0) * USD, range(10.0, 20.0, 40.0) * watt, range(100.0, 300.0, 800.0) * USD)};
inline constexpr sourced_field swarmx_sources[] = {
    {"network_switch.port_rate", {"the rate of the interfaces that it joins", "2026", confidence::high}},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"tomshardware.com and nextplatform.com on WSE-3: 46,225 mm2, 44 GB, 21 PB/s", "2024-03", confidence::high}}};

inline constexpr basic_accelerator<estimate> wse3 = {
    .name = "Cerebras WSE-3",
    .bf16 =
        {.peak = dense(range(12'000.0, 15'800.0, 20'000.0) * TFLOP_per_second),
         .compute_share = share{range(0.3, 0.6, 0.85)},
         .memory_share = share{range(0.4, 0.7, 0.9)},
         .launch = range(0.0, 1.0, 10.0) * microsecond,
         .wave = share{known(0.0)},
         .energy = range(0.6, 1.2, 1.6) * picojoule_per_FLOP,
         .exponent = 2},
    .compute_units = 900000,
    .memory_capacity = known(44.0) * GB,
    .memory_bandwidth = known(21'000.0) * TB_per_second,
    .stream_share = share{range(0.4, 0.7, 0.9)},
    .link_rate = one_way(known(150.0) * GB_per_second),
    .tdp = range(15'000.0, 20'000.0, 23'000.0) * watt,
    .idle = range(3000.0, 5000.0, 8000.0) * watt,
    .memory_energy = range(0.03, 0.1, 0.3) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_reference = celsius(range(30.0, 32.0, 45.0)),
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.001, 0.0018, 0.003) * kelvin / watt,
    .price = range(1'700'000.0, 2'200'000.0, 2'700'000.0) * USD,
    .package = wse3_package,
    .package_known = true};
inline constexpr sourced_field wse3_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"tomshardware.com and nextplatform.com on WSE-3: 46,225 mm2, 44 GB, 21 PB/s", "2024-03", confidence::high}},
    {"bf16", {"FP16, which this chip has in the place of BF16; shares assumed", "2026", confidence::assumed}},
    {"bf16.peak",
     {"derived: 900,000 cores x 8-wide FP16 multiply-add near 1.1 GHz; the 125 PFLOP/s on its sheet are sparse", "2026",
      confidence::low}},
    {"bf16.energy", {"likely power less idle and memory at the likely rate (own derivation)", "2026", confidence::low}},
    {"fp8", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"compute_units",
     {"tomshardware.com and nextplatform.com on WSE-3: 46,225 mm2, 44 GB, 21 PB/s", "2024-03", confidence::high}},
    {"memory_capacity",
     {"tomshardware.com and nextplatform.com on WSE-3: 46,225 mm2, 44 GB, 21 PB/s", "2024-03", confidence::high}},
    {"memory_bandwidth",
     {"tomshardware.com and nextplatform.com on WSE-3: 46,225 mm2, 44 GB, 21 PB/s", "2024-03", confidence::high}},
    {"stream_share", {"assumed", "2026", confidence::assumed}},
    {"link_rate", {"12 interfaces of 100 Gb/s a system (own knowledge)", "2026", confidence::medium}},
    {"tdp",
     {"awesomeagents.ai: about 23 kW a system at its peak, of which the wafer's share is assumed", "2026",
      confidence::low}},
    {"idle", {"assumed a quarter of the limit", "2026", confidence::assumed}},
    {"memory_energy", {"assumed: SRAM beside its core", "2026", confidence::assumed}},
    {"link_energy",
     {"recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026",
      confidence::low}},
    {"leakage_reference",
     {"assumed as of a resting H200, 30 to 33 C (sglang issue 3196)", "2025-01", confidence::assumed}},
    {"leakage_share", {"assumed half of idle power", "2026", confidence::assumed}},
    {"leakage_growth", {"recalled range of leakage growth, no curve for this class located", "2026", confidence::low}},
    {"junction_to_coolant", {"assumed cold-plate class value", "2026", confidence::assumed}},
    {"price",
     {"awesomeagents.ai: 2 to 3 million USD a system, of which most is taken for the wafer", "2026", confidence::low}},
    {"package", {"package catalog entry wse3_package", "2026", confidence::medium}}};

inline constexpr basic_server<estimate> cs3 = {
    .name = "CS-3",
    .accelerator = wse3,
    .accelerators = 1,
    .scale_up = single_wafer,
    .host = range(500.0, 1000.0, 2000.0) * watt,
    .fans = range(0.0, 500.0, 1500.0) * watt,
    .nics = 1,
    .nic_power = known(0.0) * watt,
    .nic_price = known(0.0) * USD,
    .supply =
        {.rated = range(23.0, 28.0, 34.0) * kilowatt,
         .no_load = share{range(0.005, 0.0075, 0.012)},
         .proportional = share{range(0.005, 0.0082, 0.012)},
         .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(200'000.0, 300'000.0, 500'000.0) * USD,
    .embodied_host = range(2000.0, 5000.0, 12'000.0) * kgCO2e,
    .embodied_host_water = range(18.0, 47.0, 99.0) * cubic_metre,
    .weight = range(150.0, 220.0, 300.0) * kilogram,
    .rack_units = 15,
    .liquid_ready = true};
inline constexpr sourced_field cs3_sources[] = {
    {"embodied_host_water", detail::water_by_carbon},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"tomshardware.com and nextplatform.com on WSE-3: 46,225 mm2, 44 GB, 21 PB/s", "2024-03", confidence::high}},
    {"accelerator", {"catalog entry wse3 and its sources", "2026", confidence::high}},
    {"scale_up", {"catalog entry single_wafer", "2026", confidence::high}},
    {"nic_power", {"in the system's own draw", "2026", confidence::medium}},
    {"nic_price", {"in the system's price", "2026", confidence::medium}},
    {"supply.no_load", detail::titanium_class},
    {"supply.proportional", detail::titanium_class},
    {"supply.quadratic", detail::titanium_class}};

} // namespace tallywatt::catalog

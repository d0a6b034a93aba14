#pragma once
// Groq's first LPU (GroqChip) and its node of eight: a deterministic, statically scheduled pipeline without any external memory.
// 230 MB of SRAM a chip is all there is, so models spread over hundreds of chips; weights stay where they are. The list price
// of one card stands for the chip, which in volume is likely far cheaper.

#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages/sram.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/catalog/titanium_class.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

/// Node of eight GroqChips, each linked to the seven others.
inline constexpr basic_scale_up<estimate> c2c_groq_node = {
    .name = "Chip-to-chip links, 8 x GroqChip",
    .reduction =
        {.alpha = range(0.7, 1.5, 3.0) * microsecond,
         .launch = known(0.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(0.0)),
         .bandwidth = range(80.0, 95.0, 105.0) * GB_per_second},
    .ring =
        {.alpha = range(0.7, 1.5, 3.0) * microsecond,
         .launch = known(0.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(known(0.0)),
         .bandwidth = range(80.0, 95.0, 105.0) * GB_per_second},
    .reduction_ranks = 9,
    .exchange_share = share{range(0.6, 0.85, 1.0)},
    .exchange_alpha = range(0.7, 2.0, 5.0) * microsecond,
    .domain = 8,
    .shape = topology::direct,
    .hop = range(0.6, 0.72, 1.0) * microsecond,
    .wide_hop = range(0.0, 0.5, 2.0) * microsecond};
inline constexpr sourced_field c2c_groq_node_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"recalled from Abts et al., ISCA 2022", "2026", confidence::low}},
    {"reduction", {"recalled from Abts et al., ISCA 2022", "2026", confidence::low}},
    {"reduction.launch", {"statically scheduled: nothing is launched", "2022", confidence::high}},
    {"ring", {"recalled from Abts et al., ISCA 2022", "2026", confidence::low}},
    {"ring.launch", {"statically scheduled: nothing is launched", "2022", confidence::high}},
    {"hop", {"recalled from Abts et al., ISCA 2022", "2026", confidence::low}}};

/// Links that leave a node, nine a chip: a dragonfly without switches, counted as a tree whose switches cost nothing.
inline constexpr basic_scale_out<estimate> c2c_groq_global = {
    .name = "Chip-to-chip links between Groq nodes",
    .nic_rate = one_way(range(80.0, 120.0, 135.0) * GB_per_second),
    .collective_share = share{range(0.7, 0.85, 0.95)},
    .exchange_share = share{range(0.6, 0.8, 0.95)},
    .exchange_alpha = range(1.0, 3.0, 8.0) * microsecond,
    .alpha = range(0.5, 1.0, 2.0) * microsecond,
    .hop = range(0.6, 0.8, 1.5) * microsecond,
    .wide_hop = range(0.5, 1.0, 3.0) * microsecond,
    .doubling = range(0.5, 1.0, 3.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(0.1, 1.0, 10.0)),
    .network_switch = detail::network::plain_switch(64, 135.0, known(0.0) * USD, known(0.0) * watt),
    .host_link = detail::network::plain_link(range(50.0, 150.0, 400.0) * USD, range(2.0, 4.0, 8.0) * watt, range(100.0, 300.0, 700.0) * USD),
    .switch_link = detail::network::plain_link(range(50.0, 150.0, 400.0) * USD, range(2.0, 4.0, 8.0) * watt, range(100.0, 300.0, 700.0) * USD),
    .far_link = detail::network::plain_link(range(50.0, 150.0, 400.0) * USD, range(2.0, 4.0, 8.0) * watt, range(100.0, 300.0, 700.0) * USD)};
inline constexpr sourced_field c2c_groq_global_sources[] = {
    {"network_switch.port_rate", {"the rate of the interfaces that it joins", "2026", confidence::high}},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"recalled from Abts et al., ISCA 2022", "2026", confidence::low}},
    {"nic_rate",
     {"9 of 16 links leave the node, 30 GB/s both ways each (recalled from Abts et al., ISCA 2022)", "2026",
      confidence::low}}};

inline constexpr basic_accelerator<estimate> groq_lpu = {
    .name = "GroqChip LPU v1",
    .bf16 =
        {.peak = dense(known(188.0) * TFLOP_per_second),
         .compute_share = share{range(0.5, 0.7, 0.9)},
         .memory_share = share{range(0.6, 0.8, 0.95)},
         .launch = range(0.0, 0.05, 0.5) * microsecond,
         .wave = share{known(0.0)},
         .energy = range(0.4, 0.6, 1.0) * picojoule_per_FLOP,
         .exponent = 2},
    .int8_peak = dense(known(750.0) * TFLOP_per_second),
    .compute_units = 4,
    .memory_capacity = known(230.0) * MB,
    .memory_bandwidth = known(80.0) * TB_per_second,
    .stream_share = share{range(0.6, 0.8, 0.95)},
    .link_rate = one_way(range(105.0, 105.0, 240.0) * GB_per_second),
    .tdp = range(215.0, 215.0, 300.0) * watt,
    .idle = range(40.0, 70.0, 110.0) * watt,
    .memory_energy = range(0.3, 0.7, 1.5) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_reference = celsius(range(30.0, 32.0, 45.0)),
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt,
    .price = range(19'948.0, 19'948.0, 20'000.0) * USD,
    .package = groq_lpu_package,
    .package_known = true};
inline constexpr sourced_field groq_lpu_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name",
     {"techpowerup.com and 01.me on Groq's LPU: 750 TOPS, 188 TFLOP/s, 230 MB, 80 TB/s, 215 W", "2024-02",
      confidence::high}},
    {"bf16",
     {"FP16, which this chip has in the place of BF16; statically scheduled: no launches, no waves; shares assumed",
      "2026", confidence::assumed}},
    {"bf16.peak",
     {"techpowerup.com and 01.me on Groq's LPU: 750 TOPS, 188 TFLOP/s, 230 MB, 80 TB/s, 215 W", "2024-02",
      confidence::high}},
    {"bf16.energy", {"limit less idle and memory at the likely rate (own derivation)", "2026", confidence::low}},
    {"fp8", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"int8_peak",
     {"techpowerup.com and 01.me on Groq's LPU: 750 TOPS, 188 TFLOP/s, 230 MB, 80 TB/s, 215 W", "2024-02",
      confidence::high}},
    {"compute_units",
     {"four matrix planes of 320 x 320 (recalled from Abts et al., ISCA 2020)", "2026", confidence::low}},
    {"memory_capacity",
     {"techpowerup.com and 01.me on Groq's LPU: 750 TOPS, 188 TFLOP/s, 230 MB, 80 TB/s, 215 W", "2024-02",
      confidence::high}},
    {"memory_bandwidth",
     {"techpowerup.com and 01.me on Groq's LPU: 750 TOPS, 188 TFLOP/s, 230 MB, 80 TB/s, 215 W", "2024-02",
      confidence::high}},
    {"stream_share", {"assumed", "2026", confidence::assumed}},
    {"link_rate",
     {"7 of 16 links join a node, 30 GB/s both ways each (recalled from Abts et al., ISCA 2022)", "2026",
      confidence::low}},
    {"tdp", {"chip 215 W (techpowerup.com), card 275 to 300 W (isopack.blogspot.com)", "2024-02", confidence::medium}},
    {"idle", {"assumed a third of the limit", "2026", confidence::assumed}},
    {"memory_energy", {"recalled 0.3 to 1.5 pJ a byte from on-chip SRAM", "2026", confidence::low}},
    {"link_energy",
     {"recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026",
      confidence::low}},
    {"leakage_reference",
     {"assumed as of a resting H200, 30 to 33 C (sglang issue 3196)", "2025-01", confidence::assumed}},
    {"leakage_share", {"assumed half of idle power", "2026", confidence::assumed}},
    {"leakage_growth", {"recalled range of leakage growth, no curve for this class located", "2026", confidence::low}},
    {"junction_to_coolant", {"assumed cold-plate class value", "2026", confidence::assumed}},
    {"package", {"package catalog entry groq_lpu_package", "2026", confidence::low}},
    {"price", {"isopack.blogspot.com: a distributor's price of one card", "2024-02", confidence::medium}}};

inline constexpr basic_server<estimate> groq_node = {
    .name = "8 x GroqChip",
    .accelerator = groq_lpu,
    .accelerators = 8,
    .scale_up = c2c_groq_node,
    .host = range(400.0, 700.0, 1100.0) * watt,
    .fans = range(150.0, 300.0, 500.0) * watt,
    .nics = 8,
    .nic_power = known(0.0) * watt,
    .nic_price = known(0.0) * USD,
    .supply =
        {.rated = range(3.0, 4.0, 5.5) * kilowatt,
         .no_load = share{range(0.005, 0.0075, 0.012)},
         .proportional = share{range(0.005, 0.0082, 0.012)},
         .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(8000.0, 15'000.0, 25'000.0) * USD,
    .embodied_host = range(300.0, 800.0, 2000.0) * kgCO2e,
    .embodied_host_water = range(3.0, 7.5, 16.0) * cubic_metre,
    .weight = range(25.0, 40.0, 60.0) * kilogram,
    .rack_units = 4,
    .liquid_ready = false};
inline constexpr sourced_field groq_node_sources[] = {
    {"embodied_host_water", detail::water_by_carbon},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"accelerator", {"catalog entry groq_lpu and its sources", "2026", confidence::high}},
    {"scale_up", {"catalog entry c2c_groq_node and its sources", "2026", confidence::low}},
    {"nic_power", {"links are the chips' own", "2024", confidence::high}},
    {"nic_price", {"links are the chips' own", "2024", confidence::high}},
    {"supply.no_load", detail::titanium_class},
    {"supply.proportional", detail::titanium_class},
    {"supply.quadratic", detail::titanium_class}};

} // namespace tallywatt::catalog

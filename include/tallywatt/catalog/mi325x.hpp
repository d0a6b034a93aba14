#pragma once
// AMD Instinct MI325X and the 8-way platform: MI300X's compute and links, more and faster memory.

#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages/amd.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/catalog/titanium_class.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> mi325x = {
    .name = "Instinct MI325X",
    .bf16 =
        {.peak = dense(known(1307.4) * TFLOP_per_second),
         .compute_share = share{range(0.48, 0.543, 0.604)},
         .memory_share = share{range(0.59, 0.75, 0.85)},
         .launch = range(3.0, 6.0, 20.0) * microsecond,
         .wave = share{range(0.0, 0.1, 0.5)},
         .energy = range(0.9, 1.04, 1.27) * picojoule_per_FLOP,
         .exponent = 2},
    .fp8 =
        {.peak = dense(known(2614.9) * TFLOP_per_second),
         .compute_share = share{range(0.4, 0.5, 0.58)},
         .memory_share = share{range(0.5, 0.59, 0.8)},
         .launch = range(5.0, 10.0, 36.0) * microsecond,
         .wave = share{range(0.0, 0.0, 0.5)},
         .energy = range(0.45, 0.52, 0.64) * picojoule_per_FLOP,
         .exponent = 2},
    .fp32_peak = dense(known(653.7) * TFLOP_per_second),
    .int8_peak = dense(known(2614.9) * TFLOP_per_second),
    .compute_units = 304,
    .memory_capacity = known(256.0) * GiB,
    .memory_bandwidth = known(6.0) * TB_per_second,
    .stream_share = share{range(0.73, 0.78, 0.82)},
    .link_rate = one_way(known(448.0) * GB_per_second),
    .tdp = known(1000.0) * watt,
    .idle = range(120.0, 150.0, 190.0) * watt,
    .memory_energy = range(45.0, 70.0, 110.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_reference = celsius(range(30.0, 32.0, 45.0)),
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt,
    .price = range(10'000.0, 15'000.0, 20'000.0) * USD,
    .package = mi325x_package,
    .package_known = true};
inline constexpr sourced_field mi325x_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"bf16",
     {"no shape table: 0.9 of the best rate (0.604), the rest the shared default of fits", "2026-08-22",
      confidence::low}},
    {"bf16.peak", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"bf16.energy",
     {"board limit less idle and memory at the best matmul rate, 785 TFLOP/s (own derivation)", "2026",
      confidence::medium}},
    {"fp8", {"MI300X's fit, compute share by the ratio of best BF16 rates", "2026", confidence::low}},
    {"fp8.peak", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"fp8.launch", {"as MI300X, assumed", "2026", confidence::assumed}},
    {"fp8.energy", {"half of BF16's, assumed", "2026", confidence::assumed}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"fp32_peak", {"TF32 of the AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"int8_peak", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"compute_units", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"memory_capacity",
     {"8 stacks of 32 GiB usable, binary in practice (AMD CDNA 3 white paper)", "2024-10", confidence::high}},
    {"memory_bandwidth", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"stream_share", {"MI300X's, BabelStream", "2025", confidence::medium}},
    {"link_rate",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22",
      confidence::high}},
    {"tdp",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"idle", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
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
    {"package", {"package catalog entry mi325x_package", "2026", confidence::low}},
    {"price", {"Epoch AI chip counts, price estimates", "2026-04-22", confidence::medium}}};

inline constexpr basic_server<estimate> mi325x_platform = {
    .name = "8 x MI325X",
    .accelerator = mi325x,
    .accelerators = 8,
    .scale_up = xgmi_mi300x,
    .host = range(700.0, 1000.0, 1500.0) * watt,
    .fans = range(1000.0, 1400.0, 2000.0) * watt,
    .nics = 8,
    .nic_power = range(20.0, 25.0, 35.0) * watt,
    .nic_price = range(1300.0, 1800.0, 2500.0) * USD,
    .supply =
        {.rated = range(18.0, 22.0, 28.0) * kilowatt,
         .no_load = share{range(0.005, 0.0075, 0.012)},
         .proportional = share{range(0.005, 0.0082, 0.012)},
         .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(30'000.0, 60'000.0, 110'000.0) * USD,
    .embodied_host = range(820.0, 3'500.0, 13'000.0) * kgCO2e,
    .embodied_host_water = range(13.0, 33.0, 69.0) * cubic_metre,
    .weight = range(100.0, 130.0, 150.0) * kilogram,
    .rack_units = 8,
    .liquid_ready = true};
inline constexpr sourced_field mi325x_platform_sources[] = {
    {"embodied_host_water", detail::water_by_carbon},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"accelerator", {"catalog entry mi325x and its sources", "2026", confidence::high}},
    {"accelerators", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"scale_up", {"catalog entry xgmi_mi300x and its sources: the same links", "2026", confidence::medium}},
    {"host", {"assumed: the H100 host without scale-up switches", "2026", confidence::assumed}},
    {"fans", {"assumed from the H100 host, by heat", "2026", confidence::assumed}},
    {"nics", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"nic_power", {"400 Gb/s adapter without optics, own knowledge", "2026", confidence::low}},
    {"nic_price", {"400 Gb/s adapter, own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"supply.rated", {"assumed", "2026", confidence::assumed}},
    {"supply.no_load", detail::titanium_class},
    {"supply.proportional", detail::titanium_class},
    {"supply.quadratic", detail::titanium_class},
    {"price_without_accelerators",
     {"assumed: the H100 host without scale-up switches; no server price found", "2026", confidence::assumed}},
    {"embodied_host",
     {"hgx_h100_host_bill of this catalog (embodied_carbon.hpp): the low, likely and high ends of all its parts but switch chips",
      "2026", confidence::low}},
    {"weight", {"assumed", "2026", confidence::assumed}}};

} // namespace tallywatt::catalog

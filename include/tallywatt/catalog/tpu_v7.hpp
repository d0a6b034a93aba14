#pragma once
// Google TPU v7 (Ironwood) and its tray of four chips. Two chiplets a chip; FP8 runs at twice the rate of BF16.

#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/catalog/titanium_class.hpp>
#include <tallywatt/catalog/tpu.hpp>
#include <tallywatt/catalog/tpu_network.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> tpu_v7 = {
    .name = "TPU v7",
    .bf16 =
        {.peak = dense(known(2307.0) * TFLOP_per_second),
         .compute_share = share{range(0.59, 0.75, 0.9)},
         .memory_share = share{range(0.6, 0.85, 0.95)},
         .launch = range(0.5, 2.0, 3.0) * microsecond,
         .wave = share{known(0.0)},
         .energy = range(0.12, 0.19, 0.28) * picojoule_per_FLOP,
         .exponent = 2},
    .fp8 =
        {.peak = dense(known(4614.0) * TFLOP_per_second),
         .compute_share = share{range(0.59, 0.75, 0.9)},
         .memory_share = share{range(0.6, 0.85, 0.95)},
         .launch = range(0.5, 2.0, 3.0) * microsecond,
         .wave = share{known(0.0)},
         .energy = range(0.06, 0.095, 0.14) * picojoule_per_FLOP,
         .exponent = 2},
    .compute_units = 8,
    .memory_capacity = known(192.0) * GiB,
    .memory_bandwidth = known(7.37) * TB_per_second,
    .stream_share = share{range(0.7, 0.8, 0.92)},
    .link_rate = one_way(range(540.0, 540.0, 600.0) * GB_per_second),
    .tdp = range(700.0, 900.0, 960.0) * watt,
    .idle = range(120.0, 220.0, 300.0) * watt,
    .memory_energy = range(30.0, 45.0, 70.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_reference = celsius(range(30.0, 32.0, 45.0)),
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt,
    .price = range(9800.0, 13'400.0, 17'100.0) * USD};
inline constexpr sourced_field tpu_v7_sources[] = {
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"bf16", detail::tpu_matrix},
    {"bf16.peak", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"bf16.energy", detail::tpu_energy},
    {"fp8", detail::tpu_matrix},
    {"fp8.peak", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"fp8.energy", {"half of BF16's where the rate doubles (assumed)", "2026", confidence::assumed}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2025", confidence::high}},
    {"int8_peak", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"memory_capacity", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"memory_bandwidth", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"stream_share", {"assumed 0.80, no stream table found", "2026", confidence::assumed}},
    {"link_rate",
     {"1,200 GB/s both ways by documentation, 600 one way; lower by v5p's measured share", "2026", confidence::high}},
    {"tdp",
     {"Epoch AI chip counts, estimate (the vendor publishes none); lower ends assumed", "2026-04-22", confidence::low}},
    {"idle", {"assumed about a quarter of the limit, as v4's documented 90 W is more", "2026", confidence::assumed}},
    {"memory_energy", detail::tpu_memory_energy},
    {"link_energy",
     {"recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026",
      confidence::low}},
    {"leakage_reference",
     {"assumed as of a resting H200, 30 to 33 C (sglang issue 3196)", "2025-01", confidence::assumed}},
    {"leakage_share", {"assumed half of idle power", "2026", confidence::assumed}},
    {"leakage_growth", {"recalled range of leakage growth, no curve for this class located", "2026", confidence::low}},
    {"junction_to_coolant", {"assumed cold-plate class value", "2026", confidence::assumed}},
    {"price", {"Epoch AI chip counts, price estimates", "2026-04-22", confidence::medium}}};

inline constexpr basic_server<estimate> tpu_v7_tray = {
    .name = "4 x TPU v7",
    .accelerator = tpu_v7,
    .accelerators = 4,
    .scale_up = ici_v7,
    .host = range(400.0, 650.0, 900.0) * watt,
    .fans = range(0.0, 80.0, 250.0) * watt,
    .nics = 2,
    .nic_power = range(12.0, 20.0, 30.0) * watt,
    .nic_price = range(400.0, 900.0, 1500.0) * USD,
    .supply =
        {.rated = range(4.0, 6.0, 8.0) * kilowatt,
         .no_load = share{range(0.005, 0.0075, 0.012)},
         .proportional = share{range(0.005, 0.0082, 0.012)},
         .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(10'000.0, 18'000.0, 28'000.0) * USD,
    .embodied_host = range(200.0, 600.0, 1500.0) * kgCO2e,
    .embodied_host_water = range(2.2, 5.6, 12.0) * cubic_metre,
    .weight = range(20.0, 40.0, 70.0) * kilogram,
    .rack_units = 2,
    .liquid_ready = true};
inline constexpr sourced_field tpu_v7_tray_sources[] = {
    {"embodied_host_water", detail::water_by_carbon},
    {"", {"assumed, or zero where this chip has no such thing", "2026", confidence::assumed}},
    {"name", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"accelerator", {"catalog entry tpu_v7 and its sources", "2026", confidence::high}},
    {"accelerators", {"Cloud TPU documentation, tpu7x page", "2026", confidence::high}},
    {"scale_up", {"catalog entry ici_v7 and its sources", "2026", confidence::medium}},
    {"host", detail::tpu_host},
    {"fans", {"assumed: cold plates, pumps and board fans left", "2026", confidence::assumed}},
    {"nics", {"assumed", "2026", confidence::assumed}},
    {"nic_power", {"adapter without optics, own knowledge", "2026", confidence::low}},
    {"nic_price", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"supply.rated", {"assumed", "2026", confidence::assumed}},
    {"supply.no_load", detail::titanium_class},
    {"supply.proportional", detail::titanium_class},
    {"supply.quadratic", detail::titanium_class},
    {"price_without_accelerators",
     {"assumed: host, tray, torus cables and optics (TPU v4: optical switching below 5 % of system cost, Jouppi et al. "
      "2023)",
      "2026", confidence::assumed}},
    {"embodied_host", {"assumed", "2026", confidence::assumed}},
    {"weight", {"assumed", "2026", confidence::assumed}}};

} // namespace tallywatt::catalog

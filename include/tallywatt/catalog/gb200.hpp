#pragma once
// NVIDIA GB200 NVL72: figures per GPU (a superchip has two), and the rack as a server of 72 in one scale-up domain.
// Fans are what air cooling of all heat would take; the rack ships with about 0.87 of it in liquid.

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> gb200 = {
    .name = "GB200 NVL72, per GPU (1200 W)",
    .bf16 = {.peak = known(2'500.0) * TFLOP_per_second, .compute_share = share{range(0.6, 0.656, 0.73)}, .memory_share = share{range(0.85, 0.95, 0.95)}, .launch = range(1.7, 1.9, 3.0) * microsecond,
              .wave = share{range(0.05, 0.09, 0.15)}, .energy = range(0.45, 0.52, 0.6) * picojoule_per_FLOP, .exponent = 8},
    .fp8 = {.peak = known(5'000.0) * TFLOP_per_second, .compute_share = share{range(0.55, 0.592, 0.72)}, .memory_share = share{range(0.85, 0.91, 0.95)}, .launch = range(2.2, 4.3, 4.3) * microsecond,
              .wave = share{range(0.0, 0.0, 0.1)}, .energy = range(0.23, 0.26, 0.3) * picojoule_per_FLOP, .exponent = 2},
    .fp4 = {.peak = known(10'000.0) * TFLOP_per_second, .compute_share = share{range(0.5, 0.53, 0.61)}, .memory_share = share{range(0.25, 0.3, 0.6)}, .launch = range(3.0, 4.4, 5.0) * microsecond,
              .wave = share{range(0.1, 1.0, 1.0)}, .energy = range(0.13, 0.16, 0.19) * picojoule_per_FLOP, .exponent = 4},
    .compute_units = 148,
    .hbm_capacity = known(186.0) * GB,
    .hbm_bandwidth = range(7.67, 8.0, 8.0) * TB_per_second,
    .hbm_read_share = share{range(0.76, 0.88, 0.93)},
    .hbm_stream_share = share{range(0.74, 0.84, 0.88)},
    .link_rate_one_way = known(900.0) * GB_per_second,
    .tdp = known(1'200.0) * watt,
    .idle = range(120.0, 165.0, 220.0) * watt,
    .hbm_energy = range(45.0, 70.0, 110.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.02, 0.035, 0.05) * kelvin / watt,
    .price = range(30'000.0, 35'000.0, 42'000.0) * USD,
    .package = b200_package,
    .package_known = true};
inline constexpr sourced_field gb200_sources[] = {
    {"name", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"bf16", {"fit of B200 (vLLM, torchao); compute share 0.9 of the best rate, 1,822 of 2,500 (Machine Learning Engineering open book)", "2026-08-22", confidence::medium}},
    {"bf16.peak", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"bf16.energy", {"board limit less idle and memory at the best matmul rate, 1,822 TFLOP/s (own derivation)", "2026", confidence::medium}},
    {"fp8", {"Azure AI benchmarking guide, square FP8 products on GB200, fitted (mean error 3 %)", "2025", confidence::medium}},
    {"fp8.peak", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"fp8.energy", {"half of BF16's, assumed", "2026", confidence::assumed}},
    {"fp4", {"fit of B200 (vLLM, torchao)", "2025-07-08", confidence::low}},
    {"fp4.peak", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"fp4.compute_share", {"Azure AI benchmarking guide, 5.3 to 5.6 PFLOP/s sustained of 10 (7.6 once at 8192)", "2025", confidence::low}},
    {"fp4.energy", {"three tenths of BF16's, assumed", "2026", confidence::assumed}},
    {"compute_units", {"own knowledge, 148 compute units", "2026", confidence::medium}},
    {"hbm_capacity", {"vendor GB as usable (MLPerf inference v5.1); 192 GiB physical", "2025", confidence::high}},
    {"hbm_bandwidth", {"Machine Learning Engineering open book, 8 TB/s; low end: the bus found on B200", "2026-08-22", confidence::medium}},
    {"hbm_read_share", {"no stream benchmark found: 0.88 assumed; 0.76 seen in a decode kernel (FlashInfer PR 1415)", "2025-08", confidence::low}},
    {"hbm_stream_share", {"no stream benchmark found: assumed as on H200, a little less than reads", "2026", confidence::assumed}},
    {"link_rate_one_way", {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22", confidence::high}},
    {"tdp", {"GB200 analysis, fibermall.com: 2,700 W superchip of two GPUs and one Grace; Machine Learning Engineering open book", "2026-08-22", confidence::high}},
    {"idle", {"assumed, B200's by power limit", "2026", confidence::assumed}},
    {"hbm_energy", {"derived from V100 streaming (110) and H200 decode (45) board power; 70 is their geometric mean", "2026", confidence::low}},
    {"link_energy", {"recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026", confidence::low}},
    {"leakage_reference", {"assumed junction temperature at which idle power was read", "2026", confidence::assumed}},
    {"leakage_share", {"assumed half of idle power", "2026", confidence::assumed}},
    {"leakage_growth", {"recalled range of leakage growth, no curve for this class located", "2026", confidence::low}},
    {"junction_to_coolant", {"assumed cold-plate class value", "2026", confidence::assumed}},
    {"price", {"Epoch AI chip counts 33,000 to 42,000 per chip; lower end assumed, as 72 of them are most of a rack's 3 M USD", "2026-04-22", confidence::low}},
    {"package", {"package catalog entry b200_package, same dies", "2026", confidence::low}}};

inline constexpr basic_server<estimate> gb200_nvl72 = {
    .name = "GB200 NVL72",
    .accelerator = gb200,
    .accelerators = 72,
    .scale_up = nvlink5_nvl72,
    .host = range(15.0, 19.0, 26.0) * kilowatt,
    .fans = range(8.0, 11.5, 15.0) * kilowatt,
    .nics = 72,
    .nic_power = range(20.0, 25.0, 35.0) * watt,
    .nic_price = range(1'300.0, 1'800.0, 2'500.0) * USD,
    .supply = {.rated = range(132.0, 264.0, 264.0) * kilowatt, .no_load = share{range(0.005, 0.0075, 0.012)}, .proportional = share{range(0.005, 0.0082, 0.012)},
               .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(100'000.0, 350'000.0, 1'200'000.0) * USD,
    .embodied_host = range(10'000.0, 20'000.0, 40'000.0) * kgCO2e,
    .weight = known(1'360.0) * kilogram,
    .rack_units = 48,
    .liquid_ready = true};
inline constexpr sourced_field gb200_nvl72_sources[] = {
    {"name", {"Base Command Manager documentation, NVIDIA", "2025", confidence::high}},
    {"accelerator", {"catalog entry gb200 and its sources", "2026", confidence::high}},
    {"accelerators", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"scale_up", {"catalog entry nvlink5_nvl72 and its sources", "2026", confidence::medium}},
    {"host", {"36 x 300 W Grace (fibermall.com), 3.6 kW of switch trays (introl.com), the rest (data processing units, drives, management) assumed", "2025", confidence::medium}},
    {"fans", {"assumed, so that 1.5 kW is left where 0.87 of the heat (115 of 132 kW) goes into liquid", "2026", confidence::assumed}},
    {"nics", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"nic_power", {"400 Gb/s adapter without optics, own knowledge", "2026", confidence::low}},
    {"nic_price", {"400 Gb/s adapter, own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"supply.rated", {"Base Command Manager documentation, NVIDIA: 8 shelves of 33 kW (low end: half, redundant)", "2025", confidence::high}},
    {"supply.no_load", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"supply.proportional", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"supply.quadratic", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"price_without_accelerators", {"3.0 M USD a rack (xatakaon.com; 2.0 to 4.1) less 72 x 35,000 and 72 x 1,800", "2024", confidence::low}},
    {"embodied_host", {"assumed: 18 compute and 9 switch trays, 17 TB of memory, rack and manifolds", "2026", confidence::assumed}},
    {"weight", {"xatakaon.com, 1.36 t", "2024", confidence::high}},
    {"rack_units", {"Base Command Manager documentation, NVIDIA", "2025", confidence::high}}};

}  // namespace tallywatt::catalog

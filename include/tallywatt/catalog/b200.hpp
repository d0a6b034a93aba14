#pragma once
// NVIDIA B200 (HGX form, 1000 W) and the 8-way server. Peaks are dense (9,000 FP8 and 18,000 FP4 on data sheets are sparse).
// HBM peaks at 7.67 TB/s (7,680 bits), not at the 8 TB/s of older sheets: shares of bandwidth refer to 7.67.

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> b200 = {
    .name = "B200 (HGX, 1000 W)",
    .bf16 = {.peak = known(2'250.0) * TFLOP_per_second, .compute_share = share{range(0.6, 0.633, 0.7)}, .memory_share = share{range(0.85, 0.95, 0.95)}, .launch = range(1.7, 1.9, 3.0) * microsecond,
              .wave = share{range(0.05, 0.09, 0.15)}, .energy = range(0.4, 0.45, 0.57) * picojoule_per_FLOP, .exponent = 8},
    .fp8 = {.peak = known(4'500.0) * TFLOP_per_second, .compute_share = share{range(0.55, 0.569, 0.69)}, .memory_share = share{range(0.85, 0.95, 0.95)}, .launch = range(2.0, 2.2, 3.0) * microsecond,
              .wave = share{range(0.05, 0.07, 0.12)}, .energy = range(0.2, 0.23, 0.29) * picojoule_per_FLOP, .exponent = 2},
    .fp4 = {.peak = known(9'000.0) * TFLOP_per_second, .compute_share = share{range(0.434, 0.61, 0.65)}, .memory_share = share{range(0.25, 0.3, 0.6)}, .launch = range(3.0, 4.4, 5.0) * microsecond,
              .wave = share{range(0.1, 1.0, 1.0)}, .energy = range(0.11, 0.14, 0.18) * picojoule_per_FLOP, .exponent = 4},
    .compute_units = 148,
    .hbm_capacity = known(180.0) * GB,
    .hbm_bandwidth = range(7.67, 7.67, 8.0) * TB_per_second,
    .hbm_read_share = share{range(0.76, 0.88, 0.93)},
    .hbm_stream_share = share{range(0.74, 0.84, 0.88)},
    .link_rate_one_way = known(900.0) * GB_per_second,
    .tdp = known(1'000.0) * watt,
    .idle = range(100.0, 140.0, 200.0) * watt,
    .hbm_energy = range(45.0, 70.0, 110.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.02, 0.035, 0.05) * kelvin / watt,
    .price = range(33'000.0, 38'000.0, 42'000.0) * USD,
    .package = b200_package,
    .package_known = true};
inline constexpr sourced_field b200_sources[] = {
    {"name", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"bf16", {"vLLM and torchao product sweeps on B200, fitted (mean error 5 %)", "2025-07-08", confidence::high}},
    {"bf16.peak", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"bf16.energy", {"board limit less idle and memory at the best matmul rate, 1,745 TFLOP/s (own derivation)", "2026", confidence::medium}},
    {"fp8", {"vLLM PRs 18778 and 19566, FP8 products on B200, fitted (mean error 2 %, one shape)", "2025-06", confidence::medium}},
    {"fp8.peak", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"fp8.energy", {"half of BF16's, assumed; board limit over the best FP8 rate is 0.29", "2026", confidence::assumed}},
    {"fp4", {"vLLM PRs 20578 and 20646 and torchao PR 2427, NVFP4 products on B200, fitted (mean error 9 %, untuned kernels)", "2025-07-08", confidence::low}},
    {"fp4.peak", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"fp4.energy", {"three tenths of BF16's, assumed; board limit over 5.5 PFLOP/s is 0.18", "2026", confidence::assumed}},
    {"compute_units", {"own knowledge, 148 compute units", "2026", confidence::medium}},
    {"hbm_capacity", {"vendor GB as usable (HGX, MLPerf inference v5.1); 8 stacks of 24 GiB are 192 GiB physical", "2025", confidence::high}},
    {"hbm_bandwidth", {"torchao PR 4002: a 7,680-bit bus at 3,996 MHz; the 8 TB/s of older sheets assumes 8,192 bits", "2026-03-05", confidence::high}},
    {"hbm_read_share", {"no stream benchmark found: 0.88 assumed; 0.76 seen in a decode kernel (FlashInfer PR 1415)", "2025-08", confidence::low}},
    {"hbm_stream_share", {"no stream benchmark found: assumed as on H200, a little less than reads", "2026", confidence::assumed}},
    {"link_rate_one_way", {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22", confidence::high}},
    {"tdp", {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22", confidence::high}},
    {"idle", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"hbm_energy", {"derived from V100 streaming (110) and H200 decode (45) board power; 70 is their geometric mean", "2026", confidence::low}},
    {"link_energy", {"recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026", confidence::low}},
    {"leakage_reference", {"assumed junction temperature at which idle power was read", "2026", confidence::assumed}},
    {"leakage_share", {"assumed half of idle power", "2026", confidence::assumed}},
    {"leakage_growth", {"recalled range of leakage growth, no curve for this class located", "2026", confidence::low}},
    {"junction_to_coolant", {"assumed cold-plate class value", "2026", confidence::assumed}},
    {"price", {"Epoch AI chip counts, price estimates", "2026-04-22", confidence::medium}},
    {"package", {"package catalog entry b200_package", "2026", confidence::low}}};

inline constexpr basic_server<estimate> hgx_b200 = {
    .name = "HGX B200, 8 x B200",
    .accelerator = b200,
    .accelerators = 8,
    .scale_up = nvlink5_hgx,
    .host = range(1.2, 1.6, 2.6) * kilowatt,
    .fans = range(1.0, 1.5, 2.6) * kilowatt,
    .nics = 8,
    .nic_power = range(20.0, 25.0, 35.0) * watt,
    .nic_price = range(1'300.0, 1'800.0, 2'500.0) * USD,
    .supply = {.rated = range(19.8, 19.8, 26.4) * kilowatt, .no_load = share{range(0.005, 0.0075, 0.012)}, .proportional = share{range(0.005, 0.0082, 0.012)},
               .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(60'000.0, 139'000.0, 190'000.0) * USD,
    .embodied_host = range(1'000.0, 2'000.0, 4'500.0) * kgCO2e,
    .weight = range(125.0, 142.0, 160.0) * kilogram,
    .rack_units = 10,
    .liquid_ready = true};
inline constexpr sourced_field hgx_b200_sources[] = {
    {"name", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"accelerator", {"catalog entry b200 and its sources", "2026", confidence::high}},
    {"accelerators", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"scale_up", {"catalog entry nvlink5_hgx and its sources", "2026", confidence::high}},
    {"host", {"derived: 14.3 kW rating (DGX B200 blueprint, madcoolstuff.com) times the 0.82 that an H100 node reaches of its own, less GPUs, interfaces, fans and loss", "2026", confidence::low}},
    {"fans", {"derived with the host's power, split assumed", "2026", confidence::low}},
    {"nics", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"nic_power", {"400 Gb/s adapter without optics, own knowledge", "2026", confidence::low}},
    {"nic_price", {"400 Gb/s adapter, own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"supply.rated", {"assumed, six supplies of 3.3 kW; high end eight", "2026", confidence::assumed}},
    {"supply.no_load", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"supply.proportional", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"supply.quadratic", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"price_without_accelerators", {"457,000 USD street price of a DGX B200 (own knowledge, 400,000 to 515,000) less 8 x 38,000 and 8 x 1,800", "2025", confidence::low}},
    {"embodied_host", {"assumed: two-socket host with 2 TB of memory, drives, chassis, scale-up switch board; no product footprint without GPUs found", "2026", confidence::assumed}},
    {"weight", {"DGX B200, recalled 313 lb", "2026", confidence::low}},
    {"rack_units", {"DGX B200 blueprint, madcoolstuff.com", "2026", confidence::medium}}};

}  // namespace tallywatt::catalog

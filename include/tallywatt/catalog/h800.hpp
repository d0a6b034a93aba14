#pragma once
// NVIDIA H800 SXM5: an H100 whose links (200 GB/s one way, 400 both ways) and FP64 rate are cut; sold until October
// 2023.

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/hopper.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> h800 = {
    .name = "H800 SXM5 80GB",
    .bf16 = detail::hopper_bf16,
    .fp8 = detail::hopper_fp8,
    .compute_units = 132,
    .hbm_capacity = known(80.0) * GiB,
    .hbm_bandwidth = known(3.35) * TB_per_second,
    .hbm_stream_share = share{range(0.866, 0.88, 0.887)},
    .link_rate = one_way(known(200.0) * GB_per_second),
    .tdp = known(700.0) * watt,
    .idle = range(60.0, 105.0, 115.0) * watt,
    .hbm_energy = range(45.0, 70.0, 110.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_reference = celsius(range(30.0, 32.0, 45.0)),
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt,
    .price = range(25'000.0, 30'000.0, 35'000.0) * USD,
    .package = h800_package,
    .package_known = true};
inline constexpr sourced_field h800_sources[] = {
    {"name", {"nvidia_h800 page, aiwiki.ai", "2026-06-03", confidence::medium}},
    {"bf16",
     {"Vidur profiling data on H100, 12,524 products, fitted (held-out error 8.9 %)", "2024", confidence::high}},
    {"bf16.peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"bf16.launch",
     {"Vidur fit of 5.7 us includes the stream launch gap of 2.5 us (gpu-benches); less that under graph replay",
      "2025-02-11", confidence::medium}},
    {"bf16.energy",
     {"board limit less idle and memory at the best matmul rate, 794.5 TFLOP/s (own derivation)", "2026",
      confidence::medium}},
    {"fp8",
     {"DeepGEMM README, 28 dense and grouped products on H800, fitted with exponent 2 (mean error 7.3 %)", "2025-04-09",
      confidence::high}},
    {"fp8.peak",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"fp8.energy",
     {"half of BF16's, assumed; the best FP8 rate then draws less than the board limit", "2026", confidence::assumed}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2023", confidence::high}},
    {"compute_units",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"hbm_capacity", {"as H100, own knowledge", "2026", confidence::medium}},
    {"hbm_bandwidth",
     {"as H100 (own knowledge); FlashMLA and DeepGEMM state 3.35 TB/s for H800", "2025-09-29", confidence::high}},
    {"hbm_stream_share", {"as H100 (Azure BabelStream)", "2025", confidence::medium}},
    {"link_rate",
     {"400 GB/s both ways, own knowledge; the page nvidia_h800 of aiwiki.ai confirms the cut; DeepEP reaches 160 GB/s",
      "2026-06-03", confidence::medium}},
    {"tdp", {"Epoch AI chip counts", "2026-04-22", confidence::high}},
    {"idle",
     {"H200 idle of 74 to 80 W measured, 115 W in its top clock state (cuda-samples issue 311); H100 recalled as 70 W; likely value assumed",
      "2024-12-06", confidence::low}},
    {"hbm_energy",
     {"derived from V100 streaming (110) and H200 decode (45) board power; 70 is their geometric mean", "2026",
      confidence::low}},
    {"link_energy",
     {"recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026",
      confidence::low}},
    {"leakage_reference", {"assumed as of a resting H200, 30 to 33 C (sglang issue 3196)", "2025-01", confidence::assumed}},
    {"leakage_share", {"assumed half of idle power", "2026", confidence::assumed}},
    {"leakage_growth", {"recalled range of leakage growth, no curve for this class located", "2026", confidence::low}},
    {"junction_to_coolant", {"assumed cold-plate class value", "2026", confidence::assumed}},
    {"price", {"Epoch AI chip counts", "2026-04-22", confidence::medium}},
    {"package", {"package catalog entry h800_package", "2026", confidence::medium}}};

inline constexpr basic_server<estimate> hgx_h800 = {
    .name = "HGX H800, 8 x H800",
    .accelerator = h800,
    .accelerators = 8,
    .scale_up = nvlink4_h800,
    .host = range(0.95, 1.25, 1.6) * kilowatt,
    .fans = range(0.7, 1.0, 1.4) * kilowatt,
    .nics = 8,
    .nic_power = range(20.0, 25.0, 35.0) * watt,
    .nic_price = range(1'300.0, 1'800.0, 2'500.0) * USD,
    .supply =
        {.rated = range(13.2, 19.8, 19.8) * kilowatt,
         .no_load = share{range(0.005, 0.0075, 0.012)},
         .proportional = share{range(0.005, 0.0082, 0.012)},
         .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(40'000.0, 87'600.0, 130'000.0) * USD,
    .embodied_host = range(800.0, 1'800.0, 4'000.0) * kgCO2e,
    .weight = range(110.0, 130.0, 150.0) * kilogram,
    .rack_units = 8,
    .liquid_ready = true};
inline constexpr sourced_field hgx_h800_sources[] = {
    {"name", {"8-way HGX form of H100", "2026", confidence::medium}},
    {"accelerator", {"catalog entry h800 and its sources", "2026", confidence::high}},
    {"accelerators", {"8-way HGX form of H100", "2026", confidence::medium}},
    {"scale_up", {"catalog entry nvlink4_h800 and its sources", "2026", confidence::medium}},
    {"host", {"as measured on a node of 8 x H100 (arXiv 2412.08602): the same host", "2024-12", confidence::medium}},
    {"fans",
     {"assumed an eighth of a node's 8.4 kW (the rest of its 2.8 kW outside the GPUs is host, interfaces and loss)",
      "2024-12", confidence::low}},
    {"nics", {"DeepEP documentation: one 400 Gb/s interface per H800", "2025-04", confidence::high}},
    {"nic_power", {"400 Gb/s adapter without optics, own knowledge", "2026", confidence::low}},
    {"nic_price", {"400 Gb/s adapter, own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"supply.rated",
     {"DGX guide, unanswered.io: six 3.3 kW supplies, 4+2 (low end: four)", "2025", confidence::medium}},
    {"supply.no_load",
     {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026",
      confidence::low}},
    {"supply.proportional",
     {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026",
      confidence::low}},
    {"supply.quadratic",
     {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026",
      confidence::low}},
    {"price_without_accelerators", {"as for HGX H100", "2024-08", confidence::low}},
    {"embodied_host",
     {"assumed: two-socket host with 2 TB of memory, drives, chassis, scale-up switch board; no product footprint "
      "without GPUs found",
      "2026", confidence::assumed}},
    {"weight", {"DGX H100, recalled 287 lb", "2026", confidence::low}},
    {"rack_units", {"DGX H100 8 U; others are 4 to 10 U", "2025", confidence::high}}};

} // namespace tallywatt::catalog

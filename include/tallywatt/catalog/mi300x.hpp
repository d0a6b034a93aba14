#pragma once
// AMD Instinct MI300X and the 8-way platform. Link rate is the sum of seven links of 64 GB/s one way: a pair of accelerators
// has only one of them.

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> mi300x = {
    .name = "Instinct MI300X",
    .bf16 = {.peak = known(1307.4) * TFLOP_per_second, .compute_share = share{range(0.4, 0.463, 0.514)}, .memory_share = share{range(0.59, 0.75, 0.85)}, .launch = range(3.0, 6.0, 20.0) * microsecond,
              .wave = share{range(0.0, 0.1, 0.5)}, .energy = range(0.8, 0.88, 1.1) * picojoule_per_FLOP, .exponent = 2},
    .fp8 = {.peak = known(2614.9) * TFLOP_per_second, .compute_share = share{range(0.38, 0.455, 0.5)}, .memory_share = share{range(0.5, 0.59, 0.8)}, .launch = range(5.0, 10.0, 36.0) * microsecond,
              .wave = share{range(0.0, 0.0, 0.5)}, .energy = range(0.4, 0.44, 0.55) * picojoule_per_FLOP, .exponent = 2},
    .compute_units = 304,
    .hbm_capacity = known(192.0) * GiB,
    .hbm_bandwidth = known(5.3) * TB_per_second,
    .hbm_read_share = share{range(0.69, 0.78, 0.79)},
    .hbm_stream_share = share{range(0.73, 0.78, 0.8)},
    .link_rate_one_way = known(448.0) * GB_per_second,
    .tdp = known(750.0) * watt,
    .idle = range(110.0, 135.0, 170.0) * watt,
    .hbm_energy = range(45.0, 70.0, 110.0) * picojoule_per_byte,
    .link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte,
    .leakage_share = share{range(0.3, 0.5, 0.7)},
    .leakage_growth = range(0.008, 0.012, 0.03) / kelvin,
    .junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt,
    .price = range(10'000.0, 12'500.0, 15'000.0) * USD,
    .package = mi300x_package,
    .package_known = true};
inline constexpr sourced_field mi300x_sources[] = {
    {"name", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"bf16", {"no shape table: 0.9 of the best rate (0.514), the rest the shared default of fits", "2026-08-22", confidence::low}},
    {"bf16.peak", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"bf16.energy", {"board limit less idle and memory at the best matmul rate, 668 TFLOP/s (own derivation)", "2026", confidence::medium}},
    {"fp8", {"Azure AI benchmarking guide, square FP8 products on MI300X, fitted (mean error 8 %)", "2025", confidence::low}},
    {"fp8.peak", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"fp8.launch", {"the fit's 36 us is an artefact of small shapes launched from the host (high end); 10 us assumed", "2026", confidence::assumed}},
    {"fp8.energy", {"half of BF16's, assumed", "2026", confidence::assumed}},
    {"fp4", {"the format does not exist on this chip: peak zero, the rest unused", "2024-10", confidence::high}},
    {"compute_units", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"hbm_capacity", {"8 stacks of 24 GiB: the vendor's 192 GB is binary in practice (AMD CDNA 3 white paper)", "2024-10", confidence::high}},
    {"hbm_bandwidth", {"AMD CDNA 3 white paper, through glennklockwood.com", "2024-10", confidence::high}},
    {"hbm_read_share", {"Azure AI benchmarking guide and AMD acceptance guide, BabelStream", "2025", confidence::high}},
    {"hbm_stream_share", {"Azure AI benchmarking guide and AMD acceptance guide, BabelStream", "2025", confidence::high}},
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
    {"package", {"package catalog entry mi300x_package", "2026", confidence::medium}}};

inline constexpr basic_server<estimate> mi300x_platform = {
    .name = "8 x MI300X",
    .accelerator = mi300x,
    .accelerators = 8,
    .scale_up = xgmi_mi300x,
    .host = range(0.7, 1.0, 1.5) * kilowatt,
    .fans = range(0.8, 1.1, 1.6) * kilowatt,
    .nics = 8,
    .nic_power = range(20.0, 25.0, 35.0) * watt,
    .nic_price = range(1'300.0, 1'800.0, 2'500.0) * USD,
    .supply = {.rated = range(16.0, 18.0, 24.0) * kilowatt, .no_load = share{range(0.005, 0.0075, 0.012)}, .proportional = share{range(0.005, 0.0082, 0.012)},
               .quadratic = share{range(0.025, 0.037, 0.05)}},
    .price_without_accelerators = range(30'000.0, 60'000.0, 110'000.0) * USD,
    .embodied_host = range(700.0, 1'600.0, 3'800.0) * kgCO2e,
    .weight = range(100.0, 130.0, 150.0) * kilogram,
    .rack_units = 8,
    .liquid_ready = true};
inline constexpr sourced_field mi300x_platform_sources[] = {
    {"name", {"ND MI300X v5 page, Azure documentation", "2024-05", confidence::high}},
    {"accelerator", {"catalog entry mi300x and its sources", "2026", confidence::high}},
    {"accelerators", {"ND MI300X v5 page, Azure documentation", "2024-05", confidence::high}},
    {"scale_up", {"catalog entry xgmi_mi300x and its sources", "2026", confidence::medium}},
    {"host", {"assumed: the H100 host without scale-up switches", "2026", confidence::assumed}},
    {"fans", {"assumed from the H100 host, by heat", "2026", confidence::assumed}},
    {"nics", {"ND MI300X v5 page, Azure documentation", "2024-05", confidence::high}},
    {"nic_power", {"400 Gb/s adapter without optics, own knowledge", "2026", confidence::low}},
    {"nic_price", {"400 Gb/s adapter, own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"supply.rated", {"assumed, six supplies of 3 kW", "2026", confidence::assumed}},
    {"supply.no_load", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"supply.proportional", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"supply.quadratic", {"80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026", confidence::low}},
    {"price_without_accelerators", {"assumed: the H100 host without scale-up switches; no server price found", "2026", confidence::assumed}},
    {"embodied_host", {"assumed: two-socket host with 2 TB of memory, drives, chassis, scale-up switch board; no product footprint without GPUs found", "2026", confidence::assumed}},
    {"weight", {"assumed", "2026", confidence::assumed}},
    {"rack_units", {"8 U class servers", "2025", confidence::medium}}};

}  // namespace tallywatt::catalog

#pragma once
// NVIDIA V100 SXM2 32GB and the 8-way server in a hybrid cube mesh: for the bookkeeping of what was trained before 2021.

#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/nvidia.hpp>
#include <tallywatt/catalog/nvlink.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> v100 = {
    .name = "V100 SXM2 32GB",
    .bf16 =
        {.peak = dense(known(125.0) * TFLOP_per_second),
         .compute_share = share{range(0.70, 0.75, 0.80)},
         .memory_share = share{range(0.80, 0.87, 0.95)},
         .launch = range(2.5, 4.0, 6.0) * microsecond,
         .wave = share{range(0.1, 0.3, 1.0)},
         .energy = range(2.1, 2.3, 2.5) * picojoule_per_FLOP,
         .exponent = 2},
    .compute_units = 80,
    .memory_capacity = known(32.0) * GiB,
    .memory_bandwidth = known(0.9) * TB_per_second,
    .stream_share = share{range(0.87, 0.88, 0.96)},
    .link_rate = one_way(known(150.0) * GB_per_second),
    .tdp = known(300.0) * watt,
    .idle = range(35.0, 45.0, 60.0) * watt,
    .active = range(0.0, 2.0, 10.0) * watt,
    .memory_energy = range(100.0, 110.0, 120.0) * picojoule_per_byte,
    .link_energy = detail::nvidia::link_energy,
    .leakage_reference = detail::nvidia::leakage_reference,
    .leakage_share = detail::nvidia::leakage_share,
    .leakage_growth = detail::nvidia::leakage_growth,
    .junction_to_coolant = range(0.06, 0.1, 0.14) * kelvin / watt,
    .price = range(6'000.0, 9'000.0, 12'000.0) * USD,
    .package = v100_package,
    .package_known = true};
inline constexpr sourced_field v100_sources[] = {
    {"name", detail::nvidia::own},
    {"bf16",
     {"16-bit squares of 1,024 to 10,240 under PyTorch 2.7 on V100-SXM2 (torch-performance-test-data issue 140), fitted with "
      "exponent 2 (mean error 4 %); the rest as on A100",
      "2026-02-14", confidence::medium}},
    {"bf16.peak",
     {"V100 data sheet, 125 TFLOP/s in FP16 (recalled; mli/transformers-benchmarks); there is no BF16 unit", "2018",
      confidence::high}},
    {"bf16.energy",
     {"(300 - 55 - 20 W)/97.4 TFLOP/s, the best square's rate at the board limit (own derivation)", "2026", confidence::low}},
    {"fp8", detail::nvidia::no_format},
    {"fp4", detail::nvidia::no_format},
    {"fp32_peak", {"no matrix unit for 32-bit inputs", "2018", confidence::high}},
    {"int8_peak", {"no matrix unit for 8-bit integers", "2018", confidence::high}},
    {"compute_units", detail::nvidia::own},
    {"memory_capacity", {"4 stacks of 8 GiB", "2018", confidence::high}},
    {"memory_bandwidth", {"V100 data sheet, recalled; 897 GB/s measured (gpu-benches)", "2025-02-11", confidence::high}},
    {"stream_share", {"gpu-benches, gpu-stream on V100: triad 0.875, scale 0.90, reads 0.96", "2025-02-11", confidence::high}},
    {"link_rate", {"six links of 25 GB/s each way (recalled); 122 GB/s achieved (NVIDIA GTC slides)", "2025-03", confidence::high}},
    {"tdp", {"V100 SXM2 data sheet, recalled", "2018", confidence::high}},
    {"idle", {"35 W intercept of a V100 PCIe's board power, recalled 40 to 60 W at rest", "2026", confidence::low}},
    {"active", {"assumed as on A100: about nothing", "2026", confidence::assumed}},
    {"memory_energy",
     {"slope of board power over bytes on V100 PCIe, 110 pJ/B (gpu-benches roofline, derived)", "2025-02-11", confidence::medium}},
    {"link_energy", detail::nvidia::link_energy_source},
    {"leakage_reference", detail::nvidia::leakage_reference_source},
    {"leakage_share", detail::nvidia::leakage_share_source},
    {"leakage_growth", detail::nvidia::leakage_growth_source},
    {"junction_to_coolant", {"assumed, air-cooled heat sink: 30 K rise at 300 W", "2026", confidence::assumed}},
    {"price", detail::nvidia::own},
    {"package", {"package catalog entry v100_package", "2026", confidence::low}}};

inline constexpr basic_server<estimate> hgx_v100 = {
    .name = "8 x V100 SXM2, NVLink mesh",
    .accelerator = v100,
    .accelerators = 8,
    .scale_up = nvlink2_v100,
    .host = range(0.5, 0.75, 1.0) * kilowatt,
    .fans = range(0.2, 0.3, 0.5) * kilowatt,
    .nics = 4,
    .nic_power = range(12.0, 16.0, 20.0) * watt,
    .nic_price = range(400.0, 700.0, 1'000.0) * USD,
    .supply = detail::nvidia::titanium(range(4.8, 6.4, 6.4)),
    .price_without_accelerators = range(25'000.0, 45'000.0, 80'000.0) * USD,
    .embodied_host = range(600.0, 1'400.0, 3'000.0) * kgCO2e,
    .embodied_host_water = range(5.2, 13.0, 28.0) * cubic_metre,
    .weight = range(55.0, 61.0, 80.0) * kilogram,
    .rack_units = 3,
    .liquid_ready = false};
inline constexpr sourced_field hgx_v100_sources[] = {
    {"embodied_host_water", detail::water_by_carbon},
    {"", detail::nvidia::own},
    {"accelerator", {"catalog entry v100 and its sources", "2026", confidence::medium}},
    {"scale_up", {"catalog entry nvlink2_v100 and its sources", "2026", confidence::medium}},
    {"supply.no_load", detail::nvidia::titanium_source},
    {"supply.proportional", detail::nvidia::titanium_source},
    {"supply.quadratic", detail::nvidia::titanium_source},
    {"embodied_host", detail::nvidia::host_carbon}};

} // namespace tallywatt::catalog

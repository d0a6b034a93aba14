#pragma once
// NVIDIA H20 96GB, a Hopper with 78 of 144 compute units for export, and its 8-way server. Links and memory are those of
// H200 and H100; compute is a seventh.

#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> h20 = {
    .name = "H20 96GB",
    .bf16 =
        {.peak = dense(known(148.0) * TFLOP_per_second),
         .compute_share = share{range(0.88, 0.93, 0.96)},
         .memory_share = share{range(0.53, 0.8, 0.95)},
         .launch = range(2.0, 3.0, 4.3) * microsecond,
         .wave = share{range(0.05, 0.1, 0.2)},
         .energy = detail::hopper_bf16.energy,
         .exponent = 8},
    .fp8 =
        {.peak = dense(known(296.0) * TFLOP_per_second),
         .compute_share = share{range(0.85, 0.904, 0.95)},
         .memory_share = share{range(0.53, 0.8, 0.95)},
         .launch = range(2.0, 3.0, 4.3) * microsecond,
         .wave = share{range(0.05, 0.1, 0.2)},
         .energy = detail::hopper_fp8.energy,
         .exponent = 8},
    .fp32_peak = dense(known(74.0) * TFLOP_per_second),
    .int8_peak = dense(known(296.0) * TFLOP_per_second),
    .compute_units = 78,
    .memory_capacity = known(96.0) * GiB,
    .memory_bandwidth = known(4.0) * TB_per_second,
    .stream_share = share{range(0.80, 0.85, 0.89)},
    .link_rate = one_way(known(450.0) * GB_per_second),
    .tdp = known(400.0) * watt,
    .idle = range(50.0, 80.0, 115.0) * watt,
    .active = range(0.0, 4.0, 30.0) * watt,
    .memory_energy = range(60.0, 90.0, 120.0) * picojoule_per_byte,
    .link_energy = detail::nvidia::link_energy,
    .leakage_reference = detail::nvidia::leakage_reference,
    .leakage_share = detail::nvidia::leakage_share,
    .leakage_growth = detail::nvidia::leakage_growth,
    .junction_to_coolant = range(0.04, 0.07, 0.1) * kelvin / watt,
    .price = range(10'000.0, 12'000.0, 15'000.0) * USD,
    .package = h20_package,
    .package_known = true};
inline constexpr sourced_field h20_sources[] = {
    {"name", {"tweaktown.com news 95224", "2024", confidence::high}},
    {"bf16",
     {"as FP8; share: best square under PyTorch, 141.9 of 148 (torch-performance-test-data), less a little", "2025-10-18",
      confidence::medium}},
    {"bf16.peak", {"zangshuxian.com note on H20, dense list", "2024", confidence::high}},
    {"bf16.energy", {"catalog entry h100: the same die", "2026", confidence::medium}},
    {"fp8",
     {"InferSim bench_data on H20, 380 products, fitted with exponent 12 (held-out error 4.7 %); memory share weakly "
      "identified there, 0.53 at the low end",
      "2026", confidence::medium}},
    {"fp8.memory_share", {"assumed; the fit does not identify it", "2026", confidence::assumed}},
    {"bf16.memory_share", {"assumed; the fit does not identify it", "2026", confidence::assumed}},
    {"fp8.peak", {"zangshuxian.com note on H20, dense list; Epoch AI chip counts", "2026-04-22", confidence::high}},
    {"fp8.energy", {"catalog entry h100: the same die", "2026", confidence::low}},
    {"fp4", detail::nvidia::no_format},
    {"fp32_peak", {"zangshuxian.com note on H20, dense list", "2024", confidence::high}},
    {"int8_peak", {"zangshuxian.com note on H20, dense list", "2024", confidence::high}},
    {"compute_units", {"zangshuxian.com note on H20", "2024", confidence::medium}},
    {"memory_capacity", {"6 stacks of 16 GiB: the vendor's 96 GB is binary in practice", "2024", confidence::high}},
    {"memory_bandwidth", {"tweaktown.com news 95224", "2024", confidence::high}},
    {"stream_share", {"as H100 and H200 (Azure BabelStream)", "2025", confidence::low}},
    {"link_rate", {"tweaktown.com news 95224: 900 GB/s both ways", "2024", confidence::high}},
    {"tdp", {"tweaktown.com news 95224; Epoch AI chip counts", "2026-04-22", confidence::high}},
    {"idle", {"assumed, H100's with fewer compute units", "2026", confidence::assumed}},
    {"active", {"assumed, a little less than H100's", "2026", confidence::assumed}},
    {"memory_energy",
     {"assumed: Hopper's 120 pJ/B at full bandwidth (3.4 TB/s) would exceed the 400 W limit, for which the chip is sold with "
      "4 TB/s; likely what the limit leaves",
      "2026", confidence::assumed}},
    {"link_energy", detail::nvidia::link_energy_source},
    {"leakage_reference", detail::nvidia::leakage_reference_source},
    {"leakage_share", detail::nvidia::leakage_share_source},
    {"leakage_growth", detail::nvidia::leakage_growth_source},
    {"junction_to_coolant", {"assumed, air-cooled heat sink", "2026", confidence::assumed}},
    {"price", {"Epoch AI chip counts, 10,000 to 15,000 USD in 2024, 10,000 to 13,000 in 2025", "2026-04-22", confidence::medium}},
    {"package", {"package catalog entry h20_package", "2026", confidence::low}}};

namespace detail {
constexpr basic_server<estimate> h20_server() {
    basic_server<estimate> s = hgx_h200;
    s.name = "HGX H20, 8 x H20";
    s.accelerator = h20;
    return s;
}
} // namespace detail

inline constexpr basic_server<estimate> hgx_h20 = detail::h20_server();
inline constexpr sourced_field hgx_h20_sources[] = {
    {"", {"catalog entry hgx_h200 and its sources: the same server", "2026", confidence::low}},
    {"accelerator", {"catalog entry h20 and its sources", "2026", confidence::high}},
    {"scale_up", {"catalog entry nvlink4_h200 and its sources", "2026", confidence::high}}};

} // namespace tallywatt::catalog

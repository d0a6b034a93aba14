#pragma once
// NVIDIA A100 SXM4 with 40 and 80 GB, and the 8-way servers (DGX A100 and HGX builds: eight 200 Gb/s interfaces, into
// InfiniBand HDR or RoCE). Megatron-LM's Selene is of hgx_a100_80gb on infiniband_hdr.

#include <tallywatt/catalog/ampere.hpp>
#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/nvlink.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>

namespace tallywatt::catalog {

inline constexpr basic_accelerator<estimate> a100_80gb = {
    .name = "A100 SXM4 80GB",
    .bf16 = detail::ampere_bf16,
    .fp32_peak = dense(known(156.0) * TFLOP_per_second),
    .int8_peak = dense(known(624.0) * TFLOP_per_second),
    .compute_units = 108,
    .memory_capacity = known(80.0) * GiB,
    .memory_bandwidth = known(2.039) * TB_per_second,
    .stream_share = share{range(0.79, 0.83, 0.88)},
    .link_rate = one_way(known(300.0) * GB_per_second),
    .tdp = known(400.0) * watt,
    .idle = range(50.0, 65.0, 88.0) * watt,
    .active = range(0.0, 2.0, 12.0) * watt,
    .boost_energy = detail::ampere_boost,
    .memory_energy = range(110.0, 118.0, 122.0) * picojoule_per_byte,
    .link_energy = detail::nvidia::link_energy,
    .leakage_reference = detail::nvidia::leakage_reference,
    .leakage_share = detail::nvidia::leakage_share,
    .leakage_growth = detail::nvidia::leakage_growth,
    .junction_to_coolant = range(0.05, 0.08, 0.11) * kelvin / watt,
    .price = range(10'000.0, 12'500.0, 15'000.0) * USD,
    .package = a100_80gb_package,
    .package_known = true};
inline constexpr sourced_field a100_80gb_sources[] = {
    {"name", detail::nvidia::chip_table},
    {"bf16", detail::ampere::products},
    {"bf16.peak", detail::nvidia::chip_table},
    {"bf16.launch", detail::ampere::launch},
    {"bf16.energy", detail::ampere::energy},
    {"fp8", detail::nvidia::no_format},
    {"fp4", detail::nvidia::no_format},
    {"fp32_peak", detail::nvidia::chip_table},
    {"int8_peak", detail::nvidia::chip_table},
    {"compute_units", detail::nvidia::chip_table},
    {"memory_capacity", {"5 stacks of 16 GiB: the vendor's 80 GB is binary in practice", "2020", confidence::high}},
    {"memory_bandwidth", detail::nvidia::chip_table},
    {"stream_share",
     {"Azure AI benchmarking guide, BabelStream copy 0.79, triad 0.83, dot 0.86; gpu-benches 0.85 to 0.88", "2025",
      confidence::high}},
    {"link_rate", detail::nvidia::link_table},
    {"tdp", detail::nvidia::chip_table},
    {"idle", detail::ampere::idle},
    {"active", detail::ampere::active},
    {"boost_energy", detail::ampere::boost},
    {"memory_energy", detail::ampere::roofline},
    {"link_energy", detail::nvidia::link_energy_source},
    {"leakage_reference", detail::nvidia::leakage_reference_source},
    {"leakage_share", detail::nvidia::leakage_share_source},
    {"leakage_growth", detail::nvidia::leakage_growth_source},
    {"junction_to_coolant", {"assumed, air-cooled heat sink: 32 K rise at 400 W", "2026", confidence::assumed}},
    {"price", detail::ampere::price},
    {"package", {"package catalog entry a100_80gb_package", "2026", confidence::low}}};

namespace detail {
constexpr basic_accelerator<estimate> smaller_a100() {
    basic_accelerator<estimate> a = a100_80gb;
    a.name = "A100 SXM4 40GB";
    a.memory_capacity = known(40.0) * GiB;
    a.memory_bandwidth = known(1.555) * TB_per_second;
    a.stream_share = share{range(0.87, 0.885, 0.965)};
    a.price = range(8'000.0, 11'000.0, 15'000.0) * USD;
    a.package = a100_40gb_package;
    return a;
}
} // namespace detail

/// The first A100: 5 stacks of HBM2, the same die.
inline constexpr basic_accelerator<estimate> a100_40gb = detail::smaller_a100();
inline constexpr sourced_field a100_40gb_sources[] = {
    {"", {"catalog entry a100_80gb and its sources: the same die and board", "2026", confidence::low}},
    {"bf16", detail::ampere::products},
    {"bf16.peak", detail::nvidia::chip_table},
    {"bf16.launch", detail::ampere::launch},
    {"bf16.energy", detail::ampere::energy},
    {"fp8", detail::nvidia::no_format},
    {"fp4", detail::nvidia::no_format},
    {"fp32_peak", detail::nvidia::chip_table},
    {"int8_peak", detail::nvidia::chip_table},
    {"memory_capacity", {"5 stacks of 8 GiB: the vendor's 40 GB is binary in practice", "2020", confidence::high}},
    {"memory_bandwidth", {"1,555 GB/s, A100 40GB data sheet (recalled; 1,539 measured by gpu-benches)", "2020", confidence::high}},
    {"stream_share", {"gpu-benches, gpu-stream/a100_40.txt: triad and scale 0.885, reads 0.965", "2025-02-11", confidence::high}},
    {"link_rate", detail::nvidia::link_table},
    {"tdp", detail::nvidia::chip_table},
    {"idle", detail::ampere::idle},
    {"active", detail::ampere::active},
    {"boost_energy", detail::ampere::boost},
    {"memory_energy", detail::ampere::roofline},
    {"link_energy", detail::nvidia::link_energy_source},
    {"leakage_reference", detail::nvidia::leakage_reference_source},
    {"leakage_share", detail::nvidia::leakage_share_source},
    {"leakage_growth", detail::nvidia::leakage_growth_source},
    {"price", {"Epoch AI chip counts, average selling price; lower end assumed for the smaller memory", "2026-04-22", confidence::low}}};

inline constexpr basic_server<estimate> hgx_a100_80gb = {
    .name = "HGX A100 80GB, 8 x A100",
    .accelerator = a100_80gb,
    .accelerators = 8,
    .scale_up = nvlink3_a100,
    .host = range(0.8, 1.15, 1.5) * kilowatt,
    .fans = range(0.3, 0.5, 0.8) * kilowatt,
    .nics = 8,
    .nic_power = range(15.0, 20.0, 25.0) * watt,
    .nic_price = range(600.0, 1'000.0, 1'400.0) * USD,
    .supply = detail::nvidia::titanium(range(9.0, 18.0, 18.0)),
    .price_without_accelerators = range(40'000.0, 70'000.0, 120'000.0) * USD,
    .embodied_host = range(860.0, 3'600.0, 13'000.0) * kgCO2e,
    .embodied_host_water = range(13.3, 33.7, 71.6) * cubic_metre,
    .weight = range(110.0, 123.0, 130.0) * kilogram,
    .rack_units = 6,
    .liquid_ready = false};
inline constexpr sourced_field hgx_a100_80gb_sources[] = {
    {"embodied_host_water", detail::water_of_hgx_host},
    {"name", {"DGX A100, own knowledge, not confirmed by a look-up", "2020", confidence::medium}},
    {"accelerator", {"catalog entry a100_80gb and its sources", "2026", confidence::high}},
    {"accelerators", {"DGX A100, own knowledge, not confirmed by a look-up", "2020", confidence::medium}},
    {"scale_up", {"catalog entry nvlink3_a100 and its sources", "2026", confidence::high}},
    {"host",
     {"derived: DGX A100's 6.5 kW maximum times the 0.82 that an H100 node reaches of its own, less GPUs, fans, "
      "interfaces and loss",
      "2026", confidence::low}},
    {"fans", {"assumed a tenth of the node's power", "2026", confidence::assumed}},
    {"nics", {"DGX A100: eight 200 Gb/s adapters, own knowledge", "2020", confidence::medium}},
    {"nic_power", {"200 Gb/s adapter without optics, own knowledge", "2026", confidence::low}},
    {"nic_price", {"200 Gb/s adapter, own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"supply.rated", {"DGX A100: six 3 kW supplies, recalled; low end three", "2020", confidence::low}},
    {"supply.no_load", detail::nvidia::titanium_source},
    {"supply.proportional", detail::nvidia::titanium_source},
    {"supply.quadratic", detail::nvidia::titanium_source},
    {"price_without_accelerators",
     {"199,000 USD list price of the 40 GB DGX A100 (2020-05, own knowledge) less 8 x 12,500 and 8 x 1,000, and less "
      "the maker's margin for other builds",
      "2020-05", confidence::low}},
    {"embodied_host",
     {"hgx_h100_host_bill of this catalog (embodied_carbon.hpp): the low, likely and high ends of all its parts; a host of the same class",
      "2026", confidence::low}},
    {"weight", {"DGX A100, recalled 271 lb", "2026", confidence::low}},
    {"rack_units", {"DGX A100 6 U, own knowledge", "2020", confidence::medium}}};

namespace detail {
constexpr basic_server<estimate> smaller_hgx_a100() {
    basic_server<estimate> s = hgx_a100_80gb;
    s.name = "HGX A100 40GB, 8 x A100";
    s.accelerator = a100_40gb;
    return s;
}
} // namespace detail

inline constexpr basic_server<estimate> hgx_a100_40gb = detail::smaller_hgx_a100();
inline constexpr sourced_field hgx_a100_40gb_sources[] = {
    {"", {"catalog entry hgx_a100_80gb and its sources: the same server", "2026", confidence::low}},
    {"accelerator", {"catalog entry a100_40gb and its sources", "2026", confidence::high}},
    {"scale_up", {"catalog entry nvlink3_a100 and its sources", "2026", confidence::high}}};

} // namespace tallywatt::catalog

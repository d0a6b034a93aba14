#pragma once
// NVIDIA B300 (Blackwell Ultra, HGX form, 1100 W) and the 8-way server: B200's dies with half as much again of FP4, taller
// memory stacks, hardly any 8-bit integers, and 800 Gb/s interfaces on the board. Peaks are dense.

#include <tallywatt/catalog/blackwell.hpp>
#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/packages.hpp>

namespace tallywatt::catalog {

namespace detail {
constexpr basic_package<estimate> taller_stacks() {
    basic_package<estimate> p = b200_package;
    p.name = "B300 package";
    p.hbm = hbm3e_36;
    return p;
}
} // namespace detail

/// B200's package with stacks of 12 dies.
inline constexpr basic_package<estimate> b300_package = detail::taller_stacks();
inline constexpr auto& b300_package_sources = b200_package_sources;

inline constexpr basic_accelerator<estimate> b300 = {
    .name = "B300 (HGX, 1100 W)",
    .bf16 =
        {.peak = dense(known(2'250.0) * TFLOP_per_second),
         .compute_share = share{range(0.6, 0.67, 0.77)},
         .memory_share = share{range(0.76, 0.83, 0.95)},
         .launch = range(1.7, 1.9, 3.0) * microsecond,
         .wave = share{range(0.05, 0.09, 0.15)},
         .energy = range(0.42, 0.45, 0.53) * picojoule_per_FLOP,
         .exponent = 8},
    .fp8 =
        {.peak = dense(known(4'500.0) * TFLOP_per_second),
         .compute_share = share{range(0.55, 0.61, 0.68)},
         .memory_share = share{range(0.76, 0.83, 0.95)},
         .launch = range(2.0, 2.2, 4.3) * microsecond,
         .wave = share{range(0.05, 0.07, 0.12)},
         .energy = range(0.2, 0.225, 0.27) * picojoule_per_FLOP,
         .exponent = 2},
    .fp4 =
        {.peak = dense(range(12'600.0, 13'500.0, 15'000.0) * TFLOP_per_second),
         .compute_share = share{range(0.42, 0.6, 0.7)},
         .memory_share = share{range(0.3, 0.83, 0.95)},
         .launch = range(4.4, 6.25, 7.5) * microsecond,
         .wave = share{range(0.1, 1.0, 1.0)},
         .energy = range(0.08, 0.115, 0.16) * picojoule_per_FLOP,
         .exponent = 2},
    .fp32_peak = dense(known(1'125.0) * TFLOP_per_second),
    .compute_units = 148,
    .memory_capacity = range(262.0, 288.0, 288.4) * GB,
    .memory_bandwidth = range(7.67, 7.75, 8.0) * TB_per_second,
    .stream_share = share{range(0.74, 0.84, 0.88)},
    .link_rate = one_way(known(900.0) * GB_per_second),
    .tdp = range(1'000.0, 1'100.0, 1'100.0) * watt,
    .idle = range(140.0, 200.0, 220.0) * watt,
    .active = range(0.0, 5.0, 40.0) * watt,
    .boost_energy = detail::blackwell::boost_energy_1200,
    .memory_energy = detail::blackwell::memory_energy,
    .link_energy = detail::nvidia::link_energy,
    .leakage_reference = detail::nvidia::leakage_reference,
    .leakage_share = detail::nvidia::leakage_share,
    .leakage_growth = detail::nvidia::leakage_growth,
    .junction_to_coolant = range(0.02, 0.035, 0.05) * kelvin / watt,
    .price = range(38'000.0, 43'000.0, 49'000.0) * USD,
    .package = b300_package,
    .package_known = true};
inline constexpr sourced_field b300_sources[] = {
    {"bf16.memory_share", detail::blackwell::thin_products},
    {"fp8.memory_share", detail::blackwell::thin_products},
    {"fp4.memory_share", detail::blackwell::thin_products},
    {"name", detail::nvidia::chip_table},
    {"bf16", {"B200's constants; share raised towards 0.90 of the best shape's 0.786 (Machine Learning Engineering open book)", "2026-08-22",
              confidence::medium}},
    {"bf16.peak", detail::nvidia::chip_table},
    {"bf16.energy", {"board limit less static power and memory at the best matmul rate, (1,100 - 246 - 45 W)/1,769 TFLOP/s (own derivation)", "2026",
                      confidence::medium}},
    {"fp8", {"B200's constants; share between B200's and 0.90 of the best shape's 0.745 (Machine Learning Engineering open book)",
             "2026-08-22", confidence::medium}},
    {"fp8.peak", detail::nvidia::chip_table},
    {"fp8.energy", {"half of BF16's, assumed", "2026", confidence::assumed}},
    {"fp4", {"B200's constants, taken over: no product of this chip's faster units was found", "2026", confidence::assumed}},
    {"fp4.peak", {"13.5 PFLOP/s follows from the HGX page, 108 per 8; 12.6 to 15 are printed (glennklockwood.com)", "2026", confidence::low}},
    {"fp4.energy", {"assumed: B200's, less what the wider unit saves", "2026", confidence::assumed}},
    {"fp32_peak", {"half of BF16's in TF32 (datacrunch.io, citing the Blackwell brief)", "2025", confidence::medium}},
    {"int8_peak", {"cut to about 0.15 POPS (glennklockwood.com): products run in BF16", "2026", confidence::medium}},
    {"compute_units", {"own knowledge, 148 compute units", "2026", confidence::medium}},
    {"memory_capacity", {"8 stacks of 36 GB; HGX page totals 2.1 TB per 8, DGX page 2.3 TB (glennklockwood.com)", "2026", confidence::medium}},
    {"memory_bandwidth", {"7.75 TB/s (aiconfigurator PR 1246); low end: B200's bus; high end: 8 TB/s of the data sheets", "2026-06-25", confidence::medium}},
    {"stream_share", {"no stream benchmark found: assumed as on H200, a little less than reads", "2026", confidence::assumed}},
    {"link_rate", detail::nvidia::link_table},
    {"tdp", {"1,100 W (datacrunch.io, citing the Blackwell brief); 1,000 W in one DGX guide", "2025", confidence::medium}},
    {"idle", {"assumed from B200's 190 W by power limit", "2026", confidence::assumed}},
    {"active", {"assumed as on Hopper: about nothing", "2026", confidence::assumed}},
    {"boost_energy", detail::blackwell::boost_1200_source},
    {"memory_energy", detail::blackwell::memory_energy_source},
    {"link_energy", detail::nvidia::link_energy_source},
    {"leakage_reference", detail::nvidia::leakage_reference_source},
    {"leakage_share", detail::nvidia::leakage_share_source},
    {"leakage_growth", detail::nvidia::leakage_growth_source},
    {"junction_to_coolant", detail::nvidia::junction_to_coolant_source},
    {"price", {"Epoch AI chip counts, 38,000 to 49,000 USD per chip", "2026-04-22", confidence::medium}},
    {"package", {"package catalog entry b300_package", "2026", confidence::low}}};

inline constexpr basic_server<estimate> hgx_b300 = {
    .name = "HGX B300, 8 x B300",
    .accelerator = b300,
    .accelerators = 8,
    .scale_up = nvlink5_hgx,
    .host = range(1.2, 1.7, 2.6) * kilowatt,
    .fans = range(1.0, 1.6, 2.6) * kilowatt,
    .nics = 8,
    .nic_power = range(30.0, 40.0, 60.0) * watt,
    .nic_price = range(2'000.0, 3'000.0, 4'500.0) * USD,
    .supply = detail::nvidia::titanium(range(19.8, 26.4, 26.4)),
    .price_without_accelerators = range(60'000.0, 140'000.0, 200'000.0) * USD,
    .embodied_host = range(860.0, 3'600.0, 13'000.0) * kgCO2e,
    .embodied_host_water = range(13.3, 33.7, 71.6) * cubic_metre,
    .weight = range(125.0, 145.0, 165.0) * kilogram,
    .rack_units = 10,
    .liquid_ready = true};
inline constexpr sourced_field hgx_b300_sources[] = {
    {"embodied_host_water", detail::water_of_hgx_host},
    {"name", {"glennklockwood.com on B300", "2026", confidence::high}},
    {"accelerator", {"catalog entry b300 and its sources", "2026", confidence::high}},
    {"accelerators", {"glennklockwood.com on B300", "2026", confidence::high}},
    {"scale_up", {"catalog entry nvlink5_hgx and its sources", "2026", confidence::high}},
    {"host", {"as the B200 server, a little more for the board's interfaces assumed", "2026", confidence::assumed}},
    {"fans", {"as the B200 server, with the accelerators' power", "2026", confidence::assumed}},
    {"nics", {"eight 800 Gb/s interfaces on the baseboard (glennklockwood.com)", "2026", confidence::high}},
    {"nic_power", {"800 Gb/s adapter without optics, assumed", "2026", confidence::assumed}},
    {"nic_price", {"800 Gb/s adapter, assumed", "2026", confidence::assumed}},
    {"supply.rated", {"assumed, eight supplies of 3.3 kW; low end six", "2026", confidence::assumed}},
    {"supply.no_load", detail::nvidia::titanium_source},
    {"supply.proportional", detail::nvidia::titanium_source},
    {"supply.quadratic", detail::nvidia::titanium_source},
    {"price_without_accelerators", {"assumed as the B200 server's", "2026", confidence::assumed}},
    {"embodied_host",
     {"hgx_h100_host_bill of this catalog (embodied_carbon.hpp): the low, likely and high ends of all its parts; a host of the same class",
      "2026", confidence::low}},
    {"weight", {"assumed, a little more than the B200 server", "2026", confidence::assumed}},
    {"rack_units", {"as the B200 server", "2026", confidence::medium}}};

} // namespace tallywatt::catalog

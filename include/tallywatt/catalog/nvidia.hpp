#pragma once
// What the entries of NVIDIA's accelerators share: sources, thermal figures that no chip of the kind has its own of, and
// the energy of memory traffic.
//
// Energy per byte is the slope of board power over bytes, of kernels that stream from memory (gpu-benches, gpu-roofline):
// 118 pJ/B on eight A100 (115 to 122, each fitted within 1.2 %), 122 pJ/B on a Hopper (0.7 %), 110 on V100. It holds what
// the path to the registers takes, of which the memory itself is a third (3.5 to 5 pJ/bit recalled for HBM3).

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt::catalog::detail::nvidia {

inline constexpr source chip_table{
    "Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
    confidence::high};
inline constexpr source link_table{
    "Machine Learning Engineering open book, network chapter (one-way and both-way link rates)", "2026-08-22", confidence::high};
inline constexpr source mlperf{"MLPerf inference v5.1 system descriptions", "2025", confidence::high};
inline constexpr source own{"own knowledge, not confirmed by a look-up", "2026", confidence::low};
inline constexpr source no_format{"the format does not exist on this chip: peak zero, the rest unused", "2023", confidence::high};

inline constexpr auto hopper_memory_energy = range(105.0, 120.0, 125.0) * picojoule_per_byte;
inline constexpr source hopper_roofline{
    "slope of board power over bytes, 55 kernels on a Hopper with HBM3 (gpu-benches, gpu-roofline/h200.txt, own fit, mean "
    "error 0.7 %); low end: V100 and the mean of reads at full bandwidth alone",
    "2024-03", confidence::medium};
inline constexpr auto hopper_active_power = range(0.0, 5.0, 30.0) * watt;
inline constexpr source hopper_active{
    "intercept of the same fit, 105 W at 57 to 65 C, less idle power and leakage above 32 C: about nothing; high end: idle at "
    "the low end of its range",
    "2024-12-06", confidence::low};

inline constexpr auto link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte;
inline constexpr source link_energy_source{
    "recalled 1.3 to 10 pJ/bit for short-reach to switched serial links; no board measurement found", "2026", confidence::low};
inline constexpr auto leakage_reference = celsius(range(30.0, 32.0, 45.0));
inline constexpr source leakage_reference_source{
    "assumed as of a resting H200, 30 to 33 C (sglang issue 3196)", "2025-01", confidence::assumed};
inline constexpr share leakage_share{range(0.3, 0.5, 0.7)};
inline constexpr source leakage_share_source{"assumed half of idle power", "2026", confidence::assumed};
inline constexpr auto leakage_growth = range(0.008, 0.012, 0.03) / kelvin;
inline constexpr source leakage_growth_source{
    "recalled range of leakage growth, no curve for this class located", "2026", confidence::low};
inline constexpr auto junction_to_coolant = range(0.03, 0.05, 0.07) * kelvin / watt;
inline constexpr source junction_to_coolant_source{"assumed cold-plate class value", "2026", confidence::assumed};

inline constexpr source interface_power{"400 Gb/s adapter without optics, own knowledge", "2026", confidence::low};
inline constexpr source interface_price{
    "400 Gb/s adapter, own knowledge, not confirmed by a look-up", "2026", confidence::low};

/// Supplies of the Titanium class, `kilowatts` rated together.
constexpr basic_power_supply<estimate> titanium(estimate kilowatts) {
    return {
        .rated = kilowatts * kilowatt,
        .no_load = share{range(0.005, 0.0075, 0.012)},
        .proportional = share{range(0.005, 0.0082, 0.012)},
        .quadratic = share{range(0.025, 0.037, 0.05)}};
}
inline constexpr source titanium_source{
    "80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026",
    confidence::low};
inline constexpr source host_carbon{
    "assumed: two-socket host with 2 TB of memory, drives, chassis, scale-up switch board; no product footprint without "
    "GPUs found",
    "2026", confidence::assumed};

} // namespace tallywatt::catalog::detail::nvidia

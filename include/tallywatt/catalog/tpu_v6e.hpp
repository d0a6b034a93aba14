#pragma once
// Google TPU v6e (Trillium) and its host of eight chips. Matrix units of 256 x 256; FP8 runs at the rate of BF16, INT8 at twice.
// What no source states is as with v5p.

#include <tallywatt/catalog/tpu_v5p.hpp>

namespace tallywatt::catalog {

namespace detail {
constexpr basic_accelerator<estimate> chip_of_v6e() {
    basic_accelerator<estimate> c = tpu_v5p;
    c.name = "TPU v6e";
    c.bf16.peak = c.fp8.peak = dense(known(918.0) * TFLOP_per_second);
    c.bf16.compute_share = c.fp8.compute_share = share{range(0.675, 0.8, 0.92)};
    c.bf16.energy = range(0.15, 0.25, 0.35) * picojoule_per_FLOP;
    c.fp8.energy = range(0.1, 0.22, 0.35) * picojoule_per_FLOP;
    c.int8_peak = dense(known(1836.0) * TFLOP_per_second);
    c.compute_units = 4;
    c.memory_capacity = known(32.0) * GiB;
    c.memory_bandwidth = known(1.638) * TB_per_second;
    c.link_rate = one_way(range(360.0, 360.0, 448.0) * GB_per_second);
    c.tdp = range(250.0, 350.0, 380.0) * watt;
    c.idle = range(50.0, 90.0, 130.0) * watt;
    c.price = range(3400.0, 4600.0, 5900.0) * USD;
    return c;
}
inline constexpr sourced_field chip_of_v6e_own[] = {
    {"name", ici::v6e_page},
    {"bf16.peak", ici::v6e_page},
    {"fp8.peak", ici::v6e_page},
    {"int8_peak", ici::v6e_page},
    {"memory_capacity", ici::v6e_page},
    {"memory_bandwidth", ici::v6e_page},
    {"link_rate",
     {"How to Scale Your Model, four links of 90 GB/s; 100 to 112 by documentation", "2025-02", confidence::high}}};
} // namespace detail

inline constexpr basic_accelerator<estimate> tpu_v6e = detail::chip_of_v6e();
inline constexpr auto& tpu_v6e_sources = detail::changed_sources<tpu_v5p_sources, detail::chip_of_v6e_own>;

namespace detail {
constexpr basic_server<estimate> tray_of_v6e() {
    basic_server<estimate> s = tpu_v5p_tray;
    s.name = "8 x TPU v6e";
    s.accelerator = tpu_v6e;
    s.accelerators = 8;
    s.scale_up = ici_v6e;
    s.host = range(450.0, 700.0, 1000.0) * watt;
    s.fans = range(150.0, 350.0, 550.0) * watt;
    s.nics = 4;
    s.supply.rated = range(4.0, 5.0, 6.5) * kilowatt;
    s.price_without_accelerators = range(8000.0, 14'000.0, 22'000.0) * USD;
    s.rack_units = 4;
    return s;
}
inline constexpr sourced_field tray_of_v6e_own[] = {
    {"name", ici::v6e_page},
    {"accelerator", {"catalog entry tpu_v6e and its sources", "2026", confidence::high}},
    {"accelerators", ici::v6e_page},
    {"scale_up", {"catalog entry ici_v6e and its sources", "2026", confidence::medium}}};
} // namespace detail

inline constexpr basic_server<estimate> tpu_v6e_tray = detail::tray_of_v6e();
inline constexpr auto& tpu_v6e_tray_sources = detail::changed_sources<tpu_v5p_tray_sources, detail::tray_of_v6e_own>;

} // namespace tallywatt::catalog

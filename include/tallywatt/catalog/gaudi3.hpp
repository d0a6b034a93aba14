#pragma once
// Intel Gaudi 3, its server of eight and network: Gaudi 2's with ports of twice the rate. FP8 runs at the rate of BF16.

#include <tallywatt/catalog/changed_sources.hpp>
#include <tallywatt/catalog/gaudi2.hpp>

namespace tallywatt::catalog {

namespace detail::gaudi3 {
inline constexpr source collectives{
    "Gaudi documentation, Collectives Performance: network bandwidth 513 (all-reduce) and 509 GB/s (all-gather) of 525",
    "2025", confidence::medium};
inline constexpr source shipped_peak{
    "1,677 at the shipping clock (Machine Learning Engineering open book); 1,835 in Intel's white paper", "2026-08-22",
    confidence::high};

constexpr basic_scale_up<estimate> fabric() {
    basic_scale_up<estimate> f = roce_gaudi2;
    f.name = "RoCE, 8 x Gaudi 3";
    f.reduction.bandwidth = f.ring.bandwidth = range(480.0, 511.0, 513.0) * GB_per_second;
    return f;
}
inline constexpr sourced_field fabric_own[] = {{"reduction.bandwidth", collectives}, {"ring.bandwidth", collectives}};

constexpr basic_scale_out<estimate> network() {
    basic_scale_out<estimate> n = gaudi2_network;
    n.name = "RoCE, 3 x 200G a Gaudi 3";
    n.nic_rate = one_way(known(75.0) * GB_per_second);
    n.network_switch = catalog::detail::network::plain_switch(42, 75.0, range(18'000.0, 26'000.0, 40'000.0) * USD, range(500.0, 700.0, 1000.0) * watt);
    n.host_link.end_price = range(300.0, 600.0, 1200.0) * USD;
    n.host_link.end_power = range(10.0, 14.0, 20.0) * watt;
    n.switch_link = n.far_link = n.host_link;
    return n;
}

constexpr basic_accelerator<estimate> chip() {
    basic_accelerator<estimate> c = gaudi2;
    c.name = "Gaudi 3";
    c.bf16.peak = c.fp8.peak = dense(range(1677.0, 1677.0, 1835.0) * TFLOP_per_second);
    c.bf16.compute_share = share{range(0.6, 0.667, 0.741)};
    c.bf16.energy = range(0.48, 0.55, 0.65) * picojoule_per_FLOP;
    c.fp8.compute_share = share{range(0.62, 0.69, 0.769)};
    c.fp8.energy = range(0.46, 0.53, 0.62) * picojoule_per_FLOP;
    c.compute_units = 8;
    c.memory_capacity = known(128.0) * GiB;
    c.memory_bandwidth = known(3.67) * TB_per_second;
    c.link_rate = one_way(known(525.0) * GB_per_second);
    c.tdp = known(900.0) * watt;
    c.idle = range(120.0, 170.0, 230.0) * watt;
    c.price = known(15'625.0) * USD;
    c.package = gaudi3_package;
    return c;
}
inline constexpr sourced_field chip_own[] = {
    {"bf16.peak", shipped_peak},
    {"fp8.peak", shipped_peak},
    {"price", {"nextplatform.com, list price of 125,000 USD for a board of eight", "2024-06-13", confidence::high}}};
} // namespace detail::gaudi3

/// 21 integrated Ethernet ports, three to each of the seven others, 525 GB/s one way together.
inline constexpr basic_scale_up<estimate> roce_gaudi3 = detail::gaudi3::fabric();
inline constexpr auto& roce_gaudi3_sources = detail::changed_sources<roce_gaudi2_sources, detail::gaudi3::fabric_own>;

/// Three integrated 200 Gb/s ports of a Gaudi 3, counted as one endpoint.
inline constexpr basic_scale_out<estimate> gaudi3_network = detail::gaudi3::network();
inline constexpr auto& gaudi3_network_sources = gaudi2_network_sources;

inline constexpr basic_accelerator<estimate> gaudi3 = detail::gaudi3::chip();
inline constexpr auto& gaudi3_sources = detail::changed_sources<gaudi2_sources, detail::gaudi3::chip_own>;

namespace detail::gaudi3 {
constexpr basic_server<estimate> server() {
    basic_server<estimate> s = gaudi2_server;
    s.name = "8 x Gaudi 3";
    s.accelerator = catalog::gaudi3;
    s.scale_up = roce_gaudi3;
    s.host = range(700.0, 1000.0, 1500.0) * watt;
    s.fans = range(800.0, 1200.0, 1800.0) * watt;
    s.supply.rated = range(14.0, 18.0, 24.0) * kilowatt;
    s.price_without_accelerators = range(25'000.0, 45'000.0, 80'000.0) * USD;
    s.liquid_ready = true;
    return s;
}
inline constexpr sourced_field server_own[] = {
    {"accelerator", {"catalog entry gaudi3 and its sources", "2026", confidence::high}},
    {"scale_up", {"catalog entry roce_gaudi3 and its sources", "2026", confidence::medium}}};
} // namespace detail::gaudi3

inline constexpr basic_server<estimate> gaudi3_server = detail::gaudi3::server();
inline constexpr auto& gaudi3_server_sources = detail::changed_sources<gaudi2_server_sources, detail::gaudi3::server_own>;

} // namespace tallywatt::catalog

#pragma once
// Packet switches of scale-out networks, by chip or box. Power is without modules; ports at the rate of a cage's native
// ports, most_ports what the chip tells apart when cages break out.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/switching.hpp>

namespace tallywatt::catalog {

namespace detail::network {
inline constexpr source own{"own knowledge, not confirmed by a look-up", "2026", confidence::low};
inline constexpr source by_rate{"assumed from the 400 Gb/s switch by ports and rate", "2026", confidence::assumed};
inline constexpr source box{"assumed, height and weight of such boxes", "2026", confidence::assumed};
inline constexpr source switch_failing{
    "Alibaba HPN, SIGCOMM 2024: 0.051 % of leaf switches have a critical error each month (recalled, not located); "
    "others "
    "assumed alike",
    "2024-08", confidence::low};
inline constexpr source infiniband_latency{
    "assumed from published port-to-port latencies of 130 to 230 ns", "2025", confidence::low};
inline constexpr source ethernet_latency{
    "assumed from published port-to-port latencies of 500 to 1,200 ns", "2025", confidence::low};
inline constexpr auto breaks = range(0.003, 0.006, 0.02) / year;
} // namespace detail::network

/// InfiniBand HDR box: 40 ports of 200 Gb/s.
inline constexpr basic_network_switch<estimate> quantum = {
    .name = "Quantum QM8700",
    .ports = 40,
    .port_rate = one_way(known(25.0) * GB_per_second),
    .most_ports = 80,
    .price = range(10'000.0, 16'000.0, 24'000.0) * USD,
    .draw = range(250.0, 350.0, 480.0) * watt,
    .weight = range(11.0, 12.5, 14.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(90.0, 130.0, 160.0) * nanosecond};
inline constexpr sourced_field quantum_sources[] = {
    {"", detail::network::own},
    {"port_rate", {"200 Gb/s a port", "2020", confidence::high}},
    {"weight", detail::network::box},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::infiniband_latency}};

/// InfiniBand NDR box: 64 ports of 400 Gb/s in 32 cages.
inline constexpr basic_network_switch<estimate> quantum_2 = {
    .name = "Quantum-2 QM9700",
    .ports = 64,
    .port_rate = one_way(known(50.0) * GB_per_second),
    .most_ports = 128,
    .price = range(36'000.0, 36'000.0, 50'000.0) * USD,
    .draw = range(700.0, 747.0, 900.0) * watt,
    .weight = range(13.0, 14.5, 16.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(130.0, 180.0, 230.0) * nanosecond};
inline constexpr sourced_field quantum_2_sources[] = {
    {"name", {"QM97X0 user manual, NVIDIA", "2025", confidence::high}},
    {"ports", {"QM97X0 user manual, NVIDIA", "2025", confidence::high}},
    {"port_rate", {"QM97X0 user manual, NVIDIA", "2025", confidence::high}},
    {"price",
     {"H100 cluster cost sheet, Tech-Talk-CTO (third-party and NVIDIA-branded)", "2024-08", confidence::medium}},
    {"draw", {"QM9700 manual, passive 747 W (recalled, not located)", "2025", confidence::low}},
    {"weight", detail::network::box},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::infiniband_latency}};

/// InfiniBand XDR box: 144 ports of 800 Gb/s in 72 cages, four chips.
inline constexpr basic_network_switch<estimate> quantum_x800 = {
    .name = "Quantum-X800 Q3400",
    .ports = 144,
    .port_rate = one_way(known(100.0) * GB_per_second),
    .most_ports = 144,
    .price = range(80'000.0, 130'000.0, 200'000.0) * USD,
    .draw = range(1'700.0, 2'500.0, 3'700.0) * watt,
    .rack_units = 4,
    .weight = range(40.0, 55.0, 70.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(150.0, 220.0, 350.0) * nanosecond};
inline constexpr sourced_field quantum_x800_sources[] = {
    {"name", {"Quantum-X800 descriptions (tumlook.com, study guide of ziash)", "2026", confidence::medium}},
    {"ports", {"Quantum-X800 Q3400: 144 ports of 800 Gb/s (study guide of ziash)", "2026", confidence::high}},
    {"port_rate", {"800 Gb/s a port, ConnectX-8 user manual", "2025", confidence::high}},
    {"price", detail::network::by_rate},
    {"draw",
     {"assumed from the 400 Gb/s switch by ports and rate; 7.0 kW with modules (Lambda, Q3450-LD post) less 30 W for "
      "each "
      "of 144 ports is 2.7 kW",
      "2026", confidence::assumed}},
    {"weight", detail::network::box},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::infiniband_latency}};

/// InfiniBand XDR box with engines beside its chips: 144 ports of 800 Gb/s, liquid-cooled. Power is without engines and
/// lasers, which are the ends of its links.
inline constexpr basic_network_switch<estimate> quantum_x_photonics = {
    .name = "Quantum-X Photonics Q3450",
    .ports = 144,
    .port_rate = one_way(known(100.0) * GB_per_second),
    .most_ports = 144,
    .price = range(80'000.0, 130'000.0, 250'000.0) * USD,
    .draw = range(1'700.0, 2'650.0, 3'300.0) * watt,
    .rack_units = 4,
    .weight = range(45.0, 60.0, 80.0) * kilogram,
    .failures = range(0.003, 0.008, 0.03) / year,
    .latency = range(150.0, 220.0, 350.0) * nanosecond};
inline constexpr sourced_field quantum_x_photonics_sources[] = {
    {"name", {"Lambda, unboxing of a Q3450-LD", "2026-06", confidence::medium}},
    {"ports", {"Lambda, unboxing of a Q3450-LD: 144 ports of 800 Gb/s, 4 U", "2026-06", confidence::high}},
    {"port_rate", {"Lambda, unboxing of a Q3450-LD: 144 ports of 800 Gb/s, 4 U", "2026-06", confidence::high}},
    {"price",
     {"assumed as the switch with cages; its engines are priced as ends of links", "2026", confidence::assumed}},
    {"draw",
     {"3.95 kW with optics (Lambda, Q3450-LD post) less 9 W for each of 144 ports; high end: less 4.5 W", "2026-06",
      confidence::low}},
    {"weight", detail::network::box},
    {"failures", {"as switches with cages, a little more for the cooling loop assumed", "2026", confidence::assumed}},
    {"latency", detail::network::infiniband_latency}};

/// Ethernet, 6.4 Tb/s: 64 ports of 100 Gb/s.
inline constexpr basic_network_switch<estimate> tomahawk_2 = {
    .name = "Tomahawk 2 class, 6.4 Tb/s",
    .ports = 64,
    .port_rate = one_way(known(12.5) * GB_per_second),
    .most_ports = 128,
    .price = range(5'000.0, 9'000.0, 16'000.0) * USD,
    .draw = range(200.0, 300.0, 450.0) * watt,
    .rack_units = 2,
    .weight = range(12.0, 15.0, 20.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(400.0, 700.0, 1'200.0) * nanosecond};
inline constexpr sourced_field tomahawk_2_sources[] = {
    {"", detail::network::own},
    {"port_rate", {"100 Gb/s a port", "2018", confidence::high}},
    {"weight", detail::network::box},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::ethernet_latency}};

/// Ethernet, 12.8 Tb/s: 64 ports of 200 Gb/s.
inline constexpr basic_network_switch<estimate> tomahawk_3 = {
    .name = "Tomahawk 3 class, 12.8 Tb/s",
    .ports = 64,
    .port_rate = one_way(known(25.0) * GB_per_second),
    .most_ports = 128,
    .price = range(10'000.0, 18'000.0, 30'000.0) * USD,
    .draw = range(300.0, 450.0, 700.0) * watt,
    .rack_units = 2,
    .weight = range(12.0, 16.0, 22.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(400.0, 800.0, 1'200.0) * nanosecond};
inline constexpr sourced_field tomahawk_3_sources[] = {
    {"", detail::network::own},
    {"port_rate", {"200 Gb/s a port", "2021", confidence::high}},
    {"weight", detail::network::box},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::ethernet_latency}};

/// Ethernet, 25.6 Tb/s: 64 ports of 400 Gb/s.
inline constexpr basic_network_switch<estimate> tomahawk_4 = {
    .name = "Tomahawk 4 class, 25.6 Tb/s",
    .ports = 64,
    .port_rate = one_way(known(50.0) * GB_per_second),
    .most_ports = 256,
    .price = range(18'000.0, 26'000.0, 40'000.0) * USD,
    .draw = range(500.0, 700.0, 1'000.0) * watt,
    .rack_units = 2,
    .weight = range(13.0, 18.0, 25.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(500.0, 800.0, 1'200.0) * nanosecond};
inline constexpr sourced_field tomahawk_4_sources[] = {
    {"", detail::network::own},
    {"port_rate", {"400 Gb/s a port", "2025", confidence::high}},
    {"weight", detail::network::box},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::ethernet_latency}};

/// Ethernet, 51.2 Tb/s: 64 ports of 800 Gb/s or 128 of 400.
inline constexpr basic_network_switch<estimate> tomahawk_5 = {
    .name = "Tomahawk 5 class, 51.2 Tb/s",
    .ports = 64,
    .port_rate = one_way(known(100.0) * GB_per_second),
    .most_ports = 256,
    .price = range(35'000.0, 55'000.0, 80'000.0) * USD,
    .draw = range(900.0, 1'300.0, 2'000.0) * watt,
    .rack_units = 2,
    .weight = range(20.0, 23.7, 30.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(500.0, 800.0, 1'200.0) * nanosecond};
inline constexpr sourced_field tomahawk_5_sources[] = {
    {"name", {"TechInsights on Tomahawk 5: 64 x 800, 128 x 400 or 256 x 200 Gb/s", "2022-08", confidence::high}},
    {"ports", {"TechInsights on Tomahawk 5: 64 x 800, 128 x 400 or 256 x 200 Gb/s", "2022-08", confidence::high}},
    {"port_rate", {"TechInsights on Tomahawk 5: 64 x 800, 128 x 400 or 256 x 200 Gb/s", "2022-08", confidence::high}},
    {"price", detail::network::by_rate},
    {"draw",
     {"assumed from the 400 Gb/s switch by rate; 913 W typical without modules (UfiSpace S9321-64E, IP Infusion page)",
      "2026", confidence::assumed}},
    {"rack_units", {"UfiSpace S9321-64E: 2 U, 23.7 kg (IP Infusion page)", "2026", confidence::medium}},
    {"weight", {"UfiSpace S9321-64E: 2 U, 23.7 kg (IP Infusion page)", "2026", confidence::medium}},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::ethernet_latency}};

/// Ethernet, 102.4 Tb/s: 64 ports of 1.6 Tb/s or 128 of 800 Gb/s.
inline constexpr basic_network_switch<estimate> tomahawk_6 = {
    .name = "Tomahawk 6 class, 102.4 Tb/s",
    .ports = 64,
    .port_rate = one_way(known(200.0) * GB_per_second),
    .most_ports = 512,
    .price = range(60'000.0, 100'000.0, 160'000.0) * USD,
    .draw = range(1'600.0, 2'400.0, 3'500.0) * watt,
    .rack_units = 3,
    .weight = range(25.0, 35.0, 50.0) * kilogram,
    .failures = detail::network::breaks,
    .latency = range(500.0, 800.0, 1'200.0) * nanosecond};
inline constexpr sourced_field tomahawk_6_sources[] = {
    {"", detail::network::by_rate},
    {"port_rate", {"1.6 Tb/s a port", "2025", confidence::high}},
    {"weight", detail::network::box},
    {"failures", detail::network::switch_failing},
    {"latency", detail::network::ethernet_latency}};

/// Ethernet with engines beside its chip, 102.4 Tb/s: 128 ports of 800 Gb/s. Power is without engines and lasers.
inline constexpr basic_network_switch<estimate> spectrum_x_photonics = {
    .name = "Spectrum-X Photonics SN6810",
    .ports = 128,
    .port_rate = one_way(known(100.0) * GB_per_second),
    .most_ports = 512,
    .price = range(60'000.0, 100'000.0, 200'000.0) * USD,
    .draw = range(1'400.0, 2'200.0, 3'300.0) * watt,
    .rack_units = 4,
    .weight = range(35.0, 50.0, 70.0) * kilogram,
    .failures = range(0.003, 0.008, 0.03) / year,
    .latency = range(500.0, 800.0, 1'200.0) * nanosecond};
inline constexpr sourced_field spectrum_x_photonics_sources[] = {
    {"", {"assumed from the 102.4 Tb/s switch with cages", "2026", confidence::assumed}},
    {"name", {"particle.news on NVIDIA's co-packaged switches: SN6810, 128 x 800 Gb/s", "2025-08", confidence::medium}},
    {"port_rate",
     {"particle.news on NVIDIA's co-packaged switches: SN6810, 128 x 800 Gb/s", "2025-08", confidence::medium}},
    {"weight", detail::network::box},
    {"latency", detail::network::ethernet_latency}};

} // namespace tallywatt::catalog

#pragma once
// Scale-out networks beside the 400 Gb/s ones of fabrics.hpp: InfiniBand HDR and RoCE at 200 Gb/s (clusters of A100),
// InfiniBand XDR and RoCE at 800 Gb/s (B300 and GB300). Latencies of all are those of the 400 Gb/s networks.

#include <tallywatt/catalog/fabrics.hpp>

namespace tallywatt::catalog {

namespace detail::fabric {
inline constexpr source as_ndr{"catalog entry infiniband_ndr: taken over, no sweep of this rate located", "2026", confidence::low};
inline constexpr source as_roce{"catalog entry roce_400g: taken over, no sweep of this rate located", "2026", confidence::low};
} // namespace detail::fabric

/// InfiniBand HDR: 200 Gb/s a port, 40-port switches.
inline constexpr basic_scale_out<estimate> infiniband_hdr = {
    .name = "InfiniBand HDR 200G",
    .nic_rate = one_way(known(25.0) * GB_per_second),
    .collective_share = share{known(0.96)},
    .exchange_share = share{range(0.85, 0.90, 0.96)},
    .exchange_alpha = infiniband_ndr.exchange_alpha,
    .alpha = infiniband_ndr.alpha,
    .hop = infiniband_ndr.hop,
    .doubling = infiniband_ndr.doubling,
    .size_latency = infiniband_ndr.size_latency,
    .radix = 40,
    .oversubscription = 1,
    .switch_price = range(10'000.0, 16'000.0, 24'000.0) * USD,
    .switch_power = range(250.0, 350.0, 480.0) * watt,
    .transceiver_price = range(150.0, 300.0, 600.0) * USD,
    .transceiver_power = range(3.5, 4.9, 6.0) * watt,
    .cable_price = range(30.0, 60.0, 150.0) * USD};
inline constexpr sourced_field infiniband_hdr_sources[] = {
    {"name", {"Efficient large-scale language model training on GPU clusters, SC 2021: Selene", "2021-04", confidence::high}},
    {"nic_rate", {"200 Gb/s a port", "2020", confidence::high}},
    {"collective_share", {"NVIDIA GTC slides, 24 of 25 GB/s with one interface, 192 of 200 GB/s with eight", "2025-03", confidence::high}},
    {"exchange_share", {"NVIDIA GTC slides: 24 of 25 GB/s all-to-all across DGX A100; lower end as of 400 Gb/s", "2025-03", confidence::medium}},
    {"exchange_alpha", detail::fabric::as_ndr},
    {"alpha", detail::fabric::as_ndr},
    {"hop", detail::fabric::as_ndr},
    {"doubling", detail::fabric::as_ndr},
    {"size_latency", detail::fabric::as_ndr},
    {"radix", detail::fabric::own},
    {"oversubscription", {"reference designs are non-blocking", "2025", confidence::medium}},
    {"switch_price", detail::fabric::own},
    {"switch_power", detail::fabric::own},
    {"transceiver_price", detail::fabric::own},
    {"transceiver_power", {"CS8500 manual, active cables of at most 4.9 W a module", "2025", confidence::low}},
    {"cable_price", {"assumed, single-mode or multimode jumper", "2026", confidence::assumed}}};

/// RoCE at 200 Gb/s a port, eight of which make the 1,600 Gb/s of cloud A100 servers.
inline constexpr basic_scale_out<estimate> roce_200g = {
    .name = "RoCE 200G",
    .nic_rate = one_way(known(25.0) * GB_per_second),
    .collective_share = share{range(0.80, 0.92, 0.96)},
    .exchange_share = share{range(0.75, 0.86, 0.94)},
    .exchange_alpha = roce_400g.exchange_alpha,
    .alpha = roce_400g.alpha,
    .hop = roce_400g.hop,
    .doubling = roce_400g.doubling,
    .size_latency = roce_400g.size_latency,
    .radix = 64,
    .oversubscription = 1,
    .switch_price = range(10'000.0, 18'000.0, 30'000.0) * USD,
    .switch_power = range(300.0, 450.0, 700.0) * watt,
    .transceiver_price = range(120.0, 250.0, 500.0) * USD,
    .transceiver_power = range(3.5, 5.0, 6.5) * watt,
    .cable_price = range(30.0, 60.0, 150.0) * USD};
inline constexpr sourced_field roce_200g_sources[] = {
    {"name", detail::fabric::own},
    {"nic_rate", {"200 Gb/s a port", "2021", confidence::high}},
    {"collective_share", detail::fabric::as_roce},
    {"exchange_share", detail::fabric::as_roce},
    {"exchange_alpha", detail::fabric::as_roce},
    {"alpha", detail::fabric::as_roce},
    {"hop", detail::fabric::as_roce},
    {"doubling", detail::fabric::as_roce},
    {"size_latency", detail::fabric::as_roce},
    {"radix", detail::fabric::own},
    {"oversubscription", {"reference designs are non-blocking", "2025", confidence::medium}},
    {"switch_price", detail::fabric::own},
    {"switch_power", detail::fabric::own},
    {"transceiver_price", detail::fabric::own},
    {"transceiver_power", detail::fabric::own},
    {"cable_price", {"assumed, single-mode or multimode jumper", "2026", confidence::assumed}}};

/// InfiniBand XDR: 800 Gb/s a port, 144-port switches.
inline constexpr basic_scale_out<estimate> infiniband_xdr = {
    .name = "InfiniBand XDR 800G",
    .nic_rate = one_way(known(100.0) * GB_per_second),
    .collective_share = share{range(0.92, 0.96, 0.97)},
    .exchange_share = share{range(0.80, 0.88, 0.94)},
    .exchange_alpha = infiniband_ndr.exchange_alpha,
    .alpha = infiniband_ndr.alpha,
    .hop = infiniband_ndr.hop,
    .doubling = infiniband_ndr.doubling,
    .size_latency = infiniband_ndr.size_latency,
    .radix = 144,
    .oversubscription = 1,
    .switch_price = range(80'000.0, 130'000.0, 200'000.0) * USD,
    .switch_power = range(1'700.0, 2'500.0, 3'700.0) * watt,
    .transceiver_price = range(500.0, 850.0, 1'300.0) * USD,
    .transceiver_power = range(12.0, 14.0, 17.0) * watt,
    .cable_price = range(40.0, 80.0, 200.0) * USD};
inline constexpr sourced_field infiniband_xdr_sources[] = {
    {"name", {"Quantum-X800 descriptions (tumlook.com, study guide of ziash)", "2026", confidence::medium}},
    {"nic_rate", {"800 Gb/s a port, ConnectX-8 user manual", "2025", confidence::high}},
    {"collective_share", detail::fabric::as_ndr},
    {"exchange_share", detail::fabric::as_ndr},
    {"exchange_alpha", detail::fabric::as_ndr},
    {"alpha", detail::fabric::as_ndr},
    {"hop", detail::fabric::as_ndr},
    {"doubling", detail::fabric::as_ndr},
    {"size_latency", detail::fabric::as_ndr},
    {"radix", {"Quantum-X800 Q3400: 144 ports of 800 Gb/s (study guide of ziash)", "2026", confidence::high}},
    {"oversubscription", {"reference designs are non-blocking", "2025", confidence::medium}},
    {"switch_price", {"assumed from the 400 Gb/s switch by ports and rate", "2026", confidence::assumed}},
    {"switch_power", {"assumed from the 400 Gb/s switch by ports and rate", "2026", confidence::assumed}},
    {"transceiver_price", {"assumed from the 400 Gb/s end by rate", "2026", confidence::assumed}},
    {"transceiver_power", {"half of a 1.6 Tb/s module of 25 to 30 W; 25 W quoted by pingdo.net", "2026", confidence::low}},
    {"cable_price", {"assumed, single-mode or multimode jumper", "2026", confidence::assumed}}};

/// RoCE at 800 Gb/s a port on 64-port Ethernet switches.
inline constexpr basic_scale_out<estimate> roce_800g = {
    .name = "RoCE 800G",
    .nic_rate = one_way(known(100.0) * GB_per_second),
    .collective_share = share{range(0.85, 0.94, 0.97)},
    .exchange_share = share{range(0.75, 0.86, 0.94)},
    .exchange_alpha = roce_400g.exchange_alpha,
    .alpha = roce_400g.alpha,
    .hop = roce_400g.hop,
    .doubling = roce_400g.doubling,
    .size_latency = roce_400g.size_latency,
    .radix = 64,
    .oversubscription = 1,
    .switch_price = range(35'000.0, 55'000.0, 80'000.0) * USD,
    .switch_power = range(900.0, 1'300.0, 2'000.0) * watt,
    .transceiver_price = range(450.0, 750.0, 1'200.0) * USD,
    .transceiver_power = range(12.0, 14.0, 17.0) * watt,
    .cable_price = range(40.0, 80.0, 200.0) * USD};
inline constexpr sourced_field roce_800g_sources[] = {
    {"name", detail::fabric::own},
    {"nic_rate", {"800 Gb/s a port, ConnectX-8 user manual", "2025", confidence::high}},
    {"collective_share", detail::fabric::as_roce},
    {"exchange_share", detail::fabric::as_roce},
    {"exchange_alpha", detail::fabric::as_roce},
    {"alpha", detail::fabric::as_roce},
    {"hop", detail::fabric::as_roce},
    {"doubling", detail::fabric::as_roce},
    {"size_latency", detail::fabric::as_roce},
    {"radix", detail::fabric::own},
    {"oversubscription", {"reference designs are non-blocking", "2025", confidence::medium}},
    {"switch_price", {"assumed from the 400 Gb/s switch by rate", "2026", confidence::assumed}},
    {"switch_power", {"assumed from the 400 Gb/s switch by rate", "2026", confidence::assumed}},
    {"transceiver_price", {"assumed from the 400 Gb/s end by rate", "2026", confidence::assumed}},
    {"transceiver_power", {"half of a 1.6 Tb/s module of 25 to 30 W; 25 W quoted by pingdo.net", "2026", confidence::low}},
    {"cable_price", {"assumed, single-mode or multimode jumper", "2026", confidence::assumed}}};

} // namespace tallywatt::catalog

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
    .network_switch = quantum,
    .host_link = detail::network::fibre(dsp_200g_infiniband, 25.0),
    .switch_link = detail::network::fibre(dsp_200g_infiniband, 25.0),
    .far_link = detail::network::fibre(dsp_200g_infiniband, 25.0)};
namespace detail::network {
inline constexpr sourced_field infiniband_hdr_own[] = {
    {"name", {"Efficient large-scale language model training on GPU clusters, SC 2021: Selene", "2021-04", confidence::high}},
    {"nic_rate", {"200 Gb/s a port", "2020", confidence::high}},
    {"collective_share", {"NVIDIA GTC slides, 24 of 25 GB/s with one interface, 192 of 200 GB/s with eight", "2025-03", confidence::high}},
    {"exchange_share", {"NVIDIA GTC slides: 24 of 25 GB/s all-to-all across DGX A100; lower end as of 400 Gb/s", "2025-03", confidence::medium}},
    {"exchange_alpha", detail::fabric::as_ndr},
    {"alpha", detail::fabric::as_ndr},
    {"hop", detail::fabric::as_ndr},
    {"doubling", detail::fabric::as_ndr},
    {"size_latency", detail::fabric::as_ndr},
    {"network_switch", {"catalog entry quantum and its sources", "2026", confidence::medium}}};
inline constexpr auto infiniband_hdr_links = link_sources(
    detail::fabric::own,
    {"CS8500 manual, active cables of at most 4.9 W a module", "2025", confidence::low}
);
} // namespace detail::network
inline constexpr auto& infiniband_hdr_sources = detail::changed_sources<detail::network::infiniband_hdr_links, detail::network::infiniband_hdr_own>;

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
    .network_switch = tomahawk_3,
    .host_link = detail::network::fibre(dsp_200g, 25.0),
    .switch_link = detail::network::fibre(dsp_200g, 25.0),
    .far_link = detail::network::fibre(dsp_200g, 25.0)};
namespace detail::network {
inline constexpr sourced_field roce_200g_own[] = {
    {"name", detail::fabric::own},
    {"nic_rate", {"200 Gb/s a port", "2021", confidence::high}},
    {"collective_share", detail::fabric::as_roce},
    {"exchange_share", detail::fabric::as_roce},
    {"exchange_alpha", detail::fabric::as_roce},
    {"alpha", detail::fabric::as_roce},
    {"hop", detail::fabric::as_roce},
    {"doubling", detail::fabric::as_roce},
    {"size_latency", detail::fabric::as_roce},
    {"network_switch", {"catalog entry tomahawk_3 and its sources", "2026", confidence::medium}}};
inline constexpr auto roce_200g_links = link_sources(
    detail::fabric::own,
    detail::fabric::own
);
} // namespace detail::network
inline constexpr auto& roce_200g_sources = detail::changed_sources<detail::network::roce_200g_links, detail::network::roce_200g_own>;

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
    .network_switch = quantum_x800,
    .host_link = detail::network::fibre(dsp_800g_infiniband, 100.0),
    .switch_link = detail::network::fibre(dsp_800g_infiniband, 100.0),
    .far_link = detail::network::fibre(dsp_800g_infiniband, 100.0)};
namespace detail::network {
inline constexpr sourced_field infiniband_xdr_own[] = {
    {"name", {"Quantum-X800 descriptions (tumlook.com, study guide of ziash)", "2026", confidence::medium}},
    {"nic_rate", {"800 Gb/s a port, ConnectX-8 user manual", "2025", confidence::high}},
    {"collective_share", detail::fabric::as_ndr},
    {"exchange_share", detail::fabric::as_ndr},
    {"exchange_alpha", detail::fabric::as_ndr},
    {"alpha", detail::fabric::as_ndr},
    {"hop", detail::fabric::as_ndr},
    {"doubling", detail::fabric::as_ndr},
    {"size_latency", detail::fabric::as_ndr},
    {"network_switch", {"catalog entry quantum_x800 and its sources", "2026", confidence::medium}}};
inline constexpr auto infiniband_xdr_links = link_sources(
    {"assumed from the 400 Gb/s end by rate", "2026", confidence::assumed},
    {"half of a 1.6 Tb/s module of 25 to 30 W; 25 W quoted by pingdo.net", "2026", confidence::low}
);
} // namespace detail::network
inline constexpr auto& infiniband_xdr_sources = detail::changed_sources<detail::network::infiniband_xdr_links, detail::network::infiniband_xdr_own>;

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
    .network_switch = tomahawk_5,
    .host_link = detail::network::fibre(dsp_800g, 100.0),
    .switch_link = detail::network::fibre(dsp_800g, 100.0),
    .far_link = detail::network::fibre(dsp_800g, 100.0)};
namespace detail::network {
inline constexpr sourced_field roce_800g_own[] = {
    {"name", detail::fabric::own},
    {"nic_rate", {"800 Gb/s a port, ConnectX-8 user manual", "2025", confidence::high}},
    {"collective_share", detail::fabric::as_roce},
    {"exchange_share", detail::fabric::as_roce},
    {"exchange_alpha", detail::fabric::as_roce},
    {"alpha", detail::fabric::as_roce},
    {"hop", detail::fabric::as_roce},
    {"doubling", detail::fabric::as_roce},
    {"size_latency", detail::fabric::as_roce},
    {"network_switch", {"catalog entry tomahawk_5 and its sources", "2026", confidence::medium}}};
inline constexpr auto roce_800g_links = link_sources(
    {"assumed from the 400 Gb/s end by rate", "2026", confidence::assumed},
    {"half of a 1.6 Tb/s module of 25 to 30 W; 25 W quoted by pingdo.net", "2026", confidence::low}
);
} // namespace detail::network
inline constexpr auto& roce_800g_sources = detail::changed_sources<detail::network::roce_800g_links, detail::network::roce_800g_own>;

} // namespace tallywatt::catalog

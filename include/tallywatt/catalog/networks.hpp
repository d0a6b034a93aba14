#pragma once
// Scale-out networks beside those of fabrics.hpp and scale_out.hpp: Ethernet at 100 Gb/s and 1.6 Tb/s, Ethernet that hashes
// its flows instead of routing them adaptively, modules without retimers, optics beside the switch chips.

#include <tallywatt/catalog/scale_out.hpp>

namespace tallywatt::catalog {

namespace detail::network {
inline constexpr source hashed{
    "Asterfusion, flowlet-based adaptive routing for NCCL: 84.5 % of line rate with five-tuple hashes, 97 % with "
    "adaptive "
    "routing",
    "2025-09", confidence::medium};
inline constexpr source as_roce{
    "catalog entry roce_400g: taken over, no sweep of this rate located", "2026", confidence::low};

constexpr basic_scale_out<estimate> same_links(basic_scale_out<estimate> n, basic_fabric_link<estimate> const& l) {
    n.host_link = n.switch_link = n.far_link = l;
    return n;
}
constexpr basic_scale_out<estimate> at_rate(
    basic_scale_out<estimate> n, char const* name, double gigabytes, basic_network_switch<estimate> const& by,
    basic_pluggable<estimate> const& m
) {
    n.name = name;
    n.nic_rate = one_way(known(gigabytes) * GB_per_second);
    n.network_switch = by;
    return same_links(n, fibre(m, gigabytes));
}
constexpr basic_scale_out<estimate> hashed_flows(basic_scale_out<estimate> n, char const* name) {
    n.name = name;
    n.collision_loss = share{range(0.05, 0.155, 0.40)};
    return n;
}
/// Engines at the switches, modules in the servers' interfaces.
constexpr basic_scale_out<estimate> beside_the_chip(
    basic_scale_out<estimate> n, char const* name, basic_network_switch<estimate> const& by,
    basic_pluggable<estimate> const& at_server
) {
    n.name = name;
    n.network_switch = by;
    n.switch_link = n.far_link =
        link_of(cpo_1600g, one_way(known(100.0) * GB_per_second), range(10.0, 30.0, 100.0) * metre);
    n.host_link = mixed(fibre(at_server, 100.0), n.far_link, "module to co-packaged optics");
    return n;
}
inline constexpr sourced_field roce_100g_own[] = {
    {"nic_rate", {"100 Gb/s a port", "2018", confidence::high}},
    {"collective_share", as_roce},
    {"exchange_share", as_roce},
    {"network_switch", {"catalog entry tomahawk_2 and its sources", "2026", confidence::medium}}};
inline constexpr auto roce_100g_links =
    link_sources(own, {"3.5 W (comparison of co-packaged and linear optics)", "2025", confidence::low});
inline constexpr sourced_field roce_1600g_own[] = {
    {"nic_rate", {"1.6 Tb/s a port", "2026", confidence::high}},
    {"collective_share", as_roce},
    {"exchange_share", as_roce},
    {"network_switch", {"catalog entry tomahawk_6 and its sources", "2026", confidence::medium}}};
inline constexpr auto roce_1600g_links = link_sources(
    {"assumed from the 800 Gb/s end by rate", "2026", confidence::assumed},
    {"NVIDIA co-packaged optics announcement: 30 W for 1.6 Tb/s; low end 25 W", "2025-03", confidence::high}
);
inline constexpr sourced_field hashed_own[] = {{"collision_loss", hashed}};
inline constexpr sourced_field infiniband_photonics_own[] = {
    {"network_switch", {"catalog entry quantum_x_photonics and its sources", "2026", confidence::medium}}};
inline constexpr sourced_field roce_photonics_own[] = {
    {"network_switch", {"catalog entry spectrum_x_photonics and its sources", "2026", confidence::medium}}};
inline constexpr auto photonic_links = link_sources(
    {"catalog entry cpo_1600g; at servers that of a module", "2026", confidence::assumed},
    {"catalog entry cpo_1600g: 9 W for 1.6 Tb/s announced, 9 W for 800 Gb/s at most; at servers that of a module",
     "2026", confidence::low}
);
inline constexpr auto linear_links = link_sources(
    {"catalog entry lpo_800g", "2026", confidence::assumed}, {"catalog entry lpo_800g", "2026", confidence::low}
);
} // namespace detail::network

inline constexpr basic_scale_out<estimate> roce_100g =
    detail::network::at_rate(roce_400g, "RoCE 100G", 12.5, tomahawk_2, dsp_100g);
namespace detail::network {
inline constexpr auto& roce_100g_base = detail::changed_sources<roce_400g_sources, roce_100g_own>;
} // namespace detail::network
inline constexpr auto& roce_100g_sources =
    detail::changed_sources<detail::network::roce_100g_base, detail::network::roce_100g_links>;

inline constexpr basic_scale_out<estimate> roce_1600g =
    detail::network::at_rate(roce_400g, "RoCE 1.6T", 200.0, tomahawk_6, dsp_1600g);
namespace detail::network {
inline constexpr auto& roce_1600g_base = detail::changed_sources<roce_400g_sources, roce_1600g_own>;
} // namespace detail::network
inline constexpr auto& roce_1600g_sources =
    detail::changed_sources<detail::network::roce_1600g_base, detail::network::roce_1600g_links>;

/// RoCE whose switches send a flow along one path by a hash of its addresses: large flows meet.
inline constexpr basic_scale_out<estimate> roce_400g_hashed =
    detail::network::hashed_flows(roce_400g, "RoCE 400G, static hashes");
inline constexpr auto& roce_400g_hashed_sources =
    detail::changed_sources<roce_400g_sources, detail::network::hashed_own>;
inline constexpr basic_scale_out<estimate> roce_800g_hashed =
    detail::network::hashed_flows(roce_800g, "RoCE 800G, static hashes");
inline constexpr auto& roce_800g_hashed_sources =
    detail::changed_sources<roce_800g_sources, detail::network::hashed_own>;

/// RoCE at 800 Gb/s over modules without retimers.
inline constexpr basic_scale_out<estimate> roce_800g_linear = [] {
    basic_scale_out<estimate> n = detail::network::same_links(roce_800g, detail::network::fibre(lpo_800g, 100.0));
    n.name = "RoCE 800G, linear optics";
    return n;
}();
inline constexpr auto& roce_800g_linear_sources =
    detail::changed_sources<roce_800g_sources, detail::network::linear_links>;

/// InfiniBand XDR with co-packaged optics at the switches.
inline constexpr basic_scale_out<estimate> infiniband_xdr_photonics = detail::network::beside_the_chip(
    infiniband_xdr, "InfiniBand XDR 800G, co-packaged optics", quantum_x_photonics, dsp_800g_infiniband
);
namespace detail::network {
inline constexpr auto& infiniband_photonics_base =
    detail::changed_sources<infiniband_xdr_sources, infiniband_photonics_own>;
inline constexpr auto& roce_photonics_base = detail::changed_sources<roce_800g_sources, roce_photonics_own>;
} // namespace detail::network
inline constexpr auto& infiniband_xdr_photonics_sources =
    detail::changed_sources<detail::network::infiniband_photonics_base, detail::network::photonic_links>;

/// RoCE at 800 Gb/s with co-packaged optics at the switches.
inline constexpr basic_scale_out<estimate> roce_800g_photonics =
    detail::network::beside_the_chip(roce_800g, "RoCE 800G, co-packaged optics", spectrum_x_photonics, dsp_800g);
inline constexpr auto& roce_800g_photonics_sources =
    detail::changed_sources<detail::network::roce_photonics_base, detail::network::photonic_links>;

} // namespace tallywatt::catalog

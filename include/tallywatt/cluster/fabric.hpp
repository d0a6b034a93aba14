#pragma once
// Fabrics. Scale-up: the domain of a server, rack or pod. By its topology a group of m of the domain's n accelerators has
//
//   switched   every link of a rank, whatever m                 (NVLink through switches)
//   direct     (m - 1)/(n - 1) of them: a pair has its own      (Infinity Fabric, Gaudi)
//   torus      those along the axes the group extends over      (TPU; cluster/torus.hpp)
//
// and the constants of its collectives are those of a rank with all its links at work.
// Scale-out: one network interface per accelerator, or several, into switches (switching.hpp) over links (link.hpp) in a
// shape (fat_tree.hpp, dragonfly.hpp). Interfaces of several planes are split: each plane is a fabric of its own, its ports
// at nic_rate/planes.
//
//   cost = switches price + sum over tiers of links (2 end + cable)      power likewise
//
//   fabric_plan p = plan_network(scale_out(catalog::infiniband_ndr), 256, 8);   // 64 leaves, 32 spines, 4096 links
//   fabric_cost_lines<> usd = fabric_cost(network, p);

#include <tallywatt/cluster/dragonfly.hpp>
#include <tallywatt/cluster/link.hpp>
#include <tallywatt/cluster/switching.hpp>
#include <tallywatt/cluster/torus.hpp>

namespace tallywatt {

enum class topology : unsigned char { switched, direct, torus };
/// How switches are joined: trees (fat_tree.hpp) or groups (dragonfly.hpp).
enum class fabric_shape : unsigned char { fat_tree, rail_optimised, rails_alone, dragonfly };

template <class T = double>
struct basic_scale_up {
    static constexpr char const* kind = "scale_up";
    char const* name = "";
    basic_collective<T> reduction{};           ///< all-reduce added up by the switches; the ring's where they cannot
    basic_collective<T> ring{};                ///< everything else, and all-reduce in small groups
    int reduction_ranks = 5;                   ///< smallest group whose all-reduce the switches add up
    basic_fraction<T> exchange_share{T(0.70)}; ///< of link rate, achieved by expert exchange
    duration<T> exchange_alpha = 27.0 * microsecond;
    int domain = 8; ///< accelerators that reach each other without the scale-out network
    topology shape = topology::switched;
    torus_dims dims{};                        ///< of a torus: accelerators along each axis, whose product is the domain
    bool wraps = true;                        ///< a torus's full axes are rings
    duration<T> hop = 1.1 * microsecond;      ///< from a neighbour to the next, along a ring or torus
    duration<T> wide_hop = 2.3 * microsecond; ///< more for every hop of a ring, payloads too large for low latency

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"reduction"}, self.reduction...);
        visit(field{"ring"}, self.ring...);
        visit(field{"reduction_ranks", at_least(2)}, self.reduction_ranks...);
        visit(
            field{
                "exchange_share",
                positive,
                {"all-to-all ceiling of NVLink 4 and 5, 320 of 450 and 640 of 900 GB/s", "2025-03", confidence::high}},
            self.exchange_share...
        );
        visit(
            field{
                "exchange_alpha", non_negative, {"low-latency DeepEP V1 table, fitted", "2025-04", confidence::medium}},
            self.exchange_alpha...
        );
        visit(field{"domain", at_least(1)}, self.domain...);
        visit(field{"shape"}, self.shape...);
        visit(field{"dims", non_negative}, self.dims...);
        visit(field{"wraps"}, self.wraps...);
        visit(
            field{
                "hop",
                non_negative,
                {"NCCL tuning table, NVLink hop of its low-latency protocols, 0.6 to 1.9 us between nodes' ranks",
                 "2024", confidence::medium}},
            self.hop...
        );
        visit(
            field{
                "wide_hop",
                non_negative,
                {"NCCL graph/tuning.cc: NVLink ring hop of 3.4 us with its wide protocol, less `hop`", "2024",
                 confidence::medium}},
            self.wide_hop...
        );
    }
    constexpr operator basic_scale_up<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};

template <class T = double>
struct basic_scale_out {
    static constexpr char const* kind = "scale_out";
    char const* name = "";
    one_way_rate<T> nic_rate{};                  ///< one way, per accelerator; of an interface, all its planes
    basic_fraction<T> collective_share{T(0.96)}; ///< of nic_rate, achieved by large collectives
    basic_fraction<T> exchange_share{T(0.88)};   ///< of nic_rate, achieved by expert exchange
    basic_fraction<T> collision_loss{T(0.0)};    ///< of nic_rate, lost by flows between leaves that share a link
    duration<T> exchange_alpha = 27.0 * microsecond;
    duration<T> alpha = 4.0 * microsecond;    ///< of a collective across nodes, more than inside one
    duration<T> hop = 6.0 * microsecond;      ///< from a node to the next: one step of a ring, one level of a tree
    duration<T> wide_hop = 8.0 * microsecond; ///< more for every step of a ring, payloads too large for low latency
    duration<T> doubling =
        90.0 * microsecond; ///< more for every doubling of the nodes, payloads too large for low latency
    duration_per_root_data<T> size_latency = microseconds_per_root_megabyte(T(150.0)); ///< how fast that more sets in
    bool in_network_reduction = false; ///< all-reduces are added up by the switches (SHARP)
    basic_network_switch<T> network_switch{};
    basic_fabric_link<T> host_link{};   ///< from an interface to a switch
    basic_fabric_link<T> switch_link{}; ///< between leaves and spines; inside the groups of a dragonfly
    basic_fabric_link<T> far_link{};    ///< between spines and cores; between the groups of a dragonfly
    fabric_shape shape = fabric_shape::fat_tree;
    int oversubscription = 1; ///< of the leaves, down to up
    int planes = 1;           ///< fabrics side by side, among which every interface is split

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"nic_rate", positive}, self.nic_rate...);
        visit(
            field{
                "collective_share",
                positive,
                {"400 Gb/s interface peaks at 48 of 50 GB/s (NVIDIA GTC slides)", "2025-03", confidence::high}},
            self.collective_share...
        );
        visit(
            field{
                "exchange_share",
                positive,
                {"DeepEP V1 tables at EP32 and EP64: 43.5 and 44.6 GB/s physical of 50", "2025-04", confidence::high}},
            self.exchange_share...
        );
        visit(
            field{
                "collision_loss",
                non_negative,
                {"none where the achieved share was measured across a fabric that routes adaptively", "2025",
                 confidence::medium}},
            self.collision_loss...
        );
        visit(
            field{
                "exchange_alpha", non_negative, {"low-latency DeepEP V1 table, fitted", "2025-04", confidence::medium}},
            self.exchange_alpha...
        );
        visit(
            field{
                "alpha",
                non_negative,
                {"1 KiB collectives on 2 nodes of 1 and of 8 A100 (MSCCL++ performance notes), fitted", "2023",
                 confidence::medium}},
            self.alpha...
        );
        visit(
            field{
                "hop",
                non_negative,
                {"1 KiB collectives on 2 nodes of 1 and of 8 A100 (MSCCL++ performance notes), fitted; NCCL's tuning "
                 "table "
                 "has 2.7 to 5 us for its low-latency protocols, 14 us for the other",
                 "2024", confidence::medium}},
            self.hop...
        );
        visit(
            field{
                "wide_hop",
                positive,
                {"NCCL graph/tuning.cc: network ring step of 14 us with its wide protocol, less `hop`", "2024",
                 confidence::medium}},
            self.wide_hop...
        );
        visit(
            field{
                "doubling",
                positive,
                {"fitted to an H100 all-reduce scaling plot (arXiv 2411.13055), mean error 5 %", "2024-11",
                 confidence::medium}},
            self.doubling...
        );
        visit(
            field{
                "size_latency",
                positive,
                {"fitted to an H100 all-reduce scaling plot (arXiv 2411.13055); meets 2 nodes of H20 from 4 B to 64 "
                 "MiB",
                 "2024-11", confidence::medium}},
            self.size_latency...
        );
        visit(field{"in_network_reduction"}, self.in_network_reduction...);
        visit(field{"network_switch"}, self.network_switch...);
        visit(field{"host_link"}, self.host_link...);
        visit(field{"switch_link"}, self.switch_link...);
        visit(field{"far_link"}, self.far_link...);
        visit(field{"shape"}, self.shape...);
        visit(field{"oversubscription", at_least(1)}, self.oversubscription...);
        visit(field{"planes", at_least(1)}, self.planes...);
    }
    constexpr operator basic_scale_out<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};

using scale_up = basic_scale_up<>;
using scale_out = basic_scale_out<>;

/// Throws invalid_input where a torus's axes do not make up its domain, or a fabric that is none has axes.
template <class T>
constexpr void check(basic_scale_up<T> const& f) {
    int const size = accelerators_of(f.dims);
    if (f.shape == topology::torus && size != f.domain)
        throw invalid_input(
            "scale_up.domain", f.domain, "",
            std::to_string(f.domain) + " is not the product of the torus's axes, " + std::to_string(size)
        );
    if (f.shape != topology::torus && size > 0)
        throw invalid_input("scale_up.dims", size, "", "only a torus has axes");
}

/// Ports of a network's switches at the rate of its planes' ports, as planned: in double.
constexpr int radix_of(scale_out const& network) {
    return ports_at(network.network_switch, one_way(network.nic_rate.value / static_cast<double>(network.planes)));
}
template <class T>
    requires(!std::same_as<T, double>)
constexpr int radix_of(basic_scale_out<T> const& network) {
    return ports_at(
        convert<double>(network.network_switch),
        one_way(
            byte_rate<>::from_base(resolve<double>{}(network.nic_rate.value.base_value))
            / static_cast<double>(network.planes)
        )
    );
}
/// Whether a leaf joins interfaces of like index of different servers, not whole servers.
template <class T>
constexpr bool by_rails(basic_scale_out<T> const& network) {
    return network.shape == fabric_shape::rail_optimised || network.shape == fabric_shape::rails_alone;
}

/// Throws invalid_input for switches that the network cannot be made of: fewer than two ports at its rate, or an odd number
/// in a non-blocking tree, whose leaves turn half of them up.
template <class T>
constexpr void check(basic_scale_out<T> const& network) {
    int const radix = radix_of(network);
    if (radix < 2)
        throw invalid_input(
            "scale_out.network_switch.ports", network.network_switch.ports, "",
            std::to_string(radix) + " at the network's rate, fewer than 2"
        );
    if (network.shape != fabric_shape::dragonfly && network.oversubscription == 1 && radix % 2 != 0)
        throw invalid_input(
            "scale_out.network_switch.ports", network.network_switch.ports, "",
            std::to_string(radix) + " at the network's rate cannot be halved: a non-blocking tree needs an even number"
        );
}

/// How a group lies in the domains it extends over.
struct placement {
    int members = 1;     ///< in each domain
    int nodes = 1;       ///< domains
    double links = 1.0;  ///< share of a rank's links that its collectives use
    double detour = 1.0; ///< time of an all-to-all over that with all links at work
    double hops = 0.0;   ///< of an all-gather, one after another; 0 where the constants hold them
};

template <class T>
constexpr placement place(basic_scale_up<T> const& up, rank_group const& g) {
    placement p;
    int const inside = up.domain / g.stride;
    p.members = inside < 1 ? 1 : (g.ranks < inside ? g.ranks : inside);
    if (up.shape == topology::direct && p.members > 1) {
        p.links = (p.members - 1.0) / (up.domain - 1.0);
        p.detour = 1.0 / p.links;
    } else if (up.shape == topology::torus && p.members > 1) {
        sub_torus const t = place_in_torus(up.dims, up.wraps, g);
        double const all = 2.0 * axes_of(up.dims), n = t.members;
        p.members = t.members;
        p.links = t.links / all;
        p.hops = t.hops;
        p.detour = t.all_to_all * all * n / (n - 1.0);
    }
    p.nodes = (g.ranks + p.members - 1) / p.members;
    return p;
}

/// The fabric of `servers` with `nics` interfaces each. Throws invalid_input for switches that it cannot be made of.
constexpr fabric_plan plan_network(scale_out const& network, int servers, int nics = 1) {
    if (network.planes < 1)
        throw invalid_input("scale_out.planes", network.planes, "", std::to_string(network.planes) + " is below 1");
    check(network);
    int const radix = radix_of(network), over = network.oversubscription;
    switch (network.shape) {
    case fabric_shape::rail_optimised:
        return network.planes * plan_rails(servers, nics, radix, over);
    case fabric_shape::rails_alone:
        return network.planes * plan_rails_alone(servers, nics, radix, over);
    case fabric_shape::dragonfly:
        return network.planes * plan_dragonfly(servers * nics, radix, over);
    default:
        return network.planes * plan_fabric(servers * nics, radix, over);
    }
}

/// Pluggable modules of a planned fabric, those in the servers' interfaces included.
template <class T>
constexpr int modules_of(basic_scale_out<T> const& network, fabric_plan const& p) {
    return p.host_links * network.host_link.modules + p.switch_links * network.switch_link.modules
           + p.far_links * network.far_link.modules;
}

/// The largest share of its reach that a link of the planned fabric bridges: above one, a medium does not reach.
template <class T>
constexpr T reach_used(basic_scale_out<T> const& network, fabric_plan const& p) {
    T used = p.host_links > 0 ? reach_used(network.host_link) : T(0.0);
    if (p.switch_links > 0)
        used = math::max(used, reach_used(network.switch_link));
    if (p.far_links > 0)
        used = math::max(used, reach_used(network.far_link));
    return used;
}

/// Time for the first byte on the longest way: up to the top and down, through switches and links, without software.
template <class T>
constexpr duration<T> zero_load_latency(basic_scale_out<T> const& network, fabric_plan const& p) {
    if (p.tiers < 1)
        return {};
    bool const flies = network.shape == fabric_shape::dragonfly;
    double const near = p.switch_links > 0 ? 2.0 : 0.0, far = p.far_links > 0 ? (flies ? 1.0 : 2.0) : 0.0;
    return 2.0 * network.host_link.latency + near * network.switch_link.latency + far * network.far_link.latency
           + (near + far + 1.0) * network.network_switch.latency;
}

/// What a fabric costs, without the interfaces in the servers.
template <class T = double>
struct fabric_cost_lines {
    money<T> switches{}, transceivers{}, cables{};
    [[nodiscard]] constexpr money<T> total() const { return switches + transceivers + cables; }
};
template <class T>
constexpr fabric_cost_lines<T> fabric_cost(basic_scale_out<T> const& network, fabric_plan const& p) {
    T const host = as<T>(p.host_links), near = as<T>(p.switch_links), far = as<T>(p.far_links);
    return {
        as<T>(p.switches()) * network.network_switch.price,
        2.0
            * (host * network.host_link.end_price + near * network.switch_link.end_price
               + far * network.far_link.end_price),
        host * network.host_link.cable_price + near * network.switch_link.cable_price
            + far * network.far_link.cable_price};
}

/// What a fabric draws. Ends of links in the servers' interfaces are counted here.
template <class T = double>
struct fabric_power_lines {
    at_it<power<T>> switches{}, transceivers{};
    [[nodiscard]] constexpr at_it<power<T>> total() const { return switches + transceivers; }
};
template <class T>
constexpr fabric_power_lines<T> fabric_power(basic_scale_out<T> const& network, fabric_plan const& p) {
    T const host = as<T>(p.host_links), near = as<T>(p.switch_links), far = as<T>(p.far_links);
    return {
        at_it<power<T>>{as<T>(p.switches()) * network.network_switch.draw},
        at_it<power<T>>{
            2.0
            * (host * network.host_link.end_power + near * network.switch_link.end_power
               + far * network.far_link.end_power)}};
}

/// The same network over other links.
template <class T>
constexpr basic_scale_out<T> over_links(
    basic_scale_out<T> network, basic_fabric_link<T> const& host, basic_fabric_link<T> const& between,
    basic_fabric_link<T> const& far
) {
    network.host_link = host;
    network.switch_link = between;
    network.far_link = far;
    return network;
}

} // namespace tallywatt

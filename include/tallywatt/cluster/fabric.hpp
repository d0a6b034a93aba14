#pragma once
// Fabrics. Scale-up: the domain of a server, rack or pod. By its topology a group of m of the domain's n accelerators has
//
//   switched   every link of a rank, whatever m                 (NVLink through switches)
//   direct     (m - 1)/(n - 1) of them: a pair has its own      (Infinity Fabric, Gaudi)
//   torus      those along the axes the group extends over      (TPU; cluster/torus.hpp)
//
// and the constants of its collectives are those of a rank with all its links at work.
// Scale-out: one network interface per accelerator into a fat tree of switches, counted by plan_fabric:
//
//   one tier     endpoints <= radix
//   two tiers    leaves = ceil(endpoints/down), spines = ceil(leaves up/radix), up to radix leaves
//   three tiers  as many middle switches as leaves' uplinks fill, cores = ceil(their uplinks/radix); up to radix pods
//   down + up = radix, down = oversubscription x up at the leaves (1 is non-blocking)
//
// Reference: Leiserson 1985; Al-Fares 2008 (a k-ary fat tree joins k^3/4 endpoints with 5 k^2/4 switches).
//
//   fabric_plan p = plan_fabric(2048, 64);   // 64 leaves, 32 spines, 4096 links

#include <tallywatt/cluster/torus.hpp>

namespace tallywatt {

enum class topology : unsigned char { switched, direct, torus };

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
    torus_dims dims{};                   ///< of a torus: accelerators along each axis, whose product is the domain
    bool wraps = true;                   ///< a torus's full axes are rings
    duration<T> hop = 1.1 * microsecond; ///< from a neighbour to the next, along a ring or torus

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
    }
    constexpr operator basic_scale_up<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};

template <class T = double>
struct basic_scale_out {
    static constexpr char const* kind = "scale_out";
    char const* name = "";
    one_way_rate<T> nic_rate{};                  ///< one way, per accelerator
    basic_fraction<T> collective_share{T(0.96)}; ///< of nic_rate, achieved by large collectives
    basic_fraction<T> exchange_share{T(0.88)};   ///< of nic_rate, achieved by expert exchange
    duration<T> exchange_alpha = 27.0 * microsecond;
    duration<T> alpha = 4.0 * microsecond; ///< of a collective across nodes, more than inside one
    duration<T> hop = 6.0 * microsecond;   ///< from a node to the next: one step of a ring, one level of a tree
    duration<T> doubling =
        90.0 * microsecond; ///< more for every doubling of the nodes, payloads too large for low latency
    duration_per_root_data<T> size_latency = microseconds_per_root_megabyte(T(150.0)); ///< how fast that more sets in
    bool in_network_reduction = false; ///< all-reduces are added up by the switches (SHARP)
    int radix = 64;                    ///< ports of a switch, each at nic_rate
    int oversubscription = 1;          ///< of the leaves, down to up
    money<T> switch_price{};
    power<T> switch_power{};      ///< without transceivers
    money<T> transceiver_price{}; ///< per port end
    power<T> transceiver_power{};
    money<T> cable_price{}; ///< per link

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
        visit(field{"radix", at_least(2)}, self.radix...);
        visit(field{"oversubscription", at_least(1)}, self.oversubscription...);
        visit(field{"switch_price", non_negative}, self.switch_price...);
        visit(field{"switch_power", non_negative}, self.switch_power...);
        visit(field{"transceiver_price", non_negative}, self.transceiver_price...);
        visit(field{"transceiver_power", non_negative}, self.transceiver_power...);
        visit(field{"cable_price", non_negative}, self.cable_price...);
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

/// The parts of a fat tree.
struct fabric_plan {
    int endpoints = 0;
    int tiers = 0;
    int leaves = 0, spines = 0, cores = 0;
    int links = 0;        ///< cables, endpoints' included
    int transceivers = 0; ///< port ends: two per link
    bool reached = true;  ///< false where three tiers are too few; counts are then a lower bound
    [[nodiscard]] constexpr int switches() const { return leaves + spines + cores; }

    // several fabrics side by side
    friend constexpr fabric_plan operator*(int n, fabric_plan const& p) {
        if (n == 0)
            return {};
        return {n * p.endpoints, p.tiers,     n * p.leaves,       n * p.spines,
                n * p.cores,     n * p.links, n * p.transceivers, p.reached};
    }
    friend constexpr fabric_plan operator+(fabric_plan const& a, fabric_plan const& b) {
        return {
            a.endpoints + b.endpoints,
            a.tiers > b.tiers ? a.tiers : b.tiers,
            a.leaves + b.leaves,
            a.spines + b.spines,
            a.cores + b.cores,
            a.links + b.links,
            a.transceivers + b.transceivers,
            a.reached && b.reached};
    }
};

namespace detail {
constexpr int ceil_of(long long a, long long b) { return static_cast<int>((a + b - 1) / b); }
} // namespace detail

/// A fat tree for `endpoints` interface ports on switches of `radix` ports.
constexpr fabric_plan plan_fabric(int endpoints, int radix, int oversubscription = 1) {
    using detail::ceil_of;
    fabric_plan p;
    p.endpoints = endpoints;
    if (endpoints < 1)
        return p;
    p.links = endpoints;
    p.tiers = p.leaves = 1;
    if (endpoints > radix) {
        int const share = radix / (oversubscription + 1);
        int const up = share > 1 ? share : 1, down = radix - up;
        p.leaves = ceil_of(endpoints, down);
        int const leaf_links = p.leaves * up;
        p.links += leaf_links;
        if (p.leaves <= radix) {
            p.tiers = 2;
            p.spines = ceil_of(leaf_links, radix);
        } else {
            int const half = radix / 2;
            p.tiers = 3;
            p.spines = ceil_of(leaf_links, radix - half);
            p.links += p.spines * half;
            p.cores = ceil_of(static_cast<long long>(p.spines) * half, radix);
            // a core switch has one port to each pod, a pod holds as many leaves as a middle switch has ports down
            p.reached = ceil_of(p.leaves, radix - half) <= radix;
        }
    }
    p.transceivers = 2 * p.links;
    return p;
}

/// What a fabric costs, without the interfaces in the servers.
template <class T = double>
struct fabric_cost_lines {
    money<T> switches{}, transceivers{}, cables{};
    [[nodiscard]] constexpr money<T> total() const { return switches + transceivers + cables; }
};
template <class T>
constexpr fabric_cost_lines<T> fabric_cost(basic_scale_out<T> const& network, fabric_plan const& p) {
    return {
        as<T>(p.switches()) * network.switch_price, as<T>(p.transceivers) * network.transceiver_price,
        as<T>(p.links) * network.cable_price};
}

/// What a fabric draws. Transceivers in the servers' interfaces are counted here.
template <class T = double>
struct fabric_power_lines {
    at_it<power<T>> switches{}, transceivers{};
    [[nodiscard]] constexpr at_it<power<T>> total() const { return switches + transceivers; }
};
template <class T>
constexpr fabric_power_lines<T> fabric_power(basic_scale_out<T> const& network, fabric_plan const& p) {
    return {
        at_it<power<T>>{as<T>(p.switches()) * network.switch_power},
        at_it<power<T>>{as<T>(p.transceivers) * network.transceiver_power}};
}

} // namespace tallywatt

#pragma once
// Fabrics. Scale-up: the domain of a server or rack, in which every accelerator reaches every other at link rate.
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

#include <tallywatt/cluster/collective.hpp>

namespace tallywatt {

template <class T = double>
struct basic_scale_up {
    static constexpr char const* kind = "scale_up";
    char const* name = "";
    basic_collective<T> reduction{};           ///< all-reduce added up by the switches; the ring's where they cannot
    basic_collective<T> ring{};                ///< everything else, and all-reduce in small groups
    int reduction_ranks = 5;                   ///< smallest group whose all-reduce the switches add up
    basic_fraction<T> exchange_share{T(0.70)}; ///< of link rate, achieved by expert exchange
    duration<T> exchange_alpha = 27.0 * microsecond;
    int domain = 8; ///< accelerators that reach each other at link rate

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
    }
    constexpr operator basic_scale_up<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};

template <class T = double>
struct basic_scale_out {
    static constexpr char const* kind = "scale_out";
    char const* name = "";
    one_way_rate<T> nic_rate{};                     ///< one way, per accelerator
    basic_fraction<T> collective_share{T(0.96)}; ///< of nic_rate, achieved by large collectives
    basic_fraction<T> exchange_share{T(0.88)};   ///< of nic_rate, achieved by expert exchange
    duration<T> exchange_alpha = 27.0 * microsecond;
    duration<T> alpha = 32.0 * microsecond;    ///< of a collective across nodes
    duration<T> doubling = 79.0 * microsecond; ///< more for every doubling of the nodes
    int radix = 64;                            ///< ports of a switch, each at nic_rate
    int oversubscription = 1;                  ///< of the leaves, down to up
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
                {"read off an H100 all-reduce scaling plot (arXiv 2411.13055), rough", "2024-11", confidence::low}},
            self.alpha...
        );
        visit(
            field{
                "doubling",
                non_negative,
                {"read off an H100 all-reduce scaling plot (arXiv 2411.13055), rough", "2024-11", confidence::low}},
            self.doubling...
        );
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

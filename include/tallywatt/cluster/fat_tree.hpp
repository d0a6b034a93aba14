#pragma once
// Fat trees, counted: switches, cables, port ends.
//
//   one tier     endpoints <= radix
//   two tiers    leaves = ceil(endpoints/down), spines = ceil(leaves up/radix), up to radix leaves
//   three tiers  as many middle switches as leaves' uplinks fill, cores = ceil(their uplinks/radix); up to radix pods
//   down + up <= radix, down = oversubscription x up at the leaves (1 is non-blocking)
//
// Rail-optimised: interface r of every server goes to a leaf of rail r, so that each rail's leaves fill by themselves, and
// the wiring is even: every leaf has equally many cables to each spine, so spines divide a leaf's uplinks. Rails alone: no
// spines join them; traffic between rails goes through the servers.
//
// Reference: Leiserson 1985; Al-Fares, Loukissas, Vahdat, SIGCOMM 2008 (a k-ary fat tree joins k^3/4 endpoints with
// 5 k^2/4 switches); NVIDIA DGX SuperPOD reference architectures (rails, even wiring); Wang et al., "Rail-only", 2023.
//
//   fabric_plan p = plan_fabric(2048, 64);          // 64 leaves, 32 spines, 4096 links
//   fabric_plan q = plan_rails(127, 8, 64);         // DGX SuperPOD of 4 units: 32 leaves, 16 spines

#include <tallywatt/number/error.hpp>

namespace tallywatt {

/// The parts of a fabric.
struct fabric_plan {
    int endpoints = 0;
    int tiers = 0;
    int leaves = 0, spines = 0, cores = 0;
    int links = 0;        ///< cables, endpoints' included
    int transceivers = 0; ///< port ends: two per link
    bool reached = true;  ///< false where the topology is too small; counts are then a lower bound
    int host_links = 0;   ///< endpoints to switches
    int switch_links = 0; ///< leaves to spines; inside the groups of a dragonfly
    int far_links = 0;    ///< spines to cores; between the groups of a dragonfly
    [[nodiscard]] constexpr int switches() const { return leaves + spines + cores; }
    /// Ports that have a cable, of switches.
    [[nodiscard]] constexpr int ports_used() const { return host_links + 2 * (switch_links + far_links); }

    // several fabrics side by side
    friend constexpr fabric_plan operator*(int n, fabric_plan const& p) {
        if (n == 0)
            return {};
        return {n * p.endpoints,    p.tiers,   n * p.leaves,     n * p.spines,       n * p.cores,    n * p.links,
                n * p.transceivers, p.reached, n * p.host_links, n * p.switch_links, n * p.far_links};
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
            a.reached && b.reached,
            a.host_links + b.host_links,
            a.switch_links + b.switch_links,
            a.far_links + b.far_links};
    }
};

namespace detail {
constexpr int ceil_of(long long a, long long b) { return static_cast<int>((a + b - 1) / b); }

/// Links of all kinds from their counts.
constexpr fabric_plan with_links(fabric_plan p, int host, int between, int far) {
    p.host_links = host;
    p.switch_links = between;
    p.far_links = far;
    p.links = host + between + far;
    p.transceivers = 2 * p.links;
    return p;
}
/// Throws invalid_input for what no fabric can be made of.
constexpr void check_counts(int radix, int oversubscription) {
    if (radix < 2)
        throw invalid_input("fabric.radix", radix, "", std::to_string(radix) + " is below 2");
    if (oversubscription < 1)
        throw invalid_input(
            "fabric.oversubscription", oversubscription, "",
            std::to_string(oversubscription) + " is below 1, which is non-blocking"
        );
}
/// How a leaf's ports divide.
struct leaf_ports {
    int down = 0, up = 0;
};
constexpr leaf_ports leaf_of(int radix, int oversubscription) {
    int const share = radix / (oversubscription + 1), up = share > 1 ? share : 1;
    long long const wanted = static_cast<long long>(oversubscription) * up;
    return {wanted < radix - up ? static_cast<int>(wanted) : radix - up, up};
}
/// Spines and cores above so many leaves; even: every leaf has equally many cables to each spine.
constexpr fabric_plan above_leaves(fabric_plan p, int radix, int up, bool even) {
    int const leaf_links = p.leaves * up;
    if (p.leaves <= radix) {
        p.tiers = 2;
        p.spines = ceil_of(leaf_links, radix);
        if (even)
            while (up % p.spines != 0) // at `up` spines each leaf has one cable to each
                ++p.spines;
        return with_links(p, p.endpoints, leaf_links, 0);
    }
    int const half = radix / 2;
    p.tiers = 3;
    p.spines = ceil_of(leaf_links, radix - half);
    int const far = p.spines * half;
    p.cores = ceil_of(far, radix);
    // a core switch has one port to each pod, a pod holds as many leaves as a middle switch has ports down
    p.reached = ceil_of(p.leaves, radix - half) <= radix;
    return with_links(p, p.endpoints, leaf_links, far);
}
} // namespace detail

/// A fat tree for `endpoints` interface ports on switches of `radix` ports. Throws invalid_input for a radix below 2 or an
/// oversubscription below 1.
constexpr fabric_plan plan_fabric(int endpoints, int radix, int oversubscription = 1) {
    detail::check_counts(radix, oversubscription);
    fabric_plan p;
    p.endpoints = endpoints;
    if (endpoints < 1)
        return p;
    p.tiers = p.leaves = 1;
    if (endpoints <= radix)
        return detail::with_links(p, endpoints, 0, 0);
    detail::leaf_ports const leaf = detail::leaf_of(radix, oversubscription);
    p.leaves = detail::ceil_of(endpoints, leaf.down);
    return detail::above_leaves(p, radix, leaf.up, false);
}

/// Rail-optimised: `rails` interfaces of each server, each to its own rail's leaves, evenly wired to common spines.
constexpr fabric_plan plan_rails(int servers, int rails, int radix, int oversubscription = 1) {
    detail::check_counts(radix, oversubscription);
    fabric_plan p;
    p.endpoints = servers * rails;
    if (p.endpoints < 1)
        return p;
    p.tiers = p.leaves = 1;
    if (p.endpoints <= radix)
        return detail::with_links(p, p.endpoints, 0, 0);
    detail::leaf_ports const leaf = detail::leaf_of(radix, oversubscription);
    p.leaves = rails * detail::ceil_of(servers, leaf.down);
    return detail::above_leaves(p, radix, leaf.up, true);
}

/// Rails alone: a tree for each rail, and nothing between them.
constexpr fabric_plan plan_rails_alone(int servers, int rails, int radix, int oversubscription = 1) {
    return rails * plan_fabric(servers, radix, oversubscription);
}

} // namespace tallywatt

#pragma once
// What a network's leaf switches do to a collective across nodes. A leaf has `down` of its ports for interfaces and one
// uplink for every `oversubscription` of them. Of a group's nodes k lie under one leaf, next to each other:
//
//   k = max(1, down/spacing), rails: a leaf joins the interfaces of like index of `down` servers
//   k = max(1, down/domain/spacing), no rails: a leaf joins whole servers; spacing = nodes from one of the group to the next
//   share of an interface's data that leaves the leaf: 1/k of a ring, a tree or a sum that the switches form,
//                                                      (N - k)/(N - 1) of an all-to-all, none where N <= k;
//                                                      min(1, a/k) where every node sends to the one a nodes on
//   rate of the slowest flow = nic rate share/max(1, oversubscription x share) x (1 - collision loss, where any leaves)
//
// A collective waits for its slowest flow, hence the loss counts for all of its data. Flows collide where a hash of their
// headers picks the uplink; adaptive routing moves them. Validity: one job's ranks packed as numbered; other jobs, and
// losses in the middle of three tiers, are left out.
//
// Reference: bisection as in Dally and Towles, 2004; rails: NVIDIA DGX SuperPOD reference architecture; collisions: Gangidi
// et al., "RDMA over Ethernet for distributed AI training at Meta scale", SIGCOMM 2024.
//
//   leaf_crossing c = cross_leaves(network, 8, {128, 8}, 128, crossing_pattern::neighbours);   // rings of data ranks

#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt {

/// Who sends to whom: each node to the next (rings, trees, sums in the network), or to every other.
enum class crossing_pattern : unsigned char { neighbours, everyone };

/// What leaves a leaf slows down.
struct leaf_crossing {
    bool crosses = false;
    double slowed = 1.0; ///< time of an interface's data over that with as many uplinks as interfaces
};

/// Nodes of a group that share a leaf.
template <class T>
constexpr int nodes_under_leaf(basic_scale_out<T> const& network, int domain, rank_group const& g) {
    int const down = detail::leaf_of(radix_of(network), network.oversubscription).down,
              nodes = by_rails(network) ? down : down / domain;
    int const spacing = (g.stride + domain - 1) / domain, k = nodes / spacing;
    return k > 1 ? k : 1;
}

template <class T>
constexpr leaf_crossing
cross_leaves(basic_scale_out<T> const& network, int domain, rank_group const& g, int nodes, crossing_pattern how) {
    int const k = nodes_under_leaf(network, domain, g);
    if (nodes <= k)
        return {};
    double const leaves = how == crossing_pattern::everyone ? (nodes - double(k)) / (nodes - 1.0) : 1.0 / k;
    return {true, math::max(1.0, network.oversubscription * leaves)};
}

/// The same where every rank sends to the one `apart` ranks on.
template <class T>
constexpr leaf_crossing cross_leaves_by(basic_scale_out<T> const& network, int domain, int apart) {
    double const k = nodes_under_leaf(network, domain, {2, 1}), nodes = double(apart) / domain;
    return {true, math::max(1.0, network.oversubscription * math::min(1.0, nodes / k))};
}

/// The rate at which interfaces send, given what leaves their leaf; share: achieved of the interface's rate.
template <class T>
constexpr byte_rate<T>
rate_across(basic_scale_out<T> const& network, basic_fraction<T> const& share, leaf_crossing const& c) {
    byte_rate<T> const rate = network.nic_rate.value * share;
    return c.crosses ? rate * complement(network.collision_loss) / c.slowed : rate;
}

} // namespace tallywatt

#pragma once
// Collectives of any group on any fabric: in the domain, across the nodes, in the domain. A group {ranks, stride} has
// m = domain/stride members in each of N nodes (one, where stride is the domain or more: each then uses its own interface).
//
//   all-reduce of S   reduce-scatter among m, all-reduce of S/m across N nodes, all-gather among m
//   up = 2 S (m - 1)/m,  out = (S/m) 2 (N - 1)/N;  all-gather and reduce-scatter carry half of each
//   T = passes alpha_up + g_up sqrt(passes up) + hops hop_up + latency_out + max(up/(B_up links), out/(nic share))
//   latency_out = alpha + log2 N (2 hop + 1/(1/doubling + 1/(g sqrt(out))))   a tree: all-reduce
//               = alpha + (N - 1)(hop + (m - 1) hop_up)                       a ring: all-gather, reduce-scatter
//               = alpha + 2 hop                                               added up by the network: out = S/m
//
// Small payloads of an all-reduce cost a hop up and one down for every level of a tree; large ones need the slower, wider
// protocol, which g phases in. Large payloads are cut into chunks, so that domain and network work at once (hence the
// larger of the two); latencies add. Inside one domain the switches add up an all-reduce of enough ranks (so they do when
// the network adds up, too); everything else runs as a ring, over the links that the topology gives the group (fabric.hpp).
//
// Reference: a published all-reduce sweep, 16 MiB to 16 GiB over 4 to 512 nodes of 8 H100 (arXiv 2411.13055, read off a
// plot), is met with a mean error of 5 %, 14 % at worst; two nodes of 8 H20, 4 B to 64 MiB (NCCL issue 1244), within 25 %;
// 1 KiB on two nodes of A100 (MSCCL++ notes) within 28 %. Trees and rings as in NCCL's tuning model (graph/tuning.cc).
//
//   auto const p = plan_collective(server.scale_up, collective_kind::all_gather, {128, 8}, 2.0 * GB);   // data parallel
//   duration<> t = collective_time(server.scale_up, network, p);

#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt {

/// A planned collective.
struct collective_plan {
    collective_kind kind = collective_kind::all_reduce;
    int ranks = 1, nodes = 1;
    int passes = 1;          ///< through the domain
    bool reduced = false;    ///< added up by the domain's switches
    data_size<> up{}, out{}; ///< per rank, over each fabric
    double links = 1.0;      ///< share of a rank's scale-up links at work
    double hops = 0.0;       ///< between neighbours in a domain, one after another
    double doublings = 0.0;  ///< levels of the tree over the nodes: log2 of them
    double steps = 0.0;      ///< between nodes, one after another
};

/// payload: what one rank holds for an all-reduce or all-to-all, the whole buffer otherwise. An all-to-all goes straight
/// from rank to rank; for experts see exchange.hpp. The network matters only where it adds up (in_network_reduction).
template <class T>
constexpr collective_plan plan_collective(
    basic_scale_up<T> const& up, basic_scale_out<T> const& network, collective_kind kind, rank_group const& g,
    data_size<> payload
) {
    collective_plan p;
    p.kind = kind;
    p.ranks = g.ranks;
    placement const at = place(up, g);
    p.nodes = at.nodes;
    bool const all_reduce = kind == collective_kind::all_reduce, all_to_all = kind == collective_kind::all_to_all;
    bool const can_reduce = all_reduce && up.shape == topology::switched && at.members >= up.reduction_ranks;
    p.links = all_to_all ? 1.0 / at.detour : at.links;
    p.passes = at.members < 2 ? 0 : (all_reduce && at.nodes > 1 ? 2 : 1);
    p.hops = all_reduce ? 2.0 * at.hops : at.hops;
    if (p.nodes <= 1) {
        p.reduced = can_reduce;
        p.up = wire_data(kind, g.ranks, payload);
        return p;
    }
    double const m = at.members, n = at.nodes;
    if (all_to_all) {
        p.up = (m - 1.0) / (m * n) * payload;
        p.out = (n - 1.0) / n * payload;
        p.steps = n - 1.0;
        return p;
    }
    p.up = wire_data(kind, at.members, payload);
    p.out = wire_data(kind, at.nodes, payload / m);
    if (all_reduce && network.in_network_reduction) {
        p.reduced = can_reduce;
        p.out = payload / m;
        p.steps = 2.0;
    } else if (all_reduce) {
        p.doublings = math::log(n) / math::log(2.0);
    } else {
        p.steps = n - 1.0;
        if (up.shape != topology::torus)
            p.hops += p.steps * (m - 1.0);
    }
    return p;
}
/// The same where the network adds nothing up.
template <class T>
constexpr collective_plan
plan_collective(basic_scale_up<T> const& up, collective_kind kind, rank_group const& g, data_size<> payload) {
    return plan_collective(up, basic_scale_out<T>{}, kind, g, payload);
}
/// The same for ranks that follow one another.
template <class T>
constexpr collective_plan
plan_collective(basic_scale_up<T> const& up, collective_kind kind, int ranks, data_size<> payload) {
    return plan_collective(up, kind, rank_group{ranks, 1}, payload);
}

namespace detail {
/// Passes through a domain, apart from hops: latency of `count` collectives that carry `wire` together.
template <class T>
constexpr duration<T> passes_latency(basic_collective<T> const& c, int count, data_size<> wire) {
    double const passes = count;
    return passes * c.alpha + c.size_latency * math::sqrt(passes * wire); // roots in double: plan data
}
/// What a tree's level costs more where `out` is too large for the low-latency protocol; each constant stands once.
template <class T>
constexpr duration<T> level_excess(basic_scale_out<T> const& network, data_size<> out) {
    return T(1.0) / (T(1.0) / network.doubling + T(1.0) / (network.size_latency * math::sqrt(out)));
}
} // namespace detail

template <class T>
constexpr duration<T> collective_time(
    basic_scale_up<T> const& up, basic_scale_out<T> const& out, collective_plan const& p,
    launch_kind how = launch_kind::graph
) {
    if (p.ranks < 2)
        return {};
    basic_collective<T> const& c = p.reduced ? up.reduction : up.ring;
    duration<T> latency = detail::passes_latency(c, p.passes, p.up);
    if (p.hops > 0.0)
        latency += p.hops * up.hop;
    if (how == launch_kind::host)
        latency += c.launch;
    duration<T> const inside = p.up / (c.bandwidth * p.links);
    if (p.nodes <= 1)
        return latency + inside;
    latency += out.alpha;
    if (p.steps > 0.0)
        latency += p.steps * out.hop;
    if (p.doublings > 0.0) {
        latency += 2.0 * p.doublings * out.hop;
        if (p.out.base_value > 0.0)
            latency += p.doublings * detail::level_excess(out, p.out);
    }
    return latency + math::max(inside, p.out / (out.nic_rate.value * out.collective_share));
}

/// All-reduce of a payload per rank over any number of accelerators.
template <class T>
constexpr duration<T> all_reduce_time(
    basic_scale_up<T> const& up, basic_scale_out<T> const& out, int ranks, data_size<> payload,
    launch_kind how = launch_kind::graph
) {
    auto const p = plan_collective(up, out, collective_kind::all_reduce, rank_group{ranks, 1}, payload);
    return collective_time(up, out, p, how);
}

/// A planned send from every rank of one group of tensor shards to its like in the next pipeline stage.
struct send_plan {
    bool crosses = false; ///< leaves the domain
    int passes = 0;       ///< of gathering in the domain
    data_size<> up{}, out{};
    double links = 1.0, hops = 0.0;
};

/// payload: what each shard has to have in the end. A send that crosses may be split over the interfaces of `split` shards
/// that hold the same, each of which sends its part; they gather the rest inside the receiving domain (Narayanan et al.,
/// SC 2021, section 4.1). Inside a domain a send runs over the links to one accelerator.
template <class T>
constexpr send_plan plan_send(basic_scale_up<T> const& up, data_size<> payload, bool crosses, int split = 1) {
    send_plan p;
    p.crosses = crosses;
    if (!crosses) {
        p.up = payload;
        p.links = up.shape == topology::direct && up.domain > 1 ? 1.0 / (up.domain - 1.0)
                  : up.shape == topology::torus                 ? 0.5 / axes_of(up.dims)
                                                                : 1.0;
        p.hops = up.shape == topology::torus ? 1.0 : 0.0;
        return p;
    }
    p.out = payload / static_cast<double>(split);
    if (split > 1) {
        placement const at = place(up, {split, 1});
        p.passes = 1;
        p.up = wire_data(collective_kind::all_gather, split, payload);
        p.links = at.links;
        p.hops = at.hops;
    }
    return p;
}

template <class T>
constexpr duration<T> send_time(
    basic_scale_up<T> const& up, basic_scale_out<T> const& out, send_plan const& p, launch_kind how = launch_kind::graph
) {
    duration<T> latency = detail::passes_latency(up.ring, p.passes, p.up) + up.ring.alpha;
    if (p.hops > 0.0)
        latency += p.hops * up.hop;
    if (how == launch_kind::host)
        latency += up.ring.launch;
    duration<T> const inside = p.up / (up.ring.bandwidth * p.links);
    if (!p.crosses)
        return latency + inside;
    return latency + inside + out.alpha + out.hop + p.out / (out.nic_rate.value * out.collective_share);
}

} // namespace tallywatt

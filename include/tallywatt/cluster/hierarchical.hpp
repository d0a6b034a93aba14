#pragma once
// Collectives of any group on any fabric, by named algorithms. A group {ranks, stride} has m = domain/stride members in each
// of N nodes (one, where stride is the domain or more: each then uses its own interface). n = ranks, S the payload:
//
//                  over a rank's links, up             over its interface, out        latency beyond alpha
//   ring           w(n)                                w(n)/m                         steps (hop + (m - 1) hop_up + excess)
//   tree           2 S                                 2 S/m                          log2 N (2 hop + excess)
//   in network     w(m), added up                      S/m                            2 hop
//   hierarchical   w(m)                                w(N) of S/m                    steps (hop + excess)
//   direct         S (m - 1)/(m N)                     S (N - 1)/N                    (N - 1) hop      all-to-all only
//   T = passes alpha_up + g_up sqrt(passes up) + alpha + latency + max(up/(B_up links), out/rate across)
//
// w as in collective.hpp; steps = N - 1, twice that for an all-reduce. Small payloads go by a protocol of low latency, large
// ones by a slower and wider one: excess = 1/(1/limit + 1/(g sqrt(out))), limit = `doubling` for a level of a tree, the sum
// of `wide_hop` over the hops for a step of a ring. Large payloads are cut into chunks, so that domain and network work at
// once (hence the larger of the two); latencies add. The rate across: congestion.hpp.
//
// The library at hand chooses by size: of ring, tree and, where the network adds up, in network, the fastest. What is inside
// one domain runs as a ring, or is added up by the switches where they can and the group is large enough (so it is where the
// network adds up, too). A torus runs by axes (torus.hpp), hierarchically where it spans several.
//
// Reference: rings and trees with their volumes and steps as in NCCL (graph/tuning.cc; Sanders, Speck and Traeff 2009 for the
// double tree); a published all-reduce sweep, 16 MiB to 16 GiB over 4 to 512 nodes of 8 H100 (arXiv 2411.13055, read off a
// plot), is met with a mean error of 3.5 %, 14 % at worst; two nodes of 8 H20, 4 B to 64 MiB (NCCL issue 1244), within 19 %;
// 1 KiB on two nodes of A100 (MSCCL++ notes) within 28 %.
//
//   auto const p = plan_collective(server.scale_up, network, collective_kind::all_gather, {128, 8}, 2.0 * GB);
//   duration<> t = collective_time(server.scale_up, network, p);

#include <tallywatt/cluster/congestion.hpp>

namespace tallywatt {

enum class collective_algorithm : unsigned char { ring, tree, in_network, hierarchical, direct };

/// A planned collective.
struct collective_plan {
    collective_kind kind = collective_kind::all_reduce;
    collective_algorithm algorithm = collective_algorithm::ring;
    int ranks = 1, nodes = 1;
    int passes = 1;          ///< through the domain
    bool reduced = false;    ///< by the constants of an all-reduce: added up by the domain's switches, or swept as such
    data_size<> up{}, out{}; ///< per rank, over each fabric
    double links = 1.0;      ///< share of a rank's scale-up links at work
    double hops = 0.0;       ///< between neighbours in a domain, one after another, of low latency
    double doublings = 0.0;  ///< levels of the tree over the nodes: log2 of them
    double steps = 0.0;      ///< between nodes, one after another
    double wide_hops = 0.0, wide_steps = 0.0; ///< of these, those of a ring
    leaf_crossing crossing{};
};

/// Whether a group across nodes can run a collective so.
template <class T, class U>
constexpr bool
offers(basic_scale_up<T> const& up, basic_scale_out<U> const& network, collective_kind kind, collective_algorithm how) {
    using enum collective_algorithm;
    bool const all_to_all = kind == collective_kind::all_to_all, all_reduce = kind == collective_kind::all_reduce;
    return how == direct         ? all_to_all
           : how == ring         ? !all_to_all && up.shape != topology::torus
           : how == tree         ? all_reduce && up.shape != topology::torus
           : how == hierarchical ? !all_to_all
                                 : all_reduce && network.in_network_reduction;
}

/// Plans a collective by a named algorithm; what is not offered becomes hierarchical, or direct for an all-to-all. Inside one
/// domain `ring` keeps the switches from adding up. payload: what one rank holds for an all-reduce, all-to-all or broadcast,
/// the whole buffer otherwise. An all-to-all goes straight from rank to rank; for experts see exchange.hpp.
template <class T, class U>
constexpr collective_plan plan_collective(
    basic_scale_up<T> const& up, basic_scale_out<U> const& network, collective_kind kind, rank_group const& g,
    data_size<> payload, collective_algorithm how
) {
    using enum collective_algorithm;
    collective_plan p;
    p.kind = kind;
    p.ranks = g.ranks;
    placement const at = place(up, g);
    p.nodes = at.nodes;
    bool const all_reduce = kind == collective_kind::all_reduce, all_to_all = kind == collective_kind::all_to_all;
    bool const can_reduce = all_reduce && up.shape == topology::switched && at.members >= up.reduction_ranks;
    p.algorithm = all_to_all ? direct : how;
    p.links = all_to_all ? 1.0 / at.detour : at.links;
    p.passes = at.members > 1 ? 1 : 0;
    p.hops = all_reduce ? 2.0 * at.hops : at.hops;
    if (p.nodes <= 1) {
        bool const sums = can_reduce && how != ring;
        if (!all_to_all)
            p.algorithm = sums ? in_network : ring;
        p.reduced = sums || (all_reduce && up.reduction_ranks > up.domain);
        p.up = sums ? reduced_data(g.ranks, payload) : wire_data(kind, g.ranks, payload);
        return p;
    }
    if (!offers(up, network, kind, p.algorithm))
        p.algorithm = hierarchical;
    double const m = at.members, n = at.nodes;
    p.crossing = cross_leaves(
        network, up.domain, g, at.nodes, all_to_all ? crossing_pattern::everyone : crossing_pattern::neighbours
    );
    double const ring_steps = (all_reduce ? 2.0 : 1.0) * (n - 1.0);
    data_size<> const none{};
    switch (p.algorithm) {
    case direct:
        p.up = (m - 1.0) / (m * n) * payload;
        p.out = (n - 1.0) / n * payload;
        p.steps = n - 1.0;
        break;
    case ring:
        p.out = wire_data(kind, g.ranks, payload) / m;
        p.up = m > 1.0 ? wire_data(kind, g.ranks, payload) : none;
        p.wide_steps = ring_steps;
        p.wide_hops = ring_steps * (m - 1.0);
        break;
    case tree:
        p.out = 2.0 * payload / m;
        p.up = m > 1.0 ? 2.0 * payload : none;
        p.passes *= 2;
        p.doublings = math::log(n) / math::log(2.0);
        break;
    case in_network:
        p.reduced = can_reduce;
        p.up = can_reduce ? reduced_data(at.members, payload) : wire_data(kind, at.members, payload);
        p.out = payload / m;
        p.passes *= 2;
        p.steps = 2.0;
        break;
    case hierarchical:
        // a broadcast is scattered in the first domain and gathered in every other
        p.up =
            kind == collective_kind::broadcast ? 2.0 * (m - 1.0) / m * payload : wire_data(kind, at.members, payload);
        p.out = wire_data(kind, at.nodes, payload / m);
        p.passes *= all_reduce || kind == collective_kind::broadcast ? 2 : 1;
        p.wide_steps = ring_steps;
        break;
    }
    p.steps += p.wide_steps + 2.0 * p.doublings;
    p.hops += p.wide_hops;
    return p;
}

namespace detail {
/// What a wide protocol costs more where `out` is too large for the low-latency one; each constant stands once.
template <class T>
constexpr duration<T> phased_in(duration<T> const& limit, duration<T> const& onset) {
    return T(1.0) / (T(1.0) / limit + T(1.0) / onset);
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
    double const passes = p.passes;
    duration<T> latency = passes * c.alpha + c.size_latency * math::sqrt(passes * p.up); // roots in double: plan data
    if (p.hops > 0.0)
        latency += p.hops * up.hop;
    if (how == launch_kind::host)
        latency += c.launch;
    duration<T> const inside = p.up / (c.bandwidth * p.links);
    if (p.nodes <= 1)
        return latency + inside;
    latency += out.alpha + p.steps * out.hop;
    if (p.out.base_value > 0.0 && p.doublings + p.wide_steps > 0.0) {
        duration<T> const onset = out.size_latency * math::sqrt(p.out);
        if (p.doublings > 0.0)
            latency += p.doublings * detail::phased_in(out.doubling, onset);
        if (p.wide_steps > 0.0) {
            double const inner = p.wide_hops / p.wide_steps; // hops inside the node for a step to the next
            duration<T> const limit = inner > 0.0 ? out.wide_hop + inner * up.wide_hop : out.wide_hop;
            latency += p.wide_steps * detail::phased_in(limit, onset);
        }
    }
    return latency + math::max(inside, p.out / rate_across(out, out.collective_share, p.crossing));
}

/// Algorithms that a library has for a group across nodes, in the order in which they are tried.
struct algorithm_set {
    bool ring = true, tree = true, in_network = true, hierarchical = false;
    [[nodiscard]] constexpr bool has(collective_algorithm a) const {
        return a == collective_algorithm::ring         ? ring
               : a == collective_algorithm::tree       ? tree
               : a == collective_algorithm::in_network ? in_network
                                                       : a == collective_algorithm::hierarchical && hierarchical;
    }
};

/// The same where the network is not known: hierarchical.
template <class T>
constexpr collective_plan
plan_collective(basic_scale_up<T> const& up, collective_kind kind, rank_group const& g, data_size<> payload) {
    return plan_collective(up, scale_out{}, kind, g, payload, collective_algorithm::hierarchical);
}
/// The same for ranks that follow one another.
template <class T>
constexpr collective_plan
plan_collective(basic_scale_up<T> const& up, collective_kind kind, int ranks, data_size<> payload) {
    return plan_collective(up, kind, rank_group{ranks, 1}, payload);
}

/// The fastest way, of those that the library has. Planned in double: payload and group decide it. Without the network's rate
/// nothing can be compared: hierarchical.
constexpr collective_plan plan_collective(
    scale_up const& up, scale_out const& network, collective_kind kind, rank_group const& g, data_size<> payload,
    algorithm_set const& library = {}
) {
    using enum collective_algorithm;
    collective_plan best = plan_collective(up, network, kind, g, payload, hierarchical);
    if (best.nodes <= 1 || kind == collective_kind::all_to_all || !(network.nic_rate.value.base_value > 0.0))
        return best;
    bool found = false;
    duration<> least{};
    for (collective_algorithm const a : {in_network, ring, tree, hierarchical})
        if (library.has(a) && offers(up, network, kind, a)) {
            collective_plan const p = plan_collective(up, network, kind, g, payload, a);
            duration<> const t = collective_time(up, network, p);
            if (!found || t < least)
                best = p, least = t, found = true;
        }
    return best; // hierarchical where nothing else is to be had: a torus
}
/// The algorithm alone.
constexpr collective_algorithm best_algorithm(
    scale_up const& up, scale_out const& network, collective_kind kind, rank_group const& g, data_size<> payload,
    algorithm_set const& library = {}
) {
    return plan_collective(up, network, kind, g, payload, library).algorithm;
}

/// All-reduce of a payload per rank over any number of accelerators.
constexpr duration<> all_reduce_time(
    scale_up const& up, scale_out const& out, int ranks, data_size<> payload, launch_kind how = launch_kind::graph
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
    leaf_crossing crossing{};
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

/// The same where the like in the next stage is `apart` ranks away: what leaves the domain, and its leaf.
template <class T>
constexpr send_plan plan_send(
    basic_scale_up<T> const& up, basic_scale_out<T> const& network, data_size<> payload, int apart, int split = 1
) {
    send_plan p = plan_send(up, payload, apart >= up.domain, split);
    if (p.crosses)
        p.crossing = cross_leaves_by(network, up.domain, apart);
    return p;
}

template <class T>
constexpr duration<T> send_time(
    basic_scale_up<T> const& up, basic_scale_out<T> const& out, send_plan const& p, launch_kind how = launch_kind::graph
) {
    double const passes = p.passes;
    duration<T> latency = (passes + 1.0) * up.ring.alpha + up.ring.size_latency * math::sqrt(passes * p.up);
    if (p.hops > 0.0)
        latency += p.hops * up.hop;
    if (how == launch_kind::host)
        latency += up.ring.launch;
    duration<T> const inside = p.up / (up.ring.bandwidth * p.links);
    if (!p.crosses)
        return latency + inside;
    return latency + inside + out.alpha + out.hop + p.out / rate_across(out, out.collective_share, p.crossing);
}

} // namespace tallywatt

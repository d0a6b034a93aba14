#pragma once
// Collectives over groups larger than a scale-up domain: in the domain, across the nodes, in the domain.
//
//   all-reduce of S   reduce-scatter in the domain, all-reduce of S/d across N nodes, all-gather in the domain
//   up = 2 S (d - 1)/d,  out = (S/d) 2 (N - 1)/N;  all-gather and reduce-scatter carry half of each
//   T = passes (alpha_up + g sqrt(up/passes)) + alpha_out + doubling log2 N + max(up/B_up, out/(nic share))
//
// Large payloads are cut into chunks, so that domain and network work at once (hence the larger of the two); latencies
// add. Inside one domain the switches add up an all-reduce of enough ranks; everything else runs as a ring.
//
// Reference: a published all-reduce sweep, 16 MiB to 16 GiB over 4 to 512 nodes of 8 H100 (arXiv 2411.13055, read off a
// plot), is met with a mean error of 7 %, 16 % at worst.

#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt {

/// A planned collective of `ranks` accelerators laid out over nodes of `domain`.
struct collective_plan {
    collective_kind kind = collective_kind::all_reduce;
    int ranks = 1, nodes = 1;
    int passes = 1;          ///< through the domain
    bool reduced = false;    ///< added up by the domain's switches
    data_size<> up{}, out{}; ///< per rank, over each fabric
    double doublings = 0.0;  ///< log2 of the nodes
};

/// payload: what one rank holds for an all-reduce, the whole buffer otherwise. All-to-all belongs to exchange.hpp.
template <class T>
constexpr collective_plan
plan_collective(basic_scale_up<T> const& up, collective_kind kind, int ranks, data_size<> payload) {
    collective_plan p;
    p.kind = kind;
    p.ranks = ranks;
    p.nodes = (ranks + up.domain - 1) / up.domain;
    bool const all_reduce = kind == collective_kind::all_reduce;
    if (p.nodes <= 1) {
        p.reduced = all_reduce && ranks >= up.reduction_ranks;
        p.up = wire_data(kind, ranks, payload);
        return p;
    }
    p.passes = all_reduce ? 2 : 1;
    p.up = wire_data(kind, up.domain, payload);
    p.out = wire_data(kind, p.nodes, payload / static_cast<double>(up.domain));
    p.doublings = math::log(static_cast<double>(p.nodes)) / math::log(2.0);
    return p;
}

template <class T>
constexpr duration<T> collective_time(
    basic_scale_up<T> const& up, basic_scale_out<T> const& out, collective_plan const& p,
    launch_kind how = launch_kind::graph
) {
    if (p.ranks < 2)
        return {};
    if (p.nodes <= 1)
        return wire_time(p.reduced ? up.reduction : up.ring, p.up, how);
    auto const root = static_cast<double>(p.passes) * math::sqrt(p.up / static_cast<double>(p.passes));
    duration<T> const latency = static_cast<double>(p.passes) * up.ring.alpha + up.ring.size_latency * root + out.alpha
                                + p.doublings * out.doubling;
    duration<T> const moving = math::max(p.up / up.ring.bandwidth, p.out / (out.nic_rate.value * out.collective_share));
    return how == launch_kind::host ? latency + moving + up.ring.launch : latency + moving;
}

/// All-reduce of a payload per rank over any number of accelerators.
template <class T>
constexpr duration<T> all_reduce_time(
    basic_scale_up<T> const& up, basic_scale_out<T> const& out, int ranks, data_size<> payload,
    launch_kind how = launch_kind::graph
) {
    return collective_time(up, out, plan_collective(up, collective_kind::all_reduce, ranks, payload), how);
}

} // namespace tallywatt

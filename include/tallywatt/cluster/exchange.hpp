#pragma once
// Expert-parallel exchange: dispatch of tokens to the ranks that hold their experts, and combine of the results.
// Routing is uniform over the ranks; a token's k experts lie on M = min(N, node_limit) nodes of d ranks.
//
//   normal        one copy per node touched over the network, one per rank touched inside a node:
//                 out = t b M (1 - (1 - 1/M)^k) (N - 1)/N,   up = t b R (1 - (1 - 1/R)^k) (d - 1)/d,
//                 R = min(ranks, M d)
//   low latency   every copy goes straight to its rank: out = t b k (N - 1)/N,  up = t b k/N (d - 1)/d
//   T = alpha + max(up detour/(link rate share_up), out/rate across)
//
// detour: what the topology makes of an all-to-all (fabric.hpp): 1 through switches; where a group has but some of its
// links, or a torus's middle is the bottleneck, more. The rate across: nic rate share_out, less where leaves are
// oversubscribed or flows collide (congestion.hpp). The share (N - 1)/N leaves the node, (d - 1)/d the rank. Published
// "logical" bandwidths also count what stays local.
//
// Reference: DeepEP V1 tables (H800, EP 8 to 256) are met within 10 % (normal, bandwidth) and 8 % (low latency, time).
//
//   exchange_plan p = plan_exchange(64, server.scale_up, network, 128.0, 8, 4, 7168.0 * byte, exchange_mode::low_latency);
//   duration<> t = exchange_time(p, chip.link_rate, server.scale_up, network);

#include <tallywatt/cluster/congestion.hpp>

namespace tallywatt {

enum class exchange_mode : unsigned char { normal, low_latency };

/// Data of one direction (dispatch or combine), per rank.
struct exchange_plan {
    int ranks = 1, nodes = 1;
    data_size<> up{}, out{}; ///< over the scale-up links and over the network interface
    double detour = 1.0;     ///< time of `up` over that with all links at work
    leaf_crossing crossing{};
};

namespace detail {
/// Expected number of `bins` touched by k uniform draws.
constexpr double touched(double bins, int draws) { return bins * (1.0 - math::pow(1.0 - 1.0 / bins, draws)); }
} // namespace detail

/// bytes_per_token: of one copy of one token (hidden size times element size, with its scales).
constexpr exchange_plan plan_exchange(
    int ranks, int domain, double tokens_per_rank, int top_k, int node_limit, data_size<> bytes_per_token,
    exchange_mode mode
) {
    exchange_plan p;
    p.ranks = ranks;
    p.nodes = (ranks + domain - 1) / domain;
    double const in_node = ranks < domain ? ranks : domain;
    double const off_node = (p.nodes - 1.0) / p.nodes, off_rank = (in_node - 1.0) / in_node;
    double up_copies = 0.0, out_copies = 0.0;
    if (mode == exchange_mode::low_latency) {
        up_copies = top_k / static_cast<double>(p.nodes);
        out_copies = top_k;
    } else {
        int const reach = node_limit > 0 && node_limit < p.nodes ? node_limit : p.nodes;
        up_copies = detail::touched(math::min(static_cast<double>(ranks), reach * in_node), top_k);
        out_copies = detail::touched(reach, top_k);
    }
    p.up = tokens_per_rank * up_copies * off_rank * bytes_per_token;
    p.out = tokens_per_rank * out_copies * off_node * bytes_per_token;
    return p;
}

/// The same on a domain of any topology.
template <class T>
constexpr exchange_plan plan_exchange(
    int ranks, basic_scale_up<T> const& up, double tokens_per_rank, int top_k, int node_limit,
    data_size<> bytes_per_token, exchange_mode mode
) {
    exchange_plan p = plan_exchange(ranks, up.domain, tokens_per_rank, top_k, node_limit, bytes_per_token, mode);
    p.detour = place(up, {ranks < up.domain ? ranks : up.domain, 1}).detour;
    return p;
}

/// The same with the network between domains: what leaves its leaves.
template <class T>
constexpr exchange_plan plan_exchange(
    int ranks, basic_scale_up<T> const& up, basic_scale_out<T> const& network, double tokens_per_rank, int top_k,
    int node_limit, data_size<> bytes_per_token, exchange_mode mode
) {
    exchange_plan p = plan_exchange(ranks, up, tokens_per_rank, top_k, node_limit, bytes_per_token, mode);
    p.crossing = cross_leaves(network, up.domain, {ranks, 1}, p.nodes, crossing_pattern::everyone);
    return p;
}

/// Time of one direction; link_rate is that of the accelerator.
template <class T>
constexpr duration<T> exchange_time(
    exchange_plan const& p, one_way_rate<T> const& link_rate, basic_scale_up<T> const& up, basic_scale_out<T> const& out
) {
    if (p.ranks < 2)
        return {};
    duration<T> const inside = p.up * p.detour / (link_rate.value * up.exchange_share);
    if (p.nodes <= 1)
        return up.exchange_alpha + inside;
    return out.exchange_alpha + math::max(inside, p.out / rate_across(out, out.exchange_share, p.crossing));
}

} // namespace tallywatt

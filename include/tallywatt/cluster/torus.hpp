#pragma once
// Tori and meshes of accelerators: each has one link to either neighbour along every axis, and no switch between.
// Collectives run as a ring (or, without wraparound, a line) along each axis the group extends over, on all axes at once.
// With B the rate of one link, one way, S the buffer of one rank and d_i the group's members along axis i:
//
//   all-gather, reduce-scatter   S (n - 1)/n/(B links),  links = sum over axes of 2 (ring) or 1 (line)
//   all-reduce                   twice that
//   all-to-all                   max over axes of S d_i/(8 B) (ring) or S d_i/(4 B) (line): half of all data crosses the
//                                middle (exact for odd d_i: see all_to_all below)
//   latency                      hop x sum over axes of d_i/2 (ring) or d_i - 1 (line); all-reduce twice that
//
// Ranks are numbered along the first axis, then the second. A group is the sub-torus that its ranks make; one that does not
// fill an axis has no wraparound there. Members `s` ranks apart along an axis share its links with s - 1 like groups.
//
// Validity: uniform payloads, dimension-ordered routing, no twist. Reference: "How to Scale Your Model" (Austin et al.,
// 2025), chapters on TPUs and sharding; Jouppi et al., "TPU v4", ISCA 2023; Dally and Towles, 2004 (bisection).
//
//   sub_torus t = place_in_torus({16, 16, 16}, true, {256, 16});   // the second and third axis: 4 links, 16 hops

#include <tallywatt/cluster/collective.hpp>

#include <array>

namespace tallywatt {

/// Accelerators along each axis; 0 where there is no such axis, 1 where a slice does not extend along it.
using torus_dims = std::array<int, 3>;

constexpr int axes_of(torus_dims const& dims) {
    int axes = 0;
    for (int const d : dims)
        axes += d > 0 ? 1 : 0;
    return axes;
}
/// Accelerators of a whole torus; 0 for one without axes.
constexpr int accelerators_of(torus_dims const& dims) {
    int size = 0;
    for (int const d : dims)
        if (d > 0)
            size = size == 0 ? d : size * d;
    return size;
}

/// How a group lies in a torus.
struct sub_torus {
    int members = 1;
    double links = 0.0;      ///< of one member that are at work, a shared one by its share
    double hops = 0.0;       ///< one after another, in an all-gather
    double all_to_all = 0.0; ///< time of an all-to-all over (one rank's data/one link's rate)
};

/// The sub-torus of a group; it ends where the torus does.
constexpr sub_torus place_in_torus(torus_dims const& dims, bool wraps, rank_group const& g) {
    sub_torus t;
    int left = g.ranks, apart = g.stride;
    for (int const d : dims) {
        if (d < 1)
            continue;
        if (apart >= d) {
            apart = (apart + d - 1) / d;
            continue;
        }
        int const n = d / apart < left ? d / apart : left;
        if (n > 1) {
            bool const ring = wraps && n * apart == d && d > 2;
            double const shared = apart, half = n / 2, rest = n - n / 2; // NOLINT: the whole part is meant
            t.members *= n;
            t.links += (ring ? 2.0 : 1.0) / shared;
            t.hops += shared * (ring ? half : n - 1.0);
            // pieces of 1/n that cross the busiest link, one way: a ring's halves meet twice
            double const crossing = ring ? (n % 2 == 0 ? n / 8.0 : (n * n - 1.0) / (8.0 * n)) : half * rest / n;
            t.all_to_all = math::max(t.all_to_all, shared * crossing);
        }
        left = (left + n - 1) / n;
        apart = 1;
    }
    return t;
}

} // namespace tallywatt

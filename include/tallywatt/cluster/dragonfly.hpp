#pragma once
// Dragonflies, counted. Groups of a switches, each with p endpoints, a link to every other switch of its group and h links
// to other groups; any two groups are joined.
//
//   radix = p + (a - 1) + h       groups g <= a h + 1        endpoints = a p g
//   local links = g a (a - 1)/2   global links = g (g - 1)/2 floor(a h/(g - 1)), evenly between all pairs of groups
//   balanced: a = 2 p = 2 h;  oversubscription o: p = o h, fewer global links per endpoint
//
// Validity: whole groups (a single one may be part filled); minimal routes have one global hop, adaptive ones two.
// Reference: Kim, Dally, Scott, Abts, "Technology-Driven, Highly-Scalable Dragonfly Topology", ISCA 2008.
//
//   fabric_plan p = plan_dragonfly({.terminals = 2, .switches = 4, .global = 2, .groups = 9});   // the paper's 72 nodes
//   fabric_plan q = plan_dragonfly(16384, 64);                                                    // balanced, radix 64

#include <tallywatt/cluster/fat_tree.hpp>

namespace tallywatt {

struct dragonfly {
    int terminals = 0; ///< p: endpoints of a switch
    int switches = 0;  ///< a: of a group
    int global = 0;    ///< h: links of a switch to other groups
    int groups = 0;    ///< g
    [[nodiscard]] constexpr int radix() const { return terminals + switches - 1 + global; }
    [[nodiscard]] constexpr int most_groups() const { return switches * global + 1; }
    [[nodiscard]] constexpr int endpoints() const { return terminals * switches * groups; }
};

/// The dragonfly for so many endpoints: balanced, or with `oversubscription` endpoints per global link of a switch.
constexpr dragonfly dragonfly_for(int endpoints, int radix, int oversubscription = 1) {
    int const share = (radix + 1) / (oversubscription + 3), h = share > 1 ? share : 1;
    dragonfly d{.terminals = oversubscription * h, .switches = 2 * h, .global = h, .groups = 1};
    d.groups = detail::ceil_of(endpoints, d.terminals * d.switches);
    if (d.groups <= 1) {
        d.groups = 1;
        d.switches = detail::ceil_of(endpoints, d.terminals);
    }
    return d;
}

/// A dragonfly whose endpoints are all there. Throws invalid_input where it has no switch, endpoint or group.
constexpr fabric_plan plan_dragonfly(dragonfly const& d) {
    if (d.terminals < 1 || d.switches < 1 || d.groups < 1 || d.global < 0)
        throw invalid_input("dragonfly", d.switches, "", "a dragonfly needs groups of switches with endpoints");
    fabric_plan p;
    p.endpoints = d.endpoints();
    p.tiers = d.groups > 1 ? 3 : d.switches > 1 ? 2 : 1;
    p.leaves = d.switches * d.groups;
    int const local = d.groups * (d.switches * (d.switches - 1) / 2);
    int const pair = d.groups > 1 ? d.switches * d.global / (d.groups - 1) : 0;
    p.reached = d.groups <= d.most_groups();
    return detail::with_links(
        p, p.endpoints, local, static_cast<int>(static_cast<long long>(d.groups) * (d.groups - 1) / 2 * pair)
    );
}

/// The dragonfly for `endpoints` on switches of `radix` ports; endpoints' links are those that there are.
constexpr fabric_plan plan_dragonfly(int endpoints, int radix, int oversubscription = 1) {
    detail::check_counts(radix, oversubscription);
    if (endpoints <= radix)
        return plan_fabric(endpoints, radix);
    dragonfly const d = dragonfly_for(endpoints, radix, oversubscription);
    fabric_plan p = plan_dragonfly(d);
    p.reached = p.reached && d.radix() <= radix;
    p.endpoints = endpoints;
    return detail::with_links(p, endpoints, p.switch_links, p.far_links);
}

} // namespace tallywatt

#pragma once
// Scale-up technologies: what joins the accelerators of a server, rack or pod, from link and switch chip to the domain that
// the workload sees (basic_scale_up, fabric.hpp). An accelerator has `links` links of `link_rate` one way.
//
//   one level    k links of each accelerator to one switch: k = links_per_switch, or the most with which domain k <= ports;
//                switches = ceil(links/k)
//   two levels   boards of b accelerators: ceil(links/k) planes, in each domain/b first switches of b k ports down and as
//                many up, and ceil(domain k/ports) second ones
//   direct       domain links/2 cables, at least one to every other        torus   domain links/2 cables
//
// What it achieves is stated as shares of the rate of all links; a sum in the switches moves each byte once, so its share
// may exceed one as collective.hpp counts.
// Reference: NVIDIA GB200 NVL72: 72 x 18 links on 18 switches of 72 ports, 5,184 pairs of copper; CloudMatrix 384: 336 and
// 112 switches (accelerator and system sheets of the catalog).
//
//   scale_up_plan p = plan_scale_up(catalog::nvlink5, 72);                 // 18 switches in 9 trays, 1,296 links
//   scale_up const domain = scale_up_of(scale_up_link(catalog::nvlink6), 72);

#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt {

template <class T = double>
struct basic_scale_up_link {
    static constexpr char const* kind = "scale_up_link";
    char const* name = "";
    int links = 18;              ///< of an accelerator
    one_way_rate<T> link_rate{}; ///< of each
    topology shape = topology::switched;
    int domain_limit = 8;     ///< accelerators that the technology joins
    bool adds_up = false;     ///< its switches add up all-reduces
    int reduction_ranks = 5;  ///< smallest group for which they do
    int pairs = 4;            ///< of conductors or fibres in a link
    int switch_ports = 0;     ///< of a switch chip, each of link_rate
    int links_per_switch = 0; ///< of an accelerator to one switch; 0: as many as fit
    int board = 0;            ///< accelerators under a first switch where there are two levels
    int switches_per_tray = 1;
    power<T> switch_draw{};                 ///< of a switch chip with its share of the tray
    money<T> switch_price{};                ///< likewise
    basic_fabric_link<T> wire{};            ///< of one link
    basic_ratio<T> reduction_share{T(1.0)}; ///< achieved in all-reduces of all ranks, added up by the switches or not
    basic_fraction<T> ring_share{T(0.8)};   ///< achieved by rings
    basic_fraction<T> exchange_share{T(0.7)};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"links", at_least(1)}, self.links...);
        visit(field{"link_rate", positive}, self.link_rate...);
        visit(field{"shape"}, self.shape...);
        visit(field{"domain_limit", at_least(1)}, self.domain_limit...);
        visit(field{"adds_up"}, self.adds_up...);
        visit(field{"reduction_ranks", at_least(2)}, self.reduction_ranks...);
        visit(field{"pairs", at_least(1)}, self.pairs...);
        visit(field{"switch_ports", non_negative}, self.switch_ports...);
        visit(field{"links_per_switch", non_negative}, self.links_per_switch...);
        visit(field{"board", non_negative}, self.board...);
        visit(field{"switches_per_tray", at_least(1)}, self.switches_per_tray...);
        visit(field{"switch_draw", non_negative}, self.switch_draw...);
        visit(field{"switch_price", non_negative}, self.switch_price...);
        visit(field{"wire"}, self.wire...);
        visit(field{"reduction_share", positive}, self.reduction_share...);
        visit(field{"ring_share", positive}, self.ring_share...);
        visit(field{"exchange_share", positive}, self.exchange_share...);
    }
    constexpr operator basic_scale_up_link<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using scale_up_link = basic_scale_up_link<>;

/// One way, of an accelerator with all its links.
template <class T>
constexpr one_way_rate<T> rate_of(basic_scale_up_link<T> const& l) {
    return one_way(static_cast<double>(l.links) * l.link_rate.value);
}

/// The parts of a domain.
struct scale_up_plan {
    int accelerators = 0;
    int first = 0, second = 0; ///< switch chips by level
    int trays = 0;
    int links = 0;       ///< between accelerators, or from them to switches
    int trunks = 0;      ///< between switches
    int pairs = 0;       ///< of conductors or fibres in all of them
    bool reached = true; ///< the technology joins so many; counts are otherwise a lower bound
    [[nodiscard]] constexpr int switches() const { return first + second; }
};

/// Counts for a domain. A domain beyond the technology is a plan that does not reach; one of none throws invalid_input.
constexpr scale_up_plan plan_scale_up(scale_up_link const& l, int domain) {
    if (domain < 1)
        throw invalid_input("scale_up_link.domain", domain, "", std::to_string(domain) + " is below 1");
    scale_up_plan p;
    p.accelerators = domain;
    p.reached = domain <= l.domain_limit;
    if (l.shape != topology::switched) {
        p.links = domain > 1 ? detail::ceil_of(static_cast<long long>(domain) * l.links, 2) : 0;
        p.reached = p.reached && (l.shape == topology::torus || domain - 1 <= l.links);
        p.pairs = p.links * l.pairs;
        return p;
    }
    if (l.switch_ports < 1)
        throw invalid_input(
            "scale_up_link.switch_ports", l.switch_ports, "", "a switched domain needs switches with ports"
        );
    p.links = domain * l.links;
    int const most = l.switch_ports / domain;
    int k = l.links_per_switch > 0 ? l.links_per_switch : (most > 1 ? most : 1);
    k = k < l.links ? k : l.links;
    int const planes = detail::ceil_of(l.links, k);
    if (domain * k <= l.switch_ports) {
        p.first = planes;
    } else {
        int const board = l.board > 0 ? l.board : l.switch_ports / (2 * k);
        p.reached = p.reached && board > 0 && 2 * board * k <= l.switch_ports;
        int const boards = detail::ceil_of(domain, board > 0 ? board : 1);
        int const upper = detail::ceil_of(static_cast<long long>(boards) * board * k, l.switch_ports);
        p.first = planes * boards;
        p.second = planes * upper;
        p.trunks = boards * board * l.links;
        p.reached = p.reached && boards <= l.switch_ports;
    }
    p.trays = detail::ceil_of(p.switches(), l.switches_per_tray);
    p.pairs = (p.links + p.trunks) * l.pairs;
    return p;
}

template <class T = double>
struct scale_up_lines {
    money<T> switches{}, links{};
    power<T> switch_draw{}, link_draw{};
    [[nodiscard]] constexpr money<T> cost() const { return switches + links; }
    [[nodiscard]] constexpr power<T> draw() const { return switch_draw + link_draw; }
};
/// Money and power of a planned domain's switches and links. Ports in accelerators and switch chips are in their own power.
template <class T>
constexpr scale_up_lines<T> scale_up_total(basic_scale_up_link<T> const& l, scale_up_plan const& p) {
    T const switches = as<T>(p.switches()), links = as<T>(p.links + p.trunks);
    return {
        switches * l.switch_price, links * link_price(l.wire), switches * l.switch_draw, links * link_power(l.wire)};
}

/// The domain as the workload sees it. Measured constants of a product (catalog/fabrics.hpp) come before these.
template <class T>
constexpr basic_scale_up<T> scale_up_of(basic_scale_up_link<T> const& l, int domain, torus_dims const& dims = {}) {
    byte_rate<T> const all = rate_of(l).value;
    basic_scale_up<T> up;
    up.name = l.name;
    up.ring.bandwidth = l.ring_share.value * all;
    up.reduction.bandwidth = l.reduction_share.value * all;
    up.reduction_ranks = l.adds_up ? l.reduction_ranks : domain + 1;
    up.reduction_ranks = up.reduction_ranks < 2 ? 2 : up.reduction_ranks;
    up.exchange_share = l.exchange_share;
    up.domain = domain;
    up.shape = l.shape;
    up.dims = dims;
    return up;
}

} // namespace tallywatt

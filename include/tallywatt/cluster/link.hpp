#pragma once
// A link of a fabric: two ends and what lies between them, at one rate, over one distance. It is what a medium
// (cluster/optics.hpp) becomes there, or what a price list says of it.
//
//   cost of a link = 2 end_price + cable_price        power = 2 end_power        reached while distance <= reach
//
// An end is what the link adds at a port: a pluggable module, half of a twin-port module, an optical engine beside the
// switch chip, the amplifier in a cable's plug, nothing for a passive cable. Where the ends differ (a pluggable module at
// the server, an engine at the switch) an end is the mean of both, so that sums over links stay exact.
//
//   basic_fabric_link<> l{.modules = 2, .end_price = 575.0 * USD, .end_power = 9.0 * watt, .cable_price = 60.0 * USD};
//   money<> usd = link_price(l);   // 1,210 USD

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

template <class T = double>
struct basic_fabric_link {
    static constexpr char const* kind = "fabric_link";
    char const* name = "";
    int modules = 2;      ///< pluggable modules of one link: at both ends, at one, at none (embodied carbon)
    money<T> end_price{}; ///< mean of the two ends
    power<T> end_power{}; ///< mean of the two ends
    money<T> cable_price{};
    length<T> distance = 30.0 * metre; ///< that it has to bridge, with the way along trays
    length<T> reach = 500.0 * metre;   ///< that it can bridge
    rate<T> end_failures{};            ///< of one end, mean of the two
    rate<T> cable_failures{};
    duration<T> latency{}; ///< of both ends, and of the way between

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr char const* failing = "feeds failures by part (cluster/failures.hpp), which goodput takes";
        visit(field{"name"}, self.name...);
        visit(field{"modules", between(0.0, 2.0)}, self.modules...);
        visit(field{"end_price", non_negative}, self.end_price...);
        visit(field{"end_power", non_negative}, self.end_power...);
        visit(field{"cable_price", non_negative}, self.cable_price...);
        visit(
            field{"distance", non_negative, {"assumed, to a switch in the same row", "2026", confidence::assumed}},
            self.distance...
        );
        visit(
            field{
                "reach", positive, {"single-mode fibre in parallel, 500 m (IEEE 802.3 DR)", "2022", confidence::high}},
            self.reach...
        );
        visit(field{"end_failures", non_negative, {}, failing}, self.end_failures...);
        visit(field{"cable_failures", non_negative, {}, failing}, self.cable_failures...);
        visit(field{"latency", non_negative, {}, "is inside the hop that was measured across nodes"}, self.latency...);
    }
    constexpr operator basic_fabric_link<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using fabric_link = basic_fabric_link<>;

template <class T>
constexpr money<T> link_price(basic_fabric_link<T> const& l) {
    return 2.0 * l.end_price + l.cable_price;
}
template <class T>
constexpr power<T> link_power(basic_fabric_link<T> const& l) {
    return 2.0 * l.end_power;
}
template <class T>
constexpr rate<T> link_failures(basic_fabric_link<T> const& l) {
    return 2.0 * l.end_failures + l.cable_failures;
}
/// Above one where the distance is out of reach.
template <class T>
constexpr T reach_used(basic_fabric_link<T> const& l) {
    return l.distance / l.reach;
}

/// A link with an end of each: the cable, its distance and its failures are the first one's, the reach is the shorter.
template <class T>
constexpr basic_fabric_link<T>
mixed(basic_fabric_link<T> const& a, basic_fabric_link<T> const& b, char const* name = "") {
    basic_fabric_link<T> l = a;
    l.name = name;
    l.modules = (a.modules + b.modules) / 2;
    l.end_price = 0.5 * (a.end_price + b.end_price);
    l.end_power = 0.5 * (a.end_power + b.end_power);
    l.end_failures = 0.5 * (a.end_failures + b.end_failures);
    l.latency = 0.5 * (a.latency + b.latency);
    if constexpr (std::same_as<T, estimate>) // stored, not computed with: the one whose likely value is shorter
        l.reach = b.reach.base_value.likely < a.reach.base_value.likely ? b.reach : a.reach;
    else
        l.reach = math::min(a.reach, b.reach);
    return l;
}

} // namespace tallywatt

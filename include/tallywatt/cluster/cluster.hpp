#pragma once
// A cluster: servers of one kind, their network, racks and local storage. Here, and only here, figures per server and
// per accelerator become totals.
//
//   cluster_plan p = plan_cluster(c, 16, 44.0 * kilowatt);              // counts: racks, switches, links
//   cluster_cost_lines<> usd = cluster_cost(c, p);                      // sums of visible lines
//   cluster_power_lines<> it = cluster_power(c, p, server_power(c.server, draw, liquid));

#include <tallywatt/cluster/rack.hpp>
#include <tallywatt/cluster/server.hpp>
#include <tallywatt/cluster/shared_storage.hpp>

namespace tallywatt {

template <class T = double>
struct basic_cluster {
    static constexpr char const* kind = "cluster";
    basic_server<T> server{};
    basic_scale_out<T> network{};
    int servers_per_fabric = 256; ///< joined by one fabric; a larger cluster has several alike
    basic_rack<T> rack{.name = "rack", .rack_units = 42, .price = 5000.0 * USD, .weight = 150.0 * kilogram};
    basic_shared_storage<T> storage{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"server"}, self.server...);
        visit(field{"network"}, self.network...);
        visit(
            field{
                "servers_per_fabric",
                at_least(1),
                {"2,048 interfaces: the most that two tiers of 64-port switches join", "2026", confidence::medium}},
            self.servers_per_fabric...
        );
        visit(
            field{
                "rack",
                any_value,
                {"assumed 5,000 USD for rack, distribution and cabling", "2026", confidence::assumed}},
            self.rack...
        );
        visit(field{"storage"}, self.storage...);
    }
    constexpr operator basic_cluster<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using cluster = basic_cluster<>;

/// What is counted in a cluster.
struct cluster_plan {
    int servers = 0;
    int accelerators = 0;
    fabric_plan network{};
    rack_plan racks{};       ///< of servers
    int network_racks = 0;   ///< of switches
};

/// A figure per server, for that many of them.
template <class Q>
constexpr Q total(per_server<Q> const& each, int servers) {
    using T = typename Q::number_type;
    return each.value * as<T>(servers);
}
/// A figure per accelerator, for all of those in a plan.
template <class Q>
constexpr Q total(per_accelerator<Q> const& each, cluster_plan const& p) {
    using T = typename Q::number_type;
    return each.value * as<T>(p.accelerators);
}
/// A figure per server of `accelerators`, shared out to each of them.
template <class Q>
constexpr per_accelerator<Q> per_accelerator_of(per_server<Q> const& each, int accelerators) {
    using T = typename Q::number_type;
    return per_accelerator<Q>{each.value / as<T>(accelerators)};
}

/// Power of one server for which racks are planned: every accelerator at TDP, fans at full air cooling.
template <class T>
constexpr power<T> highest_server_power(basic_server<T> const& s) {
    return server_power(s, per_accelerator<power<T>>{s.accelerator.tdp}, basic_fraction<T>{T(0.0)}).total().value.value;
}

/// Power of one switch with an end of a link in every port, for which its racks are planned.
constexpr power<> highest_switch_power(scale_out const& network) {
    return network.network_switch.draw + static_cast<double>(radix_of(network)) * network.switch_link.end_power;
}

/// Counts for `servers`, in whole fabrics and one for the rest; density_limit is what the cooling takes from one rack
/// (zero: no limit). A server's interfaces beyond one per accelerator are endpoints too.
constexpr cluster_plan plan_cluster(cluster const& c, int servers, power<> density_limit = {}) {
    cluster_plan p;
    p.servers = servers;
    p.accelerators = servers * c.server.accelerators;
    int const whole = servers / c.servers_per_fabric, rest = servers % c.servers_per_fabric;
    p.network = whole * plan_network(c.network, c.servers_per_fabric, c.server.nics)
                + plan_network(c.network, rest, c.server.nics);
    p.racks = plan_racks(c.rack, servers, c.server.rack_units, highest_server_power(c.server), density_limit);
    auto const& box = c.network.network_switch;
    p.network_racks =
        plan_racks(c.rack, p.network.switches(), box.rack_units, highest_switch_power(c.network), density_limit).racks;
    return p;
}
/// Servers that hold at least so many accelerators.
constexpr int servers_for(server const& s, int accelerators) {
    return (accelerators + s.accelerators - 1) / s.accelerators;
}

template <class T = double>
struct cluster_cost_lines {
    money<T> accelerators{}, servers{}, network{}, storage{}, racks{};
    [[nodiscard]] constexpr money<T> total() const { return accelerators + servers + network + storage + racks; }
};
/// Capital of a cluster; the servers' line holds hosts, the network's line interfaces, switches, transceivers and
/// cables, the racks' line those of servers and of switches (storage brings its own).
template <class T>
constexpr cluster_cost_lines<T> cluster_cost(basic_cluster<T> const& c, cluster_plan const& p) {
    server_cost_lines<T> const each = server_cost(c.server);
    return {
        total(each.accelerators, p.servers), total(each.host, p.servers),
        total(each.network_interfaces, p.servers) + fabric_cost(c.network, p.network).total(),
        total(c.storage.cost(), p.servers), rack_cost(c.rack, p.racks) + as<T>(p.network_racks) * c.rack.price};
}

template <class T = double>
struct cluster_power_lines {
    static constexpr char const* kind = "it_power";
    at_it<power<T>> accelerators{}, host{}, fans{}, network_interfaces{}, supply_loss{}, network{}, storage{};
    [[nodiscard]] constexpr at_it<power<T>> total() const { return detail::sum_of<at_it<power<T>>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{.name = "host", .label = "hosts"}, self.host...);
        visit(field{.name = "fans", .label = "server fans"}, self.fans...);
        visit(field{"network_interfaces"}, self.network_interfaces...);
        visit(field{.name = "supply_loss", .label = "power supply loss"}, self.supply_loss...);
        visit(field{"network"}, self.network...);
        visit(field{"storage"}, self.storage...);
    }
};
/// IT power of a cluster whose servers each draw `each`.
template <class T>
constexpr cluster_power_lines<T>
cluster_power(basic_cluster<T> const& c, cluster_plan const& p, server_power_lines<T> const& each) {
    return {
        total(each.accelerators, p.servers),
        total(each.host, p.servers),
        total(each.fans, p.servers),
        total(each.network_interfaces, p.servers),
        total(each.supply_loss, p.servers),
        fabric_power(c.network, p.network).total(),
        total(c.storage.drawn(), p.servers)};
}

/// Embodied carbon of all but the accelerators' packages.
template <class T>
constexpr co2e<T> embodied_hosts(basic_cluster<T> const& c, cluster_plan const& p) {
    return as<T>(p.servers) * c.server.embodied_host;
}

} // namespace tallywatt

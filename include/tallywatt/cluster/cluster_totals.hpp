#pragma once
// What a cluster takes up, and its money and power by part.
//
//   racks = servers' + network's + storage's      floor = racks footprint aisles
//   weight = servers + racks + switches + storage + cables
//   network racks: as the cluster's plan has them; storage racks: capacity over what a rack holds
//
// Aisles: floor with aisles over the footprint of racks. Hosts' scale-up switches and links are in the servers.
// Reference: ASHRAE TC 9.9 (aisles of 1.2 m and 0.9 m between rows of racks 0.6 m by 1.2 m).
//
//   cluster_space<> s = cluster_space_of(space, c, p);      // s.racks(), s.floor, s.weight, s.cables
//   cluster_parts_cost<> usd = cost_by_part(c, p);          // sums to cluster_cost(c, p)

#include <tallywatt/cluster/cluster.hpp>

namespace tallywatt {

/// How much room things take.
template <class T = double>
struct basic_cluster_room {
    static constexpr char const* kind = "cluster_room";
    area<T> footprint = 0.72 * square_metre;   ///< of a rack: 0.6 m by 1.2 m
    basic_ratio<T> aisles{T(1.9)};             ///< floor with aisles over footprint
    data_size<T> storage_rack = 10.0 * PB;     ///< usable, of one rack
    mass<T> storage_weight = 700.0 * kilogram; ///< of a full storage rack, without the rack
    mass<T> cable_weight = 0.8 * kilogram;     ///< of a link with its modules

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source assumed{"assumed", "2026", confidence::assumed};
        visit(
            field{"footprint", positive, {"EIA-310 cabinet, 600 mm by 1,200 mm", "2026", confidence::medium}},
            self.footprint...
        );
        visit(
            field{
                "aisles",
                at_least(1.0),
                {"ASHRAE TC 9.9: 1.2 m cold and 0.9 m hot aisles, half of each to a rack", "2021", confidence::medium}},
            self.aisles...
        );
        visit(
            field{"storage_rack", positive, assumed, "decides the racks of storage, when they are planned"},
            self.storage_rack...
        );
        visit(field{"storage_weight", non_negative, assumed}, self.storage_weight...);
        visit(field{"cable_weight", non_negative, assumed}, self.cable_weight...);
    }
};
using cluster_room = basic_cluster_room<>;

template <class T = double>
struct cluster_space {
    int server_racks = 0, network_racks = 0, storage_racks = 0;
    int cables = 0;
    area<T> floor{};
    mass<T> weight{};
    [[nodiscard]] constexpr int racks() const { return server_racks + network_racks + storage_racks; }
};

/// Racks of the storage of so many servers, as planned.
constexpr int storage_racks(cluster_room const& r, cluster const& c, int servers) {
    return static_cast<int>(math::ceil(static_cast<double>(servers) * (c.storage.capacity.value / r.storage_rack)));
}

/// racks_of_storage: as planned by storage_racks.
template <class T>
constexpr cluster_space<T> cluster_space_of(
    basic_cluster_room<T> const& r, basic_cluster<T> const& c, cluster_plan const& p, int racks_of_storage
) {
    cluster_space<T> s;
    s.server_racks = p.racks.racks;
    s.network_racks = p.network_racks;
    s.storage_racks = racks_of_storage;
    s.cables = p.network.links;
    T const racks = as<T>(s.racks());
    s.floor = racks * (r.footprint * r.aisles.value);
    s.weight = as<T>(p.servers) * c.server.weight + racks * c.rack.weight
               + as<T>(p.network.switches()) * c.network.network_switch.weight
               + as<T>(s.storage_racks) * r.storage_weight + as<T>(s.cables) * r.cable_weight;
    return s;
}

constexpr cluster_space<> cluster_space_of(cluster_room const& r, cluster const& c, cluster_plan const& p) {
    return cluster_space_of(r, c, p, storage_racks(r, c, p.servers));
}

/// Capital by part; sums to cluster_cost.
template <class T = double>
struct cluster_parts_cost {
    static constexpr char const* kind = "cost_by_part";
    money<T> accelerators{}, hosts{}, interfaces{}, switches{}, transceivers{}, cables{}, storage{}, racks{};
    [[nodiscard]] constexpr money<T> total() const { return detail::sum_of<money<T>>(*this); }
    [[nodiscard]] constexpr money<T> network() const { return interfaces + switches + transceivers + cables; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{"hosts"}, self.hosts...);
        visit(field{.name = "interfaces", .label = "network interfaces"}, self.interfaces...);
        visit(field{"switches"}, self.switches...);
        visit(field{.name = "transceivers", .label = "transceivers and plugs"}, self.transceivers...);
        visit(field{"cables"}, self.cables...);
        visit(field{"storage"}, self.storage...);
        visit(field{"racks"}, self.racks...);
    }
};
template <class T>
constexpr cluster_parts_cost<T> cost_by_part(basic_cluster<T> const& c, cluster_plan const& p) {
    cluster_cost_lines<T> const all = cluster_cost(c, p);
    fabric_cost_lines<T> const net = fabric_cost(c.network, p.network);
    server_cost_lines<T> const each = server_cost(c.server);
    return {all.accelerators, all.servers,      total(each.network_interfaces, p.servers),
            net.switches,     net.transceivers, net.cables,
            all.storage,      all.racks};
}

/// IT power by part; sums to cluster_power's total.
template <class T = double>
struct cluster_parts_power {
    static constexpr char const* kind = "power_by_part";
    at_it<power<T>> accelerators{}, hosts{}, interfaces{}, supplies{}, switches{}, transceivers{}, storage{};
    [[nodiscard]] constexpr at_it<power<T>> total() const { return detail::sum_of<at_it<power<T>>>(*this); }
    [[nodiscard]] constexpr at_it<power<T>> network() const { return interfaces + switches + transceivers; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{.name = "hosts", .label = "hosts and fans"}, self.hosts...);
        visit(field{.name = "interfaces", .label = "network interfaces"}, self.interfaces...);
        visit(field{.name = "supplies", .label = "power supply loss"}, self.supplies...);
        visit(field{"switches"}, self.switches...);
        visit(field{.name = "transceivers", .label = "transceivers and plugs"}, self.transceivers...);
        visit(field{"storage"}, self.storage...);
    }
};
template <class T>
constexpr cluster_parts_power<T>
power_by_part(basic_cluster<T> const& c, cluster_plan const& p, server_power_lines<T> const& each) {
    cluster_power_lines<T> const all = cluster_power(c, p, each);
    fabric_power_lines<T> const net = fabric_power(c.network, p.network);
    return {all.accelerators, all.host + all.fans, all.network_interfaces, all.supply_loss, net.switches,
            net.transceivers, all.storage};
}

} // namespace tallywatt

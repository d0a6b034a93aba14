#pragma once
// Cabling of a network in a hall: the cheapest medium that reaches, for each tier of links.
//
//   leaves in the racks   hosts' links stay in the rack, all others cross the hall
//   leaves in the rows    hosts' links run along the row, all others cross the hall
//
// Servers that share a leaf have to stand within reach of it: a leaf of 32 ports down serves four servers of eight interfaces
// in its rack, or 32 servers by rails, which only a row holds.
//
//   scale_out n = cabled(catalog::roce_800g, media, {}, leaf_place::in_rack);   // copper to hosts, optics above
//   double const worst = reach_used(n, plan);                                  // above one: nothing reaches

#include <tallywatt/cluster/fabric.hpp>
#include <tallywatt/cluster/optics.hpp>

namespace tallywatt {

/// Where the leaf switches stand.
enum class leaf_place : unsigned char { in_rack, in_row };

/// The network over the cheapest media that reach; power_price: what a watt over the network's life is worth.
constexpr scale_out cabled(
    scale_out network, std::span<medium const> media, hall const& distances, leaf_place place,
    money_per_power<> power_price = {}
) {
    auto const at = one_way(network.nic_rate.value / static_cast<double>(network.planes));
    auto const over = [&](length<> distance) {
        return link_of(media[choose_medium(media, at, distance, power_price)], at, distance);
    };
    network.host_link = over(place == leaf_place::in_rack ? distances.rack : distances.row);
    network.switch_link = network.far_link = over(distances.hall);
    return network;
}

} // namespace tallywatt

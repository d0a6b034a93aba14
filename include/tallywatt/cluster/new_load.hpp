#pragma once
// What a supply of accelerators becomes: servers, racks, and the new load of the data centres that take them.
//
//   servers = accelerators/(accelerators per server)      racks = servers/(servers per rack)
//   IT load = servers * power of a server                 facility load = IT load * PUE
//
// Counts are not rounded: they are of an industry's year, not of a hall. A server's power is its whole draw, with hosts, fans,
// network cards and supply losses (server_power), and what the network draws if it is to be in the load.
//
//   per_server<at_it<power<>>> const each{at_it<power<>>{132.0 * kilowatt}};
//   new_load<> const l = load_of<double>(2.9e6 * accelerator_unit, 72, 1.0, each, pue{1.2});   // 40,278 racks, 6.4 GW

#include <tallywatt/number/math.hpp>
#include <tallywatt/units/constants.hpp>
#include <tallywatt/units/strong.hpp>

namespace tallywatt {

/// Accelerators, and all that stands around them.
template <class T = double>
struct new_load {
    accelerator_count<T> accelerators{};
    T servers{};
    T racks{};
    at_it<power<T>> it{};
    at_facility<power<T>> facility{};
};

/// Servers, racks and load of a number of accelerators; power: of one server; servers_per_rack: a fraction where a system
/// fills several racks.
template <class T>
constexpr new_load<T> load_of(
    accelerator_count<T> const& accelerators, int accelerators_per_server, double servers_per_rack,
    per_server<at_it<power<T>>> const& each, basic_pue<T> const& building
) {
    new_load<T> l;
    l.accelerators = accelerators;
    l.servers = accelerators.base_value * T(1.0 / accelerators_per_server);
    l.racks = l.servers * T(1.0 / servers_per_rack);
    l.it = each.value * l.servers;
    l.facility = l.it * building;
    return l;
}

/// Power at the facility that each accelerator brings.
template <class T>
constexpr at_facility<power<T>>
power_at_facility(int accelerators_per_server, per_server<at_it<power<T>>> const& each, basic_pue<T> const& building) {
    return each.value * T(1.0 / accelerators_per_server) * building;
}

} // namespace tallywatt

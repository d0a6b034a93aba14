#pragma once
// A packet switch: ports at a rate, and how many of them it has at another rate.
//
//   ports at rate r = min(ports floor(port_rate/r), most_ports)     r <= port_rate: a cage breaks out into several
//                   = floor(ports/ceil(r/port_rate))                r >  port_rate: several ports make one
//
// A cage of 800 Gb/s is two ports of 400; chips also cap how many ports they tell apart. Power is without what stands in
// the cages: pluggable modules are ends of links (cluster/link.hpp). Where engines lie beside the chip and the maker states
// one power with them, the links to it have ends without power.
// Reference: makers' data sheets (catalog/switches.hpp).
//
//   int n = ports_at(network_switch(catalog::tomahawk_5), one_way(50.0 * GB_per_second));   // 128 ports of 400 Gb/s

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

template <class T = double>
struct basic_network_switch {
    static constexpr char const* kind = "network_switch";
    char const* name = "";
    int ports = 64; ///< at port_rate
    one_way_rate<T> port_rate = one_way(byte_rate<T>(50.0 * GB_per_second));
    int most_ports = 64; ///< that it tells apart, however its cages break out
    money<T> price{};
    power<T> draw{}; ///< without modules
    int rack_units = 1;
    mass<T> weight{};
    rate<T> failures{}; ///< that stop it
    duration<T> latency{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"ports", at_least(1)}, self.ports...);
        visit(
            field{
                "port_rate",
                positive,
                {"400 Gb/s a port", "2022", confidence::high},
                "decides the ports at a network's rate, when it is planned"},
            self.port_rate...
        );
        visit(field{"most_ports", at_least(1)}, self.most_ports...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"draw", non_negative}, self.draw...);
        visit(field{"rack_units", at_least(1)}, self.rack_units...);
        visit(field{"weight", non_negative, {}, "decides floor loading, which is a limit and no line"}, self.weight...);
        visit(
            field{"failures", non_negative, {}, "feeds failures by part (cluster/failures.hpp), which goodput takes"},
            self.failures...
        );
        visit(field{"latency", non_negative, {}, "is inside the hop that was measured across nodes"}, self.latency...);
    }
    constexpr operator basic_network_switch<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using network_switch = basic_network_switch<>;

/// Ports at a rate, as planned (of a range: at the likely values); zero where the switch is too slow.
constexpr int ports_at(network_switch const& s, one_way_rate<> rate) {
    constexpr double slack = 1e-9; // rounding of rates is no breakout
    double const each = s.port_rate.value / rate.value;
    if (each >= 1.0 - slack) {
        int const most = s.most_ports > s.ports ? s.most_ports : s.ports;
        if (each >= most)
            return most;
        int const broken = s.ports * static_cast<int>(each + slack);
        return broken < most ? broken : most;
    }
    double const joined = math::ceil(1.0 / each - slack);
    return joined < s.ports + 1.0 ? s.ports / static_cast<int>(joined) : 0;
}

} // namespace tallywatt

#pragma once
// A server: accelerators, a host, fans, network interfaces, power supplies. A rack-scale system (72 accelerators in one
// scale-up domain) is a server too.
//
//   P = P_out + loss,  P_out = accelerators + host + fans (1 - liquid) + interfaces
//   loss = no_load R + proportional P_out + quadratic P_out^2/R      R: rated power of the supplies
//   E = E_out + no_load R t + proportional E_out + quadratic E_out^2/(R t)      over a time t, at a steady output E_out/t
//
// Fans move the heat that liquid does not take away. Checked against a measured 8 x H100 node (8.4 kW at most: Latif et
// al., arXiv 2412.08602).
//
//   server_power_lines<> p = server_power(hgx_h200, per_accelerator<power<>>{600.0 * watt}, fraction{0.8});
//   per_server<at_it<energy<>>> e = server_energy(hgx_h200, per_accelerator<energy<>>{3.0 * kilojoule}, 6.0 * second, fraction{0.8});

#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt {

/// Power supplies or shelves of a server, together.
template <class T = double>
struct basic_power_supply {
    static constexpr char const* kind = "power_supply";
    power<T> rated{};
    basic_fraction<T> no_load{T(0.0075)};      ///< of rated, lost always
    basic_fraction<T> proportional{T(0.0082)}; ///< of output
    basic_fraction<T> quadratic{T(0.037)};     ///< of output at rated output, growing with its square

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source curve{
            "80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed",
            "2026", confidence::low};
        visit(field{"rated", positive}, self.rated...);
        visit(field{"no_load", any_value, curve}, self.no_load...);
        visit(field{"proportional", any_value, curve}, self.proportional...);
        visit(field{"quadratic", any_value, curve}, self.quadratic...);
    }
};
using power_supply = basic_power_supply<>;

template <class T>
constexpr power<T> supply_loss(basic_power_supply<T> const& s, power<T> const& output) {
    return s.no_load * s.rated + s.proportional * output + s.quadratic * output * (output / s.rated);
}
/// Lost over a time in which `output` is given, steadily: the least that it takes, as the loss grows with the square.
template <class T>
constexpr energy<T> supply_loss(basic_power_supply<T> const& s, energy<T> const& output, duration<T> const& time) {
    energy<T> const most = s.rated * time;
    return s.no_load * most + s.proportional * output + s.quadratic * output * (output / most);
}

template <class T = double>
struct basic_server {
    static constexpr char const* kind = "server";
    char const* name = "";
    basic_accelerator<T> accelerator{};
    int accelerators = 8;
    basic_scale_up<T> scale_up{};
    power<T> host{};      ///< processors, memory, boards, scale-up switches, local drives, at load
    power<T> fans{};      ///< where air takes all the heat
    int nics = 8;         ///< interfaces into the scale-out fabric
    power<T> nic_power{}; ///< each, without transceiver
    money<T> nic_price{}; ///< each
    basic_power_supply<T> supply{};
    money<T> price_without_accelerators{}; ///< without network interfaces too
    co2e<T> embodied_host{};               ///< all but the accelerators' packages
    volume<T> embodied_host_water{};       ///< the same in water
    mass<T> weight{};
    int rack_units = 8;
    bool liquid_ready = false; ///< can be fitted with cold plates

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"accelerator"}, self.accelerator...);
        visit(field{"accelerators", at_least(1)}, self.accelerators...);
        visit(field{"scale_up"}, self.scale_up...);
        visit(field{"host", non_negative}, self.host...);
        visit(field{"fans", non_negative}, self.fans...);
        visit(field{"nics", non_negative}, self.nics...);
        visit(field{"nic_power", non_negative}, self.nic_power...);
        visit(field{"nic_price", non_negative}, self.nic_price...);
        visit(field{"supply"}, self.supply...);
        visit(field{"price_without_accelerators", non_negative}, self.price_without_accelerators...);
        visit(field{"embodied_host", non_negative}, self.embodied_host...);
        visit(field{"embodied_host_water", non_negative}, self.embodied_host_water...);
        visit(field{"weight", non_negative, {}, "decides floor loading, which is a limit and no line"}, self.weight...);
        visit(field{"rack_units", at_least(1)}, self.rack_units...);
        visit(field{"liquid_ready"}, self.liquid_ready...);
    }
    constexpr operator basic_server<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using server = basic_server<>;

/// What a server draws, line by line.
template <class T = double>
struct server_power_lines {
    per_server<at_it<power<T>>> accelerators{}, host{}, fans{}, network_interfaces{}, supply_loss{};
    [[nodiscard]] constexpr per_server<at_it<power<T>>> total() const {
        return accelerators + host + fans + network_interfaces + supply_loss;
    }
};

/// The power of a server whose accelerators each draw `draw` while liquid takes `liquid_captured` of its heat.
template <class T>
constexpr server_power_lines<T> server_power(
    basic_server<T> const& s, per_accelerator<power<T>> const& draw, basic_fraction<T> const& liquid_captured
) {
    power<T> const accelerators = as<T>(s.accelerators) * draw.value;
    power<T> const fans = s.fans * complement(liquid_captured);
    power<T> const nics = as<T>(s.nics) * s.nic_power;
    power<T> const loss = supply_loss(s.supply, accelerators + s.host + fans + nics);
    using line = per_server<at_it<power<T>>>;
    auto const on_line = [](power<T> const& p) { return line{at_it<power<T>>{p}}; };
    return {on_line(accelerators), on_line(s.host), on_line(fans), on_line(nics), on_line(loss)};
}

/// What a server takes over a time in which each of its accelerators takes `each`: server_power times the time for a steady
/// draw, in a form that holds a step's energy once (tight over intervals).
template <class T>
constexpr per_server<at_it<energy<T>>> server_energy(
    basic_server<T> const& s, per_accelerator<energy<T>> const& each, duration<T> const& time, basic_fraction<T> const& liquid_captured
) {
    power<T> const rest = s.host + s.fans * complement(liquid_captured) + as<T>(s.nics) * s.nic_power;
    energy<T> const given = as<T>(s.accelerators) * each.value + rest * time;
    return per_server<at_it<energy<T>>>{at_it<energy<T>>{given + supply_loss(s.supply, given, time)}};
}

/// What a server costs, line by line.
template <class T = double>
struct server_cost_lines {
    per_server<money<T>> accelerators{}, host{}, network_interfaces{};
    [[nodiscard]] constexpr per_server<money<T>> total() const { return accelerators + host + network_interfaces; }
};
template <class T>
constexpr server_cost_lines<T> server_cost(basic_server<T> const& s) {
    return {
        per_server<money<T>>{as<T>(s.accelerators) * s.accelerator.price},
        per_server<money<T>>{s.price_without_accelerators}, per_server<money<T>>{as<T>(s.nics) * s.nic_price}};
}

} // namespace tallywatt

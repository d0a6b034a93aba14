#pragma once
// Racks: how many servers stand in one, by height and by the power its cooling can take away, and how many racks that
// makes.
//
//   servers per rack = min(usable units/server units, density limit/server power),  at least one
//
// A server that draws more than the limit still takes a rack of its own; the plan says so, and the limit is reported.
//
//   rack_plan p = plan_racks(rack, 16, 8, 10.2 * kilowatt, 44.0 * kilowatt);   // 4 a rack, 4 racks

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

template <class T = double>
struct basic_rack {
    static constexpr char const* kind = "rack";
    char const* name = "";
    int rack_units = 42; ///< usable by servers
    money<T> price{};    ///< with power distribution and, where fitted, manifolds
    mass<T> weight{};    ///< empty

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"rack_units", at_least(1)}, self.rack_units...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"weight", non_negative, {}, "decides floor loading, which is a limit and no line"}, self.weight...);
    }
    constexpr operator basic_rack<double>() const requires std::same_as<T, estimate> { return convert<double>(*this); }
};
using rack = basic_rack<>;

struct rack_plan {
    int servers_per_rack = 1;
    int racks = 0;
    power<> drawn{};       ///< by a full rack
    power<> allowed{};     ///< by its cooling; zero is no limit
    bool units_fit = true; ///< a server is no taller than a rack
    [[nodiscard]] constexpr bool fits() const { return units_fit && (allowed.base_value <= 0.0 || drawn <= allowed); }
};

/// server_power: of one server at its highest. density_limit: of a rack, by its cooling; zero is no limit.
template <class T>
constexpr rack_plan
plan_racks(basic_rack<T> const& r, int servers, int server_units, power<> server_power, power<> density_limit = {}) {
    rack_plan p;
    p.units_fit = server_units <= r.rack_units;
    int fit = p.units_fit ? r.rack_units / server_units : 1;
    if (density_limit.base_value > 0.0 && server_power.base_value > 0.0) {
        double const by_power = density_limit / server_power;
        if (by_power < fit)
            fit = static_cast<int>(by_power); // downwards
    }
    p.servers_per_rack = fit < 1 ? 1 : fit;
    p.racks = (servers + p.servers_per_rack - 1) / p.servers_per_rack;
    p.drawn = static_cast<double>(p.servers_per_rack) * server_power;
    p.allowed = density_limit;
    return p;
}

template <class T>
constexpr money<T> rack_cost(basic_rack<T> const& r, rack_plan const& p) {
    return as<T>(p.racks) * r.price;
}

} // namespace tallywatt

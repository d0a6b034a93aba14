#pragma once
// A three-dimensional torus of cubes that optical circuit switches join: inside a cube copper, across its faces fibre to
// switches of mirrors that put cubes together into any shape. With e accelerators along a cube's edge and n cubes:
//
//   copper links    3 e^2 (e - 1) n         face links  6 e^2 n, an optical module at each accelerator's end
//   circuit switches 3 e^2                  one for each pair of opposite places on two faces, 2 n ports of it
//
// A circuit switch passes light both ways over one fibre (circulators), draws little and knows no packets.
// Reference: Jouppi et al., "TPU v4", ISCA 2023: 64 cubes of 4 x 4 x 4, 48 switches of 136 ports (128 and spares);
// Liu et al., "Lightwave Fabrics", SIGCOMM 2023.
//
//   optical_torus_plan p = plan_optical_torus({16, 16, 16}, 4, 136);   // 48 switches, 6,144 modules, 9,216 copper links

#include <tallywatt/cluster/link.hpp>
#include <tallywatt/cluster/torus.hpp>

namespace tallywatt {

struct optical_torus_plan {
    int accelerators = 0;
    int cubes = 0;
    int circuit_switches = 0;
    int ports_used = 0;   ///< of each circuit switch
    int copper_links = 0; ///< inside cubes
    int face_links = 0;   ///< fibres to the circuit switches, each with a module at its accelerator
    bool reached = true;  ///< the circuit switches have ports for all cubes
};

/// Throws invalid_input where cubes do not fill the torus.
constexpr optical_torus_plan plan_optical_torus(torus_dims const& dims, int edge, int switch_ports) {
    if (edge < 2)
        throw invalid_input("optical_torus.edge", edge, "", "a cube has at least two accelerators along its edge");
    for (int const d : dims)
        if (d < edge || d % edge != 0)
            throw invalid_input(
                "optical_torus.dims", d, "",
                std::to_string(d) + " is no multiple of the cube's edge, " + std::to_string(edge)
            );
    optical_torus_plan p;
    p.accelerators = accelerators_of(dims);
    int const face = edge * edge;
    p.cubes = p.accelerators / (face * edge);
    p.circuit_switches = 3 * face;
    p.ports_used = 2 * p.cubes;
    p.copper_links = 3 * face * (edge - 1) * p.cubes;
    p.face_links = 6 * face * p.cubes;
    p.reached = p.ports_used <= switch_ports;
    return p;
}

/// What its links and circuit switches are.
template <class T = double>
struct basic_optical_torus {
    static constexpr char const* kind = "optical_torus";
    char const* name = "";
    int edge = 4;           ///< accelerators along a cube's edge
    int switch_ports = 136; ///< of a circuit switch
    money<T> switch_price{};
    power<T> switch_power{};
    rate<T> switch_failures{};
    basic_fabric_link<T> inside{}; ///< between neighbours in a cube
    basic_fabric_link<T> across{}; ///< from an accelerator to a circuit switch: one end has a module

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"edge", at_least(2)}, self.edge...);
        visit(field{"switch_ports", at_least(2)}, self.switch_ports...);
        visit(field{"switch_price", non_negative}, self.switch_price...);
        visit(field{"switch_power", non_negative}, self.switch_power...);
        visit(field{"switch_failures", non_negative}, self.switch_failures...);
        visit(field{"inside"}, self.inside...);
        visit(field{"across"}, self.across...);
    }
    constexpr operator basic_optical_torus<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using optical_torus = basic_optical_torus<>;

template <class T = double>
struct optical_torus_lines {
    money<T> circuit_switches{}, copper{}, optics{};
    power<T> switch_draw{}, link_draw{};
    [[nodiscard]] constexpr money<T> cost() const { return circuit_switches + copper + optics; }
    [[nodiscard]] constexpr power<T> draw() const { return switch_draw + link_draw; }
};
/// Money and power of a planned torus, without its accelerators.
template <class T>
constexpr optical_torus_lines<T> optical_torus_total(basic_optical_torus<T> const& t, optical_torus_plan const& p) {
    T const switches = as<T>(p.circuit_switches), copper = as<T>(p.copper_links), faces = as<T>(p.face_links);
    return {
        switches * t.switch_price, copper * link_price(t.inside), faces * (t.across.end_price + t.across.cable_price),
        switches * t.switch_power, copper * link_power(t.inside) + faces * t.across.end_power};
}

} // namespace tallywatt

#pragma once
// Carbon of processed silicon area, by process, by the fab's electricity and by how much of its process gases
// is destroyed before release.
//
//   CPA   = CI EPA + GPA(a) + MPA                     electricity, process gases, upstream materials, per wafer area
//   CI    = grid (1 - r) + renewable r                r: share of renewable electricity bought or made
//   GPA(a)= GPA95 + (a - 0.95)/0.04 (GPA99 - GPA95)   linear in abatement a: an unabatable rest and a share that escapes
//   die   = A CPA/Y                                   by die area (ACT), or A_wafer/N CPA/Y with the wafer's edge (die.hpp)
//
// Units: CPA in CO2e per area. Range: abatement between the two published points, 0.95 and 0.99.
// Reference: Gupta et al., ACT, ISCA 2022; its data: facebookresearch/ACT v2.0 (2025).
//
//   fab_carbon<> const c = carbon_per_area(fab_process{...}, fab_site{.grid = 583.0 * gCO2e / kilowatt_hour}, fraction{0.97});
//   co2e<> const die = carbon_of_area(c.total(), 8.14 * square_centimetre, fraction{0.875});

#include <tallywatt/silicon/die.hpp>

namespace tallywatt {

/// Where a fab stands: the electricity it runs on.
template <class T = double>
struct basic_fab_site {
    char const* name = "";
    co2e_per_energy<T> grid{};
    basic_fraction<T> renewable_share{T(0.0)}; ///< of its electricity, on top of what the grid holds
    co2e_per_energy<T> renewable{};            ///< life cycle of that electricity

    /// Carbon of the electricity that the fab takes.
    [[nodiscard]] constexpr co2e_per_energy<T> intensity() const {
        return co2e_per_energy<T>::from_base(math::mix(renewable_share.value, renewable.base_value, grid.base_value));
    }

    static constexpr char const* kind = "fab_site";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"grid", non_negative}, self.grid...);
        visit(field{"renewable_share", unit_interval}, self.renewable_share...);
        visit(field{"renewable", non_negative}, self.renewable...);
    }
    constexpr operator basic_fab_site<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using fab_site = basic_fab_site<>;

/// What a square centimetre of a processed wafer takes, before yield.
template <class T = double>
struct basic_fab_process {
    char const* name = "";
    energy_per_area<T> energy{}; ///< EPA
    co2e_per_area<T> gas_95{};   ///< GPA at 95 % abatement
    co2e_per_area<T> gas_99{};   ///< GPA at 99 % abatement
    co2e_per_area<T> material{}; ///< MPA

    static constexpr char const* kind = "fab_process";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"energy", non_negative}, self.energy...);
        visit(field{"gas_95", non_negative}, self.gas_95...);
        visit(field{"gas_99", non_negative}, self.gas_99...);
        visit(field{"material", non_negative}, self.material...);
    }
    constexpr operator basic_fab_process<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using fab_process = basic_fab_process<>;

/// Throws invalid_input where more abatement would release more.
template <class T>
constexpr void check(basic_fab_process<T> const& p) {
    if (lowest(p.gas_99.base_value) > highest(p.gas_95.base_value))
        throw invalid_input(
            "fab_process.gas_99", lowest(p.gas_99.base_value), "kgCO2e/m2",
            "more is released at 99 % abatement than at 95 %"
        );
}

/// Carbon of processed area, by where it comes from.
template <class T = double>
struct basic_fab_carbon {
    co2e_per_area<T> electricity{};
    co2e_per_area<T> process_gas{};
    co2e_per_area<T> material{};

    [[nodiscard]] constexpr co2e_per_area<T> total() const { return electricity + process_gas + material; }

    static constexpr char const* kind = "fab_carbon";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"electricity"}, self.electricity...);
        visit(field{"process_gas"}, self.process_gas...);
        visit(field{"material"}, self.material...);
    }
};
using fab_carbon = basic_fab_carbon<>;

/// Released process gases at an abatement from 0.95 to 0.99: a straight line between the published points (ACT takes 97 %
/// as their mean, which is the same). Not for use outside that range.
template <class T>
constexpr co2e_per_area<T> gas_per_area(basic_fab_process<T> const& p, basic_fraction<T> const& abatement) {
    constexpr double low = 0.95, high = 0.99;
    return co2e_per_area<T>::from_base(
        math::mix((abatement.value - T(low)) * T(1.0 / (high - low)), p.gas_99.base_value, p.gas_95.base_value)
    );
}

/// Carbon per processed area, before yield.
template <class T>
constexpr basic_fab_carbon<T>
carbon_per_area(basic_fab_process<T> const& p, basic_fab_site<T> const& at, basic_fraction<T> const& abatement) {
    return {at.intensity() * p.energy, gas_per_area(p, abatement), p.material};
}

/// A process node's carbon per processed area, by where it comes from.
template <class T>
constexpr basic_fab_carbon<T> fab_lines(basic_process_node<T> const& node) {
    return {node.fab_grid * node.fab_energy, node.process_gas, node.material};
}

/// Carbon of a good die by its own area: A CPA/Y (ACT). What the wafer's edge wastes is not in it: die_carbon has that.
template <class T>
constexpr co2e<T>
carbon_of_area(co2e_per_area<T> const& per_area, area<T> const& size, basic_fraction<T> const& yield) {
    return size * per_area / yield;
}

/// A process node as another fab would run it: with that fab's electricity.
template <class T>
constexpr basic_process_node<T> made_at(basic_process_node<T> node, basic_fab_site<T> const& at) {
    node.fab_grid = at.intensity();
    return node;
}
/// A process node with the carbon of a described process, at a site and an abatement; its water stays.
template <class T>
constexpr basic_process_node<T> made_by(
    basic_process_node<T> node, basic_fab_process<T> const& p, basic_fab_site<T> const& at,
    basic_fraction<T> const& abatement
) {
    node.fab_energy = p.energy;
    node.process_gas = gas_per_area(p, abatement);
    node.material = p.material;
    node.fab_grid = at.intensity();
    return node;
}

} // namespace tallywatt

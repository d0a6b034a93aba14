#pragma once
// The way of heat from the junctions to the coolant, layer by layer: through the die and its interface over the area of the
// dies, then, spread by the lid, through the lid, a second interface and the cold plate over the lid's area. Bare dies (no
// lid) have their plate on the dies: lid_area is theirs.
//
//   R       = (r_die + r_first)/A_dies + (r_lid + r_second + r_plate)/A_lid          K/W; r in K mm2/W
//   T_j     = T_coolant + P (R + (h - 1)(r_die + r_first)/A_dies)                    under a spot of h times the mean flux
//   flux    = P/A_dies
//
// One-dimensional, with spreading as a change of area: good to some 20 % where the lid is not much wider than the dies
// (H100: 0.049 K/W; 30 to 40 K over a coolant of 35 C at 700 W is reported). An accelerator's junction_to_coolant is this R.
//
//   thermal_resistance<> const r = junction_to_coolant(thermal_path{}, 814.0 * square_millimetre);   // 0.049 K/W

#include <tallywatt/silicon/package.hpp>

namespace tallywatt {

/// Thermal resistance times area.
template <class T = double>
using areal_thermal_resistance = quantity<dim::per<dim::times<dim::temperature, dim::area>, dim::power>, T>;
inline constexpr auto kelvin_square_millimetre_per_watt = kelvin * square_millimetre / watt;

/// The layers of a lidded package under a cold plate.
template <class T = double>
struct basic_thermal_path {
    areal_thermal_resistance<T> die_layer = 6.5 * kelvin_square_millimetre_per_watt;
    areal_thermal_resistance<T> first_interface = 10.0 * kelvin_square_millimetre_per_watt; ///< die to lid
    areal_thermal_resistance<T> lid = 6.4 * kelvin_square_millimetre_per_watt;
    areal_thermal_resistance<T> second_interface = 15.0 * kelvin_square_millimetre_per_watt; ///< lid to plate
    areal_thermal_resistance<T> plate = 50.0 * kelvin_square_millimetre_per_watt; ///< cold plate, to the coolant entering it
    area<T> lid_area = 2'500.0 * square_millimetre;
    basic_ratio<T> hot_spot{T(2.0)}; ///< heat flux there over the mean

    static constexpr char const* kind = "thermal_path";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source layer{
            "thickness over conductivity: 0.78 mm of silicon at 120 W/(m K), 2.5 mm of copper at 390", "n.d.",
            confidence::medium};
        constexpr source interface{
            "engineering practice: 5 to 20 with indium or filled polymer, 10 to 30 with grease or sheets", "n.d.",
            confidence::assumed};
        visit(field{"die_layer", non_negative, layer}, self.die_layer...);
        visit(field{"first_interface", non_negative, interface}, self.first_interface...);
        visit(field{"lid", non_negative, layer}, self.lid...);
        visit(field{"second_interface", non_negative, interface}, self.second_interface...);
        visit(
            field{
                "plate",
                non_negative,
                {"cold plates of 0.01 to 0.03 K/W on accelerators (Rackmount knowledge base), over 2,500 mm2", "2026",
                 confidence::low}},
            self.plate...
        );
        visit(field{"lid_area", positive, {"recalled: lids and frames of 50 mm square", "n.d.", confidence::assumed}}, self.lid_area...);
        visit(
            field{
                "hot_spot",
                at_least(1.0),
                {"GB200: 50 W/cm2 and more, spots of 150 (Kenfa Tech); range 1.5 to 3", "2026", confidence::low}},
            self.hot_spot...
        );
    }
    constexpr operator basic_thermal_path<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using thermal_path = basic_thermal_path<>;

/// From the junctions, at the mean heat flux, to the coolant that enters the plate. dies: their area (heat_area).
template <class T>
constexpr thermal_resistance<T> junction_to_coolant(basic_thermal_path<T> const& t, area<T> const& dies) {
    return (t.die_layer + t.first_interface) / dies + (t.lid + t.second_interface + t.plate) / t.lid_area;
}
template <class T, class C>
constexpr thermal_resistance<T> junction_to_coolant(basic_thermal_path<T> const& t, basic_package<T, C> const& p) {
    return junction_to_coolant(t, heat_area(p));
}

/// Mean heat flux at the dies that face the lid.
template <class T, class C>
constexpr heat_flux<T> mean_heat_flux(basic_package<T, C> const& p, power<T> const& draw) {
    return draw / heat_area(p);
}

/// Temperature of the junctions under the hottest spot.
template <class T, class C>
constexpr temperature<T> hottest_junction(
    basic_thermal_path<T> const& t, basic_package<T, C> const& p, power<T> const& draw, temperature<T> const& coolant
) {
    // of both layers h, of the rest one: each quantity once
    thermal_resistance<T> const r = t.hot_spot.value * ((t.die_layer + t.first_interface) / heat_area(p))
                                    + (t.lid + t.second_interface + t.plate) / t.lid_area;
    return coolant + draw * r;
}

/// The power at which the hottest junction reaches a temperature.
template <class T, class C>
constexpr power<T> power_at(
    basic_thermal_path<T> const& t, basic_package<T, C> const& p, temperature<T> const& junction,
    temperature<T> const& coolant
) {
    thermal_resistance<T> const r = t.hot_spot.value * ((t.die_layer + t.first_interface) / heat_area(p))
                                    + (t.lid + t.second_interface + t.plate) / t.lid_area;
    return (junction - coolant) / r;
}

} // namespace tallywatt

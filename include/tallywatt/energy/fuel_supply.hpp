#pragma once
// fuel_supply: how much power a yearly supply of nuclear fuel can feed, where enriched metal or coated particles are scarce:
//   power = mass per year * burnup * efficiency / capacity factor,  mean power = mass per year * burnup * efficiency
// Burnup is heat per mass of heavy metal over the fuel's stay in the core; a first core takes several years' worth at once.
// Reference: IAEA, TRISO fuel handbooks; Centrus and US DOE HALEU availability programme figures in the catalog.
//
//   fuel_supply const f = catalog::haleu_2026;   power<> p = supported_power(f);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
using mass_rate = quantity<dim::per<dim::mass, dim::time>, T>;

template <class T = double>
struct basic_fuel_supply {
    static constexpr char const* kind = "fuel_supply";
    char const* name = "";
    mass_rate<T> supply{};       ///< heavy metal a year
    energy_per_mass<T> burnup{}; ///< heat per heavy metal
    basic_fraction<T> efficiency{T(0.40)};
    basic_fraction<T> capacity_factor{T(0.92)};
    basic_ratio<T> first_core{T(3.0)}; ///< years of supply that a first core takes

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"supply", non_negative}, self.supply...);
        visit(field{"burnup", positive}, self.burnup...);
        visit(field{"efficiency", positive}, self.efficiency...);
        visit(field{"capacity_factor", positive}, self.capacity_factor...);
        visit(field{"first_core", non_negative}, self.first_core...);
    }
    constexpr operator basic_fuel_supply<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using fuel_supply = basic_fuel_supply<>;

/// Net power that the supply keeps running once cores are loaded.
template <class T>
constexpr power<T> supported_power(basic_fuel_supply<T> const& f) {
    return f.supply * f.burnup * (f.efficiency.value / f.capacity_factor.value);
}
/// Net power that can be started in each year: first cores alone use the supply up.
template <class T>
constexpr power<T> startable_power(basic_fuel_supply<T> const& f) {
    return supported_power(f) / f.first_core.value;
}

} // namespace tallywatt

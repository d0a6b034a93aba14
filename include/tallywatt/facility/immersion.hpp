#pragma once
// immersion: servers in a dielectric liquid, no fans. All heat enters the bath; the tank's walls and what stands outside it
// (switches, supplies) give a few per cent to room air. Two ways to take the heat on:
//   one phase   oil or synthetic fluid is pumped through the tank and an exchanger
//               pump power per heat = dp/(eta rho c rise)
//   two phases  the fluid boils on the parts and condenses on a coil above: no pump, vapour is lost when lids open
// The fluid is bought by the litre and topped up by what is lost. One phase is limited by how well a slow liquid takes heat
// off a lid, two phases by boiling crisis. Reference: Open Compute Project, Immersion Requirements.
//
//   immersion const i = catalog::immersion_one_phase;   cooling_duty d = i.duty({celsius(25.0), celsius(18.0)});

#include <tallywatt/facility/air_cooling.hpp>
#include <tallywatt/facility/two_phase_plates.hpp>

namespace tallywatt {

template <class T = double>
using volume_per_power = quantity<dim::per<dim::volume, dim::power>, T>;
namespace detail {
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::volume, dim::power>>[] = {{"L/kW", 1e-6}, {"m3/W", 1.0, false}};
}  // namespace detail

/// The liquid of the tanks.
template <class T = double>
struct basic_tank_fluid {
    static constexpr char const* kind = "tank_fluid";
    volume_per_power<T> filling = 8.0 * litre / kilowatt; ///< per IT power
    money_per_volume<T> price = 8.0 * USD / litre;
    basic_fraction<T> lost{T(0.01)};                       ///< of the filling, a year

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"immersion vendors' statements", "2026-11", confidence::low};
        visit(field{"filling", non_negative, practice}, self.filling...);
        visit(field{"price", non_negative, practice}, self.price...);
        visit(field{"lost", unit_interval, practice}, self.lost...);
    }
    [[nodiscard]] constexpr money_per_power<T> first() const { return filling * price; }
    [[nodiscard]] constexpr basic_capacity_charge<T> top_up() const { return per_year(lost.value * first()); }
};
using tank_fluid = basic_tank_fluid<>;

/// One phase: the fluid is pumped.
template <class T = double>
struct basic_immersion {
    static constexpr char const* kind = "immersion";
    char const* name = "immersion, one phase";
    temperature<T> bath_supply = celsius(40.0); ///< fluid that enters the tank
    temperature_difference<T> bath_rise = 8.0 * kelvin;
    density<T> fluid_density = 810.0 * kilogram / cubic_metre;
    quantity<dim::per<dim::per<dim::energy, dim::mass>, dim::temperature>, T> fluid_heat_capacity = 2200.0 * joule / (kilogram * kelvin);
    pressure_difference<T> pressure = 60.0 * kilopascal;
    basic_fraction<T> pump_efficiency{T(0.50)};
    temperature_difference<T> exchanger_approach = 5.0 * kelvin; ///< bath supply above loop supply water
    basic_ratio<T> loop_pump_power{T(0.010)};
    basic_fraction<T> captured{T(0.97)}; ///< of IT heat by the bath; the rest goes to room air
    basic_tank_fluid<T> fluid{};
    basic_heat_rejection<T> rejection{};
    basic_chiller<T> chiller{};
    basic_air_cooling<T> residual{};
    tallywatt::power<T> max_rack_density = 120.0 * kilowatt; ///< a tank of a rack's footprint
    tallywatt::heat_flux<T> max_heat_flux = 90.0 * watt / square_centimetre;
    money_per_power<T> capital = 1.8 * USD / watt; ///< tanks, exchangers, loop and rejection, per captured heat; fluid apart
    basic_capacity_charge<T> upkeep = per_year(6.0 * USD / kilowatt); ///< per captured heat; fluid apart

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"immersion engineering practice", "2026-11", confidence::low};
        visit(field{"name"}, self.name...);
        visit(field{"bath_supply", between(278.15, 353.15), practice}, self.bath_supply...);
        visit(field{"bath_rise", positive, practice}, self.bath_rise...);
        visit(field{"fluid_density", positive, practice}, self.fluid_density...);
        visit(field{"fluid_heat_capacity", positive, practice}, self.fluid_heat_capacity...);
        visit(field{"pressure", non_negative, practice}, self.pressure...);
        visit(field{"pump_efficiency", {0.0, 1.0, true}, practice}, self.pump_efficiency...);
        visit(field{"exchanger_approach", non_negative, practice}, self.exchanger_approach...);
        visit(field{"loop_pump_power", non_negative, practice}, self.loop_pump_power...);
        visit(field{"captured", unit_interval, practice}, self.captured...);
        visit(field{"fluid"}, self.fluid...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"chiller"}, self.chiller...);
        visit(field{"residual"}, self.residual...);
        visit(field{"max_rack_density", positive, practice}, self.max_rack_density...);
        visit(field{"max_heat_flux", positive, practice}, self.max_heat_flux...);
        visit(field{"capital", non_negative, practice}, self.capital...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }
    constexpr operator basic_immersion<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    /// Power of the bath's pumps per captured heat at full load.
    [[nodiscard]] constexpr basic_ratio<T> pump_power() const {
        return moving_power(pressure, pump_efficiency, fluid_density * fluid_heat_capacity * bath_rise);
    }
    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto const loop = loop_at(rejection, chiller, bath_supply - exchanger_approach, bath_rise, air);
        return blend(captured, with_pumps(loop, basic_ratio<T>{pump_power().value + loop_pump_power.value}), residual.duty(air));
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        return {
            .coolant_supply = bath_supply,
            .liquid_captured = basic_fraction<T>{T(1.0)}, // no fans in the servers
            .max_rack_density = max_rack_density,
            .max_heat_flux = max_heat_flux,
            .capital = fluid.first() + blend_of(captured, capital, residual.capital),
            .upkeep = fluid.top_up() + blend_of(captured, upkeep, residual.upkeep)};
    }
};
using immersion = basic_immersion<>;

/// Two phases: the fluid boils and condenses in the tank.
template <class T = double>
struct basic_boiling_immersion {
    static constexpr char const* kind = "boiling_immersion";
    char const* name = "immersion, two phases";
    temperature<T> boiling = celsius(50.0);
    temperature_difference<T> condenser_approach = 5.0 * kelvin; ///< boiling above the coil's return water
    temperature_difference<T> loop_rise = 8.0 * kelvin;
    basic_ratio<T> loop_pump_power{T(0.010)};
    basic_fraction<T> captured{T(0.98)};
    basic_tank_fluid<T> fluid{
        .filling = 4.0 * litre / kilowatt, .price = 90.0 * USD / litre, .lost = basic_fraction<T>{T(0.05)}};
    basic_heat_rejection<T> rejection{};
    basic_chiller<T> chiller{};
    basic_air_cooling<T> residual{};
    tallywatt::power<T> max_rack_density = 250.0 * kilowatt; ///< a tank of a rack's footprint
    tallywatt::heat_flux<T> max_heat_flux = 180.0 * watt / square_centimetre;
    money_per_power<T> capital = 2.0 * USD / watt;
    basic_capacity_charge<T> upkeep = per_year(10.0 * USD / kilowatt);

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"two-phase immersion engineering practice", "2026-11", confidence::low};
        visit(field{"name"}, self.name...);
        visit(field{"boiling", between(278.15, 353.15), practice}, self.boiling...);
        visit(field{"condenser_approach", non_negative, practice}, self.condenser_approach...);
        visit(field{"loop_rise", positive, practice}, self.loop_rise...);
        visit(field{"loop_pump_power", non_negative, practice}, self.loop_pump_power...);
        visit(field{"captured", unit_interval, practice}, self.captured...);
        visit(field{"fluid"}, self.fluid...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"chiller"}, self.chiller...);
        visit(field{"residual"}, self.residual...);
        visit(field{"max_rack_density", positive, practice}, self.max_rack_density...);
        visit(field{"max_heat_flux", positive, practice}, self.max_heat_flux...);
        visit(field{"capital", non_negative, practice}, self.capital...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }
    constexpr operator basic_boiling_immersion<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto const loop = loop_at(rejection, chiller, boiling - condenser_approach - loop_rise, loop_rise, air);
        return blend(captured, with_pumps(loop, loop_pump_power), residual.duty(air));
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        return {
            .coolant_supply = boiling,
            .liquid_captured = basic_fraction<T>{T(1.0)},
            .max_rack_density = max_rack_density,
            .max_heat_flux = max_heat_flux,
            .capital = fluid.first() + blend_of(captured, capital, residual.capital),
            .upkeep = fluid.top_up() + blend_of(captured, upkeep, residual.upkeep)};
    }
};
using boiling_immersion = basic_boiling_immersion<>;

} // namespace tallywatt

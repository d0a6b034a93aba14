#pragma once
// two_phase_plates: direct to chip with a coolant that boils in the cold plates. It takes its latent heat, so little of it
// flows and the plates stay at one temperature; the limit is the critical heat flux, above that of a single phase.
//   pump power per heat = dp/(eta rho h_fg x),  x the share that boils off (exit quality)
// The vapour condenses against a facility loop whose supply water is the saturation temperature less the condenser's
// approach and the loop's rise (the coolant condenses at one temperature, so the water's return pinches, not its supply).
// Reference: ASHRAE TC 9.9, Liquid Cooling Guidelines; Kandlikar & Garimella on flow boiling in small channels.
//
//   two_phase_plates const d = catalog::direct_to_chip_two_phase;

#include <tallywatt/facility/air_cooling.hpp>

namespace tallywatt {

/// A coolant that boils.
template <class T = double>
struct basic_boiling_coolant {
    static constexpr char const* kind = "boiling_coolant";
    energy_per_mass<T> latent_heat = 180.0 * kilojoule / kilogram;
    density<T> liquid_density = 1250.0 * kilogram / cubic_metre;
    basic_fraction<T> exit_quality{T(0.6)}; ///< share that boils off

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source fluid{"data sheets of low-pressure refrigerants (R1233zd(E), R515B class)", "2026-11", confidence::low};
        visit(field{"latent_heat", positive, fluid}, self.latent_heat...);
        visit(field{"liquid_density", positive, fluid}, self.liquid_density...);
        visit(field{"exit_quality", {0.0, 1.0, true}, fluid}, self.exit_quality...);
    }
    /// Heat taken per volume of liquid.
    [[nodiscard]] constexpr auto heat_per_volume() const { return exit_quality.value * latent_heat * liquid_density; }
};
using boiling_coolant = basic_boiling_coolant<>;

template <class T = double>
struct basic_two_phase_plates {
    static constexpr char const* kind = "two_phase_plates";
    char const* name = "direct to chip, two phases";
    temperature<T> saturation = celsius(38.0); ///< of the coolant in the plates
    basic_boiling_coolant<T> coolant{};
    pressure_difference<T> pressure = 120.0 * kilopascal; ///< across plates and lines
    basic_fraction<T> pump_efficiency{T(0.40)};
    temperature_difference<T> condenser_approach = 3.0 * kelvin; ///< saturation above the loop's return water
    temperature_difference<T> loop_rise = 8.0 * kelvin;
    basic_ratio<T> loop_pump_power{T(0.010)}; ///< facility loop, per captured heat at full load
    basic_fraction<T> liquid_captured{T(0.80)};
    basic_heat_rejection<T> rejection{};
    basic_chiller<T> chiller{};
    basic_air_cooling<T> residual{};
    tallywatt::power<T> max_rack_density = 200.0 * kilowatt;
    tallywatt::heat_flux<T> max_heat_flux = 350.0 * watt / square_centimetre;
    money_per_power<T> capital = 2.0 * USD / watt;                    ///< of the liquid side, per captured heat
    basic_capacity_charge<T> upkeep = per_year(8.0 * USD / kilowatt); ///< of the liquid side, per captured heat

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"two-phase cooling engineering practice", "2026-11", confidence::low};
        visit(field{"name"}, self.name...);
        visit(field{"saturation", between(278.15, 353.15), practice}, self.saturation...);
        visit(field{"coolant"}, self.coolant...);
        visit(field{"pressure", non_negative, practice}, self.pressure...);
        visit(field{"pump_efficiency", {0.0, 1.0, true}, practice}, self.pump_efficiency...);
        visit(field{"condenser_approach", non_negative, practice}, self.condenser_approach...);
        visit(field{"loop_rise", positive, practice}, self.loop_rise...);
        visit(field{"loop_pump_power", non_negative, practice}, self.loop_pump_power...);
        visit(field{"liquid_captured", unit_interval, practice}, self.liquid_captured...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"chiller"}, self.chiller...);
        visit(field{"residual"}, self.residual...);
        visit(field{"max_rack_density", positive, practice}, self.max_rack_density...);
        visit(field{"max_heat_flux", positive, practice}, self.max_heat_flux...);
        visit(field{"capital", non_negative, practice}, self.capital...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }
    constexpr operator basic_two_phase_plates<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    /// Power of the coolant's pumps per captured heat at full load.
    [[nodiscard]] constexpr basic_ratio<T> pump_power() const { return moving_power(pressure, pump_efficiency, coolant.heat_per_volume()); }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto const loop = loop_at(rejection, chiller, saturation - condenser_approach - loop_rise, loop_rise, air);
        return blend(liquid_captured, with_pumps(loop, basic_ratio<T>{pump_power().value + loop_pump_power.value}), residual.duty(air));
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        return {
            .coolant_supply = saturation,
            .liquid_captured = liquid_captured,
            .max_rack_density = max_rack_density,
            .max_heat_flux = max_heat_flux,
            .capital = blend_of(liquid_captured, capital, residual.capital),
            .upkeep = blend_of(liquid_captured, upkeep, residual.upkeep)};
    }
};
using two_phase_plates = basic_two_phase_plates<>;

} // namespace tallywatt

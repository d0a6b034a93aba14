#pragma once
// direct_to_chip: single-phase liquid in cold plates on the processors. The captured share of IT heat goes through a
// coolant distribution unit to a warm-water loop with an economiser and a trim chiller; the rest goes to room air.
// The loop's supply water is the coolant supply less the distribution unit's approach. Pumps of both loops count.
// ASHRAE classes of facility water: W17, W27, W32, W40, W45 (the number is the supply temperature in C).
//
//   direct_to_chip const d = catalog::direct_to_chip;   temperature<> inlet = d.profile().coolant_supply;

#include <tallywatt/facility/air_cooling.hpp>

namespace tallywatt {

template <class T = double>
struct basic_direct_to_chip {
    static constexpr char const* kind = "direct_to_chip";
    char const* name = "direct to chip, single phase";
    temperature<T> coolant_supply = celsius(32.0);                  ///< at the cold plates' inlet
    temperature_difference<T> coolant_rise = 10.0 * kelvin;         ///< of both loops
    temperature_difference<T> distribution_approach = 4.0 * kelvin; ///< coolant above loop water, both supplies
    basic_fraction<T> liquid_captured{T(0.80)};                     ///< of IT heat; the rest goes to air
    basic_ratio<T> pump_power{T(0.018)};                            ///< both loops, per captured heat at full load
    basic_heat_rejection<T> rejection{};
    basic_chiller<T> chiller{};
    basic_air_cooling<T> residual{}; ///< cools what the liquid does not capture
    tallywatt::power<T> max_rack_density = 140.0 * kilowatt;
    tallywatt::heat_flux<T> max_heat_flux = 200.0 * watt / square_centimetre;
    money_per_power<T> capital = 1.5 * USD / watt; ///< of the liquid side, per captured heat
    basic_capacity_charge<T> upkeep = per_year(5.0 * USD / kilowatt); ///< of the liquid side, per captured heat: coolant, seals

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"liquid-cooling engineering practice", "2026-11", confidence::low};
        visit(field{"name"}, self.name...);
        visit(
            field{
                "coolant_supply",
                between(278.15, 353.15),
                {"ASHRAE TC 9.9 facility-water class W32", "2021", confidence::high}},
            self.coolant_supply...
        );
        visit(field{"coolant_rise", positive, practice}, self.coolant_rise...);
        visit(field{"distribution_approach", non_negative, practice}, self.distribution_approach...);
        visit(field{"liquid_captured", unit_interval, practice}, self.liquid_captured...);
        visit(field{"pump_power", non_negative, practice}, self.pump_power...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"chiller"}, self.chiller...);
        visit(field{"residual"}, self.residual...);
        visit(
            field{"max_rack_density", positive, {"vendors' rack ratings", "2025", confidence::low}},
            self.max_rack_density...
        );
        visit(field{"max_heat_flux", positive, practice}, self.max_heat_flux...);
        visit(field{"capital", non_negative, practice}, self.capital...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }
    constexpr operator basic_direct_to_chip<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto const loop = loop_at(rejection, chiller, coolant_supply - distribution_approach, coolant_rise, air);
        return blend(liquid_captured, with_pumps(loop, pump_power), residual.duty(air));
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        return {
            .coolant_supply = coolant_supply,
            .liquid_captured = liquid_captured,
            .max_rack_density = max_rack_density,
            .max_heat_flux = max_heat_flux,
            .capital = blend_of(liquid_captured, capital, residual.capital),
            .upkeep = blend_of(liquid_captured, upkeep, residual.upkeep)};
    }
};
using direct_to_chip = basic_direct_to_chip<>;

} // namespace tallywatt

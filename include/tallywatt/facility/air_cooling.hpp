#pragma once
// air_cooling: servers blow air through themselves; room air handlers cool it on a chilled-water loop, with an economiser
// and a chiller.
// IT heat -> air -> coil -> loop water at (handlers' supply - coil approach) -> heat rejection (heat_rejection.hpp)
// The handlers supply colder than the servers take in by what recirculates, and more than they take in by what bypasses
// (airflow.hpp): an open room and closed hot or cold aisles are the same technology with other shares. The handlers' fan
// power becomes heat in the loop as well. Server fans are in the server, not here.
//
//   air_cooling const a = catalog::air_contained;   cooling_duty d = a.duty({celsius(35.0), celsius(25.0)});

#include <tallywatt/facility/airflow.hpp>
#include <tallywatt/facility/cooling.hpp>
#include <tallywatt/facility/heat_rejection.hpp>

namespace tallywatt {

template <class T = double>
struct basic_air_cooling {
    static constexpr char const* kind = "air_cooling";
    char const* name = "air, contained aisles";
    temperature<T> supply_air = celsius(24.0);              ///< at the server's inlet
    temperature_difference<T> coil_approach = 5.0 * kelvin; ///< handlers' supply above loop supply water
    temperature_difference<T> loop_rise = 8.0 * kelvin;     ///< loop return above supply
    basic_airflow<T> airflow{};                             ///< of the room
    basic_ratio<T> pump_power{T(0.012)};                    ///< loop pumps, per heat in the loop at full load
    basic_heat_rejection<T> rejection{};
    basic_chiller<T> chiller{};
    tallywatt::power<T> max_rack_density = 25.0 * kilowatt;
    tallywatt::heat_flux<T> max_heat_flux = 100.0 * watt / square_centimetre; ///< at the package lid
    money_per_power<T> capital = 2.0 * USD / watt;                            ///< per IT power
    basic_capacity_charge<T> upkeep = per_year(2.0 * USD / kilowatt);         ///< per IT power: filters, belts, water treatment

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"air-cooling engineering practice", "2026-11", confidence::low};
        visit(field{"name"}, self.name...);
        visit(
            field{
                "supply_air",
                between(283.15, 323.15),
                {"ASHRAE TC 9.9 recommended envelope, 18 to 27 C", "2021", confidence::high}},
            self.supply_air...
        );
        visit(field{"coil_approach", non_negative, practice}, self.coil_approach...);
        visit(field{"loop_rise", positive, practice}, self.loop_rise...);
        visit(field{"airflow"}, self.airflow...);
        visit(field{"pump_power", non_negative, practice}, self.pump_power...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"chiller"}, self.chiller...);
        visit(
            field{"max_rack_density", positive, {"MP-IS rack-density break-evens", "2026", confidence::low}},
            self.max_rack_density...
        );
        visit(field{"max_heat_flux", positive, practice}, self.max_heat_flux...);
        visit(field{"capital", non_negative, practice}, self.capital...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }
    constexpr operator basic_air_cooling<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto const loop = loop_at(rejection, chiller, supply_air - airflow.mixing() - coil_approach, loop_rise, air);
        T const fans = airflow.fan_power().value, heat = T(1.0) + fans; // the fans' own heat, at its full-load value
        return {
            .chiller = basic_ratio<T>{heat * loop.chiller.value},
            .fans = basic_ratio<T>{(airflow.variable_speed ? fans : T(0.0)) + heat * loop.fans.value},
            .pumps = basic_ratio<T>{heat * pump_power.value},
            .water = heat * loop.water,
            .fixed_fans = basic_ratio<T>{airflow.variable_speed ? T(0.0) : fans}};
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        return {
            .coolant_supply = supply_air,
            .liquid_captured = {},
            .max_rack_density = max_rack_density,
            .max_heat_flux = max_heat_flux,
            .capital = capital,
            .upkeep = upkeep};
    }
};
using air_cooling = basic_air_cooling<>;

} // namespace tallywatt

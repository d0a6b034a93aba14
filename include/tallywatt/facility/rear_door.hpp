#pragma once
// rear_door: a water coil in the rack's rear door takes the heat out of the servers' exhaust before it reaches the room. The
// servers stay air-cooled (their own fans and heat flux remain); the loop's supply water is the room's air less the coil's
// approach, so it can be warmer than that of a room handler, whose air mixes on its way. What the door misses goes to room
// air. Reference: ASHRAE TC 9.9, Liquid Cooling Guidelines for Datacom Equipment Centers.
//
//   rear_door const r = catalog::rear_door;   cooling_duty d = r.duty({celsius(25.0), celsius(18.0)});

#include <tallywatt/facility/air_cooling.hpp>

namespace tallywatt {

template <class T = double>
struct basic_rear_door {
    static constexpr char const* kind = "rear_door";
    char const* name = "rear-door exchangers";
    temperature<T> room_air = celsius(24.0);                ///< at the server's inlet
    basic_fraction<T> captured{T(0.90)};                    ///< of the rack's heat by the door; the rest goes to the room
    temperature_difference<T> coil_approach = 5.0 * kelvin; ///< air that leaves the door above the loop's supply water
    temperature_difference<T> loop_rise = 7.0 * kelvin;
    basic_ratio<T> door_fan_power{T(0.010)}; ///< fans of an active door, per its heat at full load
    basic_ratio<T> pump_power{T(0.014)};     ///< loop pumps, per heat in the loop at full load
    basic_heat_rejection<T> rejection{};
    basic_chiller<T> chiller{};
    basic_air_cooling<T> residual{};
    tallywatt::power<T> max_rack_density = 50.0 * kilowatt;
    tallywatt::heat_flux<T> max_heat_flux = 100.0 * watt / square_centimetre;
    money_per_power<T> capital = 2.0 * USD / watt;                    ///< of doors and loop, per captured heat
    basic_capacity_charge<T> upkeep = per_year(3.0 * USD / kilowatt); ///< of doors and loop, per captured heat

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"rear-door exchanger engineering practice", "2026-11", confidence::low};
        visit(field{"name"}, self.name...);
        visit(field{"room_air", between(283.15, 323.15), {"ASHRAE TC 9.9 recommended envelope, 18 to 27 C", "2021", confidence::high}}, self.room_air...);
        visit(field{"captured", unit_interval, practice}, self.captured...);
        visit(field{"coil_approach", non_negative, practice}, self.coil_approach...);
        visit(field{"loop_rise", positive, practice}, self.loop_rise...);
        visit(field{"door_fan_power", non_negative, practice}, self.door_fan_power...);
        visit(field{"pump_power", non_negative, practice}, self.pump_power...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"chiller"}, self.chiller...);
        visit(field{"residual"}, self.residual...);
        visit(field{"max_rack_density", positive, practice}, self.max_rack_density...);
        visit(field{"max_heat_flux", positive, practice}, self.max_heat_flux...);
        visit(field{"capital", non_negative, practice}, self.capital...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }
    constexpr operator basic_rear_door<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto const loop = loop_at(rejection, chiller, room_air - coil_approach, loop_rise, air);
        T const heat = T(1.0) + door_fan_power.value;
        basic_cooling_duty<T> const door{
            .chiller = basic_ratio<T>{heat * loop.chiller.value},
            .fans = basic_ratio<T>{door_fan_power.value + heat * loop.fans.value},
            .pumps = basic_ratio<T>{heat * pump_power.value},
            .water = heat * loop.water};
        return blend(captured, door, residual.duty(air));
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        return {
            .coolant_supply = room_air,
            .liquid_captured = {}, // the servers' own heat leaves in air
            .max_rack_density = max_rack_density,
            .max_heat_flux = max_heat_flux,
            .capital = blend_of(captured, capital, residual.capital),
            .upkeep = blend_of(captured, upkeep, residual.upkeep)};
    }
};
using rear_door = basic_rear_door<>;

} // namespace tallywatt

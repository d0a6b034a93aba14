#pragma once
// outdoor_air: the servers breathe outdoor air through filters (an air-side economiser). Where it is too warm, wetted media
// cool it towards its wet bulb (direct evaporative cooling); where that is not enough, or the air is too humid, the room
// recirculates and a chiller carries the rest.
//   after media   t = max(t_db - eta (t_db - t_wb), needed), eta saturation effectiveness, needed what the handlers supply
//   chilled share = max(clamp((t - needed)/rise, 0, 1), clamp((t_wb - most humid)/1 K, 0, 1)),  rise across the servers
//   water per heat = flow (t_db - t)/(rise h_fg) (1 + 1/(C - 1)), of what is not closed off
// Handlers need more pressure than recirculating ones (filters, media), and there is no water loop. Cold air is mixed with
// return air. Reference: ASHRAE Handbook, HVAC Applications, chapter on evaporative cooling; ASHRAE TC 9.9 envelopes.
//
//   outdoor_air const a = catalog::air_outdoor;   cooling_duty d = a.duty({celsius(32.0), celsius(20.0)});

#include <tallywatt/facility/airflow.hpp>
#include <tallywatt/facility/cooling.hpp>
#include <tallywatt/facility/heat_rejection.hpp>

namespace tallywatt {

template <class T = double>
struct basic_outdoor_air {
    static constexpr char const* kind = "outdoor_air";
    char const* name = "outdoor air, evaporative";
    temperature<T> supply_air = celsius(27.0);         ///< at the server's inlet
    temperature<T> most_humid = celsius(23.0);         ///< wet bulb of outdoor air above which the room closes
    basic_airflow<T> airflow{.bypass = basic_fraction<T>{T(0.05)}, .recirculation = basic_fraction<T>{T(0.03)}, .pressure = 350.0 * pascal};
    basic_fraction<T> wetting{T(0.85)};                ///< saturation effectiveness of the media
    basic_ratio<T> cycles_of_concentration{T(4.0)};
    temperature_difference<T> coil_approach = 10.0 * kelvin; ///< handlers' supply above the evaporating side's coolant
    basic_chiller<T> chiller{};
    tallywatt::power<T> max_rack_density = 20.0 * kilowatt;
    tallywatt::heat_flux<T> max_heat_flux = 100.0 * watt / square_centimetre; ///< at the package lid
    money_per_power<T> capital = 1.2 * USD / watt;                            ///< per IT power
    basic_capacity_charge<T> upkeep = per_year(4.0 * USD / kilowatt);         ///< per IT power: filters and media

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"evaporative air-cooling engineering practice", "2026-11", confidence::low};
        constexpr source ashrae{"ASHRAE TC 9.9 thermal guidelines, recommended and A1 allowable envelopes", "2021", confidence::medium};
        visit(field{"name"}, self.name...);
        visit(field{"supply_air", between(283.15, 323.15), ashrae}, self.supply_air...);
        visit(field{"most_humid", between(273.15, 323.15), ashrae}, self.most_humid...);
        visit(field{"airflow"}, self.airflow...);
        visit(field{"wetting", unit_interval, practice}, self.wetting...);
        visit(field{"cycles_of_concentration", {1.0, 1e3, true}, practice}, self.cycles_of_concentration...);
        visit(field{"coil_approach", non_negative, practice}, self.coil_approach...);
        visit(field{"chiller"}, self.chiller...);
        visit(field{"max_rack_density", positive, practice}, self.max_rack_density...);
        visit(field{"max_heat_flux", positive, practice}, self.max_heat_flux...);
        visit(field{"capital", non_negative, practice}, self.capital...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }
    constexpr operator basic_outdoor_air<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        temperature<T> const needed = supply_air - airflow.mixing();
        temperature_difference<T> const above = math::max(air.dry_bulb - needed, temperature_difference<T>{});
        temperature_difference<T> const wetted = math::min(above, wetting * (air.dry_bulb - air.wet_bulb));
        T const warm = math::clamp((above - wetted) / airflow.server_rise, T(0.0), T(1.0));
        T const humid = math::clamp((air.wet_bulb - most_humid) / (1.0 * kelvin), T(0.0), T(1.0));
        T const fans = airflow.fan_power().value, heat = T(1.0) + fans;
        T const work = math::max(warm, humid) * work_per_heat(chiller, needed - coil_approach, air.dry_bulb).value;
        auto const evaporated = (airflow.flow().value * (wetted / airflow.server_rise)) / (water_density * water_latent_heat);
        return {
            .chiller = basic_ratio<T>{heat * work},
            .fans = basic_ratio<T>{airflow.variable_speed ? fans : T(0.0)},
            .pumps = {},
            .water = (T(1.0) - humid) * make_up_over_evaporated(cycles_of_concentration).value * evaporated,
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
using outdoor_air = basic_outdoor_air<>;

} // namespace tallywatt

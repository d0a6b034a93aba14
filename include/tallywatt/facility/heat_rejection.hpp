#pragma once
// heat_rejection: how a water loop gives its heat to the outdoor air, with a trim chiller for the hours in which the air
// is too warm. Sinks: a dry cooler (dry bulb), an evaporative tower (wet bulb), or an adiabatic cooler (dry, its air
// wetted only in the hours that need it). Without an economiser all heat goes through the chiller all year.
//
// Between supply and return the economiser carries part and the chiller the rest, linear in temperature:
//   chilled share = clamp((sink + approach - supply)/rise, 0, 1)
// Fan flow falls with the driving temperature difference and fan power with its cube.
//
// Tower. Air leaves saturated at the mean water temperature t_e; per mass of dry air it takes h_s(t_e) - h_s(t_wet bulb) of
// heat, of which c_p (t_e - t_dry bulb) is sensible: in cold air much of the heat warms air and less water evaporates, in hot
// dry air more evaporates than the heat alone would take:
//   latent share = 1 - c_p (t_e - t_db)/(h_s(t_e) - h_s(t_wb)),   E = latent share * Q (1 + 1/COP)/h_fg
//   make-up = E + E/(C - 1) + drift,  C cycles of concentration, drift a share of the circulating flow
// Adiabatic. Air is wetted from the dry bulb towards the wet bulb by at most the pads' saturation effectiveness, and no
// further than the loop needs; air and water flows are balanced (both change by the loop's rise):
//   E = Q (1 + 1/COP) (t_db - t_air)/(rise h_fg)
// Reference: ASHRAE Handbook, HVAC Systems and Equipment, chapters on cooling towers, condensers and evaporative coolers.
//
//   loop_duty d = loop_at(heat_rejection{.sink = heat_sink::dry}, chiller{}, celsius(28.0), 10.0 * kelvin, air);

#include <tallywatt/facility/airflow.hpp>
#include <tallywatt/facility/chiller.hpp>
#include <tallywatt/facility/climate.hpp>
#include <tallywatt/facility/cooling.hpp>
#include <tallywatt/number/monotone.hpp>

namespace tallywatt {

/// What the heat goes to: air as it is, air cooled by evaporating water, or air wetted when needed.
enum class heat_sink : unsigned char { dry, evaporative, adiabatic };
/// Whether cool air cools the loop without the chiller.
enum class economiser : unsigned char { water_side, none };

template <class T = double>
struct basic_heat_rejection {
    static constexpr char const* kind = "heat_rejection";
    heat_sink sink = heat_sink::dry;
    economiser free_cooling = economiser::water_side;
    temperature_difference<T> approach = 8.0 * kelvin; ///< coolant above the sink at full fan flow
    basic_ratio<T> fan_power{T(0.020)};                ///< fan power per heat rejected at full flow
    basic_ratio<T> cycles_of_concentration{T(4.0)};    ///< evaporative and adiabatic; above 1
    basic_fraction<T> drift{T(0.00002)};               ///< evaporative only; of the circulating flow
    basic_fraction<T> wetting{T(0.75)};                ///< adiabatic only; saturation effectiveness of the pads

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{
            "heat-rejection engineering practice: dry coolers 6 to 10 K, towers 3 to 5 K", "2026-11", confidence::low};
        visit(field{"sink"}, self.sink...);
        visit(field{"free_cooling"}, self.free_cooling...);
        visit(field{"approach", positive, practice}, self.approach...);
        visit(field{"fan_power", non_negative, practice}, self.fan_power...);
        visit(field{"cycles_of_concentration", {1.0, 1e3, true}, practice}, self.cycles_of_concentration...);
        visit(field{"drift", unit_interval, practice}, self.drift...);
        visit(field{"wetting", unit_interval, practice}, self.wetting...);
    }
    constexpr operator basic_heat_rejection<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using heat_rejection = basic_heat_rejection<>;

/// Make-up over what evaporates: blow-down keeps salts at C times those of the make-up.
template <class T>
constexpr basic_ratio<T> make_up_over_evaporated(basic_ratio<T> const& cycles) {
    return basic_ratio<T>{T(1.0) + T(1.0) / (cycles.value - T(1.0))};
}

/// Share of a tower's heat that leaves as vapour when its air leaves saturated at `leaving`; may exceed 1 in hot dry air.
template <class T>
constexpr basic_ratio<T> latent_share(temperature<T> const& leaving, basic_weather<T> const& air) {
    auto const in = saturation_enthalpy(air.wet_bulb, air.pressure);
    auto const at = [&](T const& kelvins) {
        temperature<T> const t{temperature_difference<T>::from_base(kelvins)};
        return T(1.0) - air_heat_capacity * (t - air.dry_bulb) / (saturation_enthalpy(t, air.pressure) - in);
    };
    return basic_ratio<T>{math::max(detail::in_pieces(at, leaving.in_kelvin()), T(0.0))};
}

/// What it takes to keep a loop at its supply temperature, per heat taken from the loop.
template <class T = double>
struct basic_loop_duty {
    basic_ratio<T> chiller{}; ///< compressor work
    basic_ratio<T> fans{};    ///< fan power, at full load
    volume_per_energy<T> water{};
};
using loop_duty = basic_loop_duty<>;

/// The duty of a loop supplied at `coolant` that returns `rise` warmer, in this weather.
template <class T>
constexpr basic_loop_duty<T> loop_at(
    basic_heat_rejection<T> const& r, basic_chiller<T> const& c, temperature<T> const& coolant,
    temperature_difference<T> const& rise, basic_weather<T> const& air
) {
    temperature<T> sink = air.dry_bulb;
    temperature_difference<T> wetted{};
    if (r.sink == heat_sink::evaporative)
        sink = air.wet_bulb;
    else if (r.sink == heat_sink::adiabatic) { // no wetter than the loop needs, no further than the pads reach
        wetted = math::min(math::max(air.dry_bulb - coolant + r.approach, temperature_difference<T>{}), r.wetting * (air.dry_bulb - air.wet_bulb));
        sink = air.dry_bulb - wetted;
    }
    T const chilled = r.free_cooling == economiser::none ? T(1.0) : math::clamp((sink + r.approach - coolant) / rise, T(0.0), T(1.0));
    T const work = chilled * work_per_heat(c, coolant, sink).value;
    T const rejected = T(1.0) + work;
    // Full flow carries the heat at the design approach; a colder sink needs less, never more than full.
    temperature_difference<T> const design = r.approach + T(0.5) * rise, driving = coolant - sink + T(0.5) * rise;
    T const flow = r.free_cooling == economiser::none ? T(1.0) : design / math::max(design, driving);
    volume_per_energy<T> water{};
    if (r.sink == heat_sink::evaporative) {
        temperature<T> const leaving = math::max(coolant, sink + r.approach) + T(0.5) * rise;
        water = latent_share(leaving, air).value * make_up_over_evaporated(r.cycles_of_concentration).value / (water_density * water_latent_heat) +
                r.drift.value / (water_density * water_heat_capacity * rise);
    } else if (r.sink == heat_sink::adiabatic)
        water = (wetted / rise) * make_up_over_evaporated(r.cycles_of_concentration).value / (water_density * water_latent_heat);
    return {
        .chiller = basic_ratio<T>{work},
        .fans = basic_ratio<T>{r.fan_power.value * rejected * math::pow(flow, 3)},
        .water = water * rejected};
}

/// A loop's duty with the power of its pumps, per heat in the loop at full load.
template <class T>
constexpr basic_cooling_duty<T> with_pumps(basic_loop_duty<T> const& loop, basic_ratio<T> const& pumps) {
    return {.chiller = loop.chiller, .fans = loop.fans, .pumps = pumps, .water = loop.water};
}

} // namespace tallywatt

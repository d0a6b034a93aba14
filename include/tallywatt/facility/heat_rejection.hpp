#pragma once
// heat_rejection: how a water loop gives its heat to the outdoor air, through a dry cooler (sink: dry bulb) or an
// evaporative tower (sink: wet bulb), with a trim chiller for the hours in which the air is too warm.
//
// Between supply and return the economiser carries part and the chiller the rest, linear in temperature:
//   chilled share = clamp((sink + approach - supply)/rise, 0, 1)
// Fan flow falls with the driving temperature difference and fan power with its cube. Tower make-up follows
//   E + drift + E/(C - 1),  E = Q (1 + 1/COP)/h_fg,  C cycles of concentration, drift a share of the circulating flow.
// Reference: ASHRAE Handbook, HVAC Systems and Equipment, chapters on cooling towers and on condensers.
//
//   loop_duty d = loop_at(heat_rejection{.sink = heat_sink::dry}, chiller{}, celsius(28.0), 10.0 * kelvin, air);

#include <tallywatt/facility/chiller.hpp>
#include <tallywatt/facility/climate.hpp>

namespace tallywatt {

/// What the heat goes to: air as it is, or air cooled by evaporating water.
enum class heat_sink : unsigned char { dry, evaporative };

inline constexpr auto water_density = 1000.0 * kilogram / cubic_metre;
inline constexpr auto water_heat_capacity = 4186.0 * joule / (kilogram * kelvin);
/// Latent heat of water at 30 C: 1.481 L evaporated per kWh of heat.
inline constexpr auto water_latent_heat = 2430.0 * kilojoule / kilogram;

template <class T = double>
struct basic_heat_rejection {
    static constexpr char const* kind = "heat_rejection";
    heat_sink sink = heat_sink::dry;
    temperature_difference<T> approach = 8.0 * kelvin; ///< coolant above the sink at full fan flow
    basic_ratio<T> fan_power{T(0.020)};                ///< fan power per heat rejected at full flow
    basic_ratio<T> cycles_of_concentration{T(4.0)};    ///< evaporative only; above 1
    basic_fraction<T> drift{T(0.00002)};               ///< evaporative only; of the circulating flow

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{
            "heat-rejection engineering practice: dry coolers 6 to 10 K, towers 3 to 5 K", "2026-11", confidence::low};
        visit(field{"sink"}, self.sink...);
        visit(field{"approach", positive, practice}, self.approach...);
        visit(field{"fan_power", non_negative, practice}, self.fan_power...);
        visit(field{"cycles_of_concentration", {1.0, 1e3, true}, practice}, self.cycles_of_concentration...);
        visit(field{"drift", unit_interval, practice}, self.drift...);
    }
    constexpr operator basic_heat_rejection<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using heat_rejection = basic_heat_rejection<>;

/// The temperature that the outdoor air offers to this kind of heat rejection.
template <class T>
constexpr temperature<T> sink_temperature(heat_sink sink, basic_weather<T> const& air) {
    return sink == heat_sink::dry ? air.dry_bulb : air.wet_bulb;
}

/// Make-up water per heat rejected (compressor heat included) for a loop with this rise; none where dry.
template <class T>
constexpr volume_per_energy<T> make_up_water(basic_heat_rejection<T> const& r, temperature_difference<T> const& rise) {
    if (r.sink == heat_sink::dry)
        return {};
    T const c = r.cycles_of_concentration.value;
    auto const evaporated = (T(1.0) + T(1.0) / (c - T(1.0))) / (water_density * water_latent_heat);
    return evaporated + r.drift.value / (water_density * water_heat_capacity * rise);
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
    temperature<T> const sink = sink_temperature(r.sink, air);
    T const chilled = math::clamp((sink + r.approach - coolant) / rise, T(0.0), T(1.0));
    T const work = chilled * work_per_heat(c, coolant, sink).value;
    T const rejected = T(1.0) + work;
    // Full flow carries the heat at the design approach; a colder sink needs less, never more than full.
    temperature_difference<T> const design = r.approach + T(0.5) * rise, driving = coolant - sink + T(0.5) * rise;
    T const flow = design / math::max(design, driving);
    return {
        .chiller = basic_ratio<T>{work},
        .fans = basic_ratio<T>{r.fan_power.value * rejected * math::pow(flow, 3)},
        .water = make_up_water(r, rise) * rejected};
}

} // namespace tallywatt

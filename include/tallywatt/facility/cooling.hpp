#pragma once
// cooling_technology: what a facility asks of a way to cool servers. A type that answers two questions composes like the
// built-in ones (basic_air_cooling, basic_direct_to_chip):
//
//   c.duty(weather)  work and water per IT power in this weather, with all of the design load on (basic_cooling_duty)
//   c.profile()      coolant temperature at the chips, heat captured by liquid, limits, capital (basic_cooling_profile)
//
// Heat that a technology gives to others instead of the outdoor air (heat_reuse.hpp) is part of its duty too.
//
// No technology holds a PUE: the facility computes it from the duty over its climate. With u the share of the design
// load, chiller work and water are proportional to u, fans and pumps to u^3 (affinity laws; parallel machines slow down
// together); fans of one speed take the same at any load.

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/facility/climate.hpp>

#include <limits>

namespace tallywatt {

/// Work and water per IT power, at full load.
template <class T = double>
struct basic_cooling_duty {
    basic_ratio<T> chiller{};     ///< compressor work per IT power; proportional to load
    basic_ratio<T> fans{};        ///< fan power per IT power at full load; cube law
    basic_ratio<T> pumps{};       ///< pump power per IT power at full load; cube law
    volume_per_energy<T> water{}; ///< site water per IT energy; proportional to load
    basic_ratio<T> reused{};      ///< heat used elsewhere, per IT power; proportional to load
    basic_ratio<T> fixed_fans{};  ///< fans of one speed: per design IT power, at any load
};
using cooling_duty = basic_cooling_duty<>;

/// What a technology offers the servers, and what it costs.
template <class T = double>
struct basic_cooling_profile {
    temperature<T> coolant_supply = celsius(25.0); ///< at the server's inlet: air or liquid
    basic_fraction<T> liquid_captured{};           ///< share of IT heat that leaves in liquid
    tallywatt::power<T> max_rack_density = tallywatt::power<T>::from_base(T(std::numeric_limits<double>::infinity()));
    tallywatt::heat_flux<T> max_heat_flux =
        tallywatt::heat_flux<T>::from_base(T(std::numeric_limits<double>::infinity()));
    money_per_power<T> capital{}; ///< per IT power
    basic_capacity_charge<T> upkeep{}; ///< per IT power: coolant, filters, fluid; what the building's maintenance does not hold
};
using cooling_profile = basic_cooling_profile<>;

template <class C, class T>
concept cooling_technology = described<C> && requires(C const& c, basic_weather<T> const& air) {
    { c.duty(air) } -> std::same_as<basic_cooling_duty<T>>;
    { c.profile() } -> std::convertible_to<basic_cooling_profile<T>>;
};

namespace detail {
/// f a + (1 - f) b. Of intervals its exact range: written out, f would count twice, where a and b are nearly equal and f
/// hardly matters.
template <class T>
constexpr T blend(basic_fraction<T> const& f, T const& a, T const& b) {
    if constexpr (std::same_as<T, interval>) {
        auto const at = [](double share, double x, double y) { return T(share) * T(x) + (T(1.0) - T(share)) * T(y); };
        T const low = math::min(at(f.value.low, a.low, b.low), at(f.value.high, a.low, b.low));
        T const high = math::max(at(f.value.low, a.high, b.high), at(f.value.high, a.high, b.high));
        return T(low.low, high.high);
    } else
        return f.value * a + (T(1.0) - f.value) * b;
}
} // namespace detail

/// a's duty and b's together.
template <class T>
constexpr basic_cooling_duty<T> operator+(basic_cooling_duty<T> const& a, basic_cooling_duty<T> const& b) {
    return {
        basic_ratio<T>{a.chiller.value + b.chiller.value}, basic_ratio<T>{a.fans.value + b.fans.value},
        basic_ratio<T>{a.pumps.value + b.pumps.value}, a.water + b.water, basic_ratio<T>{a.reused.value + b.reused.value},
        basic_ratio<T>{a.fixed_fans.value + b.fixed_fans.value}};
}
/// The duty of this share of the heat.
template <class T>
constexpr basic_cooling_duty<T> operator*(basic_fraction<T> const& share, basic_cooling_duty<T> const& d) {
    return {
        basic_ratio<T>{share.value * d.chiller.value}, basic_ratio<T>{share.value * d.fans.value},
        basic_ratio<T>{share.value * d.pumps.value}, share.value * d.water, basic_ratio<T>{share.value * d.reused.value},
        basic_ratio<T>{share.value * d.fixed_fans.value}};
}

/// The duty of a technology that takes this share of the heat to `a` and the rest to `b`.
template <class T>
constexpr basic_cooling_duty<T>
blend(basic_fraction<T> const& share, basic_cooling_duty<T> const& a, basic_cooling_duty<T> const& b) {
    auto const mix = [&](T const& x, T const& y) { return detail::blend(share, x, y); };
    return {
        basic_ratio<T>{mix(a.chiller.value, b.chiller.value)}, basic_ratio<T>{mix(a.fans.value, b.fans.value)},
        basic_ratio<T>{mix(a.pumps.value, b.pumps.value)},
        volume_per_energy<T>::from_base(mix(a.water.base_value, b.water.base_value)),
        basic_ratio<T>{mix(a.reused.value, b.reused.value)}, basic_ratio<T>{mix(a.fixed_fans.value, b.fixed_fans.value)}};
}

/// share of a price and the rest of another: money per power, or per power and time.
template <class T>
constexpr money_per_power<T> blend_of(basic_fraction<T> const& share, money_per_power<T> const& a, money_per_power<T> const& b) {
    return money_per_power<T>::from_base(detail::blend(share, a.base_value, b.base_value));
}
template <class T>
constexpr basic_capacity_charge<T> blend_of(basic_fraction<T> const& share, basic_capacity_charge<T> const& a, basic_capacity_charge<T> const& b) {
    return held_at(money_per_power_time<T>::from_base(detail::blend(share, a.value.base_value, b.value.base_value)));
}

/// The duty over a year, weighted by hours.
template <class T, cooling_technology<T> C>
constexpr basic_cooling_duty<T> annual_duty(C const& technology, basic_climate<T> const& site) {
    duration<T> const all = total_hours(site);
    basic_ratio<T> const pressure = standard_pressure(site.elevation);
    basic_cooling_duty<T> sum{};
    for (auto const& b : site.bins)
        sum = sum + basic_fraction<T>{b.hours / all} * technology.duty(b.air(pressure));
    return sum;
}

/// The largest of each part of the duty over the bins: the design day (the hottest bin asks most of every part).
template <class T, cooling_technology<T> C>
constexpr basic_cooling_duty<T> peak_duty(C const& technology, basic_climate<T> const& site) {
    basic_ratio<T> const pressure = standard_pressure(site.elevation);
    basic_cooling_duty<T> peak{};
    for (auto const& b : site.bins) {
        auto const d = technology.duty(b.air(pressure));
        peak.chiller.value = math::max(peak.chiller.value, d.chiller.value);
        peak.fans.value = math::max(peak.fans.value, d.fans.value);
        peak.pumps.value = math::max(peak.pumps.value, d.pumps.value);
        peak.water = math::max(peak.water, d.water);
        peak.fixed_fans.value = math::max(peak.fixed_fans.value, d.fixed_fans.value);
    }
    return peak;
}

} // namespace tallywatt

#pragma once
// Moist air: what its dry bulb and wet bulb say at a site's pressure.
//
//   saturation pressure   e_s(t) = 611.2 Pa exp(17.62 t/(243.12 C + t))        Magnus; -45 to 60 C, within 0.4 % over water
//   humidity ratio        w = 0.62198 e/(p - e)
//   enthalpy              h = c_p t + w (h_0 + c_v t), of dry air at 0 C zero
//   wet bulb              e = e_s(t_w) - A p (t - t_w),  A = 6.6e-4 (1 + 0.00115 t_w)/K   (a ventilated psychrometer)
//   standard pressure     p = p_0 (1 - 2.25577e-5 z/m)^5.25588,  0 to 11 km
// Pressures are shares of that at sea level (101,325 Pa). Reference: WMO-No. 8, Guide to Instruments, annex 4.B; ASHRAE
// Handbook, Fundamentals, chapter 1. Stull's fit (J. Appl. Meteorol. Climatol. 50, 2011) holds at sea level only, for 5 to
// 99 % humidity and -20 to 50 C, within 1 K: it is here to be compared with.
//
//   basic_ratio<> p = standard_pressure(1730.0 * metre);                           // Golden, Colorado: 0.811
//   temperature<> w = wet_bulb(celsius(30.0), fraction{0.2}, p);   // 14.8 C

#include <tallywatt/number/field.hpp>

#include <cmath>

namespace tallywatt {

namespace moist_air {
inline constexpr double sea_level_pascals = 101'325.0;
inline constexpr double vapour_over_air = 0.62198;         ///< molar masses
inline constexpr double dry_heat_capacity = 1.006;         ///< kJ/(kg K)
inline constexpr double vapour_heat_capacity = 1.86;       ///< kJ/(kg K)
inline constexpr double vapour_heat_at_zero = 2501.0;      ///< kJ/kg, evaporated at 0 C
}  // namespace moist_air

/// Pressure of the standard atmosphere at an elevation, as a share of that at sea level.
template <class T>
constexpr basic_ratio<T> standard_pressure(length<T> const& elevation) {
    return basic_ratio<T>{math::pow(T(1.0) - T(2.25577e-5) * elevation.in(metre), T(5.25588))};
}

/// Saturation pressure of water vapour over that of the atmosphere at sea level.
template <class T>
constexpr basic_ratio<T> saturation_pressure(temperature<T> const& t) {
    // 17.62 t/(243.12 + t) with t named once
    return basic_ratio<T>{T(611.2 / moist_air::sea_level_pascals) * math::exp(T(17.62) - T(17.62 * 243.12) / (T(243.12) + t.in_celsius()))};
}

/// Water held by saturated air, per mass of dry air.
template <class T>
constexpr basic_ratio<T> saturation_humidity(temperature<T> const& t, basic_ratio<T> const& pressure) {
    T const e = saturation_pressure(t).value;
    return basic_ratio<T>{T(moist_air::vapour_over_air) / (pressure.value / e - T(1.0))};
}

/// Enthalpy of saturated air per mass of dry air, from dry air at 0 C. It rises with temperature.
template <class T>
constexpr energy_per_mass<T> saturation_enthalpy(temperature<T> const& t, basic_ratio<T> const& pressure) {
    using namespace moist_air;
    T const c = t.in_celsius(), w = saturation_humidity(t, pressure).value;
    return (T(dry_heat_capacity) * c + w * (T(vapour_heat_at_zero) + T(vapour_heat_capacity) * c)) * (1.0 * kilojoule / kilogram);
}

/// The dew point of air: the temperature at which its vapour saturates.
template <std::floating_point T>
temperature<T> dew_point(temperature<T> const& dry_bulb, basic_fraction<T> const& humidity) {
    T const x = std::log(humidity.value) + T(17.62) * dry_bulb.in_celsius() / (T(243.12) + dry_bulb.in_celsius());
    return celsius(T(243.12) * x / (T(17.62) - x));
}

/// The wet bulb of air of this vapour pressure (a share of sea-level pressure): solved to 1e-9 K. For building climates; bins
/// carry it, so nothing asks for it over other number types.
template <std::floating_point T>
temperature<T> wet_bulb_of_vapour(temperature<T> const& dry_bulb, basic_ratio<T> const& vapour, basic_ratio<T> const& pressure) {
    T low = T(-90.0), high = dry_bulb.in_celsius();
    for (int i = 0; i < 60 && high - low > T(1e-9); ++i) {
        T const w = T(0.5) * (low + high);
        T const e = saturation_pressure(celsius(w)).value - T(6.6e-4) * (T(1.0) + T(0.00115) * w) * pressure.value * (dry_bulb.in_celsius() - w);
        (e < vapour.value ? low : high) = w;
    }
    return celsius(T(0.5) * (low + high));
}

/// The wet bulb of air at a relative humidity above 0 and a pressure (a share of that at sea level).
template <std::floating_point T>
temperature<T> wet_bulb(temperature<T> const& dry_bulb, basic_fraction<T> const& humidity, basic_ratio<T> const& pressure = basic_ratio<T>{T(1.0)}) {
    return wet_bulb_of_vapour(dry_bulb, basic_ratio<T>{humidity.value * saturation_pressure(dry_bulb).value}, pressure);
}

/// Stull's fit of the wet bulb at sea level.
template <std::floating_point T>
temperature<T> wet_bulb_by_stull(temperature<T> const& dry_bulb, basic_fraction<T> const& humidity) {
    T const t = dry_bulb.in_celsius(), rh = T(100.0) * humidity.value;
    return celsius(t * std::atan(T(0.151977) * std::sqrt(rh + T(8.313659))) + std::atan(t + rh) - std::atan(rh - T(1.676331))
                   + T(0.00391838) * rh * std::sqrt(rh) * std::atan(T(0.023101) * rh) - T(4.686035));
}

}  // namespace tallywatt

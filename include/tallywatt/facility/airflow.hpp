#pragma once
// airflow: how the air of a room reaches its servers, and what moving it takes. Handlers supply F, servers draw F_s:
//   (1 - b) F = (1 - r) F_s      b bypass: supplied air that returns unused;  r recirculation: a server's own exhaust at its intake
//   intake above supply = r/(1 - r) dT,   dT the rise across the servers
//   fan power per heat  = dp (1 - r)/((1 - b) eta rho c_p dT)
// An open room bypasses and recirculates much, closed aisles little: containment is these two shares. At part load flow
// follows the load and power its cube; fans of one speed take the same at any load. Reference: Tozer, Kurkjian, Salim, ASHRAE Transactions 115-1 (2009), air management
// metrics.
//
//   airflow const a{.bypass = fraction{0.45}, .recirculation = fraction{0.2}};   ratio w = a.fan_power();

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

/// Force per area, which is energy per volume.
template <class T = double>
using pressure_difference = quantity<dim::per<dim::energy, dim::volume>, T>;
inline constexpr auto pascal = joule / cubic_metre;
inline constexpr auto kilopascal = 1e3 * pascal;

namespace detail {
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::energy, dim::volume>>[] = {{"Pa", 1.0}, {"kPa", 1e3}};
}  // namespace detail

inline constexpr auto air_density = 1.20 * kilogram / cubic_metre;
inline constexpr auto air_heat_capacity = 1006.0 * joule / (kilogram * kelvin);
inline constexpr auto water_density = 1000.0 * kilogram / cubic_metre;
inline constexpr auto water_heat_capacity = 4186.0 * joule / (kilogram * kelvin);
/// Latent heat of water at 30 C: 1.481 L evaporated per kWh of heat.
inline constexpr auto water_latent_heat = 2430.0 * kilojoule / kilogram;

/// Power to move a fluid against a pressure per heat that it carries: dp/(eta q), q heat per volume of fluid.
template <class T, class Q>
constexpr basic_ratio<T> moving_power(pressure_difference<T> const& pressure, basic_fraction<T> const& efficiency, Q const& heat_per_volume) {
    return basic_ratio<T>{pressure / (efficiency.value * heat_per_volume)};
}

template <class T = double>
struct basic_airflow {
    static constexpr char const* kind = "airflow";
    temperature_difference<T> server_rise = 12.0 * kelvin;
    basic_fraction<T> bypass{T(0.08)};
    basic_fraction<T> recirculation{T(0.04)};
    pressure_difference<T> pressure = 300.0 * pascal; ///< across coils, filters, floor and aisle, at full flow
    basic_fraction<T> efficiency{T(0.55)};            ///< fan, motor and drive
    bool variable_speed = true;                       ///< flow follows the load; else it is the design's at any load

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"air-handler engineering practice", "2026-11", confidence::low};
        visit(field{"server_rise", positive, practice}, self.server_rise...);
        visit(field{"bypass", between(0.0, 0.9), practice}, self.bypass...);
        visit(field{"recirculation", between(0.0, 0.9), practice}, self.recirculation...);
        visit(field{"pressure", non_negative, practice}, self.pressure...);
        visit(field{"efficiency", {0.0, 1.0, true}, practice}, self.efficiency...);
        visit(field{"variable_speed"}, self.variable_speed...);
    }

    /// Handlers' flow over the servers'.
    [[nodiscard]] constexpr basic_ratio<T> flow() const {
        return basic_ratio<T>{(T(1.0) - recirculation.value) / (T(1.0) - bypass.value)};
    }
    /// Intake of the servers above what the handlers supply.
    [[nodiscard]] constexpr temperature_difference<T> mixing() const {
        return (T(1.0) / (T(1.0) - recirculation.value) - T(1.0)) * server_rise;
    }
    /// Fan power per heat at full flow.
    [[nodiscard]] constexpr basic_ratio<T> fan_power() const {
        return basic_ratio<T>{flow().value * moving_power(pressure, efficiency, air_density * air_heat_capacity * server_rise).value};
    }
};
using airflow = basic_airflow<>;

} // namespace tallywatt

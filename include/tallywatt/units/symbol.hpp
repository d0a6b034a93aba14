#pragma once
// Names of units: for each dimension that is printed, the scaled units it is printed in, smallest first. The entry whose
// scale is 1 names the house base unit, which is not always printed. Error messages and io/format.hpp read this table.

#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/named.hpp>
#include <tallywatt/units/temperature.hpp>

#include <cstddef>
#include <span>

namespace tallywatt {

/// One printable unit: its symbol and its size in house base units.
struct unit_symbol {
    char const* text;
    double scale;
    bool printed = true;  ///< false: names the house base unit only
};

namespace detail {

template <class D>
inline constexpr unit_symbol symbols_of[] = {{"(unnamed unit)", 1.0}};

inline constexpr double yr = 8760.0 * 3600.0, kwh = 3.6e6;

template <> inline constexpr unit_symbol symbols_of<dim::none>[] = {{"", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::length>[] = {{"mm", 1e-3}, {"m", 1.0}, {"km", 1e3}};
template <> inline constexpr unit_symbol symbols_of<dim::area>[] = {{"mm2", 1e-6}, {"m2", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::area, dim::power>>[] = {{"m2/kW", 1e-3}, {"m2/W", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::area, dim::data>>[] = {{"mm2/GB", 1e-15}, {"m2/B", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::volume, dim::data>>[] = {{"L/GB", 1e-12}, {"m3/B", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<dim::volume>[] = {{"mL", 1e-6}, {"L", 1e-3}, {"m3", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::mass>[] = {{"g", 1e-3}, {"kg", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::time>[] = {{"ns", 1e-9}, {"us", 1e-6}, {"ms", 1e-3}, {"s", 1.0}, {"h", 3600.0}, {"d", 86400.0}, {"yr", yr}};
template <> inline constexpr unit_symbol symbols_of<dim::temperature>[] = {{"K", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::money>[] = {{"USD", 1.0}, {"kUSD", 1e3}, {"MUSD", 1e6}, {"GUSD", 1e9}};
template <> inline constexpr unit_symbol symbols_of<dim::data>[] = {{"B", 1.0}, {"kB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}, {"PB", 1e15}};
template <> inline constexpr unit_symbol symbols_of<dim::operation>[] = {{"FLOP", 1.0}, {"GFLOP", 1e9}, {"TFLOP", 1e12}, {"PFLOP", 1e15}, {"EFLOP", 1e18}};
template <> inline constexpr unit_symbol symbols_of<dim::token>[] = {{"token", 1.0}, {"Ktok", 1e3}, {"Mtok", 1e6}, {"Gtok", 1e9}, {"Ttok", 1e12}, {"Ptok", 1e15}};
template <> inline constexpr unit_symbol symbols_of<dim::co2e>[] = {{"gCO2e", 1e-3}, {"kgCO2e", 1.0}, {"tCO2e", 1e3}, {"ktCO2e", 1e6}, {"MtCO2e", 1e9}};
template <> inline constexpr unit_symbol symbols_of<dim::accelerator>[] = {{"accelerators", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::rate>[] = {{"/yr", 1.0 / yr}, {"/s", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::energy>[] = {{"pJ", 1e-12}, {"J", 1.0}, {"kJ", 1e3}, {"kWh", kwh}, {"MWh", 1e3 * kwh}, {"GWh", 1e6 * kwh}, {"TWh", 1e9 * kwh}};
template <> inline constexpr unit_symbol symbols_of<dim::power>[] = {{"W", 1.0}, {"kW", 1e3}, {"MW", 1e6}, {"GW", 1e9}};
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::none, dim::temperature>>[] = {{"/K", 1.0}};
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::time, dim::root_of<dim::data>>>[] = {{"us/sqrt(MB)", 1e-9}, {"s/sqrt(B)", 1.0, false}};
template <class A, class B> using per_ = dim::per<A, B>;
template <> inline constexpr unit_symbol symbols_of<per_<dim::none, dim::length>>[] = {{"dB/km", 0.23025850929940457e-3}, {"/m", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::none, dim::area>>[] = {{"/m2", 1.0}, {"/cm2", 1e4}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::data, dim::time>>[] = {{"B/s", 1.0}, {"kB/s", 1e3}, {"MB/s", 1e6}, {"GB/s", 1e9}, {"TB/s", 1e12}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::operation, dim::time>>[] = {{"FLOP/s", 1.0}, {"GFLOP/s", 1e9}, {"TFLOP/s", 1e12}, {"PFLOP/s", 1e15}, {"EFLOP/s", 1e18}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::token, dim::time>>[] = {{"tok/s", 1.0}, {"ktok/s", 1e3}, {"Mtok/s", 1e6}, {"Gtok/s", 1e9}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::accelerator, dim::time>>[] = {{"accelerators/yr", 1.0 / yr}, {"accelerators/s", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::time, dim::token>>[] = {{"us/tok", 1e-6}, {"ms/tok", 1e-3}, {"s/tok", 1.0}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::time>>[] = {{"USD/yr", 1.0 / yr}, {"kUSD/yr", 1e3 / yr}, {"MUSD/yr", 1e6 / yr}, {"GUSD/yr", 1e9 / yr}, {"USD/s", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::energy>>[] = {{"USD/MWh", 1e-3 / kwh, false}, {"USD/kWh", 1.0 / kwh}, {"USD/J", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::power>>[] = {{"USD/kW", 1e-3}, {"USD/W", 1.0}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::token>>[] = {{"USD/Mtok", 1e-6}, {"USD/token", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::times<dim::accelerator, dim::time>>>[] = {{"USD/accelerator-hour", 1.0 / 3600.0}, {"USD/accelerator-second", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<dim::times<dim::accelerator, dim::time>>[] = {{"accelerator-s", 1.0, false}, {"accelerator-hours", 3600.0}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::area>>[] = {{"USD/m2", 1.0}, {"USD/mm2", 1e6}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::data>>[] = {{"USD/GB", 1e-9}, {"USD/B", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, per_<dim::data, dim::time>>>[] = {{"USD per GB/s", 1e-9}, {"USD per B/s", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::times<dim::data, dim::length>>>[] = {{"USD per Gb/s-km-yr", 1.0 / (1.25e11 * yr)}, {"USD/B-m", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::length>>[] = {{"USD/km", 1e-3}, {"USD/m", 1.0}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::times<dim::length, dim::time>>>[] = {{"USD/km-yr", 1e-3 / yr}, {"USD/m-s", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::volume>>[] = {{"USD/m3", 1.0}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::money, dim::co2e>>[] = {{"USD/tCO2e", 1e-3}, {"USD/kgCO2e", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::energy, dim::token>>[] = {{"kWh/Mtok", kwh / 1e6}, {"J/token", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::token, dim::energy>>[] = {{"tok/kWh", 1.0 / kwh}, {"ktok/kWh", 1e3 / kwh}, {"Mtok/kWh", 1e6 / kwh}, {"tok/J", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::energy, dim::operation>>[] = {{"pJ/FLOP", 1e-12}, {"J/FLOP", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::energy, dim::data>>[] = {{"pJ/B", 1e-12}, {"J/B", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::co2e, dim::energy>>[] = {{"gCO2e/kWh", 1e-3 / kwh}, {"kgCO2e/J", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::co2e, dim::token>>[] = {{"gCO2e/Mtok", 1e-9}, {"kgCO2e/Mtok", 1e-6}, {"kgCO2e/token", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::co2e, dim::time>>[] = {{"tCO2e/yr", 1e3 / yr}, {"ktCO2e/yr", 1e6 / yr}, {"kgCO2e/s", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::co2e, dim::area>>[] = {{"kgCO2e/m2", 1.0}, {"kgCO2e/cm2", 1e4}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::co2e, dim::data>>[] = {{"kgCO2e/GB", 1e-9}, {"kgCO2e/B", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::power, dim::data>>[] = {{"W/TB", 1e-12}, {"W/B", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::co2e, per_<dim::data, dim::time>>>[] = {{"kgCO2e per GB/s", 1e-9}, {"kgCO2e per B/s", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::co2e, dim::power>>[] = {{"kgCO2e/kW", 1e-3}, {"kgCO2e/W", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::volume, dim::energy>>[] = {{"L/kWh", 1e-3 / kwh}, {"m3/J", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::volume, dim::token>>[] = {{"L/Mtok", 1e-9}, {"m3/token", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::volume, dim::time>>[] = {{"m3/yr", 1.0 / yr}, {"m3/s", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::energy, dim::area>>[] = {{"kWh/cm2", kwh * 1e4}, {"J/m2", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::power, dim::area>>[] = {{"W/m2", 1.0}, {"W/cm2", 1e4}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::temperature, dim::power>>[] = {{"K/kW", 1e-3}, {"K/W", 1.0}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::energy, dim::mass>>[] = {{"kJ/kg", 1e3}, {"J/kg", 1.0, false}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::mass, dim::volume>>[] = {{"kg/m3", 1.0}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::data, dim::token>>[] = {{"B/token", 1.0, false}, {"kB/token", 1e3}};
template <> inline constexpr unit_symbol symbols_of<per_<dim::operation, dim::token>>[] = {{"FLOP/token", 1.0, false}, {"GFLOP/token", 1e9}};

// Not a dimension: a charge for capacity has that of a price per energy and units of its own.
struct capacity_charge_units {};
template <> inline constexpr unit_symbol symbols_of<capacity_charge_units>[] = {{"USD/kW-yr", 1e-3 / yr}, {"USD/kW-month", 12e-3 / yr, false}, {"USD/(W s)", 1.0, false}};

}  // namespace detail

/// The printable units of a dimension, smallest first.
template <class D>
constexpr std::span<unit_symbol const> unit_symbols() {
    return detail::symbols_of<D>;
}

/// The unit to print a value in: the largest that is not above it, the smallest where all are.
constexpr unit_symbol fitting_unit(double base_value, std::span<unit_symbol const> units) {
    double const size = base_value < 0.0 ? -base_value : base_value;
    unit_symbol best{"", 0.0};
    for (auto const& u : units)  // a value just below a unit by rounding still reads as that unit
        if (u.printed && (best.scale == 0.0 || (size == 0.0 ? u.scale == 1.0 : size >= u.scale * (1.0 - 1e-12)))) best = u;
    return best;
}

}  // namespace tallywatt

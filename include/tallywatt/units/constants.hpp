#pragma once
// Units as constants: 120.0 * kilowatt, 0.08 * USD / kilowatt_hour. All are quantities in double.
//
// A year is 8,760 h and a month is 730 h (a twelfth of it), by definition here and throughout the library.
// GB is 1e9 bytes, GiB is 2^30 bytes, and a bit is an eighth of a byte.

#include <tallywatt/units/named.hpp>

namespace tallywatt {

inline constexpr auto metre = length<>::from_base(1.0);
inline constexpr auto millimetre = 1e-3 * metre;
inline constexpr auto micrometre = 1e-6 * metre;
inline constexpr auto kilometre = 1e3 * metre;
inline constexpr auto square_metre = metre * metre;
inline constexpr auto square_millimetre = millimetre * millimetre;
inline constexpr auto square_centimetre = 1e-4 * square_metre;
inline constexpr auto square_foot = 0.09290304 * square_metre;  // exact by the international foot
inline constexpr auto cubic_metre = square_metre * metre;
inline constexpr auto litre = 1e-3 * cubic_metre;
inline constexpr auto kilogram = mass<>::from_base(1.0);
inline constexpr auto second = duration<>::from_base(1.0);
inline constexpr auto millisecond = 1e-3 * second;
inline constexpr auto microsecond = 1e-6 * second;
inline constexpr auto nanosecond = 1e-9 * second;
inline constexpr auto minute = 60.0 * second;
inline constexpr auto hour = 3600.0 * second;
inline constexpr auto day = 24.0 * hour;
inline constexpr auto week = 7.0 * day;
inline constexpr auto month = 730.0 * hour;
inline constexpr auto year = 8760.0 * hour;
inline constexpr auto kelvin = temperature_difference<>::from_base(1.0);

inline constexpr auto joule = energy<>::from_base(1.0);
inline constexpr auto picojoule = 1e-12 * joule;
inline constexpr auto kilojoule = 1e3 * joule;
inline constexpr auto megajoule = 1e6 * joule;
inline constexpr auto watt = power<>::from_base(1.0);
inline constexpr auto kilowatt = 1e3 * watt;
inline constexpr auto megawatt = 1e6 * watt;
inline constexpr auto gigawatt = 1e9 * watt;
inline constexpr auto watt_hour = watt * hour;
inline constexpr auto kilowatt_hour = 1e3 * watt_hour;
inline constexpr auto megawatt_hour = 1e6 * watt_hour;
inline constexpr auto gigawatt_hour = 1e9 * watt_hour;
inline constexpr auto terawatt_hour = 1e12 * watt_hour;
inline constexpr auto british_thermal_unit = 1055.05585262 * joule;  // International Table BTU
inline constexpr auto million_btu = 1e6 * british_thermal_unit;

inline constexpr auto byte = data_size<>::from_base(1.0);
inline constexpr auto bit = 0.125 * byte;
inline constexpr auto kB = 1e3 * byte;
inline constexpr auto MB = 1e6 * byte;
inline constexpr auto GB = 1e9 * byte;
inline constexpr auto TB = 1e12 * byte;
inline constexpr auto PB = 1e15 * byte;
inline constexpr auto KiB = 1024.0 * byte;
inline constexpr auto MiB = 1024.0 * KiB;
inline constexpr auto GiB = 1024.0 * MiB;
inline constexpr auto TiB = 1024.0 * GiB;
inline constexpr auto PiB = 1024.0 * TiB;
inline constexpr auto gigabit_per_second = 1e9 * bit / second;
inline constexpr auto terabit_per_second = 1e12 * bit / second;
inline constexpr auto GB_per_second = GB / second;
inline constexpr auto TB_per_second = TB / second;

inline constexpr auto FLOP = operation_count<>::from_base(1.0);
inline constexpr auto GFLOP = 1e9 * FLOP;
inline constexpr auto TFLOP = 1e12 * FLOP;
inline constexpr auto PFLOP = 1e15 * FLOP;
inline constexpr auto EFLOP = 1e18 * FLOP;
inline constexpr auto FLOP_per_second = FLOP / second;
inline constexpr auto TFLOP_per_second = TFLOP / second;
inline constexpr auto PFLOP_per_second = PFLOP / second;

inline constexpr auto token = token_count<>::from_base(1.0);
inline constexpr auto kilotoken = 1e3 * token;
inline constexpr auto megatoken = 1e6 * token;
inline constexpr auto accelerator_unit = accelerator_count<>::from_base(1.0);
inline constexpr auto accelerator_hour = accelerator_unit * hour;

inline constexpr auto USD = money<>::from_base(1.0);
inline constexpr auto US_cent = 0.01 * USD;
inline constexpr auto gCO2e = co2e<>::from_base(1e-3);
inline constexpr auto kgCO2e = co2e<>::from_base(1.0);
inline constexpr auto tCO2e = 1e3 * kgCO2e;
inline constexpr auto MtCO2e = 1e9 * kgCO2e;

/// The usual energies of a chip's parts.
inline constexpr auto picojoule_per_FLOP = picojoule / FLOP;
inline constexpr auto picojoule_per_byte = picojoule / byte;

}  // namespace tallywatt

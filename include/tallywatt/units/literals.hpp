#pragma once
// Literals: using namespace tallywatt::literals;  120_kW, 80_GiB, 989.4_TFLOPs, 0.08_USD_per_kWh, 3909_tokens, 25_degC.
// constexpr, not consteval: clang 14 leaves consteval calls in templates unresolved until the linker finds them missing.
// A rate in FLOP/s is spelled _TFLOPs (per second); a count of operations is spelled _TFLOP.

#include <tallywatt/number/error.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>
#include <tallywatt/units/temperature.hpp>

namespace tallywatt::literals {

#define TALLYWATT_LITERAL(suffix, unit)                                                                                  \
    constexpr auto operator""_##suffix(long double v) { return static_cast<double>(v) * (unit); }                       \
    constexpr auto operator""_##suffix(unsigned long long v) { return static_cast<double>(v) * (unit); }

TALLYWATT_LITERAL(m, metre)
TALLYWATT_LITERAL(km, kilometre)
TALLYWATT_LITERAL(mm, millimetre)
TALLYWATT_LITERAL(m2, square_metre)
TALLYWATT_LITERAL(mm2, square_millimetre)
TALLYWATT_LITERAL(cm2, square_centimetre)
TALLYWATT_LITERAL(L, litre)
TALLYWATT_LITERAL(m3, cubic_metre)
TALLYWATT_LITERAL(kg, kilogram)
TALLYWATT_LITERAL(ns, nanosecond)
TALLYWATT_LITERAL(us, microsecond)
TALLYWATT_LITERAL(ms, millisecond)
TALLYWATT_LITERAL(s, second)
TALLYWATT_LITERAL(min, minute)
TALLYWATT_LITERAL(h, hour)
TALLYWATT_LITERAL(days, day)
TALLYWATT_LITERAL(months, month)
TALLYWATT_LITERAL(years, year)
TALLYWATT_LITERAL(K, kelvin)
TALLYWATT_LITERAL(J, joule)
TALLYWATT_LITERAL(pJ, picojoule)
TALLYWATT_LITERAL(MJ, megajoule)
TALLYWATT_LITERAL(W, watt)
TALLYWATT_LITERAL(kW, kilowatt)
TALLYWATT_LITERAL(MW, megawatt)
TALLYWATT_LITERAL(GW, gigawatt)
TALLYWATT_LITERAL(Wh, watt_hour)
TALLYWATT_LITERAL(kWh, kilowatt_hour)
TALLYWATT_LITERAL(MWh, megawatt_hour)
TALLYWATT_LITERAL(GWh, gigawatt_hour)
TALLYWATT_LITERAL(TWh, terawatt_hour)
TALLYWATT_LITERAL(B, byte)
TALLYWATT_LITERAL(kB, kB)
TALLYWATT_LITERAL(MB, MB)
TALLYWATT_LITERAL(GB, GB)
TALLYWATT_LITERAL(TB, TB)
TALLYWATT_LITERAL(PB, PB)
TALLYWATT_LITERAL(KiB, KiB)
TALLYWATT_LITERAL(MiB, MiB)
TALLYWATT_LITERAL(GiB, GiB)
TALLYWATT_LITERAL(TiB, TiB)
TALLYWATT_LITERAL(PiB, PiB)
TALLYWATT_LITERAL(GBps, GB_per_second)
TALLYWATT_LITERAL(TBps, TB_per_second)
TALLYWATT_LITERAL(Gbps, gigabit_per_second)
TALLYWATT_LITERAL(Tbps, terabit_per_second)
TALLYWATT_LITERAL(FLOP, FLOP)
TALLYWATT_LITERAL(GFLOP, GFLOP)
TALLYWATT_LITERAL(TFLOP, TFLOP)
TALLYWATT_LITERAL(PFLOP, PFLOP)
TALLYWATT_LITERAL(EFLOP, EFLOP)
TALLYWATT_LITERAL(TFLOPs, TFLOP_per_second)
TALLYWATT_LITERAL(PFLOPs, PFLOP_per_second)
TALLYWATT_LITERAL(tokens, token)
TALLYWATT_LITERAL(Ktok, kilotoken)
TALLYWATT_LITERAL(Mtok, megatoken)
TALLYWATT_LITERAL(accelerators, accelerator_unit)
TALLYWATT_LITERAL(USD, USD)
TALLYWATT_LITERAL(cents, US_cent)
TALLYWATT_LITERAL(USD_per_kWh, USD / kilowatt_hour)
TALLYWATT_LITERAL(USD_per_MWh, USD / megawatt_hour)
TALLYWATT_LITERAL(USD_per_kW, USD / kilowatt)
TALLYWATT_LITERAL(USD_per_W, USD / watt)
TALLYWATT_LITERAL(USD_per_Mtok, USD / megatoken)
TALLYWATT_LITERAL(gCO2e, gCO2e)
TALLYWATT_LITERAL(kgCO2e, kgCO2e)
TALLYWATT_LITERAL(tCO2e, tCO2e)
TALLYWATT_LITERAL(MtCO2e, MtCO2e)
TALLYWATT_LITERAL(gCO2e_per_kWh, gCO2e / kilowatt_hour)
TALLYWATT_LITERAL(L_per_kWh, litre / kilowatt_hour)

#undef TALLYWATT_LITERAL

/// 12_percent is fraction{0.12}: a percentage never becomes a fraction by forgetting the hundred.
/// More than 100 percent is no fraction: it throws, which in a constant expression is a compile error.
constexpr fraction operator""_percent(long double v) {
    return v <= 100.0L ? fraction{static_cast<double>(v) / 100.0} : throw invalid_input("percent", static_cast<double>(v) / 100.0, "", "a fraction is at most 100 percent");
}
constexpr fraction operator""_percent(unsigned long long v) { return operator""_percent(static_cast<long double>(v)); }
constexpr temperature<> operator""_degC(long double v) { return celsius(static_cast<double>(v)); }
constexpr temperature<> operator""_degC(unsigned long long v) { return celsius(static_cast<double>(v)); }

}  // namespace tallywatt::literals

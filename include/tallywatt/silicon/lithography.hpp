#pragma once
// EUV scanners as a bound on accelerators: every leading-edge wafer passes through them many times.
//
//   passes per tool  = throughput * uptime * time
//   passes per power = sum over kinds of wafer of (wafers per power * passes per wafer)     power: of new data centre
//   power per tool   = passes per tool/passes per power
//
// 75 passes/h at 0.9 give 591,300 a year; at 2.0e6 passes per GW a tool makes 0.296 GW a year, 700 tools 207 GW.
//
//   power<> const p = power_per_tool(catalog::euv_2026, 2.0e6 / gigawatt, 1.0 * year);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// Wafers, or passes, per power of new data centre.
template <class T = double>
using count_per_power = quantity<dim::per<dim::none, dim::power>, T>;

namespace detail {
template <>
inline constexpr unit_symbol symbols_of<dim::per<dim::none, dim::power>>[] = {{"/GW", 1e-9}, {"/W", 1.0, false}};
} // namespace detail

/// A kind of scanner.
template <class T = double>
struct basic_scanner {
    char const* name = "";
    rate<T> throughput{}; ///< passes (wafer exposures) per time that it runs
    basic_fraction<T> uptime{};

    static constexpr char const* kind = "scanner";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"throughput", positive}, self.throughput...);
        visit(field{"uptime", positive}, self.uptime...);
    }
    constexpr operator basic_scanner<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using scanner = basic_scanner<>;

/// Wafer exposures of one tool in a time.
template <class T>
constexpr T passes(basic_scanner<T> const& s, duration<> const& time) {
    return s.throughput * s.uptime * time;
}

/// Exposures for a power of new data centre: of one kind of wafer. Sums over kinds add.
template <class T>
constexpr count_per_power<T> passes_per_power(count_per_power<T> const& wafers, T const& passes_per_wafer) {
    return wafers * passes_per_wafer;
}

/// Power of new data centre that one tool's exposures in a time allow.
template <class T>
constexpr power<T>
power_per_tool(basic_scanner<T> const& s, count_per_power<T> const& per_power, duration<> const& time) {
    return passes(s, time) / per_power;
}

/// Accelerators that a number of tools allow in a time, each drawing `each` at the facility.
template <class T>
constexpr accelerator_count<T> accelerators_of_tools(
    basic_scanner<T> const& s, double tools, count_per_power<T> const& per_power, duration<> const& time,
    at_facility<power<T>> const& each
) {
    return (tools * power_per_tool(s, per_power, time) / each.value) * accelerator_unit;
}

} // namespace tallywatt

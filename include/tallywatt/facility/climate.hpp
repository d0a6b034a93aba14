#pragma once
// climate: the outdoor air of a site over a year, as at most 64 bins of dry bulb, each with its coincident wet bulb and
// its hours. The hours add up to 8,760 h; heat rejection is worked out once per bin (prepare), never per evaluation.
//
// Wet bulb is the mean coincident one, at the site's own pressure, which its elevation sets (psychrometrics.hpp). The
// hottest bin is the design day, so bins at the hot end should be narrow (2 K). Reference: ASHRAE Handbook, Fundamentals,
// chapter 14 (climatic design information).
//
//   climate const c{.name = "two seasons", .bins = {.bin = {{{celsius(5.0), celsius(4.0), 4380.0 * hour},
//                                                            {celsius(20.0), celsius(15.0), 4380.0 * hour}}}, .count = 2}};

#include <tallywatt/facility/psychrometrics.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/temperature.hpp>

#include <array>

namespace tallywatt {

/// The state of the outdoor air that heat is rejected to.
template <class T = double>
struct basic_weather {
    temperature<T> dry_bulb{};
    temperature<T> wet_bulb{};
    basic_ratio<T> pressure{T(1.0)}; ///< over that at sea level
};
using weather = basic_weather<>;

/// Hours of the year near one dry bulb.
template <class T = double>
struct basic_climate_bin {
    static constexpr char const* kind = "climate_bin";
    temperature<T> dry_bulb{}; ///< middle of the bin
    temperature<T> wet_bulb{}; ///< mean coincident wet bulb
    duration<T> hours{};       ///< in a year

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"dry_bulb", between(200.0, 340.0)}, self.dry_bulb...);
        visit(field{"wet_bulb", between(200.0, 340.0)}, self.wet_bulb...);
        visit(field{"hours", non_negative}, self.hours...);
    }
    /// The bin's air at the site's pressure (over that at sea level).
    [[nodiscard]] constexpr basic_weather<T> air(basic_ratio<T> const& pressure = basic_ratio<T>{T(1.0)}) const {
        return {dry_bulb, wet_bulb, pressure};
    }
};
using climate_bin = basic_climate_bin<>;

namespace detail {
/// "0", "1", ... "63": the field names of the bins.
struct bin_names {
    char text[64][3]{};
    constexpr bin_names() {
        for (int i = 0; i < 64; ++i) {
            int at = 0;
            if (i >= 10)
                text[i][at++] = static_cast<char>('0' + i / 10);
            text[i][at] = static_cast<char>('0' + i % 10);
        }
    }
};
inline constexpr bin_names bin_name{};

template <class First, class... Rest>
constexpr First const& first_of(First const& first, Rest const&...) {
    return first;
}
} // namespace detail

/// The bins in use: the first `count`. Fields are named bins.0.dry_bulb and so on.
template <class T = double>
struct basic_climate_bins {
    static constexpr char const* kind = "climate_bins";
    static constexpr int capacity = 64;
    std::array<basic_climate_bin<T>, 64> bin{};
    int count = 0;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"count", between(1, capacity)}, self.count...);
        int const used = detail::first_of(self...).count;
        for (int i = 0; i < used && i < capacity; ++i)
            visit(field{detail::bin_name.text[i]}, self.bin[static_cast<std::size_t>(i)]...);
    }
    [[nodiscard]] constexpr auto begin() const { return bin.begin(); }
    [[nodiscard]] constexpr auto end() const { return bin.begin() + count; }
};
using climate_bins = basic_climate_bins<>;

/// The outdoor air of a site over a year.
template <class T = double>
struct basic_climate {
    static constexpr char const* kind = "climate";
    char const* name = "";
    basic_climate_bins<T> bins{};
    length<T> elevation{}; ///< above sea level

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"bins"}, self.bins...);
        visit(field{"elevation", between(-450.0, 6000.0)}, self.elevation...);
    }
    constexpr operator basic_climate<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using climate = basic_climate<>;

/// Hours in all bins.
template <class T>
constexpr duration<T> total_hours(basic_climate<T> const& c) {
    duration<T> sum{};
    for (auto const& b : c.bins)
        sum += b.hours;
    return sum;
}

/// Mean dry bulb over the year.
template <class T>
constexpr temperature<T> mean_dry_bulb(basic_climate<T> const& c) {
    T kelvins = T(0.0);
    for (auto const& b : c.bins)
        kelvins = kelvins + b.dry_bulb.in_kelvin() * (b.hours / total_hours(c));
    return temperature<T>{temperature_difference<T>::from_base(kelvins)};
}

/// Throws invalid_input where the hours are no year or a wet bulb lies above its dry bulb (of ranges: in any case).
template <class T>
constexpr void check(basic_climate<T> const& c) {
    double const low = lowest(total_hours(c).base_value), high = highest(total_hours(c).base_value);
    double const wanted = year.base_value, slack = 0.5 * hour.base_value; // bins are rounded to 0.01 h
    if (low < wanted - slack || high > wanted + slack)
        throw invalid_input("climate.bins", low, "s", "the hours of the bins do not add up to 8,760 h");
    for (auto const& b : c.bins)
        if (highest((b.dry_bulb - b.wet_bulb).base_value) < -1e-9)
            throw invalid_input(
                "climate.bins", lowest(b.wet_bulb.in_kelvin()), "K", "a wet bulb is above its dry bulb"
            );
}

} // namespace tallywatt

#pragma once
// How catalog climates are written: rows of {dry bulb C, wet bulb C, hours}. Uncertainty: the annual mean is good to about
// 1 K, so every dry and wet bulb is a range of +-1 K about its row (wet bulbs at the hot end may be 1.5 K off). All bins at
// their low ends are a year 1 K colder, so an interval PUE holds that of such years. The hours are stated: they have to add
// up to a year.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/facility/climate.hpp>

namespace tallywatt::catalog::detail {

inline constexpr double climate_uncertainty = 1.0; // K, either way

constexpr estimate about(double x) { return range(x - climate_uncertainty, x, x + climate_uncertainty); }

template <std::size_t N>
constexpr basic_climate<estimate> climate_from(char const* name, double const (&rows)[N][3], double metres) {
    static_assert(N <= climate_bins::capacity);
    basic_climate<estimate> c{.name = name, .bins = {}, .elevation = known(metres) * metre};
    for (auto const& r : rows)
        c.bins.bin[static_cast<std::size_t>(c.bins.count++)] = {
            celsius(about(r[0])), celsius(about(r[1])), known(r[2]) * hour};
    return c;
}

} // namespace tallywatt::catalog::detail

#pragma once
// climate_synthesis: a climate from published monthly means, for sites without an hourly record.
//
//   dry bulb  t = mean_m + range_m/2 cos(2 pi h/24) + d       hour h of month m; d a day's deviation, normal, cut at 2.75 sigma
//   dew point   = dew point of (mean_m, humidity_m) + f d, at most t - 0.3 K: through a day the vapour stays while the
//                 temperature swings; f is 0.5 on colder days (air masses bring cold and dryness together) and the site's own
//                 on warmer ones: above zero where warmth comes from the sea, below where hot days are of dry inland air
//                 (shifted so that the month's mean dew point stays)
//   wet bulb by the psychrometer equation at the site's standard pressure (psychrometrics.hpp)
// Diurnal range and sigma run as a cosine from January to July. Hours are collected in bins of 2 K of dry bulb with their
// mean wet bulb; end bins under 5 h join their neighbours. All months have 730 h. The coldest and hottest hours can be set
// by sigma: catalog climates take the sigmas that give a station's published 1 % and 99 % dry bulbs, and the f that
// gives about the published mean coincident wet bulb of its 0.4 % dry bulb.
// Reference for the method: the degree-hour synthesis of Erbs, Klein, Beckman, ASHRAE Journal 25-6 (1983).
//
//   climate const c = synthesise(monthly_climate{.name = "my site", .elevation = 300.0 * metre, .mean = {...}, ...});

#include <tallywatt/facility/climate.hpp>

#include <array>
#include <cmath>

namespace tallywatt {

/// Monthly means of a site, January first.
struct monthly_climate {
    char const* name = "";
    length<> elevation{};
    std::array<double, 12> mean{};                          ///< dry bulb, C
    std::array<double, 12> humidity{};                      ///< mean relative humidity, per cent
    temperature_difference<> january_range{}, july_range{}; ///< mean daily maximum less mean daily minimum
    temperature_difference<> january_sigma{}, july_sigma{}; ///< of daily means about the month's
    double dew_of_warm_days = 0.2;                          ///< K of dew point per K that a day is warmer than its month
};

/// The year that these means describe. Throws invalid_input where it needs more than 64 bins (a range of 128 K).
inline climate synthesise(monthly_climate const& m) {
    constexpr double width = 2.0, cut = 2.75, pi = 3.14159265358979323846;
    constexpr int steps = 45, low = -60, bins = 70; // bin i is centred on low + width i
    struct bin {
        double hours = 0.0, dry = 0.0, wet = 0.0;
    };
    std::array<bin, bins> all{};
    basic_ratio<> const pressure = standard_pressure(m.elevation);
    double weight_of_all = 0.0;
    for (int s = 0; s < steps; ++s) {
        double const z = cut * (2.0 * (s + 0.5) / steps - 1.0);
        weight_of_all += std::exp(-0.5 * z * z);
    }
    for (std::size_t month_index = 0; month_index < 12; ++month_index) {
        double const season = 0.5 * (1.0 + std::cos(2.0 * pi * static_cast<double>(month_index) / 12.0)); // 1 in January
        auto const between_seasons = [&](temperature_difference<> const& january, temperature_difference<> const& july) {
            return july.in(kelvin) + season * (january.in(kelvin) - july.in(kelvin));
        };
        double const swing = between_seasons(m.january_range, m.july_range), sigma = between_seasons(m.january_sigma, m.july_sigma);
        double const mean = m.mean[month_index];
        double const dew = dew_point(celsius(mean), fraction{0.01 * m.humidity[month_index]}).in_celsius();
        // E(d | d > 0) P(d > 0) = sigma/sqrt(2 pi) on either side; the cut takes 2 % of it
        double const shift = 0.5 * sigma - m.dew_of_warm_days * sigma, recentred = dew + shift / std::sqrt(2.0 * pi);
        for (int h = 0; h < 24; ++h)
            for (int s = 0; s < steps; ++s) {
                double const z = cut * (2.0 * (s + 0.5) / steps - 1.0), deviation = sigma * z;
                double const t = mean + 0.5 * swing * std::cos(2.0 * pi * h / 24.0) + deviation;
                double const follows = deviation < 0.0 ? 0.5 : m.dew_of_warm_days;
                double const vapour_at = std::min(recentred + follows * deviation, t - 0.3);
                double const wet = wet_bulb_of_vapour(celsius(t), saturation_pressure(celsius(vapour_at)), pressure).in_celsius();
                double const hours = 730.0 / 24.0 * std::exp(-0.5 * z * z) / weight_of_all;
                auto& b = all.at(static_cast<std::size_t>(std::lround((t - low) / width)));
                b.hours += hours;
                b.dry += hours * (low + width * static_cast<double>(std::lround((t - low) / width)));
                b.wet += hours * std::min(wet, t);
            }
    }
    std::size_t first = 0, last = bins - 1;
    auto const join = [&](std::size_t from, std::size_t to) {
        all[to] = {all[to].hours + all[from].hours, all[to].dry + all[from].dry, all[to].wet + all[from].wet};
    };
    for (; all[first].hours < 5.0; ++first) join(first, first + 1);
    for (; all[last].hours < 5.0; --last) join(last, last - 1);
    climate c{.name = m.name, .bins = {}, .elevation = m.elevation};
    if (last - first + 1 > 64)
        throw invalid_input("monthly_climate", static_cast<double>(last - first + 1), "", "the year needs more than 64 bins of 2 K");
    double hours = 0.0;
    for (std::size_t i = first; i <= last; ++i) hours += all[i].hours;
    for (std::size_t i = first; i <= last; ++i) {
        auto const& b = all[i];
        double const dry = b.dry / b.hours;
        c.bins.bin[static_cast<std::size_t>(c.bins.count++)] = {
            celsius(dry), celsius(std::min(b.wet / b.hours, dry)), b.hours * (8760.0 / hours) * hour};
    }
    return c;
}

} // namespace tallywatt

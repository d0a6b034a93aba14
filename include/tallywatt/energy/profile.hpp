#pragma once
// Synthetic hourly profiles, for a study before measured series are at hand. Each is a documented generator with a seed:
// the same input gives the same year on every machine (up to the last digits of the C library's functions).
//
// Sun: declination by Cooper's formula, solar time, clear-sky beam by Meinel's air-mass fit 1,353 W/m2 * 0.7^(AM^0.678) with a
// tenth more of diffuse light, on a fixed horizontal plane or a one-axis north-south tracker. Days are clear to a share that
// follows an AR(1) process through the year; hours within a day vary about it. Output saturates at the inverter.
// Wind: a normal AR(1) process is mapped through its distribution to a Weibull speed (so speeds have that distribution and the
// process' memory), with a season and a time of day, and then through a turbine's cubic power curve, less the park's losses.
// Load: a flat base with a daily and a weekly swing.
// Numbers: SplitMix64 (Steele, Lea, Flood 2014), 53 bits to a uniform, Box-Muller to a normal.
// Reference: Duffie & Beckman, Solar Engineering of Thermal Processes (2013), chapters 1 and 2; Meinel & Meinel (1976);
// Brown, Katz, Murphy, J. Clim. Appl. Meteorol. 23 (1984) 1184, for the transformed AR(1) wind.
//
//   std::vector<double> sun(hours_a_year);   fill_solar(solar_climate{.latitude_degrees = 33.4}, 1, sun);

#include <tallywatt/energy/dispatch.hpp>
#include <tallywatt/number/field.hpp>

#include <cmath>
#include <cstdint>
#include <span>

namespace tallywatt {

/// SplitMix64, with uniforms and normals drawn from it.
class profile_random {
public:
    explicit constexpr profile_random(std::uint64_t seed) : state_(seed) {}
    constexpr std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    /// Above 0 and below 1.
    constexpr double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1p-53; }
    double normal() {
        double const radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(6.283185307179586 * uniform());
    }

private:
    std::uint64_t state_;
};

struct solar_climate {
    static constexpr char const* kind = "solar_climate";
    double latitude_degrees = 35.0;
    fraction clearness{0.75};        ///< mean share of the clear sky's light
    fraction day_to_day{0.20};       ///< standard deviation of a day's share
    fraction persistence{0.45};      ///< of one day's share in the next (AR(1))
    fraction hour_to_hour{0.06};     ///< standard deviation of an hour's share about its day's
    bool tracking = true;            ///< one axis, north to south
    ratio array_over_inverter{1.30}; ///< direct-current rating per alternating-current rating
    fraction performance{0.86};      ///< of the array: heat, dirt, wiring

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"latitude_degrees", between(-66.0, 66.0)}, self.latitude_degrees...);
        visit(field{"clearness", positive}, self.clearness...);
        visit(field{"day_to_day"}, self.day_to_day...);
        visit(field{"persistence", between(0.0, 0.99)}, self.persistence...);
        visit(field{"hour_to_hour"}, self.hour_to_hour...);
        visit(field{"tracking"}, self.tracking...);
        visit(
            field{
                "array_over_inverter",
                between(0.5, 3.0),
                {"NREL ATB 2024: inverter loading ratio 1.34", "2024-06", confidence::medium}},
            self.array_over_inverter...
        );
        visit(
            field{"performance", positive, {"NREL PVWatts: system losses 14 %", "2014", confidence::medium}},
            self.performance...
        );
    }
};

struct wind_climate {
    static constexpr char const* kind = "wind_climate";
    double mean_speed = 8.0;                           ///< m/s at hub height
    double shape = 2.0;                                ///< Weibull; 2: Rayleigh
    fraction persistence{0.95};                        ///< of one hour in the next (AR(1))
    fraction season{0.10};                             ///< swing of the mean speed, strongest in `windiest_month`
    int windiest_month = 1;                            ///< 1 to 12
    fraction daily{0.05};                              ///< swing of the mean speed, strongest at night
    double cut_in = 3.0, rated = 11.5, cut_out = 25.0; ///< m/s
    fraction losses{0.15};                             ///< wakes, availability, wiring

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"mean_speed", positive}, self.mean_speed...);
        visit(field{"shape", between(1.0, 5.0)}, self.shape...);
        visit(field{"persistence", between(0.0, 0.999)}, self.persistence...);
        visit(field{"season"}, self.season...);
        visit(field{"windiest_month", between(1, 12)}, self.windiest_month...);
        visit(field{"daily"}, self.daily...);
        visit(field{"cut_in", positive}, self.cut_in...);
        visit(field{"rated", positive}, self.rated...);
        visit(field{"cut_out", positive}, self.cut_out...);
        visit(
            field{"losses", {}, {"NREL ATB 2024: land-based wind losses 15 %", "2024-06", confidence::medium}},
            self.losses...
        );
    }
};

/// A year's output per nameplate, from the first of January. Any length is filled, 24 hours to a day.
inline void fill_solar(solar_climate const& c, std::uint64_t seed, std::span<double> out) {
    validate(c);
    constexpr double turn = 6.283185307179586;
    double const latitude = c.latitude_degrees * turn / 360.0, memory = c.persistence.value;
    profile_random random(seed);
    double state = random.normal(), day_share = 1.0, declination = 0.0;
    for (std::size_t t = 0; t < out.size(); ++t) {
        auto const day_of_year = static_cast<double>(t / 24 % 365) + 1.0;
        if (t % 24 == 0) {
            state = memory * state + std::sqrt(1.0 - memory * memory) * random.normal();
            day_share = c.clearness.value + c.day_to_day.value * state;
            declination = 23.45 * turn / 360.0 * std::sin(turn * (284.0 + day_of_year) / 365.0);
        }
        double const angle = turn * (static_cast<double>(t % 24) + 0.5 - 12.0) / 24.0; // middle of the hour
        double const up =
            std::sin(latitude) * std::sin(declination) + std::cos(latitude) * std::cos(declination) * std::cos(angle);
        double const noise = c.hour_to_hour.value * random.normal(); // drawn at night too: a day's hours stay its own
        out[t] = 0.0;
        if (up <= 0.02)
            continue;
        double const beam = 1.353 * std::pow(0.7, std::pow(1.0 / up, 0.678)); // kW/m2
        double const across = std::cos(declination) * std::sin(angle);
        double const facing = c.tracking ? std::sqrt(up * up + across * across) : up;
        double const share = math::clamp(day_share + noise, 0.05, 1.0);
        double const light = share * (beam * facing + 0.1 * beam);
        out[t] = math::min(light * c.array_over_inverter.value * c.performance.value, 1.0);
    }
}

inline void fill_wind(wind_climate const& c, std::uint64_t seed, std::span<double> out) {
    validate(c);
    constexpr double turn = 6.283185307179586;
    double const memory = c.persistence.value, fresh = std::sqrt(1.0 - memory * memory);
    double const scale = c.mean_speed / std::tgamma(1.0 + 1.0 / c.shape);
    double const low = c.cut_in * c.cut_in * c.cut_in, span = c.rated * c.rated * c.rated - low;
    profile_random random(seed);
    double state = random.normal();
    for (std::size_t t = 0; t < out.size(); ++t) {
        state = memory * state + fresh * random.normal();
        double const above = 0.5 * std::erfc(state / 1.4142135623730951); // probability of a stronger wind
        double const in_year = static_cast<double>(t % hours_a_year) / static_cast<double>(hours_a_year);
        double const season =
            1.0 + c.season.value * std::cos(turn * (in_year - (static_cast<double>(c.windiest_month) - 0.5) / 12.0));
        double const daily = 1.0 + c.daily.value * std::cos(turn * (static_cast<double>(t % 24) - 2.0) / 24.0);
        double const speed = season * daily * scale * std::pow(-std::log(math::max(above, 1e-300)), 1.0 / c.shape);
        double const share =
            speed < c.cut_in || speed >= c.cut_out ? 0.0 : math::min((speed * speed * speed - low) / span, 1.0);
        out[t] = share * (1.0 - c.losses.value);
    }
}

/// A load per its peak: a base, a daily swing that is highest in the afternoon and lower weekends; highest value 1.
inline void fill_load(fraction daily_swing, fraction weekend_drop, std::span<double> out) {
    for (std::size_t t = 0; t < out.size(); ++t) {
        double const wave = 0.5 - 0.5 * std::cos(6.283185307179586 * (static_cast<double>(t % 24) - 3.0) / 24.0);
        bool const weekend = t / 24 % 7 >= 5;
        out[t] = (1.0 - daily_swing.value * (1.0 - wave)) * (weekend ? 1.0 - weekend_drop.value : 1.0);
    }
}

/// Mean of a series.
constexpr double mean_of(std::span<double const> series) {
    double sum = 0.0;
    for (double const x : series)
        sum += x;
    return series.empty() ? 0.0 : sum / static_cast<double>(series.size());
}

} // namespace tallywatt

#pragma once
// cold_storage: a cooling technology with a phase-change store (ice, salt hydrate, paraffin). In the warm half of a day part
// of the heat melts the store; in the cool half it is frozen again, against air that is colder by the day's swing and
// through two more exchanges.
//   share moved s = min(capacity/(latent hours of the warm half), 1), in weather above the start temperature
//   duty = (1 - s) duty(t) + s (1 + losses) duty(t - swing + penalty)
// Only what the air's temperature costs is moved: a store is of use where hot afternoons call the chiller and nights do
// not. It cuts the design day's compressor power, so it can replace chillers. Valid for stores of up to half a day.
// Reference: ASHRAE Handbook, HVAC Systems and Equipment, chapter on thermal storage.
//
//   basic_facility<cold_storage<air_cooling>> site{.cooling = {.from = catalog::air_contained}, ...};

#include <tallywatt/facility/cooling.hpp>

namespace tallywatt {

template <class Cooling, class T = double>
struct basic_cold_storage {
    static constexpr char const* kind = "cold_storage";
    Cooling from{};
    duration<T> capacity = 4.0 * hour;                     ///< of full IT heat
    temperature<T> start = celsius(20.0);                  ///< outdoor dry bulb above which it melts
    temperature_difference<T> swing = 8.0 * kelvin;        ///< dry bulb of the warm half of the day less that of the cool half
    temperature_difference<T> wet_swing = 2.5 * kelvin;    ///< the same of the wet bulb
    temperature_difference<T> penalty = 3.0 * kelvin;      ///< coolant that freezes the store below the coolant that it replaces
    basic_ratio<T> losses{T(0.03)};                        ///< heat gained, of what is stored
    money_per_energy<T> price = 40.0 * USD / kilowatt_hour; ///< per heat stored
    basic_capacity_charge<T> upkeep = per_year(1.0 * USD / kilowatt); ///< per IT power

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"thermal-storage engineering practice: 30 to 60 USD per kWh of cold", "2026-11", confidence::low};
        visit(field{"from"}, self.from...);
        visit(field{"capacity", between(0.0, 12.0 * 3600.0), practice}, self.capacity...);
        visit(field{"start", between(253.15, 323.15), practice}, self.start...);
        visit(field{"swing", non_negative, practice}, self.swing...);
        visit(field{"wet_swing", non_negative, practice}, self.wet_swing...);
        visit(field{"penalty", non_negative, practice}, self.penalty...);
        visit(field{"losses", between(0.0, 1.0), practice}, self.losses...);
        visit(field{"price", non_negative, practice}, self.price...);
        visit(field{"upkeep", non_negative, practice}, self.upkeep...);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        // The store is in full use from 1 K above its start.
        T const in_use = math::clamp((air.dry_bulb - start) / (1.0 * kelvin), T(0.0), T(1.0));
        basic_fraction<T> const moved{in_use * (capacity / (12.0 * hour))};
        temperature<T> const night = air.dry_bulb - swing + penalty;
        // no night's air is wetter than saturated
        basic_weather<T> const cool{night, math::min(air.wet_bulb - wet_swing + penalty, night), air.pressure};
        auto later = from.duty(cool);
        T const more = T(1.0) + losses.value;
        later = {
            basic_ratio<T>{more * later.chiller.value}, basic_ratio<T>{more * later.fans.value}, basic_ratio<T>{more * later.pumps.value},
            more * later.water, later.reused, later.fixed_fans};
        return blend(moved, later, from.duty(air));
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        basic_cooling_profile<T> p = from.profile();
        p.capital = p.capital + capacity * price;
        p.upkeep = p.upkeep + upkeep;
        return p;
    }
};
template <class Cooling>
using cold_storage = basic_cold_storage<Cooling, double>;

} // namespace tallywatt

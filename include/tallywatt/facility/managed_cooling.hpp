#pragma once
// managed_cooling: a cooling technology run by software: sensors and controls that trim set points, fans and pumps to the
// load and the weather (DCIM, learned control). It saves a share of the plant's energy and of the staff, and costs a licence.
//   duty = (1 - saved) duty of the technology: compressors, fans and pumps
// Reference: Google and DeepMind, 2016: 40 % less cooling energy and 15 % less PUE overhead at a site already tuned by hand;
// later autonomous control 30 %. Independent sites report 10 to 20 %: the default is that.
//
//   basic_facility<managed_cooling<air_cooling>> site{.cooling = {.from = catalog::air_contained}, ...};

#include <tallywatt/facility/cooling.hpp>

namespace tallywatt {

template <class Cooling, class T = double>
struct basic_managed_cooling {
    static constexpr char const* kind = "managed_cooling";
    Cooling from{};
    basic_fraction<T> saved{T(0.15)};                                  ///< of the energy of compressors, fans and pumps
    money_per_power<T> installation = 0.02 * USD / watt;               ///< sensors and integration, per IT power
    basic_capacity_charge<T> licence = per_year(2.0 * USD / kilowatt); ///< per IT power
    basic_fraction<T> staff_saved{T(0.10)};                            ///< of the building's staff (staff_of)

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source control{
            "DeepMind AI reduces Google data centre cooling bill by 40 %, DeepMind; operators of other sites report 10 to 20 %", "2016-07",
            confidence::low};
        constexpr source assumption{"assumed: price lists are not public", "2026-11", confidence::assumed};
        visit(field{"from"}, self.from...);
        visit(field{"saved", between(0.0, 0.9), control}, self.saved...);
        visit(field{"installation", non_negative, assumption}, self.installation...);
        visit(field{"licence", non_negative, assumption}, self.licence...);
        visit(field{"staff_saved", unit_interval, assumption}, self.staff_saved...);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto d = from.duty(air);
        T const left = T(1.0) - saved.value;
        d.chiller = basic_ratio<T>{left * d.chiller.value};
        d.fans = basic_ratio<T>{left * d.fans.value};
        d.pumps = basic_ratio<T>{left * d.pumps.value};
        d.fixed_fans = basic_ratio<T>{left * d.fixed_fans.value};
        return d;
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        basic_cooling_profile<T> p = from.profile();
        p.capital = p.capital + installation;
        p.upkeep = p.upkeep + licence;
        return p;
    }
    /// What is left of a building's staff.
    [[nodiscard]] constexpr basic_capacity_charge<T> staff_of(basic_capacity_charge<T> const& staff) const {
        return held_at((T(1.0) - staff_saved.value) * staff.value);
    }
};
template <class Cooling>
using managed_cooling = basic_managed_cooling<Cooling, double>;

} // namespace tallywatt

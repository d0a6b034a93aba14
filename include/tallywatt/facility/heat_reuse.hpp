#pragma once
// heat_reuse: a cooling technology whose heat first serves others (a district network, a campus) as far as they want it;
// only the rest goes to the outdoor air. Demand is a heated building's: it grows as the air gets colder.
//   wanted(t)  = demand (t_balance - t_db), none above the balance point;   reused = min(available, wanted)
//   available  = share of IT heat that leaves warm enough
// What is reused needs no chiller, no rejection and no water: the wrapped technology's compressor work and water fall in
// proportion; fans and pumps are left as they are. ERF and ERE follow (performance.hpp).
// Reference: ISO/IEC 30134-6; the degree-day method of the ASHRAE Handbook, Fundamentals, chapter 19.
//
//   basic_facility<heat_reuse<direct_to_chip>> site{.cooling = {.from = catalog::direct_to_chip}, ...};

#include <tallywatt/facility/cooling.hpp>

namespace tallywatt {

template <class Cooling, class T = double>
struct basic_heat_reuse {
    static constexpr char const* kind = "heat_reuse";
    Cooling from{};
    basic_fraction<T> available{T(0.7)};         ///< of IT heat
    rate_per_kelvin<T> demand = 0.02 / kelvin;   ///< wanted per IT heat and kelvin below the balance point
    temperature<T> balance = celsius(15.0);      ///< outdoor dry bulb above which nobody heats
    money_per_power<T> capital = 0.15 * USD / watt; ///< exchangers and pipes to the fence, per IT power

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source assumption{"assumed: demand near a site differs with every site", "2026-11", confidence::assumed};
        visit(field{"from"}, self.from...);
        visit(field{"available", unit_interval, assumption}, self.available...);
        visit(field{"demand", non_negative, assumption}, self.demand...);
        visit(field{"balance", between(253.15, 313.15), assumption}, self.balance...);
        visit(field{"capital", non_negative, assumption}, self.capital...);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        auto d = from.duty(air);
        temperature_difference<T> const below = math::max(balance - air.dry_bulb, temperature_difference<T>{});
        d.reused = basic_ratio<T>{math::min(available.value, demand * below)};
        T const rest = T(1.0) - d.reused.value;
        d.chiller = basic_ratio<T>{rest * d.chiller.value};
        d.water = rest * d.water;
        return d;
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        basic_cooling_profile<T> p = from.profile();
        p.capital = p.capital + capital;
        return p;
    }
};
template <class Cooling>
using heat_reuse = basic_heat_reuse<Cooling, double>;

} // namespace tallywatt

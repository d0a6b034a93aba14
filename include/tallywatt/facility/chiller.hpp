#pragma once
// chiller: a vapour-compression machine by its share of the Carnot limit,
//   COP = eta T_evap/(T_cond - T_evap),  T_evap = coolant - evaporator approach,  T_cond = sink + condenser approach,
// held to a minimum lift (compressors do not run below it) and a maximum COP. The sink is the outdoor dry bulb of an
// air-cooled machine and the wet bulb of one on a cooling tower. Valid for coolant between about 5 and 40 C.
// Reference: ASHRAE Handbook, Fundamentals, chapter 2 (second-law efficiency of refrigeration).
//
//   ratio w = work_per_heat(chiller{}, celsius(18.0), celsius(35.0));  // compressor work per heat removed, 1/COP

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

template <class T = double>
struct basic_chiller {
    static constexpr char const* kind = "chiller";
    basic_fraction<T> second_law{T(0.45)};                  ///< COP over the Carnot COP of its own two temperatures
    temperature_difference<T> minimum_lift = 10.0 * kelvin; ///< condensing above evaporating temperature
    basic_ratio<T> maximum_cop{T(14.0)};
    temperature_difference<T> evaporator_approach = 3.0 * kelvin; ///< coolant supply above evaporating temperature
    temperature_difference<T> condenser_approach = 14.0 * kelvin; ///< condensing temperature above the sink

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{
            "chiller engineering practice: air-cooled COP 3 to 5, water-cooled 5 to 7 at rating", "2026-11",
            confidence::low};
        visit(field{"second_law", {0.0, 1.0, true}, practice}, self.second_law...);
        visit(field{"minimum_lift", positive, practice}, self.minimum_lift...);
        visit(field{"maximum_cop", positive, practice}, self.maximum_cop...);
        visit(field{"evaporator_approach", non_negative, practice}, self.evaporator_approach...);
        visit(field{"condenser_approach", non_negative, practice}, self.condenser_approach...);
    }
    constexpr operator basic_chiller<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using chiller = basic_chiller<>;

/// Compressor work per heat removed (1/COP) for coolant supplied at `coolant` and outdoor air at `sink`.
template <class T>
constexpr basic_ratio<T>
work_per_heat(basic_chiller<T> const& c, temperature<T> const& coolant, temperature<T> const& sink) {
    temperature<T> const evaporating = coolant - c.evaporator_approach, condensing = sink + c.condenser_approach;
    T const lift_share =
        math::max(condensing.in_kelvin() / evaporating.in_kelvin() - T(1.0), c.minimum_lift / evaporating.above_zero);
    return basic_ratio<T>{math::max(lift_share / c.second_law.value, T(1.0) / c.maximum_cop.value)};
}

/// Coefficient of performance for coolant supplied at `coolant` and outdoor air at `sink`.
template <class T>
constexpr basic_ratio<T>
coefficient_of_performance(basic_chiller<T> const& c, temperature<T> const& coolant, temperature<T> const& sink) {
    return basic_ratio<T>{T(1.0) / work_per_heat(c, coolant, sink).value};
}

} // namespace tallywatt

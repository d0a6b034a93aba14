#pragma once
// What one hour of one installed accelerator takes, used or not: a year's totals over accelerator-hours of the year. Energy is
// at the facility, CO2e by location with embodied emissions, water with manufacture: the sums of the report's own lines.
//
//   accelerator_hour_lines const h = per_accelerator_hour(evaluate(d));      // h.energy: 1.05 kWh

#include <tallywatt/tco/report.hpp>

namespace tallywatt {

template <class T = double>
struct basic_accelerator_hour_lines {
    static constexpr char const* kind = "accelerator_hour";
    money<T> cost{};
    energy<T> facility_energy{};
    co2e<T> carbon{};
    volume<T> water{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "cost", .label = "cost of an accelerator-hour"}, self.cost...);
        visit(field{.name = "energy", .label = "energy of an accelerator-hour"}, self.facility_energy...);
        visit(field{.name = "carbon", .label = "CO2e of an accelerator-hour"}, self.carbon...);
        visit(field{.name = "water", .label = "water of an accelerator-hour"}, self.water...);
    }
};
using accelerator_hour_lines = basic_accelerator_hour_lines<>;

template <class T>
constexpr basic_accelerator_hour_lines<T> per_accelerator_hour(basic_report<T> const& r) {
    auto const of = [&](auto const& rate) { return rate / r.delivery.accelerators * (1.0 * accelerator_hour); };
    return {of(r.cost.total()), of(r.power.facility.value), of(r.carbon.total()), of(r.water.total())};
}

} // namespace tallywatt

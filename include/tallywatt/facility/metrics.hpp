#pragma once
// The metrics of ISO/IEC 30134 as typed functions over annual energies (or mean powers).
//   -2 PUE = facility/IT      -3 REF = renewable/facility     -6 ERF = reused/facility, ERE = (1 - ERF) PUE
//   -7 CER = heat removed/cooling energy      -8 CUE = CO2e/IT      -9 WUE = site water/IT
// and beside them WUE_source = WUE + the mix's water factor * PUE (The Green Grid), ITUE = IT/compute components and
// TUE = PUE ITUE (Patterson et al., ISC 2013), which show server fans that PUE hides.
//
//   pue p = power_usage_effectiveness(at_facility<energy<>>{115.0 * gigawatt_hour}, at_it<energy<>>{100.0 * gigawatt_hour});

#include <tallywatt/units/boundary.hpp>

namespace tallywatt {

/// Carbon usage effectiveness: operational CO2e per IT energy. A type of its own: it is no emission factor.
template <class T = double>
struct basic_cue {
    co2e_per_energy<T> value{};
    constexpr basic_cue() = default;
    constexpr explicit basic_cue(co2e_per_energy<T> const& v) : value(v) {}
};
using cue = basic_cue<>;

/// Site and source water per IT energy.
template <class T = double>
struct basic_wue_source {
    volume_per_energy<T> value{};
    constexpr basic_wue_source() = default;
    constexpr explicit basic_wue_source(volume_per_energy<T> const& v) : value(v) {}
};
using wue_source = basic_wue_source<>;

/// Facility energy (or power) over IT energy.
template <class D, class T>
constexpr basic_pue<T>
power_usage_effectiveness(at_facility<quantity<D, T>> const& all, at_it<quantity<D, T>> const& it) {
    return basic_pue<T>{all.value / it.value};
}
/// Site water over IT energy.
template <class T>
constexpr basic_wue<T> water_usage_effectiveness(volume<T> const& site_water, at_it<energy<T>> const& it) {
    return basic_wue<T>{site_water / it.value};
}
/// Site water and the water that generating the facility's energy takes, over IT energy.
template <class T>
constexpr basic_wue_source<T>
water_usage_effectiveness_source(basic_wue<T> const& site, volume_per_energy<T> const& mix, basic_pue<T> const& p) {
    return basic_wue_source<T>{site.value + mix * p.value};
}
/// CO2e of the facility's energy over IT energy, from the supply mix at the facility's busbar.
template <class T>
constexpr basic_cue<T> carbon_usage_effectiveness(co2e_per_energy<T> const& mix, basic_pue<T> const& p) {
    return basic_cue<T>{mix * p.value};
}
/// Renewable share of facility energy.
template <class D, class T>
constexpr basic_fraction<T>
renewable_energy_factor(at_facility<quantity<D, T>> const& renewable, at_facility<quantity<D, T>> const& all) {
    return basic_fraction<T>{renewable / all};
}
/// Share of facility energy that is used again elsewhere.
template <class D, class T>
constexpr basic_fraction<T>
energy_reuse_factor(at_facility<quantity<D, T>> const& reused, at_facility<quantity<D, T>> const& all) {
    return basic_fraction<T>{reused / all};
}
/// (1 - ERF) PUE; may lie below 1.
template <class T>
constexpr basic_ratio<T> energy_reuse_effectiveness(basic_fraction<T> const& reuse_factor, basic_pue<T> const& p) {
    return basic_ratio<T>{(T(1.0) - reuse_factor.value) * p.value};
}
/// Heat removed over the energy that removing it takes.
template <class D, class T>
constexpr basic_ratio<T>
cooling_efficiency_ratio(at_it<quantity<D, T>> const& heat, at_facility<quantity<D, T>> const& spent) {
    return basic_ratio<T>{heat.value / spent.value};
}
/// IT energy over that of its compute components (processors, memory, storage, network; no fans, no power supplies).
template <class D, class T>
constexpr basic_ratio<T>
it_usage_effectiveness(at_it<quantity<D, T>> const& it, at_it<quantity<D, T>> const& compute_components) {
    return basic_ratio<T>{it / compute_components};
}
/// PUE ITUE: facility energy over compute components' energy.
template <class T>
constexpr basic_ratio<T> total_usage_effectiveness(basic_pue<T> const& p, basic_ratio<T> const& itue) {
    return basic_ratio<T>{p.value * itue.value};
}

} // namespace tallywatt

#pragma once
// How a facility performs: PUE, WUE, power and water for an IT load, computed from physics and climate.
//
// prepare sums the climate once into coefficients; perform is then closed form, with no loop over weather. With
// u = IT load/IT capacity,
//   PUE(u) = 1 + distribution + UPS + chiller + (fans + pumps) u^2 + auxiliary/u + transformer,
// each per IT power: losses of the electrical stages by their load (electrical.hpp), cooling by the year's mean (or, for
// the peak, the design day's) coefficients. Category: the IT load is metered at the server inlets (PUE category 3 of
// ISO/IEC 30134-2), facility power at the busbar ahead of the transformer; coolant distribution pumps count as facility.
// The load must be above zero.

#include <tallywatt/facility/facility.hpp>

#include <type_traits>

namespace tallywatt {

/// A facility in its climate, ready to be evaluated.
template <class T = double>
struct basic_prepared_facility {
    at_it<tallywatt::power<T>> it_capacity{};
    basic_cooling_duty<T> annual{};     ///< hour-weighted mean over the year
    basic_cooling_duty<T> design_day{}; ///< at the worst bin
    basic_prepared_stage<T> distribution{}, ups{}, transformer{};
    basic_ratio<T> auxiliary{};    ///< of IT capacity, at any load
    basic_ratio<T> proportional{}; ///< of IT load: only where a PUE is given (prepare_fixed)
    basic_cooling_profile<T> cooling{};
};
using prepared_facility = basic_prepared_facility<>;

/// Overhead power by where it goes; the lines add up to facility power less IT power.
template <class T = double>
struct basic_facility_overhead {
    at_facility<tallywatt::power<T>> chiller{}, fans{}, pumps{}, distribution{}, ups{}, transformer{}, auxiliary{};
    [[nodiscard]] constexpr at_facility<tallywatt::power<T>> electrical() const {
        return distribution + ups + transformer;
    }
    [[nodiscard]] constexpr at_facility<tallywatt::power<T>> total() const {
        return chiller + fans + pumps + distribution + ups + transformer + auxiliary;
    }
};
using facility_overhead = basic_facility_overhead<>;

/// What a facility does for an IT load.
template <class T = double>
struct basic_facility_performance {
    basic_pue<T> pue{};                            ///< over the year, at this load
    basic_pue<T> peak_pue{};                       ///< on the design day, at this load
    at_facility<tallywatt::power<T>> mean_power{}; ///< at the facility's busbar, over the year
    at_facility<tallywatt::power<T>> peak_power{}; ///< on the design day
    basic_facility_overhead<T> overhead{};         ///< of mean_power
    basic_wue<T> wue{};                            ///< site water per IT energy
    volume_rate<T> site_water{};
    temperature<T> coolant_supply{}; ///< at the server's inlet
    basic_fraction<T> liquid_captured{};
};
using facility_performance = basic_facility_performance<>;

namespace detail {

template <class T>
struct overhead_ratios {
    basic_ratio<T> chiller, fans, pumps, distribution, ups, transformer, auxiliary;
    [[nodiscard]] constexpr basic_pue<T> pue() const {
        return basic_pue<T>{
            T(1.0)
            + (distribution.value + ups.value + chiller.value + fans.value + pumps.value + auxiliary.value
               + transformer.value)};
    }
};

/// Overhead per IT power at u of capacity.
template <class T>
constexpr overhead_ratios<T>
overhead_at(basic_prepared_facility<T> const& f, basic_cooling_duty<T> const& d, T const& u) {
    T const square = u * u;
    basic_ratio<T> const fans{d.fans.value * square}, pumps{d.pumps.value * square};
    basic_ratio<T> const auxiliary{f.auxiliary.value / u + f.proportional.value};
    basic_ratio<T> const distribution = f.distribution.loss(basic_ratio<T>{T(1.0)}, u);
    basic_ratio<T> const behind_ups{T(1.0) + distribution.value};
    basic_ratio<T> const ups = f.ups.loss(behind_ups, u);
    basic_ratio<T> const behind_transformer{
        behind_ups.value + ups.value + d.chiller.value + fans.value + pumps.value + auxiliary.value};
    return {d.chiller, fans, pumps, distribution, ups, f.transformer.loss(behind_transformer, u), auxiliary};
}

template <class T, class C>
constexpr basic_prepared_facility<T>
prepare_with(C const& technology, basic_climate<T> const& site, basic_electrical_chain<T> const& chain) {
    static_assert(
        cooling_technology<C, T>,
        "the cooling type must offer duty(basic_weather<T>) and profile() for the facility's number type T"
    );
    basic_prepared_facility<T> r{};
    r.annual = annual_duty(technology, site);
    r.design_day = peak_duty(technology, site);
    r.cooling = technology.profile();
    r.distribution = prepare(chain.distribution);
    return r;
}

} // namespace detail

/// The facility with its climate summed up. Call once per site.
template <class C, class T>
constexpr basic_prepared_facility<T> prepare(basic_facility<C, T> const& f) {
    auto r = detail::with_cooling(f.cooling, [&](auto const& c) {
        return detail::prepare_with(c, f.climate, f.electrical);
    });
    r.it_capacity = f.it_capacity;
    r.auxiliary = f.auxiliary;
    // Stages are rated for the design load on the design day, from the servers outwards.
    T const one = T(1.0);
    basic_ratio<T> full{one + r.distribution.loss(basic_ratio<T>{one}, one).value};
    r.ups = prepare(f.electrical.ups, full);
    auto const at_full = detail::overhead_at(r, r.design_day, one);
    full = basic_ratio<T>{at_full.pue().value}; // the transformer has no losses yet
    r.transformer = prepare(f.electrical.transformer, full);
    return r;
}

/// A facility of which only PUE and WUE are known, for comparison with published figures: both hold at any load.
template <class T>
constexpr basic_prepared_facility<T> prepare_fixed(
    at_it<tallywatt::power<T>> const& it_capacity, std::type_identity_t<basic_pue<T>> const& given_pue,
    std::type_identity_t<basic_wue<T>> const& given_wue = {}, basic_cooling_profile<T> const& profile = {}
) {
    basic_prepared_facility<T> r{};
    r.it_capacity = it_capacity;
    r.annual.water = given_wue.value;
    r.proportional = basic_ratio<T>{given_pue.value - T(1.0)};
    r.cooling = profile;
    return r;
}

/// PUE, power and water at this IT load (above zero).
template <class T>
constexpr basic_facility_performance<T>
perform(basic_prepared_facility<T> const& f, std::type_identity_t<at_it<tallywatt::power<T>>> const& it_load) {
    T const u = it_load / f.it_capacity;
    auto const mean = detail::overhead_at(f, f.annual, u), peak = detail::overhead_at(f, f.design_day, u);
    auto const line = [&](basic_ratio<T> const& r) {
        return at_facility<tallywatt::power<T>>{it_load.value * r.value};
    };
    basic_facility_performance<T> r{};
    r.pue = mean.pue();
    r.peak_pue = peak.pue();
    r.mean_power = it_load * r.pue;
    r.peak_power = it_load * r.peak_pue;
    r.overhead = {line(mean.chiller), line(mean.fans),        line(mean.pumps),    line(mean.distribution),
                  line(mean.ups),     line(mean.transformer), line(mean.auxiliary)};
    r.wue = basic_wue<T>{f.annual.water};
    r.site_water = it_load * r.wue;
    r.coolant_supply = f.cooling.coolant_supply;
    r.liquid_captured = f.cooling.liquid_captured;
    return r;
}

/// What it costs to run the building, energy apart.
template <class T = double>
struct basic_facility_operation {
    money_rate<T> staff{}, maintenance{}, water{};
    [[nodiscard]] constexpr money_rate<T> total() const { return staff + maintenance + water; }
};
using facility_operation = basic_facility_operation<>;

/// Staff, maintenance and site water of a facility that performs so.
template <class C, class T>
constexpr basic_facility_operation<T>
facility_operation_of(basic_facility<C, T> const& f, basic_facility_performance<T> const& p) {
    return {
        .staff = f.it_capacity * f.staff,
        .maintenance = f.it_capacity * f.maintenance,
        .water = p.site_water * f.water_price};
}

} // namespace tallywatt

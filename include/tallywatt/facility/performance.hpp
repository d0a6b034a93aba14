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
#include <tallywatt/facility/metrics.hpp>
#include <tallywatt/number/monotone.hpp>

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
    basic_availability<T> availability{T(1.0)}; ///< of power at the racks, from the busbar on
};
using prepared_facility = basic_prepared_facility<>;

/// Overhead power by where it goes; the lines add up to facility power less IT power.
template <class T = double>
struct basic_facility_overhead {
    static constexpr char const* kind = "overhead_power";
    at_facility<tallywatt::power<T>> chiller{}, fans{}, pumps{}, distribution{}, ups{}, transformer{}, auxiliary{};
    [[nodiscard]] constexpr at_facility<tallywatt::power<T>> electrical() const {
        return distribution + ups + transformer;
    }
    [[nodiscard]] constexpr at_facility<tallywatt::power<T>> total() const {
        return detail::sum_of<at_facility<tallywatt::power<T>>>(*this);
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "chiller", .label = "chillers"}, self.chiller...);
        visit(field{.name = "fans", .label = "facility fans"}, self.fans...);
        visit(field{"pumps"}, self.pumps...);
        visit(field{.name = "distribution", .label = "distribution loss"}, self.distribution...);
        visit(field{.name = "ups", .label = "UPS loss"}, self.ups...);
        visit(field{.name = "transformer", .label = "transformer loss"}, self.transformer...);
        visit(field{.name = "auxiliary", .label = "lighting and auxiliary"}, self.auxiliary...);
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
    at_facility<tallywatt::power<T>> reused_heat{}; ///< used elsewhere, over the year
    [[nodiscard]] constexpr basic_fraction<T> energy_reuse_factor() const { return tallywatt::energy_reuse_factor(reused_heat, mean_power); }
    [[nodiscard]] constexpr basic_ratio<T> energy_reuse_effectiveness() const {
        return tallywatt::energy_reuse_effectiveness(energy_reuse_factor(), pue);
    }
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
    basic_ratio<T> const fans{d.fans.value * square + d.fixed_fans.value / u}, pumps{d.pumps.value * square};
    basic_ratio<T> const auxiliary{f.auxiliary.value / u + f.proportional.value};
    basic_ratio<T> const distribution = f.distribution.loss(basic_ratio<T>{T(1.0)}, u);
    basic_ratio<T> const behind_ups{T(1.0) + distribution.value};
    basic_ratio<T> const ups = f.ups.loss(behind_ups, u);
    basic_ratio<T> const behind_transformer{
        behind_ups.value + ups.value + d.chiller.value + fans.value + pumps.value + auxiliary.value};
    return {d.chiller, fans, pumps, distribution, ups, f.transformer.loss(behind_transformer, u), auxiliary};
}

/// Overhead power by line at an IT load, the same physics in watts: every line rises with the load, which an interval
/// needs said once.
template <class T>
constexpr basic_facility_overhead<T> overhead_power(
    basic_prepared_facility<T> const& f, basic_cooling_duty<T> const& d, tallywatt::power<T> const& load
) {
    using P = tallywatt::power<T>;
    P const reference = f.it_capacity.value;
    T const u = load / reference, cube = u * u * u;
    P const chiller = load * d.chiller, fans = reference * (d.fans.value * cube + d.fixed_fans.value), pumps = reference * (d.pumps.value * cube);
    P const auxiliary = reference * f.auxiliary + load * f.proportional;
    P const distribution = f.distribution.loss(load, reference);
    P const ups = f.ups.loss(load + distribution, reference);
    P const behind_transformer = load + distribution + ups + chiller + fans + pumps + auxiliary;
    auto const line = [](P const& p) { return at_facility<P>{p}; };
    return {line(chiller), line(fans), line(pumps), line(distribution), line(ups), line(f.transformer.loss(behind_transformer, reference)), line(auxiliary)};
}

/// PUE at this load; loads high and low both spoil it, so an interval of loads is taken piece by piece.
template <class T>
constexpr basic_pue<T> pue_at(basic_prepared_facility<T> const& f, basic_cooling_duty<T> const& d, T const& u) {
    return basic_pue<T>{in_pieces([&](T const& x) { return overhead_at(f, d, x).pue().value; }, u)};
}

/// What a published figure states of a facility.
template <class T>
struct fixed_facility {
    static constexpr char const* kind = "facility";
    at_it<tallywatt::power<T>> it_capacity{};
    basic_pue<T> pue{};
    basic_wue<T> wue{};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"it_capacity", positive}, self.it_capacity...);
        visit(field{"pue", at_least(1.0)}, self.pue...);
        visit(field{"wue", non_negative}, self.wue...);
    }
};

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
    r.availability = availability_of(f.electrical, f.modules);
    return r;
}

/// A facility of which only PUE and WUE are known, for comparison with published figures: both hold at any load. Throws
/// invalid_input for a PUE below 1, a negative WUE or a capacity not above zero.
template <class T>
constexpr basic_prepared_facility<T> prepare_fixed(
    at_it<tallywatt::power<T>> const& it_capacity, std::type_identity_t<basic_pue<T>> const& given_pue,
    std::type_identity_t<basic_wue<T>> const& given_wue = {}, basic_cooling_profile<T> const& profile = {}
) {
    detail::fixed_facility<T> const given{it_capacity, given_pue, given_wue};
    validate(given);
    basic_prepared_facility<T> r{};
    r.it_capacity = it_capacity;
    r.annual.water = given_wue.value;
    r.proportional = basic_ratio<T>{given_pue.value - T(1.0)};
    r.cooling = profile;
    return r;
}

/// Power at the facility's busbar at this IT load on the design day.
template <class T>
constexpr at_facility<tallywatt::power<T>>
design_day_power(basic_prepared_facility<T> const& f, std::type_identity_t<at_it<tallywatt::power<T>>> const& it_load) {
    return at_facility<tallywatt::power<T>>{it_load.value} + detail::overhead_power(f, f.design_day, it_load.value).total();
}

/// PUE, power and water at this IT load (above zero).
template <class T>
constexpr basic_facility_performance<T>
perform(basic_prepared_facility<T> const& f, std::type_identity_t<at_it<tallywatt::power<T>>> const& it_load) {
    T const u = it_load / f.it_capacity;
    basic_facility_performance<T> r{};
    r.overhead = detail::overhead_power(f, f.annual, it_load.value);
    r.mean_power = at_facility<tallywatt::power<T>>{it_load.value} + r.overhead.total();
    r.peak_power = design_day_power(f, it_load);
    r.pue = detail::pue_at(f, f.annual, u);
    r.peak_pue = detail::pue_at(f, f.design_day, u);
    r.wue = basic_wue<T>{f.annual.water};
    r.site_water = it_load * r.wue;
    r.coolant_supply = f.cooling.coolant_supply;
    r.liquid_captured = f.cooling.liquid_captured;
    r.reused_heat = at_facility<tallywatt::power<T>>{it_load.value * f.annual.reused};
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
        .staff = facility_staff_of(f),
        .maintenance = facility_upkeep_of(f),
        .water = p.site_water * f.water_price};
}

} // namespace tallywatt

#pragma once
// mix: two sources that serve one facility; a mix of mixes joins more. Each has a share of the energy and a capacity per
// peak power of the facility: firm sources can be built for less than the peak or for all of it twice over.
//   price, emission, water lines = sum of share_i line_i            (a mix conserves money, carbon and water)
//   capital, fixed, demand lines = sum of capacity_i line_i
//   availability = E min(1, sum over the sources that run of capacity_i)        independent sources, up or down
// The second takes `energy_share`, the first the rest.
//
//   mix const m{.first = catalog::ercot_texas, .second = catalog::solar, .energy_share = fraction{0.25}};

#include <tallywatt/energy/power_source.hpp>

namespace tallywatt {

/// The joint source of two prepared ones.
template <class T>
constexpr basic_prepared_supply<T> joined(
    basic_prepared_supply<T> const& a, basic_prepared_supply<T> const& b,
    std::type_identity_t<basic_fraction<T>> const& energy_share_of_b,
    std::type_identity_t<basic_ratio<T>> const& capacity_of_a, std::type_identity_t<basic_ratio<T>> const& capacity_of_b
) {
    T const w = energy_share_of_b.value, ca = capacity_of_a.value, cb = capacity_of_b.value, one = T(1.0);
    basic_prepared_supply<T> r{};
    r.import_share = basic_ratio<T>{math::mix(w, b.import_share.value, a.import_share.value)};
    r.energy = math::mix(w, b.energy, a.energy);
    r.fuel = math::mix(w, b.fuel, a.fuel);
    r.variable = math::mix(w, b.variable, a.variable);
    r.demand = held_at(ca * a.demand.value + cb * b.demand.value);
    r.fixed = held_at(ca * a.fixed.value + cb * b.fixed.value);
    r.capital = held_at(ca * a.capital.value + cb * b.capital.value);
    r.up_front = ca * a.up_front + cb * b.up_front;
    r.location_based = math::mix(w, b.location_based, a.location_based);
    r.market_based = math::mix(w, b.market_based, a.market_based);
    r.upstream = math::mix(w, b.upstream, a.upstream);
    r.marginal = math::mix(w, b.marginal, a.marginal);
    r.water = math::mix(w, b.water, a.water);
    r.land = ca * a.land + cb * b.land;
    r.lead_time = math::max(a.lead_time, b.lead_time);
    r.clean = basic_fraction<T>{math::mix(w, b.clean.value, a.clean.value)};
    T const both = math::min(one, ca + cb), only_a = math::min(one, ca), only_b = math::min(one, cb);
    r.availability = basic_availability<T>{math::mix(
        a.availability.value, math::mix(b.availability.value, both, only_a),
        math::mix(b.availability.value, only_b, T(0.0))
    )};
    return r;
}

template <class First, class Second, class T = double>
struct basic_mix {
    static constexpr char const* kind = "mix";
    First first{};
    Second second{};
    basic_fraction<T> energy_share{T(0.5)}; ///< of the second, of the energy at the busbar
    basic_ratio<T> first_capacity{T(1.0)};  ///< per peak power of the facility
    basic_ratio<T> second_capacity{T(1.0)};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"first"}, self.first...);
        visit(field{"second"}, self.second...);
        visit(field{"energy_share"}, self.energy_share...);
        visit(field{"first_capacity", non_negative}, self.first_capacity...);
        visit(field{"second_capacity", non_negative}, self.second_capacity...);
    }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount
    ) const {
        return joined(
            prepare(first, discount), prepare(second, discount), energy_share, first_capacity, second_capacity
        );
    }
};

template <class A, class B, class T>
constexpr void check(basic_mix<A, B, T> const& m) {
    if constexpr (requires { check(m.first); })
        check(m.first);
    if constexpr (requires { check(m.second); })
        check(m.second);
    if (!(lowest(m.first_capacity.value) + lowest(m.second_capacity.value) > 0.0))
        throw invalid_input("mix.first_capacity", 0.0, "", "neither source has a capacity");
}

} // namespace tallywatt

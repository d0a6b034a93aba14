#pragma once
// chip_temperature: the operating point of a chip whose leakage grows with its temperature.
//   P = P_d + L exp(k (T - T_0)),   T = T_c + R P          T_c coolant, R junction to coolant
// With y = k R L exp(k (T_c + R P_d - T_0)) the point is P = P_d + (y/(k R)) h(y), where h solves h = exp(y h). It exists where
// y <= 1/e (two points then, the lower one is stable: R dP/dT < 1); above it the chip runs away. That is a result
// (stable, headroom), not an error: then h is held at e, the value at the edge.
// Reference: Corless et al., On the Lambert W function (1996): h(y) = -W_0(-y)/y; thermal runaway as in Vassighi & Sachdev,
// Thermal and Power Management of Integrated Circuits (2006).
//
//   leaky_chip const c{.dynamic = 600.0 * watt, .leakage = 50.0 * watt, .resistance = 0.04 * kelvin / watt};
//   operating_point const p = settle(c, celsius(32.0));   // p.draw, p.junction, p.loop_gain

#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/number/monotone.hpp>

namespace tallywatt {

template <class T = double>
struct basic_leaky_chip {
    static constexpr char const* kind = "leaky_chip";
    power<T> dynamic{};                                ///< what does not depend on temperature
    power<T> leakage{};                                ///< at the reference temperature
    temperature<T> reference = celsius(60.0);
    rate_per_kelvin<T> growth = 0.012 / kelvin;
    thermal_resistance<T> resistance = 0.04 * kelvin / watt; ///< junction to coolant
    temperature<T> limit = celsius(95.0);              ///< of the junction

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source leak{"CMOS leakage practice: doubling per 35 to 60 K, package level; no curve of this class located", "2026", confidence::low};
        visit(field{"dynamic", non_negative}, self.dynamic...);
        visit(field{"leakage", non_negative}, self.leakage...);
        visit(field{"reference", between(200.0, 420.0), leak}, self.reference...);
        visit(field{"growth", positive, leak}, self.growth...);
        visit(field{"resistance", positive}, self.resistance...);
        visit(field{"limit", between(300.0, 450.0)}, self.limit...);
    }
};
using leaky_chip = basic_leaky_chip<>;

/// The chip of a catalog accelerator that spends `dynamic` beside its leakage: what it draws at rest apart from leakage is in it.
template <class T>
constexpr basic_leaky_chip<T> leaky_chip_of(basic_accelerator<T> const& a, std::type_identity_t<power<T>> const& dynamic) {
    return {
        .dynamic = dynamic + (T(1.0) - a.leakage_share.value) * a.idle,
        .leakage = a.leakage_share * a.idle,
        .reference = a.leakage_reference,
        .growth = a.leakage_growth,
        .resistance = a.junction_to_coolant};
}

/// Where a chip settles.
template <class T = double>
struct basic_operating_point {
    power<T> draw{};
    temperature<T> junction{};
    basic_ratio<T> loop_gain{}; ///< R dP/dT: stable below 1
    basic_ratio<T> headroom{};  ///< rise of the junction over the rise that the limit allows: within it below 1
};
using operating_point = basic_operating_point<>;

namespace detail {
/// h(y) = -W_0(-y)/y, the lower solution of h = exp(y h), for y from 0 to 1/e (held there): from 1 to e. Newton on
/// x = y h, x = y exp(x), from below: it rises monotonically to the root.
template <class T>
constexpr T lower_branch(T const& y) {
    constexpr double edge = 0.36787944117144233; // 1/e
    auto const at = [&](T const& given) {
        T const held = math::min(given, T(edge));
        T x = held;
        for (int i = 0; i < 30; ++i) { // near the edge the root is double and steps halve the distance
            T const e = held * math::exp(x);
            x = x + (e - x) / math::max(T(1.0) - e, T(1e-9));
        }
        return math::exp(math::min(x, T(1.0)));
    };
    return monotone(at, y);
}
} // namespace detail

template <class T>
constexpr basic_operating_point<T> settle(basic_leaky_chip<T> const& c, temperature<T> const& coolant) {
    temperature<T> const cold = coolant + c.resistance * c.dynamic;
    power<T> const first = c.leakage * math::exp(c.growth * (cold - c.reference));
    T const y = c.growth * c.resistance * first;
    power<T> const leaks = first * detail::lower_branch(y);
    basic_operating_point<T> p;
    p.draw = c.dynamic + leaks;
    p.junction = cold + c.resistance * leaks;
    p.loop_gain = basic_ratio<T>{math::select(y > T(0.36787944117144233), T(1.0), c.growth * c.resistance * leaks)};
    p.headroom = basic_ratio<T>{(p.junction - coolant) / (c.limit - coolant)};
    return p;
}

/// The warmest coolant at which a chip stays within its limit: T_limit - R P(T_limit).
template <class T>
constexpr temperature<T> warmest_coolant(basic_leaky_chip<T> const& c) {
    power<T> const at_limit = c.dynamic + c.leakage * math::exp(c.growth * (c.limit - c.reference));
    return c.limit - c.resistance * at_limit;
}

} // namespace tallywatt

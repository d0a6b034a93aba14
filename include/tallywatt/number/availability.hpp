#pragma once
// Availability of n equal units of which k must run. Independent units:
//   A = sum_{j=0..n-k} C(n,j) (1-a)^j a^(n-j)
// Independence is optimistic: fuel, switchgear and weather are common to all units. With a share beta of a unit's
// unavailability u = 1 - a striking all units at once (the beta-factor model),
//   A = (1 - beta u) A_independent(k, n, 1 - (1 - beta) u)
// and a unit that fails once in a mean time between failures and is repaired in a mean time has a = MTBF/(MTBF + MTTR).
// Reference: Billinton & Allan, Reliability Evaluation of Engineering Systems (1992), chapter 3; Fleming, General Atomic
// GA-A13284 (1975), for beta.
//
//   availability a = k_of_n(10, 12, availability{0.99});                   // N+2
//   availability b = k_of_n(10, 12, availability{0.99}, fraction{0.05});   // 5 % of outages take all twelve

#include <tallywatt/number/error.hpp>
#include <tallywatt/number/math.hpp>
#include <tallywatt/number/monotone.hpp>
#include <tallywatt/units/named.hpp>
#include <tallywatt/units/strong.hpp>

#include <type_traits>

namespace tallywatt {

/// Probability that at least `need` of `installed` units run. Throws invalid_input where fewer are installed than needed.
template <class T>
constexpr basic_availability<T> k_of_n(int need, int installed, basic_availability<T> const& unit) {
    if (installed < need)
        throw invalid_input(
            "k_of_n.installed", installed, "",
            std::to_string(installed) + " is below the " + std::to_string(need) + " needed"
        );
    auto const at = [=](T const& up) {
        T const down = T(1.0) - up;
        double ways = 1.0; // C(installed, j)
        T sum = T(0.0);
        for (int j = 0; j <= installed - need; ++j) {
            sum = sum + T(ways) * math::pow(down, j) * math::pow(up, installed - j);
            ways = ways * (installed - j) / (j + 1);
        }
        return sum;
    };
    return basic_availability<T>{detail::monotone(at, unit.value)}; // rises with the unit's
}

/// The same where the share `common` of a unit's unavailability takes all units at once.
template <class T>
constexpr basic_availability<T> k_of_n(
    int need, int installed, basic_availability<T> const& unit, std::type_identity_t<basic_fraction<T>> const& common
) {
    T const down = T(1.0) - unit.value;
    auto const independent = k_of_n(need, installed, basic_availability<T>{T(1.0) - (T(1.0) - common.value) * down});
    return basic_availability<T>{(T(1.0) - common.value * down) * independent.value};
}

/// Of a unit that fails once in `between_failures` of running and is back after `repair`.
template <class T>
constexpr basic_availability<T>
availability_of(duration<T> const& between_failures, std::type_identity_t<duration<T>> const& repair) {
    return basic_availability<T>{T(1.0) / (T(1.0) + repair / between_failures)};
}

} // namespace tallywatt

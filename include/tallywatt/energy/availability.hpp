#pragma once
// Availability of n equal and independent units of which k must run:
//   A = sum_{j=0..n-k} C(n,j) (1-a)^j a^(n-j)
// Independence is optimistic: fuel, switchgear and weather are common to all units.
// Reference: Billinton & Allan, Reliability Evaluation of Engineering Systems (1992), chapter 3.
//
//   availability a = k_of_n(10, 12, availability{0.99});  // N+2

#include <tallywatt/number/error.hpp>
#include <tallywatt/number/math.hpp>
#include <tallywatt/number/monotone.hpp>
#include <tallywatt/units/strong.hpp>

namespace tallywatt {

/// Probability that at least `need` of `installed` units run. Throws invalid_input where fewer are installed than needed.
template <class T>
constexpr basic_availability<T> k_of_n(int need, int installed, basic_availability<T> const& unit) {
    if (installed < need)
        throw invalid_input(
            "k_of_n.installed", installed, "", std::to_string(installed) + " is below the " + std::to_string(need) + " needed"
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

} // namespace tallywatt

#pragma once
// A limit: how much of what is allowed a deployment uses. Infeasible is a result: every limit is reported with its
// headroom, met, unmet or (over an interval) undecided, and the one with the least headroom binds.

#include <tallywatt/number/math.hpp>

#include <array>

namespace tallywatt {

enum class limit_state : unsigned char { met, unmet, undecided };

constexpr char const* name_of(limit_state s) {
    return s == limit_state::met ? "met" : s == limit_state::unmet ? "UNMET" : "undecided";
}

template <class T = double>
struct limit {
    char const* name = "";
    T used{};            ///< demand over what is allowed
    bool yes_no = false;  ///< met or not, without a measure of how far

    [[nodiscard]] constexpr T headroom() const { return T(1.0) - used; }
    [[nodiscard]] constexpr limit_state state() const {
        return highest(used) <= 1.0 ? limit_state::met : lowest(used) > 1.0 ? limit_state::unmet : limit_state::undecided;
    }
};

/// The limit with the least headroom, by the worst its number may be.
template <class T, std::size_t N>
constexpr limit<T> const& binding(std::array<limit<T>, N> const& all) {
    std::size_t worst = 0;
    for (std::size_t i = 1; i < N; ++i)
        if (static_cast<double>(highest(all[i].used)) > static_cast<double>(highest(all[worst].used))) worst = i;
    return all[worst];
}

}  // namespace tallywatt

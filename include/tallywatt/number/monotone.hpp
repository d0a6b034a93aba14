#pragma once
// monotone(f, x): f(x) for a formula that is monotone in x but names it more than once. An interval is then evaluated
// at its two ends, so its result is as tight as the function allows; any other number type is passed through.

#include <tallywatt/number/math.hpp>

namespace tallywatt::detail {

template <class T>
concept has_ends = enable_number<T> && requires(T const& x) {
    { x.low } -> std::convertible_to<double>;
    T(x.low, x.high);
    hull(x, x);
};

template <class T, class F>
constexpr T monotone(F const& f, T const& x) {
    if constexpr (has_ends<T>)
        return hull(f(T(x.low)), f(T(x.high)));
    else
        return f(x);
}

} // namespace tallywatt::detail

#pragma once
// monotone(f, x): f(x) for a formula that is monotone in x but names it more than once. An interval is then evaluated
// at its two ends, so its result is as tight as the function allows; any other number type is passed through.
// in_pieces(f, x): the same for a formula that is not monotone. An interval is cut into pieces, each enclosed by itself, so
// what naming x more than once adds to the width falls with their number.

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

template <class T, class F>
constexpr T in_pieces(F const& f, T const& x, int pieces = 16) {
    if constexpr (has_ends<T>) {
        if (!(x.low < x.high))
            return f(x);
        auto const edge = [&](int i) { return i == pieces ? x.high : x.low + (x.high - x.low) * (static_cast<double>(i) / pieces); };
        T all = f(T(x.low, edge(1)));
        for (int i = 1; i < pieces; ++i)
            all = hull(all, f(T(edge(i), edge(i + 1))));
        return all;
    } else
        return f(x);
}

} // namespace tallywatt::detail

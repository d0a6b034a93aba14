#pragma once
// The arithmetic contract: every formula is a template on its number type T, and T is any type that is closed under
// + - * /, is constructible from double, and has min, max, select, abs, sqrt, exp, log, pow and ceil in tallywatt::math.
// double and float satisfy it; interval, dual and simd live in headers of their own; a program registers a type of its
// own by specialising enable_number.

#include <concepts>
#include <type_traits>

namespace tallywatt {

/// Specialise to true for a class type that is to be used as a number.
template <class T>
inline constexpr bool enable_number = false;

/// Anything that may stand where a formula needs a plain number.
template <class T>
concept scalar = std::is_arithmetic_v<T> || enable_number<T>;

namespace detail {
template <class A, class B>
struct promote;
template <class A>
struct promote<A, A> {
    using type = A;
};
template <class A, class B>
    requires(std::is_arithmetic_v<A> && enable_number<B>)
struct promote<A, B> {
    using type = B;
};
template <class A, class B>
    requires(enable_number<A> && std::is_arithmetic_v<B>)
struct promote<A, B> {
    using type = A;
};
template <class A, class B>
    requires(std::is_arithmetic_v<A> && std::is_arithmetic_v<B> && !std::same_as<A, B>)
struct promote<A, B> {
    // Constants are written in double and adopt the other side's type, so a formula in float stays in float.
    static constexpr bool take_b = std::same_as<A, double> ? std::is_floating_point_v<B> : !std::is_floating_point_v<A>;
    using type = std::conditional_t<take_b, B, A>;
};
}  // namespace detail

/// The number type of an expression that mixes A and B: constants in double adopt the other side's type.
template <class A, class B>
using promote_t = typename detail::promote<std::remove_cvref_t<A>, std::remove_cvref_t<B>>::type;

/// A number as a number of type T; built-in types are converted explicitly, so no warning flags hide a real narrowing.
template <class T, class U>
constexpr T as(U const& x) {
    if constexpr (std::same_as<T, U>)
        return x;
    else if constexpr (std::is_arithmetic_v<U> && !std::is_arithmetic_v<T>)
        return T(static_cast<double>(x));
    else
        return static_cast<T>(x);
}

}  // namespace tallywatt

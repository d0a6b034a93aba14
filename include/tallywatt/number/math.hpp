#pragma once
// tallywatt::math: the functions every number type has, in one spelling for all of them. Built-in types are handled
// here (in constant expressions by own series, at run time by the C library; they agree to 1e-12); types of class are
// found by argument-dependent lookup, so nothing unqualified of a user's becomes ambiguous. Physics code calls
// math::exp(x), math::max(a, b), math::select(a < b, x, y) and never branches on a T.

#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/quantity.hpp>
#include <tallywatt/units/temperature.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace tallywatt {

/// How select treats a condition of type C: specialised for lane masks and for an interval's undecided answers.
template <class C>
struct selection {
    template <class T>
    static constexpr T select(C const& condition, T const& yes, T const& no) {
        return condition ? yes : no;
    }
};

namespace math {

namespace detail {

constexpr double sqrt_series(double x) {
    if (!(x > 0.0) || x == std::numeric_limits<double>::infinity()) return x < 0.0 ? std::numeric_limits<double>::quiet_NaN() : x;
    double scale = 1.0;
    while (x > 4.0) x *= 0.25, scale *= 2.0;
    while (x < 1.0) x *= 4.0, scale *= 0.5;
    double r = 0.5 * (1.0 + x);
    for (int i = 0; i < 8; ++i) r = 0.5 * (r + x / r);
    return r * scale;
}

constexpr double exp_series(double x) {
    if (x != x) return x;
    if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
    if (x < -745.2) return 0.0;
    constexpr double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;
    int k = static_cast<int>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
    double const r = (x - k * ln2_high) - k * ln2_low;
    double term = 1.0, sum = 1.0;
    for (int i = 1; i <= 18; ++i) term *= r / i, sum += term;
    for (; k > 0; --k) sum *= 2.0;
    for (; k < 0; ++k) sum *= 0.5;
    return sum;
}

constexpr double log_series(double x) {
    if (x != x || x < 0.0) return std::numeric_limits<double>::quiet_NaN();
    if (x == 0.0) return -std::numeric_limits<double>::infinity();
    if (x == std::numeric_limits<double>::infinity()) return x;
    int k = 0;
    while (x > 1.4142135623730951) x *= 0.5, ++k;
    while (x < 0.70710678118654757) x *= 2.0, --k;
    double const z = (x - 1.0) / (x + 1.0), z2 = z * z;  // log x = 2 atanh z, |z| < 0.172
    double term = z, sum = 0.0;
    for (int i = 1; i < 34; i += 2) sum += term / i, term *= z2;
    return 2.0 * sum + k * 0.69314718055994530942;
}

constexpr double pow_series(double x, double y) {
    if (y == 0.0 || x == 1.0) return 1.0;
    if (x == 0.0) return y > 0.0 ? 0.0 : std::numeric_limits<double>::infinity();
    return exp_series(y * log_series(x));
}

constexpr double ceil_series(double x) {
    if (!(x < 4503599627370496.0 && x > -4503599627370496.0)) return x;
    auto const n = static_cast<std::int64_t>(x);
    return static_cast<double>(n) + (static_cast<double>(n) < x ? 1.0 : 0.0);
}

}  // namespace detail

// clang-format off
template <std::floating_point T> constexpr T sqrt(T x) { return std::is_constant_evaluated() ? static_cast<T>(detail::sqrt_series(static_cast<double>(x))) : std::sqrt(x); }
template <std::floating_point T> constexpr T exp(T x) { return std::is_constant_evaluated() ? static_cast<T>(detail::exp_series(static_cast<double>(x))) : std::exp(x); }
template <std::floating_point T> constexpr T log(T x) { return std::is_constant_evaluated() ? static_cast<T>(detail::log_series(static_cast<double>(x))) : std::log(x); }
template <std::floating_point T> constexpr T ceil(T x) { return std::is_constant_evaluated() ? static_cast<T>(detail::ceil_series(static_cast<double>(x))) : std::ceil(x); }
template <std::floating_point T> constexpr T abs(T x) { return x < T(0) ? -x : (x == T(0) ? T(0) : x); }
template <std::floating_point T> constexpr T min(T a, T b) { return b < a ? b : a; }
template <std::floating_point T> constexpr T max(T a, T b) { return a < b ? b : a; }
/// x^y for x >= 0.
template <std::floating_point T> constexpr T pow(T x, T y) { return std::is_constant_evaluated() ? static_cast<T>(detail::pow_series(static_cast<double>(x), static_cast<double>(y))) : std::pow(x, y); }

// clang-format on

}  // namespace math

namespace detail::adl {  // calls found at the argument's own namespace; nothing of ours or of std is in sight here
// clang-format off
void sqrt(); void exp(); void log(); void ceil(); void abs(); void min(); void max(); void pow(); void mix();
template <class T> constexpr T call_sqrt(T const& x) { return T(sqrt(x)); }
template <class T> constexpr T call_exp(T const& x) { return T(exp(x)); }
template <class T> constexpr T call_log(T const& x) { return T(log(x)); }
template <class T> constexpr T call_ceil(T const& x) { return T(ceil(x)); }
template <class T> constexpr T call_abs(T const& x) { return T(abs(x)); }
// a type that comes without min and max (Boost's fvar) has them by its comparison
template <class T> constexpr T call_min(T const& a, T const& b) { if constexpr (requires { T(min(a, b)); }) return T(min(a, b)); else return b < a ? b : a; }
template <class T> constexpr T call_max(T const& a, T const& b) { if constexpr (requires { T(max(a, b)); }) return T(max(a, b)); else return a < b ? b : a; }
template <class T> constexpr T call_pow(T const& x, T const& y) { return T(pow(x, y)); }
template <class T> constexpr T call_mix(T const& w, T const& a, T const& b) { if constexpr (requires { T(mix(w, a, b)); }) return T(mix(w, a, b)); else return w * a + (T(1.0) - w) * b; }
// clang-format on
}  // namespace detail::adl

namespace math {
// clang-format off
template <class T> requires enable_number<T> constexpr T sqrt(T const& x) { return tallywatt::detail::adl::call_sqrt(x); }
template <class T> requires enable_number<T> constexpr T exp(T const& x) { return tallywatt::detail::adl::call_exp(x); }
template <class T> requires enable_number<T> constexpr T log(T const& x) { return tallywatt::detail::adl::call_log(x); }
template <class T> requires enable_number<T> constexpr T ceil(T const& x) { return tallywatt::detail::adl::call_ceil(x); }
template <class T> requires enable_number<T> constexpr T abs(T const& x) { return tallywatt::detail::adl::call_abs(x); }
template <class T> requires enable_number<T> constexpr T min(T const& a, T const& b) { return tallywatt::detail::adl::call_min(a, b); }
template <class T> requires enable_number<T> constexpr T max(T const& a, T const& b) { return tallywatt::detail::adl::call_max(a, b); }
template <class T> requires enable_number<T> constexpr T pow(T const& x, T const& y) { return tallywatt::detail::adl::call_pow(x, y); }
// clang-format on

/// x^n by squaring, n any integer: exact in its dependence, no logarithm.
template <class T>
    requires scalar<T>
constexpr T pow(T x, int n) {
    if (n < 0) return T(1.0) / math::pow(x, -n);
    T result = T(1.0);
    for (; n > 0; n >>= 1) {
        if ((n & 1) != 0) result = result * x;
        if (n > 1) x = x * x;
    }
    return result;
}

/// yes where the condition holds, no where it does not; both are evaluated, so clamp arguments first.
template <class C, class T>
    requires scalar<T>
constexpr T select(C const& condition, T const& yes, T const& no) {
    return selection<C>::select(condition, yes, no);
}
/// w a + (1 - w) b, a weighted mean for w from 0 to 1; an interval's is exact although w appears twice.
template <class T>
    requires scalar<T>
constexpr T mix(T const& w, T const& a, T const& b) {
    return tallywatt::detail::adl::call_mix(w, a, b);
}
/// x held between low and high.
template <class T>
    requires scalar<T>
constexpr T clamp(T const& x, T const& low, T const& high) {
    return math::min(math::max(x, low), high);
}

// The same for quantities, bounded quantities, strong types and temperatures; constants in double adopt the number type.
template <class D, class T, class U>
constexpr auto min(quantity<D, T> const& a, quantity<D, U> const& b) {
    using R = promote_t<T, U>;
    return quantity<D, R>::from_base(math::min(as<R>(a.base_value), as<R>(b.base_value)));
}
template <class D, class T, class U>
constexpr auto max(quantity<D, T> const& a, quantity<D, U> const& b) {
    using R = promote_t<T, U>;
    return quantity<D, R>::from_base(math::max(as<R>(a.base_value), as<R>(b.base_value)));
}
template <class D, class T>
constexpr quantity<D, T> abs(quantity<D, T> const& a) {
    return quantity<D, T>::from_base(math::abs(a.base_value));
}
template <class C, class D, class T, class U>
constexpr auto select(C const& condition, quantity<D, T> const& yes, quantity<D, U> const& no) {
    using R = promote_t<T, U>;
    return quantity<D, R>::from_base(math::select(condition, as<R>(yes.base_value), as<R>(no.base_value)));
}
template <class D, class T>
constexpr quantity<D, T> mix(T const& w, quantity<D, T> const& a, quantity<D, T> const& b) {
    return quantity<D, T>::from_base(math::mix(w, a.base_value, b.base_value));
}
template <class D, class T>
constexpr auto sqrt(quantity<D, T> const& a) {
    return quantity<dim::root_of<D>, T>::from_base(math::sqrt(a.base_value));
}

template <class B, class P, class Q>
constexpr auto min(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return tallywatt::detail::bound<B>(math::min(a.value, b.value));
}
template <class B, class P, class Q>
constexpr auto max(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return tallywatt::detail::bound<B>(math::max(a.value, b.value));
}
template <class C, class B, class P, class Q>
constexpr auto select(C const& condition, bounded<B, P> const& yes, bounded<B, Q> const& no) {
    return tallywatt::detail::bound<B>(math::select(condition, yes.value, no.value));
}

template <class Tag, class T, class U>
constexpr auto min(strong<Tag, T> const& a, strong<Tag, U> const& b) {
    using R = promote_t<T, U>;
    return strong<Tag, R>{math::min(as<R>(a.value), as<R>(b.value))};
}
template <class Tag, class T, class U>
constexpr auto max(strong<Tag, T> const& a, strong<Tag, U> const& b) {
    using R = promote_t<T, U>;
    return strong<Tag, R>{math::max(as<R>(a.value), as<R>(b.value))};
}
template <class C, class Tag, class T, class U>
constexpr auto select(C const& condition, strong<Tag, T> const& yes, strong<Tag, U> const& no) {
    using R = promote_t<T, U>;
    return strong<Tag, R>{math::select(condition, as<R>(yes.value), as<R>(no.value))};
}

template <class T, class U>
constexpr auto min(temperature<T> const& a, temperature<U> const& b) {
    return temperature<promote_t<T, U>>{math::min(a.above_zero, b.above_zero)};
}
template <class T, class U>
constexpr auto max(temperature<T> const& a, temperature<U> const& b) {
    return temperature<promote_t<T, U>>{math::max(a.above_zero, b.above_zero)};
}
template <class C, class T, class U>
constexpr auto select(C const& condition, temperature<T> const& yes, temperature<U> const& no) {
    return temperature<promote_t<T, U>>{math::select(condition, yes.above_zero, no.above_zero)};
}

/// x held between low and high, all of one kind: quantities, bounded quantities, strong types or temperatures.
template <class X, class L, class H>
    requires(!scalar<X>)
constexpr auto clamp(X const& x, L const& low, H const& high) {
    return math::min(math::max(x, low), high);
}

}  // namespace math

/// Smallest and largest possible value of a number of type T, in double: specialised for types that are no single point
/// and live in a namespace of their own (others name the functions lowest and highest beside the type).
template <class T>
struct extent {
    static constexpr double lowest(T const& x) { return static_cast<double>(x); }
    static constexpr double highest(T const& x) { return static_cast<double>(x); }
};
// What validation and reports ask of any number.
template <scalar T>
constexpr double lowest(T const& x) {
    return extent<T>::lowest(x);
}
template <scalar T>
constexpr double highest(T const& x) {
    return extent<T>::highest(x);
}

/// The full contract of a number type.
template <class T>
concept number = scalar<T> && std::constructible_from<T, double> && requires(T a, T b) {
    { a + b } -> std::convertible_to<T>;
    { a - b } -> std::convertible_to<T>;
    { a * b } -> std::convertible_to<T>;
    { a / b } -> std::convertible_to<T>;
    { -a } -> std::convertible_to<T>;
    { math::min(a, b) } -> std::same_as<T>;
    { math::max(a, b) } -> std::same_as<T>;
    { math::select(a < b, a, b) } -> std::same_as<T>;
    { math::abs(a) } -> std::same_as<T>;
    { math::sqrt(a) } -> std::same_as<T>;
    { math::exp(a) } -> std::same_as<T>;
    { math::log(a) } -> std::same_as<T>;
    { math::pow(a, b) } -> std::same_as<T>;
    { math::pow(a, 3) } -> std::same_as<T>;
    { math::ceil(a) } -> std::same_as<T>;
};

}  // namespace tallywatt

#pragma once
// temperature<T> is a point on the absolute scale; a temperature_difference is a quantity in kelvin. A point minus a
// point is a difference, a point plus a difference is a point, and two points do not add.
//
//   auto supply = celsius(32.0);   temperature<> ret = supply + 10.0 * kelvin;   double c = ret.in_celsius();

#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
struct temperature {
    using number_type = T;
    temperature_difference<T> above_zero{};  ///< above absolute zero

    constexpr temperature() = default;
    constexpr explicit temperature(temperature_difference<T> const& above_absolute_zero) : above_zero(above_absolute_zero) {}
    template <class U>
        requires(std::same_as<U, double> && !std::same_as<T, double> && std::constructible_from<T, double>)
    constexpr temperature(temperature<U> const& o) : above_zero(o.above_zero) {}

    [[nodiscard]] constexpr T in_kelvin() const { return above_zero.base_value; }
    [[nodiscard]] constexpr T in_celsius() const { return above_zero.base_value - T(273.15); }
};

/// -2_degC would negate a point: write celsius(-2.0).
template <class T>
void operator-(temperature<T> const& write_the_sign_inside_as_celsius_of_minus_x) = delete;

/// The point x degrees Celsius.
template <scalar T>
constexpr auto celsius(T const& x) {
    using R = promote_t<T, double>;  // celsius(20) is a point in double
    return temperature<R>{temperature_difference<R>::from_base(as<R>(x) + R(273.15))};
}

template <class T, class U>
constexpr auto operator-(temperature<T> const& a, temperature<U> const& b) {
    return a.above_zero - b.above_zero;
}
template <class T, class U>
constexpr auto operator+(temperature<T> const& a, temperature_difference<U> const& d) {
    return temperature<promote_t<T, U>>{a.above_zero + d};
}
template <class T, class U>
constexpr auto operator+(temperature_difference<U> const& d, temperature<T> const& a) {
    return a + d;
}
template <class T, class U>
constexpr auto operator-(temperature<T> const& a, temperature_difference<U> const& d) {
    return temperature<promote_t<T, U>>{a.above_zero - d};
}
template <class T, class U>
constexpr auto operator<(temperature<T> const& a, temperature<U> const& b) {
    return a.above_zero < b.above_zero;
}
template <class T, class U>
constexpr auto operator<=(temperature<T> const& a, temperature<U> const& b) {
    return a.above_zero <= b.above_zero;
}
template <class T, class U>
constexpr auto operator>(temperature<T> const& a, temperature<U> const& b) {
    return b < a;
}
template <class T, class U>
constexpr auto operator>=(temperature<T> const& a, temperature<U> const& b) {
    return b <= a;
}
template <class T, class U>
constexpr auto operator==(temperature<T> const& a, temperature<U> const& b) {
    return a.above_zero == b.above_zero;
}

template <class>
inline constexpr bool is_temperature = false;
template <class T>
inline constexpr bool is_temperature<temperature<T>> = true;

}  // namespace tallywatt

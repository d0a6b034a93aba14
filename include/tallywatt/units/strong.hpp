#pragma once
// Strong dimensionless types. Dimension analysis cannot tell a fraction from a PUE or an interest rate from a growth
// rate; these types can. Each is explicit to construct, scales a quantity, and is checked where a described struct is
// validated (not inside evaluation).
//
//   fraction 0..1   ratio >= 0   pue >= 1   availability 0..1   discount_rate, growth_rate, inflation_rate per year > -1
//   view_factor 0..1 (of one face: the emissivity is not in it)

#include <tallywatt/number/number.hpp>
#include <tallywatt/units/quantity.hpp>

namespace tallywatt {

/// A number that means Tag; the arithmetic each Tag allows is below.
template <class Tag, class T = double>
struct strong {
    using tag_type = Tag;
    using number_type = T;
    T value{};

    constexpr strong() = default;
    constexpr explicit strong(T const& v) : value(v) {}
    template <class U>
        requires(std::same_as<U, double> && !std::same_as<T, double> && std::constructible_from<T, double>)
    constexpr strong(strong<Tag, U> const& o) : value(as<T>(o.value)) {}

    friend constexpr auto operator==(strong const& a, strong const& b) { return a.value == b.value; }
    friend constexpr auto operator<(strong const& a, strong const& b) { return a.value < b.value; }
    friend constexpr auto operator<=(strong const& a, strong const& b) { return a.value <= b.value; }
    friend constexpr auto operator>(strong const& a, strong const& b) { return b.value < a.value; }
    friend constexpr auto operator>=(strong const& a, strong const& b) { return b.value <= a.value; }
};

template <class>
inline constexpr bool is_strong = false;
template <class Tag, class T>
inline constexpr bool is_strong<strong<Tag, T>> = true;

// What a tag may do: scale (multiply and divide a quantity or number), bounds in its own unit.
struct fraction_tag {
    static constexpr bool scales = true;
    static constexpr double low = 0, high = 1;
};
struct ratio_tag {
    static constexpr bool scales = true;
    static constexpr double low = 0, high = 1e300;
};
struct availability_tag {  // multiplies what is installed into what is delivered; to_install() is the way back
    static constexpr bool scales = true, divides = false;
    static constexpr double low = 0, high = 1;
};
struct pue_tag {  // scales nothing but energy and power at the IT boundary: see boundary.hpp
    static constexpr bool scales = false;
    static constexpr double low = 1, high = 100;
};
struct view_factor_tag {
    static constexpr bool scales = true;
    static constexpr double low = 0, high = 1;
};
struct real_terms;
struct nominal_terms;
template <class Terms>
struct discount_tag {
    static constexpr bool scales = false;
    static constexpr double low = -0.99, high = 10;
};
struct growth_tag {
    static constexpr bool scales = false;
    static constexpr double low = -0.99, high = 10;
};
struct inflation_tag {
    static constexpr bool scales = false;
    static constexpr double low = -0.99, high = 10;
};

namespace detail {
template <class Tag>
concept divides = Tag::scales && !requires { requires !Tag::divides; };
}  // namespace detail

// Aliases in double, and templates on the number type as basic_x.
template <class T = double>
using basic_fraction = strong<fraction_tag, T>;
template <class T = double>
using basic_ratio = strong<ratio_tag, T>;
template <class T = double>
using basic_availability = strong<availability_tag, T>;
template <class T = double>
using basic_pue = strong<pue_tag, T>;
template <class T = double>
using basic_view_factor = strong<view_factor_tag, T>;
template <class Terms, class T = double>
using basic_discount_rate = strong<discount_tag<Terms>, T>;
template <class T = double>
using basic_growth_rate = strong<growth_tag, T>;
template <class T = double>
using basic_inflation_rate = strong<inflation_tag, T>;

using fraction = basic_fraction<>;
using ratio = basic_ratio<>;
using availability = basic_availability<>;
using pue = basic_pue<>;
using view_factor = basic_view_factor<>;
using discount_rate = basic_discount_rate<real_terms>;              ///< per year, real: prices of one year throughout
using nominal_discount_rate = basic_discount_rate<nominal_terms>;   ///< per year, nominal
using growth_rate = basic_growth_rate<>;
using inflation_rate = basic_inflation_rate<>;

/// Fisher: 1 + real = (1 + nominal)/(1 + inflation).
template <class T, class U>
constexpr auto to_real(basic_discount_rate<nominal_terms, T> const& nominal, basic_inflation_rate<U> const& inflation) {
    using R = promote_t<T, U>;
    return basic_discount_rate<real_terms, R>{(R(1.0) + as<R>(nominal.value)) / (R(1.0) + as<R>(inflation.value)) - R(1.0)};
}
/// Fisher: 1 + nominal = (1 + real)(1 + inflation).
template <class T, class U>
constexpr auto to_nominal(basic_discount_rate<real_terms, T> const& real, basic_inflation_rate<U> const& inflation) {
    using R = promote_t<T, U>;
    return basic_discount_rate<nominal_terms, R>{(R(1.0) + as<R>(real.value)) * (R(1.0) + as<R>(inflation.value)) - R(1.0)};
}

/// 1 - f: the rest of a whole.
template <class T>
constexpr basic_fraction<T> complement(basic_fraction<T> const& f) {
    return basic_fraction<T>{T(1.0) - f.value};
}
template <class T, class U>
constexpr auto operator*(basic_fraction<T> const& a, basic_fraction<U> const& b) {
    using R = promote_t<T, U>;
    return basic_fraction<R>{as<R>(a.value) * as<R>(b.value)};
}

template <class Tag, class T, class X>
    requires(Tag::scales && (is_quantity<X> || scalar<X>))
constexpr auto operator*(strong<Tag, T> const& s, X const& x) {
    return s.value * x;
}
template <class Tag, class T, class X>
    requires(Tag::scales && (is_quantity<X> || scalar<X>))
constexpr auto operator*(X const& x, strong<Tag, T> const& s) {
    return x * s.value;
}
template <class Tag, class T, class X>
    requires(detail::divides<Tag> && (is_quantity<X> || scalar<X>))
constexpr auto operator/(X const& x, strong<Tag, T> const& s) {
    return x / s.value;
}
/// What to install (or to pay for) so that `needed` is delivered at availability a.
template <class X, class T>
    requires(is_quantity<X> || scalar<X>)
constexpr auto to_install(X const& needed, basic_availability<T> const& a) {
    return needed / a.value;
}

#if defined(__GNUC__) && !defined(__clang__)
// One line for a misuse: rates and PUEs scale nothing (a PUE only what holds at the IT load, see boundary.hpp).
template <class Tag, class T, class X>
    requires(!Tag::scales && (is_quantity<X> || scalar<X> || is_strong<X>))
void operator*(X const& x, strong<Tag, T> const& scales_nothing) = delete;
template <class Tag, class T, class X>
    requires(!Tag::scales && (is_quantity<X> || scalar<X>))
void operator*(strong<Tag, T> const& scales_nothing, X const& x) = delete;
template <class Tag, class T, class X>
    requires(!detail::divides<Tag> && (is_quantity<X> || scalar<X>))
void operator/(X const& x, strong<Tag, T> const& divides_nothing) = delete;
template <class A, class T, class B, class U>
void operator+(strong<A, T> const& a, strong<B, U> const& does_not_add) = delete;
#endif

}  // namespace tallywatt

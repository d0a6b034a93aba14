#pragma once
// quantity<Dimension, T>: a number of type T in house base units, with Boost.Units' dimension algebra.
//
// Trivially copyable and structural (it goes through registers, bit_cast and template parameters), costs what the
// number costs, and converts implicitly to and from boost::units::quantity of its dimension in the SI system, so a
// program that already uses Boost.Units passes its quantities as they are. A ratio of like quantities is a plain T;
// a plain T is never a quantity. Constants in double adopt the number type of the other operand.
//
//   power<> p = 700.0 * watt;   energy<> e = p * (8'760.0 * hour);   double kwh = e.in(kilowatt_hour);

#include <tallywatt/number/number.hpp>
#include <tallywatt/units/dimension.hpp>

#include <boost/units/quantity.hpp>
#include <boost/units/systems/si/base.hpp>

namespace tallywatt {

template <class D, class T = double>
class quantity;

template <class>
inline constexpr bool is_quantity = false;
template <class D, class T>
inline constexpr bool is_quantity<quantity<D, T>> = true;

namespace detail {
template <class D, class T>
struct quantity_or_number {
    using type = quantity<D, T>;
    static constexpr type make(T const& v) { return type::from_base(v); }
};
template <class T>
struct quantity_or_number<dim::none, T> {
    using type = T;
    static constexpr T make(T const& v) { return v; }
};
}  // namespace detail

/// quantity<D, T>, or T itself where D is dimensionless.
template <class D, class T>
using quantity_t = typename detail::quantity_or_number<D, T>::type;

template <class D, class T>
class quantity {
    static_assert(!std::same_as<D, dim::none>, "a dimensionless result is a plain number: write T (or quantity_t<D, T>)");

public:
    using dimension_type = D;
    using number_type = T;

    T base_value{};  ///< in house base units; public only because a structural type needs it: prefer in()

    constexpr quantity() = default;

    /// The quantity of v house base units of this dimension.
    static constexpr quantity from_base(T const& v) {
        quantity q;
        q.base_value = v;
        return q;
    }

    /// A quantity held in double (a constant, a catalog value) where another number type is computed with.
    template <class U>
        requires(std::same_as<U, double> && !std::same_as<T, double> && std::constructible_from<T, double>)
    constexpr quantity(quantity<D, U> const& q) : base_value(as<T>(q.base_value)) {}

    /// From and to Boost.Units in the SI system, of the same dimension.
    constexpr quantity(boost::units::quantity<boost::units::unit<D, boost::units::si::system>, T> const& q)
        : base_value(q.value()) {}
    constexpr operator boost::units::quantity<boost::units::unit<D, boost::units::si::system>, T>() const {
        return boost::units::quantity<boost::units::unit<D, boost::units::si::system>, T>::from_value(base_value);
    }

    /// The number of `unit`s in this quantity: (120.0 * kilowatt).in(watt) == 120'000.
    template <class U>
    [[nodiscard]] constexpr auto in(quantity<D, U> const& unit) const {
        using R = promote_t<T, U>;
        return as<R>(base_value) / as<R>(unit.base_value);
    }

    constexpr quantity operator+() const { return *this; }
    constexpr quantity operator-() const { return from_base(-base_value); }
    constexpr quantity& operator+=(quantity const& o) {
        base_value = base_value + o.base_value;
        return *this;
    }
    constexpr quantity& operator-=(quantity const& o) {
        base_value = base_value - o.base_value;
        return *this;
    }
    template <scalar S>
    constexpr quantity& operator*=(S const& s) {
        base_value = base_value * as<T>(s);
        return *this;
    }
    template <scalar S>
    constexpr quantity& operator/=(S const& s) {
        base_value = base_value / as<T>(s);
        return *this;
    }
};

template <class D, class T, class U>
constexpr auto operator+(quantity<D, T> const& a, quantity<D, U> const& b) {
    using R = promote_t<T, U>;
    return quantity<D, R>::from_base(as<R>(a.base_value) + as<R>(b.base_value));
}
template <class D, class T, class U>
constexpr auto operator-(quantity<D, T> const& a, quantity<D, U> const& b) {
    using R = promote_t<T, U>;
    return quantity<D, R>::from_base(as<R>(a.base_value) - as<R>(b.base_value));
}
template <class D, class T, class E, class U>
constexpr auto operator*(quantity<D, T> const& a, quantity<E, U> const& b) {
    using R = promote_t<T, U>;
    return detail::quantity_or_number<dim::times<D, E>, R>::make(as<R>(a.base_value) * as<R>(b.base_value));
}
template <class D, class T, class E, class U>
constexpr auto operator/(quantity<D, T> const& a, quantity<E, U> const& b) {
    using R = promote_t<T, U>;
    return detail::quantity_or_number<dim::per<D, E>, R>::make(as<R>(a.base_value) / as<R>(b.base_value));
}
template <class D, class T, scalar S>
constexpr auto operator*(quantity<D, T> const& q, S const& s) {
    using R = promote_t<T, S>;
    return quantity<D, R>::from_base(as<R>(q.base_value) * as<R>(s));
}
template <class D, class T, scalar S>
constexpr auto operator*(S const& s, quantity<D, T> const& q) {
    using R = promote_t<T, S>;
    return quantity<D, R>::from_base(as<R>(s) * as<R>(q.base_value));
}
template <class D, class T, scalar S>
constexpr auto operator/(quantity<D, T> const& q, S const& s) {
    using R = promote_t<T, S>;
    return quantity<D, R>::from_base(as<R>(q.base_value) / as<R>(s));
}
template <class D, class T, scalar S>
constexpr auto operator/(S const& s, quantity<D, T> const& q) {
    using R = promote_t<T, S>;
    return quantity<dim::per<dim::none, D>, R>::from_base(as<R>(s) / as<R>(q.base_value));
}

// Comparisons answer what the number type answers: bool, a lane mask, or an interval's yes, no, undecided.
template <class D, class T, class U>
constexpr auto operator<(quantity<D, T> const& a, quantity<D, U> const& b) {
    using R = promote_t<T, U>;
    return as<R>(a.base_value) < as<R>(b.base_value);
}
template <class D, class T, class U>
constexpr auto operator>(quantity<D, T> const& a, quantity<D, U> const& b) {
    return b < a;
}
template <class D, class T, class U>
constexpr auto operator<=(quantity<D, T> const& a, quantity<D, U> const& b) {
    using R = promote_t<T, U>;
    return as<R>(a.base_value) <= as<R>(b.base_value);
}
template <class D, class T, class U>
constexpr auto operator>=(quantity<D, T> const& a, quantity<D, U> const& b) {
    return b <= a;
}
template <class D, class T, class U>
constexpr auto operator==(quantity<D, T> const& a, quantity<D, U> const& b) {
    using R = promote_t<T, U>;
    return as<R>(a.base_value) == as<R>(b.base_value);
}

#if defined(__GNUC__) && !defined(__clang__)
// What has no meaning is deleted by name: g++ then answers a misuse in one line and not with its list of candidates (clang
// lists them all the same, so it is left to find no match).
template <class D, class T, class E, class U>
    requires(!std::same_as<D, E>)
void operator+(quantity<D, T> const& a, quantity<E, U> const& of_another_dimension) = delete;
template <class D, class T, class E, class U>
    requires(!std::same_as<D, E>)
void operator-(quantity<D, T> const& a, quantity<E, U> const& of_another_dimension) = delete;
template <class D, class T, class E, class U>
    requires(!std::same_as<D, E>)
void operator<(quantity<D, T> const& a, quantity<E, U> const& of_another_dimension) = delete;
template <class D, class T, scalar S>
void operator+(quantity<D, T> const& a, S const& plain_number) = delete;
template <class D, class T, scalar S>
void operator+(S const& plain_number, quantity<D, T> const& a) = delete;
template <class D, class T, scalar S>
void operator-(quantity<D, T> const& a, S const& plain_number) = delete;
template <class D, class T, scalar S>
void operator-(S const& plain_number, quantity<D, T> const& a) = delete;
#endif

}  // namespace tallywatt

#pragma once
// Where a figure holds. Power and energy are metered at the IT load (at_it), at the facility's busbar (at_facility) or
// at the utility meter (at_grid): only a facility converts the first into the second and only a supply the second into
// the third, so a PUE can be neither forgotten nor applied twice. Likewise per_accelerator and per_server figures become
// totals only through a count of that kind, and a price of input tokens does not meet a count of output tokens.
//
//   at_it<power<>> it{100.0 * megawatt};   at_facility<power<>> f = it * pue{1.2};   f * pue{1.2};  // does not compile
//
// The algebra: same with same adds; times or per a duration, token, operation, byte, accelerator or plain number keeps
// the boundary; a ratio of two of the same boundary is a plain number. Prices and emission factors (per energy) apply
// only where they belong: a tariff to at_grid, a supply mix to at_facility, WUE (its own type) to at_it.

#include <tallywatt/units/named.hpp>
#include <tallywatt/units/strong.hpp>

namespace tallywatt {

struct it_boundary {};
struct facility_boundary {};
struct grid_boundary {};
struct accelerator_basis {};
struct server_basis {};
struct input_tokens {};
struct cached_input_tokens {};
struct dense_basis {};
struct sparse_basis {};
struct one_way_basis {};
struct duplex_basis {};
struct output_tokens {};

/// A quantity Q that holds at boundary B (or per unit of basis B).
template <class B, class Q>
struct bounded {
    using boundary_type = B;
    using quantity_type = Q;
    using number_type = typename Q::number_type;
    Q value{};

    constexpr bounded() = default;
    constexpr explicit bounded(Q const& q) : value(q) {}
    template <class P>
        requires(std::convertible_to<P, Q> && !std::same_as<P, Q>)
    constexpr bounded(bounded<B, P> const& o) : value(o.value) {}

    constexpr bounded& operator+=(bounded const& o) {
        value += o.value;
        return *this;
    }
    constexpr bounded& operator-=(bounded const& o) {
        value -= o.value;
        return *this;
    }
    constexpr bounded operator-() const { return bounded{-value}; }
};

template <class>
inline constexpr bool is_bounded = false;
template <class B, class Q>
inline constexpr bool is_bounded<bounded<B, Q>> = true;

template <class Q>
using at_it = bounded<it_boundary, Q>;
template <class Q>
using at_facility = bounded<facility_boundary, Q>;
template <class Q>
using at_grid = bounded<grid_boundary, Q>;
template <class Q>
using per_accelerator = bounded<accelerator_basis, Q>;
template <class Q>
using per_server = bounded<server_basis, Q>;
template <class Q>
using of_input = bounded<input_tokens, Q>;  ///< a count, a rate or a price of input tokens
template <class Q>
using of_cached_input = bounded<cached_input_tokens, Q>;
template <class Q>
using of_output = bounded<output_tokens, Q>;

// Datasheets print ambiguous rates. A matrix rate is dense, or counts the zeros of 2:4 structured sparsity; a link's rate is
// one way, or both ways added. The types keep them apart; as_dense and as_one_way are the ways across.
template <class T = double>
using dense_rate = bounded<dense_basis, flop_rate<T>>;
template <class T = double>
using sparse_rate = bounded<sparse_basis, flop_rate<T>>;
template <class T = double>
using one_way_rate = bounded<one_way_basis, byte_rate<T>>;
template <class T = double>
using duplex_rate = bounded<duplex_basis, byte_rate<T>>;

template <class T>
constexpr dense_rate<T> dense(flop_rate<T> const& r) {
    return dense_rate<T>{r};
}
template <class T>
constexpr sparse_rate<T> sparse(flop_rate<T> const& r) {
    return sparse_rate<T>{r};
}
template <class T>
constexpr one_way_rate<T> one_way(byte_rate<T> const& r) {
    return one_way_rate<T>{r};
}
template <class T>
constexpr duplex_rate<T> duplex(byte_rate<T> const& r) {
    return duplex_rate<T>{r};
}
/// Half: 2:4 structured sparsity skips two of four.
template <class T>
constexpr dense_rate<T> as_dense(sparse_rate<T> const& r) {
    return dense_rate<T>{r.value * 0.5};
}
/// Half: a link carries as much each way.
template <class T>
constexpr one_way_rate<T> as_one_way(duplex_rate<T> const& r) {
    return one_way_rate<T>{r.value * 0.5};
}

namespace detail {
// A factor that carries mass in its dimension is "per energy" or an energy: it may not pass through a boundary.
template <class Base>
struct is_mass_dim : std::false_type {};
template <class V>
struct is_mass_dim<boost::units::dim<boost::units::mass_base_dimension, V>> : std::true_type {};
template <class L>
struct has_mass : std::false_type {};
template <class Item, class Next>
struct has_mass<boost::units::list<Item, Next>> : std::bool_constant<is_mass_dim<Item>::value || has_mass<Next>::value> {};
template <class B, class Q>
constexpr bounded<B, Q> bound(Q const& q) {
    return bounded<B, Q>{q};
}
}  // namespace detail

/// A factor that leaves the boundary in place.
template <class X>
concept boundary_neutral = scalar<X> || (is_quantity<X> && !detail::has_mass<typename X::dimension_type>::value);

template <class B, class P, class Q>
constexpr auto operator+(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return detail::bound<B>(a.value + b.value);
}
template <class B, class P, class Q>
constexpr auto operator-(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return detail::bound<B>(a.value - b.value);
}
template <class B, class P, class Q>
constexpr auto operator/(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return a.value / b.value;
}
template <class B, class P, class Q>
constexpr auto operator<(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return a.value < b.value;
}
template <class B, class P, class Q>
constexpr auto operator<=(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return a.value <= b.value;
}
template <class B, class P, class Q>
constexpr auto operator>(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return b.value < a.value;
}
template <class B, class P, class Q>
constexpr auto operator>=(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return b.value <= a.value;
}
template <class B, class P, class Q>
constexpr auto operator==(bounded<B, P> const& a, bounded<B, Q> const& b) {
    return a.value == b.value;
}
template <class B, class Q, boundary_neutral X>
constexpr auto operator*(bounded<B, Q> const& a, X const& x) {
    return detail::bound<B>(a.value * x);
}
template <class B, class Q, boundary_neutral X>
constexpr auto operator*(X const& x, bounded<B, Q> const& a) {
    return detail::bound<B>(x * a.value);
}
template <class B, class Q, boundary_neutral X>
constexpr auto operator/(bounded<B, Q> const& a, X const& x) {
    return detail::bound<B>(a.value / x);
}
template <class B, class Q, class Tag, class T>
    requires(Tag::scales)
constexpr auto operator*(bounded<B, Q> const& a, strong<Tag, T> const& s) {
    return detail::bound<B>(a.value * s.value);
}
template <class B, class Q, class Tag, class T>
    requires(Tag::scales)
constexpr auto operator*(strong<Tag, T> const& s, bounded<B, Q> const& a) {
    return detail::bound<B>(s.value * a.value);
}
template <class B, class Q, class Tag, class T>
    requires(detail::divides<Tag>)
constexpr auto operator/(bounded<B, Q> const& a, strong<Tag, T> const& s) {
    return detail::bound<B>(a.value / s.value);
}

/// IT power or energy to the facility's: by its PUE, once.
template <class Q, class T>
constexpr auto operator*(at_it<Q> const& it, basic_pue<T> const& p) {
    return detail::bound<facility_boundary>(it.value * p.value);
}
template <class Q, class T>
constexpr auto operator*(basic_pue<T> const& p, at_it<Q> const& it) {
    return it * p;
}

/// Water usage effectiveness: site water per IT energy (ISO/IEC 30134-9). Applies to at_it energy only.
template <class T = double>
struct basic_wue {
    using number_type = T;
    volume_per_energy<T> value{};
    constexpr basic_wue() = default;
    constexpr explicit basic_wue(volume_per_energy<T> const& v) : value(v) {}
    template <class U>
        requires(std::same_as<U, double> && !std::same_as<T, double> && std::constructible_from<T, double>)
    constexpr basic_wue(basic_wue<U> const& o) : value(o.value) {}
};
using wue = basic_wue<>;

template <class Q, class T>
constexpr auto operator*(at_it<Q> const& it, basic_wue<T> const& w) {
    return it.value * w.value;
}
template <class Q, class T>
constexpr auto operator*(basic_wue<T> const& w, at_it<Q> const& it) {
    return it * w;
}

/// A price per energy: applies at the utility meter.
template <class D, class Q, class T>
    requires(std::same_as<D, dim::per<dim::money, dim::energy>>)
constexpr auto operator*(at_grid<Q> const& e, quantity<D, T> const& price) {
    return e.value * price;
}
template <class D, class Q, class T>
    requires(std::same_as<D, dim::per<dim::money, dim::energy>>)
constexpr auto operator*(quantity<D, T> const& price, at_grid<Q> const& e) {
    return e * price;
}
/// Emissions or water of the supply mix per energy delivered to the busbar.
template <class D, class Q, class T>
    requires(std::same_as<D, dim::per<dim::co2e, dim::energy>> || std::same_as<D, dim::per<dim::volume, dim::energy>>)
constexpr auto operator*(at_facility<Q> const& e, quantity<D, T> const& factor) {
    return e.value * factor;
}
template <class D, class Q, class T>
    requires(std::same_as<D, dim::per<dim::co2e, dim::energy>> || std::same_as<D, dim::per<dim::volume, dim::energy>>)
constexpr auto operator*(quantity<D, T> const& factor, at_facility<Q> const& e) {
    return e * factor;
}

/// A price per token (or energy, emissions ...) for a count or rate of tokens of the same kind: the tokens cancel.
template <class B, class P, class Q>
    requires(std::same_as<B, input_tokens> || std::same_as<B, cached_input_tokens> || std::same_as<B, output_tokens>)
constexpr auto operator*(bounded<B, P> const& price, bounded<B, Q> const& count) {
    return price.value * count.value;
}

/// A figure per accelerator, for that many of them: the accelerators cancel.
template <class Q, class T>
constexpr auto operator*(per_accelerator<Q> const& each, accelerator_count<T> const& n) {
    return each.value * n.base_value;
}
template <class Q, class T>
constexpr auto operator*(accelerator_count<T> const& n, per_accelerator<Q> const& each) {
    return each * n;
}

#if defined(__GNUC__) && !defined(__clang__)
// One line for a misuse.
template <class B, class P, class C, class Q>
    requires(!std::same_as<B, C>)
void operator+(bounded<B, P> const& a, bounded<C, Q> const& of_another_boundary) = delete;
template <class B, class P, class C, class Q>
    requires(!std::same_as<B, C>)
void operator-(bounded<B, P> const& a, bounded<C, Q> const& of_another_boundary) = delete;
template <class B, class P, class C, class Q>
    requires(!std::same_as<B, C>)
void operator<(bounded<B, P> const& a, bounded<C, Q> const& of_another_boundary) = delete;
template <class B, class Q, class X>
    requires(!boundary_neutral<X>)
void operator*(bounded<B, Q> const& a, X const& does_not_apply_at_this_boundary) = delete;
template <class B, class Q, class X>
    requires(!boundary_neutral<X> && !is_bounded<X>)
void operator*(X const& does_not_apply_at_this_boundary, bounded<B, Q> const& a) = delete;
#endif

}  // namespace tallywatt

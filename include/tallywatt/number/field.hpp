#pragma once
// Described structs. Each names its fields once, in a static visitor with their allowed ranges and, where a default is
// an assumption, its source:
//
//   static constexpr char const* kind = "cold_plate";
//   template <class V, class... S>
//   static constexpr void each(V&& visit, S&&... self) {
//       visit(field{"approach", non_negative}, self.approach...);
//       visit(field{"life", positive, {"survey of operators", "2024", confidence::medium}}, self.life...);
//   }
//
// That one list drives validation, conversion between number types, sensitivities, sampling, the assumption ledger and
// printing. `self...` is any number of objects of the same struct, also of different number types, visited in step.

#include <tallywatt/number/error.hpp>
#include <tallywatt/number/math.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/symbol.hpp>
#include <tallywatt/units/temperature.hpp>

#include <array>
#include <cstdio>
#include <limits>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

namespace tallywatt {

/// How far a figure can be trusted.
enum class confidence : unsigned char { high, medium, low, assumed };

/// Where a figure comes from.
struct source {
    char const* title = nullptr;
    char const* date = nullptr;
    confidence trust = confidence::assumed;
};

/// The range a field allows, in house base units of its dimension.
struct bounds {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_open = false;
};
inline constexpr bounds any_value{};
inline constexpr bounds positive{0.0, std::numeric_limits<double>::infinity(), true};
inline constexpr bounds non_negative{0.0, std::numeric_limits<double>::infinity()};
inline constexpr bounds unit_interval{0.0, 1.0};
constexpr bounds at_least(double low) { return {low, std::numeric_limits<double>::infinity()}; }
constexpr bounds between(double low, double high) { return {low, high}; }

/// What a struct says of one of its fields.
struct field {
    char const* name = "";
    bounds allowed{};
    source default_from{};              ///< where the member's default comes from, if that default is an assumption
    char const* informational = nullptr;  ///< why no report line depends on it, where none does
    char const* label = nullptr;          ///< how a report line reads, where not as its name with spaces
};

/// Specialise to true for a type whose `value` is a quantity and that is to be a field of one number (basic_wue,
/// basic_capacity_charge). Its units are those of its dimension, or of its member type unit_dimension where it has one.
template <class X>
inline constexpr bool wraps_quantity = false;
template <class T>
inline constexpr bool wraps_quantity<basic_wue<T>> = true;

/// A struct that describes its fields.
template <class X>
concept described = requires { std::remove_cvref_t<X>::kind; };

namespace detail {

template <class>
inline constexpr bool is_variant = false;
template <class... A>
inline constexpr bool is_variant<std::variant<A...>> = true;

}  // namespace detail

/// A field that holds one number (with or without a unit).
template <class X>
concept numeric_leaf = scalar<std::remove_cvref_t<X>> || is_quantity<std::remove_cvref_t<X>> || is_strong<std::remove_cvref_t<X>> ||
                       is_bounded<std::remove_cvref_t<X>> || is_temperature<std::remove_cvref_t<X>> || wraps_quantity<std::remove_cvref_t<X>>;

/// The number inside a numeric leaf, in house base units.
template <numeric_leaf X>
constexpr auto& number_in(X& x) {
    using U = std::remove_cvref_t<X>;
    if constexpr (scalar<U>)
        return x;
    else if constexpr (is_quantity<U>)
        return x.base_value;
    else if constexpr (is_strong<U>)
        return x.value;
    else if constexpr (is_temperature<U>)
        return x.above_zero.base_value;
    else
        return x.value.base_value;  // bounded, or a wrapped quantity
}

namespace detail {
template <class X>
struct leaf_dimension {
    using type = dim::none;
};
template <class D, class T>
struct leaf_dimension<quantity<D, T>> {
    using type = D;
};
template <class B, class Q>
struct leaf_dimension<bounded<B, Q>> {
    using type = typename Q::dimension_type;
};
template <class T>
struct leaf_dimension<temperature<T>> {
    using type = dim::temperature;
};
template <class X>
    requires(wraps_quantity<X> && !requires { typename X::unit_dimension; })
struct leaf_dimension<X> {
    using type = typename decltype(X::value)::dimension_type;
};
template <class X>
    requires(wraps_quantity<X> && requires { typename X::unit_dimension; })
struct leaf_dimension<X> {
    using type = typename X::unit_dimension;
};

template <class X>
constexpr bounds bounds_of_type() {
    if constexpr (is_strong<X>)
        return {X::tag_type::low, X::tag_type::high};
    else if constexpr (is_temperature<X>)
        return {0.0, 10'000.0};
    else
        return {};
}
}  // namespace detail

/// Dimension of a numeric leaf (dim::none for plain numbers and strong types).
template <class X>
using leaf_dimension = typename detail::leaf_dimension<std::remove_cvref_t<X>>::type;

/// Where in a struct a field lies: a chain of names on the stack.
struct field_path {
    field_path const* parent = nullptr;
    char const* name = "";
    int index = -1;  ///< of an array's element, counted from 0
    [[nodiscard]] std::string text() const {
        std::string const above = parent != nullptr ? parent->text() : std::string{};
        if (index >= 0) return above + '[' + std::to_string(index) + ']';
        return above.empty() ? std::string(name) : above + '.' + name;
    }
};

template <class V, class X, class... Y>
constexpr void walk(V&& visit, field_path const& path, X&& x, Y&&... y);

namespace detail {
template <class>
inline constexpr bool is_array = false;
template <class X, std::size_t N>
inline constexpr bool is_array<std::array<X, N>> = true;

template <class V, class X, class... Y>
constexpr void walk_member(V& visit, field_path const& here, field const& f, X& x, Y&... y);

// Alternatives are matched by their place, so that objects of different number types stay in step.
template <std::size_t I, class V, class X, class... Y>
constexpr void walk_variant(V& visit, field_path const& here, field const& f, X& x, Y&... y) {
    if constexpr (I < std::variant_size_v<std::remove_cvref_t<X>>) {
        if (x.index() != I)
            walk_variant<I + 1>(visit, here, f, x, y...);
        else if constexpr (!std::same_as<std::variant_alternative_t<I, std::remove_cvref_t<X>>, std::monostate>)
            walk_member(visit, here, f, std::get<I>(x), std::get<I>(y)...);
    }
}

template <class V, class X, class... Y>
constexpr void walk_member(V& visit, field_path const& here, field const& f, X& x, Y&... y) {
    using M = std::remove_cvref_t<X>;
    if constexpr (described<M>)
        walk(visit, here, x, y...);
    else if constexpr (is_variant<M>)
        walk_variant<0>(visit, here, f, x, y...);
    else if constexpr (is_array<M>)
        for (std::size_t i = 0; i < x.size(); ++i) walk_member(visit, field_path{&here, "", static_cast<int>(i)}, f, x[i], y[i]...);
    else
        visit(here, f, x, y...);
}
}  // namespace detail

/// Calls visit(path, field, leaves...) for every field of the objects, in step, descending into described members and
/// into arrays and the held alternative of variants (bad_variant_access where another object holds another one). Members that are no numbers (names, enumerations, flags) are passed as they are.
template <class V, class X, class... Y>
constexpr void walk(V&& visit, field_path const& path, X&& x, Y&&... y) {
    using U = std::remove_cvref_t<X>;
    U::each(
        [&](field const& f, auto&& a, auto&&... b) {
            field_path const here{&path, f.name};
            detail::walk_member(visit, here, f, a, b...);
        },
        x, y...);
}

namespace detail {
template <class X, class U>
struct rebind {
    using type = X;
};
template <class X, class U>
    requires(scalar<X> && std::is_floating_point_v<X>)
struct rebind<X, U> {
    using type = U;
};
template <class X, class U>
    requires(enable_number<X>)
struct rebind<X, U> {
    using type = U;
};
template <class D, class T, class U>
struct rebind<quantity<D, T>, U> {
    using type = quantity<D, typename rebind<T, U>::type>;
};
template <template <class...> class S, class... A, class U>
    requires(!enable_number<S<A...>>)
struct rebind<S<A...>, U> {
    using type = S<typename rebind<A, U>::type...>;
};
template <class X, std::size_t N, class U>
struct rebind<std::array<X, N>, U> {
    using type = std::array<typename rebind<X, U>::type, N>;
};
}  // namespace detail

/// The same struct over number type U.
template <class X, class U>
using rebind_t = typename detail::rebind<std::remove_cvref_t<X>, U>::type;

class estimate;
class interval;

/// How a number becomes one of type U when a struct is converted: an estimate gives its range to an interval and its
/// likely value to anything else; an interval gives its middle, a dual number its value.
template <class U>
struct resolve {
    template <class T>
    constexpr U operator()(T const& x) const {
        if constexpr (std::same_as<T, U>)
            return x;
        else if constexpr (std::is_arithmetic_v<T>)
            return as<U>(x);
        else if constexpr (requires { x.likely; }) {
            if constexpr (std::same_as<U, interval>)
                return U(x.low, x.high);
            else
                return as<U>(x.likely);
        } else if constexpr (requires { x.middle(); })
            return as<U>(x.middle());
        else if constexpr (requires { x.derivative; })
            return as<U>(x.value);
        else
            return U(x);
    }
};

namespace detail {
template <class From, class To, class F>
constexpr void assign(From const& from, To& to, F const& f);

template <class Variant, std::size_t I = 0, class From, class F>
constexpr void assign_variant(From const& from, Variant& to, F const& f) {
    if constexpr (I < std::variant_size_v<Variant>) {
        if (from.index() == I) {
            std::variant_alternative_t<I, Variant> held{};
            assign(std::get<I>(from), held, f);
            to = Variant(std::in_place_index<I>, held);  // assignment of an alternative is no constant expression in clang 14
        } else
            assign_variant<Variant, I + 1>(from, to, f);
    }
}

template <class From, class To, class F>
constexpr void assign(From const& from, To& to, F const& f) {
    if constexpr (std::same_as<From, To> && !described<From> && !numeric_leaf<From> && !is_variant<From> && !is_array<From>)
        to = from;
    else if constexpr (described<From> && std::same_as<From, To> && std::same_as<rebind_t<From, long double>, From>)
        to = from;  // of no number type: choices, that stay as they are
    else if constexpr (described<From>)
        From::each([&](field const&, auto const& a, auto& b) { assign(a, b, f); }, from, to);
    else if constexpr (is_variant<From>)
        assign_variant(from, to, f);
    else if constexpr (is_array<From>)
        for (std::size_t i = 0; i < from.size(); ++i) assign(from[i], to[i], f);
    else if constexpr (std::is_integral_v<From> || std::is_enum_v<From>)
        to = from;
    else
        number_in(to) = f(number_in(from));
}
}  // namespace detail

/// A described struct over number type U, each number mapped by f.
template <class U, class X, class F = resolve<U>>
constexpr rebind_t<X, U> convert(X const& x, F const& f = {}) {
    if constexpr (std::same_as<rebind_t<X, U>, X> && std::same_as<F, resolve<U>>)
        return x;
    else {
        rebind_t<X, U> result{};
        detail::assign(x, result, f);
        return result;
    }
}

namespace detail {
[[noreturn]] void throw_invalid(field_path const& path, double value, bounds const& allowed, std::span<unit_symbol const> units);
[[noreturn]] void throw_disordered(field_path const& path, double low, double high, std::span<unit_symbol const> units);
std::string in_unit(double base_value, std::span<unit_symbol const> units);
}  // namespace detail

namespace detail {
// The sum of all fields of a struct of lines (costs, powers ...).
template <class Q, class Lines>
constexpr Q sum_of(Lines const& lines) {
    Q sum{};
    Lines::each([&](field const&, auto const& line) { sum += line; }, lines);
    return sum;
}
}  // namespace detail

/// Throws invalid_input for the first number of x outside its field's range (NaN and infinity are outside every range, and
/// so is an interval or estimate whose bounds are out of order).
/// In a constant expression that is a compile error.
template <described X>
constexpr void validate(X const& x, char const* name = X::kind) {
    field_path const root{nullptr, name};
    walk(
        [](field_path const& path, field const& f, auto const& leaf) {
            using M = std::remove_cvref_t<decltype(leaf)>;
            if constexpr (numeric_leaf<M> && !std::same_as<M, bool>) {
                bounds const t = detail::bounds_of_type<M>();
                bounds const allowed{math::max(f.allowed.low, t.low), math::min(f.allowed.high, t.high),
                                     f.allowed.low_open && f.allowed.low >= t.low};
                double const low = lowest(number_in(leaf)), high = highest(number_in(leaf));
                constexpr double infinity = std::numeric_limits<double>::infinity();
                bool const finite = low > -infinity && high < infinity;  // false for NaN as well
                if (!finite || high > allowed.high || low < allowed.low || (allowed.low_open && !(low > allowed.low)))
                    detail::throw_invalid(path, !finite ? (low > -infinity ? high : low) : (high > allowed.high ? high : low), allowed,
                                          unit_symbols<leaf_dimension<M>>());
                bool ordered = low <= high;
                if constexpr (requires { number_in(leaf).likely; }) ordered = low <= number_in(leaf).likely && number_in(leaf).likely <= high;
                if (!ordered) detail::throw_disordered(path, low, high, unit_symbols<leaf_dimension<M>>());
            }
        },
        root, x);
}

namespace detail {

inline std::string in_unit(double base_value, std::span<unit_symbol const> units) {
    unit_symbol const best = fitting_unit(base_value, units);
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%.6g", base_value / best.scale);
    return best.text[0] == '\0' ? std::string(buffer) : std::string(buffer) + ' ' + best.text;
}

inline char const* unit_of(std::span<unit_symbol const> units) {  // the house base unit's name
    for (auto const& u : units)
        if (u.scale == 1.0) return u.text;
    return "";
}

[[noreturn]] inline void throw_invalid(field_path const& path, double value, bounds const& allowed, std::span<unit_symbol const> units) {
    std::string complaint;
    char const* const unit = unit_of(units);
    if (!(value > -std::numeric_limits<double>::infinity() && value < std::numeric_limits<double>::infinity()))
        complaint = "not a finite number";
    else if (value > allowed.high)
        complaint = in_unit(value, units) + " is above " + in_unit(allowed.high, units);
    else if (allowed.low_open)
        complaint = in_unit(value, units) + " is not above " + in_unit(allowed.low, units);
    else
        complaint = in_unit(value, units) + " is below " + in_unit(allowed.low, units);
    throw invalid_input(path.text(), value, unit, complaint);
}

[[noreturn]] inline void throw_disordered(field_path const& path, double low, double high, std::span<unit_symbol const> units) {
    throw invalid_input(path.text(), low, unit_of(units),
                        "the bounds " + in_unit(low, units) + " and " + in_unit(high, units) + " are out of order");
}

}  // namespace detail
}  // namespace tallywatt

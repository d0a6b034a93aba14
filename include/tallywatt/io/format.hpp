#pragma once
// fmt formatters for quantities and their kin. A quantity prints in the unit it is best read in (units/symbol.hpp), with
// the number's own format specification: fmt::format("{:.3g}", 0.0831 * USD / kilowatt_hour) is "0.0831 USD/kWh".
// Fractions print as numbers, intervals as [low, high] in one unit.

#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/number/interval.hpp>

#include <fmt/format.h>

namespace tallywatt::detail {

template <class T>
constexpr double point_of(T const& x) {
    if constexpr (std::is_arithmetic_v<T>)
        return static_cast<double>(x);
    else if constexpr (std::same_as<T, interval>)
        return x.middle();
    else if constexpr (requires { x.likely; })
        return x.likely;
    else
        return static_cast<double>(x.value);
}

/// Formats a number in a unit of the given size, then the unit's symbol.
template <class Number, class T, class Context>
auto format_in(Number const& number, T const& x, unit_symbol const& u, Context& ctx) {
    if constexpr (std::same_as<T, interval>) {
        auto out = fmt::format_to(ctx.out(), "[");
        ctx.advance_to(out);
        ctx.advance_to(number.format(x.low / u.scale, ctx));
        ctx.advance_to(fmt::format_to(ctx.out(), ", "));
        ctx.advance_to(number.format(x.high / u.scale, ctx));
        ctx.advance_to(fmt::format_to(ctx.out(), "]"));
    } else
        ctx.advance_to(number.format(point_of(x) / u.scale, ctx));
    return u.text[0] == '\0' ? ctx.out() : fmt::format_to(ctx.out(), " {}", u.text);
}

}  // namespace tallywatt::detail

template <class X>
    requires(tallywatt::numeric_leaf<X> && !tallywatt::scalar<X>)
struct fmt::formatter<X> : fmt::formatter<double> {
    template <class Context>
    auto format(X const& x, Context& ctx) const {
        auto const& n = tallywatt::number_in(x);
        if constexpr (tallywatt::is_temperature<X>) {
            using T = typename X::number_type;
            return tallywatt::detail::format_in(static_cast<fmt::formatter<double> const&>(*this), n - T(273.15), {"degC", 1.0}, ctx);
        } else {
            auto const units = tallywatt::unit_symbols<tallywatt::leaf_dimension<X>>();
            return tallywatt::detail::format_in(static_cast<fmt::formatter<double> const&>(*this), n,
                                                tallywatt::fitting_unit(tallywatt::detail::point_of(n), units), ctx);
        }
    }
};

template <>
struct fmt::formatter<tallywatt::interval> : fmt::formatter<double> {
    template <class Context>
    auto format(tallywatt::interval const& x, Context& ctx) const {
        return tallywatt::detail::format_in(static_cast<fmt::formatter<double> const&>(*this), x, {"", 1.0}, ctx);
    }
};

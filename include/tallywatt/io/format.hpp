#pragma once
// fmt formatters for quantities and their kin. A quantity prints in the unit it is best read in (units/symbol.hpp), with
// the number's own format specification: fmt::format("{:.3g}", 0.0831 * USD / kilowatt_hour) is "0.0831 USD/kWh". Without
// one, in six significant digits. Fractions print as numbers, intervals as [low, high] in one unit.

#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/number/interval.hpp>

#include <fmt/format.h>

#include <cstdlib>
#include <span>

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

// Formats numbers by their own specification; without one to six significant digits, and whole below 1e15.
struct number_format : fmt::formatter<double> {
    bool plain = true;

    constexpr auto parse(fmt::format_parse_context& ctx) {
        plain = ctx.begin() == ctx.end() || *ctx.begin() == '}';
        return fmt::formatter<double>::parse(ctx);
    }
    template <class Context>
    auto number(double x, Context& ctx) const {
        double const size = x < 0.0 ? -x : x;
        if (!plain) return fmt::formatter<double>::format(x, ctx);
        return size >= 1e6 && size < 1e15 ? fmt::format_to(ctx.out(), "{:.0f}", x) : fmt::format_to(ctx.out(), "{:.6g}", x);
    }
    /// What it prints x as, rounded as it rounds; x itself where that cannot be told.
    template <class Context>
    double rounded(double x, [[maybe_unused]] Context& ctx) const {
        if constexpr (requires(fmt::memory_buffer& b) { Context(fmt::appender(b), ctx.args(), ctx.locale()); }) {
            fmt::memory_buffer text;
            Context into(fmt::appender(text), ctx.args(), ctx.locale());
            number(x, into);
            text.push_back('\0');
            char const* first = text.data();
            while (*first != '\0' && *first != '-' && *first != '+' && (*first < '0' || *first > '9')) ++first;  // fill
            char* last = nullptr;
            double const y = std::strtod(first, &last);
            return last == first ? x : y;
        } else
            return x;
    }
    /// The unit to print a base value in: the next larger one where rounding reaches it (999.9 W in three digits is 1 kW).
    template <class Context>
    unit_symbol unit_for(double base, std::span<unit_symbol const> units, Context& ctx) const {
        unit_symbol const fits = fitting_unit(base, units);
        if (!(base * 0.0 == 0.0)) return fits;
        unit_symbol const rounded_up = fitting_unit(rounded(base / fits.scale, ctx) * fits.scale, units);
        return rounded_up.scale > fits.scale ? rounded_up : fits;
    }

    /// Formats a number in a unit, then the unit's symbol.
    template <class T, class Context>
    auto format_in(T const& x, unit_symbol const& u, Context& ctx) const {
        if constexpr (std::same_as<T, interval>) {
            ctx.advance_to(fmt::format_to(ctx.out(), "["));
            ctx.advance_to(number(x.low / u.scale, ctx));
            ctx.advance_to(fmt::format_to(ctx.out(), ", "));
            ctx.advance_to(number(x.high / u.scale, ctx));
            ctx.advance_to(fmt::format_to(ctx.out(), "]"));
        } else
            ctx.advance_to(number(point_of(x) / u.scale, ctx));
        return u.text[0] == '\0' ? ctx.out() : fmt::format_to(ctx.out(), " {}", u.text);
    }
};

}  // namespace tallywatt::detail

template <class X>
    requires(tallywatt::numeric_leaf<X> && !tallywatt::scalar<X>)
struct fmt::formatter<X> : tallywatt::detail::number_format {
    template <class Context>
    auto format(X const& x, Context& ctx) const {
        auto const& n = tallywatt::number_in(x);
        if constexpr (tallywatt::is_temperature<X>) {
            using T = typename X::number_type;
            return format_in(n - T(273.15), {"degC", 1.0}, ctx);
        } else
            return format_in(n, unit_for(tallywatt::detail::point_of(n), tallywatt::unit_symbols<tallywatt::leaf_dimension<X>>(), ctx), ctx);
    }
};

template <>
struct fmt::formatter<tallywatt::interval> : tallywatt::detail::number_format {
    template <class Context>
    auto format(tallywatt::interval const& x, Context& ctx) const {
        return format_in(x, {"", 1.0}, ctx);
    }
};

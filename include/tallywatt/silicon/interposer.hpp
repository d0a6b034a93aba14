#pragma once
// The built-in carriers of a package, chosen among at run time: basic_carrier<T> is a std::variant of them. Where the choice
// is made at compile time, basic_package<T, basic_silicon_interposer<T>> takes one, or a user's own type.

#include <tallywatt/silicon/bridge_interposer.hpp>
#include <tallywatt/silicon/embedded_bridge.hpp>
#include <tallywatt/silicon/fan_out.hpp>
#include <tallywatt/silicon/glass_substrate.hpp>
#include <tallywatt/silicon/organic_substrate.hpp>
#include <tallywatt/silicon/rdl_interposer.hpp>
#include <tallywatt/silicon/silicon_interposer.hpp>
#include <tallywatt/silicon/stacking.hpp>
#include <tallywatt/silicon/stated_carrier.hpp>
#include <tallywatt/silicon/wafer_scale_package.hpp>

#include <variant>

namespace tallywatt {

/// One of the built-in carriers.
template <class T = double>
using basic_carrier = std::variant<
    basic_silicon_interposer<T>, basic_bridge_interposer<T>, basic_rdl_interposer<T>, basic_fan_out<T>,
    basic_organic_substrate<T>, basic_embedded_bridge<T>, basic_stacked_base<T>, basic_glass_substrate<T>,
    basic_wafer_scale_package<T>, basic_stated_carrier<T>>;

namespace detail {
template <std::size_t I = 0, class Carrier, class F>
constexpr auto with_carrier(Carrier const& c, F const& f) {
    if constexpr (!is_variant<Carrier>)
        return f(c);
    else if constexpr (I + 1 == std::variant_size_v<Carrier>)
        return f(*std::get_if<I>(&c));
    else {
        if (c.index() == I)
            return f(*std::get_if<I>(&c));
        return with_carrier<I + 1>(c, f);
    }
}

template <class, class T>
inline constexpr bool is_carrier_choice = false;
template <class... A, class T>
inline constexpr bool is_carrier_choice<std::variant<A...>, T> = (package_carrier<A, T> && ...);
} // namespace detail

/// A package_carrier, or a std::variant of several.
template <class C, class T>
concept carrier_choice = package_carrier<C, T> || detail::is_carrier_choice<C, T>;

} // namespace tallywatt

#pragma once
// supply: the built-in power sources, chosen at run time. A source of your own is used as it is, or in a std::variant
// with these.
//
//   supply const s = catalog::pjm_virginia;   prepared_supply p = prepare(s, discount_rate{0.07});

#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/grid.hpp>

#include <variant>

namespace tallywatt {

template <class T = double>
using basic_supply = std::variant<basic_grid<T>, basic_gas_generation<T>>;
using supply = basic_supply<>;

/// check(x) of the source that is held, where it has one.
template <class... S>
constexpr void check(std::variant<S...> const& held) {
    std::visit(
        [](auto const& s) {
            if constexpr (requires { check(s); })
                check(s);
        },
        held
    );
}

} // namespace tallywatt

#pragma once
// supply: the built-in power sources, chosen at run time: a single source, a mix of two, or a dispatched microgrid. A source
// of your own is used as it is, or in a std::variant with these.
//
//   supply const s = catalog::pjm_virginia;   prepared_supply p = prepare(s, discount_rate{0.07});

#include <tallywatt/energy/contract.hpp>
#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/grid.hpp>
#include <tallywatt/energy/microgrid.hpp>
#include <tallywatt/energy/mix.hpp>
#include <tallywatt/energy/variable_generation.hpp>

#include <variant>

namespace tallywatt {

/// What a mix joins.
template <class T = double>
using basic_single_supply =
    std::variant<basic_grid<T>, basic_generation<T>, basic_variable_generation<T>, basic_contract<T>>;
using single_supply = basic_single_supply<>;
template <class T = double>
using basic_mixed_supply = basic_mix<basic_single_supply<T>, basic_single_supply<T>, T>;
using mixed_supply = basic_mixed_supply<>;

template <class T = double>
using basic_supply = std::variant<
    basic_grid<T>, basic_generation<T>, basic_variable_generation<T>, basic_contract<T>, basic_mixed_supply<T>,
    basic_microgrid<T>>;
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

#pragma once
// The assumption ledger: every default that a deployment relies on, with where it comes from. A field is on it when its
// struct names a source for its default and its value is still that default.
//
//   for_each_assumption(d, [](std::string const& path, auto const& value, source const& from) { ... });

#include <tallywatt/number/field.hpp>

#include <string>

namespace tallywatt {

namespace detail {

template <class X, class F>
void assumptions(X const& x, X const& initial, field_path const& path, F const& visit, source const& above) {
    X::each(
        [&](field const& f, auto const& value, auto const& start) {
            using M = std::remove_cvref_t<decltype(value)>;
            field_path const here{&path, f.name};
            // a struct's word on a described member is more particular than the member's own on its fields
            source const from = above.title != nullptr ? above : f.default_from;
            if constexpr (described<M>)
                assumptions(value, start, here, visit, from);
            else if constexpr (is_variant<M>)
                std::visit(
                    [&](auto const& held) {
                        using H = std::remove_cvref_t<decltype(held)>;
                        assumptions(held, std::holds_alternative<H>(start) ? std::get<H>(start) : H{}, here, visit, from);
                    },
                    value);
            else if constexpr (numeric_leaf<M> && !std::same_as<M, bool>) {
                if (from.title != nullptr && number_in(value) == number_in(start)) visit(here.text(), value, from);
            }
        },
        x, initial);
}

}  // namespace detail

/// Calls visit(path, value, source) for each assumed default of a described struct in double.
template <described X, class F>
void for_each_assumption(X const& x, F const& visit) {
    detail::assumptions(x, X{}, field_path{nullptr, ""}, visit, source{});
}

}  // namespace tallywatt

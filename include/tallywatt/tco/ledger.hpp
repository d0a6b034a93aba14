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
void assumptions(X const& x, field_path const& path, F const& visit, source const& above) {
    using U = std::remove_cvref_t<X>;
    U const fresh{};
    U::each(
        [&](field const& f, auto const& value, auto const& initial) {
            using M = std::remove_cvref_t<decltype(value)>;
            field_path const here{&path, f.name};
            source const from = f.default_from.title != nullptr ? f.default_from : above;
            if constexpr (described<M>)
                assumptions(value, here, visit, from);
            else if constexpr (is_variant<M>)
                std::visit([&](auto const& held) { assumptions(held, here, visit, from); }, value);
            else if constexpr (numeric_leaf<M> && !std::same_as<M, bool>) {
                if (from.title != nullptr && number_in(value) == number_in(initial)) visit(here.text(), value, from);
            }
        },
        x, fresh);
}

}  // namespace detail

/// Calls visit(path, value, source) for each assumed default of a described struct in double.
template <described X, class F>
void for_each_assumption(X const& x, F const& visit) {
    detail::assumptions(x, field_path{nullptr, ""}, visit, source{});
}

}  // namespace tallywatt

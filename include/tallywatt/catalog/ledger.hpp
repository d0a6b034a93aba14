#pragma once
// The assumption ledger with the catalog's figures: which of a deployment's numbers came from which source.
//
// A part's figures belong to a catalog object where the part has its type and name ("H200 SXM5 141GB"); a part without a
// name (a die, a chiller) where the object around it holds one of the catalog's there. The innermost such object's sources
// count. A figure takes the source of its field while it equals the object's likely value; once set otherwise it is the
// user's own and no assumption.
//
//   for_each_assumption(d, visit, catalog::registry);      fmt::print("{}", ledger_of(d, catalog::registry));

#include <tallywatt/catalog/registry.hpp>
#include <tallywatt/tco/ledger.hpp>

namespace tallywatt::catalog {

namespace detail {

template <class X>
constexpr char const* name_in(X const& x) {
    if constexpr (requires { std::string_view(x.name); })
        return x.name;
    else
        return "";
}

// Whether two objects hold the same in every field.
template <class X>
bool alike(X const& a, X const& b) {
    bool same = true;
    walk(
        [&](field_path const&, field const&, auto const& x, auto const& y) {
            using M = std::remove_cvref_t<decltype(x)>;
            if constexpr (std::same_as<M, char const*>)
                same = same && std::string_view(x) == y;
            else if constexpr (numeric_leaf<M>)
                same = same && number_in(x) == number_in(y);
            else
                same = same && x == y;
        },
        field_path{}, a, b);
    return same;
}

} // namespace detail

/// Where in the catalog a part stands: an object's sources, and the field of it that the part is. The registry is the
/// place in no object.
class place {
public:
    place() = default;
    place(std::span<sourced_field const> sources, std::string_view field) : sources_(sources), field_(field) {}

    /// Calls inside(object, place) with the catalog's object for x, if there is one of its own; else with `stored`, which
    /// is what the object around it holds.
    template <class Stored, class X, class F>
    void enter(X const& x, Stored const& stored, F const& inside) const {
        std::string_view const name = detail::name_in(x);
        Stored const* object = nullptr;
        std::span<sourced_field const> sources;
        each_entry([&](char const*, auto const& entry, std::span<sourced_field const> its) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(entry)>, Stored>)
                if (object == nullptr && (name.empty() ? !sources_.empty() && detail::alike(entry, stored) : name == detail::name_in(entry)))
                    object = &entry, sources = its;
        });
        if (object != nullptr)
            inside(*object, place(sources, {}));
        else
            inside(stored, *this);
    }
    [[nodiscard]] place below(char const* name) const {
        place p = *this;
        if (!p.field_.empty())
            p.field_ += '.';
        p.field_ += name;
        return p;
    }
    [[nodiscard]] place element(std::size_t i) const {
        place p = *this;
        p.field_ += '[' + std::to_string(i) + ']';
        return p;
    }
    [[nodiscard]] source found() const { return source_of(sources_, field_); }

private:
    std::span<sourced_field const> sources_{};
    std::string field_{};
};

/// The whole catalog, for for_each_assumption and ledger_of.
inline place const registry{};

} // namespace tallywatt::catalog

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

#include <algorithm>
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace tallywatt::catalog {

namespace detail {

template <class X>
constexpr char const* name_in(X const& x) {
    if constexpr (requires { std::string_view(x.name); })
        return x.name;
    else
        return "";
}

// Whether two objects hold the same in every field. Compiled once for each type, not for each object that holds one.
template <class X>
bool alike(X const& a, X const& b) {
    if constexpr (described<X>) {
        bool same = true;
        X::each([&](field const&, auto const& x, auto const& y) { same = same && alike(x, y); }, a, b);
        return same;
    } else if constexpr (tallywatt::detail::is_array<X>)
        return std::equal(a.begin(), a.end(), b.begin(), [](auto const& x, auto const& y) { return alike(x, y); });
    else if constexpr (tallywatt::detail::is_variant<X>)
        return a.index() == b.index()
               && std::visit([&](auto const& held) { return alike(held, std::get<std::remove_cvref_t<decltype(held)>>(b)); }, a);
    else if constexpr (std::same_as<X, char const*>)
        return std::string_view(a) == b;
    else if constexpr (numeric_leaf<X>)
        return number_in(a) == number_in(b);
    else
        return a == b;
}

// The registry with its types set aside: each type that a ledger visits looks among all objects without being compiled
// against the type of every one.
template <class X>
inline constexpr char tag = 0; // its address stands for the type
struct erased_entry {
    void const* type = nullptr;
    void const* object = nullptr;
    std::span<sourced_field const> sources{};
};
inline std::vector<erased_entry> const& entries() {
    static std::vector<erased_entry> const all = [] {
        std::vector<erased_entry> v;
        each_entry([&]<class X>(char const*, X const& object, std::span<sourced_field const> sources) {
            v.push_back({&tag<X>, &object, sources});
        });
        return v;
    }();
    return all;
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
        for (auto const& e : detail::entries()) {
            if (object != nullptr || e.type != &detail::tag<Stored>)
                continue;
            auto const& held = *static_cast<Stored const*>(e.object);
            if (name.empty() ? !sources_.empty() && detail::alike(held, stored) : name == detail::name_in(held))
                object = &held, sources = e.sources;
        }
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

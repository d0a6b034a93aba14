#pragma once
// The assumption ledger: every figure that a deployment relies on without its user having set it, with where it comes from.
// Without more it holds the defaults: fields whose struct names a source for its default, and whose value is still that
// default. With catalog::registry (catalog/ledger.hpp) it also holds what was taken from the catalog.
//
//   for_each_assumption(d, [](std::string const& path, auto const& a) { ... a.value, a.low, a.high, a.from ... });
//
// Fields that move nothing here are left out: see in_play.

#include <tallywatt/tco/deployment.hpp>

#include <string>
#include <string_view>

namespace tallywatt {

/// A figure that was assumed: its value, the range it is known to lie in (of no width where none is stated), its source.
template <class Q>
struct assumption {
    Q value{}, low{}, high{};
    source from{};

    [[nodiscard]] constexpr bool is_range() const { return number_in(low) < number_in(high); }
};

/// Whether a field of x can move a result, the rest of x being what it is. Overload it, by x's type, for a struct of your
/// own with fields that others switch off.
template <class X>
constexpr bool in_play(X const&, std::string_view) {
    return true;
}
template <class T>
constexpr bool in_play(basic_matrix_engine<T> const& e, std::string_view) {
    return number_in(e.peak) != 0.0;  // the chip has no such format
}
template <class T>
constexpr bool in_play(basic_accelerator<T> const& a, std::string_view name) {
    if (name == "fp32_peak") return number_in(a.fp32_peak) != 0.0;
    if (name == "int8_peak") return number_in(a.int8_peak) != 0.0;
    return a.package_known || name != "package";
}
template <class T, class C>
constexpr bool in_play(basic_package<T, C> const& p, std::string_view name) {
    if (name == "hbm" || name == "hbm_attach_yield" || name == "hbm_attach_price") return p.hbm_count > 0;
    if (name == "stack_coverage") return p.has_stacks();
    return true;
}
template <class T>
constexpr bool in_play(basic_die<T> const& d, std::string_view name) {
    return d.repeated.spares() > 0 || (name != "repeated" && name != "repeated_share");
}
template <class T>
constexpr bool in_play(basic_bridges<T> const& b, std::string_view) {
    return b.count > 0;
}
template <class T>
constexpr bool in_play(basic_chip_supply<T> const& s, std::string_view name) {
    if (name == "base_wafers" || name == "base_share") return number_in(s.base_wafers) != 0.0;
    if (name == "substrates" || name == "substrate_share") return s.substrates_limited;
    return true;
}
template <class T>
constexpr bool in_play(basic_heat_rejection<T> const& r, std::string_view name) {
    if (name == "cycles_of_concentration") return r.sink != heat_sink::dry;
    if (name == "drift") return r.sink == heat_sink::evaporative;
    return name != "wetting" || r.sink == heat_sink::adiabatic;
}
template <class T>
constexpr bool in_play(basic_climate_bins<T> const&, std::string_view name) {
    return name != "count";  // how finely a climate is given
}

namespace detail {

// Nothing but the structs' own word: no part comes from anywhere.
struct no_registry {
    template <class Stored, class X, class F>
    constexpr void enter(X const&, Stored const& stored, F const& inside) const {
        inside(stored, *this);
    }
    [[nodiscard]] constexpr no_registry below(char const*) const { return {}; }
    [[nodiscard]] constexpr no_registry element(std::size_t) const { return {}; }
    [[nodiscard]] constexpr source found() const { return {}; }
};

// Calls f(held, index) for the alternative that a variant holds.
template <std::size_t I = 0, class Variant, class F>
constexpr void with_alternative(Variant const& v, F const& f) {
    if constexpr (I < std::variant_size_v<Variant>) {
        if (v.index() == I)
            f(std::get<I>(v), std::integral_constant<std::size_t, I>{});
        else
            with_alternative<I + 1>(v, f);
    }
}

template <class X, class Stored, class Registry, class F>
void assumptions(X const& x, X const& initial, Stored const& stored, Registry const& place, field_path const& path, F const& visit,
                 source const& above);

// One member: `start` its default, `kept` what the catalog's object holds in its place.
template <class M, class Kept, class Registry, class F>
void assumption_of(M const& value, M const& start, Kept const& kept, Registry const& place, field_path const& here, F const& visit,
                   source const& from) {
    if constexpr (described<M>)
        assumptions(value, start, kept, place, here, visit, from);
    else if constexpr (is_array<M>) {
        if constexpr (described<typename M::value_type> || numeric_leaf<typename M::value_type>)
            for (std::size_t i = 0; i < value.size(); ++i)
                assumption_of(value[i], start[i], kept[i], place.element(i), field_path{&here, "", static_cast<int>(i)}, visit, from);
    } else if constexpr (is_variant<M>)
        with_alternative(value, [&](auto const& held, auto index) {
            constexpr std::size_t i = decltype(index)::value;
            using H = std::remove_cvref_t<decltype(held)>;
            using K = std::variant_alternative_t<i, Kept>;
            if constexpr (!std::same_as<H, std::monostate>)
                assumption_of(held, start.index() == i ? std::get<i>(start) : H{}, kept.index() == i ? std::get<i>(kept) : K{}, place, here, visit,
                              from);
        });
    else if constexpr (numeric_leaf<M> && !std::same_as<M, bool>) {
        source const found = place.found();
        auto const& k = number_in(kept);
        assumption<M> a{value, value, value, from};
        if (found.title != nullptr && resolve<double>{}(k) == static_cast<double>(number_in(value))) {
            a.from = found;
            if constexpr (requires { k.likely; }) number_in(a.low) = k.low, number_in(a.high) = k.high;
        } else if (from.title == nullptr || number_in(value) != number_in(start))
            return;
        visit(here.text(), a);
    }
}

template <class X, class Stored, class Registry, class F>
void assumptions(X const& x, X const& initial, Stored const& stored, Registry const& place, field_path const& path, F const& visit,
                 source const& above) {
    place.enter(x, stored, [&](Stored const& object, auto const& inside) {
        X::each(
            [&](field const& f, auto const& value, auto const& start, auto const& kept) {
                if (f.informational != nullptr || !in_play(x, f.name)) return;
                // a struct's word on a described member is more particular than the member's own on its fields
                assumption_of(value, start, kept, inside.below(f.name), field_path{&path, f.name}, visit,
                              above.title != nullptr ? above : f.default_from);
            },
            x, initial, object);
    });
}

// Whether a path lies below one of several.
template <std::size_t N>
constexpr bool below_any(std::string_view path, std::string_view const (&roots)[N]) {
    for (auto const root : roots)
        if (path.substr(0, root.size()) == root) return true;
    return false;
}

// What is paid for in a rent costs nothing on top, whatever its figures say.
template <class T>
constexpr bool paid_for(basic_tenure_terms<T> const& t, std::string_view path) {
    constexpr std::string_view building[] = {"site.prices.", "site.place.", "site.staff", "site.maintenance", "finance.shell.", "finance.electrical.", "finance.mechanical.", "finance.land."};
    constexpr std::string_view all[] = {"finance.", "site.water_price", "cluster.storage.price", "cluster.storage_price"};
    bool const hours = std::holds_alternative<basic_rented<T>>(t), space = std::holds_alternative<basic_colocated<T>>(t);
    return ((hours || space) && below_any(path, building)) ||
           (hours && below_any(path, all) && path != "finance.it.life" && path != "finance.network.life" && path != "finance.storage.life" &&  // emissions keep the lives
            path != "finance.software");  // runs on what is rented too
}

// Upkeep of a plant on site: nothing where power is bought.
template <class X>
constexpr bool financed(X const&, std::string_view) {
    return true;
}
template <class C, class S, class T, class W>
constexpr bool financed(basic_deployment<C, S, T, W> const& d, std::string_view path) {
    if (paid_for(d.tenure, path)) return false;
    constexpr std::string_view plant = "finance.generation.";
    if (path.substr(0, plant.size()) != plant) return true;
    bool bought = std::same_as<S, basic_grid<T>>;
    if constexpr (is_variant<S>)
        with_alternative(d.supply, [&](auto const& held, auto) { bought = std::same_as<std::remove_cvref_t<decltype(held)>, basic_grid<T>>; });
    return !bought;
}

}  // namespace detail

/// Calls visit(path, assumption) for each assumed figure of a described struct in double. Without a registry: for the
/// defaults; with catalog::registry: for the catalog's figures as well.
template <described X, class F, class Registry = detail::no_registry>
void for_each_assumption(X const& x, F const& visit, Registry const& registry = {}) {
    auto const listed = [&](std::string const& path, auto const& a) {
        if (detail::financed(x, path)) visit(path, a);
    };
    if constexpr (std::same_as<Registry, detail::no_registry>)
        detail::assumptions(x, X{}, x, registry, field_path{nullptr, ""}, listed, source{});
    else
        detail::assumptions(x, X{}, rebind_t<X, estimate>{}, registry, field_path{nullptr, ""}, listed, source{});
}

}  // namespace tallywatt

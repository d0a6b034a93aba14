#pragma once
// A field of a described struct by its path ("cluster.server.accelerator.price", "dies[0].die.width"), as error messages
// and ledgers write it: through members, elements of arrays and the alternative that a variant holds.
//
//   double const usd = get_field(d, "cluster.server.accelerator.price");      // in house base units
//   set_field(d, "service.traffic.load", 0.8);                                 // throws invalid_input: no such field, out of range
//   for_each_field(d, [](std::string const& path, field_info const& f) { ... f.value, f.allowed, f.units ... });
//
// Integers, flags and numbers are fields; names and enumerations are not.

#include <tallywatt/number/field.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tallywatt {

/// A number in a struct.
struct field_info {
    double value = 0.0;  ///< in house base units
    bounds allowed{};
    std::span<unit_symbol const> units{};
    bool integer = false;      ///< whole numbers alone
    bool flag = false;         ///< yes or no: 1 or 0
    bool temperature = false;  ///< a point on the temperature scale, in kelvin
    char const* informational = nullptr;
};

namespace detail {

template <class M>
constexpr bounds allowed_of(field const& f) {
    bounds const t = bounds_of_type<M>();
    return {math::max(f.allowed.low, t.low), math::min(f.allowed.high, t.high), f.allowed.low_open && f.allowed.low >= t.low};
}
template <class M>
field_info info_of(field const& f, M const& leaf) {
    field_info i;
    i.value = static_cast<double>(resolve<double>{}(number_in(leaf)));
    i.allowed = std::same_as<M, bool> ? bounds{0.0, 1.0} : allowed_of<M>(f);
    i.units = unit_symbols<tallywatt::leaf_dimension<M>>();
    i.integer = std::is_integral_v<M> && !std::same_as<M, bool>;
    i.flag = std::same_as<M, bool>;
    i.temperature = is_temperature<M>;
    i.informational = f.informational;
    return i;
}

// The index that a path starts with, "[12]", cut from it; -1 where there is none.
inline int take_index(std::string_view& path) {
    if (path.empty() || path.front() != '[') return -1;
    std::size_t const end = path.find(']');
    if (end == std::string_view::npos || end < 2 || end > 7) return -1;
    int index = 0;
    for (char const c : path.substr(1, end - 1)) {
        if (c < '0' || c > '9') return -1;
        index = 10 * index + (c - '0');
    }
    path.remove_prefix(end + 1);
    return index;
}

template <class X, class F>
bool find_in(X& x, std::string_view path, F const& found);

template <class M, class F>
bool find_in_member(field const& f, M& member, std::string_view path, F const& found) {
    using U = std::remove_cvref_t<M>;
    if constexpr (is_array<U>) {
        int const i = take_index(path);
        if (i < 0 || static_cast<std::size_t>(i) >= member.size()) return false;
        return find_in_member(f, member[static_cast<std::size_t>(i)], path, found);
    } else if constexpr (is_variant<U>)
        return std::visit(
            [&](auto& held) {
                if constexpr (std::same_as<std::remove_cvref_t<decltype(held)>, std::monostate>)
                    return false;
                else
                    return find_in_member(f, held, path, found);
            },
            member);
    else if constexpr (described<U>)
        return !path.empty() && path.front() == '.' && find_in(member, path.substr(1), found);
    else if constexpr (numeric_leaf<U>) {
        if (!path.empty()) return false;
        found(f, member);
        return true;
    } else
        return false;
}

template <class X, class F>
bool find_in(X& x, std::string_view path, F const& found) {
    bool is_found = false;
    std::string_view const name = path.substr(0, path.find_first_of(".["));
    std::remove_cvref_t<X>::each(
        [&](field const& f, auto& member) {
            if (!is_found && name == f.name) is_found = find_in_member(f, member, path.substr(name.size()), found);
        },
        x);
    return is_found;
}

// How many characters two texts start with in common, and how many they end with.
inline std::size_t likeness(std::string_view a, std::string_view b) {
    std::size_t const n = std::min(a.size(), b.size());
    std::size_t front = 0, back = 0;
    while (front < n && a[front] == b[front]) ++front;
    while (back < n - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
    return 2 * (front + back) + (a.size() == b.size() ? 1 : 0);
}

}  // namespace detail

/// Calls visit(path, info) for every number in x.
template <described X, class F>
void for_each_field(X const& x, F const& visit) {
    walk(
        [&](field_path const& path, field const& f, auto const& leaf) {
            using M = std::remove_cvref_t<decltype(leaf)>;
            if constexpr (numeric_leaf<M>) visit(path.text(), detail::info_of(f, leaf));
        },
        field_path{nullptr, ""}, x);
}

/// Calls visit(field, leaf) for the number at a path, which it may change; false where there is none.
template <class X, class F>
bool visit_field(X& x, std::string_view path, F const& visit) {
    return detail::find_in(x, path, visit);
}

/// The number at a path, if there is one.
template <described X>
std::optional<field_info> find_field(X const& x, std::string_view path) {
    std::optional<field_info> info;
    visit_field(x, path, [&](field const& f, auto const& leaf) { info = detail::info_of(f, leaf); });
    return info;
}

/// Paths like a given one, the most alike first.
template <described X>
std::vector<std::string> fields_like(X const& x, std::string_view path, std::size_t most = 3) {
    std::vector<std::pair<std::size_t, std::string>> all;
    std::string_view const last = path.substr(path.find_last_of('.') + 1);
    for_each_field(x, [&](std::string const& p, field_info const&) {
        std::string_view const own = std::string_view(p).substr(p.find_last_of('.') + 1);
        all.emplace_back(detail::likeness(p, path) + 3 * detail::likeness(own, last), p);
    });
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
    std::vector<std::string> like;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) like.push_back(all[i].second);
    return like;
}

namespace detail {

template <class X>
[[noreturn]] void throw_no_field(X const& x, std::string_view path) {
    std::string near;
    for (auto const& p : fields_like(x, path)) near += (near.empty() ? "" : ", ") + p;
    throw invalid_input(std::string(path), 0.0, "", "no number stands here; near: " + near);
}

}  // namespace detail

/// The number at a path. Throws invalid_input where there is none, and names those that are near.
template <described X>
double get_field(X const& x, std::string_view path) {
    auto const info = find_field(x, path);
    if (!info) detail::throw_no_field(x, path);
    return info->value;
}

/// Sets the number at a path, in house base units. Throws invalid_input where there is none, where the field does not allow the
/// value and where a whole number is asked for; x is then as it was.
template <described X>
void set_field(X& x, std::string_view path, double value) {
    bool const found = visit_field(x, path, [&](field const& f, auto& leaf) {
        using M = std::remove_cvref_t<decltype(leaf)>;
        bounds const allowed = std::same_as<M, bool> ? bounds{0.0, 1.0} : detail::allowed_of<M>(f);
        bool const finite = value - value == 0.0;
        if (!finite || value > allowed.high || value < allowed.low || (allowed.low_open && !(value > allowed.low)))
            detail::throw_invalid(field_path{nullptr, std::string(path).c_str()}, value, allowed, unit_symbols<leaf_dimension<M>>());
        if constexpr (std::is_integral_v<M>) {
            if (!(value >= -2147483648.0 && value <= 2147483647.0) || static_cast<double>(static_cast<long long>(value)) != value)
                throw invalid_input(std::string(path), value, "", "a whole number is needed");
            leaf = static_cast<M>(static_cast<long long>(value));
        } else {
            auto& number = number_in(leaf);
            number = as<std::remove_cvref_t<decltype(number)>>(value);
        }
    });
    if (!found) detail::throw_no_field(x, path);
}

}  // namespace tallywatt

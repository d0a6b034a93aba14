#pragma once
// Sources of an object that follows another but for some fields: those of the other, with its own in their place.
//
//   inline constexpr sourced_field own[] = {{"price", {"list price", "2024-06", confidence::high}}};
//   inline constexpr auto& gaudi3_sources = detail::changed_sources<gaudi2_sources, own>;

#include <tallywatt/catalog/sourced.hpp>

#include <array>
#include <iterator>

namespace tallywatt::catalog::detail {

/// Whether a list has a key of its own for a field.
constexpr bool has_key(std::span<sourced_field const> list, std::string_view field) {
    for (sourced_field const& s : list)
        if (field == s.field)
            return true;
    return false;
}
constexpr std::size_t kept_of(std::span<sourced_field const> base, std::span<sourced_field const> own) {
    std::size_t n = 0;
    for (sourced_field const& s : base)
        if (!has_key(own, s.field))
            ++n;
    return n;
}

template <auto const& base, auto const& own>
constexpr auto merged_sources() {
    std::array<sourced_field, kept_of(base, own) + std::size(own)> all{};
    std::size_t n = 0;
    for (sourced_field const& s : base)
        if (!has_key(own, s.field))
            all[n++] = s;
    for (sourced_field const& s : own)
        all[n++] = s;
    return all;
}
template <auto const& base, auto const& own>
inline constexpr auto changed_sources = merged_sources<base, own>();

} // namespace tallywatt::catalog::detail

#pragma once
// Where each figure of a catalog object comes from: beside every object `name` stands an array `name_sources`, keyed by
// field path. A key covers the field of that path and everything below it; the longest key that covers a field is its
// source.
//
//   inline constexpr basic_accelerator<estimate> h100 = {...};
//   inline constexpr sourced_field h100_sources[] = {
//       {"memory_bandwidth", {"H100 datasheet, NVIDIA", "2023", confidence::high}}, ...};

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

#include <span>
#include <string_view>

namespace tallywatt {

/// A field path ("fp8.peak", or "fp8" for all of it) and the source of what stands there.
struct sourced_field {
    char const* field = "";
    source from{};
};

/// Whether a key covers a path: the same path, or one above it ("bins" covers "bins[3].hours"); "" covers all.
constexpr bool covers(std::string_view key, std::string_view path) {
    if (key.empty())
        return true;
    if (path.substr(0, key.size()) != key)
        return false;
    return path.size() == key.size() || path[key.size()] == '.' || path[key.size()] == '[';
}

/// The source of a field: the longest key that covers its path; its title is null where none does.
constexpr source source_of(std::span<sourced_field const> sources, std::string_view path) {
    source best{};
    std::size_t length = 0;
    for (sourced_field const& s : sources) {
        std::string_view const key{s.field};
        if (key.size() >= length && covers(key, path))
            best = s.from, length = key.size();
    }
    return best;
}

namespace catalog {
/// A share as the catalog holds it: share{known(0.9)}, share{range(0.8, 0.9, 1.0)}.
using share = basic_fraction<estimate>;
} // namespace catalog

} // namespace tallywatt

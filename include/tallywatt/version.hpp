// Version of the library: the only place where it is written. The build system reads the three macros below.
//
//   #if TALLYWATT_VERSION >= 100        // major * 10000 + minor * 100 + patch: at least 0.1.0
//   static_assert(tallywatt::version >= tallywatt::version_number{0, 1, 0});
#pragma once

#include <compare>

#define TALLYWATT_VERSION_MAJOR 0
#define TALLYWATT_VERSION_MINOR 1
#define TALLYWATT_VERSION_PATCH 0

#define TALLYWATT_VERSION (TALLYWATT_VERSION_MAJOR * 10000 + TALLYWATT_VERSION_MINOR * 100 + TALLYWATT_VERSION_PATCH)

namespace tallywatt {

/// A semantic version; ordered by major, minor, patch.
struct version_number {
    int major = 0;
    int minor = 0;
    int patch = 0;

    friend constexpr auto operator<=>(version_number const&, version_number const&) = default;
};

/// The version of these headers.
inline constexpr version_number version{TALLYWATT_VERSION_MAJOR, TALLYWATT_VERSION_MINOR, TALLYWATT_VERSION_PATCH};

} // namespace tallywatt

#pragma once
// Where the losses of servers' power supplies come from.

#include <tallywatt/catalog/sourced.hpp>

namespace tallywatt::catalog::detail {

inline constexpr source titanium_class{
    "80 PLUS Titanium class, 0.96 at half load (recalled); 0.92 at a tenth and 0.95 at full load assumed", "2026",
    confidence::low};

} // namespace tallywatt::catalog::detail

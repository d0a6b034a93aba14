#pragma once
// How data sheets print figures.

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/units/constants.hpp>
#include <tallywatt/units/named.hpp>

namespace tallywatt::catalog {

/// Memory printed in GB, which memory makers count in GiB: between the two, likely the latter.
constexpr data_size<estimate> printed_GB(double figure) {
    return range(figure * 1e9 / (1024.0 * 1024.0 * 1024.0), figure, figure) * GiB;
}

} // namespace tallywatt::catalog

#pragma once
// Racks.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/rack.hpp>

namespace tallywatt::catalog {

/// A standard 19-inch cabinet with power distribution.
inline constexpr basic_rack<estimate> cabinet_42u = {
    .name = "cabinet, 42 U",
    .rack_units = 42,
    .price = range(2'500.0, 5'000.0, 10'000.0) * USD,
    .weight = range(120.0, 150.0, 200.0) * kilogram};
inline constexpr sourced_field cabinet_42u_sources[] = {
    {"name", {"EIA-310 cabinet", "2026", confidence::medium}},
    {"rack_units", {"EIA-310 cabinet", "2026", confidence::medium}},
    {"price", {"assumed, with distribution and cabling", "2026", confidence::assumed}},
    {"weight", {"assumed", "2026", confidence::assumed}}};

/// The rack of an NVL72 system: it comes with it, price and weight are the system's.
inline constexpr basic_rack<estimate> nvl72_rack = {
    .name = "NVL72 rack, 48 U", .rack_units = 48, .price = known(0.0) * USD, .weight = known(0.0) * kilogram};
inline constexpr sourced_field nvl72_rack_sources[] = {
    {"name", {"Base Command Manager documentation, NVIDIA", "2025", confidence::high}},
    {"rack_units", {"Base Command Manager documentation, NVIDIA", "2025", confidence::high}},
    {"price", {"part of the system's price", "2025", confidence::medium}},
    {"weight", {"part of the system's weight", "2025", confidence::medium}}};

} // namespace tallywatt::catalog

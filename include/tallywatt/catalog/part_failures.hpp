#pragma once
// How often the parts of servers stop a job. Switches and links have their rates in catalog/switches.hpp and media.hpp.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/failures.hpp>

namespace tallywatt::catalog {

/// Llama 3 405B on 16,384 H100, 54 days: 268 interruptions by accelerators and their memory, 46 by hosts (maintenance
/// included), 7 by interfaces, 63 by software and what is left. The 35 by switches and cables are the network's.
inline constexpr basic_part_failures<estimate> llama3_parts = {
    .name = "Llama 3, parts of its servers",
    .accelerator = known(268.0 / (16'384.0 * 54.0)) / day,
    .host = known(46.0 / (2'048.0 * 54.0)) / day,
    .interface_card = known(7.0 / (16'384.0 * 54.0)) / day,
    .storage = range(0.0, 0.0, 0.002) / year,
    .software = known(63.0 / (16'384.0 * 54.0)) / day,
    .rerouted = share{range(0.8, 0.95, 1.0)}};
inline constexpr sourced_field llama3_parts_sources[] = {
    {"", {"The Llama 3 Herd of Models, table 5, Meta (arXiv 2407.21783)", "2024-07", confidence::high}},
    {"storage", {"none counted apart from the others", "2026", confidence::assumed}},
    {"rerouted", {"assumed: trees have many paths above their leaves", "2026", confidence::assumed}}};

} // namespace tallywatt::catalog

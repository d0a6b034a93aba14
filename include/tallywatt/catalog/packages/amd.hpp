#pragma once
// Packages of AMD accelerators besides MI300X's (catalog/packages.hpp): MI250X, MI325X and MI355X.

#include <tallywatt/catalog/packages/assembly.hpp>

namespace tallywatt::catalog {

/// One of MI250X's two graphics compute dies: 110 of 112 compute units enabled.
inline constexpr auto mi250x_die = detail::die_of(tsmc_n6, range(700.0, 724.0, 745.0), {.units = 112, .needed = 110});
inline constexpr auto mi250x_die_sources = detail::die_sources(
    {"724 mm2, measured by third parties; square assumed, ends 3 %", "2021", confidence::medium}, detail::node_of_catalog,
    {"110 of 112, AMD CDNA 2 architecture white paper, recalled", "2021", confidence::medium}
);
/// MI250X: two dies, eight HBM2E stacks, a bridge under each stack in a moulded fan-out (elevated fanout bridge).
inline constexpr auto mi250x_package = detail::packaged(
    "MI250X package", {{detail::placed(mi250x_die, 2)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 8,
    basic_bridge_interposer<estimate>{
        .size = detail::around(2 * 724.0 + 8 * detail::hbm_mm2),
        .node = cowos_l_layers,
        .bridges =
            {.count = 8,
             .size = {range(2.0, 4.0, 8.0) * millimetre, range(2.0, 4.0, 8.0) * millimetre},
             .node = interposer_65nm,
             .placement_yield = detail::joint_yield,
             .back_end_share = detail::back_end_share},
        .back_end_share = detail::back_end_share,
        .largest_area = detail::largest_bridged},
    2 * 724.0 + 8 * detail::hbm_mm2, 11
);
inline constexpr auto mi250x_package_sources = detail::on_bridges(
    detail::package_sources(
        {"AMD", "2021", confidence::high}, {"Two dies, AMD", "2021", confidence::high}, 1,
        {"128 GB in eight stacks, AMD", "2021", confidence::high}, true
    ),
    detail::outline_source,
    {"Assumed: one bridge under each stack (elevated fanout bridge, AMD), of a few square millimetres to some tens", "2021",
     confidence::low}
);

/// MI325X: MI300X with HBM3E, of which 32 GB a stack are used.
inline constexpr auto mi325x_package = [] {
    auto p = mi300x_package;
    p.name = "MI325X package";
    p.hbm = hbm3e_36;
    return p;
}();
inline constexpr auto& mi325x_package_sources = mi300x_package_sources;

/// MI355X's compute die: 32 of 36 compute units enabled.
inline constexpr auto mi355x_xcd = detail::die_of(tsmc_n3, known(110.0), {.units = 36, .needed = 32});
inline constexpr auto mi355x_xcd_sources = detail::die_sources(
    {"110 mm2, MI355X at ISSCC 2026; square assumed", "2026-02-16", confidence::medium}, detail::node_of_catalog,
    {"256 of 288 over eight dies, AMD Instinct MI350 detailed", "2025-08-26", confidence::high}
);
/// MI355X's two input/output dies: they carry four compute dies each, so they are no smaller than these.
inline constexpr auto mi355x_iod = detail::die_of(tsmc_n6, range(500.0, 700.0, 858.0), {}, 26.0);
inline constexpr auto mi355x_iod_sources = detail::die_sources(
    {"Not published: above the four compute dies on each, at most a lithography field; assumed", "2026", confidence::assumed},
    detail::node_of_catalog, detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
).add("size.width", detail::field_wide);
inline constexpr auto mi355x_package = [] {
    auto p = detail::packaged(
        "MI355X package", {{detail::placed(mi355x_xcd, 8, 1), detail::placed(mi355x_iod, 2)}}, detail::hbm_of(hbm3e, 12, {2025, 6}),
        8, detail::interposer_around(1400.0 + 8 * detail::hbm_mm2), 1400.0 + 8 * detail::hbm_mm2, 19
    );
    p.stack_coverage = detail::probe_coverage;
    return p;
}();
inline constexpr auto mi355x_package_sources = detail::on_interposer(detail::package_sources(
    {"AMD", "2025", confidence::high}, {"Eight compute dies on two of N6, AMD Instinct MI350 detailed", "2025-08-26", confidence::high},
    2, {"288 GB in eight stacks, AMD Instinct MI350 detailed", "2025-08-26", confidence::high}, true
));

} // namespace tallywatt::catalog

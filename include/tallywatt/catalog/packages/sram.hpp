#pragma once
// Packages of accelerators that compute from their own memory, or from memory on the board: Groq's LPU, Graphcore's Bow,
// Alibaba's Hanguang 800, Tenstorrent's Wormhole and Blackhole.

#include <tallywatt/catalog/packages/assembly.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr source no_spares_share{"No spare units known", "2026", confidence::assumed};
}

inline constexpr auto groq_lpu_die = detail::die_of(globalfoundries_14, known(725.0));
inline constexpr auto groq_lpu_die_sources = detail::die_sources(
    {"725 mm2, Hot Chips 2020, recalled; square assumed", "2020", confidence::medium}, detail::node_of_catalog, detail::nothing_harvested,
    detail::no_spares_share
);
inline constexpr auto groq_lpu_package =
    detail::packaged("Groq LPU package", {{detail::placed(groq_lpu_die, 1)}}, {}, 0, detail::flip_chip(725.0), 725.0, 2);
inline constexpr auto groq_lpu_package_sources = detail::on_substrate(detail::package_sources(
    {"Groq", "2020", confidence::high}, {"One die, Groq LPU discussion", "2024-06", confidence::high}, 1, detail::no_stack, false
));

/// Bow's logic die: bonded wafer on wafer, so it cannot be tested first. 1,472 tiles; spares are not known.
inline constexpr auto bow_die = [] {
    auto d = detail::die_of(tsmc_n7, known(823.0), {}, 26.0);
    d.test_price = known(0.0) * USD;
    d.fault_coverage = basic_fraction<estimate>{known(0.0)};
    return d;
}();
/// Bow's power delivery die: deep trench capacitors and vias; its process is not published.
inline constexpr auto bow_power_die = [] {
    auto d = detail::die_of(interposer_65nm, known(823.0), {}, 26.0);
    d.test_price = known(0.0) * USD;
    d.fault_coverage = basic_fraction<estimate>{known(0.0)};
    return d;
}();
inline constexpr auto bow_die_sources = [] {
    constexpr source untested{"Bonded wafer on wafer: no die is tested before", "2022", confidence::high};
    detail::source_list s;
    s.add("size", {"823 mm2, Graphcore, recalled; sides assumed from a 26 mm field", "2022", confidence::high});
    s.add("node", detail::node_of_catalog).add("repeated", detail::nothing_harvested).add("repeated_share", detail::no_spares_share);
    return s.add("test_price", untested).add("fault_coverage", untested);
}();
inline constexpr auto& bow_power_die_sources = bow_die_sources;
inline constexpr auto bow_package = [] {
    auto p = detail::packaged(
        "Bow IPU package", {{detail::placed(bow_die, 1, 1), detail::placed(bow_power_die, 1)}}, {}, 0, detail::flip_chip(823.0), 823.0, 3
    );
    p.stack_coverage = detail::probe_coverage;
    return p;
}();
inline constexpr auto bow_package_sources = detail::on_substrate(detail::package_sources(
    {"Graphcore", "2022", confidence::high}, {"A logic die bonded to a power delivery die, Graphcore", "2022", confidence::high}, 2,
    detail::no_stack, false
));

inline constexpr auto hanguang_800_die = detail::die_of(tsmc_n12, known(709.0));
inline constexpr auto hanguang_800_die_sources = detail::die_sources(
    {"709 mm2, Hanguang 800 at ISSCC 2020; square assumed", "2020-02", confidence::high}, detail::node_of_catalog,
    detail::nothing_harvested, detail::no_spares_share
);
inline constexpr auto hanguang_800_package =
    detail::packaged("Hanguang 800 package", {{detail::placed(hanguang_800_die, 1)}}, {}, 0, detail::flip_chip(709.0), 709.0, 2);
inline constexpr auto hanguang_800_package_sources = detail::on_substrate(detail::package_sources(
    {"Alibaba", "2019", confidence::high}, {"One die, Hanguang 800 at ISSCC 2020", "2020-02", confidence::high}, 1, detail::no_stack, false
));

inline constexpr auto wormhole_die = detail::die_of(globalfoundries_14, range(650.0, 670.0, 690.0));
inline constexpr auto wormhole_die_sources = detail::die_sources(
    {"About 670 mm2, recalled; square and ends of 3 % assumed", "2021", confidence::low}, detail::node_of_catalog,
    detail::nothing_harvested, detail::no_spares_share
);
inline constexpr auto wormhole_package =
    detail::packaged("Wormhole package", {{detail::placed(wormhole_die, 1)}}, {}, 0, detail::flip_chip(670.0), 670.0, 2);
/// The two packages of an n300 card with its 24 GB of GDDR6, counted as one of two dies.
inline constexpr auto wormhole_n300_packages = detail::with_board_memory(
    detail::packaged(
        "Wormhole n300 packages", {{detail::placed(wormhole_die, 2)}}, {}, 0, detail::flip_chip(2 * 670.0), 2 * 670.0, 4
    ),
    24.0
);
inline constexpr auto wormhole_package_sources = detail::on_substrate(detail::package_sources(
    {"Tenstorrent", "2024", confidence::high}, {"One die per package, two packages on an n300, Tenstorrent", "2024", confidence::high}, 1,
    detail::no_stack, false
));
inline constexpr auto wormhole_n300_packages_sources =
    detail::source_list(wormhole_package_sources).replace("board_carbon", detail::board_memory_source);

inline constexpr auto blackhole_die = detail::die_of(tsmc_n6, range(540.0, 600.0, 660.0), {.units = 140, .needed = 140});
inline constexpr auto blackhole_die_sources = detail::die_sources(
    {"About 600 mm2, estimated; square and ends of 10 % assumed", "2025", confidence::low}, detail::node_of_catalog,
    {"140 Tensix cores, all of them sold on a p150a, Tenstorrent", "2025", confidence::medium}
);
inline constexpr auto blackhole_package = detail::with_board_memory(
    detail::packaged("Blackhole package", {{detail::placed(blackhole_die, 1)}}, {}, 0, detail::flip_chip(600.0), 600.0, 2), 32.0
);
inline constexpr auto blackhole_package_sources = detail::on_substrate(detail::package_sources(
    {"Tenstorrent", "2025", confidence::high}, {"One die, Tenstorrent", "2025", confidence::high}, 1, detail::no_stack, false
)).replace("board_carbon", detail::board_memory_source);

} // namespace tallywatt::catalog

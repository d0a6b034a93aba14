#pragma once
// Packages of NVIDIA accelerators besides Hopper's and Blackwell's (catalog/packages.hpp): V100, A100, H20, L40S and RTX 4090
// (one die on an organic substrate; their GDDR6 is on the board), and Rubin, of which dies and outline are estimates.

#include <tallywatt/catalog/packages/assembly.hpp>

namespace tallywatt::catalog {

/// GV100: 815 mm2, 80 of 84 streaming multiprocessors enabled.
inline constexpr auto gv100 = detail::die_of(tsmc_n12, known(815.0), {.units = 84, .needed = 80}, 26.0);
inline constexpr auto gv100_sources = detail::die_sources(
    {"815 mm2, NVIDIA Tesla V100 GPU architecture; sides assumed from a 26 mm field", "2017", confidence::high}, detail::node_of_catalog,
    {"80 of 84, NVIDIA Tesla V100 GPU architecture", "2017", confidence::high}
);
inline constexpr auto v100_package = detail::packaged(
    "V100 package", {{detail::placed(gv100, 1)}}, detail::hbm_of(hbm2, 8, {2018, 3}), 4,
    detail::interposer_around(815.0 + 4 * detail::hbm_mm2), 815.0 + 4 * detail::hbm_mm2, 6
);
inline constexpr auto v100_package_sources = detail::on_interposer(detail::package_sources(
    {"NVIDIA", "2017", confidence::high}, {"One GV100, NVIDIA Tesla V100 GPU architecture", "2017", confidence::high}, 1,
    {"32 GB in four stacks, NVIDIA", "2018", confidence::high}, true
));

/// GA100: 826 mm2, 108 of 128 streaming multiprocessors enabled.
inline constexpr auto ga100 = detail::die_of(tsmc_n7, known(826.0), {.units = 128, .needed = 108}, 26.0);
inline constexpr auto ga100_sources = detail::die_sources(
    {"826 mm2, Nvidia officially unveils the Ampere based GA100 GPU; sides assumed from a 26 mm field", "2020-05", confidence::high},
    detail::node_of_catalog, {"108 of 128, Nvidia officially unveils the Ampere based GA100 GPU", "2020-05", confidence::high}
);
inline constexpr auto a100_80gb_package = detail::packaged(
    "A100 80 GB package", {{detail::placed(ga100, 1)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 5,
    detail::interposer_around(826.0 + 6 * detail::hbm_mm2), 826.0 + 6 * detail::hbm_mm2, 7
);
inline constexpr auto a100_80gb_package_sources = detail::on_interposer(detail::package_sources(
    {"NVIDIA", "2020", confidence::high}, {"One GA100, NVIDIA", "2020-05", confidence::high}, 1,
    {"Five of six places used, Nvidia officially unveils the Ampere based GA100 GPU", "2020-05", confidence::high}, true
));
inline constexpr auto a100_40gb_package = detail::packaged(
    "A100 40 GB package", {{detail::placed(ga100, 1)}}, detail::hbm_of(hbm2, 8, {2018, 3}), 5, a100_80gb_package.carrier,
    826.0 + 6 * detail::hbm_mm2, 7
);
inline constexpr auto& a100_40gb_package_sources = a100_80gb_package_sources;

/// H20: the GH100 of an H100 with six HBM3 stacks.
inline constexpr auto h20_package = [] {
    auto p = h100_package;
    p.name = "H20 package";
    p.hbm_count = 6;
    return p;
}();
inline constexpr auto& h20_package_sources = h100_package_sources;

/// The H100 of PCIe cards: 114 streaming multiprocessors of 144 enabled, five stacks of HBM2E.
inline constexpr auto gh100_pcie = [] {
    auto d = gh100;
    d.repeated.needed = 114;
    return d;
}();
inline constexpr auto& gh100_pcie_sources = gh100_sources;
inline constexpr auto h100_pcie_package = [] {
    auto p = h100_package;
    p.name = "H100 PCIe package";
    p.dies[0].die = gh100_pcie;
    p.hbm = detail::hbm_of(hbm2e, 8, {2024, 1});
    return p;
}();
inline constexpr auto h100_pcie_package_sources = detail::on_interposer(detail::package_sources(
    {"NVIDIA", "2022", confidence::high}, {"One GH100 as in H100 SXM, NVIDIA", "2022", confidence::high}, 1,
    {"80 GB of HBM2E in five of six places, NVIDIA", "2022", confidence::high}, true
));

/// AD102: 608.5 mm2; 142 (L40S) and 128 (RTX 4090) of 144 streaming multiprocessors enabled.
inline constexpr auto ad102_l40s = detail::die_of(tsmc_4n, known(608.5), {.units = 144, .needed = 142});
inline constexpr auto ad102_rtx_4090 = detail::die_of(tsmc_4n, known(608.5), {.units = 144, .needed = 128});
inline constexpr auto ad102_l40s_sources = detail::die_sources(
    {"608.5 mm2, NVIDIA Ada GPU architecture; square assumed", "2022", confidence::high}, detail::node_of_catalog,
    {"142 and 128 of 144, NVIDIA Ada GPU architecture and data sheets", "2022", confidence::high}
);
inline constexpr auto& ad102_rtx_4090_sources = ad102_l40s_sources;
inline constexpr auto l40s_package = detail::with_board_memory(
    detail::packaged("L40S package", {{detail::placed(ad102_l40s, 1)}}, {}, 0, detail::flip_chip(608.5), 608.5, 2), 48.0
);
inline constexpr auto rtx_4090_package = detail::with_board_memory(
    detail::packaged("RTX 4090 package", {{detail::placed(ad102_rtx_4090, 1)}}, {}, 0, detail::flip_chip(608.5), 608.5, 2), 24.0
);
inline constexpr auto l40s_package_sources = detail::on_substrate(detail::package_sources(
    {"NVIDIA", "2022", confidence::high}, {"One AD102, NVIDIA", "2022", confidence::high}, 1, detail::no_stack, false
)).replace("board_carbon", detail::board_memory_source);
inline constexpr auto& rtx_4090_package_sources = l40s_package_sources;

/// One of Rubin's two compute dies: near a full field, area and spare units not published.
inline constexpr auto rubin_die = detail::die_of(tsmc_n3, range(750.0, 800.0, 858.0), {}, 26.0);
inline constexpr auto rubin_die_sources = detail::die_sources(
    {"Not published: two dies near a lithography field, assumed", "2026", confidence::assumed}, detail::node_of_catalog,
    detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
).add("size.width", detail::field_wide);
/// Rubin: two dies and eight stacks of HBM4 on CoWoS-L; its I/O dies are not known and not counted.
inline constexpr auto rubin_package = [] {
    auto p = detail::packaged(
    "Rubin package", {{detail::placed(rubin_die, 2)}}, detail::hbm_of(hbm4, 12, {2026, 1}), 8,
    basic_bridge_interposer<estimate>{
        .size = {range(57.6, 68.69, 68.69) * millimetre, range(57.6, 68.69, 68.69) * millimetre},
        .node = cowos_l_layers,
        .bridges =
            {.count = 10,
             .size = {range(2.0, 4.0, 8.0) * millimetre, range(2.0, 4.0, 8.0) * millimetre},
             .node = interposer_65nm,
             .placement_yield = detail::joint_yield,
             .back_end_share = detail::back_end_share},
        .back_end_share = detail::back_end_share,
        .largest_area = known(5.5) * reticle},
    1600.0 + 8 * 130.0, 11
    );
    p.substrate_area = range(8'000.0, 10'000.0, 12'000.0) * square_millimetre;
    p.largest_substrate = range(12'000.0, 14'400.0, 14'400.0) * square_millimetre;
    return p;
}();
inline constexpr auto rubin_package_sources = detail::on_bridges(
    detail::package_sources(
        {"NVIDIA", "2026", confidence::medium}, {"Two compute dies, Vera Rubin drill cards", "2026", confidence::medium}, 1,
        {"288 GB of HBM4 in eight stacks, CoWoS and HBM drill cards", "2026", confidence::medium}, true
    ),
    {"5.5 reticles, nine per wafer (JPMorgan); low: 3,320 mm2, Silicon interposers bottleneck page", "2025-09-23", confidence::low},
    {"Assumed: one bridge per stack and two between the dies, of a few square millimetres to some tens each", "2026",
     confidence::assumed}
).replace("substrate_area", {"TSMC: more than 100 x 100 mm for 5.5 exposures; ends of 20 % assumed", "2025", confidence::low})
 .add("largest_substrate", {"TSMC roadmap: 120 x 120 mm in 2027; low end assumed", "2024", confidence::low})
 .replace("carrier.largest_area", {"TSMC roadmap: 5.5 exposures for CoWoS-L in 2026", "2025", confidence::high});

} // namespace tallywatt::catalog

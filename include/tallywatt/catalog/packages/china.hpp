#pragma once
// Packages of Chinese accelerators with published dies: Ascend 910B and 910C, BR100 and BR104. (Hanguang 800: sram.hpp.)

#include <tallywatt/catalog/packages/assembly.hpp>

namespace tallywatt::catalog {

/// Ascend 910B's compute die: 25 cores on the die, 20 to 24 enabled by version; 20 is the least.
inline constexpr auto ascend_910b_die = detail::die_of(smic_n2, known(21.32 * 31.22), {.units = 25, .needed = 24}, 21.32);
inline constexpr auto ascend_910b_die_sources = detail::die_sources(
    {"21.32 x 31.22 mm, Huawei Ascend 910B die shots", "2024-12", confidence::medium}, detail::node_of_catalog,
    {"25 cores visible, Huawei Ascend 910B die shots; 24 enabled in the larger version, recalled", "2024-12", confidence::low}
);
inline constexpr auto ascend_io_die = detail::die_of(tsmc_n12, range(150.0, 168.0, 185.0));
inline constexpr auto ascend_io_die_sources = detail::die_sources(
    {"168 mm2, Ascend 910's, recalled; ends of 10 % assumed", "2019", confidence::low}, detail::node_of_catalog,
    detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
inline constexpr auto ascend_910b_package = detail::packaged(
    "Ascend 910B package", {{detail::placed(ascend_910b_die, 1), detail::placed(ascend_io_die, 1)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 4,
    detail::interposer_around(666.0 + 168.0 + 4 * detail::hbm_mm2), 666.0 + 168.0 + 4 * detail::hbm_mm2, 7
);
inline constexpr auto ascend_910b_package_sources = detail::on_interposer(detail::package_sources(
    {"Huawei", "2023", confidence::high}, {"A compute and an I/O die, Huawei Ascend 910B die shots", "2024-12", confidence::medium}, 2,
    {"64 GB in four stacks, Huawei Ascend 910B die shots", "2024-12", confidence::medium}, true
));

/// Ascend 910C: two 910B modules on one substrate. Its two interposers count as one of both areas.
inline constexpr auto ascend_910c_package = [] {
    constexpr double each = 666.0 + 168.0 + 4 * detail::hbm_mm2;
    auto both = detail::interposer_around(2 * each);
    both.largest_area = 2.0 * both.largest_area;
    return detail::packaged(
        "Ascend 910C package", {{detail::placed(ascend_910b_die, 2), detail::placed(ascend_io_die, 2)}}, detail::hbm_of(hbm2e, 8, {2024, 1}),
        8, both, 2 * each, 13
    );
}();
inline constexpr auto ascend_910c_package_sources = detail::on_interposer(detail::package_sources(
    {"Huawei", "2025", confidence::high}, {"Two 910B-class dies, TSMC die and Samsung memory confirmed in Huawei 910C", "2025", confidence::medium},
    2, {"128 GB of HBM2E in eight stacks, TSMC die and Samsung memory confirmed in Huawei 910C", "2025", confidence::medium}, true
)).replace("carrier.largest_area", {"Two of what TSMC makes: 3.3 to 3.5 exposures each", "2025-05-02", confidence::low});

inline constexpr auto br100_die = detail::die_of(tsmc_n7, known(537.0));
inline constexpr auto br100_die_sources = detail::die_sources(
    {"1,074 mm2 in two dies, China unveils its Biren BR100 (Hot Chips 34); square assumed", "2022-08", confidence::high},
    detail::node_of_catalog, detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
inline constexpr auto br100_package = detail::packaged(
    "BR100 package", {{detail::placed(br100_die, 2)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 4,
    detail::interposer_around(1074.0 + 4 * detail::hbm_mm2), 1074.0 + 4 * detail::hbm_mm2, 7
);
inline constexpr auto br104_package = detail::packaged(
    "BR104 package", {{detail::placed(br100_die, 1)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 2,
    detail::interposer_around(537.0 + 2 * detail::hbm_mm2), 537.0 + 2 * detail::hbm_mm2, 4
);
inline constexpr auto br100_package_sources = detail::on_interposer(detail::package_sources(
    {"Biren", "2022", confidence::high}, {"Two dies (BR100) or one (BR104), China unveils its Biren BR100", "2022-08", confidence::high}, 1,
    {"64 and 32 GB of HBM2E, four and two stacks, Biren GPUs comparison table", "2022-08-09", confidence::high}, true
));
inline constexpr auto& br104_package_sources = br100_package_sources;

} // namespace tallywatt::catalog

#pragma once
// Packages of accelerators that their users design, and of Intel's: TPU v4, Trainium2, Maia 100, MTIA v1 and v2, Dojo D1,
// Gaudi 2 and 3. Die areas that nobody has published (Trainium2, Gaudi) are ranges up to a lithography field.

#include <tallywatt/catalog/packages/assembly.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr source at_most_a_field{
    "Not published: half a lithography field to a whole one (858 mm2), assumed", "2026", confidence::assumed};
} // namespace detail

inline constexpr auto tpu_v4_die = detail::die_of(tsmc_n7, range(500.0, 600.0, 600.0));
inline constexpr auto tpu_v4_die_sources = detail::die_sources(
    {"Below 600 mm2, Jouppi et al., ISCA 2023, recalled; low end assumed", "2023", confidence::medium}, detail::node_of_catalog,
    detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
inline constexpr auto tpu_v4_package = detail::packaged(
    "TPU v4 package", {{detail::placed(tpu_v4_die, 1)}}, detail::hbm_of(hbm2, 8, {2018, 3}), 4,
    detail::interposer_around(600.0 + 4 * detail::hbm_mm2), 600.0 + 4 * detail::hbm_mm2, 6
);
inline constexpr auto tpu_v4_package_sources = detail::on_interposer(detail::package_sources(
    {"Google", "2021", confidence::high}, {"One die, Ten years of TPUs", "2026", confidence::high}, 1,
    {"32 GiB in four stacks, Ten years of TPUs", "2026", confidence::medium}, true
));

inline constexpr auto trainium2_die = detail::die_of(tsmc_n5, range(430.0, 650.0, 858.0));
inline constexpr auto trainium2_die_sources = detail::die_sources(
    detail::at_most_a_field, detail::node_of_catalog, detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
/// Trainium2: two compute dies and four HBM3 stacks; two more dies only hold the package flat.
inline constexpr auto trainium2_package = detail::packaged(
    "Trainium2 package", {{detail::placed(trainium2_die, 2)}}, detail::hbm_of(hbm3, 12, {2024, 1}), 4,
    detail::interposer_around(1300.0 + 4 * detail::hbm_mm2), 1300.0 + 4 * detail::hbm_mm2, 7
);
inline constexpr auto trainium2_package_sources = detail::on_interposer(detail::package_sources(
    {"AWS", "2024", confidence::high},
    {"Two compute dies, AWS building ExaFLOPS-class supercomputer with Trainium2", "2024-12", confidence::high}, 1,
    {"96 GB in four stacks, AWS building ExaFLOPS-class supercomputer with Trainium2", "2024-12", confidence::high}, true
));

inline constexpr auto maia_100_die = detail::die_of(tsmc_n5, known(820.0), {}, 26.0);
inline constexpr auto maia_100_die_sources = detail::die_sources(
    {"About 820 mm2, Hot Chips 2024, recalled; sides assumed from a 26 mm field", "2024", confidence::medium},
    detail::node_of_catalog, detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
inline constexpr auto maia_100_package = detail::packaged(
    "Maia 100 package", {{detail::placed(maia_100_die, 1)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 4,
    detail::interposer_around(820.0 + 4 * detail::hbm_mm2), 820.0 + 4 * detail::hbm_mm2, 6
);
inline constexpr auto maia_100_package_sources = detail::on_interposer(detail::package_sources(
    {"Microsoft", "2023", confidence::high}, {"One die, Hot Chips 2024, recalled", "2024", confidence::medium}, 1,
    {"64 GB, taken as four stacks of 16 GB, AI accelerator comparison tables", "2024-01-20", confidence::medium}, true
));

inline constexpr auto mtia_v1_die = detail::die_of(tsmc_n7, known(373.0));
inline constexpr auto mtia_v1_die_sources = detail::die_sources(
    {"373 mm2, Firoozshahian et al., ISCA 2023, recalled; square assumed", "2023", confidence::medium}, detail::node_of_catalog,
    detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
inline constexpr auto mtia_v1_package = detail::with_board_memory(
    detail::packaged("MTIA v1 package", {{detail::placed(mtia_v1_die, 1)}}, {}, 0, detail::flip_chip(373.0), 373.0, 2), 64.0
);
inline constexpr auto mtia_v1_package_sources = detail::on_substrate(detail::package_sources(
    {"Meta", "2023", confidence::high}, {"One die, Meta unveils first self-developed AI chip", "2023-06", confidence::high}, 1,
    detail::no_stack, false
)).replace("board_carbon", detail::board_memory_source);
inline constexpr auto mtia_v2_die = detail::die_of(tsmc_n5, known(25.6 * 16.4), {}, 25.6);
inline constexpr auto mtia_v2_die_sources = detail::die_sources(
    {"25.6 x 16.4 mm, Meta unveils next-gen custom AI chip", "2024-04", confidence::high}, detail::node_of_catalog,
    detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
inline constexpr auto mtia_v2_package = detail::with_board_memory(
    detail::packaged("MTIA v2 package", {{detail::placed(mtia_v2_die, 1)}}, {}, 0, detail::flip_chip(420.0), 420.0, 2), 128.0
);
inline constexpr auto mtia_v2_package_sources = detail::on_substrate(detail::package_sources(
    {"Meta", "2024", confidence::high}, {"One die, Meta unveils next-gen custom AI chip", "2024-04", confidence::high}, 1,
    detail::no_stack, false
)).replace("board_carbon", detail::board_memory_source);

inline constexpr auto dojo_d1_die = detail::die_of(tsmc_n7, known(645.0));
inline constexpr auto dojo_d1_die_sources = detail::die_sources(
    {"645 mm2, Tesla packs 50 billion transistors onto D1; square assumed", "2021-08-20", confidence::high}, detail::node_of_catalog,
    detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
/// A Dojo training tile: 25 known good D1 on a fan-out wafer (InFO system on wafer).
inline constexpr auto dojo_tile_package = [] {
    auto p = detail::packaged(
        "Dojo tile package", {{detail::placed(dojo_d1_die, 25)}}, {}, 0,
        basic_wafer_scale_package<estimate>{
            .size = {range(150.0, 170.0, 207.0) * millimetre, range(150.0, 170.0, 207.0) * millimetre},
            .assembly = assembly_order::chip_first,
            .wafer_price = range(1'200.0, 4'000.0, 12'000.0) * USD,
            .frame_price = range(500.0, 2'000.0, 5'000.0) * USD,
            .share_good = basic_fraction<estimate>{range(0.7, 0.9, 0.98)},
            .carbon = range(50.0, 150.0, 400.0) * kgCO2e,
            .water = range(200.0, 800.0, 2'000.0) * litre},
        25 * 645.0, 26
    );
    p.dies[0].attach_yield = basic_fraction<estimate>{range(0.99, 0.998, 0.9995)};
    p.substrate_area = known(0.0) * square_millimetre; // the tile is its own
    return p;
}();
inline constexpr auto dojo_tile_package_sources = [] {
    constexpr source guess{
        "Assumed: a fan-out wafer of several layers (Chiplet Actuary 1,200 USD) up to a CoWoS wafer, with connectors", "2026",
        confidence::assumed};
    auto s = detail::package_sources(
        {"Tesla", "2021", confidence::high}, {"25 D1 on a tile, Tesla packs 50 billion transistors onto D1", "2021-08-20", confidence::high},
        1, detail::no_stack, false
    );
    s.add("carrier.size", {"Assumed: 25 dies of 645 mm2 with their spacing; at most a wafer's square", "2026", confidence::assumed});
    s.add("carrier.wafer_price", guess).add("carrier.frame_price", guess).add("carrier.share_good", guess);
    s.add("carrier.largest_area", {"The largest square of a 300 mm wafer", "2024", confidence::high});
    return s.add("carrier.carbon", guess).add("carrier.water", guess);
}();

namespace detail {
/// Chance that the other 24 dies of a tile are sound and in place.
constexpr basic_fraction<estimate> rest_of_tile() {
    auto const others = [](auto const& end) {
        die const d = convert<double>(dojo_d1_die, end);
        fraction const placed = convert<double>(dojo_tile_package.dies[0], end).attach_yield;
        return math::pow((test_dies(die_yield(d), d.fault_coverage).good * placed).value, 24);
    };
    // the die's yield falls with its defects, whose low end is the better one
    auto const likely = others([](auto const& x) {
        if constexpr (requires { x.likely; })
            return x.likely;
        else
            return static_cast<double>(x);
    });
    return basic_fraction<estimate>{range(0.6 * likely, likely, math::min(1.5 * likely, 1.0))};
}
} // namespace detail

/// One D1 as a twenty-fifth of a tile: a tile that fails takes all of its dies with it.
inline constexpr auto dojo_d1_package = [] {
    auto const& tile = std::get<basic_wafer_scale_package<estimate>>(dojo_tile_package.carrier);
    constexpr double part = 1.0 / 25.0;
    auto p = detail::packaged(
        "Dojo D1, of a tile", {{detail::placed(dojo_d1_die, 1)}}, {}, 0,
        basic_stated_carrier<estimate>{
            .price = part * (tile.wafer_price + tile.frame_price),
            .share_good = tile.share_good * detail::rest_of_tile(),
            .carbon = part * tile.carbon,
            .water = part * tile.water,
            .size = detail::around(645.0),
            .largest_area = range(1'600.0, 1'849.0, 1'849.0) * square_millimetre,
            .per_wafer = 25,
            .assembly = assembly_order::chip_first},
        645.0, 1
    );
    p.dies[0].attach_yield = dojo_tile_package.dies[0].attach_yield;
    p.substrate_area = dojo_tile_package.substrate_area;
    p.substrate_price = part * dojo_tile_package.substrate_price;
    p.substrate_carbon = part * dojo_tile_package.substrate_carbon;
    p.test_price = part * dojo_tile_package.test_price;
    p.board_carbon = part * dojo_tile_package.board_carbon;
    p.heat_sink_carbon = part * dojo_tile_package.heat_sink_carbon;
    return p;
}();
inline constexpr auto dojo_d1_package_sources = [] {
    constexpr source part{"A twenty-fifth of dojo_tile_package of this catalog", "2026", confidence::assumed};
    auto s = detail::package_sources(
        {"Tesla", "2021", confidence::high}, {"25 D1 on a tile, Tesla packs 50 billion transistors onto D1", "2021-08-20", confidence::high},
        1, detail::no_stack, false
    );
    s.add("carrier.price", part).add("carrier.carbon", part).add("carrier.water", part).add("carrier.size", detail::outline_source);
    s.add("carrier.share_good", {"The tile's and, of the other 24 dies, 0.6 to 1.5 times the likely", "2026", confidence::assumed});
    return s.add("carrier.largest_area", {"A twenty-fifth of 46,225 mm2, the largest square of a wafer; low end assumed", "2024", confidence::low});
}();

inline constexpr auto gaudi2_die = detail::die_of(tsmc_n7, range(430.0, 700.0, 858.0));
inline constexpr auto gaudi2_die_sources = detail::die_sources(
    detail::at_most_a_field, detail::node_of_catalog, detail::nothing_harvested, {"No spare units known", "2026", confidence::assumed}
);
inline constexpr auto gaudi2_package = detail::packaged(
    "Gaudi 2 package", {{detail::placed(gaudi2_die, 1)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 6,
    detail::interposer_around(700.0 + 6 * detail::hbm_mm2), 700.0 + 6 * detail::hbm_mm2, 8
);
inline constexpr auto gaudi2_package_sources = detail::on_interposer(detail::package_sources(
    {"Intel", "2022", confidence::high}, {"One die, Intel's Gaudi 3 Goes After Nvidia, IEEE Spectrum", "2024-04", confidence::high}, 1,
    {"96 GB in six stacks, Intel", "2022", confidence::high}, true
));
inline constexpr auto gaudi3_die = detail::die_of(tsmc_n5, range(430.0, 700.0, 858.0));
inline constexpr auto& gaudi3_die_sources = gaudi2_die_sources;
inline constexpr auto gaudi3_package = detail::packaged(
    "Gaudi 3 package", {{detail::placed(gaudi3_die, 2)}}, detail::hbm_of(hbm2e, 8, {2024, 1}), 8,
    detail::interposer_around(1400.0 + 8 * detail::hbm_mm2), 1400.0 + 8 * detail::hbm_mm2, 11
);
inline constexpr auto gaudi3_package_sources = detail::on_interposer(detail::package_sources(
    {"Intel", "2024", confidence::high}, {"Two dies, Intel's Gaudi 3 Goes After Nvidia, IEEE Spectrum", "2024-04", confidence::high}, 1,
    {"128 GB in eight stacks, IEEE Spectrum", "2024-04", confidence::high}, true
));

} // namespace tallywatt::catalog

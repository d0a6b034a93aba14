#pragma once
// What the packages of this folder share: a bill of materials from a few published facts, and where each figure comes from.
// Outlines of interposers are not published: squares of the dies and stacks on them and a tenth to a third more. Substrates
// go by the area of what stands on them, as Chiplet Actuary prices them. Analysts' bills are compared with, never used.

#include <tallywatt/catalog/hbm_generations.hpp>
#include <tallywatt/catalog/packages.hpp>

namespace tallywatt::catalog::detail {

/// A die of a published area; sides not published: a square, or the width given.
constexpr basic_die<estimate> die_of(
    basic_process_node<estimate> const& node, estimate const& area_mm2, harvest const& repeated = {}, double width_mm = 0.0
) {
    auto const side = [&](double a) { return width_mm > 0.0 ? a / width_mm : math::sqrt(a); };
    auto const height = range(side(area_mm2.low), side(area_mm2.likely), side(area_mm2.high));
    return {
        .size = {(width_mm > 0.0 ? known(width_mm) : height) * millimetre, height * millimetre},
        .node = node,
        .repeated = repeated,
        .repeated_share = basic_fraction<estimate>{repeated.units > 0 ? range(0.5, 0.6, 0.7) : known(0.0)},
        .test_price = probe_price,
        .fault_coverage = probe_coverage,
    };
}

/// A square around `mm2` of dies and stacks.
constexpr basic_outline<estimate> around(double mm2) {
    auto const side = range(math::sqrt(1.05 * mm2), math::sqrt(1.15 * mm2), math::sqrt(1.33 * mm2)) * millimetre;
    return {side, side};
}
constexpr basic_silicon_interposer<estimate> interposer_around(double mm2) {
    return {
        .size = around(mm2),
        .node = interposer_65nm,
        .stitch_yield = joint_yield,
        .back_end_share = back_end_share,
        .largest_area = largest_silicon};
}
constexpr basic_organic_substrate<estimate> flip_chip(double mm2) { return {.size = around(mm2)}; }

/// A package of `silicon_mm2` of dies and stacks in `pieces`.
template <class Carrier>
constexpr basic_package<estimate> packaged(
    char const* name, std::array<basic_package_die<estimate>, die_kinds> const& dies, basic_hbm_stack<estimate> const& hbm,
    int stacks, Carrier const& carrier, double silicon_mm2, int pieces
) {
    double const substrate = 0.05 * silicon_mm2; // USD: 4 times the area, layer factor 2, 0.005 USD/mm2, and bumps
    return {
        .name = name,
        .dies = dies,
        .hbm = hbm,
        .hbm_count = stacks,
        .hbm_attach_yield = attach_yield,
        .hbm_attach_price = placement_price,
        .carrier = carrier,
        .stack_coverage = basic_fraction<estimate>{known(1.0)},
        .substrate_yield = attach_yield,
        .substrate_price = range(0.5 * substrate, substrate, 2.0 * substrate) * USD,
        .test_price = final_test_price,
        .substrate_carbon = range(0.15, 0.15 * pieces, 5.0 + 0.15 * pieces) * kgCO2e,
        .board_carbon = package_board_carbon,
        .heat_sink_carbon = cold_plate_or_fin_carbon,
        .substrate_area = range(1.8 * 1.05 * silicon_mm2, 2.2 * 1.15 * silicon_mm2, 2.8 * 1.33 * silicon_mm2) * square_millimetre,
    };
}

/// Memory that lies on the board, not in the package: its carbon is the board's. Money for it is not in a package's cost.
constexpr basic_package<estimate> with_board_memory(basic_package<estimate> p, double gb) {
    estimate const board = p.board_carbon.in(kgCO2e), per_gb = range(0.065, 0.73, 1.39); // server_parts.memory
    p.board_carbon = range(board.low + per_gb.low * gb, board.likely + per_gb.likely * gb, board.high + per_gb.high * gb) * kgCO2e;
    return p;
}

/// Sources as a list that grows in constant expressions.
struct source_list {
    std::array<sourced_field, 48> item{};
    std::size_t count = 0;

    constexpr source_list& add(char const* field, source const& from) {
        item[count++] = {field, from};
        return *this;
    }
    /// Another source of what has one.
    constexpr source_list& replace(char const* field, source const& from) {
        for (auto& s : item)
            if (s.field[0] != '\0' && std::string_view(s.field) == field)
                s.from = from;
        return *this;
    }
    [[nodiscard]] constexpr auto begin() const { return item.data(); }
    [[nodiscard]] constexpr auto end() const { return item.data() + count; }
};

constexpr source_list die_sources(source const& size, source const& node, source const& repeated, source const& area_share = share_source) {
    source_list s;
    s.add("size", size).add("node", node).add("repeated", repeated).add("repeated_share", area_share);
    return s.add("test_price", probe_source).add("fault_coverage", coverage_source);
}

inline constexpr source field_wide{"A die of two reticle-limited sides: the 26 mm of a lithography field", "2026", confidence::medium};
inline constexpr source node_of_catalog{"A process node of this catalog, with sources of its own", "2026", confidence::low};
inline constexpr source die_of_catalog{"A die of this catalog, with sources of its own", "2026", confidence::low};
inline constexpr source stack_of_catalog{"A stack of this catalog's HBM generations, with sources of its own", "2026", confidence::low};
inline constexpr source no_stack{"No HBM in the package", "2026", confidence::high};
inline constexpr source outline_source{
    "Assumed: a square of the dies and stacks on it and 5 to 33 % more; not published", "2026", confidence::assumed};
inline constexpr source board_memory_source{
    "Dell R740 life cycle assessment, an eighth of its main board; memory by capacity as server_parts of this catalog", "2026-08",
    confidence::low};
inline constexpr source nothing_harvested{"No spare units known", "2026", confidence::assumed};
inline constexpr source half_to_two{
    "Chiplet Actuary, organic substrate: 4 times the area, layer factor 2, 0.005 USD/mm2, and bumps; half to double, assumed",
    "2024-12-07", confidence::low};

/// Sources of a package made by packaged().
constexpr source_list package_sources(source const& name, source const& dies, int kinds, source const& stacks, bool has_hbm) {
    source_list s;
    s.add("name", name).add("dies", dies);
    constexpr char const* keys[][5] = {
        {"dies[0].die", "dies[0].on", "dies[0].attach_yield", "dies[0].attach_price", "dies[0].bump_price"},
        {"dies[1].die", "dies[1].on", "dies[1].attach_yield", "dies[1].attach_price", "dies[1].bump_price"}};
    for (int i = 0; i < kinds; ++i) {
        auto const& k = keys[i];
        s.add(k[0], die_of_catalog).add(k[1], dies).add(k[2], attach_source).add(k[3], placement_source);
        s.add(k[4], {"In the price of placing", "2026", confidence::high});
    }
    s.add("hbm", has_hbm ? stack_of_catalog : no_stack).add("hbm_count", stacks);
    if (has_hbm) {
        s.add("hbm.capacity", stacks).add("hbm.bandwidth", {"JEDEC, by the generation", "2026", confidence::medium});
        s.add("hbm.height", {"JEDEC: 720 um up to HBM3E, 775 um for HBM4 (ZDNet Korea by DIGITIMES)", "2026-03-06", confidence::high});
    }
    s.add("hbm_attach_yield", attach_source).add("hbm_attach_price", placement_source);
    s.add("stack_coverage", kinds > 1 ? coverage_source : source{"No stacked dies", "2026", confidence::high});
    s.add("module_coverage", module_source).add("test_coverage", final_coverage_source);
    s.add("substrate_yield", attach_source).add("substrate_price", half_to_two).add("test_price", test_source);
    s.add("substrate_carbon", substrate_carbon_source).add("board_carbon", board_source).add("heat_sink_carbon", sink_source);
    return s.add("substrate_area", substrate_area_source);
}
constexpr source_list on_interposer(source_list s, source const& outline = outline_source) {
    s.add("carrier.size", outline).add("carrier.node", node_of_catalog).add("carrier.stitch_yield", joint_source);
    s.add("carrier.largest_area", largest_silicon_source).add("carrier.back_end_share", back_end_source);
    return s.add("carrier.bump_price", {"In the price of the processed wafer", "2026", confidence::high});
}
constexpr source_list on_substrate(source_list s) {
    s.add("carrier.largest_area", {"TSMC roadmap: substrates of 100 x 100 mm and more", "2025", confidence::high});
    return s.add("carrier.size", outline_source);
}
constexpr source_list on_bridges(source_list s, source const& outline, source const& bridges) {
    s.add("carrier.size", outline).add("carrier.node", node_of_catalog);
    s.add("carrier.bridges.count", bridges).add("carrier.bridges.size", bridges).add("carrier.bridges.node", node_of_catalog);
    s.add("carrier.bridges.placement_yield", joint_source);
    s.add("carrier.bridges.placement_price", {"In the price of placing dies", "2026", confidence::high});
    s.add("carrier.bridges.back_end_share", back_end_source).add("carrier.largest_area", largest_bridge_source);
    s.add("carrier.back_end_share", back_end_source);
    return s.add("carrier.bump_price", {"In the price of the processed wafer", "2026", confidence::high});
}

/// Price of the series' last point that is not later; of its first where all are.
constexpr money_per_data<estimate> latest_price(basic_hbm_generation<estimate> const& g, calendar_month const& when) {
    auto const& series = std::get<1>(g.price);
    auto price = series.point[0].value;
    for (int i = 1; i < series.count; ++i)
        if (auto const& p = series.point[static_cast<std::size_t>(i)]; !(when < p.at))
            price = p.value;
    return price;
}

/// A stack of this many dies, bought in this month. Its yield is that of the dies' bonds (hbm3e_assembly), its quality hbm.hpp's.
constexpr basic_hbm_stack<estimate> hbm_of(basic_hbm_generation<estimate> const& g, int dies, calendar_month const& bought) {
    estimate const bond = hbm3e_assembly.bond_yield.value;
    return {
        .name = g.name,
        .capacity = g.capacity(dies),
        .bandwidth = g.bandwidth(),
        .price = latest_price(g, bought),
        .carbon = g.carbon,
        .water = g.water,
        .height = g.height,
        .yield = share{range(math::pow(bond.low, dies), math::pow(bond.likely, dies), math::pow(bond.high, dies))},
        .shipped_quality = share{hbm_quality}};
}
inline constexpr double hbm_mm2 = 121.0; // footprint with its margin on the carrier: 11 x 11 mm

} // namespace tallywatt::catalog::detail

#pragma once
// Wafers that are one accelerator: Cerebras's WSE-2 and WSE-3. The wafer is the die: 46,225 mm2, a square of 215 mm whose
// corners the disc cuts, so that no packing finds room for it; it counts one per wafer. Spare cores are pooled over the whole
// of it. The fields' joints across scribe lines are in the wafer's price; what carries the wafer (connector, board, power
// feeds, cold plate) has no published figure.

#include <tallywatt/catalog/packages/assembly.hpp>

namespace tallywatt::catalog {

namespace detail {

inline constexpr source wafer_size_source{"46,225 mm2, Cerebras WSE coverage, WCCFTech", "2024-03-13", confidence::high};
inline constexpr source wafer_frame_source{
    "Assumed: connector, board, power feeds and cold plate of a 15 kW module; no published figure", "2026", confidence::assumed};
inline constexpr source fabric_share_source{
    "Assumed: links, clock and edge that no spare replaces, at most 3 % of the wafer; no published figure", "2026",
    confidence::assumed};
inline constexpr source wafer_test_source{
    "Assumed: hours on a tester where a die takes 15 s (google/chiplets-cost-model)", "2026", confidence::assumed};

/// A wafer of cores with spares, on a node.
constexpr basic_die<estimate> wafer_of_cores(basic_process_node<estimate> const& node, harvest const& cores) {
    return {
        .size = {known(215.0) * millimetre, known(215.0) * millimetre},
        .node = node,
        .repeated = cores,
        .repeated_share = share{range(0.97, 0.995, 0.9999)},
        .test_price = range(200.0, 1'000.0, 5'000.0) * USD,
        .fault_coverage = probe_coverage,
    };
}
constexpr source_list wafer_sources(source const& cores) {
    source_list s;
    s.add("size", wafer_size_source).add("node", node_of_catalog).add("repeated", cores);
    s.add("repeated_share", fabric_share_source).add("test_price", wafer_test_source);
    return s.add("fault_coverage", coverage_source);
}

/// The module around a wafer.
constexpr basic_package<estimate> wafer_module(char const* name, basic_die<estimate> const& wafer) {
    auto die = placed(wafer, 1);
    die.attach_price = range(100.0, 500.0, 2'000.0) * USD;
    return {
        .name = name,
        .dies = {{die}},
        .carrier =
            basic_wafer_scale_package<estimate>{
                .size = wafer.size,
                .assembly = assembly_order::chip_last,
                .wafer_price = known(0.0) * USD,
                .frame_price = range(2'000.0, 8'000.0, 30'000.0) * USD,
                .share_good = share{range(0.95, 0.99, 0.999)},
                .carbon = range(50.0, 150.0, 400.0) * kgCO2e,
                .water = range(50.0, 200.0, 1'000.0) * litre},
        .substrate_yield = share{known(1.0)},
        .test_price = range(200.0, 1'000.0, 5'000.0) * USD,
        .board_carbon = range(20.0, 80.0, 300.0) * kgCO2e,
        .heat_sink_carbon = range(40.0, 120.0, 300.0) * kgCO2e,
    };
}
constexpr source_list wafer_module_sources(source const& name) {
    constexpr source none{"There is none: the wafer lies on its board", "2024", confidence::high};
    constexpr source one{"One wafer, Cerebras", "2021", confidence::high};
    source_list s;
    s.add("name", name).add("dies", one).add("dies[0].die", die_of_catalog).add("dies[0].on", one);
    s.add("dies[0].attach_yield", attach_source).add("dies[0].attach_price", wafer_frame_source);
    s.add("dies[0].bump_price", {"In the price of placing", "2026", confidence::high});
    s.add("hbm", no_stack).add("hbm_count", no_stack).add("hbm_attach_yield", no_stack).add("hbm_attach_price", no_stack);
    s.add("carrier.size", wafer_size_source).add("carrier.wafer_price", {"No wafer beside the one of cores", "2024", confidence::high});
    s.add("carrier.frame_price", wafer_frame_source).add("carrier.share_good", wafer_frame_source);
    s.add("carrier.carbon", wafer_frame_source).add("carrier.water", wafer_frame_source);
    s.add("carrier.largest_area", {"The largest made: 46,225 mm2, Cerebras", "2024", confidence::high});
    s.add("stack_coverage", {"No stacked dies", "2026", confidence::high}).add("module_coverage", module_source);
    s.add("test_coverage", final_coverage_source).add("substrate_yield", none).add("substrate_price", none);
    s.add("substrate_carbon", none).add("substrate_area", none).add("test_price", wafer_test_source);
    return s.add("board_carbon", wafer_frame_source).add("heat_sink_carbon", wafer_frame_source);
}

} // namespace detail

/// WSE-2: 850,000 cores; spares not published, taken as the first generation's 1.5 %.
inline constexpr auto wse2_wafer = detail::wafer_of_cores(tsmc_n7, {.units = 862'750, .needed = 850'000});
inline constexpr auto wse2_wafer_sources = detail::wafer_sources(
    {"850,000 cores (Cerebras); spares as WSE's, 1 to 1.5 % (Hot Chips 2019), recalled", "2021", confidence::low}
);
inline constexpr auto wse2_package = detail::wafer_module("WSE-2 module", wse2_wafer);
inline constexpr auto wse2_package_sources = detail::wafer_module_sources({"Cerebras", "2021", confidence::high});

/// WSE-3: 900,000 of some 970,000 cores.
inline constexpr auto wse3_wafer = detail::wafer_of_cores(tsmc_n5, {.units = 970'000, .needed = 900'000});
inline constexpr auto wse3_wafer_sources = detail::wafer_sources(
    {"900,000 of 970,000, Cerebras on defect tolerance", "2025-01", confidence::high}
);
inline constexpr auto wse3_package = detail::wafer_module("WSE-3 module", wse3_wafer);
inline constexpr auto wse3_package_sources = detail::wafer_module_sources({"Cerebras", "2024", confidence::high});

} // namespace tallywatt::catalog

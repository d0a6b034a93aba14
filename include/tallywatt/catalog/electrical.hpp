#pragma once
// Electrical chains and power paths by converter technology and rack voltage. Efficiency curves of single products are data
// sheets'; those of classes are ranges of low confidence.
//
//   chain_legacy        double conversion of the 2000s, transformer-based distribution units, 2N
//   chain_silicon       double conversion with insulated-gate bipolar transistors, busways, N+1
//   chain_carbide       the same with silicon carbide
//   chain_rack_battery  no central UPS: batteries in the racks
//   path_48v            chain_silicon, silicon supplies to a bus of 48 V
//   path_48v_gallium    chain_carbide, gallium nitride supplies to a bus of 48 V
//   path_400v           silicon carbide, +-200 V direct current to the rack
//   path_800v           silicon carbide rectifiers at the perimeter, 800 V direct current to the rack, gallium nitride to 50 V

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/facility/power_path.hpp>

namespace tallywatt::catalog {

namespace detail {
constexpr basic_ratio<estimate> loss(double low, double likely, double high) { return basic_ratio<estimate>{range(low, likely, high)}; }
inline constexpr basic_power_stage<estimate> medium_voltage_transformer = {
    .no_load = loss(0.0010, 0.0015, 0.0020), .proportional = loss(0.0, 0.0, 0.0), .quadratic = loss(0.0085, 0.0110, 0.0135), .need = 1, .installed = 2};
inline constexpr basic_power_stage<estimate> busway = {
    .no_load = loss(0.0, 0.0, 0.0), .proportional = loss(0.0, 0.0, 0.0), .quadratic = loss(0.002, 0.005, 0.010), .need = 1, .installed = 1};
inline constexpr source transformer_source{"KVRM, data centre power distribution: full-load loss 1.0 to 1.5 %", "2025-07", confidence::medium};
inline constexpr source busway_source{"busway data sheets: 99.0 to 99.8 % at full load", "2026-11", confidence::low};
inline constexpr source ups_source{"double-conversion UPS data sheets: 94 to 97.5 %", "2026-11", confidence::low};
inline constexpr source carbide_source{"silicon-carbide UPS data sheets: 97.5 to 98.5 % in double conversion", "2026-11", confidence::low};
} // namespace detail

inline constexpr basic_electrical_chain<estimate> chain_legacy = {
    .transformer = detail::medium_voltage_transformer,
    .ups = {.no_load = detail::loss(0.015, 0.025, 0.035), .proportional = detail::loss(0.015, 0.020, 0.030), .quadratic = detail::loss(0.015, 0.020, 0.030), .need = 1, .installed = 2},
    .distribution = {.no_load = detail::loss(0.004, 0.008, 0.015), .proportional = detail::loss(0.0, 0.0, 0.0), .quadratic = detail::loss(0.015, 0.025, 0.035), .need = 1, .installed = 2}};
inline constexpr sourced_field chain_legacy_sources[] = {
    {"transformer", detail::transformer_source},
    {"ups", {"UPS of the 2000s: 90 to 93 % at rated load and 85 to 90 % at a quarter (LBNL, High Performance Data Centers sourcebook)", "2006", confidence::low}},
    {"distribution", {"transformer-based distribution units, 94 to 98 %: How much power does your UPS consume, Niteo", "n.d.", confidence::low}}};

inline constexpr basic_electrical_chain<estimate> chain_silicon = {
    .transformer = detail::medium_voltage_transformer,
    .ups = {.no_load = detail::loss(0.005, 0.008, 0.012), .proportional = detail::loss(0.006, 0.010, 0.016), .quadratic = detail::loss(0.010, 0.015, 0.022), .need = 4, .installed = 5},
    .distribution = detail::busway};
inline constexpr sourced_field chain_silicon_sources[] = {
    {"transformer", detail::transformer_source}, {"ups", detail::ups_source}, {"distribution", detail::busway_source}};

inline constexpr basic_electrical_chain<estimate> chain_carbide = {
    .transformer = detail::medium_voltage_transformer,
    .ups = {.no_load = detail::loss(0.002, 0.003, 0.005), .proportional = detail::loss(0.004, 0.006, 0.009), .quadratic = detail::loss(0.006, 0.010, 0.014), .need = 4, .installed = 5},
    .distribution = detail::busway};
inline constexpr sourced_field chain_carbide_sources[] = {
    {"transformer", detail::transformer_source}, {"ups", detail::carbide_source}, {"distribution", detail::busway_source}};

inline constexpr basic_electrical_chain<estimate> chain_rack_battery = {
    .transformer = detail::medium_voltage_transformer,
    .ups = {.no_load = detail::loss(0.0005, 0.001, 0.002), .proportional = detail::loss(0.0, 0.0, 0.001), .quadratic = detail::loss(0.0, 0.0, 0.0), .need = 1, .installed = 1},
    .distribution = detail::busway};
inline constexpr sourced_field chain_rack_battery_sources[] = {
    {"transformer", detail::transformer_source},
    {"ups", {"Google, Efficient servers: batteries on the servers reach 99.9 %", "2009", confidence::medium}},
    {"distribution", detail::busway_source}};

inline constexpr basic_power_path<estimate> path_48v = {
    .name = "48 V, silicon",
    .chain = chain_silicon,
    .rack_supply = {.no_load = detail::loss(0.005, 0.0075, 0.012), .proportional = detail::loss(0.005, 0.0082, 0.012), .quadratic = detail::loss(0.025, 0.037, 0.050), .need = 5, .installed = 6},
    .rack_voltage = basic_ratio<estimate>{known(1.0)},
    .bus_loss = detail::loss(0.010, 0.015, 0.025),
    .board = {.no_load = detail::loss(0.010, 0.015, 0.020), .proportional = detail::loss(0.035, 0.050, 0.065), .quadratic = detail::loss(0.020, 0.034, 0.050), .need = 1, .installed = 1}};
inline constexpr sourced_field path_48v_sources[] = {
    {"name", {"by construction", "2026-11", confidence::high}},
    {"chain", {"chain_silicon_sources of this catalog", "2026-11", confidence::low}},
    {"rack_supply", {"80 PLUS Titanium class, 0.96 at half load (recalled)", "2026", confidence::low}},
    {"rack_voltage", {"Open Compute Project, Open Rack V3", "2022", confidence::high}},
    {"bus_loss", {"assumed: busbar and connectors", "2026-11", confidence::assumed}},
    {"board", {"48 V to core regulators, data sheets: 88 to 94 %", "2026-11", confidence::low}}};

inline constexpr basic_power_path<estimate> path_48v_gallium = [] {
    auto p = path_48v;
    p.name = "48 V, silicon carbide and gallium nitride";
    p.chain = chain_carbide;
    p.rack_supply = {.no_load = detail::loss(0.003, 0.004, 0.007), .proportional = detail::loss(0.004, 0.006, 0.009), .quadratic = detail::loss(0.012, 0.018, 0.025), .need = 5, .installed = 6};
    return p;
}();
inline constexpr sourced_field path_48v_gallium_sources[] = {
    {"", {"path_48v_sources of this catalog", "2026-11", confidence::low}},
    {"rack_voltage", {"Open Compute Project, Open Rack V3", "2022", confidence::high}},
    {"chain", {"chain_carbide_sources of this catalog", "2026-11", confidence::low}},
    {"rack_supply", {"gallium-nitride shelves, vendors' statements: 97.5 to 98 % at half load", "2025", confidence::low}}};

inline constexpr basic_power_path<estimate> path_400v = [] {
    auto p = path_48v_gallium;
    p.name = "400 V direct current";
    // the rectifier at the perimeter is the UPS: one conversion; in the rack an isolated step to 50 V
    p.chain.ups = {.no_load = detail::loss(0.002, 0.003, 0.005), .proportional = detail::loss(0.004, 0.007, 0.010), .quadratic = detail::loss(0.007, 0.010, 0.014), .need = 4, .installed = 5};
    p.rack_supply = {.no_load = detail::loss(0.002, 0.003, 0.005), .proportional = detail::loss(0.004, 0.006, 0.010), .quadratic = detail::loss(0.008, 0.012, 0.018), .need = 5, .installed = 6};
    p.rack_voltage = basic_ratio<estimate>{known(400.0 / 48.0)};
    return p;
}();
inline constexpr sourced_field path_400v_sources[] = {
    {"", {"path_48v_gallium_sources of this catalog", "2026-11", confidence::low}},
    {"chain.ups", {"silicon-carbide rectifiers, vendors' statements", "2025", confidence::low}},
    {"rack_supply", {"isolated step-down converters, vendors' statements: 98 %", "2025", confidence::low}},
    {"rack_voltage", {"Open Compute Project, Mount Diablo: +-400 V and +-200 V to the rack", "2025", confidence::medium}}};

inline constexpr basic_power_path<estimate> path_800v = [] {
    auto p = path_400v;
    p.name = "800 V direct current";
    p.rack_voltage = basic_ratio<estimate>{known(800.0 / 48.0)};
    // 800 V to 12 V beside the chip in one step: no bus of 50 V in between
    p.rack_supply = {.no_load = detail::loss(0.002, 0.003, 0.005), .proportional = detail::loss(0.004, 0.006, 0.010), .quadratic = detail::loss(0.006, 0.010, 0.016), .need = 1, .installed = 1};
    p.board = {.no_load = detail::loss(0.008, 0.012, 0.018), .proportional = detail::loss(0.025, 0.038, 0.055), .quadratic = detail::loss(0.014, 0.025, 0.040), .need = 1, .installed = 1};
    return p;
}();
inline constexpr sourced_field path_800v_sources[] = {
    {"", {"path_400v_sources of this catalog", "2026-11", confidence::low}},
    {"rack_supply", {"NVIDIA, 800 V direct current: up to 5 % better from end to end; its parts assumed", "2025-05", confidence::low}},
    {"board", {"NVIDIA, 800 V direct current: up to 5 % better from end to end; its parts assumed", "2025-05", confidence::low}},
    {"rack_voltage", {"NVIDIA, 800 V direct current architecture", "2025-05", confidence::high}}};

} // namespace tallywatt::catalog

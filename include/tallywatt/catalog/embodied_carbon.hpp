#pragma once
// Embodied carbon of server and rack parts, and bills of hosts and racks made of them. Coefficients are of published life
// cycle work on servers, where they disagree the range holds both ends; nothing is set from a footprint of an accelerator
// product. Cradle to gate with transport; end of life is left out.
//
//   server_embodied<> const e = embodied(server_bill(catalog::hgx_h100_host_bill));

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/cluster_embodied.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto kg_per_cm2 = kgCO2e / square_centimetre;
inline constexpr auto kg_per_m2 = kgCO2e / square_metre;
inline constexpr auto kg_per_GB = kgCO2e / GB;
inline constexpr auto kg_per_kg = kgCO2e / kilogram;
inline constexpr auto kg_per_kg_km = kgCO2e / (kilogram * kilometre);
inline constexpr auto switch_carbon = range(150.0, 300.0, 600.0) * kgCO2e; // of the scale-out network
inline constexpr source switch_source{
    "Assumed: a switch chip with its board, two supplies, fans and chassis of 12 kg; no footprint found", "2026",
    confidence::assumed};
inline constexpr source boavizta{
    "BoaviztAPI, impact factors (Green Cloud Computing, UBA 94/2021); ends assumed", "2026-08", confidence::low};
} // namespace detail

/// Parts of servers.
inline constexpr basic_part_carbon<estimate> server_parts = {
    .die = range(1.5, 1.97, 4.26) * detail::kg_per_cm2,
    .processor = range(4.6, 9.14, 13.7) * kgCO2e,
    .memory = range(0.065, 0.73, 1.39) * detail::kg_per_GB,
    .module = range(2.6, 5.22, 7.8) * kgCO2e,
    .flash = range(0.0063, 0.0262, 0.110) * detail::kg_per_GB,
    .drive = range(3.2, 6.34, 9.5) * kgCO2e,
    .board = range(200.0, 325.0, 660.0) * detail::kg_per_m2,
    .heat_sink = range(4.0, 5.74, 15.1) * detail::kg_per_kg,
    .chassis = range(1.5, 1.89, 8.25) * detail::kg_per_kg,
    .supply = range(15.0, 24.3, 30.0) * detail::kg_per_kg,
    .cable = range(3.0, 6.0, 10.0) * detail::kg_per_kg,
    .fan = range(1.5, 2.2, 4.0) * kgCO2e,
    .assembly = range(3.0, 6.68, 20.0) * kgCO2e,
    .air = range(0.5e-3, 1.0e-3, 2.11e-3) * detail::kg_per_kg_km,
    .sea = range(0.8e-5, 1.33e-5, 2.0e-5) * detail::kg_per_kg_km,
    .road = range(4.0e-5, 5.04e-5, 1.5e-4) * detail::kg_per_kg_km};
inline constexpr sourced_field server_parts_sources[] = {
    {"", detail::boavizta},
    {"die",
     {"BoaviztAPI: 1.97 kg/cm2 of processor die; high: its 42.6 g/mm2 of effective graphics die; low end assumed",
      "2026-08", confidence::low}},
    {"memory",
     {"likely: 2.20 kg per cm2 (UBA 94/2021) at 0.241 Gb/mm2 (DDR5 1z, TechInsights); low: facebookresearch/ACT, DDR4; "
      "high: "
      "Dell R740 life cycle assessment, 533 kg on 384 GB",
      "2026-08", confidence::low}},
    {"flash",
     {"likely: Samsung eUFS 3.0, 13.4 kg on 512 GB (EE Times India); low: facebookresearch/ACT, V3 TLC; high: Dell "
      "R740, "
      "3,379 kg on 8 x 3.84 TB",
      "2019/2025", confidence::low}},
    {"board",
     {"BoaviztAPI: 32.5 g per cm2 of graphics board; high: its 66.1 kg of a server board on 305 x 330 mm; low end "
      "assumed",
      "2026-08", confidence::low}},
    {"heat_sink",
     {"BoaviztAPI, heat sink of a graphics module; high: aluminium in facebookresearch/ACT; low end assumed", "2026-08",
      confidence::low}},
    {"chassis",
     {"likely: steel in facebookresearch/ACT; high: BoaviztAPI, casing of a graphics module; low end assumed",
      "2025-07-21", confidence::low}},
    {"supply",
     {"BoaviztAPI: 24.3 kg per kg; low: Dell R740, 30 kg on two supplies of about 1 kg; high end assumed", "2026-08",
      confidence::low}},
    {"cable", {"Assumed: copper and plastic; no footprint found", "2026", confidence::assumed}},
    {"fan", {"Dell R740 life cycle assessment, 13 kg on six fans; ends assumed", "2019", confidence::low}},
    {"air",
     {"BoaviztAPI, 2.11 kg per tonne and kilometre, as the high end; the rest assumed from freight practice", "2026-08",
      confidence::low}}};

/// A host of eight H100 or H200: two processors, 2 TB of memory, ten drives, interfaces, switch chips, chassis; without modules
/// and baseboard.
inline constexpr basic_server_bill<estimate> hgx_h100_host_bill = {
    .name = "host of HGX H100",
    .factors = server_parts,
    .processors = 2,
    .processor_die = range(750.0, 1571.0, 1600.0) * square_millimetre,
    .memory = known(2048.0) * GB,
    .modules = 32,
    .flash = known(34'560.0) * GB,
    .drives = 10,
    .boards = range(0.25, 0.40, 0.60) * square_metre,
    .switches = 4,
    .switch_chip = range(8.5, 11.8, 16.0) * kgCO2e,
    .nics = 10,
    .nic = range(5.0, 9.0, 20.0) * kgCO2e,
    .heat_sinks = range(2.0, 4.0, 6.0) * kilogram,
    .chassis = range(40.0, 60.0, 80.0) * kilogram,
    .supplies = range(9.0, 15.0, 20.0) * kilogram,
    .cables = range(2.0, 5.0, 8.0) * kilogram,
    .fans = 12,
    .by_air = range(0.0, 0.0, 10'000.0) * kilometre,
    .by_sea = range(0.0, 19'000.0, 19'000.0) * kilometre,
    .by_road = range(500.0, 1'000.0, 2'000.0) * kilometre,
    .weight = range(110.0, 130.0, 170.0) * kilogram};
inline constexpr sourced_field hgx_h100_host_bill_sources[] = {
    {"",
     {"DGX H100 data sheet as reported, parts list; masses assumed within the 130 kg of the whole", "2023",
      confidence::low}},
    {"factors", {"server_parts of this catalog, with sources of its own", "2026", confidence::low}},
    {"processor_die",
     {"two processors of four tiles (Sapphire Rapids), recalled; low: a single die of the same family", "2023",
      confidence::low}},
    {"memory", {"DGX H100 data sheet: 2 TB in 32 modules", "2023", confidence::high}},
    {"flash", {"DGX H100 data sheet: 2 x 1.92 TB and 8 x 3.84 TB", "2023", confidence::high}},
    {"boards", {"Assumed: a processor board, a switch board for PCIe, mid-planes", "2026", confidence::assumed}},
    {"switch_chip",
     {"four NVSwitch chips: 25 billion transistors on 4N (PC Gamer 2022), 255 mm2 at GH100's density, 294 mm2 "
      "recalled; by "
      "tsmc_4n of this catalog, with package",
      "2022", confidence::low}},
    {"nic", {"Assumed: 0.012 m2 of board and a chip of 2 cm2", "2026", confidence::assumed}},
    {"by_air", {"Assumed: none likely, one long flight at most", "2026", confidence::assumed}},
    {"by_sea", {"BoaviztAPI, default of graphics modules: 19,000 km", "2026-08", confidence::low}},
    {"by_road", {"BoaviztAPI, default of graphics modules: 1,000 km; ends assumed", "2026-08", confidence::low}}};

/// A 42 U cabinet with two power distribution units and cables.
inline constexpr basic_rack_bill<estimate> cabinet_bill = {
    .name = "cabinet, 42 U",
    .frame = range(120.0, 150.0, 200.0) * kilogram,
    .metal = range(1.5, 1.89, 8.25) * detail::kg_per_kg,
    .power = range(10.0, 20.0, 40.0) * kilogram,
    .power_carbon = range(3.0, 8.0, 24.3) * detail::kg_per_kg,
    .cables = range(5.0, 15.0, 40.0) * kilogram,
    .cable_carbon = range(3.0, 6.0, 10.0) * detail::kg_per_kg,
    .switches = 0,
    .switch_box = detail::switch_carbon};
inline constexpr sourced_field cabinet_bill_sources[] = {
    {"", {"Assumed from weights of common parts", "2026", confidence::assumed}},
    {"frame", {"as cabinet_42u of this catalog, assumed", "2026", confidence::assumed}},
    {"metal",
     {"steel in facebookresearch/ACT; high: BoaviztAPI, casing; low end assumed", "2025-07-21", confidence::low}},
    {"power_carbon",
     {"Assumed between metal and electronics; high: BoaviztAPI, power supplies", "2026-08", confidence::assumed}},
    {"switch_box", detail::switch_source}};

/// What stands beside the servers of a cluster. A rack is cabinet_bill's.
inline constexpr basic_cluster_parts<estimate> cluster_parts = {
    .rack = range(240.0, 530.0, 3'000.0) * kgCO2e,
    .network_switch = detail::switch_carbon,
    .transceiver = range(1.0, 3.0, 8.0) * kgCO2e,
    .storage = range(0.007, 0.03, 0.13) * detail::kg_per_GB};
inline constexpr sourced_field cluster_parts_sources[] = {
    {"rack",
     {"cabinet_bill of this catalog: the low, likely and high ends of all its parts", "2026", confidence::assumed}},
    {"network_switch", detail::switch_source},
    {"transceiver",
     {"Assumed: 0.1 kg of metal, a small board, a few chips; no footprint found", "2026", confidence::assumed}},
    {"storage",
     {"flash as server_parts (Samsung; facebookresearch/ACT; Dell R740), a fifth more for its servers assumed",
      "2019/2025", confidence::low}}};

} // namespace tallywatt::catalog

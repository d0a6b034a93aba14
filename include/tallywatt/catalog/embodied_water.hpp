#pragma once
// Embodied water of parts of servers and racks, per wafer, capacity, area and mass. Published figures are few: fabs state
// litres per mask layer, one maker of flash a product's water, board shops a limit by layers, steel what it evaporates.
//
//   server_water const w = embodied_water(server_bill(catalog::hgx_h100_host_bill), part_water(catalog::server_parts_water));

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/embodied_water.hpp>

namespace tallywatt::catalog {

// Of servers: all but the accelerators' packages.
namespace detail {
inline constexpr source water_of_hgx_host{
    "hgx_h100_host_bill by server_parts_water; without interfaces, switch chips and the baseboard's 3.4 m3", "2026", confidence::low};
inline constexpr source water_by_carbon{
    "assumed: litres per kilogram of the host's embodied carbon as of an HGX H100 host, 9.4; ends as of that host's bill", "2026", confidence::assumed};
} // namespace detail

// Wafer: 70, 87 and 100 mask layers of a 7 nm class, 137.3 L each. Memory: 60 mask layers (40 to 87) on 33.2 mm2 of DDR5 per GB
// (38.1 high), 90 % good (all to 80 %). Flash: 0.31 m3 for 512 GB. Boards: 0.5 + 0.3 n m3/m2 for n = 8 layers, 0.9 + 0.4 n for 16,
// 1.0 + 0.6 n for 24 with blind vias. Metal: electric furnaces give back all but 1.6 of 28.1 m3/t, integrated mills all but 3.3
// of 28.6; high end: all that these take in.
inline constexpr basic_part_water<estimate> server_parts_water = {
    .wafer = range(9'611.0, 11'945.0, 13'730.0) * litre,
    .used = share{range(0.5, 0.7, 0.85)},
    .memory = range(2.6, 4.3, 8.0) * (litre / GB),
    .flash = range(0.2, 0.605, 1.2) * (litre / GB),
    .board = range(2'900.0, 7'300.0, 15'400.0) * (litre / square_metre),
    .metal = range(1.6, 3.3, 28.6) * (litre / kilogram)};
inline constexpr sourced_field server_parts_water_sources[] = {
    {"wafer",
     {"TSMC 2022 ESG report, quoted by Scope3 methodology: 137.3 L per mask layer; 87 layers at 7 nm, ends assumed", "2022",
      confidence::medium}},
    {"used", {"assumed: edge, streets and defects of dies of 400 to 800 mm2", "2026", confidence::assumed}},
    {"memory",
     {"TSMC 2022 ESG report, litres per mask layer; 40, 60 and 87 layers of a DRAM process assumed; DDR5 die areas by "
      "TechInsights and SK hynix (ISSCC 2019)",
      "2022", confidence::low}},
    {"flash",
     {"Samsung eUFS 3.0 of 512 GB: 0.31 m3 (EE Times India); ends assumed", "2019", confidence::low}},
    {"board",
     {"Limits of fresh water of board shops by layers, Chongqing and HJ 450 (cleaner production), classes 1 and 2; layers "
      "assumed",
      "2008", confidence::low}},
    {"metal",
     {"worldsteel survey of water, quoted by Fastmarkets: intake and discharge of integrated mills and electric furnaces; "
      "for other metals too, for want of a figure of their own",
      "2015-04", confidence::low}}};

} // namespace tallywatt::catalog

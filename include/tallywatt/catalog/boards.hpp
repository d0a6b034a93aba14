#pragma once
// Baseboards that accelerator modules come on, with their module boards, heat sinks and scale-up switch chips, the packages
// apart: what a product footprint of a baseboard holds besides its packages. Module data are those of a teardown that
// Boavizta carries; nothing is set from a footprint of the product.
//
//   co2e<> const rest = embodied(server_bill(catalog::hgx_h100_baseboard)).total();      // add eight packages

#include <tallywatt/catalog/embodied_carbon.hpp>

namespace tallywatt::catalog {

/// HGX H100: eight modules of 296 cm2 on a board of 16.7 x 21 inches, four NVSwitch chips, heat sinks.
inline constexpr basic_server_bill<estimate> hgx_h100_baseboard = {
    .name = "HGX H100 baseboard without packages",
    .factors = server_parts,
    .processors = 0,
    .boards = range(0.40, 0.463, 0.52) * square_metre,
    .switches = 4,
    .switch_chip = hgx_h100_host_bill.switch_chip,
    .heat_sinks = range(7.2, 9.0, 30.0) * kilogram,
    .chassis = range(6.3, 11.0, 20.0) * kilogram,
    .cables = range(0.0, 0.5, 1.0) * kilogram,
    .by_air = known(0.0) * kilometre,
    .by_sea = known(0.0) * kilometre,
    .by_road = known(0.0) * kilometre,
    .weight = range(24.0, 32.0, 50.0) * kilogram};
inline constexpr sourced_field hgx_h100_baseboard_sources[] = {
    {"", {"Assumed: no passive part left out", "2026", confidence::assumed}},
    {"factors", {"server_parts of this catalog, with sources of its own", "2026", confidence::low}},
    {"boards",
     {"BoaviztAPI, H100 SXM: 296.37 cm2 a module; OCP universal baseboard: 16.7 x 21 inches; ends assumed", "2026-08",
      confidence::low}},
    {"switch_chip", {"as hgx_h100_host_bill", "2022", confidence::low}},
    {"heat_sinks",
     {"BoaviztAPI, H100 SXM: 0.90 kg a module; switches' assumed; high: 3 kg a module, assumed", "2026-08",
      confidence::low}},
    {"chassis", {"BoaviztAPI, H100 SXM: casing of 0.79 kg a module; tray assumed", "2026-08", confidence::low}},
    {"by_air", {"cradle to gate: none", "2026", confidence::high}},
    {"by_sea", {"cradle to gate: none", "2026", confidence::high}},
    {"by_road", {"cradle to gate: none", "2026", confidence::high}}};

/// HGX B200: two NVSwitch chips; boards as HGX H100, heat sinks for twice the heat.
inline constexpr basic_server_bill<estimate> hgx_b200_baseboard = {
    .name = "HGX B200 baseboard without packages",
    .factors = server_parts,
    .processors = 0,
    .boards = range(0.40, 0.50, 0.65) * square_metre,
    .switches = 2,
    .switch_chip = range(11.0, 30.0, 50.0) * kgCO2e,
    .heat_sinks = range(9.0, 15.0, 48.0) * kilogram,
    .chassis = range(6.3, 11.0, 20.0) * kilogram,
    .cables = range(0.0, 0.5, 1.0) * kilogram,
    .by_air = known(0.0) * kilometre,
    .by_sea = known(0.0) * kilometre,
    .by_road = known(0.0) * kilometre,
    .weight = range(28.0, 40.0, 70.0) * kilogram};
inline constexpr sourced_field hgx_b200_baseboard_sources[] = {
    {"", {"Assumed: as HGX H100 but for what follows", "2026", confidence::assumed}},
    {"factors", {"server_parts of this catalog, with sources of its own", "2026", confidence::low}},
    {"boards", {"Assumed: HGX H100's, somewhat larger modules", "2026", confidence::assumed}},
    {"switch_chip", {"Assumed: 4N chips of 300 to 800 mm2, no size published", "2026", confidence::assumed}},
    {"heat_sinks",
     {"Assumed: HGX H100's by the ratio of powers, 1,000 to 700 W and more fin height", "2026", confidence::assumed}},
    {"by_air", {"cradle to gate: none", "2026", confidence::high}},
    {"by_sea", {"cradle to gate: none", "2026", confidence::high}},
    {"by_road", {"cradle to gate: none", "2026", confidence::high}}};

} // namespace tallywatt::catalog

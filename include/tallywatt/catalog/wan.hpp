#pragma once
// Links between training sites by distance, and what training that communicates less costs in tokens. Rates of such links are
// not published; they are assumed ranges, to be replaced by one's own. Fibre routes by distance, and radio links as claimed for 6G.
//
//   auto r = perform(job, step, wan_link(catalog::region_link));
//   auto p = plan_fibre(fibre_route(catalog::region_route), 130.0 * kilometre, one_way(100.0 * terabit_per_second));

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/fibre_route.hpp>
#include <tallywatt/workload/multi_site.hpp>
#include <tallywatt/workload/radio_link.hpp>

namespace tallywatt::catalog {

/// Halls of one campus.
inline constexpr basic_wan_link<estimate> campus_link = {
    .name = "campus, 7 to 10 km",
    .distance = range(7.0, 8.5, 10.0) * kilometre,
    .route = basic_ratio<estimate>{range(1.0, 1.2, 1.5)},
    .equipment = range(1.0, 5.0, 20.0) * microsecond,
    .rate = one_way(range(10.0, 100.0, 1'000.0) * terabit_per_second),
    .share = share{range(0.7, 0.9, 0.97)}};
/// Sites of one metropolitan region.
inline constexpr basic_wan_link<estimate> region_link = {
    .name = "region, 50 to 200 km",
    .distance = range(50.0, 100.0, 200.0) * kilometre,
    .route = basic_ratio<estimate>{range(1.1, 1.3, 1.6)},
    .equipment = range(5.0, 20.0, 150.0) * microsecond,
    .rate = one_way(range(1.0, 10.0, 100.0) * terabit_per_second),
    .share = share{range(0.7, 0.9, 0.97)}};
/// Sites of one continent.
inline constexpr basic_wan_link<estimate> continent_link = {
    .name = "continent, 1,500 to 5,000 km",
    .distance = range(1'500.0, 3'000.0, 5'000.0) * kilometre,
    .route = basic_ratio<estimate>{range(1.1, 1.3, 1.6)},
    .equipment = range(50.0, 200.0, 1'000.0) * microsecond,
    .rate = one_way(range(0.1, 1.0, 10.0) * terabit_per_second),
    .share = share{range(0.5, 0.85, 0.95)}};
inline constexpr sourced_field campus_link_sources[] = {
    {"distance", {"by construction: the span of a campus", "2026", confidence::high}},
    {"route", {"assumed: roads and ducts over the straight line", "2026", confidence::low}},
    {"equipment", {"assumed; error correction adds 15 to 150 us on long coherent links, under 1 us on short ones", "2026", confidence::assumed}},
    {"rate", {"assumed: tens to hundreds of fibres, no published figure", "2026", confidence::assumed}},
    {"share", {"assumed", "2026", confidence::assumed}},
    {"lease", {"none: fibre of one's own until a lease is given", "2026", confidence::high}}};
inline constexpr auto& region_link_sources = campus_link_sources;
inline constexpr auto& continent_link_sources = campus_link_sources;

namespace detail {
inline constexpr auto lease_unit = USD / (gigabit_per_second * kilometre * year);
inline constexpr source fibre_build{
    "Fiber Broadband Association and Cartesian, deployment cost reports: median 18.00 USD/ft underground and 8.00 aerial in 2025, typical "
    "10 to 27 underground in 2024",
    "2025", confidence::high};
inline constexpr source fibre_guess{"assumed", "2026", confidence::assumed};
} // namespace detail

/// Between halls of one campus: no amplifiers, ducts of one's own.
inline constexpr basic_fibre_route<estimate> campus_route = {
    .name = "campus, 7 to 10 km",
    .span = range(80.0, 80.0, 120.0) * kilometre,
    .reach = known(120.0) * kilometre,
    .channel = one_way(range(400.0, 400.0, 800.0) * gigabit_per_second),
    .construction = range(26'000.0, 59'000.0, 150'000.0) * USD / kilometre,
    .pair = range(1'000.0, 3'000.0, 12'000.0) * USD / kilometre,
    .transponder = range(1'000.0, 2'500.0, 6'000.0) * USD,
    .transponder_draw = range(8.0, 15.0, 20.0) * watt,
    .amplifier = range(10'000.0, 30'000.0, 100'000.0) * USD,
    .amplifier_draw = range(50.0, 150.0, 400.0) * watt,
    .upkeep = range(200.0, 600.0, 1'500.0) * USD / (kilometre * year),
    .lease = range(2.0, 10.0, 60.0) * detail::lease_unit};
inline constexpr sourced_field campus_route_sources[] = {
    {"span", {"planning practice, 80 to 100 km; 400ZR 120 km without amplifiers in between", "2024", confidence::medium}},
    {"reach", {"OIF 400ZR: 80 to 120 km", "2020", confidence::high}},
    {"channel", {"OIF 400ZR; 800ZR", "2024", confidence::high}},
    {"channels", {"4.8 THz of the C band at 75 GHz spacing", "2020", confidence::high}},
    {"construction", detail::fibre_build},
    {"pair", {"assumed: rights of use over 20 years, metropolitan", "2026", confidence::assumed}},
    {"transponder", {"assumed: pluggable coherent modules, below them LR modules", "2026", confidence::assumed}},
    {"transponder_draw", {"400ZR 14 to 20 W, LR4 modules 8 to 12 W", "2024", confidence::medium}},
    {"amplifier", detail::fibre_guess},
    {"amplifier_draw", detail::fibre_guess},
    {"upkeep", {"assumed: 1 % of construction a year", "2026", confidence::assumed}},
    {"lease", {"assumed: metropolitan waves of 100 Gb/s at 2,000 to 4,000 USD a month over tens of km; recalled", "2024", confidence::low}},
    {"amplifier_delay", {"some 30 m of doped fibre", "2020", confidence::medium}},
    {"life", {"usual term of rights of use, 20 years (CTC, Dark fiber lease considerations)", "2012", confidence::medium}},
    {"equipment_life", detail::fibre_guess}};
/// Between sites of a region.
inline constexpr basic_fibre_route<estimate> region_route = [] {
    basic_fibre_route<estimate> r = campus_route;
    r.name = "region, 50 to 200 km";
    r.reach = range(400.0, 1'000.0, 1'500.0) * kilometre;
    r.pair = range(600.0, 2'000.0, 6'000.0) * USD / kilometre;
    r.transponder = range(2'000.0, 5'000.0, 12'000.0) * USD;
    r.transponder_draw = range(18.0, 20.0, 25.0) * watt;
    r.lease = range(0.5, 3.0, 10.0) * detail::lease_unit;
    return r;
}();
inline constexpr sourced_field region_route_sources[] = {
    {"span", {"planning practice, 80 to 100 km", "2024", confidence::medium}},
    {"reach", {"400G ZR+ on amplified routes: 400 km over switches, about 1,000 km point to point", "2024", confidence::medium}},
    {"channel", {"OIF 400ZR; 800ZR", "2024", confidence::high}},
    {"channels", {"4.8 THz of the C band at 75 GHz spacing", "2020", confidence::high}},
    {"construction", detail::fibre_build},
    {"pair", {"assumed: rights of use over 20 years", "2026", confidence::assumed}},
    {"transponder", {"assumed: pluggable coherent modules", "2026", confidence::assumed}},
    {"transponder_draw", {"400G ZR+ 18 to 22 W", "2024", confidence::medium}},
    {"amplifier", detail::fibre_guess},
    {"amplifier_draw", detail::fibre_guess},
    {"upkeep", {"assumed: 1 % of construction a year", "2026", confidence::assumed}},
    {"lease", {"assumed between metropolitan and long-haul waves", "2026", confidence::assumed}},
    {"amplifier_delay", {"some 30 m of doped fibre", "2020", confidence::medium}},
    {"life", {"usual term of rights of use, 20 years (CTC, Dark fiber lease considerations)", "2012", confidence::medium}},
    {"equipment_life", detail::fibre_guess}};
/// Across a continent.
inline constexpr basic_fibre_route<estimate> continent_route = [] {
    basic_fibre_route<estimate> r = region_route;
    r.name = "continent, 1,500 to 5,000 km";
    r.pair = range(400.0, 1'200.0, 4'000.0) * USD / kilometre;
    r.lease = range(0.1, 0.25, 0.6) * detail::lease_unit;
    return r;
}();
inline constexpr sourced_field continent_route_sources[] = {
    {"span", region_route_sources[0].from},
    {"reach", region_route_sources[1].from},
    {"channel", region_route_sources[2].from},
    {"channels", region_route_sources[3].from},
    {"construction", detail::fibre_build},
    {"pair", region_route_sources[5].from},
    {"transponder", region_route_sources[6].from},
    {"transponder_draw", region_route_sources[7].from},
    {"amplifier", detail::fibre_guess},
    {"amplifier_draw", detail::fibre_guess},
    {"upkeep", region_route_sources[10].from},
    {"lease", {"long-haul waves of 100 Gb/s at 5,000 to 10,000 USD a month over 4,000 km (0.15 to 0.3); recalled", "2024", confidence::low}},
    {"amplifier_delay", region_route_sources[12].from},
    {"life", region_route_sources[13].from},
    {"equipment_life", detail::fibre_guess}};

/// A radio at 300 GHz in dry air, dishes of some 15 cm at both ends: what 6G's sub-terahertz bands could be between two roofs.
inline constexpr basic_radio_link<estimate> sub_terahertz_radio = {
    .name = "radio at 300 GHz",
    .carrier = range(252e9, 300e9, 325e9) / second,
    .bandwidth = range(12.5e9, 25e9, 69e9) / second,
    .sent = range(0.001, 0.05, 3.0) * watt,
    .antenna = basic_ratio<estimate>{range(1e4, 1e5, 1e6)},
    .noise = basic_ratio<estimate>{range(6.3, 10.0, 31.6)},
    .losses = basic_ratio<estimate>{range(2.0, 4.0, 10.0)},
    .most_signal = basic_ratio<estimate>{range(100.0, 400.0, 1'000.0)},
    .streams = 2,
    .air = range(2.5, 5.0, 12.0) * decibel_per_kilometre,
    .rain = range(0.0, 0.0, 20.0) * decibel_per_kilometre,
    .processing = range(2.0, 20.0, 500.0) * microsecond};
inline constexpr sourced_field sub_terahertz_radio_sources[] = {
    {"carrier", {"IEEE 802.15.3d: 252.72 to 321.84 GHz", "2017", confidence::high}},
    {"bandwidth", {"IEEE 802.15.3d: channels of up to 69 GHz; 12.5 to 25 GHz of experiments", "2017", confidence::medium}},
    {"sent", {"milliwatts of photodiodes to watts of travelling-wave tubes (Light: Science and Applications, s41377-026-02321-6)", "2026", confidence::medium}},
    {"antenna", {"40 to 60 dB: horns to dishes of half a metre; assumed", "2026", confidence::assumed}},
    {"noise", {"receivers at 300 GHz, 8 to 15 dB; recalled", "2024", confidence::low}},
    {"losses", {"assumed: pointing, feeds, implementation", "2026", confidence::assumed}},
    {"most_signal", {"16-QAM to 256-QAM within phase noise", "2024", confidence::low}},
    {"streams", {"two polarisations", "2024", confidence::medium}},
    {"air", {"ITU-R P.676: dry winter air to humid summer air at 300 GHz; recalled", "2022", confidence::low}},
    {"rain", {"ITU-R P.838: none to about 20 dB/km at 50 mm/h; recalled", "2005", confidence::low}},
    {"processing", {"ITU-R M.2160 asks for 0.1 to 1 ms over the air; modems of fixed links take tens of microseconds; recalled", "2023", confidence::low}}};

/// Tokens to the same loss of low-communication training over synchronous training. At 10 G parameters and up to four
/// replicas the published gap in loss runs from 0.2 % better to 0.3 % worse, at 2.4 G and eight replicas about 1 % worse
/// (recalled), which the data term of a scaling law turns into up to a quarter more tokens.
inline constexpr basic_ratio<estimate> low_communication_tokens{range(0.95, 1.03, 1.25)};
/// The same for updates that are stale by about an exchange. Corrected schemes match synchronous training at up to 1 G parameters
/// (AsyncMesh, arXiv 2601.22442); uncorrected ones do not.
inline constexpr basic_ratio<estimate> asynchronous_tokens{range(1.00, 1.10, 1.40)};
inline constexpr source low_communication_tokens_source{"Charles et al., Scaling laws for DiLoCo (arXiv 2503.09799), losses recalled; conversion by Hoffmann et al. 2022", "2025-03", confidence::low};
inline constexpr source asynchronous_tokens_source{"Liu et al., Asynchronous local-SGD for language modeling (arXiv 2401.09135), and AsyncMesh (arXiv 2601.22442); range assumed", "2026", confidence::assumed};

}  // namespace tallywatt::catalog

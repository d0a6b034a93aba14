#pragma once
// Links between training sites by distance, and what training that communicates less costs in tokens. Rates of such links are
// not published; they are assumed ranges, to be replaced by one's own.
//
//   auto r = perform(job, step, wan_link(catalog::region_link));

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/multi_site.hpp>

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

#pragma once
// Export rules of the United States on advanced computing chips, as thresholds. Only the numbers: who may ship what to whom,
// and the exceptions, are in the rules themselves.
//
//   export_headroom<> const h = headroom(catalog::bis_2023, rate_for_export(catalog::h20, area));

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/chip/export_limit.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto tpp = TFLOP_per_second; // times bits
inline constexpr auto tpp_per_mm2 = TFLOP_per_second / square_millimetre;
} // namespace detail

/// October 2022: performance and interconnect together.
inline constexpr export_limit bis_2022 = {
    .name = "BIS, October 2022",
    .bands = {export_band{.performance = 4800.0 * detail::tpp, .interconnect = duplex_rate<>{600.0 * GB_per_second}}}};
inline constexpr sourced_field bis_2022_sources[] = {
    {"name", {"87 FR 62186", "2022-10-13", confidence::high}},
    {"bands",
     {"87 FR 62186, ECCN 3A090: 600 GB/s both ways and 4,800 bit-TOPS; quoted in a reference of GPU data sheets",
      "2022-10-13", confidence::high}}};

/// October 2023, ECCN 3A090.a (the first two bands) and .b (the others): performance, and performance density.
inline constexpr export_limit bis_2023 = {
    .name = "BIS, October 2023",
    .bands = {
        export_band{.performance = 4800.0 * detail::tpp},
        export_band{.performance = 1600.0 * detail::tpp, .density = 5.92 * detail::tpp_per_mm2},
        export_band{.performance = 2400.0 * detail::tpp, .density = 1.6 * detail::tpp_per_mm2},
        export_band{.performance = 1600.0 * detail::tpp, .density = 3.2 * detail::tpp_per_mm2}}};
inline constexpr sourced_field bis_2023_sources[] = {
    {"name", {"88 FR 73458", "2023-10-25", confidence::high}},
    {"bands",
     {"88 FR 73458, ECCN 3A090.a and .b; quoted in a reference of GPU data sheets", "2023-10-25", confidence::high}}};

/// January 2026: above either, exports to China stay presumed denied; below both, they are reviewed case by case.
inline constexpr export_limit bis_2026_review = {
    .name = "BIS, January 2026, case-by-case review",
    .bands = {export_band{.performance = 21'000.0 * detail::tpp}, export_band{.memory = 6500.0 * GB_per_second}}};
inline constexpr sourced_field bis_2026_review_sources[] = {
    {"name", {"US Department of Commerce, rule of January 2026", "2026-01-15", confidence::high}},
    {"bands",
     {"total processing performance below 21,000 and total DRAM bandwidth below 6,500 GB/s, Tom's Hardware", "2026-01",
      confidence::high}}};

} // namespace tallywatt::catalog

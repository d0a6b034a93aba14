#pragma once
// What the law, or a pact of the industry, asks of a new data centre, by region and year. Regions are names of this list; a year is
// that from which an entry holds, so mandates_in_force picks the strictest of those that hold by then.
//
//   d.policy.mandates = mandates_in_force(catalog::mandates, "Germany", 2027);      // PUE 1.2, all power renewable
//
// A mandate is of the yearly mean at full operation. Of Germany an amendment is drafted (2026-04: 1.3 for new sites, 1.6 and 1.4 for
// those before), and the reuse of heat that the act also asks for is not here.

#include <tallywatt/tco/policy.hpp>

namespace tallywatt::catalog {

namespace detail::mandate {
inline constexpr source enefg{
    "Energy Efficiency Act (EnEfG) of Germany, sections 11 and 12, as summarised by datacenter-group.com and deerns.com", "2023-11",
    confidence::high};
inline constexpr source china_2021{
    "National Development and Reform Commission, plan 1742 of 2021; Ministry of Industry, action plan 2022 to 2025", "2021-12",
    confidence::high};
inline constexpr source china_2024{
    "National Development and Reform Commission, special action plan on green data centres (Finet, Cailianshe)", "2024-07",
    confidence::high};
inline constexpr source pact{
    "Climate Neutral Data Centre Pact, targets of signatories: a pact, not a law (aq-compute.com)", "2025-06", confidence::medium};
} // namespace detail::mandate

inline constexpr dated_mandate mandates[] = {
    {"China", 2025, {.pue = ratio{1.3}}, detail::mandate::china_2021},
    {"China, hub", 2025, {.pue = ratio{1.25}}, detail::mandate::china_2021},
    {"China, hub", 2025, {.clean = fraction{0.8}}, detail::mandate::china_2024},
    {"China, hub in a cold region",
     2025,
     {.pue = ratio{1.2}, .clean = fraction{0.8}},
     {"Rules of the hubs of computing in the west, recalled; green power as of all hubs", "2024", confidence::medium}},
    {"Beijing, existing",
     2027,
     {.pue = ratio{1.35}},
     {"Computing infrastructure plan 2024 to 2027 of Beijing, as quoted in the press: a mean of sites", "2025", confidence::medium}},
    {"Germany", 2024, {.clean = fraction{0.5}}, detail::mandate::enefg},
    {"Germany", 2026, {.pue = ratio{1.2}}, detail::mandate::enefg},
    {"Germany", 2027, {.clean = fraction{1.0}}, detail::mandate::enefg},
    {"Germany, before July 2026", 2024, {.clean = fraction{0.5}}, detail::mandate::enefg},
    {"Germany, before July 2026", 2027, {.pue = ratio{1.5}, .clean = fraction{1.0}}, detail::mandate::enefg},
    {"Germany, before July 2026", 2030, {.pue = ratio{1.3}}, detail::mandate::enefg},
    {"Europe's pact, cool climate",
     2025,
     {.pue = ratio{1.3}, .wue = wue{0.4 * litre / kilowatt_hour}, .clean = fraction{0.75}},
     detail::mandate::pact},
    {"Europe's pact, cool climate", 2030, {.clean = fraction{1.0}}, detail::mandate::pact},
    {"Europe's pact, warm climate", 2025, {.pue = ratio{1.4}, .clean = fraction{0.75}}, detail::mandate::pact},
    {"Europe's pact, warm climate", 2030, {.clean = fraction{1.0}}, detail::mandate::pact},
    {"Singapore",
     2022,
     {.pue = ratio{1.3}},
     {"Call for new data centres of Singapore: 1.3 for new sites (Deloitte, Powering Artificial Intelligence)", "2024", confidence::medium}}};

} // namespace tallywatt::catalog

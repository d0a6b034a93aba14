#pragma once
// The industry's capacities for accelerators from 2023 to 2027, and who gets what of them. Nobody who knows publishes these: all
// are estimates by analysts and the press, relayed, and they moved by half within a year, hence the ranges. Points stand at the
// start of the month after a quarter's end, or in the middle of a year whose total is known.
//
// CoWoS: TSMC's own wafers of all kinds (over 60 % CoWoS-L in 2025); packaging houses add some 12,000 to 15,000 a month by the end
// of 2026 (JPMorgan). Year totals that others publish (117,000 in 2023; 250,000; 680,000; 1.0 to 1.33 million in 2026; 2.3 million
// in 2027) are in the tests and set only the ends marked so. Substrates: no figure was found, so they are not stated.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/silicon/lithography.hpp>
#include <tallywatt/silicon/market_shares.hpp>
#include <tallywatt/silicon/supply_outlook.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto thousand_a_month = 1e3 / month;
inline constexpr auto million_GB_a_year = 1e6 * GB / year;
} // namespace detail

/// All of it: what one buyer gets is share_of(amounts, shares).
inline constexpr basic_supply_outlook<estimate> industry = {
    .name = "industry, 2023 to 2027",
    .node = {"N5-class wafers", "N3-class wafers", "", ""},
    .wafers =
        {{{.capacity = {.point = {{{{2023, 1}, range(1.0e6, 1.237e6, 1.8e6) / year}}}, .count = 1},
           .lead_time = range(4.0, 6.0, 7.5) * month},
          {.capacity =
               {.point =
                    {{{{2024, 7}, range(81.0, 90.0, 99.0) * detail::thousand_a_month},
                      {{2025, 7}, range(108.0, 120.0, 132.0) * detail::thousand_a_month},
                      {{2027, 1}, range(126.0, 140.0, 154.0) * detail::thousand_a_month}}},
                .count = 3},
           .lead_time = range(4.0, 6.0, 7.5) * month},
          {},
          {}}},
    .carrier_wafers =
        {.capacity =
             {.point =
                  {{{{2023, 7}, range(8.0, 8.0, 9.0) * detail::thousand_a_month},
                    {{2024, 1}, range(11.0, 13.0, 15.9) * detail::thousand_a_month},
                    {{2025, 1}, range(28.7, 35.0, 40.0) * detail::thousand_a_month},
                    {{2026, 1}, range(65.0, 72.5, 80.0) * detail::thousand_a_month},
                    {{2027, 1}, range(93.0, 120.0, 150.0) * detail::thousand_a_month},
                    {{2028, 1}, range(112.0, 150.0, 245.0) * detail::thousand_a_month}}},
              .count = 6},
         .lead_time = range(1.5, 2.5, 4.0) * month},
    .hbm =
        {.capacity =
             {.point =
                  {{{{2023, 7}, range(260.0, 290.0, 320.0) * detail::million_GB_a_year},
                    {{2024, 7}, range(870.0, 960.0, 1044.0) * detail::million_GB_a_year},
                    {{2025, 7}, range(1875.0, 2121.0, 2962.0) * detail::million_GB_a_year},
                    {{2026, 7}, range(3000.0, 3750.0, 4500.0) * detail::million_GB_a_year},
                    {{2027, 7}, range(4333.0, 6200.0, 8125.0) * detail::million_GB_a_year}}},
              .count = 5},
         .lead_time = range(2.0, 3.0, 5.0) * month},
};
inline constexpr sourced_field industry_sources[] = {
    {"name", {"see the fields", "2026", confidence::low}},
    {"node", {"see the fields", "2026", confidence::low}},
    {"wafers", {"not stated", "2026", confidence::low}},
    {"wafers[0].capacity",
     {"Princeton ttm-cas, N5 wafers per hour in 2023Q1; growth since then unknown", "2023", confidence::low}},
    {"wafers[0].lead_time",
     {"ASML: up to 4 months in the fab, Svet hardware; and the packaging's; ends assumed", "2022", confidence::low}},
    {"wafers[1].capacity",
     {"Morgan Stanley: 2024 and 2025 via EconoTimes, 20,000 more in 2026 via Longbridge; ends a tenth, assumed",
      "2025-11-17", confidence::low}},
    {"wafers[1].lead_time",
     {"ASML: up to 4 months in the fab, Svet hardware; and the packaging's; ends assumed", "2022", confidence::low}},
    {"carrier_wafers.capacity",
     {"2023: DigiTimes; end of 2023: DigiTimes, high by UDN's doubling to 35,000; 2024: UDN, low by 250,000 for the "
      "year, high "
      "TokenRing; 2025: SemiWiki, Morgan Stanley, TrendForce; 2026: Morgan Stanley, TokenRing; 2027: JPMorgan, Copper "
      "Road, high by "
      "Goldman Sachs' 2.31 million for the year",
      "2026-05-29", confidence::low}},
    {"carrier_wafers.lead_time",
     {"Assumed: packaging, test, board and rack; no published figure", "2026", confidence::assumed}},
    {"hbm.capacity",
     {"TrendForce: 290 million GB in 2023, growth of 200 to 260 % in 2024, consumption and shipments in 2025, over 30 "
      "billion Gb in "
      "2026; 2027 by the share of DRAM bits, 9 to 13 %, and DRAM's growth of 0 to 25 %; ends of 2023 and 2026 assumed",
      "2026", confidence::low}},
    {"hbm.lead_time", {"Assumed: stock of stacks, and the packaging's", "2026", confidence::assumed}},
    {"substrates", {"no figure found", "2026", confidence::assumed}},
};

/// CoWoS wafers by buyer.
inline constexpr basic_market_shares<estimate> cowos_buyers_2025 = {
    .name = "CoWoS wafers by buyer, 2025",
    .of =
        {{{"NVIDIA", share{range(0.514, 0.60, 0.63)}},
          {"Broadcom", share{known(0.13)}},
          {"AMD", share{known(0.08)}},
          {"Marvell", share{known(0.08)}},
          {"AWS and Alchip", share{known(0.03)}},
          {"Intel", share{known(0.02)}},
          {"Xilinx", share{known(0.01)}},
          {"other", share{known(0.03)}}}},
};
inline constexpr sourced_field cowos_buyers_2025_sources[] = {
    {"name", {"SemiWiki via SMBOM", "2025", confidence::medium}},
    {"of", {"SemiWiki via SMBOM; the list sums to 1.01", "2025", confidence::medium}},
    {"of[0]", {"SemiWiki via SMBOM 0.63; Epoch AI 0.60; low: Reportify 0.514", "2025-08-15", confidence::medium}},
};
inline constexpr basic_market_shares<estimate> cowos_buyers_2026 = {
    .name = "CoWoS wafers by buyer, 2026",
    .of =
        {{{"NVIDIA", share{range(0.501, 0.55, 0.60)}},
          {"Broadcom", share{range(0.14, 0.19, 0.23)}},
          {"MediaTek", share{range(0.0135, 0.016, 0.018)}},
          {},
          {},
          {},
          {},
          {}}},
};
inline constexpr sourced_field cowos_buyers_2026_sources[] = {
    {"name", {"Morgan Stanley, JPMorgan", "2026-01-07", confidence::low}},
    {"of", {"no other buyers' figures found", "2026", confidence::low}},
    {"of[0]",
     {"Morgan Stanley: 595,000 of 1.0 million, 700,000 of 1.329 million; low: Reportify; high: TokenRing", "2026-01-23",
      confidence::low}},
    {"of[1]", {"JPMorgan: 185,000 to 230,000 wafers, of 1.0 to 1.329 million", "2026-01-07", confidence::low}},
    {"of[2]", {"JPMorgan: 18,000 wafers, of 1.0 to 1.329 million", "2026-01-07", confidence::low}},
};
/// CoWoS wafers by kind; no split of the rest into -S and -R was found.
inline constexpr basic_market_shares<estimate> cowos_kinds_2025 = {
    .name = "CoWoS wafers by kind, 2025",
    .of = {{{"CoWoS-L", share{range(0.60, 0.65, 0.75)}}, {}, {}, {}, {}, {}, {}, {}}},
};
inline constexpr sourced_field cowos_kinds_2025_sources[] = {
    {"name", {"TrendForce via SMBOM", "2024-11", confidence::low}},
    {"of", {"TrendForce via SMBOM: over 0.60; high assumed", "2024-11", confidence::low}},
    {"of[1]", {"Not in use", "2024-11", confidence::high}},
    {"of[2]", {"Not in use", "2024-11", confidence::high}},
    {"of[3]", {"Not in use", "2024-11", confidence::high}},
    {"of[4]", {"Not in use", "2024-11", confidence::high}},
    {"of[5]", {"Not in use", "2024-11", confidence::high}},
    {"of[6]", {"Not in use", "2024-11", confidence::high}},
    {"of[7]", {"Not in use", "2024-11", confidence::high}},
};
/// HBM bits by maker.
inline constexpr basic_market_shares<estimate> hbm_makers_2025 = {
    .name = "HBM bits by maker, 2025",
    .of =
        {{{"SK hynix", share{range(0.52, 0.52, 0.62)}},
          {"Samsung", share{range(0.17, 0.29, 0.29)}},
          {"Micron", share{range(0.19, 0.19, 0.21)}},
          {},
          {},
          {},
          {},
          {}}},
};
inline constexpr sourced_field hbm_makers_2025_sources[] = {
    {"name", {"Reportify; Counterpoint", "2025", confidence::medium}},
    {"of",
     {"Reportify, the year's bits; other end: Counterpoint, the second quarter's shipments", "2025-11-05",
      confidence::medium}},
};
/// What accelerators for artificial intelligence got in 2025: the four largest designers' share, at least.
inline constexpr basic_input_shares<estimate> accelerators_2025 = {
    .name = "accelerators, 2025",
    .wafers = {share{range(0.12, 0.13, 0.16)}, share{range(0.12, 0.13, 0.16)}, share{known(1.0)}, share{known(1.0)}},
    .carrier_wafers = share{range(0.90, 0.95, 1.0)},
    .hbm = share{range(0.90, 0.95, 1.0)},
};
inline constexpr sourced_field accelerators_2025_sources[] = {
    {"name", {"Epoch AI", "2026-05-07", confidence::low}},
    {"wafers",
     {"Epoch AI: 0.12 of 3 to 5 nm wafers for four designers, at least; ends assumed", "2026-05-07", confidence::low}},
    {"carrier_wafers", {"Epoch AI: 0.9 for four designers, at least", "2026-05-07", confidence::low}},
    {"wafers[2]", {"Not in use: no third kind of wafer is stated", "2026", confidence::high}},
    {"wafers[3]", {"Not in use: no fourth kind of wafer is stated", "2026", confidence::high}},
    {"hbm", {"Epoch AI: 0.9 by value for four designers", "2026-05-07", confidence::low}},
    {"substrates", {"Not in use: no substrates are stated", "2026", confidence::high}},
};

/// An EUV scanner as it runs in a fab.
inline constexpr basic_scanner<estimate> euv_scanner = {
    .name = "EUV scanner",
    .throughput = known(75.0) / hour,
    .uptime = share{known(0.9)},
};
inline constexpr sourced_field euv_scanner_sources[] = {
    {"name", {"Dylan Patel, Dwarkesh Podcast", "2026-03", confidence::medium}},
    {"throughput", {"Dylan Patel, Dwarkesh Podcast", "2026-03", confidence::medium}},
    {"uptime", {"Dylan Patel, Dwarkesh Podcast", "2026-03", confidence::medium}},
};

} // namespace tallywatt::catalog

// The industry's capacities against year totals that others publish.
#include <tallywatt/catalog/supply.hpp>
#include <tallywatt/number.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
// What starts in a year: lead times at nothing.
basic_input_amounts<interval> started(int in) {
    auto o = convert<interval>(catalog::industry);
    for (auto& w : o.wafers)
        w.lead_time = {};
    o.carrier_wafers.lead_time = o.hbm.lead_time = {};
    return amounts_in(o, start_of(in), end_of(in));
}
double likely_carriers(int in) {
    supply_outlook o = catalog::industry;
    o.carrier_wafers.lead_time = {};
    return amounts_in(o, start_of(in), end_of(in)).carrier_wafers;
}
} // namespace

TEST_CASE("the outlook is in order") {
    CHECK_NOTHROW(validate(catalog::industry));
    CHECK_NOTHROW(check(catalog::industry));
    CHECK_NOTHROW(check(catalog::cowos_buyers_2025));
    CHECK_NOTHROW(check(catalog::cowos_buyers_2026));
    CHECK_NOTHROW(check(catalog::hbm_makers_2025));
    CHECK(market_shares(catalog::cowos_buyers_2025).listed() == near(0.98, 1e-12)); // 1.01 with 0.63 for NVIDIA
}

TEST_CASE("CoWoS: ramps add up to the year totals that analysts give") {
    CHECK(likely_carriers(2023) == near(117e3, 0.08)); // Morgan Stanley: demand of 117,000
    CHECK(
        likely_carriers(2024) == near(250e3, 0.16)
    ); // TrendForce News of September 2023: 250,000, before it was raised
    CHECK(likely_carriers(2025) == near(680e3, 0.08)); // Morgan Stanley: demand of 680,000, with packaging houses
    CHECK(likely_carriers(2026) > 1.0e6);              // Morgan Stanley: 1.0 and 1.329 million
    CHECK(likely_carriers(2026) < 1.329e6);
    CHECK(started(2025).carrier_wafers.contains(680e3));
    CHECK(started(2026).carrier_wafers.contains(1.275e6)); // Goldman Sachs
    CHECK(started(2027).carrier_wafers.high > 2.3e6);      // Goldman Sachs: 2.31 million, the highest found
}

TEST_CASE("HBM: each year's bits lie in the range") {
    auto const contains = [](int in, double million_gb) {
        return started(in).hbm.base_value.contains((million_gb * 1e6 * GB).base_value);
    };
    CHECK(contains(2024, 960.0));
    CHECK(contains(2025, 16.97e9 / 8 * 1e-6)); // 16.97 billion Gb
    CHECK(contains(2026, 30e9 / 8 * 1e-6));    // over 30 billion Gb
}

TEST_CASE("EUV: exposures per GW of Rubin come near two million") {
    // 55,000 N3 wafers at 20; the rest of two million for 6,000 N5 and 170,000 memory wafers is 5 each: DRAM has 4 to 6 layers
    auto const logic = passes_per_power(count_per_power<>(55'000.0 / gigawatt), 20.0) * gigawatt;
    double const rest = (2.0e6 - logic) / (170'000.0 + 6'000.0);
    CHECK(rest > 4.0);
    CHECK(rest < 6.0);
}

#include "approx.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/gb300.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/sites.hpp>
#include <tallywatt/facility/performance.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {
auto lines_of(server const& s, double liquid) { return server_power(s, per_accelerator<power<>>{s.accelerator.tdp}, fraction{liquid}); }
double kilowatts(per_server<at_it<power<>>> const& p) { return p.value.value.in(kilowatt); }
} // namespace

TEST_CASE("server heat: plates catch what lies under them") {
    server_power_lines<> l;
    l.accelerators = per_server<at_it<power<>>>{at_it<power<>>{80.0 * kilowatt}};
    l.host = per_server<at_it<power<>>>{at_it<power<>>{15.0 * kilowatt}};
    l.supply_loss = per_server<at_it<power<>>>{at_it<power<>>{5.0 * kilowatt}};
    // 0.95 (80 + 0.6 * 15)/100
    CHECK(liquid_share(plate_coverage{.caught = fraction{0.95}, .host = fraction{0.6}}, l).value == near(0.8455, 1e-12));
    CHECK(it_usage_effectiveness(l).value == near(100.0 / 95.0, 1e-12));
}

TEST_CASE("server heat: GB200 NVL72 gives 0.87 of its heat to liquid (115 of 132 kW published)") {
    plate_coverage const plates = catalog::rack_scale_plates;
    CHECK(std::abs(liquid_share(plates, lines_of(catalog::gb200_nvl72, 0.85)).value - 115.0 / 132.0) < 0.02);
    // GB300: more of it is accelerators; 72 interfaces of twice the power on air
    CHECK(std::abs(liquid_share(plates, lines_of(catalog::gb300_nvl72, 0.85)).value - 0.87) < 0.02);
}

TEST_CASE("server heat: fans that leave the servers show in TUE, not in PUE") {
    server const s = catalog::hgx_h100;
    auto const at = [&](cooling const& c) {
        return perform(prepare(facility{.cooling = c, .climate = catalog::dublin}), at_it<power<>>{80.0 * megawatt});
    };
    auto const air = at(catalog::air_contained), bath = at(catalog::immersion_one_phase);
    double const air_itue = it_usage_effectiveness(lines_of(s, air.liquid_captured.value)).value;
    double const bath_itue = it_usage_effectiveness(lines_of(s, bath.liquid_captured.value)).value;
    // 8.39 kW of which 1.0 kW fans and 0.34 kW losses: 8.39/7.05
    CHECK(air_itue == near(kilowatts(lines_of(s, 0.0).total()) / 7.05, 1e-9));
    CHECK(air_itue > 1.15);
    CHECK(bath_itue < 1.06);
    double const tue_gain = total_usage_effectiveness(air.pue, ratio{air_itue}).value - total_usage_effectiveness(bath.pue, ratio{bath_itue}).value;
    CHECK(tue_gain > 2.0 * (air.pue.value - bath.pue.value));
}

#include <tallywatt/catalog/supply.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("an EUV tool: 591,300 exposures a year, 0.296 GW at 2.0 million per GW, 700 tools 207 GW") {
    scanner const tool = catalog::euv_scanner;
    CHECK(passes(tool, 1.0 * year) == near(75.0 * 0.9 * 8760.0, 1e-13));
    auto const per_power = count_per_power<>(2.0e6 / gigawatt);
    CHECK(power_per_tool(tool, per_power, 1.0 * year).in(gigawatt) == near(0.29565, 1e-12));
    CHECK((700.0 * power_per_tool(tool, per_power, 1.0 * year)).in(gigawatt) == near(206.955, 1e-12));
    // at 2 kW each at the facility
    CHECK(
        (accelerators_of_tools(tool, 700.0, per_power, 1.0 * year, at_facility<power<>>{2.0 * kilowatt})
         / accelerator_unit)
        == near(206.955e9 / 2e3, 1e-12)
    );
}

TEST_CASE("exposures per power add up over kinds of wafer") {
    // Rubin: 55,000 N3 wafers per GW at 20 exposures
    CHECK((passes_per_power(count_per_power<>(55'000.0 / gigawatt), 20.0) * gigawatt) == near(1.1e6, 1e-12));
}

// Units of storage and lines print under their names.
#include <tallywatt/io/format.hpp>
#include <tallywatt/units.hpp>

#include <doctest/doctest.h>

namespace {
using namespace tallywatt;

TEST_CASE("prices and power of storage, leases of lines") {
    CHECK(fmt::format("{:.3g}", 2359.0 * USD / GB_per_second) == "2.36e+03 USD per GB/s");
    CHECK(fmt::format("{:.3g}", 1.05 * watt / TB) == "1.05 W/TB");
    CHECK(fmt::format("{:.3g}", 3.0 * USD / (gigabit_per_second * kilometre * year)) == "3 USD per Gb/s-km-yr");
    CHECK(fmt::format("{:.3g}", 59.0e3 * USD / kilometre) == "59 USD/m");
    CHECK(fmt::format("{:.3g}", 600.0 * USD / (kilometre * year)) == "600 USD/km-yr");
    CHECK(fmt::format("{:.3g}", 12.0 * kgCO2e / GB_per_second) == "12 kgCO2e per GB/s");
}

} // namespace

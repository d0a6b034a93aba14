// Quantities print in the unit they are best read in, with the number's own format specification.

#include <tallywatt/io.hpp>
#include <tallywatt/tallywatt.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tallywatt;
using namespace tallywatt::literals;

TEST_CASE("quantities print in a unit that fits") {
    CHECK(fmt::format("{}", 1.83 * USD / megatoken) == "1.83 USD/Mtok");
    CHECK(fmt::format("{:.2g}", 0.31 * kilowatt_hour / megatoken) == "0.31 kWh/Mtok");
    CHECK(fmt::format("{}", 120_kW) == "120 kW");
    CHECK(fmt::format("{}", 100.0 * megawatt) == "100 MW");
    CHECK(fmt::format("{}", 999.0 * watt) == "999 W");
    CHECK(fmt::format("{}", 1000.0 * watt) == "1 kW");
    CHECK(fmt::format("{}", 50.0 * millisecond) == "50 ms");
    CHECK(fmt::format("{}", 2.0 * second) == "2 s");
    CHECK(fmt::format("{}", 8.0 * microsecond) == "8 us");
    CHECK(fmt::format("{}", 3.35 * TB_per_second) == "3.35 TB/s");
    CHECK(fmt::format("{}", 80.0 * GB) == "80 GB");
    CHECK(fmt::format("{:.1f}", 80.0 * GiB) == "85.9 GB");
    CHECK(fmt::format("{}", 31'000.0 * USD) == "31 kUSD");
    CHECK(fmt::format("{:.4g}", 322.0 * gCO2e / kilowatt_hour) == "322 gCO2e/kWh");
    CHECK(fmt::format("{:.3g}", 0.0831 * USD / kilowatt_hour) == "0.0831 USD/kWh");
    CHECK(fmt::format("{:.4g}", 989.4 * TFLOP_per_second) == "989.4 TFLOP/s");
}

TEST_CASE("any specification of a number works, and applies to the number") {
    auto const p = 1234.5678 * watt;
    CHECK(fmt::format("{:.3g}", p) == "1.23 kW");
    CHECK(fmt::format("{:10.2f}", p) == "      1.23 kW");
    CHECK(fmt::format("{:<10.2f}|", p) == "1.23       kW|");
    CHECK(fmt::format("{:+.1f}", p) == "+1.2 kW");
    CHECK(fmt::format("{:.2e}", p) == "1.23e+00 kW");
    CHECK(fmt::format("{:.{}f}", p, 3) == "1.235 kW");
}

TEST_CASE("a value that rounds up to the next unit is printed in that unit") {
    CHECK(fmt::format("{:.3g}", 999.9 * watt) == "1 kW");
    CHECK(fmt::format("{:.3g}", 999.4 * watt) == "999 W");
    CHECK(fmt::format("{:.0f}", 999.6 * kilowatt) == "1 MW");
    CHECK(fmt::format("{:.1f}", 999.6 * kilowatt) == "999.6 kW");
    CHECK(fmt::format("{:*>9.3g}", -999.9 * watt) == "*******-1 kW");
    CHECK(fmt::format("{:.{}g}", 999.9 * watt, 3) == "1 kW");
    CHECK(fmt::format("{:.3g}", 59.99 * minute) == "1 h");
    CHECK(fmt::format("{:.3g}", 9999.0 * gigawatt) == "1e+04 GW");  // no larger unit: as the specification says
}

TEST_CASE("without a specification six significant digits are printed") {
    CHECK(fmt::format("{}", 1234.56789 * watt) == "1.23457 kW");
    CHECK(fmt::format("{}", (1.0 / 3.0) * watt) == "0.333333 W");
    CHECK(fmt::format("{}", 999.9999 * watt) == "1 kW");
    CHECK(fmt::format("{}", 2'345'678.9 * accelerator_unit) == "2345679 accelerators");
    CHECK(fmt::format("{}", fraction{2.0 / 3.0}) == "0.666667");
    CHECK(fmt::format("{}", power<interval>::from_base(interval(1000.0 / 3.0, 2000.0 / 3.0))) == "[333.333, 666.667] W");
    CHECK(fmt::format("{:}", 1234.56789 * watt) == "1.23457 kW");
}

TEST_CASE("zero, negative and no number") {
    CHECK(fmt::format("{}", 0.0 * USD) == "0 USD");
    CHECK(fmt::format("{}", 0.0 * USD / megatoken) == "0 USD/Mtok");
    CHECK(fmt::format("{}", 0.0 * kilowatt) == "0 W");
    CHECK(fmt::format("{}", 0.0 * litre / kilowatt_hour) == "0 L/kWh");
    CHECK(fmt::format("{}", -120.0 * kilowatt) == "-120 kW");
    CHECK(fmt::format("{}", -1.444e9 * USD) == "-1.444 GUSD");
    CHECK(fmt::format("{}", std::numeric_limits<double>::quiet_NaN() * watt) == "nan W");
    CHECK(fmt::format("{}", std::numeric_limits<double>::infinity() * watt) == "inf GW");
    CHECK(fmt::format("{}", 0.25 * watt) == "0.25 W");  // below the smallest unit: in the smallest
}

TEST_CASE("types of one number print like it") {
    CHECK(fmt::format("{}", at_it<power<>>{100.0 * megawatt}) == "100 MW");
    CHECK(fmt::format("{}", of_output<money_per_token<>>{0.5 * USD / megatoken}) == "0.5 USD/Mtok");
    CHECK(fmt::format("{}", fraction{0.25}) == "0.25");
    CHECK(fmt::format("{:.2f}", pue{1.123}) == "1.12");
    CHECK(fmt::format("{}", celsius(32.0)) == "32 degC");
    CHECK(fmt::format("{:.1f}", celsius(-10.0)) == "-10.0 degC");
    CHECK(fmt::format("{}", 5.0 * kelvin) == "5 K");
    CHECK(fmt::format("{:.1f}", wue{1.8 * litre / kilowatt_hour}) == "1.8 L/kWh");
    CHECK(fmt::format("{:.4g}", per_year(20.0 * USD / kilowatt)) == "20 USD/kW-yr");
    CHECK(fmt::format("{:.4g}", per_month(14.6 * USD / kilowatt)) == "175.2 USD/kW-yr");
}

TEST_CASE("intervals print both bounds in one unit") {
    power<interval> const p = power<interval>::from_base(interval(900.0, 1500.0));
    CHECK(fmt::format("{:.1f}", p) == "[0.9, 1.5] kW");
    CHECK(fmt::format("{:.2f}", basic_fraction<interval>{interval(0.25, 0.5)}) == "[0.25, 0.50]");
    CHECK(fmt::format("{:.1f}", temperature<interval>{temperature_difference<interval>::from_base(interval(283.15, 293.15))}) == "[10.0, 20.0] degC");
    CHECK(fmt::format("{:.1f}", interval(1.0, 2.0)) == "[1.0, 2.0]");
}

TEST_CASE("float, dual and integers print as points") {
    CHECK(fmt::format("{:.3g}", power<float>(2.5 * kilowatt)) == "2.5 kW");
    CHECK(fmt::format("{}", power<dual>::from_base(dual::variable(2500.0))) == "2.5 kW");
}

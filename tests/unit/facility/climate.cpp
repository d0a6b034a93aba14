#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <string>

#include "approx.hpp"
#include "unit/facility/support.hpp"

using namespace tallywatt;

TEST_CASE("climate: hours and mean dry bulb") {
    climate const c = test::climate_of({{0.0, -1.0, 2000.0}, {10.0, 8.0, 6000.0}, {30.0, 20.0, 760.0}});
    CHECK(total_hours(c).in(hour) == 8760.0);
    // (0 * 2000 + 10 * 6000 + 30 * 760)/8760
    CHECK(mean_dry_bulb(c).in_celsius() == near(9.452054794520548, 1e-12)); // rounding of kelvins
    CHECK_NOTHROW(validate(c));
    CHECK_NOTHROW(check(c));
}

TEST_CASE("climate: converts between number types with its bins and their count") {
    climate const c = test::climate_of({{0.0, -1.0, 2000.0}, {10.0, 8.0, 6760.0}});
    auto const i = convert<interval>(c);
    CHECK(i.bins.count == 2);
    CHECK(i.bins.bin[1].dry_bulb.in_kelvin().contains(283.15));
    CHECK(i.bins.bin[1].hours.base_value.contains(6760.0 * 3600.0));
}

TEST_CASE("climate: errors name the bin") {
    climate c = test::climate_of({{0.0, -1.0, 2000.0}, {10.0, 8.0, 6760.0}});
    c.bins.bin[1].hours = -1.0 * hour;
    std::string message;
    try {
        validate(c);
    } catch (invalid_input const& e) {
        message = e.what();
    }
    CHECK(message.find("climate.bins.1.hours") == 0);

    c.bins.bin[1].hours = 6000.0 * hour;
    CHECK_NOTHROW(validate(c));
    CHECK_THROWS_AS(check(c), invalid_input); // 8,000 h are no year
    c.bins.bin[1] = {celsius(10.0), celsius(10.5), 6760.0 * hour};
    CHECK_THROWS_AS(check(c), invalid_input); // wet bulb above dry bulb
    c.bins.count = 65;
    CHECK_THROWS_AS(validate(c), invalid_input);
    c.bins.count = 0;
    CHECK_THROWS_AS(validate(c), invalid_input);
}

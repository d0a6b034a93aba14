#include <tallywatt/number.hpp>
#include <tallywatt/silicon/supply_outlook.hpp>

#include <doctest/doctest.h>

#include <string>

#include "approx.hpp"

using namespace tallywatt;

namespace {
supply_outlook two_inputs() {
    supply_outlook o;
    o.node = {"logic", "", "", ""};
    o.wafers[0] = {
        .capacity = {.point = {{{{2025, 1}, 100.0 / month}, {{2026, 1}, 200.0 / month}}}, .count = 2},
        .lead_time = 6.0 * month};
    o.hbm = {.capacity = {.point = {{{{2025, 1}, 12.0 * GB / year}}}, .count = 1}};
    return o;
}
} // namespace

TEST_CASE("each input comes out its own lead time later") {
    auto const a = amounts_in(two_inputs(), start_of(2026), end_of(2026));
    // logic of 2026 was begun from July 2025 to July 2026: 6 (150 + 200)/2 + 6 * 200
    CHECK(a.wafers[0] == near(1050.0 + 1200.0, 1e-12));
    CHECK(a.hbm.in(GB) == near(12.0, 1e-12));
    CHECK(a.stated[0]);
    CHECK(a.stated[5]);
    CHECK_FALSE(a.stated[4]);
    CHECK_FALSE(a.stated[6]);
}

TEST_CASE("capacity that comes at the year's end brings nothing that year") {
    auto o = two_inputs();
    o.wafers[0].capacity = {.point = {{{{2025, 12}, 100.0 / month}, {{2026, 1}, 300.0 / month}}}, .count = 2};
    CHECK(amounts_in(o, start_of(2025), end_of(2025)).wafers[0] == near(1200.0, 1e-12));
    CHECK(amounts_in(o, start_of(2027), end_of(2027)).wafers[0] == near(3600.0, 1e-12));
}

TEST_CASE("months of a year add up to it") {
    auto const o = two_inputs();
    double sum = 0.0;
    for (int m = 0; m < 12; ++m)
        sum += amounts_in(o, start_of(2026) + m, start_of(2026) + (m + 1)).wafers[0];
    CHECK(sum == near(amounts_in(o, start_of(2026), end_of(2026)).wafers[0], 1e-12));
}

TEST_CASE("inputs by name") {
    auto const o = two_inputs();
    CHECK(std::string(name_of(o, industry_input::wafers_0)) == "logic");
    CHECK(std::string(name_of(o, industry_input::carrier_wafers)) == "carrier wafers");
    CHECK(std::string(name_of(o, industry_input::substrates)) == "substrates");
}

TEST_CASE("disorder is refused") {
    auto o = two_inputs();
    CHECK_NOTHROW(check(o));
    o.wafers[0].capacity.point[1].at = {2024, 1};
    CHECK_THROWS_AS(check(o), invalid_input);
    o = two_inputs();
    o.hbm.lead_time = -1.0 * month;
    CHECK_THROWS_AS(validate(o), invalid_input);
}

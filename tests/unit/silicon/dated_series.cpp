#include <tallywatt/number.hpp>
#include <tallywatt/silicon/dated_series.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
// 10 a month until January 2025, rising to 34 in January 2027, 22 in January 2026.
basic_dated_series<rate<>> ramp() {
    return {.point = {{{{2025, 1}, 10.0 / month}, {{2026, 1}, 22.0 / month}, {{2027, 1}, 34.0 / month}}}, .count = 3};
}
} // namespace

TEST_CASE("a figure lies on the line between its points and is held beyond them") {
    auto const at = [](int y, int m) { return ramp().at({y, m}).in(1.0 / month); };
    CHECK(at(2020, 5) == near(10.0, 1e-14));
    CHECK(at(2025, 1) == near(10.0, 1e-14));
    CHECK(at(2025, 7) == near(16.0, 1e-14)); // half way
    CHECK(at(2026, 1) == near(22.0, 1e-14));
    CHECK(at(2026, 10) == near(31.0, 1e-14));
    CHECK(at(2027, 1) == near(34.0, 1e-14));
    CHECK(at(2040, 1) == near(34.0, 1e-14));
    CHECK(basic_dated_series<rate<>>{}.at({2025, 1}).base_value == 0.0);
}

TEST_CASE("what a ramp makes is the area under it") {
    // trapezia by hand: 12 (10 + 22)/2, 12 (22 + 34)/2, half a year from the middle: 6 (16 + 22)/2
    CHECK(amount_between(ramp(), start_of(2025), end_of(2025)) == near(192.0, 1e-12));
    CHECK(amount_between(ramp(), start_of(2026), end_of(2026)) == near(336.0, 1e-12));
    CHECK(amount_between(ramp(), {2025, 7}, {2026, 1}) == near(114.0, 1e-12));
    CHECK(amount_between(ramp(), start_of(2024), end_of(2024)) == near(120.0, 1e-12)); // held before
    CHECK(amount_between(ramp(), start_of(2027), end_of(2028)) == near(24.0 * 34.0, 1e-12));
    CHECK(amount_between(ramp(), {2026, 1}, {2026, 1}) == near(0.0, 1e-12));
    // over several segments as the sum of them
    CHECK(amount_between(ramp(), {2024, 3}, {2028, 9}) == near(10.0 * 10.0 + 192.0 + 336.0 + 20.0 * 34.0, 1e-12));
}

TEST_CASE("work in progress: a lead time later comes out what was started before") {
    for (int lag : {0, 1, 3, 7, 18})
        CHECK(
            amount_between(ramp(), start_of(2026), end_of(2026), static_cast<double>(lag) * month)
            == near(amount_between(ramp(), start_of(2026) + -lag, end_of(2026) + -lag), 1e-12)
        );
    // half a month by hand: the year's start and end lie half a month back, at 21.5 and 33.5; 11.5 months on the second line
    double const by_hand = 0.5 * (21.5 + 22.0) / 2.0 + 11.5 * (22.0 + 33.5) / 2.0;
    CHECK(amount_between(ramp(), start_of(2026), end_of(2026), 0.5 * month) == near(by_hand, 1e-12));
}

TEST_CASE("data as well as counts") {
    basic_dated_series<byte_rate<>> const hbm{.point = {{{{2025, 1}, 2.0 * GB / year}}}, .count = 1};
    data_size<> const made = amount_between(hbm, start_of(2025), end_of(2026));
    CHECK(made.in(GB) == near(4.0, 1e-12));
}

TEST_CASE("points out of order are refused, none are nothing") {
    auto s = ramp();
    CHECK_NOTHROW(check(s));
    s.point[2].at = s.point[1].at;
    CHECK_THROWS_AS(check(s), invalid_input);
    CHECK(amount_between(basic_dated_series<rate<>>{}, start_of(2025), end_of(2025)) == 0.0);
}

#include <tallywatt/silicon/calendar.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("months count across years") {
    static_assert(calendar_month{2025, 12} + 1 == calendar_month{2026, 1});
    static_assert(calendar_month{2026, 1} + -1 == calendar_month{2025, 12});
    static_assert(calendar_month{2026, 3} - calendar_month{2024, 1} == 26);
    static_assert(end_of(2025) == start_of(2026));
    static_assert(calendar_month{2025, 12} < calendar_month{2026, 1});
    static_assert(!(calendar_month{2026, 1} < calendar_month{2026, 1}));
    // a year on the time axis is the library's year of 8,760 h
    CHECK((end_of(2026).start() - start_of(2026).start()).in(hour) == near(8760.0, 1e-12));
}

TEST_CASE("a thirteenth month is refused") {
    CHECK_THROWS_AS(validate(calendar_month{2026, 13}), invalid_input);
    CHECK_THROWS_AS(validate(calendar_month{2026, 0}), invalid_input);
    CHECK_NOTHROW(validate(calendar_month{2026, 12}));
}

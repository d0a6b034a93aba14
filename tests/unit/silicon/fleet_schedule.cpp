#include <tallywatt/number.hpp>
#include <tallywatt/silicon/fleet_schedule.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto unit = accelerator_unit;
std::vector<accelerator_count<>> months(std::initializer_list<double> n) {
    std::vector<accelerator_count<>> all;
    for (double x : n)
        all.push_back(x * unit);
    return all;
}
double at(fleet_schedule<> const& s, std::size_t m, accelerator_count<> basic_delivery_month<double>::*what) {
    return (s.line[m].*what).base_value;
}
} // namespace

TEST_CASE("1,000 at once from 300 a month: four months, by hand") {
    auto const s =
        schedule_deliveries<double>({2026, 1}, months({1000, 0, 0, 0, 0, 0}), months({300, 300, 300, 300, 300, 300}));
    using line = basic_delivery_month<double>;
    double const delivered[] = {300, 300, 300, 100, 0, 0}, backlog[] = {700, 400, 100, 0, 0, 0};
    for (std::size_t m = 0; m < 6; ++m) {
        CHECK(at(s, m, &line::delivered) == near(delivered[m], 1e-12));
        CHECK(at(s, m, &line::backlog) == near(backlog[m], 1e-12));
    }
    CHECK(at(s, 5, &line::cumulative) == near(1000.0, 1e-12));
    CHECK(s.months == 6);
    CHECK(s.months_to_complete() == 4);
    CHECK(s.mean_wait().in(month) == near(1.2, 1e-12)); // (700 + 400 + 100)/1,000
}

TEST_CASE("what nobody wants yet is not kept") {
    auto const s = schedule_deliveries<double>({2026, 1}, months({0, 0, 500, 0}), months({300, 300, 300, 300}));
    CHECK(s.line[2].delivered.base_value == near(300.0, 1e-12));
    CHECK(s.line[3].delivered.base_value == near(200.0, 1e-12));
    CHECK(s.months_to_complete() == 4);
}

TEST_CASE("a schedule too short says so") {
    auto const s = schedule_deliveries<double>({2026, 1}, months({1000, 0}), months({300, 300}));
    CHECK(s.months_to_complete() == -1);
    CHECK(schedule_deliveries<double>({2026, 1}, months({100}), months({300})).months_to_complete() == 1);
}

TEST_CASE("the price of waiting, discounted month by month") {
    auto const s = schedule_deliveries<double>({2026, 1}, months({1000, 0, 0, 0}), months({300, 300, 300, 300}));
    waiting_terms const terms{
        .idle = 0.2 * USD / accelerator_hour, .margin = 1.0 * USD / accelerator_hour, .discount = discount_rate{0.1}};
    double const v = std::pow(1.1, -1.0 / 12.0), worth = 700.0 + 400.0 * v + 100.0 * v * v;
    auto const c = cost_of_waiting(s, terms);
    CHECK(c.idle.in(USD) == near(worth * 730.0 * 0.2, 1e-12));
    CHECK(c.margin.in(USD) == near(worth * 730.0 * 1.0, 1e-12));
    CHECK(c.total().in(USD) == near(worth * 730.0 * 1.2, 1e-12));
    // at once: nothing to wait for
    auto const now = schedule_deliveries<double>({2026, 1}, months({1000}), months({1000}));
    CHECK(cost_of_waiting(now, terms).total().base_value == 0.0);
}

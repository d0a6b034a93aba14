// Sizing against linear programs solved elsewhere: all 8,760 hours of each site (charge, discharge, stored, firm, unserved and the
// sizes unknown), by GLPK 5.0's interior-point method to a gap below 1e-7. The program may also shed load on purpose and charge
// from firm power at will, so its optimum is a bound.
#include <tallywatt/energy/profile.hpp>
#include <tallywatt/energy/sizing.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {

struct site {
    char const* name;
    solar_climate sun;
    std::uint64_t sun_seed;
    wind_climate wind;
    std::uint64_t wind_seed;
    double fuel, firm, most_firm, most_wind, unserved;
    double optimum; // MUSD a year for 1 GW
};
// Solar 95, wind 130, firm 110 USD/kW-year; storage of four hours 20 USD/kWh-year, 93 % each way; fuel in USD/MWh.
site const sites[] = {
    {"desert: sun, batteries, gas",
     {.latitude_degrees = 33.4, .clearness = fraction{0.88}, .day_to_day = fraction{0.12}},
     1,
     {.mean_speed = 5.5},
     2,
     110.0,
     110.0,
     1.5,
     0.0,
     1e-4,
     742.6472847},
    {"plains: wind, sun, batteries, gas",
     {.latitude_degrees = 42.0, .clearness = fraction{0.66}},
     3,
     {.mean_speed = 8.6},
     4,
     100.0,
     110.0,
     1.5,
     20.0,
     1e-4,
     688.9069904},
    {"tropics, no fuel",
     {.latitude_degrees = 1.3, .clearness = fraction{0.62}, .persistence = fraction{0.3}},
     5,
     {.mean_speed = 6.0},
     6,
     0.0,
     0.0,
     0.0,
     20.0,
     0.01,
     953.9179339}};

} // namespace

TEST_CASE("sizing: within 1 % of a linear program on three sites") {
    for (site const& x : sites) {
        INFO(std::string(x.name));
        std::vector<double> sun(hours_a_year), wind(hours_a_year);
        fill_solar(x.sun, x.sun_seed, sun);
        fill_wind(x.wind, x.wind_seed, wind);
        sizing_problem p;
        p.hours.available = {sun, wind, {}};
        p.load_peak = 1.0 * gigawatt;
        p.variable[0] = {95.0 * USD / kilowatt / year, 20.0 * gigawatt};
        p.variable[1] = {130.0 * USD / kilowatt / year, x.most_wind * gigawatt};
        p.storage.yearly = 20.0 * USD / kilowatt_hour / year;
        p.storage.most = 200.0 * gigawatt_hour;
        p.storage.charging = p.storage.discharging = fraction{0.93};
        p.storage.self_discharge = fraction{1e-5};
        p.firm = {x.firm * USD / kilowatt / year, x.fuel * USD / megawatt_hour, x.most_firm * gigawatt};
        p.unserved = fraction{x.unserved};
        auto const r = size_for_least_cost(p);
        double const cost = (r.cost * year).in(1e6 * USD);
        REQUIRE(r.feasible);
        CHECK(cost < 1.01 * x.optimum);
        CHECK(cost > 0.9999 * x.optimum); // the program's own gap is 1e-7; nothing is cheaper than it
        CHECK(r.unserved.value <= x.unserved * (1.0 + 1e-6));
        CHECK(r.gap() <= 0.002);
        CHECK(r.dispatches < 100);

        // the sizes dispatched by the general dispatch give the same year
        dispatch_site s;
        s.load_peak = p.load_peak;
        s.variable = r.variable;
        s.storage = {r.store, r.store / (4.0 * hour), r.store / (4.0 * hour), 0.93, 0.93, 1e-5, 0.5};
        s.firm_sources = 1;
        s.firm[0] = r.firm;
        s.firm_cost[0] = p.firm.fuel;
        std::vector<double> reserve(hours_a_year + 1), refill(hours_a_year + 1);
        reserve_for_shortage(p.hours, s, reserve, refill, 0.5);
        s.reserve = reserve;
        s.refill = refill;
        auto const year_of = dispatch(p.hours, s);
        CHECK((year_of.unserved / year_of.load) == within(r.unserved.value, 1e-9));
        CHECK((year_of.firm[0] / year_of.load) == within(r.burnt / year_of.load, 1e-9));
    }
}

TEST_CASE("sizing: firm power from square-wave sun is V17's") {
    std::vector<double> sun(hours_a_year);
    for (std::size_t t = 0; t < sun.size(); ++t)
        sun[t] = t % 24 >= 16 ? 1.0 : 0.0;
    sizing_problem p;
    p.hours.available[0] = sun;
    p.load_peak = 1.0 * megawatt;
    p.variable[0] = {100.0 * USD / kilowatt / year, 20.0 * megawatt};
    p.storage.yearly = 20.0 * USD / kilowatt_hour / year;
    p.storage.most = 100.0 * megawatt_hour;
    p.storage.charging = p.storage.discharging = fraction{math::sqrt(0.85)};
    p.storage.start = fraction{1.0}; // full at sunset
    p.tolerance = 1e-4;
    auto const r = size_for_least_cost(p);
    REQUIRE(r.feasible);
    // the cost, and hence each size, to the tolerance asked for
    CHECK((r.cost * year).in(USD) == near(3352.9411764705883 * 100.0 + 17354.436625492493 * 20.0, 2e-4));
    CHECK(r.variable[0].in(megawatt) == near(3.3529411764705883, 1e-3));
    CHECK(r.store.in(megawatt_hour) == near(17.354436625492493, 1e-3));
}

TEST_CASE("sizing: closed form of square-wave sun (V17)") {
    fraction const one_way{math::sqrt(0.85)};
    double const solar[] = {4.529411764705882, 3.3529411764705883, 2.647058823529412};
    double const store[] = {19.523741203679055, 17.354436625492493, 15.185132047305931};
    for (int i = 0; i < 3; ++i) {
        auto const s = firm_from_square_sun(1.0 * megawatt, (6.0 + 2.0 * i) * hour, one_way, one_way);
        CHECK(s.solar.in(megawatt) == near(solar[i], 1e-12));
        CHECK(s.store.in(megawatt_hour) == near(store[i], 1e-12));
    }
}

TEST_CASE("sizing: what cannot be done is reported, what makes no sense is thrown") {
    std::vector<double> sun(48, 0.0);
    sizing_problem p;
    p.hours.available[0] = sun;
    p.load_peak = 1.0 * megawatt;
    p.variable[0] = {100.0 * USD / kilowatt / year, 5.0 * megawatt};
    p.storage.most = 10.0 * megawatt_hour;
    auto const r = size_for_least_cost(p);
    CHECK_FALSE(r.feasible);
    CHECK(r.variable[0].in(megawatt) == 5.0);
    p.load_peak = 0.0 * watt;
    CHECK_THROWS_AS(size_for_least_cost(p), invalid_input);
}

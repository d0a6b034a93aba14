#include <tallywatt/energy/shifting.hpp>

#include <doctest/doctest.h>

#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {
auto prices(std::vector<double> const& usd_per_mwh) {
    std::vector<money_per_energy<>> p;
    for (double const x : usd_per_mwh)
        p.push_back(x * USD / megawatt_hour);
    return p;
}
auto powers(std::vector<double> const& mw) {
    std::vector<power<>> p;
    for (double const x : mw)
        p.push_back(x * megawatt);
    return p;
}

/// Least cost of `left` whole megawatt-hours over places from i on.
double brute_force(std::vector<double> const& price, std::vector<int> const& room, std::size_t i, int left) {
    if (left == 0)
        return 0.0;
    if (i == price.size())
        return 1e300;
    double best = 1e300;
    for (int x = 0; x <= room[i] && x <= left; ++x) {
        double const rest = brute_force(price, room, i + 1, left - x);
        best = rest + x * price[i] < best ? rest + x * price[i] : best;
    }
    return best;
}
} // namespace

TEST_CASE("shifting: a day by hand") {
    // 2 MW in each of 4 hours, room for 4: all eight go to the two cheap hours, 4 at 10 and 4 at 20
    auto const p = prices({40.0, 10.0, 30.0, 20.0});
    auto const load = powers({2.0, 2.0, 2.0, 2.0}), room = powers({4.0, 4.0, 4.0, 4.0});
    std::vector<power<>> x(4);
    auto const r = shift(p, load, room, 4, x);
    CHECK(r.before.in(USD) == near(200.0, 1e-12));
    CHECK(r.after.in(USD) == near(120.0, 1e-12));
    CHECK(r.saved().in(USD) == near(80.0, 1e-12));
    CHECK(r.moved.in(megawatt_hour) == near(4.0, 1e-12));
    CHECK(x[0].in(megawatt) == 0.0);
    CHECK(x[1].in(megawatt) == near(4.0, 1e-12));
    CHECK(r.restarts == 2);
    CHECK(r.undone.base_value == 0.0);
    // 2 MW of spare plant at 500 USD/kW-year is dearer than 80 USD saved in four hours: 2,000 kW * 500 * 4/8,760 = 456.6
    CHECK(
        net_of_idle_capital(r, 2.0 * megawatt, 500.0 * USD / kilowatt / year, 4.0 * hour, 5.0 * USD).in(USD)
        == near(80.0 - 456.62100456621005 - 10.0, 1e-12)
    );
    CHECK(
        (break_even_capital(r, 2.0 * megawatt, 4.0 * hour, 5.0 * USD) * year).in(USD / kilowatt)
        == near(70.0 / 2000.0 / 4.0 * 8760.0, 1e-12)
    );
}

TEST_CASE("shifting: windows keep their deadlines, sites compete") {
    auto const p = prices({40.0, 10.0, 1.0, 2.0});
    auto const load = powers({2.0, 2.0, 2.0, 2.0}), room = powers({4.0, 4.0, 4.0, 4.0});
    std::vector<power<>> x(4);
    auto const r = shift(p, load, room, 2, x); // the first two hours' work may not wait for hour 2
    CHECK(r.after.in(USD) == near(40.0 + 4.0, 1e-12));
    // two sites of two hours: the same series is site A at 40, 10 and site B at 1, 2; B has room for all but the rest
    auto const across = shift(p, load, powers({4.0, 4.0, 3.0, 3.0}), 2, x, 2);
    CHECK(across.after.in(USD) == near(3.0 * 1.0 + 3.0 * 2.0 + 2.0 * 10.0, 1e-12));
    CHECK(x[0].in(megawatt) == 0.0);
    // too much work for the room is reported
    auto const over = shift(p, load, powers({1.0, 1.0, 1.0, 1.0}), 4, x);
    CHECK(over.undone.in(megawatt_hour) == near(4.0, 1e-12));
    CHECK_THROWS_AS(shift(p, load, room, 0, x), invalid_input);
    CHECK_THROWS_AS(shift(p, powers({1.0}), room, 2, x), invalid_input);
}

TEST_CASE("shifting: greedy is the optimum of brute force") {
    unsigned state = 7;
    auto const draw = [&](unsigned n) { return (state = state * 1664525u + 1013904223u) / 65536u % n; };
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<double> price;
        std::vector<int> room;
        std::vector<double> load, capacity;
        int work = 0;
        for (int i = 0; i < 6; ++i) {
            price.push_back(static_cast<double>(draw(50)) - 5.0); // negative prices too
            int const l = static_cast<int>(draw(3));
            load.push_back(l);
            work += l;
            room.push_back(l + static_cast<int>(draw(3)));
            capacity.push_back(room.back());
        }
        std::vector<power<>> x(6);
        auto const r = shift(prices(price), powers(load), powers(capacity), 6, x);
        INFO("trial " << trial);
        CHECK(r.after.in(USD) == within(brute_force(price, room, 0, work), 1e-9));
        CHECK(r.after <= r.before);
    }
}

TEST_CASE("shifting: a price of carbon moves work to clean hours") {
    auto const dear_clean = blended(50.0 * USD / megawatt_hour, 100.0 * gCO2e / kilowatt_hour, 100.0 * USD / tCO2e);
    auto const cheap_dirty = blended(30.0 * USD / megawatt_hour, 800.0 * gCO2e / kilowatt_hour, 100.0 * USD / tCO2e);
    CHECK(dear_clean.in(USD / megawatt_hour) == near(60.0, 1e-12));
    CHECK(cheap_dirty.in(USD / megawatt_hour) == near(110.0, 1e-12));
}

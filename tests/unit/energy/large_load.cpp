#include <tallywatt/catalog/tariffs.hpp>
#include <tallywatt/energy/large_load.hpp>

#include <doctest/doctest.h>

#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto share = [](double x) { return fraction{x}; };
constexpr demand_charge ten = demand_per_month(10.0 * USD / kilowatt); // 120 USD/kW-yr
} // namespace

TEST_CASE("large load: a ramp and a minimum take by hand") {
    large_load_contract const c{
        .ramp = {share(0.5), share(0.8), share(1.0), share(1.0), share(1.0), share(1.0)}, .minimum_take = share(0.85), .term_years = 4, .exit_fee = 3.0 * year, .threshold = 25.0 * megawatt};
    // capacity 50, 80, 100, 100 MW; wanted 60 (50 fit), 60, 60, 95; billed 50, 68 (85 % of 80), 85, 95
    std::vector<power<>> const wanted{60.0 * megawatt, 60.0 * megawatt, 60.0 * megawatt, 95.0 * megawatt};
    auto const free = bill_of(c, 100.0 * megawatt, ten, wanted, discount_rate{0.0});
    CHECK(free.paid.in(1e6 * USD) == near((50.0 + 68.0 + 85.0 + 95.0) * 0.12, 1e-12));
    CHECK(free.idle.in(1e6 * USD) == near((8.0 + 25.0) * 0.12, 1e-12));
    CHECK(free.unmet.in(megawatt_hour) == near(10.0 * 8760.0, 1e-12));
    CHECK(free.billed.value == near(298.0 / 265.0, 1e-12));
    CHECK((free.levelised.value * year).in(USD / kilowatt) == near(120.0 * 298.0 / 265.0, 1e-12));
    // at 10 %, each year's charge at its end
    auto const worth = bill_of(c, 100.0 * megawatt, ten, wanted, discount_rate{0.10});
    double const v = 1.0 / 1.1;
    CHECK(worth.paid.in(1e6 * USD) == near(0.12 * (50.0 * v + 68.0 * v * v + 85.0 * v * v * v + 95.0 * v * v * v * v), 1e-12));
    // leaving in the second year: three years of 85 % of 80 MW
    CHECK(exit_fee_of(c, 100.0 * megawatt, ten, 1).in(1e6 * USD) == near(3.0 * 0.85 * 80.0 * 0.12, 1e-12));
    CHECK(applies(c, 25.0 * megawatt));
    CHECK_FALSE(applies(c, 24.9 * megawatt));
}

TEST_CASE("large load: the last year's power and the last step hold on") {
    large_load_contract c{.minimum_take = share(0.5), .term_years = 20};
    std::vector<power<>> const steady{80.0 * megawatt};
    CHECK(bill_of(c, 100.0 * megawatt, ten, steady, discount_rate{0.07}).billed.value == near(1.0, 1e-14));
    CHECK(bill_of(c, 200.0 * megawatt, ten, steady, discount_rate{0.07}).billed.value == near(1.25, 1e-14)); // 100 of 80
    CHECK(c.ramp_in(19).value == 1.0);
    CHECK_THROWS_AS(bill_of(c, 100.0 * megawatt, ten, {}, discount_rate{0.07}), invalid_input);
}

TEST_CASE("large load: the catalog's contracts make idle power dear") {
    for (large_load_contract const& c :
         {large_load_contract(catalog::aep_ohio_data_centres), large_load_contract(catalog::indiana_michigan_large_load), large_load_contract(catalog::dominion_high_load)}) {
        CAPTURE(c.name);
        CHECK_NOTHROW(validate(c));
        for (int y = 1; y < large_load_ramp_years; ++y) CHECK(c.ramp_in(y).value >= c.ramp_in(y - 1).value);
        std::vector<power<>> const full{100.0 * megawatt}, half{50.0 * megawatt};
        auto const used = bill_of(c, 100.0 * megawatt, ten, full, discount_rate{0.07}), idle = bill_of(c, 100.0 * megawatt, ten, half, discount_rate{0.07});
        CHECK(used.billed.value == near(1.0, 1e-14));
        CHECK(idle.billed.value > 1.2);
        CHECK(idle.idle > 0.0 * USD);
    }
}

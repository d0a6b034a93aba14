#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/levelised.hpp>
#include <tallywatt/energy/variable_generation.hpp>
#include <tallywatt/number/availability.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("levelised cost: NREL SAM fixed charge rate, generic system (V01)") {
    money_per_energy<> const c = levelised_cost(
        182.7e6 * USD, 0.09243041098233787 / year, 5.1e6 * USD / year, 0.0 * USD / kilowatt_hour,
        756'864'000.0 * kilowatt_hour / year
    );
    CHECK(c.in(USD / kilowatt_hour) == near(0.02905018086006618, 1e-12)); // the vector's stated precision
}

TEST_CASE("levelised cost: by discount rate and life") {
    // CRF(7 %, 25) = 0.07/(1 - 1.07^-25) = 0.0858105: (1e9 * 0.0858105 + 2e7)/(8.76e9 kWh) + 0.01
    money_per_energy<> const c = levelised_cost(
        1e9 * USD, discount_rate{0.07}, 25, 2e7 * USD / year, 0.01 * USD / kilowatt_hour, 1.0 * gigawatt
    );
    CHECK(c.in(USD / kilowatt_hour) == near((1e9 * 0.08581051722067 + 2e7) / 8.76e9 + 0.01, 1e-9)); // CRF to 12 digits
    // no interest: capital over life
    money_per_energy<> const free = levelised_cost(1e9 * USD, discount_rate{0.0}, 20, {}, {}, 1.0 * gigawatt);
    CHECK((free * (8.76e9 * kilowatt_hour)).in(USD) == near(5e7, 1e-12));
}

TEST_CASE("capital at completion: spending in the middle of each month") {
    // (1.1^3 - 1)/(3 ln 1.1) = 1.15762 of continuous spending over three years; months are within 4e-6 of it
    generation const plant{.overnight = 2'000.0 * USD / kilowatt, .construction_years = 3, .units_needed = 1, .units_installed = 1};
    auto const s = prepare(plant, discount_rate{0.10});
    CHECK(s.up_front.in(USD / kilowatt) == near(2'000.0 * 1.15762 / (1.0 - plant.losses.value), 5e-6));
    variable_generation const park{.overnight = 1'000.0 * USD / kilowatt, .construction_years = 1}; // 0.1/ln 1.1
    CHECK(prepare(park, discount_rate{0.10}).up_front.in(USD / kilowatt) == near(1'049.206, 5e-6));
    CHECK(prepare(park, discount_rate{0.0}).up_front.in(USD / kilowatt) == near(1'000.0, 1e-14));
}

TEST_CASE("levelised cost: three ways agree where their assumptions do") {
    auto const by_life = levelised_cost(
        1e9 * USD, discount_rate{0.07}, 25, 2e7 * USD / year, 10.0 * USD / megawatt_hour, 900.0 * megawatt
    );
    auto const by_flow = discounted_cost(
        1e9 * USD, discount_rate{0.07}, 25, 2e7 * USD / year, 10.0 * USD / megawatt_hour, 900.0 * megawatt
    );
    auto const by_charge = levelised_cost(
        1e9 * USD, fixed_charge_rate(discount_rate{0.07}, 25, fraction{0.0}, fraction{0.5}), 2e7 * USD / year,
        10.0 * USD / megawatt_hour, 900.0 * megawatt
    );
    CHECK(by_flow.base_value == near(by_life.base_value, 1e-12));
    CHECK(by_charge.base_value == near(by_life.base_value, 1e-12));
    // fading output: the first year's energy times the factor
    auto const fading =
        discounted_cost(1e9 * USD, discount_rate{0.07}, 25, 2e7 * USD / year, {}, 900.0 * megawatt, fraction{0.005});
    double const factor = degradation_factor(discount_rate{0.07}, fraction{0.005}, 25).value;
    CHECK(
        fading.base_value
        == near(
            levelised_cost(1e9 * USD, discount_rate{0.07}, 25, 2e7 * USD / year, {}, 900.0 * megawatt * factor)
                .base_value,
            1e-12
        )
    );
    // NREL ATB: FCR = CRF (1 - t PVD)/(1 - t); 30 % tax, deductions worth 0.8: CRF * 0.76/0.7
    CHECK(
        (fixed_charge_rate(discount_rate{0.07}, 25, fraction{0.3}, fraction{0.8}) * year)
        == near(0.0858105172206656 * 0.76 / 0.7, 1e-12)
    );
}

TEST_CASE("degradation factor (V05)") {
    // The row divides by a present-worth factor that REopt rounds to five digits (14.82026, V04); ours is not rounded.
    discount_rate const r{0.0624};
    growth_rate const g{0.0166};
    double const exact = present_worth_factor(r, g, 25) / year;
    double const factor = degradation_factor(r, fraction{0.005}, 25, g).value;
    CHECK(factor * exact / 14.82026 == near(0.9528685454323724, 1e-9));
    CHECK(degradation_factor(r, fraction{0.0}, 25, g).value == near(1.0, 1e-15));
}

TEST_CASE("availability with a common cause") {
    // one of two at 0.9: independent 0.99; with a tenth of outages common, (1 - 0.01)(1 - 0.09^2)
    CHECK(k_of_n(1, 2, availability{0.9}, fraction{0.1}).value == near(0.99 * (1.0 - 0.0081), 1e-14));
    CHECK(k_of_n(1, 2, availability{0.9}, fraction{0.0}).value == near(0.99, 1e-14));
    CHECK(
        k_of_n(1, 2, availability{0.9}, fraction{1.0}).value == near(0.9, 1e-14)
    ); // all common: a spare helps nothing
    CHECK(availability_of(990.0 * hour, 10.0 * hour).value == near(0.99, 1e-14));
}

TEST_CASE("availability of k of n (V16)") {
    double const expected[] = {0.9043820750088044, 0.9948202825096849, 0.9997943839222334, 0.9999933479787353};
    for (int spares = 0; spares < 4; ++spares)
        CHECK(k_of_n(10, 10 + spares, availability{0.99}).value == near(expected[spares], 1e-12)); // as stated
    // two independent paths of 0.9043820750088044 each (V16, 2N)
    CHECK(k_of_n(1, 2, k_of_n(10, 10, availability{0.99})).value == near(0.990857212420378, 1e-12));
}

#include "approx.hpp"

#include <tallywatt/energy/availability.hpp>
#include <tallywatt/energy/levelised.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("levelised cost: NREL SAM fixed charge rate, generic system (V01)") {
    money_per_energy<> const c = levelised_cost(
        182.7e6 * USD, 0.09243041098233787 / year, 5.1e6 * USD / year, 0.0 * USD / kilowatt_hour,
        756'864'000.0 * kilowatt_hour / year
    );
    CHECK(
        c.in(USD / kilowatt_hour) == near(0.02905018086006618, 1e-12)
    ); // the vector's stated precision
}

TEST_CASE("levelised cost: by discount rate and life") {
    // CRF(7 %, 25) = 0.07/(1 - 1.07^-25) = 0.0858105: (1e9 * 0.0858105 + 2e7)/(8.76e9 kWh) + 0.01
    money_per_energy<> const c = levelised_cost(
        1e9 * USD, discount_rate{0.07}, 25, 2e7 * USD / year, 0.01 * USD / kilowatt_hour, 1.0 * gigawatt
    );
    CHECK(
        c.in(USD / kilowatt_hour) == near((1e9 * 0.08581051722067 + 2e7) / 8.76e9 + 0.01, 1e-9)
    ); // CRF to 12 digits
    // no interest: capital over life
    money_per_energy<> const free = levelised_cost(1e9 * USD, discount_rate{0.0}, 20, {}, {}, 1.0 * gigawatt);
    CHECK((free * (8.76e9 * kilowatt_hour)).in(USD) == near(5e7, 1e-12));
}

TEST_CASE("construction interest by hand") {
    CHECK(construction_interest(discount_rate{0.10}, 1).value == 1.0);
    CHECK(
        construction_interest(discount_rate{0.10}, 3).value == near((1.21 + 1.10 + 1.0) / 3.0, 1e-14)
    );
    CHECK(construction_interest(discount_rate{0.0}, 7).value == 1.0);
}

TEST_CASE("availability of k of n (V16)") {
    double const expected[] = {0.9043820750088044, 0.9948202825096849, 0.9997943839222334, 0.9999933479787353};
    for (int spares = 0; spares < 4; ++spares)
        CHECK(
            k_of_n(10, 10 + spares, availability{0.99}).value == near(expected[spares], 1e-12)
        ); // as stated
    // two independent paths of 0.9043820750088044 each (V16, 2N)
    CHECK(k_of_n(1, 2, k_of_n(10, 10, availability{0.99})).value == near(0.990857212420378, 1e-12));
}

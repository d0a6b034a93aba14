#include "approx.hpp"

#include <tallywatt/catalog/hbm.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("price, carbon and water of a stack, by hand") {
    hbm_stack const s{
        .capacity = 24.0 * GB, .price = 15.0 * USD / GB, .carbon = 0.3 * kgCO2e / GB, .water = 6.0 * litre / GB, .yield = fraction{0.75}};
    CHECK(s.stack_price().in(USD) == near(360.0, 1e-12));
    CHECK(s.stack_carbon().in(kgCO2e) == near(9.6, 1e-12));
    CHECK(s.stack_water().in(litre) == near(192.0, 1e-12));
    CHECK(s.height.in(micrometre) == near(720.0, 1e-12));
}

TEST_CASE("yield of a stack of twelve") {
    CHECK(
        stack_yield(fraction{0.98}, fraction{0.99}, fraction{0.995}, 12).value
        == near(0.98 * 0.8863848718 * 0.9416228069, 1e-9)
    );
}

TEST_CASE("the catalog's 36 GB stack spans the reported 370 USD") {
    auto const price = catalog::hbm3e_36.capacity * catalog::hbm3e_36.price;
    CHECK(price.base_value.low <= 371.0); // 10.3 USD/GB is 370/36 rounded
    CHECK(price.base_value.high >= 370.0 * 1.2);
}

// 16 Gb dies of 49.9 mm2 per GB, 60 mask layers at 137.3 l a wafer of 706.86 cm2: 5.8 l a GB; twelve layers of HBM3E 4.3
TEST_CASE("water of the catalog's stacks, by the area of their dies") {
    CHECK(catalog::hbm3_16.water.in(litre / GB).likely == near(49.9 / 70'685.8 * 60 * 137.3, 1e-12));
    CHECK(catalog::hbm3e_36.water.in(litre / GB).likely == near(36.7 / 70'685.8 * 60 * 137.3, 1e-12));
    CHECK(catalog::hbm3e_36.water.in(litre / GB).low == near(32.7 / 70'685.8 * 40 * 137.3, 1e-12));
    CHECK(catalog::hbm3e_36.water.in(litre / GB).high == near(40.3 / 70'685.8 * 87 * 137.3, 1e-12));
    CHECK(catalog::hbm4_36.height.in(micrometre).likely == near(775.0, 1e-12));
}

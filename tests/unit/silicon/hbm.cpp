#include "approx.hpp"

#include <tallywatt/catalog/hbm.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("price and carbon of a stack, by hand") {
    hbm_stack const s{
        .capacity = 24.0 * GB, .price = 15.0 * USD / GB, .carbon = 0.3 * kgCO2e / GB, .yield = fraction{0.75}};
    CHECK(s.stack_price().in(USD) == near(360.0, 1e-12));
    CHECK(s.stack_carbon().in(kgCO2e) == near(9.6, 1e-12));
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

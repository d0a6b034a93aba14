#include "approx.hpp"

#include <tallywatt/number/dual.hpp>
#include <tallywatt/silicon/portfolio.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("shares over all units add up to what was paid") {
    design const designs[] = {{"compute", 120e6 * USD}, {"interface", 30e6 * USD}, {"unused", 9e6 * USD}};
    product const products[] = {
        {.name = "small", .made = 90.0 * USD, .volume = 4e5, .uses = {2, 1}},
        {.name = "large", .made = 250.0 * USD, .volume = 1e5, .uses = {8, 1}}};
    // compute: 8e5 + 8e5 uses at 75; interface: 5e5 at 60
    CHECK(design_share<double>(designs, products, 0).in(USD) == near(75.0, 1e-14));
    CHECK(engineering_share<double>(designs, products, 0).in(USD) == near(2 * 75.0 + 60.0, 1e-14));
    CHECK(engineering_share<double>(designs, products, 1).in(USD) == near(8 * 75.0 + 60.0, 1e-14));
    CHECK(unit_cost<double>(designs, products, 1).in(USD) == near(910.0, 1e-14));
    CHECK(design_share<double>(designs, products, 2).in(USD) == 0.0); // in no product
    double paid = 0.0;
    for (std::size_t i = 0; i < 2; ++i)
        paid += engineering_share<double>(designs, products, i).in(USD) * products[i].volume;
    CHECK(paid == near(150e6, 1e-14));
}

TEST_CASE("more of one product lightens the other") {
    basic_design<dual> const designs[] = {{"die", money<dual>(100e6 * USD)}};
    basic_product<dual> const products[] = {
        {.volume = dual::variable(1e5), .uses = {1}}, {.volume = dual(3e5), .uses = {1}}};
    auto const share = engineering_share<dual>(designs, products, 1).base_value;
    CHECK(share.value == near(250.0, 1e-14));
    CHECK(share.derivative[0] == near(-100e6 / (4e5 * 4e5), 1e-13));
}

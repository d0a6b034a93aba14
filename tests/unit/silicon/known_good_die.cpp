#include <tallywatt/silicon/known_good_die.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("what a test lets through: by hand at yield 0.8 and coverage 0.9") {
    auto const one = test_dies(fraction{0.8}, fraction{0.9});
    CHECK(one.pass.value == near(0.82, 1e-14)); // 1 - 0.2 * 0.9
    CHECK(one.good.value == near(0.8 / 0.82, 1e-14));
    auto const many = test_dies_many_faults(fraction{0.8}, fraction{0.9});
    CHECK(many.pass.value == near(std::pow(0.8, 0.9), 1e-14));
    CHECK(many.good.value == near(std::pow(0.8, 0.1), 1e-14));
    // both ship all good dies: pass * good is the yield
    CHECK(one.pass.value * one.good.value == near(0.8, 1e-14));
    CHECK(many.pass.value * many.good.value == near(0.8, 1e-14));
    // a test that sees all, and one that sees nothing
    CHECK(test_dies(fraction{0.8}, fraction{1.0}).good.value == 1.0);
    CHECK(test_dies(fraction{0.8}, fraction{0.0}).pass.value == 1.0);
    CHECK(test_dies(fraction{0.8}, fraction{0.0}).good.value == near(0.8, 1e-14));
}

TEST_CASE("burn-in, by hand") {
    // of 0.82 passed, 0.8 work: 0.97561; 1 % of those fail early: 0.965854 last; coverage 0.95 of the other 0.034146
    auto const wafer_sort = test_dies(fraction{0.8}, fraction{0.9});
    burn_in const b{.price = 2.0 * USD, .early_failures = fraction{0.01}, .fault_coverage = fraction{0.95}};
    auto const after = after_burn_in(wafer_sort, b);
    double const lasting = 0.8 / 0.82 * 0.99, pass = 1 - (1 - lasting) * 0.95;
    CHECK(after.pass.value == near(pass, 1e-14));
    CHECK(after.good.value == near(lasting / pass, 1e-14));
    CHECK(burned_in_cost(100.0 * USD, wafer_sort, b).in(USD) == near(102.0 / pass, 1e-14));
    // none: nothing changes
    auto const none = after_burn_in(wafer_sort, burn_in{});
    CHECK(none.pass.value == 1.0);
    CHECK(none.good.value == near(wafer_sort.good.value, 1e-14));
}

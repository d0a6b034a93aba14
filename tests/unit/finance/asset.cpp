#include <tallywatt/finance/asset.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("annual cost, by hand: 1,000 USD over two years at 25 % with a tenth left") {
    // v = 0.8, CRF = 1/(0.8 + 0.64) = 0.694444; (1000 - 100 * 0.64) * CRF = 650
    asset_class const k{
        .life = 2, .salvage = fraction{0.1}, .maintenance = fraction{0.03}, .insurance = fraction{0.004}, .property_tax = fraction{0.01}};
    auto const c = annual_cost(1'000.0 * USD, k, discount_rate{0.25});
    CHECK(c.capital_recovery.in(USD / year) == near(650.0, 1e-12));
    CHECK(c.maintenance.in(USD / year) == near(30.0, 1e-12));
    CHECK(c.insurance.in(USD / year) == near(4.0, 1e-12));
    CHECK(c.property_tax.in(USD / year) == near(10.0, 1e-12));
    CHECK(c.total().in(USD / year) == near(694.0, 1e-12));
    CHECK((c + c).total().in(USD / year) == near(1'388.0, 1e-12));
}

TEST_CASE("what keeps its value costs its interest") {
    asset_class const land{.life = 35, .salvage = fraction{1.0}};
    CHECK(annual_cost(1'000.0 * USD, land, discount_rate{0.05}).capital_recovery.in(USD / year) == near(50.0, 1e-13));
}

TEST_CASE("Epoch's gigawatt by its fitted split: 25.5 G USD of servers and 12.5 G USD of facility at 7 %") {
    // published totals less 0.9 G USD of operation: 8.5 at five, 12 at three and 7 at seven years of server life,
    // rounded to half a billion; the split and the rate are a fit to them
    auto const total = [](int life) {
        return annual_cost(25.5e9 * USD, asset_class{.life = life}, discount_rate{0.07}).total()
               + annual_cost(12.5e9 * USD, asset_class{.life = 14}, discount_rate{0.07}).total() + 0.9e9 * USD / year;
    };
    CHECK(std::abs(total(5).in(USD / year) - 8.5e9) < 0.25e9);
    CHECK(std::abs(total(3).in(USD / year) - 12e9) < 0.25e9);
    CHECK(std::abs(total(7).in(USD / year) - 7e9) < 0.25e9);
}

TEST_CASE("a chain of replacements at a falling price") {
    // 100 now, 100 * 0.9^2/1.25^2 after two years, its square after four: 1 + 0.5184 + 0.26873856
    auto const pv = replacement_chain(100.0 * USD, growth_rate{-0.1}, discount_rate{0.25}, 2, 3);
    CHECK(pv.in(USD) == near(178.713856, 1e-12));
    CHECK(replacement_chain(100.0 * USD, growth_rate{-0.1}, discount_rate{0.25}, 2, 1).in(USD) == near(100.0, 1e-12));
}

TEST_CASE("a chain whose purchases leave something") {
    // each of the three brings a tenth of its price after two years: less 0.1 * 0.64 of its worth
    auto const pv =
        replacement_chain(100.0 * USD, growth_rate{-0.1}, discount_rate{0.25}, 2, 3, fraction{0.1});
    CHECK(pv.in(USD) == near(178.713856 * (1.0 - 0.064), 1e-12));
    // at a constant price that is the annual cost of the class
    asset_class const k{.life = 5, .salvage = fraction{0.2}};
    CHECK(
        annual_cost_of_chain(100.0 * USD, growth_rate{0.0}, discount_rate{0.07}, 5, 3, k.salvage).in(USD / year)
        == near(annual_cost(100.0 * USD, k, discount_rate{0.07}).total().in(USD / year), 1e-12)
    );
}

TEST_CASE("the yearly cost of a chain") {
    // two purchases of one year each at 25 %, the second at half: (100 + 40)/(0.8 + 0.64)
    auto const c = annual_cost_of_chain(100.0 * USD, growth_rate{-0.5}, discount_rate{0.25}, 1, 2);
    CHECK(c.in(USD / year) == near(140.0 / 1.44, 1e-12));
    // at a constant price any chain costs what one life does
    for (int n : {1, 3, 7})
        CHECK(
            annual_cost_of_chain(100.0 * USD, growth_rate{0.0}, discount_rate{0.07}, 5, n).in(USD / year)
            == near(annual_cost(100.0 * USD, asset_class{.life = 5}, discount_rate{0.07}).total().in(USD / year), 1e-12)
        );
}

TEST_CASE("invalid asset classes are named") {
    CHECK_THROWS_WITH_AS(validate(asset_class{.life = 0}), "asset_class.life: 0 is below 1", invalid_input);
    CHECK_THROWS_WITH_AS(
        validate(asset_class{.salvage = fraction{1.5}}), "asset_class.salvage: 1.5 is above 1", invalid_input
    );
    CHECK_NOTHROW(validate(asset_class{}));
}

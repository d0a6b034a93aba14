#include <tallywatt/catalog/token_market.hpp>
#include <tallywatt/tco/market.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("rebound, by hand") {
    // half the price at unit elasticity doubles the tokens; at 60 % of the energy each they take 1.2 times as much
    auto const r = rebound_of(cheaper_token{.price = ratio{0.5}, .energy = ratio{0.6}});
    CHECK(r.tokens.value == near(2.0, 1e-12));
    CHECK(r.energy.value == near(1.2, 1e-12));
    CHECK(r.spending.value == near(1.0, 1e-12));
    CHECK(r.expected == near(0.4, 1e-12));
    CHECK(r.saved == near(-0.2, 1e-12));
    CHECK(r.share == near(1.5, 1e-12)); // 0.6 of the 0.4 expected
    CHECK(r.break_even_elasticity == near(std::log(0.6) / std::log(0.5), 1e-12));
}

TEST_CASE("at the break-even elasticity nothing is saved and nothing lost") {
    cheaper_token c{.price = ratio{0.3}, .energy = ratio{0.7}};
    c.elasticity = rebound_of(c).break_even_elasticity;
    auto const r = rebound_of(c);
    CHECK(r.energy.value == near(1.0, 1e-12));
    CHECK(r.share == near(1.0, 1e-12));
    // where energy falls as the price does it is one, whatever the fall
    for (double x : {0.1, 0.5, 0.9})
        CHECK(
            rebound_of(cheaper_token{.price = ratio{x}, .energy = ratio{x}}).break_even_elasticity == near(1.0, 1e-12)
        );
}

TEST_CASE("inelastic demand keeps all of the saving") {
    auto const r = rebound_of(cheaper_token{.price = ratio{0.5}, .energy = ratio{0.6}, .elasticity = 0.0});
    CHECK(r.saved == near(0.4, 1e-12));
    CHECK(within(0.0, 1e-15) == r.share);
}

TEST_CASE("Wright: a fifth cheaper with each doubling") {
    CHECK(learned(fraction{0.2}, 2.0).value == near(0.8, 1e-12));
    CHECK(learned(fraction{0.2}, 8.0).value == near(0.512, 1e-12));
    CHECK(learning_exponent(fraction{0.2}) == near(0.321928094887362, 1e-12)); // log2 1.25
    CHECK(compound_growth(8.0, 3.0 * year).value == near(1.0, 1e-12));
}

namespace {
market small() {
    return {
        .years = 2,
        .tokens = 1'000.0 * token / second,
        .price = 1.0 * USD / megatoken,
        .made = 1.0 * year,
        .elasticity = 2.0,
        .learning = fraction{0.5},
        .energy = at_facility<energy_per_token<>>{2.0 * joule / token},
        .each_makes = per_accelerator<token_rate<>>{100.0 * token / second},
        .fleet = 1'000.0 * accelerator_unit,
        .supply = 5.0 * accelerator_unit / year,
        .life = 5,
        .power_now = at_facility<power<>>{1.0 * megawatt}};
}
} // namespace

TEST_CASE("a market of two years, by hand") {
    auto const p = project(small());
    CHECK(p.year[0].price.in(USD / megatoken) == near(1.0, 1e-12));
    CHECK(p.year[0].tokens.in(token / second) == near(1'000.0, 1e-12));
    // a year as large as all before it doubles what was made: half the price, four times the demand
    CHECK(p.year[1].price.in(USD / megatoken) == near(0.5, 1e-12));
    CHECK(p.year[1].demand.in(token / second) == near(4'000.0, 1e-12));
    CHECK(p.year[1].drawn.value.in(watt) == near(8'000.0, 1e-12));
    // then three times as much in all: a sixth
    CHECK(p.year[2].price.in(USD / megatoken) == near(1.0 / 6.0, 1e-12));
    CHECK(std::string(binding(p.year[2])) == "demand");
    CHECK(p.year[2].clearing.in(USD / megatoken) == near(1.0 / 6.0, 1e-12));
    // the first fleet retires a fifth a year; five a year join from the next on
    CHECK(p.year[2].fleet.in(accelerator_unit) == near(600.0 + 10.0, 1e-12));
}

TEST_CASE("what is scarce caps tokens, and the price clears the market") {
    market m = small();
    m.fleet = 12.5 * accelerator_unit; // 1,250 token/s, less a fifth, and five more in the next year
    auto const p = project(m);
    CHECK(p.year[1].by_accelerators.in(token / second) == near(1'500.0, 1e-12));
    CHECK(p.year[1].tokens.in(token / second) == near(1'500.0, 1e-12));
    CHECK(std::string(binding(p.year[1])) == "accelerators");
    // demand 4,000 (P/0.5)^-2 = 1,500
    CHECK(p.year[1].clearing.in(USD / megatoken) == near(0.5 * std::sqrt(4'000.0 / 1'500.0), 1e-12));
    m = small();
    m.power_now = at_facility<power<>>{3.0 * kilowatt};
    auto const q = project(m);
    CHECK(q.year[1].tokens.in(token / second) == near(1'500.0, 1e-12));
    CHECK(std::string(binding(q.year[1])) == "power");
}

TEST_CASE("the catalog's elasticity spans its sources") {
    CHECK(catalog::token_price_elasticity.low <= 0.07);
    CHECK(catalog::token_price_elasticity.likely == near(1.11, 0.02)); // as rounded
    CHECK(catalog::token_price_elasticity.high >= 1.8);
    // 40 times a year
    CHECK(1.0 / (1.0 + catalog::token_price_at_constant_quality.value.likely) == near(40.0, 1e-9));
}

TEST_CASE("invalid markets are named") {
    CHECK_THROWS_WITH_AS(
        validate(cheaper_token{.price = ratio{0.0}}), "cheaper_token.price: 0 is not above 0", invalid_input
    );
    market m = small();
    m.learning = fraction{0.95};
    CHECK_THROWS_WITH_AS(validate(m), "market.learning: 0.95 is above 0.9", invalid_input);
}

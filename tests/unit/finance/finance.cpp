#include <tallywatt/finance.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("Lazard's case: 40 % equity at 12 %, debt at 8 %, 40 % tax is 7.68 %") {
    auto const w = weighted_cost_of_capital(
        fraction{0.4}, nominal_discount_rate{0.12}, nominal_discount_rate{0.08}, fraction{0.4}
    );
    CHECK(w.value == near(0.0768, 1e-13));
    // the default rate is that, less 2.5 % inflation
    CHECK(finance{}.discount.value == near(to_real(w, inflation_rate{0.025}).value, 1e-12));
}

TEST_CASE("real and nominal rates") {
    CHECK(to_real(nominal_discount_rate{0.1025}, inflation_rate{0.05}).value == near(0.05, 1e-12));
    CHECK(to_nominal(discount_rate{0.05}, inflation_rate{0.05}).value == near(0.1025, 1e-12));
}

TEST_CASE("default terms are valid, and every default class lives as long as its source says") {
    finance const f{};
    CHECK_NOTHROW(validate(f));
    CHECK((f.it.life >= 4 && f.it.life <= 6));
    CHECK((f.network.life >= 5 && f.network.life <= 8));
    CHECK((f.shell.life >= 30 && f.shell.life <= 40));
    CHECK((f.electrical.life >= 15 && f.electrical.life <= 20));
    CHECK((f.mechanical.life >= 15 && f.mechanical.life <= 20));
    CHECK(f.land.salvage.value == 1.0);
}

TEST_CASE("every default of the terms carries a source") {
    int fields = 0;
    finance::each(
        [&](field const& f, auto const&) {
            ++fields;
            INFO(f.name);
            std::string const name = f.name;
            bool const off = name == "construction_months" || name == "tax"; // nothing is assumed by leaving them out
            CHECK((f.default_from.title != nullptr || f.informational != nullptr || off));
        },
        finance{}
    );
    CHECK(fields == 14);
    asset_class::each([](field const& f, auto const&) { CHECK(f.default_from.title != nullptr); }, asset_class{});
}

TEST_CASE("an invalid rate is named") {
    finance f{};
    f.discount = discount_rate{-1.0};
    CHECK_THROWS_AS(validate(f), invalid_input);
}

TEST_CASE("what tax adds to the cost of a year, at the default rate: machines 6 %, plant 14 %, the shell 24 %") {
    // (1 - t D)/(1 - t) by IRS tables A-1 (5, 15 years) and half-year 39, at 7.68 %: computed apart, to four digits
    finance const without{};
    finance with{};
    with.tax.rate = fraction{0.26};
    auto const dearer = [&](asset_kind k) {
        auto const of = [&](finance const& f) { return annual_cost(1'000.0 * USD, k, f).capital_recovery; };
        return of(with) / of(without) - 1.0;
    };
    CHECK(dearer(asset_kind::it) == within(0.0631, 5e-5));
    CHECK(dearer(asset_kind::electrical) == within(0.1438, 5e-5));
    CHECK(dearer(asset_kind::shell) == within(0.2440, 5e-5));
}

#include <tallywatt/finance.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("REopt's effective cost of 1,600 USD with five-year depreciation") {
    // NREL/REopt.jl effective_cost, run again: 828.6256 with a 30 % credit and 60 % bonus, 1,247.446 without; printed to 7 digits
    taxation t{.rate = fraction{0.26}};
    nominal_discount_rate const r{0.0624};
    CHECK(1'600.0 * effective_cost(t, accelerated_depreciation(5), t.bonus, r).value == within(1'247.446, 5e-4));
    t.investment_credit = fraction{0.3};
    t.bonus = fraction{0.6};
    CHECK(1'600.0 * effective_cost(t, accelerated_depreciation(5), t.bonus, r).value == within(828.6256, 5e-5));
}

TEST_CASE("required revenue, by hand: two years straight line at 25 %, tax a half, no inflation") {
    // v = 0.8: deductions are worth 0.5 (0.8 + 0.64) = 0.72 of the price, half of it in tax; 0.64/(0.5 * 1.44)
    finance f{.discount = discount_rate{0.25}, .it = {.life = 2}, .inflation = inflation_rate{0.0}};
    f.tax = {.rate = fraction{0.5}, .accelerated = false, .it_recovery = 2};
    CHECK(
        annual_cost(1'000.0 * USD, asset_kind::it, f).capital_recovery.in(USD / year)
        == near(1'000.0 * 0.64 / 0.72, 1e-12)
    );
    // salvage of a tenth, taxed: less 0.1 * 0.64 * 0.5
    f.it.salvage = fraction{0.1};
    CHECK(
        annual_cost(1'000.0 * USD, asset_kind::it, f).capital_recovery.in(USD / year)
        == near(1'000.0 * (0.64 - 0.032) / 0.72, 1e-12)
    );
    // a credit of a fifth at the end of the first year, a half of it off the basis: 1 - 0.2 * 0.8 - 0.5 * 0.9 * 0.72
    f.it.salvage = {};
    f.tax.investment_credit = fraction{0.2};
    CHECK(
        annual_cost(1'000.0 * USD, asset_kind::it, f).capital_recovery.in(USD / year)
        == near(1'000.0 * (0.84 - 0.324) / 0.72, 1e-12)
    );
    // bonus: 40 % of the basis in year 1
    f.tax.bonus = fraction{0.4};
    double const worth = 0.4 * 0.8 + 0.6 * 0.72;
    CHECK(
        annual_cost(1'000.0 * USD, asset_kind::it, f).capital_recovery.in(USD / year)
        == near(1'000.0 * (0.84 - 0.5 * 0.9 * worth) / 0.72, 1e-12)
    );
}

TEST_CASE("deductions shrink with inflation, so required revenue rises with it") {
    finance f{};
    f.tax.rate = fraction{0.26};
    double last = 0.0;
    for (double i : {0.0, 0.02, 0.05, 0.1}) {
        f.inflation = inflation_rate{i};
        double const now = annual_cost(1e6 * USD, asset_kind::shell, f).capital_recovery.in(USD / year);
        CHECK(now > last);
        last = now;
    }
}

TEST_CASE("without tax and construction the annual cost is the plain one, to the last bit") {
    finance const f{};
    struct {
        asset_kind kind;
        asset_class const& of;
    } const all[] = {
        {asset_kind::it, f.it},       {asset_kind::network, f.network},       {asset_kind::data_storage, f.storage},
        {asset_kind::shell, f.shell}, {asset_kind::electrical, f.electrical}, {asset_kind::mechanical, f.mechanical},
        {asset_kind::land, f.land}};
    for (auto const& a : all) {
        auto const plain = annual_cost(1e6 * USD, a.of, f.discount), here = annual_cost(1e6 * USD, a.kind, f);
        CHECK(plain.capital_recovery.base_value == here.capital_recovery.base_value);
        CHECK(plain.maintenance.base_value == here.maintenance.base_value);
        CHECK(plain.property_tax.base_value == here.property_tax.base_value);
    }
}

TEST_CASE("construction makes what is built dearer and leaves machines alone") {
    finance slow{};
    slow.construction_months = 24;
    finance const f{};
    double const times = construction_interest(f.discount, 24).value;
    auto const recovery = [](finance const& x, asset_kind k) { return annual_cost(1e6 * USD, k, x).capital_recovery; };
    CHECK(recovery(slow, asset_kind::shell) / recovery(f, asset_kind::shell) == near(times, 1e-12));
    CHECK(recovery(slow, asset_kind::it) == recovery(f, asset_kind::it));
    // land keeps its price, so only the interest of the time before operation is added to its own
    CHECK(recovery(slow, asset_kind::land) > recovery(f, asset_kind::land));
}

TEST_CASE("land is deducted when it is sold") {
    finance f{};
    auto const d = deductions_of(terms_of(f, asset_kind::land), f.tax);
    CHECK(d.years == 35);
    CHECK(d.share[34] == 1.0);
}

TEST_CASE("a production credit over ten of twenty years") {
    // at no interest half of it, grossed up by the tax of a fifth
    auto const c = levelised_production_credit(30.0 * USD / megawatt_hour, 10, 20, discount_rate{0.0}, fraction{0.2});
    CHECK(c.in(USD / megawatt_hour) == near(15.0 / 0.8, 1e-12));
}

TEST_CASE("what tax leaves out of the ledger") {
    taxation off{}, on{.rate = fraction{0.2}};
    CHECK_FALSE(in_play(off, "bonus"));
    CHECK(in_play(off, "rate"));
    CHECK(in_play(off, "investment_credit"));
    CHECK(in_play(on, "bonus"));
    finance f{};
    CHECK_FALSE(in_play(f, "inflation"));
    f.tax = on;
    CHECK(in_play(f, "inflation"));
}

TEST_CASE("invalid terms are named") {
    CHECK_THROWS_WITH_AS(validate(taxation{.rate = fraction{1.0}}), "taxation.rate: 1 is above 0.95", invalid_input);
    CHECK_THROWS_WITH_AS(validate(taxation{.it_recovery = 0}), "taxation.it_recovery: 0 is below 1", invalid_input);
    finance f{};
    f.construction_months = 121;
    CHECK_THROWS_WITH_AS(validate(f), "finance.construction_months: 121 is above 120", invalid_input);
}

#include <tallywatt/tco/cash_flow.hpp>
#include <tallywatt/tco/evaluate.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"
#include "scenarios.hpp"

using namespace tallywatt;

namespace {
/// A report of one class of assets: 1,000 USD of machines, 100 USD a year to run, 10 accelerators.
report machines(finance const& f) {
    report r;
    r.capital.accelerators = 1'000.0 * USD;
    r.cost.accelerators = annual_cost(1'000.0 * USD, asset_kind::it, f).capital_recovery;
    r.cost.electricity = 60.0 * USD / year;
    r.cost.staff = 40.0 * USD / year;
    r.delivery.accelerators = 10.0 * accelerator_unit;
    r.delivery.output = of_output<token_rate<>>{200.0 * token / year};
    r.delivery.input = of_input<token_rate<>>{300.0 * token / year};
    r.unit.revenue = 800.0 * USD / year;
    return r;
}
} // namespace

TEST_CASE("the years of a two-year machine over two years, by hand") {
    finance const f{.discount = discount_rate{0.25}, .it = {.life = 2}};
    auto const c = cash_flow_of(machines(f), f, {.horizon = 2});
    CHECK(c.year[0].net().in(USD) == -1'000.0);
    CHECK(c.year[1].net().in(USD) == near(700.0, 1e-12));
    CHECK(c.year[2].net().in(USD) == near(700.0, 1e-12));
    auto const x = returns_of(c, f.discount);
    CHECK(x.worth.in(USD) == near(700.0 * 1.44 - 1'000.0, 1e-12));
    CHECK(x.rate.value == near((7.0 + std::sqrt(49.0 + 280.0)) / 20.0 - 1.0, 1e-12)); // 10 x^2 = 7 x + 7
    CHECK(x.payback.in(year) == near(1.0 + 3.0 / 7.0, 1e-12));
    // 1,000/1.44 + 100
    CHECK(x.required.in(USD / year) == near(1'000.0 / 1.44 + 100.0, 1e-12));
    CHECK(x.price_scale.value == near((1'000.0 / 1.44 + 100.0) / 800.0, 1e-12));
    CHECK(x.per_token.in(USD / token) == near((1'000.0 / 1.44 + 100.0) / 500.0, 1e-12));
    CHECK(x.per_accelerator_hour.in(USD / accelerator_hour) == near((1'000.0 / 1.44 + 100.0) / 87'600.0, 1e-12));
    // at a target above the discount rate it takes more
    CHECK(
        returns_of(c, f.discount, discount_rate{0.5}).required.in(USD / year)
        == near(1'000.0 / (2.0 / 3.0 + 4.0 / 9.0) + 100.0, 1e-12)
    );
}

TEST_CASE("replacement at a fallen price, and what is left in use, by hand") {
    finance const f{.discount = discount_rate{0.25}, .it = {.life = 2}};
    // bought anew after two years at 0.9^2 of the price; a year of its life is left after three
    auto const c = cash_flow_of(machines(f), f, {.horizon = 3, .hardware_price = growth_rate{-0.1}});
    CHECK(c.year[2].capital.in(USD) == near(-810.0, 1e-12));
    // of the 810/1.44 a year it has to earn, one is still to come: worth that, discounted by 1.25
    CHECK(c.year[3].residual.in(USD) == near(810.0 / 1.44 * 0.8, 1e-12));
    auto const lost =
        cash_flow_of(machines(f), f, {.horizon = 3, .hardware_price = growth_rate{-0.1}, .realised = fraction{0.0}});
    CHECK(lost.year[3].residual.in(USD) == 0.0);
}

TEST_CASE("ramp, prices that erode, and energy that follows") {
    finance const f{.discount = discount_rate{0.25}, .it = {.life = 2}};
    cash_flow_terms const t{
        .horizon = 2,
        .ramp = {fraction{0.5}, fraction{1.0}, fraction{1.0}, fraction{1.0}},
        .energy_follows = fraction{0.5},
        .revenue_price = growth_rate{-0.2}};
    auto const c = cash_flow_of(machines(f), f, t);
    CHECK(c.year[1].revenue.in(USD) == near(400.0, 1e-12));
    CHECK(c.year[2].revenue.in(USD) == near(640.0, 1e-12));
    CHECK(c.year[1].operation.in(USD) == near(-(40.0 + 60.0 * 0.75), 1e-12));
    CHECK(c.year[2].operation.in(USD) == near(-100.0, 1e-12));
}

TEST_CASE("tax by year: two years straight line at a half, by hand") {
    finance f{.discount = discount_rate{0.25}, .it = {.life = 2}, .inflation = inflation_rate{0.0}};
    f.tax = {.rate = fraction{0.5}, .investment_credit = fraction{0.2}, .accelerated = false, .it_recovery = 2};
    auto const c = cash_flow_of(machines(f), f, {.horizon = 2});
    // profit 700 less 0.9 * 500 of deductions, half of it; the credit of 200 at the end of the first year
    CHECK(c.year[1].tax.in(USD) == near(-0.5 * (700.0 - 450.0) + 200.0, 1e-12));
    CHECK(c.year[2].tax.in(USD) == near(-125.0, 1e-12));
}

TEST_CASE("the annualised and the cash-flow view agree to rounding, over any horizon, with construction and tax") {
    for (auto const& s : {scenarios::all[0], scenarios::all[1], scenarios::all[4]}) {
        deployment const d = s.make();
        report const r = evaluate(d);
        INFO(std::string(s.name));
        for (bool const taxed : {false, true}) {
            finance f = d.finance;
            money_rate<> yearly = r.cost.total();
            if (taxed) {
                f.construction_months = 30;
                f.tax = {.rate = fraction{0.26}, .investment_credit = fraction{0.1}, .bonus = fraction{0.4}};
                auto const more = [&](asset_kind k, money<> const& m) {
                    yearly += annual_cost(m, k, f).capital_recovery - annual_cost(m, k, d.finance).capital_recovery;
                };
                auto const& k = r.capital;
                more(asset_kind::it, k.accelerators + k.servers + k.racks);
                more(asset_kind::network, k.network);
                more(asset_kind::data_storage, k.storage);
                more(asset_kind::shell, k.shell);
                more(asset_kind::electrical, k.electrical);
                more(asset_kind::mechanical, k.cooling);
                more(asset_kind::land, k.land);
                CHECK(yearly.base_value != r.cost.total().base_value);
            }
            for (int horizon : {1, 4, 5, 12, 17, 35, 60}) {
                INFO("horizon " << horizon);
                auto const c = cash_flow_of(r, f, {.horizon = horizon});
                auto const x = returns_of(c, f.discount);
                // some hundred operations of 1e-16 each
                CHECK(x.required / yearly == near(1.0, 1e-13));
                CHECK(x.per_accelerator_hour / (yearly / r.delivery.accelerators) == near(1.0, 1e-13));
                // sold at that revenue the worth is nothing, and the rate of return is the discount rate
                auto const sold = cash_flow_of(r, f, {.horizon = horizon}, yearly);
                auto const even = returns_of(sold, f.discount);
                double const capital = r.capital.total().in(USD);
                CHECK(std::abs(even.worth.in(USD)) < 1e-12 * capital);
                CHECK(even.rate.value == near(f.discount.value, 1e-10));
            }
        }
    }
}

TEST_CASE("sales tax and grants are paid with what they are on, again with what replaces it, and both views agree") {
    finance const f{.discount = discount_rate{0.25}, .it = {.life = 2}};
    report r = machines(f);
    r.capital.sales_tax = 80.0 * USD;
    r.capital.it_grant = -300.0 * USD;
    r.capital.shell = 500.0 * USD;
    r.capital.building_grant = -100.0 * USD;
    auto const shell = annual_cost(500.0 * USD, asset_kind::shell, f).capital_recovery;
    r.cost.shell = shell;
    r.cost.sales_tax = 0.08 * r.cost.accelerators;
    r.cost.grants = -(0.3 * r.cost.accelerators + 0.2 * shell);
    auto const c = cash_flow_of(r, f, {.horizon = 4});
    CHECK(c.year[0].capital.in(USD) == near(-(1'000.0 * 0.78 + 400.0), 1e-12));
    CHECK(c.year[2].capital.in(USD) == near(-780.0, 1e-12));
    CHECK(c.year[1].operation.in(USD) == near(-100.0, 1e-12)); // energy and staff alone
    CHECK(returns_of(c, f.discount).required / r.cost.total() == near(1.0, 1e-13));
    // of a deployment, with the building and every class of its own life
    deployment d = scenarios::mixtral_b200_sweden();
    d.policy = {.sales_tax = ratio{0.06}, .it_grant = fraction{0.1}, .building_grant = fraction{0.2}};
    report const whole = evaluate(d);
    for (int horizon : {3, 11, 40}) {
        auto const flow = cash_flow_of(whole, d.finance, {.horizon = horizon});
        CHECK(-flow.year[0].capital.in(USD) == near(whole.capital.total().in(USD), 1e-13));
        CHECK(returns_of(flow, d.finance.discount).required / whole.cost.total() == near(1.0, 1e-13));
    }
}

TEST_CASE("what is trained is sold by the token too") {
    training_deployment d = scenarios::llama405b_training_h100();
    d.service.price = 10.0 * USD / megatoken;
    report const r = evaluate(d);
    auto const x = returns_of(cash_flow_of(r, d.finance), d.finance.discount);
    CHECK(x.per_token.in(USD / megatoken) == near(r.unit.blended.in(USD / megatoken), 1e-12));
    CHECK(x.price_scale.value * 10.0 == near(r.unit.blended.in(USD / megatoken), 1e-12));
}

// [agree]
TEST_CASE("without tax the price per accelerator-hour is the report's own") {
    deployment const d = scenarios::llama70b_h100_texas_air();
    report const r = evaluate(d);
    auto const x = returns_of(cash_flow_of(r, d.finance), d.finance.discount);
    CHECK(
        x.per_accelerator_hour.in(USD / accelerator_hour)
        == near(r.unit.per_accelerator_hour.in(USD / accelerator_hour), 1e-13)
    );
}
// [/agree]

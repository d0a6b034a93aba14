#include <tallywatt/tco/lease.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr lessor owner{.capital = 12.5 * USD / watt, .discount = discount_rate{0.07}};
double monthly(capacity_charge const& c) { return (c.value * month).in(USD / kilowatt); }
} // namespace

TEST_CASE("12.5 USD/W at 7 % over 14 years needs 119.1 USD/kW-month") {
    CHECK(monthly(rent_that_makes_whole(owner, 14)) == within(119.1, 0.05)); // as published, to four digits
    lessor keeps = owner;
    keeps.salvage = fraction{0.2};
    keeps.operation = per_year(100.0 * USD / kilowatt);
    // by hand: v^14 = 1.07^-14, the annuity of the rest, and the cost of keeping it
    double const v14 = std::pow(1.07, -14.0), crf = 0.07 / (1.0 - v14);
    CHECK(
        monthly(rent_that_makes_whole(keeps, 14)) == near((12'500.0 * (1.0 - 0.2 * v14) * crf + 100.0) / 12.0, 1e-12)
    );
}

TEST_CASE("at 80 USD/kW-month and 5 USD/W-yr above the threshold it takes 9.39 % of it") {
    revenue_lease l{.rent = per_month(80.0 * USD / kilowatt), .threshold = per_year(9.0 * USD / watt), .term = 14};
    double const s = share_that_makes_whole(l, owner, per_year(14.0 * USD / watt));
    CHECK(100.0 * s == within(9.39, 0.005)); // as published
    // with that share the lessor's worth is nothing and its rate of return is its discount rate
    l.share = ratio{s};
    lessee const tenant{
        .capital = 30.0 * USD / watt,
        .operation = per_year(1.0 * USD / watt),
        .revenue = per_year(14.0 * USD / watt),
        .per_megawatt = 550.0 * accelerator_unit};
    auto const x = evaluate(l, owner, tenant);
    CHECK(std::abs(x.lessor_worth.in(USD / kilowatt)) < 1e-9); // of 12,500
    CHECK(x.lessor_rate.value == near(0.07, 1e-9));
    // the lessee pays the rent and the share: 119.1 again
    CHECK(monthly(x.paid) == near(monthly(rent_that_makes_whole(owner, 14)), 1e-9));
    // every dollar of the lessor's gain is the lessee's cost: halve the share
    l.share = ratio{0.5 * s};
    auto const less = evaluate(l, owner, tenant);
    CHECK(less.lessor_worth < x.lessor_worth);
    CHECK(less.lessee_worth > x.lessee_worth);
    CHECK(less.per_accelerator_hour < x.per_accelerator_hour);
}

TEST_CASE("both sides by hand: two years, 25 %") {
    revenue_lease const l{
        .rent = per_year(300.0 * USD / kilowatt),
        .share = ratio{0.5},
        .threshold = per_year(1'000.0 * USD / kilowatt),
        .term = 2};
    lessor const o{
        .capital = 1'000.0 * USD / kilowatt,
        .operation = per_year(50.0 * USD / kilowatt),
        .discount = discount_rate{0.25}};
    lessee const t{
        .capital = 500.0 * USD / kilowatt,
        .life = 1,
        .hardware_price = growth_rate{-0.2},
        .operation = per_year(100.0 * USD / kilowatt),
        .revenue = per_year(1'200.0 * USD / kilowatt),
        .revenue_growth = growth_rate{-0.25},
        .per_megawatt = 1'000.0 * accelerator_unit,
        .discount = discount_rate{0.25}};
    auto const let = flows_of(l, o, t), rented = flows_of(l, t);
    CHECK(let.at[1].in(USD) == near(300.0 + 100.0 - 50.0, 1e-12)); // half of 200 above
    CHECK(let.at[2].in(USD) == near(300.0 - 50.0, 1e-12));         // 900 is below the threshold
    CHECK(rented.at[0].in(USD) == -500.0);
    CHECK(rented.at[1].in(USD) == near(-400.0 + 1'200.0 - 100.0 - 400.0, 1e-12));
    CHECK(rented.at[2].in(USD) == near(900.0 - 100.0 - 300.0, 1e-12));
    auto const x = evaluate(l, o, t);
    CHECK(x.lessor_worth.in(USD / kilowatt) == near(-1'000.0 + 350.0 * 0.8 + 250.0 * 0.64, 1e-12));
    // costs: 500, then 400 + 100 + 400, then 100 + 300, over 1.44 years of one accelerator
    CHECK(
        x.per_accelerator_hour.in(USD / accelerator_hour)
        == near((500.0 + 900.0 * 0.8 + 400.0 * 0.64) / 1.44 / 8760.0, 1e-12)
    );
    CHECK(x.paid.value.in(USD / kilowatt / year) == near((400.0 * 0.8 + 300.0 * 0.64) / 1.44, 1e-12));
}

TEST_CASE("machines at the end of a lease, by hand") {
    revenue_lease const l{.rent = per_year(100.0 * USD / kilowatt), .term = 3};
    lessee const t{
        .capital = 1'000.0 * USD / kilowatt,
        .life = 2,
        .salvage = fraction{0.1},
        .hardware_price = growth_rate{-0.1},
        .revenue = per_year(600.0 * USD / kilowatt)};
    auto const f = flows_of(l, t);
    CHECK(f.at[0].in(USD) == -1'000.0);
    CHECK(f.at[1].in(USD) == near(500.0, 1e-12));
    // a tenth of the first machines, less the second ones at 0.81 of the price
    CHECK(f.at[2].in(USD) == near(500.0 + 100.0 - 810.0, 1e-12));
    // which are half used: half way from 1 to 0.1
    CHECK(f.at[3].in(USD) == near(500.0 + 0.55 * 810.0, 1e-12));
}

TEST_CASE("the share is out of reach where revenue stays below the threshold, and negative where the rent is enough") {
    revenue_lease l{.rent = per_month(80.0 * USD / kilowatt), .threshold = per_year(20.0 * USD / watt), .term = 14};
    CHECK(share_that_makes_whole(l, owner, per_year(14.0 * USD / watt)) > 1e6);
    l.rent = per_month(130.0 * USD / kilowatt);
    l.threshold = per_year(9.0 * USD / watt);
    CHECK(share_that_makes_whole(l, owner, per_year(14.0 * USD / watt)) < 0.0);
}

TEST_CASE("invalid leases are named") {
    CHECK_THROWS_WITH_AS(validate(revenue_lease{.term = 61}), "revenue_lease.term: 61 is above 60", invalid_input);
    CHECK_THROWS_AS(validate(lessee{.life = 0}), invalid_input);
    CHECK_THROWS_AS(validate(lessor{.salvage = fraction{1.1}}), invalid_input);
}

#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/supply.hpp>
#include <tallywatt/silicon/yearly_supply.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("a year of the industry limits a package as its inputs do") {
    package const p = catalog::b200_package;
    auto const plan = plan_package(p);
    auto const amounts = amounts_in<double>(catalog::industry, start_of(2026), end_of(2026));
    input_shares const shares = catalog::accelerators_2025;
    auto const yearly = annual_supply(p, plan, yearly_supply(amounts, shares));
    auto const bound = allowed(share_of(amounts, shares), needs_of(p, plan));
    CHECK((yearly.total * year / bound.total) == near(1.0, 1e-13));
    CHECK(yearly.binding() == supply_input::logic_wafers);
    CHECK_FALSE(yearly.asked[static_cast<int>(supply_input::substrates)]); // no figure, no limit
    CHECK_FALSE(yearly.asked[static_cast<int>(supply_input::base_wafers)]);
    // N3-class wafers for the first kind of die
    auto const n3 = yearly_supply(amounts, shares, 1, 0);
    CHECK((n3.logic_wafers * year) == near(amounts.wafers[1], 1e-14));
    CHECK((n3.base_wafers * year) == near(amounts.wafers[0], 1e-14));
}

TEST_CASE("substrates of none are a limit where they are stated") {
    input_amounts none;
    none.stated[6] = true;
    CHECK(yearly_supply(none, input_shares{}).substrates_limited);
    CHECK_FALSE(yearly_supply(input_amounts{}, input_shares{}).substrates_limited);
}

#include <tallywatt/catalog/training_budgets.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/tco/training_budget.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("a budget by hand") {
    auto const b = budget_of(
        10.0 * USD,
        budget_shares{.experiments = ratio{2.0}, .failed_runs = ratio{0.5}, .data = ratio{0.2}, .people = fraction{0.3}}
    );
    CHECK(b.experiments.in(USD) == 20.0);
    CHECK(b.failed_runs.in(USD) == 5.0);
    CHECK(b.compute().in(USD) == 35.0);
    CHECK(b.data.in(USD) == near(7.0, 1e-12));
    CHECK(b.people.in(USD) == near(18.0, 1e-12)); // 42 is 70 %
    CHECK(b.total().in(USD) == near(60.0, 1e-12));
    CHECK(b.people / b.total() == near(0.3, 1e-12));
}

TEST_CASE("the frontier's shares are as published") {
    auto const at = [](budget_shares const& s) { return budget_of(1.0 * USD, s); };
    auto const likely = at(catalog::frontier_shares);
    // people 29 to 49 % of development, the final run 10 to 30 % of the computing
    CHECK((likely.people / likely.total() >= 0.29 && likely.people / likely.total() <= 0.49));
    CHECK((likely.final_run / likely.compute() >= 0.10 && likely.final_run / likely.compute() <= 0.30));
    auto const bounds_of = budget_of(money<interval>{1.0 * USD}, convert<interval>(catalog::frontier_shares));
    CHECK(bounds_of.compute().base_value.low <= 1.0 / 0.3);  // 30 %
    CHECK(bounds_of.compute().base_value.high >= 1.0 / 0.1); // 10 %
    CHECK(bounds_of.people.base_value.high < 30.0);          // taken at its ends, not with its share twice
}

TEST_CASE("what a final run costs, by part: Epoch's shares") {
    double const sum = catalog::run_cost_chips.value.likely + catalog::run_cost_servers.value.likely
                       + catalog::run_cost_network.value.likely + catalog::run_cost_energy.value.likely;
    CHECK(sum == near(0.99, 1e-12)); // as rounded in the source
}

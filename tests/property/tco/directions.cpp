// Directions that any deployment obeys, and scale.

#include "approx.hpp"
#include "property/tco/support.hpp"

#include <doctest/doctest.h>

using namespace tallywatt;
using namespace tco_test;

namespace {

/// Reports at a fixed plan while one change is applied more and more.
template <class F>
std::vector<report> steps(deployment const& d, F const& change, std::initializer_list<double> by) {
    auto const plan = plan_of(d);
    std::vector<report> all;
    for (double const x : by) {
        deployment changed = d;
        change(changed, x);
        all.push_back(evaluate(prepare(changed), plan));
    }
    return all;
}
grid& grid_of(deployment& d) { return std::get<grid>(d.supply); }

}  // namespace

TEST_CASE("cost rises with every price") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        deployment const d = s.make();
        auto const rises = [&](auto const& change) {
            auto const r = steps(d, change, {0.5, 1.0, 1.5, 3.0});
            for (std::size_t i = 1; i < r.size(); ++i) {
                CHECK(r[i].cost.total() > r[i - 1].cost.total());
                CHECK(r[i].unit.blended > r[i - 1].unit.blended);
                CHECK(r[i].power.facility == r[i - 1].power.facility);  // prices move no power
            }
        };
        rises([](deployment& x, double k) { x.cluster.server.accelerator.price *= k; });
        rises([](deployment& x, double k) { x.cluster.server.price_without_accelerators *= k; });
        rises([](deployment& x, double k) { x.cluster.network.network_switch.price *= k; });
        rises([](deployment& x, double k) { x.cluster.storage.price *= k; });
        rises([](deployment& x, double k) { x.site.prices.shell *= k; });
        rises([](deployment& x, double k) { x.site.prices.contingency = ratio{0.05 * k}; });
        rises([](deployment& x, double k) { x.site.staff.value *= k; });
        rises([](deployment& x, double k) { x.finance.discount = discount_rate{0.04 * k}; });
        if (std::holds_alternative<grid>(d.supply)) {
            rises([](deployment& x, double k) { grid_of(x).energy_price *= k; });
            rises([](deployment& x, double k) { grid_of(x).demand.value *= k; });
        } else {
            rises([](deployment& x, double k) { std::get<gas_generation>(x.supply).fuel_price *= k; });
            rises([](deployment& x, double k) { std::get<gas_generation>(x.supply).overnight *= k; });
        }
    }
}

TEST_CASE("a fuller service costs less a token and more a year") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        std::vector<report> r;  // each load with the batch that it makes
        for (double const load : {0.2, 0.4, 0.6, 0.8, 1.0}) {
            deployment d = s.make();
            d.service.traffic.load = fraction{load};
            r.push_back(evaluate(d));
        }
        for (std::size_t i = 1; i < r.size(); ++i) {
            CHECK(r[i].unit.blended < r[i - 1].unit.blended);
            CHECK(r[i].unit.energy < r[i - 1].unit.energy);
            // batches are whole: of a few sequences, the next one may leave a sixth of the time at rest
            // and steps with few tokens, bound by memory, draw up to 2 % more than full ones where experts are many
            CHECK(r[i].cost.total() > 0.9995 * r[i - 1].cost.total());
            CHECK(r[i].power.it > 0.98 * r[i - 1].power.it);
            CHECK(r[i].power.it_peak <= 1.02 * r.back().power.it_peak);
            CHECK(r[i].power.it_peak >= r.back().power.it_peak);
        }
        CHECK(r.back().power.it.value.base_value == near(r.back().power.it_peak.value.base_value * prepare(s.make()).supply.availability.value * prepare(s.make()).site.availability.value, 1e-13));
    }
}

TEST_CASE("losses of the facility cost energy, money and emissions, and no tokens") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        auto const r = steps(s.make(), [](deployment& d, double x) { d.site.auxiliary = ratio{x}; }, {0.0, 0.01, 0.05, 0.2});
        for (std::size_t i = 1; i < r.size(); ++i) {
            CHECK(r[i].power.pue > r[i - 1].power.pue);
            CHECK(r[i].unit.energy > r[i - 1].unit.energy);
            CHECK(r[i].unit.carbon > r[i - 1].unit.carbon);
            CHECK(r[i].unit.blended > r[i - 1].unit.blended);
            CHECK(r[i].delivery.output == r[i - 1].delivery.output);
            CHECK(r[i].power.it == r[i - 1].power.it);
        }
    }
}

TEST_CASE("a longer life costs less a year, a dirtier grid emits more") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        deployment d = s.make();
        d.finance.it.life = 3;
        report const three = evaluate(d);
        d.finance.it.life = 6;
        report const six = evaluate(d);
        CHECK(six.unit.blended < three.unit.blended);
        CHECK(six.unit.carbon < three.unit.carbon);
        if (!std::holds_alternative<grid>(d.supply)) continue;
        auto const r = steps(d, [](deployment& x, double k) { grid_of(x).location_based *= k; }, {0.0, 1.0, 2.0});
        CHECK(r[0].carbon.electricity.base_value == 0.0);
        CHECK((r[2].unit.carbon - r[1].unit.carbon).base_value == near((r[1].unit.carbon - r[0].unit.carbon).base_value, 1e-12));
    }
}

TEST_CASE("twice the site gives twice the totals and the same token") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        deployment d = s.make();
        d.chips = {};
        auto const once_prepared = prepare(d);
        auto const once_plan = plan_deployment(once_prepared);
        report const once = evaluate(once_prepared, once_plan);
        d.site.it_capacity = 2.0 * d.site.it_capacity;
        report const twice = evaluate(d);
        // whole servers, instances, racks and switches: each count is off by at most one in so many, and small fabrics may
        // need a tier less
        double const rounding = 3.0 / once_plan.instances + 3.0 / once_plan.cluster.servers + 0.005;
        auto const about = [&](double x, double wanted) { return std::abs(x - wanted) <= rounding * std::abs(wanted); };
        CHECK(about(twice.delivery.output.value.base_value, 2.0 * once.delivery.output.value.base_value));
        CHECK(about(twice.power.facility.value.base_value, 2.0 * once.power.facility.value.base_value));
        CHECK(about(twice.capital.total().base_value, 2.0 * once.capital.total().base_value));
        CHECK(about(twice.cost.total().base_value, 2.0 * once.cost.total().base_value));
        CHECK(about(twice.carbon.total().base_value, 2.0 * once.carbon.total().base_value));
        CHECK(about(twice.unit.blended.base_value, once.unit.blended.base_value));
        CHECK(about(twice.power.pue.value, once.power.pue.value));
        CHECK(twice.delivery.time_per_output_token == once.delivery.time_per_output_token);
    }
}

TEST_CASE("money scales: every price doubled doubles every cost and moves nothing else") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        deployment const d = s.make();
        auto const plan = plan_of(d);
        deployment dear = d;
        walk(
            [](field_path const&, field const&, auto& leaf) {
                using M = std::remove_cvref_t<decltype(leaf)>;
                if constexpr (numeric_leaf<M>) {
                    using D = leaf_dimension<M>;
                    constexpr bool is_money = std::same_as<D, dim::money> || std::same_as<D, dim::per<dim::money, dim::power>> || std::same_as<D, dim::per<dim::money, dim::energy>> ||
                                              std::same_as<D, dim::per<dim::money, dim::data>> || std::same_as<D, dim::per<dim::money, dim::volume>> ||
                                              std::same_as<D, dim::per<dim::money, dim::token>> || std::same_as<D, dim::per<dim::money, dim::area>> ||
                                              (std::same_as<M, capacity_charge> || std::same_as<M, demand_charge>);
                    if constexpr (is_money) number_in(leaf) *= 2.0;
                }
            },
            field_path{nullptr, ""}, dear);
        report const a = evaluate(prepare(d), plan), b = evaluate(prepare(dear), plan);
        basic_cost_lines<double>::each([](field const&, auto const& x, auto const& y) { CHECK(y.base_value == near(2.0 * x.base_value, 1e-13)); }, a.cost, b.cost);
        CHECK(b.unit.margin.base_value == near(2.0 * a.unit.margin.base_value, 1e-12));
        CHECK(b.power.facility == a.power.facility);
        CHECK(b.unit.carbon == a.unit.carbon);
        CHECK(b.manufacture.price_over_cost.value == near(a.manufacture.price_over_cost.value, 1e-13));
    }
}

#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/silicon/embodied.hpp>
#include <tallywatt/silicon/chip_supply.hpp>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

// Every line of cost and carbon, and both totals.
auto lines(package_plan const& plan) {
    return [plan]<class T>(basic_package<T> const& p) {
        auto const y = yields(p, plan);
        auto const c = manufacturing_cost(p, plan, y);
        auto const e = embodied(p, plan, y);
        return std::array<T, 13>{c.logic.base_value,      c.hbm.base_value,        c.interposer.base_value,
                                 c.attach.base_value,     c.yield_loss.base_value, c.total().base_value,
                                 e.logic.base_value,      e.hbm.base_value,        e.interposer.base_value,
                                 e.yield_loss.base_value, e.total().base_value,    e.water.base_value,
                                 y.assembly.value};
    };
}

} // namespace

TEST_CASE("H100: derivatives, intervals, packs") {
    arithmetics::check_all<package>(catalog::h100_package, lines(plan_package(catalog::h100_package)));
}
TEST_CASE("MI300X: derivatives, intervals, packs") {
    arithmetics::check_all<package>(catalog::mi300x_package, lines(plan_package(catalog::mi300x_package)));
}

TEST_CASE("supply: derivatives, intervals, packs") {
    package const p = catalog::h200_package;
    auto const plan = plan_package(p);
    chip_supply const s{
        .logic_wafers = 23'636.0 / year,
        .interposer_wafers = 46'429.0 / year,
        .hbm = 1.8e8 * GB / year,
        .substrates_limited = true,
        .substrates = 2e6 / year};
    arithmetics::check_all(s, [&]<class T>(basic_chip_supply<T> const& x) {
        auto const a = annual_supply(convert<T>(p), plan, x);
        return std::array<T, 2>{a.total.base_value, a.allowed_by(supply_input::logic_wafers).base_value};
    });
}

TEST_CASE("cost rises with defects, prices and falls with yields; scale of money cancels") {
    package const p = catalog::b200_package;
    auto const plan = plan_package(p);
    auto const cost = [&](package const& x) { return manufacturing_cost(x, plan).total().in(USD); };
    double last = 0.0;
    for (double d = 0.0; d < 0.5; d += 0.02) {
        package q = p;
        q.dies[0].die.node.defect_density = d / square_centimetre;
        CHECK(cost(q) > last);
        last = cost(q);
    }
    package q = p;
    q.hbm_attach_yield = fraction{0.995};
    CHECK(cost(q) < cost(p));
    q = p;
    q.dies[0].die.repeated.needed = 70;
    CHECK(cost(q) < cost(p));
    q = p;
    q.dies[0].die.repeated.needed = 80;
    CHECK(cost(q) > cost(p));
    q = p;
    for (auto* m :
         {&q.dies[0].die.node.wafer_price, &std::get<bridge_interposer>(q.carrier).node.wafer_price, &q.dies[0].attach_price, &q.hbm_attach_price, &std::get<bridge_interposer>(q.carrier).bridges.node.wafer_price, &q.substrate_price, &q.test_price,
          &q.dies[0].die.test_price})
        *m *= 3.0;
    q.hbm.price *= 3.0;
    CHECK(cost(q) == near(3.0 * cost(p), 1e-14));
}

TEST_CASE("a supply in proportion gives in proportion") {
    package const p = catalog::mi300x_package;
    auto const plan = plan_package(p);
    chip_supply s{
        .logic_wafers = 1e4 / year, .base_wafers = 2e4 / year, .interposer_wafers = 3e4 / year, .hbm = 1e8 * GB / year};
    auto const once = annual_supply(p, plan, s).total;
    s.logic_wafers *= 2.0;
    s.base_wafers *= 2.0;
    s.interposer_wafers *= 2.0;
    s.hbm *= 2.0;
    CHECK(annual_supply(p, plan, s).total / once == near(2.0, 1e-14));
}

// A cooling technology, a power source and an accelerator of one's own compose like the built-in ones.

#include "approx.hpp"
#include "scenarios.hpp"
#include "unit/facility/support.hpp"

#include <tallywatt/number/dual.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {

/// A river: no fuel, no grid, all of it capital.
template <class T = double>
struct basic_river {
    static constexpr char const* kind = "river";
    money_per_power<T> price = 3.0 * USD / watt;
    basic_availability<T> up{T(0.98)};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"price", non_negative}, self.price...);
        visit(field{"up", unit_interval}, self.up...);
    }
    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount) const {
        basic_prepared_supply<T> s;
        s.up_front = price;
        s.capital = held_at(price * capital_recovery_factor(discount, 40));
        s.availability = up;
        return s;
    }
};

using own_deployment = basic_deployment<test::basic_sea_water<>, basic_river<>, double>;

own_deployment own() {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    return {.service = d.service, .cluster = d.cluster, .site = {.climate = d.site.climate, .it_capacity = d.site.it_capacity}, .supply = {}, .finance = d.finance, .chips = d.chips};
}

/// The built-in technology, worn as one's own.
struct worn {
    static constexpr char const* kind = "worn";
    direct_to_chip inside = catalog::direct_to_chip;
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"inside"}, self.inside...);
    }
    [[nodiscard]] constexpr cooling_duty duty(weather const& air) const { return inside.duty(air); }
    [[nodiscard]] constexpr cooling_profile profile() const { return inside.profile(); }
};

}  // namespace

TEST_CASE("own cooling and own supply: evaluated like the built-in ones") {
    auto const d = own();
    report const r = evaluate(d);
    CHECK(r.water.site.base_value == 0.0);
    CHECK(r.power.wue.value.base_value == 0.0);
    CHECK(r.overhead.chiller.value.base_value == 0.0);
    CHECK(r.overhead.pumps.value.base_value > 0.0);
    CHECK(r.power.meter.value.base_value == 0.0);
    CHECK(r.carbon.electricity.base_value == 0.0);
    CHECK(r.cost.electricity.base_value == 0.0);
    // 3 USD/W of the design day's power
    CHECK(r.capital.generation.in(USD) == near(3.0 * r.power.facility_peak.value.in(watt), 1e-12));
    CHECK(r.delivery.output.value.base_value == near(0.98 * prepare(d.site).availability.value * 0.65 * r.delivery.capacity.value.base_value, 1e-12));
    CHECK(r.power.pue.value < evaluate(scenarios::deepseek_r1_h200_virginia()).power.pue.value);
}

TEST_CASE("own parts are derived like built-in ones") {
    auto const d = own();
    auto const plan = plan_deployment(prepare(d));
    auto x = convert<dual>(d);
    x.site.cooling.pump_power.value.derivative[0] = 1.0;
    auto const r = evaluate(prepare(x), plan);
    auto const shifted = [&](double by) {
        auto y = d;
        y.site.cooling.pump_power.value += by;
        return evaluate(prepare(y), plan).power.facility.value.base_value;
    };
    double const slope = (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
    CHECK(slope > 0.0);
    CHECK(r.power.facility.value.base_value.derivative[0] == near(slope, 1e-6));
}

TEST_CASE("a built-in technology worn as one's own gives the same report") {
    deployment const built_in = scenarios::deepseek_r1_h200_virginia();
    basic_deployment<worn, grid, double> const own_type{.service = built_in.service,
                                                        .cluster = built_in.cluster,
                                                        .site = {.cooling = {}, .climate = built_in.site.climate, .it_capacity = built_in.site.it_capacity},
                                                        .supply = std::get<grid>(built_in.supply),
                                                        .finance = built_in.finance,
                                                        .chips = built_in.chips};
    report const a = evaluate(built_in), b = evaluate(own_type);
    basic_cost_lines<double>::each([](field const&, auto const& x, auto const& y) { CHECK(x == y); }, a.cost, b.cost);
    CHECK(a.power.facility == b.power.facility);
    CHECK(a.unit.carbon == b.unit.carbon);
    // and from its parts
    report const c = evaluate(built_in.service, built_in.cluster, built_in.site, built_in.supply, built_in.finance, built_in.chips);
    CHECK(c.unit.blended == a.unit.blended);
}

TEST_CASE("own parts are refused by path too") {
    auto d = own();
    d.site.cooling.pump_power = ratio{-0.1};
    CHECK_THROWS_WITH_AS(evaluate(d), "site.cooling.pump_power: -0.1 is below 0", invalid_input);
    d = own();
    d.supply.price = -1.0 * USD / watt;
    CHECK_THROWS_WITH_AS(evaluate(d), "supply.price: -1 USD/W is below 0 USD/W", invalid_input);
}

TEST_CASE("an accelerator of one's own: twice the memory bandwidth, nothing known of its package") {
    deployment d = scenarios::llama70b_h100_texas_air();
    report const before = evaluate(d);
    auto& chip = d.cluster.server.accelerator;
    chip.name = "own";
    chip.memory_bandwidth *= 2.0;
    chip.package = {};
    chip.package_known = false;
    report const r = evaluate(d);
    CHECK(r.delivery.capacity > before.delivery.capacity);
    CHECK_FALSE(r.package_known);
    CHECK(r.carbon.accelerators.base_value == 0.0);
    CHECK(r.manufacture.cost.total().base_value == 0.0);
    CHECK(r.feasible());
}

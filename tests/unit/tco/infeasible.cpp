// What does not fit is a result: the report is complete, the limit that is missed is named, and the tightest one binds.

#include "approx.hpp"
#include "scenarios.hpp"

#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>

using namespace tallywatt;

namespace {

limit<> const& limit_of(report const& r, std::string_view name) {
    for (auto const& l : r.limits)
        if (l.name == name) return l;
    FAIL("no limit of this name: " << std::string(name));
    return r.limits[0];
}

bool is_finite(report const& r) {
    bool all = true;
    walk(
        [&](field_path const&, field const&, auto const& leaf) {
            if constexpr (numeric_leaf<std::remove_cvref_t<decltype(leaf)>>) all = all && std::isfinite(static_cast<double>(number_in(leaf)));
        },
        field_path{nullptr, ""}, r);
    return all;
}

}  // namespace

TEST_CASE("shipped scenarios: complete, and feasible but where chips are scarce") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        report const r = evaluate(s.make());
        CHECK(is_finite(r));
        for (auto const& l : r.limits) {
            INFO(std::string(l.name));
            CHECK(std::isfinite(l.used));
            CHECK((l.state() == limit_state::met || std::string_view(l.name) == "accelerators made in a year"));
        }
    }
}

TEST_CASE("a number format that the chip lacks") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.service.weights = precision::fp4;
    report const r = evaluate(d);
    CHECK(is_finite(r));
    CHECK_FALSE(r.feasible());
    CHECK(limit_of(r, "native number format").state() == limit_state::unmet);
    CHECK(std::string(r.binding_limit().name) == "native number format");
}

TEST_CASE("a model that fits on no allowed layout") {
    deployment d = scenarios::llama405b_h100_two_servers();
    d.service.largest_instance = 0;  // one server of 8 x 80 GB for 811 GB of weights
    report const r = evaluate(d);
    CHECK(is_finite(r));
    CHECK_FALSE(r.feasible());
    CHECK(limit_of(r, "memory of an accelerator").state() == limit_state::unmet);
    CHECK(limit_of(r, "memory of an accelerator").used > 1.2);
    CHECK(std::string(r.binding_limit().name) == "memory of an accelerator");
    CHECK(r.delivery.output.value.base_value > 0.0);
}

TEST_CASE("latencies out of reach") {
    deployment d = scenarios::llama70b_h100_texas_air();
    d.service.targets.time_per_output_token = 1.0 * millisecond;
    report const r = evaluate(d);
    CHECK(is_finite(r));
    CHECK(limit_of(r, "time per output token").state() == limit_state::unmet);
    CHECK(std::string(r.binding_limit().name) == "time per output token");
    d.service.targets = {.time_to_first_token = 1.0 * millisecond};
    report const s = evaluate(d);
    CHECK(std::string(s.binding_limit().name) == "time to first token");
    CHECK(s.binding_limit().used > 1.0);
}

TEST_CASE("a site too small for one instance") {
    deployment d = scenarios::deepseek_v3_h100_gas();
    d.site.it_capacity = at_it<power<>>{15.0 * kilowatt};  // one server; the model needs four
    auto const plan = plan_deployment(prepare(d));
    CHECK_FALSE(plan.fits_site);
    CHECK(plan.instances == 1);
    report const r = evaluate(d);
    CHECK(is_finite(r));
    CHECK(limit_of(r, "IT power of the site").state() == limit_state::unmet);
    CHECK(std::string(r.binding_limit().name) == "IT power of the site");
}

TEST_CASE("a rack that draws more than its cooling takes") {
    deployment d = scenarios::llama405b_gb200_virginia_tower();
    d.site.cooling = catalog::air_contained;
    report const r = evaluate(d);
    CHECK(limit_of(r, "rack density").state() == limit_state::unmet);
    CHECK(limit_of(r, "rack density").used > 4.0);  // some 130 kW where 25 kW are allowed
}

TEST_CASE("servers without cold plates on a liquid loop") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.cluster.server.liquid_ready = false;
    CHECK(limit_of(evaluate(d), "liquid cooling of the servers").state() == limit_state::unmet);
    d.site.cooling = catalog::air_contained;
    CHECK(limit_of(evaluate(d), "liquid cooling of the servers").state() == limit_state::met);
}

TEST_CASE("a context longer than the model's") {
    deployment d = scenarios::mixtral_b200_sweden();
    d.service.traffic.input = 70'000.0 * token;
    CHECK(limit_of(evaluate(d), "context length").state() == limit_state::unmet);
}

TEST_CASE("no contract for chips is no limit, a small one is") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.chips = {};
    CHECK(limit_of(evaluate(d), "accelerators made in a year").used == 0.0);
    CHECK(evaluate(d).manufacture.time_to_supply.base_value == 0.0);
    d.chips = catalog::nvidia_2025;
    d.chips.logic_share = fraction{1e-4};
    CHECK(limit_of(evaluate(d), "accelerators made in a year").state() == limit_state::unmet);
    CHECK(evaluate(d).manufacture.scarcest == supply_input::logic_wafers);
}

TEST_CASE("a limit is met at 1 and no further") {
    limit<double> const met{"a", 0.5}, unmet{"b", 1.5}, full{"c", 1.0};
    CHECK(met.state() == limit_state::met);
    CHECK(full.state() == limit_state::met);
    CHECK(unmet.state() == limit_state::unmet);
    CHECK(met.headroom() == 0.5);
    std::array<limit<double>, 2> const both{met, unmet};
    CHECK(std::string(binding(both).name) == "b");
}

TEST_CASE("over intervals a limit is met, unmet or undecided") {
    limit<interval> const met{"a", interval{0.2, 1.0}}, unmet{"b", interval{1.1, 1.2}}, open{"c", interval{0.9, 1.3}};
    CHECK(met.state() == limit_state::met);
    CHECK(unmet.state() == limit_state::unmet);
    CHECK(open.state() == limit_state::undecided);
    std::array<limit<interval>, 3> const all{met, unmet, open};
    CHECK(std::string(binding(all).name) == "c");  // by the worst it may be
}

TEST_CASE("a deployment over intervals: what its inputs leave open is undecided") {
    deployment const d = scenarios::llama70b_h100_texas_air();
    auto const plan = plan_deployment(prepare(d));
    report const point = evaluate(prepare(d), plan);
    REQUIRE(point.limits[2].name == std::string_view("time per output token"));

    // a promise of the point's own latency, give or take a twentieth
    struct row {
        double low, high;
        limit_state expected;
    };
    for (auto const& r : {row{0.95, 1.05, limit_state::undecided}, row{0.90, 0.95, limit_state::unmet}, row{1.05, 1.10, limit_state::met}}) {
        auto x = convert<interval>(d);
        x.service.targets.time_per_output_token = interval{r.low, r.high} * point.delivery.time_per_output_token;
        basic_report<interval> const range = evaluate(prepare(x), plan);
        CHECK(range.limits[2].state() == r.expected);
        // used is 1 over the promise: the other inputs are points, so no more than rounding comes on top
        CHECK(range.limits[2].used.low == near(1.0 / r.high, 1e-9));
        CHECK(range.limits[2].used.high == near(1.0 / r.low, 1e-9));
        // what is open does not count as feasible
        auto only = range;
        only.limits.fill(range.limits[2]);
        CHECK(only.feasible() == (r.expected == limit_state::met));
    }

    // a site of 20 MW within 3 %, filled to the last server, and memory of which a twentieth may be missing
    auto x = convert<interval>(d);
    x.site.it_capacity = at_it<power<interval>>{interval{19.4, 20.6} * megawatt};
    basic_report<interval> const range = evaluate(prepare(x), plan);
    CHECK(std::string_view(range.limits[5].name) == "IT power of the site");
    CHECK(point.limits[5].state() == limit_state::met);
    CHECK(range.limits[5].state() == limit_state::undecided);
    CHECK(range.limits[4].state() == limit_state::met);  // and what does not depend on it stays decided
    CHECK_FALSE(range.feasible());
}

TEST_CASE("the catalog's ranges leave a limit open that its likely values meet") {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    auto const plan = plan_deployment(prepare(d));
    auto x = convert<interval>(d);
    x.cluster.server = convert<interval>(catalog::hgx_h200);
    x.service.stack = convert<interval>(catalog::sglang_2025);
    report const point = evaluate(prepare(d), plan);
    basic_report<interval> const range = evaluate(prepare(x), plan);
    int undecided = 0;
    for (std::size_t i = 0; i < limit_count; ++i) {
        INFO(std::string(point.limits[i].name));
        CHECK(range.limits[i].used.contains(point.limits[i].used));
        if (range.limits[i].state() != limit_state::undecided) CHECK(range.limits[i].state() == point.limits[i].state());
        undecided += range.limits[i].state() == limit_state::undecided;
    }
    CHECK(undecided >= 1);
    CHECK(range.limits[2].state() == limit_state::undecided);  // slower memory or host: the time per token was planned to its limit
    CHECK(std::string(range.limits[2].name) == "time per output token");
}

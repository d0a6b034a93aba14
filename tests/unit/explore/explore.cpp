// Fields by path, break-evens, sweeps, sensitivities and comparisons, against what must come out.

#include "approx.hpp"
#include "scenarios.hpp"

#include <tallywatt/explore.hpp>
#include <tallywatt/tco/compare.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace tallywatt;

namespace {
deployment subject() { return scenarios::llama70b_h100_texas_air(); }
constexpr char const* price = "cluster.server.accelerator.price";
}  // namespace

TEST_CASE("field_at: every number is found by the path that lists it, and set there alone") {
    any_deployment const d = with_work(subject(), any_work(subject().service));
    std::size_t count = 0;
    for_each_field(d, [&](std::string const& path, field_info const& f) {
        INFO(path);
        auto const found = find_field(d, path);
        REQUIRE(found.has_value());
        CHECK(found->value == f.value);
        ++count;
    });
    CHECK(count > 300);
    deployment changed = subject();
    set_field(changed, price, 12'345.0);
    CHECK(changed.cluster.server.accelerator.price.in(USD) == near(12'345.0, 1e-15));
    CHECK(get_field(changed, price) == 12'345.0);
    set_field(changed, price, get_field(subject(), price));
    CHECK(detail::same_fields(changed, subject()));
}

TEST_CASE("field_at: what cannot be set is refused, and nothing is changed") {
    deployment d = subject();
    CHECK_THROWS_AS(set_field(d, "service.traffic.load", -1.0), invalid_input);
    CHECK_THROWS_AS(set_field(d, "service.traffic.load", std::nan("")), invalid_input);
    CHECK_THROWS_AS(set_field(d, "cluster.server.accelerators", 7.5), invalid_input);
    CHECK_THROWS_AS(set_field(d, "cluster.server", 1.0), invalid_input);
    CHECK_THROWS_AS(static_cast<void>(get_field(d, "")), invalid_input);
    CHECK_THROWS_AS(static_cast<void>(get_field(d, "cluster.server.accelerator.package.dies[9].count")), invalid_input);
    CHECK(detail::same_fields(d, subject()));
    try {
        static_cast<void>(get_field(d, "cluster.server.acelerator.price"));
        FAIL("found");
    } catch (invalid_input const& e) {
        CHECK(std::string(e.what()).find(price) != std::string::npos);
    }
}

TEST_CASE("find_crossings: one, none, several and a jump") {
    auto const line = find_crossings([](double x) { return x - 0.3; }, {.low = 0.0, .high = 1.0});
    REQUIRE(line.state() == break_even_state::one);
    CHECK(line.crossings[0].at == near(0.3, 1e-12));
    CHECK_FALSE(line.crossings[0].is_jump);
    auto const wave = find_crossings([](double x) { return std::sin(x); }, {.low = 1.0, .high = 10.0});
    REQUIRE(wave.state() == break_even_state::several);
    REQUIRE(wave.crossings.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(wave.crossings[i].at == near(3.14159265358979324 * double(i + 1), 1e-11));
    auto const above = find_crossings([](double x) { return 1.0 + (x - 2.0) * (x - 2.0); }, {.low = 0.0, .high = 4.0});
    CHECK(above.state() == break_even_state::none);
    CHECK(above.nearest == 2.0);
    auto const step = find_crossings([](double x) { return x < 0.7 ? -1.0 : 1.0; }, {.low = 0.0, .high = 1.0});
    REQUIRE(step.crossings.size() == 1);
    CHECK(step.crossings[0].at == near(0.7, 1e-9));
    CHECK(step.crossings[0].is_jump);
    CHECK_THROWS_AS(find_crossings([](double x) { return x; }, {.low = 1.0, .high = 1.0}), invalid_input);
    CHECK_THROWS_AS(find_crossings([](double x) { return x; }, {.low = 0.0, .high = 1.0, .logarithmic = true}), invalid_input);
}

TEST_CASE("break_even: a price at which a token costs what it shall") {
    deployment const d = subject();
    metric const m("unit.blended");
    double const now = get_field(d, price), target = 1.1 * m(evaluate(d));
    auto const b = break_even(d, price, {.low = 0.5 * now, .high = 4.0 * now, .points = 5}, m, target);
    REQUIRE(b.state() == break_even_state::one);
    deployment there = d;
    set_field(there, price, b.crossings[0].at);
    CHECK(m(evaluate(there)) == near(target, 1e-10));
    // cost is straight in the price: by two points
    double const slope = (m(evaluate(there)) - m(evaluate(d))) / (b.crossings[0].at - now);
    CHECK(now + (target - m(evaluate(d))) / slope == near(b.crossings[0].at, 1e-9));
    CHECK(break_even(d, price, {.low = now, .high = 1.01 * now, .points = 3}, m, 2.0 * target).state() == break_even_state::none);
    CHECK_THROWS_AS(break_even(d, "no.such", {}, m, target), invalid_input);
}

TEST_CASE("sweep: every combination once, the last axis fastest") {
    std::vector<std::string> seen;
    std::vector<double> cost;
    sweep(
        subject(), {values_of<deployment>("service.traffic.load", {0.5, 0.7}), steps_of<deployment>("finance.discount", 0.04, 0.08, 3)},
        [&](sweep_point const& at, report const& r) {
            seen.push_back(at.labels[0] + "," + at.labels[1]);
            cost.push_back(r.unit.blended.base_value);
        });
    CHECK(seen == std::vector<std::string>{"0.5,0.04", "0.5,0.06", "0.5,0.08", "0.7,0.04", "0.7,0.06", "0.7,0.08"});
    CHECK(cost[0] < cost[1]);
    CHECK(cost[3] < cost[0]);
    int calls = 0, refused = 0;
    sweep(subject(), {values_of<deployment>("service.traffic.load", {-1.0, 0.5})}, [&](sweep_point const& at, report const&) {
        ++calls;
        refused += !at.complaint.empty();
    });
    CHECK(calls == 2);
    CHECK(refused == 1);
    calls = 0;
    sweep(subject(), {values_of<deployment>("service.traffic.load", {0.4, 0.5})}, [&](sweep_point const&, report const&) { return ++calls < 1; });
    CHECK(calls == 1);
}

TEST_CASE("sensitivities: elasticities of a price, and planned again the same where no plan depends on it") {
    deployment const d = subject();
    metric const m("unit.blended");
    auto const all = sensitivities(d, m);
    bool found = false;
    for (auto const& s : all)
        if (s.path == price) {
            found = true;
            CHECK(s.elasticity == near(replanned_elasticity(d, price, m), 1e-9));
        }
    CHECK(found);
    for (std::size_t i = 1; i < all.size(); ++i) CHECK(std::abs(all[i].elasticity) <= std::abs(all[i - 1].elasticity));
    CHECK_FALSE(sensitivities(scenarios::llama405b_training_h100(), metric("training.cost_per_run"), 5).empty());
    CHECK_THROWS_AS(metric("unit.nothing"), invalid_input);
}

TEST_CASE("attribute: shares sum to the difference, and are the difference itself where one part differs") {
    deployment const a = subject(), b = scenarios::mixtral_b200_sweden();
    metric const m("unit.blended");
    auto const why = attribute(a, b, m);
    double sum = 0.0;
    for (auto const& s : why.shares) sum += s.share;
    CHECK(sum == near(why.difference(), 1e-11));
    CHECK(why.difference() == near(m(evaluate(b)) - m(evaluate(a)), 1e-14));
    CHECK(std::string(why.driver()->part) == "chip and server");
    auto const in_order = attribute_in_order(a, b, m);
    CHECK(in_order.to == why.to);
    CHECK(in_order.shares.size() == why.shares.size());

    deployment other_grid = a;
    other_grid.supply = catalog::sweden;
    auto const one = attribute(a, other_grid, metric("unit.carbon"));
    REQUIRE(one.shares.size() == 1);
    CHECK(std::string(one.shares[0].part) == "supply");
    CHECK(one.shares[0].share == one.difference());

    // of two parts, a share is the mean of replacing it first and last
    other_grid.finance.discount = discount_rate{0.1};
    deployment only_finance = a, only_grid = a;
    only_finance.finance = other_grid.finance;
    only_grid.supply = other_grid.supply;
    auto const two = attribute(a, other_grid, m);
    double const f0 = m(evaluate(a)), f1 = m(evaluate(only_grid)), f2 = m(evaluate(only_finance)), f12 = m(evaluate(other_grid));
    REQUIRE(two.shares.size() == 2);
    CHECK(two.shares[0].share == near(0.5 * ((f1 - f0) + (f12 - f2)), 1e-10));
    CHECK(attribute(a, a, m).shares.empty());
    CHECK(attribute(a, a, m).driver() == nullptr);
}

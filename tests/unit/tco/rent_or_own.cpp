#include <tallywatt/catalog/rents.hpp>
#include <tallywatt/tco/rent_or_own.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto per_hour = USD / accelerator_hour;
// full for no hour, 60 % at half of the hours, 20 % always: two straight pieces of one slope
constexpr load_duration curve{
    .points = 3, .hours = {0.0, 0.5, 1.0}, .load = {fraction{1.0}, fraction{0.6}, fraction{0.2}}};
} // namespace

TEST_CASE("a load-duration curve by hand") {
    CHECK(load_at(curve, 0.0).value == 1.0);
    CHECK(load_at(curve, 0.4).value == near(0.68, 1e-12));
    CHECK(load_at(curve, 1.0).value == near(0.2, 1e-12));
    CHECK(mean_load(curve).value == near(0.6, 1e-12));
    // under 0.68: a rectangle of 0.4 hours, then the triangle from 0.68 to 0.2 over 0.6 hours
    CHECK(load_under(curve, fraction{0.68}).value == near(0.4 * 0.68 + 0.6 * 0.44, 1e-12));
    CHECK(load_under(curve, fraction{0.1}).value == near(0.1, 1e-12));
    CHECK(load_under(curve, fraction{1.0}).value == near(0.6, 1e-12));
}

// [share]
TEST_CASE("the owned share: what is used more than owned cost over rent") {
    tenure_option const own{.fixed = 1.6 * per_hour};
    CHECK(owning_threshold(own, 4.0 * per_hour) == near(0.4, 1e-12));
    CHECK(owned_share(curve, 0.4).value == near(0.68, 1e-12));
    // a fifth of it for each hour used leaves less to save: 1.6/(4 - 0.8)
    CHECK(
        owning_threshold(tenure_option{.fixed = 1.6 * per_hour, .used = 0.8 * per_hour}, 4.0 * per_hour)
        == near(0.5, 1e-12)
    );
    // rent below the owned cost: nothing is owned, whatever the load
    CHECK(owned_share(curve, owning_threshold(own, 1.5 * per_hour)).value == 0.0);
    CHECK(
        owned_share(
            curve, owning_threshold(tenure_option{.fixed = 1.6 * per_hour, .used = 2.0 * per_hour}, 1.9 * per_hour)
        )
            .value
        == 0.0
    );
    // owning for nothing owns it all
    CHECK(owned_share(curve, owning_threshold(tenure_option{}, 1.0 * per_hour)).value == 1.0);
}
// [/share]

TEST_CASE("no other share costs less, by trying a thousand") {
    tenure_option const own{.fixed = 1.6 * per_hour, .used = 0.3 * per_hour};
    auto const rent = 4.0 * per_hour;
    auto const best = owned_share(curve, owning_threshold(own, rent));
    double const least = cost_of_owning(curve, own, rent, best).in(per_hour);
    for (int i = 0; i <= 1000; ++i)
        CHECK(cost_of_owning(curve, own, rent, fraction{i / 1000.0}).in(per_hour) >= least - 1e-12);
}

TEST_CASE("screening curves of three options, by hand") {
    // own 1.6; reserve 0.9 and 1.2 an hour used; rent 4: own/reserve at 0.7/1.2, reserve/rent at 0.9/2.8
    std::array<tenure_option, 3> const options{
        tenure_option{.fixed = 1.6 * per_hour}, tenure_option{.fixed = 0.9 * per_hour, .used = 1.2 * per_hour},
        tenure_option{.used = 4.0 * per_hour}};
    auto const plan = plan_tenures(options);
    REQUIRE(plan.count == 3);
    auto const m = mix_tenures(options, curve);
    CHECK(m.share_of(0).value == near(1.0 - 0.8 * 0.7 / 1.2, 1e-12));
    CHECK(m.share_of(1).value == near(0.8 * (0.7 / 1.2 - 0.9 / 2.8), 1e-12));
    CHECK(m.share_of(2).value == near(0.8 * 0.9 / 2.8, 1e-12));
    // the curve's integral of the cheapest line: sum over a fine grid of units of the peak
    double sum = 0.0;
    constexpr int n = 100'000;
    for (int i = 0; i < n; ++i) {
        double const x = (i + 0.5) / n, h = x <= 0.2 ? 1.0 : (1.0 - x) / 0.8;
        sum += std::min({1.6, 0.9 + 1.2 * h, 4.0 * h}) / n;
    }
    CHECK(m.total().in(per_hour) == within(sum, 1e-8)); // the grid's error, of second order in 1/n
}

TEST_CASE("an option that is never cheapest is left out; spot pays for what is done twice") {
    std::array<tenure_option, 3> const options{
        tenure_option{.fixed = 1.6 * per_hour}, tenure_option{.fixed = 1.5 * per_hour, .used = 3.0 * per_hour},
        tenure_option{.used = 2.0 * per_hour, .overhead = ratio{1.25}}};
    auto const plan = plan_tenures(options);
    REQUIRE(plan.count == 2);
    CHECK(plan.order[0] == 0);
    CHECK(plan.order[1] == 2);
    CHECK(options[2].per_work().in(per_hour) == 2.5);
    // one option alone serves it all
    auto const alone = mix_tenures(
        std::array<tenure_option, 1>{tenure_option{.fixed = 1.0 * per_hour, .used = 1.0 * per_hour}}, curve
    );
    CHECK(alone.total().in(per_hour) == near(1.6, 1e-12));
}

TEST_CASE("a curve of hourly loads") {
    std::vector<double> falling(8760);
    for (std::size_t i = 0; i < falling.size(); ++i)
        falling[i] = 500.0 - 400.0 * static_cast<double>(i) / 8759.0;
    auto const c = load_duration_of(falling, 5);
    CHECK_NOTHROW(check(c));
    CHECK(c.load[0].value == 1.0);
    CHECK(c.load[2].value == within(0.6, 1e-4)); // half an hour of 8,760
    CHECK(mean_load(c).value == within(0.6, 1e-4));
}

TEST_CASE("flat pieces and steps") {
    load_duration const step{
        .points = 4,
        .hours = {0.0, 0.25, 0.25, 1.0},
        .load = {fraction{1.0}, fraction{1.0}, fraction{0.5}, fraction{0.5}}};
    CHECK_NOTHROW(check(step));
    CHECK(load_at(step, 0.2).value == 1.0);
    CHECK(load_at(step, 0.3).value == 0.5);
    CHECK(load_under(step, fraction{0.75}).value == near(0.25 * 0.75 + 0.75 * 0.5, 1e-12));
}

TEST_CASE("options that cost the same somewhere: the one with less to hold from there down") {
    // a reservation at the price of an hour on demand is never better
    std::array<tenure_option, 2> const alike{tenure_option{.fixed = 2.0 * per_hour}, tenure_option{.used = 2.0 * per_hour}};
    auto const m = mix_tenures(alike, curve);
    CHECK(m.share_of(1).value == 1.0);
    CHECK(m.total().in(per_hour) == near(2.0 * 0.6, 1e-12));
    // three lines through one point, 1.5 at half of the hours: below it the flattest in what is held
    std::array<tenure_option, 3> const crossing{
        tenure_option{.fixed = 1.5 * per_hour}, tenure_option{.fixed = 1.0 * per_hour, .used = 1.0 * per_hour},
        tenure_option{.used = 3.0 * per_hour}};
    auto const three = mix_tenures(crossing, curve);
    CHECK(three.share_of(0).value == near(0.6, 1e-12)); // what is used more than half of the hours
    CHECK(three.share_of(1).value == near(0.0, 1e-12));
    CHECK(three.share_of(2).value == near(0.4, 1e-12));
}

TEST_CASE("curves out of order are refused") {
    load_duration c = curve;
    c.load[2] = fraction{0.7};
    CHECK_THROWS_WITH_AS(check(c), "load_duration.load[2]: the load rises", invalid_input);
    c = curve;
    c.hours[2] = 0.9;
    CHECK_THROWS_WITH_AS(check(c), "load_duration.hours[2]: the last point is not at all hours", invalid_input);
    c = curve;
    c.points = 1;
    CHECK_THROWS_WITH_AS(validate(c), "load_duration.points: 1 is below 2", invalid_input);
}

TEST_CASE("a rent of the catalog as an option") {
    rent_offer const year_ahead = catalog::h100_reserved_1_year, on_demand = catalog::h100_on_demand;
    CHECK(year_ahead.option().fixed.in(per_hour) == near(2.35, 1e-12));
    CHECK(year_ahead.option().used.in(per_hour) == 0.0);
    CHECK(on_demand.option().used.in(per_hour) == near(2.95, 1e-12));
    // a year ahead pays off for what is used more than 80 % of the hours
    CHECK(owning_threshold(year_ahead.option(), on_demand.rent) == near(2.35 / 2.95, 1e-12));
}

#include "approx.hpp"

#include <tallywatt/catalog/sites.hpp>
#include <tallywatt/facility/power_provisioning.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "unit/facility/support.hpp"

using namespace tallywatt;

namespace {
basic_facility<test::basic_sea_water<>> ten_megawatts() {
    basic_facility<test::basic_sea_water<>> f{.climate = test::climate_of({{10.0, 8.0, 8760.0}}), .electrical = test::no_losses, .it_capacity = at_it<power<>>{10.0 * megawatt}, .auxiliary = ratio{0.01}};
    f.prices = {.shell = 2.0 * USD / watt, .electrical = 5.0 * USD / watt, .mechanical = 1.0 * USD / watt, .network = 1.5 * USD / watt, .engineering = 0.5 * USD / watt, .contingency = ratio{0.10}};
    return f;
}
} // namespace

TEST_CASE("schedule: critical path by hand, and its slack") {
    construction_schedule const s{
        .permits = 6.0 * month, .shell = 14.0 * month, .transformers = 20.0 * month, .switchgear = 11.0 * month, .generators = 8.0 * month,
        .chillers = 8.0 * month, .installation = 4.0 * month, .connection = 24.0 * month, .commissioning = 3.0 * month};
    auto const t = time_to_ready(s);
    CHECK(std::string(t.longest()) == "transformers"); // 6 + 20 + 4
    CHECK(t.total().in(month) == near(33.0, 1e-12));
    CHECK(t.slack(0).in(month) == near(10.0, 1e-12)); // shell 20
    CHECK(t.slack(5).in(month) == near(6.0, 1e-12));  // connection 24
    auto late = s;
    late.shell = 23.0 * month; // within its slack
    CHECK(time_to_ready(late).total() == t.total());
    late.shell = 26.0 * month;
    CHECK(time_to_ready(late).total().in(month) == near(35.0, 1e-12));
    // today's lead times: transformers decide for a new site (6 months + 128 weeks + 4 months + 3)
    CHECK(time_to_ready(construction_schedule{}).total().in(month) == near(13.0 + 128.0 * 168.0 / 730.0, 1e-12));
}

TEST_CASE("schedule: a month of delay") {
    delay_cost<> const d{.idle = 8.5e9 * USD / year, .margin = 1.5e9 * USD / year};
    CHECK(d.of(1.0 * month).in(1e6 * USD) == near(10e9 / 12.0 / 1e6, 1e-12));
    CHECK(d.rate().in(1e9 * USD / year) == near(10.0, 1e-12));
}

TEST_CASE("site: kinds and places by hand") {
    auto f = ten_megawatts();
    f.place = {.land_price = 100.0 * USD / square_metre, .land_per_power = 10.0 * square_metre / kilowatt};
    // land 10 m2/kW * 100 USD/m2 = 1 USD/W; (2 + 5 + 1 + 0.9 + 1.5 + 1 + 0.5) * 1.1 = 13.09 USD/W
    CHECK(facility_capital_of(f).total().in(1e6 * USD) == near(130.9, 1e-12));
    f.place.tax_waived = fraction{0.05}; // of 5 + 1 + 0.9, and its contingency
    CHECK(facility_capital_of(f).total().in(1e6 * USD) == near(130.9 - 3.45 * 1.1, 1e-12));
    f.form = {.shell = ratio{0.25}, .electrical = ratio{0.6}, .conversion = 1.5 * USD / watt};
    // (0.5 + 1.5 + 0.95 * (3 + 1 + 0.9) + 1.5 + 1 + 0.5) * 1.1
    CHECK(facility_capital_of(f).total().in(1e6 * USD) == near(11.0 * (0.5 + 1.5 + 0.95 * 4.9 + 1.5 + 1.0 + 0.5), 1e-12));
    f.form = {.mechanical = ratio{2.0}, .engineering = ratio{3.0}};
    CHECK(facility_capital_of(f).mechanical.in(1e6 * USD) == near(10.0 * 2.0 * 0.95, 1e-12));
    CHECK(facility_capital_of(f).engineering.in(1e6 * USD) == near(10.0 * 3.0 * 0.5, 1e-12));
}

TEST_CASE("site: staff, property tax and downtime by hand") {
    auto f = ten_megawatts();
    f.staff = per_year(20.0 * USD / kilowatt);
    site_kind const edge{.downtime = 3.0 * month, .staff = ratio{3.0}};
    f.form = edge;
    f.place = {.land_price = 100.0 * USD / square_metre, .land_per_power = 10.0 * square_metre / kilowatt, .property_tax_abated = fraction{0.5}};
    auto const o = operation_of(f, fraction{0.01});
    CHECK((o.staff * year).in(USD) == near(600e3, 1e-12));                 // 3 * 20 USD/kW of 10 MW
    CHECK((o.property_tax * year).in(USD) == near(0.5 * 1.309e6, 1e-12)); // half of 1 % of 130.9 MUSD
    CHECK(downtime_cost(edge, 12e6 * USD / year).in(1e6 * USD) == near(3.0, 1e-12));
}

TEST_CASE("site: what is there already shortens the schedule") {
    site_terms const without{}, with{.existing_connection = 120.0 * megawatt};
    construction_schedule const s{};
    CHECK(time_to_ready(schedule_of(s, site_kind{}, without, 100.0 * megawatt)).total() == time_to_ready(s).total());
    auto const quick = schedule_of(s, site_kind(catalog::retrofit), with, 100.0 * megawatt);
    CHECK(quick.connection.base_value == 0.0);
    CHECK(time_to_ready(quick).total() < 0.6 * time_to_ready(s).total());
    CHECK(schedule_of(s, site_kind{}, with, 130.0 * megawatt).connection == s.connection); // too small
    // modules are quicker than walls where the connection does not decide
    CHECK(time_to_ready(schedule_of(s, site_kind(catalog::modular_shell), with, 100.0 * megawatt)).total() <
          time_to_ready(schedule_of(s, site_kind(catalog::new_build), with, 100.0 * megawatt)).total());
}

TEST_CASE("provisioning: peaks, stranded power, oversubscription") {
    auto const site = prepare(ten_megawatts()); // PUE 1.04 at full load, any weather
    power_policy p{.design_peak = ratio{1.45}, .smoothed = fraction{1.0}, .margin = ratio{0.0}, .spread = ratio{0.0}, .together = fraction{0.0}};
    auto const at_limit = provision(p, 10.0 * kilowatt, ratio{0.7}, 8, site);
    CHECK(at_limit.servers == near(1000.0, 1e-12));
    CHECK(at_limit.stranded.value.in(megawatt) == near(3.0, 1e-12));
    CHECK(at_limit.capped.value < 1e-12);
    CHECK(at_limit.feed.value.in(megawatt) == near(10.4, 1e-12));
    CHECK(at_limit.accelerators_per_power().in(accelerator_unit / megawatt) == near(8000.0 / 10.4, 1e-12));
    // nothing smooths the peaks: 14.5 kW wired for each
    p.smoothed = fraction{0.0};
    CHECK(provision(p, 10.0 * kilowatt, ratio{0.7}, 8, site).servers == near(10'000.0 / 14.5, 1e-12));
    // a third more servers at 70 %: the sum is 9.33 MW of 10, with a deviation of 0.25 * sqrt(0.1) of it: 0.904 sigma, 18.3 %
    p = {.smoothed = fraction{1.0}, .margin = ratio{0.0}, .oversubscription = ratio{1.0 / 3.0}, .spread = ratio{0.25}, .together = fraction{0.1}, .capping_loss = fraction{0.2}};
    auto const more = provision(p, 10.0 * kilowatt, ratio{0.7}, 8, site);
    double const sigma = 0.25 * std::sqrt(0.9 / more.servers + 0.1) * 28.0 / 3.0;
    CHECK(more.capped.value == near(0.5 * std::erfc((10.0 - 28.0 / 3.0) / sigma / std::sqrt(2.0)), 1e-6)); // the series' error
    CHECK(more.output.value == near(1.0 - 0.2 * more.capped.value, 1e-12));
    CHECK(more.stranded < at_limit.stranded);
    CHECK(more.output_per_power(per_accelerator<token_rate<>>{100.0 * token / second}) > at_limit.output_per_power(per_accelerator<token_rate<>>{100.0 * token / second}));
}

#include <tallywatt/catalog/tariffs.hpp>
#include <tallywatt/energy/matching.hpp>
#include <tallywatt/energy/profile.hpp>
#include <tallywatt/energy/tariff.hpp>
#include <tallywatt/energy/time_to_power.hpp>

#include <doctest/doctest.h>

#include <vector>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("matching: the year is covered, the hours are not") {
    // 1 MW for four hours; sun 4 MW in one of them: all of the year's energy, a quarter of the hours'
    double const load[] = {1e6, 1e6, 1e6, 1e6}, sun[] = {0.0, 4e6, 0.0, 0.0};
    auto const s = clean_shares_of(load, sun);
    CHECK(s.annual.value == 1.0);
    CHECK(s.hourly.value == near(0.25, 1e-15));
    CHECK(clean_shares_of(load, sun, 0.125).annual.value == near(0.125, 1e-15));
    CHECK(multiple_for(load, sun, fraction{0.2}) == near(0.2, 1e-12)); // 4 MW * 0.2 = 0.8 of 4 MWh
    CHECK(multiple_for(load, sun, fraction{0.3}) < 0.0);               // the night stays dark
    // 400 g/kWh on average, 500 of what contracts leave
    auto const c = carbon_of(load, sun, 400.0 * gCO2e / kilowatt_hour, 500.0 * gCO2e / kilowatt_hour);
    CHECK(c.location_based.in(kgCO2e) == near(1600.0, 1e-12));
    CHECK(c.market_based.in(kgCO2e) == 0.0);
    CHECK(c.hourly_market_based.in(kgCO2e) == near(1500.0, 1e-12));
    double const shape[] = {1.5, 0.5, 1.0, 1.0};
    CHECK(
        carbon_of(load, sun, 400.0 * gCO2e / kilowatt_hour, 500.0 * gCO2e / kilowatt_hour, shape)
            .hourly_market_based.in(kgCO2e)
        == near(1750.0, 1e-12)
    );
}

TEST_CASE("matching: a dispatched site") {
    // half the load from sun, three tenths bought, two tenths burnt; a tenth of the load's energy curtailed
    dispatch_result r;
    r.load = 10.0 * megawatt_hour;
    r.generated = 6.0 * megawatt_hour;
    r.curtailed = 1.0 * megawatt_hour;
    r.import_to_load = 3.0 * megawatt_hour;
    r.firm[0] = 2.0 * megawatt_hour;
    CHECK(clean_shares_of(r).hourly.value == near(0.5, 1e-12));
    CHECK(clean_shares_of(r).annual.value == near(0.5, 1e-12));
    CHECK(clean_shares_of(r, true).hourly.value == near(0.7, 1e-12));
}

TEST_CASE("time to power: a cheap source that is late") {
    // 100 MW; soon: 90 USD/MWh in 1 year; late: 60 in 4. No interest over 20 years: 20 * 876 GWh = 17.52 TWh
    supply_performance soon, late;
    soon.price = 90.0 * USD / megawatt_hour;
    soon.lead_time = 1.0 * year;
    late.price = 60.0 * USD / megawatt_hour;
    late.lead_time = 4.0 * year;
    at_facility<power<>> const mean{100.0 * megawatt};
    discount_rate const free{0.0};
    // lost* = 30 USD/MWh * 17.52 TWh / 3 years = 175.2 MUSD a year
    money_rate<> const even = break_even_loss(soon, late, mean, free, 20);
    CHECK((even * year).in(1e6 * USD) == near(175.2, 1e-12));
    CHECK(
        price_with_wait(soon, mean, even, free, 20).base_value
        == near(price_with_wait(late, mean, even, free, 20).base_value, 1e-12)
    );
    CHECK(
        price_with_wait(late, mean, 175.2e6 * USD / year, free, 20).in(USD / megawatt_hour) == near(60.0 + 40.0, 1e-12)
    );
    CHECK(price_with_wait(late, mean, even * 1.1, free, 20) > price_with_wait(soon, mean, even * 1.1, free, 20));
    // bridging: three years of 876 GWh at 90 less its capital part of 30 less the 60 of the late one, half of 200 MUSD not sold on,
    // less three years' loss of 150 MUSD
    soon.cost.capital = 30.0 * USD / megawatt_hour * (100.0 * megawatt);
    soon.up_front = 200e6 * USD;
    CHECK(
        cost_of_bridging(soon, late, mean, loss_of_waiting(100e6 * USD / year, 50e6 * USD / year), fraction{0.5})
            .in(1e6 * USD)
        == near(100.0 - 450.0, 1e-12)
    );
}

TEST_CASE("tariff: periods, mean price and bill") {
    tariff const t = catalog::us_time_of_use;
    CHECK(t.clock.at(3) == 0); // a Monday night in January
    CHECK(t.clock.at(8) == 2); // its morning peak
    CHECK(t.clock.at(12) == 1);
    CHECK(t.clock.at(5 * 24 + 12) == 0);      // Saturday
    CHECK(t.clock.at(27 * 7 * 24 + 17) == 3); // 17 h on a Monday in July
    // a flat load's mean by counting hours
    std::array<int, 4> count{};
    for (std::size_t h = 0; h < hours_a_year; ++h)
        ++count[t.clock.at(h)];
    CHECK(count[0] + count[1] + count[2] + count[3] == 8760);
    double mean = 0.0;
    for (std::size_t p = 0; p < 4; ++p)
        mean += count[p] * t.price[p].in(USD / megawatt_hour) / 8760.0;
    CHECK(mean_price(t).in(USD / megawatt_hour) == near(mean, 1e-12));
    CHECK(with_tariff(grid{}, t).energy_price == mean_price(t));

    std::vector<std::uint8_t> period(hours_a_year);
    fill_periods(t, period);
    dispatch_site s;
    s.load_peak = 100.0 * megawatt;
    s.import = 200.0 * megawatt;
    set_tariff(s, t);
    auto const r = dispatch({{}, {}, period}, s);
    // 876 GWh at the mean price and 100 MW at twelve months' demand charge
    CHECK(bill(r, t).in(1e6 * USD) == near(876e3 * mean / 1e6 + 100e3 * 12.0 * 13.0 / 1e6, 1e-9));
    // a battery that follows prices pays less, and never more than one that leaves them alone
    std::vector<double> load(hours_a_year); // a third lower at night, when power is cheap
    fill_load(fraction{0.33}, fraction{0.0}, load);
    s.storage = {200.0 * megawatt_hour, 50.0 * megawatt, 50.0 * megawatt, 0.93, 0.93, 0.0, 0.5};
    auto const idle = dispatch({load, {}, period}, s);
    auto const clever = follow_prices({load, {}, period}, s, t);
    CHECK(bill(clever, t) < 0.98 * bill(idle, t));
    CHECK(clever.unserved.base_value == 0.0);
    CHECK(clever.cycles > 100.0);
}

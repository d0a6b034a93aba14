#include <tallywatt/energy/dispatch.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {
double mwh(energy<> const& e) { return e.in(megawatt_hour); }

/// Full sun for the last `hours` of each day, that begins at sunset.
std::vector<double> square_sun(int hours, std::size_t n = hours_a_year) {
    std::vector<double> s(n);
    for (std::size_t t = 0; t < n; ++t)
        s[t] = t % 24 >= 24 - static_cast<std::size_t>(hours) ? 1.0 : 0.0;
    return s;
}
} // namespace

TEST_CASE("dispatch: firm power from square-wave sun (V17)") {
    // one way 85 %^(1/2); the battery gives 24 - h hours of load a day, the sun gives the load of h hours and fills it
    double const one_way = std::sqrt(0.85);
    struct {
        int sun;
        double solar, store;
    } const rows[] = {
        {6, 4.529411764705882, 19.523741203679055},
        {8, 3.3529411764705883, 17.354436625492493},
        {10, 2.647058823529412, 15.185132047305931}};
    for (auto const& row : rows) {
        auto const sun = square_sun(row.sun);
        hourly_inputs in;
        in.available[0] = sun;
        dispatch_site s;
        s.load_peak = 1.0 * megawatt;
        s.variable[0] = row.solar * megawatt;
        s.storage = {row.store * megawatt_hour, without_limit, without_limit, one_way, one_way, 0.0, 1.0};
        auto const r = dispatch(in, s);
        INFO(row.sun << " hours of sun");
        CHECK(std::abs(mwh(r.unserved)) < 1e-9); // the row's tolerance
        CHECK(std::abs(mwh(r.curtailed)) < 1e-9);
        CHECK(r.unserved_hours == 0);
        CHECK(r.cycles == near(365.0, 1e-12));
        CHECK(mwh(r.load) == near(8760.0, 1e-12));
        // less of either leaves a shortage: the sizes are the smallest
        auto less = s;
        less.storage.store *= 0.999;
        CHECK(mwh(dispatch(in, less).unserved) > 1.0);
        less = s;
        less.variable[0] *= 0.999;
        CHECK(mwh(dispatch(in, less).unserved) > 1.0);
        // more sun is curtailed, all of it
        auto more = s;
        more.variable[0] *= 1.1;
        CHECK(mwh(dispatch(in, more).curtailed) == near(0.1 * row.solar * row.sun * 365.0, 1e-9));
    }
}

TEST_CASE("dispatch: an hour by hand") {
    // Load 10; sun 4; storage of 2 MWh filled, gives 1.8 at 0.9 one way; then 10 - 4 - 1.8 = 4.2 is short: firm A (3 MW at
    // 40 USD/MWh), then the grid (1 MW at 50), then firm B (0.15 MW at 60), and 0.05 is unserved.
    double const sun[] = {0.4}, load[] = {1.0};
    hourly_inputs in{load, {sun, {}, {}}, {}};
    dispatch_site s;
    s.load_peak = 10.0 * megawatt;
    s.variable[0] = 10.0 * megawatt;
    s.storage = {2.0 * megawatt_hour, 5.0 * megawatt, 5.0 * megawatt, 0.9, 0.9, 0.0, 1.0};
    s.firm_sources = 2;
    s.firm = {0.15 * megawatt, 3.0 * megawatt, {}, {}};
    s.firm_cost = {60.0 * USD / megawatt_hour, 40.0 * USD / megawatt_hour, {}, {}};
    s.import = 1.0 * megawatt;
    s.import_price[0] = 50.0 * USD / megawatt_hour;
    auto const r = dispatch(in, s);
    CHECK(mwh(r.discharged) == near(1.8, 1e-12));
    CHECK(mwh(r.firm[1]) == near(3.0, 1e-12));
    CHECK(mwh(r.import_to_load) == near(1.0, 1e-12));
    CHECK(mwh(r.firm[0]) == near(0.15, 1e-12));
    CHECK(mwh(r.unserved) == near(0.05, 1e-12));
    CHECK(r.unserved_hours == 1);
    CHECK(r.firm_cost.in(USD) == near(3.0 * 40.0 + 0.15 * 60.0, 1e-12));
    CHECK(r.import_cost.in(USD) == near(50.0, 1e-12));
    CHECK(r.peak_import[0].in(megawatt) == near(1.0, 1e-12));
    CHECK(r.firm_peak[1].in(megawatt) == near(3.0, 1e-12));
    CHECK(mwh(r.store_change) == near(-2.0, 1e-12));

    // dearer grid power comes after firm B: the grid gives what is left
    s.import_price[0] = 70.0 * USD / megawatt_hour;
    auto const later = dispatch(in, s);
    CHECK(mwh(later.firm[0]) == near(0.15, 1e-12));
    CHECK(mwh(later.import_to_load) == near(1.0, 1e-12));
    s.firm[0] = 1.0 * megawatt;
    CHECK(mwh(dispatch(in, s).firm[0]) == near(1.0, 1e-12));
    CHECK(mwh(dispatch(in, s).import_to_load) == near(0.2, 1e-12));
}

TEST_CASE("dispatch: surplus charges, then is sold, then curtailed; what is stored leaks") {
    // 10 MW of sun on 4 MW: 6 over; the charger takes 2, 3 are sold, 1 is curtailed. Then an idle hour without sun or load.
    double const sun[] = {1.0, 0.0}, load[] = {1.0, 0.0};
    hourly_inputs in{load, {sun, {}, {}}, {}};
    dispatch_site s;
    s.load_peak = 4.0 * megawatt;
    s.variable[0] = 10.0 * megawatt;
    s.storage = {100.0 * megawatt_hour, 2.0 * megawatt, 9.0 * megawatt, 0.9, 0.9, 0.01, 0.0};
    s.export_limit = 3.0 * megawatt;
    s.export_price = 20.0 * USD / megawatt_hour;
    std::vector<dispatch_hour> seen;
    auto const r = dispatch(in, s, [&](std::size_t, dispatch_hour const& h) { seen.push_back(h); });
    CHECK(mwh(r.charged) == near(2.0, 1e-12));
    CHECK(mwh(r.sold) == near(3.0, 1e-12));
    CHECK(mwh(r.curtailed) == near(1.0, 1e-12));
    CHECK(r.export_revenue.in(USD) == near(60.0, 1e-12));
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].stored == near(1.8e6, 1e-12));
    CHECK(seen[1].stored == near(1.8e6 * 0.99, 1e-12));
    CHECK(mwh(r.store_change) == near(1.8 * 0.99, 1e-12));
    CHECK(mwh(r.charged - r.discharged - r.store_loss - r.store_change) == within(0.0, 1e-12));
}

TEST_CASE("dispatch: rules shave a peak and buy in cheap hours") {
    // cheap, dear; load 10 both hours; the storage buys 4 in the first up to an import of 14 and gives 3.6 above 6.4 in the next
    double const load[] = {1.0, 1.0};
    std::uint8_t const period[] = {0, 1};
    hourly_inputs in{load, {}, period};
    dispatch_site s;
    s.load_peak = 10.0 * megawatt;
    s.storage = {10.0 * megawatt_hour, 8.0 * megawatt, 8.0 * megawatt, 0.9, 1.0, 0.0, 0.0};
    s.import = 20.0 * megawatt;
    s.import_price = {20.0 * USD / megawatt_hour, 100.0 * USD / megawatt_hour};
    s.rules[0] = {.give_above = without_limit, .fill_up_to = 14.0 * megawatt};
    s.rules[1] = {.give_above = 6.4 * megawatt, .fill_up_to = 0.0 * watt};
    auto const r = dispatch(in, s);
    CHECK(mwh(r.import_to_store) == near(4.0, 1e-12));
    CHECK(mwh(r.discharged) == near(3.6, 1e-12));
    CHECK(mwh(r.import_to_load) == near(16.4, 1e-12));
    CHECK(r.import_cost.in(USD) == near(14.0 * 20.0 + 6.4 * 100.0, 1e-12));
    CHECK(r.peak_import[0].in(megawatt) == near(14.0, 1e-12));
}

TEST_CASE("dispatch: a reserve is kept and filled for a shortage ahead") {
    // Load 10, firm 8, storage of 4 MWh without loss. Sun 3, 0, 0: hour 0 leaves 7 to firm power, and 1 of its 8 is idle.
    // Hours 1 and 2 are short of 2 each. Without a look ahead the storage (1 MWh) gives its 1 in hour 0 and 4 are unserved.
    double const sun[] = {0.3, 0.0, 0.0}, load[] = {1.0, 1.0, 1.0};
    hourly_inputs in{load, {sun, {}, {}}, {}};
    dispatch_site s;
    s.load_peak = 10.0 * megawatt;
    s.variable[0] = 10.0 * megawatt;
    s.storage = {4.0 * megawatt_hour, 4.0 * megawatt, 4.0 * megawatt, 1.0, 1.0, 0.0, 0.25};
    s.firm_sources = 1;
    s.firm[0] = 8.0 * megawatt;
    s.firm_cost[0] = 40.0 * USD / megawatt_hour;
    CHECK(mwh(dispatch(in, s).unserved) == near(4.0, 1e-12));
    double reserve[4] = {}, refill[4] = {};
    reserve_for_shortage(in, s, reserve, refill);
    CHECK(reserve[1] == near(4e6, 1e-12)); // both short hours
    CHECK(reserve[2] == near(2e6, 1e-12));
    CHECK(refill[0] == near(3e6, 1e-12)); // idle firm power brings one of the four
    s.reserve = reserve;
    CHECK(mwh(dispatch(in, s).unserved) == near(3.0, 1e-12));
    s.refill = refill;
    auto const r = dispatch(in, s);
    CHECK(mwh(r.unserved) == near(2.0, 1e-12));
    CHECK(mwh(r.firm[0]) == near(24.0, 1e-12));
    CHECK(mwh(r.imbalance()) == within(0.0, 1e-12));
}

TEST_CASE("dispatch: at compile time, and by months of 730 hours") {
    constexpr auto served = [] {
        double const load[] = {1.0, 0.5, 0.25};
        dispatch_site s;
        s.load_peak = 8.0 * megawatt;
        s.import = 5.0 * megawatt;
        return dispatch({load, {}, {}}, s);
    }();
    static_assert(served.unserved_hours == 1);
    CHECK(mwh(served.unserved) == near(3.0, 1e-12));
    std::vector<double> load(hours_a_year);
    for (std::size_t t = 0; t < load.size(); ++t)
        load[t] = static_cast<double>(t / hours_a_month + 1) / 12.0;
    dispatch_site s;
    s.load_peak = 12.0 * megawatt;
    s.import = without_limit;
    auto const r = dispatch({load, {}, {}}, s);
    for (std::size_t m = 0; m < 12; ++m)
        CHECK(r.peak_import[m].in(megawatt) == near(static_cast<double>(m + 1), 1e-12));
}

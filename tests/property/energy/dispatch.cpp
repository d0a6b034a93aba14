// Laws of dispatch, sizing, mixes, matching, tariffs and shifting, over random sites.

#include <tallywatt/catalog/sources.hpp>
#include <tallywatt/catalog/tariffs.hpp>
#include <tallywatt/energy.hpp>
#include <tallywatt/energy/profile.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

struct random_site {
    std::vector<double> load, sun, wind;
    std::vector<std::uint8_t> period;
    hourly_inputs in;
    dispatch_site site;

    explicit random_site(std::uint64_t seed, std::size_t hours = 2000)
        : load(hours), sun(hours), wind(hours), period(hours) {
        profile_random r(seed);
        fill_solar({.latitude_degrees = 60.0 * r.uniform(), .clearness = fraction{0.4 + 0.5 * r.uniform()}}, seed, sun);
        fill_wind({.mean_speed = 5.0 + 4.0 * r.uniform()}, seed + 1, wind);
        fill_load(fraction{0.4 * r.uniform()}, fraction{0.2 * r.uniform()}, load);
        fill_periods(tariff(catalog::us_time_of_use), period);
        in = {load, {sun, wind, {}}, period};
        site.load_peak = 100.0 * megawatt;
        site.variable = {300.0 * r.uniform() * megawatt, 200.0 * r.uniform() * megawatt, 0.0 * watt};
        site.storage = {
            600.0 * r.uniform() * megawatt_hour,
            120.0 * r.uniform() * megawatt,
            120.0 * r.uniform() * megawatt,
            0.8 + 0.2 * r.uniform(),
            0.8 + 0.2 * r.uniform(),
            0.001 * r.uniform(),
            r.uniform()};
        site.firm_sources = 2;
        site.firm = {40.0 * r.uniform() * megawatt, 40.0 * r.uniform() * megawatt, {}, {}};
        site.firm_cost = {150.0 * r.uniform() * USD / megawatt_hour, 150.0 * r.uniform() * USD / megawatt_hour, {}, {}};
        site.import = 50.0 * r.uniform() * megawatt;
        set_tariff(site, catalog::us_time_of_use);
        site.export_limit = 60.0 * r.uniform() * megawatt;
    }
    random_site(random_site const&) = delete; // the spans point into it
    random_site& operator=(random_site const&) = delete;
};

} // namespace

TEST_CASE("dispatch: every hour balances to rounding, within every limit") {
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        random_site x(seed);
        std::vector<double> reserve(x.load.size() + 1), refill(x.load.size() + 1);
        if (seed % 2 == 0) {
            reserve_for_shortage(x.in, x.site, reserve, refill);
            x.site.reserve = reserve;
            x.site.refill = refill;
        }
        if (seed % 3 == 0) {
            x.site.rules[0] = {.give_above = without_limit, .fill_up_to = 45.0 * megawatt};
            x.site.rules[1] = {.give_above = 30.0 * megawatt, .fill_up_to = 30.0 * megawatt};
        }
        auto const& s = x.site.storage;
        double worst = 0.0, worst_store = 0.0, beyond = 0.0, both = 0.0;
        double const size = s.store.in(watt_hour);
        auto const r = dispatch(x.in, x.site, [&](std::size_t, dispatch_hour const& h) {
            double const in =
                h.generated + h.firm[0] + h.firm[1] + h.import_to_load + h.import_to_store + h.discharge + h.unserved;
            double const out = h.load + h.charge + h.sold + h.curtailed;
            double const flow = in + out;
            worst = std::max(worst, std::abs(in - out) / flow);
            double const after = h.stored_before + s.charging * h.charge - h.discharge / s.discharging;
            worst_store = std::max(worst_store, std::abs(after - h.stored) / size);
            beyond = std::max(
                {beyond, h.stored / size - 1.0, -h.stored / size, h.charge / s.charger.base_value - 1.0,
                 h.discharge / s.discharger.base_value - 1.0, h.firm[0] / x.site.firm[0].base_value - 1.0,
                 h.firm[1] / x.site.firm[1].base_value - 1.0,
                 (h.import_to_load + h.import_to_store) / x.site.import.base_value - 1.0,
                 h.sold / x.site.export_limit.base_value - 1.0, -h.curtailed / flow, -h.unserved / flow}
            );
            both = std::max(both, std::min(h.charge, h.discharge));
        });
        INFO("seed " << seed);
        CHECK(worst < 1e-15 * 8); // a few roundings of the flows
        CHECK(worst_store < 1e-15 * 8);
        CHECK(beyond < 1e-12);
        CHECK(both <= 1e-9 * x.site.load_peak.base_value); // never charges and gives at once
        double const flows = (r.load + r.generated).base_value;
        CHECK(std::abs(r.imbalance().base_value) < 1e-12 * flows); // 2,000 sums
        CHECK(std::abs((r.charged - r.discharged - r.store_loss - r.store_change).base_value) < 1e-12 * flows);
    }
}

TEST_CASE("dispatch: unserved energy falls with every size, and with a look ahead") {
    for (std::uint64_t seed = 100; seed < 130; ++seed) {
        random_site x(seed);
        x.site.import *= 0.3;
        std::vector<double> reserve(x.load.size() + 1), refill(x.load.size() + 1);
        auto const dark = [&](dispatch_site s, bool look_ahead) {
            if (look_ahead) {
                reserve_for_shortage(x.in, s, reserve, refill);
                s.reserve = reserve;
                s.refill = refill;
            }
            return dispatch(x.in, s).unserved.base_value;
        };
        for (bool const look_ahead : {false, true}) {
            double const before = dark(x.site, look_ahead), slack = 1e-9 * before + 1.0; // a joule of 7e14
            auto const grown = [&](auto const& grow) {
                dispatch_site more = x.site;
                grow(more);
                return dark(more, look_ahead);
            };
            INFO("seed " << seed << ", looking ahead: " << look_ahead);
            CHECK(grown([](auto& s) { s.variable[0] *= 1.1; }) <= before + slack);
            CHECK(grown([](auto& s) { s.variable[1] *= 1.1; }) <= before + slack);
            CHECK(grown([](auto& s) { s.firm[0] *= 1.1; }) <= before + slack);
            CHECK(grown([](auto& s) { s.import *= 1.1; }) <= before + slack);
            CHECK(grown([](auto& s) { s.storage.store *= 1.1; }) <= before + slack);
            CHECK(grown([](auto& s) { s.storage.charger *= 1.1; }) <= before + slack);
            CHECK(grown([](auto& s) { s.load_peak *= 1.05; }) >= before - slack);
            if (look_ahead) // without it, a quicker storage is empty before firm power falls short
                CHECK(grown([](auto& s) { s.storage.discharger *= 1.1; }) <= before + slack);
        }
        double const myopic = dark(x.site, false);
        reserve_for_shortage(x.in, x.site, reserve, refill);
        x.site.reserve = reserve;
        double const kept = dispatch(x.in, x.site).unserved.base_value;
        CHECK(kept <= myopic * (1.0 + 1e-9) + 1.0);
        CHECK(dark(x.site, true) <= kept * (1.0 + 1e-9) + 1.0);
    }
}

TEST_CASE("dispatch: scale by scale, and the merit order costs least") {
    for (std::uint64_t seed = 200; seed < 210; ++seed) {
        random_site x(seed);
        auto const one = dispatch(x.in, x.site);
        dispatch_site twice = x.site;
        twice.load_peak *= 2.0;
        for (auto& v : twice.variable)
            v *= 2.0;
        for (auto& f : twice.firm)
            f *= 2.0;
        twice.import *= 2.0;
        twice.export_limit *= 2.0;
        twice.storage.store *= 2.0, twice.storage.charger *= 2.0, twice.storage.discharger *= 2.0;
        auto const two = dispatch(x.in, twice);
        CHECK(two.unserved.base_value == near(2.0 * one.unserved.base_value, 1e-12));
        CHECK(two.firm_cost.base_value == near(2.0 * one.firm_cost.base_value, 1e-12));
        // with wrong costs the same sources are called in another order, and the true bill is no lower
        dispatch_site wrong = x.site;
        std::swap(wrong.firm_cost[0], wrong.firm_cost[1]);
        auto const other = dispatch(x.in, wrong);
        money<> const truly =
            other.firm[0] * x.site.firm_cost[0] + other.firm[1] * x.site.firm_cost[1] + other.import_cost;
        CHECK(truly.base_value >= (one.firm_cost + one.import_cost).base_value * (1.0 - 1e-12));
        CHECK(other.unserved.base_value == near(one.unserved.base_value, 1e-12));
    }
}

TEST_CASE("dispatch: following prices is never dearer than leaving them alone") {
    tariff const t = catalog::us_time_of_use;
    int cheaper = 0;
    for (std::uint64_t seed = 300; seed < 308; ++seed) {
        random_site x(seed);
        x.site.import = without_limit;
        auto const plain = dispatch(x.in, x.site);
        auto const clever = follow_prices(x.in, x.site, t);
        auto const cost = [&](dispatch_result const& r) {
            return bill(r, t) + r.firm_cost - r.store_change * mean_price(t) * x.site.storage.discharging;
        };
        CHECK(cost(clever) <= cost(plain));
        CHECK(clever.unserved <= plain.unserved);
        cheaper += cost(clever) < cost(plain) ? 1 : 0;
        CHECK(
            std::abs((dispatch(x.in, x.site).import_cost - clever.import_cost).base_value) == 0.0
        ); // the rules are set
    }
    CHECK(cheaper >= 4);
}

TEST_CASE("matching: the year's share is never below the hours'; both rise with the supply") {
    for (std::uint64_t seed = 400; seed < 410; ++seed) {
        random_site const x(seed);
        double before = 0.0;
        for (double scale = 0.25; scale < 8.0; scale *= 1.5) {
            auto const s = clean_shares_of(x.load, x.sun, scale);
            CHECK(s.hourly.value <= s.annual.value + 1e-15);
            CHECK(s.hourly.value >= before);
            before = s.hourly.value;
        }
        auto const target = fraction{0.3};
        double const m = multiple_for(x.load, x.sun, target);
        REQUIRE(m > 0.0);
        CHECK(clean_shares_of(x.load, x.sun, m).hourly.value == near(0.3, 1e-9));
    }
}

TEST_CASE("levelised cost falls with the capacity factor and rises with fade, rate and price") {
    for (variable_generation const& g :
         {variable_generation(catalog::solar), variable_generation(catalog::onshore_wind),
          variable_generation(catalog::offshore_wind), variable_generation(catalog::hydro)}) {
        double before = 1e300;
        for (double cf = 0.1; cf < 0.9; cf += 0.05) {
            variable_generation x = g;
            x.capacity_factor = fraction{cf};
            double const c = levelised_cost(x, discount_rate{0.07}).base_value;
            CHECK(c < before);
            before = c;
        }
        variable_generation worse = g;
        worse.fade = fraction{0.02};
        CHECK(levelised_cost(worse, discount_rate{0.07}) > levelised_cost(g, discount_rate{0.07}));
        CHECK(levelised_cost(g, discount_rate{0.08}) > levelised_cost(g, discount_rate{0.07}));
    }
}

TEST_CASE("mix: carbon, water, energy and money are conserved") {
    auto const a = prepare(grid(catalog::pjm_virginia), discount_rate{0.07}),
               b = prepare(generation(catalog::reciprocating_engines), discount_rate{0.07});
    at_facility<power<>> const mean{80.0 * megawatt}, peak{100.0 * megawatt};
    for (double w = 0.0; w <= 1.0; w += 0.125) {
        auto const m = perform(joined(a, b, fraction{w}, ratio{1.0 - w}, ratio{w}), mean, peak);
        auto const part = [&](auto const& p, double share) {
            return perform(p, at_facility<power<>>{mean.value * share}, at_facility<power<>>{peak.value * share});
        };
        auto const ra = part(a, 1.0 - w), rb = part(b, w);
        CHECK(m.location_based.base_value == near((ra.location_based + rb.location_based).base_value, 1e-12));
        CHECK(m.market_based.base_value == near((ra.market_based + rb.market_based).base_value, 1e-12));
        CHECK(m.upstream.base_value == near((ra.upstream + rb.upstream).base_value, 1e-12));
        CHECK(m.marginal.base_value == near((ra.marginal + rb.marginal).base_value, 1e-12));
        CHECK(m.source_water.base_value == near((ra.source_water + rb.source_water).base_value, 1e-12));
        CHECK(m.import.value.base_value == near((ra.import.value + rb.import.value).base_value, 1e-12));
        CHECK(m.cost.total().base_value == near((ra.cost.total() + rb.cost.total()).base_value, 1e-12));
        // no mix built for the peak once over is up more often than the better of its parts
        CHECK(m.availability.value <= std::max(a.availability.value, b.availability.value) + 1e-15);
    }
    // built twice over it is: 1 - (1 - A)(1 - B)
    CHECK(
        joined(a, b, fraction{0.5}, ratio{1.0}, ratio{1.0}).availability.value
        == near(1.0 - (1.0 - a.availability.value) * (1.0 - b.availability.value), 1e-12)
    );
    // carbon of a contract: bought clean power lowers the market-based account by its share and the location-based by nothing
    contract c = catalog::iowa_wind_contract;
    auto const with = prepare(c, discount_rate{0.07});
    c.share = fraction{0.0};
    auto const without = prepare(c, discount_rate{0.07});
    CHECK(with.location_based == without.location_based);
    CHECK(with.market_based.base_value == near(0.2 * without.market_based.base_value, 1e-12));
}

TEST_CASE("shifting: the objective never rises, whatever the prices") {
    for (std::uint64_t seed = 500; seed < 540; ++seed) {
        profile_random r(seed);
        std::size_t const sites = 1 + seed % 3, n = sites * 168;
        std::vector<money_per_energy<>> price(n);
        std::vector<power<>> load(n), room(n), x(n);
        for (std::size_t i = 0; i < n; ++i) {
            price[i] = (100.0 * r.uniform() - 10.0) * USD / megawatt_hour;
            load[i] = 50.0 * r.uniform() * megawatt;
            room[i] = load[i] * (1.0 + 0.5 * r.uniform());
        }
        auto const s = shift(price, load, room, 24, x, sites);
        CHECK(s.after <= s.before);
        CHECK(s.undone.base_value <= 1e-9 * s.work.base_value);
        energy<> done{};
        for (std::size_t i = 0; i < n; ++i) {
            done += x[i] * hour;
            CHECK(x[i] <= room[i]);
        }
        CHECK(done.base_value == near(s.work.base_value, 1e-12));
        // more room never hurts; no room moves nothing
        for (auto& c : room)
            c *= 1.2;
        CHECK(shift(price, load, room, 24, x, sites).after <= s.after);
        CHECK(shift(price, load, load, 24, x, sites).after.base_value == near(s.before.base_value, 1e-12));
    }
}

TEST_CASE("large load: a contract over every arithmetic") {
    large_load_contract const steps{
        .ramp = {fraction{0.3}, fraction{0.55}, fraction{0.7}, fraction{0.85}, fraction{0.93}, fraction{0.98}}, .minimum_take = fraction{0.82}, .term_years = 9, .exit_fee = 2.5 * year};
    arithmetics::check_all(steps, []<class S>(S const& s) {
        using T = typename decltype(s.minimum_take)::number_type;
        std::array<power<T>, 2> const wanted{power<T>(40.0 * megawatt), power<T>(75.0 * megawatt)};
        auto const charge = demand_per_month(money_per_power<T>(11.0 * USD / kilowatt));
        auto const r = bill_of(s, power<T>(100.0 * megawatt), charge, wanted, basic_discount_rate<real_terms, T>{T(0.07)});
        return std::vector<T>{r.paid.in(1e6 * USD), r.unmet.in(megawatt_hour), exit_fee_of(s, power<T>(100.0 * megawatt), charge, 2).in(1e6 * USD)};
    });
}

TEST_CASE("storage, fuel and cost formulas over every arithmetic") {
    arithmetics::check_all(storage(catalog::hydrogen_storage), []<class S>(S const& s) {
        using T = typename decltype(s.cycle_life)::number_type;
        basic_storage_size<T> const size{T(40.0) * megawatt_hour, T(10.0) * megawatt, T(8.0) * megawatt};
        return std::vector<T>{
            price_of(s, size).in(USD),
            annual_cost_of(s, size, basic_discount_rate<real_terms, T>{T(0.07)}, T(900.0)).in(USD / year)};
    });
    arithmetics::check_all(variable_generation(catalog::solar), []<class S>(S const& s) {
        using T = typename decltype(s.fade)::number_type;
        return std::vector<T>{levelised_cost(s, basic_discount_rate<real_terms, T>{T(0.07)}).in(USD / megawatt_hour)};
    });
    interruptible_grid const sooner{
        .grid = catalog::pjm_virginia,
        .backup = catalog::reciprocating_engines,
        .curtailed = 200.0 * hour,
        .minimum_take = fraction{0.85},
        .contracted = ratio{1.3},
        .earlier = 2.0 * year};
    arithmetics::check_all(sooner, []<class S>(S const& s) {
        using T = typename decltype(s.contracted)::number_type;
        auto const r = perform(
            prepare(s, basic_discount_rate<real_terms, T>{T(0.07)}), at_facility<power<T>>{power<T>(80.0 * megawatt)},
            at_facility<power<T>>{power<T>(100.0 * megawatt)}
        );
        return std::vector<T>{
            r.price.in(USD / megawatt_hour), r.availability.value, (r.location_based * year).in(tCO2e),
            r.lead_time.in(year)};
    });
    arithmetics::check_all(fuel_supply(catalog::triso_2028), []<class S>(S const& s) {
        using T = typename decltype(s.efficiency)::number_type;
        return std::vector<T>{supported_power(s).in(megawatt), startable_power(s).in(megawatt)};
    });
}

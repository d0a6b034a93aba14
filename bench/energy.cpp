// A year of hourly dispatch, the look ahead before it, the evaluation of a dispatched microgrid, sizing to a target, and a
// year of shifted load.

#include <tallywatt/catalog/sources.hpp>
#include <tallywatt/catalog/tariffs.hpp>
#include <tallywatt/energy/profile.hpp>
#include <tallywatt/energy/sizing.hpp>

#include <vector>

#include "subject.hpp"

using namespace tallywatt;

namespace {

/// Sun, wind, battery, two firm sources and a grid on a time-of-use tariff.
struct hybrid {
    std::vector<double> load, sun, wind, reserve, refill;
    std::vector<std::uint8_t> period;
    hourly_inputs in;
    dispatch_site site;

    hybrid()
        : load(hours_a_year), sun(hours_a_year), wind(hours_a_year), reserve(hours_a_year + 1),
          refill(hours_a_year + 1), period(hours_a_year) {
        tariff const t = catalog::us_time_of_use;
        fill_solar({.latitude_degrees = 39.0, .clearness = fraction{0.7}}, 1, sun);
        fill_wind({.mean_speed = 7.5}, 2, wind);
        fill_load(fraction{0.1}, fraction{0.05}, load);
        fill_periods(t, period);
        in = {load, {sun, wind, {}}, period};
        site.load_peak = 100.0 * megawatt;
        site.variable = {200.0 * megawatt, 100.0 * megawatt, 0.0 * watt};
        site.storage = {400.0 * megawatt_hour, 100.0 * megawatt, 100.0 * megawatt, 0.92, 0.92, 2e-5, 0.5};
        site.firm_sources = 2;
        site.firm = {30.0 * megawatt, 20.0 * megawatt, {}, {}};
        site.firm_cost = {45.0 * USD / megawatt_hour, 80.0 * USD / megawatt_hour, {}, {}};
        site.import = 50.0 * megawatt;
        site.export_limit = 30.0 * megawatt;
        set_tariff(site, t);
    }
    hybrid(hybrid const&) = delete;
    hybrid& operator=(hybrid const&) = delete;
};

void dispatch_year(benchmark::State& state) {
    auto x = std::make_unique<hybrid>();
    for (auto _ : state) {
        auto const r = dispatch(x->in, subject::seen_anew(&x->site));
        benchmark::DoNotOptimize(r);
    }
    state.counters["hours"] =
        benchmark::Counter(static_cast<double>(hours_a_year), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(dispatch_year);

void look_ahead_and_dispatch_year(benchmark::State& state) {
    auto x = std::make_unique<hybrid>();
    for (auto _ : state) {
        reserve_for_shortage(x->in, subject::seen_anew(&x->site), x->reserve, x->refill);
        x->site.reserve = x->reserve;
        x->site.refill = x->refill;
        auto const r = dispatch(x->in, subject::seen_anew(&x->site));
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(look_ahead_and_dispatch_year);

/// The dispatched microgrid as a source: no hours left to run.
template <class T>
void evaluate_dispatched_microgrid(benchmark::State& state) {
    auto x = std::make_unique<hybrid>();
    microgrid m{
        .solar = catalog::solar,
        .wind = catalog::onshore_wind,
        .store = catalog::lithium_battery,
        .firm = catalog::reciprocating_engines,
        .grid = catalog::ercot_texas,
        .solar_size = ratio{2.0},
        .wind_size = ratio{1.0},
        .charger_size = ratio{1.0},
        .discharger_size = ratio{1.0},
        .store_size = 4.0 * hour,
        .firm_size = ratio{0.5},
        .grid_size = ratio{0.5}};
    operate(m, x->in);
    auto held = std::make_unique<basic_microgrid<T>>(convert<T>(m));
    basic_discount_rate<real_terms, T> const rate{T(0.07)};
    for (auto _ : state) {
        auto const s = prepare(subject::seen_anew(held.get()), rate);
        benchmark::DoNotOptimize(s);
    }
}
BENCHMARK(evaluate_dispatched_microgrid<double>);
BENCHMARK(evaluate_dispatched_microgrid<interval>);

void size_to_target(benchmark::State& state) {
    auto x = std::make_unique<hybrid>();
    auto p = std::make_unique<sizing_problem>();
    p->hours.available = {x->sun, x->wind, {}};
    p->load_peak = 1.0 * gigawatt;
    p->variable[0] = {95.0 * USD / kilowatt / year, 20.0 * gigawatt};
    p->variable[1] = {130.0 * USD / kilowatt / year, 20.0 * gigawatt};
    p->storage.yearly = 20.0 * USD / kilowatt_hour / year;
    p->storage.most = 200.0 * gigawatt_hour;
    p->firm = {110.0 * USD / kilowatt / year, 100.0 * USD / megawatt_hour, 1.5 * gigawatt};
    p->unserved = fraction{1e-4};
    double dispatches = 0.0;
    for (auto _ : state) {
        auto const r = size_for_least_cost(subject::seen_anew(p.get()));
        dispatches = r.dispatches;
        benchmark::DoNotOptimize(r);
    }
    state.counters["dispatches"] = dispatches;
}
BENCHMARK(size_to_target)->Unit(benchmark::kMillisecond);

void follow_prices_of_a_year(benchmark::State& state) {
    auto x = std::make_unique<hybrid>();
    tariff const t = catalog::us_time_of_use;
    for (auto _ : state) {
        auto const r = follow_prices(x->in, x->site, t);
        benchmark::DoNotOptimize(r);
    }
}
BENCHMARK(follow_prices_of_a_year)->Unit(benchmark::kMillisecond);

void shift_a_year(benchmark::State& state) {
    auto x = std::make_unique<hybrid>();
    std::vector<money_per_energy<>> price(hours_a_year);
    std::vector<power<>> load(hours_a_year), room(hours_a_year), shifted(hours_a_year);
    for (std::size_t h = 0; h < hours_a_year; ++h) {
        price[h] = (60.0 - 50.0 * x->sun[h]) * USD / megawatt_hour;
        load[h] = 80.0 * x->load[h] * megawatt;
        room[h] = 100.0 * megawatt;
    }
    for (auto _ : state) {
        auto const r = shift(price, load, room, 24, shifted);
        benchmark::DoNotOptimize(r);
        benchmark::ClobberMemory();
    }
}
BENCHMARK(shift_a_year);

} // namespace

// The room's smaller formulas over all number types, and the laws that they obey.
#include "property/silicon/arithmetics.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/electrical.hpp>
#include <tallywatt/catalog/sites.hpp>
#include <tallywatt/facility.hpp>

#include <vector>

using namespace tallywatt;

TEST_CASE("power path: derivatives, enclosures, lanes") {
    arithmetics::check_all(power_path(catalog::path_400v), []<class T>(basic_power_path<T> const& p) {
        auto const l = losses_of(p, basic_ratio<T>{T(0.7)}, power<T>(120.0 * kilowatt));
        return std::vector<T>{l.efficiency().value, l.partial_pue().value};
    });
}

TEST_CASE("schedule and chip: derivatives, enclosures, lanes") {
    construction_schedule const s{};
    arithmetics::check_all(s, []<class T>(basic_construction_schedule<T> const& x) { return std::vector<T>{time_to_ready(x).total().in(month)}; });
    arithmetics::check_all(leaky_chip{.dynamic = 650.0 * watt, .leakage = 60.0 * watt}, []<class T>(basic_leaky_chip<T> const& c) {
        return std::vector<T>{settle(c, temperature<T>(celsius(32.0))).draw.in(watt)};
    });
}

TEST_CASE("airflow and wrappers: derivatives, enclosures, lanes") {
    arithmetics::check_all(airflow{}, []<class T>(basic_airflow<T> const& a) { return std::vector<T>{a.fan_power().value, a.mixing().in(kelvin)}; });
}

TEST_CASE("a store, reuse and control only ever take from the plant's energy") {
    auto const year_of = [](auto const& technology, climate const& where) {
        basic_facility<std::remove_cvref_t<decltype(technology)>> const f{.cooling = technology, .climate = where};
        return perform(prepare(f), f.it_capacity * fraction{0.7});
    };
    for (climate const& where : {climate(catalog::golden), climate(catalog::dallas), climate(catalog::singapore), climate(catalog::ulanqab)}) {
        air_cooling const plain = catalog::air_contained;
        auto const before = year_of(plain, where);
        auto const stored = year_of(cold_storage<air_cooling>{.from = plain, .losses = ratio{0.0}}, where);
        auto const reused = year_of(heat_reuse<air_cooling>{.from = plain}, where);
        auto const managed = year_of(managed_cooling<air_cooling>{.from = plain}, where);
        CHECK(stored.pue <= before.pue);
        CHECK(reused.pue <= before.pue);
        CHECK(managed.pue < before.pue);
        for (auto const& p : {before, stored, reused, managed}) {
            CHECK(p.pue.value >= 1.0);
            CHECK((at_facility<power<>>{70.0 * megawatt} + p.overhead.total()).value.in(megawatt) == near(p.mean_power.value.in(megawatt), 1e-14));
            CHECK(p.energy_reuse_factor().value >= 0.0);
            CHECK(p.energy_reuse_factor().value < 1.0);
            CHECK(p.energy_reuse_effectiveness().value <= p.pue.value);
        }
        CHECK(reused.reused_heat.value.base_value >= stored.reused_heat.value.base_value);
    }
}

TEST_CASE("settled chips: warmer coolant and more leakage never draw less, and the gain says how stable") {
    double before = 0.0;
    for (double t = 10.0; t <= 60.0; t += 2.5) {
        auto const p = settle(leaky_chip{.dynamic = 900.0 * watt, .leakage = 80.0 * watt}, celsius(t));
        CHECK(p.draw.in(watt) > before);
        CHECK(p.loop_gain.value < 1.0);
        before = p.draw.in(watt);
    }
}

TEST_CASE("provisioning: oversubscription uses more of the feed and risks more capping") {
    auto const site = prepare(facility{.cooling = catalog::direct_to_chip, .climate = catalog::ashburn});
    double stranded = 1e300, capped = -1.0;
    for (double o = 0.0; o <= 0.6; o += 0.1) {
        auto const p = provision(power_policy{.oversubscription = ratio{o}}, 10.0 * kilowatt, ratio{0.7}, 8, site);
        CHECK(p.stranded.value.base_value <= stranded);
        CHECK(p.capped.value >= capped);
        CHECK(p.drawn.value <= site.it_capacity.value);
        stranded = p.stranded.value.base_value, capped = p.capped.value;
    }
}

TEST_CASE("site: every field of a kind, a place and a policy moves a figure") {
    facility const base{.cooling = catalog::direct_to_chip, .climate = catalog::dallas};
    auto const moves_all = [](auto const& x, auto const& figures) {
        auto const before = figures(x);
        for (auto const& f : arithmetics::real_fields(x)) {
            auto const fields = arithmetics::real_fields(x);
            auto const after = figures(arithmetics::mapped<double>(x, [&](std::size_t k, double v) { return fields[k].path == f.path ? 1.1 * v + 1e-3 : v; }));
            INFO(f.path);
            CHECK(after != before);
        }
    };
    auto const with = [&](site_kind const& k, site_terms const& w) {
        facility f = base;
        f.form = k, f.place = w;
        return f;
    };
    site_terms const where{.tax_waived = fraction{0.05}, .existing_connection = 50.0 * megawatt, .property_tax_abated = fraction{0.2}};
    moves_all(site_kind(catalog::retrofit), [&](site_kind const& k) {
        auto const s = schedule_of(construction_schedule{.transformers = 1.0 * month, .switchgear = 1.0 * month, .generators = 1.0 * month, .chillers = 1.0 * month, .connection = 0.0 * month}, k, where, 100.0 * megawatt);
        return std::vector<double>{
            facility_capital_of(with(k, where)).total().base_value, operation_of(with(k, where), fraction{0.01}).total().base_value,
            downtime_cost(k, 1e6 * USD / year).base_value, time_to_ready(s).branch[0].base_value, time_to_ready(s).branch[1].base_value};
    });
    moves_all(where, [&](site_terms const& w) {
        auto const at_edge = schedule_of(construction_schedule{}, site_kind{}, w, 54.0 * megawatt); // a tenth more would do
        return std::vector<double>{
            facility_capital_of(with(site_kind{}, w)).total().base_value, operation_of(with(site_kind{}, w), fraction{0.01}).total().base_value, at_edge.connection.base_value};
    });
    auto const site = prepare(base);
    moves_all(power_policy{.smoothed = fraction{0.5}, .margin = ratio{0.3}, .oversubscription = ratio{0.3}}, [&](power_policy const& p) {
        auto const r = provision(p, 10.0 * kilowatt, ratio{0.7}, 8, site);
        return std::vector<double>{r.servers, r.capped.value, r.output.value, r.peak.base_value};
    });
    // where supplies cover all of the peak it is the margin that decides
    fraction const all{1.0};
    CHECK(provision(power_policy{.smoothed = all, .margin = ratio{0.1}}, 10.0 * kilowatt, ratio{0.7}, 8, site).servers < provision(power_policy{.smoothed = all}, 10.0 * kilowatt, ratio{0.7}, 8, site).servers);
}

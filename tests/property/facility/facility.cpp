// Properties of the facility over all its fields: derivatives, enclosures, lanes, and the directions physics demands.

#include "approx.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/facility.hpp>
#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/number/simd.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace tallywatt;

namespace {

// Set points off the bins' middles: at a kink (economiser just full) no derivative exists.
facility liquid_site() {
    direct_to_chip d = catalog::direct_to_chip;
    d.coolant_supply = celsius(32.37);
    d.residual.supply_air = celsius(24.91);
    return {.cooling = d, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}};
}
facility tower_site() {
    direct_to_chip d = catalog::direct_to_chip_tower;
    d.coolant_supply = celsius(27.33);
    d.residual.supply_air = celsius(23.97);
    return {.cooling = d, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}};
}
facility air_site() {
    air_cooling a = catalog::air_contained;
    a.supply_air = celsius(24.91);
    return {.cooling = a, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}};
}

facility of(cooling const& technology) {
    return {.cooling = technology, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}};
}
/// The other technologies, with set points off the bins' middles as well.
facility adiabatic_site() {
    direct_to_chip d = catalog::direct_to_chip_adiabatic;
    d.coolant_supply = celsius(30.37);
    d.residual.supply_air = celsius(24.91);
    return of(d);
}
facility outdoor_site() {
    outdoor_air o = catalog::air_outdoor;
    o.supply_air = celsius(24.13);
    o.most_humid = celsius(22.77);
    return of(o);
}
facility door_site() {
    rear_door r = catalog::rear_door;
    r.room_air = celsius(24.41);
    r.residual.supply_air = celsius(24.91);
    return of(r);
}
facility boiling_plates_site() {
    two_phase_plates p = catalog::direct_to_chip_two_phase;
    p.saturation = celsius(38.37);
    p.residual.supply_air = celsius(24.91);
    return of(p);
}
facility oil_site() {
    immersion i = catalog::immersion_one_phase;
    i.bath_supply = celsius(36.37);
    i.residual.supply_air = celsius(24.91);
    return of(i);
}
facility boiling_site() {
    boiling_immersion i = catalog::immersion_two_phase;
    i.boiling = celsius(44.37);
    i.residual.supply_air = celsius(24.91);
    return of(i);
}
facility room_site() {
    air_cooling a = catalog::air_room;
    a.supply_air = celsius(22.41);
    return of(a);
}
std::vector<facility> all_sites() {
    return {liquid_site(), tower_site(), air_site(), adiabatic_site(), outdoor_site(), door_site(), boiling_plates_site(), oil_site(), boiling_site(), room_site()};
}

/// The results that a field may move: PUE, peak PUE, WUE in L/kWh, capital and operation in MUSD (a year).
template <class C, class T>
std::vector<T> results(basic_facility<C, T> const& f) {
    auto const p = perform(prepare(f), at_it<power<T>>{power<T>(80.0 * megawatt)});
    return {
        p.pue.value, p.peak_pue.value, p.wue.value.in(litre / kilowatt_hour),
        facility_capital_of(f).total().in(1e6 * USD), (facility_operation_of(f, p).total() * year).in(1e6 * USD)};
}

/// And those of its chain, form and place: availability, property tax, time until walls stand and transformers are in, and what
/// a conversion's downtime costs.
template <class C, class T>
std::vector<T> all_results(basic_facility<C, T> const& f) {
    auto r = results(f);
    auto const time = time_to_ready(schedule_of(basic_construction_schedule<T>{}, f.form, f.place, power<T>(100.0 * megawatt)));
    r.push_back(prepare(f).availability.value);
    r.push_back((operation_of(f, basic_fraction<T>{T(0.01)}).property_tax * year).in(1e6 * USD));
    r.push_back(time.branch[0].in(month));
    r.push_back(time.branch[1].in(month));
    r.push_back(downtime_cost(f.form, money_rate<T>(1e6 * USD / year)).in(1e6 * USD));
    return r;
}

/// Visits the n-th number of a described object.
template <class X, class F>
int for_number(X& x, int wanted, F&& f) {
    int n = 0;
    walk(
        [&](field_path const& path, field const&, auto& leaf) {
            if constexpr (numeric_leaf<decltype(leaf)>)
                if constexpr (!std::is_integral_v<std::remove_cvref_t<decltype(number_in(leaf))>>) {
                    if (n == wanted)
                        f(number_in(leaf), path.text());
                    ++n;
                }
        },
        field_path{}, x
    );
    return n;
}
template <class X>
int count_numbers(X& x) {
    return for_number(x, -1, [](auto&, std::string const&) {});
}

} // namespace

TEST_CASE("facility: duals equal central differences in every field, and every field moves a result") {
    std::vector<std::string> moved_somewhere, all;
    for (facility const& site : all_sites()) {
        facility point = site;
        int const fields = count_numbers(point);
        CHECK(fields > 90);
        for (int i = 0; i < fields; ++i) {
            auto seeded = convert<dual>(site);
            std::string name;
            double x = 0.0;
            for_number(seeded, i, [&](dual& d, std::string const& path) {
                d.derivative[0] = 1.0;
                x = d.value;
                name = path;
            });
            auto const exact = all_results(seeded);
            double const step = x == 0.0 ? 1e-7 : 1e-5 * std::abs(x);
            facility up = site, down = site;
            for_number(up, i, [&](double& d, std::string const&) { d += step; });
            for_number(down, i, [&](double& d, std::string const&) { d -= step; });
            auto const high = all_results(up), low = all_results(down);
            bool moved = false;
            for (std::size_t r = 0; r < exact.size(); ++r) {
                double const slope = (high[r] - low[r]) / (2.0 * step);
                // 1e-6 relative (truncation of the difference), plus cancellation: 1e-16 of the result over the step
                double const slack = 1e-6 * std::abs(slope) + 1e-14 * std::abs(high[r]) / step;
                INFO(name << " result " << r);
                CHECK(std::abs(exact[r].derivative[0] - slope) <= slack);
                moved = moved || exact[r].derivative[0] != 0.0;
            }
            all.push_back(name);
            if (moved)
                moved_somewhere.push_back(name);
        }
    }
    // Limits of a technology move limits of the report, not these results; a connection counts where it is large enough.
    for (auto const& name : all) {
        bool const limit =
            name.find("max_rack_density") != std::string::npos || name.find("max_heat_flux") != std::string::npos || name == "place.existing_connection";
        bool found = limit;
        for (auto const& m : moved_somewhere)
            found = found || m == name;
        INFO(name);
        CHECK(found);
    }
}

TEST_CASE("facility: intervals enclose the point and stay within 1.5 times the first-order width") {
    for (facility const& site : all_sites()) {
        auto const point = results(site);
        // All fields but the climate within 0.5 % either way (temperatures within 0.25 K) at once.
        auto wide = convert<interval>(site);
        std::vector<double> half;
        facility const& centre = site;
        int const fields = count_numbers(wide);
        for (int i = 0; i < fields; ++i) {
            for_number(wide, i, [&](interval& x, std::string const& path) {
                double const m = x.middle();
                bool const bin = path.find("climate") == 0;
                double const h = bin ? 0.0
                                 : m > 200.0 && m < 400.0 && path.find("suppl") != std::string::npos
                                     ? 0.25
                                     : 0.005 * std::abs(m);
                if (h > 0.0)
                    x = interval(m - h, m + h);
                half.push_back(h);
            });
        }
        auto const enclosure = results(wide);
        std::vector<double> first_order(point.size(), 0.0);
        for (int i = 0; i < fields; ++i) {
            if (half[static_cast<std::size_t>(i)] == 0.0)
                continue;
            auto seeded = convert<dual>(centre);
            for_number(seeded, i, [](dual& d, std::string const&) { d.derivative[0] = 1.0; });
            auto const r = results(seeded);
            for (std::size_t k = 0; k < r.size(); ++k)
                first_order[k] += 2.0 * half[static_cast<std::size_t>(i)] * std::abs(r[k].derivative[0]);
        }
        for (std::size_t k = 0; k < point.size(); ++k) {
            INFO("result " << k << " width " << enclosure[k].width() << " first order " << first_order[k]);
            CHECK(enclosure[k].contains(point[k]));
            // A tower's leaving air raises the latent share in cold bins and lowers it in hot ones; bins are enclosed one by
            // one, so that of the year's water this cancelling is not seen.
            double const allowed = k == 2 ? 2.0 : 1.5;
            CHECK(
                enclosure[k].width() <= allowed * first_order[k] + 1e-10 * std::abs(point[k])
            ); // outward rounding of sums over bins
        }
    }
}

TEST_CASE("facility: an interval climate encloses every climate inside it") {
    auto wide = convert<interval>(air_site());
    for (int i = 0; i < wide.climate.bins.count; ++i) {
        auto& t = wide.climate.bins.bin[static_cast<std::size_t>(i)].dry_bulb.above_zero.base_value;
        t = interval(t.low - 1.0, t.high + 1.0);
    }
    auto const enclosure = results(wide);
    for (double const shift : {-1.0, -0.3, 0.0, 0.4, 1.0}) {
        facility f = air_site();
        for (int i = 0; i < f.climate.bins.count; ++i) {
            auto& b = f.climate.bins.bin[static_cast<std::size_t>(i)];
            b.dry_bulb = b.dry_bulb + shift * kelvin;
        }
        auto const r = results(f);
        for (std::size_t k = 0; k < r.size(); ++k)
            CHECK(enclosure[k].contains(r[k]));
    }
}

TEST_CASE("facility: lanes equal scalars, float is close") {
    for (facility const& site : all_sites()) {
        auto const scalar = results(site);
        auto const lanes = results(convert<simd>(site));
        auto const single = results(convert<float>(site));
        for (std::size_t k = 0; k < scalar.size(); ++k) {
            // 4 ulp: fused multiply-add may round the two differently
            CHECK(std::abs(lanes[k][0] - scalar[k]) <= 4.0 * 2.3e-16 * std::abs(scalar[k]));
            CHECK(lanes[k][0] == lanes[k][simd::size() - 1]);
            CHECK(std::abs(static_cast<double>(single[k]) - scalar[k]) <= 2e-5 * std::abs(scalar[k]));
        }
    }
}

TEST_CASE("facility: warmer air never lowers PUE, for any technology") {
    for (facility const& site : all_sites()) {
        double before = 0.0, peak_before = 0.0;
        for (double shift = -20.0; shift <= 12.0; shift += 1.0) {
            facility f = site;
            for (int i = 0; i < f.climate.bins.count; ++i) {
                auto& b = f.climate.bins.bin[static_cast<std::size_t>(i)];
                b.dry_bulb = b.dry_bulb + shift * kelvin;
                b.wet_bulb = b.wet_bulb + shift * kelvin;
            }
            auto const r = results(f);
            CHECK(r[0] >= before);
            CHECK(r[1] >= peak_before);
            before = r[0], peak_before = r[1];
        }
    }
}

TEST_CASE("facility: scale-invariant, and the PUE curve over load") {
    for (facility const& site : all_sites()) {
        facility ten = site;
        ten.it_capacity = at_it<power<>>{1000.0 * megawatt};
        auto const small = prepare(site), large = prepare(ten);
        for (double const share : {0.05, 0.3, 0.8, 1.0}) {
            double const a = perform(small, at_it<power<>>{share * 100.0 * megawatt}).pue.value;
            double const b = perform(large, at_it<power<>>{share * 1000.0 * megawatt}).pue.value;
            CHECK(a == near(b, 1e-14)); // roundings of u
        }
        // fixed losses dominate at low load
        CHECK(
            perform(small, at_it<power<>>{5.0 * megawatt}).pue.value
            > perform(small, at_it<power<>>{50.0 * megawatt}).pue.value
        );
        // total power grows with load
        double before = 0.0;
        for (double load = 5.0; load <= 100.0; load += 5.0) {
            double const p = perform(small, at_it<power<>>{load * megawatt}).mean_power.value.base_value;
            CHECK(p > before);
            before = p;
        }
    }
}

// Properties of power supplies over all their fields.

#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/sources.hpp>
#include <tallywatt/energy.hpp>
#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/number/simd.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {

/// Price (USD/MWh), cost (MUSD a year), emissions (kt a year: location, market, upstream), water, import, availability,
/// marginal emissions, land, lead time, clean share.
template <class S, class T>
std::vector<T> results(S const& source_of_power, basic_discount_rate<real_terms, T> const& discount) {
    auto const r = perform(
        prepare(source_of_power, discount), at_facility<power<T>>{power<T>(90.0 * megawatt)},
        at_facility<power<T>>{power<T>(110.0 * megawatt)}
    );
    return {
        r.price.in(USD / megawatt_hour),
        (r.cost.total() * year).in(1e6 * USD),
        (r.location_based * year).in(1e3 * tCO2e),
        (r.market_based * year).in(1e3 * tCO2e),
        (r.upstream * year).in(1e3 * tCO2e),
        (r.source_water * year).in(cubic_metre),
        r.import.value.in(megawatt),
        r.availability.value,
        (r.marginal * year).in(1e3 * tCO2e),
        r.land.in(kilometre * kilometre),
        r.lead_time.in(year),
        r.clean.value};
}
constexpr std::size_t availability_result = 7;

/// One of each kind of supply, and two of those whose kinks hide a field.
std::vector<supply> const& all_supplies() {
    static std::vector<supply> const all = [] {
        contract virtually = catalog::texas_solar_contract, late = catalog::iowa_wind_contract;
        late.lead_time = 9.0 * year;
        mixed_supply mix{
            .first = grid(catalog::pjm_virginia),
            .second = generation(catalog::small_modular_reactors),
            .energy_share = fraction{0.4},
            .first_capacity = ratio{0.7},
            .second_capacity = ratio{0.6}};
        mixed_supply other{
            .first = virtually,
            .second = variable_generation(catalog::onshore_wind),
            .energy_share = fraction{0.3},
            .first_capacity = ratio{0.8},
            .second_capacity = ratio{0.9}};
        mixed_supply contract_late = other, grid_late = other;
        std::get<contract>(contract_late.first).lead_time = 9.0 * year;
        std::get<contract>(grid_late.first).grid.lead_time = 9.0 * year;
        microgrid site{
            .solar = catalog::solar,
            .wind = catalog::onshore_wind,
            .store = catalog::lithium_battery,
            .firm = catalog::reciprocating_engines,
            .grid = catalog::ercot_texas,
            .solar_size = ratio{2.0},
            .wind_size = ratio{1.0},
            .charger_size = ratio{1.0},
            .discharger_size = ratio{0.8},
            .store_size = 5.0 * hour,
            .firm_size = ratio{0.5},
            .grid_size = ratio{0.3},
            .export_size = ratio{0.5},
            .export_price = 20.0 * USD / megawatt_hour};
        site.year = {
            .load_factor = ratio{0.9},
            .solar = ratio{0.6},
            .wind = ratio{0.45},
            .firm = ratio{0.1},
            .import = ratio{0.15},
            .sold = ratio{0.2},
            .unserved = fraction{1e-3},
            .curtailed = ratio{0.05},
            .cycles = ratio{250.0},
            .peak_import = ratio{0.3}};
        microgrid hard = site; // cycled until it wears out; the battery comes last
        hard.year.cycles = ratio{600.0};
        hard.store.lead_time = 8.0 * year;
        microgrid windy = site, gas = site;
        windy.wind.lead_time = 8.5 * year;
        gas.firm.lead_time = 8.5 * year;
        microgrid sunny = site, queued = site;
        sunny.solar.lead_time = 8.5 * year;
        queued.grid.lead_time = 8.5 * year;
        return std::vector<supply>{
            catalog::pjm_virginia,
            catalog::combined_cycle,
            variable_generation(catalog::solar),
            virtually,
            late,
            mix,
            other,
            contract_late,
            grid_late,
            site,
            hard,
            windy,
            gas,
            sunny,
            queued};
    }();
    return all;
}

// Fields of a microgrid's parts that act through the hourly dispatch, whose flows are fields of their own.
constexpr char const* by_dispatch[] = {
    "solar.capacity_factor", "solar.fade",        "wind.capacity_factor", "wind.fade",
    "store.charging",        "store.discharging", "store.self_discharge"};

template <class X, class F>
int for_number(X& x, int wanted, F&& f) {
    if constexpr (detail::is_variant<X>)
        return std::visit([&](auto& held) { return for_number(held, wanted, f); }, x);
    else {
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
}
template <class T>
basic_discount_rate<real_terms, T> rate_of(double r) {
    return basic_discount_rate<real_terms, T>{T(r)};
}

} // namespace

TEST_CASE("supply: duals equal central differences in every field, and every field moves a result") {
    // of each alternative, what moves something in one of its objects
    std::vector<std::set<std::string>> seen(std::variant_size_v<supply>), alive(std::variant_size_v<supply>);
    for (supply const& s : all_supplies()) {
        supply counted = s;
        int const fields = for_number(counted, -1, [](double&, std::string const&) {});
        CHECK(fields >= 7);
        for (int i = 0; i <= fields; ++i) { // the last one: the discount rate
            auto seeded = convert<dual>(s);
            auto rate_seed = rate_of<dual>(0.07);
            std::string name = "discount rate";
            double x = 0.07;
            if (i == fields)
                rate_seed.value.derivative[0] = 1.0;
            for_number(seeded, i, [&](dual& d, std::string const& path) {
                d.derivative[0] = 1.0;
                x = d.value;
                name = path;
            });
            auto const exact = results(seeded, rate_seed);
            double const step =
                x == 0.0 ? 1e-12 : 1e-5 * std::abs(x); // zeros are prices and factors: in base units, tiny
            supply up = s, down = s;
            for_number(up, i, [&](double& d, std::string const&) { d += step; });
            for_number(down, i, [&](double& d, std::string const&) { d -= step; });
            auto const high = results(up, rate_of<double>(i == fields ? 0.07 + step : 0.07));
            auto const low = results(down, rate_of<double>(i == fields ? 0.07 - step : 0.07));
            seen[s.index()].insert(name);
            for (std::size_t r = 0; r < exact.size(); ++r) {
                double const slope = (high[r] - low[r]) / (2.0 * step);
                INFO(name << " result " << r);
                CHECK(
                    std::abs(exact[r].derivative[0] - slope)
                    <= 1e-6 * std::abs(slope) + 1e-14 * std::abs(high[r]) / step
                );
                if (exact[r].derivative[0] != 0.0)
                    alive[s.index()].insert(name);
            }
        }
    }
    for (std::size_t k = 0; k < seen.size(); ++k) {
        CHECK_FALSE(seen[k].empty()); // every alternative is tried
        for (std::string const& name : seen[k]) {
            bool const excused =
                (name == "discount rate" && (k == 0 || k == 3)) // bought power has no capital to discount
                || name == "grid_size" || name == "export_size" || name == "year.curtailed"
                || std::find(std::begin(by_dispatch), std::end(by_dispatch), name) != std::end(by_dispatch);
            INFO("alternative " << k << ": " << name);
            CHECK((alive[k].count(name) == 1) != excused);
        }
    }
}

TEST_CASE("supply: intervals enclose the point and stay within 1.5 times the first-order width") {
    for (supply const& s : all_supplies()) {
        auto const point = results(s, rate_of<double>(0.07));
        auto wide = convert<interval>(s);
        int const fields = for_number(wide, -1, [](interval&, std::string const&) {});
        std::vector<double> half(static_cast<std::size_t>(fields));
        for (int i = 0; i < fields; ++i)
            for_number(wide, i, [&](interval& x, std::string const&) {
                double const h = 0.005 * x.middle();
                x = interval(x.middle() - h, x.middle() + h);
                half[static_cast<std::size_t>(i)] = h;
            });
        auto const enclosure = results(wide, basic_discount_rate<real_terms, interval>{interval(0.06965, 0.07035)});
        std::vector<double> first_order(point.size(), 0.0);
        for (int i = 0; i <= fields; ++i) {
            auto seeded = convert<dual>(s);
            auto rate_seed = rate_of<dual>(0.07);
            if (i == fields)
                rate_seed.value.derivative[0] = 1.0;
            for_number(seeded, i, [](dual& d, std::string const&) { d.derivative[0] = 1.0; });
            auto const r = results(seeded, rate_seed);
            double const h = i == fields ? 0.00035 : half[static_cast<std::size_t>(i)];
            for (std::size_t k = 0; k < r.size(); ++k)
                first_order[k] += 2.0 * h * std::abs(r[k].derivative[0]);
        }
        for (std::size_t k = 0; k < point.size(); ++k) {
            INFO("result " << k << " width " << enclosure[k].width() << " first order " << first_order[k]);
            CHECK(enclosure[k].contains(point[k]));
            CHECK(enclosure[k].width() <= 1.5 * first_order[k] + 1e-11 * std::abs(point[k])); // outward rounding
        }
    }
    // k of n rises with the unit's availability: an interval's ends are the ends of the result, to rounding
    auto const a = k_of_n(4, 5, basic_availability<interval>{interval(0.92, 0.94)}).value;
    double const low = k_of_n(4, 5, availability{0.92}).value, high = k_of_n(4, 5, availability{0.94}).value;
    CHECK(a.contains(low));
    CHECK(a.contains(high));
    CHECK(a.width() == near(high - low, 1e-12));
    CHECK(results(supply(catalog::combined_cycle), rate_of<double>(0.07))[availability_result] > 0.93);
}

TEST_CASE("supply: lanes equal scalars, float is close") {
    for (supply const& s : all_supplies()) {
        auto const scalar = results(s, rate_of<double>(0.07));
        auto const lanes = results(convert<simd>(s), rate_of<simd>(0.07));
        auto const single = results(convert<float>(s), rate_of<float>(0.07));
        for (std::size_t k = 0; k < scalar.size(); ++k) {
            CHECK(
                std::abs(lanes[k][0] - scalar[k]) <= 16.0 * 2.3e-16 * std::abs(scalar[k])
            ); // sums of some ten products, one of them a power
            CHECK(std::abs(static_cast<double>(single[k]) - scalar[k]) <= 2e-5 * std::abs(scalar[k]));
        }
    }
}

TEST_CASE("supply: directions and scale") {
    auto const price = [](supply const& s, double mean, double peak, double rate) {
        return perform(
                   prepare(s, discount_rate{rate}), at_facility<power<>>{mean * megawatt},
                   at_facility<power<>>{peak * megawatt}
        )
            .price.base_value;
    };
    for (supply const& s : {supply(catalog::pjm_virginia), supply(catalog::combined_cycle)}) {
        // a peak above the mean costs; double the plant costs the same per energy
        CHECK(price(s, 90.0, 120.0, 0.07) > price(s, 90.0, 100.0, 0.07));
        CHECK(price(s, 180.0, 200.0, 0.07) == near(price(s, 90.0, 100.0, 0.07), 1e-14));
        double before = 0.0;
        for (double r = -0.02; r <= 0.15; r += 0.01) {
            double const p = price(s, 90.0, 100.0, r);
            if (std::holds_alternative<grid>(s))
                CHECK(p == price(s, 90.0, 100.0, 0.07)); // a grid has no capital to discount
            else
                CHECK(p > before);
            before = p;
        }
    }
    // a spare unit raises cost and availability
    gas_generation g = catalog::combined_cycle;
    auto const with = prepare(g, discount_rate{0.07});
    g.units_installed = 4;
    auto const without = prepare(g, discount_rate{0.07});
    CHECK(with.capital.value.base_value > without.capital.value.base_value);
    CHECK(with.availability.value > without.availability.value);
}

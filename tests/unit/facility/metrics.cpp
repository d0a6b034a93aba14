#include "approx.hpp"

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/facility/metrics.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tallywatt;

namespace {
constexpr at_it<energy<>> it{100.0 * gigawatt_hour};
constexpr at_facility<energy<>> all{120.0 * gigawatt_hour};
constexpr double exact = 1e-14;
} // namespace

TEST_CASE("metrics of ISO/IEC 30134 by hand") {
    pue const p = power_usage_effectiveness(all, it);
    CHECK(p.value == near(1.2, exact));
    wue const w = water_usage_effectiveness(180e6 * litre, it);
    CHECK(w.value.in(litre / kilowatt_hour) == near(1.8, exact));
    CHECK(
        water_usage_effectiveness_source(w, 2.0 * litre / kilowatt_hour, p).value.in(litre / kilowatt_hour)
        == near(4.2, exact)
    );
    CHECK(
        carbon_usage_effectiveness(400.0 * gCO2e / kilowatt_hour, p).value.in(gCO2e / kilowatt_hour)
        == near(480.0, exact)
    );
    CHECK(
        renewable_energy_factor(at_facility<energy<>>{30.0 * gigawatt_hour}, all).value
        == near(0.25, exact)
    );
    fraction const reused = energy_reuse_factor(at_facility<energy<>>{24.0 * gigawatt_hour}, all);
    CHECK(reused.value == near(0.2, exact));
    CHECK(energy_reuse_effectiveness(reused, p).value == near(0.96, exact)); // (1 - 0.2) * 1.2
    CHECK(
        cooling_efficiency_ratio(it, at_facility<energy<>>{12.5 * gigawatt_hour}).value
        == near(8.0, exact)
    );
    ratio const itue = it_usage_effectiveness(it, at_it<energy<>>{80.0 * gigawatt_hour});
    CHECK(itue.value == near(1.25, exact));
    CHECK(total_usage_effectiveness(p, itue).value == near(1.5, exact));
}

TEST_CASE("capacity charge: a month is 730 h, and it is no price per energy") {
    capacity_charge const c = per_month(12.0 * USD / kilowatt);
    CHECK((at_it<power<>>{100.0 * megawatt} * c * year).in(1e6 * USD) == near(14.4, exact));
    demand_charge const d = demand_per_month(12.0 * USD / kilowatt); // the same of the power at a meter
    CHECK((at_grid<power<>>{100.0 * megawatt} * d * year).in(1e6 * USD) == near(14.4, exact));
    CHECK(per_year(144.0 * USD / kilowatt).value.base_value == near(c.value.base_value, exact));
    static_assert(!std::is_convertible_v<capacity_charge, money_per_energy<>>);
    static_assert(!std::is_convertible_v<money_per_energy<>, capacity_charge>);
}

#include <doctest/doctest.h>

#include "approx.hpp"
#include "unit/facility/support.hpp"

using namespace tallywatt;

TEST_CASE("power stage: part-load overhead, published curve") {
    // PUE(u) = 1 + (0.06 + 0.10 u + 0.04 u^2)/u: 1.704, 1.35, 1.24, 1.21, 1.20 at 10, 25, 50, 75, 100 % (stated to 3 digits)
    power_stage const s{.no_load = ratio{0.06}, .proportional = ratio{0.10}, .quadratic = ratio{0.04}};
    double const load[] = {0.10, 0.25, 0.50, 0.75, 1.00}, overhead[] = {0.704, 0.35, 0.24, 0.21, 0.20};
    for (int i = 0; i < 5; ++i)
        CHECK(loss_per_load(s, ratio{load[i]}).value == near(overhead[i], 1e-12));
}

TEST_CASE("power stage: redundancy sets the load point and multiplies no-load losses") {
    power_stage s{.no_load = ratio{0.008}, .proportional = ratio{0.010}, .quadratic = ratio{0.015}};
    s.need = 1, s.installed = 2; // 2N at 80 %: two modules at 40 %: (0.008 + 0.004 + 0.0024)/0.4
    CHECK(loss_per_load(s, ratio{0.8}).value == near(0.036, 1e-12));
    s.need = 4, s.installed = 5; // N+1 at full load: modules at 80 %: (0.008 + 0.008 + 0.0096)/0.8
    CHECK(loss_per_load(s, ratio{1.0}).value == near(0.032, 1e-12));
    s.installed = 3;
    CHECK_NOTHROW(validate(s));
    CHECK_THROWS_AS(check(s), invalid_input);
}

TEST_CASE("electrical chain: product of efficiencies (V18)") {
    // 0.99 * 0.96 * 0.98 = 0.931392, partial PUE 1.0736617879475023: stages that lose in proportion to what they pass on
    auto const stage = [](double efficiency) { return power_stage{.proportional = ratio{1.0 / efficiency - 1.0}}; };
    basic_facility<test::no_cooling> f{.climate = test::climate_of({{10.0, 8.0, 8760.0}})};
    f.electrical = {.transformer = stage(0.99), .ups = stage(0.96), .distribution = stage(0.98)};
    f.auxiliary = ratio{0.0};
    for (double const load : {5.0, 50.0, 100.0}) {
        auto const r = perform(prepare(f), at_it<power<>>{load * megawatt});
        CHECK(r.pue.value == near(1.0736617879475023, 1e-12));
        CHECK(r.peak_pue.value == near(1.0 / 0.931392, 1e-12));
    }
}

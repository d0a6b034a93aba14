#include "approx.hpp"

#include <tallywatt/number/simd.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

#include <doctest/doctest.h>

namespace {
using namespace tallywatt;
using namespace tallywatt::literals;

TEST_CASE("Fisher: 5 % nominal at 2 % inflation is 2.941 % real") {
    // 1.05/1.02 - 1 = 3/102
    CHECK(to_real(nominal_discount_rate{0.05}, inflation_rate{0.02}).value == near(3.0 / 102.0, 1e-14));
    // 1.03 * 1.02 - 1 = 0.0506
    CHECK(to_nominal(discount_rate{0.03}, inflation_rate{0.02}).value == near(0.0506, 1e-14));
    auto const there = to_nominal(discount_rate{0.07}, inflation_rate{0.025});
    CHECK(to_real(there, inflation_rate{0.025}).value == near(0.07, 1e-14));
    CHECK(to_real(nominal_discount_rate{0.04}, inflation_rate{0.04}).value == 0.0);
}

TEST_CASE_TEMPLATE("Fisher over every number type", T, float, interval, dual, simd) {
    basic_discount_rate<nominal_terms, T> const nominal = nominal_discount_rate{0.05};
    // 1 + r loses up to 2^-24 absolute in float, relative to a result of 0.03
    CHECK(lowest(to_real(nominal, inflation_rate{0.02}).value) == near(3.0 / 102.0, std::is_same_v<T, float> ? 1e-5 : 1e-13));
    CHECK(highest(to_nominal(to_real(nominal, inflation_rate{0.02}), basic_inflation_rate<T>(inflation_rate{0.02})).value) ==
          near(0.05, std::is_same_v<T, float> ? 1e-5 : 1e-13));
}

TEST_CASE("Fisher keeps each rate's interval once") {
    // exact range of (1 + n)/(1 + i) - 1 over n in [4 %, 6 %], i in [1 %, 3 %] is [1.04/1.03 - 1, 1.06/1.01 - 1]
    auto const r = to_real(basic_discount_rate<nominal_terms, interval>(interval(0.04, 0.06)), basic_inflation_rate<interval>(interval(0.01, 0.03))).value;
    CHECK(r.low == near(1.04 / 1.03 - 1.0, 1e-12));
    CHECK(r.high == near(1.06 / 1.01 - 1.0, 1e-12));
    auto const n = to_nominal(basic_discount_rate<real_terms, interval>(interval(-0.01, 0.01)), basic_inflation_rate<interval>(interval(-0.02, 0.02))).value;
    CHECK(n.low == near(0.99 * 0.98 - 1.0, 1e-12));
    CHECK(n.high == near(1.01 * 1.02 - 1.0, 1e-12));
}

TEST_CASE("availability multiplies into what is delivered, and to_install is the way back") {
    CHECK((availability{0.8} * (100.0 * (token / second))) / (token / second) == near(80.0, 1e-15));
    CHECK(to_install(80.0 * watt, availability{0.8}).in(watt) == near(100.0, 1e-15));
}

TEST_CASE_TEMPLATE("boundaries and strong types over every number type", T, float, interval, dual, simd) {
    at_it<power<T>> const it = at_it<power<>>{100.0 * megawatt};
    basic_pue<T> const p = pue{1.25};
    at_facility<energy<T>> const e = it * p * (2.0 * hour);
    CHECK(lowest(e.value.in(megawatt_hour)) == near(250.0, std::is_same_v<T, float> ? 1e-6 : 1e-14));
    basic_wue<T> const w = wue{1.8_L_per_kWh};
    CHECK(highest((it * hour * w).in(litre)) == near(180'000.0, std::is_same_v<T, float> ? 1e-6 : 1e-14));
    basic_fraction<T> const half = fraction{0.5};
    CHECK(lowest((it * half / it)) == near(0.5, std::is_same_v<T, float> ? 1e-6 : 1e-14));
    temperature<T> const t = 25_degC;
    CHECK(highest((t + 5.0 * kelvin).in_celsius()) == near(30.0, std::is_same_v<T, float> ? 1e-6 : 1e-14));
    per_accelerator<power<T>> const each = per_accelerator<power<>>{700.0 * watt};
    CHECK(highest((each * (8.0 * accelerator_unit)).in(kilowatt)) == near(5.6, std::is_same_v<T, float> ? 1e-6 : 1e-14));
}

}  // namespace

// math::mix: a weighted mean, tight over intervals.
#include "approx.hpp"

#include <tallywatt/number.hpp>
#include <tallywatt/number/simd.hpp>
#include <tallywatt/number/simd.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("mix is the weighted mean") {
    static_assert(math::mix(0.25, 8.0, 4.0) == 5.0);
    static_assert(math::mix(1.0, 8.0, 4.0) == 8.0);
    static_assert(math::mix(0.0, 8.0, 4.0) == 4.0);
    CHECK(math::mix(0.25f, 8.0f, 4.0f) == 5.0f);
    CHECK(math::mix(0.25, 8.0 * second, 4.0 * second) == 5.0 * second);
    auto const d = math::mix(dual::variable(0.25), dual(8.0), dual(4.0));
    CHECK(d.value == 5.0);
    CHECK(d.derivative[0] == 4.0);
    simd const s = math::mix(simd(0.25), simd(8.0), simd(4.0));
    CHECK(s[0] == 5.0);
}

TEST_CASE("mix over intervals holds every mean and no more") {
    interval const w(0.2, 0.6), a(9.0, 10.0), b(2.0, 5.0), m = math::mix(w, a, b);
    // extremes by hand: 0.2 9 + 0.8 2 = 3.4 and 0.6 10 + 0.4 5 = 8
    CHECK(m.low == near(3.4, 1e-14));
    CHECK(m.high == near(8.0, 1e-14));
    CHECK((m.low <= 3.4 && m.high >= 8.0));
    // the other way round the larger weight gives the lower end
    interval const r = math::mix(w, b, a);
    CHECK(r.low == near(0.6 * 2.0 + 0.4 * 9.0, 1e-14));
    CHECK(r.high == near(0.2 * 5.0 + 0.8 * 10.0, 1e-14));
    for (double x = 0.2; x <= 0.6; x += 0.01)
        for (double y = 9.0; y <= 10.0; y += 0.1)
            for (double z = 2.0; z <= 5.0; z += 0.25) CHECK(m.contains(x * y + (1.0 - x) * z));
    // equal ends stay equal up to rounding
    CHECK(math::mix(interval(0.0, 1.0), interval(3.0), interval(3.0)).width() < 1e-14);
}

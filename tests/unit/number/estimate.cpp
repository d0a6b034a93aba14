#include "approx.hpp"

#include <tallywatt/number/simd.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

#include <doctest/doctest.h>

namespace {
using namespace tallywatt;

TEST_CASE("quantiles of the triangular distribution on {1, 2, 4}") {
    constexpr estimate e = range(1, 2, 4);
    // F(x) = (x-1)^2/3 up to the mode and 1 - (4-x)^2/6 above it
    CHECK(e.sample(0.0) == 1.0);
    CHECK(e.sample(1.0 / 12.0) == near(1.5, 1e-15));
    CHECK(e.sample(1.0 / 3.0) == near(2.0, 1e-15));
    CHECK(e.sample(0.5) == near(4.0 - std::sqrt(3.0), 1e-15));
    CHECK(e.sample(5.0 / 6.0) == near(3.0, 1e-15));
    CHECK(e.sample(1.0) == 4.0);
    double mean = 0.0;
    int const n = 10'000;
    for (int i = 0; i < n; ++i) mean += e.sample((i + 0.5) / n) / n;
    CHECK(mean == near(7.0 / 3.0, 1e-5));  // (1+2+4)/3; the midpoint rule loses 1e-6 at the ends
    static_assert(range(1, 2, 4).sample(0.0) == 1.0);
}

TEST_CASE("degenerate triangles") {
    CHECK(known(5.0).sample(0.3) == 5.0);
    CHECK(range(1, 1, 3).sample(0.0) == 1.0);
    CHECK(range(1, 1, 3).sample(0.75) == near(2.0, 1e-15));  // 1 - (3-x)^2/4
    CHECK(range(1, 3, 3).sample(0.25) == near(2.0, 1e-15));  // (x-1)^2/4
    CHECK(range(1, 3, 3).sample(1.0) == 3.0);
}

TEST_CASE("units attach to estimates") {
    money<estimate> const price = range(22'000, 26'000, 30'000) * USD;
    CHECK(price.base_value == range(22'000, 26'000, 30'000));
    power<estimate> const p = range(1, 2, 3) * kilowatt;
    CHECK(p.base_value == range(1000, 2000, 3000));
    money_per_power<estimate> const c = range(10, 20, 30) * USD / watt;
    CHECK(c.base_value == range(10, 20, 30));
    power<estimate> const stated = 700.0 * watt;
    CHECK(stated.base_value.is_known());
    CHECK(!price.base_value.is_known());
    CHECK(lowest(price.base_value) == 22'000.0);
    CHECK(highest(price.base_value) == 30'000.0);
}

TEST_CASE("a range out of order is refused") {
    CHECK_THROWS_AS((void)range(3, 2, 1), invalid_input);
    CHECK_THROWS_AS((void)range(1, 5, 4), invalid_input);
    CHECK_NOTHROW((void)range(1, 1, 1));
}

TEST_CASE("an estimate resolves to a point, a range or a lane") {
    constexpr estimate e = range(1, 2, 4);
    static_assert(resolve<double>{}(e) == 2.0 && resolve<float>{}(e) == 2.0f && resolve<interval>{}(e) == interval(1, 4));
    static_assert(resolve<dual>{}(e) == dual(2.0) && resolve<estimate>{}(e) == e && resolve<estimate>{}(3.0) == known(3.0));
    static_assert(resolve<double>{}(interval(1, 3)) == 2.0 && resolve<double>{}(dual(7.0)) == 7.0 && resolve<interval>{}(5.0) == interval(5.0));
    CHECK(lowest(resolve<simd>{}(e)) == 2.0);
    CHECK(highest(resolve<simd>{}(e)) == 2.0);
}

}  // namespace

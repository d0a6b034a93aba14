#include <tallywatt/silicon/critical_area.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

static_assert(yield_model<critical_layers<poisson, 3>>);

TEST_CASE("shorted share of parallel lines is the average over defect sizes") {
    // sizes x of density x0^2/x^3 above the peak: a defect shorts where it spans the spacing, (x - s)/(w + s) up to 1
    for (double const w : {20.0, 35.0})
        for (double const s : {15.0, 40.0}) {
            double const x0 = 10.0;
            double sum = 0.0;
            int const steps = 400'000; // midpoints in u = x0^2/x^2, in which the density is 1/2
            for (int i = 0; i < steps; ++i) {
                double const u = (i + 0.5) / steps, x = x0 / std::sqrt(u);
                sum += 0.5 * std::clamp((x - s) / (w + s), 0.0, 1.0) / steps;
            }
            auto const nm = 1e-9 * metre;
            CHECK(shorted_share(w * nm, s * nm, x0 * nm).value == near(sum, 1e-6));
            CHECK(opened_share(s * nm, w * nm, x0 * nm).value == near(sum, 1e-6));
        }
}

TEST_CASE("layers multiply") {
    auto const d = 0.5 / square_centimetre;
    auto const a = 1.0 * square_centimetre;
    // one layer of 0.67, a = 2: CATCH's 5 nm die of 100 mm2
    critical_layers<clustered, 1> const one{{{{fraction{0.67}}}}, clustered{2}};
    CHECK(std::abs(one.yield(d, a).value - 0.733645) < 6e-7);
    critical_layers<clustered, 2> const two{{{{fraction{0.67}}, {fraction{0.3}, ratio{0.5}}}}, clustered{2}};
    CHECK(two.yield(d, a).value == near(std::pow(1.1675, -2) * std::pow(1.0375, -2), 1e-13));
    // Poisson layers add their critical areas
    critical_layers<poisson, 2> const p{{{{fraction{0.2}}, {fraction{0.3}}}}};
    CHECK(p.yield(d, a).value == near(std::exp(-0.25), 1e-13));
    critical_layers<basic_yield_model<>, 2> const chosen{{{{fraction{0.2}}, {fraction{0.3}}}}, poisson{}};
    CHECK(chosen.yield(d, a).value == near(std::exp(-0.25), 1e-13));
}

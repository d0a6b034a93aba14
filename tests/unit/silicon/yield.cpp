#include <tallywatt/silicon/yield.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto d0 = 0.1 / square_centimetre;
constexpr auto gh100_area = 8.14 * square_centimetre;

// A user's own model composes like the library's.
struct half {
    [[nodiscard]] fraction yield(area_density<> const&, area<> const&) const { return fraction{0.5}; }
};
} // namespace

static_assert(yield_model<poisson> && yield_model<murphy> && yield_model<murphy_uniform> && yield_model<seeds>);
static_assert(yield_model<bose_einstein> && yield_model<negative_binomial> && yield_model<clustered>);
static_assert(yield_model<seeds_root> && yield_model<half>);
static_assert(!yield_model<fraction>);

TEST_CASE("yield of 814 mm2 at 0.1 per cm2 by each model") {
    // published to six decimals
    CHECK(std::abs(poisson{}.yield(d0, gh100_area).value - 0.443082) < 6e-7);
    CHECK(std::abs(murphy{}.yield(d0, gh100_area).value - 0.468094) < 6e-7);
    CHECK(std::abs(murphy_uniform{}.yield(d0, gh100_area).value - 0.493660) < 6e-7);
    CHECK(std::abs(seeds{}.yield(d0, gh100_area).value - 0.551268) < 6e-7);
    CHECK(std::abs(clustered{2}.yield(d0, gh100_area).value - 0.505140) < 6e-7);
    CHECK(std::abs(clustered{3}.yield(d0, gh100_area).value - 0.486656) < 6e-7);
    CHECK(std::abs(clustered{10}.yield(d0, gh100_area).value - 0.457232) < 6e-7);
    CHECK(seeds_root{}.yield(d0, gh100_area).value == near(std::exp(-std::sqrt(0.814)), 1e-14));
    CHECK(std::abs(negative_binomial{ratio{3.0}}.yield(d0, gh100_area).value - 0.486656) < 6e-7);
}

TEST_CASE("values of other programs") {
    // google/chiplets-cost-model, its own unit test: 378.14 mm2, two layers at 0.1 per cm2 in all
    CHECK(std::abs(bose_einstein{2}.yield(d0, 378.14 * square_millimetre).value - 0.5265) < 6e-5);
    // Chiplet Actuary: 800 mm2, 0.11 per cm2, a = 10
    CHECK(std::abs(clustered{10}.yield(0.11 / square_centimetre, 800.0 * square_millimetre).value - 0.43024) < 6e-6);
    // CATCH: 5 nm, 0.5 per cm2 times a critical area ratio of 0.67, a = 2, 100 mm2
    CHECK(
        std::abs(clustered{2}.yield(0.5 * 0.67 / square_centimetre, 100.0 * square_millimetre).value - 0.733645) < 6e-7
    );
}

TEST_CASE("a model chosen at run time") {
    basic_yield_model<> m = murphy{};
    CHECK(yield_by(m, d0, gh100_area).value == murphy{}.yield(d0, gh100_area).value);
    m = negative_binomial{ratio{2.5}};
    CHECK(yield_by(m, d0, gh100_area).value == negative_binomial{ratio{2.5}}.yield(d0, gh100_area).value);
    CHECK(yield_by(half{}, d0, gh100_area).value == 0.5);
}

TEST_CASE("limits: no defects, a = 1 is Seeds, a to infinity is Poisson") {
    area_density<> const none{};
    CHECK(poisson{}.yield(none, gh100_area).value == 1.0);
    CHECK(murphy{}.yield(none, gh100_area).value == 1.0);
    CHECK(murphy_uniform{}.yield(none, gh100_area).value == 1.0);
    CHECK(clustered{1}.yield(d0, gh100_area).value == near(seeds{}.yield(d0, gh100_area).value, 1e-15));
    CHECK(clustered{0}.yield(d0, gh100_area).value == poisson{}.yield(d0, gh100_area).value);
    CHECK(
        negative_binomial{ratio{1e7}}.yield(d0, gh100_area).value == near(poisson{}.yield(d0, gh100_area).value, 1e-7)
    );
    CHECK(
        negative_binomial{ratio{7.0}}.yield(d0, gh100_area).value
        == near(clustered{7}.yield(d0, gh100_area).value, 1e-14)
    );
}

TEST_CASE("(1 - exp(-x))/x is accurate from 0 to 20") {
    // six squarings double the rounding of exp(-z) each time
    for (double x = 20.0; x > 1e-9; x /= 1.7)
        CHECK(detail::mean_exponential(x) == near(-std::expm1(-x) / x, 2e-14));
}

TEST_CASE("a yield is a constant expression") {
    static_assert(poisson{}.yield(d0, gh100_area).value > 0.4430 && poisson{}.yield(d0, gh100_area).value < 0.4431);
    static_assert(clustered{2}.yield(d0, gh100_area).value > 0.5051);
}

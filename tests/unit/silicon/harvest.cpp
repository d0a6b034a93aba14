#include <tallywatt/silicon/harvest.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {
// Independent: the sum as it is written, each term by logarithms.
double by_logarithms(int units, int needed, double share, double x) {
    double const w = x * share / units, p = -std::expm1(-w);
    double sum = 0.0;
    for (int k = 0; k <= units - needed; ++k)
        sum += std::exp(
            std::lgamma(units + 1) - std::lgamma(k + 1) - std::lgamma(units - k + 1) + k * std::log(p) - (units - k) * w
        );
    return std::exp(-x * (1 - share)) * sum;
}
// Independent: the average over the gamma distribution by Simpson's rule in the cube root of x, 800 steps.
fraction harvested_yield_averaged(harvest const& h, fraction unit_share, double x, int clustering) {
    if (clustering <= 0 || h.spares() <= 0)
        return harvested_yield<double>(h, unit_share, x, clustering);
    constexpr int steps = 800;
    double const a = clustering, end = math::pow(a + 12.0 * math::sqrt(a) + 40.0, 1.0 / 3.0), width = end / steps;
    double sum = 0.0, weights = 0.0;
    for (int i = 1; i <= steps; ++i) {
        double const v = i * width, t = v * v * v, weight = i == steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
        double const density = weight * v * v * math::exp((a - 1.0) * math::log(t / a) - (t - a));
        weights += density;
        sum += density * harvested_yield<double>(h, unit_share, x * t / a, 0).value;
    }
    return fraction{sum / weights};
}
} // namespace

TEST_CASE("GH100 with 132 of 144 multiprocessors at 0.1 per cm2") {
    CHECK(
        std::abs(harvested_yield<double>({144, 132}, fraction{0.6}, 0.814, 0).value - 0.722094) < 6e-7
    ); // published to six decimals
    CHECK(std::abs(harvested_yield_averaged({144, 132}, fraction{0.6}, 0.814, 2).value - 0.739588) < 6e-7);
    CHECK(std::abs(harvested_yield<double>({144, 132}, fraction{0.6}, 0.814, 2).value - 0.739588) < 6e-7);
}

TEST_CASE("the sum agrees with its terms by logarithms") {
    for (double const x : {0.01, 0.2, 0.814, 3.0})
        for (auto const& h : {harvest{144, 132}, harvest{40, 38}, harvest{80, 74}, harvest{8, 1}})
            // lgamma loses some 1e-13 at these sizes
            CHECK(
                harvested_yield<double>(h, fraction{0.6}, x, 0).value
                == near(by_logarithms(h.units, h.needed, 0.6, x), 1e-11)
            );
}

TEST_CASE("nothing harvested, nothing needed") {
    CHECK(harvested_yield<double>({0, 0}, fraction{0.6}, 0.814, 10).value == near(std::pow(1.0814, -10.0), 1e-14));
    CHECK(harvested_yield<double>({144, 144}, fraction{0.6}, 0.814, 0).value == near(std::exp(-0.814), 1e-14));
    CHECK(harvested_yield<double>({16, 0}, fraction{1.0}, 0.814, 0).value == near(1.0, 1e-14));
}

TEST_CASE("clustered harvesting is the average over the gamma distribution, from few faults to many") {
    for (int const a : {1, 2, 3, 10, 40})
        for (auto const& h : {harvest{144, 132}, harvest{80, 74}, harvest{40, 38}, harvest{8, 6}, harvest{3, 1}})
            for (double const x : {0.01, 0.2, 0.814, 3.0, 10.0, 30.0}) {
                INFO(h.needed << " of " << h.units << " units, a = " << a << ", x = " << x);
                double const averaged = harvested_yield_averaged(h, fraction{0.6}, x, a).value;
                // 800 steps of Simpson's rule
                CHECK(harvested_yield<double>(h, fraction{0.6}, x, a).value == near(averaged, 2e-6));
            }
}

TEST_CASE("two clustered units of which one is needed, by hand") {
    // all of the die: 1 - P(both faulty), E[1 - (1 - e^(-t/2))^2] = 2 (1 + x/2a)^-a - (1 + x/a)^-a; a = 2, x = 2: 2/2.25 - 1/4
    CHECK(harvested_yield<double>({2, 1}, fraction{1.0}, 2.0, 2).value == near(2.0 / 2.25 - 0.25, 1e-13));
}

TEST_CASE("several kinds of units") {
    std::array<repeated_units, 2> kinds{{{{144, 132}, fraction{0.5}}, {{12, 11}, fraction{0.2}}}};
    // independent defects: the product of core and kinds
    double const x = 0.814;
    double const product =
        std::exp(-x * 0.3) * by_logarithms(144, 132, 1.0, 0.5 * x) * by_logarithms(12, 11, 1.0, 0.2 * x);
    CHECK(harvested_yield<double, 2>(kinds, x, 0).value == near(product, 1e-11));
    // clustered: that product averaged over t = x g, g gamma of shape 3 and mean 1, by Simpson's rule
    double sum = 0.0, weights = 0.0;
    for (int i = 1; i < 4000; ++i) {
        double const g = 0.005 * i, w = (i % 2 == 1 ? 4.0 : 2.0) * g * g * std::exp(-3.0 * g), t = x * g;
        weights += w;
        sum += w * std::exp(-t * 0.3) * by_logarithms(144, 132, 1.0, 0.5 * t) * by_logarithms(12, 11, 1.0, 0.2 * t);
    }
    CHECK(harvested_yield<double, 2>(kinds, x, 3).value == near(sum / weights, 1e-8));
    // a kind without spares is core, and so is one of no units
    kinds[1].spares_of = {12, 12};
    double const alone = harvested_yield<double>({144, 132}, fraction{0.5}, x, 3).value;
    CHECK(harvested_yield<double, 2>(kinds, x, 3).value == near(alone, 1e-13));
    kinds[1].spares_of = {0, 0};
    CHECK(harvested_yield<double, 2>(kinds, x, 3).value == near(alone, 1e-13));
    CHECK(
        harvested_yield<double, 2>(kinds, x, 0).value
        == near(harvested_yield<double>({144, 132}, fraction{0.5}, x, 0).value, 1e-12)
    );
}

namespace {
// A model of a user's, known to no header: exp(-x^2).
struct sharp {
    template <class T>
    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& d, area<T> const& a) const {
        T const x = d * a;
        return basic_fraction<T>{math::exp(-x * x)};
    }
};
} // namespace

TEST_CASE("harvesting by every model: the gamma of its own, Gauss's rule, or units on their own") {
    auto const d = 0.1 / square_centimetre;
    auto const a = 8.14 * square_centimetre;
    std::array<repeated_units, 1> const sms{{{{144, 132}, fraction{0.6}}}};
    auto const by = [&](auto const& m) { return harvested_yield_by(m, sms, d, a).value; };
    double const x = 0.814;
    CHECK(by(poisson{}) == near(harvested_yield<double>({144, 132}, fraction{0.6}, x, 0).value, 1e-14));
    CHECK(by(clustered{2}) == near(harvested_yield<double>({144, 132}, fraction{0.6}, x, 2).value, 1e-14));
    CHECK(by(negative_binomial{ratio{2.0}}) == near(by(clustered{2}), 1e-12));
    CHECK(by(negative_binomial{ratio{2.5}}) < by(clustered{2}));
    CHECK(by(negative_binomial{ratio{2.5}}) > by(clustered{3}));
    CHECK(by(seeds{}) == near(by(clustered{1}), 1e-14));
    // n layers of density d: a gamma of shape n and mean n x
    CHECK(by(bose_einstein{5}) == near(harvested_yield<double>({144, 132}, fraction{0.6}, 5 * x, 5).value, 1e-14));
    // Murphy's densities: with every unit needed, the closed forms come back
    std::array<repeated_units, 1> const one_spare_of_none{{{{4096, 4095}, fraction{1e-9}}}};
    CHECK(harvested_yield_by(murphy{}, one_spare_of_none, d, a).value == near(murphy{}.yield(d, a).value, 1e-8));
    CHECK(
        harvested_yield_by(murphy_uniform{}, one_spare_of_none, d, a).value
        == near(murphy_uniform{}.yield(d, a).value, 1e-8)
    );
    // uniform, by Simpson's rule
    double sum = 0.0;
    for (int i = 0; i <= 400; ++i)
        sum += (i == 0 || i == 400 ? 1.0
                : i % 2 == 1       ? 4.0
                                   : 2.0)
               * harvested_yield<double>({144, 132}, fraction{0.6}, x * i / 200.0, 0).value;
    CHECK(by(murphy_uniform{}) == near(sum / 1200.0, 1e-9));
    // a model that is no average: core and units apart, 0.3256^2 and 0.6 x/144 each
    CHECK(by(sharp{}) == near(std::exp(-0.3256 * 0.3256), 1e-6));
    CHECK(by(sharp{}) > sharp{}.yield(d, a).value);
    CHECK(by(seeds_root{}) >= seeds_root{}.yield(d, a).value);
    // a variant is the model it holds
    CHECK(by(basic_yield_model<>{murphy{}}) == by(murphy{}));
    CHECK(by(basic_yield_model<>{negative_binomial{ratio{2.5}}}) == by(negative_binomial{ratio{2.5}}));
}

TEST_CASE("more units needed than there are is invalid") {
    CHECK_THROWS_WITH_AS(check(harvest{8, 9}), "harvest.needed: more than the 8 units there are", invalid_input);
    CHECK_NOTHROW(check(harvest{8, 8}));
}

// A wafer of 970,000 cores as one die. 46.2 defects at 0.1 per cm2: spares of 70,000 never matter, those of 46 to half.
TEST_CASE("very many units: the cores of a wafer") {
    fraction const all{1.0};
    CHECK(harvested_yield(harvest{970'000, 900'000}, all, 46.225, 0).value == near(1.0, 1e-9));
    CHECK(harvested_yield(harvest{970'000, 900'000}, fraction{0.99}, 46.225, 0).value == near(std::exp(-0.46225), 1e-9));
    // Poisson with 46.225: 46 or fewer cores hit; cores hit twice are few (46^2/2/970,000)
    double poisson = std::exp(-46.225), sum = poisson;
    for (int k = 1; k <= 46; ++k)
        sum += poisson *= 46.225 / k;
    CHECK(harvested_yield(harvest{970'000, 970'000 - 46}, all, 46.225, 0).value == near(sum, 2e-4));
    // clustered, the share without spares alone: (1 + x (1 - f)/a)^-a
    CHECK(
        harvested_yield(harvest{970'000, 900'000}, fraction{0.99}, 46.225, 10).value
        == near(std::pow(1 + 0.46225 / 10, -10.0), 1e-6) // wafers of more than 192 defects count as lost
    );
    // just above and below the number at which the sum is taken otherwise
    double const few = harvested_yield(harvest{4096, 4090}, all, 5.0, 0).value,
                 many = harvested_yield(harvest{4097, 4091}, all, 5.0, 0).value;
    CHECK(few == near(many, 1e-5));
}

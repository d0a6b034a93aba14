#include "approx.hpp"

#include <tallywatt/silicon/wafer.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {

outline square(double reticles) {
    auto const side = math::sqrt(858.0 * reticles) * millimetre;
    return {side, side};
}

// Independent count: a lattice of offsets, each die tested by its own four corners.
int brute_force(wafer const& w, outline const& o, int steps) {
    double const r = w.usable_diameter().in(millimetre) / 2, a = o.width.in(millimetre), b = o.height.in(millimetre);
    double const px = a + w.street.in(millimetre), py = b + w.street.in(millimetre);
    int best = 0;
    for (int u = 0; u < steps; ++u)
        for (int v = 0; v < steps; ++v) {
            int count = 0;
            for (int i = -40; i <= 40; ++i)
                for (int j = -40; j <= 40; ++j) {
                    double const x = px * (i + u / double(steps)), y = py * (j + v / double(steps));
                    count += std::hypot(x, y) <= r && std::hypot(x + a, y) <= r && std::hypot(x, y + b) <= r
                             && std::hypot(x + a, y + b) <= r;
                }
            best = std::max(best, count);
        }
    return best;
}

} // namespace

TEST_CASE("interposers per wafer are those reported: 29, 16 and 9; free rows give 31, 17 and 10") {
    double const reticles[] = {2.0, 3.3, 5.5};
    int const grid[] = {29, 16, 9}, rows[] = {31, 17, 10};
    for (int i = 0; i < 3; ++i) {
        CHECK(dies_per_wafer(wafer{}, square(reticles[i])) == grid[i]);
        CHECK(dies_per_wafer(wafer{}, square(reticles[i]), packing::free_rows) == rows[i]);
    }
    CHECK(dies_per_wafer(wafer{}, {52.0 * millimetre, 33.0 * millimetre}, packing::free_rows) == 32);
}

TEST_CASE("packing is constexpr") {
    static_assert(dies_per_wafer(wafer{}, outline{53.21 * millimetre, 53.21 * millimetre}) == 16);
    static_assert(dies_per_wafer(wafer{}, outline{26.0 * millimetre, 31.31 * millimetre}) == 67);
}

TEST_CASE("the best offset is at least what a lattice of offsets finds, and no more than free rows and area allow") {
    for (auto const& o :
         {outline{26.0 * millimetre, 33.0 * millimetre}, outline{33.0 * millimetre, 26.0 * millimetre},
          outline{20.0 * millimetre, 20.0 * millimetre}, outline{52.0 * millimetre, 33.0 * millimetre},
          outline{28.53 * millimetre, 28.53 * millimetre}, outline{70.0 * millimetre, 110.0 * millimetre}}) {
        int const best = dies_per_wafer(wafer{}, o);
        CHECK(best >= brute_force(wafer{}, o, 60));
        CHECK(best <= brute_force(wafer{}, o, 60) + 2); // a lattice of 1/60 of a pitch misses at most narrow optima
        CHECK(best <= dies_per_wafer(wafer{}, o, packing::free_rows));
        CHECK(best * o.area().in(square_millimetre) < 3.14159265358979 * 147.0 * 147.0);
    }
}

TEST_CASE("counts of CATCH's packing are matched or beaten") {
    // CATCH: 300 mm, 0.1 mm edge, 0.13 mm street; it tries a few offsets, so the best may be above it
    wafer const w{.edge_exclusion = 0.1 * millimetre, .street = 0.13 * millimetre};
    CHECK(dies_per_wafer(w, {10.0 * millimetre, 10.0 * millimetre}) == 637);
    int const reticle = dies_per_wafer(w, {26.0 * millimetre, 33.0 * millimetre});
    CHECK(reticle >= 65);
    CHECK(reticle <= 66);
    CHECK(dies_per_wafer(w, {10.0 * millimetre, 10.0 * millimetre}, packing::free_rows) >= 645);
    CHECK(dies_per_wafer(w, {26.0 * millimetre, 33.0 * millimetre}, packing::free_rows) >= 68);
}

TEST_CASE("one die, and none") {
    auto const side = 294.0 / std::sqrt(2.0) * millimetre; // inscribed square
    CHECK(dies_per_wafer(wafer{}, {0.999 * side, 0.999 * side}) == 1);
    CHECK(dies_per_wafer(wafer{}, {1.001 * side, 1.001 * side}) == 0);
    CHECK(dies_per_wafer(wafer{}, {1.001 * side, 1.001 * side}, packing::free_rows) == 0);
    CHECK(dies_per_wafer(wafer{}, {0.0 * side, side}) == 0);
}

TEST_CASE("small dies stay close to the closed form") {
    outline const o{3.0 * millimetre, 3.0 * millimetre};
    double const exact = dies_per_wafer(wafer{}, o), form = dies_per_wafer_exponential(wafer{}, o).value;
    CHECK(exact == near(form, 0.01)); // de Vries fitted it to within 1 % at this size
}

TEST_CASE("closed forms") {
    wafer const w{.street = 0.0 * millimetre}; // the published values omit the street
    double const reticles[] = {2.0, 3.3, 5.5}, classic[] = {23.79, 11.71, 4.88}, exponential[] = {28.53, 15.76, 8.37};
    for (int i = 0; i < 3; ++i) {
        // published to two decimals, for areas rounded to 1 mm2
        CHECK(std::abs(dies_per_wafer_classic(w, square(reticles[i])).value - classic[i]) < 0.01);
        CHECK(std::abs(dies_per_wafer_exponential(w, square(reticles[i])).value - exponential[i]) < 0.01);
    }
    outline const small{10.0 * millimetre, 10.0 * millimetre};
    CHECK(std::abs(dies_per_wafer_classic(w, small).value - 613.6) < 0.06);
    CHECK(std::abs(dies_per_wafer_exponential(w, small).value - 627.4) < 0.06);
    // Chiplet Actuary's form and constants: 300 mm with 5 mm off the diameter's radius, 0.2 mm street, 800 mm2: 58.793
    outline const reticle_limited{math::sqrt(800.0) * millimetre, math::sqrt(800.0) * millimetre};
    wafer const actuary{.edge_exclusion = 5.0 * millimetre, .street = 0.2 * millimetre};
    CHECK(std::abs(dies_per_wafer_classic(actuary, reticle_limited).value - 58.793) < 0.001);
}

TEST_CASE("an outline without a size is invalid") {
    CHECK_THROWS_WITH_AS(
        validate(outline{0.0 * millimetre, 1.0 * millimetre}), "outline.width: 0 m is not above 0 m", invalid_input
    );
    CHECK_NOTHROW(validate(wafer{}));
}

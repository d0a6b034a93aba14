#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

#include <tallywatt/silicon/assembly.hpp>
#include <tallywatt/silicon/package.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace tallywatt;

namespace {
// CATCH's organic substrate at a pitch of 55 um
constexpr assembly_process organic{
    .placing = {.price = 1.0e6 * USD, .step = 10.0 * second},
    .bonding = {.price = 300'000.0 * USD, .step = 20.0 * second, .group = 10},
    .material = 0.1 * USD / square_millimetre};
} // namespace

TEST_CASE("machines by the time they are held, material by area") {
    // 300,000 and 160,000 USD a year over 31,536,000 s, nine tenths of them productive
    double const placing = 300'000.0 / 31'536'000 / 0.9 * 10, bonding = 160'000.0 / 31'536'000 / 0.9 * 20;
    CHECK(organic.price(1, {}).in(USD) == near(placing + bonding, 1e-13));
    CHECK(organic.price(4, 400.0 * square_millimetre).in(USD) == near(4 * placing + bonding + 40.0, 1e-13));
    CHECK(organic.price(11, {}).in(USD) == near(11 * placing + 2 * bonding, 1e-13)); // eleven are two groups of ten
    // CATCH multiplies by uptime: 0.81 of the machines' part
    auto always = organic;
    always.placing.uptime = always.bonding.uptime = fraction{1.0};
    CHECK((0.9 * always.price(4, {})) / organic.price(4, {}) == near(0.81, 1e-13));
}

TEST_CASE("alignment, bonds, vias and bonded surface") {
    CHECK(organic.yield(4, 0, 0, {}).value == near(std::pow(0.999, 4.0), 1e-14));
    CHECK(organic.yield(4, 40'000, 1'000, {}).value == near(std::pow(0.999, 4.0) * std::pow(0.999999, 41'000.0), 1e-11));
    auto hybrid = organic;
    hybrid.surface_defects = 0.02 / square_centimetre;
    CHECK(hybrid.yield(1, 0, 0, 150.0 * square_millimetre).value == near(0.999 / 1.03, 1e-14));
}

TEST_CASE("derivatives, intervals, packs") {
    auto hybrid = organic;
    hybrid.surface_defects = 0.02 / square_centimetre;
    arithmetics::check_all(hybrid, []<class T>(basic_assembly_process<T> const& a) {
        return std::array<T, 2>{
            a.price(12, area<T>(300.0 * square_millimetre)).base_value,
            a.yield(12, 5, 3, area<T>(150.0 * square_millimetre)).value}; // few, as 1 % of each is much
    });
}

TEST_CASE("for a package: by die") {
    package p;
    p.dies[0] = {.die = {.node = {.wafer_price = 1'000.0 * USD}}, .count = 4};
    p.dies[0].attach_price = organic.price(1, {});
    p.dies[0].attach_yield = organic.yield(1, 10'000, 0, {});
    p.substrate_yield = fraction{1.0};
    p.carrier = organic_substrate{};
    CHECK(yields(p, plan_package(p)).assembly.value == near(organic.yield(4, 40'000, 0, {}).value, 1e-12));
}

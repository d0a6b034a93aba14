#include <tallywatt/catalog/hbm_generations.hpp>
#include <tallywatt/number.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {
hbm_generation plain() {
    return {
        .name = "plain",
        .pins = 1024,
        .pin_rate = 8.0 * gigabit_per_second,
        .die_capacity = 2.0 * GB,
        .tallest = 12,
        .footprint = {10.0 * millimetre, 12.0 * millimetre},
        .height = 720.0 * micrometre,
        .access = 4.0 * picojoule / bit,
        .carbon = 0.5 * kgCO2e / GB,
        .water = 3.0 * litre / GB,
        .price = basic_dated_series<money_per_data<>>{
            .point = {{{{2025, 1}, 10.0 * USD / GB}, {{2026, 1}, 16.0 * USD / GB}}}, .count = 2}};
}
constexpr hbm_assembly some_loss{
    .name = "some loss",
    .base_quality = fraction{0.98},
    .dram_quality = fraction{0.99},
    .bond_yield = fraction{0.995},
    .fault_coverage = fraction{0.9}};
} // namespace

TEST_CASE("a generation's figures by hand") {
    auto const g = plain();
    CHECK(g.bandwidth().in(GB_per_second) == near(1024.0, 1e-12)); // 1024 pins at 8 Gb/s
    CHECK(g.capacity(8).in(GB) == near(16.0, 1e-12));
    CHECK(g.full_power().in(watt) == near(1024e9 * 8 * 4e-12, 1e-12)); // 32.8 W
    CHECK(g.layer_pitch(8).in(micrometre) == near(80.0, 1e-12));
    CHECK((g.dram_area() * (1.0 * GB)).in(square_millimetre) == near(60.0, 1e-12)); // 120 mm2 for 2 GB
    CHECK(g.has_height(12));
    CHECK_FALSE(g.has_height(16)); // taller than it is made
    CHECK_FALSE(g.has_height(6));  // JEDEC has no such stack
}

TEST_CASE("yield of a stack and what its test lets through") {
    // q_base (q_dram y_bond)^12 = 0.98 * 0.98505^12; pass 1 - (1 - Y) 0.9; good Y/pass
    double y = 0.98;
    for (int i = 0; i < 12; ++i)
        y *= 0.99 * 0.995;
    auto const t = stack_test(some_loss, 12);
    CHECK(t.pass.value == near(1.0 - (1.0 - y) * 0.9, 1e-13));
    CHECK(t.good.value == near(y / (1.0 - (1.0 - y) * 0.9), 1e-13));
    // a taller stack works more seldom
    CHECK(stack_test(some_loss, 16).pass.value < t.pass.value);
}

TEST_CASE("the stack that is bought") {
    auto const s = make_stack(plain(), some_loss, 12, {2025, 7});
    CHECK(s.capacity.in(GB) == near(24.0, 1e-12));
    CHECK(s.stack_price().in(USD) == near(24.0 * 13.0, 1e-12)); // half way from 10 to 16 USD/GB
    auto const pass = stack_test(some_loss, 12).pass;
    CHECK(s.stack_carbon().in(kgCO2e) == near(12.0 / pass.value, 1e-12));
    CHECK(stack_water(plain(), 12, pass).in(litre) == near(72.0 / pass.value, 1e-12));
    CHECK(s.stack_water().in(litre) == near(72.0 / pass.value, 1e-12));
    auto tall = plain();
    tall.height = 775.0 * micrometre;
    CHECK(make_stack(tall, some_loss, 12, {2025, 7}).height.in(micrometre) == near(775.0, 1e-12));
    CHECK(s.shipped_quality.value == near(stack_test(some_loss, 12).good.value, 1e-14));
    // DRAM wafers: 60 mm2 per GB of 60,000 mm2, over the yield: a thousandth of a wafer per GB
    CHECK(
        dram_wafers_per_capacity(plain(), 60'000.0 * square_millimetre, pass) * (1.0 * GB)
        == near(1e-3 / pass.value, 1e-12)
    );
}

TEST_CASE("what does not exist is refused") {
    CHECK_THROWS_AS(make_stack(plain(), some_loss, 16, {2025, 7}), invalid_input);
    CHECK_THROWS_AS(make_stack(plain(), some_loss, 10, {2025, 7}), invalid_input);
    auto g = plain();
    g.price = std::monostate{};
    CHECK_FALSE(g.price_known());
    CHECK_THROWS_AS((void)g.price_at({2025, 1}), invalid_input);
    g = plain();
    g.pin_rate = {};
    CHECK_THROWS_AS(validate(g), invalid_input);
}

TEST_CASE("a price's range at a date") {
    auto const g = convert<interval>(catalog::hbm3e);
    auto const p = g.price_at({2025, 11}).in(USD / GB);
    CHECK(p.low == near(8.0, 1e-12));
    CHECK(p.high == near(15.1, 1e-12));
}

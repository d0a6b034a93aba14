// HBM of the catalog against figures that set none of it.
#include <tallywatt/catalog/hbm.hpp>
#include <tallywatt/catalog/hbm_generations.hpp>
#include <tallywatt/number.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("bandwidth and capacity of stacks as published") {
    auto const gb = [](basic_hbm_generation<estimate> const& g, int dies) {
        return hbm_generation(g).capacity(dies).in(GB);
    };
    auto const rate = [](basic_hbm_generation<estimate> const& g) {
        return hbm_generation(g).bandwidth().in(GB_per_second);
    };
    CHECK(rate(catalog::hbm2) == near(256.0, 1e-12));
    CHECK(rate(catalog::hbm2e) == near(460.0, 0.002)); // given to two digits of the pin rate
    CHECK(rate(catalog::hbm3) == near(819.0, 0.001));
    CHECK(rate(catalog::hbm3e) == near(1177.6, 1e-12));
    CHECK(rate(catalog::hbm4) == near(2048.0, 1e-12));
    CHECK(gb(catalog::hbm2, 4) == near(4.0, 1e-12));
    CHECK(gb(catalog::hbm2, 8) == near(8.0, 1e-12));
    CHECK(gb(catalog::hbm2e, 4) == near(8.0, 1e-12));
    CHECK(gb(catalog::hbm2e, 8) == near(16.0, 1e-12));
    CHECK(gb(catalog::hbm3, 8) == near(16.0, 1e-12));
    CHECK(gb(catalog::hbm3, 12) == near(24.0, 1e-12));
    CHECK(gb(catalog::hbm3e, 8) == near(24.0, 1e-12));
    CHECK(gb(catalog::hbm3e, 12) == near(36.0, 1e-12));
    CHECK(convert<interval>(catalog::hbm4).capacity(16).base_value.contains((64.0 * GB).base_value));
    CHECK_FALSE(hbm_generation(catalog::hbm4e).price_known());
}

TEST_CASE("prices lie where the industry's revenue over its bits does") {
    // 2025: 35 to 38 billion USD over 2.12 (consumed) to 2.96 (shipped) billion GB; 2026: 58 billion over 3.75 billion GB
    double const of_2025 = hbm_generation(catalog::hbm3e).price_at({2025, 7}).in(USD / GB);
    CHECK(of_2025 > 35e9 / 2.96e9);
    CHECK(of_2025 < 38e9 / 2.12e9);
    CHECK(convert<interval>(catalog::hbm4).price_at({2026, 7}).in(USD / GB).contains(58e9 / 3.75e9));
}

TEST_CASE("stacks of eight of 2025 lose what TrendForce says HBM loses against DDR5") {
    // 20 to 30 points below DDR5; at 90 % for that, 0.6 to 0.7: the twelve-high yields of 2025 imply better ones
    auto const t = stack_test(convert<interval>(catalog::hbm3e_assembly), 8);
    CHECK(t.pass.value.low > 0.7);
    CHECK(t.pass.value.high < 0.9);
    hbm_assembly const early = catalog::hbm3e_assembly_2024;
    CHECK(stack_yield(early.base_quality, early.dram_quality, early.bond_yield, 8).value == near(0.5, 1e-3));
    hbm_assembly const now = catalog::hbm3e_assembly;
    CHECK(stack_yield(now.base_quality, now.dram_quality, now.bond_yield, 12).value == near(0.7, 1e-3));
}

TEST_CASE("HBM4 takes most of the memory wafers that a gigawatt of Rubin is said to need") {
    // 170,000 memory wafers per GW (Dylan Patel), other DRAM and flash with them; 288 GB per GPU, some 2 to 2.5 kW each at the
    // facility, so 115 to 144 M GB per GW. Two thirds to all of them, within the spread of the yield.
    hbm_generation const g = catalog::hbm4;
    auto const usable = wafer{}.area();
    double const low = dram_wafers_per_capacity(g, usable, fraction{0.76}) * (115e6 * GB),
                 high = dram_wafers_per_capacity(g, usable, fraction{0.65}) * (144e6 * GB);
    CHECK(low > 0.5 * 170'000.0);
    CHECK(high < 170'000.0);
}

TEST_CASE("the stacks of catalog/hbm.hpp are of these generations") {
    auto const same = [](basic_hbm_stack<estimate> const& s, basic_hbm_generation<estimate> const& g, int dies) {
        CHECK(hbm_stack(s).capacity.in(GB) == near(hbm_generation(g).capacity(dies).in(GB), 1e-12));
        CHECK(hbm_stack(s).bandwidth.in(GB_per_second) == near(hbm_generation(g).bandwidth().in(GB_per_second), 0.002));
    };
    same(catalog::hbm2_8, catalog::hbm2, 8);
    same(catalog::hbm2e_8, catalog::hbm2e, 4);
    same(catalog::hbm2e_16, catalog::hbm2e, 8);
    same(catalog::hbm3_16, catalog::hbm3, 8);
    same(catalog::hbm3_24, catalog::hbm3, 12);
    same(catalog::hbm3e_24, catalog::hbm3e, 8);
    same(catalog::hbm3e_36, catalog::hbm3e, 12);
    same(catalog::hbm4_36, catalog::hbm4, 12);
}

// HBM generations: derivatives, intervals, packs; what more dies and worse bonds do to a stack.
#include <tallywatt/catalog/hbm_generations.hpp>
#include <tallywatt/silicon/shoreline.hpp>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

TEST_CASE("a generation: derivatives, intervals, packs") {
    arithmetics::check_all<hbm_generation>(catalog::hbm3e, []<class T>(basic_hbm_generation<T> const& g) {
        return std::array<T, 6>{
            g.bandwidth().base_value,         g.capacity(12).base_value,
            g.full_power().base_value,        g.dram_area().base_value,
            g.price_at({2025, 9}).base_value, stack_water(g, 8, basic_fraction<T>{T(0.7)}).base_value};
    });
}
TEST_CASE("assembly: derivatives, intervals, packs") {
    hbm_assembly const a{
        .name = "some",
        .base_quality = fraction{0.98},
        .dram_quality = fraction{0.985},
        .bond_yield = fraction{0.99},
        .fault_coverage = fraction{0.9}};
    arithmetics::check_all(a, []<class T>(basic_hbm_assembly<T> const& x) {
        auto const t = stack_test(x, 12);
        return std::array<T, 2>{t.pass.value, t.good.value};
    });
}

TEST_CASE("yield falls with every die and every loss, and a test never ships worse stacks than it gets") {
    hbm_assembly const a = catalog::hbm3e_assembly;
    double last = 1.0;
    for (int n : {4, 8, 12, 16}) {
        auto const t = stack_test(a, n);
        double const made = stack_yield(a.base_quality, a.dram_quality, a.bond_yield, n).value;
        CHECK(made < last);
        CHECK(t.pass.value >= made);
        CHECK(t.good.value >= made);
        CHECK(t.pass.value * t.good.value == near(made, 1e-12)); // no good stack is thrown away
        last = made;
    }
}

TEST_CASE("stacks along a carrier: more with its size, fewer with theirs, never wider than its edges") {
    for (double w = 6.0; w < 14.0; w += 0.5) {
        int last = 0;
        for (double r = 0.5; r < 14.0; r += 0.25) {
            outline const c = square_carrier(r), s{w * millimetre, 11.0 * millimetre};
            int const n = hbm_sites(c, s);
            CHECK(n >= last);
            CHECK(n / 2 * w <= c.height.in(millimetre) * (1.0 + 1e-9));
            CHECK(hbm_sites(c, {(w + 0.5) * millimetre, 11.0 * millimetre}) <= n);
            CHECK(hbm_sites(c, s, {.edges = 4}) >= n);
            last = n;
        }
    }
}

// Instructions of the same formulas in quantities and in doubles, over 4,096 designs (sweep.hpp).

#include "../sweep.hpp"

#include <cmath>
#include <cstdio>
#include <memory>

extern "C" {
[[gnu::noinline]] void sweep_units(sweep::designs_in_units const* in, sweep::site_in_units const* site, sweep::results_in_units* out) {
    sweep::evaluate(*in, *site, *out);
}
[[gnu::noinline]] void sweep_doubles(sweep::designs_in_doubles const* in, sweep::site_in_doubles const* site, sweep::results_in_doubles* out) {
    sweep::evaluate(*in, *site, *out);
}
}

int main() {
    auto const units = std::make_unique<sweep::designs_in_units>();
    auto const doubles = std::make_unique<sweep::designs_in_doubles>();
    auto const got = std::make_unique<sweep::results_in_units>();
    auto const expected = std::make_unique<sweep::results_in_doubles>();
    sweep::site_in_units const site;
    sweep::site_in_doubles const plain_site;
    sweep::fill(*units, *doubles);
    sweep_units(units.get(), &site, got.get());
    sweep_doubles(doubles.get(), &plain_site, expected.get());

    auto const same = [](double a, double b) { return std::abs(a - b) <= 1e-12 * std::abs(b) && b > 0.0; };  // constants differ by a rounding
    for (std::size_t i = 0; i < sweep::size; ++i)
        if (!same(got->time[i].base_value, expected->time[i]) || !same(got->energy[i].base_value, expected->energy[i]) ||
            !same(got->cost[i].base_value, expected->cost[i]) || !same(got->utilisation[i].value, expected->utilisation[i])) {
            std::printf("element %zu differs\n", i);
            return 1;
        }
    return 0;
}

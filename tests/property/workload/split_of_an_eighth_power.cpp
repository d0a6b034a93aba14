// A product of a few microseconds under an exponent of 8: an eighth power of 1e-6 s is no float, and the split of time into
// compute and memory was not a number in float where the powers were taken of the times.

#include <tallywatt/workload/step.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <type_traits>

using namespace tallywatt;

namespace {

/// One product that takes `compute` alone and `memory` alone.
template <class T>
time_split<T> split_of(double compute, double memory, int exponent) {
    matmul_plan k;
    k.padded = k.useful = 1e9 * compute * FLOP;
    k.traffic = 1e6 * memory * byte;
    step_plan p;
    p.head.add(k);
    step_rates<T> r;
    r.narrow = {T(1e-9) * second / FLOP, T(1e-6) * second / byte, {}, T(0.0), exponent};
    return evaluate_step(p, r, step_context<T>{}).split;
}

}  // namespace

TEST_CASE_TEMPLATE("split of a short product, by its closed form", T, double, float) {
    double const tolerance = std::is_same_v<T, float> ? 2e-5 : 1e-13;  // eighth powers and roots: a few dozen roundings
    for (int const p : {1, 2, 4, 8})
        for (double const compute : {1e-6, 5e-6, 3e-4})
            for (double const memory : {0.5 * compute, 0.97 * compute, 2.0 * compute}) {
                CAPTURE(p);
                CAPTURE(compute);
                CAPTURE(memory);
                double const both = std::pow(std::pow(compute, p) + std::pow(memory, p), 1.0 / p);
                double const share = 1.0 / (1.0 + std::pow(memory / compute, p));
                auto const s = split_of<T>(compute, memory, p);
                CHECK(std::abs(static_cast<double>(s.compute.base_value) - both * share) <= tolerance * both);
                CHECK(std::abs(static_cast<double>(s.memory.base_value) - both * (1.0 - share)) <= tolerance * both);
            }
}

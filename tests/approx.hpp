// Comparisons with a stated tolerance; doctest::Approx by itself allows epsilon (1 + |x|), which for small x allows all.
#pragma once

#include <doctest/doctest.h>

/// Equal to x within the fraction `relative` of it; to zero, only zero is near.
/// 1e-12 suits hand calculations in double: a few roundings of 1.1e-16 each, and some cancellation.
inline doctest::Approx near(double x, double relative) {
    constexpr double negligible = 1e-280; // not 0: the comparison is strict, and zero shall be near zero
    return doctest::Approx(x).scale(negligible).epsilon(relative);
}

/// Equal to x within `absolute`, in the unit of x: for values at or about zero.
/// Beside the scale of 1e100 the size of x adds nothing.
inline doctest::Approx within(double x, double absolute) { return doctest::Approx(x).scale(1e100).epsilon(absolute * 1e-100); }

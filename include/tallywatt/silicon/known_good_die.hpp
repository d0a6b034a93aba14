#pragma once
// What a test lets through, and what burn-in adds to it.
//
//   pass   = 1 - (1-Y) k                               k fault coverage of the test, one fault per bad die
//   good   = Y/pass                                    share of passed dies that work (Agrawal, Seth & Agrawal,
//                                                      IEEE J. Solid-State Circuits 17 (1982); Wadsack (1978))
//   or pass = Y^k, good = Y^(1-k)                      Williams & Brown, IEEE Trans. Comput. 30 (1981)
//
// Escapes are 1 - good. Burn-in is a second test: it brings early failures among the good dies to light (a share g of them)
// and meets the escapes of the first test, and finds a share k of both:
//
//   pass_b = 1 - (1 - good (1-g)) k                    good_b = good (1-g)/pass_b
//   C_b    = (C_kgd + C_burn)/pass_b
//
//   test_outcome const t = test_dies(fraction{0.8}, fraction{0.9});          // pass 0.82, good 0.976
//   test_outcome const b = after_burn_in(t, burn_in{.early_failures = fraction{0.01}, .fault_coverage = fraction{0.95}});

#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// What a die test lets through.
template <class T = double>
struct basic_test_outcome {
    basic_fraction<T> pass{}; ///< share of all dies that pass
    basic_fraction<T> good{}; ///< share of the passed that work
};
using test_outcome = basic_test_outcome<>;

/// One fault per bad die: pass 1 - (1-Y) k, good Y/pass. Each variable once: good = 1/(1 + (1/Y - 1)(1-k)).
template <class T>
constexpr basic_test_outcome<T> test_dies(basic_fraction<T> const& yield, basic_fraction<T> const& coverage) {
    T const pass = T(1.0) - complement(yield).value * coverage.value;
    T const good = T(1.0) / (T(1.0) + (T(1.0) / yield.value - T(1.0)) * complement(coverage).value);
    return {basic_fraction<T>{pass}, basic_fraction<T>{good}};
}

/// Many faults per bad die (Williams & Brown 1981): pass Y^k, good Y^(1-k).
template <class T>
constexpr basic_test_outcome<T>
test_dies_many_faults(basic_fraction<T> const& yield, basic_fraction<T> const& coverage) {
    T const log_yield = math::log(yield.value);
    return {
        basic_fraction<T>{math::exp(coverage.value * log_yield)},
        basic_fraction<T>{math::exp(complement(coverage).value * log_yield)}};
}

/// A burn-in of dies that have passed their test.
template <class T = double>
struct basic_burn_in {
    money<T> price{};                   ///< per die burned in
    basic_fraction<T> early_failures{}; ///< share of working dies that would fail early in the field
    basic_fraction<T> fault_coverage{}; ///< of the test that ends it, of early failures and escapes alike

    static constexpr char const* kind = "burn_in";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"price", non_negative}, self.price...);
        visit(field{"early_failures", unit_interval}, self.early_failures...);
        visit(field{"fault_coverage", unit_interval}, self.fault_coverage...);
    }
};
using burn_in = basic_burn_in<>;

/// Shares after burn-in: of the dies that went into it those that pass, and of these the lasting good ones.
template <class T>
constexpr basic_test_outcome<T> after_burn_in(basic_test_outcome<T> const& tested, basic_burn_in<T> const& b) {
    return test_dies(tested.good * complement(b.early_failures), b.fault_coverage);
}
/// Cost of a die that has passed burn-in, from that of one that went in.
template <class T>
constexpr money<T>
burned_in_cost(money<T> const& known_good, basic_test_outcome<T> const& tested, basic_burn_in<T> const& b) {
    return (known_good + b.price) / after_burn_in(tested, b).pass;
}

} // namespace tallywatt

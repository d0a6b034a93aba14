#pragma once
// Properties that every formula over a described struct has, checked field by field: its dual derivative is the central
// difference, an interval encloses every point of it and is tight, a pack equals its lanes, float is close to double.

#include "approx.hpp"

#include <tallywatt/number/simd.hpp>
#include <tallywatt/number.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

namespace arithmetics {

using namespace tallywatt;

/// The real numbers of a described struct in the order of its visitor, with their paths.
struct real_field {
    std::string path;
    double value;
};
template <class X>
std::vector<real_field> real_fields(X const& x) {
    std::vector<real_field> all;
    walk(
        [&](field_path const& path, field const&, auto const& leaf) {
            using M = std::remove_cvref_t<decltype(leaf)>;
            if constexpr (numeric_leaf<M> && !std::is_integral_v<M>)
                all.push_back({path.text(), number_in(leaf)});
        },
        field_path{nullptr, ""}, x
    );
    return all;
}

/// x over number type U, its k-th real number v mapped by f(k, v).
template <class U, class X, class F>
auto mapped(X const& x, F const& f) {
    std::size_t k = 0;
    auto const fields = real_fields(x);
    rebind_t<X, U> result = convert<U>(x);
    walk(
        [&](field_path const&, field const&, auto& leaf) {
            using M = std::remove_cvref_t<decltype(leaf)>;
            if constexpr (numeric_leaf<M> && !std::is_integral_v<M>) {
                double const v = fields[k].value;
                number_in(leaf) = f(k++, v);
            }
        },
        field_path{nullptr, ""}, result
    );
    return result;
}

/// f(x over T) is a T, or a list of T, for any number type.
template <class X, class F>
void check_all(X const& x, F const& f) {
    auto const fields = real_fields(x);
    auto const values = f(x);
    std::size_t const results = values.size();
    REQUIRE((!fields.empty() && results > 0));
    std::vector<double> first_order(results, 0.0);
    constexpr double spread = 0.005; // inputs within half a per cent either way: "within 1 %"

    for (std::size_t k = 0; k < fields.size(); ++k) {
        double const v = fields[k].value, h = v == 0.0 ? 1e-9 : 1e-5 * std::abs(v);
        auto const d =
            f(mapped<dual>(x, [&](std::size_t i, double u) { return i == k ? dual::variable(u) : dual(u); }));
        auto const shifted = [&](double by) {
            return f(mapped<double>(x, [&](std::size_t i, double u) { return i == k ? u + by : u; }));
        };
        auto const up = shifted(h), down = shifted(-h);
        for (std::size_t r = 0; r < results; ++r) {
            double const exact = d[r].derivative[0], difference = (up[r] - down[r]) / (2 * h);
            // 1e-6 of the derivative, plus what rounding of the values leaves in their difference
            double const tolerance = 1e-6 * std::abs(exact) + 32 * 2.3e-16 * std::abs(values[r]) / h;
            INFO(fields[k].path << ", result " << r << ": " << exact << " and " << difference);
            CHECK(std::abs(exact - difference) <= tolerance);
            CHECK(std::abs(d[r].value - values[r]) <= 1e-14 * std::abs(values[r]));
            first_order[r] += 2.0 * spread * std::abs(exact * v);
        }
    }

    auto const wide = f(mapped<interval>(x, [&](std::size_t, double u) {
        return interval(u - spread * std::abs(u), u + spread * std::abs(u));
    }));
    for (std::size_t r = 0; r < results; ++r) {
        INFO("result " << r << ": width " << wide[r].width() << ", first order " << first_order[r]);
        CHECK(wide[r].width() <= 1.5 * first_order[r] + 1e-12 * std::abs(values[r]));
        CHECK(wide[r].contains(values[r]));
    }
    unsigned state = 12345; // any fixed seed: corners of the box
    for (int n = 0; n < 64; ++n) {
        auto const corner = f(mapped<double>(x, [&](std::size_t, double u) {
            state = state * 1664525u + 1013904223u;
            return (state >> 31) != 0 ? u - spread * std::abs(u) : u + spread * std::abs(u);
        }));
        for (std::size_t r = 0; r < results; ++r)
            CHECK(wide[r].contains(corner[r]));
    }

    auto const pack = f(mapped<simd>(x, [](std::size_t k, double u) {
        return simd([&](auto lane) {
            return u * (1.0 + 0.001 * (static_cast<double>(lane) + static_cast<double>(k % 3)));
        });
    }));
    for (std::size_t lane = 0; lane < simd::size(); ++lane) {
        auto const scalar = f(mapped<double>(x, [&](std::size_t k, double u) {
            return u * (1.0 + 0.001 * (static_cast<double>(lane) + static_cast<double>(k % 3)));
        }));
        for (std::size_t r = 0; r < results; ++r) {
            INFO("result " << r << ", lane " << lane);
            // 4 ulp, or 16 where a power of 144 has rounded on the way
            CHECK(std::abs(pack[r][lane] - scalar[r]) <= 16 * 2.3e-16 * std::abs(scalar[r]));
        }
    }

    auto const single = f(convert<float>(x));
    for (std::size_t r = 0; r < results; ++r)
        CHECK(static_cast<double>(single[r]) == near(values[r], 1e-3));
}

} // namespace arithmetics

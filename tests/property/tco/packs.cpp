// The same plan evaluated in packs, in float and in double.

#include "property/tco/support.hpp"

#include <tallywatt/number/simd.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace tallywatt;
using namespace tco_test;

namespace {
/// Lane i's version of input k: up to 0.5 % away, the hours of a year as they are.
double in_lane(input const& x, std::size_t k, std::size_t lane) {
    spread const s = spread_of(x);
    double const share = static_cast<double>((3 * lane + k) % 7) / 6.0;
    return s.low + share * (s.high - s.low);
}
}  // namespace

TEST_CASE("a pack is its lanes") {
    scenarios::for_each([&](char const* scenario, auto const& d) {
        INFO(std::string(scenario));
        auto const plan = plan_of(d);
        auto const inputs = inputs_of(d);
        auto const names = names_of(evaluate(prepare(d), plan));
        auto const packs = evaluated<simd>(mapped<simd>(d, [&](std::size_t k) { return simd([&](auto lane) { return in_lane(inputs[k], k, lane); }); }), plan);
        for (std::size_t lane = 0; lane < simd::size(); ++lane) {
            auto const scalar = evaluated<double>(mapped<double>(d, [&](std::size_t k) { return in_lane(inputs[k], k, lane); }), plan);
            int headlines = 0;
            for (std::size_t r = 0; r < scalar.size(); ++r) {
                INFO(names[r] << ", lane " << lane << ": " << packs[r][lane] << " and " << scalar[r]);
                // Products and sums may be fused in one and not in the other: 4 ulp for what a token costs, 16 for lines
                // that take powers of the load or differences.
                bool const is_headline = names[r] == "unit.blended" || names[r] == "unit.energy" || names[r] == "unit.carbon" ||
                                         names[r] == "power.pue" || names[r] == "delivery.time_per_output_token";
                headlines += is_headline;
                double const magnified = names[r] == "unit.margin" || names[r] == "unit.payback" ? std::abs(scalar[r]) + 1.0 : std::abs(scalar[r]);
                CHECK(std::abs(packs[r][lane] - scalar[r]) <= (is_headline ? 4 : 16) * 2.3e-16 * magnified);
            }
            CHECK(headlines == 5);
        }
    });
}

TEST_CASE("float is double to four digits") {
    scenarios::for_each([&](char const* scenario, auto const& d) {
        INFO(std::string(scenario));
        auto const plan = plan_of(d);
        auto const single = evaluate(prepare(convert<float>(d)), plan);
        auto const twice = evaluate(prepare(d), plan);
        auto const names = names_of(twice);
        auto const a = numbers_of(single);
        auto const b = numbers_of(twice);
        for (std::size_t r = 0; r < b.size(); ++r) {
            INFO(names[r] << ": " << a[r] << " and " << b[r]);
            // shares of a run's time are differences of shares near one, and what a power cap takes is one of equal times
            bool const difference = names[r].rfind("training.kept.", 0) == 0 || names[r] == "time_of_training.throttle";
            CHECK(std::abs(static_cast<double>(a[r]) - b[r]) <= 1e-4 * (difference ? std::max(std::abs(b[r]), 1.0) : std::abs(b[r])));
        }
    });
}

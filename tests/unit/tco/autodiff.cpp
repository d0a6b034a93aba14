// Boost's automatic differentiation evaluates a deployment like the library's own dual numbers.

#include "approx.hpp"
#include "scenarios.hpp"

#include <tallywatt/number/dual.hpp>

#include <boost/math/differentiation/autodiff.hpp>

#include <doctest/doctest.h>

using fvar = boost::math::differentiation::autodiff_fvar<double, 1>;

namespace tallywatt {
template <>
inline constexpr bool enable_number<fvar> = true;
}  // namespace tallywatt

using namespace tallywatt;

TEST_CASE("fvar: the derivative by the price of electricity and by HBM bandwidth") {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    auto const plan = plan_deployment(prepare(d));
    auto const by_price = [&](auto x, auto const& variable) {
        auto& price = std::get<0>(x.supply).energy_price.base_value;
        price = variable;
        return evaluate(prepare(x), plan).unit.blended.base_value;
    };
    double const price = std::get<grid>(d.supply).energy_price.base_value;
    auto const a = by_price(convert<fvar>(d), boost::math::differentiation::make_fvar<double, 1>(price));
    auto const b = by_price(convert<dual>(d), dual::variable(price));
    CHECK(a.derivative(0) == near(b.value, 1e-13));
    CHECK(a.derivative(1) == near(b.derivative[0], 1e-12));
    CHECK(b.derivative[0] > 0.0);

    double const bandwidth = d.cluster.server.accelerator.memory_bandwidth.base_value;
    auto const by_bandwidth = [&](auto x, auto const& variable) {
        x.cluster.server.accelerator.memory_bandwidth.base_value = variable;
        return evaluate(prepare(x), plan).delivery.time_per_output_token.base_value;
    };
    auto const c = by_bandwidth(convert<fvar>(d), boost::math::differentiation::make_fvar<double, 1>(bandwidth));
    auto const e = by_bandwidth(convert<dual>(d), dual::variable(bandwidth));
    CHECK(c.derivative(1) == near(e.derivative[0], 1e-12));
    CHECK(e.derivative[0] < 0.0);
}

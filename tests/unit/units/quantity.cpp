#include "approx.hpp"

#include <tallywatt/number/simd.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

#include <boost/math/differentiation/autodiff.hpp>
#include <boost/units/io.hpp>
#include <boost/units/systems/si.hpp>
#include <doctest/doctest.h>

#include <cstring>
#include <sstream>
#include <vector>

namespace tallywatt {  // a number type of another library, registered by a program
template <class R, std::size_t N>
inline constexpr bool enable_number<boost::math::differentiation::detail::fvar<R, N>> = true;
}

namespace {
using namespace tallywatt;
using namespace tallywatt::literals;
namespace si = boost::units::si;
using fvar = boost::math::differentiation::autodiff_fvar<double, 1>;

// A formula as the library writes them: cost of energy from power, time and price, with a constant and a limit.
template <class T>
constexpr money<T> bill(power<T> const& p, duration<T> const& t, money_per_energy<T> const& price) {
    return math::max(2 * (p * t) * price / 2.0, 1.0 * USD);
}

TEST_CASE_TEMPLATE("one formula over every number type", T, double, float, interval, dual, basic_dual<3>, simd, fvar) {
    power<T> const p = 500.0 * kilowatt;
    duration<T> const t = 3.0 * hour;
    money_per_energy<T> const price = 0.08 * (USD / kilowatt_hour);
    money<T> const m = bill(p, t, price);
    // 500 kW for 3 h at 0.08 USD/kWh; a float holds 24 bits, and six operations lose at most 2^-24 each
    double const tolerance = std::is_same_v<T, float> ? 6 * 6e-8 : 1e-14;
    CHECK(lowest(m.base_value) == near(120.0, tolerance));
    CHECK(highest(m.base_value) == near(120.0, tolerance));
    T const ratio = m / (60.0 * USD);
    CHECK(lowest(ratio) == near(2.0, tolerance));
    T const hours = t.in(hour);
    CHECK(highest(hours) == near(3.0, tolerance));
    CHECK(lowest(math::sqrt(p * p).base_value) == near(5e5, tolerance));
    money<T> sum{};
    sum += m;
    sum -= 20.0 * USD;
    sum *= 2;
    sum /= 4.0;
    CHECK(highest((-sum + sum + sum).base_value) == near(50.0, 10 * tolerance));
    CHECK(lowest(math::abs(-sum).base_value) == near(50.0, 10 * tolerance));
}

TEST_CASE("derivatives come through units") {
    power<dual> const p = power<dual>::from_base(dual::variable(5e5));
    auto const m = bill<dual>(p, 3.0 * hour, 0.08 * (USD / kilowatt_hour));
    CHECK(m.base_value.derivative[0] == near(120.0 / 5e5, 1e-14));
    auto const x = boost::math::differentiation::make_fvar<double, 1>(5e5);
    auto const n = bill<fvar>(power<fvar>::from_base(x), 3.0 * hour, 0.08 * (USD / kilowatt_hour));
    CHECK(n.base_value.derivative(1) == near(120.0 / 5e5, 1e-14));
}

TEST_CASE("bytes of a quantity are the bytes of its number") {
    std::vector<power<>> const powers{1.0 * watt, 2.0 * kilowatt};
    double raw[2];
    std::memcpy(raw, powers.data(), sizeof raw);
    CHECK(raw[0] == 1.0);
    CHECK(raw[1] == 2000.0);
}

boost::units::quantity<si::energy> boost_energy(boost::units::quantity<si::power> p, boost::units::quantity<si::time> t) { return p * t; }
energy<> our_energy(power<> p, duration<> t) { return p * t; }
energy<float> our_energy_in_float(power<float> p, duration<float> t) { return p * t; }

TEST_CASE("quantities of Boost.Units in SI pass both ways, also through function calls") {
    energy<> const e = boost_energy(2.0 * kilowatt, 3.0 * second);
    CHECK(e == 6000.0 * joule);
    boost::units::quantity<si::energy> const b = our_energy(2000.0 * si::watts, 3.0 * si::seconds);
    CHECK(b.value() == 6000.0);
    boost::units::quantity<si::power> p = 5.0 * watt;
    p = 7.0 * watt;
    CHECK(p.value() == 7.0);
    power<> q = 5.0 * si::watts;
    q = 7.0 * si::watts;
    CHECK(q == 7.0 * watt);
    CHECK(static_cast<boost::units::quantity<si::power>>(q) == 7.0 * si::watts);
    boost::units::quantity<si::power, float> const f(2.0f * si::watts);
    CHECK(our_energy_in_float(f, 3.0 * second).base_value == 6.0f);
    boost::units::quantity<si::temperature> const k = 10.0 * kelvin;
    CHECK(k.value() == 10.0);
}

TEST_CASE("Boost.Units quantities of every number type") {
    boost::units::quantity<si::power, interval> const i = power<interval>::from_base(interval(1.0, 2.0));
    CHECK(power<interval>(i).base_value == interval(1.0, 2.0));
    boost::units::quantity<si::power, dual> const d = power<dual>::from_base(dual::variable(3.0));
    CHECK(power<dual>(d).base_value.derivative[0] == 1.0);
    boost::units::quantity<si::power, fvar> const v = power<fvar>::from_base(fvar(3.0));
    CHECK(power<fvar>(v).base_value == 3.0);
    boost::units::quantity<si::power, simd> const s = power<simd>(3.0 * watt);
    CHECK(lowest(power<simd>(s).base_value) == 3.0);
}

TEST_CASE("the house system: money and tokens as Boost.Units quantities") {
    house::quantity<dim::money> const usd = to_house_unit(12.0 * USD);
    house::quantity<dim::token> const tokens = to_house_unit(4.0 * token);
    auto const price = usd / tokens;
    static_assert(std::same_as<std::remove_const_t<decltype(price)>, house::quantity<money_per_token<>::dimension_type>>);
    money_per_token<> const ours = from_house_unit(price);
    CHECK(ours == 3.0 * (USD / token));
    CHECK(from_house_unit(to_house_unit(1.5 * PFLOP)) == 1.5 * PFLOP);
    CHECK(from_house_unit(to_house_unit(power<interval>::from_base(interval(1, 2)))).base_value == interval(1, 2));
    std::ostringstream text;
    text << price;
    CHECK(text.str().find("USD") != std::string::npos);
}

TEST_CASE("a house watt and an SI watt meet through our quantity") {
    auto const house_watts = to_house_unit(5.0 * watt);
    boost::units::quantity<si::power> const si_watts = 7.0 * si::watts;
    static_assert(!std::same_as<std::remove_const_t<decltype(house_watts)>, std::remove_const_t<decltype(si_watts)>>);
    CHECK(from_house_unit(house_watts) + power<>(si_watts) == 12.0 * watt);
    boost::units::quantity<si::power> const back = from_house_unit(house_watts);
    CHECK(back.value() == 5.0);
}

TEST_CASE("comparison answers what the number answers") {
    auto const lanes = power<simd>(5.0 * watt) < 6.0 * watt;
    CHECK(all_of(lanes));
    CHECK((power<interval>::from_base(interval(1, 3)) < 2.0 * watt) == verdict::undecided);
    CHECK((power<interval>::from_base(interval(1, 3)) < 4.0 * watt) == verdict::yes);
    CHECK((power<interval>::from_base(interval(1, 3)) > 4.0 * watt) == verdict::no);
    auto const larger = math::select(power<simd>(5.0 * watt) < 6.0 * watt, 6.0 * watt, power<simd>(5.0 * watt));
    CHECK(lowest(larger.base_value) == 6.0);
}

}  // namespace

// The traps of a quantity type, each cured: see explanation/units.
#include <tallywatt/number/simd.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

#include <boost/units/systems/si.hpp>

#include <bit>
#include <cstdint>
#include <type_traits>

namespace {
using namespace tallywatt;
namespace si = boost::units::si;

// ---- what a quantity costs: nothing but its number ----
template <class T>
constexpr bool as_plain_as_its_number = sizeof(power<T>) == sizeof(T) && alignof(power<T>) == alignof(T) &&
                                        std::is_trivially_copyable_v<power<T>> == std::is_trivially_copyable_v<T> &&
                                        std::is_standard_layout_v<power<T>> == std::is_standard_layout_v<T>;
static_assert(as_plain_as_its_number<double> && as_plain_as_its_number<float> && as_plain_as_its_number<interval>);
static_assert(as_plain_as_its_number<dual> && as_plain_as_its_number<basic_dual<4>> && as_plain_as_its_number<simd> && as_plain_as_its_number<estimate>);
static_assert(std::is_trivially_copyable_v<power<>> && std::is_trivially_copyable_v<power<interval>> && std::is_trivially_copyable_v<power<dual>>);
static_assert(std::is_trivially_copyable_v<power<simd>> && std::is_trivially_copyable_v<fraction> && std::is_trivially_copyable_v<at_it<energy<>>>);
static_assert(std::is_trivially_copyable_v<temperature<>> && std::is_trivially_copyable_v<wue>);
static_assert(std::bit_cast<std::uint64_t>(1.0 * watt) == std::bit_cast<std::uint64_t>(1.0));
static_assert(std::bit_cast<power<>>(std::bit_cast<std::uint64_t>(700.0)) == 700.0 * watt);

// ---- structural: a quantity can be a template argument ----
template <auto Q>
struct holds {
    static constexpr auto value = Q;
};
static_assert(std::same_as<holds<700.0 * watt>, holds<0.7 * kilowatt>> && !std::same_as<holds<700.0 * watt>, holds<701.0 * watt>>);
static_assert(holds<700.0 * watt>::value == 700.0 * watt);
static_assert(holds<fraction{0.5}>::value == fraction{0.5});
static_assert(holds<at_it<power<>>{5.0 * watt}>::value == at_it<power<>>{5.0 * watt});
static_assert(holds<power<interval>::from_base(interval(1.0, 2.0))>::value.base_value == interval(1.0, 2.0));
static_assert(holds<power<dual>::from_base(dual(1.0))>::value.base_value == dual(1.0));
static_assert(holds<power<estimate>::from_base(range(1, 2, 3))>::value.base_value == range(1, 2, 3));

// ---- no conversion across dimensions, neither implicit nor explicit ----
static_assert(!std::is_constructible_v<duration<>, energy<>> && !std::is_convertible_v<energy<>, duration<>>);
static_assert(!std::is_constructible_v<power<>, energy<>> && !std::is_assignable_v<power<>&, energy<>>);

// ---- a double is no quantity and a quantity no double ----
static_assert(!std::is_convertible_v<double, power<>> && !std::is_constructible_v<power<>, double> && !std::is_assignable_v<power<>&, double>);
static_assert(!std::is_convertible_v<power<>, double> && !std::is_constructible_v<double, power<>> && !std::is_constructible_v<bool, power<>>);
static_assert(!std::is_constructible_v<power<>, int> && !std::is_convertible_v<boost::units::quantity<si::dimensionless>, power<>>);

// ---- whole numbers scale, from either side ----
static_assert(std::same_as<decltype(2 * watt), power<>> && 2 * watt == 2.0 * watt && watt * 2u == 2.0 * watt);
static_assert((1.0 * watt) / 4 == 0.25 * watt);  // not integer division
static_assert(std::same_as<decltype(1 / second), rate<>> && (1 / (4.0 * second)).base_value == 0.25);

// ---- a ratio of like quantities is a plain number, whatever units they were written in; nothing else leaks ----
static_assert(std::same_as<decltype(watt / kilowatt), double> && kilowatt / watt == 1000.0 && (3.0 * GiB) / GiB == 3.0);
static_assert(std::same_as<decltype(power<float>{} / watt), float> && std::same_as<decltype(power<interval>{} / watt), interval>);
static_assert(std::same_as<decltype((1.0 / second) * second), double>);
static_assert(std::same_as<quantity_t<dim::none, float>, float> && std::same_as<quantity_t<dim::power, float>, power<float>>);
static_assert(std::same_as<decltype(math::sqrt(square_metre)), length<>>);
static_assert(math::sqrt(9.0 * square_metre) == 3.0 * metre);

// ---- a constant in double adopts the number type of the other operand; two others do not mix ----
static_assert(std::same_as<decltype(power<float>{} * 2.0), power<float>> && std::same_as<decltype(power<float>{} + watt), power<float>>);
static_assert(std::same_as<decltype(watt * interval(2.0)), power<interval>> && std::same_as<decltype(power<dual>{} / hour), quantity<dim::per<dim::power, dim::time>, dual>>);
static_assert(std::is_convertible_v<power<>, power<interval>> && std::is_convertible_v<power<>, power<float>> && std::is_convertible_v<power<>, power<simd>>);
static_assert(!std::is_convertible_v<power<float>, power<>> && !std::is_convertible_v<power<interval>, power<>> && !std::is_constructible_v<power<dual>, power<interval>>);

// ---- comparison ----
static_assert(watt < kilowatt && kilowatt >= watt && 1000 * watt == kilowatt && watt != kilowatt && 0 * watt == power<>{});
static_assert(power<float>(watt) == watt && std::same_as<decltype(power<interval>{} < watt), verdict>);

// ---- arithmetic ----
constexpr energy<> summed() {
    energy<> e{};
    e += 3.0 * joule;
    e -= 1.0 * joule;
    e *= 4;
    e /= 2.0;
    return -(-e) + (+e) - joule;
}
static_assert(summed() == 7.0 * joule);
static_assert((120.0 * kilowatt).in(watt) == 120'000.0 && std::same_as<decltype(power<interval>{}.in(watt)), interval>);
static_assert(math::min(watt, kilowatt) == watt && math::max(watt, kilowatt) == kilowatt && math::abs(-watt) == watt);
static_assert(math::clamp(5.0 * watt, 0.0 * watt, 2.0 * watt) == 2.0 * watt && math::select(true, watt, kilowatt) == watt);
static_assert(std::same_as<decltype(math::max(power<interval>{}, watt)), power<interval>>);  // constants adopt here too

// ---- Boost.Units in the SI system, both ways, implicitly ----
static_assert(std::is_convertible_v<boost::units::quantity<si::power>, power<>> && std::is_convertible_v<power<>, boost::units::quantity<si::power>>);
static_assert(std::is_convertible_v<boost::units::quantity<si::power, float>, power<float>>);
static_assert(!std::is_convertible_v<boost::units::quantity<si::power>, energy<>> && !std::is_convertible_v<boost::units::quantity<si::energy>, power<>>);
static_assert(std::is_convertible_v<boost::units::quantity<si::temperature>, temperature_difference<>>);
static_assert(!std::is_convertible_v<boost::units::quantity<si::mass>, co2e<>> && !std::is_convertible_v<mass<>, co2e<>>);

// ---- the number contract ----
static_assert(number<double> && number<float> && number<interval> && number<dual> && number<basic_dual<7>> && number<simd>);
static_assert(!number<estimate> && scalar<estimate> && !scalar<power<>> && !scalar<fraction>);  // an estimate is for storage

// ---- CO2e is no mass, tokens are no bytes, an accelerator-hour is no hour ----
static_assert(!std::same_as<decltype(kgCO2e), decltype(kilogram)> && !std::same_as<decltype(token), decltype(byte)>);
static_assert(!std::is_convertible_v<accelerator_time<>, duration<>> && !std::is_convertible_v<money_per_accelerator_time<>, money_rate<>>);

}  // namespace

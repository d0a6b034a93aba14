// The arithmetic contract: which types are numbers, and what mixing two of them gives.
#include <tallywatt/number.hpp>
#include <tallywatt/number/simd.hpp>

#include <cstdint>
#include <type_traits>

namespace {
using namespace tallywatt;

static_assert(std::same_as<promote_t<double, double>, double> && std::same_as<promote_t<int, double>, double> && std::same_as<promote_t<double, int>, double>);
static_assert(std::same_as<promote_t<float, double>, float> && std::same_as<promote_t<double, float>, float> && std::same_as<promote_t<float, int>, float>);
static_assert(std::same_as<promote_t<interval, double>, interval> && std::same_as<promote_t<int, dual>, dual> && std::same_as<promote_t<simd, float>, simd>);
template <class A, class B>
concept promotes = requires { typename promote_t<A, B>; };
static_assert(!promotes<interval, dual> && !promotes<estimate, interval> && promotes<estimate, double>);

static_assert(as<float>(0.5) == 0.5f && as<double>(3) == 3.0 && as<interval>(2) == interval(2.0) && as<dual>(0.5) == dual(0.5));

template <class T>
constexpr bool plain = std::is_trivially_copyable_v<T> && std::is_standard_layout_v<T> && std::is_nothrow_copy_constructible_v<T>;
static_assert(plain<interval> && plain<dual> && plain<basic_dual<5>> && plain<estimate> && sizeof(interval) == 16 && sizeof(basic_dual<3>) == 32);

// A number stays what it is: nothing becomes one silently, and none becomes a double.
static_assert(!std::is_convertible_v<double, interval> && !std::is_convertible_v<double, dual> && !std::is_convertible_v<double, estimate>);
static_assert(!std::is_constructible_v<double, interval> && !std::is_constructible_v<double, dual> && !std::is_constructible_v<interval, estimate>);
static_assert(std::same_as<decltype(interval{} < interval{}), verdict> && std::same_as<decltype(dual{} < dual{}), bool>);

// A formula as the library writes them, in a constant expression over every type that allows it.
template <class T>
constexpr T growth(T const& x) {
    return math::exp(T(0.5) * math::log(x)) + math::pow(x, 2) / T(2.0) - math::max(x, T(1.0));
}
static_assert(growth(4.0) > 5.999999 && growth(4.0) < 6.000001);  // 2 + 8 - 4
static_assert(growth(4.0f) > 5.9999f && growth(4.0f) < 6.0001f);
static_assert(growth(interval(4.0)).contains(6.0) && growth(interval(4.0)).width() < 1e-11);
static_assert(growth(dual::variable(4.0)).derivative[0] > 3.249999 && growth(dual::variable(4.0)).derivative[0] < 3.250001);  // 1/4 + 4 - 1

}  // namespace

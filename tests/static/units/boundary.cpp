// The algebra of boundaries and strong types: what exists, and of what type it is.
#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

namespace {
using namespace tallywatt;
using namespace tallywatt::literals;

template <class A, class B>
concept adds = requires(A a, B b) { a + b; } || requires(A a, B b) { b + a; } || requires(A a, B b) { a - b; };
template <class A, class B>
concept multiplies = requires(A a, B b) { a * b; } || requires(A a, B b) { b * a; };
template <class A, class B>
concept divides = requires(A a, B b) { a / b; };
template <class A, class B>
concept compares = requires(A a, B b) { a < b; } || requires(A a, B b) { a == b; };

constexpr at_it<power<>> it{100.0 * megawatt};
constexpr pue good{1.2};

// ---- IT to facility by a PUE, once ----
static_assert(std::same_as<decltype(it * good), at_facility<power<>>> && it * good == good * it);
static_assert(it * good == at_facility<power<>>{120.0 * megawatt});
static_assert(!multiplies<at_facility<power<>>, pue> && !multiplies<at_grid<power<>>, pue> && !multiplies<power<>, pue> && !multiplies<double, pue>);
static_assert(!divides<at_facility<power<>>, pue> && !multiplies<pue, pue> && !multiplies<pue, fraction>);
static_assert(std::same_as<decltype(it * basic_pue<interval>(pue{1.2})), at_facility<power<interval>>>);

// ---- time, counts and plain numbers leave the boundary in place ----
static_assert(std::same_as<decltype(it * hour), at_it<energy<>>> && hour * it == it * hour && it * hour == at_it<energy<>>{100.0 * megawatt_hour});
static_assert(std::same_as<decltype(it * hour / hour), at_it<power<>>> && std::same_as<decltype(2 * it), at_it<power<>>> && 2 * it == it * 2.0);
static_assert(std::same_as<decltype(it * hour / token), at_it<energy_per_token<>>> && std::same_as<decltype(it * hour / FLOP), at_it<energy_per_operation<>>>);
static_assert(std::same_as<decltype(it * fraction{0.5}), at_it<power<>>> && fraction{0.5} * it == it / 2);
static_assert(it / fraction{0.5} == 2 * it && it * availability{0.5} == it / 2);
static_assert(std::same_as<decltype(it / it), double> && (it + it) / it == 2.0 && it - it == at_it<power<>>{} && -it < it);

// ---- unlike boundaries do not meet, nor does a bare quantity ----
static_assert(!adds<at_it<energy<>>, at_facility<energy<>>> && !adds<at_facility<energy<>>, at_grid<energy<>>> && !adds<at_it<energy<>>, energy<>>);
static_assert(!compares<at_it<power<>>, at_facility<power<>>> && !compares<at_it<power<>>, power<>> && !divides<at_it<power<>>, at_facility<power<>>>);
static_assert(!std::is_convertible_v<power<>, at_it<power<>>> && !std::is_convertible_v<at_it<power<>>, power<>>);
static_assert(!std::is_constructible_v<at_facility<power<>>, at_it<power<>>> && !std::is_constructible_v<at_it<power<>>, energy<>>);
static_assert(std::is_convertible_v<at_it<power<>>, at_it<power<interval>>> && !std::is_convertible_v<at_it<power<interval>>, at_it<power<>>>);

// ---- a tariff at the meter, a supply mix at the busbar, WUE at the IT load; nothing else per energy ----
using tariff = money_per_energy<>;
using mix = co2e_per_energy<>;
using grid_water = volume_per_energy<>;
static_assert(std::same_as<decltype(at_grid<energy<>>{} * tariff{}), money<>> && std::same_as<decltype(tariff{} * at_grid<power<>>{}), money_rate<>>);
static_assert(!multiplies<at_it<energy<>>, tariff> && !multiplies<at_facility<energy<>>, tariff>);
static_assert(std::same_as<decltype(at_facility<energy<>>{} * mix{}), co2e<>> && std::same_as<decltype(grid_water{} * at_facility<energy<>>{}), volume<>>);
static_assert(!multiplies<at_it<energy<>>, mix> && !multiplies<at_grid<energy<>>, mix> && !multiplies<at_it<energy<>>, grid_water>);
static_assert(std::same_as<decltype(at_it<energy<>>{} * wue{}), volume<>> && std::same_as<decltype(wue{} * at_it<power<>>{}), volume_rate<>>);
static_assert(!multiplies<at_facility<energy<>>, wue> && !multiplies<at_grid<energy<>>, wue> && !multiplies<energy<>, wue>);
static_assert(!divides<at_it<energy<>>, energy<>> && !multiplies<at_it<power<>>, money_per_power<>> && !multiplies<at_it<energy<>>, at_it<energy<>>>);
static_assert(wue{1.8_L_per_kWh} * at_it<energy<>>{1_kWh} > 1.79_L && wue{1.8_L_per_kWh} * at_it<energy<>>{1_kWh} < 1.81_L);
static_assert(std::is_convertible_v<wue, basic_wue<interval>> && !std::is_convertible_v<grid_water, wue>);

// ---- per accelerator and per server: only a count makes a total ----
static_assert(std::same_as<decltype(per_accelerator<power<>>{} * accelerator_count<>{}), power<>>);
static_assert(std::same_as<decltype(accelerator_count<>{} * per_accelerator<money<>>{}), money<>>);
static_assert(per_accelerator<power<>>{700_W} * 8_accelerators == 5600_W);
static_assert(!std::is_convertible_v<per_server<power<>>, per_accelerator<power<>>> && !adds<per_server<power<>>, per_accelerator<power<>>>);
static_assert(std::same_as<decltype(per_accelerator<byte_rate<>>{} * second), per_accelerator<data_size<>>>);
static_assert(std::same_as<decltype(per_accelerator<power<interval>>{} * accelerator_count<>{}), power<interval>>);

// ---- input and output tokens ----
static_assert(std::same_as<decltype(of_input<money_per_token<>>{} * of_input<token_count<>>{}), money<>>);
static_assert(of_output<money_per_token<>>{2_USD_per_Mtok} * of_output<token_count<>>{1_Mtok} == 2e6 * (1_USD_per_Mtok * token));
static_assert(!multiplies<of_input<money_per_token<>>, of_output<token_count<>>> && !adds<of_input<token_count<>>, of_output<token_count<>>>);

// ---- strong types: distinct, explicit, closed only where that makes sense ----
static_assert(!std::is_convertible_v<double, fraction> && !std::is_convertible_v<int, fraction> && !std::is_convertible_v<fraction, double>);
static_assert(!std::is_constructible_v<fraction, ratio> && !std::is_constructible_v<growth_rate, discount_rate> && !std::is_constructible_v<discount_rate, nominal_discount_rate>);
static_assert(!std::is_constructible_v<pue, ratio> && !std::is_constructible_v<view_factor, fraction> && !std::is_constructible_v<bool, fraction>);
static_assert(!adds<discount_rate, nominal_discount_rate> && !adds<discount_rate, inflation_rate> && !adds<fraction, double> && !adds<fraction, fraction>);
static_assert(!compares<fraction, double> && !compares<fraction, ratio> && !compares<discount_rate, growth_rate> && !multiplies<discount_rate, money<>>);
static_assert(std::same_as<decltype(fraction{0.5} * fraction{0.5}), fraction> && fraction{0.5} * fraction{0.5} == fraction{0.25});
static_assert(std::same_as<decltype(fraction{0.5} * 8.0), double> && fraction{0.5} * 8 == 4.0 && 8.0 / fraction{0.5} == 16.0);
static_assert(complement(fraction{0.25}) == fraction{0.75} && fraction{0.2} < fraction{0.3} && fraction{0.3} >= fraction{0.3});
static_assert(std::same_as<decltype(fraction{0.5} * power<interval>{}), power<interval>> && std::is_convertible_v<fraction, basic_fraction<dual>>);
static_assert(!std::is_convertible_v<basic_fraction<float>, fraction> && std::same_as<decltype(basic_fraction<interval>{} < fraction{0.5}), verdict>);
static_assert(!divides<token_rate<>, availability> && !divides<double, availability> && !divides<at_it<power<>>, availability>);
static_assert(multiplies<token_rate<>, availability> && to_install(8_W, availability{0.5}) == 16_W);
static_assert(math::min(fraction{0.2}, fraction{0.3}) == fraction{0.2} && math::clamp(ratio{5}, ratio{0}, ratio{2}) == ratio{2});
static_assert(std::same_as<decltype(math::max(basic_fraction<interval>{}, fraction{0.5})), basic_fraction<interval>>);
static_assert(math::max(it, 2 * it) == 2 * it && math::select(false, it, 2 * it) == 2 * it && math::clamp(3 * it, it, 2 * it) == 2 * it);

// ---- temperatures: points and differences ----
template <class A, class B>
concept plus = requires(A a, B b) { a + b; };
static_assert(!plus<temperature<>, temperature<>> && std::same_as<decltype(25_degC - 20_degC), temperature_difference<>>);
static_assert(std::same_as<decltype(25_degC + 5_K), temperature<>> && std::same_as<decltype(5_K + 25_degC), temperature<>> && 25_degC + 5_K == 5_K + 25_degC);
static_assert(25_degC - 5_K < 25_degC && 25_degC >= 20_degC && 25_degC > 20_degC && !multiplies<temperature<>, double>);
static_assert(!std::is_convertible_v<temperature<>, temperature_difference<>> && !std::is_convertible_v<temperature_difference<>, temperature<>>);
static_assert(!std::is_constructible_v<temperature<>, double> && !compares<temperature<>, temperature_difference<>>);
static_assert((0_degC).in_kelvin() == 273.15 && celsius(20).in_celsius() > 19.999 && std::same_as<decltype(celsius(20)), temperature<>>);
static_assert(math::max(20_degC, 25_degC) == 25_degC && math::select(true, 20_degC, 25_degC) == 20_degC && math::clamp(30_degC, 20_degC, 25_degC) == 25_degC);
static_assert(std::same_as<decltype(math::min(temperature<interval>{}, 20_degC)), temperature<interval>>);

}  // namespace

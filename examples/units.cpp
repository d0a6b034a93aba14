// Units: literals and constants, boundaries, strong types, temperatures, Boost.Units.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/io.hpp>

#include <boost/units/systems/si/energy.hpp>
#include <boost/units/systems/si/power.hpp>

#include <type_traits>

// [setup]
using namespace tallywatt;
using namespace tallywatt::literals;
// [/setup]

namespace {

void quantities() {
    // [quantities]
    power<> const chip = 700_W;                                   // a literal
    energy<> const yearly = chip * year;                          // a constant
    money_per_energy<> const price = 64.0 * USD / megawatt_hour;  // constants compose
    double const kwh = yearly.in(kilowatt_hour);                  // a plain number, in a unit that is named
    auto const bill = yearly * price;                             // money<>
    // [/quantities]
    fmt::print("{:.4g} for a year is {:.0f} kWh and costs {:.4g}\n", chip, kwh, bill);
}

void boundaries() {
    // [boundaries]
    at_it<power<>> const it{80_MW};
    at_facility<power<>> const facility = it * pue{1.2};        // once: at_facility * pue does not compile
    at_facility<energy<>> const yearly = facility * year;       // a duration keeps the boundary
    co2e<> const emitted = yearly * 322_gCO2e_per_kWh;          // a supply's mix applies at the facility's busbar
    volume<> const water = it * year * wue{1.1_L_per_kWh};      // WUE applies to IT energy
    double const share = it / at_it<power<>>{100_MW};           // like by like is a plain number
    // [/boundaries]
    fmt::print("{:.4g} at the servers, {:.4g} at the busbar, {:.4g}, {:.4g}, {:.0f} % of capacity\n", it, facility, emitted, water, 100.0 * share);
}

void counts() {
    // [counts]
    per_accelerator<power<>> const each{700_W};
    power<> const all = each * 8_accelerators;

    of_output<token_rate<>> const made{80_Mtok / second};
    of_output<money_per_token<>> const price{2_USD_per_Mtok};
    money_rate<> const revenue = made * price;

    auto const rent = 2_USD / accelerator_hour;                   // not USD per hour
    money<> const job = rent * (64_accelerators * 12_h);
    // [/counts]
    fmt::print("{:.4g}, {:.4g}, {:.4g}\n", all, revenue, job);
}

void strong_types() {
    // [strong]
    fraction const cached = 56.3_percent;                         // fraction{0.563}
    token_count<> const fresh = 3'909_tokens * complement(cached);
    discount_rate const real = to_real(nominal_discount_rate{0.0768}, inflation_rate{0.025});
    money_rate<> const yearly = 1e9 * USD * capital_recovery_factor(real, 5);
    // [/strong]
    fmt::print("{:.4g}, {:.4f} real, {:.4g}\n", fresh, real, yearly);
}

void temperatures() {
    // [temperature]
    temperature<> const supply = 32_degC;
    temperature<> const back = supply + 10_K;                     // a point and a difference
    temperature_difference<> const approach = back - celsius(28.5);
    // [/temperature]
    fmt::print("{:.4g}, {:.4g}\n", back, approach);
}

void boost_units() {
    // [boost]
    namespace si = boost::units::si;
    boost::units::quantity<si::power> const theirs = 5.0 * si::watts;
    power<> const ours = theirs;                                  // implicit, both ways
    boost::units::quantity<si::energy> const work = ours * 3_s;

    auto const paid = to_house_unit(12_USD);                      // what SI lacks: by name
    money<> const again = from_house_unit(paid);
    // [/boost]
    fmt::print("{:.4g}, {} J, {:.4g}\n", ours, work.value(), again);
}

// [generic]
/// Yearly cost of electricity, in any number type.
template <class T>
constexpr money_rate<T> electricity(at_grid<power<T>> const& drawn, money_per_energy<T> const& price) {
    return drawn * price;
}
// [/generic]

void number_types() {
    // [numbers]
    auto const point = electricity(at_grid<power<>>{96_MW}, 0.064_USD_per_kWh);
    auto const bounds = electricity(at_grid<power<interval>>{96_MW}, interval{0.050, 0.075} * (USD / kilowatt_hour));
    auto const slope = electricity(at_grid<power<dual>>{96_MW}, dual::variable(0.064) * (USD / kilowatt_hour));
    // [/numbers]
    fmt::print("{:.4g}, {:.4g}, {:.4g} USD/yr per USD/kWh\n", point, bounds, slope.base_value.derivative[0] * (1.0 * year).in(second));
}

// [algebra]
template <class A, class B>
concept multiplies = requires(A a, B b) { a * b; };
template <class A, class B>
using product = decltype(A{} * B{});

static_assert(std::same_as<product<at_it<power<>>, pue>, at_facility<power<>>>);
static_assert(std::same_as<product<at_it<energy<>>, pue>, at_facility<energy<>>>);
static_assert(std::same_as<product<at_it<power<>>, duration<>>, at_it<energy<>>>);
static_assert(std::same_as<product<at_it<power<>>, fraction>, at_it<power<>>>);
static_assert(std::same_as<product<at_it<energy<>>, wue>, volume<>>);
static_assert(std::same_as<product<at_facility<energy<>>, co2e_per_energy<>>, co2e<>>);
static_assert(std::same_as<product<at_facility<energy<>>, volume_per_energy<>>, volume<>>);
static_assert(std::same_as<product<at_grid<energy<>>, money_per_energy<>>, money<>>);
static_assert(std::same_as<product<at_grid<power<>>, money_per_energy<>>, money_rate<>>);
static_assert(std::same_as<product<at_grid<power<>>, demand_charge>, money_rate<>>);
static_assert(std::same_as<product<per_accelerator<power<>>, accelerator_count<>>, power<>>);
static_assert(std::same_as<product<of_input<token_rate<>>, of_input<money_per_token<>>>, money_rate<>>);

static_assert(!multiplies<at_facility<power<>>, pue>);
static_assert(!multiplies<power<>, pue>);
static_assert(!multiplies<at_it<energy<>>, co2e_per_energy<>>);
static_assert(!multiplies<at_it<energy<>>, money_per_energy<>>);
static_assert(!multiplies<at_facility<energy<>>, money_per_energy<>>);
static_assert(!multiplies<at_facility<energy<>>, wue>);
static_assert(!multiplies<of_input<token_rate<>>, of_output<money_per_token<>>>);
static_assert(!std::convertible_to<at_it<power<>>, at_facility<power<>>>);
static_assert(!std::convertible_to<at_facility<power<>>, at_grid<power<>>>);
static_assert(!std::convertible_to<power<>, at_it<power<>>>);
static_assert(!std::convertible_to<double, fraction>);
static_assert(!std::convertible_to<fraction, double>);
static_assert(!std::convertible_to<ratio, pue>);
// [/algebra]

static_assert(std::is_trivially_copyable_v<power<>> && sizeof(power<>) == sizeof(double));

}  // namespace

int main() {
    quantities();
    boundaries();
    counts();
    strong_types();
    temperatures();
    boost_units();
    number_types();
}

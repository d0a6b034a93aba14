// Five mistakes that plain doubles accept. Each figure below is computed wrongly in doubles and rightly in types; that the
// wrong form does not compile in types is asserted at the end.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/io.hpp>

namespace raw {
// [doubles]
double const it_power = 80'000, pue = 1.2, facility_power = it_power * pue;  // kW
double const gpu_power = 0.7, servers = 12'500;                              // kW; eight GPUs to a server
double const memory = 141, weights = 131;                                    // one in GB, one in GiB
double const demand = 14.6;                                                  // USD/kW-month
double const input_tokens = 137, output_price = 2;                           // Mtok/s, USD/Mtok

double const drawn = facility_power * pue;             // PUE twice
double const chips = servers * gpu_power;              // a figure per GPU taken for one per server
double const left = memory - weights;                  // GB less GiB
double const bill = facility_power * 8'760 * demand;   // a demand charge taken for the price of energy
double const revenue = input_tokens * output_price;    // the price of output tokens on input tokens
// [/doubles]
}  // namespace raw

using namespace tallywatt;
using namespace tallywatt::literals;

namespace typed {
// [types]
at_it<power<>> const it{80_MW};
per_accelerator<power<>> const gpu{700_W};
of_input<token_rate<>> const input{137_Mtok / second};
of_input<money_per_token<>> const input_price{0.5_USD_per_Mtok};

at_facility<power<>> const drawn = it * pue{1.2};        // drawn * pue{1.2}: only IT power has a PUE
power<> const chips = gpu * 100'000_accelerators;        // gpu * 12'500: 12,500 of what?
data_size<> const left = 141_GB - 131_GiB;               // 141_GB - 131: 131 of what?
grid const meter{.energy_price = 0.064_USD_per_kWh,      // 14.6_USD_per_kW: no price of energy
                 .demand = demand_per_month(14.6_USD_per_kW)};  // 14.6_USD_per_kW / month: a demand charge is its own type
money_rate<> const revenue = input * input_price;        // input * output_price: not the same tokens
// [/types]
}  // namespace typed

// [asserted]
template <class A, class B>
concept multiplies = requires(A a, B b) { a * b; };
template <class A, class B>
concept subtracts = requires(A a, B b) { a - b; };

static_assert(!multiplies<at_facility<power<>>, pue>);
static_assert(!std::convertible_to<decltype(typed::gpu * 12'500), power<>>);
static_assert(!subtracts<data_size<>, double>);
static_assert(!std::convertible_to<money_per_power<>, money_per_energy<>>);
static_assert(!std::convertible_to<decltype(14.6_USD_per_kW / month), demand_charge>);
static_assert(!multiplies<of_input<token_rate<>>, of_output<money_per_token<>>>);
// [/asserted]

namespace {
void row(char const* mistake, std::string const& in_doubles, std::string const& in_types) {
    fmt::print("{:<44} {:>14} {:>14}\n", mistake, in_doubles, in_types);
}
}  // namespace

int main() {
    auto const bill = perform(prepare(typed::meter, discount_rate{0.05}), typed::drawn, typed::drawn).cost;
    row("mistake", "doubles give", "types give");
    row("PUE applied twice", fmt::format("{:.4g} MW", raw::drawn / 1e3), fmt::format("{:.4g}", typed::drawn));
    row("a figure per GPU as one per server", fmt::format("{:.4g} MW", raw::chips / 1e3), fmt::format("{:.4g}", typed::chips));
    row("GB less GiB", fmt::format("{:.3g} GB", raw::left), fmt::format("{:.3g}", typed::left));
    row("a demand charge as a price of energy", fmt::format("{:.3g} GUSD/yr", raw::bill / 1e9), fmt::format("{:.3g}", bill.energy + bill.demand));
    row("an output price on input tokens", fmt::format("{:.3g} USD/s", raw::revenue), fmt::format("{:.3g} USD/s", typed::revenue.in(USD / second)));
}

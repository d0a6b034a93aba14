// A chip, a model, a cooling technology and a power source of one's own, joined with parts of the catalog into one
// deployment. All four are invented; put your own figures in.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/io.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

// [chip]
constexpr basic_accelerator<estimate> x1 = {
    .name = "X1",
    .bf16 = {.peak = dense(known(800.0) * TFLOP_per_second), .energy = range(0.5, 0.6, 0.8) * picojoule_per_FLOP},
    .fp8 = {.peak = dense(known(1'600.0) * TFLOP_per_second), .energy = range(0.25, 0.3, 0.4) * picojoule_per_FLOP},
    .compute_units = 96,
    .memory_capacity = known(96.0) * GB,
    .memory_bandwidth = known(3.2) * TB_per_second,
    .link_rate = one_way(known(300.0) * GB_per_second),
    .tdp = known(500.0) * watt,
    .idle = range(50.0, 60.0, 90.0) * watt,
    .memory_energy = range(40.0, 60.0, 90.0) * picojoule_per_byte,
    .link_energy = range(10.0, 30.0, 60.0) * picojoule_per_byte,
    .price = range(7'000.0, 9'000.0, 12'000.0) * USD};
// [/chip]

// [server]
constexpr basic_server<estimate> x1_server = {
    .name = "8 x X1",
    .accelerator = x1,
    .accelerators = 8,
    .scale_up = catalog::xgmi_mi300x,
    .host = range(0.8, 1.0, 1.3) * kilowatt,
    .fans = range(0.5, 0.7, 1.0) * kilowatt,
    .nics = 2,
    .nic_power = known(25.0) * watt,
    .nic_price = range(1'300.0, 1'800.0, 2'500.0) * USD,
    .supply = {.rated = known(8.0) * kilowatt},
    .price_without_accelerators = range(25'000.0, 35'000.0, 50'000.0) * USD,
    .embodied_host = range(600.0, 1'200.0, 2'500.0) * kgCO2e,
    .rack_units = 6,
    .liquid_ready = true};
// [/server]

// [model]
constexpr transformer small_mixture = {
    .name = "small mixture",
    .layers = 32,
    .hidden = 4096,
    .vocabulary = 128'000,
    .attention = {.heads = 32, .kv_heads = 8, .head_size = 128},
    .experts = {.routed = 64, .per_token = 4, .shared = 1, .width = 1536},
    .context_limit = 65'536};
static_assert(total_parameters(small_mixture) == 41'658'093'568);
static_assert(active_parameters(small_mixture) == 5'419'307'008);
// [/model]

// [cooling]
// Cold sea water cools the plates through one heat exchanger: no chiller, no fans, no fresh water. The sea warms with the
// air, but less.
template <class T = double>
struct basic_sea_water {
    static constexpr char const* kind = "sea_water";
    temperature<T> yearly_mean = celsius(T(8.0));
    basic_ratio<T> swing{T(0.4)};  ///< of the sea, per swing of the air about 10 C
    temperature_difference<T> approach = 5.0 * kelvin;
    basic_ratio<T> pump_power{T(0.02)};
    money_per_power<T> capital = 2.5 * USD / watt;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"yearly_mean", between(271.0, 300.0)}, self.yearly_mean...);
        visit(field{"swing", between(0.0, 1.0), {"assumed", "2026", confidence::assumed}}, self.swing...);
        visit(field{"approach", positive, {"plate heat exchangers, 2 to 6 K", "2026", confidence::low}}, self.approach...);
        visit(field{"pump_power", non_negative}, self.pump_power...);
        visit(field{"capital", non_negative}, self.capital...);
    }

    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const& air) const {
        temperature<T> const sea = yearly_mean + swing * (air.dry_bulb - celsius(T(10.0)));
        T const flow = math::max(T(20.0) / (profile().coolant_supply - sea).in(kelvin), T(1.0));  // a warm sea needs more water
        return {.chiller = {}, .fans = {}, .pumps = basic_ratio<T>{pump_power.value * flow}, .water = {}};
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        return {.coolant_supply = yearly_mean + 20.0 * kelvin + approach,
                .liquid_captured = basic_fraction<T>{T(1.0)},
                .max_rack_density = 200.0 * kilowatt,
                .capital = capital};
    }
};
static_assert(cooling_technology<basic_sea_water<double>, double>);
static_assert(cooling_technology<basic_sea_water<interval>, interval>);
// [/cooling]

// [source]
// A hydro plant that belongs to the site: capital and upkeep for its capacity, nothing for the water that falls.
template <class T = double>
struct basic_hydro_plant {
    static constexpr char const* kind = "hydro_plant";
    money_per_power<T> overnight = 3'500.0 * USD / kilowatt;
    int life_years = 50;
    basic_capacity_charge<T> upkeep = per_year(60.0 * USD / kilowatt);
    co2e_per_energy<T> emissions = 11.0 * gCO2e / kilowatt_hour;
    basic_availability<T> availability{T(0.995)};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"overnight", non_negative}, self.overnight...);
        visit(field{"life_years", between(1, 100)}, self.life_years...);
        visit(field{"upkeep", non_negative}, self.upkeep.value...);
        visit(field{"emissions", non_negative}, self.emissions...);
        visit(field{"availability"}, self.availability...);
    }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount) const {
        basic_prepared_supply<T> r{};
        r.up_front = overnight;
        r.capital = held_at(overnight * capital_recovery_factor(discount, life_years));
        r.fixed = upkeep;
        r.location_based = r.market_based = emissions;
        r.availability = availability;
        return r;
    }
};
static_assert(power_source<basic_hydro_plant<double>, double>);
static_assert(power_source<basic_hydro_plant<interval>, interval>);
// [/source]

namespace {
void show(char const* what, report const& point, basic_report<interval> const& range) {
    fmt::print("{}\n", what);
    auto const row = [](char const* name, auto const& likely, auto const& bounds) {
        fmt::print("  {:<26} {:>18}   {}\n", name, fmt::format("{:.3g}", likely), fmt::format("{:.3g}", bounds));
    };
    row("PUE", point.power.pue, range.power.pue);
    row("cost of a year", point.cost.total(), range.cost.total());
    row("per output token", point.unit.output, range.unit.output);
    row("energy per output token", point.unit.energy_per_output, range.unit.energy_per_output);
    row("CO2e per computed token", point.unit.carbon, range.unit.carbon);
    fmt::print("  binding: {}\n", point.binding_limit().name);
}
}  // namespace

int main() {
    // [deployment]
    using own_deployment = basic_deployment<basic_sea_water<>, basic_hydro_plant<>>;
    own_deployment const d{
        .service = {.model = small_mixture,
                    .weights = precision::fp8,
                    .traffic = {.input = 2'000_tokens, .output = 400_tokens, .cached = 30_percent},
                    .stack = catalog::vllm_2025},
        .cluster = {.server = x1_server, .network = catalog::roce_400g},
        .site = {.cooling = {}, .climate = catalog::lulea, .it_capacity = at_it<power<>>{20_MW}},
        .supply = {.upkeep = per_year(45_USD_per_kW)}};

    auto const prepared = prepare(d);
    auto const plan = plan_deployment(prepared);
    report const point = evaluate(prepared, plan);
    // [/deployment]

    // [bounds]
    auto wide = convert<interval>(d);                         // every figure a point so far
    wide.cluster.server = convert<interval>(x1_server);       // the ranges of the chip and its server
    wide.supply.overnight = interval{2'500.0, 5'000.0} * (USD / kilowatt);
    basic_report<interval> const bounds = evaluate(prepare(wide), plan);
    // [/bounds]
    show("small mixture on X1, sea water, own hydro plant", point, bounds);
}

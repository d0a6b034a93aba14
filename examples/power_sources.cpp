// A campus of 1 GW on each source of the catalog and on hybrids: levelised cost, carbon, water, land, time to power, and what
// waiting for power costs.

#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/sources.hpp>
#include <tallywatt/energy.hpp>
#include <tallywatt/energy/profile.hpp>
#include <tallywatt/energy/size_microgrid.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "page.hpp"

using namespace tallywatt;

namespace {

constexpr discount_rate real_rate{0.07};
constexpr int service_years = 20;
constexpr at_facility<power<>> peak{1.0 * gigawatt}, mean{850.0 * megawatt};

struct candidate {
    std::string name;
    supply_performance of{};
};

std::vector<candidate> candidates;

void add(std::string name, supply const& s) {
    candidates.push_back({std::move(name), perform(prepare(s, real_rate), mean, peak)});
}

/// A mean per energy of the campus.
double per_energy(auto const& flow, auto const& unit) { return (flow / mean.value).in(unit); }

void print_head() {
    fmt::print(
        "\n{:<34}{:>8}{:>9}{:>9}{:>10}{:>8}{:>9}{:>8}{:>9}\n", "", "USD/MWh", "g stack", "g chain", "g margin", "L/kWh",
        "km2", "years", "up"
    );
}
void print(candidate const& c) {
    fmt::print(
        "{:<34}{:>8.1f}{:>9.0f}{:>9.0f}{:>10.0f}{:>8.2f}{:>9.1f}{:>8.1f}{:>7.2f} %\n", c.name,
        c.of.price.in(USD / megawatt_hour), per_energy(c.of.market_based, gCO2e / kilowatt_hour),
        per_energy(c.of.upstream, gCO2e / kilowatt_hour), per_energy(c.of.marginal, gCO2e / kilowatt_hour),
        per_energy(c.of.source_water, litre / kilowatt_hour), c.of.land.in(kilometre * kilometre),
        c.of.lead_time.in(year), 100.0 * c.of.availability.value
    );
}

void weather_plants() {
    page::heading("Plants that run with the weather, by themselves");
    page::say("Their levelised cost is of all they can deliver; a campus on one of them alone would run for that share "
              "of the time. "
              "Firm power takes a mix or a storage: below.");
    fmt::print("\n{:<34}{:>8}{:>8}{:>8}{:>11}{:>8}\n", "", "USD/MWh", "g chain", "CF", "km2 per GW", "years");
    for (variable_generation const& g :
         {variable_generation(catalog::solar), variable_generation(catalog::onshore_wind),
          variable_generation(catalog::offshore_wind), variable_generation(catalog::hydro)}) {
        fmt::print(
            "{:<34}{:>8.1f}{:>8.0f}{:>8.2f}{:>11.1f}{:>8.1f}\n", g.name,
            levelised_cost(g, real_rate).in(USD / megawatt_hour), g.building.in(gCO2e / kilowatt_hour),
            g.capacity_factor.value, (g.land * gigawatt).in(kilometre * kilometre), g.lead_time.in(year)
        );
    }
}

struct site_weather {
    std::vector<double> sun = std::vector<double>(hours_a_year), wind = std::vector<double>(hours_a_year);
    std::vector<double> load = std::vector<double>(hours_a_year);
    site_weather() { fill_load(fraction{0.3}, fraction{0.0}, load); } // 0.85 on average, least before dawn
    [[nodiscard]] hourly_inputs inputs() const { return {load, {sun, wind, {}}, {}}; }
};

/// Sizes a hybrid and adds it.
void add_hybrid(
    std::string name, site_weather const& at, generation const& firm, microgrid_limits const& most,
    fraction const& unserved
) {
    microgrid m{
        .name = "hybrid",
        .solar = catalog::solar,
        .wind = catalog::onshore_wind,
        .store = catalog::lithium_battery,
        .firm = firm};
    auto const r = size_microgrid(m, at.inputs(), peak.value, real_rate, unserved, most);
    if (!r.feasible) {
        fmt::print("{:<34} cannot be built within its limits\n", name);
        return;
    }
    fmt::print(
        "{:<34}{:>8.2f}{:>8.2f}{:>8.1f}{:>8.2f}{:>9.1f} %{:>9.1f} %{:>8.0f}\n", name, m.solar_size.value,
        m.wind_size.value, m.store_size.in(hour), m.firm_size.value,
        100.0 * (1.0 - m.year.firm.value - m.year.unserved.value), 100.0 * m.year.curtailed.value, m.year.cycles.value
    );
    add(std::move(name), m);
}

void hybrids() {
    page::heading("Hybrids, off the grid, sized at least cost");
    page::say(
        "A desert (33 degrees, clear) and a windy plain (42 degrees, 8.6 m/s), a load of 0.70 to 1 GW, catalog prices, "
        "{:.0f} % real. Sizes per GW of load; "
        "the storage gives its energy in four hours. A ten-thousandth of the energy may be short.",
        100.0 * real_rate.value
    );
    site_weather desert, plain;
    fill_solar({.latitude_degrees = 33.4, .clearness = fraction{0.88}, .day_to_day = fraction{0.12}}, 1, desert.sun);
    fill_solar({.latitude_degrees = 42.0, .clearness = fraction{0.66}}, 3, plain.sun);
    fill_wind({.mean_speed = 5.5}, 2, desert.wind);
    fill_wind({.mean_speed = 8.6}, 4, plain.wind);
    fmt::print(
        "\n{:<34}{:>8}{:>8}{:>8}{:>8}{:>11}{:>11}{:>8}\n", "", "GW sun", "GW wind", "h store", "GW firm", "not firm",
        "curtailed", "cycles"
    );
    generation const engines = catalog::reciprocating_engines, cells = catalog::fuel_cells_hydrogen;
    fraction const short_hours{1e-4};
    add_hybrid("desert: sun, battery, engines", desert, engines, {.wind = ratio{0.0}}, short_hours);
    generation dear = engines; // three times the fuel price, as of liquefied gas in Europe and Asia
    dear.fuel_price = 12.0 * USD / million_btu;
    add_hybrid("desert: the same, gas at 12 USD", desert, dear, {.wind = ratio{0.0}}, short_hours);
    add_hybrid("desert: sun and battery alone", desert, engines, {.wind = ratio{0.0}, .firm = ratio{0.0}}, short_hours);
    add_hybrid("plain: wind, sun, gas at 12 USD", plain, dear, {}, short_hours);
    add_hybrid("plain: with hydrogen, no gas", plain, cells, {}, short_hours);
}

void waiting() {
    page::heading("The price of waiting");
    page::say(
        "A campus that waits loses margin and the charge of what stands idle. Spread over {} years of service it adds "
        "to every MWh of a late "
        "source (USD/MWh; * the cheapest of the column). A campus of 38 bn USD (the estimate of Epoch AI for 1 GW) at "
        "{:.0f} % forgoes about 220 MUSD a month on capital alone, if it is "
        "bought before there is power.",
        service_years, 100.0 * real_rate.value
    );
    double const losses[] = {0.0, 25.0, 50.0, 100.0, 200.0};
    auto const at = [&](candidate const& c, double musd) {
        return price_with_wait(c.of, mean, musd * 1e6 * USD / month, real_rate, service_years).in(USD / megawatt_hour);
    };
    fmt::print("\n{:<34}{:>8}", "loss in MUSD a month", "years");
    for (double const l : losses)
        fmt::print("{:>10.0f}", l);
    fmt::print("\n");
    for (candidate const& c : candidates) {
        fmt::print("{:<34}{:>8.1f}", c.name, c.of.lead_time.in(year));
        for (double const l : losses) {
            bool const least = std::all_of(candidates.begin(), candidates.end(), [&](candidate const& o) {
                return at(c, l) <= at(o, l);
            });
            fmt::print("{:>9.1f}{}", at(c, l), least ? '*' : ' ');
        }
        fmt::print("\n");
    }
    auto const find = [&](char const* name) -> supply_performance const& {
        return std::find_if(
                   candidates.begin(), candidates.end(), [&](candidate const& c) { return c.name == name; }
        )->of;
    };
    auto const& grid_power = find("ERCOT, Texas");
    auto const& engines = find("gas engines, on site");
    auto const even = break_even_loss(engines, grid_power, mean, real_rate, service_years);
    fmt::print("\n");
    page::say(
        "Engines in {:.2f} years against Texas' grid in {:.1f}: they cost the same where a month of waiting loses "
        "{:.0f} MUSD. Bridging the wait "
        "with engines, of whose capital half is sold on, {} at a loss of 50 MUSD a month: {:.0f} MUSD in all.",
        engines.lead_time.in(year), grid_power.lead_time.in(year), (even * month).in(1e6 * USD),
        cost_of_bridging(engines, grid_power, mean, 50e6 * USD / month, fraction{0.5}) < 0.0 * USD ? "pays"
                                                                                                   : "does not pay",
        cost_of_bridging(engines, grid_power, mean, 50e6 * USD / month, fraction{0.5}).in(1e6 * USD)
    );
}

void matched() {
    page::heading("A clean year is not a clean hour");
    site_weather plain;
    fill_solar({.latitude_degrees = 42.0, .clearness = fraction{0.66}}, 3, plain.sun);
    fill_wind({.mean_speed = 8.6}, 4, plain.wind);
    page::say("Contracts for wind and sun in equal energy, over the load's energy, and the share of the hours' load "
              "they cover:");
    fmt::print("\n{:<24}{:>8}{:>8}{:>8}\n", "contracted", "wind", "sun", "both");
    double const wind_mean = mean_of(plain.wind), sun_mean = mean_of(plain.sun);
    std::vector<double> both(hours_a_year);
    for (std::size_t t = 0; t < hours_a_year; ++t)
        both[t] = 0.5 * plain.wind[t] / wind_mean + 0.5 * plain.sun[t] / sun_mean;
    for (double const multiple : {0.5, 1.0, 1.5, 2.0, 3.0})
        fmt::print(
            "{:<24}{:>6.0f} %{:>6.0f} %{:>6.0f} %\n", fmt::format("{:.0f} % of the year", 100.0 * multiple),
            100.0 * clean_shares_of(plain.load, plain.wind, multiple / wind_mean).hourly.value,
            100.0 * clean_shares_of(plain.load, plain.sun, multiple / sun_mean).hourly.value,
            100.0 * clean_shares_of(plain.load, both, multiple).hourly.value
        );
    fmt::print("\n");
    page::say(
        "90 % of the hours take {:.1f} times the load's energy from both together.",
        multiple_for(plain.load, both, fraction{0.9})
    );
}

} // namespace

int main() {
    fmt::print("A campus of 1 GW (850 MW on average) by source of power\n");
    page::say(
        "Levelised at {:.0f} % real, in US dollars. Carbon in g/kWh: at the stack by contract, in the supply chain and "
        "the plant's making, and on the "
        "margin. Likely values of the catalog; ranges are wide, see the sources of each entry.",
        100.0 * real_rate.value
    );

    page::heading("Firm sources on site, and grids");
    for (grid const& g :
         {grid(catalog::pjm_virginia), grid(catalog::ercot_texas), grid(catalog::ireland),
          grid(catalog::china_inner_mongolia)})
        add(g.name, g);
    add("Texas, 80 % virtual sun contract", contract(catalog::texas_solar_contract));
    add("Virginia, nuclear contract", contract(catalog::pjm_nuclear_contract));
    for (generation const& g :
         {generation(catalog::combined_cycle), generation(catalog::simple_cycle),
          generation(catalog::reciprocating_engines), generation(catalog::fuel_cells_gas),
          generation(catalog::fuel_cells_hydrogen), generation(catalog::flare_gas), generation(catalog::geothermal),
          generation(catalog::nuclear_large), generation(catalog::small_modular_reactors),
          generation(catalog::microreactors), generation(catalog::fusion)})
        add(g.name, g);
    add("Texas, with 1 GW of sun of its own", mixed_supply{
                                                  .first = grid(catalog::ercot_texas),
                                                  .second = variable_generation(catalog::solar),
                                                  .energy_share = fraction{0.29}});
    print_head();
    for (candidate const& c : candidates)
        print(c);
    fmt::print("\n");
    page::say(
        "Fusion is speculative: its figures are projections. Reactors on high-assay fuel are bounded by its supply: "
        "{:.0f} MW can run on what the "
        "US makes of HALEU, {:.0f} MW on the first plant for coated particles.",
        supported_power(fuel_supply(catalog::haleu_2026)).in(megawatt),
        supported_power(fuel_supply(catalog::triso_2028)).in(megawatt)
    );

    weather_plants();
    std::size_t const before = candidates.size();
    hybrids();
    print_head();
    for (std::size_t i = before; i < candidates.size(); ++i)
        print(candidates[i]);
    waiting();
    matched();
}

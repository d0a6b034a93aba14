// Which cooling, where? PUE, TUE, water, capital and annual cost of every technology of the catalog in eight climates; which one
// is cheapest at each rack density, and where each stops being possible.

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/electrical.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/facility.hpp>
#include <tallywatt/finance/finance.hpp>

#include <limits>
#include <string>
#include <vector>

#include "page.hpp"

using namespace tallywatt;
using page::heading;
using page::say;

namespace {

constexpr double load = 0.7; // of the design IT load
constexpr money_per_energy<> electricity = 0.07 * USD / kilowatt_hour;
constexpr money_per_volume<> water_price = 2.0 * USD / cubic_metre;
/// Plates, hoses and manifolds inside servers and racks: 49,860 USD for a GB300 NVL72 of 132 kW (Morgan Stanley, 2025-08).
constexpr money_per_power<> plates_in_servers = 0.38 * USD / watt;

struct choice {
    std::string name;
    cooling technology;
};

std::vector<choice> const& choices() {
    static std::vector<choice> const all = {
        {"air, open room", catalog::air_room},
        {"air, contained", catalog::air_contained},
        {"air, contained, towers", catalog::air_contained_tower},
        {"outdoor air, wetted", catalog::air_outdoor},
        {"rear doors", catalog::rear_door},
        {"direct to chip", catalog::direct_to_chip},
        {"direct to chip, adiabatic", catalog::direct_to_chip_adiabatic},
        {"direct to chip, towers", catalog::direct_to_chip_tower},
        {"direct to chip, two phases", catalog::direct_to_chip_two_phase},
        {"immersion, one phase", catalog::immersion_one_phase},
        {"immersion, two phases", catalog::immersion_two_phase}};
    return all;
}

std::vector<climate> const& climates() {
    static std::vector<climate> const all = {catalog::lulea,  catalog::zhangbei, catalog::dublin,  catalog::ashburn,
                                             catalog::dallas, catalog::phoenix,  catalog::mumbai, catalog::singapore};
    return all;
}

/// A technology in a climate. Costs are a year's, per IT power; energy is all that computing does not take: the building's and
/// the servers' own fans and supply losses.
struct outcome {
    facility_performance site{};
    double tue = 0.0;
    cooling_profile profile{};
    money_per_power_time<> capital{}, energy{}, water{}, upkeep{};
    [[nodiscard]] money_per_power_time<> total() const { return capital + energy + water + upkeep; }
};

outcome try_in(cooling const& technology, climate const& where) {
    facility const f{.cooling = technology, .climate = where};
    outcome r;
    r.site = perform(prepare(f), f.it_capacity * fraction{load});
    r.profile = std::visit([](auto const& c) { return c.profile(); }, technology);
    bool const plates = r.profile.liquid_captured.value > 0.0 && r.profile.liquid_captured.value < 1.0;
    if (plates) r.profile.capital = r.profile.capital + plates_in_servers;
    server const s = catalog::hgx_h100;
    auto const lines = server_power(s, per_accelerator<power<>>{s.accelerator.tdp}, r.site.liquid_captured);
    r.tue = total_usage_effectiveness(r.site.pue, it_usage_effectiveness(lines)).value;
    finance const terms{};
    r.capital = annual_cost(r.profile.capital * (1.0 * watt), terms.mechanical, terms.discount).total() / (1.0 * watt);
    r.energy = (r.tue - 1.0) * load * electricity;
    r.water = load * (r.site.wue.value * water_price);
    r.upkeep = r.profile.upkeep.value;
    return r;
}

double per_kilowatt_year(money_per_power_time<> const& m) { return (m * year).in(USD / kilowatt); }

void print_climates() {
    heading("PUE on the year's mean, and litres of water per kWh of IT where there are any");
    fmt::print("{:<28}", "");
    for (char const* n : {"Lulea", "Zhangbei", "Dublin", "Ashburn", "Dallas", "Phoenix", "Mumbai", "Singapore"}) fmt::print("{:>10}", n);
    fmt::print("\n");
    for (auto const& c : choices()) {
        fmt::print("{:<28}", c.name);
        for (auto const& where : climates()) {
            auto const r = try_in(c.technology, where);
            double const litres = r.site.wue.value.in(litre / kilowatt_hour);
            fmt::print("{:>10}", litres < 0.005 ? fmt::format("{:.2f}", r.site.pue.value) : fmt::format("{:.2f} {:.1f}", r.site.pue.value, litres));
        }
        fmt::print("\n");
    }
    say("IT at {:.0f} % of its design load, double-conversion UPS and busways. No technology holds a PUE: each is its physics over the "
        "hours of a climate.",
        100.0 * load);
}

void print_costs(climate const& where) {
    heading(fmt::format("{}: what it costs, USD per kW of IT and year", where.name));
    fmt::print("{:<28}{:>7}{:>7}{:>7}{:>9}{:>9}{:>8}{:>8}{:>8}{:>9}\n", "", "PUE", "peak", "TUE", "capital", "recovery", "energy", "water", "upkeep", "total");
    for (auto const& c : choices()) {
        auto const r = try_in(c.technology, where);
        fmt::print(
            "{:<28}{:>7.3f}{:>7.2f}{:>7.3f}{:>9.0f}{:>9.0f}{:>8.0f}{:>8.1f}{:>8.1f}{:>9.0f}\n", c.name, r.site.pue.value, r.site.peak_pue.value, r.tue,
            r.profile.capital.in(USD / kilowatt), per_kilowatt_year(r.capital), per_kilowatt_year(r.energy), per_kilowatt_year(r.water),
            per_kilowatt_year(r.upkeep), per_kilowatt_year(r.total()));
    }
}

void print_winners() {
    heading("The cheapest that a rack's density allows");
    constexpr double densities[] = {8.0, 15.0, 25.0, 50.0, 100.0, 140.0, 200.0, 250.0};
    fmt::print("{:<12}", "kW a rack");
    for (char const* n : {"Lulea", "Ashburn", "Phoenix", "Singapore"}) fmt::print("  {:<28}", n);
    fmt::print("\n");
    climate const where[] = {catalog::lulea, catalog::ashburn, catalog::phoenix, catalog::singapore};
    for (double const density : densities) {
        fmt::print("{:<12.0f}", density);
        for (auto const& w : where) {
            std::string best = "none";
            double least = std::numeric_limits<double>::infinity();
            for (auto const& c : choices()) {
                auto const r = try_in(c.technology, w);
                if (r.profile.max_rack_density < density * kilowatt || per_kilowatt_year(r.total()) >= least) continue;
                least = per_kilowatt_year(r.total()), best = c.name;
            }
            fmt::print("  {:<28}", best);
        }
        fmt::print("\n");
    }
    say("The order rests on capital that nobody publishes like for like: the catalog's ranges overlap, so read it as what wins if the likely "
        "values hold. Plates inside the servers are in their capital; floor area that density saves is not. Physics is surer than prices: what "
        "stops a technology is below.");
}

void print_limits() {
    heading("Where each stops");
    fmt::print("{:<28}{:>12}{:>14}{:>12}{:>22}{:>18}\n", "", "kW a rack", "W/cm2 of lid", "coolant C", "junction at 700 W, C", "1,400 W chip");
    for (auto const& c : choices()) {
        auto const p = std::visit([](auto const& t) { return t.profile(); }, c.technology);
        // junction to coolant through an air-cooled sink, or a plate or a bath (assumed)
        accelerator const chip = catalog::h100;
        bool const liquid = p.liquid_captured.value > 0.0;
        auto leaky = leaky_chip_of(chip, 600.0 * watt);
        leaky.resistance = (liquid ? 0.035 : 0.08) * kelvin / watt;
        auto const point = settle(leaky, p.coolant_supply);
        leaky.dynamic = 1'350.0 * watt;
        bool const carries = warmest_coolant(leaky) >= p.coolant_supply;
        fmt::print(
            "{:<28}{:>12.0f}{:>14.0f}{:>12.0f}{:>22.0f}{:>18}\n", c.name, p.max_rack_density.in(kilowatt), p.max_heat_flux.in(watt / square_centimetre),
            p.coolant_supply.in_celsius(), point.junction.in_celsius(), carries ? "within 95 C" : "too hot");
    }
}

void print_saved() {
    heading("Cooling energy saved against contained aisles in Northern Virginia, fans of the servers included");
    auto const spent = [](cooling const& technology) {
        auto const r = try_in(technology, catalog::ashburn);
        auto const& o = r.site.overhead;
        server const s = catalog::hgx_h100;
        auto const lines = server_power(s, per_accelerator<power<>>{s.accelerator.tdp}, r.site.liquid_captured);
        double const fans = lines.fans.value / lines.total().value; // of IT power
        return (o.chiller + o.fans + o.pumps).value / (100.0 * load * megawatt) + fans;
    };
    double const air = spent(catalog::air_contained);
    for (std::size_t i : {std::size_t{4}, std::size_t{5}, std::size_t{8}, std::size_t{9}, std::size_t{10}})
        fmt::print("{:<28}{:>6.0f} %\n", choices()[i].name, 100.0 * (1.0 - spent(choices()[i].technology) / air));
    say("Reported against air: 10 to 15 %, 30 to 40 % and 40 to 50 % for rear doors, cold plates and immersion. Those sites kept chilled water and "
        "one design for all hours; here warm water needs no chiller for most of the year, and the servers' fans stop as well.");
}

} // namespace

int main() {
    print_climates();
    print_costs(catalog::ashburn);
    print_costs(catalog::singapore);
    print_winners();
    print_limits();
    print_saved();
    return 0;
}

// Does it pay to follow the sun? Work that may run at another hour or another site goes to cheap or clean hours: what that saves
// in USD and in CO2e, and what the accelerators cost that stand spare to make room for it. Within a day at one site, across
// three sites, and by age of the accelerators.

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/energy/profile.hpp>
#include <tallywatt/energy/shifting.hpp>
#include <tallywatt/tco.hpp>

#include <string>
#include <vector>

#include "page.hpp"

using namespace tallywatt;
using page::heading;
using page::say;

namespace {

using series = std::vector<double>;
using co2e_rate_per_power = decltype(co2e_rate<>{} / power<>{});

/// A site: what stands there, and how its power's price and carbon go through the day. The grid's means are the catalog's; the
/// shape is made: cheap and clean with the region's sun and wind, dear and dirty on still evenings (depths assumed).
struct place {
    char const* name = "";
    climate weather{};
    grid power{};
    int hours_from_utc = 0;
    double latitude = 0.0, clearness = 0.0, wind_speed = 0.0;
    struct swing {
        double sun = 0.0, wind = 0.0, evening = 0.0; ///< fall at full output, rise in the evening: over the year's mean
    } price{}, carbon{};
};

std::vector<place> const& places() {
    static std::vector<place> const all = {
        {"Texas", catalog::dallas, catalog::ercot_texas, -6, 32.8, 0.75, 8.2, {0.5, 0.5, 0.8}, {0.4, 0.4, 0.2}},
        {"Germany", catalog::frankfurt, catalog::germany, 1, 50.0, 0.50, 6.8, {0.8, 0.5, 0.5}, {0.6, 0.6, 0.2}},
        {"Japan", catalog::tokyo, catalog::japan, 9, 35.7, 0.58, 6.5, {0.5, 0.1, 0.4}, {0.3, 0.1, 0.1}}};
    return all;
}

deployment hall_at(place const& p) {
    return {.service = {.model = catalog::llama_3_1_70b,
                        .weights = precision::fp8,
                        .cache = precision::fp8,
                        .traffic = {.input = 1500.0 * token, .output = 500.0 * token, .cached = fraction{0.2}},
                        .stack = catalog::trtllm_2025},
            .cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr},
            .site = {.cooling = catalog::direct_to_chip, .climate = p.weather, .it_capacity = at_it<power<>>{20.0 * megawatt}},
            .supply = p.power};
}

/// What a site brings to the study, per power of IT.
struct site {
    place where;
    std::vector<money_per_energy<>> price;     ///< of IT energy by the hour (UTC)
    std::vector<co2e_per_energy<>> carbon;     ///< the same
    money_per_energy<> mean_price{};
    money_per_power_time<> capital{};          ///< a year, of accelerators and the hall around them, per IT power at work
    money_per_power_time<> hall{};             ///< of it, the hall alone
    co2e_rate_per_power embodied{};            ///< of making the servers, over their life
    double rest = 0.0;                         ///< draw of an accelerator at rest over one at work
    double pue = 1.0;
};

/// Mean 1 over the year.
series shape(place const& p, place::swing const& by) {
    series sun(hours_a_year), wind(hours_a_year), s(hours_a_year);
    fill_solar({.latitude_degrees = p.latitude, .clearness = fraction{p.clearness}}, 11, sun);
    fill_wind({.mean_speed = p.wind_speed}, 12, wind);
    double sum = 0.0;
    for (std::size_t t = 0; t < hours_a_year; ++t) {
        bool const evening = t % 24 >= 18 && t % 24 <= 20;
        s[t] = math::max(1.0 - by.sun * sun[t] - by.wind * wind[t] + (evening ? by.evening : 0.0), 0.0);
        sum += s[t];
    }
    for (auto& x : s) x *= static_cast<double>(hours_a_year) / sum;
    return s;
}

/// The hour of local time that it is at t UTC; the year wraps.
std::size_t local_hour(std::size_t t, int from_utc) { return (t + hours_a_year + static_cast<std::size_t>(from_utc + 24) - 24) % hours_a_year; }

site make_site(place const& p) {
    auto const prepared = prepare(hall_at(p));
    report const r = evaluate(prepared, plan_deployment(prepared));
    site s;
    s.where = p;
    s.pue = r.power.pue.value;
    s.rest = r.delivery.chip_resting / r.delivery.chip_busy;
    auto const& k = r.cost;
    s.hall = (k.shell + k.electrical + k.cooling + k.land + k.building_upkeep) / r.power.it_peak.value;
    s.capital = s.hall + (k.accelerators + k.servers + k.network + k.storage + k.racks + k.it_maintenance + k.it_insurance + k.it_property_tax) / r.power.it_peak.value;
    s.embodied = r.carbon.embodied() / r.power.it_peak.value;
    auto const price = shape(p, p.price), carbon = shape(p, p.carbon);
    auto const& grid = prepared.supply;
    s.mean_price = s.pue * grid.energy;
    for (std::size_t t = 0; t < hours_a_year; ++t) {
        std::size_t const h = local_hour(t, p.hours_from_utc);
        s.price.push_back(price[h] * s.mean_price);
        s.carbon.push_back(s.pue * (carbon[h] * grid.location_based + grid.upstream));
    }
    return s;
}

std::vector<site> const& sites() {
    static std::vector<site> const all = [] {
        std::vector<site> r;
        for (auto const& p : places()) r.push_back(make_site(p));
        return r;
    }();
    return all;
}

// -- one study ---------------------------------------------------------------------------------------------------------------

constexpr power<> mean_load = 10.0 * megawatt; ///< of work that may wait, at each site

struct question {
    std::vector<site const*> at;
    double spare = 0.0;                   ///< accelerators beyond the mean load, over it
    std::size_t window = 24;              ///< hours in which the work has to be done
    money_per_co2e<> carbon{};            ///< what the scheduler thinks a ton costs
    bool price_counts = true;
};

struct answer {
    shift_result shifted{};      ///< in money at the sites' prices
    money<> idle{}, restarts{};  ///< a year
    money<> net{};
    co2e<> carbon_saved{}, made{};
    money_per_power_time<> break_even{}; ///< charge for spare power at which it just pays
    [[nodiscard]] double moved() const { return shifted.moved / shifted.work; }
};

answer ask(question const& q) {
    std::size_t const n = q.at.size();
    double const count = static_cast<double>(n);
    // an accelerator at rest still draws: only the rest of its power moves
    power<> const work = (1.0 - q.at[0]->rest) * mean_load, spare = q.spare * mean_load;
    std::vector<power<>> const load(n * hours_a_year, work), capacity(n * hours_a_year, (1.0 + q.spare) * work);
    std::vector<power<>> out(n * hours_a_year);
    std::vector<money_per_energy<>> objective;
    for (site const* s : q.at)
        for (std::size_t t = 0; t < hours_a_year; ++t) objective.push_back(blended(q.price_counts ? s->price[t] : money_per_energy<>{}, s->carbon[t], q.carbon));
    answer a;
    a.shifted = shift(objective, load, capacity, q.window, out, n);
    a.shifted.before = a.shifted.after = {};
    money_per_power_time<> charge{};
    for (std::size_t k = 0; k < n; ++k) {
        site const& s = *q.at[k];
        for (std::size_t t = 0; t < hours_a_year; ++t) {
            energy<> const was = load[k * hours_a_year + t] * hour, is = out[k * hours_a_year + t] * hour;
            a.shifted.before += was * s.price[t];
            a.shifted.after += is * s.price[t];
            a.carbon_saved += (was - is) * s.carbon[t];
        }
        charge += (s.capital + s.rest * s.mean_price) / count; // idle ones draw as well
        a.made += spare * (1.0 * year) * s.embodied;
    }
    money<> const per_restart = mean_load * (5.0 * minute) * q.at[0]->capital; // five minutes of a site (assumed)
    a.idle = count * spare * (1.0 * year) * charge;
    a.restarts = static_cast<double>(a.shifted.restarts) * per_restart;
    a.net = net_of_idle_capital(a.shifted, count * spare, charge, 1.0 * year, per_restart);
    if (q.spare > 0.0) a.break_even = break_even_capital(a.shifted, count * spare, 1.0 * year, per_restart);
    return a;
}

double musd(money<> const& m) { return m.in(1e6 * USD); }
double per_kw_year(money_per_power_time<> const& m) { return (m * year).in(USD / kilowatt); }

constexpr double spares[] = {0.0, 0.1, 0.25, 0.5, 1.0, 2.0};

void print_head() {
    fmt::print("{:<22}{:>9}{:>12}{:>12}{:>11}{:>11}{:>10}{:>13}{:>12}\n", "spare accelerators", "moved", "power saved", "idle", "restarts", "net", "ktCO2e", "pays below", "they cost");
}
void print(double spare, answer const& a, money_per_power_time<> const& capital) {
    fmt::print("{:<22}{:>7.0f} %{:>12.2f}{:>12.2f}{:>11.2f}{:>11.2f}{:>10.2f}", fmt::format("{:.0f} %", 100.0 * spare), 100.0 * a.moved(),
               musd(a.shifted.saved()), musd(-a.idle), musd(-a.restarts), musd(a.net), -a.carbon_saved.in(1e3 * tCO2e));
    if (spare > 0.0)
        fmt::print("{:>13.0f}{:>12.0f}\n", per_kw_year(a.break_even), per_kw_year(capital));
    else
        fmt::print("{:>13}{:>12}\n", "-", "-");
}

// -- pages -------------------------------------------------------------------------------------------------------------------

void print_sites() {
    heading("The sites");
    fmt::print("{:<10}{:>6}{:>14}{:>12}{:>12}{:>12}{:>14}{:>18}\n", "", "PUE", "USD/MWh of IT", "lowest", "highest", "g/kWh of IT", "lowest", "capital USD/kW-yr");
    for (auto const& s : sites()) {
        auto low = s.price[0], high = s.price[0];
        auto clean = s.carbon[0];
        co2e_per_energy<> sum{};
        for (std::size_t t = 0; t < hours_a_year; ++t) {
            low = math::min(low, s.price[t]), high = math::max(high, s.price[t]), clean = math::min(clean, s.carbon[t]);
            sum += s.carbon[t];
        }
        auto const usd = [](money_per_energy<> const& p) { return p.in(USD / megawatt_hour); };
        fmt::print("{:<10}{:>6.2f}{:>14.0f}{:>12.0f}{:>12.0f}{:>12.0f}{:>14.0f}{:>18.0f}\n", s.where.name, s.pue, usd(s.mean_price), usd(low), usd(high),
                   (sum / static_cast<double>(hours_a_year)).in(gCO2e / kilowatt_hour), clean.in(gCO2e / kilowatt_hour), per_kw_year(s.capital));
    }
    site const& s = sites()[0];
    say("Capital: a year's recovery of H100 servers, network and hall per kW of IT at work, upkeep included, as the reports have it. A year of power "
        "in Texas costs {:.0f} USD per kW: one part in {:.0f} of it. That is what decides below. An accelerator at rest draws {:.0f} % of one at work.",
        per_kw_year(s.mean_price), s.capital / s.mean_price, 100.0 * s.rest);
}

void within_a_day() {
    heading("Within a day, one site: 10 MW of work that may wait until midnight, Germany; MUSD a year");
    print_head();
    site const& s = sites()[1];
    for (double const x : spares) print(x, ask({.at = {&s}, .spare = x}), s.capital);
    auto const a = ask({.at = {&s}, .spare = 1.0});
    say("The best that any schedule can do: within a window the cheapest hours are filled first. With as many spare accelerators as working ones the "
        "power bill falls by {:.1f} MUSD and the idle ones cost {:.0f}: {:.0f} times as much.",
        musd(a.shifted.saved()), musd(a.idle), a.idle / a.shifted.saved());
}

void across_sites() {
    heading("Across Texas, Germany and Japan: 10 MW of such work at each; MUSD a year");
    print_head();
    std::vector<site const*> all;
    money_per_power_time<> mean{};
    for (auto const& s : sites()) all.push_back(&s), mean += s.capital / static_cast<double>(sites().size());
    for (double const x : spares) print(x, ask({.at = all, .spare = x}), mean);
    say("Most of the saving is not the sun's: work leaves the dear grid for the cheap one and stays. Then nothing needs to follow anything: the same "
        "accelerators all built in Texas save {:.1f} MUSD a year with none to spare.",
        musd((sites()[1].mean_price + sites()[2].mean_price - 2.0 * sites()[0].mean_price) * mean_load * (1.0 * year)));
}

void for_carbon() {
    heading("For carbon alone: across the three sites");
    fmt::print("{:<22}{:>9}{:>10}{:>10}{:>14}{:>14}{:>16}\n", "spare accelerators", "moved", "ktCO2e", "making", "power, MUSD", "idle, MUSD", "USD per tCO2e");
    std::vector<site const*> all;
    for (auto const& s : sites()) all.push_back(&s);
    for (double const x : spares) {
        if (x == 0.0) continue;
        auto const a = ask({.at = all, .spare = x, .carbon = 100.0 * USD / tCO2e, .price_counts = false});
        fmt::print("{:<22}{:>7.0f} %{:>10.2f}{:>+10.2f}{:>14.2f}{:>14.2f}{:>16.0f}\n", fmt::format("{:.0f} %", 100.0 * x), 100.0 * a.moved(),
                   -a.carbon_saved.in(1e3 * tCO2e), a.made.in(1e3 * tCO2e), musd(a.shifted.saved()), musd(-a.idle), (-a.net / (a.carbon_saved - a.made)).in(USD / tCO2e));
    }
    say("By each hour's average intensity, less what making the spare servers emits over their life. A ton avoided by spare H100s costs far more than "
        "one avoided by a contract for clean power (green_mandate).");
}

void by_window() {
    heading("A longer window: Germany, half as many spare accelerators as working ones");
    fmt::print("{:<22}{:>9}{:>14}{:>12}\n", "work may wait for", "moved", "power saved", "ktCO2e");
    for (std::size_t const w : {std::size_t{6}, std::size_t{12}, std::size_t{24}, std::size_t{72}, std::size_t{168}}) {
        auto const a = ask({.at = {&sites()[1]}, .spare = 0.5, .window = w});
        fmt::print("{:<22}{:>7.0f} %{:>14.2f}{:>12.2f}\n", fmt::format("{} h", w), 100.0 * a.moved(), musd(a.shifted.saved()), -a.carbon_saved.in(1e3 * tCO2e));
    }
}

/// Interactive traffic leaves room at night that is paid for anyway.
void free_room() {
    heading("Room that is there anyway: batch work under an interactive day, Germany");
    site const& s = sites()[1];
    series traffic(hours_a_year);
    fill_load(fraction{0.6}, fraction{0.0}, traffic); // peak 1, least before dawn
    power<> const peak = mean_load;
    fmt::print("{:<34}{:>12}{:>14}{:>14}\n", "batch work over the mean room", "moved", "power saved", "net, MUSD");
    for (double const share : {0.25, 0.5, 0.75, 0.95}) {
        std::vector<power<>> load(hours_a_year), room(hours_a_year), out(hours_a_year);
        power<> all{};
        for (std::size_t t = 0; t < hours_a_year; ++t) room[t] = peak * (1.0 - traffic[local_hour(t, s.where.hours_from_utc)]), all += room[t];
        for (auto& l : load) l = all / static_cast<double>(hours_a_year) * share;
        for (std::size_t t = 0; t < hours_a_year; ++t) load[t] = math::min(load[t], room[t]); // runs through the day as it fits
        for (std::size_t t = 0; t < hours_a_year; ++t) load[t] = (1.0 - s.rest) * load[t], room[t] = (1.0 - s.rest) * room[t];
        auto const r = shift(s.price, load, room, 24, out);
        fmt::print("{:<34}{:>10.0f} %{:>14.3f}{:>14.3f}\n", fmt::format("{:.0f} %", 100.0 * share), 100.0 * (r.moved / r.work), musd(r.saved()), musd(net_of_idle_capital(r, 0.0 * watt, s.capital, 1.0 * year, 0.0 * USD)));
    }
    say("Nothing is bought for it, so all of it is gain, and it is small: traffic leaves room at night, when the sun does not shine.");
}

void by_age() {
    heading("How cheap a spare accelerator has to be: Germany");
    site const& s = sites()[1];
    fmt::print("{:<46}{:>12.0f} USD/kW-yr\n", "H100, hall and upkeep, new", per_kw_year(s.capital));
    fmt::print("{:<46}{:>12.0f} USD/kW-yr\n", "the hall alone", per_kw_year(s.hall));
    for (double const x : {0.25, 0.5, 1.0})
        fmt::print("{:<46}{:>12.0f} USD/kW-yr\n", fmt::format("{:.0f} % spare pays below", 100.0 * x), per_kw_year(ask({.at = {&s}, .spare = x}).break_even));
    say("Where the hall alone costs more than that, spare accelerators do not pay at any age: following the sun is for work that may wait anyway, on "
        "machines that rest anyway.");
}

} // namespace

int main() {
    fmt::print("Following the sun: moving work to cheap and clean hours, net of idle capital\n");
    print_sites();
    within_a_day();
    by_window();
    across_sites();
    for_carbon();
    free_room();
    by_age();
}

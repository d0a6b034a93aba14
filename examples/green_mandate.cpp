// What green rules do to a token: a PUE limit of 1.25, 80 % clean power and a price on carbon, by region, in USD and gCO2e per
// million tokens; and a tier of service with a binding promise of grams per million tokens: the cheapest mix of cooling and
// clean supply that keeps it, by the year's account and hour by hour.

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/sources.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/energy/matching.hpp>
#include <tallywatt/energy/profile.hpp>
#include <tallywatt/tco.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "page.hpp"

using namespace tallywatt;
using page::heading;
using page::say;

namespace {

/// China's special action plan for data centres (National Development and Reform Commission, 2024-07): PUE of new large ones at
/// most 1.25, four fifths green power in new ones of the computing hubs. Here the rule is put on every region.
constexpr double pue_limit = 1.25, clean_mandate = 0.8;
constexpr money_per_co2e<> carbon_price = 100.0 * USD / tCO2e;
/// Of contracted energy: settlement, shape and credit (assumed, as the catalog's contract in Iowa).
constexpr money_per_energy<> settlement = 8.0 * USD / megawatt_hour;
/// What a plant's hours sell at over the market's mean (assumed, as the catalog's contracts).
constexpr ratio capture{0.82};
/// Plates, hoses and manifolds inside servers and racks: 49,860 USD for a GB300 NVL72 of 132 kW (Morgan Stanley, 2025-08).
constexpr money_per_power<> plates_in_servers = 0.38 * USD / watt;
constexpr discount_rate real_rate{0.07};

// -- what can be chosen ------------------------------------------------------------------------------------------------------

struct technology {
    std::string name;
    cooling of{};
    deployment_plan plan{};
};

struct region {
    std::string name;
    climate weather{};
    grid power{};
    double wholesale = 0.0; ///< USD/MWh: the market's mean, without networks and taxes (of 2024, recalled)
    /// Synthetic weather of clean plants: latitude, share of the clear sky's light, wind at the hub (assumed).
    double latitude = 0.0, clearness = 0.0, wind_speed = 0.0;
};

std::vector<region> const& regions() {
    static std::vector<region> const all = {
        {"Virginia", catalog::ashburn, catalog::pjm_virginia, 38.0, 39.0, 0.66, 6.8},
        {"Texas", catalog::dallas, catalog::ercot_texas, 30.0, 32.8, 0.75, 8.2},
        {"Iowa", catalog::council_bluffs, catalog::miso_iowa, 31.0, 41.3, 0.68, 8.4},
        {"Ireland", catalog::dublin, catalog::ireland, 115.0, 53.4, 0.45, 8.6},
        {"Germany", catalog::frankfurt, catalog::germany, 86.0, 50.0, 0.50, 6.8},
        {"Sweden", catalog::lulea, catalog::sweden, 27.0, 65.5, 0.52, 7.8},
        {"Japan", catalog::tokyo, catalog::japan, 80.0, 35.7, 0.58, 6.5},
        {"Singapore", catalog::singapore, catalog::singapore_grid, 110.0, 1.3, 0.50, 4.5},
        {"Mumbai", catalog::mumbai, catalog::india_maharashtra, 54.0, 19.1, 0.68, 6.4},
        {"Zhangbei", catalog::zhangbei, catalog::china_zhangbei, 36.0, 41.2, 0.74, 8.0},
        {"Inner Mongolia", catalog::ulanqab, catalog::china_inner_mongolia, 38.0, 41.0, 0.76, 8.2},
        {"Ningxia", catalog::zhongwei, catalog::china_ningxia, 36.0, 37.5, 0.76, 7.0},
        {"Guizhou", catalog::guian, catalog::china_guizhou, 47.0, 26.4, 0.42, 6.2}};
    return all;
}

/// The same service everywhere: one that a hall of 20 MW gives on servers which air and liquid can both cool.
deployment base_case(cooling const& c) {
    return {.service = {.model = catalog::llama_3_1_70b,
                        .weights = precision::fp8,
                        .cache = precision::fp8,
                        .traffic = {.input = 1500.0 * token, .output = 500.0 * token, .cached = fraction{0.2}},
                        .stack = catalog::trtllm_2025},
            .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
            .site = {.cooling = c, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{20.0 * megawatt}},
            .supply = catalog::pjm_virginia};
}

std::vector<technology> make_technologies() {
    std::vector<technology> all = {
        {"open room", catalog::air_room, {}},
        {"contained", catalog::air_contained, {}},
        {"air, towers", catalog::air_contained_tower, {}},
        {"outdoor air", catalog::air_outdoor, {}},
        {"rear doors", catalog::rear_door, {}},
        {"plates, dry", catalog::direct_to_chip, {}},
        {"plates, wetted", catalog::direct_to_chip_adiabatic, {}},
        {"plates, towers", catalog::direct_to_chip_tower, {}}}; // baths would take servers whose price is not public
    for (auto& t : all) {
        std::visit(
            [](auto& c) {
                auto const liquid = c.profile().liquid_captured.value;
                if (liquid > 0.0 && liquid < 1.0) c.capital = c.capital + plates_in_servers;
            },
            t.of
        );
        t.plan = plan_deployment(prepare(base_case(t.of))); // weather and supply change no plan
    }
    return all;
}
std::vector<technology> const& technologies() {
    static std::vector<technology> const all = make_technologies();
    return all;
}

// -- a hall and its supply ---------------------------------------------------------------------------------------------------

/// Per million tokens computed, prompts and outputs alike; carbon by its parts.
struct footprint {
    std::string cooling;
    double pue = 0.0;
    double usd = 0.0;                    ///< with the carbon's price, where there is one
    double embodied = 0.0, power = 0.0;  ///< grams: made with the servers; of electricity by contract, upstream included
    double clean = 0.0;                  ///< share of the year's energy by contract
    double multiple = 0.0;               ///< clean energy bought over energy used
    [[nodiscard]] double grams() const { return embodied + power; }
};

/// One hall: energy and all cost but the energy's, per million tokens.
struct hall {
    std::string cooling;
    double pue = 0.0, other = 0.0, embodied = 0.0, megawatt_hours = 0.0, litres = 0.0; ///< litres of site water per kWh of IT
};

constexpr token_count<> million = 1.0 * megatoken;

hall hall_of(technology const& t, region const& where) {
    deployment d = base_case(t.of);
    d.site.climate = where.weather;
    d.supply = where.power;
    auto const p = prepare(d);
    report const r = evaluate(p, t.plan);
    auto const& s = p.supply;
    auto const used = r.unit.energy * million;
    return {
        .cooling = t.name,
        .pue = r.power.pue.value,
        .other = (r.unit.blended * million - used * s.energy).in(USD),
        .embodied = (r.unit.carbon * million - used * (s.location_based + s.upstream)).in(gCO2e),
        .megawatt_hours = used.in(megawatt_hour),
        .litres = r.power.wue.value.in(litre / kilowatt_hour)};
}

/// What a region's energy costs and emits: its grid, and contracts for differences with plants of the region's sun and wind. The
/// hall stays on its tariff, networks and taxes included; the contract pays the plant its cost and keeps what the market pays.
/// Plants have the catalog's capital everywhere: dear for China and India, where they cost about half.
struct market {
    prepared_supply grid{};
    struct offer {
        char const* name = "";
        double strike = 0.0;         ///< USD/MWh
        prepared_supply all{};       ///< every unit of energy contracted
        std::vector<double> profile; ///< mean 1
    };
    std::vector<offer> offers;       ///< sun, wind, half of each

    [[nodiscard]] offer const& cheapest() const {
        return *std::min_element(offers.begin(), offers.end(), [](offer const& a, offer const& b) { return a.all.energy < b.all.energy; });
    }
};

double price_of(prepared_supply const& s) { return s.energy.in(USD / megawatt_hour); }
double grams_of(prepared_supply const& s) { return (s.market_based + s.upstream).in(gCO2e / megawatt_hour); }

market market_of(region const& where) {
    market m{.grid = prepare(where.power, real_rate), .offers = {}};
    std::vector<double> sun(hours_a_year), wind(hours_a_year), both(hours_a_year);
    fill_solar({.latitude_degrees = where.latitude, .clearness = fraction{where.clearness}}, 5, sun);
    fill_wind({.mean_speed = where.wind_speed}, 6, wind);
    auto const add = [&](char const* name, money_per_energy<> const& strike, co2e_per_energy<> const& building, std::vector<double> profile) {
        contract const all{
            .grid = where.power,
            .share = fraction{1.0},
            .strike = math::max(strike, capture.value * where.wholesale * (USD / megawatt_hour)), // or the plant sells to the market
            .carriage = settlement,
            .is_virtual = true,
            .capture = ratio{capture.value * where.wholesale / where.power.energy_price.in(USD / megawatt_hour)},
            .plant_upstream = building};
        m.offers.push_back({name, strike.in(USD / megawatt_hour), prepare(all, real_rate), std::move(profile)});
    };
    auto const cost_in = [&](variable_generation plant, std::vector<double>& profile) {
        plant.capacity_factor = fraction{mean_of(profile)};
        for (auto& x : profile) x /= plant.capacity_factor.value;
        return levelised_cost(plant, real_rate);
    };
    variable_generation const park = catalog::solar, farm = catalog::onshore_wind;
    auto const of_sun = cost_in(park, sun), of_wind = cost_in(farm, wind);
    for (std::size_t t = 0; t < hours_a_year; ++t) both[t] = 0.5 * (sun[t] + wind[t]);
    add("sun", of_sun, park.building, sun);
    add("wind", of_wind, farm.building, wind);
    add("both", 0.5 * (of_sun + of_wind), 0.5 * (park.building + farm.building), both);
    return m;
}

/// A hall with contracts for this multiple of its year's energy, of which a share counts as clean; the rest is sold.
footprint with_contract(hall const& h, market const& m, market::offer const& o, double share, double multiple, double usd_per_gram) {
    double const price = price_of(m.grid) + multiple * (price_of(o.all) - price_of(m.grid));
    double const grams = h.megawatt_hours * ((1.0 - share) * grams_of(m.grid) + share * grams_of(o.all));
    return {.cooling = h.cooling, .pue = h.pue, .usd = h.other + h.megawatt_hours * price + usd_per_gram * grams, .embodied = h.embodied, .power = grams, .clean = share, .multiple = multiple};
}

/// The cheapest of halls under these rules; without a price on carbon nobody buys more clean power than is asked for.
struct rules {
    double most_pue = 1e9, least_clean = 0.0, usd_per_gram = 0.0;
};
std::optional<footprint> cheapest(std::vector<hall> const& halls, market const& m, rules const& r) {
    std::optional<footprint> best;
    for (auto const& h : halls)
        for (double const share : {r.least_clean, r.usd_per_gram > 0.0 ? 1.0 : r.least_clean}) { // cost is linear in the share
            auto const f = with_contract(h, m, m.cheapest(), share, share, r.usd_per_gram);
            if (h.pue <= r.most_pue && (!best || f.usd < best->usd)) best = f;
        }
    return best;
}

// -- a tier with a promise ---------------------------------------------------------------------------------------------------

/// The cheapest way to stay at or below `most` grams per million tokens. By the hour only clean energy of the hour of use counts.
std::optional<footprint> promised(std::vector<hall> const& halls, market const& m, double most, bool by_the_hour) {
    static std::vector<double> const flat(hours_a_year, 1.0);
    std::optional<footprint> best;
    for (auto const& o : m.offers)
        for (auto const& h : halls) {
            double const none = with_contract(h, m, o, 0.0, 0.0, 0.0).grams(), all = with_contract(h, m, o, 1.0, 1.0, 0.0).grams();
            double const share = none <= most ? 0.0 : (none - most) / (none - all);
            if (!(share >= 0.0 && share <= 1.0)) continue;
            double const multiple = by_the_hour && share > 0.0 ? multiple_for(flat, o.profile, fraction{share}, 20.0) : share;
            if (multiple < 0.0) continue;
            auto const f = with_contract(h, m, o, share, multiple, 0.0);
            if (!best || f.usd < best->usd) best = f;
        }
    return best;
}

// -- pages -------------------------------------------------------------------------------------------------------------------

struct studied {
    region where;
    market prices;
    std::vector<hall> halls;
    footprint base;
};

std::vector<studied> study() {
    std::vector<studied> all;
    for (auto const& r : regions()) {
        studied s{r, market_of(r), {}, {}};
        for (auto const& t : technologies()) s.halls.push_back(hall_of(t, r));
        s.base = *cheapest(s.halls, s.prices, {});
        all.push_back(std::move(s));
    }
    return all;
}

void print_base(std::vector<studied> const& all) {
    heading("Without rules: the cheapest hall on the region's grid");
    fmt::print("{:<15}{:<16}{:>5}{:>9}{:>8}{:>10}{:>11}{:>8}{:>12}{:>10}\n", "", "cooling", "PUE", "USD/M", "g/M", "embodied", "grid $/MWh", "g/kWh", "plant $/MWh", "contract");
    for (auto const& s : all) {
        auto const& o = s.prices.cheapest();
        fmt::print(
            "{:<15}{:<16}{:>5.2f}{:>9.4f}{:>8.1f}{:>10.1f}{:>11.1f}{:>8.0f}{:>7.0f} {:<4}{:>+10.1f}\n", s.where.name, s.base.cooling, s.base.pue, s.base.usd, s.base.grams(),
            s.base.embodied, price_of(s.prices.grid), 1e-3 * grams_of(s.prices.grid), o.strike, o.name, price_of(o.all) - price_of(s.prices.grid)
        );
    }
    say("Per million tokens computed, prompts and outputs alike. Grams count electricity by contract with its supply chain, and the servers' making "
        "over their life. Plant: the cheaper of the region's own sun and wind, catalog plants in synthetic weather; contract: what a MWh of it adds "
        "to the bill after the market has paid for its output (settlement at least).");
}

void print_rules(std::vector<studied> const& all) {
    heading("Three rules, alone and together: change of USD and of grams per million tokens");
    fmt::print("{:<15}{:^20}{:^31}{:^21}{:^20}\n", "", "PUE at most 1.25", "80 % clean", "100 USD/t", "all three");
    double const per_gram = carbon_price.in(USD / gCO2e);
    for (auto const& s : all) {
        auto const change = [&](rules const& r) {
            auto const f = cheapest(s.halls, s.prices, r);
            if (f)
                fmt::print("{:>+9.2f} %{:>+6.0f} % ", 100.0 * (f->usd / s.base.usd - 1.0), 100.0 * (f->grams() / s.base.grams() - 1.0));
            else
                fmt::print("{:^20}", "none");
            return f.value_or(s.base);
        };
        fmt::print("{:<15}", s.where.name);
        change({.most_pue = pue_limit});
        auto const clean = change({.least_clean = clean_mandate});
        fmt::print("{:>+6.0f} $/t ", 1e6 * (clean.usd - s.base.usd) / (s.base.grams() - clean.grams()));
        change({.usd_per_gram = per_gram});
        change({.most_pue = pue_limit, .least_clean = clean_mandate, .usd_per_gram = per_gram});
        fmt::print("\n");
    }
    say("A buyer who pays for carbon takes all clean power where that is cheaper. $/t: what clean power costs per ton avoided. Energy is a small "
        "part of a token's cost, so rules that multiply its price move the token by little; what they move is the carbon. The limit on PUE moves "
        "nothing where plates and warm water are the cheapest hall anyway: it binds where servers are cooled by air.");

    heading("What the limit on PUE forbids, and what it costs halls of air-cooled servers");
    fmt::print("{:<15}", "");
    for (char const* n : {"open room", "contained", "air towers", "outdoor air", "rear doors", "plates dry", "wetted", "towers"}) fmt::print("{:>11} ", n);
    fmt::print("{:>14}\n", "air halls");
    for (auto const& s : all) {
        std::vector<hall> const air(s.halls.begin(), s.halls.begin() + 4);
        auto const free = cheapest(air, s.prices, {}), bound = cheapest(air, s.prices, {.most_pue = pue_limit});
        fmt::print("{:<15}", s.where.name);
        for (auto const& h : s.halls) fmt::print("{:>11.2f}{}", h.pue, h.pue > pue_limit ? '*' : ' ');
        fmt::print("{:>+10.2f} %\n", 100.0 * (bound->usd / free->usd - 1.0));
    }
    auto const& singapore = *std::find_if(all.begin(), all.end(), [](studied const& s) { return s.where.name == "Singapore"; });
    say("PUE; * above the limit. Last: what the cheapest token of the first four costs more under the limit. The towers that meet it in Singapore drink "
        "{:.1f} litres per kWh of IT: the limit trades power for water.",
        singapore.halls[2].litres);
}

void print_tiers(std::vector<studied> const& all) {
    constexpr double promises[] = {40.0, 20.0, 10.0, 5.0};
    for (bool const by_the_hour : {false, true}) {
        heading(by_the_hour ? "The same promise, kept hour by hour" : "A tier with a binding promise of grams per million tokens: premium, clean share, cooling");
        fmt::print("{:<15}", "at most");
        for (double const p : promises) fmt::print("{:>15.0f} g{:15}", p, "");
        fmt::print("\n");
        for (auto const& s : all) {
            fmt::print("{:<15}", s.where.name);
            for (double const p : promises) {
                auto const f = promised(s.halls, s.prices, p, by_the_hour);
                if (!f)
                    fmt::print("{:>18}{:14}", "cannot be kept", "");
                else if (by_the_hour)
                    fmt::print("{:>+8.2f} %{:>5.0f} % {:>4.1f}x          ", 100.0 * (f->usd / s.base.usd - 1.0), 100.0 * f->clean, f->multiple);
                else
                    fmt::print("{:>+8.2f} %{:>5.0f} % {:<14} ", 100.0 * (f->usd / s.base.usd - 1.0), 100.0 * f->clean, f->cooling);
            }
            fmt::print("\n");
        }
        if (by_the_hour)
            say("Only clean energy of the hour of use counts; x: clean energy bought over energy used, the surplus sold to the market. Sun, wind or both in "
                "equal parts, at most twenty times the load, no storage: the last grams take firm clean power or a store.");
        else
            say("Over the region's cheapest token, clean power counted by the year. No supply goes below what the servers' making and the clean plants' own "
                "emit.");
    }
}

} // namespace

int main() {
    fmt::print("Green rules on a token: Llama 3.1 70B in FP8 on H200, a hall of 20 MW at 65 % load\n");
    auto const all = study();
    print_base(all);
    print_rules(all);
    print_tiers(all);
}

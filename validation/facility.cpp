// Facilities: PUE and water by region, racks, campuses.

#include "catalog_names.hpp"
#include "context.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/electrical.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/sites.hpp>
#include <tallywatt/number/availability.hpp>
#include <tallywatt/facility/heat_reuse.hpp>
#include <tallywatt/facility/performance.hpp>
#include <tallywatt/facility/power_path.hpp>
#include <tallywatt/facility/power_provisioning.hpp>
#include <tallywatt/facility/psychrometrics.hpp>
#include <tallywatt/facility/server_heat.hpp>
#include <tallywatt/tco/evaluate.hpp>

#include <cmath>

namespace validation {

using namespace tallywatt;

namespace {

constexpr double litres_per_gallon = 3.785411784;

// A climate moved to a mean: dry and wet bulbs alike.
climate moved(climate c, double mean_celsius) {
    temperature_difference<> const by = celsius(mean_celsius) - mean_dry_bulb(c);
    for (int i = 0; i < c.bins.count; ++i) {
        auto& b = c.bins.bin[static_cast<std::size_t>(i)];
        b.dry_bulb = b.dry_bulb + by;
        b.wet_bulb = b.wet_bulb + by;
    }
    return c;
}

// The region's own climate, or one of its kind moved to the region's mean.
climate climate_of(std::string const& region, double mean_celsius) {
    struct entry {
        char const* region;
        climate near;
        bool own;
    };
    static entry const known[] = {
        {"Taiwan", catalog::changhua, true},         {"Singapore", catalog::singapore, true},    {"Finland", catalog::hamina, true},
        {"Belgium", catalog::saint_ghislain, true},  {"Eemshaven", catalog::eemshaven, true},    {"Santiago", catalog::quilicura, true},
        {"Iowa", catalog::council_bluffs, true},     {"South Carolina", catalog::charleston, true}, {"N. Virginia", catalog::ashburn, true},
        {"Dallas", catalog::dallas, true},           {"Oregon", catalog::the_dalles, true},      {"Las Vegas", catalog::las_vegas, true},
        {"Tokyo", catalog::tokyo, true},             {"Mumbai", catalog::mumbai, true},          {"Sydney", catalog::sydney, true},
        {"Melbourne", catalog::melbourne, true},     {"Frankfurt", catalog::frankfurt, true},    {"Stockholm", catalog::stockholm, true},
        {"Ireland", catalog::dublin, true},          {"UAE", catalog::dubai, true},              {"Sao Paulo", catalog::sao_paulo, true},
        {"Ningxia", catalog::zhongwei, true},        {"Cape Town", catalog::sydney, false},      {"Hyderabad", catalog::chennai, false},
        {"Jakarta", catalog::singapore, false},      {"Montreal", catalog::council_bluffs, false}, {"Calgary", catalog::golden, false},
        {"Spain (Aragon)", catalog::quilicura, false}, {"Bahrain", catalog::dubai, false},       {"Ohio", catalog::ashburn, false},
        {"N. California", catalog::quilicura, false}};
    for (auto const& k : known)
        if (region == k.region) return k.own ? k.near : moved(k.near, mean_celsius);
    return moved(catalog::ashburn, mean_celsius);
}

facility_performance at_load(facility const& site, char const* of) { return perform(prepare(site), site.it_capacity * fraction{assumed(of, "load")}); }

void regions(context const& with, rows& r) {
    auto const& c = with.cases.at("F-PUE-AWS-GOOGLE");
    if (!with.wants(c)) return;
    for (int i = 0; i < c.rows(); ++i) {
        std::string const provider = c.text(i, "provider");
        bool const google = provider == "Google";
        facility site{.climate = climate_of(c.text(i, "region"), c.number(i, "approx_mean_dry_bulb_c")), .it_capacity = at_it<power<>>{50.0 * megawatt}};
        if (google) {
            air_cooling a = catalog::air_contained_tower;
            a.supply_air = celsius(assumed(c.id, "aisle.Google"));
            site.cooling = a;
        } else
            site.cooling = outdoor_air(catalog::air_outdoor);
        auto const p = at_load(site, c.id.c_str());
        std::vector<std::string> notes{assume(c.id, "cooling." + provider), assume(c.id, "climate"), assume(c.id, "load")};
        if (google)
            notes.push_back(assume(c.id, "aisle.Google"));
        else
            notes.insert(notes.begin(), "other method: a region is many buildings of several generations; cooling, redundancy and load are not disclosed");
        r.predict(c.id, i, "pue", p.pue.value, notes, at_least(1.0));
        if (r.has(c.id, i, "wue_l_per_kwh")) r.predict(c.id, i, "wue_l_per_kwh", p.wue.value.in(litre / kilowatt_hour), notes);
    }
}

// The laboratory meters lights and plugs, outdoor fans, pumps, air handling and IT: transformer and UPS stand ahead of its meters.
void esif(context const& with, rows& r) {
    auto const& c = with.cases.at("F-NREL-ESIF");
    if (!with.wants(c)) return;
    direct_to_chip plates = catalog::direct_to_chip_tower;
    plates.coolant_supply = celsius(assumed(c.id, "supply"));
    plates.rejection.cycles_of_concentration = ratio{assumed(c.id, "cycles")};
    plates.residual.rejection = plates.rejection;
    at_it<power<>> const load{assumed(c.id, "it_load") * megawatt};
    // a constant share is reused: the balance point lies above all weather
    basic_facility<heat_reuse<direct_to_chip>> const site{
        .cooling = {.from = plates, .available = fraction{assumed(c.id, "reused")}, .demand = 1.0 / kelvin, .balance = celsius(assumed(c.id, "balance"))},
        .climate = catalog::golden,
        .it_capacity = load / fraction{assumed(c.id, "load")}};
    auto const p = perform(prepare(site), load);
    auto const& o = p.overhead;
    double const filter = c.number("inputs.tower_filter_pump_kw") * (kilowatt / load.value);
    double const metered = (o.chiller + o.fans + o.pumps + o.auxiliary).value / load.value + filter;
    std::vector<std::string> const notes{assume(c.id, "cooling"), assume(c.id, "supply"), assume(c.id, "it_load"), assume(c.id, "load"), assume(c.id, "meters")};
    r.predict(c.id, "outputs.pue", 1.0 + metered, notes, at_least(1.0));
    r.predict(c.id, "outputs.water_before_gal_per_year", (p.site_water * year).in(litre) / litres_per_gallon,
              {assume(c.id, "cooling"), assume(c.id, "supply"), assume(c.id, "it_load"), assume(c.id, "cycles"), assume(c.id, "reused")});
}

void racks(context const& with, rows& r) {
    plate_coverage const plates = catalog::rack_scale_plates;
    auto const all = [&](char const* id, char const* chip, std::vector<std::string> const& notes) {
        auto const& c = with.cases.at(id);
        if (!with.wants(c)) return;
        auto const on = find_cluster(chip);
        if (!on) {
            r.omit_rest(id, "", std::string("no accelerator ") + chip + " in the catalog");
            return;
        }
        // what the plates do not take keeps the fans busy, whose heat is in what they do not take
        double liquid = 0.8;
        auto const lines_at = [&] { return server_power(on->server, per_accelerator<power<>>{on->server.accelerator.tdp}, fraction{liquid}); };
        for (int i = 0; i < 8; ++i) liquid = liquid_share(plates, lines_at()).value;
        auto const lines = lines_at();
        double const full = lines.total().value.value.in(kilowatt);
        auto const predict = [&](char const* path, double kw) {
            if (c.fact(path).is_number()) r.predict(id, path, kw, notes);
        };
        predict("outputs.nominal_kw", full);
        predict("outputs.tdp_kw", full);
        predict("outputs.deployed_full_load_kw", full);
        predict("outputs.reference_max_kw", full);
        predict("outputs.liquid_kw", full * liquid);
        predict("outputs.air_kw", full * (1.0 - liquid));
        if (c.fact("outputs.liquid_kw").is_number()) r.predict(id, "outputs.liquid_share", liquid, notes);
        double const ratio_of_peaks = power_policy{}.design_peak.value;
        if (c.fact("outputs.edpp_kw").is_number())
            r.predict(id, "outputs.edpp_kw", full * ratio_of_peaks, {"bookkeeping: power_policy's ratio is this rack's", assume("racks", "rating")});
        if (c.fact("outputs.peak_kw").is_number())
            r.predict(id, "outputs.peak_kw", full * ratio_of_peaks * assumed("racks", "smoothed"), {assume("racks", "smoothed"), assume("racks", "power")});
    };
    std::vector<std::string> notes{assume("racks", "liquid"), assume("racks", "power")};
    all("F-GB300-RACK", "GB300", notes);
    notes.push_back(assume("racks", "rating"));
    all("F-GB200-RACK", "GB200", notes);
}

// The machine's highest run of dense linear algebra.
void frontier(context const& with, rows& r) {
    auto const& c = with.cases.at("F-FRONTIER");
    if (!with.wants(c)) return;
    auto const on = find_cluster("MI250X");
    if (!on) {
        r.omit_rest(c.id, "", "MI250X and its node are not in the catalog");
        return;
    }
    cluster_plan const plan = plan_cluster(*on, static_cast<int>(c.number("inputs.nodes")));
    auto const node = server_power(on->server, per_accelerator<power<>>{on->server.accelerator.tdp}, fraction{1.0});
    r.predict(c.id, "outputs.power_mw", cluster_power(*on, plan, node).total().value.in(megawatt), {assume("racks", "power"), assume(c.id, "liquid")});
}

void campus(context const& with, rows& r) {
    auto const& c = with.cases.at("F-CAMPUS-A");
    if (!with.wants(c)) return;
    facility const site{.cooling = catalog::air_contained_tower, .climate = moved(catalog::council_bluffs, assumed(c.id, "mean_dry_bulb")), .it_capacity = at_it<power<>>{c.number(1, "it_mw") * megawatt}};
    auto const p = perform(prepare(site), site.it_capacity);
    r.predict(c.id, 1, "facility_mw", p.peak_power.value.in(megawatt), {assume(c.id, "cooling"), assume(c.id, "mean_dry_bulb")});
    r.omit(c.id, 0, "it_mw", "the mix of H100, H200 and GB200 is not published");
    r.omit(c.id, 1, "it_mw", "H100-equivalents are by operations, of Trainium 2, of whose servers no power is published");
    r.omit(c.id, 1, "capex_usd_b", "no price of a server of Trainium 2 is published");

    deployment d{.cluster = *find_cluster("GB200"),
                 .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{assumed(c.id, "site") * megawatt}},
                 .supply = catalog::pjm_virginia};
    d.service.model = find_model(with.cases, "Llama-3.1-70B")->shape;
    d.service.weights = precision::fp8;
    d.service.traffic = {.input = 1000.0 * token, .output = 1000.0 * token};
    d.service.stack = find_stack("trtllm_2025");
    d.service.largest_instance = 8;
    report const x = evaluate(d);
    auto const provisioned = design_day_power(prepare(d.site), x.power.provisioned).value.in(gigawatt);
    std::vector<std::string> const notes{assume(c.id, "system"), assume(c.id, "site")};
    r.predict(c.id, "outputs.typical_capex_usd_b_per_gw_facility", x.capital.total().in(1e9 * USD) / provisioned, notes);
    r.predict(c.id, "outputs.rule_of_thumb_gpus_per_gw", x.delivery.accelerators.in(accelerator_unit) / provisioned, notes);
}

void closed_forms(context const& with, rows& r) {
    if (auto const& c = with.cases.at("V16"); with.wants(c)) {
        int const need = static_cast<int>(c.number("inputs.need"));
        availability const unit{c.number("inputs.unit_availability")};
        for (int i = 0; i < 4; ++i) {
            std::string const n = std::to_string(i);
            r.predict(c.id, "outputs.availability." + n, k_of_n(need, need + static_cast<int>(c.number("inputs.spares." + n)), unit).value);
        }
        // two paths, each with all its ten units
        r.predict(c.id, "outputs.two_n", k_of_n(1, 2, k_of_n(need, need, unit)).value);
    }
    if (auto const& c = with.cases.at("V18"); with.wants(c)) {
        // a fixed efficiency is a stage that loses in proportion to what it passes on
        auto const stage = [&](int i) { return power_stage{.proportional = ratio{1.0 / c.number("inputs.chain." + std::to_string(i)) - 1.0}}; };
        power_path const chain{.chain = {.transformer = stage(0), .ups = stage(1), .distribution = stage(2)}, .bus_loss = ratio{0.0}};
        auto const l = losses_of(chain, ratio{1.0}, 1.0 * kilowatt);
        r.predict(c.id, "outputs.efficiency", l.efficiency().value);
        r.predict(c.id, "outputs.partial_pue", l.partial_pue().value);
    }
    if (auto const& c = with.cases.at("V21"); with.wants(c))
        for (int i = 0; i < 4; ++i) {
            std::string const n = std::to_string(i);
            auto const t = celsius(c.number("inputs.T_C." + n));
            r.predict(c.id, "outputs.Twb_C." + n, wet_bulb_by_stull(t, fraction{0.01 * c.number("inputs.RH_pct." + n)}).in_celsius());
        }
}

}  // namespace

void run_facility(context const& with, rows& r) {
    regions(with, r);
    esif(with, r);
    racks(with, r);
    campus(with, r);
    frontier(with, r);
    closed_forms(with, r);
}

}  // namespace validation

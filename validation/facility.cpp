// Facilities: PUE and water by region, racks, campuses.

#include "catalog_names.hpp"
#include "context.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/energy/availability.hpp>
#include <tallywatt/facility/performance.hpp>
#include <tallywatt/tco/evaluate.hpp>

#include <cmath>

namespace validation {

using namespace tallywatt;

namespace {

constexpr double litres_per_gallon = 3.785411784;

// The climate of the catalog whose mean dry bulb is nearest, moved to a mean: dry and wet bulbs alike.
climate moved_to(double mean_celsius) {
    climate const known[] = {catalog::ashburn, catalog::dublin, catalog::lulea};
    auto const mean = [](climate const& c) { return mean_dry_bulb(c).in_kelvin() - 273.15; };
    climate best = known[0];
    for (auto const& c : known)
        if (std::abs(mean(c) - mean_celsius) < std::abs(mean(best) - mean_celsius)) best = c;
    temperature_difference<> const by = (mean_celsius - mean(best)) * kelvin;
    for (int i = 0; i < best.bins.count; ++i) {
        auto& b = best.bins.bin[static_cast<std::size_t>(i)];
        b.dry_bulb = b.dry_bulb + by;
        b.wet_bulb = b.wet_bulb + by;
    }
    return best;
}

air_cooling on_towers() {
    air_cooling a = catalog::air_contained;
    a.rejection = catalog::cooling_tower;
    a.chiller = catalog::water_cooled_chiller;
    return a;
}

facility_performance at_load(facility const& site, char const* of) { return perform(prepare(site), site.it_capacity * fraction{assumed(of, "load")}); }

void regions(context const& with, rows& r) {
    auto const& c = with.cases.at("F-PUE-AWS-GOOGLE");
    if (!with.wants(c)) return;
    for (int i = 0; i < c.rows(); ++i) {
        std::string const provider = c.text(i, "provider");
        facility site{.climate = moved_to(c.number(i, "approx_mean_dry_bulb_c")), .it_capacity = at_it<power<>>{50.0 * megawatt}};
        if (provider == "Google")
            site.cooling = on_towers();
        else
            site.cooling = air_cooling(catalog::air_contained);
        auto const p = at_load(site, c.id.c_str());
        r.predict(c.id, i, "pue", p.pue.value, {assume(c.id, "cooling." + provider), assume(c.id, "climate"), assume(c.id, "load")}, at_least(1.0));
        if (r.has(c.id, i, "wue_l_per_kwh")) r.omit(c.id, i, "wue_l_per_kwh", "no direct evaporative cooling of the air in the catalog");
    }
}

void esif(context const& with, rows& r) {
    auto const& c = with.cases.at("F-NREL-ESIF");
    if (!with.wants(c)) return;
    facility const site{.cooling = catalog::direct_to_chip_tower,
                        .climate = moved_to(assumed(c.id, "mean_dry_bulb")),
                        .it_capacity = at_it<power<>>{assumed(c.id, "it_load") / assumed(c.id, "load") * megawatt}};
    auto const p = at_load(site, c.id.c_str());
    std::vector<std::string> const notes{assume(c.id, "cooling"), assume(c.id, "mean_dry_bulb"), assume("F-PUE-AWS-GOOGLE", "climate"), assume(c.id, "it_load"), assume(c.id, "load")};
    r.predict(c.id, "outputs.pue", p.pue.value, notes, at_least(1.0));
    r.predict(c.id, "outputs.water_before_gal_per_year", (p.site_water * year).in(litre) / litres_per_gallon, notes);
}

void racks(context const& with, rows& r) {
    auto const all = [&](char const* id, char const* chip, double liquid, std::vector<std::string> const& notes) {
        auto const& c = with.cases.at(id);
        if (!with.wants(c)) return;
        auto const on = find_cluster(chip);
        if (!on) {
            r.omit_rest(id, "", std::string("no accelerator ") + chip + " in the catalog");
            return;
        }
        auto const lines = server_power(on->server, per_accelerator<power<>>{on->server.accelerator.tdp}, fraction{liquid});
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
        char const* const peak = "no model of peaks of electrical design yet";
        if (c.fact("outputs.edpp_kw").is_number()) r.omit(id, "outputs.edpp_kw", peak);
        if (c.fact("outputs.peak_kw").is_number()) r.omit(id, "outputs.peak_kw", peak);
    };
    double const liquid = fraction(direct_to_chip(catalog::direct_to_chip).liquid_captured).value;
    std::vector<std::string> const notes{assume("racks", "liquid"), assume("racks", "power")};
    all("F-GB200-RACK", "GB200", liquid, notes);
    all("F-GB300-RACK", "GB300", liquid, notes);
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
    facility const site{.cooling = on_towers(), .climate = moved_to(assumed(c.id, "mean_dry_bulb")), .it_capacity = at_it<power<>>{c.number(1, "it_mw") * megawatt}};
    auto const p = perform(prepare(site), site.it_capacity);
    r.predict(c.id, 1, "facility_mw", p.peak_power.value.in(megawatt), {assume(c.id, "cooling"), assume(c.id, "mean_dry_bulb"), assume("F-PUE-AWS-GOOGLE", "climate")});
    r.omit(c.id, 0, "it_mw", "the mix of H100, H200 and GB200 is not published");
    r.omit(c.id, 1, "it_mw", "Trainium 2 is not in the catalog; H100-equivalents are by operations");
    r.omit(c.id, 1, "capex_usd_b", "Trainium 2 is not in the catalog");

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
    r.omit_rest("V18", "", "stages have losses by load, not fixed efficiencies");
    r.omit_rest("V21", "", "climates carry coincident wet bulbs; no psychrometric fit is used");
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

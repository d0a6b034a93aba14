// Energy and carbon. Many published figures are hours times an assumed wattage: they check the bookkeeping of boundaries
// (accelerators, IT, facility), not a power model.

#include "catalog_names.hpp"
#include "context.hpp"
#include "serving_point.hpp"

#include <tallywatt/energy/levelised.hpp>
#include <tallywatt/energy/sizing.hpp>
#include <tallywatt/facility/metrics.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/workload/training_run.hpp>

namespace validation {

using namespace tallywatt;

namespace {

char const* const bookkeeping = "bookkeeping: the source's own factors";

void patterson(context const& with, rows& r) {
    auto const& c = with.cases.at("E-PATTERSON-A");
    if (!with.wants(c)) return;
    for (int i = 0; i < c.rows(); ++i) {
        at_it<power<>> const drawn{c.number(i, "chips") * c.number(i, "system_w_per_chip") * watt};
        at_it<energy<>> const used = drawn * (c.number(i, "days") * day);
        at_facility<energy<>> const at_meter = used * pue{c.number(i, "pue")};
        co2e<> const emitted = at_meter * (c.number(i, "grid_kgco2_per_kwh_gross") * kgCO2e / kilowatt_hour);
        r.predict(c.id, i, "energy_mwh", at_meter.value.in(megawatt_hour), {bookkeeping});
        r.predict(c.id, i, "net_tco2e", emitted.in(tCO2e), {bookkeeping});
    }
}

// A query as operations over an achieved rate, at a share of the server's power.
void epoch_query(context const& with, rows& r) {
    auto const& c = with.cases.at("E-EPOCH-GPT4O");
    if (!with.wants(c)) return;
    auto const on = find_cluster(c.text("inputs.accelerator"));
    operation_count<> const work = c.number("inputs.active_params") * c.number("inputs.flop_per_param_token") * c.number("inputs.output_tokens") * FLOP;
    flop_rate<> const achieved = c.number("inputs.utilisation") * on->server.accelerator.bf16.peak.value;
    power<> const drawn = c.number("inputs.power_fraction_of_peak") * assumed(c.id, "server_power") * watt;
    r.predict(c.id, "outputs.wh_per_query", (work / achieved * drawn).in(watt_hour), {assume(c.id, "server_power"), bookkeeping});
    for (char const* q : {"outputs.wh_10k_input", "outputs.wh_100k_input"}) r.omit(c.id, q, "the source's model of long prompts (its attention shape) is not published");
}

void gemini(context const& with, rows& r) {
    auto const& c = with.cases.at("E-GEMINI-PROMPT");
    if (!with.wants(c)) return;
    at_it<energy<>> const used{(c.number("outputs.accelerators") + c.number("outputs.host_cpu_dram") + c.number("outputs.idle")) * watt_hour};
    at_facility<energy<>> const total = used * pue{c.number("inputs.fleet_pue")};
    r.predict(c.id, "outputs.total", total.value.in(watt_hour), {bookkeeping});
    r.predict(c.id, "outputs.overhead", (total.value - used.value).in(watt_hour), {bookkeeping});
    volume<> const water = used * basic_wue<double>{c.number("inputs.wue_l_per_kwh") * litre / kilowatt_hour};
    r.predict(c.id, "outputs.water_ml", 1e3 * water.in(litre), {bookkeeping});
    r.omit(c.id, "outputs.carbon_g", "the market-based carbon of the fleet's electricity is not published");
}

void olmo(context const& with, rows& r) {
    auto const& c = with.cases.at("E-OLMO2-7B");
    if (!with.wants(c)) return;
    at_it<energy<>> const used{c.number("outputs.gpu_energy_mwh") * megawatt_hour};
    for (char const* id : {"E-OLMO2-7B", "E-OLMO2-13B"}) r.omit_rest(id, "gpu_energy_mwh", "layout and batch of the run are not published");
    r.predict(c.id, "outputs.facility_mwh", (used * pue{c.number("inputs.pue")}).value.in(megawatt_hour), {"bookkeeping: the published energy of the accelerators"});
}

void bloom(context const& with, rows& r) {
    auto const& c = with.cases.at("T-HOURS-BLOOM");
    if (!with.wants(c)) return;
    auto const used = hours_times_watts(c.number("outputs.gpu_hours") * accelerator_hour, per_accelerator<power<>>{c.number("inputs.gpu_tdp_w") * watt});
    auto const grid = c.number("inputs.grid_gco2_per_kwh") * gCO2e / kilowatt_hour;
    r.predict(c.id, "outputs.dynamic_energy_kwh", used.value.in(kilowatt_hour), {bookkeeping});
    r.predict(c.id, "outputs.dynamic_tco2", (used * pue{1.0} * grid).in(tCO2e), {bookkeeping, "without the building, as the source"});
    r.predict(c.id, "outputs.tco2_with_pue", (used * pue{c.number("inputs.pue")} * grid).in(tCO2e), {bookkeeping});
    r.omit(c.id, "outputs.idle_tco2", "the draw of idle nodes and their number are not published");
    r.omit(c.id, "outputs.embodied_tco2", "the source's parts are a general-purpose server's and an estimate of one accelerator; bills here are of other hosts");
}

// Carbon of model cards: hours at a wattage on an unnamed grid.
void llama_cards(context const& with, rows& r) {
    struct entry {
        char const *of, *path;
        int row;
        double watts;
    };
    constexpr entry entries[] = {
        {"T-HOURS-LLAMA2", "outputs.tco2.b7", 0, 400.0},           {"T-HOURS-LLAMA2", "outputs.tco2.b13", 1, 400.0},
        {"T-HOURS-LLAMA2", "outputs.tco2.b34", 2, 350.0},          {"T-HOURS-LLAMA2", "outputs.tco2.b70", 3, 400.0},
        {"T-HOURS-LLAMA31", "outputs.tco2_location.b8", 0, 700.0}, {"T-HOURS-LLAMA31", "outputs.tco2_location.b70", 1, 700.0},
        {"T-HOURS-LLAMA31", "outputs.tco2_location.b405", 2, 700.0}};
    for (auto const& e : entries) {
        auto const& c = with.cases.at(e.of);
        if (!with.wants(c)) continue;
        auto const used = hours_times_watts(c.number(e.row, "gpu_hours") * accelerator_hour, per_accelerator<power<>>{e.watts * watt});
        auto const grid = assumed("model cards", "grid") * gCO2e / kilowatt_hour;
        r.predict(e.of, e.path, (used * pue{assumed("model cards", "pue")} * grid).in(tCO2e),
                  {bookkeeping, assume("model cards", "grid"), assume("model cards", "pue")});
    }
}

// A measured figure without its chips' number and its prompts: indicative.
void samsi(context const& with, rows& r) {
    auto const& c = with.cases.at("E-SAMSI-65B");
    if (!with.wants(c)) return;
    auto const model = find_model(with.cases, "LLaMA-65B");
    auto const on = find_cluster("A100-SXM-80GB");
    if (!model || !on) {
        r.omit(c.id, "outputs.j_per_output_token", "no A100 server in the catalog");
        return;
    }
    auto const p = predict({.model = model->shape,
                            .on = *on,
                            .instance = {8, 1},
                            .stack = find_stack("vllm_2025"),
                            .input = assumed(c.id, "input"),
                            .output = assumed(c.id, "output"),
                            .running = c.number("inputs.batch")});
    r.predict(c.id, "outputs.j_per_output_token", p.power / p.output, {assume(c.id, "chips"), assume(c.id, "input"), assume(c.id, "output"), model->note});
}

// Levelised cost of energy by a fixed charge rate.
void closed_forms(context const& with, rows& r) {
    if (auto const& c = with.cases.at("V01"); with.wants(c)) {
        auto const lcoe = levelised_cost(c.number("inputs.capital_cost_USD") * USD, c.number("inputs.fixed_charge_rate") / year,
                                         c.number("inputs.fixed_operating_cost_USD_per_yr") * USD / year,
                                         c.number("inputs.variable_operating_cost_USD_per_kWh") * USD / kilowatt_hour,
                                         c.number("inputs.annual_energy_kWh") * kilowatt_hour / year);
        r.predict(c.id, "outputs.lcoe_USD_per_kWh", lcoe.in(USD / kilowatt_hour));
    }
    r.omit_rest("V13", "", "no per-request estimator of another program's form");
    r.omit_rest("V15", "", "no orbital platform yet");
    if (auto const& c = with.cases.at("V17"); with.wants(c)) {
        fraction const one_way{math::sqrt(c.number("inputs.round_trip_efficiency"))};
        energy<> unserved{}, curtailed{};
        for (int i = 0; i < 3; ++i) {
            std::string const n = std::to_string(i);
            double const hours = c.number("inputs.solar_hours." + n);
            power<> const load = c.number("inputs.load_MW") * megawatt;
            auto const sizes = firm_from_square_sun(load, hours * hour, one_way, one_way);
            r.predict(c.id, "outputs.solar_MW." + n, sizes.solar.in(megawatt));
            r.predict(c.id, "outputs.battery_MWh." + n, sizes.store.in(megawatt_hour));
            std::vector<double> sun(hours_a_year); // the year begins at sunset
            for (std::size_t t = 0; t < sun.size(); ++t) sun[t] = static_cast<double>(t % 24) >= 24.0 - hours ? 1.0 : 0.0;
            hourly_inputs in;
            in.available[0] = sun;
            dispatch_site site;
            site.load_peak = load;
            site.variable[0] = sizes.solar;
            site.storage = {sizes.store, without_limit, without_limit, one_way.value, one_way.value, 0.0, 1.0};
            auto const run = dispatch(in, site);
            unserved = math::max(unserved, run.unserved);
            curtailed = math::max(curtailed, run.curtailed);
        }
        auto const to_tolerance = [](double x) { return x < 1e-9 ? 0.0 : x; };  // the row's: sums of 8,760 roundings are left
        r.predict(c.id, "outputs.unserved", to_tolerance(unserved.in(megawatt_hour)));
        r.predict(c.id, "outputs.curtailed", to_tolerance(curtailed.in(megawatt_hour)));
    }
    r.omit_rest("V19", "", "no orbital platform yet");
}

}  // namespace

void run_energy(context const& with, rows& r) {
    patterson(with, r);
    epoch_query(with, r);
    gemini(with, r);
    olmo(with, r);
    bloom(with, r);
    llama_cards(with, r);
    samsi(with, r);
    closed_forms(with, r);
}

}  // namespace validation

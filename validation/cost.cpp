// Cost: published bills and prices, hourly cost of accelerators, and training cost by depreciation of what was bought.

#include "catalog_names.hpp"
#include "context.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/finance.hpp>
#include <tallywatt/tco/evaluate.hpp>
#include <tallywatt/workload/training_run.hpp>

#include <algorithm>
#include <cmath>

namespace validation {

using namespace tallywatt;

namespace {

char const* const bookkeeping = "bookkeeping: the source's own factors";

void deepseek_day(context const& with, rows& r) {
    auto const& c = with.cases.at("I-DEEPSEEK-ONLINE");
    if (!with.wants(c)) return;
    auto const price = [&](char const* path) { return c.number(path) * USD / megatoken; };
    accelerator_count<> const in_use = c.number("outputs.nodes_avg") * c.number("inputs.gpus_per_node") * accelerator_unit;
    money<> const bill = in_use * (c.number("inputs.usd_per_gpu_h") * USD / accelerator_hour) * day;
    token_count<> const all = c.number("outputs.input_tokens") * token, hits = c.number("outputs.cached_tokens") * token;
    money<> const revenue = (all - hits) * price("inputs.price_usd_per_m.input_miss") + hits * price("inputs.price_usd_per_m.input_hit") +
                            c.number("outputs.output_tokens") * token * price("inputs.price_usd_per_m.output");
    r.predict(c.id, "outputs.cost_usd_per_day", bill.in(USD), {bookkeeping});
    r.predict(c.id, "outputs.theoretical_revenue_usd", revenue.in(USD), {bookkeeping});
    r.predict(c.id, "outputs.cost_profit_margin_pct", 100.0 * (revenue / bill - 1.0), {bookkeeping});
}

// Hours times rent.
void rents(context const& with, rows& r) {
    struct entry {
        char const *of, *hours;
    };
    for (auto const& e : {entry{"T-DSV3", "outputs.total_gpu_h"}, entry{"T-DSR1-RL", "outputs.total_gpu_h"}, entry{"T-HOURS-MPT7B", "outputs.gpu_hours"}}) {
        auto const& c = with.cases.at(e.of);
        if (!with.wants(c)) continue;
        char const* const rate = c.fact("inputs.usd_per_gpu_h").is_number() ? "inputs.usd_per_gpu_h" : "inputs.rental_usd_per_gpu_h";
        money<> const bill = c.number(e.hours) * accelerator_hour * (c.number(rate) * USD / accelerator_hour);
        r.predict(e.of, "outputs.cost_usd", bill.in(USD), {"bookkeeping: the published hours at the assumed rent"});
    }
    auto const& c = with.cases.at("I-LMSYS-H100-EP");
    if (!with.wants(c)) return;
    money_rate<> const node = 8.0 * assumed(c.id, "rent") * USD / hour;
    r.predict(c.id, "outputs.usd_per_m_output", (node / (c.number("outputs.end_to_end_output_tok_s_per_node") * token / second)).in(USD / megatoken),
              {assume(c.id, "rent"), "bookkeeping: the published throughput"});
}

deployment site_of(context const& with, cluster const& on, std::string const& owner) {
    deployment d{.cluster = on,
                 .site = {.cooling = catalog::air_contained, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{assumed("C-SEMI-TCO-A", "site") * megawatt}},
                 .supply = catalog::pjm_virginia};
    d.service.model = find_model(with.cases, "Llama-3.1-70B")->shape;
    d.service.weights = precision::fp8;
    d.service.traffic = {.input = 1000.0 * token, .output = 1000.0 * token};
    d.service.stack = find_stack("vllm_2025");
    d.finance.discount = discount_rate{assumed("C-SEMI-TCO-A", "discount." + owner)};
    d.finance.it.life = d.finance.storage.life = static_cast<int>(assumed("C-SEMI-TCO-A", "life." + owner));
    return d;
}

void hourly(context const& with, rows& r) {
    auto const& c = with.cases.at("C-SEMI-TCO-A");
    if (!with.wants(c)) return;
    for (int i = 0; i < c.rows(); ++i) {
        auto const on = find_cluster(c.text(i, "gpu"));
        if (!on) continue;
        auto const at = [&](char const* owner) { return evaluate(site_of(with, *on, owner)); };
        report const big = at("hyperscaler"), small = at("neocloud");
        auto const per_hour = [](report const& x) { return x.unit.per_accelerator_hour.in(USD / accelerator_hour); };
        double const n = big.delivery.accelerators.in(accelerator_unit);
        auto const built = design_day_power(prepare(site_of(with, *on, "neocloud").site), big.power.provisioned);  // with the building
        r.predict(c.id, i, "all_in_kw_per_gpu_provisioned", built.value.in(kilowatt) / n, {assume(c.id, "power"), assume(c.id, "site")});
        std::vector<std::string> const notes{assume(c.id, "site"), assume(c.id, "plant")};
        auto const noted = [&](std::string const& owner) {
            auto all = notes;
            all.push_back(assume(c.id, "discount." + owner));
            all.push_back(assume(c.id, "life." + owner));
            return all;
        };
        r.predict(c.id, i, "usd_per_gpu_h_hyperscaler_own", per_hour(big), noted("hyperscaler"));
        r.predict(c.id, i, "usd_per_gpu_h_neocloud_own", per_hour(small), noted("neocloud"));
        r.omit(c.id, i, "usd_per_gpu_h_rental_3yr", "a market price, not a cost");
    }
}

// Epoch's method, from its published program: what was bought loses 0.14 orders of magnitude of value a year from the day it could
// be had; a run pays the loss at its start for each of its hours, and its energy.
void training_cost(context const& with, rows& r) {
    auto const& c = with.cases.at("C-EPOCH-A");
    if (!with.wants(c)) return;
    ratio const orders{assumed(c.id, "depreciation")};
    for (int i = 0; i < c.rows(); ++i) {
        std::string const model = c.text(i, "model"), chip = c.text(i, "accelerator");
        double const count = c.number(i, "count");
        double const hours = c.cell(i, "chip_hours").is_number() ? c.number(i, "chip_hours") / count : c.number(i, "hours");
        per_accelerator<money<>> const price{c.number(i, "hardware_acquisition_usd") / count * USD};
        money<> const worn = declining_value(price, assumed(c.id, "age." + model) * year, orders) * (count * hours * accelerator_hour);
        std::string const bought = std::to_string(static_cast<int>(assumed(c.id, "published." + model)));
        double const drawn = c.number(chip.rfind("TPU", 0) == 0 ? "inputs.server_power_fraction.tpu" : "inputs.server_power_fraction.gpu");
        money<> const electricity =
            drawn * c.number(i, "power_draw_mw") * megawatt * (hours * hour) * (c.number("inputs.us_industrial_usd_per_kwh." + bought) * USD / kilowatt_hour);
        r.predict(c.id, i, "amortised_capex_energy_usd", (worn + electricity).in(USD), {bookkeeping, assume(c.id, "depreciation"), assume(c.id, "age." + model), assume(c.id, "published." + model)});
        r.omit(c.id, i, "cloud_usd", "the rents of the time are not in the data");
        auto const on = find_cluster(chip);
        if (!on) {
            for (char const* q : {"hardware_acquisition_usd", "power_draw_mw"}) r.omit(c.id, i, q, "no accelerator " + chip + " in the catalog");
            continue;
        }
        cluster_plan const plan = plan_cluster(*on, servers_for(on->server, static_cast<int>(count)));
        r.predict(c.id, i, "hardware_acquisition_usd", cluster_cost(*on, plan).total().in(USD), {assume(c.id, "prices")});
        r.predict(c.id, i, "power_draw_mw",
                  cluster_power(*on, plan, server_power(on->server, per_accelerator<power<>>{on->server.accelerator.tdp}, fraction{0.0})).total().value.in(megawatt),
                  {assume(c.id, "power")});
    }
}

void closed_forms(context const& with, rows& r) {
    if (auto const& c = with.cases.at("V03"); with.wants(c))
        for (int i = 0; i < 5; ++i) {
            std::string const path = "inputs.cases." + std::to_string(i);
            rate<> const crf = capital_recovery_factor(discount_rate{c.number(path + ".0")}, static_cast<int>(c.number(path + ".1")));
            r.predict(c.id, "outputs.crf." + std::to_string(i), crf.in(1.0 / year));
        }
    if (auto const& c = with.cases.at("V04"); with.wants(c)) {
        int const years = static_cast<int>(c.number("inputs.years"));
        discount_rate const d{c.number("inputs.discount")};
        r.predict(c.id, "outputs.pwf", present_worth_factor(d, growth_rate{c.number("inputs.escalation")}, years).in(year));
        r.predict(c.id, "outputs.pwf_om_escalation_2p5", present_worth_factor(d, growth_rate{0.025}, years).in(year));
    }
    if (auto const& c = with.cases.at("V05"); with.wants(c)) {
        int const years = static_cast<int>(c.number("inputs.years"));
        discount_rate const d{c.number("inputs.discount")};
        double const keep = 1.0 - c.number("inputs.degradation"), grow = 1.0 + c.number("inputs.escalation");
        duration<> const worn = present_worth_factor(d, growth_rate{grow * keep - 1.0}, years) / keep;  // the first year is whole
        r.predict(c.id, "outputs.factor", worn / present_worth_factor(d, growth_rate{grow - 1.0}, years));
    }
    if (auto const& c = with.cases.at("V11"); with.wants(c)) {
        discount_rate const d{c.number("inputs.discount")};
        money_rate<> const building = c.number("inputs.facility_capex_USD") * USD * capital_recovery_factor(d, static_cast<int>(c.number("inputs.facility_life_yr")));
        for (int i = 0; i < 3; ++i) {
            std::string const n = std::to_string(i);
            money_rate<> const machines = c.number("inputs.IT_capex_USD") * USD * capital_recovery_factor(d, static_cast<int>(c.number("inputs.IT_life_yr." + n)));
            double const yearly = (machines + building + c.number("inputs.opex_USD_per_yr") * USD / year).in(1e9 * USD / year);
            r.predict(c.id, "outputs.total_bn_USD_per_yr." + n, yearly, {"bookkeeping: this split and rate were fitted to these three totals"});
            r.predict(c.id, "outputs.published." + n, yearly, {"bookkeeping: this split and rate were fitted to these three totals"});
        }
    }
}

// REopt's effective cost: investment credit, bonus and five-year depreciation off the price.
void after_tax(context const& with, rows& r) {
    auto const& c = with.cases.at("V06");
    if (!with.wants(c)) return;
    nominal_discount_rate const d{c.number("inputs.discount")};
    money<> const basis = c.number("inputs.basis") * USD;
    taxation tax{.rate = fraction{c.number("inputs.tax")}};
    auto const net = [&] { return (basis * effective_cost(tax, accelerated_depreciation(5), tax.bonus, d)).in(USD); };
    r.predict(c.id, "outputs.no_itc_no_bonus", net());
    tax.investment_credit = fraction{c.number("inputs.itc")};
    tax.credit_basis = fraction{c.number("inputs.itc_basis_reduction")};
    tax.bonus = fraction{c.number("inputs.bonus")};
    r.predict(c.id, "outputs.effective_cost", net());
}

// The sheet of The Datacenter as a Computer: level monthly payments, and a month of 720 hours as its input says.
void cost_of_a_watt(context const& with, rows& r) {
    auto const& c = with.cases.at("V08");
    if (!with.wants(c)) return;
    // The book's constants, as its reimplementation holds them.
    nominal_discount_rate const interest{0.08};
    money<> const building = 10.0 * USD;  // per watt
    int const building_payments = 12 * 12;
    double const energy_price = 0.067, pue = 1.5, running = 0.04, upkeep = 0.05;
    std::vector<std::string> const notes{"bookkeeping: the source's constants (10 USD/W over 12 years at 8 %, 0.067 USD/kWh, PUE 1.5)"};

    double const watts = c.number("inputs.server_power_W");
    int const payments = static_cast<int>(12.0 * c.number("inputs.server_life_yr"));
    money<> const server = c.number("inputs.server_price_USD") * USD / watts;
    duration<> const a_month = c.number("inputs.hours_per_month") * hour;
    money<> const shell = building / building_payments, machine = server / payments;
    money<> const energy = 1.0 * watt * a_month * (energy_price * USD / kilowatt_hour);
    money<> const shell_interest = level_payment(building, interest, building_payments) - shell, machine_interest = level_payment(server, interest, payments) - machine;
    money<> const total = shell + shell_interest + running * USD + pue * energy + machine + upkeep * machine + machine_interest;
    auto const put = [&](char const* place, money<> const& m) { r.predict(c.id, std::string("outputs.") + place, m.in(USD), notes); };
    put("dc_amort", shell);
    put("dc_interest", shell_interest);
    put("dc_opex", running * USD);
    put("power", energy);
    put("pue_overhead", (pue - 1.0) * energy);
    put("server_amort", machine);
    put("server_opex", upkeep * machine);
    put("server_interest", machine_interest);
    put("total_USD_per_W_month", total);
    put("lifetime_USD", total * (watts * payments));
}

// A public sheet of a cluster of 16,384 accelerators.
void cluster_sheet(context const& with, rows& r) {
    auto const& c = with.cases.at("V09");
    if (!with.wants(c)) return;
    double const nodes = c.number("inputs.nodes");
    auto const each = [&](char const* path) { return c.number(path) * USD; };
    money<> const per_node = each("inputs.node_USD") + each("inputs.facility_USD_per_node") + each("inputs.cables_USD_per_node");
    money<> const all = nodes * per_node + c.number("inputs.switches") * each("inputs.switch_USD");
    std::vector<std::string> const notes{"bookkeeping: a sum of the sheet's lines"};
    r.predict(c.id, "outputs.total_USD", all.in(USD), notes);
    r.predict(c.id, "outputs.per_node_USD", (all / nodes).in(USD), notes);
    r.predict(c.id, "outputs.per_gpu_USD", (all / (nodes * c.number("inputs.gpus_per_node"))).in(USD), notes);
}

// EcoLogits' estimate of one request, in units: energy at the IT load, at the facility, and what it emits and drinks.
void request_estimate(context const& with, rows& r) {
    auto const& c = with.cases.at("V13");
    if (!with.wants(c)) return;
    // Its fit to measured requests in batches of 64, and its server: 8 accelerators of 80 GB, 1.2 kW without them, 3 years.
    constexpr double batch = 64.0, gpu_slope = 1.1665273170451914e-06, gpu_decay = -0.011205921025579175, gpu_base = 4.052928146734005e-05;
    constexpr double step_slope = 0.0006785088094353663, step_batch = 0.0003119310311688259, step_base = 0.019473717579473387;
    constexpr co2e<> server_made = 5700.0 * kgCO2e, gpu_made = 164.0 * kgCO2e;
    constexpr duration<> life = 3.0 * year;
    power<> const host = 1.2 * kilowatt;
    pue const p{1.26};
    co2e_per_energy<> const mix = 0.590478 * kgCO2e / kilowatt_hour;
    wue const site{0.37 * litre / kilowatt_hour};
    volume_per_energy<> const grid = 5.04 * litre / kilowatt_hour;
    struct request {
        double active, total, tokens, cap;
    };
    std::vector<std::string> const notes{"bookkeeping: the source's own formula and constants"};
    int n = 0;
    for (auto const& q : {request{7.3, 7.3, 200.0, 5.0}, request{12.9, 46.7, 200.0, 10.0}}) {
        std::string const at = '.' + std::to_string(n++);
        double const gpus = std::ceil(1.2 * q.total * 2.0 / 80.0);
        duration<> const latency = std::min(q.tokens * (step_slope * q.active + step_batch * batch + step_base), q.cap) * second;
        energy<> const gpu = q.tokens * (gpu_slope * std::exp(gpu_decay * batch) * q.active + gpu_base) * watt_hour;
        at_it<energy<>> const it{host * latency * (gpus / 8.0 / batch) + gpus * gpu};
        at_facility<energy<>> const facility = it * p;
        r.predict(c.id, "outputs.energy_kWh" + at, facility.value.in(kilowatt_hour), notes);
        r.predict(c.id, "outputs.usage_gwp_kg" + at, (facility * mix).in(kgCO2e), notes);
        r.predict(c.id, "outputs.embodied_gwp_kg" + at, (latency / life * (gpus / 8.0 * server_made + gpus * gpu_made) / batch).in(kgCO2e), notes);
        r.predict(c.id, "outputs.gpus" + at, gpus, notes);
        r.predict(c.id, "outputs.wcf_L_correct" + at, (it * site + facility * grid).in(litre), notes);
        r.omit(c.id, "outputs.wcf_L_double_counted" + at, "applies the PUE twice, which does not compile here");
    }
}

}  // namespace

void run_cost(context const& with, rows& r) {
    deepseek_day(with, r);
    rents(with, r);
    hourly(with, r);
    training_cost(with, r);
    closed_forms(with, r);
    after_tax(with, r);
    cost_of_a_watt(with, r);
    cluster_sheet(with, r);
    request_estimate(with, r);
}

}  // namespace validation

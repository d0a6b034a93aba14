// Cost: published bills and prices, hourly cost of accelerators, and training cost by depreciation of what was bought.

#include "catalog_names.hpp"
#include "context.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/tco/evaluate.hpp>

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

deployment site_of(context const& with, cluster const& on, double discount) {
    deployment d{.cluster = on,
                 .site = {.cooling = catalog::air_contained, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{assumed("C-SEMI-TCO-A", "site") * megawatt}},
                 .supply = catalog::pjm_virginia};
    d.service.model = find_model(with.cases, "Llama-3.1-70B")->shape;
    d.service.weights = precision::fp8;
    d.service.traffic = {.input = 1000.0 * token, .output = 1000.0 * token};
    d.service.stack = find_stack("vllm_2025");
    d.finance.discount = discount_rate{discount};
    return d;
}

void hourly(context const& with, rows& r) {
    auto const& c = with.cases.at("C-SEMI-TCO-A");
    if (!with.wants(c)) return;
    for (int i = 0; i < c.rows(); ++i) {
        auto const on = find_cluster(c.text(i, "gpu"));
        if (!on) continue;
        auto const at = [&](char const* owner) { return evaluate(site_of(with, *on, assumed(c.id, owner))); };
        report const big = at("discount.hyperscaler"), small = at("discount.neocloud");
        auto const per_hour = [](report const& x) { return x.unit.per_accelerator_hour.in(USD / accelerator_hour); };
        double const n = big.delivery.accelerators.in(accelerator_unit);
        auto const built = design_day_power(prepare(site_of(with, *on, 0.05).site), big.power.provisioned);  // with the building
        r.predict(c.id, i, "all_in_kw_per_gpu_provisioned", built.value.in(kilowatt) / n, {assume(c.id, "power"), assume(c.id, "site")});
        std::vector<std::string> const notes{assume(c.id, "site"), assume(c.id, "plant")};
        auto const noted = [&](char const* owner) {
            auto all = notes;
            all.push_back(assume(c.id, owner));
            return all;
        };
        r.predict(c.id, i, "usd_per_gpu_h_hyperscaler_own", per_hour(big), noted("discount.hyperscaler"));
        r.predict(c.id, i, "usd_per_gpu_h_neocloud_own", per_hour(small), noted("discount.neocloud"));
        r.omit(c.id, i, "usd_per_gpu_h_rental_3yr", "a market price, not a cost");
    }
}

// Epoch's method: what was bought loses 0.14 orders of magnitude of value a year from the chip's release on; a run pays the
// loss of its hours and its energy.
void training_cost(context const& with, rows& r) {
    auto const& c = with.cases.at("C-EPOCH-A");
    if (!with.wants(c)) return;
    double const loss = std::log(10.0) * assumed(c.id, "depreciation");
    for (int i = 0; i < c.rows(); ++i) {
        std::string const model = c.text(i, "model"), chip = c.text(i, "accelerator");
        double const count = c.number(i, "count");
        double const hours = c.cell(i, "chip_hours").is_number() ? c.number(i, "chip_hours") / count : c.number(i, "hours");
        double const age = assumed(c.id, "age." + model);
        money<> const value = c.number(i, "hardware_acquisition_usd") * std::exp(-loss * age) * USD;
        money<> const worn = value * (1.0 - std::exp(-loss * (hours * hour / year)));
        money<> const electricity = c.number(i, "power_draw_mw") * megawatt * (hours * hour) * (assumed(c.id, "electricity") * USD / kilowatt_hour);
        r.predict(c.id, i, "amortised_capex_energy_usd", (worn + electricity).in(USD),
                  {bookkeeping, assume(c.id, "depreciation"), assume(c.id, "age." + model), assume(c.id, "electricity")});
        r.omit(c.id, i, "cloud_usd", "the rents of the time are not published");
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
            r.predict(c.id, "outputs.total_bn_USD_per_yr." + n, yearly);
            r.predict(c.id, "outputs.published." + n, yearly);
        }
    }
    r.omit_rest("V06", "", "no accelerated depreciation and tax credits yet");
    r.omit_rest("V08", "", "a monthly-payment form that the library does not use");
    r.omit_rest("V09", "", "a public sheet's sums: nothing to predict");
}

}  // namespace

void run_cost(context const& with, rows& r) {
    deepseek_day(with, r);
    rents(with, r);
    hourly(with, r);
    training_cost(with, r);
    closed_forms(with, r);
}

}  // namespace validation

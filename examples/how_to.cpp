// Short answers to common questions, one function each; docs/how_to.md shows them.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/find.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/ledger.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/explore.hpp>
#include <tallywatt/io.hpp>
#include <tallywatt/io/compare.hpp>
#include <tallywatt/io/csv.hpp>
#include <tallywatt/tco/training_deployment.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

namespace {

// [site]
deployment const site{
    .service = {.model = catalog::llama_3_1_70b,
                .weights = precision::fp8,
                .traffic = {.input = 2000_tokens, .output = 500_tokens, .cached = 30_percent},
                .stack = catalog::vllm_2025},
    .cluster = {.server = catalog::hgx_b200, .network = catalog::infiniband_ndr},
    .site = {.cooling = catalog::direct_to_chip, .climate = catalog::dublin, .it_capacity = at_it<power<>>{20_MW}},
    .supply = catalog::ireland};
// [/site]

void rent_or_own() {
    // [rent]
    deployment rented = site;
    rented.tenure = rented_terms{.rent = 3.5_USD / accelerator_hour};
    report const own = evaluate(site), rent = evaluate(rented);
    fmt::print("own   {:.3g}\nrent  {:.3g}\n", own.unit.per_accelerator_hour, rent.unit.per_accelerator_hour);
    // [/rent]
    // [break-even]
    double const unit = (USD / accelerator_hour).base_value; // fields are searched in base units
    search_range const range{.low = 1.0 * unit, .high = 10.0 * unit};
    break_even_result const tie = break_even(rented, "tenure.rent", range, site, metric("unit.blended"));
    fmt::print("tie   {}", text_of(tie, find_field(rented, "tenure.rent")->units));
    // [/break-even]
}

void carbon_price() {
    // [carbon]
    deployment priced = site;
    priced.policy.carbon_price = 80.0 * USD / tCO2e;
    report const r = evaluate(priced);
    fmt::print("carbon price  {:.3g} of {:.4g}\n", r.cost.carbon_price, r.cost.total());
    // [/carbon]
}

void a_training_run() {
    // [training]
    training_deployment const d{
        .service =
            {.job = {.model = catalog::llama_3_1_70b, .sequence = 8192, .batch = 2048, .stack = catalog::nemo_2025},
             .layout = {.tensor = 4, .pipeline = 4, .interleave = 5, .data = 128, .zero = 1, // on 2,048 accelerators
                        .recompute = recompute_kind::selective},
             .tokens = 15e12 * token,
             .failures = catalog::llama3_cluster,
             .checkpoints = catalog::file_system_checkpoints},
        .cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr},
        .site =
            {.cooling = catalog::direct_to_chip,
             .climate = catalog::ashburn,
             .it_capacity = at_it<power<>>{2.2_MW}}, // room for one job at a time
        .supply = catalog::pjm_virginia};
    report const r = evaluate(d);
    auto const& run = r.training;
    fmt::print("a run  {:.3g}, {:.3g}, {:.3g}, ", run.wall, run.cost_per_run, run.energy_per_run);
    fmt::print("{:.3g}; all limits met: {}\n", run.carbon_per_run, r.feasible());
    // [/training]
}

void what_if() {
    // [sweep]
    auto const cooling = choices<deployment>(
        "cooling", {{"air", [](deployment& d) { d.site.cooling = catalog::air_contained; }},
                    {"cold plates", [](deployment& d) { d.site.cooling = catalog::direct_to_chip; }}}
    );
    auto const discount = values_of<deployment>("finance.discount", {0.04, 0.08, 0.12});
    sweep(site, {cooling, discount}, [](sweep_point const& at, report const& r) {
        fmt::print("{:<12}{:>5}  {:.3g}\n", at.labels[0], at.labels[1], r.unit.output.value);
    });
    // [/sweep]
    // [drivers]
    for (auto const& s : sensitivities(site, metric("unit.blended"), 5))
        fmt::print("{:<46}{:>7.2f} %\n", s.path, s.elasticity); // for each per cent of the field
    // [/drivers]
}

void limits() {
    // [limits]
    deployment crowded = site;
    crowded.site.cooling = catalog::air_room;
    crowded.service.targets.time_per_output_token = 2.0 * millisecond;
    report const r = evaluate(crowded);
    for (auto const& l : r.limits)
        if (l.state() != limit_state::met)
            fmt::print("{:<24}{:>5.0f} % of what is allowed\n", l.name, 100.0 * l.used);
    // [/limits]
}

void table() {
    // [csv]
    std::string const csv = report_csv({{"Dublin", evaluate(site)}}); // a column for each report
    // [/csv]
    auto const line = [&](std::string const& start) {
        std::size_t const at = csv.find(start);
        return csv.substr(at, csv.find('\n', at) - at);
    };
    fmt::print("{}\n{}\n", line("line,"), line("delivery.accelerators,"));
}

void catalog_lists() {
    // [list]
    catalog::for_each_accelerator("nvidia b", [](catalog::accelerator_entry const& e) {
        accelerator const chip = catalog::model_of(e);
        fmt::print("{:<8}{:<36}{:>10.4g}{:>10.3g}\n", e.id, chip.name, chip.fp8.peak.value, chip.memory_capacity);
    });
    // [/list]
    // [source]
    auto const show = [](std::string const& path, auto const& a) {
        if (path == "supply.energy_price")
            fmt::print("{}  {} to {} ({}: {})\n", path, a.low, a.high, name_of(a.from.trust), a.from.title);
    };
    for_each_assumption(site, show, catalog::registry); // ledger_of(site, catalog::registry) prints all of them
    // [/source]
}

} // namespace

int main() {
    rent_or_own();
    carbon_price();
    a_training_run();
    what_if();
    limits();
    table();
    catalog_lists();
}

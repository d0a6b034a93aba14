// What does a training run cost, from wafer to meter? Llama 3.1 405B on 16,384 H100, trained again and again through the year: the
// whole report of one deployment, what it relies on, what moves it, and the same work rented, in a rented hall and in a leased building.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/ledger.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/explore.hpp>
#include <tallywatt/io.hpp>
#include <tallywatt/io/compare.hpp>
#include <tallywatt/tco/cash_flow.hpp>
#include <tallywatt/tco/training_deployment.hpp>

#include "page.hpp"

using namespace tallywatt;
using namespace tallywatt::literals;
using page::heading;
using page::say;

int main() {
    // [deployment]
    training const job{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048, .stack = catalog::llama3_2024};
    training_deployment const d{
        .service = {.job = job,
                    .layout = {.tensor = 8, .pipeline = 16, .interleave = 4, .lean_ends = true, .data = 128, .zero = 2},
                    .tokens = 15.6e12 * token,
                    .failures = catalog::llama3_cluster,
                    .checkpoints = catalog::file_system_checkpoints},
        .cluster = {.server = catalog::hgx_h100, .network = catalog::roce_400g},
        .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{17_MW}},
        .supply = catalog::pjm_virginia,
        .chips = catalog::nvidia_2025,
        .policy = {.carbon_price = 80.0 * USD / tCO2e, .mandates = {.pue = ratio{1.2}, .emissions = 270_gCO2e_per_kWh}}};
    report const r = evaluate(d);
    // [/deployment]
    say("Llama 3.1 405B on 15.6 trillion tokens, 16,384 H100 and their spares, one run after another in a site of 17 MW in Northern "
        "Virginia. Emissions have a price of 80 USD/t; a PUE of 1.2 and 270 gCO2e/kWh are asked for.");
    fmt::print("{}", r);

    heading("What moves the cost of a run (per cent for a per cent; the plan as it is, and planned again)");
    metric const cost("training.cost_per_run");
    for (auto const& s : sensitivities(d, cost, 12)) fmt::print("  {:<58} {:>8.3f} {:>8.3f}\n", s.path, s.elasticity, replanned_elasticity(d, s.path, cost));

    heading("Owned, rented, in a rented hall, in a leased building");
    training_deployment hours = d, hall = d, bare = d;
    hours.tenure = rented_terms{.rent = 2.0 * USD / accelerator_hour};
    hall.tenure = colocated_terms{};
    bare.tenure = leased_terms{};
    fmt::print("{}", comparison{{{"owned", r}, {"rented", evaluate(hours)}, {"colocated", evaluate(hall)}, {"leased", evaluate(bare)}}});
    fmt::print("{}", explained(attribute(d, hours, cost), cost));

    // [break-even]
    break_even_result const tie = break_even(hours, "tenure.rent", {.low = 0.2 * (USD / accelerator_hour).base_value, .high = 10.0 * (USD / accelerator_hour).base_value}, d, cost);
    // [/break-even]
    say("");
    fmt::print("Renting ties with owning at {}", text_of(tie, find_field(hours, "tenure.rent")->units));

    heading("The same by year, sold at what covers its cost (15 years)");
    cash_flow_terms const terms{};
    basic_cash_flow<> const flows = cash_flow_of(r, d.finance, terms, r.cost.total());
    auto const worth = returns_of(flows, d.finance.discount);
    fmt::print("  rate of return {:.2f} % real, payback {:.3g}, break-even {:.3f}\n", 100.0 * worth.rate.value, worth.payback, worth.per_accelerator_hour);
    fmt::print("{}", ledger_of(d, catalog::registry).in_brief());
}

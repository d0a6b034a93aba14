// What did the frontier models take to train? Days, accelerator-hours, energy, money and carbon of GPT-3, Llama 3.1 405B,
// DeepSeek-V3 and GPT-4, beside what was published; then sixteen public claims, each computed again.
// The recipes of the four are in frontier_runs.hpp, the claims in frontier_claims.hpp.

#include <tallywatt/workload/plan_training_layout.hpp>

#include "frontier_claims.hpp"

using namespace frontier;

namespace {

// What was published of a run; zero where nothing was.
struct account {
    char const* of = "";
    duration<> wall{};
    accelerator_time<> hours{};
    energy<> facility{};
    money<> cost{};
    co2e<> carbon{};
};
void row(char const* model, account const& a) {
    fmt::print("{:<15} {:<26} {:>9} {:>10} {:>10} {:>10} {:>12}\n", model, a.of, cell(a.wall),
               a.hours > accelerator_time<>{} ? fmt::format("{:.2f} M", a.hours.in(1e6 * accelerator_hour)) : "-",
               cell(a.facility), cell(a.cost), cell(a.carbon));
}
account account_of(char const* of, training_run const& r) {
    return {of, r.wall, r.accelerators, r.facility.value, r.cost.total(), r.location_based};
}

} // namespace

int main() {
    say("What did it take to train the frontier models? A run is a job (model, batch, formats, software) on a cluster in a "
        "layout, repeated until the tokens are spent. The library plans a step, evaluates its time, power and memory from the "
        "chip up, loses time to failures, and follows the energy through servers and facility to the grid.");
    heading("The runs");
    outcome const a = train(gpt_3()), b = train(llama_3_1()), c = train(deepseek_v3());
    estimate_of_run const d = gpt_4();
    fmt::print("{:<15} {:<26} {:>9} {:>10} {:>10} {:>10} {:>12}\n", "", "", "wall time", "GPU-hours", "energy", "rented", "CO2e");
    row("GPT-3 175B", account_of("here, 9,984 V100", a.run));
    // Patterson et al. 2021 (10,000 V100 assumed there), table 4; cost: Cottier et al. 2024
    row("", {"published", 14.8 * day, 3.552e6 * accelerator_hour, 1287.0 * megawatt_hour, 4.336e6 * USD, 552.0 * tCO2e});
    row("Llama 3.1 405B", account_of("here, 16,384 H100", b.run));
    // model card: hours, 700 W each, location-based carbon
    row("", {"published", {}, 30.84e6 * accelerator_hour, 21.59 * gigawatt_hour, {}, 8930.0 * tCO2e});
    row("DeepSeek-V3", account_of("here, 2,048 H800", c.run));
    row("", {"published, pre-training",
             14.8 * 3.7 * day,
             2.664e6 * accelerator_hour,
             {},
             5.328e6 * USD,
             {}}); // report, table 1 and section 3.1
    row("GPT-4", account_of("here, 25,000 A100", d.likely));
    row("", {"others' estimates",
             95.0 * day,
             57.0e6 * accelerator_hour,
             57.0 * gigawatt_hour,
             78.56e6 * USD,
             {}}); // Cottier et al.; energy 51.8 to 62.3 GWh

    say("");
    say("The forecasts come from measured efficiencies of the chips' parts and from software of the year. They are ideal in one "
        "respect: nobody experiments, stops or starts over in them. GPT-3's published row is itself an estimate (10,000 V100 are "
        "assumed); GPT-4's is a leak, and over the ranges of its inputs the run here takes {:.0f}, {:.0f} and {:.0f}.",
        d.bounds.wall, d.bounds.facility.value, d.bounds.location_based);
    say("");
    say("What a step does with its time explains the difference between chips and between models:");
    fmt::print("{:<15} {:>8} {:>6} {:>12} {:>10} {:>8} {:>8} {:>9} {:>10} {:>8}\n", "", "step", "MFU", "per chip", "products",
               "network", "bubble", "recompute", "draw", "kept");
    auto const step = [](char const* name, outcome const& o) {
        auto const& t = o.step.split;
        auto const share = [&](duration<> x) { return fmt::format("{:.0f} %", 100.0 * (x / o.step.step)); };
        fmt::print("{:<15} {:>8} {:>6.2f} {:>12} {:>10} {:>8} {:>8} {:>9} {:>10} {:>8}\n", name, cell(o.step.step),
                   o.step.mfu.value, cell(o.step.model_rate), share(t.products + t.attention), share(t.communication()),
                   share(t.bubble), share(t.recompute), cell(o.step.draw), fmt::format("{:.1f} %", 100.0 * o.kept.useful.value));
    };
    step("GPT-3 175B", a), step("Llama 3.1 405B", b), step("DeepSeek-V3", c);

    recipe freely = gpt_3();
    // [planner]
    // A layout need not be given: the planner tries every legal one.
    layout_search const found = plan_training_layout(
        freely.job, freely.on, {.limits = {.accelerators = 9'984}, .zero_bubble = false, .dual_pipe = false});
    freely.layout = found.best;
    // [/planner]
    say("");
    say("GPT-3's layout is not known. Of {} that are legal on 9,984 V100, {} fit; the fastest ({} tensor shards, {} stages, {} "
        "replicas, and what later years taught: sharded sequences and optimiser) would have trained it in {:.3g}.",
        found.legal, found.feasible, freely.layout.tensor, freely.layout.pipeline, freely.layout.data, train(freely).run.wall);

    frontier::claims(a, b, c, d);
    frontier::r1_on_a100();
    frontier::distillates();
    frontier::one_terabit(llama_3_1(), b);
}

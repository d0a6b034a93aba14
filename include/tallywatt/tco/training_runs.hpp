#pragma once
// Training as a deployment's work: jobs of one kind that fill a cluster, each run starting as the one before it ends, with
// failures, checkpoints and spare nodes. Pre-training, fine-tuning and low-rank adaptation differ in job and tokens alone.
//
//   time of a run       wall = steps step/(useful share x availability of the supply),   steps = tokens/(batch sequence)
//   runs in a year      jobs x occupied x year/wall          jobs: as many as fit in the site with their spare nodes
//   accelerators draw   the step's power while they compute (useful and redone work), their resting power otherwise
//
// An error of a node stops its job alone. A job that lies within a server has no spare of its own: it waits for repair.
// Reference: workload/training_step.hpp for the step, workload/goodput.hpp for what of the time is kept.
//
//   training_deployment const d{.service = {.job = {.model = catalog::llama_3_1_8b, .batch = 1024}, .layout = {.tensor = 8, .data = 64},
//                                           .tokens = 1e12 * token, .failures = catalog::llama3_cluster}, .cluster = {...}, ...};
//   report const r = evaluate(d);                       // r.training.runs, r.training.wall, r.training.cost_per_run, ...

#include <tallywatt/number/math.hpp>
#include <tallywatt/workload/goodput.hpp>
#include <tallywatt/workload/training_step.hpp>

namespace tallywatt {

/// One job, and the stream of its runs through the year.
template <class T = double>
struct basic_training_runs {
    static constexpr char const* kind = "training_runs";
    using plan_type = struct training_runs_plan;
    basic_training<T> job{};
    training_layout layout{};
    token_count<T> tokens{};                       ///< trained in one run
    basic_reliability<T> failures{};
    basic_checkpointing<T> checkpoints{};
    int spare_nodes = -1;                          ///< of a job; -1: as many as keep it going 99.9 % of the time
    basic_fraction<T> occupied{T(0.9)};            ///< share of the year in which a job runs on its accelerators
    money_per_token<T> price{};                    ///< of a trained token, where training is sold
    duration<T> deadline = 1.0 * year;             ///< of one run

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"job"}, self.job...);
        visit(field{"layout"}, self.layout...);
        visit(field{"tokens", positive}, self.tokens...);
        visit(field{"failures"}, self.failures...);
        visit(field{"checkpoints"}, self.checkpoints...);
        visit(field{"spare_nodes", between(-1, 1 << 20)}, self.spare_nodes...);
        visit(field{"occupied", between(1e-6, 1.0), {"assumed: queues, set-up and evaluation between runs", "2026", confidence::assumed}}, self.occupied...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"deadline", positive, {"assumed: a run of more than a year is overtaken by better chips and recipes", "2026", confidence::assumed}}, self.deadline...);
    }
    constexpr operator basic_training_runs<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using training_runs = basic_training_runs<>;

/// The step's plan, and the choices of goodput: spare nodes, and the interval between checkpoints.
struct training_runs_plan {
    training_plan step{};
    goodput_plan kept{};
    bool native_precision = true;
    double context_used = 0.0;  ///< of the longest context the model takes; 0 where it sets none

    /// Accelerators that a job takes: its own in a part of a server, or whole servers with its spares.
    [[nodiscard]] constexpr int accelerators() const { return kept.accelerators < kept.node_accelerators ? kept.accelerators : kept.held(); }
};

/// Plans a step, then spares and checkpoints by its length. Throws invalid_input for a layout that is none.
constexpr training_runs_plan plan_workload(training_runs const& w, cluster const& on, temperature<> const& coolant) {
    training_runs_plan p;
    p.step = plan_training(w.job, on, w.layout);
    int const n = w.layout.accelerators(), node = on.server.accelerators;
    bool const shares = n <= node;
    goodput_request const ask{
        .accelerators = n, .node_accelerators = node, .spare_nodes = shares && w.spare_nodes < 0 ? 0 : w.spare_nodes, .step = perform(p.step, w.job, on, coolant).step};
    p.kept = plan_goodput(w.failures, cost_of(w.checkpoints, total_parameters(w.job.model), n), ask);
    p.native_precision = on.server.accelerator.has(w.job.formats.products);
    if (w.job.model.context_limit > 0) p.context_used = double(w.job.sequence) / double(w.job.model.context_limit);
    return p;
}

/// What of a job's time is kept and what is lost.
template <class T>
constexpr basic_goodput<T> goodput_of(training_runs_plan const& p, basic_training_runs<T> const& w) {
    return perform(p.kept, w.failures, cost_of(w.checkpoints, total_parameters(w.job.model), p.kept.accelerators));
}

}  // namespace tallywatt

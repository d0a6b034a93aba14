// Interruptions of a large run: what a cluster's published rate makes of it, and how much of the time is useful.

#include "training_runs.hpp"

#include <tallywatt/catalog/reliability.hpp>

namespace validation {

using namespace tallywatt;

void run_reliability(context const& with, rows& r) {
    if (auto const& c = with.cases.at("T-LLAMA3-RELIABILITY"); with.wants(c)) {
        int const n = static_cast<int>(c.number("inputs.gpus"));
        reliability const failures = catalog::llama3_cluster;
        duration<> const window = c.number("inputs.days") * day;
        r.predict(c.id, "outputs.unexpected", window / between_interruptions(failures, n), {"bookkeeping: the catalog's rate is of this table"});
        checkpoint_cost<> const checkpoint = cost_of(catalog::file_system_checkpoints, total_parameters(catalog::llama_3_1_405b), n);
        auto const kept = perform(plan_goodput(failures, checkpoint, {.accelerators = n}), failures, checkpoint);
        r.predict(c.id, "outputs.effective_training_time_fraction_min", kept.useful.value,
                  {"the source gives a lower bound (more than 0.9)", "checkpoints of 14 bytes a parameter to storage of 2 TB/s, Daly's interval, spares for 99.9 % of the time"}, at_most(1.0));
        r.omit_rest(c.id, "count", "how failures divide among components is an input: the model takes their sum");
    }
    if (auto const& c = with.cases.at("V20"); with.wants(c)) {
        accelerator_count<> const n = c.number("inputs.gpus") * accelerator_unit;
        reliability failures;
        failures.between_interruptions = n * (c.number("inputs.days") * day) / c.number("inputs.interruptions");
        r.predict(c.id, "outputs.cluster_mtbf_h", between_interruptions(failures, static_cast<int>(c.number("inputs.gpus"))).in(hour));
        r.predict(c.id, "outputs.per_gpu_mtbf_h", failures.between_interruptions.in(accelerator_hour));
        r.predict(c.id, "outputs.per_gpu_per_year", 365.0 * day / (failures.between_interruptions / accelerator_unit));
    }
}

}  // namespace validation

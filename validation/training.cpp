// Training runs.

#include "training_runs.hpp"

namespace validation {

void run_training(context const& with, rows& r) {
    run_megatron_2021(with, r);
    run_megatron_2022(with, r);
    run_megascale(with, r);
    run_llama3(with, r);
    run_mlperf_training(with, r);
    run_adapters(with, r);
    run_mosaic(with, r);
    run_nemo(with, r);
    run_deepseek_v3(with, r);
    run_palm(with, r);
    run_hours(with, r);
    run_reliability(with, r);
}

}  // namespace validation

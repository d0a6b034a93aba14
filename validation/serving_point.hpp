#pragma once
// One serving measurement as the library predicts it: a model on a layout with so many sequences running, prompts worked
// off in iterations that carry the outputs of the others. The one place that names the library's serving interface.

#include "row.hpp"

#include <tallywatt/workload/plan_serving.hpp>

namespace validation {

/// A measured point and what was set for it.
struct serving_point {
    tallywatt::transformer model{};
    tallywatt::cluster on{};
    tallywatt::layout instance{};
    tallywatt::precision weights = tallywatt::precision::bf16;
    tallywatt::precision cache = tallywatt::precision::bf16;
    tallywatt::software_stack stack{};
    double input = 1.0, output = 1.0;   ///< tokens of a request
    double output_variation = 0.0;      ///< squared coefficient of variation of output lengths
    double running = 0.0;               ///< sequences of the instance; 0: as many as the cache holds
    double cache_share = 0.9;           ///< of the memory that weights leave, where `running` is 0
    int most_running = 4096;            ///< per attention group, where `running` is 0
    int token_budget = 8192;            ///< tokens of one iteration
    double redundant_experts = 0.0;
};

struct serving_prediction {
    double output = 0.0;         ///< tokens per second of the instance
    double interval = 0.0;       ///< median time between tokens, seconds
    double power = 0.0;          ///< of all its accelerators, watts
    double sequences = 0.0;      ///< running in the instance
    int accelerators = 1;        ///< of an instance
    int chunk = 0;
    double memory_share = 0.0;   ///< of an accelerator, in use
    double highest_output = 0.0; ///< by the data sheet's rates: no latency, no loss, no communication
    double shortest_interval = 0.0;
};

serving_prediction predict(serving_point const& p);

/// The planner's fastest choice under latency limits (seconds), on `accelerators` of a server's.
serving_prediction predict_fastest(serving_point const& p, int accelerators, double first_token, double per_token);

}  // namespace validation

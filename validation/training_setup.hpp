#pragma once
// Published training runs as jobs, clusters and layouts. What a source did not publish is set by one table keyed by the
// source and its software era, or by the fastest legal choice that fits in memory.

#include "context.hpp"

#include <tallywatt/workload/training_step.hpp>

#include <string>
#include <vector>

namespace validation {

/// What one source's software and practice were.
struct era {
    char const* of;                          ///< case
    tallywatt::training_stack stack;
    tallywatt::precision gradients = tallywatt::precision::fp32;
    bool sequence_parallel = true;
    int zero = 1;
    tallywatt::recompute_kind recompute = tallywatt::recompute_kind::none;
    bool choose_recompute = false;           ///< nothing, attention or everything, whichever is fastest
    char const* text;                        ///< printed as the assumption
};
/// Throws std::invalid_argument for a case without an entry.
era const& era_of(std::string_view of);

/// A run to predict. Zeros and empty lists are free: the fastest legal choice among the usual ones.
struct training_setup {
    tallywatt::training job{};
    tallywatt::cluster on{};
    tallywatt::training_layout layout{};
    std::vector<int> micro_batches{}, interleaves{};
    bool choose_recompute = false;
    std::vector<std::string> assumptions{};
    calibration const* fitted = nullptr;
};
/// Its cluster, with fitted constants.
tallywatt::cluster calibrated(training_setup const& s);

/// A job under its source's era; `chip` is the source's name of the accelerator.
training_setup setup_of(std::string_view of, tallywatt::transformer const& model, std::string_view chip, tallywatt::precision products,
                        calibration const* fitted = nullptr);

struct training_prediction {
    tallywatt::training_layout layout{};
    tallywatt::training_plan plan{};
    tallywatt::training_performance<> result{};
    tallywatt::duration<> floor{};           ///< no step is shorter: operations over the peak
    std::vector<std::string> assumptions{};
    bool found = false;
    std::string reason{};
};
training_prediction predict(training_setup const& s);

/// Shape of a GPT by its table row: 4 h feed-forward, learned positions, biases, tied embeddings.
tallywatt::transformer gpt(int layers, int hidden, int heads, int vocabulary, int positions);

}  // namespace validation

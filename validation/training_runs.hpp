#pragma once
// What the training runners share.

#include "training_setup.hpp"

#include <tallywatt/catalog/models.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace validation {

void run_megatron_2021(context const& with, rows& r);
void run_megatron_2022(context const& with, rows& r);
void run_megascale(context const& with, rows& r);
void run_llama3(context const& with, rows& r);
void run_mlperf_training(context const& with, rows& r);
void run_adapters(context const& with, rows& r);
void run_mosaic(context const& with, rows& r);
void run_nemo(context const& with, rows& r);
void run_deepseek_v3(context const& with, rows& r);
void run_palm(context const& with, rows& r);
void run_hours(context const& with, rows& r);
void run_reliability(context const& with, rows& r);
/// DeepSeek-V3 as its report trains it, at a batch.
training_setup deepseek_v3_setup(context const& with, int batch);

/// Share of paid hours that train, where a source gives hours and nothing of failures: the 0.95 of well-run jobs of a few
/// hundred accelerators lies between the published 0.59 (OPT) and 0.97 (ByteRobust).
inline constexpr double largest_clean_share = 0.95;

inline int whole(published_case const& c, int row, char const* column) { return static_cast<int>(std::lround(c.number(row, column))); }
inline double seconds(training_prediction const& p) { return p.result.step.in(tallywatt::second); }
/// Tokens per second that the peak allows.
inline bound most_tokens(training_prediction const& p) {
    return at_most(p.found ? p.plan.outline.tokens / p.floor.in(tallywatt::second) : 0.0);
}
inline bound most_tokens_each(training_prediction const& p) {
    return at_most(p.found ? p.plan.outline.tokens / p.floor.in(tallywatt::second) / p.layout.accelerators() : 0.0);
}

inline std::vector<std::string> with_note(training_prediction const& p, std::string const& note) {
    auto all = p.assumptions;
    if (!note.empty()) all.push_back(note);
    return all;
}
inline void predict_or_omit(rows& r, published_case const& c, int row, char const* quantity, training_prediction const& p, double value, bound const& limits, std::string const& note = {}) {
    if (p.found)
        r.predict(c.id, row, quantity, value, with_note(p, note), limits);
    else
        r.omit(c.id, row, quantity, p.reason);
}
inline void predict_or_omit(rows& r, published_case const& c, char const* path, training_prediction const& p, double value, bound const& limits, std::string const& note = {}) {
    if (p.found)
        r.predict(c.id, path, value, with_note(p, note), limits);
    else
        r.omit(c.id, path, p.reason);
}

}  // namespace validation

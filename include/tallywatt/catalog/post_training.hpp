#pragma once
// Measured factors of training after pre-training.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/post_training.hpp>

namespace tallywatt::catalog {

/// Time of quantisation-aware fine-tuning over that of plain fine-tuning: 1.89/1.69. Fake quantisation of weights and activations adds
/// streaming work, not products, so the factor falls with model size and batch.
inline constexpr basic_ratio<estimate> quantisation_aware_time{range(1.03, 1.12, 1.35)};
inline constexpr source quantisation_aware_time_source{
    "Speeding up QAT by 1.89x with LoRA, dev-discuss.pytorch.org: QAT with adapters is 1.89 times as fast as QAT and 1.69 times as fast as plain fine-tuning; ends assumed", "2024-12", confidence::low};

/// Time of the same with adapters over that of plain fine-tuning: 1/1.69.
inline constexpr basic_ratio<estimate> quantisation_aware_adapters_time{range(0.50, 0.59, 0.75)};
inline constexpr source quantisation_aware_adapters_time_source{"as quantisation_aware_time", "2024-12", confidence::low};

}  // namespace tallywatt::catalog

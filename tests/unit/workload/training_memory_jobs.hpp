#pragma once
// Jobs and chips that the tests of training memory share.

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/workload/training_memory.hpp>

using namespace tallywatt;


inline constexpr double gib = 1024.0 * 1024.0 * 1024.0;

// A GPT: plain feed-forward of four times the hidden size, LayerNorm, learned positions, tied embeddings.
constexpr transformer
gpt(int layers, int hidden, int heads, int vocabulary = 51200, int positions = 2048, bool biases = true) {
    return {
        .layers = layers,
        .hidden = hidden,
        .vocabulary = vocabulary,
        .tied_embeddings = true,
        .attention =
            {.heads = heads,
             .kv_heads = heads,
             .head_size = hidden / heads,
             .query_bias = biases,
             .key_bias = biases,
             .value_bias = biases,
             .out_bias = biases},
        .ffn = {.width = 4 * hidden, .gated = false, .up_bias = biases, .down_bias = biases},
        .norms = norm_form::scale_and_bias,
        .learned_positions = positions};
}

// 2020 to 2022: unfused attention, dropout.
inline training of_its_time(transformer const& m, int sequence, int batch) {
    training job{.model = m, .sequence = sequence, .batch = batch};
    job.stack.fused_attention = false;
    job.dropout = true;
    return job;
}

inline double bytes(data_size<> x) { return x.in(byte); }
inline double gigabytes(data_size<> x) { return x.in(GB); }

inline accelerator chip_of(double capacity) {
    accelerator chip;
    chip.memory_capacity = capacity * gib * byte;
    return chip;
}
inline training_memory<> fullest(training const& job, training_layout const& l, double capacity = 80.0) {
    return memory_of(plan_training_memory(job, l), job, chip_of(capacity));
}

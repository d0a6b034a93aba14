// The catalog's models: parameters, cache and operations to the last unit, against models_table.hpp.

#include "approx.hpp"
#include "unit/catalog/models_table.hpp"

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/chip/precision.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/workload/operations.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

using namespace tallywatt;

namespace {

models_table::row const& row_of(std::string_view id) {
    for (auto const& r : models_table::rows)
        if (id == r.id) return r;
    FAIL("no row for ", std::string(id));
    return models_table::rows[0];
}

constexpr double real(std::int64_t n) { return static_cast<double>(n); }

}  // namespace

TEST_CASE("the catalog holds every model of the table, each valid") {
    CHECK(std::size(catalog::all_models) == 44);
    CHECK(std::size(catalog::all_models) == std::size(models_table::rows));
    for (auto const& e : catalog::all_models) {
        INFO(e.id);
        CHECK_NOTHROW(validate(*e.shape));
        CHECK_NOTHROW(check(*e.shape));
        CHECK_FALSE(e.sources.empty());
        CHECK(source_of(e.sources, "layers").title != nullptr);
        row_of(e.id);
    }
}

TEST_CASE("parameters of the catalog's models") {
    using enum active_convention;
    for (auto const& e : catalog::all_models) {
        INFO(e.id);
        transformer const& m = *e.shape;
        auto const& r = row_of(e.id);
        CHECK(total_parameters(m) == r.total);
        CHECK(active_parameters(m) == r.active);
        CHECK(active_parameters(m, all) == r.active);
        CHECK(active_parameters(m, without_input_embedding) == r.active_without_input_embedding);
        CHECK(active_parameters(m, without_embedding_and_head) == r.active_without_embeddings);
        CHECK(input_parameters(m) + (m.tied_embeddings ? 0 : embedding_parameters(m)) == r.embeddings);
        CHECK(active_matrices(m) == r.active_matrices);
        CHECK(m.vision_parameters == r.vision);
        if (r.vision > 0) CHECK(parameters_with_vision(m) == r.with_vision);
        if (r.checkpoint > 0) CHECK(parameters_with_vision(m) == r.checkpoint);
    }
}

TEST_CASE("parameters of prediction modules") {
    using enum prediction_convention;
    for (auto const& e : catalog::all_models) {
        INFO(e.id);
        transformer const& m = *e.shape;
        auto const& r = row_of(e.id);
        CHECK(prediction_parameters(m) == r.mtp);
        if (r.mtp == 0) continue;
        CHECK(prediction_parameters(m, without_projection) == 11507307776);  // the same shape for both that have one
        if (r.mtp_without_projection > 0) CHECK(prediction_parameters(m, without_projection) == r.mtp_without_projection);
        CHECK(total_parameters(m) + prediction_parameters(m) == r.with_mtp);
        CHECK(total_parameters(m) + prediction_parameters(m, with_embedding_and_head) == r.with_mtp_copies);
    }
}

TEST_CASE("cache of the catalog's models") {
    // whole numbers below 2^53: doubles hold them exactly, so equality is meant
    auto const bf16 = size_of(precision::bf16);
    for (auto const& e : catalog::all_models) {
        INFO(e.id);
        transformer const& m = *e.shape;
        auto const& r = row_of(e.id);
        CHECK(m.attention.cached_elements() == r.cached_elements);
        CHECK(cache_per_token(m, bf16).in(byte / token) == real(r.cache));
        CHECK(global_cache_per_token(m, bf16).in(byte / token) == real(r.global_cache));
        CHECK(expanded_cache_per_token(m, bf16).in(byte / token) == real(r.expanded_cache > 0 ? r.expanded_cache : r.cache));
        for (int i = 0; i < 4; ++i)
            if (r.cache_at[i] > 0) CHECK(cache_size(m, models_table::cache_contexts[i], bf16).in(byte) == real(r.cache_at[i]));
    }
}

TEST_CASE("operations of the catalog's models") {
    using enum attention_mask;
    for (auto const& e : catalog::all_models) {
        INFO(e.id);
        transformer const& m = *e.shape;
        auto const& r = row_of(e.id);
        CHECK(matmul_operations(m).in(FLOP) == real(r.matmul));
        CHECK(layer_attention_operations(m).in(FLOP) == real(r.core));
        CHECK(attention_operations_per_key(m).in(FLOP) == real(r.core * m.layers));
        for (int i = 0; i < 6; ++i) {
            double const c = real(models_table::decode_contexts[i]);
            CHECK(forward_operations(m, c).in(FLOP) == real(r.decode[i]));
            CHECK(forward_operations(m, c, true).in(FLOP) == real(r.absorbed[i] > 0 ? r.absorbed[i] : r.decode[i]));
        }
        for (int i = 0; i < 4; ++i)  // of a sliding window, w (w - 1)/(2 s) is rounded
            CHECK(sequence_operations(m, models_table::prefill_lengths[i]).in(FLOP) == near(real(r.prefill[i]), 2e-16));
        CHECK(training_operations(m, 4096).in(FLOP) == near(real(r.training), 2e-16));
        CHECK(training_operations(m, 4096, full).in(FLOP) == real(r.training_full));
    }
    // Llama 4 Scout at four chunks of 8192: a token sees 4096.5 of its chunk on the mean, in 36 of 48 layers; the other twelve
    // show it 16384.5. A window that slid would show 8192 - 8192 x 8191 / (2 x 32768) = 7168.125
    double const core = 2.0 * 40.0 * 256.0, chunked = 36.0 * 4096.5 + 12.0 * 16384.5, slid = 36.0 * 7168.125 + 12.0 * 16384.5;
    auto const per_token = [](transformer const& m) { return (sequence_operations(m, 32768) - matmul_operations(m)).in(FLOP); };
    transformer sliding = catalog::llama_4_scout;
    sliding.attention.window.form = window_form::sliding;
    CHECK(per_token(catalog::llama_4_scout) == core * chunked);
    CHECK(per_token(sliding) == core * slid);
}

TEST_CASE("windowed layers of the catalog's models") {
    CHECK(catalog::mistral_7b.local_layers() == 32);
    CHECK(catalog::llama_4_scout.global_layers() == 12);
    CHECK(catalog::gpt_oss_20b.local_layers() == 12);
    CHECK(catalog::gemma_3_27b.local_layers() == 52);  // 10 periods of five, and the last two layers
    CHECK(catalog::llama_3_8b.local_layers() == 0);
    CHECK(catalog::gemma_3_27b.attention.window.covers(61));
    CHECK_FALSE(catalog::gemma_3_27b.attention.window.covers(59));
}

TEST_CASE("vision towers by hand: the same layers, without vocabulary") {
    // SigLIP at 896 pixels: 27 layers; patches of 14 x 14 in three colours, 64 x 64 positions; projector 1152 -> 5376, normed
    transformer const siglip{
        .layers = 27,
        .hidden = 1152,
        .attention = {.heads = 16, .kv_heads = 16, .head_size = 72, .query_bias = true, .key_bias = true, .value_bias = true, .out_bias = true},
        .ffn = {.width = 4304, .gated = false, .up_bias = true, .down_bias = true},
        .norms = norm_form::scale_and_bias};
    CHECK(27 * layer_parameters(siglip, false) + (588 + 1) * 1152 + 4096 * 1152 + 2 * 1152 + 1152 * 5376 + 1152 == catalog::gemma_3_27b.vision_parameters);
    // 34 layers at 336 pixels: class vector, 24 x 24 + 1 positions, no bias of the patches, norms before and after; adapter of
    // four patches 5632 -> 4096 -> 4096, projector 4096 -> 5120, without biases
    transformer tower = siglip;
    tower.layers = 34, tower.hidden = 1408, tower.attention.head_size = 88, tower.ffn.width = 5632;
    CHECK(34 * layer_parameters(tower, false) + 1408 + 577 * 1408 + 588 * 1408 + 4 * 1408 + 5632 * 4096 + 4096 * 4096 + 4096 * 5120 ==
          catalog::llama_4_scout.vision_parameters);
}

TEST_CASE("what publishers say of the catalog's models") {
    using enum active_convention;
    auto const says = [](std::int64_t n, double headline, double last_digit) { CHECK(real(n) == near(headline, 0.5 * last_digit / headline)); };
    // 671B-A37B (DeepSeek-V3 README); 141B-A39B and 46.7B-A12.9B (Mistral release posts); 236B-A21B, 15.7B-A2.4B
    // (DeepSeek-V2 report); 20.91B-A3.61B (gpt-oss model card); 30.5B-A3.3B (Qwen3 report); 16.4B-A2.8B (DeepSeekMoE paper)
    says(total_parameters(catalog::deepseek_v3), 671e9, 1e9);
    says(active_parameters(catalog::deepseek_v3, without_input_embedding), 37e9, 1e9);
    says(total_parameters(catalog::mixtral_8x22b), 141e9, 1e9);
    says(active_parameters(catalog::mixtral_8x22b, without_input_embedding), 39e9, 1e9);
    says(total_parameters(catalog::mixtral_8x7b), 46.7e9, 0.1e9);
    says(active_parameters(catalog::mixtral_8x7b), 12.9e9, 0.1e9);
    says(total_parameters(catalog::deepseek_v2), 236e9, 1e9);
    says(active_parameters(catalog::deepseek_v2, without_input_embedding), 21e9, 1e9);
    says(total_parameters(catalog::deepseek_v2_lite), 15.7e9, 0.1e9);
    says(total_parameters(catalog::gpt_oss_20b), 20.91e9, 0.01e9);
    says(active_parameters(catalog::gpt_oss_20b, without_input_embedding), 3.61e9, 0.01e9);
    says(total_parameters(catalog::qwen3_30b_a3b), 30.5e9, 0.1e9);
    CHECK(real(active_parameters(catalog::qwen3_30b_a3b)) == near(3.35e9, 0.05 / 3.35));  // 3.3B is cut off, not rounded
    says(total_parameters(catalog::deepseek_moe_16b), 16.4e9, 0.1e9);
    says(active_parameters(catalog::deepseek_moe_16b), 2.8e9, 0.1e9);
    says(total_parameters(catalog::mt_nlg_530b), 529.6e9, 0.1e9);
    says(total_parameters(catalog::gpt_3_175b), 174600e6, 100e6);
    // 34.6K and 15.6K cached elements a token (DeepSeek-V2 report); 70 KB and 516 KB (Insights into DeepSeek-V3, ISCA 2025)
    CHECK(catalog::deepseek_v2.layers * catalog::deepseek_v2.attention.cached_elements() == 34560);
    CHECK(catalog::deepseek_v2_lite.layers * catalog::deepseek_v2_lite.attention.cached_elements() == 15552);
    CHECK(cache_per_token(catalog::deepseek_v3, size_of(precision::bf16)).in(byte / token) == 70272.0);
    CHECK(cache_per_token(catalog::llama_3_1_405b, size_of(precision::bf16)).in(byte / token) == 516096.0);
    // training operations per token of 4096: 250 and 155 GFLOP, causal (ISCA 2025); 74.4 and 187.9 TFLOP for the sequence,
    // full mask (DeepSeekMoE paper): last digit, and 2 % where the paper's own way of counting is not told
    CHECK(training_operations(catalog::deepseek_v3, 4096).in(GFLOP) == near(250.0, 0.5 / 250));
    CHECK(training_operations(catalog::deepseek_v2, 4096).in(GFLOP) == near(155.0, 0.5 / 155));
    CHECK(4096.0 * training_operations(catalog::deepseek_moe_16b, 4096, attention_mask::full).in(TFLOP) == near(74.4, 0.021));
    CHECK(4096.0 * training_operations(catalog::llama_2_7b, 4096, attention_mask::full).in(TFLOP) == near(187.9, 0.005));
}

TEST_CASE("GPT-4 is an estimate: ranges that hold every published figure") {
    auto const& m = catalog::gpt_4;
    CHECK_NOTHROW(validate(m));
    CHECK_NOTHROW(check(m));
    CHECK(m.status == disclosure::leaked);
    auto const holds = [](estimate const& e, double x) { return e.low <= x && x <= e.high && e.low < e.high; };
    for (double const x : {1.76e12, 1.8e12, 16 * 111e9 + 55e9}) CHECK(holds(total_parameters(m), x));
    for (double const x : {220e9, 280e9, 2 * 111e9 + 55e9, 176e9, 528e9}) CHECK(holds(active_parameters(m), x));
    CHECK(holds(m.training_tokens.in(known(1.0) * token), 13e12));
    // Epoch AI (arXiv 2405.21015), the leak, and 25,000 A100 for 2280 h at 0.34 of 312 TFLOP/s
    for (double const x : {2.1e25, 2.15e25, 25000.0 * 2280.0 * 3600.0 * 312e12 * 0.34}) CHECK(holds(m.training_operations.base_value, x));
    auto const likely = convert<double>(m);
    CHECK(matmul_operations(likely).in(GFLOP) == near(560.0, 1e-14));
    CHECK(training_matmul_operations(likely).in(FLOP) == near(6.0 * 280e9 * 13e12, 1e-14));  // 2.18e25
    auto const wide = convert<interval>(m);
    CHECK(matmul_operations(wide).in(GFLOP).low == near(352.0, 1e-12));
    CHECK(matmul_operations(wide).in(GFLOP).high == near(1056.0, 1e-12));
    auto const refusal = [](auto const& ask) {
        try {
            ask();
        } catch (invalid_input const& e) {
            return std::string(e.what());
        }
        return std::string("accepted");
    };
    CHECK(refusal([&] { (void)cache_per_token(m, 2.0 * byte); }) ==
          "GPT-4 (estimate).cache_per_token: no estimate tells the sizes of its attention; give a transformer of your own assumptions");
    auto wrong = likely;
    wrong.active_parameters = 2e12;
    CHECK(refusal([&] { check(wrong); }) == "model_estimate.active_parameters: 2e+12 is above the 1.8e+12 of the model");
    wrong = likely;
    wrong.experts_per_token = 17;
    CHECK(refusal([&] { check(wrong); }) == "model_estimate.experts_per_token: 17 is above 16");
    wrong = likely;
    wrong.total_parameters = 0.0;
    CHECK(refusal([&] { validate(wrong); }) == "model_estimate.total_parameters: 0 is not above 0");
}

TEST_CASE("Gemini 1.5 Pro is undisclosed: asking for a size says so") {
    auto const& m = catalog::gemini_1_5_pro;
    CHECK_NOTHROW(validate(m));
    CHECK(m.context_limit == 1000000);
    auto const refused = [](char const* what, auto const& ask) {
        std::string said = "accepted";
        try {
            ask();
        } catch (invalid_input const& e) {
            said = e.what();
        }
        CHECK(said == std::string("Gemini 1.5 Pro.") + what + ": not disclosed by Google DeepMind; give a transformer or a model_estimate of your own assumptions");
    };
    refused("total_parameters", [&] { (void)total_parameters(m); });
    refused("active_parameters", [&] { (void)active_parameters(m); });
    refused("active_parameters", [&] { (void)active_parameters(m, active_convention::without_input_embedding); });
    refused("matmul_operations", [&] { (void)matmul_operations(m); });
    refused("forward_operations", [&] { (void)forward_operations(m, 4096.0); });
    refused("training_operations", [&] { (void)training_operations(m, 4096); });
    refused("cache_per_token", [&] { (void)cache_per_token(m, 2.0 * byte); });
}

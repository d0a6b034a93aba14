#pragma once
// Models: transformer shapes from published configurations, and what is known of models without one. Total parameters
// equal those of the published checkpoints to the last unit where one was found. One header per family.
//
//   transformer m = catalog::llama_3_1_70b;
//   for (catalog::model_entry const& e : catalog::all_models) use(e.id, *e.shape, e.sources);

#include <tallywatt/catalog/models/bloom.hpp>
#include <tallywatt/catalog/models/deepseek.hpp>
#include <tallywatt/catalog/models/deepseek_r1_distill.hpp>
#include <tallywatt/catalog/models/gemini.hpp>
#include <tallywatt/catalog/models/gemma.hpp>
#include <tallywatt/catalog/models/gpt.hpp>
#include <tallywatt/catalog/models/gpt_4.hpp>
#include <tallywatt/catalog/models/gpt_oss.hpp>
#include <tallywatt/catalog/models/grok.hpp>
#include <tallywatt/catalog/models/llama.hpp>
#include <tallywatt/catalog/models/megatron.hpp>
#include <tallywatt/catalog/models/mistral.hpp>
#include <tallywatt/catalog/models/olmo.hpp>
#include <tallywatt/catalog/models/opt.hpp>
#include <tallywatt/catalog/models/phi.hpp>
#include <tallywatt/catalog/models/qwen.hpp>

#include <span>

namespace tallywatt::catalog {

/// A shape of the catalog, the name it has there, and its sources.
struct model_entry {
    char const* id = "";
    transformer const* shape = nullptr;
    std::span<sourced_field const> sources{};
};

/// Every model of the catalog whose shape is known.
inline constexpr model_entry all_models[] = {
#define TALLYWATT_MODEL(name)                                                                                          \
 { #name, &name, name##_sources }
    TALLYWATT_MODEL(llama_2_7b),
    TALLYWATT_MODEL(llama_2_13b),
    TALLYWATT_MODEL(llama_2_70b),
    TALLYWATT_MODEL(llama_3_8b),
    TALLYWATT_MODEL(llama_3_70b),
    TALLYWATT_MODEL(llama_3_1_8b),
    TALLYWATT_MODEL(llama_3_1_70b),
    TALLYWATT_MODEL(llama_3_1_405b),
    TALLYWATT_MODEL(llama_4_scout),
    TALLYWATT_MODEL(mistral_7b),
    TALLYWATT_MODEL(mixtral_8x7b),
    TALLYWATT_MODEL(mixtral_8x22b),
    TALLYWATT_MODEL(deepseek_moe_16b),
    TALLYWATT_MODEL(deepseek_v2_lite),
    TALLYWATT_MODEL(deepseek_v2),
    TALLYWATT_MODEL(deepseek_v3),
    TALLYWATT_MODEL(deepseek_r1),
    TALLYWATT_MODEL(deepseek_r1_distill_qwen_1_5b),
    TALLYWATT_MODEL(deepseek_r1_distill_qwen_7b),
    TALLYWATT_MODEL(deepseek_r1_distill_llama_8b),
    TALLYWATT_MODEL(deepseek_r1_distill_qwen_14b),
    TALLYWATT_MODEL(deepseek_r1_distill_qwen_32b),
    TALLYWATT_MODEL(deepseek_r1_distill_llama_70b),
    TALLYWATT_MODEL(qwen2_5_7b),
    TALLYWATT_MODEL(qwen2_5_32b),
    TALLYWATT_MODEL(qwen2_5_72b),
    TALLYWATT_MODEL(qwen3_8b),
    TALLYWATT_MODEL(qwen3_32b),
    TALLYWATT_MODEL(qwen3_30b_a3b),
    TALLYWATT_MODEL(gpt_oss_20b),
    TALLYWATT_MODEL(gemma_3_27b),
    TALLYWATT_MODEL(phi_4),
    TALLYWATT_MODEL(grok_1),
    TALLYWATT_MODEL(olmo_2_7b),
    TALLYWATT_MODEL(olmo_2_13b),
    TALLYWATT_MODEL(olmo_2_32b),
    TALLYWATT_MODEL(opt_175b),
    TALLYWATT_MODEL(bloom_176b),
    TALLYWATT_MODEL(gpt_2_xl),
    TALLYWATT_MODEL(gpt_3_175b),
    TALLYWATT_MODEL(megatron_22b),
    TALLYWATT_MODEL(megatron_175b),
    TALLYWATT_MODEL(megatron_1t),
    TALLYWATT_MODEL(mt_nlg_530b)
#undef TALLYWATT_MODEL
};

} // namespace tallywatt::catalog

#include "catalog_names.hpp"

#include <tallywatt/catalog/registry.hpp>

#include <stdexcept>
#include <type_traits>
#include <utility>

namespace validation {

using namespace tallywatt;

namespace {

/// The object of the catalog of that type and id.
template <class X>
std::optional<X> look_up(std::string_view wanted) {
    std::optional<X> found;
    catalog::each_entry([&](char const* id, auto const& object, auto const&) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(object)>, X>)
            if (wanted == id) found = object;
    });
    return found;
}

constexpr std::pair<std::string_view, char const*> model_ids[] = {
    {"Llama-2-70B", "llama_2_70b"},
    {"Llama-3-8B", "llama_3_1_8b"},
    {"Llama-3.1-8B-Instruct", "llama_3_1_8b"},
    {"Llama-3.1-8B", "llama_3_1_8b"},
    {"Llama-3-70B", "llama_3_1_70b"},
    {"Llama-3.1-70B-Instruct", "llama_3_1_70b"},
    {"Llama-3.1-70B", "llama_3_1_70b"},
    {"Llama-3.1-405B", "llama_3_1_405b"},
    {"Mixtral-8x7B", "mixtral_8x7b"},
    {"Qwen3-8B", "qwen3_8b"},
    {"Qwen3-14B", "qwen3_14b"},
    {"Qwen3-32B", "qwen3_32b"},
    {"Qwen3-30B-A3B", "qwen3_30b_a3b"},
    {"Qwen3-30B-A3B-Instruct-2507", "qwen3_30b_a3b"},
    {"gemma-3-27b-it", "gemma_3_27b"},
    {"DeepSeek-V3.1", "deepseek_v3"},
    {"DeepSeek-V3/R1", "deepseek_v3"},
};

// The name that the data's own table of models has for a published one.
constexpr std::pair<std::string_view, std::string_view> table_names[] = {
    {"Llama-3.1-8B-Instruct", "Llama-3-8B"},   {"Llama-3.1-8B", "Llama-3-8B"},
    {"Llama-3.1-70B-Instruct", "Llama-3-70B"}, {"Llama-3.1-70B", "Llama-3-70B"},
    {"Qwen3-30B-A3B-Instruct-2507", "Qwen3-30B-A3B"}, {"gemma-3-27b-it", "Gemma-3-27B"}};

// Sizes of heads where heads times size is not the width, which the table leaves out: published configurations.
constexpr std::pair<std::string_view, int> head_sizes[] = {{"Qwen3-32B", 128}, {"Qwen3-30B-A3B", 128}, {"Gemma-3-27B", 128}};

std::optional<found_model> from_table(published_case const& shapes, std::string_view published_name) {
    std::string name(published_name);
    for (auto const& [given, in_table] : table_names)
        if (published_name == given) name = in_table;
    auto const field = [&](char const* of) { return shapes.fact(name + '.' + of); };
    auto const integer = [&](char const* of) { return static_cast<int>(field(of).number); };
    if (!field("layers").is_number() || field("attention").is_text()) return std::nullopt;
    transformer m{.name = "", .layers = integer("layers"), .hidden = integer("hidden"), .vocabulary = integer("vocab")};
    m.attention.heads = integer("heads");
    m.attention.kv_heads = integer("kv_heads");
    m.attention.head_size = field("head_dim").is_number() ? integer("head_dim") : m.hidden / m.attention.heads;
    for (auto const& [of, size] : head_sizes)
        if (name == of) m.attention.head_size = size;
    m.ffn.width = integer("ffn");
    m.experts.routed = integer("routed_experts");
    m.experts.per_token = integer("top_k");
    m.experts.width = integer("expert_ffn");
    m.experts.shared = integer("shared_experts");
    m.experts.leading_dense = integer("dense_layers");
    return found_model{m, "shape of " + name + ": table of models of the data"};
}

constexpr std::pair<std::string_view, char const*> server_ids[] = {
    {"H100-SXM", "hgx_h100"},      {"H100", "hgx_h100"},           {"H200-SXM", "hgx_h200"},
    {"H800-SXM", "hgx_h800"},      {"B200-SXM", "hgx_b200"},       {"B200", "hgx_b200"},
    {"B300", "hgx_b300"},            {"GB200", "gb200_nvl72"},      {"GB300", "gb300_nvl72"},       {"MI300X", "mi300x_platform"},
    {"MI325X", "mi325x_platform"}, {"MI355X", "mi355x_platform"},  {"A100-SXM-80GB", "hgx_a100_80gb"},
    {"A100-SXM-40GB", "hgx_a100_40gb"}, {"V100", "hgx_v100"},       {"MI250X", "mi250x_node"},
    {"TPU-v3", "tpu_v3_tray"},     {"TPU-v4", "tpu_v4_tray"}};

}  // namespace

std::optional<found_model> find_model(library_of_cases const& cases, std::string_view published_name) {
    for (auto const& [name, id] : model_ids)
        if (published_name == name)
            if (auto const m = look_up<transformer>(id)) return found_model{*m, ""};
    return from_table(cases.shapes, published_name);
}

std::optional<cluster> find_cluster(std::string_view accelerator) {
    for (auto const& [name, id] : server_ids)
        if (accelerator == name)
            if (auto const s = look_up<basic_server<estimate>>(id)) {
                cluster c{.server = *s, .network = catalog::infiniband_ndr};
                if (accelerator.substr(0, 2) == "GB") c.rack = catalog::nvl72_rack;
                if (accelerator.substr(0, 4) == "A100") c.network = catalog::infiniband_hdr;
                if (accelerator.find("B300") != std::string_view::npos) c.network = catalog::infiniband_xdr;
                if (accelerator.substr(0, 2) == "MI") c.network = catalog::roce_400g;
                return c;
            }
    return std::nullopt;
}

software_stack find_stack(std::string_view id) {
    if (auto const s = look_up<basic_software_stack<estimate>>(id)) return *s;
    throw std::invalid_argument(std::string(id) + ": no such software stack in the catalog");
}

precision precision_of(std::string_view name) {
    if (name == "bf16") return precision::bf16;
    if (name == "fp8") return precision::fp8;
    if (name == "fp4") return precision::fp4;
    throw std::invalid_argument(std::string(name) + ": no such number format");
}

}  // namespace validation

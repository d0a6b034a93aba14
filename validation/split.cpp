#include "split.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace validation {

namespace {

bool names(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.find(w) != std::string_view::npos; });
}

// Accelerators of cases that name them beside their tables only.
constexpr std::pair<std::string_view, char const*> systems[] = {
    {"T-MEG21", "A100-SXM-80GB"},   {"T-MTNLG", "A100-SXM-80GB"},  {"T-KOR22", "A100-SXM-80GB"},   {"T-MEGASCALE", "A100-SXM-80GB"}, {"T-LLAMA3", "H100-SXM"},
    {"T-MLPERF40-GPT3", "H100-SXM"}, {"T-MLPERF50-405B", "H100-SXM"}, {"E-MLPERF40-LORA", "H100-SXM"}, {"I-LMSYS-H100", "H100-SXM"},   {"I-DEEPSEEK-PROFILE", "H800-SXM"}};
constexpr std::pair<std::string_view, char const*> models[] = {
    {"T-LLAMA3-405B", "Llama-3.1-405B"}, {"T-MLPERF50-405B", "Llama-3.1-405B"}, {"T-MLPERF-LORA", "Llama-2-70B"}, {"E-MLPERF40-LORA", "Llama-2-70B"},
    {"I-LMSYS-H100", "DeepSeek-V3/R1"},  {"I-DEEPSEEK", "DeepSeek-V3/R1"}};

template <std::size_t N>
std::string given(std::pair<std::string_view, char const*> const (&table)[N], std::string_view of) {
    for (auto const& [start, what] : table)
        if (of.substr(0, start.size()) == start) return what;
    return {};
}

std::string first_text(published_case const& c, int row, std::initializer_list<char const*> columns, char const* fact) {
    if (row < c.rows())
        for (char const* column : columns)
            if (c.cell(row, column).is_text()) return c.cell(row, column).text;
    value const v = c.fact(fact);
    return v.is_text() ? v.text : std::string();
}

bool mixture(std::string_view model) { return names(model, {"DeepSeek", "Mixtral", "A3B", "A22B", "gpt-oss", "GPT-OSS", "Llama-4", "Kimi"}); }
bool held_model(std::string_view model) { return names(model, {"235B", "gpt-oss", "GPT-OSS", "Kimi", "Llama-4"}); }

// "held = GB200/GB300, H200, TPU v3/v5p, Gaudi2, MI325X, ZeRO-3, MegaScale optimisations, ...; open = A100/H100 dense, DeepSeek-V3, Llama 3"
split of_training(published_case const& c, int row, std::string_view system, std::string_view model) {
    bool const sharded = c.id.rfind("T-MPT-", 0) == 0 || c.id == "T-HOURS-MPT7B" || (row < c.rows() && c.cell(row, "fsdp").is_text() && names(c.text(row, "fsdp"), {"8", "64"})) ||
                         (row < c.rows() && c.cell(row, "fsdp").is_number() && c.number(row, "fsdp") > 1.0);
    if (sharded || held_model(model) || names(system, {"GB200", "GB300", "H200", "TPU-v3", "TPU-v5p", "Gaudi2", "MI325X"})) return split::held;
    if (row < c.rows() && c.cell(row, "method").is_text() && c.text(row, "method") == "MegaScale") return split::held;
    if (names(model, {"DeepSeek-V3", "Llama-3"})) return split::open;
    return names(system, {"A100", "H100"}) && !mixture(model) && c.id != "T-LLAMA3-RELIABILITY" ? split::open : split::other;
}

// "open = Llama 8B/70B, Mixtral, Qwen3 up to 32B and 30B-A3B, DeepSeek on 8-GPU nodes; held = Llama 3.1 405B, Qwen3-235B, gpt-oss, Llama 4, all NVL72, H200, MI325X"
split of_serving(published_case const& c, int row, std::string_view system, std::string_view model) {
    if (held_model(model) || names(model, {"405B"}) || names(system, {"GB200", "GB300", "H200", "MI325X"})) return split::held;
    if (names(model, {"DeepSeek"})) {
        double const gpus = row < c.rows() && c.cell(row, "gpus").is_number() ? c.number(row, "gpus") : row < c.rows() && c.cell(row, "num_gpus").is_number() ? c.number(row, "num_gpus") : 0.0;
        return gpus > 0.0 && gpus <= 8.0 ? split::open : split::other;
    }
    return names(model, {"Mixtral", "Qwen3"}) || (names(model, {"Llama"}) && names(model, {"8B", "70B"})) ? split::open : split::other;
}

// "open = LoRA power on H100, OLMo 2, T5/Meena/GPT-3; held = GPT-3 power on 512 H100, B200 power, OLMo on A100, sparse models"
split of_energy(published_case const& c, std::string_view system, std::string_view model) {
    if (names(system, {"B200", "B300"}) || mixture(model)) return split::held;
    return names(c.id, {"E-MLPERF40-LORA", "E-OLMO2", "E-PATTERSON"}) ? split::open : split::other;
}

}  // namespace

char const* name_of(split s) { return s == split::open ? "open" : s == split::held ? "held" : "other"; }

std::string system_of(published_case const& c, int row) {
    std::string const named = first_text(c, row, {"accelerator", "gpu", "system"}, "inputs.accelerator");
    return named.empty() ? given(systems, c.id) : named;
}

std::string model_of(published_case const& c, int row) {
    std::string const named = first_text(c, row, {"model", "task"}, "inputs.model");
    return named.empty() ? given(models, c.id) : named;
}

std::string_view generation_of(std::string_view accelerator) {
    if (names(accelerator, {"A100"})) return "ampere";
    if (names(accelerator, {"H100", "H200", "H800", "H20"})) return "hopper";
    if (names(accelerator, {"B200", "B300"})) return "blackwell";
    if (names(accelerator, {"MI300X", "MI325X"})) return "cdna3";
    return names(accelerator, {"TPU"}) ? "tpu" : "";
}

split split_of(published_case const& c, int row, kind what) {
    std::string const system = system_of(c, row), model = model_of(c, row);
    switch (what) {
        case kind::training: return of_training(c, row, system, model);
        case kind::serving: return of_serving(c, row, system, model);
        case kind::energy: return of_energy(c, system, model);
        default: break;
    }
    if (what == kind::fabric) // open: what constants of the catalog were set on
        return names(c.id, {"N-AR-A100", "N-AR-H100", "N-AR-H200", "N-AR-B200-BOOK", "N-AR-GB200", "N-AR-MI300X", "N-SCAN", "N-KINDS", "N-PEAK", "N-KERNELS", "N-TRAYS", "N-DEEPEP1", "N-GAUDI3"})
                   ? split::open
                   : split::held;
    // "open = AWS/Google PUE, half of Epoch and SemiAnalysis rows; held = ..., the other half": every second row
    if (c.id == "F-PUE-AWS-GOOGLE") return split::open;
    if (c.id == "C-EPOCH-A" || c.id == "C-SEMI-TCO-A") return row % 2 == 0 ? split::open : split::held;
    return split::other;
}

}  // namespace validation

#pragma once
// Traffic of published traces: request lengths, their variation, and the share of prompts found in a cache. Squared
// variations are estimated from the published quantiles; load keeps the member default, with its source.
//
//   serving const s{.model = catalog::llama_3_1_70b, .traffic = catalog::chat, .stack = catalog::vllm_2025};

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/traffic.hpp>

namespace tallywatt::catalog {

namespace detail::trace {
inline constexpr source azure{"Azure LLM inference trace 2023 (AzurePublicDataset)", "2023-11", confidence::high};
inline constexpr source azure_spread{
    "estimated from the quantiles of the Azure LLM inference trace 2023", "2023-11", confidence::medium};
inline constexpr source mooncake{
    "Mooncake traces (kvcache-ai), conversation and tool-agent", "2024-06", confidence::high};
inline constexpr source mooncake_spread{
    "estimated from the quantiles of the Mooncake conversation trace", "2024-06", confidence::medium};
inline constexpr source arrivals{
    "assumed Poisson in the mean; traces are burstier (BurstGPT, ServeGen, recalled)", "2026", confidence::assumed};
inline constexpr source no_prefixes{
    "the trace does not tell shared prefixes: none assumed, up to a third", "2026", confidence::assumed};
inline constexpr source lengths{"assumed exponential lengths", "2026", confidence::assumed};
inline constexpr source unlimited_cache{
    "hits of 512-token blocks in a cache without limit, computed from the Mooncake trace; low end: a limited one, "
    "assumed",
    "2024-06", confidence::medium};
} // namespace detail::trace

/// Chat: prompts of a thousand tokens, answers of two hundred.
inline constexpr basic_traffic<estimate> chat = {
    .input = known(1'155.0) * token,
    .output = known(211.0) * token,
    .cached = share{range(0.0, 0.0, 0.33)},
    .output_variation = basic_ratio<estimate>{range(0.4, 0.7, 1.0)},
    .arrival_variation = basic_ratio<estimate>{range(1.0, 1.0, 3.0)},
    .prompt_variation = basic_ratio<estimate>{range(0.6, 0.8, 1.0)}};
inline constexpr sourced_field chat_sources[] = {
    {"input", detail::trace::azure},
    {"output", detail::trace::azure},
    {"cached", detail::trace::no_prefixes},
    {"output_variation", detail::trace::azure_spread},
    {"arrival_variation", detail::trace::arrivals},
    {"prompt_variation", detail::trace::azure_spread}};

/// Code completion: two thousand tokens of context, a line or two out.
inline constexpr basic_traffic<estimate> code_completion = {
    .input = known(2'048.0) * token,
    .output = known(28.0) * token,
    .cached = share{range(0.0, 0.0, 0.33)},
    .output_variation = basic_ratio<estimate>{range(2.0, 3.0, 5.0)},
    .arrival_variation = basic_ratio<estimate>{range(1.0, 1.0, 3.0)},
    .prompt_variation = basic_ratio<estimate>{range(0.7, 0.9, 1.1)}};
inline constexpr sourced_field code_completion_sources[] = {
    {"input", detail::trace::azure},
    {"output", detail::trace::azure},
    {"cached", detail::trace::no_prefixes},
    {"output_variation", detail::trace::azure_spread},
    {"arrival_variation", detail::trace::arrivals},
    {"prompt_variation", detail::trace::azure_spread}};

/// Retrieval-augmented and long conversations: twelve thousand tokens in, a third of them seen before.
inline constexpr basic_traffic<estimate> long_input = {
    .input = known(12'035.0) * token,
    .output = known(343.0) * token,
    .cached = share{range(0.2, 0.366, 0.366)},
    .output_variation = basic_ratio<estimate>{range(0.25, 0.35, 0.5)},
    .arrival_variation = basic_ratio<estimate>{range(1.0, 1.0, 3.0)},
    .prompt_variation = basic_ratio<estimate>{range(1.5, 2.0, 2.5)}};
inline constexpr sourced_field long_input_sources[] = {
    {"input", detail::trace::mooncake},
    {"output", detail::trace::mooncake},
    {"cached", detail::trace::unlimited_cache},
    {"output_variation", detail::trace::mooncake_spread},
    {"arrival_variation", detail::trace::arrivals},
    {"prompt_variation", detail::trace::mooncake_spread}};

/// Agents: many turns that share a prefix, short answers.
inline constexpr basic_traffic<estimate> agents = {
    .input = known(8'596.0) * token,
    .output = known(182.0) * token,
    .cached = share{range(0.4, 0.59, 0.64)},
    .output_variation = basic_ratio<estimate>{range(0.6, 1.0, 1.4)},
    .arrival_variation = basic_ratio<estimate>{range(1.0, 1.0, 3.0)},
    .prompt_variation = basic_ratio<estimate>{range(0.5, 1.0, 2.0)}};
inline constexpr sourced_field agents_sources[] = {
    {"input", detail::trace::mooncake},
    {"output", detail::trace::mooncake},
    {"cached",
     {"between the Mooncake conversation's hit rate and its synthetic trace's 0.640, nearer the latter, assumed",
      "2024-06", confidence::low}},
    {"output_variation", detail::trace::lengths},
    {"arrival_variation", detail::trace::arrivals},
    {"prompt_variation", detail::trace::lengths}};

/// Reasoning: short questions, thousands of tokens of thought.
inline constexpr basic_traffic<estimate> reasoning = {
    .input = range(600.0, 800.0, 1'000.0) * token,
    .output = range(3'700.0, 3'736.0, 3'750.0) * token,
    .cached = share{range(0.0, 0.0, 0.33)},
    .output_variation = basic_ratio<estimate>{range(0.6, 1.0, 1.4)},
    .arrival_variation = basic_ratio<estimate>{range(1.0, 1.0, 3.0)},
    .prompt_variation = basic_ratio<estimate>{range(0.5, 1.0, 2.0)}};
inline constexpr sourced_field reasoning_sources[] = {
    {"input", {"MLPerf Inference v5.1, DeepSeek-R1 benchmark: mean prompt recalled", "2025-09", confidence::low}},
    {"output", {"MLPerf Inference v5.1 logs, DeepSeek-R1: output tokens per query", "2025-09", confidence::high}},
    {"cached", detail::trace::no_prefixes},
    {"output_variation", detail::trace::lengths},
    {"arrival_variation", detail::trace::arrivals},
    {"prompt_variation", detail::trace::lengths}};

/// A mixed public service: the DeepSeek day.
inline constexpr basic_traffic<estimate> deepseek_day = {
    .input = range(3'700.0, 3'909.0, 4'100.0) * token,
    .output = range(1'000.0, 1'080.0, 1'160.0) * token,
    .cached = share{known(0.563)},
    .output_variation = basic_ratio<estimate>{range(0.7, 1.0, 1.3)},
    .arrival_variation = basic_ratio<estimate>{range(1.0, 1.0, 3.0)},
    .prompt_variation = basic_ratio<estimate>{range(0.5, 1.0, 2.0)}};
inline constexpr sourced_field deepseek_day_sources[] = {
    {"input",
     {"DeepSeek-V3/R1 Inference System Overview: 608 to 168 G tokens and a mean context of 4,989; for exponential "
      "outputs 3,909 and 1,080 a request",
      "2025-03-01", confidence::medium}},
    {"output", {"DeepSeek-V3/R1 Inference System Overview, likewise", "2025-03-01", confidence::medium}},
    {"cached", {"DeepSeek-V3/R1 Inference System Overview", "2025-03-01", confidence::high}},
    {"output_variation", detail::trace::lengths},
    {"arrival_variation", detail::trace::arrivals},
    {"prompt_variation", detail::trace::lengths}};

} // namespace tallywatt::catalog

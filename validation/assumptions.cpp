#include "assumptions.hpp"

#include <stdexcept>

namespace validation {

std::vector<assumption> const& assumptions() {
    static std::vector<assumption> const all = {
        // TensorRT-LLM v1.0, trtllm-bench with its own tuning of batch and tokens (bench/build/tuning.py)
        {"I-TRTLLM-A", "cache", 0, "cache in fp8, as the quantised checkpoints ask for"},
        {"I-TRTLLM-A", "cache_share", 0.9, "0.90 of the memory that weights leave is cache (0.90 to 0.95 published)"},
        {"I-TRTLLM-A", "admission", 0, "a request runs once its whole length has room; at most 4,096 run (trtllm-bench)"},
        {"I-TRTLLM-A", "most_running", 4096, "at most 4,096 run (trtllm-bench)"},
        {"I-TRTLLM-A", "token_budget", 32768, "up to 32,768 tokens in an iteration (trtllm-bench)"},
        {"I-TRTLLM-A", "stack", 0, "stack trtllm_2025"},
        // ML.ENERGY benchmark v3: vLLM 0.11 as a server, its defaults
        {"I-MLENERGY-A", "input", 350, "prompts of 350 tokens: each turn of a conversation carries its history (the benchmark's data set builder); not published"},
        {"I-MLENERGY-A", "token_budget", 8192, "8,192 tokens in an iteration (default of vLLM 0.11 on these chips)"},
        {"I-MLENERGY-A", "output_variation", 0.6, "squared variation 0.6 of output lengths (chat)"},
        {"I-MLENERGY-A", "stack", 0, "stack vllm_2025"},
        // MLPerf inference
        {"I-MLPERF-A", "input.Llama-2-70B", 300, "prompts of 300 tokens (OpenOrca; mean not published)"},
        {"I-MLPERF-A", "input.Mixtral-8x7B", 300, "prompts of 300 tokens (OpenOrca, GSM8K, MBXP; mean not published)"},
        {"I-MLPERF-A", "input.DeepSeek-V3/R1", 800, "prompts of 800 tokens (unconfirmed)"},
        {"I-MLPERF-A", "output_variation", 0.5, "squared variation 0.5 of output lengths"},
        {"I-MLPERF-A", "cache", 0, "cache in fp8"},
        {"I-MLPERF-A", "layout", 0, "the planner's fastest legal layout, batch and chunk within the scenario's limits"},
        {"I-MLPERF-A", "most_running", 4096, "at most 4,096 sequences per attention group"},
        {"I-MLPERF-A", "stack.NVIDIA", 0, "stack trtllm_2025"},
        {"I-MLPERF-A", "stack.AMD", 0, "stack vllm_2025"},
        // SGLang on 96 H100
        {"I-LMSYS-H100-EP", "stack", 0, "stack sglang_2025 with two batches in turns, as the source describes"},
        {"I-LMSYS-H100-EP", "balance", 0, "perfect balance: one redundant expert copy for each rank and more"},
        {"I-DEEPSEEK-PROFILE", "redundant_experts", 32, "32 redundant experts in prefill (inference system overview)"},
        {"I-DEEPSEEK-ONLINE", "batch", 0, "decode batch at which a step takes 1/21 s (20 to 22 tokens/s per user are published)"},
        {"I-DEEPSEEK-ONLINE", "input", 3909, "prompts of 3,909 tokens: 608 G tokens in, 168 G out, mean context 4,989"},
        {"I-DEEPSEEK-ONLINE", "load", 0, "capability of a busy node; the published mean includes hours of less load"},
        {"I-LMSYS-H100-EP", "rent", 2.0, "rent of 2 USD per GPU-hour"},
        // hours of whole runs
        {"training hours", "clean_share", 0.95, "95 % of the paid hours train (others published 59 to 97 %)"},
        {"T-HOURS-LLAMA2", "batch", 1024, "4 M tokens a step: 1,024 sequences"},
        {"T-HOURS-LLAMA2", "accelerators", 2048, "2,048 accelerators, as LLaMA's largest model had the same year (arXiv 2302.13971)"},
        {"T-HOURS-LLAMA31", "batch", 2048, "16 M tokens a step: 2,048 sequences of 8,192, as the largest had"},
        {"T-HOURS-LLAMA31", "accelerators", 2048, "2,048 accelerators for the two smaller models (not published)"},
        {"T-HOURS-MPT7B", "batch", 1760, "1,760 sequences a step (model card, recalled)"},
        {"T-HOURS-FALCON180", "batch", 2048, "2,048 sequences a step (paper, recalled)"},
        {"T-HOURS-FALCON180", "layout", 0, "8 tensor shards, 8 stages, 64 data ranks (model card, recalled)"},
        {"OLMo 2", "batch", 64, "one node of 8, 64 sequences of 4,096 a step: power is per token, the batch matters little"},
        // energy
        {"E-EPOCH-GPT4O", "server_power", 1500, "1,500 W per GPU at the facility"},
        {"model cards", "grid", 373, "373 g/kWh, mean of the United States (EPA eGRID 2022); the grid is not published"},
        {"model cards", "pue", 1.1, "PUE 1.1"},
        {"E-SAMSI-65B", "chips", 8, "8 A100 of 80 GB in tensor shards (8 to 32 of several kinds published)"},
        {"E-SAMSI-65B", "input", 100, "prompts of 100 tokens"},
        {"E-SAMSI-65B", "output", 256, "256 tokens a request"},
        // cost
        {"C-SEMI-TCO-A", "site", 50, "50 MW in Northern Virginia, contained aisles, grid power"},
        {"C-SEMI-TCO-A", "plant", 0, "catalog prices, lives and upkeep; every hour of the year is paid, used or not"},
        {"C-SEMI-TCO-A", "power", 0, "every accelerator at its limit, with network and storage, on the design day with the building"},
        {"C-SEMI-TCO-A", "discount.hyperscaler", 0.05, "5 % real a year (hyperscaler)"},
        {"C-SEMI-TCO-A", "discount.neocloud", 0.10, "10 % real a year (neocloud)"},
        {"C-SEMI-TCO-A", "life.hyperscaler", 6, "servers kept 6 years (accounts of Google and Microsoft)"},
        {"C-SEMI-TCO-A", "life.neocloud", 5, "servers kept 5 years (accounts of Lambda; 4 Nebius, 6 CoreWeave)"},
        {"C-EPOCH-A", "depreciation", 0.14, "0.14 orders of magnitude of value a year"},
        {"C-EPOCH-A", "prices", 0, "catalog prices of today, with host, network, storage and racks"},
        {"C-EPOCH-A", "power", 0, "every accelerator at its limit, with host, network and storage"},
        // years from the day the hardware could be had (TPU: release; GPU: release and 90 days) to the start of training (as stated,
        // or publication less training time and 60 days): the rules of Epoch's published program (training-cost-trends)
        {"C-EPOCH-A", "age.GPT-4", 1.75, "A100 40 GB from 2020-08-12, training from 2022-05-12"},
        {"C-EPOCH-A", "age.GPT-3 175B", 1.27, "V100 32 GB from 2018-06-25, training from 2019-10-01"},
        {"C-EPOCH-A", "age.BLOOM-176B", 0.92, "A100 80 GB from 2021-02-14, training from 2022-01-15"},
        {"C-EPOCH-A", "age.PaLM 540B", 0.53, "TPU v4 from 2021-05-20, training from 2021-12-01"},
        {"C-EPOCH-A", "age.Llama 2-70B", 2.06, "A100 80 GB from 2021-02-14, training from 2023-03-08"},
        {"C-EPOCH-A", "age.Gopher 280B", 3.31, "TPU v3 from 2018-05-08, training from 2021-08-31"},
        {"C-EPOCH-A", "age.Nemotron-4 340B", 1.03, "H100 from 2023-01-03, training from 2024-01-14"},
        // the year whose industrial electricity price is paid
        {"C-EPOCH-A", "published.GPT-4", 2023, "published 2023"},
        {"C-EPOCH-A", "published.GPT-3 175B", 2020, "published 2020"},
        {"C-EPOCH-A", "published.BLOOM-176B", 2022, "published 2022"},
        {"C-EPOCH-A", "published.PaLM 540B", 2022, "published 2022"},
        {"C-EPOCH-A", "published.Llama 2-70B", 2023, "published 2023"},
        {"C-EPOCH-A", "published.Gopher 280B", 2021, "published 2021"},
        {"C-EPOCH-A", "published.Nemotron-4 340B", 2024, "published 2024"},
        // facilities
        {"F-PUE-AWS-GOOGLE", "load", 0.65, "IT at 65 % of its capacity"},
        {"F-PUE-AWS-GOOGLE", "climate", 0, "the region's own climate of the catalog, or one of its kind moved to the region's mean"},
        {"F-PUE-AWS-GOOGLE", "cooling.AWS", 0, "outdoor air, wetted when warm, chillers when humid"},
        {"F-PUE-AWS-GOOGLE", "cooling.Google", 0, "contained aisles with cooling towers and water-cooled chillers"},
        {"F-PUE-AWS-GOOGLE", "aisle.Google", 26.7, "cold aisles at 26.7 C (80 F, the provider's published practice)"},
        {"F-NREL-ESIF", "it_load", 0.888, "mean IT load of 888 kW (first year with the dry cooler, NREL/TP-2C00-72196)"},
        {"F-NREL-ESIF", "load", 0.65, "IT at 65 % of its capacity"},
        {"F-NREL-ESIF", "supply", 24.0, "water supplied at 24 C (75 F, the laboratory's publications)"},
        {"F-NREL-ESIF", "cycles", 12.8, "12.8 cycles of concentration (NREL/TP-2C00-72196)"},
        {"F-NREL-ESIF", "reused", 0.105, "10.5 % of the heat serves the building (NREL/TP-2C00-72196)"},
        {"F-NREL-ESIF", "balance", 39.0, "at any weather"},
        {"F-NREL-ESIF", "meters", 0, "meters of lights, fans, pumps and air handling; transformer and UPS stand ahead of them (the laboratory's page on its PUE)"},
        {"F-NREL-ESIF", "cooling", 0, "cold plates on cooling towers, the rest by air"},
        {"racks", "liquid", 0, "plates lie on accelerators, host processors and switches (rack_scale_plates)"},
        {"racks", "power", 0, "every accelerator at its limit, hosts at load, supply losses included"},
        {"racks", "rating", 0,
         "hosts by the vendor's device list: trays of at most 6,667 W, 11.16 kW of switches; 132 kW is also what four of the rack's eight shelves of 33 kW give"},
        {"racks", "smoothed", 0.7, "peaks of the GB200 rack's ratio, less the 30 % that stores in the supplies take off (vendor, 2025)"},
        {"F-FRONTIER", "liquid", 1, "liquid takes all heat; a commodity network of the same interfaces stands in for the machine's own"},
        {"F-CAMPUS-A", "mean_dry_bulb", 10.0, "mean dry bulb 10 C (northern Indiana)"},
        {"F-CAMPUS-A", "cooling", 0, "contained aisles with cooling towers and water-cooled chillers, design day"},
        {"F-CAMPUS-A", "site", 900, "900 MW of IT, direct to chip, Northern Virginia, grid power"},
        {"F-CAMPUS-A", "system", 0, "GB200 NVL72 throughout, catalog prices"},
    };
    return all;
}

namespace {
assumption const& at(std::string_view of, std::string_view name) {
    for (auto const& a : assumptions())
        if (of == a.of && name == a.name) return a;
    throw std::invalid_argument(std::string(of) + '.' + std::string(name) + ": no such assumption");
}
}  // namespace

double assumed(std::string_view of, std::string_view name) { return at(of, name).value; }
std::string assume(std::string_view of, std::string_view name) { return at(of, name).text; }

}  // namespace validation

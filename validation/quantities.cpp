#include "quantities.hpp"

#include <string_view>
#include <utility>

namespace validation {

std::vector<quantity_of> const& quantities() {
    using enum kind;
    static std::vector<quantity_of> const all = {
        // training: speed
        {"T-KOR22-A", "iter_s_full_recompute", "s", training},
        {"T-KOR22-A", "iter_s_selective_seqpar", "s", training},
        {"T-KOR22-LAYER", "fwd", "ms", training},
        {"T-KOR22-LAYER", "bwd", "ms", training},
        {"T-LLAMA3-405B", "tflops_per_gpu", "TFLOP/s", training},
        {"T-MEG21-PTDP", "tflops_per_gpu", "TFLOP/s", training},
        {"T-MEG21-T1", "tflops_per_gpu", "TFLOP/s", training},
        {"T-MEGASCALE-BASE", "iter_s", "s", training},
        {"T-MLPERF-LORA-A", "sequences_per_s", "1/s", training},
        {"T-MLPERF40-GPT3-H100", "tokens_per_s", "tokens/s", training},
        {"T-MLPERF50-405B-H100", "median_step_s", "s", training},
        {"T-MPT-A100-40GB-WITH-1600-GBPS-NODE", "tokens_per_s_per_gpu", "tokens/s", training},
        {"T-MPT-A100-80GB-WITH-1600-GBPS-NODE", "tokens_per_s_per_gpu", "tokens/s", training},
        {"T-MPT-H100-80GB-BF16", "tokens_per_s_per_gpu", "tokens/s", training},
        {"T-MTNLG-530B", "iter_s", "s", training},
        {"T-NEMO-A", "tokens_per_s_per_gpu", "tokens/s", training},
        {"T-PALM-540B", "outputs.tokens_per_s", "tokens/s", training},
        {"T-DSV3", "outputs.gpu_h_per_trillion_tokens", "h", training},
        // training: hours of whole runs
        {"T-DSV3", "outputs.total_gpu_h", "h", training},
        {"T-DSR1-RL", "outputs.total_gpu_h", "h", training},
        {"T-HOURS-BLOOM", "outputs.gpu_hours", "h", training},
        {"T-HOURS-BLOOM", "outputs.best_config_tflops", "TFLOP/s", training},
        {"T-HOURS-LLAMA2", "gpu_hours", "h", training},
        {"T-HOURS-LLAMA31", "gpu_hours", "h", training},
        {"T-HOURS-MPT7B", "outputs.gpu_hours", "h", training},
        {"T-HOURS-FALCON180", "outputs.gpu_hours", "h", training},
        // training: reliability
        {"T-LLAMA3-RELIABILITY", "count", "", training},
        {"T-LLAMA3-RELIABILITY", "outputs.unexpected", "", training},
        {"T-LLAMA3-RELIABILITY", "outputs.effective_training_time_fraction_min", "", training},
        {"E-MLPERF40-LORA-POWER", "sequences_per_s", "1/s", training},
        // another program's outputs: operations, volumes, memory, and its own predicted time
        {"calculon", "outputs.block_fw_flops", "FLOP", training},
        {"calculon", "outputs.block_agrad_flops", "FLOP", training},
        {"calculon", "outputs.block_wgrad_flops", "FLOP", training},
        {"calculon", "outputs.useful_flops", "FLOP", training},
        {"calculon", "outputs.baseblock_fw_tp_size", "B", training},
        {"calculon", "outputs.baseblock_bw_tp_size", "B", training},
        {"calculon", "outputs.block_fw_pp_size", "B", training},
        {"calculon", "outputs.block_dp_size", "B", training},
        {"calculon", "outputs.block_weight_space", "B", training},
        {"calculon", "outputs.block_act_storage_space", "B", training},
        {"calculon", "outputs.block_act_checkpoint_size", "B", training},
        {"calculon", "outputs.weight_space", "B", training},
        {"calculon", "outputs.weight_grad_space", "B", training},
        {"calculon", "outputs.optimizer_space", "B", training},
        {"calculon", "outputs.act_space", "B", training},
        {"calculon", "outputs.act_checkpoint_size", "B", training},
        {"calculon", "outputs.bubble_time", "s", training},
        {"calculon", "outputs.total_time", "s", training},
        // serving
        {"I-TRTLLM-A", "output_tok_s", "tokens/s", serving},
        {"I-MLENERGY-A", "output_tok_s", "tokens/s", serving},
        {"I-MLENERGY-A", "median_itl_ms", "ms", serving},
        {"I-MLPERF-A", "tokens_per_s", "tokens/s", serving},
        {"I-LMSYS-H100-EP", "tok_s_per_node", "tokens/s", serving},
        {"I-LMSYS-H100-EP", "outputs.end_to_end_input_tok_s_per_node", "tokens/s", serving},
        {"I-LMSYS-H100-EP", "outputs.end_to_end_output_tok_s_per_node", "tokens/s", serving},
        {"I-DEEPSEEK-PROFILE", "tok_s_per_node", "tokens/s", serving},
        {"I-DEEPSEEK-ONLINE", "outputs.prefill_tok_s_per_node_incl_hits", "tokens/s", serving},
        {"I-DEEPSEEK-ONLINE", "outputs.decode_tok_s_per_node", "tokens/s", serving},
        {"I-DEEPSEEK-ONLINE", "outputs.nodes_avg", "", serving},
        {"I-AA-SPEED", "outputs.cerebras_tok_s_user", "tokens/s", serving},
        {"I-AA-SPEED", "outputs.nvidia_dgx_b200_tok_s_user", "tokens/s", serving},
        // energy
        {"I-MLENERGY-A", "avg_power_w_all_gpus", "W", energy},
        {"I-MLENERGY-A", "j_per_output_token", "J", energy},
        {"I-MLPERF-A", "power_w", "W", energy},
        {"E-MLPERF40-LORA-POWER", "node_median_w", "W", energy},
        {"E-OLMO2-7B", "outputs.gpu_energy_mwh", "MWh", energy},
        {"E-OLMO2-7B", "outputs.facility_mwh", "MWh", energy},
        {"E-OLMO2-13B", "outputs.gpu_energy_mwh", "MWh", energy},
        {"E-PATTERSON-A", "energy_mwh", "MWh", energy},
        {"E-PATTERSON-A", "net_tco2e", "t", energy},
        {"E-EPOCH-GPT4O", "outputs.wh_per_query", "Wh", energy},
        {"E-EPOCH-GPT4O", "outputs.wh_10k_input", "Wh", energy},
        {"E-EPOCH-GPT4O", "outputs.wh_100k_input", "Wh", energy},
        {"E-GEMINI-PROMPT", "outputs.total", "Wh", energy},
        {"E-GEMINI-PROMPT", "outputs.overhead", "Wh", energy},
        {"E-GEMINI-PROMPT", "outputs.carbon_g", "g", energy},
        {"E-GEMINI-PROMPT", "outputs.water_ml", "ml", energy},
        {"E-SAMSI-65B", "outputs.j_per_output_token", "J", energy},
        {"T-HOURS-BLOOM", "outputs.dynamic_energy_kwh", "kWh", energy},
        {"T-HOURS-BLOOM", "outputs.dynamic_tco2", "t", energy},
        {"T-HOURS-BLOOM", "outputs.tco2_with_pue", "t", energy},
        {"T-HOURS-BLOOM", "outputs.idle_tco2", "t", energy},
        {"T-HOURS-BLOOM", "outputs.embodied_tco2", "t", energy},
        {"T-HOURS-LLAMA2", "outputs.tco2.b7", "t", energy},
        {"T-HOURS-LLAMA2", "outputs.tco2.b13", "t", energy},
        {"T-HOURS-LLAMA2", "outputs.tco2.b34", "t", energy},
        {"T-HOURS-LLAMA2", "outputs.tco2.b70", "t", energy},
        {"T-HOURS-LLAMA31", "outputs.tco2_location.b8", "t", energy},
        {"T-HOURS-LLAMA31", "outputs.tco2_location.b70", "t", energy},
        {"T-HOURS-LLAMA31", "outputs.tco2_location.b405", "t", energy},
        {"T-PALM-540B", "outputs.system_power_w_per_chip", "W", energy},
        // cost
        {"I-DEEPSEEK-ONLINE", "outputs.cost_usd_per_day", "USD", cost},
        {"I-DEEPSEEK-ONLINE", "outputs.theoretical_revenue_usd", "USD", cost},
        {"I-DEEPSEEK-ONLINE", "outputs.cost_profit_margin_pct", "%", cost},
        {"I-LMSYS-H100-EP", "outputs.usd_per_m_output", "USD", cost},
        {"T-DSV3", "outputs.cost_usd", "USD", cost},
        {"T-DSR1-RL", "outputs.cost_usd", "USD", cost},
        {"T-HOURS-MPT7B", "outputs.cost_usd", "USD", cost},
        {"C-SEMI-TCO-A", "all_in_kw_per_gpu_provisioned", "kW", cost},
        {"C-SEMI-TCO-A", "usd_per_gpu_h_hyperscaler_own", "USD/h", cost},
        {"C-SEMI-TCO-A", "usd_per_gpu_h_neocloud_own", "USD/h", cost},
        {"C-SEMI-TCO-A", "usd_per_gpu_h_rental_3yr", "USD/h", cost},
        {"C-EPOCH-A", "amortised_capex_energy_usd", "USD", cost},
        {"C-EPOCH-A", "cloud_usd", "USD", cost},
        {"C-EPOCH-A", "hardware_acquisition_usd", "USD", cost},
        {"C-EPOCH-A", "power_draw_mw", "MW", cost},
        // facility
        {"F-PUE-AWS-GOOGLE", "pue", "", facility},
        {"F-PUE-AWS-GOOGLE", "wue_l_per_kwh", "l/kWh", facility},
        {"F-NREL-ESIF", "outputs.pue", "", facility},
        {"F-NREL-ESIF", "outputs.water_before_gal_per_year", "gal", facility},
        {"F-GB200-RACK", "outputs.nominal_kw", "kW", facility},
        {"F-GB200-RACK", "outputs.tdp_kw", "kW", facility},
        {"F-GB200-RACK", "outputs.liquid_kw", "kW", facility},
        {"F-GB200-RACK", "outputs.air_kw", "kW", facility},
        {"F-GB200-RACK", "outputs.edpp_kw", "kW", facility},
        {"F-GB200-RACK", "outputs.deployed_full_load_kw", "kW", facility},
        {"F-GB300-RACK", "outputs.tdp_kw", "kW", facility},
        {"F-GB300-RACK", "outputs.peak_kw", "kW", facility},
        {"F-GB300-RACK", "outputs.reference_max_kw", "kW", facility},
        {"F-FRONTIER", "outputs.power_mw", "MW", facility},
        {"F-CAMPUS-A", "it_mw", "MW", facility},
        {"F-CAMPUS-A", "facility_mw", "MW", facility},
        {"F-CAMPUS-A", "capex_usd_b", "G USD", facility},
        {"F-CAMPUS-A", "outputs.typical_capex_usd_b_per_gw_facility", "G USD/GW", facility},
        {"F-CAMPUS-A", "outputs.rule_of_thumb_gpus_per_gw", "1/GW", facility, 450e3},  // 400,000 to 500,000
    };
    return all;
}

kind kind_of_reference(published_case const& c) {
    if (c.kind == "silicon") return kind::silicon;
    constexpr std::pair<std::string_view, kind> others[] = {
        {"V01", kind::energy}, {"V03", kind::cost},   {"V04", kind::cost},   {"V05", kind::cost},   {"V06", kind::cost},
        {"V08", kind::cost},   {"V09", kind::cost},   {"V11", kind::cost},   {"V13", kind::energy}, {"V15", kind::energy},
        {"V17", kind::energy}, {"V19", kind::energy}, {"V20", kind::training}};
    for (auto const& [id, what] : others)
        if (c.id == id) return what;
    return kind::facility;
}

}  // namespace validation

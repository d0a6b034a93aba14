#pragma once
// Deployments that tests and benchmarks share. Between them they use every cooling technology, power source, number
// format, kind of attention and kind of fabric that the library ships.

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/generation.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/racks.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/tpu_network.hpp>
#include <tallywatt/catalog/tpu_v5e.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/tco.hpp>
#include <tallywatt/tco/training_deployment.hpp>

namespace scenarios {

using namespace tallywatt;

/// A price list in dollars per million tokens.
constexpr token_prices dollars_per_megatoken(double input, double cached_input, double output) {
    return {.input = of_input<money_per_token<>>{input * USD / megatoken},
            .cached_input = of_cached_input<money_per_token<>>{cached_input * USD / megatoken},
            .output = of_output<money_per_token<>>{output * USD / megatoken}};
}

/// Six bins of a hot and humid year.
constexpr climate hot_and_humid() {
    climate c{.name = "hot and humid, six bins", .bins = {}};
    constexpr double rows[][3] = {{4.0, 2.0, 700.0}, {11.1, 9.0, 1660.0}, {21.0, 18.0, 2400.0}, {28.0, 23.5, 2600.0}, {34.0, 24.5, 1200.0}, {38.0, 25.0, 200.0}};
    for (auto const& r : rows) c.bins.bin[static_cast<std::size_t>(c.bins.count++)] = {celsius(r[0]), celsius(r[1]), r[2] * hour};
    return c;
}

/// DeepSeek-R1 in FP8 on 8 x H200, cold plates and dry coolers, grid power: the deployment of examples/quickstart.cpp.
constexpr deployment deepseek_r1_h200_virginia() {
    serving const service{
        .model = catalog::deepseek_r1,
        .weights = precision::fp8,
        .traffic = {.input = 3909.0 * token, .output = 1080.0 * token, .cached = fraction{0.563}},
        .targets = {.time_to_first_token = 2.0 * second, .time_per_output_token = 50.0 * millisecond},
        .stack = catalog::sglang_2025};
    return {.service = service,
            .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
            .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}},
            .supply = catalog::pjm_virginia,
            .chips = catalog::nvidia_2025};
}

/// Llama 3.1 70B in BF16 on 8 x H100, air cooling in a hot climate, tokens for sale; HBM is the scarcest input.
constexpr deployment llama70b_h100_texas_air() {
    auto chips = chip_supply(catalog::nvidia_2025);
    chips.hbm_share = fraction{0.02};
    return {.service = {.model = catalog::llama_3_1_70b,
                        .weights = precision::bf16,
                        .traffic = {.input = 1500.0 * token, .output = 500.0 * token, .cached = fraction{0.2}},
                        .stack = catalog::vllm_2025,
                        .prices = dollars_per_megatoken(0.6, 0.15, 1.8)},
            .cluster = {.server = catalog::hgx_h100, .network = catalog::roce_400g},
            .site = {.cooling = catalog::air_contained, .climate = hot_and_humid(), .it_capacity = at_it<power<>>{20.0 * megawatt}},
            .supply = catalog::ercot_texas,
            .chips = chips};
}

/// Mixtral 8x22B in FP8 on 8 x B200 in a cold climate; interposers are the scarcest input.
constexpr deployment mixtral_b200_sweden() {
    auto chips = chip_supply(catalog::nvidia_2025);
    chips.interposer_share = fraction{0.01};
    return {.service = {.model = catalog::mixtral_8x22b,
                        .weights = precision::fp8,
                        .cache = precision::fp8,
                        .traffic = {.input = 2000.0 * token, .output = 400.0 * token},
                        .stack = catalog::trtllm_2025,
                        .prices = dollars_per_megatoken(0.2, 0.05, 0.6)},
            .cluster = {.server = catalog::hgx_b200, .network = catalog::infiniband_ndr},
            .site = {.cooling = catalog::direct_to_chip, .climate = catalog::lulea, .it_capacity = at_it<power<>>{50.0 * megawatt}},
            .supply = catalog::sweden,
            .chips = chips};
}

/// One layer of the model's width that drafts tokens from its features, as EAGLE-3 does, with a vocabulary of its own.
inline constexpr transformer drafting_layer{
    .layers = 1, .hidden = 16384, .vocabulary = 32000, .attention = {.heads = 128, .kv_heads = 8, .head_size = 128}, .ffn = {.width = 53248}};

/// Llama 3.1 405B in FP4 on GB200 NVL72 racks, cold plates and cooling towers; substrates are the scarcest input. Users in
/// a hurry: a chain of eight drafts, accepted as EAGLE-3's by position (0.58, 0.34, 0.22, 0.15, 0.11 of them), the last ones like the fifth.
constexpr deployment llama405b_gb200_virginia_tower() {
    auto chips = chip_supply(catalog::nvidia_2025);
    chips.substrates_limited = true;
    chips.substrates = 2.0e6 / year;
    chips.substrate_share = fraction{0.05};
    return {.service = {.model = catalog::llama_3_1_405b,
                        .weights = precision::fp4,
                        .cache = precision::fp8,
                        .traffic = {.input = 4000.0 * token, .output = 1000.0 * token, .cached = fraction{0.5}},
                        .targets = {.time_to_first_token = 2.0 * second, .time_per_output_token = 10.0 * millisecond},
                        .stack = catalog::trtllm_2025,
                        .prices = dollars_per_megatoken(2.0, 1.0, 6.0),
                        .largest_instance = 16,
                        .attention_weights = precision::fp8,
                        .speculation = {.drafts = 8,
                                        .acceptance = {fraction{0.58}, fraction{0.59}, fraction{0.65}, fraction{0.68}, fraction{0.73}, fraction{0.73}, fraction{0.73}, fraction{0.73}},
                                        .draft = &drafting_layer}},
            .cluster = {.server = catalog::gb200_nvl72, .network = catalog::infiniband_ndr, .rack = catalog::nvl72_rack},
            .site = {.cooling = catalog::direct_to_chip_tower, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{200.0 * megawatt}},
            .supply = catalog::pjm_virginia,
            .chips = chips};
}

/// DeepSeek-V3 in FP8 over several servers of 8 x H100 (it does not fit on one), experts spread across the network; gas
/// turbines on site.
constexpr deployment deepseek_v3_h100_gas() {
    return {.service = {.model = catalog::deepseek_v3,
                        .weights = precision::fp8,
                        .traffic = {.input = 3909.0 * token, .output = 1080.0 * token, .cached = fraction{0.563}},
                        .targets = {.time_to_first_token = 5.0 * second, .time_per_output_token = 100.0 * millisecond},
                        .stack = catalog::sglang_2025,
                        .prices = dollars_per_megatoken(0.55, 0.14, 2.19),
                        .redundant_experts = 16,
                        .largest_instance = 32},
            .cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr},
            .site = {.cooling = catalog::direct_to_chip, .climate = catalog::dublin, .it_capacity = at_it<power<>>{30.0 * megawatt}},
            .supply = catalog::combined_cycle,
            .chips = catalog::nvidia_2025};
}

/// DeepSeek-V3 on 8 x H800 over several servers with DeepSeek's own stack: two batches in turns, redundant experts, two
/// drafts by the prediction module.
constexpr deployment deepseek_v3_h800_own_stack() {
    return {.service = {.model = catalog::deepseek_v3,
                        .weights = precision::fp8,
                        .traffic = {.input = 3909.0 * token, .output = 1080.0 * token, .cached = fraction{0.563}},
                        .stack = catalog::deepseek_2025,
                        .prices = dollars_per_megatoken(0.55, 0.14, 2.19),
                        .redundant_experts = 32,
                        .largest_instance = 32,
                        .speculation = {.drafts = 2, .acceptance = {fraction{0.85}, fraction{0.7}}}},
            .cluster = {.server = catalog::hgx_h800, .network = catalog::infiniband_ndr},
            .site = {.cooling = catalog::air_contained, .climate = catalog::dublin, .it_capacity = at_it<power<>>{5.0 * megawatt}},
            .supply = catalog::sweden,
            .chips = catalog::nvidia_2025};
}

/// Llama 3.1 405B in BF16 on 8 x MI300X, air with cooling towers; wafers of the base dies are the scarcest input.
constexpr deployment llama405b_mi300x_sweden_tower() {
    server with_spare_links = catalog::mi300x_platform;  // a base die that tolerates a few faulty units
    with_spare_links.accelerator.package.dies[1].die.repeated = {64, 62};
    with_spare_links.accelerator.package.dies[1].die.repeated_share = fraction{0.4};
    air_cooling towers = catalog::air_contained;
    towers.name = "air, contained aisles, towers";
    towers.rejection = catalog::cooling_tower;
    towers.chiller = catalog::water_cooled_chiller;
    return {.service = {.model = catalog::llama_3_1_405b,
                        .traffic = {.input = 1000.0 * token, .output = 1000.0 * token, .cached = fraction{0.1}},
                        .targets = {.time_to_first_token = 4.0 * second, .time_per_output_token = 100.0 * millisecond},
                        .stack = catalog::vllm_2025},
            .cluster = {.server = with_spare_links, .network = catalog::roce_400g},
            .site = {.cooling = towers, .climate = catalog::lulea, .it_capacity = at_it<power<>>{10.0 * megawatt}},
            .supply = catalog::sweden,
            .chips = {.logic_wafers = 2.0e5 / year,
                      .logic_share = fraction{0.5},
                      .base_wafers = 2.0e4 / year,
                      .base_share = fraction{0.2},
                      .interposer_wafers = 5.0e4 / year,
                      .hbm = 5.0e8 * GB / year}};
}

/// Llama 3.1 405B in BF16 in tensor shards over two servers of 8 x H100 with interfaces of 200 Gb/s, in a hot climate and
/// a site with 2N power; no contract for chips.
constexpr deployment llama405b_h100_two_servers() {
    deployment d{.service = {.model = catalog::llama_3_1_405b,
                             .traffic = {.input = 2000.0 * token, .output = 500.0 * token},
                             .targets = {.time_to_first_token = 10.0 * second, .time_per_output_token = 100.0 * millisecond},
                             .stack = catalog::vllm_2025,
                             .largest_instance = 16},
                 .cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr},
                 .site = {.cooling = catalog::direct_to_chip, .climate = hot_and_humid(), .it_capacity = at_it<power<>>{5.0 * megawatt}},
                 .supply = catalog::pjm_virginia};
    d.cluster.network.nic_rate = one_way(200.0 * gigabit_per_second);
    d.site.electrical.ups = {.no_load = ratio{0.006}, .proportional = ratio{0.010}, .quadratic = ratio{0.012}, .need = 1, .installed = 2};
    d.site.electrical.transformer.proportional = ratio{0.001};
    d.site.electrical.distribution = {.no_load = ratio{0.0005}, .proportional = ratio{0.001}, .quadratic = ratio{0.005}, .need = 1, .installed = 2};
    return d;
}

/// Llama 3.1 70B in INT8 on TPU v5e, whose tray is a part of a torus: shards lie along its axes; no switches, no contract.
constexpr deployment llama70b_tpu_v5e_air() {
    return {.service = {.model = catalog::llama_3_1_70b,
                        .weights = precision::int8,
                        .traffic = {.input = 1500.0 * token, .output = 500.0 * token},
                        .targets = {.time_to_first_token = 5.0 * second, .time_per_output_token = 100.0 * millisecond},
                        .stack = catalog::vllm_2025,
                        .largest_instance = 16},
            .cluster = {.server = catalog::tpu_v5e_tray, .network = catalog::tpu_network_25g},
            .site = {.cooling = catalog::air_contained, .climate = catalog::dublin, .it_capacity = at_it<power<>>{5.0 * megawatt}},
            .supply = catalog::sweden};
}

/// The same as llama70b_h100_texas_air on rented accelerators; nine tenths of the hours are billed, and emissions have a price.
constexpr deployment llama70b_h100_rented() {
    deployment d = llama70b_h100_texas_air();
    d.tenure = rented_terms{.rent = 2.2 * USD / accelerator_hour, .billed = fraction{0.9}};
    d.policy = {.carbon_price = 60.0 * USD / tCO2e, .fuel_supply_covered = fraction{0.5}, .energy_credit = 0.003 * USD / kilowatt_hour};
    return d;
}

/// Mixtral on own B200 in a rented hall, under every mandate, with sales tax and a carbon price on what was made as well.
constexpr deployment mixtral_b200_colocated() {
    deployment d = mixtral_b200_sweden();
    d.site.cooling = catalog::direct_to_chip_tower;
    d.tenure = colocated_terms{.term = 10};
    d.policy = {.carbon_price = 80.0 * USD / tCO2e,
                .embodied_price = 20.0 * USD / tCO2e,
                .sales_tax = ratio{0.053},
                .mandates = {.pue = ratio{1.3}, .wue = wue{1.8 * litre / kilowatt_hour}, .emissions = 270.0 * gCO2e / kilowatt_hour, .per_token = 100.0 * gCO2e / megatoken}};
    return d;
}

/// DeepSeek-V3 on own H100 in a leased building with gas turbines; grants, an energy credit, and a clean share that is not met.
constexpr deployment deepseek_v3_h100_leased() {
    deployment d = deepseek_v3_h100_gas();
    d.tenure = leased_terms{};
    d.policy = {.fuel_supply_covered = fraction{0.5},
                .it_grant = fraction{0.1},
                .building_grant = fraction{0.05},
                .energy_credit = 0.003 * USD / kilowatt_hour,
                .mandates = {.clean = fraction{0.3}}};
    return d;
}

/// Llama 3.1 405B trained in BF16 on 16,384 x H100: the published job, one at a time on its cluster.
constexpr training_deployment llama405b_training_h100() {
    training job{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048, .stack = catalog::llama3_2024};
    return {.service = {.job = job,
                        .layout = {.tensor = 8, .pipeline = 16, .interleave = 4, .lean_ends = true, .data = 128, .zero = 2},
                        .tokens = 15.6e12 * token,
                        .failures = catalog::llama3_cluster,
                        .checkpoints = catalog::file_system_checkpoints},
            .cluster = {.server = catalog::hgx_h100, .network = catalog::roce_400g},
            .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{20.0 * megawatt}},
            .supply = catalog::pjm_virginia,
            .chips = catalog::nvidia_2025};
}

/// DeepSeek-V3 trained in FP8 on 2,048 x H800 in a leased building, three jobs at once, some layers in BF16, sold by the token.
constexpr training_deployment deepseek_v3_training_h800() {
    training job{.model = catalog::deepseek_v3,
                 .sequence = 4096,
                 .batch = 15'360,
                 .formats = {.products = precision::fp8, .stored = precision::fp8, .exchanged = precision::fp8, .optimizer_state = 8.0 * byte, .wide_layers = fraction{0.1}},
                 .stack = catalog::dualpipe_2024};
    return {.service = {.job = job,
                        .layout = {.pipeline = 16, .schedule = pipeline_schedule::dual_pipe, .lean_ends = true, .data = 128, .expert = 64, .recompute = recompute_kind::selective},
                        .tokens = 14.8e12 * token,
                        .failures = catalog::llama3_cluster,
                        .checkpoints = catalog::in_memory_checkpoints,
                        .spare_nodes = 4,
                        .price = 1.0 * USD / megatoken},
            .cluster = {.server = catalog::hgx_h800, .network = catalog::infiniband_ndr},
            .site = {.cooling = catalog::air_contained, .climate = catalog::dublin, .it_capacity = at_it<power<>>{8.0 * megawatt}},
            .supply = catalog::sweden,
            .tenure = leased_terms{.term = 10},
            .policy = {.carbon_price = 50.0 * USD / tCO2e, .mandates = {.per_token = 1.0 * kgCO2e / megatoken}}};
}

/// Low-rank adaptation of Llama 3.1 70B, one job to a rented server of eight H100: a fine-tuning service.
constexpr training_deployment llama70b_adapters_rented() {
    training job{.model = catalog::llama_3_1_70b, .sequence = 4096, .batch = 32, .adaptation = adaptation_kind::low_rank, .adaptation_rank = 32, .stack = catalog::megatron_2024};
    return {.service = {.job = job,
                        .layout = {.tensor = 8, .recompute = recompute_kind::full, .recompute_share = 0.5},
                        .tokens = 200e6 * token,
                        .failures = catalog::llama3_cluster,
                        .checkpoints = {.form = checkpoint_form::blocking},
                        .occupied = fraction{0.6},
                        .price = 4.0 * USD / megatoken,
                        .deadline = 3.0 * day},
            .cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr},
            .site = {.cooling = catalog::air_contained, .climate = hot_and_humid(), .it_capacity = at_it<power<>>{2.0 * megawatt}},
            .supply = catalog::ercot_texas,
            .tenure = rented_terms{.rent = 2.5 * USD / accelerator_hour}};
}

struct scenario {
    char const* name;
    deployment (*make)();
};
struct training_scenario {
    char const* name;
    training_deployment (*make)();
};

inline constexpr scenario all[] = {{"deepseek_r1_h200_virginia", deepseek_r1_h200_virginia},
                                   {"llama70b_h100_texas_air", llama70b_h100_texas_air},
                                   {"mixtral_b200_sweden", mixtral_b200_sweden},
                                   {"llama405b_gb200_virginia_tower", llama405b_gb200_virginia_tower},
                                   {"deepseek_v3_h100_gas", deepseek_v3_h100_gas},
                                   {"deepseek_v3_h800_own_stack", deepseek_v3_h800_own_stack},
                                   {"llama405b_mi300x_sweden_tower", llama405b_mi300x_sweden_tower},
                                   {"llama405b_h100_two_servers", llama405b_h100_two_servers},
                                   {"llama70b_tpu_v5e_air", llama70b_tpu_v5e_air}};
/// Services that are not owned, or under a policy.
inline constexpr scenario held_otherwise[] = {{"llama70b_h100_rented", llama70b_h100_rented},
                                              {"mixtral_b200_colocated", mixtral_b200_colocated},
                                              {"deepseek_v3_h100_leased", deepseek_v3_h100_leased}};
inline constexpr training_scenario trainings[] = {{"llama405b_training_h100", llama405b_training_h100},
                                                  {"deepseek_v3_training_h800", deepseek_v3_training_h800},
                                                  {"llama70b_adapters_rented", llama70b_adapters_rented}};

/// Calls f(name, deployment) for all of them, each in its own type.
template <class F>
void for_each(F const& f) {
    for (auto const& s : all) f(s.name, s.make());
    for (auto const& s : held_otherwise) f(s.name, s.make());
    for (auto const& s : trainings) f(s.name, s.make());
}

}  // namespace scenarios

#pragma once
// The claims of examples/train_frontier.cpp: what was said in public, a verdict, and the numbers it rests on.

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/workload/one_cluster.hpp>
#include <tallywatt/workload/operations.hpp>

#include "frontier_runs.hpp"
#include "page.hpp"

namespace frontier {

using page::cell;
using page::heading;
using page::say;

inline void claim(char const* said, std::string const& verdict, std::string const& computed) {
    fmt::print("{:<56} {:<44} {}\n", said, verdict, computed);
}

/// Share of a chip's dynamic energy in a step's layers that goes into moving data: memory and links.
inline double movement_share(recipe const& r) {
    auto const costs = costs_of(plan_training(r.job, r.on.server, r.layout).layers, r.job, r.on);
    auto const& chip = r.on.server.accelerator;
    energy<> moved{}, computed{};
    for (auto const* w : {&costs.forward_work, &costs.backward_work}) {
        moved += w->hbm * chip.memory_energy + w->link * chip.link_energy;
        computed += w->matrix;
    }
    return moved / (moved + computed);
}

/// Energy a year's cooling takes per IT energy: chillers, fans, pumps of a 100 MW site in Virginia at 80 % load.
template <class Cooling>
double cooling_share(Cooling const& technology) {
    facility const site{.cooling = technology, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}};
    auto const o = perform(prepare(site), at_it<power<>>{80.0 * megawatt}).overhead;
    return (o.chiller + o.fans + o.pumps).value / (80.0 * megawatt);
}

/// Power of a rack of `servers` with every accelerator at its limit.
inline power<> rack_power(server const& s, int servers) {
    return double(servers) * server_power(s, per_accelerator<power<>>{s.accelerator.tdp}, fraction{0.0}).total().value.value;
}

/// Memory of one device for its share of the weights and a cache of 8,192 tokens in bf16.
inline data_size<> needed(transformer const& m, layout const& l, precision weights) {
    return weights_per_device(m, l, weights) + cache_per_device(m, l.tensor, precision::bf16) * (8192.0 * token);
}
inline constexpr double usable = 0.9; // of memory, as serving engines are set (vLLM's default)

inline void r1_on_a100() {
    heading("Does DeepSeek-R1 need 16 A100?");
    data_size<> const each = usable * accelerator(catalog::a100_80gb).memory_capacity;
    say("An A100 of 80 GiB has no fp8 units, so the checkpoint's 8-bit weights are either widened to bf16 when they are loaded, "
        "or stay narrow in memory and are widened as they are read. Memory of one device with tensor shards over a server and a "
        "cache of 8,192 tokens, of {:.3g} that may be used:",
        each);
    fmt::print("{:<12} {:>12} {:>14} {:>14} {:>14}   {}\n", "weights", "in all", "8 A100", "16 A100", "24 A100", "fits on");
    for (auto const p : {precision::bf16, precision::int8, precision::int4}) {
        fmt::print("{:<12} {:>12}", name_of(p), cell(double(total_parameters(catalog::deepseek_r1)) * size_of(p)));
        int fits = 0;
        for (int const n : {8, 16, 24}) {
            auto const use = needed(catalog::deepseek_r1, {8, n / 8}, p);
            if (fits == 0 && use <= each) fits = n;
            fmt::print(" {:>14}", cell(use));
        }
        fmt::print("   {}\n", fits > 0 ? fmt::format("{} A100", fits) : "none of these");
    }
    bool const wide = needed(catalog::deepseek_r1, {8, 2}, precision::bf16) <= each,
               narrow = needed(catalog::deepseek_r1, {8, 2}, precision::int8) <= each;
    say("Verdict: {}{}.",
        wide     ? "16 hold even bf16"
        : narrow ? "true for 8-bit weights kept as they are; widened to bf16 they need a third server"
                 : "16 are too few",
        needed(catalog::deepseek_r1, {8, 1}, precision::int4) <= each ? ", and in four bits one server of 8 holds them" : "");
}

inline void distillates() {
    heading("Do its distillates of 1.5B to 70B run on one consumer GPU?");
    // GeForce RTX 4090, 24 GB GDDR6X (NVIDIA, 2022); RTX 5090, 32 GB GDDR7 (NVIDIA, 2025); both are powers of two of bytes
    constexpr data_size<> small = 24.0 * GiB, large = 32.0 * GiB;
    fmt::print("{:<32} {:>10} {:>10} {:>10}   {:<22} {}\n", "", "bf16", "int8", "int4", "on 24 GiB", "on 32 GiB");
    for (auto const* m : {&catalog::deepseek_r1_distill_qwen_1_5b, &catalog::deepseek_r1_distill_qwen_7b,
                          &catalog::deepseek_r1_distill_llama_8b, &catalog::deepseek_r1_distill_qwen_14b,
                          &catalog::deepseek_r1_distill_qwen_32b, &catalog::deepseek_r1_distill_llama_70b}) {
        auto const widest = [&](data_size<> card) -> std::string {
            for (auto const p : {precision::bf16, precision::int8, precision::int4})
                if (needed(*m, {}, p) <= usable * card) return p == precision::bf16 ? "yes" : fmt::format("in {}", name_of(p));
            return "no";
        };
        fmt::print("{:<32} {:>10} {:>10} {:>10}   {:<22} {}\n", m->name, cell(needed(*m, {}, precision::bf16)),
                   cell(needed(*m, {}, precision::int8)), cell(needed(*m, {}, precision::int4)), widest(small), widest(large));
    }
    bool const seventy = needed(catalog::deepseek_r1_distill_llama_70b, {}, precision::int4) <= usable * large;
    say("Verdict: true to 8B as published and to 32B in four bits; {}.",
        seventy ? "70B fits 32 GiB in four bits" : "false for 70B, which needs two such cards even in four bits");
}

inline void one_terabit(recipe const& r, outcome const& llama) {
    heading("Do 1 Tbit/s and 100 microseconds make distant sites one cluster?");
    multi_site const job{.sites = 2, .gradients = double(total_parameters(r.job.model)) * size_of(precision::bf16)};
    wan_link const link{.rate = one_way(1.0 * terabit_per_second)};
    blocking_exchanges const groups = tensor_exchanges(r.job, r.layout);
    auto const c = examine(job, llama.step.step, link, 100.0 * microsecond, groups);
    say("100 us is at most {:.1f} of fibre if it counts one way, {:.1f} if there and back: a metropolitan area, whatever the "
        "rate.",
        c.fibre_one_way, c.fibre_round_trip);
    say("Data parallel, for the step of {}, {:.3g}: two sites exchange {:.3g} of gradients a step, which takes {:.3g}. Unhidden, "
        "a step takes {:.2f} times as long.",
        r.job.model.name, llama.step.step, c.data_parallel.sent, c.data_parallel.transfer, c.data_parallel.slowdown.value);
    say("Tensor groups across the border: each device waits {:.0f} times for the latency, {:.2f} s a step, which could be borne; "
        "but the groups sum up {:.3g} a step, {:.3g} of the link's time: a step takes {:.0f} times as long.",
        groups.count, groups.count * 100e-6, c.crossing, c.crossing_time, c.spanning_groups.value);
    multi_site half = job;
    half.hidden = fraction{0.5};
    say("Verdict: {}. To hide the exchange behind half of each step takes {:.1f} Tbit/s a site.", text_of(verdict_of(c)),
        perform(half, llama.step.step, link).needed.in(terabit_per_second));
}

/// What was said of training and its sites, claim by claim; a, b, c: GPT-3, Llama 3.1 405B, DeepSeek-V3, d: GPT-4.
inline void claims(outcome const& a, outcome const& b, outcome const& c, estimate_of_run const& d) {
    heading("Claims");
    auto const gpt4 = d.bounds.facility.value.base_value;
    constexpr energy<> said = 10.0 * gigawatt_hour;
    claim("GPT-4's training used more than 10 GWh",
          gpt4.low > said.base_value
              ? fmt::format("true, and low by {:.1f} to {:.1f} x", gpt4.low / said.base_value, gpt4.high / said.base_value)
              : "not shown",
          fmt::format("{:.0f} at the facility", d.bounds.facility.value));

    constexpr auto home = 10'791.0 * kilowatt_hour; // a US home's year, US EIA, 2022
    double const homes_3 = a.run.facility.value / home, homes_4 = d.likely.facility.value / home;
    claim("GPT-4 took the electricity of 100 US homes, or thousands", homes_4 > 1000.0 ? "thousands; 100 fits GPT-3" : "100",
          fmt::format("GPT-3 {:.0f} homes for a year, GPT-4 {:.0f}", homes_3, homes_4));

    // hours: DeepSeek-V3 report, table 1; DeepSeek-R1, Nature 2025, table 7
    constexpr accelerator_time<> r1_hours = 147e3 * accelerator_hour, v3_hours = 2.788e6 * accelerator_hour;
    auto const at = [](accelerator_time<> hours, power<> each, double p) {
        return (hours_times_watts(hours, per_accelerator<power<>>{each}) * pue{p}).value;
    };
    power<> const drawn = c.run.it.value / c.run.wall / 2048.0, rated = 0.75 * 10.2 / 8.0 * kilowatt;  // DGX H100's rating, three quarters
    claim("DeepSeek-R1's training took 3.2 GWh",
          at(r1_hours, rated, 1.15) < 1.0 * gigawatt_hour ? "only with V3's pre-training in it" : "true",
          fmt::format("R1's own stages {:.3g}; with V3 {:.3g}, or {:.3g} at 3/4 of a server's rating", at(r1_hours, drawn, 1.2),
                      at(r1_hours + v3_hours, drawn, 1.2), at(r1_hours + v3_hours, rated, 1.15)));

    auto const part = [](precision p, precision of) { return 100.0 * (1.0 - size_of(p) / size_of(of)); };
    auto const use = [](precision p) { return needed(catalog::llama_3_1_8b, {}, p); };
    claim("8 bits cut memory by 75 % against 32",
          part(precision::int8, precision::fp32) >= 75.0 ? "true of weights alone; half against practice" : "false",
          fmt::format("weights {:.0f} %, Llama 8B with its cache {:.0f} %, weights against bf16 {:.0f} %",
                      part(precision::int8, precision::fp32), 100.0 * (1.0 - use(precision::int8) / use(precision::fp32)),
                      part(precision::int8, precision::bf16)));

    auto const active = [](transformer const& m) {
        return 100.0 * double(active_parameters(m, active_convention::without_input_embedding)) / double(total_parameters(m));
    };
    claim("DeepSeek-V2 activates 9 % of its parameters", math::abs(active(catalog::deepseek_v2) - 9.0) < 0.5 ? "true" : "false",
          fmt::format("V2 {:.1f} %, V3 {:.1f} %", active(catalog::deepseek_v2), active(catalog::deepseek_v3)));

    auto const in_sweden = d.likely.facility * prepare(grid(catalog::sweden), discount_rate{0.05}).location_based;
    claim("Frontier training emits more than 500 t of CO2",
          fmt::format("about GPT-3's; today low by {:.0f} to {:.0f} x", c.run.location_based / (500.0 * tCO2e),
                      b.run.location_based / (500.0 * tCO2e)),
          fmt::format("{:.3g}, {:.3g}, {:.3g}, {:.3g} as above; GPT-4 on Sweden's grid {:.3g}", a.run.location_based,
                      b.run.location_based, c.run.location_based, d.likely.location_based, in_sweden));

    scale_out const network = catalog::infiniband_ndr;
    double const optics = 1.0 / (1.0 + network.network_switch.draw / (double(radix_of(network)) * network.host_link.end_power));
    claim("Silicon photonics saves 70 % of network power", 70.0 * optics < 60.0 ? "of the optics only" : "true",
          fmt::format("30 to 9 W a port is 70 %; with the switch that the optics sit in {:.0f} %",
                      70.0 * optics)); // 1.6 Tb/s ports, vendor, 2025

    double const gpt = 100.0 * movement_share(gpt_3()), llama = 100.0 * movement_share(llama_3_1()),
                 mixture = 100.0 * movement_share(deepseek_v3());
    accelerator const chip = catalog::h100;
    claim("Data movement takes up to 60 % of training's energy",
          math::max(gpt, math::max(llama, mixture)) < 60.0 ? "too high for any of these" : "true",
          fmt::format("GPT-3 {:.0f} %, Llama {:.0f} %, DeepSeek {:.0f} % of what varies; 60 % is {:.0f} FLOP/B on H100", gpt,
                      llama, mixture, (0.4 / 0.6) * (chip.memory_energy / chip.bf16.energy).in(FLOP / byte)));

    double const air = cooling_share(catalog::air_contained), liquid = cooling_share(catalog::direct_to_chip);
    claim("Liquid cooling saves 40 % of cooling energy", 1.0 - liquid / air > 0.4 ? "true, and low for warm water" : "high",
          fmt::format("{:.3f} to {:.3f} per IT energy in Virginia, {:.0f} %; server fans come on top", air, liquid,
                      100.0 * (1.0 - liquid / air)));

    constexpr double boltzmann = 5.670374419e-8; // Stefan-Boltzmann, W/(m2 K4), exact in the SI of 2019
    area<> const ideal = 1.0 * megawatt / (2.0 * 0.9 * boltzmann * math::pow(300.0, 4) * (watt / square_metre)),
                 as_iss = 1.0 * megawatt / (160.0 * (watt / square_metre)); // flux of the station's radiators, NASA, recalled
    claim("1 MW in orbit needs tens of thousands of m2 of radiators",
          as_iss < 10'000.0 * square_metre ? "too high; fits 5 to 20 MW" : "true",
          fmt::format("{:.0f} at 300 K on both sides, {:.0f} at the flux of the space station's", ideal, as_iss));

    power<> const generated = 4300.0 * terawatt_hour / (8784.0 * hour); // 2024, utility scale: US EIA, recalled
    claim("US generation is 490 GW on the mean", math::abs(generated / (490.0 * gigawatt) - 1.0) < 0.02 ? "true" : "false",
          fmt::format("4,300 TWh in 2024: {:.3g}", generated));

    power<> const nvl72 = rack_power(catalog::gb200_nvl72, 1), four = rack_power(catalog::hgx_h100, 4);
    claim("AI racks draw 100 to 300 kW",
          nvl72 > 100.0 * kilowatt && four < 100.0 * kilowatt ? "of rack-scale systems; not of 8-GPU servers" : "false",
          fmt::format("GB200 NVL72 {:.3g}, four servers of 8 H100 {:.3g}", nvl72, four));

    recipe owned = llama_3_1();
    money<> const bought = cluster_cost(owned.on, plan_cluster(owned.on, 2'048)).total();
    owned.terms.held = tenure::owned;
    owned.terms.capital = declining_value(per_accelerator<money<>>{bought / 16'384.0}, 1.0 * year);
    auto const lines = train(owned).run.cost;
    double const electric = lines.electricity / lines.total();
    claim("Electricity's price differs by 25 % between sites", "plausible, and matters little here",
          fmt::format("electricity is {:.0f} % of Llama's run on hardware of its own: saves {:.1f} %", 100.0 * electric,
                      25.0 * electric));
}

} // namespace frontier

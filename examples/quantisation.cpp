// What do fewer bits buy? Llama 3.1 70B from 32 bits down to 4: memory, speed, energy and cost on a chip that multiplies in
// narrow formats and on one that only stores them.

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/post_training.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/tallywatt.hpp>
#include <tallywatt/workload/operations.hpp>

#include <array>

#include "page.hpp"

using namespace tallywatt;
using namespace tallywatt::literals;
using page::cell;
using page::heading;
using page::say;

namespace {

constexpr precision formats[] = {precision::fp32, precision::bf16, precision::int8,  precision::fp8,
                                 precision::fp6,  precision::fp4,  precision::mxfp4, precision::int4};
transformer const model = catalog::llama_3_1_70b;

serving service_in(precision weights, precision cache = precision::bf16) {
    return {.model = model,
            .weights = weights,
            .cache = cache,
            .traffic = {.input = 2048_tokens, .output = 512_tokens},
            .stack = catalog::vllm_2025};
}

/// Speed and energy of one instance of four accelerators, which holds even 32 bits.
struct speed {
    duration<> step{};
    per_accelerator<token_rate<>> rate{};
    at_it<energy_per_token<>> energy{};
};
speed speed_of(phase_performance<> const& r, server const& on) {
    auto const drawn =
        per_accelerator_of(server_power(on, per_accelerator<power<>>{r.draw}, fraction{0.0}).total(), on.accelerators).value;
    return {r.step, r.tokens_per_accelerator, at_it<energy_per_token<>>{drawn.value / r.tokens_per_accelerator.value}};
}
speed decode(precision p, cluster const& on, int batch) {
    return speed_of(perform_decode(service_in(p), on, {.instance = {4, 1}, .batch = batch, .length = 2304_tokens}), on.server);
}
speed prefill(precision p, cluster const& on) {
    return speed_of(perform_prefill(service_in(p), on, {.instance = {4, 1}, .batch = 8192, .length = 2048_tokens}), on.server);
}

/// A service in a site of 100 MW, planned anew for each format: fewer bits need fewer accelerators.
struct planned {
    serving_plan plan{};
    report result{};
    [[nodiscard]] money_per_token<> cost() const { return result.cost.total() / result.delivery.output.value; }
    [[nodiscard]] double per_chip() const {
        return result.delivery.capacity.value / (result.delivery.accelerators / accelerator_unit) / (token / second);
    }
    [[nodiscard]] double joules() const { return result.unit.energy_per_output.in(joule / token); }
};
planned whole(serving service, cluster const& on, duration<> first_token) {
    service.targets = {.time_to_first_token = first_token, .time_per_output_token = 40.0 * millisecond};
    prepared_deployment const prepared =
        prepare(deployment{.service = service,
                           .cluster = on,
                           .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn},
                           .supply = catalog::pjm_virginia});
    deployment_plan const plan = plan_deployment(prepared);
    return {plan.serving, evaluate(prepared, plan)};
}

} // namespace

int main() {
    cluster const hopper{.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
        blackwell{.server = catalog::hgx_b200, .network = catalog::infiniband_ndr};
    std::array<cluster const*, 2> const both{&hopper, &blackwell};
    std::array<char const*, 2> const names{"H200", "B200"};
    auto const native = [](cluster const& on, precision p) { return on.server.accelerator.has(p); };

    say("A weight of 16 bits says little more than one of 8, and with care than one of 4. Fewer bits are read faster, fit on "
        "fewer chips and, where the chip has units for the format, are multiplied faster. What they do to answers is not "
        "computed here.");

    heading("Memory");
    say("Formats of 8 bits and fewer carry scales, which are counted. Norms, embeddings and logits stay in bf16, and the cache "
        "stays in what it was unless it is quantised too.");
    say("");
    fmt::print("{:<8} {:>12} {:>14} {:>12} {:>14} {:>14} {:>18} {:>14}\n", "", "bits, scales", "70B, weights", "of fp32",
               "H200 of 141 GB", "B200", "H200 multiplies it", "B200");
    for (auto const p : formats) {
        auto const need = [&](cluster const& on) {
            int n = 1;
            while (weights_per_device(model, {n, 1}, p) > 0.9 * on.server.accelerator.memory_capacity)
                n *= 2;
            return n;
        };
        fmt::print("{:<8} {:>12.2f} {:>14} {:>10.0f} % {:>14} {:>14} {:>18} {:>14}\n", name_of(p), size_of(p).in(bit),
                   cell(weights_per_device(model, {}, p)),
                   100.0 * (weights_per_device(model, {}, p) / weights_per_device(model, {}, precision::fp32)), need(hopper),
                   need(blackwell), native(hopper, p) ? "yes" : "no: widened", native(blackwell, p) ? "yes" : "no: widened");
    }

    heading("Speed and energy of one instance: four chips, 2,048 tokens of prompt");
    say("One user waits for reading: time falls with the bits, until launches and the network are what is left. A crowd and long "
        "prompts wait for operations: there only a format that the chip multiplies in helps. Energy at the IT load, hosts and "
        "fans included.");
    for (std::size_t i = 0; i < 2; ++i) {
        cluster const* const on = both[i];
        fmt::print("\n{:<8} {:>21} {:>21} {:>21} {:>21}   {:>15}\n", names[i], "one user", "16 users", "256 users", "prompts",
                   "saved, of bf16");
        fmt::print("{:<8} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}   {:>7} {:>7}\n", "", "step", "J/token", "step",
                   "J/token", "step", "J/token", "tok/s each", "J/token", "1 user", "prompts");
        for (auto const p : formats) {
            fmt::print("{:<8}", name_of(p));
            auto const joules = [](speed const& s) { return s.energy.value.in(joule / token); };
            for (int const b : {1, 16, 256}) {
                auto const s = decode(p, *on, b);
                fmt::print(" {:>10} {:>10.3g}", cell(s.step), joules(s));
            }
            auto const s = prefill(p, *on);
            fmt::print(" {:>10.0f} {:>10.3g}   {:>6.2f}x {:>6.2f}x\n", s.rate.value.in(token / second), joules(s),
                       decode(precision::bf16, *on, 1).step / decode(p, *on, 1).step,
                       s.rate / prefill(precision::bf16, *on).rate);
        }
    }

    heading("A service: 40 ms a token, 2 s to the first one, 100 MW in Virginia");
    say("Planned anew for each format. What memory is freed holds more users, and what fits on fewer chips exchanges less: so "
        "the gain in money is not the gain in bytes.");
    fmt::print("\n{:<8}", "");
    for (char const* name : names)
        fmt::print("   {:<6} {:>5} {:>6} {:>7} {:>9} {:>8}", name, "chips", "users", "tok/s", "USD/Mtok", "J/token");
    fmt::print("\n");
    std::array<money_per_token<>, 2> wide{}, least{};
    std::array<char const*, 2> best{};
    for (auto const p : formats) {
        fmt::print("{:<8}", name_of(p));
        for (std::size_t i = 0; i < 2; ++i) {
            planned const x = whole(service_in(p), *both[i], 2.0 * second);
            if (p == precision::bf16) wide[i] = x.cost();
            if (best[i] == nullptr || x.cost() < least[i]) best[i] = name_of(p), least[i] = x.cost();
            fmt::print("   {:<6} {:>5} {:>6} {:>7.0f} {:>9.3f} {:>8.3g}", "", x.plan.instance.accelerators(),
                       x.plan.sequences * x.plan.instance.data, x.per_chip(), x.cost().in(USD / megatoken), x.joules());
        }
        fmt::print("\n");
    }
    say("");
    say("Tokens per second are per chip at full load, USD and joules per output token with its share of prompts. Cheapest: {} on "
        "H200, {:.2f} of bf16's price; {} on B200, {:.2f}.",
        best[0], least[0] / wide[0], best[1], least[1] / wide[1]);

    heading("The cache has bits of its own");
    say("Where long conversations go on, little of a prompt is new but all of it is read for every token: the cache outweighs "
        "the weights. The same service on H200, weights in fp8, prompts of 32,768 tokens of which 98 % are found in the cache:");
    fmt::print("\n{:<8} {:>15} {:>8} {:>8} {:>10} {:>10}\n", "cache", "a token takes", "chips", "users", "USD/Mtok", "J/token");
    for (auto const c : {precision::bf16, precision::fp8, precision::fp4}) {
        serving s = service_in(precision::fp8, c);
        s.traffic.input = 32'768_tokens;
        s.traffic.cached = fraction{0.98};
        planned const x = whole(s, hopper, 10.0 * second);
        fmt::print("{:<8} {:>15} {:>8} {:>8} {:>10.2f} {:>10.3g}\n", name_of(c), cell(cache_per_token(model, size_of(c))),
                   x.plan.instance.accelerators(), x.plan.sequences, x.cost().in(USD / megatoken), x.joules());
    }

    heading("What it costs to get there");
    auto const aware = convert<interval>(catalog::quantisation_aware_time);
    say("Rounding trained weights takes minutes. Where answers suffer, fine-tuning with quantisation in the loop takes {:.2f} "
        "times the time of plain fine-tuning.",
        aware.value);
}
